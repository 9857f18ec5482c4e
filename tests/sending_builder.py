"""Letters whose acknowledgements are due, and the dispatcher that sends them, with defaults."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from cases.pace import Pace
from cases.pauses import Subject
from daemon import clock
from daemon.config.config import Config
from daemon.config.reading import parse_config
from daemon.knowledge import Knowledge
from daemon.sending.answer import Sender
from daemon.sending.send import Dispatcher
from daemon.smtp.outbox import Outbox
from daemon.triage import Incoming, triage
from mail.identity import identify
from store.intake_values import Arrival, Filed, Filing
from store.protocol import Ledger, Store
from store.values import AckView
from store.writer import Writer
from tests.letters_builder import build_letter

BOXES = ("good", "slow")
SENDERS = [f"{name}@shop.example" for name in BOXES]
WORKER = "main"


def build_config(ports: Sequence[int] = (1, 1), connections: int = 1) -> Config:
    """Return a configuration with both mailboxes."""
    boxes = "".join(
        f"""
[mailboxes.{name}]
address = "{name}@shop.example"
[mailboxes.{name}.imap]
host = "127.0.0.1"
tls = "none"
user = "x"
password = "x"
[mailboxes.{name}.smtp]
host = "127.0.0.1"
port = {port}
tls = "none"
user = "x"
password = "x"
connections = {connections}
"""
        for name, port in zip(BOXES, ports, strict=True)
    )
    text = f"""
[shops.main]
brand = "Lampenladen"
senders = {SENDERS}
recipients = {SENDERS}
[channels]
direct = {SENDERS}
unauthenticated_direct = true
{boxes}"""
    return parse_config(text, "config.toml")


def receive(
    store: Store,
    knowledge: Knowledge,
    mailbox: str,
    count: int,
    *,
    sender: str = "marketplace.amazon.de",
    offset: int = 0,
    now: datetime | None = None,
) -> tuple[Filed, ...]:
    """File letters of as many buyers; their acknowledgements are due at once.

    A mailbox that is not in ``BOXES`` receives under the address of the first.
    """
    now = now or clock.now()
    raws = [
        build_letter(
            to=address_of(mailbox),
            buyer=f"{mailbox}{number:03}abcdef",
            order=f"302-{number:07}-1234567",
            message_id=f"<{mailbox}-{number}@relay.example>",
            date=now,
        )
        for number in range(offset, offset + count)
    ]
    raws = [raw.replace(b"marketplace.amazon.de", sender.encode()) for raw in raws]

    def work(ledger: Ledger) -> tuple[Filed, ...]:
        arrivals = [
            Arrival(
                mailbox=mailbox,
                folder="INBOX",
                uidvalidity=1,
                uid=number,
                raw=raw,
                identity=identify(raw),
                arrived=now,
            )
            for number, raw in enumerate(raws, start=offset + 1)
        ]
        ledger.accept(arrivals, None, now)
        waiting = ledger.awaiting(1000)
        verdicts = triage(
            [Incoming(raw=one.raw, mailbox=mailbox) for one in waiting], knowledge, now
        )
        return ledger.file(
            [
                Filing(
                    letter=one.letter, verdict=said, limit_at=None, not_before=now, not_after=now
                )
                for one, said in zip(waiting, verdicts, strict=True)
            ],
            now,
        )

    return store.write(work)


def dispatcher(
    writer: Writer,
    knowledge: Knowledge,
    port: int,
    mailbox: str = "good",
    *,
    connections: int = 1,
    now: Callable[[], datetime] = clock.now,
    outbox: Outbox | None = None,
    pace: Pace | None = None,
    subjects: frozenset[Subject] = frozenset(),
) -> Dispatcher:
    """Return the dispatcher of one mailbox, by default for a server on this port."""
    smtp = build_config((max(port, 1),) * 2, connections).mailboxes[BOXES[0]].smtp
    outbox = outbox or Outbox(smtp)
    sender = Sender(
        address=address_of(mailbox),
        name="",
        outbox=outbox,
        pace=pace or smtp.pace,
        subjects=subjects,
    )
    return Dispatcher(
        mailbox,
        sender,
        knowledge=lambda: knowledge,
        writer=writer,
        worker=WORKER,
        key=b"key",
        now=now,
    )


def address_of(mailbox: str) -> str:
    """Return the address of a mailbox."""
    return f"{mailbox if mailbox in BOXES else BOXES[0]}@shop.example"


def acks(store: Store) -> tuple[AckView, ...]:
    """Return every acknowledgement, oldest first."""
    return tuple(reversed(store.read(lambda ledger: ledger.acks(1000))))


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        """Return the time."""
        return clock.now() + self.ahead
