"""Acknowledgements on their way out: the protocol's words, each bound to its table's module."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cases.absences import Absence
from cases.approvals import HOLD
from cases.brake import Volume
from cases.pace import Room, Urgency, Window
from cases.pauses import Pause, Subject
from cases.states import AckEvent
from store import (
    absences,
    acknowledgements,
    approving,
    claims,
    corrections,
    pauses,
    picking,
    recovery,
    retracting,
    sendings,
)
from store.desk_values import Outcome
from store.outgoing_values import Claim, Dispatch, Recovery, Terms
from store.replies import SqlReplies
from store.schema import letters as letter_table
from store.transaction import Transaction


class SqlOutgoing:
    """Each method is documented in ``store.outgoing_protocol``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def claim(
        self,
        worker: str,
        mailboxes: Sequence[str],
        limit: int,
        lease: timedelta,
        now: datetime,
        *,
        terms: Terms | None = None,
    ) -> tuple[Claim, ...]:
        """Take due acknowledgements."""
        return claims.claim(
            self._tx,
            worker=worker,
            mailboxes=mailboxes,
            limit=limit,
            lease=lease,
            now=now,
            terms=terms,
        )

    def room(self, terms: Terms, urgency: Urgency, now: datetime) -> Room:
        """Say how many may leave."""
        return sendings.find(self._tx, terms, urgency, now)

    def admit(self, terms: Terms, urgency: Urgency, now: datetime) -> Room:
        """Let one more leave, where there is room."""
        return sendings.admit(self._tx, terms, urgency, now)

    def hold_login(self, login: str, window: Window, now: datetime) -> None:
        """Remember a used-up quota."""
        sendings.hold(self._tx, login, window, now)

    def hold_back(self, ack: int, fence: int, subjects: Collection[Subject]) -> None:
        """Remember why one is given back."""
        claims.hold_back(self._tx, ack, fence, subjects)

    def volume(self, now: datetime) -> Volume:
        """Say what the brake compares with."""
        return sendings.volume(self._tx, now)

    def sent_since(self, when: datetime) -> int:
        """Count what was begun."""
        return sendings.since(self._tx, when)

    def pauses(self, now: datetime) -> tuple[Pause, ...]:
        """List what is paused."""
        return pauses.active(self._tx, now)

    def pause(self, pause: Pause) -> None:
        """Pause."""
        pauses.begin(self._tx, pause)

    def resume(self, subject: Subject, who: str, now: datetime) -> bool:
        """End a pause."""
        return pauses.end(self._tx, subject, who, now)

    def absences(self, now: datetime) -> tuple[Absence, ...]:
        """List when nobody answers."""
        return absences.coming(self._tx, now)

    def go_away(self, absence: Absence) -> None:
        """Count a time as closed."""
        absences.begin(self._tx, absence)

    def come_back(self, shop: str, who: str, now: datetime) -> int:
        """End absences."""
        return absences.end(self._tx, shop, who, now)

    def next_due(
        self, mailboxes: Sequence[str], now: datetime, *, terms: Terms | None = None
    ) -> datetime | None:
        """Say when the next may leave."""
        return picking.next_due(self._tx, mailboxes, terms, now)

    def stranded(self, mailboxes: Sequence[str]) -> dict[str, int]:
        """Count what nobody will send."""
        return picking.stranded(self._tx, mailboxes)

    def begin(self, ack: int, fence: int, dispatch: Dispatch, now: datetime) -> bool:
        """Go to ``sending``."""
        return acknowledgements.begin(self._tx, ack, fence, dispatch, now)

    def settle(
        self,
        ack: int,
        fence: int,
        event: AckEvent,
        now: datetime,
        *,
        reason: str | None = None,
        code: int | None = None,
        not_before: datetime | None = None,
        subjects: Collection[Subject] = (),
    ) -> bool:
        """Write down how it ended."""
        return acknowledgements.settle(
            self._tx,
            ack,
            fence,
            event,
            now,
            reason=reason,
            code=code,
            not_before=not_before,
            subjects=subjects,
        )

    def recover(self, worker: str, now: datetime) -> Recovery:
        """Put right what a crash left."""
        acks = recovery.recover(self._tx, worker, now)
        answers = SqlReplies(self._tx).recover(worker, now)
        return replace(
            acks,
            unknown=acks.unknown + answers.unknown,
            released=acks.released + answers.released,
        )

    def approve(
        self,
        acks: Collection[int] | None,
        who: str,
        now: datetime,
        *,
        hold: timedelta = HOLD,
    ) -> tuple[int, ...]:
        """Let leave what waits."""
        return approving.approve(self._tx, acks, who, now, hold)

    def take_back(
        self,
        acks: Collection[int] | None,
        who: str,
        now: datetime,
        *,
        everyones: bool = False,
    ) -> tuple[Outcome, ...]:
        """Take a person's word back."""
        return retracting.take_back(self._tx, acks, who, now, everyones=everyones)

    def decline(self, acks: Collection[int], who: str, now: datetime) -> tuple[int, ...]:
        """Withhold what waits."""
        return approving.decline(self._tx, acks, who, now)

    def release(self, reason: str, since: datetime, who: str, now: datetime) -> int:
        """Let leave what was withheld."""
        return approving.release(self._tx, reason, since, who, now)

    def releasable(self, reason: str, since: datetime) -> int:
        """Count what would leave."""
        return approving.releasable(self._tx, reason, since)

    def resolve(self, ack: int, event: AckEvent, who: str, now: datetime) -> bool:
        """Settle what is unknown."""
        return approving.resolve(self._tx, ack, event, who, now)

    def doubt(self, identity: str, before: str | None, after: str | None, now: datetime) -> bool:
        """Suspect what misread a letter."""
        return corrections.hear(self._tx, letter_table.c.identity == identity, before, after, now)
