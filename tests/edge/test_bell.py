"""The bell tells people what needs one: once, again where nobody was reached, and its end."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.episodes import RETRY, SETTLED
from daemon.alarms.bell import Bell
from daemon.config.alarms import Alarms, Alerts
from daemon.health.health import Health
from daemon.health.observation import Observation
from store.alarms_protocol import Outlook, Pressing
from store.open import open_store
from store.writer import Writer
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import free_port
from tests.servers.scripted_http import ScriptedHTTP

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WELL = Outlook(
    until=NOW + 30 * MINUTE, pressing=(), set_aside=0, unknown=0, stranded={}, sent=0, refused=0
)
SAFETY = Pressing(
    case=7,
    opening=1,
    tags=("safety",),
    received=NOW,
    promise_at=None,
    limit_at=None,
    held=False,
)

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")


@pytest.fixture
def server() -> Iterator[ScriptedHTTP]:
    """Whom the operator listens to."""
    with ScriptedHTTP() as listening:
        yield listening


@pytest.fixture
def agents() -> Iterator[ScriptedHTTP]:
    """Whom agents listen to."""
    with ScriptedHTTP() as listening:
        yield listening


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Writer]:
    """A store of several workers."""
    store = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path / "letters")
    made = Writer(store)
    yield made
    await made.close()
    store.close()


class Watchman:
    """A worker whose bell sees what a test says."""

    def __init__(self, writer: Writer, server: ScriptedHTTP, agents: ScriptedHTTP) -> None:
        self.seen = Observation(worker="main", health=Health(now=NOW, beats=(), poll=MINUTE))
        self.bell = Bell(
            self._observe,
            writer,
            Alarms.model_validate({"urls": [f"json://127.0.0.1:{server.port}/"]}),
            Alerts.model_validate({"urls": [f"json://127.0.0.1:{agents.port}/"]}),
        )

    async def look(self, outlook: Outlook | None, after: timedelta, problem: str = "") -> None:
        """See this, so long after the beginning."""
        health = replace(self.seen.health, now=NOW + after, store_problem=problem)
        self.seen = replace(self.seen, health=health, outlook=outlook)
        await self.bell.look()

    async def _observe(self) -> Observation:
        return self.seen


@pytest.fixture
async def watchman(writer: Writer, server: ScriptedHTTP, agents: ScriptedHTTP) -> Watchman:
    """A worker."""
    made = Watchman(writer, server, agents)
    await made.bell.open()
    return made


def title(server: ScriptedHTTP) -> str:
    """Return the title of what is told next."""
    return str(json.loads(server.wait().body)["title"])


async def test_a_trouble_is_told_once_by_one_worker_and_its_end(
    watchman: Watchman, writer: Writer, server: ScriptedHTTP, agents: ScriptedHTTP
) -> None:
    """The store remembers for all of them."""
    trouble = replace(WELL, stranded={"old": 2})
    second = Watchman(writer, server, agents)
    await second.bell.open()
    await watchman.look(trouble, 0 * MINUTE)
    await second.look(trouble, MINUTE)

    assert "triaged: acks-stranded old" == title(server)
    assert ("acks-stranded", True) == (second.bell.found[0].kind, server.is_idle)
    await second.look(WELL, 2 * MINUTE)
    await watchman.look(WELL, 2 * MINUTE + SETTLED)
    await second.look(WELL, 3 * MINUTE + SETTLED)
    assert "triaged: over: acks-stranded old" == title(server)
    assert (server.is_idle, agents.is_idle) == (True, True)


async def test_what_reached_nobody_is_tried_again(watchman: Watchman, server: ScriptedHTTP) -> None:
    """The channel counts as failing until then."""
    trouble = replace(WELL, set_aside=1)
    server.status = 500
    await watchman.look(trouble, 0 * MINUTE)

    assert {"alarms-1": True} == watchman.bell.failing
    server.status = 200
    await watchman.look(trouble, RETRY)
    assert {"alarms-1": False} == watchman.bell.failing
    await watchman.look(trouble, 2 * RETRY)
    assert ["triaged: letters-set-aside"] * 2 == [title(server), title(server)]
    assert server.is_idle


async def test_a_store_that_fails_is_told_without_it(
    watchman: Watchman, server: ScriptedHTTP
) -> None:
    """After a minute, and when it is over."""
    for minute in range(3):
        await watchman.look(None, minute * MINUTE, "The disk is full.")

    assert "triaged: store-failing" == title(server)
    await watchman.look(WELL, 3 * MINUTE)
    await watchman.look(WELL, 3 * MINUTE + SETTLED)
    assert ("triaged: over: store-failing", True) == (title(server), server.is_idle)


async def test_agents_hear_of_cases_and_the_operator_of_the_rest(
    watchman: Watchman, server: ScriptedHTTP, agents: ScriptedHTTP
) -> None:
    """Each in a message of their own."""
    await watchman.look(replace(WELL, set_aside=1, pressing=(SAFETY,)), 0 * MINUTE)

    assert ("triaged: letters-set-aside", "triaged: Case 7 is about safety.") == (
        title(server),
        title(agents),
    )
    assert (server.is_idle, agents.is_idle) == (True, True)


async def test_alarms_of_workers_at_once_are_told_once(
    writer: Writer, server: ScriptedHTTP, agents: ScriptedHTTP
) -> None:
    """Whoever takes an alarm first tells it."""
    workers = [Watchman(writer, server, agents) for _ in range(4)]
    for one in workers:
        await one.bell.open()
    trouble = replace(WELL, set_aside=1)
    await asyncio.gather(*(one.look(trouble, 0 * MINUTE) for one in workers))

    assert ("triaged: letters-set-aside", True) == (title(server), server.is_idle)


def test_a_service_that_runs_tells(
    tmp_path: Path, dovecot: Dovecot, server: ScriptedHTTP, agents: ScriptedHTTP
) -> None:
    """In quiet hours too; neither a buyer nor the address of a channel stands anywhere."""
    user = dovecot.new_user()
    made = Installation(
        folder=tmp_path,
        users=[user],
        imap_port=dovecot.port,
        smtp_port=free_port(),
        mode="shadow",
        forked=True,
    )
    burning = "The lamp caught fire and burned my hand. Jana Muster"
    dovecot.append(user, build_letter(to=user, domain="marketplace.amazon.co.uk", text=burning))
    made.write_config()
    with made.config.open("a", encoding="utf-8") as config:
        config.write(f"""
[alarms]
urls = ["json://127.0.0.1:{server.port}/geheim"]
disk_free = 999999999
[alerts]
urls = ["json://127.0.0.1:{agents.port}/geheim"]
quiet = "00:00-23:59"
desk = "https://desk.example"
""")
    made.start()
    operator, agent = json.loads(server.wait().body), json.loads(agents.wait().body)
    listed = made.call("alarms", "list", "--json")
    worker = json.loads(made.call("status", "--json").stdout)["mailboxes"][0]["worker"]
    at_work = made.call("alarms", "forget", worker)

    assert (0, 0) == (made.stop(), listed.returncode)
    assert (1, f"triaged: worker {worker!r} is at work; stop it first\n") == (
        at_work.returncode,
        at_work.stderr,
    )
    forgotten = made.call("alarms", "forget", worker)
    assert (0, True) == (forgotten.returncode, forgotten.stdout.startswith("forgotten, with "))
    assert "known are: none" in made.call("alarms", "forget", worker).stderr
    assert "triaged: disk-low" == operator["title"]
    assert "triaged: Case 1 is about safety." == agent["title"]
    assert (
        "Case 1 is about safety. https://desk.example/case/1\n"
        "→ A person should read it at once." == agent["message"]
    )
    assert ["case-grave"] == [one["kind"] for one in json.loads(listed.stdout)["alarms"]]
    log = made.log.read_text()
    events = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    raised = {(one["kind"], one["level"]) for one in events if one["event"] == "alarm.raised"}
    assert {("disk-low", "error"), ("case-grave", "error")} == raised
    for word in ("geheim", "Jana", "burned", "@marketplace", "302-1234567"):
        assert word not in log + listed.stdout + listed.stderr + str(operator) + str(agent)
