"""What came with a letter, made harmless: its HTML in a sandbox, its photos drawn anew."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from desk import photos, sanitising
from desk.desk import Desk
from desk.visit import Visit
from mail.body import read_body
from mail.walk import parse_message


async def show_html(desk: Desk, visit: Visit) -> Response:
    """Show a letter's HTML for a frame of the case's page."""
    raw = await _original(desk, visit)
    body = await asyncio.to_thread(lambda: read_body(parse_message(raw)))
    html = await asyncio.to_thread(sanitising.sanitise, body.html)
    shown = visit.words("case.too-much") if html is None else html
    return HTMLResponse(
        sanitising.page(shown, visit.words("case.html")),
        headers={"content-security-policy": sanitising.POLICY},
    )


async def show_photo(desk: Desk, visit: Visit) -> Response:
    """Show a photo, small or (``?large=1``) as large as one needs to look closer.

    Raises:
        HTTPException: 404, the letter or the photo is not there, or cannot be read.
    """
    found = await asyncio.to_thread(photos.find_photos, await _original(desk, visit))
    number = int(visit.request.path_params["photo"])
    if number >= len(found):
        raise HTTPException(404)
    large = visit.request.query_params.get("large") == "1"
    jpeg = await photos.shrink(found[number], photos.LARGE if large else photos.SMALL)
    if jpeg is None:
        raise HTTPException(404)
    # The same letter has the same photos for ever; they stay in this person's browser.
    headers = {"cache-control": "private, max-age=3600"}
    return Response(jpeg, media_type="image/jpeg", headers=headers)


async def _original(desk: Desk, visit: Visit) -> bytes:
    number = int(visit.request.path_params["letter"])
    raw = await desk.writer.read(lambda ledger: ledger.original(number))
    if raw is None:
        raise HTTPException(404)
    return raw
