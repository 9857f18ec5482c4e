"""Fixtures every test may ask for: the real servers, each started once a session and worker.

A server whose Debian package is missing skips its tests, and the run ends with the one line that
installs all that were missing. With CI=true in the environment such a skip is a failure.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest

from tests.installation import Installation
from tests.servers.debian import apt_line, missing
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import free_port, is_root
from tests.servers.postfix import Postfix
from tests.servers.postgresql import PostgreSQL
from tests.servers.provider import Provider, provide

_MISSING = pytest.StashKey[set[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin with no package missing."""
    config.stash[_MISSING] = set()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a worker tell the controller which packages it missed."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        packages = session.config.stash[_MISSING]
        output["missing"] = sorted(packages)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take what a worker missed; a worker that died tells nothing."""
    config: pytest.Config = getattr(node, "config")  # noqa: B009 - xdist ships no types
    config.stash[_MISSING].update(getattr(node, "workeroutput", {}).get("missing", ()))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the one line that installs every package that was missing."""
    if packages := config.stash[_MISSING]:
        terminalreporter.section("Debian packages are missing; to run every test")
        terminalreporter.write_line(apt_line(packages))


def _give_up(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def _require(config: pytest.Config, needs: Mapping[str, str]) -> None:
    packages = missing(needs)
    config.stash[_MISSING].update(packages)
    if packages:
        _give_up(apt_line(packages))


@pytest.fixture(scope="session")
def postgresql(pytestconfig: pytest.Config) -> Iterator[PostgreSQL]:
    """A PostgreSQL cluster; most tests want ``postgresql_url`` instead."""
    _require(pytestconfig, PostgreSQL.NEEDS)
    with TemporaryDirectory(prefix="triaged-") as folder, PostgreSQL(Path(folder)) as server:
        yield server


@pytest.fixture(scope="session")
def patch_command(pytestconfig: pytest.Config) -> str:
    """The command that applies a patch."""
    _require(pytestconfig, {"/usr/bin/patch": "patch"})
    return "/usr/bin/patch"


@pytest.fixture(scope="session")
def systemd_analyze(pytestconfig: pytest.Config) -> str:
    """The command that judges units."""
    _require(pytestconfig, {"/usr/bin/systemd-analyze": "systemd"})
    return "/usr/bin/systemd-analyze"


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> str:
    """Debian's browser, with signs for Chinese and Japanese."""
    fonts = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
    _require(pytestconfig, {"/usr/bin/chromium": "chromium", fonts: "fonts-noto-cjk"})
    return "/usr/bin/chromium"


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database."""
    with postgresql.database() as url:
        yield url


@pytest.fixture(scope="session")
def dovecot(pytestconfig: pytest.Config) -> Iterator[Dovecot]:
    """A Dovecot that all tests of a worker share; take a user of your own by ``new_user``."""
    _require(pytestconfig, Dovecot.NEEDS)
    with TemporaryDirectory(prefix="triaged-") as folder, Dovecot(Path(folder)) as server:
        yield server


@pytest.fixture(scope="session")
def postfix(request: pytest.FixtureRequest) -> Iterator[Postfix]:
    """A Postfix that delivers into ``dovecot``; Sent copies are the client's own business."""
    with _postfix(request, keep_sent=False) as server:
        yield server


@pytest.fixture(scope="session")
def sent_keeping_postfix(request: pytest.FixtureRequest) -> Iterator[Postfix]:
    """A Postfix of a provider that files what a seller sends in the seller's Sent by itself."""
    with _postfix(request, keep_sent=True) as server:
        yield server


@pytest.fixture(scope="session")
def provider(request: pytest.FixtureRequest) -> Iterator[Provider]:
    """Mail servers that let in by OAuth token, and the issuer they ask."""
    _require(request.config, Postfix.NEEDS)
    if not is_root():
        _give_up("postfix start needs root")
    with TemporaryDirectory(prefix="triaged-") as folder, provide(Path(folder)) as servers:
        yield servers


@contextmanager
def _postfix(request: pytest.FixtureRequest, *, keep_sent: bool) -> Iterator[Postfix]:
    # Before the Dovecot it needs is asked for, so that one line names the packages of both.
    _require(request.config, Postfix.NEEDS)
    if not is_root():
        _give_up("postfix start needs root")
    dovecot: Dovecot = request.getfixturevalue("dovecot")
    with (
        TemporaryDirectory(prefix="triaged-") as folder,
        Postfix(Path(folder), dovecot, keep_sent=keep_sent) as server,
    ):
        yield server


@pytest.fixture
def idle(tmp_path: Path) -> Installation:
    """An installation that never ran, whose servers are not there."""
    made = Installation(
        folder=tmp_path, users=["seller@shop.example"], imap_port=free_port(), smtp_port=free_port()
    )
    made.write_config()
    return made


@pytest.fixture
def live(dovecot: Dovecot, postfix: Postfix) -> Iterator[Installation]:
    """A live installation with one mailbox over real servers; the test starts it."""
    with _over(dovecot, postfix) as made:
        yield made


@pytest.fixture
def live_keeping_sent(dovecot: Dovecot, sent_keeping_postfix: Postfix) -> Iterator[Installation]:
    """Like ``live``, at a provider that files what is sent in Sent."""
    with _over(dovecot, sent_keeping_postfix) as made:
        yield made


@contextmanager
def _over(dovecot: Dovecot, postfix: Postfix) -> Iterator[Installation]:
    # Not pytest's folder: its path may be too long for a socket.
    with TemporaryDirectory(prefix="triaged-") as folder:
        made = Installation(
            folder=Path(folder),
            users=[dovecot.new_user()],
            imap_port=dovecot.port,
            smtp_port=postfix.port,
            ca_file=postfix.certificate,
            forked=True,
        )
        made.write_config()
        made.seal()
        yield made
        made.end()
