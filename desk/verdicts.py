"""What would be done with one message, for a person's eyes: the words that spoke are marked.

Takes the object of the explain contract, so that text and JSON never tell two stories.
"""

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from cases.reasons import unsaid
from desk.tables import printable


def draw_verdict(said: Mapping[str, Any]) -> RenderableType:
    """Return kind, facts, tags with their words, rank and the acknowledgement."""
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold", no_wrap=True)
    facts.add_column()
    answer = said["acknowledge"]
    for name, value in (
        ("kind", f"{said['kind']} ({said['kind_reason']})"),
        ("language", said["language"]),
        ("marketplace", said["marketplace"] or "-"),
        ("orders", ", ".join(said["order_ids"]) or "-"),
        ("fulfilment", said["fulfilment"]),
        ("tags", "\n".join(map(_draw_tag, said["tags"])) or "-"),
        ("unsure", "yes" if said["unsure"] else "no"),
        ("priority", said["priority"]),
        ("rank", f"{said['rank']:.1f}  {'; '.join(unsaid(said['rank_reasons']))}"),
        ("acknowledge", "yes" if answer["send"] else f"no: {answer['reason']}"),
        ("not judged", ", ".join(answer["not_judged"]) or "-"),
    ):
        facts.add_row(name, printable(value))
    parts: list[RenderableType] = [
        facts,
        Panel(_mark_words(said), title=Text(printable(said["subject"])), title_align="left"),
    ]
    if answer["send"]:
        title = f"to {answer['to']} · {answer['template']} · {answer['language']}"
        body = f"{answer['subject']}\n\n{answer['body']}"
        parts.append(Panel(Text(printable(body)), title=Text(printable(title)), title_align="left"))
    return Group(*parts)


def _draw_tag(tag: Mapping[str, Any]) -> str:
    score = "" if tag["score"] is None else f"  {tag['score']:.2f}"
    return f"{tag['tag']}  by {', '.join(tag['by']) or 'nobody'}{score}"


def _mark_words(said: Mapping[str, Any]) -> Text:
    """A rule's words are underlined, the model's are in italics: never by colour alone."""
    text = Text(printable(said["text"]) or "(no words)")
    for tag in said["tags"]:
        for span in tag["spans"]:
            style = "bold underline" if span["by"].startswith("rule:") else "italic"
            text.stylize(style, span["start"], span["end"])
    return text
