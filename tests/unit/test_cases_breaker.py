"""Breaker and brake: pure decisions on what was counted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest

from cases.brake import Brake, Volume
from cases.breaker import Sign, follow, is_tripped, judge_correction, suspects
from cases.pauses import EVERYTHING, Pause, Scope, Subject, is_held, names
from cases.values import Tag, Triage

NOW: Final = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
WEEK: Final = timedelta(weeks=1)
SAID: Final = Triage(tags=(Tag(tag="refund", by=("model",)),), say_it=True)


def sends_until_tripped(scope: Scope, signs: list[Sign], limit: int = 10_000) -> int | None:
    """Return after how many signs, given again and again, a subject is paused."""
    total = 0.0
    for number in range(limit):
        total = follow(total, signs[number % len(signs)])
        if is_tripped(scope, total):
            return number + 1
    return None


@pytest.mark.parametrize(
    ("scope", "signs", "expected"),
    [
        (Scope.TEMPLATE, [Sign.REFUSED], 5),
        (Scope.TEMPLATE, [Sign.BOUNCED], 5),
        (Scope.SHOP, [Sign.REFUSED], 10),
        (Scope.MAILBOX, [Sign.OPTED_OUT], 10),
        (Scope.PROVIDER, [Sign.REFUSED], 20),
        (Scope.TEMPLATE, [Sign.CORRECTED], 10),
        (Scope.MODEL, [Sign.CORRECTED], 20),
        # Each was accepted too: one corrected in three is borne, two in three are not.
        (Scope.TEMPLATE, [Sign.ACCEPTED] * 3 + [Sign.CORRECTED], None),
        (Scope.MODEL, [Sign.ACCEPTED] * 3 + [Sign.CORRECTED] * 2, 185),
        (Scope.TEMPLATE, [Sign.ACCEPTED], None),
        # One in five is borne, one in two is not.
        (Scope.TEMPLATE, [*[Sign.ACCEPTED] * 4, Sign.REFUSED], None),
        (Scope.TEMPLATE, [Sign.REFUSED, Sign.ACCEPTED], 13),
    ],
)
def test_breaker(scope: Scope, signs: list[Sign], expected: int | None) -> None:
    """What fails altogether is stopped after as many sends as its threshold, and no sooner."""
    assert expected == sends_until_tripped(scope, signs)


def test_the_past_does_not_delay_the_breaker() -> None:
    """A template that went well a thousand times is stopped as soon as a new one."""
    total = 0.0
    for _ in range(1000):
        total = follow(total, Sign.ACCEPTED)

    assert 0.0 == total


@pytest.mark.parametrize(
    ("triage", "before", "after", "expected"),
    [
        (SAID, None, "damaged", Sign.CORRECTED),
        (SAID, None, "refund", None),
        (SAID, "damaged", "return", None),
        (SAID, "damaged", "refund", Sign.UPHELD),
        (SAID, "damaged", None, Sign.UPHELD),
        (replace(SAID, say_it=False), None, "damaged", None),
        (replace(SAID, unsure=True), None, "damaged", None),
    ],
)
def test_a_correction_counts_once_and_against_what_was_said(
    triage: Triage, before: str | None, after: str | None, expected: Sign | None
) -> None:
    """A text that spoke of no matter is not suspected, nor one that was corrected already."""
    assert expected is judge_correction(triage, before, after)


def test_a_correction_suspects_template_and_model() -> None:
    """What was misread is nobody's doing who only sends it."""
    everything = {Subject(scope=scope, name="x") for scope in Scope}
    found = {one.scope for one in suspects(everything, Sign.CORRECTED)}

    assert {Scope.TEMPLATE, Scope.MODEL} == found
    assert everything == suspects(everything, Sign.BOUNCED)


BRAKE: Final = Brake(times=10, floor=200, first_week=10_000)


@pytest.mark.parametrize(
    ("volume", "expected"),
    [
        (Volume(), 10_000),
        (Volume(busiest=5, first=NOW - WEEK / 2), 10_000),
        (Volume(busiest=5, first=NOW - WEEK), 200),
        (Volume(busiest=60, first=NOW - WEEK), 600),
        (Volume(busiest=2000, first=NOW - WEEK / 2), 20_000),
    ],
)
def test_brake(volume: Volume, expected: int) -> None:
    """Ten times the busiest hour, and a floor, which is higher in the first week."""
    assert expected == BRAKE.ceiling(volume, NOW)


def test_an_open_brake_never_grips() -> None:
    """With ``times = 0`` there is no end."""
    assert None is Brake(times=0, floor=1, first_week=1).ceiling(Volume(), NOW)


def test_a_pause_holds_what_it_names() -> None:
    """A subject, or everything; and nothing else."""
    shop = Subject(scope=Scope.SHOP, name="main")
    paused = [Pause(subject=shop, since=NOW, who="li")]

    assert is_held(paused, {shop, Subject(scope=Scope.MAILBOX, name="de")})
    assert not is_held(paused, {Subject(scope=Scope.MAILBOX, name="main")})
    assert is_held([Pause(subject=EVERYTHING, since=NOW, who="li")], ())
    assert {"main"} == names(paused, Scope.SHOP)


def test_a_pause_ends_by_itself() -> None:
    """At the time it names."""
    pause = Pause(subject=EVERYTHING, since=NOW, until=NOW + WEEK, who="li")

    assert [True, False] == [pause.is_on(NOW), pause.is_on(NOW + WEEK)]
