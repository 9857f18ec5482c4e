"""Where a person keeps the queue as it is chosen now, or lets it go again."""

from starlette.responses import Response

from desk.desk import Desk, go
from desk.filters import read_choice
from desk.saved import saved, toggle
from desk.visit import Visit


async def change(desk: Desk, visit: Visit) -> Response:
    """Keep the view that the form names; one that is kept already is let go."""
    person = visit.account
    if person is None:
        return go("/login")
    choice = read_choice({name: visit.given(name) for name in visit.form})
    kept = toggle(person.preferences, choice)
    await desk.writer(lambda ledger: ledger.accounts.prefer(person.account, kept))
    said = "queue.kept" if choice in saved(kept) else "queue.let-go"
    address = choice.address
    return go(f"{address}{'&' if '?' in address else '?'}said={said}")
