"""The reference names everything that is there, and nothing that is not."""

import re
from pathlib import Path

from cases.states import ACK_TRANSITIONS, CASE_TRANSITIONS
from daemon.cli import build_parser
from daemon.exits import Exit

DOCS = Path("docs")


def _first_cells(page: str) -> set[str]:
    text = (DOCS / "reference" / page).read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE))


def test_every_command_is_in_the_reference() -> None:
    """docs/reference/command.md has a row for each command."""
    commands = re.findall(r"^    ([a-z-]+)", build_parser().format_help(), re.MULTILINE)

    assert len(commands) > 1
    assert {f"triaged {name}" for name in commands} == _first_cells("command.md")


def test_every_exit_code_is_in_the_reference() -> None:
    """docs/reference/command.md has a row for each exit code."""
    text = (DOCS / "reference" / "command.md").read_text(encoding="utf-8")

    assert {(str(int(code)), code.name) for code in Exit} == set(
        re.findall(r"^\| (\d+) \| (\w+) \|", text, re.MULTILINE)
    )


def test_every_event_is_in_the_reference() -> None:
    """docs/reference/events.md has a row for each event that the daemon and its desk tell."""
    told = {
        name
        for path in (*Path("daemon").rglob("*.py"), *Path("desk").glob("*.py"))
        for name in re.findall(
            r'"((?:service|alarm|channel|ping|config|page|erasures|watching|desk|store|mailbox|folder|letters?|acks?|reply|replies|cases|login|promise|sender|sending|mode|words|model)\.(?!toml)[a-z-]+)"',
            path.read_text(encoding="utf-8"),
        )
    }

    assert told == _first_cells("events.md")


def test_states_are_drawn_from_the_tables() -> None:
    """docs/architecture.md shows exactly the transitions of cases/states.py."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")

    drawn = set(re.findall(r"^\| (\w+) \| ([\w-]+) \| (\w+) \|$", text, re.MULTILINE))
    assert {
        (state.value, event.value, after.value)
        for table in (ACK_TRANSITIONS, CASE_TRANSITIONS)
        for state, row in table.items()
        for event, after in row.items()
    } == drawn - {("state", "event", "becomes")}


def test_every_page_is_in_the_index() -> None:
    """docs/README.md leads to each page of the how-tos and of the reference."""
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = {
        f"{path.parent.name}/{path.name}"
        for path in (*DOCS.glob("howto/*.md"), *DOCS.glob("reference/*.md"))
    }

    assert pages == set(re.findall(r"\(((?:howto|reference)/\w+\.md)\)", index))


def test_every_link_leads_somewhere() -> None:
    """No page names a file of the checkout that is not there."""
    pages = [*Path().glob("*.md"), *DOCS.rglob("*.md")]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in link
    ]

    assert len(links) > 1
    assert [] == [(str(page), link) for page, link in links if not (page.parent / link).exists()]
