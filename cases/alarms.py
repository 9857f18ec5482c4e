"""Alarms: what needs a person now, as values, and every kind of them with its remedy.

An alarm is found anew at each look (daemon/alarms/causes.py); how long it lasts and what was told
of it is an episode (cases/episodes.py). docs/reference/alarms.md lists the kinds, and a test holds
it so. No sentence holds a buyer's words or an address (P11). Pure values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Level(StrEnum):
    """How grave an alarm is, from the least."""

    NOTE = "note"
    WARNING = "warning"
    #: Told at any hour.
    ERROR = "error"

    def reaches(self, least: "Level") -> bool:
        """Tell whether it is as grave as ``least``, or graver."""
        order = tuple(Level)
        return order.index(self) >= order.index(least)


class Audience(StrEnum):
    """Who is told."""

    #: Who looks after the installation.
    OPERATOR = "operator"
    #: Who works the queue.
    AGENTS = "agents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of alarm."""

    #: What stands in messages, events and figures.
    id: str
    level: Level
    audience: Audience = Audience.OPERATOR
    #: How long it lasts before it is told: what mends itself meanwhile needs nobody.
    patience: timedelta = timedelta(0)
    #: Whether it is told again while it lasts, and when it is over; else once and for all.
    lasting: bool = True
    #: What to do, a sentence.
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that needs a person now."""

    #: Id of its kind.
    kind: str
    #: What it is about, such as a mailbox; of one kind and subject there is one alarm.
    subject: str = ""
    #: What is wrong; in words that stay the same while nothing changes.
    sentence: str
    #: How much of it there is; more than was told is told anew.
    size: int = 1
    #: The case it is about.
    case: int | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.kind, self.subject


_MINUTE: Final = timedelta(minutes=1)

_ALL: Final = (
    Kind(
        id="store-failing",
        level=Level.ERROR,
        patience=_MINUTE,
        remedy="Make room on the disk or start the database server; what was under way is tried "
        "again by itself, and nothing is lost.",
    ),
    Kind(
        id="worker-gone",
        level=Level.ERROR,
        remedy="Look with systemctl status triaged on its machine, and start it again. If it is "
        "gone for good: triaged alarms forget WORKER.",
    ),
    Kind(
        id="mailbox-failing",
        level=Level.ERROR,
        patience=5 * _MINUTE,
        # The likeliest first.
        remedy="A server that is down is tried again by itself. If the login is refused: renew the "
        "password (triaged secret set) and restart. If a name or a certificate is wrong: mend it "
        "in config.toml. triaged doctor says more.",
    ),
    Kind(
        id="mailbox-left",
        level=Level.WARNING,
        # A restart or an upgrade takes less.
        patience=15 * _MINUTE,
        remedy="Start its worker again, or name the mailbox in another worker's config.toml. "
        "If nobody is to read it any more: triaged alarms forget WORKER.",
    ),
    Kind(
        id="mailbox-stale",
        level=Level.ERROR,
        remedy="Run triaged doctor; a restart of the service does no harm.",
    ),
    Kind(
        id="login-ending",
        level=Level.WARNING,
        patience=5 * _MINUTE,
        remedy="Have the mailbox's owner consent again (triaged login MAILBOX); if the issuer "
        "cannot be reached, see network and proxy.",
    ),
    Kind(
        id="sender-failing",
        level=Level.ERROR,
        patience=5 * _MINUTE,
        remedy="Do what the sentence says; everything stays due and leaves afterwards.",
    ),
    Kind(
        id="brake-held",
        level=Level.ERROR,
        remedy="Look at the queue; if all is as it should be: triaged pause --off --all.",
    ),
    Kind(
        id="breaker-tripped",
        level=Level.ERROR,
        remedy="Look at the refusals with triaged ack list, mend, then end the pause: triaged "
        "pause --list names it.",
    ),
    Kind(
        id="paused-long",
        level=Level.WARNING,
        patience=12 * 60 * _MINUTE,
        remedy="If it was forgotten: triaged pause --off --all.",
    ),
    Kind(
        id="acks-failing",
        level=Level.ERROR,
        remedy="Look at the refusals with triaged ack list; triaged pause holds the rest back.",
    ),
    Kind(
        id="acks-unknown",
        level=Level.WARNING,
        patience=10 * _MINUTE,
        remedy="Look into Sent, then triaged ack resolve; the machine sends none of them again.",
    ),
    Kind(
        id="acks-stranded",
        level=Level.WARNING,
        remedy="Give the mailbox its old name back in config.toml, or they stay due.",
    ),
    Kind(
        id="letters-set-aside",
        level=Level.ERROR,
        remedy="They are kept and the rest goes on; look at letter.set-aside in the log, read them "
        "in the mailbox, and report the fault.",
    ),
    Kind(
        id="words-damaged",
        level=Level.ERROR,
        remedy="What does not open stays as it is and is sent to nobody; a backup of before has "
        "it. triaged status says where it is.",
    ),
    Kind(
        id="promises-near",
        level=Level.WARNING,
        remedy="Have somebody work the queue from the top, or have more people do so.",
    ),
    Kind(
        id="disk-low",
        level=Level.ERROR,
        remedy="Make room, or shorten retention; a full disk stops everything, and loses nothing.",
    ),
    Kind(
        id="config-refused",
        level=Level.WARNING,
        remedy="Run triaged check-config, mend what it names, and reload again.",
    ),
    Kind(
        id="model-outdated",
        level=Level.WARNING,
        remedy="Train a model with this version: triaged train, then triaged promote.",
    ),
)

_OF_CASES: Final = (
    Kind(
        id="case-grave",
        level=Level.ERROR,
        audience=Audience.AGENTS,
        lasting=False,
        remedy="A person should read it at once.",
    ),
    Kind(
        id="grave-ending",
        level=Level.ERROR,
        audience=Audience.AGENTS,
        lasting=False,
        remedy="Answer it before anything else.",
    ),
    Kind(
        id="promise-ending",
        level=Level.WARNING,
        audience=Audience.AGENTS,
        lasting=False,
        remedy="Answer it, or tell the buyer when you will.",
    ),
    Kind(
        id="limit-ending",
        level=Level.WARNING,
        audience=Audience.AGENTS,
        lasting=False,
        remedy="Answer it: the marketplace counts no acknowledgement.",
    ),
    Kind(
        id="digest",
        level=Level.NOTE,
        audience=Audience.AGENTS,
        lasting=False,
        remedy="The queue shows them, first served first.",
    ),
)

#: Every kind by its id.
KINDS: Final[Mapping[str, Kind]] = MappingProxyType({one.id: one for one in (*_ALL, *_OF_CASES)})
