"""The circuit breaker: when what is refused, returned or objected to is more than chance.

A cumulative sum for each subject: a failure adds one, an acceptance takes a quarter off, never
below zero. One failure in five keeps it where it is; what begins to fail altogether reaches the
threshold after as many sends as the threshold, however well it went for years before. A template
trips before all that is wider, so that everything else goes on.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cases.pauses import Scope, Subject
from cases.values import Triage


class Sign(StrEnum):
    """What tells how a subject fares."""

    ACCEPTED = "accepted"
    #: The server refused this recipient or message for good.
    REFUSED = "refused"
    #: It came back.
    BOUNCED = "bounced"
    #: The buyer does not want our mail.
    OPTED_OUT = "opted-out"
    #: A person gave its letter another main tag: it said the wrong thing.
    CORRECTED = "corrected"
    #: A person took that back.
    UPHELD = "upheld"


#: What each sign adds to a sum.
WEIGHTS: Final[Mapping[Sign, float]] = MappingProxyType(
    {
        Sign.ACCEPTED: -0.25,
        Sign.REFUSED: 1.0,
        Sign.BOUNCED: 1.0,
        Sign.OPTED_OUT: 1.0,
        Sign.CORRECTED: 0.5,
        Sign.UPHELD: -0.5,
    }
)

#: Whom a sign suspects, where that is not all that its message is of: what was wrongly read and
#: said is the doing of the model and the template, never that of a shop or a server.
_READING: Final = frozenset({Scope.TEMPLATE, Scope.MODEL})
SUSPECTS: Final[Mapping[Sign, frozenset[Scope]]] = MappingProxyType(
    {Sign.CORRECTED: _READING, Sign.UPHELD: _READING}
)

#: At this sum a subject is paused.
THRESHOLDS: Final[Mapping[Scope, float]] = MappingProxyType(
    {
        Scope.TEMPLATE: 5.0,
        Scope.SHOP: 10.0,
        Scope.MODEL: 10.0,
        Scope.MAILBOX: 10.0,
        Scope.PROVIDER: 20.0,
    }
)


def suspects(subjects: Collection[Subject], sign: Sign) -> frozenset[Subject]:
    """Return those of a message's subjects that a sign speaks of."""
    scopes = SUSPECTS.get(sign, frozenset(Scope))
    return frozenset(one for one in subjects if one.scope in scopes)


def judge_correction(triage: Triage, before: str | None, after: str | None) -> Sign | None:
    """Return what a person's correction says of the acknowledgement of a letter read so.

    Args:
        triage: how the letter was read.
        before: the main tag that stood until now; None is the letter's own.
        after: the one that stands from now on; None is the letter's own.
    """
    # A text that spoke of no matter has said nothing that could be wrong.
    if triage.unsure or not triage.say_it:
        return None
    was_wrong, is_wrong = (tag not in {None, triage.main} for tag in (before, after))
    if was_wrong == is_wrong:
        return None
    return Sign.CORRECTED if is_wrong else Sign.UPHELD


def follow(total: float, sign: Sign) -> float:
    """Return a subject's sum after a further sign, by ``WEIGHTS``; it is never below 0."""
    return max(0.0, total + WEIGHTS[sign])


def is_tripped(scope: Scope, total: float) -> bool:
    """Whether a subject of this kind is to be paused at this sum."""
    return total >= THRESHOLDS.get(scope, float("inf"))
