"""What was said of the mode, by whom and when."""

from datetime import timedelta
from functools import partial

from cases.modes import Canary, Mode, ModeChange, Permit
from store.protocol import Ledger, Store
from tests.store.builders import NOW

LI, MO = "command:li", "command:mo"


def change(said: ModeChange, ledger: Ledger) -> None:
    """Have the mode changed as it was said."""
    ledger.change_mode(said.permit, said.who, said.at)


def test_every_change_of_mode_is_kept_with_who_and_when(store: Store) -> None:
    """The first one as well, and which shops a canary was of."""
    canary = Permit(mode=Mode.CANARY, canary=Canary(first=20, shops=frozenset({"main"})))
    said = [
        ModeChange(permit=Permit(mode=Mode.SHADOW), who="config.toml", at=NOW),
        ModeChange(permit=canary, who=LI, at=NOW + timedelta(hours=1)),
        ModeChange(permit=Permit(mode=Mode.LIVE), who=MO, at=NOW + timedelta(hours=2)),
        ModeChange(permit=canary, who=LI, at=NOW + timedelta(hours=3)),
    ]
    store.write(lambda ledger: ledger.set_default("mode", "shadow", "config.toml", NOW))
    store.write(lambda ledger: ledger.set("brake", NOW.isoformat(), MO, NOW))
    for one in said[1:]:
        store.write(partial(change, one))

    assert tuple(said) == store.read(lambda ledger: ledger.mode_history())
    assert said[-1] == store.read(lambda ledger: ledger.mode_said())


def test_a_store_without_a_mode_has_no_history(store: Store) -> None:
    """Nobody said anything yet."""
    assert None is store.read(lambda ledger: ledger.mode_said())
    assert () == store.read(lambda ledger: ledger.mode_history())
