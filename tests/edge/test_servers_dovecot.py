"""The tests' own Dovecot does what the inbox is tested against."""

import ssl

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from tests.servers.dovecot import PASSWORD, Dovecot

MAIL = b"From: buyer@example.org\r\nSubject: Where is it?\r\n\r\nWhere is my order?\r\n"


def test_a_wrong_password_is_refused(dovecot: Dovecot) -> None:
    """Any name is a user, and only the one password opens it."""
    with (
        IMAPClient("127.0.0.1", dovecot.port, ssl=False) as client,
        pytest.raises(LoginError),
    ):
        client.login(dovecot.new_user(), "wrong")


def test_a_certificate_of_ours_is_shown(dovecot: Dovecot) -> None:
    """The TLS port is trusted by who trusts the server's own certificate."""
    trust = ssl.create_default_context(cafile=str(dovecot.certificate))
    with IMAPClient("localhost", dovecot.tls_port, ssl_context=trust) as client:
        client.login(dovecot.new_user(), PASSWORD)

        assert {"INBOX", "Sent"} == {name for _, _, name in client.list_folders()}


def test_sent_is_marked_as_such(dovecot: Dovecot) -> None:
    """The Sent mailbox is found by its special use."""
    with dovecot.session(dovecot.new_user()) as client:
        assert "Sent" == client.find_special_folder(b"\\Sent")


def test_keywords_are_kept(dovecot: Dovecot) -> None:
    """A keyword of ours on a mail is there in the next session."""
    user = dovecot.new_user()
    dovecot.append(user, MAIL)
    with dovecot.session(user) as client:
        client.select_folder("INBOX")
        client.add_flags([1], ["triaged-late-delivery"])
    with dovecot.session(user) as client:
        client.select_folder("INBOX", readonly=True)

        assert [1] == client.search(["KEYWORD", "triaged-late-delivery"])


def test_users_are_apart(dovecot: Dovecot) -> None:
    """What is appended for one user is that user's alone, byte for byte."""
    seller, other = dovecot.new_user(), dovecot.new_user()
    dovecot.append(seller, MAIL)

    assert ([MAIL], []) == (dovecot.mails(seller), dovecot.mails(other))


def test_a_stop_ends_idle_sessions_and_a_start_keeps_mail(dovecot: Dovecot) -> None:
    """A client in IDLE sees the connection end; afterwards its mail is there at the same port."""
    user = dovecot.new_user()
    dovecot.append(user, MAIL)
    with IMAPClient("127.0.0.1", dovecot.port, ssl=False) as client:
        client.login(user, PASSWORD)
        client.select_folder("INBOX")
        client.idle()
        dovecot.stop()
        try:
            last_words = client.socket().makefile("rb").read()
        finally:
            dovecot.start()
        client.shutdown()

    assert (b"", [MAIL]) == (last_words, dovecot.mails(user))
