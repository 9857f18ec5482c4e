"""``triaged demo``: the whole way of a letter on this machine."""

import argparse

from daemon.demo import demo

EXAMPLES = "  triaged demo"


def declare(_: argparse.ArgumentParser) -> None:
    """Say the command's words: none."""


def run(_: argparse.Namespace) -> int:
    """Run the demo."""
    return demo()
