"""The small form of the crash proof; the full one is ``make prove``."""

from pathlib import Path

from prove.crash import crash, plan
from tests.installation import Installation
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix


def test_kills_lose_nothing_and_send_nothing_twice(
    dovecot: Dovecot, sent_keeping_postfix: Postfix, tmp_path: Path
) -> None:
    """Killed at every named point and a few random ones, each letter is answered at most once."""
    installation = Installation(
        folder=tmp_path,
        users=[dovecot.new_user()],
        imap_port=dovecot.port,
        smtp_port=sent_keeping_postfix.port,
        ca_file=sent_keeping_postfix.certificate,
    )
    installation.write_config()
    kills = plan(named=17, chance=3, seed=7)
    tally = crash(installation, dovecot, sent_keeping_postfix, kills, letters=60)

    assert [] == tally.faults(installation.connections)
    assert tally.in_doubt > 0
