"""The ledger: the protocol's words, each bound to the module of its table."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cases.absences import Absence
from cases.answers import Answer
from cases.approvals import HOLD
from cases.brake import Volume
from cases.modes import ModeChange, Permit
from cases.pace import Room, Urgency, Window
from cases.pauses import Pause, Subject
from cases.states import AckEvent
from store import (
    absences,
    ack_views,
    acknowledgements,
    approving,
    case_file,
    cases,
    claims,
    corrections,
    events,
    filing,
    forgetting,
    hands,
    letters,
    pauses,
    picking,
    queue,
    recovery,
    restoring,
    retracting,
    sendings,
    settings,
)
from store import answers as answer_table
from store import beats as beat_table
from store import places as place_table
from store.accounts import SqlAccounts
from store.alarms import SqlAlarms
from store.desk import SqlDesk
from store.desk_values import Outcome
from store.encryption import SqlEncryption
from store.replies import SqlReplies
from store.schema import letters as letter_table
from store.transaction import Transaction
from store.values import (
    Accepted,
    AckView,
    Arrival,
    Beat,
    CaseView,
    Claim,
    Counts,
    Cursor,
    Dispatch,
    Filed,
    Filing,
    Forgotten,
    Interrupted,
    QueueRow,
    Recovery,
    Terms,
    Unmarked,
    Waiting,
)


class SqlLedger:
    """``store.protocol.Ledger`` on one transaction; each method is documented there."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    @property
    def accounts(self) -> SqlAccounts:
        """The people of the desk."""
        return SqlAccounts(self._tx)

    @property
    def desk(self) -> SqlDesk:
        """What people do to cases."""
        return SqlDesk(self._tx)

    @property
    def replies(self) -> SqlReplies:
        """People's replies."""
        return SqlReplies(self._tx)

    @property
    def alarms(self) -> SqlAlarms:
        """What needs a person."""
        return SqlAlarms(self._tx)

    @property
    def encryption(self) -> SqlEncryption:
        """By which key everything is encrypted."""
        return SqlEncryption(self._tx)

    def accept(self, arrivals: Sequence[Arrival], cursor: Cursor | None, now: datetime) -> int:
        """Keep letters and their places, move the cursor."""
        return place_table.accept(self._tx, arrivals, cursor, now)

    def cursor(self, mailbox: str, folder: str) -> Cursor | None:
        """Say how far a folder was read."""
        return place_table.cursor_of(self._tx, mailbox, folder)

    def known_uids(self, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
        """List what is known of a folder."""
        return place_table.known_uids(self._tx, mailbox, folder, uidvalidity)

    def unknown_uids(
        self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]
    ) -> list[int]:
        """List what is not known of a folder."""
        return place_table.unknown_uids(self._tx, mailbox, folder, uidvalidity, uids)

    def awaiting(self, limit: int, now: datetime | None = None) -> tuple[Accepted, ...]:
        """Hand out letters to be read."""
        return letters.awaiting(self._tx, limit, now)

    def take(self, taken: Sequence[int], now: datetime) -> None:
        """Remember what is in hand."""
        hands.take(self._tx, taken, now)

    def blame(self, now: datetime) -> tuple[Interrupted, ...]:
        """Count the last process's end."""
        return hands.blame(self._tx, now)

    def file(self, filings: Sequence[Filing], now: datetime) -> tuple[Filed, ...]:
        """File letters."""
        return filing.file(self._tx, filings, now)

    def fail(self, letter: int, reason: str, now: datetime) -> bool:
        """Count a failure."""
        return letters.fail(self._tx, letter, reason, now)

    def retry_at(self) -> datetime | None:
        """Say when one is tried again."""
        return letters.retry_at(self._tx)

    def unmarked(self, mailbox: str, folder: str, limit: int) -> tuple[Unmarked, ...]:
        """List what a server does not show yet."""
        return place_table.unmarked(self._tx, mailbox, folder, limit)

    def mark(self, places: Sequence[int], now: datetime) -> None:
        """Remember what a server shows."""
        del now
        place_table.mark(self._tx, places)

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

    def next_due(
        self, mailboxes: Sequence[str], now: datetime, *, terms: Terms | None = None
    ) -> datetime | None:
        """Say when the next may leave."""
        return picking.next_due(self._tx, mailboxes, terms, now)

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
        answers = self.replies.recover(worker, now)
        return replace(
            acks,
            unknown=acks.unknown + answers.unknown,
            released=acks.released + answers.released,
        )

    def queue(self, now: datetime, limit: int) -> tuple[QueueRow, ...]:
        """List open cases."""
        return queue.first_served(self._tx, now, limit)

    def case(self, case: int, now: datetime) -> CaseView | None:
        """Show a case."""
        return case_file.view(self._tx, case, now)

    def original(self, letter: int) -> bytes | None:
        """Show a letter as it came."""
        return letters.original(self._tx, letter)

    def newest_event(self) -> int:
        """Say whether anything happened."""
        return events.newest(self._tx)

    def acks(self, limit: int) -> tuple[AckView, ...]:
        """List acknowledgements."""
        return ack_views.newest(self._tx, limit)

    def answers(self, since: datetime, limit: int) -> tuple[Answer, ...]:
        """Tell how soon people answered."""
        return answer_table.lately(self._tx, since, limit)

    def ahead(self, cases: Sequence[int]) -> Mapping[int, int]:
        """Count what is served before."""
        return answer_table.ahead_of(self._tx, cases)

    def ack(self, ack: int) -> AckView | None:
        """Show one acknowledgement."""
        return approving.one(self._tx, ack)

    def sent_ids(self, message_ids: Collection[str]) -> frozenset[str]:
        """Tell our own acknowledgements."""
        return ack_views.sent_ids(self._tx, message_ids)

    def unapproved(self, limit: int) -> tuple[AckView, ...]:
        """Show what waits for a person."""
        return approving.unapproved(self._tx, limit)

    def withheld(self, reason: str, since: datetime, limit: int) -> tuple[AckView, ...]:
        """Show what was withheld."""
        return approving.withheld(self._tx, reason, since, limit)

    def reasons(self, since: datetime) -> dict[str, int]:
        """Count what was withheld."""
        return approving.reasons(self._tx, since)

    def vetoes(self, since: datetime) -> dict[str, int]:
        """Count letters that met a veto."""
        return approving.vetoes(self._tx, since)

    def approve(
        self,
        acks: Collection[int] | None,
        who: str,
        now: datetime,
        *,
        hold: timedelta = HOLD,
    ) -> int:
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

    def decline(self, acks: Collection[int], who: str, now: datetime) -> int:
        """Withhold what waits."""
        return approving.decline(self._tx, acks, who, now)

    def release(self, reason: str, since: datetime, who: str, now: datetime) -> int:
        """Let leave what was withheld."""
        return approving.release(self._tx, reason, since, who, now)

    def resolve(self, ack: int, event: AckEvent, who: str, now: datetime) -> bool:
        """Settle what is unknown."""
        return approving.resolve(self._tx, ack, event, who, now)

    def doubt(self, identity: str, before: str | None, after: str | None, now: datetime) -> bool:
        """Suspect what misread a letter."""
        return corrections.hear(self._tx, letter_table.c.identity == identity, before, after, now)

    def counts(self) -> Counts:
        """Count."""
        return Counts(
            letters=letters.count(self._tx),
            cases=cases.count(self._tx),
            acks=ack_views.count(self._tx),
            replies=self.replies.count(),
        )

    def waiting(self, now: datetime) -> Waiting:
        """Count what waits and what is late."""
        return cases.waiting(self._tx, now)

    def beat(self, worker: str, beats: Sequence[Beat], now: datetime) -> None:
        """Remember how a worker is."""
        beat_table.beat(self._tx, worker, beats, now)

    def forget_worker(self, worker: str, who: str, now: datetime) -> int:
        """Forget a worker."""
        return beat_table.forget(self._tx, worker, who, now)

    def beats(self) -> tuple[Beat, ...]:
        """Say how the workers are."""
        return beat_table.last(self._tx)

    def permit(self) -> Permit:
        """Read the mode."""
        return settings.permit(self._tx)

    def change_mode(self, wanted: Permit, who: str, now: datetime) -> None:
        """Write the mode."""
        settings.change_mode(self._tx, wanted, who, now)

    def mode_said(self) -> ModeChange | None:
        """Read who said the mode."""
        return settings.mode_said(self._tx)

    def mode_history(self) -> tuple[ModeChange, ...]:
        """Read what was said of the mode."""
        return settings.mode_history(self._tx)

    def expire(self, before: datetime) -> int:
        """Let go of old bytes."""
        return forgetting.expire(self._tx, before)

    def erase(self, buyer: str, mark: Callable[[str], str], who: str, now: datetime) -> Forgotten:
        """Forget a buyer."""
        return forgetting.erase(self._tx, buyer, mark, who, now)

    def erase_again(
        self, marks: Collection[str], mark: Callable[[str], str], who: str, now: datetime
    ) -> Forgotten:
        """Forget buyers again."""
        return forgetting.erase_again(self._tx, marks, mark, who, now)

    def marks(self) -> frozenset[str]:
        """Say who was forgotten."""
        return forgetting.marks(self._tx)

    def begin_again(self, backed_up_at: datetime, who: str, now: datetime) -> int:
        """Put a store that was put back at rest."""
        return restoring.begin_again(self._tx, backed_up_at, who, now)

    def setting(self, name: str) -> str | None:
        """Read a setting."""
        return settings.get(self._tx, name)

    def set_default(self, name: str, value: str, who: str, now: datetime) -> str:
        """Keep a setting that is not there."""
        return settings.set_default(self._tx, name, value, who, now)

    def set(self, name: str, value: str, who: str, now: datetime) -> None:
        """Keep a setting."""
        settings.put(self._tx, name, value, who, now)
