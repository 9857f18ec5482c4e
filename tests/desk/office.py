"""A desk for the tests: the real application on a real store, with a clock that the test moves."""

import asyncio
import atexit
import contextlib
import functools
import re
import shutil
import tempfile
from collections.abc import Coroutine, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import SplitResult, quote, urlencode, urlsplit

import pyotp
from argon2 import PasswordHasher
from sqlalchemy import create_engine, select
from starlette.applications import Starlette

from cases.roles import Role
from daemon import assets
from desk.application import build
from desk.desk import Desk, Settings
from desk.stationery import Stationery
from desk.throttle import Attempts
from replies.calendar import Calendar
from replies.render import open_templates
from replies.shops import OFFICE_HOURS, Shop
from store.open import open_store
from store.protocol import Store
from store.schema import events
from store.writer import Writer
from tests.store.builders import NOW

T = TypeVar("T")

PASSWORD = "seven horses in a lift"
HOST = "127.0.0.1"

#: With little work, as tests log in often; a hash says itself how it was made.
_HASH = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


#: What the one shop of the tests writes on.
STATIONERY = Stationery(
    templates=open_templates(assets.templates()),
    shops={
        "main": Shop(
            id="main",
            brand="Lamp House",
            calendar=Calendar(zone="Europe/Berlin", hours=OFFICE_HOURS),
        )
    },
)

#: The browser's own loop keeps the thread of the tests.
_THREAD = ThreadPoolExecutor(1)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, beside whatever loop runs in this thread."""
    return _THREAD.submit(asyncio.run, work).result()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the desk answered."""

    status: int
    headers: Mapping[str, list[str]]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()

    @property
    def location(self) -> str:
        """Where it leads; "" where it leads nowhere."""
        return self.headers.get("location", [""])[0]


@dataclass(kw_only=True)
class Office:
    """The application with the store behind it."""

    application: Starlette
    store: Store
    url: str
    attempts: Attempts = field(default_factory=Attempts)
    now: datetime = NOW

    def event_names(self) -> list[str]:
        """Return the names of everything that happened, oldest first."""
        engine = create_engine(self.url)
        with engine.connect() as connection:
            found = [row.name for row in connection.execute(select(events).order_by(events.c.id))]
        engine.dispose()
        return found

    def later(self, span: timedelta) -> None:
        """Let time pass."""
        self.now += span

    def add(self, name: str = "li", role: Role = Role.AGENT, secret: str | None = None) -> int:
        """Make an account with ``PASSWORD``."""
        who, now = "command:root", self.now
        number = self.store.write(lambda ledger: ledger.accounts.add(name, role, _HASH, who, now))
        assert number is not None
        if secret:
            self.store.write(
                lambda ledger: ledger.accounts.set_second_factor(number, secret, (), who, now)
            )
        return number


@functools.cache
def _blank() -> Path:
    """Return a new store's file, made once a process: each migration takes its time."""
    folder = Path(tempfile.mkdtemp(prefix="triaged-blank-"))
    atexit.register(shutil.rmtree, folder)
    open_store(f"sqlite:///{folder}/triaged.db", folder / "letters").close()
    return folder / "triaged.db"


@contextlib.contextmanager
def opened(folder: Path, settings: Settings | None = None) -> Iterator[Office]:
    """Lend an office on a new SQLite file."""
    url = f"sqlite:///{folder}/triaged.db"
    shutil.copyfile(_blank(), folder / "triaged.db")
    store = open_store(url, folder / "letters")
    with staffed(store, url, settings) as office:
        yield office
    store.close()


@contextlib.contextmanager
def staffed(store: Store, url: str, settings: Settings | None = None) -> Iterator[Office]:
    """Lend an office on a store, which stays open."""
    writer = Writer(store)
    attempts = Attempts()
    desk = Desk(
        writer=writer,
        clock=lambda: office.now,
        stationery=lambda: STATIONERY,
        settings=settings or Settings(second_factor=False),
        attempts=attempts,
    )
    office = Office(application=build(desk), store=store, url=url, attempts=attempts)
    yield office
    run(writer.close())


@dataclass(kw_only=True)
class Visitor:
    """A browser without eyes: keeps cookies, sends forms as a browser sends them."""

    office: Office
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "en"

    def get(self, address: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self._send("GET", address, b"", headers)

    def post(self, address: str, fields: Mapping[str, str], **headers: str) -> Answer:
        """Send a form as it is."""
        headers = {"content-type": "application/x-www-form-urlencoded", **headers}
        return self._send("POST", address, urlencode(fields).encode(), headers)

    def post_all(self, address: str, fields: Sequence[tuple[str, str]]) -> Answer:
        """Send a form of this session in which a name may stand more than once."""
        body = urlencode([("form_token", self.form_token()), *fields]).encode()
        kind = "application/x-www-form-urlencoded"
        return self._send("POST", address, body, {"content-type": kind})

    def submit(self, page: str, address: str, **fields: str) -> Answer:
        """Open a page and send a form of it."""
        found = re.search(r'name="form_token" value="(\w+)"', self.get(page).text)
        assert found is not None
        return self.post(address, {"form_token": found[1], **fields})

    def login(self, name: str = "li", password: str = PASSWORD) -> Answer:
        """Give name and password."""
        return self.submit("/login", "/login", name=name, password=password)

    def give_code(self, secret: str) -> Answer:
        """Give the code that a device shows now."""
        code = pyotp.TOTP(secret).at(self.office.now)
        return self.submit("/login/code", "/login/code", code=code)

    def form_token(self) -> str:
        """Return what the forms of this session carry."""
        found = re.search(r'name="form_token" value="(\w+)"', self.get("/account").text)
        assert found is not None
        return found[1]

    def set_factor(self, secret: str) -> list[str]:
        """Set up a device with this secret; return the recovery codes."""
        code = pyotp.TOTP(secret).at(self.office.now)
        fields = {"secret": secret, "code": code, "password": PASSWORD}
        page = self.submit("/account/second-factor", "/account/second-factor", **fields).text
        return re.findall(r"<li><code>([\w-]+)</code>", page)

    def _send(self, method: str, address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        parts = urlsplit(quote(address, safe=":/?&=%+,.-_#"))
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {
            "host": HOST,
            "accept-language": self.language,
            "content-length": str(len(body)),
            **({"cookie": cookie} if cookie else {}),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        answer = run(_ask(self.office.application, method, parts, sent, body))
        for line in answer.headers.get("set-cookie", ()):
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return answer


async def _ask(
    application: Starlette, method: str, parts: SplitResult, headers: Mapping[str, str], body: bytes
) -> Answer:
    """Run the application for one request."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": (HOST, 1),
        "server": (HOST, 80),
    }
    answered: dict[str, list[str]] = {}
    status, chunks = 0, []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            for name, value in message["headers"]:
                answered.setdefault(name.decode(), []).append(value.decode())
        else:
            chunks.append(message.get("body", b""))

    await application(scope, receive, send)
    return Answer(status=status, headers=answered, body=b"".join(chunks))
