"""Which case a letter belongs to: the joining rule.

Order: the marketplace's case id; a reference to one of our own letters, from the same alias;
alias and order id; alias alone when exactly one of its cases is open; else a new case. A forged
reference joins nothing, because only the alias's own cases are candidates. A done case is
reopened within ``REOPEN_WITHIN``; later letters open a new case linked to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.labels import Kind
from cases.states import CaseState
from cases.values import Letter

#: Notices that only tell what happened: nobody has to do anything, so they open and join no case.
INFORMING: Final = frozenset({"sale", "shipped", "refund", "opt-out"})

#: How long after closing a letter still reopens the case instead of starting a linked one.
REOPEN_WITHIN: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A case that a letter might join, as the store sees it inside the filing transaction."""

    case: int
    #: The buyer's alias; "" for a case that a notice opened before the buyer wrote.
    buyer: str
    state: CaseState
    order_ids: frozenset[str] = frozenset()
    #: The marketplace's own case ids seen in it.
    case_ids: frozenset[str] = frozenset()
    #: Message-IDs that we sent in it.
    sent_ids: frozenset[str] = frozenset()
    opening: int = 1
    #: A person answered in the present opening.
    answered: bool = False
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """The decision: the case to join, or a new one, and the opening the letter falls into."""

    #: None opens a new case.
    case: int | None
    opening: int
    #: case-id, reference, order, alias, or new.
    why: str
    #: The old case that a new one is linked to.
    linked: int | None = None


def concerns_a_person(letter: Letter) -> bool:
    """Say whether somebody must act on ``letter``: a buyer's, or a notice that asks for it."""
    if letter.kind is Kind.NOTICE:
        return letter.notice is None or letter.notice.topic not in INFORMING
    return letter.kind is Kind.BUYER


def join(letter: Letter, candidates: Sequence[Candidate], now: datetime) -> Join:
    """Return where ``letter`` belongs among the ``candidates`` of its buyer and orders."""
    for why, found in _matches(letter, candidates):
        if found is None:
            continue
        if _expired(found, now):
            return Join(case=None, opening=1, why="new", linked=found.case)
        return Join(case=found.case, opening=_opening(found), why=why)
    return Join(case=None, opening=1, why="new")


def _matches(
    letter: Letter, candidates: Sequence[Candidate]
) -> tuple[tuple[str, Candidate | None], ...]:
    own = [one for one in candidates if letter.buyer and one.buyer == letter.buyer]
    orders = frozenset(letter.order_ids)
    # A notice has no alias of its own, and a case it opened waits for the buyer's: the order
    # joins them. Between two buyers an order id is not proof (quoted, mistyped, forged).
    by_order = (
        list(candidates)
        if letter.kind is Kind.NOTICE
        else own + [one for one in candidates if not one.buyer]
    )
    referred = frozenset((*letter.in_reply_to, *letter.references))
    undone = [one for one in own if one.state is not CaseState.DONE]
    return (
        ("case-id", _newest(one for one in own if letter.case_id in one.case_ids)),
        ("reference", _newest(one for one in own if referred & one.sent_ids)),
        ("order", _newest(one for one in by_order if orders & one.order_ids)),
        ("alias", undone[0] if len(undone) == 1 and _same_matter(orders, undone[0]) else None),
    )


def _same_matter(orders: frozenset[str], candidate: Candidate) -> bool:
    """Two different orders are two matters, even of one buyer."""
    return not orders or not candidate.order_ids


def _newest(found: Iterable[Candidate]) -> Candidate | None:
    """Prefer a case that is not done, then the youngest."""
    return max(found, key=lambda one: (one.state is not CaseState.DONE, one.case), default=None)


def _expired(candidate: Candidate, now: datetime) -> bool:
    return (
        candidate.state is CaseState.DONE
        and candidate.closed_at is not None
        and now - candidate.closed_at > REOPEN_WITHIN
    )


def _opening(candidate: Candidate) -> int:
    again = candidate.answered or candidate.state is CaseState.DONE
    return candidate.opening + 1 if again else candidate.opening
