"""Acknowledgements on their way: claimed, or brought into a state."""

from cases.states import AckEvent, AckState
from store.outgoing_values import Claim
from store.protocol import Store
from store.values import AckView
from tests.store.builders import (
    begin,
    claim,
    letter,
    receive,
    settle,
    verdict,
)


def held(store: Store, **written: object) -> Claim:
    """Receive a letter and claim its acknowledgement."""
    receive(store, verdict(letter(**written)))
    (one,) = claim(store)
    return one


def only(store: Store) -> AckView:
    """Return the one acknowledgement there is."""
    (ack,) = store.read(lambda ledger: ledger.acks(10))
    return ack


def bring_to(store: Store, state: AckState) -> Claim:
    """Receive a letter and bring its acknowledgement into ``state``; return its claim."""
    one = held(store)
    if state in {AckState.CLAIMED, AckState.DUE, AckState.WITHHELD}:
        ends = {AckState.DUE: AckEvent.RELEASE, AckState.WITHHELD: AckEvent.WITHHOLD}
    else:
        begin(store, one)
        ends = {
            AckState.SENT: AckEvent.ACCEPT,
            AckState.REFUSED: AckEvent.REFUSE,
            AckState.UNKNOWN: AckEvent.LOSE,
        }
    if state in ends:
        settle(store, one, ends[state])
    return one
