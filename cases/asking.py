"""What a person types to find cases: ``tag:damaged is:overdue before:2026-12-24 words``.

``ask`` reads it into a filter, ``spell`` writes a filter so that ``ask`` reads the same: a filter
in a link is what a person would type. A name that is unknown is a word like any other; a value
that a known name does not take is a fault, and the rest is still read. Days begin at midnight UTC.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final

from cases.filters import Filter
from cases.labels import TAGS, Priority
from cases.states import CaseState

_PART: Final = re.compile(r'(?:([a-z]+)[:\uff1a])?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_DURATION: Final = re.compile(r"(\d{1,4})(m|h|d)")
_UNITS: Final = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}

#: What ``is:`` takes beside the states of a case: fields of a filter that are true or not.
_MARKS: Final = ("overdue", "unsure", "escalated", "deadline", "free")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was understood, and what was not."""

    wanted: Filter
    #: Each as it was typed, ``before:yesterday``.
    faults: tuple[str, ...] = ()


def ask(typed: str) -> Asked:
    """Return what a person asks for."""
    wanted, faults = Filter(), []
    for part in _PART.finditer(typed):
        name, quoted, plain = part.groups()
        value = plain if quoted is None else quoted
        read = _READERS.get((name or "").lower())
        if read is None:
            words = (part[0],) if quoted is None else tuple(quoted.split())
            wanted = replace(wanted, words=wanted.words + words)
            continue
        try:
            wanted = read(wanted, value)
        except ValueError:
            faults.append(part[0])
    return Asked(wanted=wanted, faults=tuple(faults))


def spell(wanted: Filter) -> str:
    """Return what a person would type for a filter."""
    return " ".join(_spell(wanted))


def _spell(wanted: Filter) -> Iterator[str]:
    yield from (f"is:{state}" for state in sorted(wanted.states))
    yield from (f"is:{mark}" for mark in _MARKS if getattr(wanted, mark))
    yield from (f"tag:{tag}" for tag in sorted(wanted.tags))
    yield from (f"main:{tag}" for tag in sorted(wanted.main_tags))
    yield from (f"priority:{one}" for one in Priority if one in wanted.priorities)
    for name, field in _TEXTS.items():
        value = getattr(wanted, field)
        if value is not None:
            yield f'{name}:"{value}"' if re.search(r"\s", value) else f"{name}:{value}"
    if wanted.due_within is not None:
        yield f"due:{wanted.due_within // timedelta(minutes=1)}m"
    if wanted.before is not None:
        yield f"before:{_spell_time(wanted.before)}"
    if wanted.after is not None:
        yield f"after:{_spell_time(wanted.after)}"
    yield from (f'"{word}"' if ":" in word or "\uff1a" in word else word for word in wanted.words)


def _spell_time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().removesuffix("T00:00:00+00:00")


def _time(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _is(wanted: Filter, value: str) -> Filter:
    value = value.lower()
    if value in _MARKS:
        changed: dict[str, bool] = {value: True}
        return replace(wanted, **changed)  # type: ignore[arg-type]  # names of its flags
    return replace(wanted, states=wanted.states | {CaseState(value)})


def _tag(value: str) -> str:
    if value.lower() not in TAGS:
        raise ValueError(value)
    return value.lower()


def _duration(value: str) -> timedelta:
    found = _DURATION.fullmatch(value.lower())
    if found is None:
        raise ValueError(value)
    return int(found[1]) * _UNITS[found[2]]


def _text(field: str) -> Callable[[Filter, str], Filter]:
    def read(wanted: Filter, value: str) -> Filter:
        if not value:
            raise ValueError(field)
        changed: dict[str, str] = {field: value}
        return replace(wanted, **changed)  # type: ignore[arg-type]  # names of its texts

    return read


#: Names whose value is kept as it is, and the field of the filter.
_TEXTS: Final = {
    "order": "order",
    "lang": "language",
    "market": "marketplace",
    "shop": "shop",
    "person": "person",
}

_READERS: Final[Mapping[str, Callable[[Filter, str], Filter]]] = MappingProxyType(
    {
        "is": _is,
        "tag": lambda wanted, value: replace(wanted, tags=wanted.tags | {_tag(value)}),
        "main": lambda wanted, value: replace(wanted, main_tags=wanted.main_tags | {_tag(value)}),
        "priority": lambda wanted, value: replace(
            wanted, priorities=wanted.priorities | {Priority(value.lower())}
        ),
        "due": lambda wanted, value: replace(wanted, due_within=_duration(value)),
        "before": lambda wanted, value: replace(wanted, before=_time(value)),
        "after": lambda wanted, value: replace(wanted, after=_time(value)),
        **{name: _text(field) for name, field in _TEXTS.items()},
    }
)

#: Every name that is more than a word; docs/howto/search.md explains each.
NAMES: Final = frozenset(_READERS)
