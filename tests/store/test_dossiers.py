"""A batch takes up the cases that it can touch, and leaves a sender's past where it is."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, update

from cases.joining import REOPEN_WITHIN
from cases.labels import Kind
from cases.states import AckEvent, CaseState
from cases.values import Letter
from store.blobs import Blobs
from store.dossiers import Dossiers
from store.intake_values import Filed
from store.open import open_store
from store.protocol import Store
from store.schema import cases
from store.transaction import Transaction
from store.values import CaseView
from tests.store.builders import (
    HOUR,
    NOW,
    OURS,
    SENDER,
    begin,
    claim,
    dispatch,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

LONG_AGO = REOPEN_WITHIN + HOUR
REPLY = "<reply@seller.example>"


class Shelf:
    """A seller's database, from the inside."""

    def __init__(self, url: str, blobs: Path, seller: str) -> None:
        self._engine = create_engine(url)
        self._blobs = Blobs(blobs)
        self._seller = seller

    @contextmanager
    def gathered(self, *batch: Letter) -> Iterator[Dossiers]:
        """Lend what a batch takes up."""
        with self._engine.begin() as connection:
            tx = Transaction(
                connection=connection, seller=self._seller, worker="", blobs=self._blobs
            )
            yield Dossiers(tx, batch, NOW)

    def close_cases(self, numbers: Sequence[int | None], ago: timedelta) -> None:
        """Be done with cases some time ago."""
        with self._engine.begin() as connection:
            connection.execute(
                update(cases)
                .where(cases.c.id.in_(numbers))
                .values(state=CaseState.DONE, closed_at=NOW - ago)
            )

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


@pytest.fixture
def shelf(url: str, blobs: Path, seller: str, store: Store) -> Iterator[Shelf]:
    """The test's seller, whose tables are there."""
    del store
    opened = Shelf(url, blobs, seller)
    yield opened
    opened.close()


def view(store: Store, filed: Filed) -> CaseView:
    """Return the case that a letter has."""
    found = store.read(lambda ledger: ledger.case(filed.case or 0, NOW))
    assert found is not None
    return found


def done_long_ago(store: Store, shelf: Shelf) -> Filed:
    """Return a case with an acknowledgement and a person's reply, done long ago."""
    go_live(store)
    (filed,) = receive(store, verdict(letter(order_ids=("302-1",), case_id="C-1")))
    (held,) = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.ACCEPT)
    ours = letter(kind=Kind.OWN, sender=OURS, buyer="", recipients=(SENDER,), message_id=REPLY)
    receive(store, verdict(ours, tags=()))
    shelf.close_cases([filed.case], LONG_AGO)
    return filed


def test_a_senders_past_is_left_where_it_is(store: Store, shelf: Shelf) -> None:
    """Of many cases done long ago none is taken up for a letter that names none of them."""
    past = receive(store, *(verdict(letter(order_ids=(str(one),))) for one in range(30)))
    shelf.close_cases([one.case for one in past], LONG_AGO)
    receive(store, verdict(letter(order_ids=("302-1",))))
    mail = letter(kind=Kind.OWN, sender=OURS, buyer="", recipients=(SENDER,))

    with shelf.gathered(letter(), mail) as dossiers:
        assert [("302-1",)] == [(one.row.order_id,) for one in dossiers.all]


@pytest.mark.parametrize(
    "named",
    [
        {"order_ids": ("302-1",)},
        {"case_id": "C-1"},
        {"in_reply_to": (dispatch().message_id,)},
        {"references": (REPLY,)},
    ],
    ids=["order", "case-id", "acknowledgement", "reply"],
)
def test_an_old_case_that_is_named_is_linked(
    store: Store, shelf: Shelf, named: dict[str, object]
) -> None:
    """A letter that names a case done long ago opens a new one that goes on from it."""
    old = done_long_ago(store, shelf)
    (new,) = receive(store, verdict(letter(**named)))

    assert ("new", old.case) == (new.why, view(store, new).linked)


def test_the_newest_old_case_is_linked(store: Store, shelf: Shelf) -> None:
    """Of several old cases of an order the youngest is the one that a new one goes on from."""
    older = done_long_ago(store, shelf)
    (newer,) = receive(store, verdict(letter(order_ids=("302-1",))))
    shelf.close_cases([newer.case], LONG_AGO)
    (new,) = receive(store, verdict(letter(order_ids=("302-1",))))

    assert older.case == view(store, newer).linked
    assert newer.case == view(store, new).linked


def test_a_forged_reference_links_nothing(store: Store, shelf: Shelf) -> None:
    """Another buyer who names our Message-ID takes up no case that it was sent in."""
    done_long_ago(store, shelf)
    forged = letter(buyer="eve@relay.example", in_reply_to=(dispatch().message_id,))
    with shelf.gathered(forged) as dossiers:
        assert [] == dossiers.all
    (new,) = receive(store, verdict(forged))

    assert None is view(store, new).linked


def test_a_case_done_lately_is_reopened(store: Store, shelf: Shelf) -> None:
    """Within thirty days a letter joins the case again and opens none."""
    (first,) = receive(store, verdict(letter(order_ids=("302-1",))))
    shelf.close_cases([first.case], REOPEN_WITHIN - HOUR)
    (again,) = receive(store, verdict(letter(order_ids=("302-1",))))

    assert ("order", first.case) == (again.why, again.case)


def test_words_are_read_only_to_be_compared(store: Store, shelf: Shelf) -> None:
    """What an acknowledgement said is taken up for mail of ours that answers the same letter."""
    go_live(store)
    said = verdict()
    receive(store, said)
    (held,) = claim(store)
    begin(store, held)
    copy = letter(
        kind=Kind.OWN,
        sender=OURS,
        buyer="",
        recipients=(SENDER,),
        in_reply_to=(said.letter.message_id,),
    )

    assert ["", dispatch().wording.body] == [words(shelf, one) for one in (letter(), copy)]


def words(shelf: Shelf, one: Letter) -> str:
    """Return the acknowledgement's words as a letter's filing has them."""
    with shelf.gathered(one) as dossiers:
        sent = dossiers.all[0].acks[1].dispatched
        return "" if sent is None else sent.body


def test_another_sellers_case_is_not_taken_up(shelf: Shelf, url: str) -> None:
    """A case number is one seller's, whoever else has the same buyer and order."""
    other = open_store(url, Path("unused"), "another")
    receive(other, verdict(letter(order_ids=("302-1",))))
    other.close()

    with shelf.gathered(letter(order_ids=("302-1",))) as dossiers:
        assert [] == dossiers.all
