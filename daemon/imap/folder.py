"""One IMAP folder as the server presents it: found by name or attribute, selected or examined.

Promises: a folder that may only be read is examined instead (RFC 9051 6.3.3); one that is not
there is told.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, IMAPClientReadOnlyError

from daemon.imap.faults import InboxError, is_refusal

#: Letters that one SEARCH may name: its answer is one line, and the library reads at most 1 MB.
_WINDOW: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder as the server presents it."""

    name: str
    uidvalidity: int
    #: The UID that the next letter gets at the earliest.
    uidnext: int
    #: New keywords may be stored (PERMANENTFLAGS holds \\*).
    keywords: bool
    writable: bool
    #: UIDs, ascending, from one to the next of which one SEARCH may ask.
    milestones: tuple[int, ...] = ()

    def windows(self, after: int) -> Iterator[str]:
        """Cut the UIDs above ``after`` into ranges, the last of them without an end."""
        lows = [after, *(uid for uid in self.milestones if uid > after)]
        for low, high in zip(lows, [*lows[1:], "*"], strict=True):
            yield f"{low + 1}:{high}"


def open_folder(client: IMAPClient, folder: str, *, writable: bool) -> Folder | None:
    r"""Select or examine a folder; None when there is none with that attribute.

    Args:
        client: is logged in.
        folder: the folder's name, or "\\Sent" for the folder with that attribute.
        writable: SELECT instead of EXAMINE, where the server allows it.

    Raises:
        InboxError: there is no such folder, or it may not be read.
    """
    name = client.find_special_folder(folder.encode()) if folder.startswith("\\") else folder
    if name is None:
        return None
    try:
        found = _select(client, str(name), writable=writable)
    except IMAPClientError as error:
        if not is_refusal(error):
            raise
        raise InboxError(f"{client.host}: {_tell_folders(client, str(name))}") from error
    return Folder(
        name=str(name),
        uidvalidity=int(found[b"UIDVALIDITY"]),
        uidnext=int(found.get(b"UIDNEXT", 1)),
        keywords=b"\\*" in found.get(b"PERMANENTFLAGS", ()),
        writable=writable and b"READ-WRITE" in found,
        milestones=_milestones(client, int(found.get(b"EXISTS", 0))),
    )


def _select(client: IMAPClient, name: str, *, writable: bool) -> dict[bytes, Any]:
    try:
        return dict(client.select_folder(name, readonly=not writable))
    except IMAPClientReadOnlyError:
        return dict(client.select_folder(name, readonly=True))


def _milestones(client: IMAPClient, letters: int) -> tuple[int, ...]:
    """Return the UID of every ``_WINDOW``-th of the folder's letters.

    By their numbers, which hold right after SELECT: UIDs can lie millions apart.
    """
    client.use_uid = False
    try:
        found = client.fetch(range(_WINDOW, letters + 1, _WINDOW), ["UID"])
    finally:
        client.use_uid = True
    return tuple(sorted(int(one[b"UID"]) for one in found.values()))


def _tell_folders(client: IMAPClient, name: str) -> str:
    """Return why a folder cannot be opened.

    Folders are often named after customers, so those that are there are counted, not told (P11).
    """
    names = [
        str(one)
        for attributes, _, one in client.list_folders()
        if not {b"\\Noselect", b"\\NonExistent"}.intersection(attributes)
    ]
    if name in names:
        return f"the server refuses to open the folder {name!r}; check its access rights"
    near = difflib.get_close_matches(name, names, n=1)
    hint = "one of them differs by a letter or two" if near else "check folder and sent"
    return f"there is no folder {name!r} among its {len(names)}; {hint}"
