"""What one language's texts must never say: the form of the tables behind the wording lint.

A table gives each rule a block of patterns, one a line: regular expressions in which ``<name>``
stands for a part defined beside it. They are held against a sentence in lower case whose words
stand one blank apart, on whole words; where a language does not separate its words, anywhere and
without blanks.

Promises are looked for twice. Plain ones are patterns like the others, unless ``spared_before`` or
``spared_after`` shows that they are none: "we are checking whether we can refund you". And since a
promise has more forms than a table, a sentence that speaks of a remedy at all must speak of it as
a matter: as asked for, checked, undecided or denied (``framed``).

What depends on more than one place of a sentence is a ``Clue``: the carrier's name is innocent,
and so is "dropped", yet not both together, unless it is the buyer who tells of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

#: The rule of promises.
PROMISED: Final = "remedy-promised"

#: What a word of a language with blanks goes on with: "SALE開催中" holds the word "sale".
_LETTER: Final = r"[^\W\u3040-\u9fff]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """Words that break a rule by what stands beside them in the sentence, in whatever order."""

    rule: str
    #: Patterns, one a line.
    words: str
    #: What has to stand in the sentence as well; "" for nothing.
    beside: str = ""
    #: What shows that it is harmless; "" for nothing.
    unless: str = ""


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
    #: Part to what it stands for.
    parts: Mapping[str, str]
    #: Rule to its patterns, one a line.
    rules: Mapping[str, str]
    #: What breaks a rule only by what stands beside it.
    clues: tuple[Clue, ...] = ()
    #: Held against the sentence up to a promise, and from it on; "" spares nothing.
    spared_before: str = ""
    spared_after: str = ""
    #: Words for a remedy, and words that make it a matter; "" asks for no frame.
    remedies: str = ""
    framed: str = ""

    def find(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Yield rule and words for everything forbidden in a folded ``sentence``."""
        written = sentence if self.spaced else sentence.replace(" ", "")
        held = written.translate(self.variants)
        for rule, patterns in self.rules.items():
            for match in _compile(self, patterns).finditer(held):
                before, after = held[: match.start()], held[match.end() :]
                if rule != PROMISED or not self._spares(before, after):
                    yield rule, written[slice(*match.span())]
        for clue in self.clues:
            word = _search(self, clue.words, held)
            if word is not None and self._bears_out(clue, held):
                yield clue.rule, written[slice(*word.span())]
        remedy = _search(self, self.remedies, held) if self.remedies else None
        if remedy is not None and _search(self, self.framed, held) is None:
            yield PROMISED, written[slice(*remedy.span())]

    def recognise(self, sentence: str) -> int:
        """Return how many marks of this language a folded ``sentence`` bears."""
        return len(_compile(self, self.marks).findall(sentence)) if self.marks else 0

    def _bears_out(self, clue: Clue, held: str) -> bool:
        return (not clue.beside or _search(self, clue.beside, held) is not None) and (
            not clue.unless or _search(self, clue.unless, held) is None
        )

    def _spares(self, before: str, after: str) -> bool:
        return bool(
            (self.spared_before and re.search(self.spared_before, before))
            or (self.spared_after and re.match(self.spared_after, after))
        )


def _search(vocabulary: Vocabulary, patterns: str, held: str) -> re.Match[str] | None:
    return _compile(vocabulary, patterns).search(held)


@cache
def _compile(vocabulary: Vocabulary, patterns: str) -> re.Pattern[str]:
    """Join patterns, one a line, into one."""
    lines = (line.strip() for line in patterns.splitlines())
    joined = "|".join(line for line in lines if line)
    # A part may be made of other parts, once.
    for _ in range(2):
        joined = re.sub(r"<([a-z_]+)>", lambda part: f"(?:{vocabulary.parts[part[1]]})", joined)
    return re.compile(f"(?<!{_LETTER})(?:{joined})(?!{_LETTER})" if vocabulary.spaced else joined)
