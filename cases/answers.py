"""What is known of people's answers: when each opening began and when a person answered it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.labels import Priority

#: Answers longer ago than this say nothing of how soon people answer now.
LOOK_BACK: Final = timedelta(days=28)

#: So many answers, the newest, say it; more would say no more.
NEWEST: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One opening of a case, answered or still waiting."""

    #: The id of its shop; None where none was found.
    shop: str | None
    priority: Priority
    #: When its oldest letter was received.
    received: datetime
    #: When a person first answered; None while it waits.
    answered_at: datetime | None
