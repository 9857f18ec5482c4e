"""The clerk files what waits, one bad letter at a time apart, and tells what it does."""

import asyncio
import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.values import Verdict
from daemon.config.stored import Log
from daemon.filing import Clerk, Judge
from daemon.knowledge import Knowledge, load_knowledge
from daemon.log_output import configure
from daemon.triage import Incoming, triage
from store.contents import INLINE_LIMIT
from store.intake_values import Arrival
from store.letters import PATIENCE
from store.open import open_store
from store.protocol import Store
from store.writer import Writer
from tests.sending_builder import Clock

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with closing(open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path / "letters")) as opened:
        yield opened


@pytest.fixture
def told() -> Iterator[list[str]]:
    """The names of the clerk's events, in their order."""
    names: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said = record.msg
            names.append(said["event"] if isinstance(said, dict) else str(said))

    configure(Log())
    listener = Listener()
    logger = logging.getLogger("triaged.filing")
    logger.addHandler(listener)
    yield names
    logger.removeHandler(listener)


def accept(store: Store, *bodies: bytes) -> None:
    """Accept a letter for each body, in this order."""
    arrivals = [
        Arrival(
            mailbox="shop",
            folder="INBOX",
            uidvalidity=1,
            uid=number,
            raw=raw,
            identity=f"{number:064x}",
            arrived=NOW + timedelta(seconds=number),
        )
        for number, raw in enumerate(bodies, 1)
    ]
    store.write(lambda ledger: ledger.accept(arrivals, None, NOW))


def drain(
    store: Store,
    judge: Judge = triage,
    slow: timedelta = timedelta(minutes=1),
    *,
    hours: int = 1,
) -> None:
    """File everything that waits, as a new process does, and again each hour."""
    clock = Clock()
    knowledge = load_knowledge(None, proved=True)

    async def work() -> None:
        writer = Writer(store)
        filed: list[frozenset[str]] = []
        clerk = Clerk(
            lambda: knowledge,
            writer,
            timedelta(0),
            filed.append,
            judge=judge,
            slow=slow,
            now=clock,
        )
        for _ in range(hours):
            await clerk.drain()
            clock.ahead += timedelta(hours=1)
        await writer.close()

    asyncio.run(work())


def counts(store: Store) -> dict[str, int]:
    """Return the letters by state, without zeros."""
    found = store.read(lambda ledger: ledger.counts())
    return {state: number for state, number in found.letters.items() if number}


class Recorder:
    """Judges as always and remembers how many letters came together."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def __call__(
        self, incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime
    ) -> list[Verdict]:
        """Judge."""
        self.batches.append(len(incoming))
        return triage(incoming, knowledge, now)


def test_what_was_in_hand_is_judged_alone(store: Store, told: list[str]) -> None:
    """After a start, letters that were in hand go one by one, the others together."""
    accept(store, *(b"Subject: %d\r\n\r\nHello\r\n" % number for number in range(5)))
    taken = [one.letter for one in store.read(lambda ledger: ledger.awaiting(2))]
    store.write(lambda ledger: ledger.take(taken, NOW))
    judge = Recorder()
    drain(store, judge)

    assert [1, 1, 3] == judge.batches
    assert "letters.interrupted" in told
    assert 0 == counts(store).get("accepted", 0)


def test_a_letter_without_a_body_is_set_aside(
    store: Store, tmp_path: Path, told: list[str]
) -> None:
    """A letter whose file is gone is set aside after three times; the other one is done with."""
    accept(store, b"x" * (INLINE_LIMIT + 1), b"Subject: here\r\n\r\nHello\r\n")
    (file,) = (path for path in (tmp_path / "letters").rglob("*") if path.is_file())
    file.unlink()
    drain(store, hours=3)

    assert 1 == counts(store)["set-aside"]
    assert 0 == counts(store).get("accepted", 0)
    assert ["letter.failed", "letter.failed", "letter.set-aside"] == [
        name for name in told if name in {"letter.failed", "letter.set-aside"}
    ]


def test_one_that_raises_costs_no_other(store: Store) -> None:
    """A letter over which judging raises is set aside, and every other one is done with."""

    def judge(
        incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime
    ) -> Sequence[Verdict]:
        if any(b"bad" in one.raw for one in incoming):
            raise ValueError
        return triage(incoming, knowledge, now)

    accept(store, *(b"Subject: %s\r\n\r\nHello\r\n" % word for word in (b"a", b"bad", b"c")))
    drain(store, judge, hours=3)

    assert 1 == counts(store)["set-aside"]
    assert 3 == sum(counts(store).values())
    assert 0 == counts(store).get("accepted", 0)


def test_a_fault_that_passes_sets_nothing_aside(store: Store) -> None:
    """What fails while a disk or a model is in trouble waits, and comes again by itself."""
    failed: list[int] = []

    def judge(
        incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime
    ) -> Sequence[Verdict]:
        if len(failed) < len(PATIENCE):
            failed.append(len(incoming))
            raise OSError
        return triage(incoming, knowledge, now)

    clock, knowledge = Clock(), load_knowledge(None, proved=True)

    def now() -> datetime:
        """Go on by ten minutes with every look at it."""
        clock.ahead += timedelta(minutes=10)
        return clock()

    async def work() -> None:
        writer, done = Writer(store), asyncio.Event()

        def filed(_: frozenset[str]) -> None:
            if not counts(store).get("accepted"):
                done.set()

        clerk = Clerk(lambda: knowledge, writer, timedelta(0), filed, judge=judge, now=now)
        running = asyncio.ensure_future(clerk.run())
        await asyncio.wait_for(done.wait(), 30)
        running.cancel()
        await writer.close()

    accept(store, b"Subject: here\r\n\r\nHello\r\n")
    drain(store, judge)
    once = list(failed)
    asyncio.run(work())

    assert [1] == once
    assert [1, 1] == failed
    assert {"filed": 1} == counts(store)


def test_slow_judging_is_told(store: Store, told: list[str]) -> None:
    """Judging that takes longer than it may is told while it goes on."""

    def judge(
        incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime
    ) -> Sequence[Verdict]:
        while "letter.slow" not in told:
            time.sleep(0.01)
        return triage(incoming, knowledge, now)

    accept(store, b"Subject: long\r\n\r\nHello\r\n")
    drain(store, judge, timedelta(0))

    assert 0 == counts(store).get("accepted", 0)


def test_what_waits_to_be_tried_again_is_not_suspected(store: Store, told: list[str]) -> None:
    """A process that ends meanwhile has not ended over it."""

    def judge(*_: object) -> Sequence[Verdict]:
        raise OSError

    accept(store, b"Subject: here\r\n\r\nHello\r\n")
    drain(store, judge)
    drain(store)

    assert "letters.interrupted" not in told
    assert [0] == [one.deaths for one in store.read(lambda ledger: ledger.awaiting(9))]
