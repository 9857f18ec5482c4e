"""A triaged installed in a folder: configuration, store and the command in a process of its own."""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from classifier.cache import Cache
from classifier.knowledge import open_knowledge
from daemon import assets
from daemon.seal import seal
from store.open import open_store
from store.protocol import Store
from store.values import AckView, Counts
from tests.calling import call
from tests.nursery import Child, nursery
from tests.servers.dovecot import PASSWORD
from tests.servers.loopback import wait_until

CHECKOUT = Path(__file__).resolve().parent.parent

#: How long a daemon may take to stop after SIGTERM.
_GRACE = 30


@dataclass(kw_only=True)
class Installation:
    """One installation; what a test does not name has a default."""

    folder: Path
    #: The addresses whose mailboxes are watched.
    users: Sequence[str]
    imap_port: int
    smtp_port: int
    #: The certificate of the SMTP server, where it speaks STARTTLS.
    ca_file: Path | None = None
    mode: str = "live"
    settle: str = "0s"
    poll: str = "2s"
    store: str | None = None
    connections: int = 2
    #: Whether what is sent is copied into Sent.
    sent_copy: str = "never"
    #: TOML of the OAuth tables of users who log in by token, by user.
    oauth: dict[str, str] = field(default_factory=dict)
    #: Where the code is; another copy for a broken build.
    code: Path = CHECKOUT
    #: TOML that is written in front of all tables.
    extra: str = ""
    #: What the environment names beside PATH, HOME and LANG.
    environment: dict[str, str] = field(default_factory=dict)
    #: Whether daemons are forked from a process that has loaded the code (tests/nursery.py).
    forked: bool = False
    process: "subprocess.Popen[bytes] | Child | None" = field(default=None, init=False)

    @property
    def config(self) -> Path:
        """The configuration file."""
        return self.folder / "config.toml"

    @property
    def state(self) -> Path:
        """The state folder."""
        return self.folder / "state"

    @property
    def log(self) -> Path:
        """What the daemon has said, of all its runs."""
        return self.folder / "daemon.log"

    def write_config(self) -> None:
        """Write the configuration, readable by nobody else."""
        self.config.touch(mode=0o600)
        self.config.write_text(self._toml(), encoding="utf-8")

    def start(self, *words: str, module: Sequence[str] = ("daemon",), proved: bool = True) -> None:
        """Start ``triaged run`` (or another module that ends in it) and return at once.

        Where nothing was ``proved`` before, it is the first start, which takes seconds more.
        """
        if proved:
            self.seal()
        if self.forked:
            self.log.touch()
            run = ("run", "--config", str(self.config), *words)
            self.process = nursery(self.code).start(module, run, self._environment(), self.log)
            return
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*_python(module), "run", "--config", self.config, *words],
                cwd=self.code,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment(),
            )

    def seal(self) -> None:
        """Leave in the state folder what an earlier start would have left there.

        Rules and templates count as proved, and rules are compiled; both take seconds.
        """
        self.state.mkdir(mode=0o700, exist_ok=True)
        seal(self.state)
        cache = self.state / "cache"
        if not cache.exists():
            shutil.copytree(_compiled(), cache)

    def stop(self) -> int:
        """End the daemon as systemd does and return its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_GRACE)

    def kill(self) -> None:
        """End the daemon at once, wherever it is."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(_GRACE)

    def end(self) -> None:
        """Let nothing of it run on after a test, however that ended."""
        if self.process is not None and self.process.poll() is None:
            self.kill()

    def call(self, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        """Run a command of triaged in this process; one that looks at processes needs ``run``."""
        return call(*words, "--config", self.config, typed=typed)

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of triaged in a process of its own to its end."""
        return subprocess.run(
            [*_python(("daemon",)), *words, "--config", self.config],
            cwd=self.code,
            check=False,
            capture_output=True,
            text=True,
            timeout=180,
            env=self._environment(),
        )

    @contextlib.contextmanager
    def opened(self) -> Iterator[Store]:
        """Lend the store."""
        url = self.store or f"sqlite:///{self.state / 'triaged.db'}"
        with contextlib.closing(open_store(url, self.state / "letters")) as store:
            yield store

    def counts(self) -> Counts:
        """Return how much of everything there is."""
        with self.opened() as store:
            return store.read(lambda ledger: ledger.counts())

    def acks(self) -> tuple[AckView, ...]:
        """Return every acknowledgement."""
        with self.opened() as store:
            return store.read(lambda ledger: ledger.acks(10_000))

    def wait_until_settled(self, letters: int, what: str = "the letters were not settled") -> None:
        """Wait until so many letters are done with and no acknowledgement is under way."""
        wait_until(self._is_there, f"no store was made, see {self.log}")
        with self.opened() as store:

            def settled() -> bool:
                time.sleep(0.1)
                return _is_settled(store.read(lambda ledger: ledger.counts()), letters)

            wait_until(settled, f"{what}, see {self.log}")

    def _is_there(self) -> bool:
        return self.store is not None or (self.state / "triaged.db").exists()

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**kept, "PYTHONWARNINGS": "default", **self.environment}

    def _password(self, user: str) -> str:
        return "" if user in self.oauth else f'password = "{PASSWORD}"'

    def _toml(self) -> str:
        tls = f'tls = "starttls"\nca_file = "{self.ca_file}"' if self.ca_file else 'tls = "none"'
        boxes = "".join(
            f"""
[mailboxes.box{number}]
address = "{user}"
[mailboxes.box{number}.imap]
host = "127.0.0.1"
port = {self.imap_port}
tls = "none"
user = "{user}"
{self._password(user)}
timeout = "20s"
sent_copy = "{self.sent_copy}"
[mailboxes.box{number}.smtp]
host = "localhost"
port = {self.smtp_port}
{tls}
user = "{user}"
{self._password(user)}
connections = {self.connections}
timeout = "20s"
{f"[mailboxes.box{number}.oauth]{chr(10)}{self.oauth[user]}" if user in self.oauth else ""}
"""
            for number, user in enumerate(self.users)
        )
        direct = ", ".join(f'"{user}"' for user in self.users)
        store = f'store = "{self.store}"\n' if self.store else ""
        return f"""
mode = "{self.mode}"
settle = "{self.settle}"
poll = "{self.poll}"
state_folder = "{self.state}"
{store}{self.extra}
[log]
level = "debug"
format = "json"
[channels]
direct = [{direct}]
unauthenticated_direct = true
[shops.main]
brand = "Lampenladen"
senders = [{direct}]
zone = "Europe/Berlin"
{boxes}"""


@functools.cache
def _compiled() -> Path:
    """Return the user's cache, with the rules of all languages in it as they are now."""
    folder = assets.user_cache()
    assert folder is not None
    known = open_knowledge(assets.rulebooks(), assets.starter_model(), cache=Cache(folder))
    for language in known.rulebooks:
        known.prepare(language)
    return folder


def _is_settled(counts: Counts, letters: int) -> bool:
    done = sum(counts.letters.values()) - counts.letters["accepted"]
    under_way = sum(counts.acks[state] for state in ("due", "claimed", "sending"))
    return done >= letters and not under_way


def _python(module: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", *module]
