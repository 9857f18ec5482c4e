"""Settings: what an installation remembers by name, with who and when.

``mode`` is one of cases/modes.py, a store without one is in shadow; ``canary`` holds what belongs
to the mode of this name; ``key`` is the secret behind our Message-IDs, encrypted where there is a
key to the store; ``restored-at`` is when the store was put back from a backup.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select, update

from cases.modes import Canary, Mode, ModeChange, Permit
from store.cipher import MARK, in_use, is_encrypted
from store.events import Event, EventName, flush, record
from store.schema import events, settings
from store.transaction import Transaction

MODE: Final = "mode"
CANARY: Final = "canary"
RESTORED_AT: Final = "restored-at"
KEY: Final = "key"

#: What the secret is encrypted as a part of.
_PLACE: Final = "settings.key"

#: Whose values may stand in an event; any other may be a secret.
_TOLD: Final = frozenset({MODE, CANARY, RESTORED_AT})


_PERMIT: Final = select(settings.c.name, settings.c.value).where(
    settings.c.seller == bindparam("seller"),
    settings.c.name.in_([MODE, CANARY, RESTORED_AT]),
)


def get(tx: Transaction, name: str) -> str | None:
    """Return what is kept under ``name``; raise ``DamagedError`` for a secret that was altered."""
    value = _read_raw(tx, name)
    if name != KEY or value is None or not is_encrypted(value):
        return value
    return in_use().decrypt_text(value, _PLACE)


def is_astray(tx: Transaction, key: str) -> bool:
    """Whether the secret stands under another key than the one of this id; "" is none."""
    value = _read_raw(tx, KEY)
    if value is None:
        return False
    return is_encrypted(value) if not key else not value.startswith(f"{MARK}{key}:")


def renew(tx: Transaction) -> None:
    """Write the secret anew, as it is kept now; raise ``DamagedError``."""
    value = get(tx, KEY)
    if value is not None:
        tx.run(
            update(settings)
            .where(settings.c.seller == tx.seller, settings.c.name == KEY)
            .values(value=_keep(KEY, value))
        )


def permit(tx: Transaction) -> Permit:
    """Return the mode with what belongs to it; one that nobody knows lets nothing out."""
    return _read(tx.pairs(_PERMIT, {"seller": tx.seller}))


def mode_said(tx: Transaction) -> ModeChange | None:
    """Return the present mode with who said it and when; None where none is kept."""
    row = tx.run(
        select(settings.c.who, settings.c.at).where(
            settings.c.seller == tx.seller, settings.c.name == MODE
        )
    ).first()
    return None if row is None else ModeChange(permit=permit(tx), who=row.who, at=row.at)


def mode_history(tx: Transaction) -> tuple[ModeChange, ...]:
    """Return what was said of the mode, oldest first."""
    flush(tx)
    rows = tx.run(
        select(events.c.who, events.c.at, events.c.fields)
        .where(
            events.c.seller == tx.seller,
            events.c.case_id.is_(None),
            events.c.name == EventName.SETTING_CHANGED,
        )
        .order_by(events.c.id)
    )
    said: list[ModeChange] = []
    for row in rows:
        name, value = row.fields["name"], row.fields.get("value", "")
        if name == MODE:
            said.append(ModeChange(permit=_read({MODE: value}), who=row.who, at=row.at))
        elif name == CANARY and said:
            # Written right after its mode (``change_mode``).
            said[-1] = replace(said[-1], permit=_read({MODE: Mode.CANARY, CANARY: value}))
    return tuple(said)


def change_mode(tx: Transaction, wanted: Permit, who: str, now: datetime) -> None:
    """Keep another mode with what belongs to it."""
    put(tx, MODE, wanted.mode, who, now)
    if wanted.mode is Mode.CANARY:
        put(tx, CANARY, _write_canary(wanted.canary), who, now)


def set_default(tx: Transaction, name: str, value: str, who: str, now: datetime) -> str:
    """Keep ``value`` unless something is kept already; return what is kept."""
    row = {"seller": tx.seller, "name": name, "value": _keep(name, value), "who": who, "at": now}
    if tx.insert_new(settings, [row], "name"):
        _tell(tx, name, value, who, now)
    kept = get(tx, name)
    return value if kept is None else kept


def put(
    tx: Transaction, name: str, value: str, who: str, now: datetime, *, told: bool = True
) -> None:
    """Keep ``value`` under ``name``, with who and when; ``told`` writes an event of it."""
    statement = tx.insert(settings).values(
        seller=tx.seller, name=name, value=_keep(name, value), who=who, at=now
    )
    then = statement.excluded
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "name"],
            set_={"value": then.value, "who": then.who, "at": then.at},
        )
    )
    if told:
        _tell(tx, name, value, who, now)


def _keep(name: str, value: str) -> str:
    cipher = in_use()
    if name != KEY or cipher.writing is None:
        return value
    return MARK + cipher.encrypt_text(value, _PLACE)


def _read_raw(tx: Transaction, name: str) -> str | None:
    value: str | None = tx.run(
        select(settings.c.value).where(settings.c.seller == tx.seller, settings.c.name == name)
    ).scalar()
    return value


def _read(kept: Mapping[str, str]) -> Permit:
    mode = kept.get(MODE)
    return Permit(
        mode=Mode(mode) if mode in set(Mode) else Mode.SHADOW,
        canary=_read_canary(kept.get(CANARY)),
        restored_at=datetime.fromisoformat(kept[RESTORED_AT]) if RESTORED_AT in kept else None,
    )


def _write_canary(canary: Canary) -> str:
    return json.dumps(
        {
            "first": canary.first,
            "shops": sorted(canary.shops),
            "mailboxes": sorted(canary.mailboxes),
        }
    )


def _read_canary(kept: str | None) -> Canary:
    if not kept:
        return Canary()
    said = json.loads(kept)
    return Canary(
        first=said["first"],
        shops=frozenset(said["shops"]),
        mailboxes=frozenset(said["mailboxes"]),
    )


def _tell(tx: Transaction, name: str, value: str, who: str, now: datetime) -> None:
    fields = {"name": name, **({"value": value} if name in _TOLD else {})}
    record(tx, [Event(at=now, name=EventName.SETTING_CHANGED, who=who, fields=fields)])
