"""An address is asked for while all is well, so that its silence tells."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from daemon.alarms.lifeline import Lifeline
from daemon.config.secrets import SecretSource
from daemon.health.health import Health
from store.values import Beat
from tests.servers.loopback import free_port
from tests.servers.scripted_http import ScriptedHTTP

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BEAT = Beat(worker="main", mailbox="de", at=NOW, read_at=NOW, inbox_problem="", sender_problem="")


class Watched:
    """A service whose health is what a test says, and its lifeline."""

    def __init__(self, address: str, every: timedelta = timedelta(0)) -> None:
        self.beat = BEAT
        source = SecretSource.model_validate({"plain": address})
        self.lifeline = Lifeline(self._measure, source, every)

    async def look(self, **changes: object) -> None:
        """Look once at a mailbox that is so."""
        self.beat = replace(BEAT, **changes)  # type: ignore[arg-type]  # a builder of any field
        await self.lifeline.look()

    async def _measure(self) -> Health:
        return Health(now=NOW, beats=(self.beat,), poll=MINUTE)


@pytest.fixture
def server() -> Iterator[ScriptedHTTP]:
    """Who waits to hear."""
    with ScriptedHTTP() as listening:
        yield listening


async def test_each_round_is_heard_of(server: ScriptedHTTP) -> None:
    """Once; not before all was read, and not while something is wrong."""
    watched = Watched(f"http://127.0.0.1:{server.port}/ping")
    await watched.look(read_at=None)
    await watched.look(sender_problem="refused")

    assert server.is_idle
    await watched.look()
    await watched.look()
    assert ("/ping", True) == (server.wait().path, server.is_idle)
    await watched.look(read_at=NOW - MINUTE / 2)
    assert "/ping" == server.wait().path


async def test_rounds_that_come_soon_are_not_heard_of(server: ScriptedHTTP) -> None:
    """A mailbox that is read every few seconds asks no more often than is wanted."""
    watched = Watched(f"http://127.0.0.1:{server.port}/ping", every=MINUTE)
    await watched.look()
    await watched.look(read_at=NOW - MINUTE / 2)

    assert ("/ping", True) == (server.wait().path, server.is_idle)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://127.0.0.1:{port}/geheim", "the ping was answered with 404"),
        ("http://127.0.0.1:{closed}/geheim", "the ping failed (URLError)"),
        ("file:///geheim", "the address of the ping is none that begins with https:// or http://"),
        ("http://geheim host/", "the ping failed (InvalidURL)"),
        ("http://[geheim", "the ping failed (ValueError)"),
    ],
)
async def test_a_ping_that_fails_says_why_and_not_where(
    server: ScriptedHTTP, address: str, problem: str
) -> None:
    """The next round is heard of all the same."""
    server.status = 404
    watched = Watched(address.format(port=server.port, closed=free_port()))
    await watched.look()

    assert problem == watched.lifeline.problem
    server.status = 200
    if "{port}" in address:
        await watched.look(read_at=NOW - MINUTE / 2)
        assert "" == watched.lifeline.problem
