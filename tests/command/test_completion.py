"""What a shell offers at Tab, asked of bash as a person would."""

import os
import subprocess
import sys
from pathlib import Path

_BASH = """
eval "$(register-python-argcomplete triaged)"
triaged() { python -m daemon "$@"; }
COMP_WORDS=($1) COMP_CWORD=$2 COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
_python_argcomplete triaged "${COMP_WORDS[$2]}" "${COMP_WORDS[$2 - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def offered(line: str) -> list[str]:
    """Return what bash offers for the last word of a line."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", _BASH, "bash", line, str(len(line.split()) - 1)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path},
    )
    return sorted(word.strip() for word in done.stdout.splitlines())


def test_a_command_is_offered_by_its_first_letters() -> None:
    """Nobody has to know how it ends."""
    assert ["check-config"] == offered("triaged che")


def test_a_command_offers_its_options() -> None:
    """Those of this command, and of no other."""
    assert ["--json", "--jsonl"] == offered("triaged explain --j")
