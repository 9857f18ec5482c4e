"""Turns a page of the reference into a manual page's Markdown, as go-md2man reads it.

``python packaging/man/pages.py NAME SECTION`` reads the page from standard input. A terminal is too
narrow for tables, so a row becomes a term with its meaning; a link becomes its text.
"""

import re
import sys
from collections.abc import Iterator

_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_CELL = re.compile(r"(?<!\\)\|")


def write_page(name: str, section: str, page: str) -> str:
    """Return the manual page's Markdown.

    Args:
        name: what ``man`` is asked for.
        section: 1 for a command, 5 for a file's format.
        page: a page of the reference, which opens with its title.
    """
    title, _, rest = page.partition("\n")
    named = f"# NAME\n\n{name} - {title.lstrip('# ').lower()}"
    told = _LINK.sub(r"\1", "\n".join(_define(rest.strip().splitlines())))
    return f"% {name} {section}\n\n{named}\n\n# DESCRIPTION\n\n{told}\n"


def _define(lines: list[str]) -> Iterator[str]:
    """Give the lines with every row of a table as a definition; heads of tables are left out."""
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if not line.startswith("|"):
            yield line
        elif not (_is_rule(line) or _is_rule(following)):
            first, *others = [cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[1:-1]]
            yield f"\n{first}\n: {' - '.join(filter(None, others))}"


def _is_rule(line: str) -> bool:
    return line.startswith("|") and not line.strip("|-: ")


if __name__ == "__main__":
    sys.stdout.write(write_page(sys.argv[1], sys.argv[2], sys.stdin.read()))
