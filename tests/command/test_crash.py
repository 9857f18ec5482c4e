"""The small form of the crash proof; the full one is ``make prove``."""

import re
from pathlib import Path

from prove.crash import crash
from prove.die_at import LOGGERS
from prove.kills import plan
from tests.installation import Installation
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix


def test_kills_lose_nothing_and_send_nothing_twice(
    live_keeping_sent: Installation, dovecot: Dovecot, sent_keeping_postfix: Postfix
) -> None:
    """Killed at every named point and a few random ones, each letter is answered at most once."""
    kills = plan(named=17, chance=3, seed=7)
    tally = crash(live_keeping_sent, dovecot, sent_keeping_postfix, kills, letters=60)

    assert [] == tally.faults(live_keeping_sent.connections)
    assert tally.in_doubt > 0


def test_every_logger_can_be_killed_at() -> None:
    """A module of the daemon that tells events is one at whose events the proof can kill."""
    telling = {
        name
        for path in Path("daemon").glob("*.py")
        for name in re.findall(r'^log = logger\("(\w+)"\)', path.read_text("utf-8"), re.MULTILINE)
    }

    assert telling == set(LOGGERS)
