"""The queue: cases in the order in which they are served, each on two lines; and what is new."""

from collections.abc import Mapping, Sequence
from typing import Final

from starlette.responses import Response

from cases.labels import TAGS, Priority
from cases.numbers import read_number
from desk.buttons import SPANS
from desk.desk import Desk
from desk.filters import OFFERED, Choice, read_choice
from desk.outcomes import read_report
from desk.rows import make_row
from desk.saved import names, saved
from desk.visit import Visit
from store.desk_values import Page
from store.protocol import Ledger
from store.values import QueueRow

#: Rows on one page.
PAGE: Final = 200

_LANGUAGES: Final = "en de fr es it pt nl pl sv da no fi cs tr ru uk vi ja zh ko".split()  # noqa: SIM905


async def show(desk: Desk, visit: Visit) -> Response:
    """Show the cases that the address asks for."""
    now, query = visit.now, visit.request.query_params
    choice = read_choice(query)

    def look(ledger: Ledger) -> tuple[Page, dict[str, int], int]:
        counts = {view.value: number for view, number in ledger.desk.count(now).items()}
        wanted = choice.filter(visit.name)
        try:
            page = ledger.desk.page(wanted, now, PAGE, query.get("after", ""))
        except ValueError:
            page = ledger.desk.page(wanted, now, PAGE)
        return page, counts, ledger.newest_event()

    page, counts, newest = await desk.writer.read(look)
    counts["all"] = visit.service.open if visit.service else 0
    return desk.show(
        visit,
        "queue.html",
        choice=choice,
        view_query=f"?view={choice.view}" if choice.view != OFFERED[0] else "",
        views=[(view, counts.get(view)) for view in OFFERED],
        kept=names(saved(visit.person.preferences), visit.words) if visit.person else [],
        offers=_offers(choice, page.rows),
        rows=[make_row(row, now, visit.words) for row in page.rows],
        more=page.next,
        spans=list(SPANS),
        report=read_report(query, now),
        seen=newest,
    )


async def news(desk: Desk, visit: Visit) -> Response:
    """Say what has changed since the page was drawn; a fragment for the page itself.

    How many cases a letter has come to, who holds which of those shown, and how many are open.
    """
    now, query = visit.now, visit.request.query_params
    choice = read_choice(query)
    seen, wanted = read_number(query.get("seen", "")), choice.filter(visit.name)

    def look(ledger: Ledger) -> tuple[int, Mapping[int, str]]:
        return ledger.desk.fresh(wanted, seen, now), ledger.desk.holds(wanted, now)

    fresh, holds = await desk.writer.read(look)
    return desk.show(
        visit,
        "news.html",
        fresh=fresh,
        choice=choice,
        holds={case: visit.words("queue.held", name=name) for case, name in holds.items()},
    )


def _offers(choice: Choice, rows: Sequence[QueueRow]) -> dict[str, list[str]]:
    """Return what the filters can be set to."""

    def found(name: str) -> list[str]:
        values = {getattr(row, name) for row in rows} | {getattr(choice, name)}
        return sorted(value for value in values if value)

    return {
        "tag": list(TAGS),
        "priority": [one.value for one in Priority],
        "language": _LANGUAGES,
        "marketplace": found("marketplace"),
        "shop": found("shop"),
    }
