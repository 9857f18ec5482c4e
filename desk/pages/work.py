"""What people do to cases: one form's fields, one case or many; then back to where they were."""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cases.numbers import read_numbers
from desk.buttons import LONGEST, Asked, arranged, read_deed, toggled
from desk.desk import Desk, go
from desk.filters import read_choice
from desk.gate import safe_next
from desk.outcomes import amend, report_query
from desk.visit import Visit
from store.desk_values import Outcome
from store.protocol import Ledger

#: Cases that one form may name.
_MOST = 200
#: The field that says to whom, on whom or how urgent, where the form has several.
_FIELDS = {"assign": "person", "wait": "on", "rate": "priority"}
#: The deeds after which a person wants the next case.
_FINISHING = frozenset({"done", "no-response", "spam", "snooze", "wait"})


async def do(desk: Desk, visit: Visit) -> Response:
    """Do what the form asks to the cases that it names, 200 at most.

    Raises:
        HTTPException: 400, what it asks is no deed, or lacks what the deed needs.
    """
    now, name, back = visit.now, visit.name, safe_next(visit.given("back"))
    cases = read_numbers(visit.all_given("case"))[:_MOST]
    asked = Asked(
        do=visit.given("do"),
        to=visit.given(_FIELDS.get(visit.given("do"), "to")),
        until=visit.given("until"),
        reason=visit.given("reason").strip(),
        tags=visit.all_given("tag"),
    )
    if asked.do == "note":
        return await _note(desk, visit, cases, back)
    if asked.do in {"tag", "toggle"}:
        asked = await _complete(desk, visit, asked, cases)
    deed = read_deed(asked, now, ZoneInfo(desk.settings.zone))
    if deed is None:
        raise HTTPException(400)
    outcomes = await desk.writer(lambda ledger: ledger.desk.do(cases, deed, name, now))
    if visit.given("next") and asked.do in _FINISHING and all(one.done for one in outcomes):
        back = await _next_case(desk, visit, cases)
    return go(amend(back, report_query(asked.do, outcomes, now)))


async def undo(desk: Desk, visit: Visit) -> Response:
    """Take back what was just done."""
    now, name = visit.now, visit.name
    deeds = read_numbers(visit.all_given("deed"))[:_MOST]
    outcomes = await desk.writer(lambda ledger: ledger.desk.undo(deeds, name, now))
    return go(amend(safe_next(visit.given("back")), report_query("undo", outcomes, now)))


async def _note(desk: Desk, visit: Visit, cases: Sequence[int], back: str) -> Response:
    text, now, name = visit.given("text").strip()[:LONGEST], visit.now, visit.name
    if not text or not cases:
        return go(back)

    def work(ledger: Ledger) -> list[Outcome]:
        return [ledger.desk.note(case, text, name, now) for case in cases]

    return go(amend(back, report_query("note", await desk.writer(work), now)))


async def _complete(desk: Desk, visit: Visit, asked: Asked, cases: Sequence[int]) -> Asked:
    """Return the correction with the complete set of tags, made from those of the first case."""
    now = visit.now
    found = await desk.writer.read(lambda ledger: ledger.case(cases[0], now)) if cases else None
    if found is None:
        raise HTTPException(404)
    present = found.row.tags
    if asked.do == "toggle":
        return replace(asked, do="tag", tags=toggled(present, asked.to))
    return replace(asked, tags=arranged(present, asked.tags, visit.given("main")))


async def _next_case(desk: Desk, visit: Visit, done: Sequence[int]) -> str:
    """Return the first case of the person's view that is free; the queue where none is left."""
    now, name = visit.now, visit.name
    choice = read_choice({"view": visit.given("view")})
    page = await desk.writer.read(lambda ledger: ledger.desk.page(choice.filter(name), now, 50))
    free = (row for row in page.rows if row.holder in {None, name} and row.case not in done)
    row = next(free, None)
    if row is None:
        return choice.address
    return f"/case/{row.case}" + (f"?view={choice.view}" if choice.query else "")
