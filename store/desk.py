"""The desk: ``store.desk_protocol.Desk`` on one transaction, each word bound to its module."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cases.deeds import Deed
from cases.filters import DONE, Filter, View
from cases.states import AckEvent
from store import (
    case_file,
    closed,
    corrections,
    deeds,
    merging,
    notes,
    oversight,
    queue,
    search,
    splitting,
    writing,
)
from store.desk_values import CaseFile, Correction, Draft, Outcome, Oversight, Page
from store.transaction import Transaction


class SqlDesk:
    """Each method is documented in the protocol."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def page(self, wanted: Filter, now: datetime, limit: int, after: str = "") -> Page:
        """List cases in their order."""
        if wanted.states == DONE:
            return closed.page(self._tx, wanted, now, limit, after)
        return queue.page(self._tx, wanted, now, limit, after)

    def search(self, wanted: Filter, now: datetime, limit: int, after: str = "") -> Page:
        """Find cases."""
        return search.search(self._tx, wanted, now, limit, after)

    def count(self, now: datetime) -> Mapping[View, int]:
        """Count what the views show."""
        return queue.count(self._tx, now)

    def total(self, wanted: Filter, now: datetime) -> int:
        """Count cases."""
        return queue.total(self._tx, wanted, now)

    def holds(self, wanted: Filter, now: datetime) -> Mapping[int, str]:
        """Say who works on what."""
        return queue.holds(self._tx, wanted, now)

    def fresh(self, wanted: Filter, since: int, now: datetime) -> int:
        """Count cases that are new."""
        return queue.fresh(self._tx, wanted, since, now)

    def case(self, case: int, now: datetime) -> CaseFile | None:
        """Show a case."""
        return case_file.open_file(self._tx, case, now)

    def oversee(self, since: datetime, now: datetime) -> Oversight:
        """Look at the work as a whole."""
        return oversight.oversee(self._tx, since, now)

    def do(
        self, cases: Sequence[int], deed: Deed, person: str, now: datetime
    ) -> tuple[Outcome, ...]:
        """Do the same to cases."""
        return deeds.do(self._tx, cases, deed, person, now)

    def undo(self, done: Sequence[int], person: str, now: datetime) -> tuple[Outcome, ...]:
        """Take deeds back."""
        return deeds.undo(self._tx, done, person, now)

    def wake(self, now: datetime) -> int:
        """Open what slept."""
        return deeds.wake_all(self._tx, now)

    def reply(self, case: int, draft: Draft, person: str, now: datetime) -> Outcome:
        """Have a reply sent."""
        return writing.write(self._tx, case, draft, person, now)

    def settle_reply(self, reply: int, event: AckEvent, person: str, now: datetime) -> bool:
        """Say what becomes of a reply."""
        return writing.decide_on(self._tx, reply, event, person, now)

    def corrections(self, after: int, now: datetime, limit: int) -> tuple[Correction, ...]:
        """List what people corrected."""
        return corrections.behind(self._tx, after, now, limit)

    def merge(self, into: int, case: int, person: str, now: datetime) -> Outcome:
        """Make one case of two."""
        return merging.merge(self._tx, into, case, person, now)

    def split(self, case: int, letters: Sequence[int], person: str, now: datetime) -> Outcome:
        """Make two cases of one."""
        return splitting.split(self._tx, case, letters, person, now)

    def note(self, case: int, text: str, person: str, now: datetime) -> Outcome:
        """Write a note."""
        return notes.write(self._tx, case, text, person, now)
