"""The wording lint on sentences that were written before and without sight of its tables.

Two sets of seven languages: texts that break a marketplace's rules of wording, and good ones that
look like them. ``prove/blind/wording`` was read when the tables were mended; ``wording2`` is read
by nobody who changes them, so only counts come out of it. The first run of each is kept beside the
last. ``--show`` prints what was judged wrongly in the first set.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from prove.record import PROOFS, write_proof
from replies.proofreading import MACHINE_ALONE
from replies.wording import lint_text

BLIND: Final = Path(__file__).parent / "blind"
_FIRST: Final = "first run, untouched"
_BRAND: Final = "Lampenladen"

#: Binds acknowledgements alone: a person's reply may state what the person has decided.
_MACHINE_ALONE: Final = "remedy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One text with what it is and what the lint says of it."""

    language: str
    id: str
    text: str
    forbidden: bool
    #: The rule it was written for; "" for a good one.
    rule: str
    #: The rules that the lint found broken.
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it was refused as it is forbidden, passed as it is good."""
        return self.forbidden == bool(self.found)


def judge_read() -> Iterator[Judged]:
    """Yield every sentence of the first set as the lint judges it."""
    for path in sorted((BLIND / "wording").glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]:
            faults = lint_text(one["text"], "amazon.de", _BRAND, path.stem)
            yield Judged(
                language=path.stem,
                id=one["id"],
                text=one["text"],
                forbidden=one["forbidden"],
                rule=one["rule"],
                found=tuple(fault.rule for fault in faults),
            )


def judge_unread() -> Iterator[Judged]:
    """Yield every text of the second set as the lint judges it."""
    for path in sorted((BLIND / "wording2").glob("*.jsonl")):
        for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            faults = lint_text(one["text"], one["marketplace"], "", path.stem)
            yield Judged(
                language=path.stem,
                id=one["id"],
                text=one["text"],
                forbidden=one["refuse"],
                rule=one["rule"] or "",
                found=tuple(fault.rule for fault in faults),
            )


def main() -> int:
    """Write the proof; 1 where a text of the first set is judged wrongly."""
    read, unread = list(judge_read()), list(judge_unread())
    before = PROOFS / "wording.json"
    known = json.loads(before.read_text(encoding="utf-8"))["figures"] if before.exists() else {}
    first, second = _tally(read), _tally(unread)
    replies = [_as_reply(one) for one in unread if one.rule != _MACHINE_ALONE]
    write_proof(
        "wording",
        "The lint refuses forbidden texts and passes good ones. The first set was read when the "
        "tables were mended after its first run, so expect of new texts what the second shows: "
        "nobody who changes the lint reads it. Its counts by rule and language were looked at a "
        "dozen times while mending, so expect a little less than its last rows.",
        {
            _FIRST: known.get(_FIRST, first["all"]),
            **first,
            f"second set, {_FIRST}": known.get(f"second set, {_FIRST}", "; ".join(_flat(second))),
            **{f"second set, {name}": figure for name, figure in second.items()},
            "second set, a person's replies": _say(replies),
        },
    )
    for one in read if "--show" in sys.argv else ():
        if not one.right:
            print(one.id, one.rule or "good", ",".join(one.found), one.text, sep=" | ")
    print(first["all"], second["all"], sep="\n")
    return 0 if all(one.right for one in read) else 1


def _as_reply(one: Judged) -> Judged:
    """Return ``one`` as it is judged when a person wrote it."""
    return replace(one, found=tuple(rule for rule in one.found if rule not in MACHINE_ALONE))


def _tally(judged: list[Judged]) -> dict[str, str]:
    """Return the figures of all, of each language and of each rule."""
    return {
        "all": _say(judged),
        **_each(judged, lambda one: one.language, _say),
        **_each([one for one in judged if one.forbidden], lambda one: one.rule, _refused),
    }


def _each(
    judged: list[Judged], key: Callable[[Judged], str], say: Callable[[list[Judged]], str]
) -> dict[str, str]:
    return {
        name: say([one for one in judged if key(one) == name])
        for name in sorted({key(one) for one in judged})
    }


def _flat(figures: Mapping[str, str]) -> Iterator[str]:
    return (f"{name}: {figure}" for name, figure in figures.items())


def _say(judged: list[Judged]) -> str:
    good = [one for one in judged if not one.forbidden]
    passed = sum(one.right for one in good)
    forbidden = [one for one in judged if one.forbidden]
    return f"{_refused(forbidden)} forbidden refused, {passed} of {len(good)} good passed"


def _refused(forbidden: list[Judged]) -> str:
    return f"{sum(one.right for one in forbidden)} of {len(forbidden)}"


if __name__ == "__main__":
    sys.exit(main())
