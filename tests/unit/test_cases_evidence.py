"""Our own mail and bounces prove what they prove, and no more."""

import pytest

from cases.evidence import NAMED_LIMIT, Dispatched, aliases, find_answered, is_copy, named
from cases.joining import Candidate
from cases.labels import Kind
from cases.states import CaseState
from cases.values import Letter

BUYER = "anna+ab12@marketplace.amazon.de"
ALIAS = "anna@marketplace.amazon.de"
BODY = "Dear customer,\n\nyou will have our answer by one o'clock.\n\nThe Shop\n"
SENT = Dispatched(message_id="<ack@us>", answers="<letter@them>", recipient=BUYER, body=BODY)


def own(**changes: object) -> Letter:
    """Return a letter of ours to Anna."""
    told = {"kind": Kind.OWN, "recipients": (BUYER,)} | changes
    return Letter(**told)  # type: ignore[arg-type]  # a builder of any field


def candidate(number: int = 1, /, **changes: object) -> Candidate:
    """Return an open case of Anna's."""
    told = {"case": number, "buyer": ALIAS, "state": CaseState.OPEN} | changes
    return Candidate(**told)  # type: ignore[arg-type]  # a builder of any field


@pytest.mark.parametrize(
    "seen",
    [
        {"message_id": "<ack@us>"},
        {"in_reply_to": ("<letter@them>",), "text": BODY},
        {"references": ("<letter@them>",), "text": BODY.replace("\n", "\r\n  ")},
        {"in_reply_to": ("<letter@them>",), "text": BODY.removesuffix("\n\nThe Shop\n")},
        {"in_reply_to": ("<letter@them>",), "text": f"Copy of your message:\n{BODY}"},
        {"in_reply_to": ("<letter@them>",), "text": BODY, "recipients": (ALIAS,)},
    ],
    ids=["id", "letter and words", "other blanks", "no signature", "wrapped", "without tag"],
)
def test_a_copy_is_known(seen: dict[str, object]) -> None:
    """By its Message-ID, or by letter, recipient and words where that was rewritten."""
    assert is_copy(own(**seen), SENT)


@pytest.mark.parametrize(
    "seen",
    [
        {"in_reply_to": ("<letter@them>",), "text": "We have sent it today."},
        {"in_reply_to": ("<letter@them>",), "text": "one o'clock"},
        {"in_reply_to": ("<letter@them>",), "text": ""},
        {"in_reply_to": ("<letter@them>",), "text": BODY, "recipients": ("ben@x.example",)},
        {"in_reply_to": ("<other@them>",), "text": BODY},
        {"text": BODY},
    ],
    ids=["other words", "few words", "no words", "other recipient", "other letter", "no letter"],
)
def test_a_persons_reply_is_no_copy(seen: dict[str, object]) -> None:
    """What a person writes to the same buyer is not taken for the acknowledgement."""
    assert not is_copy(own(**seen), SENT)


def test_a_letter_without_an_id_is_answered_by_nothing() -> None:
    """An acknowledgement of a letter without Message-ID is known by its own id alone."""
    blind = Dispatched(message_id="<ack@us>", answers=None, recipient=BUYER, body=BODY)

    assert not is_copy(own(text=BODY), blind)
    assert is_copy(own(message_id="<ack@us>"), blind)


def test_a_bounce_names_ids_wherever_they_stand() -> None:
    """Ids in the fields and in the returned text are found, within a bound."""
    many = " ".join(f"<{number}@x>" for number in range(1000))
    bounce = Letter(in_reply_to=("<a@x>",), references=("<b@x>",), text="about <c@x>", quoted=many)

    assert {"<a@x>", "<b@x>", "<c@x>"} <= named(bounce)
    assert 3 + NAMED_LIMIT == len(named(bounce))


def test_an_alias_has_no_tag() -> None:
    """An address stands for itself and for its form without the +tag, in lower case."""
    assert {BUYER, ALIAS} == aliases([BUYER.upper()])


@pytest.mark.parametrize(
    ("letter", "referred", "expected"),
    [
        (own(), {2}, 2),
        (own(order_ids=("302",)), set(), 1),
        (own(), set(), None),
        (own(recipients=()), {2}, 2),
        (own(recipients=()), set(), None),
        (own(recipients=("warehouse@us.example",)), {2}, None),
    ],
    ids=["reference", "order", "no hint", "blind copies", "nothing", "forwarded"],
)
def test_a_reply_finds_its_case(letter: Letter, referred: set[int], expected: int | None) -> None:
    """Of two open cases a reply answers the one it refers to, if it reaches the buyer."""
    both = [candidate(1, order_ids=frozenset({"302"})), candidate(2)]

    assert expected == find_answered(letter, both, referred)


def test_a_reply_answers_the_only_case_that_is_not_done() -> None:
    """Without any hint the alias is enough where one case is left."""
    done = candidate(1, state=CaseState.DONE)

    assert 2 == find_answered(own(), [done, candidate(2)], ())
    assert None is find_answered(own(), [done], ())


def test_a_case_without_a_buyer_is_answered_by_nobody() -> None:
    """What only a notice has opened waits for no mail of ours."""
    assert None is find_answered(own(), [candidate(buyer="")], ())


def test_a_delayed_mail_is_not_refused() -> None:
    """A delivery report that reports no failure names nothing."""
    delayed = Letter(
        kind=Kind.BOUNCE, kind_reason="delivery-progress", references=("<a@shop.example>",)
    )

    assert frozenset() == named(delayed)
