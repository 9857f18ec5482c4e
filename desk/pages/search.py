"""Search: words and facts as a person types them; an order id leads to its case at once."""

from typing import Final

from starlette.responses import Response

from cases.asking import ask
from desk.buttons import SPANS
from desk.desk import Desk, go
from desk.outcomes import read_report
from desk.rows import make_row
from desk.visit import Visit
from store.desk_values import Page
from store.protocol import Ledger

_PAGE: Final = 50
_LONGEST: Final = 500


async def show(desk: Desk, visit: Visit) -> Response:
    """Show the cases that were asked for, the newest first."""
    now, query = visit.now, visit.request.query_params
    typed = query.get("q", "").strip()[:_LONGEST]
    asked = ask(typed)

    def look(ledger: Ledger) -> Page:
        try:
            return ledger.desk.search(asked.wanted, now, _PAGE, query.get("after", ""))
        except ValueError:
            return ledger.desk.search(asked.wanted, now, _PAGE)

    page = await desk.writer.read(look) if typed else Page(rows=(), next=None)
    beginnings = any(word.endswith("*") for word in asked.wanted.words)
    if len(page.rows) == 1 and page.rows[0].order_id == typed:
        return go(f"/case/{page.rows[0].case}")
    return desk.show(
        visit,
        "search.html",
        typed=typed,
        faults=asked.faults,
        hashed=beginnings and await desk.writer.read(_is_encrypted),
        rows=[make_row(row, now, visit.words) for row in page.rows],
        more=page.next,
        view_query="",
        spans=list(SPANS),
        report=read_report(query, now),
    )


def _is_encrypted(ledger: Ledger) -> bool:
    """Whether words are found as a whole alone."""
    return bool(ledger.encryption.state().key)
