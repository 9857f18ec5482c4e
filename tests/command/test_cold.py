"""Commands that start often import no more than they need."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.open import open_store
from tests.installation import CHECKOUT, Installation

_TELL = """
import sys, io, contextlib
from daemon.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
print(code, *sorted(sys.modules))
"""

#: What explain has no use for, each a tenth of a second and more.
_HEAVY = {
    "apscheduler", "asyncio", "holidays", "imapclient", "joblib", "pydantic", "rich", "scipy",
    "sklearn", "sqlalchemy", "ssl",
}  # fmt: skip


#: What queue has no use for where nothing is logged and the store is a file.
_HEAVY_OF_QUEUE = {"numpy", "structlog", "sqlalchemy.dialects.postgresql", "rich.traceback"}


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """What a second explain imports; the first may have had rules to compile."""
    call("explain", "--json", "tests/letters/amazon-de-late.eml")
    return {
        name.partition(".")[0]
        for name in call("explain", "--json", "tests/letters/amazon-de-late.eml")
    }


def call(*words: str) -> set[str]:
    """Return the modules that a command imports."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL, *words],
        cwd=CHECKOUT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    code, *modules = done.stdout.split()
    assert "0" == code
    return set(modules)


def test_explain_imports_no_server_store_or_training(imported: set[str]) -> None:
    """It needs numpy and the templates' engine, and neither configuration nor store."""
    assert set() == imported & _HEAVY
    assert "numpy" in imported


def test_queue_imports_neither_logs_nor_the_other_database(tmp_path: Path) -> None:
    """It reads where the store is, and the store."""
    users = ["shop@seller.example"]
    installation = Installation(folder=tmp_path, users=users, imap_port=1, smtp_port=1)
    installation.write_config()
    installation.state.mkdir(mode=0o700)
    with closing(open_store(f"sqlite:///{installation.state}/triaged.db", installation.folder)):
        pass
    imported = call("queue", "--config", str(installation.config))

    assert set() == imported & _HEAVY_OF_QUEUE
    assert "sqlalchemy" in imported
