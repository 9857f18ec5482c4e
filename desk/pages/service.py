"""How the service is, for the head of every page; asked for anew while a page is open."""

from starlette.responses import Response

from desk.desk import Desk
from desk.visit import Visit


async def show(desk: Desk, visit: Visit) -> Response:
    """Say what keeps the service from its work; a fragment for the page itself."""
    return desk.show(visit, "service.html")
