"""How the work stands, for supervisors: troubles, people, clocks, promises, what is undecided."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from starlette.responses import Response

from cases.alarms import Audience
from cases.episodes import Episode
from desk.desk import Desk
from desk.visit import Visit
from store.desk_values import Oversight
from store.protocol import Ledger

#: Promises are shown of so many days.
DAYS: Final = timedelta(days=7)
#: Where one span of hours ends and the next begins.
EDGES: Final = (0, 1, 2, 4, 8)


async def show(desk: Desk, visit: Visit) -> Response:
    """Show what is wrong, who works on what, what runs out when, which promises were kept."""
    now = visit.now

    def look(ledger: Ledger) -> tuple[Oversight, list[Episode]]:
        alarms = (
            one
            for one in ledger.alarms.episodes()
            if not one.is_over and one.kind.audience is Audience.OPERATOR
        )
        return ledger.desk.oversee(now - DAYS, now), sorted(alarms, key=lambda one: one.since)

    seen, alarms = await desk.writer.read(look)
    return desk.show(
        visit,
        "team.html",
        seen=seen,
        alarms=alarms,
        spans=list(zip(EDGES, (*EDGES[1:], None), spread(seen.due), strict=True)),
    )


def spread(due: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return for each span of hours how many cases are overdue by it, how many run out in it."""

    def within(hour: int) -> int:
        return sum(edge <= hour for edge in EDGES) - 1

    spans = [[0, 0] for _ in EDGES]
    for hour, count in due.items():
        ahead = hour >= 0
        spans[within(hour if ahead else -1 - hour)][ahead] += count
    return [(overdue, ahead) for overdue, ahead in spans]
