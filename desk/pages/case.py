"""One case: its letters, facts, clocks, what was answered, what happened; and the reply to it."""

import asyncio
from datetime import datetime

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cases.deeds import Awaited
from cases.labels import TAGS, Kind, Priority
from cases.numbers import read_number
from cases.states import AckState, CaseState
from cases.values import Letter
from desk.buttons import SPANS, likely
from desk.clocks import ago
from desk.desk import Desk, go
from desk.dossier import Sheet, lay_out, tell
from desk.filters import read_choice
from desk.message_centres import message_centre
from desk.outcomes import read_report, report_query
from desk.pages.settling import may_settle
from desk.proposals import Proposal, is_open, propose
from desk.reply import Writing, begin, drafts, endings, insert, mark, read
from desk.rows import make_row
from desk.stationery import Outlook, Stationery, survey
from desk.visit import Visit
from store.accounts_protocol import Account
from store.desk_values import CaseFile, Draft
from store.protocol import Ledger
from store.values import CaseView, LetterView


async def show(desk: Desk, visit: Visit) -> Response:
    """Show the case that the address names."""
    return await _show(desk, visit)


async def news(desk: Desk, visit: Visit) -> Response:
    """Say who works on the case and whether anything has happened in it; a fragment.

    Raises:
        HTTPException: 404, there is no such case.
    """
    number, now = _number(visit), visit.now
    seen = read_number(visit.request.query_params.get("seen", ""))
    view = await desk.writer.read(lambda ledger: ledger.case(number, now))
    if view is None:
        raise HTTPException(404)
    name, since = view.row.holder, view.row.held_at
    return desk.show(
        visit,
        "moved.html",
        case=number,
        held=visit.words("work.held", name=name, ago=ago(since, now, visit.words))
        if name and since
        else "",
        moved=len(view.events) > seen,
    )


async def reply(desk: Desk, visit: Visit) -> Response:
    """Take a reply to the buyer, put a draft into it, or show what is wrong beside its words.

    Raises:
        HTTPException: 404, there is no such case or no buyer's letter in it; 400, no such draft.
    """
    number, now, name = _number(visit), visit.now, visit.name
    view, letter, brand = await _find_answered(desk, visit)
    writing = await read(visit.form, letter, brand)
    if visit.given("do") == "draft":
        offered = drafts(view.row, letter, brand)
        chosen = next((one for one in offered if one.name == visit.given("draft")), None)
        if chosen is None:
            raise HTTPException(400)
        return await _show(desk, visit, writing=insert(writing, chosen, offered))
    if writing.remarks:
        return await _show(desk, visit, writing=writing, status=422)
    draft = Draft(
        token=writing.token,
        subject=writing.subject,
        body=writing.body,
        attachments=writing.attachments,
    )
    outcome = await desk.writer(lambda ledger: ledger.desk.reply(number, draft, name, now))
    return go(f"/case/{number}?{report_query('reply', [outcome], now)}")


async def proofread(desk: Desk, visit: Visit) -> Response:
    """Say what is wrong with a reply that is being written; a fragment for the page itself."""
    _, letter, brand = await _find_answered(desk, visit)
    writing = await read(visit.form, letter, brand)
    return desk.show(visit, "remarks.html", writing=writing, marked=mark(writing))


async def _find_answered(desk: Desk, visit: Visit) -> tuple[CaseView, Letter, str]:
    """Return the case, the letter that a reply answers, and the shop's name; raise for none."""
    number, now = _number(visit), visit.now
    view = await desk.writer.read(lambda ledger: ledger.case(number, now))
    letter = None if view is None or view.forgotten else _answered(view)
    if view is None or letter is None:
        raise HTTPException(404)
    return view, letter, desk.stationery().brand(view.row.shop)


def _answered(view: CaseView) -> Letter | None:
    """Return the buyer's newest letter, which a reply answers."""
    letters = (one.verdict.letter for one in reversed(view.letters))
    return next((one for one in letters if one.kind is Kind.BUYER), None)


def _number(visit: Visit) -> int:
    return int(visit.request.path_params["case"])


async def _show(
    desk: Desk, visit: Visit, *, writing: Writing | None = None, status: int = 200
) -> Response:
    number, now = _number(visit), visit.now

    def look(ledger: Ledger) -> tuple[CaseFile | None, tuple[Account, ...], Outlook]:
        outlook = survey(ledger, [number], now)
        return ledger.desk.case(number, now), ledger.accounts.everyone(), outlook

    file, everyone, outlook = await desk.writer.read(look)
    if file is None:
        raise HTTPException(404)
    view = file.view
    sheets = [await _sheet(desk, letter) for letter in view.letters]
    # Its texts are read from disk, and its time takes the calendars of holidays.
    proposals = await asyncio.to_thread(_proposals, desk.stationery(), view, outlook, now)
    answered = None if view.forgotten else _answered(view)
    brand = desk.stationery().brand(view.row.shop)
    offered = drafts(view.row, answered, brand) if answered else []
    if writing is None and answered is not None:
        waits = view.row.state is CaseState.OPEN and view.row.unanswered and offered
        writing = begin(answered, offered[0].text if waits else "")
    return desk.show(
        visit,
        "case.html",
        status=status,
        view=view,
        replies=file.replies,
        proposals=proposals,
        may_settle=lambda writer: may_settle(visit, view.row.holder, writer),
        writing=writing,
        marked=mark(writing) if writing else [],
        drafts=offered,
        message_centre=message_centre(view.row.marketplace),
        types=endings(view.row.marketplace),
        sheets=sheets,
        row=make_row(view.row, now, visit.words),
        fulfilment=view.row.fulfilment.value,
        deeds=tell(view.events, visit.words),
        notes=file.notes,
        related=[(make_row(row, now, visit.words), row.state.value) for row in file.related],
        people=[one.name for one in everyone if not one.disabled],
        likely=likely(view.row.tags),
        tags=TAGS,
        priorities=tuple(Priority),
        awaited=tuple(Awaited),
        spans=tuple(SPANS),
        report=read_report(visit.request.query_params, now),
        view_name=read_choice(visit.request.query_params).view,
    )


def _proposals(
    stationery: Stationery, view: CaseView, outlook: Outlook, now: datetime
) -> dict[int, Proposal]:
    """Return what would be sent for acknowledgements that wait for a person's word, or have it."""
    found = (
        propose(ack, view, stationery, outlook, now)
        for ack in view.acks
        if is_open(ack, now) or (ack.state is AckState.DUE and ack.approved_at is not None)
    )
    return {one.ack: one for one in found if one is not None}


async def _sheet(desk: Desk, letter: LetterView) -> Sheet:
    raw = await desk.writer.read(lambda ledger: ledger.original(letter.letter))
    return await asyncio.to_thread(lay_out, letter, raw)
