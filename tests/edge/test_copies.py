"""Copies of what was sent, in the Sent folder of a real Dovecot."""

from datetime import UTC, datetime
from email import message_from_bytes
from functools import partial

from cases.states import AckState
from daemon.config.mailboxes import Imap
from daemon.imap.copies import Copies, Copy
from daemon.imap.inbox import Inbox
from daemon.login.access import PLAIN
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import PASSWORD, Dovecot

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
COPY = Copy(
    message_id="<ack@shop.example>", raw=b"Message-ID: <ack@shop.example>\r\n\r\nHi\r\n", when=NOW
)


def connect(port: int, user: str, folder: str = "\\Sent") -> Inbox:
    """Return what opens a mailbox's Sent folder to look at."""
    server = Imap.model_validate(
        {"host": "127.0.0.1", "port": port, "tls": "none", "user": user, "password": PASSWORD}
    )
    return Inbox(server, folder, writable=False, access=PLAIN)


async def test_a_copy_is_made_once(dovecot: Dovecot) -> None:
    """However often it is tried, and marked as seen."""
    user = dovecot.new_user()
    for _ in range(2):
        copies = Copies("main", partial(connect, dovecot.port, user))
        copies.add(COPY)

        assert await copies.flush()
    with dovecot.session(user) as client:
        client.select_folder("Sent", readonly=True)
        (flags,) = client.get_flags(client.search()).values()

    assert 1 == len(dovecot.mails(user, "Sent"))
    assert b"\\Seen" in flags


async def test_what_cannot_be_copied_is_let_go_at_last(dovecot: Dovecot) -> None:
    """A folder that is not there keeps its copies waiting, and in the end costs nothing more."""
    copies = Copies("main", partial(connect, dovecot.port, dovecot.new_user(), "Nowhere"))
    copies.add(COPY)

    assert [False, True, True] == [await copies.flush(last=last) for last in (False, True, False)]


def test_a_copy_is_no_answer(live: Installation, dovecot: Dovecot) -> None:
    """The copy in Sent is known as ours when it is read: nobody has answered."""
    (seller,) = live.users
    live.sent_copy = "always"
    live.write_config()
    dovecot.append(
        seller, build_letter(to=seller, buyer="copiedbuyer1", message_id="<c@r.example>")
    )
    for _ in range(2):
        done = live.run("run", "--once")

        assert 0 == done.returncode, done.stderr
    (copy,) = (message_from_bytes(raw) for raw in dovecot.mails(seller, "Sent"))
    (ack,) = live.acks()

    assert (AckState.SENT, ack.message_id) == (ack.state, copy["Message-ID"])
    assert "<c@r.example>" == copy["In-Reply-To"]
    assert 1 == live.counts().cases["open"]
