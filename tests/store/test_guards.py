"""Compare-and-set: a row that is not what it was when it was read is not written over."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, Table, event, update

from cases.states import AckState
from store.hands import DEATH_LIMIT
from store.letters import PATIENCE, LetterState
from store.protocol import Store, StoreError
from store.schema import acknowledgements, letters
from tests.store.builders import (
    NOW,
    WORKER,
    accept,
    claim,
    filing,
    letter,
    receive,
    verdict,
)


class Meddler:
    """Another hand, which changes a seller's rows just before they are updated."""

    def __init__(self, seller: str) -> None:
        self._seller = seller

    @contextmanager
    def setting(self, table: Table, state: str, *, after: int = 0) -> Iterator[None]:
        """Set the states once, when so many updates of the table have been run."""
        run: list[str] = []

        def meddle(
            connection: Connection,
            _cursor: object,
            statement: str,
            _parameters: object,
            _context: object,
            _executemany: bool,  # noqa: FBT001 - SQLAlchemy's signature
        ) -> None:
            if statement.startswith(f"UPDATE {table.name} SET"):
                run.append(statement)
                if len(run) == after + 1:
                    ours = table.c.seller == self._seller
                    connection.execute(update(table).where(ours).values(state=state))

        event.listen(Engine, "before_cursor_execute", meddle)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", meddle)
        assert len(run) > after


@pytest.fixture
def meddler(seller: str) -> Meddler:
    """Somebody who writes to the test's seller."""
    return Meddler(seller)


def states(store: Store) -> list[AckState]:
    """Return the states of all acknowledgements."""
    return [one.state for one in store.read(lambda ledger: ledger.acks(10))]


def test_a_claim_of_what_is_due_no_more_is_undone(live: Store, meddler: Meddler) -> None:
    """An acknowledgement that was settled while it was claimed is not handed out."""
    receive(live, verdict())
    with (
        meddler.setting(acknowledgements, AckState.WITHHELD),
        pytest.raises(StoreError, match="claim again"),
    ):
        claim(live)

    assert [AckState.DUE] == states(live)


def test_a_letter_that_is_filed_already_is_not_filed_again(store: Store, meddler: Meddler) -> None:
    """A letter that another filed in between undoes the filing, case and all."""
    (number,) = store.write(accept)
    with (
        meddler.setting(letters, LetterState.RECORDED),
        pytest.raises(StoreError, match="run the filing again"),
    ):
        store.write(lambda ledger: ledger.file([filing(number, verdict())], NOW))

    assert () == store.read(lambda ledger: ledger.queue(NOW, 10))
    assert 1 == len(store.read(lambda ledger: ledger.awaiting(10)))


def test_an_acknowledgement_that_changed_under_the_filing_undoes_it(
    live: Store, meddler: Meddler
) -> None:
    """What a worker has begun meanwhile is not moved."""
    receive(live, verdict())
    (number,) = live.write(accept)
    with (
        meddler.setting(acknowledgements, AckState.SENDING),
        pytest.raises(StoreError, match="run the filing again"),
    ):
        live.write(lambda ledger: ledger.file([filing(number, verdict(letter()))], NOW))

    assert [AckState.DUE] == states(live)


def test_a_filed_letter_is_not_set_aside(store: Store, meddler: Meddler) -> None:
    """A letter that was filed between its last failure and its setting aside stays filed."""
    (number,) = store.write(accept)
    for _ in PATIENCE:
        store.write(lambda ledger: ledger.fail(number, "ValueError", NOW))
    with meddler.setting(letters, LetterState.FILED, after=1):
        aside = store.write(lambda ledger: ledger.fail(number, "ValueError", NOW))

    assert not aside
    assert (1, 0) == filed_and_aside(store)


def test_a_filed_letter_is_not_set_aside_for_an_end(store: Store, meddler: Meddler) -> None:
    """Nor is one that was filed while the end of its process was counted."""
    store.hold(WORKER)
    (number,) = store.write(accept)
    for _ in range(DEATH_LIMIT - 1):
        store.write(lambda ledger: ledger.take([number], NOW))
        store.write(lambda ledger: ledger.blame(NOW))
    store.write(lambda ledger: ledger.take([number], NOW))
    with meddler.setting(letters, LetterState.FILED, after=1):
        (ended,) = store.write(lambda ledger: ledger.blame(NOW))

    assert not ended.aside
    assert (1, 0) == filed_and_aside(store)


def filed_and_aside(store: Store) -> tuple[int, int]:
    """Return how many letters are filed, and how many set aside."""
    counts = store.read(lambda ledger: ledger.counts()).letters
    return counts[LetterState.FILED], counts[LetterState.SET_ASIDE]
