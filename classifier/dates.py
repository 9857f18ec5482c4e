"""Stated deadlines: the day a buyer names, resolved against the letter's own date.

A day is a deadline where a word such as "by" leads to it (in Japanese follows it), or where the
same sentence speaks of a present: "her birthday is on Saturday". Named days count until their end
in the buyer's zone. A day that is over when the letter is written is no deadline. Pure: the
letter's date and the zone are arguments; a text without a day gives None.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from classifier.days import Named, named_days
from classifier.durations import Duration, durations
from classifier.finder import Occurrence, words_between
from classifier.folding import wide
from classifier.sentences import Breaks

#: Words that may stand between "by" and its day: "by the end of Friday".
_REACH: Final = 3
#: Characters that may stand between a day and the word that leads to it, where no blanks do.
_REACH_UNSPACED: Final = 8
#: What lies further ahead is no deadline but a guarantee, a slip or another year.
_FARTHEST: Final = timedelta(days=366)
#: Words that make a day, or a span of time, a deadline.
_LEADS: Final = {"by": Named, "after": Named, "within": Duration, "within_after": Duration}
#: A letter of another year has a clock that was never set; nothing is reckoned from it.
_YEARS: Final = range(1970, 9000)


def deadline(
    text: str,
    marks: Sequence[Occurrence],
    presents: Iterable[int],
    sentences: Breaks,
    *,
    written: datetime,
    zone: tzinfo,
    month_first: bool = False,
) -> datetime | None:
    """Return the nearest deadline stated in a folded text, None when it states none.

    Args:
        text: the folded text.
        marks: the date words found in it, under the names of ``DateWords.phrases``.
        presents: numbers of the sentences that speak of a present.
        sentences: where its sentences end.
        written: when the letter was written; aware.
        zone: the buyer's zone; a day ends there.
        month_first: True where 12/24 is written for 24 December.

    Returns:
        The last second of the nearest day that is not over, or the end of the shortest span of
        time, whichever comes first; aware, UTC.
    """
    given = frozenset(presents)
    leads = [mark for mark in marks if mark.name in _LEADS]
    if (not leads and not given) or written.year not in _YEARS:
        return None
    today = written.astimezone(zone).date()
    limit = today + _FARTHEST
    spans = [
        one
        for one in durations(text, marks)
        if one.length and any(_belongs(text, lead, one, sentences) for lead in leads)
    ]
    days = [
        one
        for one in named_days(text, marks, today, month_first=month_first)
        if today <= one.day <= limit
        and not any(one.start < span.end and span.start < one.end for span in spans)
    ]
    found = [one.day for one in days if sentences.number(one.start) in given and one.day > today]
    for lead in leads:
        near = [one for one in days if _belongs(text, lead, one, sentences)]
        if near:
            found.append(min(near, key=lambda one: abs(one.start - lead.start)).day)
    ends = [
        *(written.astimezone(UTC) + one.length for one in spans),
        *(datetime.combine(day, time(23, 59, 59), zone).astimezone(UTC) for day in found),
    ]
    return min(ends, default=None)


def _belongs(text: str, lead: Occurrence, one: Named | Duration, sentences: Breaks) -> bool:
    """Say whether the word leads to this day or span of time."""
    if _LEADS[lead.name] is not type(one):
        return False
    if lead.name in {"by", "within"}:
        return (
            one.start >= lead.end
            and not sentences.between(lead.end, one.start)
            and _near(text, lead.end, one.start)
        )
    return (
        one.end <= lead.start
        and lead.start - one.end <= _REACH_UNSPACED
        and not sentences.between(one.end, lead.start)
    )


def _near(text: str, start: int, end: int) -> bool:
    if any(map(wide, text[start:end])):
        return end - start <= _REACH_UNSPACED
    return words_between(text, start, end) <= _REACH
