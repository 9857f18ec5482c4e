"""Health and figures over HTTP, from a service that runs and from values."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from cases.alarms import Alarm
from cases.labels import Priority
from cases.pauses import Pause, Scope, Subject
from daemon.health.health import Health
from daemon.health.metrics import write_metrics
from daemon.health.observation import Observation
from store.alarms_protocol import Outlook, Pressing
from store.values import Beat, Counts, Waiting
from tests.installation import Installation
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import free_port, wait_until
from tests.servers.scripted_http import ScriptedHTTP

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
BEAT = Beat(
    worker="main",
    mailbox="de",
    at=NOW,
    read_at=NOW - timedelta(seconds=3),
    inbox_problem="",
    sender_problem="",
)
HEALTH = Health(
    now=NOW,
    beats=(BEAT,),
    poll=timedelta(minutes=2),
    mode="live",
    pauses=(Pause(subject=Subject(scope=Scope.SHOP, name="main"), since=NOW, who="command:li"),),
    waiting=Waiting(
        by_priority={Priority.URGENT: 2, Priority.LOW: 1},
        overdue=1,
        unsure=0,
        oldest=NOW - timedelta(hours=1),
    ),
)
CASE = Pressing(
    case=7,
    opening=1,
    tags=("return",),
    received=NOW,
    promise_at=NOW + timedelta(minutes=20),
    limit_at=NOW - timedelta(minutes=1),
    held=False,
)
SEEN = Observation(
    worker="main",
    health=HEALTH,
    outlook=Outlook(
        until=NOW + timedelta(minutes=30),
        pressing=(CASE,),
        set_aside=0,
        unknown=0,
        stranded={"old": 2},
        sent=2,
        refused=0,
    ),
    counts=Counts(
        letters={"filed": 3}, cases={"open": 3}, acks={"sent": 2}, replies={"unknown": 1}
    ),
    model="starter",
    disk_free=1_000,
    alarms=(Alarm(kind="acks-stranded", subject="old", sentence="Two."),),
    channels={"alarms-1": True},
)


def figures(seen: Observation) -> dict[tuple[str, ...], float]:
    """Return each figure by its name and the values of its labels."""
    text = write_metrics(seen).decode()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_figures_say_what_the_health_says() -> None:
    """Each figure once, with the values that stand in health and counts."""
    told = figures(SEEN)

    assert {
        ("triaged_ready",): 1,
        ("triaged_mode_info", "live"): 1,
        ("triaged_poll_age_seconds", "de"): 3,
        ("triaged_queue_waiting", "urgent"): 2,
        ("triaged_oldest_waiting_seconds",): 3600,
        ("triaged_acknowledgements", "sent"): 2,
        ("triaged_acknowledgements_stranded",): 2,
        ("triaged_replies", "unknown"): 1,
        ("triaged_paused", "person", "shop"): 1,
        ("triaged_queue_ending", "promise"): 1,
        ("triaged_queue_ending", "limit"): 0,
        ("triaged_disk_free_bytes",): 1_000,
        ("triaged_alarms", "acks-stranded"): 1,
        ("triaged_channel_failing", "alarms-1"): 1,
    }.items() <= told.items()


def test_a_store_that_fails_is_a_figure() -> None:
    """What is not known is left out, and not zero."""
    failing = Health(now=NOW, beats=(BEAT,), poll=HEALTH.poll, store_problem="full")
    told = figures(Observation(worker="main", health=failing, model="starter"))

    assert (0, 0) == (told[("triaged_ready",)], told[("triaged_store_up",)])
    assert not [name for name in told if name[0].startswith("triaged_queue")]


def test_every_figure_is_in_the_reference() -> None:
    """docs/reference/metrics.md has a row for each, and for no more."""
    page = Path("docs/reference/metrics.md").read_text(encoding="utf-8")

    assert {name for name, *_ in figures(SEEN)} == set(
        re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    )


@pytest.fixture
def port() -> int:
    """Where the service is asked."""
    return free_port()


@pytest.fixture
def lifeline() -> Iterator[ScriptedHTTP]:
    """Who waits to hear from the service."""
    with ScriptedHTTP() as listening:
        yield listening


@pytest.fixture
def installation(
    tmp_path: Path, dovecot: Dovecot, port: int, lifeline: ScriptedHTTP
) -> Iterator[Installation]:
    """A running service that is watched, with a mailbox and without a server to send by."""
    made = Installation(
        folder=tmp_path,
        users=[dovecot.new_user()],
        imap_port=dovecot.port,
        smtp_port=free_port(),
        mode="shadow",
    )
    made.write_config()
    with made.config.open("a", encoding="utf-8") as config:
        config.write(f"\n[watching]\nenabled = true\nport = {port}\n")
        config.write(f'[alarms]\nping = "http://127.0.0.1:{lifeline.port}/geheim"\n')
    made.start()
    yield made
    made.stop()


def ask(port: int, path: str) -> tuple[int, str]:
    """Return status and body; 0 where nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def test_a_service_that_runs_is_healthy_and_becomes_ready(
    installation: Installation, port: int, lifeline: ScriptedHTTP
) -> None:
    """Ready once its mailbox was read, and heard of; its figures hold no address."""
    assert installation.process is not None
    wait_until(lambda: ask(port, "/-/ready")[0] == 200, "the service was not ready")

    assert {"healthy": True} == json.loads(ask(port, "/-/healthy")[1])
    assert {"ready": True, "problems": []} == json.loads(ask(port, "/-/ready")[1])
    status, text = ask(port, "/metrics")
    assert (200, True) == (status, 'triaged_mode_info{mode="shadow"} 1.0' in text)
    assert "@" not in text
    assert 404 == ask(port, "/")[0]
    told = lifeline.wait()
    assert ("GET", "/geheim", "") == (told.method, told.path, told.body)
    assert "geheim" not in installation.log.read_text()
