"""A row of the queue as it is shown: short words instead of values, in the person's language."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.deeds import RATED_BY
from cases.reasons import unsaid
from desk.clocks import Left, ago, left
from desk.language import Words
from store.values import QueueRow

#: Columns of a buyer's words on a row; an East Asian sign takes two.
_WIDTH: Final = 80
_DATED: Final = re.compile(r"(deadline|gift deadline) (\S+)")
_LANGUAGE: Final = re.compile("[a-z]{2}")
#: Signs that turn the direction of what follows, and all control characters.
_UNSHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says."""

    case: int
    rank: str
    #: The rank's tenth, 0 to 9, for its bar.
    tenth: int
    #: urgent, high, normal, low.
    priority: str
    tags: str
    excerpt: str
    #: BCP 47 of the excerpt, "" where it is not known.
    language: str
    #: Who works on it, "" for nobody.
    hold: str
    #: Order, marketplace, shop, language, photos, letters, acknowledgement.
    facts: str
    #: Why it ranks here.
    why: str
    promise: Left | None
    limit: Left | None


def make_row(row: QueueRow, now: datetime, words: Words) -> Row:
    """Return what the queue says of a case."""
    tags = [words.label("tag", tag) for tag in row.tags]
    if row.unsure:
        tags.append(words("queue.unsure-mark"))
    facts = (
        words("queue.escalated") if row.escalated_at else None,
        words("queue.of", name=row.assignee) if row.assignee else None,
        _say_rest(row, words),
        row.order_id,
        row.marketplace,
        row.shop,
        row.language if row.language != "unknown" else None,
        words.label("fulfilment", row.fulfilment) if row.fulfilment.value != "unknown" else None,
        words("queue.photos", n=row.photos) if row.photos else None,
        words("queue.letters", n=row.unanswered, ago=ago(row.newest_at, now, words))
        if row.unanswered > 1
        else None,
        words.label("ack", row.ack.value if row.ack else "none"),
    )
    return Row(
        case=row.case,
        rank=f"{row.rank:.0f}",
        tenth=min(9, int(row.rank / 10)),
        priority=row.priority.value,
        tags=", ".join(tags),
        excerpt=shorten(row.excerpt or row.subject) or "—",
        language=row.language if _LANGUAGE.fullmatch(row.language) else "",
        hold=words("queue.held", name=row.holder) if row.holder else "",
        facts=" · ".join(plain(fact) for fact in facts if fact),
        why=", ".join(say_reasons(row.reasons, words)),
        promise=left(row.running(row.promise_at), now, words),
        limit=left(row.running(row.limit_at), now, words),
    )


def _say_rest(row: QueueRow, words: Words) -> str | None:
    """Return for whom a case waits, where it does."""
    return words(f"queue.waits-{row.awaited}") if row.awaited else None


def say_reasons(reasons: Iterable[str], words: Words) -> list[str]:
    """Return the reasons of a rank in the person's language."""
    return [_say_reason(reason, words) for reason in unsaid(reasons)]


def _say_reason(reason: str, words: Words) -> str:
    if reason.startswith(RATED_BY):
        return words("reason.rated", name=reason.removeprefix(RATED_BY))
    if dated := _DATED.fullmatch(reason):
        return words(f"reason.{dated[1]}", date=dated[2])
    return words.label("reason", reason)


def plain(text: str) -> str:
    """Return a buyer's words without signs that could disturb what stands around them."""
    return _UNSHOWN.sub(" ", text)


def shorten(text: str, width: int = _WIDTH) -> str:
    """Return as much of the text as fits into so many columns, on one line."""
    line = " ".join(plain(text).split())
    if line.isascii():
        return line if len(line) <= width else f"{line[:width]}…"
    used = 0
    for position, char in enumerate(line):
        used += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if used > width:
            return f"{line[:position]}…"
    return line
