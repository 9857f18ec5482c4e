"""The queue and one case as tables for a terminal.

Colour only repeats what words say, so nothing is lost without it. Terminal control characters in
a buyer's words are shown as harmless signs, never obeyed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cases.labels import Priority
from cases.reasons import unsaid
from store.values import AckView, CaseView, EventView, QueueRow, Waiting

_COLOURS: Final = {
    Priority.URGENT: "bold red",
    Priority.HIGH: "yellow",
    Priority.NORMAL: "default",
    Priority.LOW: "dim",
}

#: "promise overdue 2 d 23 h".
_CLOCK_WIDTH: Final = 24


def draw_queue(rows: Sequence[QueueRow], now: datetime) -> RenderableType:
    """Return the queue, first served first."""
    if not rows:
        return Text("The queue is empty.")
    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("rank", justify="right", no_wrap=True, width=5)
    digits = max(len(str(row.case)) for row in rows)
    table.add_column("case", justify="right", no_wrap=True, width=max(5, digits))
    table.add_column("what and why; order, acknowledgement, words", ratio=1, no_wrap=True)
    table.add_column("time left", no_wrap=True, width=_CLOCK_WIDTH)
    for row in rows:
        table.add_row(
            Text(f"{row.rank:.1f}", style=_COLOURS[row.priority]),
            str(row.case),
            _draw_matter(row),
            _draw_clocks(row, now),
        )
    return table


def draw_watched(rows: Sequence[QueueRow], waiting: Waiting, now: datetime) -> RenderableType:
    """Return the queue under a line that says of how many it is the top, and when."""
    told = f"{waiting.cases} open, {waiting.overdue} overdue · {when(now)} · Ctrl-C ends"
    return Group(Text(told, style="bold"), draw_queue(rows, now))


def draw_case(view: CaseView, now: datetime) -> RenderableType:
    """Return one case with its letters, acknowledgements and events."""
    row = view.row
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold")
    facts.add_column()
    for name, value in (
        ("state", row.state.value),
        ("rank", f"{row.rank:.1f}  {'; '.join(unsaid(row.reasons))}"),
        ("priority", row.priority.value),
        ("tags", ", ".join(row.tags) + (" (unsure)" if row.unsure else "")),
        ("orders", ", ".join(view.order_ids) or "-"),
        ("marketplace", row.marketplace or "-"),
        ("shop", row.shop or "-"),
        ("language", row.language),
        ("promise", left(row.running(row.promise_at), now)),
        ("limit", left(row.running(row.limit_at), now)),
        ("linked", "-" if view.linked is None else f"case {view.linked}"),
    ):
        facts.add_row(name, Text(printable(value)))
    parts: list[RenderableType] = [Text(f"Case {row.case}", style="bold"), facts]
    if view.forgotten:
        parts.append(Text("Its buyer was erased: it stays closed, and nothing more leaves for it."))
    for letter in view.letters:
        read = letter.verdict.letter
        parts.append(
            Panel(
                Text(printable(read.text) or "(no words)"),
                title=f"{when(letter.received)}  {escape(printable(read.subject))}",
                title_align="left",
            )
        )
    parts += [_draw_answer(ack) for ack in view.acks]
    parts.append(_draw_events(view.events))
    return Group(*parts)


def left(clock_at: datetime | None, now: datetime) -> str:
    """Return the time left in words: "2 h 10 min", "overdue 14 min", "-" for no clock."""
    if clock_at is None:
        return "-"
    late = clock_at < now
    minutes = int(abs(clock_at - now) / timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        said = f"{days} d {hours} h"
    elif hours:
        said = f"{hours} h {minutes:02} min"
    else:
        said = f"{minutes} min"
    return f"overdue {said}" if late else said


def when(time: datetime) -> str:
    """Return the time as a person reads it, in UTC."""
    return time.strftime("%Y-%m-%d %H:%M UTC")


def printable(text: str) -> str:
    """Return the text with every control character but the line break made visible."""
    return "".join(
        char if char == "\n" or char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def _draw_matter(row: QueueRow) -> Text:
    tags = ", ".join(row.tags) + (" (unsure)" if row.unsure else "")
    marks = [f"{row.letters} letters" * (row.letters > 1), "photo" * (row.photos > 0)]
    text = Text(tags, style=_COLOURS[row.priority], overflow="ellipsis")
    why = "; ".join(filter(None, (*unsaid(row.reasons), *marks)))
    text.append(f"  {why}" if why else "", style="not bold dim")
    where = row.order_id or row.marketplace or row.buyer
    below = f"{where} · {_say_ack(row)} · {row.excerpt or row.subject}"
    text.append(f"\n{printable(below)}", style="not bold dim")
    return text


def _draw_clocks(row: QueueRow, now: datetime) -> Text:
    return Text(f"promise {left(row.promise_at, now)}\nlimit   {left(row.limit_at, now)}")


def _say_ack(row: QueueRow) -> str:
    said = "not acknowledged" if row.ack is None else row.ack.value
    return f"{said} ({row.ack_reason})" if row.ack_reason else said


def _draw_answer(ack: AckView) -> RenderableType:
    title = f"acknowledgement: {ack.state.value}"
    if ack.reason:
        title += f" ({ack.reason})"
    if ack.promised_at:
        title += f", promised by {when(ack.promised_at)}"
    return Panel(
        Text(printable(ack.body or "(not written)")), title=Text(title), title_align="left"
    )


def _draw_events(events: Sequence[EventView]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for event in events:
        said = " ".join(f"{name}={value}" for name, value in event.fields.items())
        cells = (when(event.at), event.name, event.who, printable(said))
        table.add_row(*map(Text, cells))
    return table
