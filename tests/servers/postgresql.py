"""A PostgreSQL of the tests' own: a cluster in a folder, reached by its socket alone.

Needs no service and no cluster of the system. PostgreSQL refuses to run as root, so root starts
it as the packaged user ``postgres``. Durability is off: the cluster lives as long as the tests.
"""

import itertools
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import psycopg
from psycopg import sql

from tests.servers.debian import find
from tests.servers.loopback import PATIENCE, is_root, wait_until
from tests.servers.server import Server

_INITDB = "/usr/lib/postgresql/*/bin/initdb"


class PostgreSQL(Server):
    """One cluster in ``folder``; ``database`` lends an empty database of it."""

    NEEDS: ClassVar = {_INITDB: "postgresql"}
    _SETTINGS: ClassVar = {
        "listen_addresses": "",
        "fsync": "off",
        "full_page_writes": "off",
        "synchronous_commit": "off",
        "max_connections": "200",
        "timezone": "UTC",
    }

    def __init__(self, folder: Path) -> None:
        """Take an empty folder; nothing is written before ``start``."""
        self.folder = folder
        self.log = folder / "postgresql.log"
        self._data = folder / "data"
        self._programs = (find(_INITDB) or Path("initdb")).parent
        # None keeps the user who runs the tests.
        self._user = "postgres" if is_root() else None
        self._names = (f"test_{number}" for number in itertools.count(1))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make the cluster where there is none yet and wait until it answers."""
        if not self._data.exists():
            self._make_cluster()
        settings = [f"-c{name}={value}" for name, value in self._SETTINGS.items()]
        program = self._programs / "postgres"
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [program, "-D", self._data, "-k", self.folder, *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=self._user,
                cwd=self.folder,
                start_new_session=True,
            )
        wait_until(self._answers, f"PostgreSQL did not start, see {self.log}")

    def stop(self) -> None:
        """End every session and the cluster's processes."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE)
            self._process = None

    @contextmanager
    def database(self) -> Iterator[str]:
        """Lend the SQLAlchemy URL of a fresh, empty database; it is dropped afterwards."""
        name = next(self._names)
        self._execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"postgresql+psycopg://triaged@/{name}?host={self.folder}"
        finally:
            self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _make_cluster(self) -> None:
        self.folder.chmod(0o755)
        if self._user:
            shutil.chown(self.folder, self._user)
        subprocess.run(
            [
                *(self._programs / "initdb", "--no-sync", "--auth=trust", "--username=triaged"),
                *("--encoding=UTF8", "--no-locale", "--pgdata", self._data),
            ],
            check=True,
            capture_output=True,
            user=self._user,
            cwd=self.folder,
        )

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self._address(), autocommit=True) as connection:
            connection.execute(statement)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self._address()).close()
        except psycopg.OperationalError:
            return False
        return True

    def _address(self) -> str:
        return f"host={self.folder} user=triaged dbname=postgres"
