"""The list of keys, and where a person puts others in their place."""

from starlette.responses import Response

from desk.desk import Desk, go
from desk.keys import KEYS, PREFIX, faults_of
from desk.visit import Visit


async def show(desk: Desk, visit: Visit) -> Response:
    """Show what each key does."""
    return desk.show(visit, "keys.html", keys=visit.keys, faults=())


async def change(desk: Desk, visit: Visit) -> Response:
    """Keep a person's own keys; with ``reset`` take the usual ones again."""
    person = visit.person
    if person is None:
        return go("/login")
    others = {
        name: value for name, value in person.preferences.items() if not name.startswith(PREFIX)
    }
    given = {name: " ".join(visit.given(name).split()) for name in KEYS}
    if not visit.given("reset"):
        if faults := faults_of(given):
            return desk.show(visit, "keys.html", status=422, keys=given, faults=faults)
        others |= {f"{PREFIX}{name}": key for name, key in given.items() if key != KEYS[name]}
    await desk.writer(lambda ledger: ledger.accounts.prefer(person.account, others))
    return go("/keys?said=account.chosen")
