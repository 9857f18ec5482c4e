"""A new marketplace is one file: what docs/howto/marketplace.md promises is tried."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mail.marketplaces import MARKETPLACES

CHECKOUT = Path(__file__).parents[2]
PAGE = CHECKOUT / "docs" / "howto" / "marketplace.md"

READ = """
import json, sys
from mail.reading import read
print(json.dumps([
    [one.marketplace, one.kind.value, one.kind_reason, one.text, one.order_ids, one.buyer,
     one.notice.quantity if one.notice else None]
    for one in (read(raw.encode()) for raw in json.load(sys.stdin))
]))
"""

BUYER = (
    "From: abcdef@relay.fairmarkt.example\nSubject: FM-12345678\n\n"
    "Your buyer writes:\nThe lamp broke.\n\nAnswer on Fairmarkt\n"
)
SOLD = "You sold a lamp.\nQuantity: 2"
NOTICE = f"From: info@fairmarkt.example\nSubject: New order FM-12345678\n\n{SOLD}\n"
FORGED = "From: abcdef@relay.fairmarkt.example.evil.test\nSubject: x\n\nThe lamp broke.\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy what reads mail, with the page's file put where the page says."""
    code = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    for name in ("mail", "cases"):
        shutil.copytree(CHECKOUT / name, tmp_path / name)
    (tmp_path / "mail" / "marketplaces" / "fairmarkt.py").write_text(code[1], encoding="utf-8")
    return tmp_path


def test_the_pages_file_is_enough(copy: Path) -> None:
    """No other file is touched, and its letters are read."""
    done = subprocess.run(
        [sys.executable, "-c", READ],
        cwd=copy,
        input=json.dumps([BUYER, NOTICE, FORGED]),
        check=True,
        capture_output=True,
        text=True,
    )

    relay = "abcdef@relay.fairmarkt.example"
    assert [
        ["fairmarkt", "buyer", "relay address", "The lamp broke.", ["FM-12345678"], relay, None],
        ["fairmarkt", "notice", "notice address", SOLD, ["FM-12345678"], "", 2],
        [
            None,
            "buyer",
            "default",
            "The lamp broke.",
            [],
            "abcdef@relay.fairmarkt.example.evil.test",
            None,
        ],
    ] == json.loads(done.stdout)


def test_every_marketplace_of_the_folder_is_known() -> None:
    """Each module that names one is asked, once."""
    folder = CHECKOUT / "mail" / "marketplaces"
    named = [one.stem for one in folder.glob("*.py") if "\nMARKETPLACE:" in one.read_text("utf-8")]

    assert sorted(named) == [one.name for one in MARKETPLACES]
