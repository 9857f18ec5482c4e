"""Approaches: whom our people wrote to of their own accord, and when first.

Somebody whom ours wrote to before they ever wrote to us is no customer who asks for something: a
supplier, a carrier, an applicant. A reply of ours is no approach.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select

from cases.evidence import aliases
from cases.values import Letter
from store.schema import approaches, cases, letters
from store.transaction import Transaction


def remember(tx: Transaction, written: Sequence[tuple[Letter, datetime]]) -> None:
    """Keep whom these letters of our people, each with its time, approach; the earliest stays."""
    first: dict[str, datetime] = {}
    for letter, at in written:
        if not (letter.vetoes or letter.in_reply_to or letter.references):
            for address in aliases(letter.recipients):
                first[address] = min(at, first.get(address, at))
    if not first:
        return
    statement = tx.insert(approaches)
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "address"],
            set_={"at": statement.excluded.at},
            where=statement.excluded.at < approaches.c.at,
        ),
        [{"seller": tx.seller, "address": one, "at": at} for one, at in sorted(first.items())],
    )


def before_letters(tx: Transaction, buyers: Collection[str]) -> dict[str, datetime]:
    """Return, by buyer, when ours approached them, of those who had written nothing before."""
    if not buyers:
        return {}
    approached = tx.pairs(
        select(approaches.c.address, approaches.c.at).where(
            approaches.c.seller == tx.seller, approaches.c.address.in_(buyers)
        )
    )
    if not approached:
        return {}
    first = (
        select(func.min(letters.c.received))
        .where(letters.c.seller == tx.seller, letters.c.case_id == cases.c.id)
        .scalar_subquery()
    )
    found = select(cases.c.buyer, first.label("first")).where(
        cases.c.seller == tx.seller, cases.c.buyer.in_(approached)
    )
    for buyer, heard in tx.run(found):
        if heard is not None and heard <= approached.get(buyer, heard):
            approached.pop(buyer, None)
    return approached
