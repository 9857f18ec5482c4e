"""The ledger: the protocol's words, each bound to the module of its table."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from cases.answers import Answer
from cases.modes import ModeChange, Permit
from store import (
    ack_views,
    approving,
    case_file,
    cases,
    events,
    forgetting,
    letters,
    queue,
    restoring,
    settings,
)
from store import answers as answer_table
from store import beats as beat_table
from store.accounts import SqlAccounts
from store.alarms import SqlAlarms
from store.desk import SqlDesk
from store.encryption import SqlEncryption
from store.intake import SqlIntake
from store.outgoing import SqlOutgoing
from store.replies import SqlReplies
from store.values import AckView, Beat, CaseView, Counts, Forgotten, QueueRow, Waiting


class SqlLedger(SqlIntake, SqlOutgoing):
    """``store.protocol.Ledger`` on one transaction; each method is documented there."""

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

    def setting(self, name: str) -> str | None:
        """Read a setting."""
        return settings.get(self._tx, name)

    def set_default(self, name: str, value: str, who: str, now: datetime) -> str:
        """Keep a setting that is not there."""
        return settings.set_default(self._tx, name, value, who, now)

    def set(self, name: str, value: str, who: str, now: datetime) -> None:
        """Keep a setting."""
        settings.put(self._tx, name, value, who, now)
