"""No statement reads a whole table: SQLite is asked how it runs each that was run."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from cases.labels import Kind
from cases.states import AckEvent
from cases.values import Notice
from store.open import open_store
from store.protocol import Ledger, Store
from store.schema import metadata
from tests.store.builders import (
    LEASE,
    MAILBOX,
    NOW,
    OURS,
    SENDER,
    WORKER,
    accept,
    arrival,
    begin,
    claim,
    cursor,
    dispatch,
    filing,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

#: A table from end to end, an index that is made for one statement, or all that a seller has.
WHOLE = re.compile(rf"^SCAN ({'|'.join(metadata.tables)})\b|AUTOMATIC|\(seller=\?\)$")

Ran = dict[str, Any]


@pytest.fixture
def ran() -> Iterator[Ran]:
    """Every statement that is run, with the values of one time."""
    statements: Ran = {}

    def remember(
        _connection: Connection,
        _cursor: object,
        statement: str,
        parameters: Any,  # noqa: ANN401 - a driver's, of any shape
        _context: object,
        executemany: bool,  # noqa: FBT001 - SQLAlchemy's signature
    ) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            statements[statement] = parameters[0] if executemany else parameters

    event.listen(Engine, "before_cursor_execute", remember)
    yield statements
    event.remove(Engine, "before_cursor_execute", remember)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database's file."""
    return tmp_path / "triaged.db"


@pytest.fixture
def store(path: Path, tmp_path: Path) -> Iterator[Store]:
    """A store on SQLite alone, in live mode."""
    opened = open_store(f"sqlite:///{path}", tmp_path / "letters")
    go_live(opened)
    yield opened
    opened.close()


def plans(path: Path, ran: Ran) -> dict[str, list[str]]:
    """Return how SQLite runs each statement."""
    connection = sqlite3.connect(path)
    try:
        return {
            statement: [
                row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            ]
            for statement, values in ran.items()
        }
    finally:
        connection.close()


def stops_early(statement: str, plan: list[str]) -> bool:
    """Whether rows come in the order that is asked for, and only as many as are asked for."""
    return " LIMIT " in statement and not any("TEMP B-TREE" in step for step in plan)


def work_through(store: Store) -> None:
    """Run every word of the ledger, with all kinds of letters."""
    ours = letter(
        kind=Kind.OWN,
        sender=OURS,
        buyer="",
        recipients=(SENDER,),
        in_reply_to=("<first@relay.example>",),
    )
    bounce = letter(kind=Kind.BOUNCE, buyer="", in_reply_to=(dispatch().message_id,))
    notice = letter(kind=Kind.NOTICE, buyer="", order_ids=("1",), notice=Notice(topic="return"))
    first = letter(message_id="<first@relay.example>", order_ids=("1",), case_id="C-1")
    receive(store, verdict(first), verdict(notice, tags=("return",)))
    (held,) = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.ACCEPT)
    receive(store, verdict(letter(in_reply_to=(dispatch().message_id,), case_id="C-1")))
    receive(store, verdict(ours, tags=()), verdict(bounce, tags=()), verdict(letter()))
    store.write(lambda ledger: _write(ledger, NOW))
    store.read(lambda ledger: _read(ledger, held.case, NOW))


def _write(ledger: Ledger, now: datetime) -> None:
    ledger.accept([arrival()], cursor(1), now)
    numbers = accept(ledger, 2)
    ledger.take(numbers, now)
    ledger.blame(now)
    ledger.fail(numbers[0], "ValueError", now)
    ledger.file([filing(numbers[1], verdict())], now)
    ledger.mark([1], now)
    ledger.claim(WORKER, [MAILBOX], 1, LEASE, now)
    ledger.recover(WORKER, now)


def _read(ledger: Ledger, case: int, now: datetime) -> None:
    ledger.cursor(MAILBOX, "INBOX")
    ledger.known_uids(MAILBOX, "INBOX", 1)
    ledger.unknown_uids(MAILBOX, "INBOX", 1, [1, 2, 1_000_000])
    ledger.awaiting(10)
    ledger.unmarked(MAILBOX, "INBOX", 10)
    ledger.next_due([MAILBOX])
    ledger.stranded([MAILBOX])
    ledger.queue(now, 10)
    ledger.case(case, now)
    ledger.acks(10)


def test_no_statement_reads_a_whole_table(store: Store, path: Path, ran: Ran) -> None:
    """Of a store with a million letters no word reads more than what it asks for."""
    work_through(store)

    found = plans(path, ran)
    assert len(found) > 30
    assert {} == {
        statement: plan
        for statement, plan in found.items()
        if any(map(WHOLE.search, plan)) and not stops_early(statement, plan)
    }
