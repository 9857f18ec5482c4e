"""The transition tables allow what they name and refuse everything else."""

import itertools
from enum import StrEnum

import pytest

from cases.states import (
    ACK_TRANSITIONS,
    CASE_TRANSITIONS,
    AckEvent,
    AckState,
    CaseEvent,
    CaseState,
    ForbiddenTransitionError,
    follow_ack,
    follow_case,
    sources_of,
)

SENDABLE = {AckState.DUE, AckState.CLAIMED}


@pytest.mark.parametrize(("state", "event"), list(itertools.product(AckState, AckEvent)))
def test_an_acknowledgement_follows_its_table(state: AckState, event: AckEvent) -> None:
    """A pair in the table gives the next state; any other raises naming both."""
    expected = ACK_TRANSITIONS[state].get(event)
    if expected is None:
        with pytest.raises(ForbiddenTransitionError, match=f"{state} .* {event}"):
            follow_ack(state, event)
    else:
        assert expected == follow_ack(state, event)


@pytest.mark.parametrize(("state", "event"), list(itertools.product(CaseState, CaseEvent)))
def test_a_case_follows_its_table(state: CaseState, event: CaseEvent) -> None:
    """A pair in the table gives the next state; any other raises naming both."""
    expected = CASE_TRANSITIONS[state].get(event)
    if expected is None:
        with pytest.raises(ForbiddenTransitionError, match=f"{state} .* {event}"):
            follow_case(state, event)
    else:
        assert expected == follow_case(state, event)


def test_every_state_has_its_row() -> None:
    """No state is forgotten in a table."""
    assert (set(AckState), set(CaseState)) == (set(ACK_TRANSITIONS), set(CASE_TRANSITIONS))


@pytest.mark.parametrize("event", AckEvent)
def test_an_event_has_one_target(event: AckEvent) -> None:
    """Wherever it comes from, an event leads to one state."""
    assert 1 == len({follow_ack(state, event) for state in sources_of(event)})


def test_the_machine_never_sends_what_may_have_gone_out() -> None:
    """From sending, sent, refused and unknown nothing but a person or a firm no leads back."""
    back = {
        (state, event)
        for state, row in ACK_TRANSITIONS.items()
        for event, target in row.items()
        if state not in SENDABLE and target in SENDABLE
    }
    expected: set[tuple[StrEnum, StrEnum]] = {
        (AckState.SENDING, AckEvent.DEFER),
        (AckState.UNKNOWN, AckEvent.RESUME),
        (AckState.WITHHELD, AckEvent.RESUME),
    }

    assert expected == back


def test_data_begins_from_a_claim_alone() -> None:
    """Nothing reaches ``sending`` that no worker holds."""
    assert (AckState.CLAIMED,) == sources_of(AckEvent.BEGIN)


@pytest.mark.parametrize("state", CaseState)
def test_a_letter_opens_any_case(state: CaseState) -> None:
    """Waiting, snoozed or done: a buyer who writes is seen."""
    assert CaseState.OPEN == follow_case(state, CaseEvent.LETTER)
