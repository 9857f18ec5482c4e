"""What training letters of one language have in common, where each should be another person's.

Three likenesses are told. Two letters are alike by the share of their runs of five words that both
have (Jaccard); a letter too short for a run counts by its whole text. Sentences are alike by their
frame, letters by their opening. Japanese and Chinese put no blanks between words: signs are counted
there, eight for a run. All of it is read folded and without accents, as capitals, accents and
punctuation make no other letter. Pure; nothing fails.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from typing import Final, NamedTuple

from classifier.corpus import Example
from classifier.folding import fold
from classifier.sentences import sentences
from classifier.spelling import plain

#: What stands in a frame for the words that another sentence would replace.
BLANK: Final = "_"

#: A language's most frequent words or signs, so many, hold a frame together. They are those that
#: any matter is told with; were they more, nouns of our trade would part frames that are the same.
_HOLDING: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What likeness is counted in where words are parted by blanks, or where they are not."""

    unit: re.Pattern[str]
    #: What is written between units where they are shown.
    between: str
    #: Units in a run.
    run: int
    #: Units in an opening.
    opening: int
    #: A sentence has a frame from so many units on.
    sentence: int
    #: Of which so many hold it together; with fewer any grammar would be a frame ("_ for the _").
    holding: int


WORDS: Final = Measure(
    unit=re.compile(r"[^\W_]+"), between=" ", run=5, opening=3, sentence=6, holding=3
)
SIGNS: Final = Measure(
    unit=re.compile(r"[^\W_]"), between="", run=8, opening=4, sentence=12, holding=6
)

#: Every other language is counted in words.
_SIGNED: Final = frozenset({"ja", "zh"})


class Pair(NamedTuple):
    """Two letters that share a run."""

    #: Shared runs by all runs of both, above 0 and up to 1.
    likeness: float
    #: The id of the letter that stands first in its file, and of the later one.
    first: str
    later: str


def measure_of(language: str) -> Measure:
    """Return what likeness is counted in, for an ISO 639-1 code."""
    return SIGNS if language in _SIGNED else WORDS


def pairs(letters: Sequence[Example]) -> list[Pair]:
    """Return the letters of one language that share a run, the most alike first.

    Only letters that meet under a run are compared, so this grows with what is shared and not with
    the square of the corpus.
    """
    runs = [_runs(letter) for letter in letters]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, own in enumerate(runs):
        for run in own:
            holders[run].append(place)
    shared = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    found = [
        Pair(
            both / (len(runs[first]) + len(runs[later]) - both),
            letters[first].id,
            letters[later].id,
        )
        for (first, later), both in shared.items()
    ]
    return sorted(found, key=lambda pair: (-pair.likeness, pair.first, pair.later))


def frames(letters: Sequence[Example]) -> Mapping[str, Sequence[str]]:
    """Return each frame of a sentence with the ids of the letters that have it.

    A frame is what is left of a sentence once its words are replaced by a blank, except those that
    the language uses most; neighbouring blanks are one. So "Can I return the lamp for a refund?"
    and "Can I swap the green mug for a lid?" are one: "can i _ the _ for a _". This is how letters
    show that they were filled into a form, however different their nouns are.
    """
    if not letters:
        return {}
    measure = measure_of(letters[0].language)
    told = [(letter.id, _sentences(letter, measure)) for letter in letters]
    used = Counter(unit for _, of_letter in told for units in of_letter for unit in units)
    holding = {unit for unit, _ in used.most_common(_HOLDING) if not unit.isdecimal()}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for letter, of_letter in told:
        forms = (
            _frame(units, holding, measure) for units in of_letter if len(units) >= measure.sentence
        )
        for form in dict.fromkeys(filter(None, forms)):
            found[form].append(letter)
    return found


def openings(letters: Iterable[Example]) -> Mapping[str, Sequence[str]]:
    """Return what letters begin with, each with the ids of the letters that do."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for letter in letters:
        measure = measure_of(letter.language)
        begin = _units(letter, measure)[: measure.opening]
        found[measure.between.join(begin)].append(letter.id)
    return found


def _read(letter: Example) -> str:
    return plain(fold(letter.text).text)


def _units(letter: Example, measure: Measure) -> Sequence[str]:
    """Return the words or signs of a letter; a letter of a smiley is that smiley."""
    read = _read(letter)
    return measure.unit.findall(read) or (read,)


def _runs(letter: Example) -> frozenset[tuple[str, ...]]:
    measure = measure_of(letter.language)
    units = _units(letter, measure)
    last = max(1, len(units) - measure.run + 1)
    return frozenset(tuple(units[at : at + measure.run]) for at in range(last))


def _sentences(letter: Example, measure: Measure) -> Sequence[Sequence[str]]:
    read = _read(letter)
    cuts = [0, *sentences(read).positions, len(read)]
    return [measure.unit.findall(read, start, end) for start, end in pairwise(cuts)]


def _frame(units: Sequence[str], holding: set[str], measure: Measure) -> str:
    """Return the frame, "" where too little holds it together."""
    if sum(unit in holding for unit in units) < measure.holding:
        return ""
    shown = (unit if unit in holding else BLANK for unit in units)
    rows = ([BLANK] if unit == BLANK else row for unit, row in groupby(shown))
    return measure.between.join(unit for row in rows for unit in row)
