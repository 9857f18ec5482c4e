"""The search for another robot: what lies in Sent that no person wrote (cases/robots.py).

Read-only. Our own acknowledgements, which a server may have copied there, are not another's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.labels import Kind
from cases.robots import Heard, Robot, Sent, find_robot, see
from cases.values import Letter
from daemon.config.config import Config
from daemon.imap.archive import Archive
from daemon.imap.inbox import Fetched, InboxError
from daemon.knowledge import find_boundary
from daemon.login.access import access_of
from daemon.triage import believed
from mail.reading import Boundary, read

#: The newest letters of a folder that are looked at: a robot shows in these or not at all.
NEWEST: Final = 1_000

#: Tells which of these Message-IDs are those of our acknowledgements.
Ours = Callable[[Sequence[str]], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the look into one mailbox's Sent found."""

    mailbox: str
    #: None where nothing gives one away.
    robot: Robot | None = None
    #: There is no folder of sent mail to look into.
    absent: bool = False
    #: Why nobody could look, a sentence; None where it was looked.
    problem: str | None = None


def search(config: Config, since: datetime, ours: Ours) -> Iterator[Search]:
    """Look for another robot in every mailbox's mail since then, one mailbox after the other."""
    boundary = find_boundary(config)
    for name, box in config.mailboxes.items():
        folder = box.imap.sent_folder
        if not folder:
            yield Search(mailbox=name, absent=True)
            continue
        access = access_of(config, name)
        arrived, left = (Archive(box.imap, one, since, access) for one in (box.imap.folder, folder))
        yield _search(name, arrived, left, boundary, ours)


def _search(name: str, arrived: Archive, left: Archive, boundary: Boundary, ours: Ours) -> Search:
    heard = Heard()
    try:
        with arrived as inbox:
            for letter, at in _read(inbox.letters(NEWEST, headers=True), boundary):
                heard.hear(letter, at)
        with left as sent:
            if sent.absent:
                return Search(mailbox=name, absent=True)
            robot = find_robot(_see(_read(sent.letters(NEWEST), boundary), heard, ours))
    except InboxError as error:
        return Search(mailbox=name, problem=str(error))
    return Search(mailbox=name, robot=robot)


def _read(fetched: Iterator[Fetched], boundary: Boundary) -> Iterator[tuple[Letter, datetime]]:
    for one in fetched:
        letter = read(one.raw, boundary)
        yield letter, believed(letter, one.arrived)


def _see(letters: Iterator[tuple[Letter, datetime]], heard: Heard, ours: Ours) -> Iterator[Sent]:
    own = [(one, at) for one, at in letters if one.kind is Kind.OWN]
    known = ours([one.message_id for one, _ in own if one.message_id])
    return (see(one, at, heard) for one, at in own if one.message_id not in known)
