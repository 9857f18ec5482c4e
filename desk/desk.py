"""What every page of the desk is given: the store, the clock, the settings, the templates."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from desk import clocks, sessions
from desk.forms import FIELD
from desk.keys import MOVES
from desk.language import LANGUAGES
from desk.stationery import Stationery
from desk.throttle import Attempts
from desk.tidings import Tidings
from desk.visit import CHOICES, Visit
from store.writer import Writer

#: What every form begins with, and how a fault is told.
_FIELD: Final = Markup('<input type="hidden" name="{}" value="{}">')
_KEY: Final = Markup(' data-key="{}"')
_FAULT: Final = Markup('<p class="fault" role="alert">{}</p>')
_TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the desk is reached and what it asks of people."""

    #: Host names under which it answers; any other is refused (DNS rebinding).
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    #: Browsers reach it over TLS.
    secure: bool = False
    #: Nobody works without a second factor.
    second_factor: bool = True
    #: The IANA zone in which times are shown.
    zone: str = "UTC"


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"LANGUAGES": LANGUAGES, "CHOICES": CHOICES}
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The desk's surroundings; frozen, but for the count of attempts."""

    writer: Writer
    clock: Callable[[], datetime]
    #: What the shops write on now.
    stationery: Callable[[], Stationery]
    settings: Settings = field(default_factory=Settings)
    attempts: Attempts = field(default_factory=Attempts)
    tidings: Tidings = field(default_factory=Tidings)
    templates: Environment = field(default_factory=_environment)

    def show(
        self, visit: Visit, template: str, *, status: int = 200, **values: object
    ) -> HTMLResponse:
        """Return a page for the visit."""
        zone, keys = ZoneInfo(self.settings.zone), visit.keys
        text = self.templates.get_template(template).render(
            visit=visit,
            form_field=_FIELD.format(FIELD, visit.form_token),
            key=lambda name: _KEY.format(keys[name]) if keys[name] else "",
            moves=json.dumps({keys[name]: name for name in MOVES if keys[name]}),
            said=lambda fault: _FAULT.format(visit.words(fault)) if fault else "",
            say=visit.words,
            label=visit.words.label,
            left=lambda at: clocks.left(at, visit.now, visit.words),
            ago=lambda at: clocks.ago(at, visit.now, visit.words),
            when=lambda at: clocks.when(at, zone),
            **values,
        )
        response = HTMLResponse(text, status_code=status)
        if visit.session is None:
            # The form that comes back is known by it.
            self.keep(response, visit.token)
        return response

    def keep(self, response: Response, token: str) -> None:
        """Have the browser keep a session's token until it is closed."""
        secure = self.settings.secure
        response.set_cookie(
            sessions.cookie_name(secure=secure),
            token,
            httponly=True,
            samesite="strict",
            secure=secure,
            path="/",
        )

    def forget(self, response: Response) -> None:
        """Have the browser forget its token."""
        secure = self.settings.secure
        response.delete_cookie(
            sessions.cookie_name(secure=secure), httponly=True, samesite="strict", secure=secure
        )


def go(address: str) -> RedirectResponse:
    """Return the way to another page after a form (POST, redirect, GET)."""
    return RedirectResponse(address, status_code=303)
