"""How one language says what a text must never say: the form of the tables, and the search.

A concept is a block of patterns, one a line; a backslash at a line's end goes on in the next. They
are regular expressions in which ``<name>`` stands for a part or else a concept, and a star after a
letter for any ending ("refund*"), held against a sentence in lower case whose words stand one
blank apart, on whole words; where a language does not separate its words, anywhere and without
blanks. A sentence breaks a rule where a combination of concepts is found in it
(``replies.forbidden.combinations``).

A phrase breaks its rule by itself. Promises may be spared by what stands before or after them:
"we are checking whether we can refund you".

Nothing here can fail.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from replies.forbidden.combinations import COMBINATIONS, EXCUSES, PROMISED, Combination

#: No letters to a language with blanks: "SALE開催中" holds the word "sale".
_SIGNS: Final = re.compile("[\u3040-\u9fff]")

#: A star after a letter, which no regular expression of ours has.
_ANY_ENDING: Final = re.compile(r"(?<=[^\W\d_])(?<!\\w)(?<!\\W)(?<!\\S)(?<!\\s)(?<!\\d)\*")

#: A backslash at a line's end: the pattern goes on in the next.
_GOES_ON: Final = re.compile(r"\\\n\s*")

#: Parts within parts within concepts.
_DEPTH: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """The forbidden words of one language."""

    #: ISO 639-1.
    language: str
    #: True where words are separated by blanks.
    spaced: bool = True
    #: What shows a sentence to be in this language: its commonest words, or signs of its own.
    marks: str = ""
    #: Character to the one it is read as, for a language that is written in two scripts.
    variants: Mapping[int, int] = field(default_factory=dict)
    #: Concept (docstring of ``combinations``) to its patterns, one a line.
    concepts: Mapping[str, str]
    #: Part to what it stands for.
    parts: Mapping[str, str] = field(default_factory=dict)
    #: Rule to the phrases that break it, one a line.
    phrases: Mapping[str, str] = field(default_factory=dict)
    #: Held against the sentence up to a promise, and from it on; "" spares nothing.
    spared_before: str = ""
    spared_after: str = ""

    @property
    def rules(self) -> frozenset[str]:
        """The rules of words that this language can find broken."""
        met = (one.rule for one in COMBINATIONS if self.concepts.keys() >= set(one.needs))
        return frozenset({*self.phrases, *met})

    def excuse(self, sentence: str) -> frozenset[str]:
        """Return the rules that a folded ``sentence`` shows it does not break."""
        reading = _Reading(self, sentence)
        return frozenset(one.rule for one in EXCUSES if reading.holds(one) is not None)

    def find(
        self, sentence: str, excused: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, str]]:
        """Yield rule and words for all that a folded ``sentence`` says against other rules."""
        reading = _Reading(self, sentence)
        for rule, patterns in self.phrases.items():
            if rule not in excused:
                yield from ((rule, words) for words in reading.phrases(rule, patterns))
        for one in COMBINATIONS:
            words = None if one.rule in excused else reading.holds(one)
            if words is not None:
                yield one.rule, words

    def recognise(self, sentence: str) -> int:
        """Return how many marks of this language a folded ``sentence`` bears."""
        return len(_compile(self, self.marks).findall(sentence)) if self.marks else 0


class _Reading:
    """One sentence with what was found in it, each concept looked for once."""

    def __init__(self, vocabulary: Vocabulary, sentence: str) -> None:
        self._vocabulary = vocabulary
        self._written = sentence if vocabulary.spaced else sentence.replace(" ", "")
        read = self._written.translate(vocabulary.variants)
        self._held = _SIGNS.sub("\0", read) if vocabulary.spaced else read
        self._found: dict[str, str | None] = {}

    def holds(self, combination: Combination) -> str | None:
        """Return the words of the first concept where all are here and no excuse is."""
        if not combination.needs or any(self._find(one) is None for one in combination.needs):
            return None
        if any(self._find(one) is not None for one in combination.unless):
            return None
        return self._find(combination.needs[0])

    def phrases(self, rule: str, patterns: str) -> Iterator[str]:
        """Yield the words of every phrase that is not spared."""
        for match in _compile(self._vocabulary, patterns).finditer(self._held):
            if rule != PROMISED or not self._spares(match):
                yield self._written[slice(*match.span())]

    def _find(self, concept: str) -> str | None:
        if concept not in self._found:
            patterns = self._vocabulary.concepts.get(concept)
            match = _compile(self._vocabulary, patterns).search(self._held) if patterns else None
            self._found[concept] = match and self._written[slice(*match.span())]
        return self._found[concept]

    def _spares(self, match: re.Match[str]) -> bool:
        before, after = self._held[: match.start()], self._held[match.end() :]
        spared = self._vocabulary
        return bool(
            (spared.spared_before and re.search(spared.spared_before, before))
            or (spared.spared_after and re.match(spared.spared_after, after))
        )


@cache
def _compile(vocabulary: Vocabulary, patterns: str) -> re.Pattern[str]:
    """Join patterns, one a line, into one."""
    joined = _join(patterns)
    named = {**vocabulary.concepts, **vocabulary.parts}
    for _ in range(_DEPTH):
        joined = re.sub(r"<([a-z_]+)>", lambda name: f"(?:{_join(named[name[1]])})", joined)
    joined = _ANY_ENDING.sub(r"\\w*", joined)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if vocabulary.spaced else joined)


def _join(patterns: str) -> str:
    whole = _GOES_ON.sub("", patterns)
    return "|".join(line for line in map(str.strip, whole.splitlines()) if line)
