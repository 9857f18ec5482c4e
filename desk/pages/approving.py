"""Where people say yes or no to acknowledgements before they leave (modes approve and canary).

What was looked at is what is approved: a letter that has joined since makes another text, and its
acknowledgement is left alone and told.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cases.deeds import Refusal
from cases.numbers import read_number, read_numbers
from cases.states import AckState
from desk.desk import Desk, go
from desk.gate import safe_next
from desk.outcomes import amend, read_report, report_query
from desk.proposals import Proposal, is_open, waiting
from desk.rows import make_row
from desk.visit import Visit
from store.desk_values import Outcome
from store.protocol import Ledger
from store.values import AckView

#: Acknowledgements on one page.
PAGE: Final = 20
#: The buttons.
APPROVE: Final = "approve"
REFUSE: Final = "refuse"
TAKE_BACK: Final = "take-back"


async def show(desk: Desk, visit: Visit) -> Response:
    """Show what waits."""
    now = visit.now
    stationery = desk.stationery()

    def look(ledger: Ledger) -> Sequence[Proposal]:
        return waiting(ledger, stationery, now, PAGE)

    found = await desk.writer.read(look)
    return desk.show(
        visit,
        "approving.html",
        proposals=[(one, make_row(one.row, now, visit.words)) for one in found],
        report=read_report(visit.request.query_params, now),
    )


async def decide(desk: Desk, visit: Visit) -> Response:
    """Let the chosen leave, withhold them as declined, or take either back.

    Raises:
        HTTPException: 400, the button is none of these.
    """
    do, now, who = visit.given("do"), visit.now, visit.who
    if do == TAKE_BACK:
        return await _take_back(desk, visit)
    pairs = [value.partition(".") for value in visit.all_given("ack")[:PAGE]]
    chosen = {read_number(ack): read_number(letter) for ack, _, letter in pairs}
    if do not in {APPROVE, REFUSE}:
        raise HTTPException(400)

    def work(ledger: Ledger) -> list[Outcome]:
        outcomes = []
        for number, letter in chosen.items():
            ack = ledger.ack(number)
            if ack is None:
                outcomes.append(Outcome(case=0, refusal=Refusal.ABSENT))
            elif ack.letter != letter or not _may(do, ack, now):
                outcomes.append(Outcome(case=ack.case, refusal=Refusal.CHANGED))
            else:
                change = ledger.approve if do == APPROVE else ledger.decline
                change([number], who, now)
                outcomes.append(Outcome(case=ack.case))
        return outcomes

    outcomes = await desk.writer(work)
    decided = [number for number, one in zip(chosen, outcomes, strict=True) if one.done]
    return go(amend(_back(visit), report_query(do, outcomes, now, acks=decided)))


def _may(do: str, ack: AckView, now: datetime) -> bool:
    """Whether a person may say this: what was approved can be refused until a worker takes it."""
    approved = ack.state is AckState.DUE and ack.approved_at is not None
    return is_open(ack, now) or (do == REFUSE and approved)


async def _take_back(desk: Desk, visit: Visit) -> Response:
    """Have the chosen wait for a person's word again; tell which have left already."""
    now, who = visit.now, visit.who
    chosen = read_numbers(visit.all_given("ack")[:PAGE])
    outcomes = await desk.writer(lambda ledger: ledger.take_back(chosen, who, now))
    return go(amend(_back(visit), report_query("undo", outcomes, now)))


def _back(visit: Visit) -> str:
    return safe_next(visit.given("back") or "/approve")
