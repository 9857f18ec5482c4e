"""Dispatchers over a store and servers that fail as told: no fault is more than its own."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cases.states import AckState
from daemon import clock
from daemon.answer import Sender
from daemon.config import Config
from daemon.configuration import parse_config
from daemon.knowledge import Knowledge, load_knowledge
from daemon.outbox import Outbox
from daemon.send import Dispatcher
from daemon.triage import Incoming, triage
from mail.identity import identify
from store.open import open_store
from store.protocol import Ledger, Store, StoreError
from store.values import AckView, Arrival, Dispatch, Filing
from store.writer import Writer
from tests.letters_builder import build_letter
from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp, Stage

BOXES = ("good", "slow")
SENDERS = [f"{name}@shop.example" for name in BOXES]
WORKER = "main"


def _config(ports: Sequence[int] = (1, 1), connections: int = 1) -> Config:
    boxes = "".join(
        f"""
[mailboxes.{name}]
address = "{name}@shop.example"
[mailboxes.{name}.imap]
host = "127.0.0.1"
tls = "none"
user = "x"
password = "x"
[mailboxes.{name}.smtp]
host = "127.0.0.1"
port = {port}
tls = "none"
user = "x"
password = "x"
connections = {connections}
"""
        for name, port in zip(BOXES, ports, strict=True)
    )
    text = f"""
[shops.main]
brand = "Lampenladen"
senders = {SENDERS}
[channels]
direct = {SENDERS}
{boxes}"""
    return parse_config(text, "config.toml")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """What an installation with two mailboxes knows."""
    return load_knowledge(_config(), proved=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A live store."""
    made = open_store(f"sqlite:///{tmp_path / 'triaged.db'}", tmp_path / "letters")
    made.write(lambda ledger: ledger.set("mode", "live", "test", clock.now()))
    yield made
    made.close()


def receive(
    store: Store,
    knowledge: Knowledge,
    mailbox: str,
    count: int,
    *,
    sender: str = "marketplace.amazon.de",
    offset: int = 0,
) -> None:
    """File letters of as many buyers; their acknowledgements are due at once."""
    now = clock.now()
    raws = [
        build_letter(
            to=f"{mailbox}@shop.example",
            buyer=f"{mailbox}{number:03}abcdef",
            order=f"302-{number:07}-1234567",
            message_id=f"<{mailbox}-{number}@relay.example>",
            date=now,
        )
        for number in range(offset, offset + count)
    ]
    raws = [raw.replace(b"marketplace.amazon.de", sender.encode()) for raw in raws]

    def work(ledger: Ledger) -> None:
        arrivals = [
            Arrival(
                mailbox=mailbox,
                folder="INBOX",
                uidvalidity=1,
                uid=number,
                raw=raw,
                identity=identify(raw),
                arrived=now,
            )
            for number, raw in enumerate(raws, start=offset + 1)
        ]
        ledger.accept(arrivals, None, now)
        waiting = ledger.awaiting(1000)
        verdicts = triage(
            [Incoming(raw=one.raw, mailbox=mailbox) for one in waiting], knowledge, now
        )
        ledger.file(
            [
                Filing(
                    letter=one.letter, verdict=said, limit_at=None, not_before=now, not_after=now
                )
                for one, said in zip(waiting, verdicts, strict=True)
            ],
            now,
        )

    store.write(work)


def dispatcher(
    writer: Writer,
    knowledge: Knowledge,
    port: int,
    mailbox: str = "good",
    *,
    connections: int = 1,
    now: Callable[[], datetime] = clock.now,
) -> Dispatcher:
    """Return the dispatcher of one mailbox."""
    smtp = _config((port, port), connections).mailboxes[mailbox].smtp
    sender = Sender(address=f"{mailbox}@shop.example", name="", outbox=Outbox(smtp))
    return Dispatcher(
        mailbox,
        sender,
        knowledge=lambda: knowledge,
        writer=writer,
        worker=WORKER,
        key=b"key",
        now=now,
    )


def acks(store: Store) -> tuple[AckView, ...]:
    """Return every acknowledgement, oldest first."""
    return tuple(reversed(store.read(lambda ledger: ledger.acks(1000))))


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        """Return the time."""
        return clock.now() + self.ahead


class FailingOnce:
    """A store whose first BEGIN fails, as when the database is locked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.failed = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write_all(self, works: Sequence[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Write as the store does, through ledgers that fail."""
        return self._store.write_all([self._wrap(work) for work in works])

    def _wrap(self, work: Callable[[Ledger], object]) -> Callable[[Ledger], object]:
        return lambda ledger: work(_Failing(ledger, self))  # type: ignore[arg-type]  # a proxy


class _Failing:
    def __init__(self, ledger: Ledger, owner: FailingOnce) -> None:
        self._ledger = ledger
        self._owner = owner

    def __getattr__(self, name: str) -> object:
        return getattr(self._ledger, name)

    def begin(self, ack: int, fence: int, sent: Dispatch, now: object) -> bool:
        if not self._owner.failed:
            self._owner.failed = True
            raise StoreError("The store is locked.")
        return self._ledger.begin(ack, fence, sent, now)  # type: ignore[arg-type]  # a proxy


async def test_a_store_fault_is_one_acknowledgements_own(
    store: Store, knowledge: Knowledge
) -> None:
    """When one BEGIN fails, that one is due again and every other one is sent."""
    receive(store, knowledge, "good", 5)
    async with ScriptedSmtp() as server:
        writer = Writer(FailingOnce(store))  # type: ignore[arg-type]  # a proxy of a store
        one = dispatcher(writer, knowledge, server.port)
        await one.drain()
        await one.close()
        await writer.close()

    assert [AckState.DUE, *[AckState.SENT] * 4] == sorted(one.state for one in acks(store))


async def test_a_slow_server_holds_up_its_own_mailbox_alone(
    store: Store, knowledge: Knowledge
) -> None:
    """While one server hangs in DATA, what becomes due elsewhere is sent."""
    receive(store, knowledge, "slow", 1)
    hangs = Fault(stage=Stage.DOT, act=Act.HANG)
    async with ScriptedSmtp() as good, ScriptedSmtp([hangs]) as bad:
        writer = Writer(store)
        both = [
            dispatcher(writer, knowledge, good.port, "good"),
            dispatcher(writer, knowledge, bad.port, "slow"),
        ]
        tasks = [asyncio.create_task(one.run()) for one in both]
        await asyncio.sleep(0.5)
        receive(store, knowledge, "good", 1)
        both[0].wake()
        async with asyncio.timeout(10):
            while AckState.SENT not in {one.state for one in acks(store)}:  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.05)
        states = [one.state for one in acks(store)]
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        await writer.close()

    assert [AckState.SENDING, AckState.SENT] == states


async def test_a_hanging_connection_holds_up_itself_alone(
    store: Store, knowledge: Knowledge
) -> None:
    """While one message hangs in DATA, what becomes due in the same mailbox goes beside it."""
    receive(store, knowledge, "good", 1)
    hangs = Fault(stage=Stage.DOT, act=Act.HANG)
    async with ScriptedSmtp([hangs]) as server:
        writer = Writer(store)
        one = dispatcher(writer, knowledge, server.port, connections=2)
        task = asyncio.create_task(one.run())
        async with asyncio.timeout(10):
            while AckState.SENDING not in {ack.state for ack in acks(store)}:  # noqa: ASYNC110 - the store tells nobody
                await asyncio.sleep(0.05)
            receive(store, knowledge, "good", 1, offset=1)
            one.wake()
            while AckState.SENT not in {ack.state for ack in acks(store)}:  # noqa: ASYNC110 - the store tells nobody
                await asyncio.sleep(0.05)
        states = Counter(ack.state for ack in acks(store))
        task.cancel()
        await asyncio.wait([task])
        await writer.close()

    assert {AckState.SENDING: 1, AckState.SENT: 1} == states


async def test_a_lasting_refusal_is_the_letters_once_others_pass(
    store: Store, knowledge: Knowledge
) -> None:
    """A text refused again after another one was accepted is refused, not tried for a day."""
    receive(store, knowledge, "good", 1)
    refusal = Fault(stage=Stage.DOT, act="554 5.7.1 Message rejected as spam")
    now = Clock()
    async with ScriptedSmtp([refusal]) as server:
        writer = Writer(store)
        one = dispatcher(writer, knowledge, server.port, now=now)
        await one.drain()
        first = [(ack.state, one.problem) for ack in acks(store)]
        receive(store, knowledge, "good", 1, offset=1)
        now.ahead = timedelta(minutes=1)
        server.fail(Fault(stage=Stage.DOT, act="250 2.0.0 Taken", takes=True), refusal)
        await one.drain()
        await one.close()
        await writer.close()

    assert [(AckState.DUE, "the server said 554 5.7.1 at data")] == first
    assert {AckState.REFUSED, AckState.SENT} == {ack.state for ack in acks(store)}


async def test_a_domains_volume_is_held_and_not_dropped(store: Store, knowledge: Knowledge) -> None:
    """The twenty-first direct buyer of a domain in an hour waits, and is answered after it."""
    receive(store, knowledge, "good", 21, sender="mail.example")
    now = Clock()
    async with ScriptedSmtp() as server:
        writer = Writer(store)
        one = dispatcher(writer, knowledge, server.port, now=now)
        await one.drain()
        before = Counter(ack.state for ack in acks(store))
        now.ahead = timedelta(minutes=61)
        await one.drain()
        await one.close()
        await writer.close()

    assert {AckState.SENT: 20, AckState.DUE: 1} == before
    assert {AckState.SENT} == {ack.state for ack in acks(store)}
