"""What was said of the mode, by whom and when."""

from datetime import timedelta
from functools import partial

from structlog.testing import capture_logs

from cases.brake import Brake
from cases.modes import Canary, Mode, ModeChange, Permit
from daemon.sending.holds import Holds
from store.protocol import Ledger, Store
from store.writer import Writer
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


async def test_a_service_tells_every_change_between_two_looks(store: Store) -> None:
    """Also one that was taken back before it looked again; a mode that is said twice is none."""
    live, shadow, approve = (Permit(mode=mode) for mode in (Mode.LIVE, Mode.SHADOW, Mode.APPROVE))
    store.write(lambda ledger: ledger.set_default("mode", "live", "config.toml", NOW))
    writer = Writer(store)
    holds = Holds(Brake(times=0, floor=0, first_week=0), writer, lambda: None, lambda: NOW)
    with capture_logs() as told:
        await holds.look()
        for hours, permit in enumerate((shadow, live), start=1):
            at = NOW + timedelta(hours=hours)
            store.write(partial(change, ModeChange(permit=permit, who=LI, at=at)))
        await holds.look()
        for hours, permit in enumerate((live, approve, shadow), start=3):
            at = NOW + timedelta(hours=hours)
            store.write(partial(change, ModeChange(permit=permit, who=MO, at=at)))
        await holds.look()
        await holds.look()
    await writer.close()

    assert [
        ("live", "shadow", LI),
        ("shadow", "live", LI),
        ("live", "approve", MO),
        ("approve", "shadow", MO),
    ] == [(one["before"], one["mode"], one["who"]) for one in told]
