"""Forms as they come in: bounded, from a page of ours, or refused.

A form is taken only when the browser does not say that another site sent it (Fetch Metadata, else
Origin, RFC 6454) and it carries the token of this very session.
"""

from typing import Final

from starlette.datastructures import FormData
from starlette.requests import Request

from desk import sessions

#: The largest field that is no file, in bytes.
LARGEST: Final = 256 * 1024
_FIELDS: Final = 1000

#: The name of the field that every form carries.
FIELD: Final = "form_token"


class ForeignFormError(Exception):
    """The form did not come from a page of this session; nothing was done."""


async def read_form(request: Request, token: str) -> FormData:
    """Return the fields of a POST; raise ``ForeignFormError`` where it is not to be believed."""
    if not _is_same_site(request):
        raise ForeignFormError
    form = await request.form(max_files=10, max_fields=_FIELDS, max_part_size=LARGEST)
    given = form.get(FIELD)
    if not token or not isinstance(given, str) or not sessions.is_own_form(token, given):
        raise ForeignFormError
    return form


def _is_same_site(request: Request) -> bool:
    told = request.headers.get("sec-fetch-site")
    if told is not None:
        return told == "same-origin"
    origin = request.headers.get("origin")
    # A browser that says neither is not one that scripts of other sites can use for a POST.
    return origin is None or origin.partition("://")[2] == request.headers.get("host", "")
