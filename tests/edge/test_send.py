"""Dispatchers over a store and servers that fail as told: no fault is more than its own."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from cases.states import AckState
from daemon import clock
from daemon.knowledge import Knowledge, load_knowledge
from store.open import open_store
from store.outgoing_values import Dispatch
from store.protocol import Ledger, Store, StoreError
from store.writer import Writer
from tests.sending_builder import Clock, acks, build_config, dispatcher, receive
from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp, Stage


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """What an installation with two mailboxes knows."""
    return load_knowledge(build_config(), proved=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A live store."""
    made = open_store(f"sqlite:///{tmp_path / 'triaged.db'}", tmp_path / "letters")
    made.write(lambda ledger: ledger.set("mode", "live", "test", clock.now()))
    yield made
    made.close()


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


class _Refusing(FailingOnce):
    """A store that gives out what it then does not let begin."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.asked = 0

    def _wrap(self, work: Callable[[Ledger], object]) -> Callable[[Ledger], object]:
        return lambda ledger: work(_Unwilling(ledger, self))  # type: ignore[arg-type]  # a proxy


class _Unwilling(_Failing):
    _owner: _Refusing

    def begin(self, *_: object, **__: object) -> bool:
        self._owner.asked += 1
        return False


async def test_what_may_not_begin_is_not_taken_again_at_once(
    store: Store, knowledge: Knowledge
) -> None:
    """A store that disagrees with itself is not asked in an endless round."""
    receive(store, knowledge, "good", 1)
    refusing = _Refusing(store)
    async with ScriptedSmtp() as server:
        writer = Writer(refusing)  # type: ignore[arg-type]  # a proxy of a store
        one = dispatcher(writer, knowledge, server.port)
        await one.drain()
        await one.drain()
        await one.close()
        await writer.close()

    assert (1, [AckState.DUE]) == (refusing.asked, [one.state for one in acks(store)])


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
        now.ahead = timedelta(seconds=20)
        server.fail(Fault(stage=Stage.DOT, act="250 2.0.0 Taken", takes=True), refusal)
        await one.drain()
        now.ahead = timedelta(minutes=1)
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
