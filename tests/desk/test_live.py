"""The whole way to the screen: from the mail server over service and desk to an agent's browser."""

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from cases.roles import Role
from desk.passwords import hash_password
from tests.desk.browsing import login, press
from tests.desk.office import PASSWORD
from tests.installation import CHECKOUT, Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import free_port, wait_until

#: Letters are often read long after they were written.
WRITTEN = timedelta(hours=1)


def is_open(port: int) -> bool:
    """Whether somebody listens there."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


@pytest.fixture
def port() -> int:
    """Where the desk listens."""
    return free_port()


@pytest.fixture
def service(tmp_path: Path, dovecot: Dovecot, port: int) -> Iterator[Installation]:
    """A service in shadow mode that watches a mailbox, and two agents."""
    made = Installation(
        folder=tmp_path,
        users=[dovecot.new_user()],
        imap_port=dovecot.port,
        smtp_port=free_port(),
        mode="shadow",
        extra=f'desk.port = {port}\ndesk.second_factor = "optional"\n',
        forked=True,
    )
    made.write_config()
    made.start()
    wait_until(lambda: "service.started" in made.log.read_text(), "the service did not start")
    kept, now = hash_password(PASSWORD), datetime.now(UTC)
    with made.opened() as store:
        for name in ("li", "wang"):
            store.write(
                lambda ledger, one=name: ledger.accounts.add(one, Role.AGENT, kept, "test", now)  # type: ignore[misc]
            )
    yield made
    made.stop()


@pytest.fixture
def address(service: Installation, port: int) -> Iterator[str]:
    """The desk, in a process that shares nothing with the service but the store."""
    words = (sys.executable, "-m", "daemon", "desk", "--config", str(service.config))
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, cwd=CHECKOUT, stdout=quiet, stderr=quiet) as process:
        try:
            wait_until(lambda: is_open(port), "the desk did not start")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
    assert 0 == process.returncode


def deliver(service: Installation, dovecot: Dovecot, *numbers: int) -> None:
    """Put letters of as many buyers into the mailbox."""
    (user,) = service.users
    for number in numbers:
        dovecot.append(
            user,
            build_letter(
                to=user,
                buyer=f"buyer{number}",
                order=f"302-1234567-000000{number}",
                date=datetime.now(UTC) - WRITTEN,
            ),
        )


def test_letters_and_claims_show_without_reloading(
    service: Installation, dovecot: Dovecot, address: str, browser: Browser
) -> None:
    """New cases are told and move no row, a key shows them, a colleague's claim is on its row."""
    deliver(service, dovecot, 1)
    service.wait_until_settled(1)
    with contextlib.ExitStack() as opened:
        li, wang = (
            login(
                opened.enter_context(browser.new_context(locale="en-US")).new_page(), address, who
            )
            for who in ("li", "wang")
        )
        press(li, "j")
        before = li.inner_text("li.cursor a")
        deliver(service, dovecot, 2, 3, 4, 5)
        patient = 40_000
        expect(li.locator("#news")).to_contain_text("4 new cases", timeout=patient)
        shown = li.locator("#queue > li").count()
        still = li.inner_text("li.cursor a")
        wang.click("#c1 a")
        wang.click("button[value=claim]")
        expect(li.locator("#c1 .hold")).to_have_text("held by wang", timeout=patient)
        wang.click("button[value=release]")
        expect(li.locator("#c1 .hold")).to_have_count(0, timeout=patient)
        title = li.title()
        press(li, ".")
        expect(li.locator("#queue > li")).to_have_count(5, timeout=patient)
        banner = li.inner_text("#service")

    assert (1, before) == (shown, still)
    assert title.startswith("(5) ")
    assert "" == banner
