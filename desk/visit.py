"""One request as the pages see it: who asks, in which language, when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from starlette.datastructures import FormData
from starlette.requests import Request

from desk import sessions
from desk.keys import KEYS, keys_of
from desk.language import Words
from desk.service import Service
from store.accounts_protocol import Account, Session

#: What a person may choose for the screen, the default first.
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "theme": ("auto", "light", "dark"),
    "density": ("comfortable", "compact"),
    "keys": ("on", "off"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request with what is known of its sender."""

    request: Request
    now: datetime
    words: Words
    #: The cookie's, else a new one that goes out with the answer.
    token: str
    session: Session | None = None
    #: Of the session; the second factor may still be missing.
    person: Account | None = None
    #: How the service is; None before somebody is known.
    service: Service | None = None
    #: What was sent along with a POST, once it is known to come from a page of ours.
    form: FormData = field(default_factory=FormData)

    @property
    def account(self) -> Account | None:
        """Who is logged in; None before both factors were given."""
        return self.person if self.session is not None and self.session.verified else None

    @property
    def who(self) -> str:
        """The person's name as events write it."""
        return f"person:{self.person.name}" if self.person else "person:"

    @property
    def name(self) -> str:
        """The person's name."""
        return self.person.name if self.person else ""

    @property
    def here(self) -> str:
        """The page's own address, to come back to."""
        query = self.request.url.query
        return f"{self.request.url.path}?{query}" if query else self.request.url.path

    @property
    def form_token(self) -> str:
        """What every form carries."""
        return sessions.form_token(self.token)

    @property
    def keys(self) -> dict[str, str]:
        """What each key of the person does; none where they are switched off."""
        if self.chosen("keys") == "off":
            return dict.fromkeys(KEYS, "")
        return keys_of(self.person.preferences if self.person else {})

    def given(self, name: str) -> str:
        """Return a field of the form as text, "" where it is absent or a file."""
        value = self.form.get(name)
        return value if isinstance(value, str) else ""

    def all_given(self, name: str) -> list[str]:
        """Return every value of a field of the form."""
        return [value for value in self.form.getlist(name) if isinstance(value, str)]

    def chosen(self, name: str) -> str:
        """Return what the person chose of ``CHOICES``, else the default."""
        kept = self.person.preferences.get(name) if self.person else None
        return kept if kept in CHOICES[name] else CHOICES[name][0]
