"""The cases that a batch of letters may touch, held in memory for one transaction.

They are gathered and locked in a few statements, changed by ``store.clerk``, and written back in
a few more, so that a batch costs little more than a letter. The position of a dossier stands for
its case until a new one has its number; positions follow the cases' age.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from sqlalchemy import select

from cases.breaker import Sign
from cases.joining import Candidate
from cases.states import AckEvent, AckState, sources_of
from cases.values import Letter
from store import approaches, cases, due, events, gauges, handles, searching
from store.cases import CaseRow
from store.columns import key
from store.due import AckRow
from store.events import Event, EventName
from store.handles import Sort
from store.schema import letters
from store.transaction import Transaction
from store.transitions import EVENTS
from store.wanted import look_for

#: What an acknowledgement that did not arrive tells of its template, shop, ...
_SIGNS: Final[Mapping[str | None, Sign]] = MappingProxyType({"opt-out": Sign.OPTED_OUT})


@dataclass(slots=True, kw_only=True)
class Dossier:
    """A case with all that decisions about it need."""

    #: None for a case that is not written yet.
    number: int | None = None
    row: CaseRow
    held: dict[Sort, set[str]] = field(default_factory=lambda: defaultdict(set))
    #: By opening.
    acks: dict[int, AckRow] = field(default_factory=dict)
    #: Words of letters that joined, by which the case is to be found.
    words: set[str] = field(default_factory=set)
    #: As they were read.
    found_row: CaseRow | None = None
    found_acks: dict[int, AckRow] = field(default_factory=dict)
    new_handles: list[tuple[Sort, str]] = field(default_factory=list)

    def hold(self, sort: Sort, values: Iterable[str]) -> None:
        """Let further letters find the case by these values."""
        for value in values:
            if value not in self.held[sort]:
                self.held[sort].add(value)
                self.new_handles.append((sort, value))

    @property
    def sent_ids(self) -> frozenset[str]:
        """The Message-IDs of ours: of acknowledgements and of people's replies."""
        written = (ack.dispatched for ack in self.acks.values())
        return frozenset({*self.held[Sort.SENT], *(one.message_id for one in written if one)})

    @property
    def found_by(self) -> searching.Found:
        """What the case is found by from now on."""
        row = self.row
        return searching.Found(
            words=frozenset(self.words),
            facts=searching.facts(row.said.tags, row.language, row.marketplace, row.shop),
        )

    def candidate(self, position: int) -> Candidate:
        """Return the case as the joining rule sees it."""
        return Candidate(
            case=position,
            buyer=self.row.buyer,
            state=self.row.state,
            order_ids=frozenset(self.held[Sort.ORDER]),
            case_ids=frozenset(self.held[Sort.CASE_ID]),
            sent_ids=self.sent_ids,
            opening=self.row.opening,
            answered=self.row.answered,
            closed_at=self.row.closed_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A letter of a case that our own mail may refer to."""

    position: int
    received: datetime


class Dossiers:
    """What a batch of letters works on."""

    def __init__(self, tx: Transaction, batch: Sequence[Letter], now: datetime) -> None:
        """Gather and lock every case that one of the letters could belong to or speak of."""
        self._tx = tx
        self._now = now
        self.all: list[Dossier] = []
        #: Letters by Message-ID, this batch's too.
        self.heard: dict[str, Heard] = {}
        #: When our people wrote to a buyer who had written nothing before.
        self.approached: dict[str, datetime] = {}
        self._by_buyer: dict[str, set[int]] = defaultdict(set)
        self._by_order: dict[str, set[int]] = defaultdict(set)
        self._by_sent: dict[str, set[int]] = defaultdict(set)
        self._events: list[tuple[int | None, Event]] = []
        self._gather(batch)

    def open(self, row: CaseRow) -> int:
        """Take up a new case; return its position."""
        return self._take(Dossier(row=row))

    def index(self, position: int) -> None:
        """Let the batch's further letters find what this case has gained."""
        dossier = self.all[position]
        self._by_buyer[dossier.row.buyer].add(position)
        for order in dossier.held[Sort.ORDER]:
            self._by_order[order].add(position)
        for sent in dossier.sent_ids:
            self._by_sent[sent].add(position)

    def candidates(
        self, buyers: Iterable[str] = (), orders: Iterable[str] = (), sent: Iterable[str] = ()
    ) -> list[Candidate]:
        """Return the cases of these buyers, orders and letters of ours, oldest first."""
        positions: set[int] = set()
        for index, values in (
            (self._by_buyer, buyers),
            (self._by_order, orders),
            (self._by_sent, sent),
        ):
            positions.update(*(index[value] for value in values if value and value in index))
        return [self.all[position].candidate(position) for position in sorted(positions)]

    def follow(self, position: int, ack: AckRow, event: AckEvent, letter: int, reason: str) -> bool:
        """Change an acknowledgement and the promise on its case; False where forbidden."""
        if ack.state not in sources_of(event):
            return False
        dossier = self.all[position]
        dossier.acks[ack.opening] = ack.after(event, self._now, reason)
        if ack.opening == dossier.row.opening:
            promised = ack.promised_at if event is AckEvent.PROVE_SENT else None
            said = replace(dossier.row.said, promise_at=promised)
            dossier.row = replace(dossier.row, said=said)
        self.tell(position, EVENTS[event], letter, reason=reason)
        return True

    def tell(self, position: int | None, name: EventName, letter: int, **fields: str) -> None:
        """Remember an event until its case has a number."""
        event = Event(at=self._now, name=name, letter=letter, fields=fields)
        self._events.append((position, event))

    def number(self, position: int) -> int:
        """Return the number of the case at ``position`` in ``all``.

        Raises:
            LookupError: it is a new one, and ``write`` has not been called.
        """
        number = self.all[position].number
        if number is None:
            raise LookupError(position)
        return number

    def write(self) -> None:
        """Write everything that has changed."""
        tx, new = self._tx, [one for one in self.all if one.number is None]
        for dossier, number in zip(new, cases.add(tx, [one.row for one in new]), strict=True):
            dossier.number = number
        numbered = {self.number(position): one for position, one in enumerate(self.all)}
        cases.change(
            tx,
            {
                number: one.row
                for number, one in numbered.items()
                if one.found_row is not None and one.row != one.found_row
            },
        )
        searching.keep(tx, {number: one.found_by for number, one in numbered.items() if one.words})
        handles.hold(
            tx,
            [
                (sort, value, number)
                for number, one in numbered.items()
                for sort, value in one.new_handles
            ],
        )
        due.add(
            tx,
            [
                (number, ack)
                for number, one in numbered.items()
                for ack in one.acks.values()
                if ack.id is None
            ],
        )
        due.change(
            tx,
            [
                (found.state, one.acks[opening])
                for one in numbered.values()
                for opening, found in one.found_acks.items()
                if one.acks[opening] != found
            ],
        )
        for one in self.all:
            for opening, found in one.found_acks.items():
                # What had left came back.
                ack = one.acks[opening]
                if found.state is not ack.state and ack.state is AckState.REFUSED:
                    gauges.note(tx, found.subjects, _SIGNS.get(ack.reason, Sign.BOUNCED), self._now)
        events.record(
            tx,
            [
                event if position is None else replace(event, case=self.number(position))
                for position, event in self._events
            ],
        )

    def _take(self, dossier: Dossier) -> int:
        self.all.append(dossier)
        position = len(self.all) - 1
        self.index(position)
        return position

    def _gather(self, batch: Sequence[Letter]) -> None:
        tx, wanted = self._tx, look_for(batch)
        tx.lock(
            [f"buyer:{buyer}" for buyer in wanted.buyers]
            + [f"order:{order}" for order in wanted.orders]
        )
        heard = _heard(tx, wanted.heard)
        numbers = {case for case, _, _ in heard} | _sent_in(tx, wanted.sent)
        self.approached = approaches.before_letters(tx, wanted.buyers)
        numbers |= cases.of_buyers(tx, wanted.buyers, self._now)
        numbers |= handles.holding(tx, Sort.ORDER, wanted.orders)
        # A case that was done long ago counts only where its buyer names it.
        called = handles.holding(tx, Sort.CASE_ID, wanted.case_ids) | _sent_in(tx, wanted.answered)
        numbers |= cases.among(tx, called - numbers, wanted.buyers)
        # Longer keys were cut in the tables; decisions compare what the letters say.
        whole = {key(value): value for value in wanted.long}
        # The order in which everybody locks: acknowledgements, then cases.
        acks = due.of_cases(tx, numbers, wanted.heard)
        positions: dict[int, int] = {}
        for number, row in cases.lock(tx, numbers):
            named_row = replace(row, buyer=whole.get(row.buyer, row.buyer))
            dossier = Dossier(number=number, row=named_row, found_row=named_row)
            self.all.append(dossier)
            positions[number] = len(self.all) - 1
        for number, sort, value in handles.of_cases(tx, list(positions)):
            self.all[positions[number]].held[sort].add(whole.get(value, value))
        for number, ack in acks:
            dossier = self.all[positions[number]]
            dossier.acks[ack.opening] = dossier.found_acks[ack.opening] = ack
        for number, message_id, received in heard:
            spoken = Heard(position=positions[number], received=received)
            self.heard[whole.get(message_id, message_id)] = spoken
        for position in positions.values():
            self.index(position)


def _sent_in(tx: Transaction, message_ids: frozenset[str]) -> frozenset[int]:
    return handles.holding(tx, Sort.SENT, message_ids) | due.sending(tx, message_ids)


def _heard(tx: Transaction, message_ids: frozenset[str]) -> list[tuple[int, str, datetime]]:
    if not message_ids:
        return []
    rows = tx.run(
        select(letters.c.case_id, letters.c.message_id, letters.c.received)
        .where(
            letters.c.seller == tx.seller,
            letters.c.message_id.in_(message_ids),
            letters.c.case_id.is_not(None),
        )
        .order_by(letters.c.received)
    )
    return [(case, message_id, received) for case, message_id, received in rows]
