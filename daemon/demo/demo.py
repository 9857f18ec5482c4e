"""``triaged demo``: the whole way, once, on this machine, over real IMAP and SMTP on loopback.

Starts an embedded IMAP server and an SMTP sink on free ports, pours in letters of ours, runs the
daemon as anyone would, shows what was sent and the ranked queue, and ends by itself. Everything
lives in a temporary folder that is gone afterwards. Nothing leaves the machine.
"""

import asyncio
import contextlib
import email
import email.policy
import signal
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from cases.roles import Role
from daemon import assets, clock
from daemon.config.desk import read_stationery, require_desk
from daemon.config.stored import Desk as DeskTable
from daemon.exits import CommandError, Exit
from desk.stationery import Stationery
from desk.tables import draw_queue, printable
from store.open import open_store
from store.protocol import Store
from store.values import Counts
from store.writer import Writer

if TYPE_CHECKING:
    from daemon.demo.servers import DemoImap, DemoSmtp, Taken

_ADDRESS: Final = "service@demo-shop.example"
#: The name by which the demonstration's mail server vouches for senders.
_WITNESS: Final = "mx.demo-shop.example"
_SHOWN: Final = 3
_LOG: Final = "daemon.log"
#: The demo gives up after this long; a slow machine needs some of it.
_PATIENCE: Final = 90.0


def demo(*, desk: bool = False) -> int:
    """Run the demo; with ``desk`` keep the queue open in a browser until Ctrl-C.

    Raises:
        CommandError: an extra is missing, or it does not finish.
    """
    if desk:
        require_desk()
    try:
        from daemon.demo.servers import Account, DemoImap, DemoSmtp  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise CommandError(
            f"the demo's mail servers are not installed ({error.name}); install them with: "
            "pip install 'triaged[demo]' (in a checkout: pip install '.[demo]', or make demo)",
            Exit.UNAVAILABLE,
        ) from None
    account = Account(user=_ADDRESS, password="demo")  # noqa: S106 - of a server that ends with us
    try:
        return asyncio.run(_demo(DemoImap(account), DemoSmtp(account), desk=desk))
    except asyncio.CancelledError:
        return 128 + signal.SIGTERM


async def _demo(imap: "DemoImap", smtp: "DemoSmtp", *, desk: bool) -> int:
    console = Console()
    letters = _letters()
    task = asyncio.current_task()
    if task is not None:
        # Told to stop, it cleans up as it does after Ctrl-C.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await imap.start()
    await smtp.start()
    try:
        for number, raw in enumerate(letters):
            minutes = len(letters) - number
            await imap.deliver(*_dated(raw, number, clock.now() - timedelta(minutes=minutes)))
        console.print(
            f"{len(letters)} made-up letters lie in a mailbox on 127.0.0.1:{imap.port}; "
            f"an SMTP server waits on 127.0.0.1:{smtp.port}. Nothing leaves this machine.\n"
            "The daemon starts now, in live mode, with settle = 0 (each letter is answered at "
            "once; by default it waits 3 minutes for further letters).\n"
        )
        with tempfile.TemporaryDirectory(prefix="triaged-demo-") as folder:
            config = _write_config(Path(folder), imap.port, smtp.port)
            async with _daemon(config, Path(folder), len(letters)) as counts:
                with contextlib.closing(_open(Path(folder))) as store:
                    _show(console, store, smtp.taken, counts)
                    if desk:
                        await _keep_desk_open(console, store, read_stationery(config))
    finally:
        await imap.stop()
        await smtp.stop()
    return Exit.OK


@contextlib.asynccontextmanager
async def _daemon(config: Path, folder: Path, expected: int) -> AsyncIterator[Counts]:
    """Run the daemon; lend it once every letter is done with, then stop it as systemd would."""
    with (folder / _LOG).open("wb") as log:
        daemon = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "daemon", "run", "--config", str(config)), stderr=log
        )
    try:
        yield await _wait_for(daemon, folder, expected)
    finally:
        if daemon.returncode is None:
            daemon.terminate()
            await daemon.wait()


async def _wait_for(daemon: Process, folder: Path, expected: int) -> Counts:
    """Return the counts once every letter is done with."""
    try:
        async with asyncio.timeout(_PATIENCE):
            while True:
                if daemon.returncode is not None:
                    said = (folder / _LOG).read_text(encoding="utf-8", errors="replace")
                    raise CommandError(f"the daemon ended early:\n{said}", Exit.FAILED)
                if counts := await asyncio.to_thread(_finished, folder, expected):
                    return counts
                await asyncio.sleep(0.2)
    except TimeoutError:
        raise CommandError(
            f"the demo was not done after {_PATIENCE:.0f} seconds", Exit.TEMPFAIL
        ) from None


def _finished(folder: Path, expected: int) -> Counts | None:
    """Return the counts once every letter is filed and every acknowledgement settled."""
    if not (folder / "triaged.db").exists():
        return None
    with contextlib.closing(_open(folder)) as store:
        counts = store.read(lambda ledger: ledger.counts())
    done = sum(counts.letters.values()) - counts.letters.get("accepted", 0)
    waiting = sum(counts.acks.get(state, 0) for state in ("due", "claimed", "sending"))
    return counts if done >= expected and not waiting else None


def _show(console: Console, store: Store, taken: "Sequence[Taken]", counts: Counts) -> None:
    now = clock.now()
    console.rule("What was sent")
    for one in taken[:_SHOWN]:
        message = email.message_from_bytes(one.mail, policy=email.policy.default)
        console.print(
            Panel(
                Text(printable(_body(message)).strip()),
                title=Text(f"to {one.recipients[0]} · {message['Subject']}"),
                title_align="left",
            )
        )
    console.print(f"… and {max(0, len(taken) - _SHOWN)} more like these.\n")
    console.rule("The queue")
    console.print(draw_queue(store.read(lambda ledger: ledger.queue(now, 60)), now))
    letters = ", ".join(f"{number} {state}" for state, number in counts.letters.items())
    console.print(
        f"\n{sum(counts.letters.values())} letters ({letters}), "
        f"{sum(counts.cases.values())} cases, {counts.acks.get('sent', 0)} acknowledgements sent. "
        "Machines, lists, thanks and spam were not answered.\n"
        "Next: triaged explain FILE.eml, and the README's ten-minute start."
    )


async def _keep_desk_open(console: Console, store: Store, stationery: Stationery) -> None:
    """Serve the queue with an account of the demo's until Ctrl-C or SIGTERM."""
    from daemon.web.desk import address_of, bind, serve  # noqa: PLC0415 - an extra
    from desk.passwords import hash_password, make_password  # noqa: PLC0415 - likewise

    table = DeskTable(second_factor="optional", zone="Europe/Berlin")
    listening = bind(table)
    password = make_password()
    kept, now = hash_password(password), clock.now()
    store.write(
        lambda ledger: ledger.accounts.add("demo", Role.OPERATOR, kept, "command:demo", now)
    )
    stop, writer = asyncio.Event(), Writer(store)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    console.print(
        f"\nThe desk is open at {address_of(table)} until Ctrl-C; name: demo, password: {password}",
        highlight=False,
        soft_wrap=True,
    )
    try:
        await serve(listening, table, writer, stop, stationery=lambda: stationery)
    finally:
        await writer.close()


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    return part.get_content().replace("\r\n", "\n") if part else ""


def _letters() -> list[bytes]:
    return [path.read_bytes() for path in sorted(assets.demo_letters().glob("*.eml"))]


def _dated(raw: bytes, number: int, when: datetime) -> tuple[bytes, datetime]:
    """Give a letter what mail servers would have given it: a date, an id, a word for its sender."""
    head = (
        f"Authentication-Results: {_WITNESS}; dmarc=pass\r\n"
        f"Date: {format_datetime(when)}\r\nMessage-ID: <demo-{number}@mail.example>\r\n"
    )
    return head.encode() + raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), when


def _open(folder: Path) -> Store:
    return open_store(f"sqlite:///{folder / 'triaged.db'}", folder / "letters")


def _write_config(folder: Path, imap: int, smtp: int) -> Path:
    server = 'host = "127.0.0.1"\ntls = "none"\nuser = "{user}"\npassword = "demo"\nport = {port}\n'
    path = folder / "config.toml"
    path.touch(mode=0o600)
    path.write_text(
        f"""mode = "live"
settle = "0s"
state_folder = "{folder}"
[log]
level = "warning"
[channels]
direct = ["{_ADDRESS}"]
trusted_servers = ["{_WITNESS}"]
[mailboxes.demo]
address = "{_ADDRESS}"
[mailboxes.demo.imap]
{server.format(user=_ADDRESS, port=imap)}
[mailboxes.demo.smtp]
{server.format(user=_ADDRESS, port=smtp)}
[shops.demo]
brand = "Demo Shop"
senders = ["{_ADDRESS}"]
zone = "Europe/Berlin"
country = "DE"
""",
        encoding="utf-8",
    )
    return path
