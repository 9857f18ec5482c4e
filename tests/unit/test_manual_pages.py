"""The reference as manual pages: nothing a page says is lost on the way to the terminal."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import cast

_CHECKOUT = Path(__file__).resolve().parents[2]
write_page = cast(
    "Callable[[str, str, str], str]",
    runpy.run_path(str(_CHECKOUT / "packaging" / "man" / "pages.py"))["write_page"],
)

_PAGE = """\
# The file

Read [the other](other.md) first.

| key | default | what for |
|---|---|---|
| `a` | | first |
| `b\\|c` | `1` | second |
"""


def test_a_row_becomes_a_term_and_its_meaning() -> None:
    """A terminal is too narrow for three columns."""
    expected = """\
% triaged.toml 5

# NAME

triaged.toml - the file

# DESCRIPTION

Read the other first.


`a`
: first

`b|c`
: `1` - second
"""

    assert expected == write_page("triaged.toml", "5", _PAGE)


def test_every_command_is_a_term_of_its_page() -> None:
    """``man triaged`` names each of them."""
    page = (_CHECKOUT / "docs" / "reference" / "command.md").read_text(encoding="utf-8")
    commands = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `triaged ")]
    manual = write_page("triaged", "1", page)

    assert commands == [name for name in commands if f"\n`{name}`\n: " in manual]
