"""The whole way over Dovecot and Postfix: a letter in, one acknowledgement out, a case."""

import email
import email.policy
import re
import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from cases.states import AckState
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.servers.postfix import Postfix


@pytest.fixture
def buyer(dovecot: Dovecot) -> str:
    """A buyer's relay address, whose mail arrives in a mailbox of its own."""
    return dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")


def _parse(raw: bytes) -> EmailMessage:
    parsed = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def _wait_for_idle(live: Installation, watches: int = 2) -> None:
    wait_until(
        lambda: live.log.exists() and live.log.read_text().count('"mailbox.ready"') >= watches,
        "the daemon did not open its folders",
    )
    time.sleep(0.5)


def test_german_letter_is_acknowledged_and_queued(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """A letter that lands in a live mailbox is answered once, announced by IDLE alone."""
    local = buyer.partition("@")[0]
    seller = live.users[0]
    # Far beyond the test's patience: only IDLE can bring the letter in time.
    live.poll = "10m"
    live.write_config()
    live.start()
    _wait_for_idle(live)
    dovecot.append(seller, build_letter(to=seller, buyer=local, message_id="<one@relay.example>"))
    live.wait_until_settled(1)

    answers = [_parse(raw) for raw in postfix.delivered(buyer)]
    assert 1 == len(answers)
    (answer,) = answers
    assert buyer == answer["To"]
    assert "auto-replied" == answer["Auto-Submitted"]
    assert "<one@relay.example>" == answer["In-Reply-To"]
    assert answer["Subject"].startswith("Re: Frage von Amazon-Kunde Jana")
    assert seller.partition("@")[2] == answer["Message-ID"].rpartition("@")[2].rstrip(">")
    assert "triaged" not in str(answer).lower()
    body = answer.get_content()
    assert "302-1234567-1234567" in body
    (ack,) = live.acks()
    assert AckState.SENT is ack.state
    assert ack.promised_at is not None
    # The buyer reads Berlin's wall time; what is stored is the same moment.
    assert re.search(r"\d{1,2}:\d{2}", body)
    assert ack.body is not None
    assert ack.body.split() == body.split()
    shown = live.call("queue")
    assert 0 == shown.returncode, shown.stderr
    assert "late-delivery" in shown.stdout
    assert "1 1\n" == live.call("queue", "--count").stdout
    assert 0 == live.stop()


def test_two_letters_of_one_buyer_are_one_matter(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """Two letters of one buyer in one FETCH make one case and one acknowledgement."""
    local = buyer.partition("@")[0]
    seller = live.users[0]
    for number in range(2):
        dovecot.append(
            seller, build_letter(to=seller, buyer=local, message_id=f"<{number}@relay.example>")
        )
    live.start()
    live.wait_until_settled(2)
    live.stop()

    assert {"open": 1} == _some(live.counts().cases)
    assert 1 == len(postfix.delivered(buyer))


def test_one_letter_in_two_mailboxes_is_one_letter(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """The same letter delivered to two mailboxes makes one case and one acknowledgement."""
    local = buyer.partition("@")[0]
    users = [dovecot.new_user(), dovecot.new_user()]
    letter = build_letter(to=", ".join(users), buyer=local, message_id="<twice@relay.example>")
    for user in users:
        dovecot.append(user, b"Delivered-To: " + user.encode() + b"\r\n" + letter)
    live.users = users
    live.write_config()
    done = live.run("run", "--once")

    assert (0, "") == (done.returncode, done.stdout)
    assert {"open": 1} == _some(live.counts().cases)
    assert {"filed": 1} == _some(live.counts().letters)
    assert 1 == len(postfix.delivered(buyer))


def test_shadow_sends_and_writes_nothing(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """In shadow mode the folder is only examined, nothing is sent, and the case says so."""
    seller = live.users[0]
    live.mode = "shadow"
    live.write_config()
    dovecot.append(seller, build_letter(to=seller, buyer=buyer.partition("@")[0]))
    live.start()
    live.wait_until_settled(1)
    live.stop()

    (ack,) = live.acks()
    assert (AckState.WITHHELD, "shadow") == (ack.state, ack.reason)
    assert [] == postfix.delivered(buyer)
    with dovecot.session(seller) as client:
        client.select_folder("INBOX", readonly=True)
        (flags,) = client.get_flags(client.search()).values()
    assert set() == set(flags) - {b"\\Recent"}


def test_live_marks_what_was_filed(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    r"""In live mode the server shows tags as keywords and high ones flagged, never \Seen."""
    seller = live.users[0]
    dovecot.append(
        seller,
        build_letter(
            to=seller,
            buyer=buyer.partition("@")[0],
            text="Das ist die dritte Mail! Sie haben mir den falschen Artikel geschickt.",
        ),
    )
    live.start()
    live.wait_until_settled(1)
    wait_until(lambda: b"triaged-wrong-item" in _flags(dovecot, seller), "no keyword was set")
    live.stop()

    flags = _flags(dovecot, seller)
    assert b"\\Flagged" in flags
    assert b"\\Seen" not in flags
    assert 1 == len(postfix.delivered(buyer))


def _wait_for_filing(live: Installation) -> None:
    wait_until(
        lambda: live.log.exists() and '"letter.filed"' in live.log.read_text(),
        "the letter was not filed",
    )


def _answer(dovecot: Dovecot, seller: str, buyer: str, asked: str) -> None:
    """Let a person answer from a mail client: a copy lies in Sent."""
    reply = EmailMessage()
    reply["From"] = seller
    reply["To"] = buyer
    reply["Subject"] = "Re: Frage"
    reply["Message-ID"] = "<person@shop.example>"
    reply["In-Reply-To"] = asked
    reply["Date"] = datetime.now(UTC)
    reply.set_content("Ihr Paket ist unterwegs.")
    dovecot.append(seller, reply.as_bytes(), "Sent")


def test_answer_while_stopped_is_heard_first(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """What a person answered while the service was down is read before anything is sent."""
    seller = live.users[0]
    live.settle = "4s"
    live.write_config()
    dovecot.append(
        seller,
        build_letter(to=seller, buyer=buyer.partition("@")[0], message_id="<q@relay.example>"),
    )
    live.start()
    _wait_for_filing(live)
    live.stop()
    _answer(dovecot, seller, buyer, "<q@relay.example>")
    time.sleep(4)
    live.start()
    live.wait_until_settled(2)
    live.stop()

    (ack,) = live.acks()
    assert (AckState.WITHHELD, "answered") == (ack.state, ack.reason)
    assert [] == postfix.delivered(buyer)


def test_letter_and_answer_found_together(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """A letter and a person's answer that both wait at the first start are no acknowledgement."""
    seller = live.users[0]
    dovecot.append(
        seller,
        build_letter(to=seller, buyer=buyer.partition("@")[0], message_id="<q@relay.example>"),
    )
    _answer(dovecot, seller, buyer, "<q@relay.example>")
    done = live.run("run", "--once")

    assert 0 == done.returncode, done.stderr
    assert [("withheld", "answered")] == [(ack.state, ack.reason) for ack in live.acks()]
    assert [] == postfix.delivered(buyer)


def test_answer_in_sent_stops_the_acknowledgement(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """A person's reply in Sent before the acknowledgement left withholds it and stops clocks."""
    seller = live.users[0]
    live.settle = "6s"
    live.write_config()
    live.start()
    _wait_for_idle(live)
    letter = build_letter(
        to=seller, buyer=buyer.partition("@")[0], message_id="<asked@relay.example>"
    )
    dovecot.append(seller, letter)
    _wait_for_filing(live)
    _answer(dovecot, seller, buyer, "<asked@relay.example>")
    live.wait_until_settled(2)
    live.stop()

    (ack,) = live.acks()
    assert (AckState.WITHHELD, "answered") == (ack.state, ack.reason)
    assert [] == postfix.delivered(buyer)


def test_servers_down_at_start_recover(
    live: Installation, buyer: str, dovecot: Dovecot, postfix: Postfix
) -> None:
    """IMAP and SMTP that cannot be reached at start are told, and serve later without a restart."""
    seller = live.users[0]
    dovecot.stop()
    postfix.stop()
    try:
        live.start()
        wait_until(
            lambda: live.log.exists() and '"mailbox.failed"' in live.log.read_text(),
            "the failure was not told",
        )
    finally:
        dovecot.start()
        postfix.start()
    dovecot.append(seller, build_letter(to=seller, buyer=buyer.partition("@")[0]))
    live.wait_until_settled(1)

    assert 0 == live.stop()
    assert 1 == len(postfix.delivered(buyer))
    assert "Traceback" not in live.log.read_text()


def _some(counts: dict[str, int]) -> dict[str, int]:
    return {state: number for state, number in counts.items() if number}


def _flags(dovecot: Dovecot, user: str) -> set[bytes]:
    with dovecot.session(user) as client:
        client.select_folder("INBOX", readonly=True)
        return {flag for flags in client.get_flags(client.search()).values() for flag in flags}
