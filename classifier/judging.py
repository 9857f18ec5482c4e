"""Letters judged beside what they truly are, and the figures that come of it.

``judge`` sends labelled letters through ``classify``; the figures are shares from 0 to 1 of main
tag, set, priority and own wording, the calibration of the scores, and how well the ranks agree
with the true levels. Pure; nothing fails.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from cases.labels import TAGS
from cases.values import Letter, Triage
from classifier.classify import classify
from classifier.corpus import Example
from classifier.knowledge import Knowledge

#: The writing guide's date, for deadlines: Monday, ten in the morning where the buyer lives.
_DATE: Final = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - the zone is the language's
_ZONES: Final = {"ja": "Asia/Tokyo", "en": "Europe/London", "zh": "Asia/Shanghai"}
_ZONE: Final = "Europe/Berlin"


_BINS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One letter with what it is and what was said of it."""

    example: Example
    triage: Triage

    @property
    def given(self) -> tuple[str, ...]:
        """The tags it was given, main tag first."""
        return tuple(tag.tag for tag in self.triage.tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one group of letters; shares from 0 to 1."""

    letters: int
    #: Letters whose main tag was found.
    main: float
    #: F1 over all tags given, and the mean of each tag's that a letter bears.
    micro: float
    macro: float
    #: Letters given exactly their tags, and given their priority.
    exact: float
    priority: float
    #: Letters that were marked unsure.
    unsure: float
    #: Letters whose main tag would choose the wording.
    said: float
    #: Of these, letters whose main tag is not in their set: the wording would be untrue.
    untrue: float


def figures(judged: Sequence[Judged]) -> Figures:
    """Return the figures of ``judged``, which is not empty."""
    told = [counts(judged, tag) for tag in TAGS]
    seen = [(right, wrong, missed) for right, wrong, missed in told if right + missed]
    said = [one for one in judged if one.triage.say_it]
    return Figures(
        letters=len(judged),
        main=_share(one.given[0] == one.example.tags[0] for one in judged),
        micro=f1(*(sum(column) for column in zip(*told, strict=True))),
        macro=sum(f1(*one) for one in seen) / len(seen),
        exact=_share(set(one.given) == set(one.example.tags) for one in judged),
        priority=_share(one.triage.priority == one.example.priority for one in judged),
        unsure=_share(one.triage.unsure for one in judged),
        said=len(said) / len(judged),
        untrue=_share(one.given[0] not in one.example.tags for one in said),
    )


def judge(examples: Sequence[Example], knowledge: Knowledge) -> list[Judged]:
    """Return the letters as ``classify`` judges them."""
    letters = [
        Letter(
            subject=one.subject, text=one.text, language=one.language, date=written(one.language)
        )
        for one in examples
    ]
    triages = classify(
        letters,
        knowledge,
        [written(one.language) for one in examples],
        lambda letter: _zone(letter.language),
    )
    return [
        Judged(example=example, triage=triage)
        for example, triage in zip(examples, triages, strict=True)
    ]


class Bin(NamedTuple):
    """The scores between two bounds beside how often they came true."""

    low: float
    high: float
    #: How many tags were given with such a score, their mean, and the share that was right.
    given: int
    score: float
    right: float


def calibrate(judged: Iterable[Judged]) -> tuple[Bin, ...]:
    """Return the scores of given tags in bins of equal width, empty ones left out."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one in judged:
        for tag in one.triage.tags:
            if tag.score is not None:
                place = min(_BINS - 1, int(tag.score * _BINS))
                bins.setdefault(place, []).append((tag.score, tag.tag in one.example.tags))
    return tuple(
        Bin(
            low=place / _BINS,
            high=(place + 1) / _BINS,
            given=len(pairs),
            score=sum(score for score, _ in pairs) / len(pairs),
            right=sum(right for _, right in pairs) / len(pairs),
        )
        for place, pairs in sorted(bins.items())
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return how far scores are from how often they come true (expected calibration error)."""
    given = sum(one.given for one in bins)
    return sum(one.given * abs(one.score - one.right) for one in bins) / max(1, given)


def agreement(judged: Sequence[Judged]) -> float | None:
    """Return the share of pairs of letters that stand in the order of their true levels.

    Only pairs of two levels count, a tie as half; None where there is none.
    """
    right, pairs = 0.0, 0
    levels = [one.example.priority.level for one in judged]
    ranks = [one.triage.rank for one in judged]
    for at, (level, rank) in enumerate(zip(levels, ranks, strict=True)):
        for other, other_rank in zip(levels[:at], ranks[:at], strict=True):
            if level != other:
                pairs += 1
                ahead = (rank > other_rank) - (rank < other_rank)
                right += 0.5 + 0.5 * (ahead if level < other else -ahead)
    return right / pairs if pairs else None


def counts(judged: Iterable[Judged], tag: str) -> tuple[int, int, int]:
    """Return how often the tag was given rightly, given wrongly and missed."""
    pairs = [(tag in one.given, tag in one.example.tags) for one in judged]
    return pairs.count((True, True)), pairs.count((True, False)), pairs.count((False, True))


def f1(right: int, wrong: int, missed: int) -> float:
    """Return the F-measure of a tag given so often rightly and wrongly, and missed so often."""
    return 2 * right / max(1, 2 * right + wrong + missed)


def _share(held: Iterable[bool]) -> float:
    values = list(held)
    return sum(values) / max(1, len(values))


def _zone(language: str) -> ZoneInfo:
    return ZoneInfo(_ZONES.get(language, _ZONE))


def written(language: str) -> datetime:
    """Return when a training letter of this language counts as written; aware, UTC."""
    return _DATE.replace(tzinfo=_zone(language)).astimezone(UTC)
