"""The keys of the desk: what each does, and which keys a person has put in their place.

Gmail's, since every agent knows them; 1 to 9 toggle the likeliest tags. A key that is pressed
clicks or focuses what bears its name on the page, so keys can do nothing that a form cannot.
"""

from collections.abc import Mapping
from typing import Final

#: By what it does, in the order of the list; two signs are pressed one after the other.
KEYS: Final[Mapping[str, str]] = {
    "next": "j",
    "previous": "k",
    "open": "o",
    "back": "u",
    "select": "x",
    "select-range": "X",
    "select-all": "* a",
    "select-none": "* n",
    "done": "e",
    "claim": "c",
    "assign": "a",
    "reply": "r",
    "drafts": "d",
    "note": "n",
    "tags": "l",
    "snooze": "b",
    "wait": "h",
    "escalate": "^",
    "spam": "!",
    "undo": "z",
    "search": "/",
    "go-queue": "g q",
    "go-mine": "g m",
    "go-due": "g d",
    "go-approve": "g a",
    "view": "v",
    "why": "w",
    "news": ".",
    "dark": "D",
    "help": "?",
}
#: What keys do on the queue that no form does: move and choose.
MOVES: Final = ("next", "previous", "open", "select", "select-range", "select-all", "select-none")
#: In preferences, before the name of what a key does.
PREFIX: Final = "key."


def keys_of(preferences: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of a person; "" is a key that was taken away."""
    return {name: preferences.get(f"{PREFIX}{name}", key) for name, key in KEYS.items()}


def faults_of(keys: Mapping[str, str]) -> list[str]:
    """Return what is wrong with these keys: each thing whose key is none, or taken twice."""
    used = [key for key in keys.values() if key]
    return [
        name
        for name, key in keys.items()
        if key and (not _is_key(key) or used.count(key) > 1 or _hides(key, used))
    ]


def _is_key(key: str) -> bool:
    """One sign, or two with a blank between; digits are the tags'."""
    parts = key.split(" ")
    return len(parts) in {1, 2} and all(
        len(part) == 1 and part.isprintable() and not part.isdigit() for part in parts
    )


def _hides(key: str, used: list[str]) -> bool:
    """Whether another key begins with this one, so that it could never be pressed."""
    return any(other != key and other.startswith(f"{key} ") for other in used)
