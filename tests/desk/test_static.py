"""What is shipped to browsers: files of others as they are, files of ours without surprises."""

import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path("desk/static")
LISTED = dict(
    re.findall(
        r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$",
        (STATIC / "vendor" / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


def test_files_of_others_are_unchanged() -> None:
    """Each has the checksum of its package, and none is there that is not listed."""
    there = {path.name: path for path in (STATIC / "vendor").glob("*.js")}

    assert set(LISTED) == set(there)
    assert LISTED == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items()
    }


@pytest.mark.parametrize(
    "path", sorted(Path("desk/templates").glob("*.html")), ids=lambda p: p.name
)
def test_no_template_needs_more_than_the_policy_gives(path: Path) -> None:
    """No inline script, style or handler, nothing from another host, no filter that trusts."""
    text = path.read_text(encoding="utf-8")

    assert [] == re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", text)
    assert [] == re.findall(r"https?://|\|\s*safe\b", text)
