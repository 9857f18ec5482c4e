"""The views that a person keeps: addresses of the queue, named by what they choose."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Final
from urllib.parse import parse_qsl

from desk.filters import Choice, read_choice
from desk.language import Words

#: So many can be kept: each has a key, ``g 1`` to ``g 9``.
MOST: Final = 9
_KEPT: Final = "views"
_BETWEEN: Final = "\n"


def saved(preferences: Mapping[str, str]) -> list[Choice]:
    """Return the views of a person, in the order in which they were kept."""
    lines = preferences.get(_KEPT, "").split(_BETWEEN)
    return [read_choice(dict(parse_qsl(line))) for line in lines if line][:MOST]


def toggle(preferences: Mapping[str, str], choice: Choice) -> dict[str, str]:
    """Return the preferences with one view more, or without it; the oldest gives way."""
    present = saved(preferences)
    if choice in present:
        present.remove(choice)
    elif choice.query:
        present = [*present, choice][-MOST:]
    return {**preferences, _KEPT: _BETWEEN.join(one.query for one in present)}


def name(choice: Choice, words: Words) -> str:
    """Return what a view chooses, in the person's language: "Open · damaged · de"."""
    chosen = [
        words.label(one.name, getattr(choice, one.name))
        for one in fields(choice)
        if one.name != "view" and getattr(choice, one.name)
    ]
    return " · ".join([words(f"queue.{choice.view}"), *chosen])


def names(choices: Sequence[Choice], words: Words) -> list[tuple[Choice, str]]:
    """Return each view with its name."""
    return [(one, name(one, words)) for one in choices]
