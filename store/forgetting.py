"""Forgetting: what buyers wrote, and who they are, leaves the store; what happened stays.

Two ways: a case that was closed long ago loses its letters' bytes (retention), and a buyer who asks
for it loses everything that says who they are or what they wrote (Art. 17 GDPR): bytes, text,
addresses, attachments, search words, notes and answers; their open cases are closed
(store/leaving.py). The letters' identities stay, so that none
of them is taken in again from the server, and so do states and times. In the place of the buyer
stands a mark, a keyed hash: a store that is put back from an older backup forgets the same buyers
again by it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import Table, delete, or_, select, update

from cases.evidence import aliases
from cases.states import CaseState
from cases.values import Letter, Verdict
from store import contents
from store.events import Event, EventName, record
from store.handles import Sort
from store.leaving import leave
from store.schema import (
    acknowledgements,
    approaches,
    bodies,
    cases,
    enclosures,
    erasures,
    events,
    handles,
    letters,
    locks,
    notes,
    replies,
    searches,
)
from store.transaction import Transaction
from store.values import Forgotten

#: What stands in the place of words that are gone.
GONE: Final = ""
#: So many rows are looked at together.
_BATCH: Final = 500

#: Columns with words or addresses, by table, and what stands there afterwards; rows by their case.
_BLANK: Final[tuple[tuple[Table, dict[str, str | None]], ...]] = (
    (cases, {"subject": GONE, "excerpt": GONE, "order_id": None}),
    (
        acknowledgements,
        {"address": GONE, "domain": GONE, "recipient": None, "subject": None, "body": None},
    ),
    (replies, {"subject": GONE, "body": GONE, "recipient": None}),
)


def expire(tx: Transaction, before: datetime) -> int:
    """Remove the bytes of letters whose case was closed before, or that came before without one."""
    old = (
        select(bodies.c.letter_id)
        .join(letters, letters.c.id == bodies.c.letter_id)
        .outerjoin(cases, cases.c.id == letters.c.case_id)
        .where(
            letters.c.seller == tx.seller,
            letters.c.filed_at < before,
            or_(
                letters.c.case_id.is_(None),
                (cases.c.state == CaseState.DONE) & (cases.c.closed_at < before),
            ),
        )
        .limit(_BATCH)
    )
    numbers = list(tx.run(old).scalars())
    _remove_bodies(tx, numbers)
    contents.remove_halves(tx)
    return len(numbers)


def erase(
    tx: Transaction, buyer: str, mark: Callable[[str], str], who: str, now: datetime
) -> Forgotten:
    """Forget a buyer, named by any of their addresses.

    ``mark`` makes the keyed hash that stands in the place of an address.
    """
    meant = aliases([buyer])
    for alias in meant:
        row = {"seller": tx.seller, "mark": mark(alias), "who": who, "at": now}
        tx.insert_new(erasures, [row])
    return _erase(tx, meant, mark, who, now)


def erase_again(
    tx: Transaction, marks: Collection[str], mark: Callable[[str], str], who: str, now: datetime
) -> Forgotten:
    """Forget those buyers again whose marks were carried over from a later store."""
    tx.insert_new(
        erasures, [{"seller": tx.seller, "mark": one, "who": who, "at": now} for one in marks]
    )
    everybody = set(
        tx.run(select(cases.c.buyer).where(cases.c.seller == tx.seller).distinct()).scalars()
    )
    for _, verdict in _recorded(tx):
        everybody |= _people(verdict.letter)
    found = frozenset(one for one in everybody if mark(one) in marks)
    return _erase(tx, found, mark, who, now)


def marks(tx: Transaction) -> frozenset[str]:
    """Return the marks of every buyer who was forgotten."""
    kept = select(erasures.c.mark).where(erasures.c.seller == tx.seller)
    return frozenset(tx.run(kept).scalars())


def _erase(
    tx: Transaction, meant: Collection[str], mark: Callable[[str], str], who: str, now: datetime
) -> Forgotten:
    if not tx.on_postgresql:
        # What is deleted is overwritten, and not only unlinked.
        tx.connection.exec_driver_sql("PRAGMA secure_delete = ON")
    found = tx.pairs(
        select(cases.c.id, cases.c.buyer).where(
            cases.c.seller == tx.seller, cases.c.buyer.in_(meant)
        )
    )
    for case in _merged_into(tx, found):
        found[case] = ""
    numbers = list(found)
    leave(tx, numbers, who, now)
    written = list(
        tx.run(
            select(letters.c.id).where(
                letters.c.seller == tx.seller, letters.c.case_id.in_(numbers)
            )
        ).scalars()
    )
    written += _without_case(tx, meant)
    senders = _blank_letters(tx, written)
    _remove_locks(tx, {*meant, *senders}, numbers)
    _remove_bodies(tx, written)
    _remove_enclosures(tx, numbers)
    contents.remove_halves(tx)
    for table, blank in _BLANK:
        key = table.c.id if table is cases else table.c.case_id
        tx.run(update(table).where(table.c.seller == tx.seller, key.in_(numbers)).values(**blank))
    for number, buyer in found.items():
        if buyer:
            tx.run(update(cases).where(cases.c.id == number).values(buyer=mark(buyer)))
    _blank_reasons(tx, numbers)
    for table in (handles, notes, searches):
        tx.run(delete(table).where(table.c.case_id.in_(numbers)))
    if not tx.on_postgresql:
        # FTS5 keeps what is deleted in its index until its parts are merged.
        tx.connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('optimize')")
    tx.run(
        delete(approaches).where(approaches.c.seller == tx.seller, approaches.c.address.in_(meant))
    )
    record(
        tx,
        [Event(at=now, name=EventName.CASE_ERASED, who=who, case=number) for number in numbers],
    )
    return Forgotten(cases=len(numbers), letters=len(written))


def _merged_into(tx: Transaction, numbers: Collection[int]) -> list[int]:
    """Return the cases that became part of these, or of such a case: nobody's since then."""
    found: list[int] = []
    ends = list(numbers)
    while ends:
        into = cases.c.linked.in_(ends)
        nobody = cases.c.buyer == ""
        ends = list(
            tx.run(select(cases.c.id).where(cases.c.seller == tx.seller, into, nobody)).scalars()
        )
        found += ends
    return found


def _blank_reasons(tx: Transaction, numbers: Collection[int]) -> None:
    """Take out why people took cases over from each other, in their own words."""
    told = tx.pairs(
        select(events.c.id, events.c.fields).where(
            events.c.seller == tx.seller,
            events.c.case_id.in_(numbers),
            events.c.name == EventName.CASE_HELD,
        )
    )
    for number, fields in told.items():
        if "reason" in fields:
            blank = {**fields, "reason": GONE}
            tx.run(update(events).where(events.c.id == number).values(fields=blank))


def _remove_locks(tx: Transaction, meant: Collection[str], numbers: Collection[int]) -> None:
    """Remove the names of the buyer and their orders that transactions on PostgreSQL have held."""
    orders = select(handles.c.value).where(
        handles.c.case_id.in_(numbers), handles.c.sort == Sort.ORDER
    )
    addresses = select(acknowledgements.c.address).where(
        acknowledgements.c.seller == tx.seller, acknowledgements.c.case_id.in_(numbers)
    )
    names = {
        *(f"{sort}:{one}" for sort in ("buyer", "address") for one in meant),
        *(f"order:{one}" for one in tx.run(orders).scalars()),
        *(f"address:{one}" for one in tx.run(addresses).scalars()),
    }
    tx.run(delete(locks).where(locks.c.seller == tx.seller, locks.c.name.in_(names)))


def _without_case(tx: Transaction, meant: Collection[str]) -> list[int]:
    """Return the letters of these addresses that made no case, and our own to them."""
    return [
        number for number, verdict in _recorded(tx) if not _people(verdict.letter).isdisjoint(meant)
    ]


def _recorded(tx: Transaction) -> Iterator[tuple[int, Verdict]]:
    """Yield the letters that made no case."""
    rows = tx.run(
        select(letters.c.id, letters.c.verdict)
        .where(
            letters.c.seller == tx.seller,
            letters.c.case_id.is_(None),
            letters.c.verdict.is_not(None),
        )
        .execution_options(yield_per=_BATCH)
    )
    for row in rows:
        yield row.id, row.verdict


def _people(letter: Letter) -> frozenset[str]:
    """Return all addresses that a letter names as its sender or recipients."""
    return aliases([letter.sender, *letter.recipients])


def _blank_letters(tx: Transaction, numbers: Iterable[int]) -> set[str]:
    """Take out of letters who wrote what; return who."""
    senders = set()
    for number in numbers:
        verdict = tx.run(select(letters.c.verdict).where(letters.c.id == number)).scalar()
        blank = None
        if verdict is not None:
            senders.add(verdict.letter.sender.lower())
            blank = _blank(verdict)
        tx.run(update(letters).where(letters.c.id == number).values(verdict=blank, message_id=None))
    return senders


def _blank(verdict: Verdict) -> Verdict:
    """Return a verdict that says what happened, and neither who nor what."""
    letter, triage = verdict.letter, verdict.triage
    return replace(
        verdict,
        letter=Letter(
            kind=letter.kind,
            kind_reason=letter.kind_reason,
            language=letter.language,
            marketplace=letter.marketplace,
            relay=letter.relay,
            fulfilment=letter.fulfilment,
            photos=letter.photos,
        ),
        triage=replace(triage, tags=tuple(replace(tag, spans=()) for tag in triage.tags)),
    )


def _remove_bodies(tx: Transaction, numbers: Collection[int]) -> None:
    chosen = bodies.c.letter_id.in_(numbers)
    named = set(tx.run(select(bodies.c.blob).where(chosen, bodies.c.blob.is_not(None))).scalars())
    tx.run(delete(bodies).where(chosen))
    contents.remove_unnamed(tx, named)


def _remove_enclosures(tx: Transaction, numbers: Collection[int]) -> None:
    answers = select(replies.c.id).where(
        replies.c.seller == tx.seller, replies.c.case_id.in_(numbers)
    )
    chosen = enclosures.c.reply_id.in_(answers)
    named = select(enclosures.c.blob).where(chosen, enclosures.c.blob.is_not(None))
    files = set(tx.run(named).scalars())
    tx.run(delete(enclosures).where(chosen))
    contents.remove_unnamed(tx, files)
