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

from tests.servers.debian import apt_line, missing
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import is_root
from tests.servers.postfix import Postfix
from tests.servers.postgresql import PostgreSQL

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
