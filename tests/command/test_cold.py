"""Commands that start often import no more than they need."""

import subprocess
import sys

import pytest

from tests.installation import CHECKOUT

_TELL = """
import sys, io, contextlib
from daemon.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules}))
"""

#: What explain has no use for, each a tenth of a second and more.
_HEAVY = {
    "apscheduler", "asyncio", "holidays", "imapclient", "joblib", "pydantic", "rich", "scipy",
    "sklearn", "sqlalchemy", "ssl",
}  # fmt: skip


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """What a second explain imports; the first may have had rules to compile."""
    words = ["explain", "--json", "tests/letters/amazon-de-late.eml"]
    for _ in range(2):
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
