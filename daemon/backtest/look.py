"""A look back: the operator's own mail of the last while, read-only, through the rehearsal.

Every mailbox's letters and sent mail are read side by side in the order in which they arrived, a
batch at a time. What a connection does wrong is an ``InboxError``.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from heapq import merge
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from daemon.backtest.rehearsal import Found, Rehearsal
from daemon.config.config import Config
from daemon.config.mailboxes import Mailbox
from daemon.imap.archive import Archive
from daemon.imap.inbox import InboxError
from daemon.knowledge import Knowledge
from daemon.login.access import Access, access_of
from desk.rehearsed import Look
from store.open import open_store

_BATCH: Final = 100

#: Is told how many letters there are, and how many are done.
Progress = Callable[[int, int], None]


def look_back(
    config: Config, knowledge: Knowledge, since: datetime, now: datetime, tell: Progress
) -> Look:
    """Return what would have been done since then; raise ``InboxError``, naming the mailbox."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(TemporaryDirectory(prefix="triaged-backtest-")))
        store = opened.enter_context(
            closing(open_store(f"sqlite:///{folder / 'triaged.db'}", folder / "letters"))
        )
        rehearsal = Rehearsal(config, knowledge, store, now)
        archives: list[tuple[str, Archive]] = []
        for name, box in config.mailboxes.items():
            with _naming(name):
                archives += [
                    (name, opened.enter_context(archive))
                    for archive in _archives(box, since, access_of(config, name))
                ]
        total, done = sum(len(archive) for _, archive in archives), 0
        streams = (_stream(name, archive) for name, archive in archives)
        found = merge(*streams, key=_arrived)
        while batch := list(islice(found, _BATCH)):
            tell(total, done)
            rehearsal.hear(batch)
            done += len(batch)
        rehearsal.finish()
        tell(total, total)
    return Look(
        since=since,
        now=now,
        mailboxes=tuple(config.mailboxes),
        letters=tuple(rehearsal.letters),
    )


def _archives(box: Mailbox, since: datetime, access: Access) -> Iterator[Archive]:
    yield Archive(box.imap, box.imap.folder, since, access)
    if box.imap.sent:
        yield Archive(box.imap, box.imap.sent_folder, since, access)


def _stream(name: str, archive: Archive) -> Iterator[Found]:
    with _naming(name):
        for fetched in archive.letters():
            yield Found(mailbox=name, fetched=fetched)


@contextmanager
def _naming(mailbox: str) -> Iterator[None]:
    """Have what a server does wrong say of which mailbox it is: several lie on one host."""
    try:
        yield
    except InboxError as error:
        raise InboxError(f"{mailbox}: {error}") from error


def _arrived(found: Found) -> datetime:
    return found.fetched.arrived
