"""Which rows stand under another key than the one that all is written under.

Everything that is encrypted belongs to a part: rows of one table, gone through by their number.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    Table,
    Text,
    and_,
    cast,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    type_coerce,
)

from store import searching
from store.cipher import MARK
from store.columns import is_unreadable
from store.encryption_protocol import PLAIN
from store.schema import (
    accounts,
    acknowledgements,
    bodies,
    cases,
    enclosures,
    letters,
    notes,
    replies,
    searches,
)
from store.transaction import Transaction

#: So many rows are found, and so rewritten, at once.
_ROWS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows of one table that are rewritten in the same way."""

    table: Table
    number: Column[int]
    #: With words; none is the contents.
    columns: tuple[str, ...] = ()
    #: Where the rows name no seller: the table of those that do, and what names its rows.
    owner: tuple[Table, Column[int]] | None = None


_ANSWERED: Final = (replies, enclosures.c.reply_id)

#: Who may log in; a store without letters may have them.
PEOPLE: Final = Part(table=accounts, number=accounts.c.id, columns=("secret",))

#: In the order in which they are gone through.
PARTS: Final = (
    PEOPLE,
    Part(table=letters, number=letters.c.id, columns=("verdict",)),
    Part(table=cases, number=cases.c.id, columns=("subject", "excerpt")),
    Part(table=acknowledgements, number=acknowledgements.c.id, columns=("subject", "body")),
    Part(table=replies, number=replies.c.id, columns=("subject", "body")),
    Part(table=enclosures, number=enclosures.c.id, columns=("name",), owner=_ANSWERED),
    Part(table=notes, number=notes.c.id, columns=("text",)),
    Part(table=bodies, number=bodies.c.letter_id, owner=(letters, bodies.c.letter_id)),
    Part(table=enclosures, number=enclosures.c.id, owner=_ANSWERED),
    # After the letters, whose words they are made of.
    Part(
        table=searches,
        number=searches.c.case_id,
        columns=("words",),
        owner=(cases, searches.c.case_id),
    ),
)


def query(tx: Transaction, part: Part, key: str, after: int) -> Select[int]:
    """Return the query for the next rows that do not stand under this key."""
    if part.columns:
        stray = or_(*(_is_astray(part.table.c[name], key) for name in part.columns))
    else:
        stray = func.coalesce(part.table.c.key_id, PLAIN) != key
    return (
        select(part.number)
        .where(part.number > after, is_ours(tx, part), stray)
        .order_by(part.number)
        .limit(_ROWS)
    )


def is_left(tx: Transaction, part: Part, key: str) -> bool:
    """Whether a row stands under another key; damaged words do for ever, and need none."""
    if not part.columns or part.table is searches:
        return tx.run(query(tx, part, key, 0).limit(1)).first() is not None
    after = 0
    while numbers := list(tx.run(query(tx, part, key, after)).scalars()):
        after = numbers[-1]
        for name in part.columns:
            column = part.table.c[name]
            kept = tx.run(select(column).where(part.number.in_(numbers), _is_astray(column, key)))
            if not all(is_unreadable(one) for one in kept.scalars()):
                return True
    return False


def goes_on(tx: Transaction, part: Part, end: int) -> bool:
    """Whether a part has rows behind this number."""
    return tx.run(select(part.number).where(part.number > end).limit(1)).first() is not None


def _is_astray(column: Column[Any], key: str) -> ColumnElement[bool]:
    if column is letters.c.verdict:
        # A document is encrypted as a JSON string.
        kept: ColumnElement[str] = cast(column, Text)
        mark = '"'
    elif column is searches.c.words:
        kept, mark = type_coerce(column, Text), searching.KEY_FACT
    else:
        kept, mark = type_coerce(column, Text), MARK
    if key == PLAIN:
        return kept.startswith(mark)
    end = "" if column is searches.c.words else ":"
    return and_(kept != literal("", Text), not_(kept.startswith(f"{mark}{key}{end}")))


def is_ours(tx: Transaction, part: Part) -> ColumnElement[bool]:
    """Return the condition that a row is this seller's; rows are gone through by their number.

    An index that begins with the seller would have all rows sorted for each step, and so would a
    list of all that are the seller's.
    """
    if part.owner is None:
        return func.nullif(part.table.c.seller, "") == tx.seller
    table, number = part.owner
    return exists().where(table.c.id == number, func.nullif(table.c.seller, "") == tx.seller)
