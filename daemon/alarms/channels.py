"""Channels: the ways on which messages leave, through apprise, each in a thread of its own.

Promises: a channel that hangs or fails holds up nobody; its address, which holds keys, stands in no
log and no error (P11). What apprise logs is not repeated, since any of its services may say
anything; of it only the server's code is taken.
"""

import asyncio
import logging
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

from cases.alarms import Level
from daemon.alarms.message import Message
from daemon.config.secrets import SecretSource
from daemon.exits import CommandError, Exit

#: Shorter than the lease of who tells it.
PATIENCE: Final = 30.0
#: What apprise makes a message look like, by its level.
_TYPES: Final = {Level.NOTE: "info", Level.WARNING: "warning", Level.ERROR: "failure"}
_OVER: Final = "success"
_CODE: Final = re.compile(r"error=(\d{3})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way out."""

    #: What logs and figures call it: its table and number, as in "alarms-1".
    name: str
    #: Its apprise address.
    url: str
    #: How long one message may take, in seconds.
    patience: float = PATIENCE

    def __repr__(self) -> str:
        """Name it and nothing else."""
        return f"Channel({self.name})"

    def is_understood(self) -> bool:
        """Tell whether apprise knows such addresses; sends nothing."""
        apprise = _load()
        return bool(apprise.Apprise(asset=_asset(apprise)).add(self.url))

    async def send(self, message: Message) -> str:
        """Send; return "" where it was taken, else a sentence that says why not."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[str] = loop.create_future()

        def settle(said: str) -> None:
            if not answer.done():
                answer.set_result(said)

        def work() -> None:
            said = _send(self.url, message)
            # The loop may have ended before the server answered.
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, said)

        # Nobody waits for it at the end of the process, unlike for a thread of the loop's own.
        threading.Thread(target=work, name=self.name, daemon=True).start()
        try:
            return await asyncio.wait_for(answer, self.patience)
        except TimeoutError:
            return f"no answer within {self.patience:g} seconds"


def read_channels(table: str, sources: Sequence[SecretSource]) -> Iterator[Channel]:
    """Yield the channels that a table of the configuration names.

    Raises:
        SecretError: an address cannot be read where it is kept.
    """
    lines = (line.strip() for source in sources for line in source.read().splitlines())
    urls = (line for line in lines if line and not line.startswith("#"))
    for number, url in enumerate(urls, start=1):
        yield Channel(name=f"{table}-{number}", url=url)


def require_apprise() -> None:
    """Raise ``CommandError`` where the package of the extra is missing."""
    if find_spec("apprise") is None:
        raise CommandError(
            "what sends alarms is not installed (apprise); install it with: "
            "pip install 'triaged[alarms]'",
            Exit.UNAVAILABLE,
        )


class _Ear(logging.Handler):
    """Hears the code that a server answered a message of this thread with."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.code = ""
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Take the code, and nothing else."""
        found = _CODE.search(record.getMessage())
        if record.thread == self._thread and found:
            self.code = found[1]


def _send(url: str, message: Message) -> str:
    """Send in this thread; return "" or a sentence that holds nothing of the address."""
    apprise = _load()
    log = logging.getLogger("apprise")
    ear = _Ear()
    log.addHandler(ear)
    try:
        sender = apprise.Apprise(asset=_asset(apprise))
        if not sender.add(url):
            return "the address is none that apprise understands"
        kind = _OVER if message.level is None else _TYPES[message.level]
        if sender.notify(
            title=message.title,
            body=message.text,
            notify_type=apprise.NotifyType(kind),
            body_format=apprise.NotifyFormat.TEXT,
        ):
            return ""
    # Any of a hundred services may raise anything, and none may end the thread without an answer.
    except Exception as error:  # noqa: BLE001 - the class alone is told: words may hold the address
        return f"it failed ({type(error).__name__})"
    finally:
        log.removeHandler(ear)
    return f"it was refused with {ear.code}" if ear.code else "it could not be reached"


def _load() -> Any:  # noqa: ANN401 - a module that is loaded late
    """Return apprise, whose words go nowhere: they may hold the address."""
    import apprise  # noqa: PLC0415 - an extra, and a second of start-up

    logging.getLogger("apprise").propagate = False
    return apprise


def _asset(apprise: Any) -> Any:  # noqa: ANN401 - likewise
    """Return how apprise is to behave: our name and no other, nothing on the disk."""
    return apprise.AppriseAsset(
        app_id="triaged",
        app_desc="triaged",
        app_url="",
        image_url_mask="",
        image_url_logo="",
        async_mode=False,
        secure_logging=True,
    )
