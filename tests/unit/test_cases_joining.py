"""A letter joins the case it belongs to, and no forged hint joins it to another."""

from datetime import UTC, datetime, timedelta

import pytest

from cases.joining import REOPEN_WITHIN, Candidate, Join, concerns_a_person, join
from cases.labels import Kind
from cases.states import CaseState
from cases.values import Letter, Notice

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ANNA = "anna@marketplace.amazon.de"


def letter(**changes: object) -> Letter:
    """Return a letter of Anna's."""
    return Letter(**({"buyer": ANNA} | changes))  # type: ignore[arg-type]  # a builder of any field


def candidate(number: int = 1, /, **changes: object) -> Candidate:
    """Return an open case of Anna's."""
    told = {"case": number, "buyer": ANNA, "state": CaseState.OPEN} | changes
    return Candidate(**told)  # type: ignore[arg-type]  # a builder of any field


def joined(written: Letter, *candidates: Candidate) -> tuple[int | None, str]:
    """Return the case and why."""
    found = join(written, candidates, NOW)
    return found.case, found.why


def test_without_candidates_a_letter_opens_a_case() -> None:
    """The first letter of a buyer is a new case in its first opening."""
    assert Join(case=None, opening=1, why="new") == join(letter(), [], NOW)


def test_each_hint_wins_over_the_weaker_ones() -> None:
    """Case id before reference before order before alias, each leading to another case."""
    hints = (
        candidate(1, case_ids=frozenset({"C"}), order_ids=frozenset({"x"})),
        candidate(2, sent_ids=frozenset({"<sent>"}), order_ids=frozenset({"y"})),
        candidate(3, order_ids=frozenset({"302"})),
    )
    said = {"case_id": "C", "references": ("<sent>",), "order_ids": ("302",)}

    assert (1, "case-id") == joined(letter(**said), *hints)
    assert (2, "reference") == joined(letter(**(said | {"case_id": None})), *hints)
    assert (3, "order") == joined(letter(order_ids=("302",)), *hints)
    assert (3, "alias") == joined(letter(), hints[2])


@pytest.mark.parametrize(
    "forged",
    [
        {"case_id": "C"},
        {"in_reply_to": ("<sent>",)},
        {"references": ("<sent>",)},
        {"order_ids": ("302",)},
        {},
    ],
)
def test_nothing_joins_another_buyers_case(forged: dict[str, object]) -> None:
    """Whatever a letter refers to, only its own alias's cases are open to it."""
    other = candidate(
        buyer="ben@marketplace.amazon.de",
        case_ids=frozenset({"C"}),
        sent_ids=frozenset({"<sent>"}),
        order_ids=frozenset({"302"}),
    )

    assert (None, "new") == joined(letter(**forged), other)


def test_an_alias_with_two_open_cases_decides_nothing() -> None:
    """Only a buyer's one open case is joined by the alias alone."""
    assert (None, "new") == joined(letter(), candidate(1), candidate(2))
    assert (1, "alias") == joined(letter(), candidate(1), candidate(2, state=CaseState.DONE))


def test_two_orders_are_two_matters() -> None:
    """A letter about another order does not join by its alias; one about none does."""
    one = candidate(order_ids=frozenset({"302"}))

    assert (None, "new") == joined(letter(order_ids=("303",)), one)
    assert (1, "alias") == joined(letter(), one)


def test_an_empty_alias_joins_nothing() -> None:
    """Letters without an alias have nobody in common."""
    assert (None, "new") == joined(letter(buyer=""), candidate(buyer=""))


def test_a_buyer_takes_over_what_a_notice_opened() -> None:
    """A case that waits under its order for the buyer is joined by the order."""
    opened = candidate(buyer="", order_ids=frozenset({"302"}))

    assert (1, "order") == joined(letter(order_ids=("302",)), opened)


def test_notices_that_only_inform_concern_nobody() -> None:
    """A sale or a shipment opens no case; what asks for an answer does."""
    topics = ("return", "claim", "other", "sale", "shipped")
    asking = [
        topic
        for topic in topics
        if concerns_a_person(letter(kind=Kind.NOTICE, notice=Notice(topic=topic)))
    ]

    assert ["return", "claim", "other"] == asking


def test_a_notice_joins_by_its_order() -> None:
    """A notice knows no alias; its order is the marketplace's own word."""
    notice = letter(kind=Kind.NOTICE, buyer="", order_ids=("302",))

    assert (1, "order") == joined(notice, candidate(order_ids=frozenset({"302"})))


def test_an_open_case_is_preferred_to_a_done_one() -> None:
    """Of two cases of an order the one that is not done is joined, else the younger."""
    done = candidate(2, state=CaseState.DONE, order_ids=frozenset({"302"}), closed_at=NOW)
    about = letter(order_ids=("302",))

    assert (1, "order") == joined(about, candidate(1, order_ids=frozenset({"302"})), done)
    assert (3, "order") == joined(about, candidate(3, order_ids=frozenset({"302"})), done)


@pytest.mark.parametrize(
    ("changes", "opening"),
    [({}, 2), ({"answered": True}, 3), ({"state": CaseState.DONE, "closed_at": NOW}, 3)],
    ids=["unanswered", "answered", "done"],
)
def test_an_opening_ends_with_an_answer(changes: dict[str, object], opening: int) -> None:
    """Unanswered letters share an opening; after an answer or the end a new one begins."""
    told = {"opening": 2, "order_ids": frozenset({"302"})} | changes
    found = join(letter(order_ids=("302",)), [candidate(**told)], NOW)

    assert opening == found.opening


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (REOPEN_WITHIN, Join(case=1, opening=2, why="order")),
        (
            REOPEN_WITHIN + timedelta(seconds=1),
            Join(case=None, opening=1, why="new", linked=1),
        ),
    ],
)
def test_a_done_case_is_reopened_for_a_while(age: timedelta, expected: Join) -> None:
    """Within thirty days a done case is reopened; later a new one is linked to it."""
    done = candidate(state=CaseState.DONE, closed_at=NOW - age, order_ids=frozenset({"302"}))

    assert expected == join(letter(order_ids=("302",)), [done], NOW)
