"""What our own mail, bounces and buyers' replies prove, and what follows for their cases.

What counts as proof is decided in cases/evidence.py.
"""

from collections.abc import Collection
from typing import Final

from cases.evidence import DELIVERY_PROGRESS, aliases, find_answered, is_copy, named
from cases.modes import RESTORED
from cases.states import AckEvent, AckState, sources_of
from cases.values import Letter
from store.acknowledgements import ANSWERED
from store.cases import after_answer
from store.dossiers import Dossiers, Heard
from store.due import AckRow
from store.events import EventName
from store.handles import Sort
from store.intake_values import Filing
from store.wanted import referred

#: Why an acknowledgement did not arrive: it came back, or its buyer takes none.
BOUNCE: Final = "bounce"
OPT_OUT: Final = "opt-out"


def hear_ourselves(dossiers: Dossiers, filing: Filing) -> int | None:
    """Take a letter of ours for an acknowledgement's copy, or for a person's answer.

    Returns the position of the case that it answers.
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
                return None
    if letter.vetoes:
        _recognise(dossiers, filing, spoken)
        return None
    candidates = [dossiers.all[position].candidate(position) for position in near]
    answered = find_answered(letter, candidates, {one.position for one in spoken})
    if answered is None or not _answer(dossiers, answered, filing, spoken):
        return None
    return answered


def hear_bounce(dossiers: Dossiers, filing: Filing) -> None:
    """Find our acknowledgement in what came back, or in what its buyer did not want to have."""
    letter = filing.verdict.letter
    opted_out = letter.notice is not None and letter.notice.topic == OPT_OUT
    for position, ack in _named(dossiers, letter) or _of_order(dossiers, letter):
        reason = OPT_OUT if opted_out else BOUNCE
        if not dossiers.follow(position, ack, AckEvent.PROVE_REFUSED, filing.letter, reason):
            dossiers.tell(position, EventName.ACK_BOUNCED, filing.letter)


def _named(dossiers: Dossiers, letter: Letter) -> list[tuple[int, AckRow]]:
    names = named(letter)
    return [
        (candidate.case, ack)
        for candidate in dossiers.candidates(sent=names)
        for ack in dossiers.all[candidate.case].acks.values()
        if ack.dispatched is not None and ack.dispatched.message_id in names
    ]


def _of_order(dossiers: Dossiers, letter: Letter) -> list[tuple[int, AckRow]]:
    """Return the acknowledgement that a marketplace means which names the order alone.

    Only where one case has that order, and no person has answered it: else it may be theirs.
    """
    found = dossiers.candidates(orders=letter.order_ids)
    if len(found) != 1 or letter.kind_reason == DELIVERY_PROGRESS:
        return []
    dossier = dossiers.all[found[0].case]
    ack = dossier.acks.get(dossier.row.opening)
    if ack is None or ack.state is not AckState.SENT or dossier.row.answered:
        return []
    return [(found[0].case, ack)]


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


def _recognise(dossiers: Dossiers, filing: Filing, spoken: Collection[Heard]) -> None:
    """Take automatic mail of ours for an acknowledgement that the store has forgotten.

    Put back from a backup, it knows no Message-ID of what left after that; what answers the same
    letter, goes to the same buyer and was written by no person is that acknowledgement.
    """
    to = aliases(filing.verdict.letter.recipients)
    for position in {one.position for one in spoken}:
        for ack in tuple(dossiers.all[position].acks.values()):
            if ack.state is AckState.WITHHELD and ack.reason == RESTORED and ack.address in to:
                dossiers.follow(position, ack, AckEvent.PROVE_SENT, filing.letter, RESTORED)
                return


def _answer(dossiers: Dossiers, position: int, filing: Filing, spoken: Collection[Heard]) -> bool:
    """Stop the clocks, unless the buyer has written again since the person did."""
    dossier, verdict = dossiers.all[position], filing.verdict
    row = dossier.row
    answered_to = [one.received for one in spoken if one.position == position]
    if max([verdict.received, *answered_to]) < row.newest_at:
        return False
    if row.answered and verdict.letter.message_id in dossier.held[Sort.SENT]:
        # The copy of a reply whose acceptance we have seen.
        return True
    dossier.row = after_answer(row, verdict.received)
    if verdict.letter.message_id:
        dossier.hold(Sort.SENT, [verdict.letter.message_id])
        dossiers.index(position)
    dossiers.tell(position, EventName.CASE_ANSWERED, filing.letter)
    ack = dossier.acks.get(row.opening)
    if ack is not None and ack.state in {AckState.DUE, AckState.CLAIMED}:
        dossiers.follow(position, ack, AckEvent.WITHHOLD, filing.letter, ANSWERED)
    return True
