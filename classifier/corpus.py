"""Training letters: files written by people, one a language, checked as they are read.

The format and how to write good letters are in the guide beside the files. A folder whose files
break the format raises ``CorpusFault`` with every fault in it.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cases.labels import ALONE, TAGS, Priority

DIFFICULTIES: Final = ("plain", "hard", "trap")

_TEXTS: Final = ("id", "writer", "situation", "difficulty", "subject", "priority", "text")

#: Without these a letter could not be held back with its like.
_SAID: Final = ("id", "writer", "situation")


class CorpusFault(Exception):  # noqa: N818 - the word for what a person must mend
    """Training files break the format; the message names every file, letter and remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One training letter with what a careful agent would say of it."""

    id: str
    #: ISO 639-1, the name of its file.
    language: str
    #: The voice it is written in.
    writer: str
    #: What happened; letters of one situation are never split between training and test.
    situation: str
    difficulty: str
    subject: str
    text: str
    #: The complete set, main tag first.
    tags: tuple[str, ...]
    priority: Priority
    #: For how many letters it counts when words are learned; no key of the files.
    weight: float = 1.0


def read_corpus(folder: Path) -> tuple[Example, ...]:
    """Return the letters of every file in ``folder``, by file and place.

    Raises:
        CorpusFault: files break the format, or there is no letter.
    """
    faults: list[str] = []
    examples: list[Example] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as fault:
            faults.append(f"{path.name}: is not TOML: {fault}")
            continue
        except UnicodeDecodeError as fault:
            faults.append(f"{path.name}: is no text in UTF-8: {fault}")
            continue
        for letter in table.get("letter", []):
            wrong = [f"{path.name}: {letter.get('id', '?')}: {one}" for one in _faults(letter)]
            faults += wrong
            if not wrong:
                examples.append(_example(letter, path.stem))
    twice = [one for one, times in Counter(example.id for example in examples).items() if times > 1]
    faults += [f"{one}: id stands twice: rename one" for one in twice]
    if faults:
        raise CorpusFault("\n".join(faults))
    if not examples:
        raise CorpusFault(
            f"{folder}: holds no training letters: name a folder of <language>.toml files, each "
            "with [[letter]] tables"
        )
    return tuple(examples)


def _faults(letter: Mapping[str, object]) -> Iterator[str]:
    for key in _TEXTS:
        if not isinstance(letter.get(key), str):
            yield f"needs {key} as a text"
    for key in _SAID:
        if letter.get(key) == "":
            yield f"needs a {key}, not an empty one"
    for key in sorted(set(letter) - {*_TEXTS, "tags"}):
        yield f"has no {key!r}: remove it"
    if letter.get("difficulty") not in DIFFICULTIES:
        yield f"needs a difficulty of {', '.join(DIFFICULTIES)}"
    if letter.get("priority") not in tuple(Priority):
        yield f"needs a priority of {', '.join(Priority)}"
    tags = letter.get("tags")
    if (
        not isinstance(tags, list)
        or not tags
        or set(tags) - set(TAGS)
        or len(set(tags)) < len(tags)
    ):
        yield "needs tags of the labels' page, each once"
    elif set(tags) & ALONE and len(tags) > 1:
        yield f"has a tag that stands alone beside others: {', '.join(tags)}"


def _example(letter: Mapping[str, object], language: str) -> Example:
    tags = letter["tags"]
    return Example(
        language=language,
        tags=tuple(tags) if isinstance(tags, list) else (),
        priority=Priority(str(letter["priority"])),
        weight=1.0,
        **{key: str(letter[key]).strip() for key in _TEXTS if key != "priority"},
    )
