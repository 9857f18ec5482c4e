"""The inbox over a real Dovecot: it reads without a trace and says what is wrong."""

import contextlib
import socket
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from daemon.config.mailboxes import Imap
from daemon.imap.inbox import Inbox, InboxError, LoginRefusedError
from daemon.login.access import PLAIN
from tests.letters_builder import build_letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.loopback import free_port
from tests.servers.scripted_imap import ScriptedImap, answer_fetch, build_raw


def build_server(dovecot: Dovecot | ScriptedImap, user: str = "li", **changes: object) -> Imap:
    """Return how a server is reached."""
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
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False, access=PLAIN)
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
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False, access=PLAIN)
    inbox.open()
    found = inbox.uids_after(3)
    inbox.close()

    assert [] == found


def test_id_is_sent_before_examine(dovecot: Dovecot, user: str) -> None:
    """IMAP ID goes out on every connection: some providers refuse to select without it."""
    with contextlib.closing(
        Inbox(build_server(dovecot, user), "INBOX", writable=False, access=PLAIN)
    ) as inbox:
        inbox.open()

    assert "name=triaged" in dovecot.log.read_text()


def test_sent_folder_is_found_by_its_attribute(dovecot: Dovecot, user: str) -> None:
    r"""\Sent finds the folder whatever its name."""
    inbox = Inbox(build_server(dovecot, user), "\\Sent", writable=False, access=PLAIN)
    folder = inbox.open()
    inbox.close()

    assert folder is not None
    assert "Sent" == folder.name


def test_implicit_tls_wants_a_trusted_certificate(dovecot: Dovecot, user: str) -> None:
    """An unknown certificate is refused in words; named with ca_file it is trusted."""
    changes = {"host": "localhost", "port": dovecot.tls_port, "tls": "implicit"}
    with pytest.raises(InboxError, match="the certificate is not trusted"):
        Inbox(build_server(dovecot, user, **changes), "INBOX", writable=False, access=PLAIN).open()

    trusting = build_server(dovecot, user, **changes, ca_file=dovecot.certificate)
    with contextlib.closing(Inbox(trusting, "INBOX", writable=False, access=PLAIN)) as inbox:
        assert inbox.open() is not None


def test_wrong_password_is_told_without_it(dovecot: Dovecot, user: str) -> None:
    """A refused login names the remedy and never the password."""
    server = build_server(dovecot, user, password="not-the-one")
    with pytest.raises(LoginRefusedError) as caught:
        Inbox(server, "INBOX", writable=False, access=PLAIN).open()

    assert "check user and password" in str(caught.value)
    assert "not-the-one" not in str(caught.value)


def test_nobody_listening_is_told(dovecot: Dovecot, user: str) -> None:
    """A closed port is a sentence that names host and port."""
    port = free_port()
    with pytest.raises(InboxError, match=f"127.0.0.1:{port}: "):
        Inbox(build_server(dovecot, user, port=port), "INBOX", writable=False, access=PLAIN).open()


def test_unreadable_secret_is_told(dovecot: Dovecot, user: str, tmp_path: Path) -> None:
    """A password file that is not there is named."""
    server = build_server(dovecot, user, password={"file": str(tmp_path / "absent")})
    with pytest.raises(InboxError, match="cannot read the secret in"):
        Inbox(server, "INBOX", writable=False, access=PLAIN).open()


def test_batches_stay_small(dovecot: Dovecot) -> None:
    """Large letters come alone, so that memory stays bounded."""
    user = dovecot.new_user()
    large = build_letter(to=user, text="x" * 9_000_000)
    for _ in range(3):
        dovecot.append(user, large)
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False, access=PLAIN)
    inbox.open()
    batches = list(inbox.batches(inbox.uids_after(0)))
    inbox.close()

    assert [[1], [2], [3]] == batches


@pytest.mark.parametrize(
    "answer", ["* 2 FETCH (UID 2 BODY[] NIL)", "* 2 FETCH (UID 2 FLAGS (\\Seen))"]
)
def test_letter_without_body_is_no_letter(answer: str) -> None:
    """NIL for a body, or flags alone, is not an empty letter; the others are given."""
    said = "\r\n".join([answer_fetch(1), answer, "{tag} OK done"])
    with ScriptedImap(instead={"UID FETCH 1,2 (BODY": said}) as server:
        inbox = Inbox(build_server(server), "INBOX", writable=False, access=PLAIN)
        inbox.open()
        fetched = inbox.fetch([1, 2])
        listed = inbox.still_listed([2])
        inbox.close()

    assert [(1, build_raw(1))] == [(one.uid, one.raw) for one in fetched]
    assert [2] == listed


def test_expunged_letter_is_not_listed(dovecot: Dovecot, user: str) -> None:
    """A letter that is gone is neither given nor listed any more."""
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False, access=PLAIN)
    inbox.open()
    with dovecot.session(user) as client:
        client.select_folder("INBOX")
        client.delete_messages([2])
        client.expunge()
    fetched = inbox.fetch([1, 2, 3])
    inbox.noop()
    listed = inbox.still_listed([1, 2, 3])
    inbox.close()

    assert {1, 3} <= {one.uid for one in fetched}
    assert [1, 3] == listed


def test_refused_letter_stands_alone() -> None:
    """A batch that is refused for one letter's sake gives all the others."""
    refusals = {
        f"UID FETCH {uids} (BODY": "{tag} NO [SERVERBUG] broken" for uids in ("1,2,3,4", "1,2", "2")
    }
    with ScriptedImap(range(1, 5), instead=refusals) as server:
        inbox = Inbox(build_server(server), "INBOX", writable=False, access=PLAIN)
        inbox.open()
        fetched = inbox.fetch([1, 2, 3, 4])
        inbox.close()

    assert [1, 3, 4] == [one.uid for one in fetched]


def test_server_that_refuses_everything_is_a_fault() -> None:
    """When nothing of many letters is given it is the server's fault, to be tried again later."""
    with ScriptedImap(range(1, 31), instead={"UID FETCH": "{tag} NO [LIMIT] slow"}) as server:
        inbox = Inbox(build_server(server), "INBOX", writable=False, access=PLAIN)
        inbox.open()
        with pytest.raises(InboxError, match="refused a command"):
            list(inbox.batches(range(1, 31)))
        inbox.close()


def test_large_folder_is_searched_in_windows() -> None:
    """200,000 letters, far apart, are listed whole: no answer is longer than the library reads."""
    uids = range(1_320_000_000, 1_320_000_000 + 200_000 * 7, 7)
    with ScriptedImap(uids) as server:
        inbox = Inbox(build_server(server), "INBOX", writable=False, access=PLAIN)
        inbox.open()
        everything = inbox.uids_after(0)
        since = inbox.uids_since(datetime(2026, 11, 1, tzinfo=UTC))
        newest = inbox.uids_after(uids[-2])
        nothing = inbox.uids_after(uids[-1])
        inbox.close()

    assert list(uids) == everything == since
    assert [uids[-1]] == newest
    assert [] == nothing


def test_sizes_are_asked_in_short_lines() -> None:
    """A FETCH names at most 200 UIDs, and a letter without a size comes alone."""
    with ScriptedImap(range(1, 451), instead={"UID FETCH 401": "{tag} OK none"}) as server:
        inbox = Inbox(build_server(server), "INBOX", writable=False, access=PLAIN)
        inbox.open()
        batches = list(inbox.batches(range(1, 451)))
        inbox.close()

    asked = [said.split()[2].count(",") + 1 for said in server.heard if "RFC822.SIZE" in said]
    assert [200, 200, 50] == asked
    assert [200, 200, *[1] * 50] == [len(batch) for batch in batches]


def test_password_beyond_ascii_goes_by_plain() -> None:
    """A user and password beyond ASCII go in UTF-8 by AUTHENTICATE PLAIN."""
    with ScriptedImap() as server:
        settings = build_server(server, "jürgen", password="schlüssel")
        with contextlib.closing(Inbox(settings, "INBOX", writable=False, access=PLAIN)) as inbox:
            assert inbox.open() is not None

    assert "\0jürgen\0schlüssel" in server.heard


def test_password_that_no_login_carries_is_told() -> None:
    """Without AUTHENTICATE PLAIN a password beyond ASCII is refused with the remedy."""
    with ScriptedImap(capabilities="") as server:
        settings = build_server(server, password="schlüssel")
        with pytest.raises(LoginRefusedError, match="choose a password in plain ASCII") as caught:
            Inbox(settings, "INBOX", writable=False, access=PLAIN).open()

    assert "schlüssel" not in str(caught.value)


def test_wrong_password_beyond_ascii_is_refused(dovecot: Dovecot, user: str) -> None:
    """Dovecot answers such a login, and it is a refused one."""
    settings = build_server(dovecot, user, password="schlüssel")
    with pytest.raises(LoginRefusedError, match="check user and password"):
        Inbox(settings, "INBOX", writable=False, access=PLAIN).open()


def test_user_is_quoted() -> None:
    """A user with a backslash or a space arrives as it was written."""
    with ScriptedImap() as server:
        settings = build_server(server, "SHOP\\li wei")
        with contextlib.closing(Inbox(settings, "INBOX", writable=False, access=PLAIN)) as inbox:
            inbox.open()

    assert f'LOGIN "SHOP\\\\li wei" "{PASSWORD}"' in server.heard


def test_strange_answer_is_told() -> None:
    """An answer that breaks the library's parser is a sentence, not an exception of its own."""
    for said in ("* SEARCH one two\r\n{tag} OK done", "* SEARCH 1\r\n* SEARCH 2\r\n{tag} OK done"):
        with ScriptedImap(instead={"UID SEARCH": said}) as server:
            inbox = Inbox(build_server(server), "INBOX", writable=False, access=PLAIN)
            inbox.open()
            with pytest.raises(InboxError, match="answer cannot be read"):
                inbox.uids_after(0)
            inbox.close()


def test_server_without_uidvalidity_is_told() -> None:
    """A SELECT without UIDVALIDITY is a sentence too."""
    with (
        ScriptedImap(instead={"EXAMINE": "* 0 EXISTS\r\n{tag} OK done"}) as server,
        pytest.raises(InboxError, match="answer cannot be read"),
    ):
        Inbox(build_server(server), "INBOX", writable=False, access=PLAIN).open()


def test_name_that_is_no_host_is_told(dovecot: Dovecot) -> None:
    """A host that no name can be is a sentence that says what to check."""
    settings = build_server(dovecot, tls="starttls", host="a..example")
    with pytest.raises(InboxError, match=r"check host|characters that cannot be sent"):
        Inbox(settings, "INBOX", writable=False, access=PLAIN).open()


def test_name_that_nobody_has_is_told(dovecot: Dovecot) -> None:
    """It is the name that is wrong, and no server that is down."""
    # Longer than any name may be, so that nobody outside is asked for it.
    settings = build_server(dovecot, tls="starttls", host=".".join(["x" * 50] * 6))
    with pytest.raises(InboxError, match=r"the host is not found \(.*\); check host"):
        Inbox(settings, "INBOX", writable=False, access=PLAIN).open()


def test_mistyped_folder_is_told_without_names(dovecot: Dovecot, user: str) -> None:
    """A folder that is not there is told with a hint; the others, often customers, are counted."""
    with dovecot.session(user) as client:
        client.create_folder("Miller, complaint")
    with pytest.raises(InboxError, match="no folder 'Sennt' among its") as near:
        Inbox(build_server(dovecot, user), "Sennt", writable=True, access=PLAIN).open()
    with pytest.raises(InboxError) as far:
        Inbox(build_server(dovecot, user), "Archive", writable=False, access=PLAIN).open()

    assert str(near.value).endswith("one of them differs by a letter or two")
    assert str(far.value).endswith("check folder and sent")
    assert "Miller" not in str(near.value) + str(far.value)


def test_folder_that_may_only_be_read_is_examined() -> None:
    """SELECT answered READ-ONLY falls back to EXAMINE, and the folder is not writable."""
    selected = "* 3 EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n{tag} OK [READ-ONLY] done"
    with ScriptedImap(instead={"SELECT": selected}) as server:
        inbox = Inbox(build_server(server), "INBOX", writable=True, access=PLAIN)
        folder = inbox.open()
        listed = inbox.uids_after(0)
        inbox.close()

    assert folder is not None
    assert not folder.writable
    assert [1, 2, 3] == listed


@pytest.mark.parametrize("tls", ["none", "implicit"])
def test_close_ends_an_open_that_hangs(tls: str) -> None:
    """Whoever waits for a server that says nothing is woken by close; nothing is left open."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        settings = Imap.model_validate(
            {"host": "127.0.0.1", "port": port, "tls": tls, "user": "li", "password": "x"}
        )
        inbox = Inbox(settings, "INBOX", writable=False, access=PLAIN)
        ended = _opening(inbox)
        peer, _ = silent.accept()
        with peer:
            time.sleep(0.2)
            inbox.close()

            assert ended.wait(2)
            peer.settimeout(2)
            while peer.recv(4096):
                pass


def test_close_ends_an_answer_that_does_not_come() -> None:
    """After the greeting too: a login that is never answered ends with close."""
    with ScriptedImap(instead={"LOGIN": "* OK wait"}) as server:
        inbox = Inbox(build_server(server, timeout="10s"), "INBOX", writable=False, access=PLAIN)
        ended = _opening(inbox)
        time.sleep(0.3)
        began = time.monotonic()
        inbox.close()

        assert ended.wait(2)
        assert time.monotonic() - began < 2


def test_nothing_is_connected_after_close(dovecot: Dovecot, user: str) -> None:
    """A connection that would come after close is refused, not leaked."""
    inbox = Inbox(build_server(dovecot, user), "INBOX", writable=False, access=PLAIN)
    inbox.close()
    with pytest.raises(InboxError, match="the connection was closed"):
        inbox.open()


def _opening(inbox: Inbox) -> threading.Event:
    """Open in a thread; the event is set once that has failed."""
    ended = threading.Event()

    def run() -> None:
        with contextlib.suppress(InboxError):
            inbox.open()
        ended.set()

    threading.Thread(target=run, daemon=True).start()
    return ended
