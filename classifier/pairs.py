"""Pairs of letters: how often ranks stand in the true order, and what misled those that do not.

A letter's level is wrong because its tags are, or because something was heard that is not there, or
not heard that is: a deadline, anger, a repeated contact, a present with a date, a threatened
review. What a letter was raised for is not labelled, so anger, a repeat and a dated present that
are missed stand together. Pairs of two different true levels are drawn by their letters' ids, of
one language and of any two. Pure; nothing fails.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from cases.labels import Priority
from cases.values import Signals
from classifier.judging import Judged, written
from classifier.priority import is_near, prioritise

#: So many pairs are drawn of each sort.
PAIRS: Final = 20_000

#: What a letter may have been raised for, and how it is told from its signals.
_HEARD: Final[tuple[tuple[str, Callable[[Signals], bool]], ...]] = (
    ("anger", lambda signals: signals.anger),
    ("a repeat", lambda signals: signals.repeated),
    ("a gift date", lambda signals: signals.gift_date),
    ("a review", lambda signals: signals.review_threat),
)


def misled(one: Judged) -> str | None:
    """Return what made the letter's priority wrong, None where it is right."""
    truth, given = one.example.priority, one.triage.priority
    if truth == given:
        return None
    then = written(one.example.language)
    signals = one.triage.signals
    by_tags = prioritise(one.example.tags, signals, then)
    if by_tags == truth:
        return "tags"
    if by_tags.level > truth.level:
        return "a deadline missed" if truth is Priority.URGENT else "anger, repeat or date missed"
    if by_tags is Priority.URGENT and is_near(signals, then):
        return "a deadline heard wrongly"
    return next(
        (f"{name} heard wrongly" for name, holds in _HEARD if holds(signals)),
        "the tags' own level",
    )


def draw(judged: Sequence[Judged], *, alike: bool) -> Iterator[tuple[Judged, Judged]]:
    """Yield pairs of letters of two different true levels, the one to be served first before.

    Args:
        judged: the letters.
        alike: True for pairs of one language, False for pairs of any two.
    """
    groups: dict[str, list[Judged]] = {}
    for one in sorted(judged, key=lambda one: hashlib.sha256(one.example.id.encode()).digest()):
        groups.setdefault(one.example.language if alike else "", []).append(one)
    # Each letter beside the next, then beside the next but one: every letter as often as another.
    met = (
        (group[at], group[(at + step) % len(group)])
        for step in range(1, max(map(len, groups.values()), default=0))
        for group in groups.values()
        for at in range(len(group))
    )
    differing = (
        (one, other) if _level(one) < _level(other) else (other, one)
        for one, other in met
        if _level(one) != _level(other)
    )
    yield from islice(differing, PAIRS)


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of the report: shares of pairs, then what misled letters and pairs."""
    wrong = {id(one): misled(one) for one in judged}
    yield "| pairs of two levels | in order | by the level alone |"
    yield "|---|---|---|"
    causes: dict[str, float] = dict.fromkeys(filter(None, wrong.values()), 0.0)
    met = 0
    for name, alike in (("of one language", True), ("of any language", False)):
        right = level = 0.0
        drawn = 0
        for first, second in draw(judged, alike=alike):
            held = _ahead(first.triage.rank, second.triage.rank)
            right += held
            level += _ahead(-_given(first), -_given(second))
            blamed = {cause for one in (first, second) if (cause := wrong[id(one)])}
            for cause in blamed:
                causes[cause] += (1.0 - held) / len(blamed)
            drawn += 1
        met += drawn
        yield f"| {name} | {right / max(1, drawn):.4f} | {level / max(1, drawn):.4f} |"
    letters = Counter(cause for cause in wrong.values() if cause)
    yield ""
    yield "| misled by | letters | of all | pairs |"
    yield "|---|---|---|---|"
    for cause, times in letters.most_common():
        shares = f"{times / len(judged):.2%} | {causes[cause] / max(1, met):.2%}"
        yield f"| {cause} | {times} | {shares} |"


def _ahead(first: float, second: float) -> float:
    return 0.5 + 0.5 * ((first > second) - (first < second))


def _level(one: Judged) -> int:
    return one.example.priority.level


def _given(one: Judged) -> int:
    return one.triage.priority.level
