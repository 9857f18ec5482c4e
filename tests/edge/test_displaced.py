"""A worker whose name the database server forgot: nobody runs twice under one name."""

from pathlib import Path

import psycopg

from store.open import open_store
from tests.installation import Installation
from tests.servers.loopback import free_port, wait_until
from tests.servers.postgresql import PostgreSQL

#: Ends every session that holds an advisory lock in this database, as a restart would.
_FORGET = """
SELECT pg_terminate_backend(pid) FROM pg_locks
JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE locktype = 'advisory' AND datname = current_database() AND pid <> pg_backend_pid()
"""


def test_two_processes_never_run_under_one_name(postgresql: PostgreSQL, tmp_path: Path) -> None:
    """When another process was quicker to take a forgotten name, the service ends with 75."""
    with postgresql.database() as url:
        installation = Installation(
            folder=tmp_path,
            users=["seller@shop.example"],
            imap_port=free_port(),
            smtp_port=free_port(),
            store=url,
            forked=True,
        )
        installation.write_config()
        installation.start()
        wait_until(lambda: '"service.started"' in installation.log.read_text(), "no start")
        rival = open_store(url, tmp_path / "letters")
        before = rival.hold("main")
        with psycopg.connect(url.replace("+psycopg", "")) as connection:
            connection.execute(_FORGET)
        after = rival.hold("main")
        assert installation.process is not None
        # Patience, not a measure: it looks for its name now and then, and ends what is under way.
        code = installation.process.wait(120)
        rival.close()

    assert (False, True, 75) == (before, after, code)
    said = installation.log.read_text()
    assert '"service.displaced"' in said
    assert "Traceback" not in said
