"""``triaged desk``: who may log in, and the desk served in a process that knows no mailbox."""

import asyncio
import gc
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from daemon.config.desk import read_stationery
from daemon.config.file import load_stored
from daemon.web.desk import bind, serve
from store.open import open_store
from store.writer import Writer
from tests.calling import call
from tests.desk.office import STATIONERY
from tests.installation import Installation
from tests.servers.loopback import wait_until

CHECKOUT = Path(__file__).parents[2]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration of the desk alone."""
    path = tmp_path / "desk.toml"
    path.write_text(f'state_folder = "{tmp_path}/state"\n[desk]\nport = {free_port()}\n')
    return path


def test_people_are_added_and_listed(config: Path) -> None:
    """The password comes from standard input, or is made and shown once."""
    nobody = call("desk", "--config", config, "user", "list")
    typed = call("desk", "--config", config, "user", "add", "li", typed="seven tall horses\n")
    made = call(
        "desk", "user", "add", "wang", "--role", "operator", "--generate", "--config", config
    )
    listed = call("desk", "--config", config, "user", "list", "--json")

    assert "Nobody may log in yet; make an account with: triaged desk user add NAME\n" == (
        nobody.stdout
    )
    assert (0, "li may log in as agent.\n") == (typed.returncode, typed.stdout)
    assert re.search(r"Password, shown only now: [a-z0-9-]{23}\n", made.stdout)
    assert ["li", "wang"] == [one["name"] for one in json.loads(listed.stdout)]


@pytest.mark.parametrize(
    ("words", "typed", "code", "said"),
    [
        (("add", "li"), "short\n", 65, "this password is shorter than 12 characters"),
        (("add", "li"), "li and seven horses\n", 65, "this password contains the name"),
        (("add", "Li Wang"), "", 64, "is no name"),
        (("reset", "nobody"), "", 1, "there is no account nobody"),
        (("add", "li", "--role", "king"), "", 64, "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_told(
    config: Path, words: tuple[str, ...], typed: str, code: int, said: str
) -> None:
    """In a sentence, without a traceback."""
    run = call("desk", "--config", config, "user", *words, typed=typed)

    assert code == run.returncode
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_the_desk_is_served_until_it_is_told_to_stop(config: Path) -> None:
    """From a configuration without mailboxes; SIGTERM ends it at once and in order."""
    port = int(config.read_text().rpartition("= ")[2])
    process = subprocess.Popen(
        [sys.executable, "-m", "daemon", "desk", "--config", config],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        told = process.stdout.readline()
        for line in process.stderr:
            if "desk.started" in line:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/login") as answer:
            page = answer.read().decode()
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)

    assert f"http://127.0.0.1:{port}/" in told
    assert "<title>Log in · triaged</title>" in page
    assert 0 == process.returncode


def test_a_port_that_is_taken_is_told(config: Path) -> None:
    """With what to change."""
    port = int(config.read_text().rpartition("= ")[2])
    with socket.create_server(("127.0.0.1", port)):
        run = subprocess.run(
            [sys.executable, "-m", "daemon", "desk", "--config", config],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert 69 == run.returncode
    assert f"the desk cannot listen on 127.0.0.1:{port} (Address already in use)" in run.stderr


def test_plain_http_stays_on_this_machine(config: Path) -> None:
    """An address that others reach wants TLS."""
    config.write_text('[desk]\naddress = "0.0.0.0"\n')
    run = call("desk", "--config", config)

    assert 78 == run.returncode
    assert "desk: address is not of this machine alone, and there is no TLS" in run.stderr


def test_the_service_serves_it_too(tmp_path: Path) -> None:
    """Inside ``run``, beside mailboxes of which none can be reached; SIGTERM ends both."""
    port, closed = free_port(), free_port()
    installation = Installation(
        folder=tmp_path,
        users=["shop@seller.example"],
        imap_port=closed,
        smtp_port=closed,
        extra=f"desk.enabled = true\ndesk.port = {port}\n",
    )
    installation.write_config()
    installation.start()
    try:
        wait_until(lambda: "desk.started" in installation.log.read_text(), "no desk was served")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/login") as answer:
            page = answer.read().decode()
    finally:
        ended = installation.stop()

    assert "<title>Log in · triaged</title>" in page
    assert 0 == ended


def test_the_desk_knows_the_shops(config: Path) -> None:
    """As far as the file tells them: a shop that is wrong is the service's to complain of."""
    before = read_stationery(config).shops
    with config.open("a") as file:
        file.write('[shops.main]\nbrand = "Review Lamps"\n[shops.other]\n')
    after = read_stationery(config)

    assert ([], ["main"]) == ([*before], [*after.shops])
    assert ("Review Lamps", "") == (after.brand("main"), after.brand("other"))


async def test_no_page_waits_for_what_stays_to_be_collected(config: Path, tmp_path: Path) -> None:
    """The garbage collector walks what pages leave behind, not all that is loaded."""
    table, stop = load_stored(config).desk, asyncio.Event()
    store = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path / "letters")
    writer = Writer(store)
    stop.set()
    # A command that this process called before has frozen what it loaded.
    gc.unfreeze()
    await serve(bind(table), table, writer, stop, stationery=lambda: STATIONERY)
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    await writer.close()
    store.close()

    assert frozen > 10_000
