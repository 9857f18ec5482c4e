"""Kinds of blind messages: no machine is taken for a buyer, no person for a machine.

The messages of the sets under prove/blind were written before the mends and without sight of the
signals, each with the kind a careful person gives it; where two are right, either counts. A mix-up
between machines costs little, a machine read as buyer is answered (P3), and a buyer read as a
machine is not. The first run of each set is kept beside the last.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cases.labels import Kind
from cases.values import Letter
from mail.reading import Boundary, read
from prove.record import PROOFS, write_proof

_BLIND: Final = Path(__file__).parent / "blind"
#: Folders of blind messages, each by another hand.
SETS: Final = ("kinds", "kinds3")
#: The messages are written to this address.
HERE: Final = Boundary(own=frozenset({"shop@seller.example"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One blind message."""

    id: str
    #: The file it stands in: what sort of message it is.
    group: str
    #: The right kinds, the better one first.
    kinds: tuple[Kind, ...]
    note: str
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A message and what was read in it."""

    message: Message
    letter: Letter

    @property
    def is_right(self) -> bool:
        """One of the right kinds."""
        return self.letter.kind in self.message.kinds

    @property
    def is_answered(self) -> bool:
        """A machine that would get an answer."""
        return Kind.BUYER not in self.message.kinds and self.letter.kind is Kind.BUYER

    @property
    def is_refused(self) -> bool:
        """A person whom nobody would answer."""
        return self.message.kinds == (Kind.BUYER,) and self.letter.kind is not Kind.BUYER


def messages(name: str) -> Iterator[Message]:
    """Yield every message of the blind set ``name``."""
    for path in sorted((_BLIND / name).glob("*.txt")):
        for part in re.split(r"(?m)^=== (?=\S+ \| )", path.read_text(encoding="utf-8"))[1:]:
            head, body = part.split("\n", 1)
            id_, kinds, note, charset = [*head.split(" | "), "utf-8"][:4]
            yield Message(
                id=id_,
                group=path.stem,
                kinds=tuple(map(Kind, kinds.split(","))),
                note=note,
                raw=(body.strip("\n").replace("\n", "\r\n") + "\r\n").encode(charset),
            )


def row(judged: Iterable[Judged]) -> str:
    """Return how many are right and what the others cost."""
    told = list(judged)
    return (
        f"{sum(one.is_right for one in told)} of {len(told)} right,"
        f" {sum(one.is_answered for one in told)} machines answered,"
        f" {sum(one.is_refused for one in told)} persons refused"
    )


def _confusion(judged: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """Yield a row for each kind that was expected: what its messages were read as."""
    told = Counter((one.message.kinds[0], one.letter.kind) for one in judged)
    for expected in Kind:
        read_as = [f"{kind} {told[expected, kind]}" for kind in Kind if told[expected, kind]]
        yield f"expected {expected}, read as", ", ".join(read_as)


def _figures(judged: list[Judged]) -> dict[str, str]:
    """Return the rows of one set: all, by file, and what each kind was read as."""
    groups = sorted({one.message.group for one in judged})
    by_group = {group: row(one for one in judged if one.message.group == group) for group in groups}
    return {_ALL: row(judged), **by_group, **dict(_confusion(judged))}


def _print_misses(judged: Iterable[Judged]) -> None:
    for one in judged:
        if not one.is_right:
            told, letter = one.message, one.letter
            print(f"{told.id} | {'/'.join(told.kinds)} | {told.note} | read as {letter.kind}")
            print(f"    {letter.kind_reason}: {letter.subject}")


def main() -> int:
    """Print and record the figures; with ``--misses`` print what was read wrongly."""
    judged = {
        name: [Judged(message=one, letter=read(one.raw, HERE)) for one in messages(name)]
        for name in SETS
    }
    if "--misses" in sys.argv:
        for found in judged.values():
            _print_misses(found)
        return 0
    known = PROOFS / "kinds.json"
    told = json.loads(known.read_text(encoding="utf-8"))["figures"] if known.exists() else {}
    figures: dict[str, str] = {}
    for name, found in judged.items():
        rows = _figures(found)
        untouched = f"{name}: first run, untouched"
        figures[untouched] = told.get(untouched, rows[_ALL])
        figures |= {f"{name}: {what}": value for what, value in rows.items()}
    write_proof("kinds", _CLAIM, figures)
    for name, value in figures.items():
        print(f"{name:40} {value}")
    every = [one for found in judged.values() for one in found]
    return 1 if any(one.is_answered or one.is_refused for one in every) else 0


_ALL: Final = "all"
_CLAIM: Final = (
    "No machine is taken for a buyer and no buyer for a machine: blind bounces, answers,"
    " lists, notices, our own and of persons whose letters look like a machine's."
)

if __name__ == "__main__":
    sys.exit(main())
