"""Two cases of one matter made one, and one case of two matters made two.

Either takes the other back: for half a minute the page that follows offers it. What was merged and
is split again gets a new number.
"""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cases.numbers import read_number, read_numbers
from desk.desk import Desk, go
from desk.outcomes import report_query
from desk.visit import Visit
from store.desk_values import Outcome
from store.protocol import Ledger


async def merge(desk: Desk, visit: Visit) -> Response:
    """Make the case that the form names part of the one in the address."""
    into, now, name = int(visit.request.path_params["case"]), visit.now, visit.name
    other = read_number(visit.given("case"))

    def work(ledger: Ledger) -> tuple[Outcome, list[int]]:
        goes = ledger.case(other, now)
        letters = [one.letter for one in goes.letters] if goes else []
        return ledger.desk.merge(into, other, name, now), letters

    outcome, letters = await desk.writer(work)
    return go(f"/case/{into}?{report_query('merge', [outcome], now, letters=letters)}")


async def split(desk: Desk, visit: Visit) -> Response:
    """Make a case of the letters that the form names; show it.

    Raises:
        HTTPException: 404, there is no such case.
    """
    case, now, name = int(visit.request.path_params["case"]), visit.now, visit.name
    chosen = read_numbers(visit.all_given("letter"))
    if await desk.writer.read(lambda ledger: ledger.case(case, now)) is None:
        raise HTTPException(404)
    outcome = await desk.writer(lambda ledger: ledger.desk.split(case, chosen, name, now))
    return go(f"/case/{outcome.case}?{report_query('split', [outcome], now, origin=case)}")
