"""A run without a server's Debian package says how to get it, and in CI it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]

#: Loaded by every process of the run before its fixtures look for packages.
ABSENT = """
from tests.servers.dovecot import Dovecot
from tests.servers.postgresql import PostgreSQL

Dovecot.NEEDS = {"/nowhere/imap": "dovecot-imapd", "/nowhere/lmtp": "dovecot-lmtpd"}
PostgreSQL.NEEDS = {"/nowhere/initdb": "postgresql"}
"""


def run_without_packages(folder: Path, *, ci: str) -> tuple[int, list[str]]:
    """Run the servers' own tests where two servers are absent; return exit code and lines."""
    (folder / "absent.py").write_text(ABSENT)
    servers = [f"tests/edge/test_servers_{name}.py" for name in ("dovecot", "postgresql")]
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "absent", "--numprocesses", "2"),
            *("-k", "is_fresh or are_apart", *servers),
        ],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": f"{folder}:{CHECKOUT}", "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout.splitlines()


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_one_line_installs_all_that_is_missing(tmp_path: Path, ci: str, code: int) -> None:
    """The packages of both workers stand in one line; the run is red in CI alone."""
    ended, lines = run_without_packages(tmp_path, ci=ci)
    wanted = "apt-get install -y --no-install-recommends dovecot-imapd dovecot-lmtpd postgresql"

    assert (code, 1) == (ended, lines.count(wanted))
