"""One trouble is told once, again after a while, and once more when it is over."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.alarms import KINDS, Alarm, Kind
from cases.episodes import LEASE, RETRY, SETTLED, Episode, follow, is_ripe, settle, take

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
REPEAT = timedelta(hours=4)
BRAKE = Alarm(kind="brake-held", subject="all", sentence="Everything is held.")
SENDER = Alarm(kind="sender-failing", subject="de", sentence="The login is refused.")
GRAVE = Alarm(kind="case-grave", subject="7/1", sentence="Case 7.", case=7)


class Diary:
    """What is told of alarms, look by look."""

    def __init__(self) -> None:
        self.known: tuple[Episode, ...] = ()

    def look(self, *found: Alarm, at: timedelta, reached: bool = True) -> list[str]:
        """Look once, tell what is ripe, and return it: the kind, with an end "over"."""
        now = NOW + at
        self.known = follow(self.known, found, now)
        self.known, mine = take(self.known, lambda one: is_ripe(one, REPEAT, now), now)
        self.known = settle(self.known, mine, now, reached=reached)
        return [f"{one.alarm.kind}{' over' * one.is_over}" for one in mine]


def test_a_trouble_is_told_once_and_again_after_a_while() -> None:
    """At once where its kind has no patience; then when ``repeat`` has passed."""
    diary = Diary()

    assert ["brake-held"] == diary.look(BRAKE, at=timedelta(0))
    assert [] == diary.look(BRAKE, at=REPEAT - MINUTE)
    assert ["brake-held"] == diary.look(BRAKE, at=REPEAT)


def test_what_mends_itself_is_not_told() -> None:
    """Neither that it was there nor that it is over."""
    diary, patience = Diary(), KINDS["sender-failing"].patience
    diary.look(SENDER, at=timedelta(0))

    assert [] == diary.look(SENDER, at=patience - MINUTE)
    assert [] == diary.look(at=patience)
    assert [] == diary.look(at=patience + SETTLED)
    assert () == diary.known


def test_what_comes_and_goes_is_one_trouble() -> None:
    """A sender that rests, tries and rests again fails all the time."""
    diary, patience = Diary(), KINDS["sender-failing"].patience
    for minute in range(0, patience // MINUTE, 2):
        assert [] == diary.look(SENDER, at=minute * MINUTE)
        assert [] == diary.look(at=(minute + 1) * MINUTE)

    assert ["sender-failing"] == diary.look(SENDER, at=patience)
    assert [] == diary.look(at=patience + MINUTE)
    assert [] == diary.look(SENDER, at=patience + 2 * MINUTE)


def test_the_end_of_what_was_told_is_told_once() -> None:
    """When it was missed for a while; then it is forgotten."""
    diary = Diary()
    diary.look(BRAKE, at=timedelta(0))

    assert [] == diary.look(at=MINUTE)
    assert ["brake-held over"] == diary.look(at=MINUTE + SETTLED)
    assert () == diary.known
    assert ["brake-held"] == diary.look(BRAKE, at=MINUTE + SETTLED)


def test_what_is_once_and_for_all_has_neither_repetition_nor_end() -> None:
    """A case is told of once."""
    diary = Diary()

    assert ["case-grave"] == diary.look(GRAVE, at=timedelta(0))
    assert [] == diary.look(GRAVE, at=REPEAT)
    assert [] == diary.look(at=REPEAT + MINUTE)
    assert [] == diary.look(at=REPEAT + MINUTE + SETTLED)
    assert () == diary.known


def test_more_of_it_is_told_anew() -> None:
    """Less of it is not."""
    diary = Diary()
    diary.look(replace(BRAKE, size=2), at=timedelta(0))

    assert [] == diary.look(replace(BRAKE, size=1), at=MINUTE)
    assert ["brake-held"] == diary.look(replace(BRAKE, size=3), at=2 * MINUTE)


def test_what_reached_nobody_is_told_again() -> None:
    """After a rest, with what it says by then; so is an end."""
    diary = Diary()

    assert ["brake-held"] == diary.look(BRAKE, at=timedelta(0), reached=False)
    assert [] == diary.look(BRAKE, at=RETRY / 2)
    assert ["brake-held"] == diary.look(BRAKE, at=RETRY)
    diary.look(at=2 * MINUTE)
    assert ["brake-held over"] == diary.look(at=2 * MINUTE + SETTLED, reached=False)
    assert ["brake-held over"] == diary.look(at=2 * MINUTE + SETTLED + RETRY)


def test_only_one_tells_and_another_when_that_one_died() -> None:
    """Who takes an episode holds it for the lease."""
    known = follow((), [BRAKE], NOW)
    held, mine = take(known, lambda one: is_ripe(one, REPEAT, NOW), NOW)

    assert known == mine
    assert not is_ripe(held[0], REPEAT, NOW + LEASE - MINUTE)
    assert is_ripe(held[0], REPEAT, NOW + LEASE)


def test_what_comes_back_while_its_end_is_told_is_new() -> None:
    """Nobody is left believing that it is over."""
    gone = Episode(alarm=BRAKE, since=NOW, told_at=NOW, told_size=1, gone_at=NOW + MINUTE)
    later = NOW + MINUTE + SETTLED
    known, mine = take((gone,), lambda one: is_ripe(one, REPEAT, later), later)
    back = settle(follow(known, [BRAKE], later), mine, later, reached=True)

    assert (gone,) == mine
    assert (Episode(alarm=BRAKE, since=later, told_size=1),) == back
    assert is_ripe(back[0], REPEAT, later)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_remedy_is_a_sentence(kind: Kind) -> None:
    """Every kind says what to do."""
    remedy = kind.remedy

    assert remedy[0].isupper()
    assert remedy.endswith(".")
