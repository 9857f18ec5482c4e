"""What a look back amounts to, and the page that shows it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.labels import Kind, Priority
from cases.values import Wording
from desk.backtest_page import draw_page
from desk.rehearsed import Look, Outcome, Rehearsed, by_hour, first_answer, group

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)

ACKNOWLEDGED = Rehearsed(
    received=NOW - 10 * HOUR,
    mailbox="main",
    zone="Europe/Berlin",
    kind=Kind.BUYER,
    sender="a@relay.example",
    subject="Wo ist es?",
    excerpt="Wo bleibt <mein> Paket?",
    tags=("late-delivery",),
    priority=Priority.HIGH,
    language="de",
    reason="ok",
    wording=Wording(
        template="late-delivery",
        language="de",
        subject="Re: Wo ist es?",
        body="Guten Tag & danke",
        promised_by=NOW - 2 * HOUR,
    ),
    sent_at=NOW - 10 * HOUR,
    limit_at=NOW + 14 * HOUR,
)
WITHHELD = replace(ACKNOWLEDGED, reason="thanks", wording=None, sent_at=None)


def look(*letters: Rehearsed) -> Look:
    """Return a look back at these."""
    return Look(since=NOW - 48 * HOUR, now=NOW, mailboxes=("main",), letters=letters)


def promising(at: datetime | None) -> Rehearsed:
    """Return an acknowledgement that states this time."""
    assert ACKNOWLEDGED.wording is not None
    return replace(ACKNOWLEDGED, wording=replace(ACKNOWLEDGED.wording, promised_by=at))


@pytest.mark.parametrize(
    ("one", "answered", "expected"),
    [
        (ACKNOWLEDGED, NOW - 3 * HOUR, Outcome.KEPT),
        (ACKNOWLEDGED, NOW - 2 * HOUR, Outcome.KEPT),
        (ACKNOWLEDGED, NOW - HOUR, Outcome.BROKEN),
        (ACKNOWLEDGED, None, Outcome.BROKEN),
        (promising(NOW + HOUR), None, Outcome.OPEN),
        (promising(None), NOW - HOUR, Outcome.NONE),
        (WITHHELD, NOW - HOUR, Outcome.NONE),
    ],
)
def test_a_promise_is_kept_broken_or_open(
    one: Rehearsed, answered: datetime | None, expected: Outcome
) -> None:
    """By when a person really answered, and what is not over is not broken."""
    assert expected is replace(one, answered_at=answered).outcome(NOW)


def test_figures_are_those_of_the_letters() -> None:
    """Of people's letters, of those acknowledged, and of the reasons of the others."""
    robot = replace(WITHHELD, kind=Kind.AUTO_REPLY, reason="auto-reply")
    past = promising(NOW + 15 * HOUR)
    seen = look(ACKNOWLEDGED, past, WITHHELD, WITHHELD, robot)

    assert (4, 2) == (len(seen.buyers), len(seen.sent))
    assert {"thanks": 2, "auto-reply": 1} == dict(seen.withheld())
    assert (past,) == seen.beyond_limit()
    assert {Outcome.KEPT: 0, Outcome.BROKEN: 1, Outcome.OPEN: 1} == dict(seen.outcomes())
    assert ["thanks", "auto-reply", "late-delivery"] == list(
        group((ACKNOWLEDGED, WITHHELD, WITHHELD, robot))
    )


def test_what_still_waits_is_not_withheld() -> None:
    """It is counted by itself, and the page says so under its own head."""
    seen = look(ACKNOWLEDGED, WITHHELD, replace(WITHHELD, reason="due"))
    page = "".join(draw_page(seen))

    assert {"thanks": 1} == dict(seen.withheld())
    assert ["due"] == [one.reason for one in seen.due]
    assert page.index("Withheld, by reason") < page.index("Still waiting to leave")
    assert "Still waiting" not in "".join(draw_page(look(ACKNOWLEDGED, WITHHELD)))


def test_the_median_is_of_what_was_answered() -> None:
    """Letters without an answer have no time of answer."""
    answered = [replace(WITHHELD, answered_at=NOW - number * HOUR) for number in (1, 2, 9)]

    assert 8 * HOUR == first_answer([*answered, WITHHELD])
    assert None is first_answer([WITHHELD])


def test_hours_are_the_shops() -> None:
    """Ten in the morning UTC is eleven in Berlin, on a Monday."""
    counts = by_hour([(NOW, "Europe/Berlin"), (NOW, "UTC")])

    assert (1, 1, 2) == (counts[0][11], counts[0][10], sum(map(sum, counts)))


def test_the_page_escapes_what_people_wrote() -> None:
    """No word of a letter is taken for the page's own."""
    page = "".join(draw_page(look(ACKNOWLEDGED, replace(WITHHELD, subject="<script>x</script>"))))

    assert "Wo bleibt &lt;mein&gt; Paket?" in page
    assert "Guten Tag &amp; danke" in page
    assert "<script" not in page
    assert "thanks" in page


def test_an_empty_look_back_is_a_page_too() -> None:
    """A new mailbox has nothing to show, and divides nothing by zero."""
    assert "letters that people wrote" in "".join(draw_page(look()))
