"""Another robot gives itself away by marks, or by equal texts within minutes of their letters."""

from datetime import UTC, datetime, timedelta

import pytest

from cases.labels import Kind
from cases.robots import MANY, PROMPT, Heard, Robot, find_robot, see
from cases.values import Letter

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

AUTOMATIC = "Dear {name},\n\nwe have your letter of order {order} and reply within 24 hours.\n"


def ask(number: int) -> Letter:
    """Return a buyer's letter."""
    return Letter(message_id=f"<ask-{number}@x>", sender=f"buyer{number}+tag@relay.example")


def answer(
    number: int, *, text: str = AUTOMATIC, named: bool = False, marked: bool = False
) -> Letter:
    """Return what was sent to a buyer."""
    return Letter(
        kind=Kind.OWN,
        recipients=(f"buyer{number}@relay.example",),
        in_reply_to=(f"<ask-{number}@x>",) if named else (),
        vetoes=("auto-submitted",) if marked else (),
        text=text.format(name=f"buyer {number}", order=1000 + number),
    )


def found(sent: list[tuple[Letter, timedelta]]) -> Robot | None:
    """Look at answers, each so long after its letter; the letters came an hour apart."""
    heard = Heard()
    hour = timedelta(hours=1)
    for number in range(len(sent)):
        heard.hear(ask(number), NOW + number * hour)
    return find_robot(
        see(letter, NOW + number * hour + delay, heard)
        for number, (letter, delay) in enumerate(sent)
    )


@pytest.mark.parametrize("named", [True, False])
def test_equal_texts_within_minutes_are_a_robots(*, named: bool) -> None:
    """The greeting's name and the order's number make no other text."""
    sent = [(answer(number, named=named), MINUTE) for number in range(MANY)]

    assert Robot(marked=0, equal=MANY) == found(sent)


@pytest.mark.parametrize(
    "sent",
    [
        [],
        [(answer(number), MINUTE) for number in range(MANY - 1)],
        [(answer(number), PROMPT + MINUTE) for number in range(MANY)],
        [(answer(number, text=f"Dear you,\n{'ha' * number}"), MINUTE) for number in range(9)],
        [(answer(number + 50), MINUTE) for number in range(9)],
    ],
    ids=["nothing sent", "few", "late", "each another text", "to nobody who wrote"],
)
def test_people_are_no_robot(sent: list[tuple[Letter, timedelta]]) -> None:
    """Who writes few equal answers, or takes their time, or writes of their own accord."""
    assert None is found(sent)


def test_one_marked_answer_is_enough() -> None:
    """RFC 3834's marks leave no doubt."""
    assert Robot(marked=1, equal=0) == found([(answer(0, marked=True, named=True), 60 * MINUTE)])


def test_a_marked_mail_that_answers_nobody_is_no_rival() -> None:
    """A shop system's own notices go to nobody who wrote."""
    assert None is found([(answer(50, marked=True), MINUTE)])
