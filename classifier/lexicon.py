"""Concepts: what words mean, the same in every language.

A lexicon lists, for each language, the words and stems of some eighty concepts (arrive, broken,
refund, not ...). A text is told as the row of its concepts, one sign each, sentence by sentence,
the longest phrase at a place; the model learns from these rows what letters of all languages have
in common. The signs are private characters of Unicode, which the tokens of a letter never hold. A
lexicon travels inside the model that was trained with it. Pure but for ``read_lexicon``, which
raises ``LexiconFault``.
"""

import json
import tomllib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from classifier.cache import Cache, key
from classifier.compiled import Compiled, compile_phrases, pack, unpack
from classifier.features import FIRST_CONCEPT, Tokens
from classifier.finder import Finder
from classifier.folding import Folded, fold
from classifier.phrases import PhraseError, parse
from classifier.sentences import sentences
from classifier.transitions import Wanted

#: By language, ISO 639-1, and concept: its words and stems, as phrases of the rulebooks.
Words = Mapping[str, Mapping[str, Sequence[str]]]

_NOTHING: Final = fold("")


class LexiconFault(Exception):  # noqa: N818 - the word for what a person must mend
    """A lexicon file breaks the format; the message names file and concept."""


class Lexicon:
    """The words of all concepts.

    Args:
        words: by language and concept; what is no phrase is refused with ``PhraseError``.
        cache: where compiled languages are kept.
    """

    def __init__(self, words: Words, cache: Cache | None = None) -> None:
        # As JSON and shrunk: as texts they take five MiB, and only compiling reads them.
        self._told = {
            language: zlib.compress(json.dumps(told).encode()) for language, told in words.items()
        }
        self._cache = cache or Cache()
        named = sorted({concept for told in words.values() for concept in told})
        self._signs = {concept: chr(FIRST_CONCEPT + at) for at, concept in enumerate(named)}
        self._finders: dict[str, Finder] = {}

    @property
    def words(self) -> Words:
        """The words by language and concept, as they were given."""
        return {language: self._words(language) for language in self._told}

    @property
    def opened(self) -> frozenset[str]:
        """The languages that are compiled."""
        return frozenset(self._finders)

    def tell(self, texts: Iterable[Folded], language: str) -> Tokens:
        """Return the concepts of a letter's parts as tokens, one a sentence."""
        rows: list[str] = []
        finder = self.open(language)
        if finder is not None:
            for text in texts:
                rows += self._rows(finder, text.text)
        stream = "".join([f" {row} " for row in rows])
        return Tokens(stream=stream, lengths=list(map(len, rows)), folded=_NOTHING)

    def _rows(self, finder: Finder, text: str) -> list[str]:
        ends = sentences(text)
        rows: dict[int, str] = {}
        taken = 0
        for one in sorted(finder.find(text, ends), key=lambda found: (found.start, -found.end)):
            if one.start < taken:
                continue
            taken = one.end
            number = ends.number(one.start)
            row, sign = rows.get(number, ""), self._signs[one.name]
            if not row.endswith(sign):
                rows[number] = row + sign
        return list(rows.values())

    def open(self, language: str) -> Finder | None:
        """Return what finds the words of ``language``, compiled on first use; None without any."""
        if language not in self._finders and language in self._told:
            self._finders[language] = Finder(self._compiled(language))
        return self._finders.get(language)

    def prepare(self, language: str) -> None:
        """Compile a language into the cache, from which it is opened soon; without one hold it."""
        if not self._cache.keeps:
            self.open(language)
        elif language not in self._finders and language in self._told:
            self._compiled(language)

    def _words(self, language: str) -> Mapping[str, Sequence[str]]:
        told: Mapping[str, Sequence[str]] = json.loads(zlib.decompress(self._told[language]))
        return told

    def _compiled(self, language: str) -> Compiled:
        told = self._words(language)
        name, source = f"concepts-{language}", key([json.dumps(told, sort_keys=True).encode()])
        if kept := self._cache.find(name, source):
            return unpack(*kept)
        compiled = compile_phrases(
            Wanted(concept, parse(word)) for concept, words in told.items() for word in words
        )
        self._cache.keep(name, source, *pack(compiled))
        return compiled


def read_lexicon(*folders: Path) -> Lexicon:
    """Return the lexicon of every file in ``folders``; the first that has a language gives it.

    Raises:
        LexiconFault: a file breaks the format.
    """
    words: dict[str, dict[str, list[str]]] = {}
    paths = {path.stem: path for one in reversed(folders) for path in one.glob("*.toml")}
    for _, path in sorted(paths.items()):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as fault:
            raise LexiconFault(f"{path.name}: is not TOML: {fault}") from fault
        concepts = table.get("concepts")
        if table.get("language") != path.stem or not isinstance(concepts, dict):
            raise LexiconFault(f'{path.name}: needs language = "{path.stem}" and [concepts]')
        for concept, told in concepts.items():
            _check(path.name, concept, told)
        words[path.stem] = concepts
    return Lexicon(words)


def _check(name: str, concept: str, told: object) -> None:
    if not isinstance(told, list) or not all(isinstance(word, str) for word in told):
        raise LexiconFault(f"{name}: {concept}: needs a list of words")
    for word in told:
        try:
            parse(word)
        except PhraseError as fault:
            raise LexiconFault(f"{name}: {concept}: {word!r} {fault}") from fault
