"""The census of the training letters: how many there are of what, and which are too much alike.

``python -m classifier.census FOLDER`` prints a row a language and exits with 0; with 1 where a
limit is passed, after a sentence for each that names the letters. ``make check`` asks it of ours.
A file that breaks the format is told in the same way.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from cases.labels import TAGS
from classifier.corpus import DIFFICULTIES, CorpusFault, Example, read_corpus
from classifier.likeness import Pair, frames, openings, pairs

#: Two letters of a language may share this part of their runs.
MOST_ALIKE: Final = 0.25
#: So many letters may hold the same frame of a sentence.
MOST_OF_A_FRAME: Final = 5
#: This part of a language's letters may begin alike; one letter always may.
MOST_OF_AN_OPENING: Final = 0.03
#: Each tag stands in so many letters of each language.
LEAST_OF_A_TAG: Final = 6

#: Why a language has fewer letters of a tag, by language and tag; none does.
FEWER: Final[Mapping[tuple[str, str], str]] = {}

#: Letters named in one sentence.
_NAMED: Final = 12
#: Columns of a table that no terminal shows: no row is broken.
_WIDE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The letters of one language, counted."""

    language: str
    letters: int
    writers: int
    situations: int
    #: Letters of each difficulty.
    difficulties: Mapping[str, int]
    #: Letters of each tag, also where there is none.
    tags: Mapping[str, int]
    #: Letters that share a run of words, the most alike first.
    pairs: Sequence[Pair]
    #: Frames of sentences that letters share, with the ids of these, the commonest first.
    frames: Sequence[tuple[str, Sequence[str]]]
    #: Openings that letters share, likewise.
    openings: Sequence[tuple[str, Sequence[str]]]


def count(letters: Sequence[Example]) -> Census:
    """Return the census of the letters of one language; there is at least one."""
    given = Counter(tag for one in letters for tag in one.tags)
    of_difficulty = Counter(one.difficulty for one in letters)
    return Census(
        language=letters[0].language,
        letters=len(letters),
        writers=len({one.writer for one in letters}),
        situations=len({one.situation for one in letters}),
        difficulties={name: of_difficulty[name] for name in DIFFICULTIES},
        tags={tag: given[tag] for tag in TAGS},
        pairs=pairs(letters),
        frames=_commonest(frames(letters)),
        openings=_commonest(openings(letters)),
    )


def faults(census: Census, fewer: Mapping[tuple[str, str], str] = FEWER) -> Iterator[str]:
    """Yield a sentence for each limit that a language passes, with its letters and what to do.

    Args:
        census: the language, counted.
        fewer: why a language may have fewer letters of a tag, by language and tag.
    """
    for likeness, first, later in census.pairs:
        if likeness > MOST_ALIKE:
            yield (
                f"{later}: likeness {likeness:.2f} to {first}, at most {MOST_ALIKE} may be: "
                "tell it as another person would"
            )
    for frame, ids in census.frames:
        if len(ids) > MOST_OF_A_FRAME:
            yield (
                f"{census.language}: {len(ids)} letters have a sentence “{frame}”, at most "
                f"{MOST_OF_A_FRAME} may: rewrite some of {_names(ids)}"
            )
    for opening, ids in census.openings:
        if len(ids) > MOST_OF_AN_OPENING * census.letters:
            yield (
                f"{census.language}: {len(ids) / census.letters:.1%} of the letters begin "
                f"“{opening}”, at most {MOST_OF_AN_OPENING:.0%} may: begin some of "
                f"{_names(ids)} otherwise"
            )
    for tag, times in census.tags.items():
        if times < LEAST_OF_A_TAG and (census.language, tag) not in fewer:
            yield (
                f"{census.language}: {times} letters have {tag}: write "
                f"{LEAST_OF_A_TAG - times} more, or say in classifier/census.py why not"
            )


def table(censuses: Sequence[Census]) -> Table:
    """Return the counts, a row a language."""
    counted = ("language", "letters", "writers", "situations", "/".join(DIFFICULTIES))
    shown = Table(*counted, "least tag", "most alike", "commonest frame", "commonest opening")
    for one in censuses:
        tag = min(one.tags, key=lambda tag: one.tags[tag])
        alike = [f"{pair.likeness:.2f} {pair.first} {pair.later}" for pair in one.pairs[:1]]
        frame = [f"{len(ids)} {frame}" for frame, ids in one.frames[:1]]
        opening = [f"{len(ids) / one.letters:.1%} {begin}" for begin, ids in one.openings[:1]]
        shown.add_row(
            one.language,
            *map(str, (one.letters, one.writers, one.situations)),
            "/".join(map(str, one.difficulties.values())),
            f"{tag} {one.tags[tag]}",
            *(cell[0] if cell else "none" for cell in (alike, frame, opening)),
        )
    return shown


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the census of a folder of letters; 1 where a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m classifier.census", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of training letters")
    options: Any = parser.parse_args(arguments)
    try:
        of_language = _read(options.folder)
    except CorpusFault as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - a command
        return 1
    censuses = [count(letters) for letters in of_language.values()]
    found = [sentence for census in censuses for sentence in faults(census)]
    Console(width=None if sys.stdout.isatty() else _WIDE).print(table(censuses))
    for sentence in found:
        print(sentence, file=sys.stderr)  # noqa: T201 - a command
    return 1 if found else 0


def _read(folder: Path) -> Mapping[str, Sequence[Example]]:
    """Return the letters by language."""
    of_language: defaultdict[str, list[Example]] = defaultdict(list)
    for example in read_corpus(folder):
        of_language[example.language].append(example)
    return of_language


def _commonest(found: Mapping[str, Sequence[str]]) -> Sequence[tuple[str, Sequence[str]]]:
    """Return what at least two letters have."""
    shared = [item for item in found.items() if len(item[1]) > 1]
    return sorted(shared, key=lambda item: (-len(item[1]), item[0]))


def _names(ids: Sequence[str]) -> str:
    """Return the ids, of many the last: the later letter is the one to rewrite."""
    return ", ".join(ids) if len(ids) <= _NAMED else f"{', '.join(ids[-_NAMED:])} and earlier ones"


if __name__ == "__main__":
    sys.exit(main())
