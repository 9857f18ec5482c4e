"""No statement reads a whole table: SQLite is asked how it runs each that was run."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from cases.asking import ask
from cases.deeds import Close, Correct, Deed, Escalate, Hold, Rate, Reopen, Snooze
from cases.filters import DONE, OPEN, VIEWS, Filter
from cases.labels import Kind, Priority
from cases.modes import Canary, Mode, Permit
from cases.pace import Pace, Urgency, Window
from cases.pauses import Pause, Scope, Subject
from cases.states import AckEvent
from cases.values import Attachment, Notice
from store import encryption
from store.desk_values import Draft
from store.encryption_protocol import Progress
from store.open import open_store
from store.outgoing_values import Terms
from store.protocol import Ledger, Store
from store.replies_protocol import Handover
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

#: Under what one mailbox sends, with every bound there is.
TERMS = Terms(pace=Pace(login="seller", limits={Window.DAY: 10}), ceiling=10)


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
    approach = replace(ours, in_reply_to=(), recipients=("max@supply.example",))
    answer = letter(sender="max@supply.example", buyer="max@supply.example", relay=False)
    receive(store, verdict(approach, tags=()), verdict(answer))
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
    for permit in (Permit(mode=Mode.APPROVE), Permit(mode=Mode.CANARY, canary=Canary(first=1))):
        ledger.change_mode(permit, WORKER, now)
        ledger.next_due([MAILBOX], now)
        ledger.claim(WORKER, [MAILBOX], 1, LEASE, now)
    ledger.approve([1], WORKER, now)
    ledger.approve(None, WORKER, now)
    ledger.take_back([1], WORKER, now)
    ledger.forget_worker("gone", WORKER, now)
    ledger.take_back(None, WORKER, now, everyones=True)
    ledger.decline([1], WORKER, now)
    ledger.release("shadow", now, WORKER, now)
    ledger.resolve(1, AckEvent.PROVE_SENT, WORKER, now)
    subject = Subject(scope=Scope.SHOP, name="x")
    ledger.pause(Pause(subject=subject, since=now, who="li"))
    ledger.claim(WORKER, [MAILBOX], 1, LEASE, now, terms=TERMS)
    ledger.hold_login("x", Window.DAY, now)
    ledger.admit(TERMS, Urgency.PERSON, now)
    ledger.resume(subject, "li", now)
    ledger.recover(WORKER, now)
    _work(ledger, now)


def _work(ledger: Ledger, now: datetime) -> None:
    (case,) = (row.case for row in ledger.queue(now, 1))
    deeds: tuple[Deed, ...] = (
        *(Hold(), Correct(tags=("damaged",)), Rate(priority=Priority.HIGH), Escalate()),
        *(Snooze(until=now), Reopen(), Close()),
    )
    done = [ledger.desk.do([case], deed, "li", now)[0].deed or 0 for deed in deeds]
    ledger.desk.undo(done, "li", now)
    ledger.desk.do([case], Snooze(until=now), "li", now)
    ledger.desk.wake(now)
    ledger.desk.note(case, "Photo asked for.", "li", now)
    _answer(ledger, case, now)
    shown = ledger.desk.case(case, now)
    assert shown is not None
    parted = ledger.desk.split(case, [shown.view.letters[-1].letter], "li", now)
    ledger.desk.merge(case, parted.case, "li", now)


def _answer(ledger: Ledger, case: int, now: datetime) -> None:
    ledger.change_mode(Permit(mode=Mode.LIVE), WORKER, now)
    file = Attachment(name="a.png", media_type="image/png", content=b"x")
    draft = Draft(token="t", subject="Re:", body="Yes.", attachments=(file,))
    handover = Handover(message_id="<reply@seller.example>", sender=OURS, recipient=SENDER)
    number = ledger.desk.reply(case, draft, "li", now).reply or 0
    ledger.replies.next_due(MAILBOX, TERMS, NOW)
    (held,) = ledger.replies.claim(WORKER, MAILBOX, 1, TERMS, now)
    ledger.replies.begin(held.reply, held.fence, handover, TERMS, now)
    ledger.replies.settle(held.reply, held.fence, AckEvent.DEFER, now)
    ledger.replies.settle(held.reply, held.fence, AckEvent.ACCEPT, now)
    ledger.replies.recover(WORKER, now)
    ledger.replies.prove_sent(["<reply@seller.example>"], now)
    ledger.desk.settle_reply(number, AckEvent.WITHHOLD, "li", now)


def _read(ledger: Ledger, case: int, now: datetime) -> None:
    ledger.cursor(MAILBOX, "INBOX")
    ledger.known_uids(MAILBOX, "INBOX", 1)
    ledger.unknown_uids(MAILBOX, "INBOX", 1, [1, 2, 1_000_000])
    ledger.awaiting(10)
    ledger.unmarked(MAILBOX, "INBOX", 10)
    ledger.next_due([MAILBOX], NOW)
    ledger.stranded([MAILBOX])
    ledger.alarms.outlook([MAILBOX], NOW, NOW + LEASE)
    ledger.volume(now)
    ledger.sent_since(now)
    ledger.queue(now, 10)
    ledger.case(case, now)
    ledger.acks(10)
    ledger.ack(1)
    ledger.answers(now, 10)
    ledger.sent_ids(["<a@b.example>"])
    ledger.unapproved(10)
    ledger.withheld("shadow", now, 10)
    ledger.reasons(now)
    ledger.vetoes(now)
    ledger.desk.count(now)
    ledger.desk.total(Filter(states=OPEN), now)
    ledger.desk.holds(Filter(states=OPEN), now)
    ledger.desk.fresh(Filter(states=OPEN), 1, now)
    ledger.desk.oversee(now - LEASE, now)
    ledger.desk.corrections(0, now, 10)
    ledger.desk.case(case, now)
    for wanted in (*VIEWS.values(), Filter(order="1"), Filter(person="li"), Filter(free=True)):
        ledger.desk.page(replace(wanted, states=OPEN), now, 10)
    for typed in ("", "1", "parcel", "tag:damaged is:open parcel*", "lang:en before:2030-01-01"):
        ledger.desk.search(ask(typed).wanted, now, 10)
        ledger.desk.search(ask(typed).wanted, now, 10, "1000")
    place = ledger.desk.page(Filter(states=OPEN), now, 1).next
    assert place is not None
    ledger.desk.page(Filter(states=OPEN), now, 1, place)


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


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_the_queue_is_sorted_and_counted_by_its_index_alone(
    store: Store, path: Path, ran: Ran, view: Filter
) -> None:
    """With 10,000 open cases rows are read of those on the page alone."""
    ran.clear()
    store.read(lambda ledger: (ledger.desk.page(view, NOW, 10), ledger.desk.count(NOW)))
    sorting, counting = plans(path, ran).values()

    assert [True] * 2 == [
        "USING COVERING INDEX ix_cases_queue" in plan[0] for plan in (sorting, counting)
    ]


def test_what_is_done_is_read_as_far_as_the_page_goes(store: Store, path: Path, ran: Ran) -> None:
    """Of 190,000 done cases those closed last are shown, and no other is looked at."""
    ran.clear()
    wanted = Filter(states=DONE, language="de")
    store.read(lambda ledger: ledger.desk.page(wanted, NOW, 10))
    store.read(lambda ledger: ledger.desk.page(wanted, NOW, 10, "1,1"))
    found = [*plans(path, ran).values()]

    assert [1, 1] == [*map(len, found)]
    assert all("INDEX ix_cases_seller_state_closed_at_id (" in plan[0] for plan in found)


def test_who_works_on_what_is_asked_of_few_cases(store: Store, path: Path, ran: Ran) -> None:
    """Every open page asks it every few seconds."""
    ran.clear()
    store.read(lambda ledger: ledger.desk.holds(Filter(states=OPEN), NOW))
    ((step,),) = plans(path, ran).values()

    assert "ix_cases_seller_held_until (seller=? AND held_until>?)" in step


def test_what_is_ahead_is_counted_by_the_index_alone(store: Store, path: Path, ran: Ran) -> None:
    """Every promise asks it, and with it every page of a case."""
    receive(store, verdict(letter()))
    (row,) = store.read(lambda ledger: ledger.queue(NOW, 1))
    ran.clear()
    store.read(lambda ledger: ledger.ahead([row.case]))
    found = plans(path, ran)

    assert ["SEARCH cases USING COVERING INDEX ix_cases_queue (seller=? AND state=?)"] == [
        plan[0] for statement, plan in found.items() if "GROUP BY" in statement
    ]


def test_a_buyers_other_cases_are_found_by_the_buyer(store: Store, path: Path, ran: Ran) -> None:
    """Not by going through all cases, newest first, until enough of the buyer's were met."""
    receive(store, verdict(letter()))
    (row,) = store.read(lambda ledger: ledger.queue(NOW, 1))
    ran.clear()
    store.read(lambda ledger: ledger.desk.case(row.case, NOW))
    (plan,) = [
        plan
        for statement, plan in plans(path, ran).items()
        if statement.startswith("SELECT cases.id") and "cases.buyer = " in statement
    ]

    assert "(seller=? AND buyer=?)" in plan[0]


def test_encrypting_goes_through_each_table_once(store: Store, path: Path, ran: Ran) -> None:
    """Every step takes up its rows where the one before ended, without a list or a sort."""
    work_through(store)
    ran.clear()
    store.write(lambda ledger: ledger.encryption.step(Progress(), "test", NOW))
    for part in range(10):
        start = Progress(part=part)
        store.write(lambda ledger, at=start: ledger.encryption.step(at, "test", NOW))  # type: ignore[misc]
    steps = {
        statement: plan
        for statement, plan in plans(path, ran).items()
        if "ORDER BY" in statement and "LIMIT" in statement
    }

    assert 10 == len(steps)
    assert {} == {
        statement: plan
        for statement, plan in steps.items()
        if not re.match(r"SEARCH \w+ USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)$", plan[0])
        or any("TEMP B-TREE" in one or "LIST" in one for one in plan)
    }


def test_encrypting_holds_the_file_for_some_rows(
    store: Store, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step looks at so many rows and no more; the look at the end holds nobody up."""
    monkeypatch.setattr(encryption, "_LOOKED_AT", 2)
    for number in range(5):
        receive(store, verdict(letter(message_id=f"<{number}@relay.example>")))
    at: Progress | None = Progress(part=1)
    seen = []
    while at and at.part == 1:
        seen.append(at.after)
        at = store.write(lambda ledger, at=at: ledger.encryption.step(at, "test", NOW))  # type: ignore[misc]
    whole = store.read(lambda ledger: ledger.encryption.look_through())
    ran.clear()

    assert [0, 2, 4] == seen
    assert store.write(lambda ledger: ledger.encryption.finish("test", NOW, whole))
    assert not any("bodies" in statement for statement in ran)
    ran.clear()
    assert store.write(lambda ledger: ledger.encryption.finish("test", NOW))
    assert any("bodies" in statement for statement in ran)
