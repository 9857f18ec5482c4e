"""What may become of an acknowledgement and of a case: the two transition tables.

Every change of state anywhere in triaged is a line here; the store refuses any other by
compare-and-set. Raises ``ForbiddenTransitionError`` naming state and event for an unknown pair.
The drawing in docs/architecture.md is made from these tables by a test.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class AckState(StrEnum):
    """Where an acknowledgement stands."""

    #: To be sent when its time has come.
    DUE = "due"
    #: A worker holds it under a lease; nothing has been written to a server.
    CLAIMED = "claimed"
    #: Text and promised time are committed and DATA may begin at any moment.
    SENDING = "sending"
    #: The server took it.
    SENT = "sent"
    #: The server refused this recipient or this message for good.
    REFUSED = "refused"
    #: It may or may not have been taken; never sent again by the machine.
    UNKNOWN = "unknown"
    #: Not to be sent; the reason stands beside it.
    WITHHELD = "withheld"


class AckEvent(StrEnum):
    """What can happen to an acknowledgement."""

    CLAIM = "claim"
    #: The lease ended or the worker gave it back before anything was committed.
    RELEASE = "release"
    #: A veto, shadow mode, expiry, or a person's answer.
    WITHHOLD = "withhold"
    #: Committed immediately before DATA.
    BEGIN = "begin"
    #: 2yz to the final dot.
    ACCEPT = "accept"
    #: 4yz, or a failure before DATA was written.
    DEFER = "defer"
    #: 5yz about this recipient or message.
    REFUSE = "refuse"
    #: No answer after DATA was begun, or found in ``sending`` at start.
    LOSE = "lose"
    #: Sent copy, bounce or marketplace copy proves it went out.
    PROVE_SENT = "prove-sent"
    #: Evidence proves it did not go out.
    PROVE_REFUSED = "prove-refused"
    #: A person decides to send it (again).
    RESUME = "resume"


ACK_TRANSITIONS: Final[Mapping[AckState, Mapping[AckEvent, AckState]]] = {
    AckState.DUE: {
        AckEvent.CLAIM: AckState.CLAIMED,
        AckEvent.WITHHOLD: AckState.WITHHELD,
    },
    AckState.CLAIMED: {
        AckEvent.RELEASE: AckState.DUE,
        AckEvent.DEFER: AckState.DUE,
        AckEvent.WITHHOLD: AckState.WITHHELD,
        AckEvent.REFUSE: AckState.REFUSED,
        AckEvent.BEGIN: AckState.SENDING,
    },
    AckState.SENDING: {
        AckEvent.ACCEPT: AckState.SENT,
        AckEvent.DEFER: AckState.DUE,
        AckEvent.REFUSE: AckState.REFUSED,
        AckEvent.LOSE: AckState.UNKNOWN,
        # The Sent copy can be read before the worker that waits for the 250 speaks.
        AckEvent.PROVE_SENT: AckState.SENT,
    },
    AckState.UNKNOWN: {
        AckEvent.PROVE_SENT: AckState.SENT,
        AckEvent.PROVE_REFUSED: AckState.REFUSED,
        AckEvent.RESUME: AckState.DUE,
    },
    AckState.SENT: {
        # A bounce of our acknowledgement: it left, and did not arrive.
        AckEvent.PROVE_REFUSED: AckState.REFUSED,
    },
    AckState.REFUSED: {},
    AckState.WITHHELD: {
        AckEvent.RESUME: AckState.DUE,
        # Before the store was put back from a backup, its later self has sent it.
        AckEvent.PROVE_SENT: AckState.SENT,
    },
}


class CaseState(StrEnum):
    """Whose turn it is in a case."""

    #: A person of ours must act.
    OPEN = "open"
    #: For the buyer, a warehouse or the marketplace, until a time.
    WAITING = "waiting"
    #: Put off by a person until a time.
    SNOOZED = "snoozed"
    DONE = "done"


class CaseEvent(StrEnum):
    """What can happen to a case."""

    #: The buyer writes, or a notice asks for something.
    LETTER = "letter"
    #: A person of ours answered the buyer.
    ANSWER = "answer"
    WAIT = "wait"
    SNOOZE = "snooze"
    #: The time until which it waited or slept has come.
    WAKE = "wake"
    CLOSE = "close"
    #: A person finds that something is left to do.
    REOPEN = "reopen"


CASE_TRANSITIONS: Final[Mapping[CaseState, Mapping[CaseEvent, CaseState]]] = {
    CaseState.OPEN: {
        CaseEvent.LETTER: CaseState.OPEN,
        CaseEvent.ANSWER: CaseState.WAITING,
        CaseEvent.WAIT: CaseState.WAITING,
        CaseEvent.SNOOZE: CaseState.SNOOZED,
        CaseEvent.CLOSE: CaseState.DONE,
    },
    CaseState.WAITING: {
        CaseEvent.LETTER: CaseState.OPEN,
        CaseEvent.ANSWER: CaseState.WAITING,
        CaseEvent.WAIT: CaseState.WAITING,
        CaseEvent.SNOOZE: CaseState.SNOOZED,
        CaseEvent.WAKE: CaseState.OPEN,
        CaseEvent.CLOSE: CaseState.DONE,
    },
    CaseState.SNOOZED: {
        CaseEvent.LETTER: CaseState.OPEN,
        CaseEvent.ANSWER: CaseState.WAITING,
        CaseEvent.WAIT: CaseState.WAITING,
        CaseEvent.SNOOZE: CaseState.SNOOZED,
        CaseEvent.WAKE: CaseState.OPEN,
        CaseEvent.CLOSE: CaseState.DONE,
    },
    CaseState.DONE: {
        CaseEvent.LETTER: CaseState.OPEN,
        CaseEvent.ANSWER: CaseState.DONE,
        CaseEvent.REOPEN: CaseState.OPEN,
    },
}


class ForbiddenTransitionError(Exception):
    """This state does not know this event."""

    def __init__(self, state: StrEnum, event: StrEnum) -> None:
        """Name the state and the event."""
        super().__init__(f"{type(state).__name__} {state} does not know the event {event}")


def follow_ack(state: AckState, event: AckEvent) -> AckState:
    """Return the state that follows; an unknown pair raises ``ForbiddenTransitionError``."""
    try:
        return ACK_TRANSITIONS[state][event]
    except KeyError:
        raise ForbiddenTransitionError(state, event) from None


def follow_case(state: CaseState, event: CaseEvent) -> CaseState:
    """Return the state that follows; an unknown pair raises ``ForbiddenTransitionError``."""
    try:
        return CASE_TRANSITIONS[state][event]
    except KeyError:
        raise ForbiddenTransitionError(state, event) from None


def sources_of(event: AckEvent) -> tuple[AckState, ...]:
    """Return every state an acknowledgement may be in when ``event`` happens."""
    return tuple(state for state, row in ACK_TRANSITIONS.items() if event in row)
