"""What people at the desk see and do, inside one transaction.

Every change is compare-and-set and leaves an event with who and when; each answers what it did.
``person`` is an account's name; events say ``person:<name>``.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from cases.deeds import Deed
from cases.filters import Filter, View
from cases.states import AckEvent
from store.desk_values import CaseFile, Correction, Draft, Outcome, Oversight, Page


class Desk(Protocol):
    """Look and work."""

    # Look.

    def page(self, wanted: Filter, now: datetime, limit: int, after: str = "") -> Page:
        """Return cases in the order in which they are served, from where ``Page.next`` says on.

        Where only what is done is wanted, what was closed last comes first.
        Raises ``ValueError`` where ``after`` is no such place.
        """

    def search(self, wanted: Filter, now: datetime, limit: int, after: str = "") -> Page:
        """Return cases, the newest first; a single word that is an order id gives its cases.

        Raises ``ValueError`` where ``after`` is no such place.
        """

    def count(self, now: datetime) -> Mapping[View, int]:
        """Return how many cases each view shows."""

    def total(self, wanted: Filter, now: datetime) -> int:
        """Return how many cases these are."""

    def holds(self, wanted: Filter, now: datetime) -> Mapping[int, str]:
        """Return who works on which of these cases now."""

    def fresh(self, wanted: Filter, since: int, now: datetime) -> int:
        """Return to how many of these cases a letter has come since the event ``since``."""

    def case(self, case: int, now: datetime) -> CaseFile | None:
        """Return a case with everything in it; None when there is none."""

    def oversee(self, since: datetime, now: datetime) -> Oversight:
        """Return who works on what, what runs out when, and which promises were kept since then."""

    # Work.

    def do(
        self, cases: Sequence[int], deed: Deed, person: str, now: datetime
    ) -> tuple[Outcome, ...]:
        """Do the same to these cases; return what became of each, in their order.

        Nothing is done to a case whose buyer was forgotten (ERASED), by this and all that follows.
        It also makes the person's hold last anew where they hold the case and go on with it.
        """

    def undo(self, done: Sequence[int], person: str, now: datetime) -> tuple[Outcome, ...]:
        """Take back this person's deeds of the last 30 s whose cases have not changed since."""

    def wake(self, now: datetime) -> int:
        """Open the cases that waited or slept until now; return how many."""

    def reply(self, case: int, draft: Draft, person: str, now: datetime) -> Outcome:
        """Have a person's reply to the buyer's newest letter sent; it is theirs to hold now.

        The same token again is the same reply and refused as ALREADY; a case in which no buyer
        has written is FORBIDDEN, and everything is SHADOW in shadow mode.
        """

    def settle_reply(self, reply: int, event: AckEvent, person: str, now: datetime) -> bool:
        """Take back what has not left (WITHHOLD), or say what became of one in doubt.

        PROVE_SENT, PROVE_REFUSED or RESUME, which sends it again; others raise ``ValueError``.
        Answers False where it was in neither state, and for RESUME where its buyer was forgotten.
        """

    def merge(self, into: int, case: int, person: str, now: datetime) -> Outcome:
        """Make ``case`` part of ``into``, with its letters, notes, replies and orders.

        It is done and linked to ``into``. FORBIDDEN unless both are of one buyer, or of one order
        while one of them has no buyer yet; ``split`` parts them again.
        """

    def split(self, case: int, letters: Sequence[int], person: str, now: datetime) -> Outcome:
        """Make a new case of some letters of ``case``; ``Outcome.case`` is the new one's number.

        FORBIDDEN where they are none of its letters, or all of them.
        """

    def note(self, case: int, text: str, person: str, now: datetime) -> Outcome:
        """Write a note for the others; a case that is not there is refused as ABSENT."""

    # What people have taught.

    def corrections(self, after: int, now: datetime, limit: int) -> tuple[Correction, ...]:
        """Return what people corrected behind the deed ``after`` and can undo no more."""
