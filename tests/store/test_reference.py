"""docs/reference/store.md has a line for everything the store keeps and says, and for no more."""

import re
from pathlib import Path

import pytest

from daemon.learning.teaching import TAUGHT
from store.events import EventName
from store.key_state import ENCRYPTION
from store.letters import LetterState
from store.schema import metadata
from store.settings import CANARY, MODE, RESTORED_AT

PAGE = Path("docs/reference/store.md").read_text(encoding="utf-8")


def named(heading: str) -> list[str]:
    """Return the names that the table under a heading explains."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \| \S", section, re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "there"),
    [
        ("Tables", [*metadata.tables, "alembic_version"]),
        ("Letter states", list(LetterState)),
        ("Settings", [MODE, CANARY, RESTORED_AT, "key", "brake", TAUGHT, ENCRYPTION]),
        ("Events", list(EventName)),
    ],
)
def test_the_reference_is_complete(heading: str, there: list[str]) -> None:
    """Every name has one line, and every line a name."""
    assert sorted(there) == sorted(named(heading))
