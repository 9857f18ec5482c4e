"""Acknowledgements as tables for a terminal: what waits, what was withheld and why.

Terminal control characters in a buyer's words are shown as harmless signs, never obeyed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cases.values import Wording
from desk.tables import left, printable, when
from store.values import AckView


def draw_reasons(
    reasons: Mapping[str, int], vetoes: Mapping[str, int], since: datetime
) -> RenderableType:
    """Return what was withheld since then: acknowledgements, and letters that met a veto."""
    day = f"{since:%Y-%m-%d}"
    if not reasons and not vetoes:
        return Text(f"Nothing was withheld since {day}.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("letters", justify="right")
    table.add_column(f"withheld since {day}, and why")
    for name, count in sorted(reasons.items(), key=lambda one: -one[1]):
        table.add_row(str(count), f"{name}: would have been acknowledged but for this")
    for name, count in sorted(vetoes.items(), key=lambda one: -one[1]):
        table.add_row(str(count), name)
    return table


def draw_acks(acks: Sequence[AckView], now: datetime) -> RenderableType:
    """Return one line an acknowledgement."""
    if not acks:
        return Text("There are none.")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("ack", "case", "state", "since", "promised", "to"):
        table.add_column(name, no_wrap=name != "to", justify="right" if name in "case" else "left")
    for one in acks:
        table.add_row(
            str(one.ack),
            str(one.case),
            Text(_state(one)),
            _age(one.since, now),
            "" if one.promised_at is None else when(one.promised_at),
            Text(printable(one.recipient or one.address)),
        )
    return table


def draw_ack(one: AckView, wording: Wording | str | None, now: datetime) -> RenderableType:
    """Return an acknowledgement with its text: as it was sent, or as it would be now.

    ``wording`` is what would be sent, or the veto it would meet; None for one that has its own.
    """
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold")
    facts.add_column()
    subject, body = one.subject, one.body
    if isinstance(wording, Wording):
        subject, body = wording.subject, wording.body
    for name, value in (
        ("ack", str(one.ack)),
        ("case", str(one.case)),
        ("state", _state(one)),
        ("since", _age(one.since, now)),
        ("to", one.recipient or one.address),
        ("code", "" if one.code is None else str(one.code)),
        ("Message-ID", one.message_id or ""),
        ("subject", subject or ""),
        ("veto", wording if isinstance(wording, str) else ""),
    ):
        if value:
            facts.add_row(name, Text(printable(value)))
    return Group(facts, Text(""), Text(printable(body))) if body else facts


def _state(one: AckView) -> str:
    reason = f": {one.reason}" if one.reason else ""
    approved = ", approved" if one.approved_at is not None and not one.reason else ""
    return f"{one.state.value}{reason}{approved}"


def _age(since: datetime, now: datetime) -> str:
    return f"{left(max(since, now), since)} ago"
