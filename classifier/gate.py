"""The gate: whether a challenger may take the champion's place.

It must beat the champion on the newest corrections, which neither was trained on, and must not have
unlearned our own letters: they are judged by layers that had not seen them, beside a model that was
trained in the same way without the corrections, so that a poisoned batch shows. Limits stand in
one table. Pure.
Promise P9 of the design.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

#: Fewer corrections held back than this prove nothing.
FEWEST: Final = 30

#: What may be lost on our own letters, as shares: of the main tag in all letters and in one
#: language, and of the letters of a tag that must never be missed. Any
#: retraining moves some of these by chance.
LOSSES: Final[Mapping[str, float]] = {"main": 0.02, "language": 0.05, "safety": 0.03, "claim": 0.03}

#: Tags of which nothing may be lost on the newest corrections.
NEVER_LOST: Final = ("safety", "claim")

#: How much further probabilities may be from the truth, on the newest corrections, beside what
#: chance moves them by among so few letters (two standard errors of a share).
CALIBRATION: Final = 0.02

#: Languages with fewer letters than this are not judged alone.
_LETTERS_A_LANGUAGE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one letter is and what was said of it."""

    language: str
    #: The true set and the one given, main tag first.
    true: tuple[str, ...]
    given: tuple[str, ...]
    #: The probability of each tag that the model gave.
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How a model did on some letters; shares from 0 to 1."""

    letters: int
    #: Letters whose main tag was found.
    main: float
    #: Of the main tag, by language with enough letters.
    languages: Mapping[str, float]
    #: Of the letters with the tag, those that were given it; 1 where there is none.
    safety: float
    claim: float
    #: The mean distance of probabilities from what came true (expected calibration error).
    calibration: float


def measure(outcomes: Sequence[Outcome]) -> Measured:
    """Return how a model did on these letters."""
    languages = {one.language for one in outcomes}
    groups = {name: [one for one in outcomes if one.language == name] for name in languages}
    return Measured(
        letters=len(outcomes),
        main=_main(outcomes),
        languages={
            name: _main(group)
            for name, group in sorted(groups.items())
            if len(group) >= _LETTERS_A_LANGUAGE
        },
        safety=_recall(outcomes, "safety"),
        claim=_recall(outcomes, "claim"),
        calibration=_calibration(outcomes),
    )


def refuse(
    *, champion: Measured, challenger: Measured, before: Measured, after: Measured
) -> tuple[str, ...]:
    """Return why the challenger may not be promoted, a sentence each; () when it may.

    Args:
        champion: the model in use, on the newest corrections.
        challenger: the new model, on the same letters.
        before: a model without corrections, on our own letters as if it had not seen them.
        after: the new model on these.
    """
    return (*_against_champion(champion, challenger), *_against_unlearning(before, after))


def _against_champion(champion: Measured, challenger: Measured) -> Iterator[str]:
    if challenger.letters < FEWEST:
        yield (
            f"only {challenger.letters} corrections are new enough to judge by, {FEWEST} are "
            "needed: correct more letters"
        )
        return
    if challenger.main <= champion.main:
        yield (
            f"it does not beat the model in use on the newest {challenger.letters} corrections: "
            f"main tag {challenger.main:.1%} against {champion.main:.1%}"
        )
    for tag in NEVER_LOST:
        old, new = getattr(champion, tag), getattr(challenger, tag)
        if new < old:
            yield f"it misses {tag} more often: {new:.0%} found against {old:.0%}"
    if challenger.calibration - champion.calibration > CALIBRATION + challenger.letters**-0.5:
        yield (
            "its probabilities are further from the truth: off by "
            f"{challenger.calibration:.3f} against {champion.calibration:.3f}"
        )


def _against_unlearning(before: Measured, after: Measured) -> Iterator[str]:
    if before.main - after.main > LOSSES["main"]:
        yield (
            f"with the corrections it does worse on our own letters: main tag {after.main:.1%} "
            f"against {before.main:.1%}; look for wrong corrections"
        )
    for language, old in before.languages.items():
        new = after.languages.get(language, 0.0)
        if old - new > LOSSES["language"]:
            yield f"in {language} it does worse on our own letters: {new:.1%} against {old:.1%}"
    for tag in NEVER_LOST:
        old, new = getattr(before, tag), getattr(after, tag)
        if old - new > LOSSES[tag]:
            yield f"of our own letters it misses {tag} more often: {new:.0%} against {old:.0%}"


def _main(outcomes: Sequence[Outcome]) -> float:
    return _share([one.given[:1] == one.true[:1] for one in outcomes])


def _recall(outcomes: Sequence[Outcome], tag: str) -> float:
    return _share([tag in one.given for one in outcomes if tag in one.true])


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 1.0


def _calibration(outcomes: Sequence[Outcome]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    pairs = [(score, tag in one.true) for one in outcomes for tag, score in one.scores.items()]
    bins: dict[int, list[tuple[float, bool]]] = {}
    for score, came_true in pairs:
        bins.setdefault(min(int(score * 10), 9), []).append((score, came_true))
    return sum(
        abs(sum(score for score, _ in group) - sum(came for _, came in group))
        for group in bins.values()
    ) / max(1, len(pairs))
