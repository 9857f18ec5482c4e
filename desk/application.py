"""The desk as an ASGI application: one table of ways in, one place that lets a request pass.

Who may go where stands in ``WAYS`` alone, and every POST is checked before its page sees it, so a
page that forgets to ask does not exist. The application is given its store and its clock; it knows
no mailbox and no password of one.
"""

from http import HTTPMethod, HTTPStatus
from pathlib import Path
from typing import Final

import structlog
from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cases.numbers import DIGITS
from cases.roles import Role
from desk.desk import Desk
from desk.gate import ENROL, LIVE, LOGIN, SECOND, Gate, Way, meet, refuse
from desk.headers import Headers
from desk.pages import (
    account,
    approving,
    case,
    joining,
    keys,
    letter,
    live,
    login,
    people,
    queue,
    search,
    service,
    settling,
    team,
    views,
    work,
)
from desk.reply import LARGEST

log: Final = structlog.get_logger("triaged.desk")

_STATIC: Final = Path(__file__).parent / "static"
#: The refusals that have a sentence of their own.
_SAID: Final = frozenset({400, 403, 404, 405, 413, 503})


class _Number(Convertor[int]):
    """A number in a path; a longer one leads nowhere."""

    regex = DIGITS

    def convert(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_string(self, value: int) -> str:
        """Return it as it stands in a path."""
        return str(value)


register_url_convertor("number", _Number())

_GET: Final = HTTPMethod.GET
_POST: Final = HTTPMethod.POST

WAYS: Final = (
    Way(path=LOGIN, pages={_GET: login.ask, _POST: login.enter}, role=None),
    Way(path=SECOND, pages={_GET: login.ask_code, _POST: login.enter_code}, role=None),
    Way(path="/logout", pages={_POST: login.leave}, role=None),
    Way(path="/", pages={_GET: queue.show}),
    Way(path=LIVE, pages={_GET: live.follow}),
    Way(path="/keys", pages={_GET: keys.show, _POST: keys.change}),
    Way(path="/approve", pages={_GET: approving.show, _POST: approving.decide}),
    Way(path="/service", pages={_GET: service.show}),
    Way(path="/search", pages={_GET: search.show}),
    Way(path="/news", pages={_GET: queue.news}),
    Way(path="/cases", pages={_POST: work.do}),
    Way(path="/undo", pages={_POST: work.undo}),
    Way(path="/case/{case:number}", pages={_GET: case.show}),
    Way(
        path="/case/{case:number}/reply",
        pages={_GET: case.show, _POST: case.reply},
        largest=LARGEST + 1024 * 1024,
    ),
    Way(
        path="/case/{case:number}/proofread",
        pages={_POST: case.proofread},
        changes=False,
        largest=LARGEST + 1024 * 1024,
    ),
    Way(path="/case/{case:number}/news", pages={_GET: case.news}),
    Way(path="/case/{case:number}/merge", pages={_POST: joining.merge}),
    Way(path="/case/{case:number}/split", pages={_POST: joining.split}),
    Way(path="/case/{case:number}/settle", pages={_POST: settling.settle}),
    Way(path="/letter/{letter:number}/html", pages={_GET: letter.show_html}),
    Way(path="/letter/{letter:number}/photo/{photo:number}", pages={_GET: letter.show_photo}),
    Way(path="/account", pages={_GET: account.show, _POST: account.choose}),
    Way(path="/account/password", pages={_POST: account.change_password}),
    Way(
        path=ENROL,
        pages={_GET: account.show_factor, _POST: account.set_factor},
        unready=True,
    ),
    Way(path="/account/sessions", pages={_POST: account.end_others}),
    Way(path="/views", pages={_POST: views.change}),
    Way(path="/team", pages={_GET: team.show}, role=Role.SUPERVISOR),
    Way(path="/people", pages={_GET: people.show, _POST: people.add}, role=Role.OPERATOR),
    Way(
        path="/people/{account:number}",
        pages={_POST: people.change},
        role=Role.OPERATOR,
    ),
)


def build(desk: Desk) -> Starlette:
    """Return the application."""

    async def refuse_page(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        known = HTTPStatus(status) if status in _SAID else HTTPStatus.BAD_REQUEST
        return refuse(desk, meet(desk, request), known)

    async def fail_page(request: Request, error: Exception) -> Response:
        # A message may quote what a buyer wrote.
        log.error("page.failed", problem=type(error).__name__)
        return refuse(desk, meet(desk, request), HTTPStatus.INTERNAL_SERVER_ERROR)

    return Starlette(
        routes=[
            Mount("/static", StaticFiles(directory=_STATIC), name="static"),
            *(
                Route(
                    way.path,
                    Gate(desk, way).answer,
                    methods=[method.value for method in way.pages],
                    max_body_size=way.largest,
                )
                for way in WAYS
            ),
        ],
        middleware=[
            Middleware(Headers, secure=desk.settings.secure),
            Middleware(
                TrustedHostMiddleware, allowed_hosts=list(desk.settings.hosts), www_redirect=False
            ),
            # Inside of the headers, which its page carries like any other.
            Middleware(ExceptionMiddleware, handlers={Exception: fail_page}),
        ],
        exception_handlers={HTTPException: refuse_page},
    )
