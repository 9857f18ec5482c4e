"""What the desk's tests share: an office, its visitors, and one browser for all."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from tests.desk.browsing import login
from tests.desk.letters import SAMPLES, receive
from tests.desk.office import Office, Visitor, opened


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A desk at which a second factor is each person's choice."""
    with opened(tmp_path) as one:
        yield one


@pytest.fixture
def visitor(office: Office) -> Visitor:
    """A browser without eyes, of somebody who is not known yet."""
    return Visitor(office=office)


@pytest.fixture
def agent(office: Office) -> Visitor:
    """Li, an agent, logged in at a desk with some letters."""
    receive(office.store, *SAMPLES)
    office.add("li")
    visitor = Visitor(office=office)
    visitor.login()
    return visitor


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Debian's Chromium, started once a module; its loop keeps the thread until it ends."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    """The address at which the office is served."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(
            office.application, lifespan="off", log_config=None, timeout_graceful_shutdown=1
        )
    )
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Li's browser, whose every complaint is a failure."""
    complaints: list[str] = []
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    opened.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield login(opened, address)
    context.close()

    assert [] == complaints


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """Li's browser without JavaScript."""
    context = browser.new_context(locale="en-US", java_script_enabled=False)
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    yield login(opened, address)
    context.close()
