"""Signals: what a letter says beside its topic: anger, repeats, a threat, a present, a deadline.

The rulebooks find the words; here they meet the letter: whose words they are (a marketplace that
speaks alone is neither angry nor in haste), what its tags make of a present's day, and which of the
days that it names is the nearest deadline. Pure; nothing fails. Practice rules S1.11 and S3.17.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Final

from cases.clocks import nearest
from cases.values import Letter, Signals
from classifier.dates import deadline, names_past_feast
from classifier.notices import DISPUTES, is_routine, speaks_alone
from classifier.priority import AWAITING
from classifier.rules import Findings
from classifier.shouting import shouts

#: Where a month is written before its day.
_MONTH_FIRST: Final = frozenset({"amazon.com", "amazon.ca", "walmart"})

#: A day beside the figure of its month, or the sign of a month.
_MONTH: Final = re.compile(r"\d\s?[./-]\s?\d|\d\s?月")


def find_signals(
    letter: Letter,
    found: Sequence[Findings],
    tags: Sequence[str],
    written: datetime,
    zone: tzinfo,
) -> Signals:
    """Return what a letter says beside its topic.

    Args:
        letter: a buyer's, or a notice.
        found: what the rulebooks found in its words and its subject.
        tags: its tags, main tag first.
        written: its own date; aware, UTC.
        zone: the buyer's, in which a named day ends.
    """
    buyers = not speaks_alone(letter)
    said = {hit.label for one in found for hit in one.signals if buyers}
    anger = buyers and ("anger" in said or shouts(letter.text))
    ends = [
        (end, _names_month(one))
        for one in found
        if not is_routine(letter)
        and (
            end := deadline(
                one.folded.text,
                one.marks,
                None if "gift-order" in tags else one.presents,
                one.sentences,
                written=written,
                zone=zone,
                month_first=letter.language == "en"
                and (letter.marketplace is None or letter.marketplace in _MONTH_FIRST),
                angry=anger,
                awaited=not AWAITING.isdisjoint(tags),
            )
        )
    ]
    stated = nearest(*_of_one_month(ends, zone), _notice_deadline(letter))
    return Signals(
        anger=anger,
        repeated="repeated" in said,
        deadline=stated,
        gift_date="gift-date" in said
        and "gift-order" in tags
        and ("late-delivery" in tags or not _is_over(found, written, zone)),
        withdrawal="withdrawal" in said,
        review_threat="review-threat" in said,
    )


def _of_one_month(ends: Sequence[tuple[datetime, bool]], zone: tzinfo) -> Iterable[datetime]:
    """Yield the deadlines; of the same day in two months the later, where one names no month.

    "For the 24th" is Christmas Eve where the letter speaks of the tree.
    """
    days = [end.astimezone(zone).date() for end, _ in ends]
    return (
        end
        for (end, sure), day in zip(ends, days, strict=True)
        if sure or not any(other > day and other.day == day.day for other in days)
    )


def _names_month(one: Findings) -> bool:
    """Say whether a month is named in a text, by its name or in figures."""
    named = any(mark.name.startswith("month ") for mark in one.marks)
    return named or _MONTH.search(one.folded.text) is not None


def _is_over(found: Iterable[Findings], written: datetime, zone: tzinfo) -> bool:
    """Say whether the only day of a present that is named is a feast of the past.

    What is still awaited for it is late all the more.
    """
    return all(
        names_past_feast(
            one.folded.text, one.marks, one.presents, one.sentences, written=written, zone=zone
        )
        for one in found
        if one.presents
    )


def _notice_deadline(letter: Letter) -> datetime | None:
    """Return the deadline of a claim or dispute; a notice's routine clock is no stated deadline."""
    if letter.notice is None or letter.notice.topic not in DISPUTES:
        return None
    return letter.notice.deadline
