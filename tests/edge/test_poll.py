"""Watching a folder of a server that withholds letters, refuses flags or says nothing."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from daemon import clock
from daemon.config.mailboxes import Imap
from daemon.imap.inbox import Inbox
from daemon.imap.poll import Watch, WatchSettings
from daemon.login.access import PLAIN
from store.intake_values import Unmarked
from store.open import open_store
from store.protocol import Ledger, Store
from store.writer import Writer
from tests.servers.scripted_imap import ScriptedImap, answer_fetch
from tests.store.builders import filing, go_live, letter, verdict

MAILBOX = "shop"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of a live installation."""
    made = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path / "blobs")
    go_live(made)
    yield made
    made.close()


def build_watch(store: Writer, server: ScriptedImap, arrived: Callable[[], None]) -> Watch:
    """Return a watch of the server's INBOX that reads it again every 50 ms."""
    settings = Imap.model_validate(
        {"host": "127.0.0.1", "port": server.port, "tls": "none", "user": "li", "password": "x"}
    )
    return Watch(
        WatchSettings(
            mailbox=MAILBOX,
            poll=timedelta(milliseconds=50),
            history=timedelta(days=7),
            mark=True,
        ),
        lambda writable: Inbox(settings, "INBOX", writable=writable, access=PLAIN),
        store,
        arrived,
    )


def run(store: Store, server: ScriptedImap, work: Callable[[Watch], Awaitable[None]]) -> None:
    """Do ``work`` with a watch."""

    async def go() -> None:
        writer = Writer(store)
        await work(build_watch(writer, server, lambda: None))
        await writer.close()

    asyncio.run(go())


def known(store: Store) -> set[int]:
    """Return the UIDs that stand in the store."""
    return set(store.read(lambda ledger: ledger.known_uids(MAILBOX, "INBOX", 1)))


def unmarked(store: Store) -> tuple[Unmarked, ...]:
    """Return the beginning of what is to be marked."""
    return store.read(lambda ledger: ledger.unmarked(MAILBOX, "INBOX", 1))


def reached(store: Store) -> int:
    """Return how far the inbox was read."""
    found = store.read(lambda ledger: ledger.cursor(MAILBOX, "INBOX"))
    assert found is not None
    return found.uid


def file_all(ledger: Ledger) -> None:
    """File what waits, each with a tag of its own of two."""
    ledger.file(
        [
            filing(one.letter, verdict(letter(), tags=[("late-delivery", "other")[one.letter % 2]]))
            for one in ledger.awaiting(10_000)
        ],
        clock.now(),
    )


def test_cursor_waits_for_a_letter_that_is_not_given(store: Store) -> None:
    """The letters around it are accepted; it is asked for each round until it is given."""
    hidden = "* 2 FETCH (UID 2 BODY[] NIL)\r\n{tag} OK done"
    with ScriptedImap() as server:
        server.instead = {
            "UID FETCH 1,2,3 (BODY": "\r\n".join([answer_fetch(1), answer_fetch(3), hidden]),
            "UID FETCH 2 (BODY": hidden,
            "UID FETCH 2,3 (BODY": hidden,
        }

        async def read_twice(watch: Watch) -> None:
            await watch.once()

            assert ({1, 3}, 1) == (known(store), reached(store))
            server.instead = {}
            await watch.once()
            await watch.once()

        run(store, server, read_twice)

    assert ({1, 2, 3}, 3) == (known(store), reached(store))


def test_cursor_passes_a_letter_that_was_expunged(store: Store) -> None:
    """What no SEARCH lists any more holds nothing up."""
    with ScriptedImap(instead={"UID FETCH 2 (BODY": "{tag} OK gone"}) as server:
        server.instead["UID FETCH 1,2,3 (BODY"] = "{tag} OK gone"
        server.instead["UID SEARCH UID 1,2,3"] = "* SEARCH\r\n{tag} OK none"

        run(store, server, Watch.once)

    assert 3 == reached(store)


def test_marks_are_grouped_and_a_refusal_is_remembered(store: Store) -> None:
    """One STORE for each set of flags; what is refused is not tried again."""
    with ScriptedImap(range(1, 7), instead={"UID STORE": "{tag} NO [LIMIT] full"}) as server:
        run(store, server, Watch.once)
        store.write(file_all)
        run(store, server, Watch.mark_once)
        run(store, server, Watch.mark_once)

    stores = [said.split()[2] for said in server.heard if said.startswith("UID STORE")]
    assert {"1,3,5", "2,4,6"} == set(stores)
    assert 2 == len(stores)
    assert () == unmarked(store)


def test_marking_many_does_not_keep_from_reading(store: Store) -> None:
    """Between two batches of marks the folder is read; refused marks break no connection."""
    with ScriptedImap(range(1, 451), instead={"UID STORE": "{tag} NO [LIMIT] full"}) as server:
        run(store, server, Watch.once)
        store.write(file_all)
        server.heard.clear()

        async def watch_until_marked(watch: Watch) -> None:
            task = asyncio.create_task(watch.run())
            await asyncio.to_thread(_until, lambda: not unmarked(store))
            server.uids.append(451)
            await asyncio.to_thread(_until, lambda: 451 in known(store))
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

        run(store, server, lambda watch: asyncio.wait_for(watch_until_marked(watch), 20))

    order = [said.split()[1] for said in server.heard if said.startswith(("UID STORE", "UID SEA"))]
    batches = " ".join(order).split("SEARCH")
    assert 6 == order.count("STORE")
    assert all(batch.count("STORE") <= 2 for batch in batches)
    assert 1 == sum(said.startswith("LOGIN") for said in server.heard)


def test_cancelled_watch_leaves_no_thread_waiting(store: Store) -> None:
    """A watch told to stop while the server says nothing stops, its thread too, at once."""
    began = time.monotonic()
    with ScriptedImap(instead={"CAPABILITY": "* OK wait"}) as server:

        async def stop(watch: Watch) -> None:
            task = asyncio.create_task(watch.run())
            await asyncio.to_thread(_until, lambda: bool(server.heard))
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

        # The loop's end waits for its threads.
        run(store, server, stop)

    assert time.monotonic() - began < 5


def _until(there: Callable[[], bool]) -> None:
    while not there():
        time.sleep(0.01)
