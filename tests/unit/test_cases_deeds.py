"""What people can do to a case, and what becomes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.deeds import (
    HOLD,
    Assign,
    Awaited,
    Close,
    Closing,
    Correct,
    Deed,
    Escalate,
    Hold,
    LetGo,
    Rate,
    Refusal,
    Reopen,
    Snooze,
    Standing,
    Wait,
    decide,
    wake,
)
from cases.doubts import expected
from cases.labels import Priority
from cases.opening import Opening
from cases.states import CaseState
from cases.values import Tag

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)


def standing(**changes: object) -> Standing:
    """Return an open case that is nobody's, about a late parcel."""
    default = Standing(
        state=CaseState.OPEN,
        answered=False,
        answered_at=None,
        closed_at=None,
        awaited=None,
        wake_at=None,
        assignee=None,
        holder=None,
        held_at=None,
        held_until=None,
        escalated_at=None,
        said=Opening(
            level=2,
            main_level=2,
            score=0.0,
            unsure=True,
            tags=("late-delivery", "refund"),
            given=(Tag(tag="late-delivery", by=("model",), score=0.6),),
            reasons=("second letter",),
            received=NOW,
        ),
    )
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field


def held(by: str, until: datetime = LATER) -> Standing:
    """Return a case on which somebody works."""
    return standing(holder=by, held_at=NOW - HOLD, held_until=until)


def after(deed: Deed, found: Standing, person: str = "li") -> Standing:
    """Return how the case stands after a deed that is done."""
    done = decide(found, deed, person, NOW)
    assert isinstance(done, Standing)
    return done


EVERY = (
    Hold(),
    LetGo(),
    Assign(to="li"),
    Snooze(until=LATER),
    Wait(on=Awaited.BUYER),
    Close(),
    Reopen(),
    Correct(tags=("damaged",)),
    Rate(priority=Priority.HIGH),
)


@pytest.mark.parametrize("deed", EVERY, ids=lambda deed: type(deed).__name__)
def test_nobody_works_on_what_another_holds(deed: Deed) -> None:
    """Whatever it is, it is refused while somebody else holds the case."""
    assert Refusal.HELD is decide(held("anna"), deed, "li", NOW)


@pytest.mark.parametrize("deed", [Escalate(), Hold(reason="she is ill")])
def test_some_deeds_go_before_a_hold(deed: Deed) -> None:
    """Help may be asked for by anybody, and a reason takes the case over."""
    assert isinstance(decide(held("anna"), deed, "li", NOW), Standing)


def test_a_hold_runs_out() -> None:
    """Who has done nothing for so long holds it no more."""
    assert "li" == after(Hold(), held("anna", until=NOW)).holder


def test_who_goes_on_keeps_when_they_began() -> None:
    """A hold that is made to last keeps its beginning."""
    done = after(Hold(), held("li"))

    assert (NOW - HOLD, NOW + HOLD) == (done.held_at, done.held_until)


def test_a_deed_makes_the_hold_last() -> None:
    """Who works on a case need not say again that they hold it."""
    rated = after(Rate(priority=Priority.HIGH), held("li", until=NOW + timedelta(minutes=1)))

    assert NOW + HOLD == rated.held_until


def test_a_case_that_is_over_is_let_go() -> None:
    """Done, snoozed and waiting, it is free for whoever takes it up next."""
    deeds = (Close(), Snooze(until=LATER), Wait(on=Awaited.WAREHOUSE, until=LATER))

    assert [None] * 3 == [after(deed, held("li")).holder for deed in deeds]


def test_what_is_settled_without_an_answer_has_none() -> None:
    """Closing stops the clocks and says nothing of an answer; taking up lets them run on."""
    closed = after(Close(why=Closing.NO_RESPONSE), standing())
    again = after(Reopen(), closed)

    assert (True, None, NOW) == (closed.answered, closed.answered_at, closed.closed_at)
    assert standing() == again


def test_what_was_answered_stays_answered() -> None:
    """Taking a case up again starts no clock that an answer has stopped."""
    closed = after(Close(), standing(answered=True, answered_at=NOW))

    assert after(Reopen(), closed).answered


@pytest.mark.parametrize(
    ("deed", "state"),
    [(Reopen(), CaseState.OPEN), (Close(), CaseState.DONE), (Snooze(until=LATER), CaseState.DONE)],
)
def test_a_deed_needs_its_state(deed: Deed, state: CaseState) -> None:
    """What is open cannot be taken up, what is done cannot be done or put off."""
    assert Refusal.FORBIDDEN is decide(standing(state=state), deed, "li", NOW)


@pytest.mark.parametrize("deed", [LetGo(), Assign(to=None), Escalate(on=False)])
def test_nothing_changes_twice(deed: Deed) -> None:
    """A deed that finds everything as it wants it says so."""
    assert Refusal.ALREADY is decide(standing(), deed, "li", NOW)


def test_a_correction_says_who_gave_each_tag() -> None:
    """A tag that was there keeps its givers and score, and gains the person."""
    said = after(Correct(tags=("damaged", "late-delivery")), standing()).said

    assert ("damaged", "late-delivery") == said.tags
    assert not said.unsure
    assert (
        Tag(tag="damaged", by=("person:li",)),
        Tag(tag="late-delivery", by=("model", "person:li"), score=0.6),
    ) == said.given


@pytest.mark.parametrize(
    ("tags", "level"), [(("safety",), 0), (("thanks",), 3), (("damaged", "refund"), 2)]
)
def test_a_correction_moves_what_must_move(tags: tuple[str, ...], level: int) -> None:
    """A hazard is urgent and thanks are low at once; else the priority stays."""
    assert level == after(Correct(tags=tags), standing()).said.level


@pytest.mark.parametrize("tags", [(), ("nonsense",), ("thanks", "refund"), ("refund", "refund")])
def test_a_correction_is_a_complete_set(tags: tuple[str, ...]) -> None:
    """What is no set of tags is refused before anything is asked."""
    with pytest.raises(ValueError, match=r"tag|alone"):
        Correct(tags=tags)


@pytest.mark.parametrize("deed", [Rate(priority=Priority.HIGH), Correct(tags=("safety",))])
def test_a_persons_word_ends_every_doubt(deed: Deed) -> None:
    """What the model expected beside the level is said no more, and the case stands as if sure."""
    found = standing()
    doubted = replace(
        found,
        said=replace(
            found.said, score=0.1, reasons=("may be high", "second letter", "may not be normal")
        ),
    )
    said = after(deed, doubted).said

    assert "second letter" in said.reasons
    assert not [reason for reason in said.reasons if reason.startswith("may ")]
    assert expected(said.level) == said.score


def test_a_priority_says_who_gave_it() -> None:
    """The row's reasons name the last person who gave it, once."""
    first = after(Rate(priority=Priority.URGENT), standing())
    second = after(Rate(priority=Priority.LOW), first, "anna")

    assert (3, ("priority set by anna", "second letter")) == (
        second.said.level,
        second.said.reasons,
    )


def test_spam_is_taught_too() -> None:
    """A case closed as spam has that tag."""
    assert ("spam",) == after(Close(why=Closing.SPAM), standing()).said.tags


def test_a_case_wakes_as_it_was() -> None:
    """It is open again, waits for nobody, and its clocks ran on."""
    asleep = after(Wait(on=Awaited.WAREHOUSE, until=LATER), standing())

    assert standing() == wake(asleep)
