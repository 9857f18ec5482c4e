"""The servers of ``triaged demo`` do what the daemon needs of them, and end without a trace."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import aiosmtplib
import pytest
from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from daemon.demo.servers import Account, DemoImap, DemoSmtp, Taken

ACCOUNT = Account(user="seller@shop.example", password="secret")
ARRIVED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MAIL = b"From: buyer@example.org\r\nSubject: Wo?\r\n\r\n.\r\nWo bleibt es? \xc3\xa4\r\n"


@pytest.fixture
async def imap() -> AsyncIterator[DemoImap]:
    """A started IMAP server."""
    server = DemoImap(ACCOUNT)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def smtp() -> AsyncIterator[DemoSmtp]:
    """A started SMTP sink."""
    server = DemoSmtp(ACCOUNT)
    await server.start()
    yield server
    await server.stop()


@contextmanager
def inbox(server: DemoImap, password: str = ACCOUNT.password) -> Iterator[IMAPClient]:
    """Lend a session with the INBOX selected; blocking, so call it beside the loop."""
    with IMAPClient("127.0.0.1", server.port, ssl=False, timeout=5) as client:
        client.normalise_times = False
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.login(ACCOUNT.user, password)
        client.select_folder("INBOX")
        yield client


async def submit(server: DemoSmtp, password: str = ACCOUNT.password) -> None:
    """Hand the sink one mail."""
    await aiosmtplib.send(
        MAIL,
        sender="seller@shop.example",
        recipients=["buyer@example.org"],
        hostname="127.0.0.1",
        port=server.port,
        username=ACCOUNT.user,
        password=password,
        start_tls=False,
        timeout=5,
    )


async def test_a_delivered_mail_is_read_as_it_was(imap: DemoImap) -> None:
    """Bytes and time of arrival come out of FETCH as they went in, and stay unread."""
    await imap.deliver(MAIL, ARRIVED)

    def read() -> tuple[bytes, datetime, tuple[bytes, ...]]:
        with inbox(imap) as client:
            (found,) = client.fetch(client.search(), ["BODY.PEEK[]", "INTERNALDATE"]).values()
            (flags,) = client.get_flags(client.search()).values()
            return found[b"BODY[]"], found[b"INTERNALDATE"], flags

    raw, arrived, flags = await asyncio.to_thread(read)

    assert (MAIL, ARRIVED, False) == (raw, arrived, b"\\Seen" in flags)


async def test_an_idle_client_hears_of_a_delivery(imap: DemoImap) -> None:
    """A delivery ends the wait of a client in IDLE."""
    idles = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait() -> bool:
        with inbox(imap) as client:
            client.idle()
            loop.call_soon_threadsafe(idles.set)
            said = client.idle_check(timeout=5)
            client.idle_done()
            return (1, b"EXISTS") in said

    waiting = asyncio.create_task(asyncio.to_thread(wait))
    await idles.wait()
    # pymap says "idling" a moment before it listens for news.
    await asyncio.sleep(0.1)
    await imap.deliver(MAIL, ARRIVED)

    assert await waiting


async def test_new_keywords_are_stored(imap: DemoImap) -> None:
    """The server says that new keywords may be stored, stores them, and finds them."""
    await imap.deliver(MAIL, ARRIVED)

    def mark() -> tuple[bool, list[int]]:
        with inbox(imap) as client:
            client.add_flags(client.search(), ["triaged-late-delivery"])
        with inbox(imap) as client:
            folder = client.select_folder("INBOX")
            found = client.search(["KEYWORD", "triaged-late-delivery"])
            return b"\\*" in folder[b"PERMANENTFLAGS"], list(found)

    allowed, found = await asyncio.to_thread(mark)

    assert (True, 1) == (allowed, len(found))


async def test_there_is_a_sent_mailbox(imap: DemoImap) -> None:
    """INBOX and Sent, both empty at first."""

    def names() -> set[str]:
        with inbox(imap) as client:
            return {name for _, _, name in client.list_folders()}

    assert {"INBOX", "Sent"} == await asyncio.to_thread(names)


async def test_the_imap_server_refuses_a_wrong_password(imap: DemoImap) -> None:
    """Only the one login opens it."""

    def fail() -> None:
        with inbox(imap, "wrong"):
            pass

    with pytest.raises(LoginError):
        await asyncio.to_thread(fail)


async def test_a_stop_ends_an_idle_session(imap: DemoImap) -> None:
    """A client in IDLE hears BYE and the end of the connection."""
    client = await asyncio.to_thread(IMAPClient, "127.0.0.1", imap.port, ssl=False, timeout=5)
    await asyncio.to_thread(client.login, ACCOUNT.user, ACCOUNT.password)
    await asyncio.to_thread(client.select_folder, "INBOX")
    await asyncio.to_thread(client.idle)
    await imap.stop()
    last_words = await asyncio.to_thread(client.socket().makefile("rb").read)
    client.shutdown()

    assert last_words.startswith(b"* BYE")


async def test_the_sink_keeps_what_it_took(smtp: DemoSmtp) -> None:
    """Envelope and bytes of every mail are kept in order."""
    await submit(smtp)
    await submit(smtp)

    one = Taken(sender="seller@shop.example", recipients=("buyer@example.org",), mail=MAIL)
    assert [one, one] == smtp.taken


async def test_the_sink_refuses_a_wrong_password(smtp: DemoSmtp) -> None:
    """Only the one login opens it."""
    with pytest.raises(aiosmtplib.SMTPAuthenticationError):
        await submit(smtp, "wrong")

    assert [] == smtp.taken


async def test_a_stop_ends_a_kept_connection(smtp: DemoSmtp) -> None:
    """A client that keeps its connection finds it closed."""
    client = aiosmtplib.SMTP(hostname="127.0.0.1", port=smtp.port, start_tls=False)
    await client.connect()
    await smtp.stop()

    with pytest.raises(aiosmtplib.SMTPServerDisconnected):
        await client.noop()
