"""What a database's refusal means, in a sentence for the operator.

No password and no row stands in a sentence: addresses are shown with the password masked, and
nothing of a statement's values is repeated.
"""

import re
from pathlib import Path
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
)

from store.errors import StoreError
from store.labour import Labour, find_labour

_LOCKED: Final = "database is locked"

_SENTENCES: Final = (
    ("file is not a database", "it is not a database; name another file or restore a backup"),
    ("malformed", "it is damaged; restore a backup"),
    ("unable to open database", "it cannot be opened; check that folder and file may be read"),
    ("readonly database", "it may only be read; give triaged the right to write it"),
    ("read-only transaction", "it may only be read; name a server that takes writes"),
    (_LOCKED, "another process has held it for 5 s; end that process"),
    ("interrupted", "it was told to stop in the middle; nothing was changed, do it again"),
    ("database or disk is full", "the disk is full; make room"),
    ("No space left", "the disk is full; make room"),
    ("disk I/O error", "the disk does not work; see the system's log"),
    ("password authentication failed", "the server refuses user or password; correct them"),
    ("no password supplied", "the server wants a password; put one into the address"),
    ("no pg_hba.conf entry", "the server does not let us in from here; see its pg_hba.conf"),
    (r'database "[^"]*" does not exist', "the server has no such database; create it"),
    (r'role "[^"]*" does not exist', "the server knows no such user; create it"),
    ("invalid connection option", "its address has an option that no server knows; correct it"),
    ("Connection refused", "no server answers there; start it or correct host and port"),
    ("No such file or directory", "no server answers there; start it or correct the host"),
    ("failed to resolve|could not translate|Name or service", "there is no such host; correct it"),
    ("timeout", "the server does not answer; see whether it runs and can be reached"),
    ("too many clients|remaining connection slots", "the server takes no further connections"),
    ("permission denied", "this user may not work there; grant it the rights of an owner"),
)


#: Who holds it is at work, and to end that process would only begin the work anew.
_LABOURS: Final = {
    Labour.UPGRADE: "another process brings it up to date, minutes where it is large; wait for it",
    Labour.ENCRYPTION: "it is being encrypted or decrypted, and at the end of that written anew, "
    "minutes where it is large; wait for it",
}


def show(url: URL) -> str:
    """Return the address of a store as it may be shown to anybody."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(query={}).render_as_string(hide_password=True)


def translate(error: DBAPIError, url: URL) -> StoreError:
    """Return the sentence for an error that says the store cannot be used."""
    said = str(error.orig)
    for pattern, meant in _SENTENCES:
        if re.search(pattern, said):
            labour = find_labour(Path(str(url.database))) if pattern == _LOCKED else None
            sentence = _LABOURS[labour] if labour else meant
            return StoreError(f"The store {show(url)} cannot be used: {sentence}.")
    return StoreError(
        f"The store {show(url)} cannot be used: {type(error.orig).__name__};"
        " see the log of the database."
    )


def is_held_up(error: DBAPIError, url: URL, labour: Labour) -> bool:
    """Whether SQLite's file could not be had because another process is at this work on it."""
    return _LOCKED in str(error.orig) and find_labour(Path(str(url.database))) is labour


def is_unusable(error: DBAPIError) -> bool:
    """Whether the store itself fails, and not one statement for the sake of its values."""
    return (
        error.connection_invalidated
        or isinstance(error, OperationalError | InterfaceError | InternalError)
        # Of SQLite: not a database, or a damaged one.
        or type(error) is DatabaseError
    )


def is_deadlock(error: DBAPIError) -> bool:
    """Whether the same work may pass when it is run again (PostgreSQL, appendix A)."""
    return getattr(error.orig, "sqlstate", None) in {"40P01", "40001"}
