"""The one place that lets a request pass to its page: session, form, role, in this order."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPMethod, HTTPStatus
from typing import Final
from urllib.parse import quote, urlsplit

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cases.roles import Role
from desk import sessions
from desk.desk import Desk
from desk.forms import ForeignFormError, read_form
from desk.language import LANGUAGES, choose, words_of
from desk.visit import Visit
from store.protocol import StoreError

#: What answers a visit.
Page = Callable[[Desk, Visit], Awaitable[Response]]

LOGIN: Final = "/login"
SECOND: Final = "/login/code"
ENROL: Final = "/account/second-factor"
LIVE: Final = "/live"

log: Final = structlog.get_logger("triaged.desk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in: a path, its page for each method, and who may go there."""

    path: str
    pages: Mapping[HTTPMethod, Page]
    #: None for anybody, logged in or not.
    role: Role | None = Role.AGENT
    #: Open while a second factor is still to be set up.
    unready: bool = False
    #: What is posted changes something.
    changes: bool = True
    #: The largest body, in bytes.
    largest: int = 300 * 1024


class Gate:
    """Lets the requests of one way pass to its page, or answers in the page's place."""

    def __init__(self, desk: Desk, way: Way) -> None:
        self._desk = desk
        self._way = way

    async def answer(self, request: Request) -> Response:
        """Return the page's answer, the way to the login, or why not."""
        stranger = meet(self._desk, request)
        try:
            return await self._pass(request, await _recognise(self._desk, stranger))
        except ForeignFormError:
            return refuse(self._desk, stranger, HTTPStatus.FORBIDDEN)
        except StoreError as error:
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            return refuse(self._desk, stranger, HTTPStatus.SERVICE_UNAVAILABLE)

    async def _pass(self, request: Request, visit: Visit) -> Response:
        method = HTTPMethod.GET if request.method == "HEAD" else HTTPMethod(request.method)
        if method is HTTPMethod.POST:
            visit = replace(visit, form=await read_form(request, visit.token))
            if self._way.changes:
                # What is done now shows on the next page.
                self._desk.tidings.forget()
        elsewhere = self._elsewhere(visit)
        if elsewhere is not None and request.url.path == LIVE:
            # The browser asks no more (server-sent events, 204).
            return Response(status_code=HTTPStatus.NO_CONTENT)
        if elsewhere is not None and is_part(request):
            # The login has no place within a page; what is being written there stays.
            return self._desk.show(visit, "ended.html")
        try:
            return elsewhere or await self._way.pages[method](self._desk, visit)
        finally:
            # Files that came along lie in temporary ones.
            await visit.form.close()

    def _elsewhere(self, visit: Visit) -> Response | None:
        """Return the answer to who may not go here (yet); None for who may."""
        if self._way.role is None:
            return None
        if visit.account is None:
            waits = visit.session is not None
            return RedirectResponse(SECOND if waits else _login_for(visit.request), 303)
        lacking = self._desk.settings.second_factor and visit.account.secret is None
        if lacking and not self._way.unready:
            return RedirectResponse(ENROL, 303)
        if not visit.account.role.covers(self._way.role):
            return refuse(self._desk, visit, HTTPStatus.FORBIDDEN)
        return None


def meet(desk: Desk, request: Request) -> Visit:
    """Return a visit of somebody who is not known yet."""
    name = sessions.cookie_name(secure=desk.settings.secure)
    return Visit(
        request=request,
        now=desk.clock(),
        words=words_of(choose(request.headers.get("accept-language", ""))),
        token=request.cookies.get(name) or sessions.new_token(),
    )


def refuse(desk: Desk, visit: Visit, status: HTTPStatus) -> Response:
    """Return the page that says why not."""
    return desk.show(visit, "refused.html", status=status, why=f"refused.{int(status)}")


async def _recognise(desk: Desk, visit: Visit) -> Visit:
    """Return the visit with its session, where it has one that is not over."""
    digest = sessions.digest(visit.token)
    found = await desk.writer.read(lambda ledger: ledger.accounts.session(digest))
    if found is None:
        return visit
    session, person = found
    if sessions.is_over(session, visit.now) or person.disabled:
        who = f"person:{person.name}"
        await desk.writer(lambda ledger: ledger.accounts.leave(digest, who, visit.now))
        return replace(visit, token=sessions.new_token())
    if visit.now - session.seen_at >= sessions.NOTED_EVERY and is_sign_of_life(visit.request):
        await desk.writer(lambda ledger: ledger.accounts.see(digest, visit.now))
    language = person.preferences.get("language", "")
    words = words_of(language) if language in LANGUAGES else visit.words
    service = await desk.tidings.hear(desk.writer, visit.now)
    return replace(visit, session=session, person=person, words=words, service=service)


def is_sign_of_life(request: Request) -> bool:
    """Whether a person asked, and not the page by itself: a screen left open is not at work.

    A page posts nothing by itself: what is posted a person wrote or pressed.
    """
    return request.method == "POST" or (not is_part(request) and request.url.path != LIVE)


def is_part(request: Request) -> bool:
    """Whether a page asks for a part of itself."""
    return "hx-request" in request.headers


def _login_for(request: Request) -> str:
    """Return the login that leads back to where the person wanted to go."""
    if request.method != "GET" or request.url.path == "/":
        return LOGIN
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{LOGIN}?next={quote(request.url.path + query)}"


def safe_next(address: str) -> str:
    """Return an address of this desk to go to after login; "/" for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    ours = address.startswith("/") and not parts.netloc and not parts.scheme
    # Browsers take a backslash for a slash, and two slashes for the beginning of a host.
    return address if ours and "\\" not in address and not address.startswith("//") else "/"
