"""The tables, one schema for SQLite and PostgreSQL, gathered.

Who needs a table takes it from here, so that nobody sees one without those that it refers to.
docs/reference/store.md has a line for every table; the migrations bring a database to what stands
in ``store.tables``, and no statement reads a table from end to end: tests hold both.
"""

from store.tables.cases import approaches, cases, deeds, handles, locks, notes, searches
from store.tables.letters import blobs, bodies, cursors, hands, letters, places
from store.tables.outgoing import (
    acknowledgements,
    enclosures,
    gauges,
    holds,
    pauses,
    replies,
    sendings,
)
from store.tables.parts import metadata
from store.tables.people import accounts, recovery_codes, sessions
from store.tables.running import absences, alarms, beats, erasures, events, settings

__all__ = [
    "absences",
    "accounts",
    "acknowledgements",
    "alarms",
    "approaches",
    "beats",
    "blobs",
    "bodies",
    "cases",
    "cursors",
    "deeds",
    "enclosures",
    "erasures",
    "events",
    "gauges",
    "handles",
    "hands",
    "holds",
    "letters",
    "locks",
    "metadata",
    "notes",
    "pauses",
    "places",
    "recovery_codes",
    "replies",
    "searches",
    "sendings",
    "sessions",
    "settings",
]
