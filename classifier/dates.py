"""Stated deadlines: the day a buyer names, resolved against the letter's own date.

A day is a deadline where a word such as "by" leads to it (in Japanese follows it), where the same
sentence says what the day is for ("the christening is on Saturday", "we fly tomorrow"), or where it
speaks of a present; "tomorrow" and the day after also by themselves in a letter that waits for
goods. What was only promised or is over is none ("should have come by Monday"), nor is "today"
spoken in anger. Named days count until their end in the buyer's zone. A day that is over when the
letter is written is no deadline. Pure: the letter's date and the zone are arguments; a text without
a day gives None.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from classifier.days import Named, named_days, names_time
from classifier.durations import Duration, durations
from classifier.finder import Occurrence, words_between
from classifier.folding import wide
from classifier.hours import Hour, hours
from classifier.sentences import Breaks, clauses, quoted

#: How many words may stand between a day and the word that makes it a deadline, or none: "by the
#: end of Friday"; "the christening of my niece is on Saturday"; "promised it to us for Monday".
_REACHES: Final = {"by": 3, "within": 3, "purpose": 7, "no_deadline": 4, "morning": 2, "hour": 2}
#: The same in characters, where no blanks are written.
_REACHES_UNSPACED: Final = {"purpose": 14, "no_deadline": 12, "morning": 2, "hour": 4}
_REACH_UNSPACED: Final = 8
#: When a day ends whose morning is named, and any other.
_NOON: Final = time(12)
_MIDNIGHT: Final = time(23, 59, 59)
#: What lies further ahead is no deadline but a guarantee, a slip or another year's feast.
_FARTHEST: Final = timedelta(days=183)
#: Days that are named by how near they are.
_SOON: Final = frozenset({"day 1", "day 2"})
#: Words that make a day, or a span of time, a deadline.
_LEADS: Final = {"by": Named, "after": Named, "within": Duration, "within_after": Duration}
#: Words of which one must stand in a letter that states a deadline, unless it speaks of a present.
_TELLING: Final = frozenset({*_LEADS, "then", "purpose", *_SOON})
#: Figures and signs without which only words name a day.
_FIGURE: Final = re.compile(r"[\d月号號]")
#: Words behind which another thing is told: what is over there says nothing of a day before them.
_AND: Final = re.compile(r"\b(?:and|but|so|und|aber|et|mais|y|pero|e|ma)\b")
#: A letter of another year has a clock that was never set; nothing is reckoned from it.
_YEARS: Final = range(1970, 9000)


def deadline(
    text: str,
    marks: Sequence[Occurrence],
    presents: Collection[int] | None,
    sentences: Breaks,
    *,
    written: datetime,
    zone: tzinfo,
    month_first: bool = False,
    angry: bool = False,
    awaited: bool = False,
) -> datetime | None:
    """Return the nearest deadline stated in a folded text, None when it states none.

    Args:
        text: the folded text.
        marks: the date words found in it, under the names of ``DateWords.phrases``.
        presents: numbers of the sentences that speak of a present, None where all do.
        sentences: where its sentences end.
        written: when the letter was written; aware.
        zone: the buyer's zone; a day ends there.
        month_first: True where 12/24 is written for 24 December.
        angry: True where the writer is, who means no day by "today".
        awaited: True where goods are waited for: a calm "tomorrow", or the day after it, then needs
            no other word.

    Returns:
        The last second of the nearest day that is not over (its hour where one is named beside it,
        else noon where its morning is), or the end of the shortest span of time, whichever comes
        first; aware, UTC.
    """
    if written.year not in _YEARS or not _may_state(text, marks, presents):
        return None
    today = written.astimezone(zone).date()
    limit = today + _FARTHEST
    reading = _Reading(text, marks, sentences)
    spans = [
        one
        for one in durations(text, marks)
        if one.length and reading.due(one) and not reading.spared(one)
    ]
    named = named_days(text, marks, sentences, today, month_first=month_first)
    days = [
        one
        for one in named
        if today <= one.day <= limit
        and not any(one.start < span.end and span.start < one.end for span in spans)
        and (not reading.spared(one) or reading.followed(one))
        and not (angry and one.vague)
    ]
    now = written.astimezone(zone)
    ends = [
        *(written.astimezone(UTC) + one.length for one in spans),
        *(
            reading.ends(one, now).astimezone(UTC)
            for one in days
            if reading.due(one, named)
            or reading.followed(one)
            or (awaited and not angry and reading.soon(one))
            or (one.day > today and (presents is None or sentences.number(one.start) in presents))
        ),
    ]
    return min(ends, default=None)


def names_past_feast(
    text: str,
    marks: Sequence[Occurrence],
    presents: Collection[int],
    sentences: Breaks,
    *,
    written: datetime,
    zone: tzinfo,
) -> bool:
    """Say whether all that a letter says of a present's day is a feast that is over.

    In January "we bought it for Christmas" tells of the one that has passed. The arguments are
    those of ``deadline``; each sentence that speaks of a present has to name the feast itself.
    """
    if written.year not in _YEARS or not presents:
        return False
    feasts = {mark.start for mark in marks if mark.name.startswith("named ")}
    today = written.astimezone(zone).date()
    days = named_days(text, marks, sentences, today, month_first=False)
    over = {sentences.number(one.start) for one in days if one.start in feasts and one.day < today}
    ahead = {sentences.number(one.start) for one in days if one.day >= today}
    return set(presents) <= over - ahead


def _may_state(text: str, marks: Sequence[Occurrence], presents: Collection[int] | None) -> bool:
    """Say whether a letter holds what every deadline needs; most do not, and are not read on."""
    names = {mark.name for mark in marks}
    if presents is not None and not presents and names.isdisjoint(_TELLING):
        return False
    return any(map(names_time, names)) or _FIGURE.search(text) is not None


class _Reading:
    """A folded text with the words that make its days and spans of time deadlines, or none."""

    def __init__(self, text: str, marks: Sequence[Occurrence], sentences: Breaks) -> None:
        self._text = text
        self._sentences = sentences
        self._quoted = quoted(text)
        self._leads = [mark for mark in marks if mark.name in _LEADS]
        self._purposes = [mark for mark in marks if mark.name == "purpose"]
        self._mornings = [mark for mark in marks if mark.name == "morning"]
        self._hours = hours(text, marks)
        self._todays = {mark.start for mark in marks if mark.name == "today"}
        self._thens = [mark.start for mark in marks if mark.name == "then"]
        self._soon = {mark.start for mark in marks if mark.name in _SOON}
        self._near_days = {mark.start for mark in marks if mark.name.startswith("day ")}
        self._spares = [mark for mark in marks if mark.name == "no_deadline"]
        self._clauses = clauses(text) if self._spares else sentences

    def due(self, one: Named | Duration, others: Iterable[Named] = ()) -> bool:
        """Say whether a word makes a day, or a span of time, a deadline.

        A word leads to the first of the days behind it: "for the 18th, today I see" names one.
        """
        return any(
            self._leads_to(lead, one)
            and not any(lead.end <= other.start and other.end <= one.start for other in others)
            for lead in self._leads
        ) or (
            isinstance(one, Named)
            and (not one.vague or self._timed(one))
            and any(self._beside("purpose", mark, one) for mark in self._purposes)
        )

    def ends(self, one: Named, now: datetime) -> datetime:
        """Return when the day ends as a deadline, in the zone of ``now``: its hour, or its noon."""
        hour = min(
            (beside.hour for beside in self._beside_hours(one)),
            default=_NOON if self._early(one) else _MIDNIGHT,
        )
        end = datetime.combine(one.day, hour, now.tzinfo)
        return end if end > now else datetime.combine(one.day, _MIDNIGHT, now.tzinfo)

    def _early(self, one: Named) -> bool:
        return not one.vague and any(self._beside("morning", mark, one) for mark in self._mornings)

    def _timed(self, one: Named) -> bool:
        """Say whether it is "today" at a named hour, which is said of a train and not in haste."""
        return one.start in self._todays and bool(self._beside_hours(one))

    def _beside_hours(self, one: Named) -> list[Hour]:
        return [hour for hour in self._hours if self._beside("hour", hour, one)]

    def followed(self, one: Named) -> bool:
        """Say whether "before then" leads back to the day, in its sentence or the next.

        A near day is meant even where it is the shop's: "it ships tomorrow, cancel it before that".
        """
        sentence = self._sentences.number(one.start)
        return (one.start in self._near_days or self._timed(one)) and any(
            one.end <= then and self._sentences.number(then) - sentence <= 1 for then in self._thens
        )

    def soon(self, one: Named) -> bool:
        """Say whether the day is called "tomorrow" or "the day after tomorrow"."""
        return one.start in self._soon

    def spared(self, one: Named | Duration) -> bool:
        """Say whether the day was only promised or quoted, is over or does not matter."""
        if any(start <= one.start and one.end <= end for start, end in self._quoted):
            return True
        for mark in self._spares:
            start, end = _gap(mark, one)
            if (
                self._near(mark.name, start, end)
                and not self._clauses.between(start, end)
                and not (one.end <= mark.start and _AND.search(self._text, start, end))
                and not any(start <= purpose.start < end for purpose in self._purposes)
            ):
                return True
        return False

    def _leads_to(self, lead: Occurrence, one: Named | Duration) -> bool:
        if _LEADS[lead.name] is not type(one):
            return False
        if lead.name in {"by", "within"}:
            near = one.start >= lead.end and self._near(lead.name, lead.end, one.start)
        else:
            near = one.end <= lead.start and lead.start - one.end <= _REACH_UNSPACED
        return near and not self._sentences.between(*_gap(lead, one))

    def _beside(self, kind: str, mark: Occurrence | Hour, one: Named) -> bool:
        start, end = _gap(mark, one)
        return not self._sentences.between(start, end) and self._near(kind, start, end)

    def _near(self, name: str, start: int, end: int) -> bool:
        if any(map(wide, self._text[start:end])):
            return end - start <= _REACHES_UNSPACED.get(name, _REACH_UNSPACED)
        return words_between(self._text, start, end) <= _REACHES[name]


def _gap(mark: Occurrence | Hour, one: Named | Duration) -> tuple[int, int]:
    """Return what lies between a word and a day, empty where they overlap."""
    if mark.end <= one.start:
        return mark.end, one.start
    return min(one.end, mark.start), mark.start
