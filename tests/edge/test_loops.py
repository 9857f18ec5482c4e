"""Machines that answer machines, and buyers who write on and on: the caps, over the real pipeline.

The six variants of five letters in a day stand in docs/reference/promises.md; a test holds that
page equal to what really happens.
"""

import email
import email.policy
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import pytest

from replies.policy import DAILY_TO_ADDRESS, HOURLY_TO_DOMAIN
from tests.desk_simulation import Desk
from tests.letters_builder import build_letter

NOW: Final = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
OURS: Final = "service@shop.example"
PAGE: Final = Path("docs/reference/promises.md")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk of ours on a Monday morning."""
    async with Desk(folder=tmp_path, address=OURS, now=NOW) as opened:
        yield opened


def write(
    sender: str, to: str, now: datetime, text: str = "Where is my parcel? It is late."
) -> EmailMessage:
    """Return a mail that bears no mark of a machine."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = "Your request"
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{now.timestamp()}.{sender}>"
    mail.set_content(text)
    return mail


def answer(raw: bytes, sender: str, now: datetime) -> bytes:
    """Return what a desk without any mark of a machine says to a mail of ours."""
    asked = email.message_from_bytes(raw, policy=email.policy.default)
    mail = write(sender, str(asked["From"]), now, "We have your message and will answer it soon.")
    mail["In-Reply-To"] = str(asked["Message-ID"])
    return mail.as_bytes()


async def test_two_of_our_desks_end_at_the_first_answer(desk: Desk, tmp_path: Path) -> None:
    """Each of two desks reads all that the other sends, for an hour: one answer, and no more."""
    other = Desk(folder=tmp_path / "other", address="help@peer.example", now=NOW)
    async with other:
        desk.hear(write(other.address, OURS, NOW).as_bytes())
        for _ in range(15):
            for mine, theirs in ((desk, other), (other, desk)):
                for raw in await mine.wait(4 * MINUTE):
                    theirs.hear(raw)

    assert (1, 0) == (len(desk.sent), len(other.sent))


async def test_a_desk_without_marks_gets_one_answer(desk: Desk) -> None:
    """A peer that acknowledges everything, and shows no sign of a machine, ends as soon."""
    desk.hear(write("help@peer.example", OURS, NOW).as_bytes())
    for _ in range(15):
        for raw in await desk.wait(4 * MINUTE):
            desk.hear(answer(raw, "help@peer.example", desk.now))

    assert 1 == len(desk.sent)


async def test_a_responder_that_changes_its_address_meets_the_cap(desk: Desk) -> None:
    """New address and no References each time: the domain's cap of an hour, and no more."""
    desk.hear(write("robot-0@peer.example", OURS, NOW).as_bytes())
    for number in range(1, 15):
        for _ in await desk.wait(4 * MINUTE):
            for branch in "ab":
                sender = f"robot-{number}{branch}{desk.heard}@peer.example"
                desk.hear(write(sender, OURS, desk.now).as_bytes())

    assert HOURLY_TO_DOMAIN == len(desk.sent)


async def test_an_address_meets_its_cap(desk: Desk) -> None:
    """One address with a new matter every hour: the cap of a day, and no more."""
    for number in range(20):
        text = f"Where is order 302-{number:07}-1234567? It is late."
        desk.hear(write("anna@mail.example", OURS, desk.now, text).as_bytes())
        await desk.wait(HOUR)

    assert DAILY_TO_ADDRESS == len(desk.sent)


BUYER: Final = "buyerfiveletters"
LATE: Final = "Wo bleibt mein Paket? Es ist zu spät."
FIRE: Final = "Der Akku hat gebrannt, ich habe mich am Finger verletzt!"
THANKS: Final = "Vielen Dank, alles bestens!"
ORDER: Final = "302-1234567-1234567"

#: What is written, after how many hours each; what happens in between is said by the name.
VARIANTS: Final = {
    "within three minutes": (0.0, [LATE] * 5),
    "the same question again and again": (5.0, [LATE] * 5),
    "a person of ours answers each": (5.0, [LATE] * 5),
    "each about another order": (5.0, [LATE] * 5),
    "the third tells of an injury": (5.0, [LATE, LATE, FIRE, LATE, LATE]),
    "all are thanks": (5.0, [THANKS] * 5),
}


async def five_letters(desk: Desk, name: str) -> list[str]:
    """Let one buyer write five letters; return what became of each."""
    hours, texts = VARIANTS[name]
    fates = []
    for number, text in enumerate(texts):
        order = f"302-{number:07}-1234567" if "order" in name else ORDER
        letter = build_letter(
            to=OURS,
            buyer=BUYER,
            order=order,
            text=text,
            date=desk.now,
            message_id=f"<letter-{number}@relay.example>",
        )
        filed = desk.hear(letter)
        sent = await desk.wait(7 * MINUTE if hours else timedelta(seconds=30))
        fates.append("sent" if sent else filed.acknowledgement)
        if "person" in name:
            desk.hear(_reply(desk, number), "Sent")
        desk.now += hours * HOUR - 7 * MINUTE if hours else timedelta()
    if await desk.wait(7 * MINUTE):
        fates[0] = "sent"
    views = {one.letter: one for one in desk.store.read(lambda ledger: ledger.acks(99))}
    reasons = [view.reason for view in views.values() if view.reason]
    return [
        f"withheld: {reasons.pop()}" if fate == "due" and reasons else fate.replace(":", ": ")
        for fate in fates
    ]


def _reply(desk: Desk, number: int) -> bytes:
    mail = write(OURS, f"{BUYER}@marketplace.amazon.de", desk.now, "Es kommt morgen an.")
    mail["In-Reply-To"] = f"<letter-{number}@relay.example>"
    return mail.as_bytes()


async def table(folder: Path) -> str:
    """Return the lines of the page."""
    lines = ["| five letters of one buyer | first | second | third | fourth | fifth |"]
    lines.append("|---|---|---|---|---|---|")
    for place, name in enumerate(VARIANTS):
        async with Desk(folder=folder / str(place), address=OURS, now=NOW) as desk:
            lines.append(f"| {name} | {' | '.join(await five_letters(desk, name))} |")
    return "\n".join(lines) + "\n"


async def test_the_page_shows_what_five_letters_get(tmp_path: Path) -> None:
    """docs/reference/promises.md has exactly these lines."""
    page = PAGE.read_text(encoding="utf-8")
    shown = page.partition("<!-- five letters -->\n")[2].partition("<!-- end -->")[0]

    assert await table(tmp_path) == shown
