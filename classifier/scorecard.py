"""A scorecard: everything ``triaged evaluate`` tells about labelled letters, as plain values.

What the labels do not say is None: priority, order and acknowledgement are judged only where the
letters were labelled with them. Pure; nothing fails.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cases.labels import TAGS
from classifier.judging import (
    Bin,
    Judged,
    agreement,
    calibrate,
    calibration_error,
    counts,
    f1,
    figures,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One labelled letter with what was said of it."""

    judged: Judged
    #: Its true priority is known.
    priority: bool
    #: Whether it should be acknowledged, None where nobody said; and whether it would be.
    acknowledge: bool | None
    acknowledged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TagScore:
    """One tag; shares from 0 to 1."""

    #: Letters that bear it.
    letters: int
    #: Of those given it, the share that bear it; of those that bear it, the share given it.
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """How well labelled letters were judged; shares from 0 to 1."""

    letters: int
    #: Letters whose main tag was found.
    main: float
    #: F1 over all tags given, and the mean of each tag's.
    micro_f1: float
    macro_f1: float
    #: Letters given exactly their tags.
    whole_set: float
    #: Letters that were marked unsure.
    unsure: float
    #: Letters whose main tag would choose the wording, and the share of these where it is untrue.
    own_wording: float
    untrue_wording: float
    tags: Mapping[str, TagScore]
    #: Main tag found, by language.
    languages: Mapping[str, float]
    #: How far scores are from how often they come true, and the bins it is taken from.
    calibration_error: float
    bins: Sequence[Bin]
    #: Of letters whose priority somebody said, those given it; None without any.
    priority: float | None
    #: Of pairs of letters of two levels, the share in the right order.
    pairs: float | None
    #: Of letters of which somebody said so, those acknowledged or not as they said.
    acknowledgement: float | None


def score(answers: Sequence[Answer]) -> Scorecard:
    """Return the scorecard of ``answers``, which are not empty."""
    judged = [one.judged for one in answers]
    ranked = [one.judged for one in answers if one.priority]
    told = [one.acknowledged == one.acknowledge for one in answers if one.acknowledge is not None]
    of, bins = figures(judged), calibrate(judged)
    return Scorecard(
        letters=of.letters,
        main=of.main,
        micro_f1=of.micro,
        macro_f1=of.macro,
        whole_set=of.exact,
        unsure=of.unsure,
        own_wording=of.said,
        untrue_wording=of.untrue,
        tags={tag: known for tag in TAGS if (known := _tag(judged, tag))},
        languages={
            language: figures([one for one in judged if one.example.language == language]).main
            for language in sorted({one.example.language for one in judged})
        },
        calibration_error=calibration_error(bins),
        bins=bins,
        priority=figures(ranked).priority if ranked else None,
        pairs=agreement(ranked),
        acknowledgement=sum(told) / len(told) if told else None,
    )


def _tag(judged: Sequence[Judged], tag: str) -> TagScore | None:
    right, wrong, missed = counts(judged, tag)
    if not right + wrong + missed:
        return None
    return TagScore(
        letters=right + missed,
        precision=right / max(1, right + wrong),
        recall=right / max(1, right + missed),
        f1=f1(right, wrong, missed),
    )
