"""How cases stand, read under lock and written back: what people can change of them."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeEngine

from cases.deeds import Awaited, Standing
from cases.states import CaseState
from store.cases import clocks, read_opening, write_opening
from store.columns import Document, Given, Instant, milliseconds
from store.schema import cases
from store.transaction import Row, Transaction

#: A document is the same on every database.
_ANY: Final = DefaultDialect()

_PLAIN: Final = tuple(field.name for field in fields(Standing) if field.name != "said")


def lock(tx: Transaction, numbers: Collection[int]) -> dict[int, Standing]:
    """Return how these cases stand, and hold them until the transaction ends."""
    rows = tx.run(
        select(cases)
        .where(cases.c.seller == tx.seller, cases.c.id.in_(numbers))
        .order_by(cases.c.id)
        .with_for_update(key_share=True)
    )
    return {row["id"]: read(row) for row in rows.mappings()}


def change(tx: Transaction, case: int, changed: Mapping[str, Any]) -> None:
    """Write some columns of a case that is locked."""
    tx.run(update(cases).where(cases.c.seller == tx.seller, cases.c.id == case).values(**changed))


def read(row: Row) -> Standing:
    """Return how the case of a row stands."""
    values = {name: row[name] for name in _PLAIN}
    awaited = values["awaited"]
    return Standing(
        **values
        | {
            "state": CaseState(values["state"]),
            "awaited": Awaited(awaited) if awaited else None,
            "said": read_opening(row),
        }
    )


def columns(standing: Standing) -> dict[str, Any]:
    """Return every column of a case that stands so."""
    plain = {name: getattr(standing, name) for name in _PLAIN}
    said = standing.said
    return plain | write_opening(said) | clocks(said, answered=standing.answered)


def difference(before: Standing, after: Standing) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the columns in which two standings differ: of the one, and of the other."""
    old, new = columns(before), columns(after)
    changed = [name for name, value in new.items() if value != old[name]]
    return {name: old[name] for name in changed}, {name: new[name] for name in changed}


def pack(changed: Mapping[str, Any]) -> dict[str, Any]:
    """Return columns as a document keeps them."""
    return {name: _pack(cases.c[name].type, value) for name, value in changed.items()}


def unpack(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return columns from what ``pack`` made."""
    return {name: _unpack(cases.c[name].type, value) for name, value in kept.items()}


def _pack(kind: TypeEngine[Any], value: Any) -> object:  # noqa: ANN401 - of any column
    if isinstance(value, datetime):
        return milliseconds(value)
    if isinstance(kind, Given | Document):
        return kind.process_bind_param(value, _ANY)
    return value


def _unpack(kind: TypeEngine[Any], value: Any) -> object:  # noqa: ANN401 - of any column
    if isinstance(kind, Instant | Given):
        return kind.process_result_value(value, _ANY)
    return value
