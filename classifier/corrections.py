"""Corrections: what people said letters are about, the training data of one installation.

One JSON object a line, in a file that only its owner can read, because buyers' words are in it.
A letter stands there once: a later correction replaces an earlier one, and saying the same twice
changes nothing. The file is replaced as a whole, so that a crash leaves the old or the new one.
Where the store is encrypted its lines are too, by what the caller gives (``Lines``).
A file that breaks the format raises ``CorrectionFault`` with every line that is wrong.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Self

from cases.labels import check_tags
from cases.values import Letter
from classifier.corpus import Example
from classifier.priority import LEVELS
from classifier.replacement import replace

#: For how many letters a correction counts when words are learned: it is the shop's own mail, and
#: a few hundred stand beside thousands of letters from everywhere. More brings no more
#: (docs/decisions/model.md).
WEIGHT: Final = 4.0


class CorrectionFault(Exception):  # noqa: N818 - the word for what a person must mend
    """Corrections that cannot be used; the message names every line and the remedy."""


class Lines:
    """How lines are kept: as they are."""

    def close(self, line: str) -> str:
        """Return what is kept of a line."""
        return line

    def open(self, kept: str) -> str:
        """Return the line; raise ``ValueError`` where it cannot be read."""
        return kept


#: Lines as they are.
PLAIN: Final = Lines()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One letter with the tags a person gave it."""

    #: What makes the letter the same letter: its identity.
    id: str
    #: The complete set, main tag first.
    tags: tuple[str, ...]
    #: ISO 639-1, or "unknown".
    language: str
    subject: str
    #: The new text alone.
    text: str
    #: The buyer's alias and the order, "" where unknown; one of both is one matter.
    buyer: str
    order: str
    received: datetime
    #: Who said so, and when.
    who: str
    at: datetime

    @classmethod
    def about(  # noqa: PLR0917 - what a letter does not say of itself
        cls,
        letter: Letter,
        identity: str,
        tags: tuple[str, ...],
        received: datetime,
        who: str,
        at: datetime,
    ) -> Self:
        """Return the correction of a letter that was read.

        Args:
            letter: gives the words, the buyer and the first of its orders.
            identity: what makes it the same letter.
            tags: the complete set, main tag first.
            received: when it came.
            who: who said so.
            at: when they did.
        """
        return cls(
            id=identity,
            tags=tags,
            language=letter.language,
            subject=letter.subject,
            text=letter.text,
            buyer=letter.buyer,
            order=next(iter(letter.order_ids), ""),
            received=received,
            who=who,
            at=at,
        )

    @property
    def matter(self) -> str:
        """What must never stand on both sides of a split: the buyer, else the order."""
        return self.buyer or self.order or self.id

    def example(self) -> Example:
        """Return the letter as the training takes it."""
        return Example(
            id=self.id,
            language=self.language,
            writer=self.who,
            situation=f"correction {self.matter}",
            difficulty="plain",
            subject=self.subject,
            text=self.text,
            tags=self.tags,
            priority=min((LEVELS[tag] for tag in self.tags), key=lambda one: one.level),
            weight=WEIGHT,
        )


def read_lines(path: Path) -> list[str]:
    """Return the lines of ``path`` as they are kept; none where there is no file.

    Raises:
        CorrectionFault: the file cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionFault(f"{path}: cannot be read: {error}") from None


def read_corrections(path: Path, lines: Lines = PLAIN) -> tuple[Correction, ...]:
    """Return the corrections in ``path``, in the order of receipt; none where there is no file.

    Raises:
        CorrectionFault: lines break the format, or the file cannot be read.
    """
    faults: list[str] = []
    read: list[Correction] = []
    for number, kept in enumerate(read_lines(path), start=1):
        try:
            read.append(_correction(json.loads(lines.open(kept))))
        except (ValueError, TypeError, KeyError) as error:
            faults.append(f"{path}:{number}: is no correction ({error}): mend or remove the line")
    if faults:
        raise CorrectionFault("\n".join(faults))
    return tuple(sorted(read, key=lambda one: (one.received, one.id)))


def learn(path: Path, said: Iterable[Correction], lines: Lines = PLAIN) -> int:
    """Add corrections to ``path``; return how many changed something."""
    known = {one.id: one for one in read_corrections(path, lines)}
    changed = 0
    for one in said:
        if one.id not in known or known[one.id].tags != one.tags:
            known[one.id] = one
            changed += 1
    if changed:
        _write(path, known.values(), lines)
    return changed


def forget(path: Path, ids: Collection[str], lines: Lines = PLAIN) -> int:
    """Take the corrections of these letters out of ``path``; return how many were there."""
    known = read_corrections(path, lines)
    kept = [one for one in known if one.id not in ids]
    if len(kept) < len(known):
        _write(path, kept, lines)
    return len(known) - len(kept)


def write_plain(corrections: Iterable[Correction]) -> bytes:
    """Return corrections as a plain file has them, for a process that is given no key."""
    return _join(corrections, PLAIN)


def _write(path: Path, corrections: Iterable[Correction], lines: Lines) -> None:
    replace(path, _join(corrections, lines))


def _join(corrections: Iterable[Correction], lines: Lines) -> bytes:
    ordered = sorted(corrections, key=lambda one: (one.received, one.id))
    return "".join(f"{lines.close(_line(one))}\n" for one in ordered).encode()


def _line(one: Correction) -> str:
    fields = {**asdict(one), "received": one.received.isoformat(), "at": one.at.isoformat()}
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def _correction(fields: Mapping[str, Any]) -> Correction:
    tags = tuple(map(str, fields["tags"]))
    if said := check_tags(tags):
        raise ValueError(said)
    return Correction(
        id=str(fields["id"]),
        tags=tags,
        language=str(fields["language"]),
        subject=str(fields["subject"]),
        text=str(fields["text"]),
        buyer=str(fields["buyer"]),
        order=str(fields["order"]),
        received=datetime.fromisoformat(fields["received"]),
        who=str(fields["who"]),
        at=datetime.fromisoformat(fields["at"]),
    )


def split(
    corrections: Iterable[Correction], newest: float
) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """Return the older corrections and about the ``newest`` share (0 to 1) of them.

    No matter stands on both sides; the time of its first letter decides.
    """
    matters: dict[str, list[Correction]] = {}
    for one in sorted(corrections, key=lambda one: (one.received, one.id)):
        matters.setdefault(one.matter, []).append(one)
    sides: tuple[list[Correction], list[Correction]] = ([], [])
    left = (1 - newest) * sum(map(len, matters.values()))
    for matter in matters.values():
        left -= len(matter)
        sides[left < 0].extend(matter)
    return tuple(sides[0]), tuple(sides[1])
