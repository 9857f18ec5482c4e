"""What is forgotten is gone from every table, and what happened stays."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import create_engine, inspect, select, table, text

from cases.deeds import (
    Assign,
    Awaited,
    Close,
    Closing,
    Correct,
    Deed,
    Escalate,
    Hold,
    LetGo,
    Rate,
    Refusal,
    Reopen,
    Snooze,
    Wait,
)
from cases.filters import OPEN, Filter
from cases.labels import Kind, Priority
from cases.modes import Mode, Permit
from cases.states import AckEvent, AckState, CaseState
from daemon.forgetting import marker
from store.contents import INLINE_LIMIT
from store.desk_values import Draft
from store.protocol import Ledger, Store
from store.schema import blobs as blob_table
from store.values import Forgotten
from tests.store.builders import (
    ALIAS,
    DAY,
    NOW,
    arrival,
    claim,
    dispatch,
    filing,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)
from tests.store.test_desk_replies import begin, take

MARK = marker(b"key")
WORDS = "My parcel for Mrs Quetzalcoatl is late"
OTHER = "other@marketplace.amazon.de"


@pytest.fixture
def url(empty_url: str) -> str:
    """A database of a test's own, because every table is read from end to end."""
    return empty_url


def write(store: Store, buyer: str = ALIAS, words: str = WORDS, subject: str = "Quetzal") -> None:
    """Take in, file and acknowledge a letter of a buyer."""
    receive(
        store,
        verdict(
            letter(
                sender=buyer.replace("@", "+x1@"),
                buyer=buyer,
                subject=subject,
                text=words,
                order_ids=(f"302-{abs(hash(buyer)) % 10**7:07}-1234567",),
            )
        ),
    )


def everything(url: str) -> str:
    """Return all that stands in the tables, as one text."""
    engine = create_engine(url)
    with engine.connect() as connection:
        said = [
            str(tuple(row))
            for name in inspect(connection).get_table_names()
            for row in connection.execute(select(text("*")).select_from(table(name)))
        ]
    engine.dispose()
    return "\n".join(said)


def erase(store: Store, buyer: str = ALIAS) -> Forgotten:
    """Forget a buyer."""
    return store.write(lambda ledger: ledger.erase(buyer, MARK, "test", NOW))


def test_nothing_of_a_buyer_is_left(store: Store, url: str) -> None:
    """No word, name or address in any table; the case, its letter and its states are there."""
    go_live(store)
    write(store)
    write(store, OTHER, words="Something else", subject="Else")
    (first, _) = claim(store)
    store.write(lambda ledger: ledger.begin(first.ack, first.fence, dispatch(), NOW))
    store.write(lambda ledger: ledger.desk.note(first.case, "Mrs Quetzalcoatl called", "li", NOW))

    done = erase(store, ALIAS.replace("@", "+zz@"))

    assert Forgotten(cases=1, letters=1) == done
    left = everything(url)
    for word in ("quetzal", "anna", ALIAS):
        assert word not in left.lower(), word
    assert OTHER in left
    assert MARK(ALIAS) in left
    assert [AckState.SENDING] == [
        one.state for one in store.read(lambda ledger: ledger.acks(9)) if one.case == first.case
    ]


def test_nothing_is_left_to_do_for_who_is_forgotten(store: Store) -> None:
    """Their case is done, whoever held it, and out of every count; what was to leave does not."""
    go_live(store)
    write(store)
    write(store, OTHER, words="Something else", subject="Else")
    (goes, stays) = sorted(one.case for one in store.read(lambda ledger: ledger.queue(NOW, 9)))
    store.write(lambda ledger: ledger.desk.do([goes], Hold(), "li", NOW))

    erase(store)

    view = store.read(lambda ledger: ledger.case(goes, NOW))
    assert view is not None
    assert (CaseState.DONE, None, NOW) == (view.row.state, view.row.holder, view.row.closed_at)
    assert [stays] == [one.case for one in store.read(lambda ledger: ledger.queue(NOW, 9))]
    assert 1 == store.read(lambda ledger: ledger.waiting(NOW)).cases
    assert 1 == store.read(lambda ledger: ledger.desk.total(Filter(states=OPEN), NOW))
    told = [(one.name, one.fields.get("why")) for one in view.events]
    assert ("case.closed", "erased") in told
    acks = {one.case: one for one in store.read(lambda ledger: ledger.acks(9))}
    assert (AckState.WITHHELD, "erased") == (acks[goes].state, acks[goes].reason)
    assert AckState.DUE is acks[stays].state


def test_who_is_forgotten_is_not_taken_up_again(store: Store) -> None:
    """Neither by opening their case, nor by undoing what closed it just before."""
    write(store)
    write(store, OTHER, words="Something else", subject="Else")
    goes, done, stays = 1, 2, 3
    write(store, "third@marketplace.amazon.de", words="A third", subject="Third")
    for case in (done, stays):
        store.write(lambda ledger, at=case: ledger.desk.do([at], Close(), "li", NOW))  # type: ignore[misc]
    erase(store)
    erase(store, OTHER)

    outcomes = store.write(
        lambda ledger: (
            *ledger.desk.do([goes, done, stays], Reopen(), "li", NOW),
            *ledger.desk.undo([1], "li", NOW),
        )
    )
    assert [Refusal.ERASED, Refusal.ERASED, None, Refusal.ERASED] == [
        one.refusal for one in outcomes
    ]
    assert [stays] == [one.case for one in store.read(lambda ledger: ledger.queue(NOW, 9))]


@pytest.mark.parametrize(
    "deed",
    [
        Hold(),
        Hold(reason="Mrs Quetzalcoatl called"),
        Assign(to="li"),
        Snooze(until=NOW + DAY),
        Wait(on=Awaited.BUYER),
        Close(),
        Reopen(),
        Escalate(),
        Correct(tags=("refund",)),
        Rate(priority=Priority.URGENT),
        LetGo(),
    ],
)
def test_nothing_is_done_to_a_case_of_who_is_forgotten(store: Store, deed: Deed) -> None:
    """Whatever it is; the case of another is done beside it."""
    write(store)
    write(store, OTHER, words="Something else", subject="Else")
    erase(store)
    before = store.read(lambda ledger: ledger.desk.case(1, NOW))

    outcomes = store.write(lambda ledger: ledger.desk.do([1, 2], deed, "li", NOW))
    assert Refusal.ERASED is outcomes[0].refusal
    assert Refusal.ERASED is not outcomes[1].refusal
    assert before == store.read(lambda ledger: ledger.desk.case(1, NOW))


def test_nothing_is_written_in_a_case_of_who_is_forgotten(store: Store, url: str) -> None:
    """No note, no reply, and no case is made of it or with it that would not be known as theirs."""
    go_live(store)
    for subject in ("Quetzal", "Axolotl"):
        receive(store, verdict(letter(order_ids=("302-1111111-1234567",), subject=subject)))
    receive(store, verdict(letter(order_ids=("302-2222222-1234567",))))
    letters = [
        one.letter
        for one in store.read(lambda ledger: ledger.case(1, NOW)).letters  # type: ignore[union-attr]
    ]
    assert 2 == len(letters)
    erase(store)
    draft = Draft(token="one", subject="Re: Quetzal", body="Dear Mrs Quetzalcoatl")

    outcomes = store.write(
        lambda ledger: [
            ledger.desk.note(1, "Mrs Quetzalcoatl called", "li", NOW),
            ledger.desk.reply(1, draft, "li", NOW),
            ledger.desk.split(1, letters[:1], "li", NOW),
            ledger.desk.merge(1, 2, "li", NOW),
        ]
    )
    assert [Refusal.ERASED] * 4 == [one.refusal for one in outcomes]
    assert "quetzal" not in everything(url).lower()
    assert () == store.read(lambda ledger: ledger.queue(NOW, 9))
    view = store.read(lambda ledger: ledger.case(1, NOW))
    assert view is not None
    assert view.forgotten


@pytest.mark.parametrize("mode", [Mode.SHADOW, Mode.APPROVE])
def test_nothing_is_released_for_who_is_forgotten(store: Store, mode: Mode) -> None:
    """Whatever it was withheld for, by them or before; others' still is."""
    store.write(lambda ledger: ledger.change_mode(Permit(mode=mode), "test", NOW))
    write(store)
    write(store, OTHER, words="Something else", subject="Else")
    if mode is Mode.APPROVE:
        store.write(lambda ledger: ledger.decline([1, 2], "li", NOW))
    erase(store)
    go_live(store)

    undone = store.write(lambda ledger: ledger.take_back([1], "li", NOW))
    reason = "shadow" if mode is Mode.SHADOW else "declined"
    assert 1 == store.read(lambda ledger: ledger.releasable(reason, NOW - DAY))
    released = store.write(lambda ledger: ledger.release(reason, NOW - DAY, "li", NOW))
    assert 1 == released
    assert (mode is Mode.APPROVE) is (undone[0].refusal is Refusal.ERASED)
    assert {1: AckState.WITHHELD, 2: AckState.DUE} == {
        one.case: one.state for one in store.read(lambda ledger: ledger.acks(9))
    }


def test_what_was_just_leaving_does_not_leave_later(store: Store) -> None:
    """A server that is busy ends it for them."""
    go_live(store)
    write(store)
    (held,) = claim(store)
    assert store.write(lambda ledger: ledger.begin(held.ack, held.fence, dispatch(), NOW))
    erase(store)
    assert settle(store, held, AckEvent.DEFER, code=450)

    (ack,) = store.read(lambda ledger: ledger.acks(9))
    assert (AckState.WITHHELD, "erased") == (ack.state, ack.reason)
    assert () == claim(store, now=NOW + DAY)


def test_what_is_in_doubt_is_not_sent_again(store: Store) -> None:
    """Where it is said to have left, it has; nothing makes it leave once more."""
    go_live(store)
    write(store)
    (held,) = claim(store)
    assert store.write(lambda ledger: ledger.begin(held.ack, held.fence, dispatch(), NOW))
    settle(store, held, AckEvent.LOSE)
    erase(store)

    said = [
        store.write(lambda ledger, one=event: ledger.resolve(held.ack, one, "li", NOW))  # type: ignore[misc]
        for event in (AckEvent.RESUME, AckEvent.PROVE_SENT)
    ]
    assert [False, True] == said


def test_a_reply_in_doubt_is_not_sent_again(store: Store) -> None:
    """It can be said to have left, and leaves no second time."""
    go_live(store)
    write(store)
    draft = Draft(token="one", subject="Re: Quetzal", body="It is on its way.")
    reply = store.write(lambda ledger: ledger.desk.reply(1, draft, "li", NOW)).reply
    assert reply is not None
    (held,) = take(store)
    begin(store, held)
    store.write(lambda ledger: ledger.replies.settle(reply, held.fence, AckEvent.LOSE, NOW))
    erase(store)

    said = [
        store.write(lambda ledger, one=event: ledger.desk.settle_reply(reply, one, "li", NOW))  # type: ignore[misc]
        for event in (AckEvent.RESUME, AckEvent.PROVE_SENT)
    ]
    assert [False, True] == said


def test_a_case_that_was_done_is_not_closed_again(store: Store) -> None:
    """When it was closed, and why, stays as it was."""
    write(store)
    store.write(lambda ledger: ledger.desk.do([1], Close(why=Closing.DONE), "li", NOW - DAY))

    erase(store)

    view = store.read(lambda ledger: ledger.case(1, NOW))
    assert view is not None
    assert NOW - DAY == view.row.closed_at
    assert ["done"] == [one.fields["why"] for one in view.events if one.name == "case.closed"]


def test_a_reply_that_was_to_leave_does_not(store: Store) -> None:
    """What a person wrote to them is withdrawn: its words and its address are gone."""
    go_live(store)
    write(store)
    draft = Draft(token="one", subject="Re: Quetzal", body="It is on its way.")
    store.write(lambda ledger: ledger.desk.reply(1, draft, "li", NOW))

    erase(store)

    assert 1 == store.read(lambda ledger: ledger.replies.count())["withheld"]


@pytest.mark.parametrize("goes", ["erase", "expire"])
def test_a_file_that_a_kill_left_half_goes_too(
    store: Store, blobs: Path, url: str, goes: str
) -> None:
    """With a buyer who is forgotten and with old letters; what letters are kept in stays."""
    if not url.startswith("sqlite"):
        pytest.skip("files are SQLite's")
    large = b"x" * (INLINE_LIMIT + 1)
    store.write(lambda ledger: ledger.accept([arrival("kept", raw=large)], None, NOW))
    (kept,) = [path for path in blobs.rglob("*") if path.is_file()]
    left = blobs / "ab" / ("c" * 62 + ".deadbeef")
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(WORDS.encode())
    if goes == "erase":
        erase(store)
    else:
        store.write(lambda ledger: ledger.expire(NOW - DAY))

    assert (False, True) == (left.exists(), kept.exists())


def test_what_was_merged_and_why_it_was_taken_over_go_too(store: Store, url: str) -> None:
    """A case that became part of a buyer's, and what people said of it to each other."""
    write(store)
    another = letter(buyer=ALIAS, subject="Quetzal again", order_ids=("302-7654321-7654321",))
    receive(store, verdict(another))
    stays, goes = sorted(one.case for one in store.read(lambda ledger: ledger.queue(NOW, 9)))
    hold, over = Hold(), Hold(reason="Quetzal is mine")
    store.write(lambda ledger: ledger.desk.do([stays], hold, "li", NOW))
    (taken,) = store.write(lambda ledger: ledger.desk.do([stays], over, "wang", NOW))
    merged = store.write(lambda ledger: ledger.desk.merge(stays, goes, "wang", NOW))
    assert (None, None) == (taken.refusal, merged.refusal)

    done = erase(store)

    assert Forgotten(cases=2, letters=2) == done
    assert "quetzal" not in everything(url).lower()


def test_an_erased_letter_is_not_taken_in_again(store: Store) -> None:
    """Its identity stays, so that a mailbox that is read anew opens no case."""
    one = arrival("same")
    store.write(lambda ledger: ledger.accept([one], None, NOW))
    file_all(store)
    erase(store)

    again = store.write(
        lambda ledger: ledger.accept([replace(one, uidvalidity=2, uid=7)], None, NOW)
    )

    assert (0, ()) == (again, store.read(lambda ledger: ledger.awaiting(9)))


def file_all(store: Store) -> None:
    """File what waits, as one buyer's."""

    def work(ledger: Ledger) -> None:
        ledger.file([filing(one.letter, verdict()) for one in ledger.awaiting(99)], NOW)

    store.write(work)


def test_a_large_letter_loses_its_bytes(store: Store, url: str, blobs: Path, seller: str) -> None:
    """What is kept apart goes with the row, from the disk and from a server's table."""
    big = seller.encode() * (INLINE_LIMIT // len(seller) + 1)
    store.write(lambda ledger: ledger.accept([replace(arrival(), raw=big)], None, NOW))
    file_all(store)
    assert [big] == apart(url, blobs, big)

    erase(store)

    assert [] == apart(url, blobs, big)


def test_what_is_about_to_be_named_is_not_removed(store: Store) -> None:
    """A letter with the bytes of one that is forgotten at the same moment keeps them."""
    big = b"x" * (INLINE_LIMIT + 1)
    store.write(lambda ledger: ledger.accept([arrival(raw=big)], None, NOW))
    file_all(store)
    named, forgotten = Event(), Event()

    def name(ledger: Ledger) -> None:
        ledger.accept([arrival(raw=big)], None, NOW)
        named.set()
        # The other transaction waits for this one; without a lock it would be over by then.
        forgotten.wait(0.5)

    def forget() -> None:
        named.wait()
        erase(store)
        forgotten.set()

    with ThreadPoolExecutor(2) as threads:
        for work in [threads.submit(store.write, name), threads.submit(forget)]:
            work.result()

    (kept,) = store.read(lambda ledger: ledger.awaiting(9))
    assert big == store.read(lambda ledger: ledger.original(kept.letter))


def apart(url: str, blobs: Path, raw: bytes) -> list[bytes]:
    """Return what is kept apart of these bytes, in files or in the database."""
    files = [path.read_bytes() for path in blobs.rglob("*") if path.is_file()]
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        found = connection.execute(select(blob_table.c.raw).where(blob_table.c.raw == raw))
        rows = list(found.scalars())
    engine.dispose()
    return [*files, *rows]


def test_marks_forget_again(store: Store) -> None:
    """A store that was put back forgets whom the later one had forgotten, and nobody else."""
    write(store)
    write(store, OTHER)

    done = store.write(lambda ledger: ledger.erase_again({MARK(ALIAS)}, MARK, "test", NOW))

    assert 1 == done.cases
    assert frozenset({MARK(ALIAS)}) == store.read(lambda ledger: ledger.marks())
    assert Forgotten(cases=0, letters=0) == erase(store)


def test_marks_forget_who_made_no_case(store: Store) -> None:
    """An automatic answer of theirs is found by its sender's mark as well."""
    receive(store, verdict(letter(kind=Kind.AUTO_REPLY, sender=ALIAS, buyer=ALIAS)))

    done = store.write(lambda ledger: ledger.erase_again({MARK(ALIAS)}, MARK, "test", NOW))

    assert Forgotten(cases=0, letters=1) == done


def test_bytes_go_once_their_case_was_closed_long_ago(store: Store) -> None:
    """An open case keeps them, and so does one that was closed later; text stays readable."""
    write(store)
    before = NOW + DAY
    assert 0 == store.write(lambda ledger: ledger.expire(before))
    closing = Close(why=Closing.DONE)
    store.write(lambda ledger: ledger.desk.do([1], closing, "li", NOW + timedelta(hours=1)))

    assert 0 == store.write(lambda ledger: ledger.expire(NOW))
    assert 1 == store.write(lambda ledger: ledger.expire(before))
    assert 0 == store.write(lambda ledger: ledger.expire(before))
    view = store.read(lambda ledger: ledger.case(1, NOW))
    assert view is not None
    assert WORDS == view.letters[0].verdict.letter.text


@pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)
def test_what_is_erased_is_not_in_the_file(store: Store, url: str) -> None:
    """On SQLite the pages are overwritten, not only given free; a server's files are its own."""
    write(store, words=WORDS * 20)
    erase(store)
    store.close()

    path = Path(url.removeprefix("sqlite:///"))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Quetzalcoatl" not in path.read_bytes()
