"""Acknowledgements that wait for a person's word, each beside the letter that it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.states import AckState
from cases.values import Wording
from desk.highlighting import Piece, cut
from desk.stationery import Outlook, Stationery, survey
from store.protocol import Ledger
from store.values import AckView, CaseView, QueueRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be sent if a person said yes now."""

    ack: int
    #: The letter that it answers: another one since means another text.
    letter: int
    row: QueueRow
    subject: str
    #: ISO 639-1, "" where it is not known.
    language: str
    pieces: Sequence[Piece]
    photos: int
    #: None where a veto stands against it.
    wording: Wording | None
    veto: str


def waiting(ledger: Ledger, stationery: Stationery, now: datetime, limit: int) -> list[Proposal]:
    """Return those that no longer wait for further letters, the longest waiting first."""
    due = [one for one in ledger.unapproved(limit) if is_open(one, now)]
    outlook = survey(ledger, [one.case for one in due], now)
    pairs = ((one, ledger.case(one.case, now)) for one in due)
    proposed = (
        propose(one, case, stationery, outlook, now) for one, case in pairs if case is not None
    )
    return [one for one in proposed if one is not None]


def is_open(ack: AckView, now: datetime) -> bool:
    """Whether an acknowledgement waits for a person's word."""
    return ack.state is AckState.DUE and ack.approved_at is None and ack.not_before <= now


def propose(
    ack: AckView, case: CaseView, stationery: Stationery, outlook: Outlook, now: datetime
) -> Proposal | None:
    """Return what would be sent for an acknowledgement of a case.

    None where its letter is another case's by now.
    """
    verdict = case.verdict_of(ack.letter)
    if verdict is None:
        return None
    found = stationery.preview(case, ack.letter, outlook, now)
    read = verdict.letter
    return Proposal(
        ack=ack.ack,
        letter=ack.letter,
        row=case.row,
        subject=read.subject,
        language=read.language if len(read.language) == 2 else "",  # noqa: PLR2004 - ISO 639-1
        pieces=cut(read.text, verdict.triage.tags),
        photos=read.photos,
        wording=found if isinstance(found, Wording) else None,
        veto=found if isinstance(found, str) else "",
    )
