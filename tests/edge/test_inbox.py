"""The inbox over a real Dovecot: it reads without a trace and says what is wrong."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from daemon.config import Imap
from daemon.inbox import Inbox, InboxError, LoginRefusedError
from tests.letters_builder import build_letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.loopback import free_port


def build_server(dovecot: Dovecot, user: str, **changes: object) -> Imap:
    """Return how Dovecot is reached."""
    table = {
        "host": "127.0.0.1",
        "port": dovecot.port,
        "tls": "none",
        "user": user,
        "password": PASSWORD,
        "timeout": "5s",
    }
    return Imap.model_validate({**table, **changes})


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    """A mailbox with three letters."""
    made = dovecot.new_user()
    for number in range(3):
        dovecot.append(made, build_letter(to=made, message_id=f"<{number}@relay.example>"))
    return made


def test_reading_leaves_no_trace(dovecot: Dovecot, user: str) -> None:
    r"""Letters are fetched by UID without \Seen, from a folder that was only examined."""
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False)
    folder = inbox.open()
    assert folder is not None
    uids = inbox.uids_after(0)
    letters = [one for batch in inbox.batches(uids) for one in inbox.fetch(batch)]
    inbox.close()

    assert [1, 2, 3] == uids
    assert (4, False) == (folder.uidnext, folder.writable)
    assert [b"<0@relay.example>" in letters[0].raw] == [True]
    assert all(one.arrived <= datetime.now(UTC) for one in letters)
    with dovecot.session(user) as client:
        client.select_folder("INBOX", readonly=True)
        assert all(b"\\Seen" not in flags for flags in client.get_flags([1, 2, 3]).values())


def test_last_letter_is_not_read_again(dovecot: Dovecot, user: str) -> None:
    """n:* names the last letter even when it is below n; it is left out."""
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False)
    inbox.open()
    found = inbox.uids_after(3)
    inbox.close()

    assert [] == found


def test_id_is_sent_before_examine(dovecot: Dovecot, user: str) -> None:
    """IMAP ID goes out on every connection: some providers refuse to select without it."""
    with contextlib.closing(Inbox(build_server(dovecot, user), "INBOX", writable=False)) as inbox:
        inbox.open()

    assert "name=triaged" in dovecot.log.read_text()


def test_sent_folder_is_found_by_its_attribute(dovecot: Dovecot, user: str) -> None:
    r"""\Sent finds the folder whatever its name."""
    inbox = Inbox(build_server(dovecot, user), "\\Sent", writable=False)
    folder = inbox.open()
    inbox.close()

    assert folder is not None
    assert "Sent" == folder.name


def test_implicit_tls_wants_a_trusted_certificate(dovecot: Dovecot, user: str) -> None:
    """An unknown certificate is refused in words; named with ca_file it is trusted."""
    changes = {"host": "localhost", "port": dovecot.tls_port, "tls": "implicit"}
    with pytest.raises(InboxError, match="the certificate is not trusted"):
        Inbox(build_server(dovecot, user, **changes), "INBOX", writable=False).open()

    trusting = build_server(dovecot, user, **changes, ca_file=dovecot.certificate)
    with contextlib.closing(Inbox(trusting, "INBOX", writable=False)) as inbox:
        assert inbox.open() is not None


def test_wrong_password_is_told_without_it(dovecot: Dovecot, user: str) -> None:
    """A refused login names the remedy and never the password."""
    server = build_server(dovecot, user, password="not-the-one")
    with pytest.raises(LoginRefusedError) as caught:
        Inbox(server, "INBOX", writable=False).open()

    assert "check user and password" in str(caught.value)
    assert "not-the-one" not in str(caught.value)


def test_nobody_listening_is_told(dovecot: Dovecot, user: str) -> None:
    """A closed port is a sentence that names host and port."""
    port = free_port()
    with pytest.raises(InboxError, match=f"127.0.0.1:{port}: "):
        Inbox(build_server(dovecot, user, port=port), "INBOX", writable=False).open()


def test_unreadable_secret_is_told(dovecot: Dovecot, user: str, tmp_path: Path) -> None:
    """A password file that is not there is named."""
    server = build_server(dovecot, user, password={"file": str(tmp_path / "absent")})
    with pytest.raises(InboxError, match="cannot read the secret in"):
        Inbox(server, "INBOX", writable=False).open()


def test_batches_stay_small(dovecot: Dovecot) -> None:
    """Large letters come alone, so that memory stays bounded."""
    user = dovecot.new_user()
    large = build_letter(to=user, text="x" * 9_000_000)
    for _ in range(3):
        dovecot.append(user, large)
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False)
    inbox.open()
    batches = list(inbox.batches(inbox.uids_after(0)))
    inbox.close()

    assert [[1], [2], [3]] == batches
