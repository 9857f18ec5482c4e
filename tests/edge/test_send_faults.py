# ruff: noqa: E501 - the table of faults reads best with one fault a line
"""What follows from each fault: the acknowledgement's state, the sender's rest, the next attempt.

docs/reference/sending.md shows this table; a test holds the two equal.
"""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from cases.pace import Pace
from daemon.config.mailboxes import Smtp
from daemon.config.stored import Log
from daemon.knowledge import Knowledge, load_knowledge
from daemon.log_output import configure
from daemon.smtp.outbox import Outbox
from store.open import open_store
from store.protocol import Ledger, Store
from store.values import AckView
from store.writer import Writer
from tests.sending_builder import build_config, dispatcher, receive
from tests.servers.certificate import Certificate, make_certificate
from tests.servers.loopback import free_port
from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp
from tests.servers.scripted_smtp import Stage as At

NOW: Final = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
PAGE: Final = Path("docs/reference/sending.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What the table says of one fault."""

    #: The acknowledgement after the first attempt.
    state: str
    #: How long the sender rests, "" where it does not.
    rests: str = ""
    #: When it is tried again; "" is never.
    again: str = ""
    #: The level at which the rest is told.
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One fault and what follows."""

    where: str
    what: str
    faults: tuple[Fault, ...]
    expected: Expected
    tls: str = "none"
    #: The server speaks TLS with a certificate that nobody trusts.
    untrusted: bool = False
    #: Nobody listens.
    absent: bool = False


def sender(rests: str, told: str = "warning") -> Expected:
    """The sender or the server is at fault: everything stays due while the sender rests."""
    return Expected(state="due", rests=rests, again=rests, told=told)


def doubted(rests: str, again: str, told: str = "warning") -> Expected:
    """The same, but it may be this one after all: others go before it."""
    return Expected(state="due", rests=rests, again=again, told=told)


GREYLISTED: Final = Expected(state="due", again="5 min")
REFUSED: Final = Expected(state="refused")
UNKNOWN: Final = Expected(state="unknown")
SENT: Final = Expected(state="sent")


def row(where: str, what: str, expected: Expected, *faults: Fault, **more: str | bool) -> Row:
    """Return a line of the table."""
    return Row(where=where, what=what, expected=expected, faults=faults, **more)  # type: ignore[arg-type]  # named above


def says(at: At, reply: str, expected: Expected) -> Row:
    """Return the line of a server that gives this reply."""
    where = {At.GREETING: "connect", At.AUTH: "login", At.DOT: "end of data"}.get(at, str(at))
    return row(where, f"`{reply}`", expected, Fault(stage=at, act=reply))


ROWS: Final = (
    row("connect", "nobody listens", sender("15 s"), absent=True),
    row("connect", "closes before its greeting", sender("15 s"), Fault(stage=At.GREETING, act=Act.CLOSE)),
    row("connect", "says nothing", sender("15 s"), Fault(stage=At.GREETING, act=Act.HANG)),
    says(At.GREETING, "554 No service here", sender("15 s")),
    says(At.GREETING, "421 4.7.0 Too many concurrent connections from you", sender("1 min")),
    says(At.EHLO, "421 4.3.2 Shutting down", sender("15 s")),
    row("TLS", "offers no STARTTLS, which the configuration asks for", sender("15 s"), tls="starttls"),
    row(
        "TLS", "offers STARTTLS, then `454 4.7.0 TLS not available`", sender("15 s"),
        Fault(stage=At.EHLO, act="250-scripted.example\r\n250 STARTTLS"),
        Fault(stage=At.STARTTLS, act="454 4.7.0 TLS not available"), tls="starttls",
    ),
    row("TLS", "speaks none where it should from the first byte", sender("1 min", "error"), tls="implicit"),
    row("TLS", "shows a certificate that is not trusted", sender("1 min", "error"), tls="implicit", untrusted=True),
    says(At.AUTH, "535 5.7.8 Username and password not accepted", sender("1 min", "error")),
    says(At.AUTH, "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled", sender("1 min", "error")),
    says(At.AUTH, "534 5.7.9 Application-specific password required", sender("1 min", "error")),
    says(At.AUTH, "454 4.7.0 Temporary authentication failure", sender("15 s")),
    row("login", "closes", sender("15 s"), Fault(stage=At.AUTH, act=Act.CLOSE)),
    says(At.MAIL, "451 4.3.0 Try again later", sender("15 s")),
    says(At.MAIL, "553 5.7.1 Mail from must equal authorized user", sender("1 min", "error")),
    says(At.MAIL, "550 5.7.60 Client does not have permissions to send as this sender", sender("1 min", "error")),
    says(At.MAIL, "432 4.3.2 STOREDRV; sender thread limit exceeded", sender("1 min")),
    row("mail", "closes", sender("15 s"), Fault(stage=At.MAIL, act=Act.CLOSE)),
    row("rcpt", "says nothing", doubted("15 s", "30 s"), Fault(stage=At.RCPT, act=Act.HANG)),
    row("rcpt", "closes", doubted("15 s", "30 s"), Fault(stage=At.RCPT, act=Act.CLOSE)),
    says(At.RCPT, "421 4.3.2 Service not available", doubted("15 s", "30 s")),
    says(At.RCPT, "450 4.2.0 Greylisted, try again in 5 minutes", GREYLISTED),
    says(At.RCPT, "451 4.7.1 Greylisting in action", GREYLISTED),
    says(At.RCPT, "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents delivery", GREYLISTED),
    says(At.RCPT, "452 4.2.2 Mailbox full", GREYLISTED),
    says(At.RCPT, "452 4.3.1 Insufficient system storage", doubted("15 s", "30 s")),
    says(At.RCPT, "550 5.1.1 No such user", REFUSED),
    says(At.RCPT, "552 5.2.2 Recipient over quota", REFUSED),
    says(At.RCPT, "550 5.7.1 Relaying denied", doubted("15 s", "30 s")),
    says(At.RCPT, "530 5.7.0 Authentication required", doubted("1 min", "2 min", "error")),
    says(At.DATA, "451 4.3.0 Try again later", GREYLISTED),
    says(At.DATA, "554 5.6.0 Not accepted", REFUSED),
    row("data", "closes before its answer to DATA", UNKNOWN, Fault(stage=At.DATA, act=Act.CLOSE)),
    row("data", "says nothing to DATA", UNKNOWN, Fault(stage=At.DATA, act=Act.HANG)),
    row("data", "closes within the message", UNKNOWN, Fault(stage=At.BODY, act=Act.CLOSE)),
    row("data", "tears the connection down within the message", UNKNOWN, Fault(stage=At.BODY, act=Act.RESET)),
    says(At.DOT, "451 4.3.0 Queue file write error", GREYLISTED),
    says(At.DOT, "452 4.3.1 Insufficient system storage", doubted("15 s", "30 s")),
    says(At.DOT, "552 5.3.4 Message size exceeds fixed limit", REFUSED),
    says(At.DOT, "554 5.6.0 Bad message", REFUSED),
    says(At.DOT, "554 5.7.1 Message rejected as spam", doubted("15 s", "30 s")),
    row("end of data", "takes it and closes without an answer", UNKNOWN, Fault(stage=At.DOT, act=Act.CLOSE, takes=True)),
    row("end of data", "closes without an answer and has not taken it", UNKNOWN, Fault(stage=At.DOT, act=Act.CLOSE)),
    row("end of data", "takes it and answers after the time-out", UNKNOWN, Fault(stage=At.DOT, act=Act.HANG, takes=True)),
    row("end of data", "takes it and gives an answer that is none", UNKNOWN, Fault(stage=At.DOT, act="OK queued", takes=True)),
    row("end of data", "takes it, `251 Taken`", SENT, Fault(stage=At.DOT, act="251 Taken", takes=True)),
    row("after", "closes after its 250", SENT, Fault(stage=At.AFTER, act=Act.CLOSE)),
    says(At.RCPT, "550 5.4.5 Daily user sending limit exceeded", sender("1 h")),
    says(At.DOT, "550 5.4.5 Daily SMTP relay sending limit exceeded", sender("1 h")),
    says(At.DOT, "421 4.7.28 Unusual rate of mail from your address", sender("1 min")),
    says(At.RCPT, "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients", sender("1 h")),
    says(At.RCPT, "550 5.2.2 Submission quota exceeded", sender("1 h")),
    says(At.DOT, "554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException", sender("1 h")),
    says(At.DOT, "421 4.4.2 Message submission rate for this client has exceeded the configured limit", sender("1 min")),
    says(At.DOT, "451 MI:SFQ 163 smtp", sender("15 min")),
    says(At.DOT, "550 MI:STC 163 smtp", sender("1 h")),
    says(At.DOT, "451 DT:SPM 163 smtp", doubted("15 s", "30 s")),
    says(At.MAIL, "451 MI:DMC 163 smtp", sender("15 s")),
    says(At.DOT, "454 Throttling failure: Maximum sending rate exceeded.", sender("1 min")),
    says(At.DOT, "454 Throttling failure: Daily message quota exceeded.", sender("1 h")),
    says(At.MAIL, "550 Mail send frequency limited", sender("1 min")),
    says(At.RCPT, "450 4.7.1 Mail send limit exceeded", sender("15 min")),
)  # fmt: skip


class FrozenClock:
    """A clock that stands until a test turns it."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        """Return the time."""
        return self.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What really followed."""

    first: Expected
    #: How often the server took the message, first and last.
    taken: int
    #: The state once nothing more is to be tried.
    last: str


@pytest.fixture(scope="module")
def seen() -> Iterator[dict[str, Seen]]:
    """Every fault, met once; all at the same time, because some take a time-out."""
    with TemporaryDirectory() as folder:
        yield asyncio.run(_meet_all(Path(folder)))


@pytest.mark.parametrize("one", ROWS, ids=lambda one: f"{one.where}: {one.what}")
def test_fault_is_met(one: Row, seen: dict[str, Seen]) -> None:
    """State, rest, telling and next attempt are the table's; the message is taken at most once."""
    met = seen[_name(one)]

    assert one.expected == met.first
    assert one.expected.state.replace("due", "sent") == met.last
    assert met.taken <= 1
    assert ("sent" != met.last) or 1 == met.taken


def test_the_page_shows_the_table() -> None:
    """docs/reference/sending.md has exactly these lines."""
    page = PAGE.read_text(encoding="utf-8")

    assert table() == page.partition("<!-- faults -->\n")[2].partition("<!-- end -->")[0]


def table() -> str:
    """Return the lines of the page."""
    head = "| at | the server | acknowledgement | the sender rests | told as | tried again |\n"
    lines = "".join(
        f"| {one.where} | {one.what} | {one.expected.state} | {one.expected.rests or '-'} |"
        f" {one.expected.told or '-'} | {_when(one.expected)} |\n"
        for one in ROWS
    )
    return f"{head}|---|---|---|---|---|---|\n{lines}"


def _when(expected: Expected) -> str:
    return f"after {expected.again}" if expected.again else "never by the machine"


def _name(one: Row) -> str:
    return f"box{ROWS.index(one)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What one row has for itself, as a seller of its own, and what it shares."""

    store: Store
    #: The case of its one letter.
    case: int
    knowledge: Knowledge
    certificate: Certificate
    telling: "Telling"


async def _meet_all(folder: Path) -> dict[str, Seen]:
    knowledge, certificate = load_knowledge(build_config(), proved=True), make_certificate(folder)
    telling = Telling()
    # Letters come before any fault, because they keep the loop busy and some rows wait.
    url, shared = f"sqlite:///{folder / 'triaged.db'}", (knowledge, certificate, telling)
    benches = [_build_bench(open_store(url, folder, _name(one)), one, shared) for one in ROWS]
    configure(Log())
    log = logging.getLogger("triaged.send")
    log.addFilter(telling)
    try:
        pairs = list(zip(ROWS, benches, strict=True))
        # Those that wait for a time-out, side by side; the others one by one, as one writer at a
        # time has the file.
        waiting = [asyncio.create_task(_meet(*pair)) for pair in pairs if _hangs(pair[0])]
        quick = {_name(pair[0]): await _meet(*pair) for pair in pairs if not _hangs(pair[0])}
        slow = {_name(pair[0]): pair for pair in pairs if _hangs(pair[0])}
        return quick | dict(zip(slow, await asyncio.gather(*waiting), strict=True))
    finally:
        log.removeFilter(telling)
        for bench in benches:
            bench.store.close()


def _hangs(one: Row) -> bool:
    return any(fault.act is Act.HANG for fault in one.faults)


def _build_bench(store: Store, one: Row, shared: tuple[Knowledge, Certificate, "Telling"]) -> Bench:
    knowledge, certificate, telling = shared
    store.write(lambda ledger: ledger.set("mode", "live", "test", NOW))
    (filed,) = receive(store, knowledge, _name(one), 1, now=NOW)
    return Bench(
        store=store,
        case=filed.case or 0,
        knowledge=knowledge,
        certificate=certificate,
        telling=telling,
    )


async def _meet(one: Row, bench: Bench) -> Seen:
    name, now, writer, case = _name(one), FrozenClock(), Writer(bench.store), bench.case
    patience = 3 if _hangs(one) else 20
    certificate = bench.certificate if one.untrusted else None
    async with ScriptedSmtp(one.faults, certificate=certificate) as server:
        port = free_port() if one.absent else server.port
        outbox = Outbox(_server(port, one.tls, patience), data_timeout=patience)
        first = dispatcher(
            writer, bench.knowledge, 0, name, now=now, outbox=outbox, pace=Pace(login=name)
        )
        await first.drain()
        ack = await writer.read(lambda ledger: _ack_of(ledger, case))
        due = await writer.read(lambda ledger: ledger.next_due([name], NOW))
        met = Expected(
            state=str(ack.state),
            rests=_words(first.resting),
            again=_words(due - NOW if due else timedelta(0)),
            told=bench.telling.levels.get(name, ""),
        )
    if due:
        now.time = due
    # What was wrong has been mended by then.
    async with ScriptedSmtp() as mended:
        outbox = Outbox(_server(mended.port, "none", 20))
        again = dispatcher(
            writer, bench.knowledge, 0, name, now=now, outbox=outbox, pace=Pace(login=name)
        )
        await again.drain()
        await again.close()
        await first.close()
    ack = await writer.read(lambda ledger: _ack_of(ledger, case))
    await writer.close()
    taken = len(server.accepted) + len(mended.accepted)
    return Seen(first=met, taken=taken, last=str(ack.state))


def _ack_of(ledger: Ledger, case: int) -> AckView:
    found = ledger.case(case, NOW)
    assert found is not None
    (ack,) = found.acks
    return ack


def _server(port: int, tls: str, patience: int) -> Smtp:
    return Smtp.model_validate(
        {
            "host": "127.0.0.1",
            "port": port,
            "tls": tls,
            "user": "seller",
            "password": "secret",
            "timeout": f"{patience}s",
        }
    )


def _words(length: timedelta) -> str:
    seconds = round(length.total_seconds())
    for unit, name in ((3600, "h"), (60, "min"), (1, "s")):
        if seconds and seconds % unit == 0:
            return f"{seconds // unit} {name}"
    return ""


class Telling(logging.Filter):
    """Remembers at which level a mailbox's rest was told."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: dict[str, str] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Take in one event."""
        said = record.msg
        if isinstance(said, dict) and said.get("event") == "sender.resting":
            self.levels[str(said["mailbox"])] = record.levelname.lower()
        return True
