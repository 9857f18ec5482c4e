"""Readings of answers: from what was typed to what it means.

Each raises ``ValueError`` with what is wrong, in words that go behind the question. Nothing is
asked of a server.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zoneinfo import available_timezones

from daemon.config.values import is_loopback
from replies.calendar import check_country
from replies.shops import DEFAULT_ZONES

_TLS: Final = {"tls": "implicit", "implicit": "implicit", "starttls": "starttls", "none": "none"}
#: As many as cannot be one any more: int() refuses thousands of them.
_DIGITS: Final = 6
_YES: Final = frozenset({"yes", "y", "是"})
_NO: Final = frozenset({"no", "n", "否"})
_LAST_PORT: Final = 65_535
_LOCALTIME: Final = Path("/etc/localtime")
#: Names of the time that servers keep anywhere, and nobody lives by.
_NOWHERE: Final = frozenset({"UTC", "UCT", "GMT", "GMT0", "Universal", "Zulu"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a server is."""

    host: str
    port: int
    tls: str


def to_way(text: str) -> str:
    """Return the way to log in: password or token."""
    if text not in {"password", "token"}:
        raise ValueError("write password or token")
    return text


def to_yes(text: str) -> bool:
    """Return whether the answer is yes."""
    if text.lower() not in _YES | _NO:
        raise ValueError("write yes or no")
    return text.lower() in _YES


def to_name(text: str) -> str:
    """Return the text, which is not empty."""
    if not text:
        raise ValueError("is empty")
    return text


def to_address(text: str) -> str:
    """Return a mail address in lower case."""
    local, _, domain = text.rpartition("@")
    if not local or "." not in domain or any(mark in text for mark in ' <>,"'):
        raise ValueError("write an address, as in shop@example.com")
    return text.lower()


def to_place(port: int) -> Callable[[str], Place]:
    """Return what reads a server's place, at ``port`` where none is named."""

    def read(text: str) -> Place:
        where, _, tls = text.partition("/")
        host, _, number = where.partition(":")
        if not host or (number and not (number.isascii() and number.isdigit())):
            raise ValueError("write a host, as in imap.example.com or imap.example.com:993")
        if tls and tls not in _TLS:
            raise ValueError("after the slash write tls, starttls or none")
        if number and not 1 <= int(number[:_DIGITS]) <= _LAST_PORT:
            raise ValueError(f"a port lies between 1 and {_LAST_PORT}")
        if tls == "none" and not is_loopback(host):
            raise ValueError("without TLS only a loopback address is asked; write tls or starttls")
        wanted = int(number[:_DIGITS]) if number else port
        # 143 and 587 begin in the clear by convention (RFC 8314 section 3).
        usual = "starttls" if wanted in {143, 587} else "implicit"
        return Place(host=host, port=wanted, tls=_TLS[tls] if tls else usual)

    return read


def to_marketplaces(text: str) -> tuple[str, ...]:
    """Return the marketplaces named between commas, all of them known."""
    named = tuple(filter(None, (one.strip().lower() for one in text.split(","))))
    if unknown := [one for one in named if one not in DEFAULT_ZONES]:
        raise ValueError(f"{unknown[0]!r} is none we know; known: {', '.join(DEFAULT_ZONES)}")
    return named


def to_zone(text: str) -> str:
    """Return the IANA name of a zone."""
    if not text:
        # What buyers are promised is said in it, so it is never guessed.
        raise ValueError('is not known from this machine; write an IANA name: "Europe/Berlin"')
    if text not in available_timezones():
        raise ValueError('write an IANA name, such as "Europe/Berlin"')
    return text


def home_zone(link: Path = _LOCALTIME) -> str:
    """Return the zone of this machine; "" where it keeps none or UTC, as servers do anywhere.

    Args:
        link: what systems keep it as (localtime(5)).
    """
    named = os.path.realpath(link).partition("/zoneinfo/")[2]
    lives = named in available_timezones() and named.rpartition("/")[2] not in _NOWHERE
    return named if lives else ""


def to_country(text: str) -> str | None:
    """Return a country's two letters whose holidays are known; None where nothing is named."""
    if text and not (len(text) == 2 and text.isascii() and text.isalpha()):  # noqa: PLR2004 - ISO
        raise ValueError("write two letters, or nothing")
    if text and (faults := check_country(text.upper())):
        raise ValueError(faults[0])
    return text.upper() or None
