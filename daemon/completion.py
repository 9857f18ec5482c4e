"""What a shell offers at Tab: the words of the command's own parser.

The shell calls ``triaged`` itself, with the line so far in its environment, and reads the offers
from a descriptor of its own; nothing of a command is done.
"""

import argparse
import os


def line() -> list[str] | None:
    """Return the words behind ``triaged`` that a shell wants completed; None where none does."""
    if "_ARGCOMPLETE" not in os.environ:
        return None
    return os.environ.get("COMP_LINE", "").split()[1:]


def offer(parser: argparse.ArgumentParser) -> None:
    """Tell the shell which words may come next, and end."""
    from argcomplete import autocomplete  # noqa: PLC0415 - wanted by nobody else

    autocomplete(parser)
