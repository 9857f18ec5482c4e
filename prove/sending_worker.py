"""One life of a sending worker in simulated time: what is due is sent, and the clock leaps on.

The dispatchers and the store are those that ship; the clock is theirs to be given. It stands while
messages are on their way and leaps to the next moment at which one may leave, so that hours of
rest cost nothing. Its time is kept in a file, because a worker that was killed goes on from there.
Usage: python -m prove.sending_worker FOLDER PORT [EVENT NTH MILLISECONDS]
"""

import asyncio
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cases.pace import Pace, Window
from cases.states import AckState
from daemon.config.mailboxes import Smtp
from daemon.config.stored import Log
from daemon.knowledge import Knowledge, load_knowledge
from daemon.log_output import configure
from daemon.sending.send import Dispatcher
from daemon.smtp.outbox import Outbox
from prove.die_at import arm
from store.open import open_store
from store.protocol import Ledger, Store
from store.writer import Writer
from tests.sending_builder import WORKER, build_config, dispatcher

MAILBOXES: Final = ("box0", "box1", "box2", "box3")
CONNECTIONS: Final = 4
#: How long the worker waits for an answer, in seconds of this world.
_PATIENCE: Final = 1
#: Four logins, each as a provider might bound it.
_LIMITS: Final = {Window.MINUTE: 60, Window.DAY: 2000}


class LeapingClock:
    """A clock that is kept in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._time = datetime.fromisoformat(path.read_text("ascii"))

    def __call__(self) -> datetime:
        """Return the time."""
        return self._time

    def leap(self, when: datetime) -> None:
        """Go on to ``when``; never back."""
        self._time = max(self._time, when)
        partial = self._path.with_suffix(".new")
        partial.write_text(self._time.isoformat(), "ascii")
        partial.replace(self._path)


def build_server(port: int) -> Smtp:
    """Return how the scripted server is reached."""
    return Smtp.model_validate(
        {
            "host": "127.0.0.1",
            "port": port,
            "tls": "none",
            "connections": CONNECTIONS,
            "user": "seller",
            "password": "secret",
            "timeout": f"{_PATIENCE}s",
        }
    )


async def work(store: Store, clock: LeapingClock, port: int, knowledge: Knowledge) -> None:
    """Send until nothing is due any more."""
    writer = Writer(store)
    await writer(lambda ledger: ledger.recover(WORKER, clock()))
    senders = [_build_sender(name, writer, clock, port, knowledge) for name in MAILBOXES]
    while await writer.read(_is_waiting):
        await asyncio.gather(*(one.drain() for one in senders))
        await writer(lambda ledger: _let_go(ledger, clock()))
        moments = await asyncio.gather(*(one.opens() for one in senders))
        soon = clock() + timedelta(seconds=1)
        clock.leap(max(soon, min((one for one in moments if one is not None), default=soon)))
        await writer(lambda ledger: ledger.recover("", clock()))
    await asyncio.gather(*(one.close() for one in senders))
    await writer.close()


def _build_sender(
    name: str, writer: Writer, clock: LeapingClock, port: int, knowledge: Knowledge
) -> Dispatcher:
    return dispatcher(
        writer,
        knowledge,
        port,
        name,
        now=clock,
        outbox=Outbox(build_server(port), data_timeout=_PATIENCE),
        pace=Pace(login=name, limits=_LIMITS),
    )


def _is_waiting(ledger: Ledger) -> bool:
    counts = ledger.counts().acks
    return bool(counts[AckState.DUE] + counts[AckState.CLAIMED] + counts[AckState.SENDING])


def _let_go(ledger: Ledger, now: datetime) -> None:
    """Do what a person does who was told that a breaker holds a template."""
    for pause in ledger.pauses(now):
        ledger.resume(pause.subject, "person", now)


def main(words: Sequence[str]) -> None:
    """Live once."""
    folder, port, *point = words
    if point:
        arm(*point)
    configure(Log(level="debug", format="json"))
    knowledge = load_knowledge(build_config(), proved=True)
    path = Path(folder)
    url = f"sqlite:///{path / 'triaged.db'}"
    with closing(open_store(url, path / "letters")) as store:
        asyncio.run(work(store, LeapingClock(path / "clock"), int(port), knowledge))


if __name__ == "__main__":
    main(sys.argv[1:])
