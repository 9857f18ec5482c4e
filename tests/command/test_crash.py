"""The small form of the crash proof; the full one is ``make prove``."""

import logging

from prove.crash import crash
from prove.die_at import arm
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


def test_a_point_is_an_event_of_any_logger() -> None:
    """When it is told for the n-th time, whichever module tells it, and at no other event."""
    died: list[str] = []
    before = logging.getLogRecordFactory()
    try:
        arm("ack.sending", "2", "0", die=lambda: died.append("here"))
        logger = logging.getLogger("triaged.of.a.new.module")
        for event in ("ack.sending", "ack.settled", "ack.sending", "ack.sending"):
            logger.error({"event": event})
            died.append(event)
    finally:
        logging.setLogRecordFactory(before)

    assert ["ack.sending", "ack.settled", "here", "ack.sending", "ack.sending"] == died
