"""Acknowledgements on their way out, inside one transaction.

Every change of state is compare-and-set: it answers False when the row was not in a state
(cases/states.py) from which the change may come, and then nothing was changed.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from cases.absences import Absence
from cases.approvals import HOLD
from cases.brake import Volume
from cases.pace import Room, Urgency, Window
from cases.pauses import Pause, Subject
from cases.states import AckEvent
from store.desk_values import Outcome
from store.outgoing_values import Claim, Dispatch, Recovery, Terms


class Outgoing(Protocol):
    """Claim, begin, settle; hold back, and let go."""

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
        """Take due acknowledgements of these mailboxes whose time has come, most useful first.

        None in shadow mode, of nothing that is paused, and no more than ``terms`` let out.
        """

    def room(self, terms: Terms, urgency: Urgency, now: datetime) -> Room:
        """Return how many messages of this login may leave now, and else when the next may."""

    def admit(self, terms: Terms, urgency: Urgency, now: datetime) -> Room:
        """Count one more message of this login as begun, where there is room; return the room.

        For what is no acknowledgement: a person's reply is counted, and goes before them.
        """

    def hold_login(self, login: str, window: Window, now: datetime) -> None:
        """Remember that a provider takes nothing of this login until the window has passed."""

    def hold_back(self, ack: int, fence: int, subjects: Collection[Subject]) -> None:
        """Remember what a claimed one is of, because something of it is paused; then RELEASE it.

        It is not taken again while its shop or template is paused.
        """

    def volume(self, now: datetime) -> Volume:
        """Return what the brake compares with: the busiest hour, and since when it is known."""

    def sent_since(self, when: datetime) -> int:
        """Return how many messages were begun after ``when``."""

    def pauses(self, now: datetime) -> tuple[Pause, ...]:
        """Return what is paused, by kind and name, by each who has paused it."""

    def pause(self, pause: Pause) -> None:
        """Pause; who pauses the same again takes the later end, others' pauses stand beside it."""

    def resume(self, subject: Subject, who: str, now: datetime) -> bool:
        """End every pause of a subject, whoever made it; False where there is none."""

    def absences(self, now: datetime) -> tuple[Absence, ...]:
        """Return when nobody answers, the first to begin first: what is not over ``now``.

        Asked for an earlier time, it returns those too that have ended since.
        """

    def go_away(self, absence: Absence) -> None:
        """Count a time as closed; one of the same shop and beginning is replaced."""

    def come_back(self, shop: str, who: str, now: datetime) -> int:
        """End every absence of a shop, "" those of every shop; return how many there were.

        The part that is over stays known.
        """

    def next_due(
        self, mailboxes: Sequence[str], now: datetime, *, terms: Terms | None = None
    ) -> datetime | None:
        """Return when the next that ``claim`` would take may leave; None where it is none.

        Quotas are not asked. It may lie in the past.
        """

    def stranded(self, mailboxes: Sequence[str]) -> dict[str, int]:
        """Return how many are due in mailboxes other than these, by mailbox."""

    def begin(self, ack: int, fence: int, dispatch: Dispatch, now: datetime) -> bool:
        """Go from claimed to sending and keep what will be written.

        Answers False in shadow mode or while paused too.
        """

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
        """Write down how it ended: any event but CLAIM and BEGIN, which raise ``ValueError``.

        ACCEPT makes the promise the case's clock. DEFER keeps ``not_before`` and counts an
        attempt. ACCEPT and REFUSE settle under the same fence what has become ``unknown`` since
        then: the server's answer is evidence, however late it comes. Both tell how ``subjects``,
        or those of ``begin``, fare, which may pause one of them (cases/breaker.py).
        """

    def recover(self, worker: str, now: datetime) -> Recovery:
        """Make ``unknown`` of this worker's and all lapsed ``sending``, free lapsed claims.

        Called at start, when nothing of this worker can be under way, and from time to time with
        a worker name that nobody has.
        """

    # People decide.

    def approve(
        self,
        acks: Collection[int] | None,
        who: str,
        now: datetime,
        *,
        hold: timedelta = HOLD,
    ) -> tuple[int, ...]:
        """Let these due acknowledgements leave in approve mode too, after ``hold``; None lets all.

        Answers the numbers of those that were not approved before, in order. A letter that joins
        takes it back.
        """

    def take_back(
        self,
        acks: Collection[int] | None,
        who: str,
        now: datetime,
        *,
        everyones: bool = False,
    ) -> tuple[Outcome, ...]:
        """Take back that they were approved or declined; answers for each in its order.

        None takes all that ``who`` approved within ``HOLD``; what others approved is HELD by them
        unless it takes ``everyones``. They wait for a person's word again (cases/approvals.py);
        what was released or resumed had not waited for one and is CHANGED.
        """

    def decline(self, acks: Collection[int], who: str, now: datetime) -> tuple[int, ...]:
        """Withhold these due acknowledgements as ``declined``; answers which were due, in order."""

    def release(self, reason: str, since: datetime, who: str, now: datetime) -> int:
        """Make due again, and approved, what was withheld for ``reason`` since then; count it.

        What was to leave for a buyer who was forgotten stays withheld.
        """

    def releasable(self, reason: str, since: datetime) -> int:
        """Count what ``release`` would make due again."""

    def resolve(self, ack: int, event: AckEvent, who: str, now: datetime) -> bool:
        """Settle an unknown one: PROVE_SENT, PROVE_REFUSED or RESUME, which makes it due again.

        RESUME answers False where its buyer was forgotten.
        Any other event raises ``ForbiddenTransitionError``.
        """

    def doubt(self, identity: str, before: str | None, after: str | None, now: datetime) -> bool:
        """Take in that a person gives a letter another main tag; None is the letter's own.

        Where its acknowledgement spoke of the matter, template and model are suspected, which may
        pause them (cases/breaker.py). False where it says nothing of any.
        """
