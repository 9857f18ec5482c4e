"""What became of what was asked, carried in the address of the page that follows.

"12 done, 3 held by li", and for half a minute the way back. The address holds numbers and names
only; whoever makes one up tells a lie to nobody but himself.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlencode, urlsplit

from cases.deeds import UNDO_WITHIN, Refusal
from cases.numbers import read_number, read_numbers
from desk.buttons import DEEDS
from store.desk_values import Outcome

#: The names in an address that tell outcomes.
TOLD: Final = frozenset(
    {"do", "n", "by", "deeds", "acks", "letters", "origin", "at", "said", *Refusal}
)
_MOST: Final = 200
#: Everything of which an outcome is told: each has its words under ``did``.
DONE: Final = frozenset({*DEEDS, "undo", "note", "reply", "approve", "refuse", "merge", "split"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is told after a form."""

    do: str
    done: int
    #: How many were refused, by why.
    refused: Mapping[str, int]
    holder: str
    #: What can be taken back now.
    deeds: Sequence[int]
    #: The acknowledgements on which a person decided: their word can be taken back.
    acks: Sequence[int]
    #: The letters that a merger brought, and the case that a split left: either can be taken back.
    letters: Sequence[int]
    origin: int


def report_query(
    do: str,
    outcomes: Sequence[Outcome],
    now: datetime,
    *,
    acks: Sequence[int] = (),
    letters: Sequence[int] = (),
    origin: int = 0,
) -> str:
    """Return the outcomes as they stand in an address, where ``read_report`` finds them.

    Args:
        do: the button that was pressed.
        outcomes: what became of each case.
        now: when that was.
        acks: the acknowledgements on which the person decided.
        letters: the letters that a merger brought.
        origin: the case that a split left; 0 for none.
    """
    refused = Counter(one.refusal for one in outcomes if one.refusal is not None)
    deeds = [str(one.deed) for one in outcomes if one.deed is not None][:_MOST]
    said = {
        "do": do,
        "n": sum(one.done for one in outcomes),
        **{reason.value: number for reason, number in refused.items()},
        "by": next((one.holder for one in outcomes if one.holder), ""),
        "deeds": ",".join(deeds),
        "acks": ",".join(map(str, acks[:_MOST])),
        "letters": ",".join(map(str, letters[:_MOST])),
        "origin": origin or "",
        "at": int(now.timestamp()),
    }
    return urlencode({name: value for name, value in said.items() if value != ""})


def amend(address: str, query: str) -> str:
    """Return the address with what is told in the place of what it told before."""
    parts = urlsplit(address)
    kept = [pair for pair in parts.query.split("&") if pair and pair.partition("=")[0] not in TOLD]
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return f"{parts.path}?{'&'.join([*kept, query])}{anchor}"


def read_report(query: Mapping[str, str], now: datetime) -> Report | None:
    """Return what an address tells; None where it tells nothing."""
    do = query.get("do", "")
    if do not in DONE:
        return None
    numbers = {name: read_number(query.get(name, "")) for name in ("n", "at", *Refusal)}
    fresh = now.timestamp() - numbers["at"] < UNDO_WITHIN.total_seconds()
    deeds, acks, letters = (
        read_numbers(query.get(name, "").split(",")[:_MOST])
        for name in ("deeds", "acks", "letters")
    )
    return Report(
        do=do,
        done=numbers["n"],
        refused={reason.value: numbers[reason] for reason in Refusal if numbers[reason]},
        holder=query.get("by", "")[:40],
        deeds=deeds if fresh else (),
        acks=acks if fresh else (),
        letters=letters if fresh and numbers["n"] else (),
        origin=read_number(query.get("origin", "")) if fresh and numbers["n"] else 0,
    )
