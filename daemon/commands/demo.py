"""``triaged demo``: the whole way of a letter on this machine."""

import argparse

from daemon.demo.demo import demo

EXAMPLES = """\
  triaged demo
  triaged demo --desk"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    parser.add_argument(
        "--desk", action="store_true", help="then keep the queue open in a browser until Ctrl-C"
    )


def run(given: argparse.Namespace) -> int:
    """Run the demo."""
    return demo(desk=given.desk)
