"""By what a batch of letters finds its cases: buyers, orders, Message-IDs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cases.evidence import aliases, named
from cases.labels import Kind
from cases.values import Letter
from store.columns import KEY_LENGTH

#: So many references of a letter are followed.
REFERENCE_LIMIT: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What may lead from a batch of letters to cases."""

    #: Aliases of buyers who write, or whom we write to.
    buyers: frozenset[str]
    orders: frozenset[str]
    #: The marketplaces' own case ids.
    case_ids: frozenset[str]
    #: Message-IDs of ours that buyers answer.
    answered: frozenset[str]
    #: Message-IDs of ours that our own mail or a bounce names.
    sent: frozenset[str]
    #: Message-IDs of letters that we answer.
    heard: frozenset[str]

    @property
    def long(self) -> list[str]:
        """The values that an index does not take whole."""
        everything = self.buyers.union(
            self.orders, self.case_ids, self.answered, self.sent, self.heard
        )
        return [value for value in everything if len(value) > KEY_LENGTH]


def look_for(batch: Iterable[Letter]) -> Wanted:
    """Return by what the cases of these letters are found."""
    buyers: set[str] = set()
    orders: set[str] = set()
    case_ids: set[str] = set()
    answered: set[str] = set()
    sent: set[str] = set()
    heard: set[str] = set()
    for letter in batch:
        match letter.kind:
            case Kind.BUYER | Kind.NOTICE:
                buyers.add(letter.buyer)
                orders.update(letter.order_ids)
                case_ids.add(letter.case_id or "")
                answered |= referred(letter)
            case Kind.OWN:
                buyers |= aliases(letter.recipients)
                heard |= referred(letter)
                sent |= referred(letter) | {letter.message_id or ""}
            case Kind.BOUNCE:
                sent |= named(letter)
                orders.update(letter.order_ids)
    return Wanted(
        buyers=frozenset(buyers - {""}),
        orders=frozenset(orders),
        case_ids=frozenset(case_ids - {""}),
        answered=frozenset(answered),
        sent=frozenset(sent - {""}),
        heard=frozenset(heard),
    )


def referred(letter: Letter) -> frozenset[str]:
    """Return the Message-IDs that a letter answers, the newest ones where they are many."""
    return frozenset((*letter.in_reply_to, *letter.references)[-REFERENCE_LIMIT:])
