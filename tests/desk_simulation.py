"""A desk of ours in simulated time: the real pipeline from bytes to bytes, with a clock in hand.

Judging, filing, the store and the dispatcher are those that ship; a scripted server takes what is
sent, and the caller decides who reads it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from cases.pace import Pace
from daemon.config.mailboxes import Smtp
from daemon.config.reading import parse_config
from daemon.knowledge import Knowledge, load_knowledge
from daemon.sending.answer import Sender
from daemon.sending.send import Dispatcher
from daemon.smtp.outbox import Outbox
from daemon.triage import Incoming, triage
from mail.identity import identify
from store.intake_values import Arrival, Filed, Filing
from store.open import open_store
from store.protocol import Ledger, Store
from store.writer import Writer
from tests.servers.scripted_smtp import ScriptedSmtp

#: How long an acknowledgement waits for further letters, as by default.
SETTLE: Final = timedelta(minutes=3)
MAILBOX: Final = "main"


@dataclass(kw_only=True)
class Desk:
    """One seller's desk; open it as a context before use."""

    folder: Path
    address: str
    now: datetime
    #: What was sent, in order.
    sent: list[bytes] = field(default_factory=list)
    #: How many letters were heard, which names them on the server.
    heard: int = 0
    store: Store = field(init=False)
    _knowledge: Knowledge = field(init=False)
    _server: ScriptedSmtp = field(init=False)
    _writer: Writer = field(init=False)
    _dispatcher: Dispatcher = field(init=False)

    async def __aenter__(self) -> Self:
        self._knowledge = _learn(self.address)
        url = f"sqlite:///{self.folder / 'triaged.db'}"
        self.store = open_store(url, self.folder, seller=self.address)
        self.store.write(lambda ledger: ledger.set("mode", "live", "test", self.now))
        self._server = ScriptedSmtp()
        await self._server.start()
        self._writer = Writer(self.store)
        smtp = Smtp.model_validate(
            {
                "host": "127.0.0.1",
                "port": self._server.port,
                "tls": "none",
                "user": "x",
                "password": "x",
            }
        )
        sender = Sender(
            address=self.address, name="", outbox=Outbox(smtp), pace=Pace(login=self.address)
        )
        self._dispatcher = Dispatcher(
            MAILBOX,
            sender,
            knowledge=lambda: self._knowledge,
            writer=self._writer,
            worker="main",
            key=b"key",
            now=lambda: self.now,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._dispatcher.close()
        await self._server.stop()
        await self._writer.close()
        self.store.close()

    def hear(self, raw: bytes, folder: str = "INBOX") -> Filed:
        """Take in a mail as it lies in a folder, and say what became of it."""
        self.heard += 1
        arrival = Arrival(
            mailbox=MAILBOX,
            folder=folder,
            uidvalidity=1,
            uid=self.heard,
            raw=raw,
            identity=identify(raw),
            arrived=self.now,
        )

        def file(ledger: Ledger) -> Filed:
            ledger.accept([arrival], None, self.now)
            (one,) = ledger.awaiting(1)
            incoming = Incoming(raw=one.raw, mailbox=MAILBOX, received=one.arrived)
            (verdict,) = triage([incoming], self._knowledge, self.now)
            filing = Filing(
                letter=one.letter,
                verdict=verdict,
                limit_at=None,
                not_before=self.now + SETTLE,
                not_after=self.now + 2 * SETTLE,
            )
            return ledger.file([filing], self.now)[0]

        return self.store.write(file)

    async def wait(self, length: timedelta) -> list[bytes]:
        """Let time pass; return what was sent at its end."""
        self.now += length
        await self._dispatcher.drain()
        new = self._server.accepted[len(self.sent) :]
        self.sent += new
        return new


@cache
def _learn(address: str) -> Knowledge:
    text = f"""
[mailboxes.{MAILBOX}]
address = "{address}"
[mailboxes.{MAILBOX}.imap]
host = "127.0.0.1"
tls = "none"
user = "x"
password = "x"
[mailboxes.{MAILBOX}.smtp]
host = "127.0.0.1"
tls = "none"
user = "x"
password = "x"
[shops.main]
brand = "Shop"
senders = ["{address}"]
[channels]
direct = ["{address}"]
unauthenticated_direct = true
"""
    return load_knowledge(parse_config(text, "config.toml"), proved=True)
