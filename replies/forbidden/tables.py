"""The tables of forbidden words, and which of them a sentence is held against.

What is a promise in one language is an innocent word in another, so a sentence is held against
the table of the language it is in: its text's, and another's where it bears clearly more of that
one's marks, as an English sentence does in a German text. Languages compete only within a
script: Latin words in a Japanese text are judged as Latin words. Where nothing tells, every
table is held against it: better a harmless word refused than a promise sent.

Nothing here can fail.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from replies.forbidden.anywhere import ANYWHERE
from replies.forbidden.de import GERMAN
from replies.forbidden.en import ENGLISH
from replies.forbidden.es import SPANISH
from replies.forbidden.fr import FRENCH
from replies.forbidden.it import ITALIAN
from replies.forbidden.ja import JAPANESE
from replies.forbidden.nl import DUTCH
from replies.forbidden.pl import POLISH
from replies.forbidden.pt import PORTUGUESE
from replies.forbidden.sv import SWEDISH
from replies.forbidden.tr import TURKISH
from replies.forbidden.vocabulary import Vocabulary
from replies.forbidden.zh import CHINESE

#: One a language, those of a script together.
VOCABULARIES: Final = (
    *(ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, POLISH, PORTUGUESE, SWEDISH, TURKISH),
    *(JAPANESE, CHINESE),
)

#: Marks by which a sentence must be more of another language than of its text's.
_CLEARLY: Final = 2


def choose_tables(sentence: str, language: str | None) -> Iterator[Vocabulary]:
    """Yield the tables for a folded ``sentence`` of a text in ``language``; None is unknown."""
    yield ANYWHERE
    for _, rivals in groupby(VOCABULARIES, key=lambda one: one.spaced):
        marks = {one: one.recognise(sentence) for one in rivals}
        own = [one for one in marks if one.language == language]
        enough = max([*marks.values(), *(marks[one] + _CLEARLY for one in own)])
        yield from own
        yield from (one for one in marks if one not in own and marks[one] >= enough)
