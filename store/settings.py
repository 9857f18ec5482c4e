"""Settings: what an installation remembers by name, with who and when.

``mode`` is live or shadow, a store without one is in shadow; ``pause`` holds why nothing leaves,
"" when nothing is paused; ``key`` is the secret behind our Message-IDs.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select

from store.events import Event, EventName, record
from store.schema import settings
from store.transaction import Transaction

MODE: Final = "mode"
PAUSE: Final = "pause"
LIVE: Final = "live"
SHADOW: Final = "shadow"

#: Whose values may stand in an event; any other may be a secret.
_TOLD: Final = frozenset({MODE, PAUSE})


_MODE_AND_PAUSE: Final = select(settings.c.name, settings.c.value).where(
    settings.c.seller == bindparam("seller"), settings.c.name.in_([MODE, PAUSE])
)


def get(tx: Transaction, name: str) -> str | None:
    """Return what is kept under ``name``."""
    value: str | None = tx.run(
        select(settings.c.value).where(settings.c.seller == tx.seller, settings.c.name == name)
    ).scalar()
    return value


def is_live(tx: Transaction) -> bool:
    """Whether acknowledgements may leave: mode live, and no pause."""
    kept = tx.pairs(_MODE_AND_PAUSE, {"seller": tx.seller})
    return kept.get(MODE) == LIVE and not kept.get(PAUSE)


def set_default(tx: Transaction, name: str, value: str, who: str, now: datetime) -> str:
    """Keep ``value`` unless something is kept already; return what is kept."""
    row = {"seller": tx.seller, "name": name, "value": value, "who": who, "at": now}
    if tx.insert_new(settings, [row], "name"):
        _tell(tx, name, value, who, now)
    kept = get(tx, name)
    return value if kept is None else kept


def put(tx: Transaction, name: str, value: str, who: str, now: datetime) -> None:
    """Keep ``value`` under ``name``, with who and when."""
    statement = tx.insert(settings).values(
        seller=tx.seller, name=name, value=value, who=who, at=now
    )
    then = statement.excluded
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "name"],
            set_={"value": then.value, "who": then.who, "at": then.at},
        )
    )
    _tell(tx, name, value, who, now)


def _tell(tx: Transaction, name: str, value: str, who: str, now: datetime) -> None:
    fields = {"name": name, **({"value": value} if name in _TOLD else {})}
    record(tx, [Event(at=now, name=EventName.SETTING_CHANGED, who=who, fields=fields)])
