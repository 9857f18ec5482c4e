"""What the rulebooks say of a letter: as findings for people, and as numbers for the model.

The letter's own rulebook is asked, then English; where the language is unknown all of them. The
first that finds a tag is the only one heard. Pure; nothing fails.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cases.labels import TAGS
from classifier.folding import Folded
from classifier.rulefile import SIGNALS
from classifier.rules import Findings, Rulebook, search

#: The rulebook that is asked where a letter's own finds nothing, and what it needs to read.
_FALLBACK: Final = "en"
_LATIN: Final = re.compile("[a-z]{3}")

#: The columns of a testimony. Part of every model file: a model weighs them in this order.
COLUMNS: Final = (
    *(f"said {tag}" for tag in TAGS),
    *(f"said twice {tag}" for tag in TAGS),
    *(f"denied {tag}" for tag in TAGS),
    *(f"in subject {tag}" for tag in TAGS),
    *SIGNALS,
)

_PLACE: Final = {column: place for place, column in enumerate(COLUMNS)}

_TAGS: Final = frozenset(TAGS)

Testimony = NDArray[np.float32]


def hear(text: Folded, language: str, rulebooks: Mapping[str, Rulebook]) -> tuple[Findings, ...]:
    """Return what the rulebooks that may speak for the language find.

    Where none finds a tag, the signals of the language's own count.
    """
    silent: tuple[Findings, ...] = ()
    for rulebook in _asked(text, language, rulebooks):
        findings = search(rulebook, text)
        if findings.hits:
            return (findings,)
        silent = silent or (findings,)
    return silent


def audience(language: str, rulebooks: Mapping[str, Rulebook]) -> dict[str, Rulebook]:
    """Return the rulebooks that may be asked about letters of one language."""
    asked = rulebooks if language == "unknown" else (language, _FALLBACK)
    return {code: rulebooks[code] for code in rulebooks if code in asked}


def attest(found: Sequence[Findings], titled: Sequence[Findings]) -> Testimony:
    """Return findings as a row of ``COLUMNS``, each 0 or 1.

    Args:
        found: what was found in the letter's words.
        titled: what was found in its subject.
    """
    row = np.zeros(len(COLUMNS), dtype=np.float32)
    for one in found:
        for hit in one.hits:
            seen = row[_PLACE[f"said {hit.label}"]]
            row[_PLACE[f"said twice {hit.label}" if seen else f"said {hit.label}"]] = 1.0
        for tag in one.denied & _TAGS:
            row[_PLACE[f"denied {tag}"]] = 1.0
    for one in titled:
        for hit in one.hits:
            row[_PLACE[f"in subject {hit.label}"]] = 1.0
    for one in (*found, *titled):
        for signal in one.signals:
            row[_PLACE[signal.label]] = 1.0
    return row


def _asked(text: Folded, language: str, rulebooks: Mapping[str, Rulebook]) -> Iterable[Rulebook]:
    """Yield the letter's own rulebook, then English; all of them where the language is unknown.

    Text too short to tell its language is short enough for a phrase of any language to be meant.
    """
    if not text.text:
        return ()
    spoken = (language, _FALLBACK) if _LATIN.search(text.text) else (language,)
    first = [code for code in dict.fromkeys(spoken) if code in rulebooks]
    rest = [code for code in rulebooks if code not in first] if language == "unknown" else []
    return (rulebooks[code] for code in (*first, *rest))
