"""What one language's texts must never say: the form of the tables behind the wording lint.

A table gives each rule a block of patterns, one a line: regular expressions in which ``<name>``
stands for a part defined beside it. They are held against a sentence in lower case whose words
stand one blank apart, on whole words; where a language does not separate its words, anywhere and
without blanks.

``spared_before`` and ``spared_after`` tell when a promise is none, by what stands around it in
its sentence: "we are checking whether we can refund you" promises nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

#: The rules whose matches may be spared.
SPARABLE: Final = frozenset({"remedy-promised"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """The forbidden words of one language."""

    #: ISO 639-1.
    language: str
    #: True where words are separated by blanks.
    spaced: bool = True
    #: Part to what it stands for.
    parts: Mapping[str, str]
    #: Rule to its patterns, one a line.
    rules: Mapping[str, str]
    #: Held against the sentence up to a match, and from it on; "" spares nothing.
    spared_before: str = ""
    spared_after: str = ""

    def find(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Yield rule and words for everything forbidden in a folded ``sentence``."""
        held = sentence if self.spaced else sentence.replace(" ", "")
        for rule in self.rules:
            for match in _compile(self, rule).finditer(held):
                before, after = held[: match.start()], held[match.end() :]
                if rule not in SPARABLE or not self._spares(before, after):
                    yield rule, match[0]

    def _spares(self, before: str, after: str) -> bool:
        return bool(
            (self.spared_before and re.search(self.spared_before, before))
            or (self.spared_after and re.match(self.spared_after, after))
        )


@cache
def _compile(vocabulary: Vocabulary, rule: str) -> re.Pattern[str]:
    """Join the patterns of a rule into one."""
    lines = (line.strip() for line in vocabulary.rules[rule].strip().splitlines())
    joined = "|".join(line for line in lines if line)
    # A part may be made of other parts, once.
    for _ in range(2):
        joined = re.sub(r"<([a-z_]+)>", lambda part: f"(?:{vocabulary.parts[part[1]]})", joined)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if vocabulary.spaced else joined)
