"""The tests' own Postfix does what the outbox is tested against."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.postfix import Postfix

MAIL = b"From: seller@shop.example\r\nSubject: Thank you\r\n\r\nWe will answer by noon.\r\n"


@contextmanager
def submission(postfix: Postfix, user: str, password: str = PASSWORD) -> Iterator[smtplib.SMTP]:
    """Lend a session after STARTTLS and AUTH."""
    trust = ssl.create_default_context(cafile=str(postfix.certificate))
    with smtplib.SMTP("localhost", postfix.port) as client:
        client.starttls(context=trust)
        client.login(user, password)
        yield client


def test_a_wrong_password_is_refused(postfix: Postfix) -> None:
    """Dovecot's SASL says 535 to a wrong password."""
    with (
        pytest.raises(smtplib.SMTPAuthenticationError) as refusal,
        submission(postfix, "seller@shop.example", "wrong"),
    ):
        pass

    assert 535 == refusal.value.smtp_code


def test_dsn_is_offered_and_auth_only_inside_tls(postfix: Postfix) -> None:
    """EHLO names STARTTLS and DSN at once, AUTH after STARTTLS alone."""
    trust = ssl.create_default_context(cafile=str(postfix.certificate))
    with smtplib.SMTP("localhost", postfix.port) as client:
        client.ehlo()
        before = set(client.esmtp_features)
        client.starttls(context=trust)
        client.ehlo()
        after = set(client.esmtp_features)

    assert (True, False, True) == ({"starttls", "dsn"} <= before, "auth" in before, "auth" in after)


def test_a_mail_reaches_the_inbox(postfix: Postfix, dovecot: Dovecot) -> None:
    """What is submitted is delivered by LMTP."""
    seller, buyer = dovecot.new_user(), dovecot.new_user("buyer")
    with submission(postfix, seller) as client:
        client.sendmail(seller, buyer, MAIL)

    assert [True] == [b"We will answer by noon." in mail for mail in postfix.delivered(buyer)]
    assert [] == dovecot.mails(seller, "Sent")


def test_a_copy_is_kept_in_sent(sent_keeping_postfix: Postfix, dovecot: Dovecot) -> None:
    """A provider that keeps Sent copies files one a mail, and none in the seller's INBOX."""
    seller, buyer = dovecot.new_user(), dovecot.new_user("buyer")
    with submission(sent_keeping_postfix, seller) as client:
        client.sendmail(seller, buyer, MAIL)

    assert (1, 0) == (len(sent_keeping_postfix.delivered(buyer)), len(dovecot.mails(seller)))
    assert 1 == len(dovecot.mails(seller, "Sent"))


@pytest.mark.parametrize(("name", "code"), [("refused", 550), ("deferred", 450)])
def test_a_recipient_is_turned_away(postfix: Postfix, name: str, code: int) -> None:
    """Two recipients of every domain get a 5yz and a 4yz at RCPT."""
    with (
        submission(postfix, "seller@shop.example") as client,
        pytest.raises(smtplib.SMTPRecipientsRefused) as refusal,
    ):
        client.sendmail("seller@shop.example", f"{name}@example.org", MAIL)

    assert code == refusal.value.recipients[f"{name}@example.org"][0]


def test_a_bounce_comes_back(postfix: Postfix, dovecot: Dovecot) -> None:
    """A mail that is taken and cannot be delivered returns as a delivery report."""
    seller = dovecot.new_user()
    with submission(postfix, seller) as client:
        client.sendmail(seller, "buyer@bounces.example", MAIL)

    assert [True] == [b"report-type=delivery-status" in mail for mail in postfix.delivered(seller)]
