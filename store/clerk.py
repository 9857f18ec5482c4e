"""The clerk: decides letter by letter what becomes of cases and acknowledgements, on dossiers.

A buyer's letter or a notice that asks for something opens, joins or reopens a case
(cases/joining.py). A letter of our own proves an acknowledgement sent or answers a case; a bounce
proves one refused (cases/evidence.py); all else is recorded with its kind as the reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from cases import opening
from cases.joining import Join, concerns_a_person, join
from cases.labels import Fulfilment, Kind
from cases.modes import Permit
from cases.states import AckState, CaseEvent, CaseState, follow_case
from cases.values import Verdict
from store import evidence
from store.cases import CaseRow, newest
from store.dossiers import Dossiers, Heard
from store.due import AckRow
from store.events import EventName
from store.handles import Sort
from store.intake_values import Filing
from store.searching import words_of
from store.transaction import Row

#: An acknowledgement keeps the letter that says more than one with this main tag.
_VAGUE: Final = "other"

#: What is said of a letter whose opening has its acknowledgement, and the veto it meets where
#: that cannot wait for it any more.
JOINED: Final = "joined"
ACKNOWLEDGED: Final = "acknowledged"

#: The veto of a letter from somebody whom our people wrote to first.
WRITTEN_FIRST: Final = "written-first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a letter, before its case has a number."""

    why: str
    #: The veto, or the kind of a letter without a case.
    reason: str | None
    acknowledgement: str = "none"
    #: The dossier and the opening it joined.
    position: int | None = None
    #: The dossier whose clocks it stopped.
    answers: int | None = None
    opening: int | None = None


class Clerk:
    """Decides letter by letter, on dossiers."""

    def __init__(
        self, dossiers: Dossiers, permit: Permit, known: Mapping[int, Row], now: datetime
    ) -> None:
        self.dossiers = dossiers
        self._permit = permit
        self._known = known
        self._now = now

    def file(self, filing: Filing) -> Outcome:
        """Return what becomes of a letter, with all that follows for cases changed."""
        letter = filing.verdict.letter
        if concerns_a_person(letter):
            return self._join(filing)
        kind, answers = letter.kind, None
        match kind:
            case Kind.OWN:
                answers = evidence.hear_ourselves(self.dossiers, filing)
            case Kind.BOUNCE:
                evidence.hear_bounce(self.dossiers, filing)
        self.dossiers.tell(None, EventName.LETTER_RECORDED, filing.letter, kind=kind)
        return Outcome(why=kind, reason=kind, answers=answers)

    def _join(self, filing: Filing) -> Outcome:
        letter = filing.verdict.letter
        candidates = self.dossiers.candidates([letter.buyer], letter.order_ids)
        found = self._begin_anew(join(letter, candidates, self._now), filing)
        if found.case is None:
            position, name = self._open(filing, found), EventName.CASE_OPENED
        else:
            position, name = found.case, self._continue(filing, found)
        dossier = self.dossiers.all[position]
        dossier.hold(Sort.ORDER, letter.order_ids)
        dossier.hold(Sort.CASE_ID, [letter.case_id] if letter.case_id else [])
        dossier.words |= words_of(letter)
        self.dossiers.index(position)
        if letter.message_id:
            heard = Heard(position=position, received=filing.verdict.received)
            self.dossiers.heard[letter.message_id] = heard
        self.dossiers.tell(position, EventName.LETTER_FILED, filing.letter, kind=letter.kind)
        self.dossiers.tell(position, name, filing.letter, why=found.why)
        evidence.believe_reply(self.dossiers, position, filing)
        acknowledgement, reason = self._acknowledge(position, filing)
        return Outcome(
            why=found.why,
            reason=reason,
            acknowledgement=acknowledgement,
            position=position,
            opening=found.opening,
        )

    def _begin_anew(self, found: Join, filing: Filing) -> Join:
        """Let a new matter in an acknowledged opening begin the next one; its clocks run on."""
        if found.case is None or self._veto(filing.verdict) is not None:
            return found
        dossier = self.dossiers.all[found.case]
        ack = dossier.acks.get(found.opening)
        if (
            ack is None
            or ack.state in {AckState.DUE, AckState.CLAIMED}
            or not opening.is_new_matter(
                dossier.row.said, filing.verdict, frozenset(dossier.held[Sort.ORDER])
            )
        ):
            return found
        return replace(found, opening=found.opening + 1)

    def _open(self, filing: Filing, found: Join) -> int:
        verdict, letter = filing.verdict, filing.verdict.letter
        linked = None if found.linked is None else self.dossiers.all[found.linked].number
        return self.dossiers.open(
            CaseRow(
                buyer=letter.buyer,
                state=CaseState.OPEN,
                opening=found.opening,
                opened_at=self._now,
                linked=linked,
                **newest(verdict),
                marketplace=letter.marketplace,
                shop=verdict.decision.shop,
                order_id=next(iter(letter.order_ids), None),
                fulfilment=letter.fulfilment,
                letters=1,
                photos=letter.photos,
                unanswered=1,
                said=opening.begin(verdict, filing.limit_at),
            )
        )

    def _continue(self, filing: Filing, found: Join) -> EventName:
        verdict, letter = filing.verdict, filing.verdict.letter
        dossier = self.dossiers.all[found.case or 0]
        row, again = dossier.row, found.opening > dossier.row.opening
        dossier.row = replace(
            row,
            buyer=row.buyer or letter.buyer,
            state=follow_case(row.state, CaseEvent.LETTER),
            opening=found.opening,
            answered=row.answered and not again,
            answered_at=None if again else row.answered_at,
            closed_at=None,
            **(newest(verdict) if verdict.received >= row.newest_at else {}),
            marketplace=row.marketplace or letter.marketplace,
            shop=row.shop or verdict.decision.shop,
            order_id=row.order_id or next(iter(letter.order_ids), None),
            fulfilment=letter.fulfilment
            if row.fulfilment is Fulfilment.UNKNOWN
            else row.fulfilment,
            letters=row.letters + 1,
            photos=row.photos + letter.photos,
            unanswered=1 if again and row.answered else row.unanswered + 1,
            awaited=None,
            wake_at=None,
            said=opening.begin(verdict, filing.limit_at)
            if again and row.answered
            else opening.hear(row.said, verdict, filing.limit_at),
        )
        reopened = again or row.state is not CaseState.OPEN
        return EventName.CASE_REOPENED if reopened else EventName.CASE_JOINED

    def _acknowledge(self, position: int, filing: Filing) -> tuple[str, str | None]:
        """Return what is said of the acknowledgement, and the veto that the letter met."""
        dossier, verdict = self.dossiers.all[position], filing.verdict
        number = dossier.row.opening
        ack, reason = dossier.acks.get(number), self._veto(verdict)
        if reason is not None:
            self.dossiers.tell(position, EventName.ACK_WITHHELD, filing.letter, reason=reason)
            return f"withheld:{reason}", reason
        if ack is None:
            kept = self._known[filing.letter]
            held = self._permit.withholds(verdict.decision.shop, kept["mailbox"], kept["arrived"])
            dossier.acks[number] = self._make(filing, number, held)
            if held is not None:
                self.dossiers.tell(position, EventName.ACK_WITHHELD, filing.letter, reason=held)
                return f"withheld:{held}", None
            self.dossiers.tell(position, EventName.ACK_DUE, filing.letter)
            return AckState.DUE, None
        if ack.state is AckState.DUE:
            dossier.acks[number] = _move(ack, filing)
            self.dossiers.tell(position, EventName.ACK_MOVED, filing.letter)
            return JOINED, None
        return JOINED, ACKNOWLEDGED

    def _veto(self, verdict: Verdict) -> str | None:
        """Return why a letter gets no acknowledgement: for itself, or for what the store knows."""
        letter, decision = verdict.letter, verdict.decision
        if not decision.send:
            return decision.reason
        approached = None if letter.relay else self.dossiers.approached.get(letter.buyer)
        return WRITTEN_FIRST if approached and approached < verdict.received else None

    def _make(self, filing: Filing, number: int, held: str | None) -> AckRow:
        return AckRow(
            opening=number,
            letter_id=filing.letter,
            state=AckState.DUE if held is None else AckState.WITHHELD,
            reason=held,
            since=self._now,
            not_before=filing.not_before,
            not_after=filing.not_after,
            settled_at=None if held is None else self._now,
            **_address(filing),
        )


def _move(ack: AckRow, filing: Filing) -> AckRow:
    """Wait once more for a buyer who goes on writing, and answer the letter that says most."""
    later = max(ack.not_before, min(filing.not_before, ack.not_after))
    moved = replace(ack, not_before=ack.not_before if ack.moved else later, moved=True)
    if filing.verdict.triage.main == _VAGUE:
        return moved
    # What a person approved was another text.
    return replace(moved, letter_id=filing.letter, approved_at=None, **_address(filing))


def _address(filing: Filing) -> dict[str, Any]:
    sender = filing.verdict.letter.sender.lower()
    return {"address": sender, "domain": sender.rpartition("@")[2]}
