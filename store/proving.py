"""What our own mail, bounces and buyers' replies prove, and what follows for their cases.

What counts as proof is decided in cases/evidence.py.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from cases.evidence import aliases, find_answered, is_copy, named
from cases.states import AckEvent, AckState, CaseEvent, follow_case, sources_of
from store.dossiers import Dossiers, Heard
from store.due import AckRow
from store.events import EventName
from store.handles import Sort
from store.values import Filing
from store.wanted import referred

#: Why an acknowledgement is withheld when a person was faster.
ANSWERED: Final = "answered"


def hear_ourselves(dossiers: Dossiers, filing: Filing) -> None:
    """Take a letter of ours for an acknowledgement's copy, or for a person's answer.

    What bears an automatic mark (RFC 3834) was written by no person and answers nothing.
    """
    letter = filing.verdict.letter
    names = referred(letter)
    spoken = {dossiers.heard[name] for name in names if name in dossiers.heard}
    found = dossiers.candidates(
        buyers=aliases(letter.recipients), sent=names | {letter.message_id or ""}
    )
    near = sorted({one.case for one in found} | {one.position for one in spoken})
    for position in near:
        for ack in dossiers.all[position].acks.values():
            if ack.dispatched is not None and is_copy(letter, ack.dispatched):
                _prove_sent(dossiers, position, ack, filing.letter, "copy")
                return
    if letter.vetoes:
        return
    candidates = [dossiers.all[position].candidate(position) for position in near]
    answered = find_answered(letter, candidates, {one.position for one in spoken})
    if answered is not None:
        _answer(dossiers, answered, filing, spoken)


def hear_bounce(dossiers: Dossiers, filing: Filing) -> None:
    """Find our acknowledgement in what came back."""
    names = named(filing.verdict.letter)
    for candidate in dossiers.candidates(sent=names):
        position = candidate.case
        for ack in tuple(dossiers.all[position].acks.values()):
            if ack.dispatched is None or ack.dispatched.message_id not in names:
                continue
            event = AckEvent.PROVE_REFUSED
            if not dossiers.follow(position, ack, event, filing.letter, "bounce"):
                dossiers.tell(position, EventName.ACK_BOUNCED, filing.letter)


def believe_reply(dossiers: Dossiers, position: int, filing: Filing) -> None:
    """Take a buyer who answers an acknowledgement at their word: it arrived."""
    names = referred(filing.verdict.letter)
    for ack in tuple(dossiers.all[position].acks.values()):
        if ack.dispatched is not None and ack.dispatched.message_id in names:
            _prove_sent(dossiers, position, ack, filing.letter, "reply")


def _prove_sent(dossiers: Dossiers, position: int, ack: AckRow, letter: int, reason: str) -> None:
    """Settle what was in doubt; what is due again after a 4yz that was none stays unsent."""
    proved = AckEvent.PROVE_SENT
    event = proved if ack.state in sources_of(proved) else AckEvent.WITHHOLD
    dossiers.follow(position, ack, event, letter, reason)


def _answer(dossiers: Dossiers, position: int, filing: Filing, spoken: Collection[Heard]) -> None:
    """Stop the clocks, unless the buyer has written again since the person did."""
    dossier, verdict = dossiers.all[position], filing.verdict
    row = dossier.row
    answered_to = [one.received for one in spoken if one.position == position]
    if max([verdict.received, *answered_to]) < row.newest_at:
        return
    dossier.row = replace(
        row,
        state=follow_case(row.state, CaseEvent.ANSWER),
        answered=True,
        answered_at=row.answered_at or verdict.received,
    )
    if verdict.letter.message_id:
        dossier.hold(Sort.SENT, [verdict.letter.message_id])
        dossiers.index(position)
    dossiers.tell(position, EventName.CASE_ANSWERED, filing.letter)
    ack = dossier.acks.get(row.opening)
    if ack is not None and ack.state in {AckState.DUE, AckState.CLAIMED}:
        dossiers.follow(position, ack, AckEvent.WITHHOLD, filing.letter, ANSWERED)
