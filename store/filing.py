"""Filing: what becomes of letters and their acknowledgements, decided under the buyers' locks.

``store.clerk`` decides; here is read what it needs and written what it said. Letters are filed in
the order given, which is that of receipt; one that is filed already is not filed again.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from cases.labels import Kind
from store import approaches, places, settings
from store.clerk import Clerk, Outcome
from store.dossiers import Dossiers
from store.intake_values import Filed, Filing
from store.letters import LetterState, finish, lock
from store.replies import SqlReplies
from store.transaction import Transaction

#: What is said of a letter that was filed before.
ALREADY: Final = "already"


def file(tx: Transaction, filings: Sequence[Filing], now: datetime) -> tuple[Filed, ...]:
    """File letters in order; return what became of each."""
    known = lock(tx, [one.letter for one in filings])
    waiting = {
        one.letter: one
        for one in filings
        if one.letter in known and known[one.letter]["state"] == LetterState.ACCEPTED
    }
    dossiers = Dossiers(tx, [one.verdict.letter for one in waiting.values()], now)
    clerk = Clerk(dossiers, settings.permit(tx), known, now)
    outcomes = {letter: clerk.file(filing) for letter, filing in waiting.items()}
    dossiers.write()
    numbers = {letter: _number(dossiers, one.position) for letter, one in outcomes.items()}
    if ours := [
        one.verdict.letter.message_id
        for one in waiting.values()
        if one.verdict.letter.kind is Kind.OWN and one.verdict.letter.message_id
    ]:
        SqlReplies(tx).prove_sent(ours, now)
    approaches.remember(
        tx,
        [
            (one.verdict.letter, one.verdict.received)
            for one in waiting.values()
            if one.verdict.letter.kind is Kind.OWN
        ],
    )
    finish(
        tx,
        [
            _letter_row(waiting[letter], outcome, numbers[letter], now)
            for letter, outcome in outcomes.items()
        ],
    )
    places.ask_marks(tx, [letter for letter, number in numbers.items() if number is not None])
    return tuple(
        Filed(
            letter=one.letter,
            case=numbers[one.letter],
            why=outcomes[one.letter].why,
            acknowledgement=outcomes[one.letter].acknowledgement,
            answers=_number(dossiers, outcomes[one.letter].answers),
        )
        if one.letter in outcomes
        else Filed(
            letter=one.letter,
            case=known.get(one.letter, {}).get("case_id"),
            why=ALREADY,
            acknowledgement="none",
        )
        for one in filings
    )


def _number(dossiers: Dossiers, position: int | None) -> int | None:
    return None if position is None else dossiers.number(position)


def _letter_row(
    filing: Filing, outcome: Outcome, number: int | None, now: datetime
) -> dict[str, Any]:
    verdict = filing.verdict
    return {
        "letter": filing.letter,
        "state": LetterState.RECORDED if number is None else LetterState.FILED,
        "reason": outcome.reason,
        "filed_at": now,
        "case_id": number,
        "opening": outcome.opening,
        "message_id": verdict.letter.message_id,
        "received": verdict.received,
        "level": verdict.triage.priority.level,
        "tags": [tag.tag for tag in verdict.triage.tags],
        "verdict": verdict,
    }
