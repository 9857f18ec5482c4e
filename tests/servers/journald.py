"""systemd's journal, beside the machine's own: in a mount namespace whose /run is empty.

What is run there has it as its journal. Needs root, and a container that may mount.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

DAEMON: Final = Path("/lib/systemd/systemd-journald")
_SCRIPT: Final = """
mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/journal /run/systemd/system
"$1" 2>/run/said & journal=$!
until [ -S /run/systemd/journal/socket ]; do sleep 0.05; done
"$2" -c "$3"
until journalctl --quiet SYSLOG_IDENTIFIER=triaged | grep --quiet END; do sleep 0.1; done
journalctl --quiet --output=cat "$4"
kill $journal; wait $journal
"""


def may_mount() -> bool:
    """Tell whether a journal of one's own can be run here."""
    trial = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/run"]
    return subprocess.run(trial, check=False, capture_output=True).returncode == 0


def find_told(program: str, match: str) -> str:
    """Run a Python program that ends by telling END, and return what the journal finds."""
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", _SCRIPT, "sh", DAEMON, sys.executable, program, match],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout
