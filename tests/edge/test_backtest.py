"""The look back over Dovecot: what would have been sent, withheld and kept, and nothing touched."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from replies.policy import HOURLY_TO_DOMAIN
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def monday() -> datetime:
    """The last Monday but one, 9 o'clock UTC: within office hours in Berlin."""
    today = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0)
    return today - (7 + today.weekday()) * DAY


@pytest.fixture
def installation(dovecot: Dovecot) -> Iterator[Installation]:
    """An installation that has never run; its SMTP server is not there."""
    with TemporaryDirectory(prefix="triaged-") as folder:
        made = Installation(
            folder=Path(folder), users=[dovecot.new_user()], imap_port=dovecot.port, smtp_port=1
        )
        made.settle = "3m"
        made.write_config()
        made.seal()
        yield made


def receive(dovecot: Dovecot, seller: str, buyer: str, at: datetime, **changes: str) -> None:
    """Let a letter of the past lie in the inbox; changes are build_letter's."""
    letter = build_letter(
        to=seller,
        buyer=buyer,
        date=at,
        message_id=f"<{buyer}-{at:%d%H%M}@relay.example>",
        **changes,
    )
    dovecot.append(seller, letter, at=at)


def answer(dovecot: Dovecot, seller: str, buyer: str, at: datetime) -> None:
    """Let a person's answer of the past lie in Sent."""
    reply = EmailMessage()
    reply["From"], reply["To"] = seller, f"{buyer}@marketplace.amazon.de"
    reply["Subject"], reply["Message-ID"] = "Re: Frage", f"<{buyer}-{at:%d%H%M}@shop.example>"
    reply["Date"] = at
    reply.set_content("Ihr Paket ist unterwegs.")
    dovecot.append(seller, reply.as_bytes(), "Sent", at=at)


def look_back(installation: Installation, *words: str) -> str:
    """Run the command; return what it prints."""
    done = installation.call("backtest", *words)
    assert 0 == done.returncode, done.stderr
    return done.stdout


class Page(HTMLParser):
    """What a browser would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep tags, and what they point at."""
        self.tags.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in {"src", "href"}}


def test_a_look_back_tells_what_would_have_been(
    installation: Installation, dovecot: Dovecot, monday: datetime
) -> None:
    """Each letter has its acknowledgement or its reason, its answer and its promise."""
    seller = installation.users[0]
    receive(dovecot, seller, "inquirer1kept00", monday)
    receive(dovecot, seller, "inquirer1kept00", monday + HOUR, text="Hallo? Wo bleibt das Paket?")
    answer(dovecot, seller, "inquirer1kept00", monday + 3 * HOUR)
    receive(dovecot, seller, "inquirer2late00", monday + HOUR, order="302-1234567-1234568")
    answer(dovecot, seller, "inquirer2late00", monday + 5 * DAY)
    receive(
        dovecot, seller, "inquirer3thank0", monday + HOUR, text="Alles angekommen, vielen Dank!"
    )
    receive(dovecot, seller, "inquirer4never0", monday + HOUR, order="", subject="<b>Hallo</b>")
    receive(dovecot, seller, "inquirer5away00", monday + HOUR, Auto_Submitted="auto-replied")
    minute = timedelta(minutes=1)
    receive(dovecot, seller, "inquirer6fast00", monday + HOUR, order="302-1234567-1234569")
    answer(dovecot, seller, "inquirer6fast00", monday + HOUR + minute)
    receive(dovecot, seller, "inquirer7parts0", monday + HOUR, order="", text="Hallo")
    receive(dovecot, seller, "inquirer7parts0", monday + HOUR + 2 * minute, order="")
    before = [dovecot.mails(seller), dovecot.mails(seller, "Sent")]

    page = installation.folder / "page.html"
    said = look_back(installation, "--json", "--since", "21d", "--output", str(page))
    told = json.loads(said)

    shown = {(one["sender"][:14], one["reason"], one["promise"]) for one in told["letters"]}
    assert {
        ("inquirer1kept0", "ok", "kept"),
        ("inquirer1kept0", "joined", "none"),
        ("inquirer2late0", "ok", "broken"),
        ("inquirer3thank", "thanks", "none"),
        ("inquirer4never", "ok", "broken"),
        ("inquirer5away0", "auto-reply", "none"),
        ("inquirer6fast0", "answered", "none"),
        ("inquirer7parts", "joined", "none"),
        ("inquirer7parts", "ok", "broken"),
    } == shown
    assert {"joined": 2, "thanks": 1, "auto-reply": 1, "answered": 1} == told["withheld"]
    assert before == [dovecot.mails(seller), dovecot.mails(seller, "Sent")]
    with dovecot.session(seller) as client:
        client.select_folder("INBOX", readonly=True)
        flags = {flag for found in client.get_flags(client.search()).values() for flag in found}
    assert set() == flags - {b"\\Recent"}
    assert not (installation.state / "triaged.db").exists()
    _check_page(page, told)


def test_a_letter_of_this_minute_is_judged_too(
    installation: Installation, dovecot: Dovecot
) -> None:
    """As if settle had passed: its acknowledgement is shown, and nothing is withheld."""
    seller = installation.users[0]
    receive(dovecot, seller, "inquirer8young0", datetime.now(UTC))
    told = json.loads(look_back(installation, "--json"))

    assert ["ok"] == [one["reason"] for one in told["letters"]]
    assert ({}, 0) == (told["withheld"], told["due"])


def test_what_is_held_for_a_while_still_waits(installation: Installation, dovecot: Dovecot) -> None:
    """More buyers of one domain than an hour takes: the others are due, as in the store."""
    seller, now = installation.users[0], datetime.now(UTC)
    for number in range(HOURLY_TO_DOMAIN + 2):
        receive(dovecot, seller, f"buyer{number}", now, domain="people.example", order="")
    told = json.loads(look_back(installation, "--json"))

    assert {"ok": HOURLY_TO_DOMAIN, "due": 2} == Counter(one["reason"] for one in told["letters"])
    assert ({}, 2) == (told["withheld"], told["due"])


def _check_page(path: Path, told: dict[str, Any]) -> None:
    """The page stands alone, is the owner's, and holds every text with its words escaped."""
    text = path.read_text(encoding="utf-8")
    parsed = Page()
    parsed.feed(text)

    assert 0o600 == path.stat().st_mode & 0o777
    assert {"script", "link", "img"}.isdisjoint(parsed.tags)
    assert set() == parsed.addresses
    assert "url(" not in text
    assert "&lt;b&gt;Hallo&lt;/b&gt;" in text
    for one in told["letters"]:
        if one["wording"]:
            first = one["wording"]["body"].splitlines()[0]
            assert re.search(re.escape(first).replace("'", "&#x27;"), text)


def test_a_mailbox_that_is_down_is_told(installation: Installation) -> None:
    """One sentence, and no page."""
    installation.imap_port = 1
    installation.write_config()
    done = installation.call("backtest")

    assert 69 == done.returncode
    assert "127.0.0.1:1" in done.stderr
