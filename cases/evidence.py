"""What our own mail and bounces prove: an acknowledgement left, came back, or a person answered.

A copy of an acknowledgement is known by its Message-ID; where a provider gives it another one, by
the letter it answers, its recipient and its words together, because a person's reply has the
first two as well. A letter of ours that names a buyer's letter but goes elsewhere (forwarded to a
warehouse, RFC 5322 3.6.4 keeps the references) answers nobody.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cases.joining import Candidate
from cases.states import CaseState
from cases.values import Letter

#: What the reading calls a report that a mail is delayed or was delivered.
DELIVERY_PROGRESS: Final = "delivery-progress"

#: So many Message-IDs are looked for in a bounce's text.
NAMED_LIMIT: Final = 50

_MESSAGE_ID: Final = re.compile(r"<[^<>\s@]{1,200}@[^<>\s@]{1,255}>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched:
    """An acknowledgement as it was committed before it went out."""

    message_id: str
    #: The Message-ID of the letter that it answers; None when that bears none.
    answers: str | None
    recipient: str
    body: str


def is_copy(letter: Letter, dispatched: Dispatched) -> bool:
    """Whether our own ``letter`` is this acknowledgement, seen again."""
    if letter.message_id == dispatched.message_id:
        return True
    return (
        dispatched.answers in (*letter.in_reply_to, *letter.references)
        and bool(_both(dispatched.recipient) & aliases(letter.recipients))
        and _same_words(letter.text, dispatched.body)
    )


def named(letter: Letter) -> frozenset[str]:
    """Return the Message-IDs that a bounce names, in its fields or in what it returns.

    A report that a mail is delayed or was delivered speaks of no failure and names none.
    """
    if letter.kind_reason == DELIVERY_PROGRESS:
        return frozenset()
    ids = [*letter.in_reply_to, *letter.references]
    for text in (letter.text, letter.quoted):
        ids += _MESSAGE_ID.findall(text)[:NAMED_LIMIT]
    return frozenset(ids)


def find_answered(
    letter: Letter, candidates: Sequence[Candidate], referred: Iterable[int]
) -> int | None:
    """Return the case that a person's ``letter`` answers; None when it answers none.

    ``referred`` are the cases with a letter that it names. The order: such a case; the buyer's
    case of an order it names; the buyer's only case that is not done.
    """
    to, orders, named_cases = aliases(letter.recipients), {*letter.order_ids}, {*referred}
    # A Sent copy without any recipient went to those who were copied in blind.
    reached = [one for one in candidates if (one.buyer in to if to else one.case in named_cases)]
    undone = [one for one in reached if one.state is not CaseState.DONE]
    for found in (
        [one for one in reached if one.case in named_cases],
        [one for one in undone if orders & one.order_ids],
        undone if len(undone) == 1 else [],
    ):
        if found:
            return max(one.case for one in found)
    return None


def aliases(addresses: Iterable[str]) -> frozenset[str]:
    """Return the addresses with and without their +tags."""
    return frozenset(form for address in addresses for form in _both(address))


def _both(address: str) -> frozenset[str]:
    local, at, domain = address.lower().rpartition("@")
    return frozenset({address.lower(), f"{local.partition('+')[0]}{at}{domain}"} - {""})


def _same_words(text: str, body: str) -> bool:
    """Compare without blanks; a signature may have been cut, but no more than that."""
    said, wrote = "".join(text.split()), "".join(body.split())
    return wrote in said or (said in wrote and 2 * len(said) >= len(wrote))
