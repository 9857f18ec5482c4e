"""The phrase language of the rulebooks: what a person writes, taken apart for the finder.

``(a|b|)`` lists alternatives, inside others too, and an empty one makes them optional; ``word*``
takes any ending; `` .. `` is a gap of up to four words, ``..`` without blanks one of up to twelve
characters, both inside a sentence. Nothing else has a meaning, so no pattern can run away: the
cost of a text is linear in its length whatever the phrases are. A phrase that breaks the format
raises ``PhraseError`` with the remedy.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from classifier.folding import fold_phrase

#: How many words a `` .. `` may stand for, and how many characters a ``..``.
GAP_WORDS: Final = 4
GAP_CHARACTERS: Final = 12

#: The blank between two words that follow each other, and nothing between two that touch.
NEXT: Final = " "
GLUED: Final = "+"

#: Alternatives in a row are multiplied out up to this many variants, then a new stretch begins.
_MULTIPLIED: Final = 64

#: More ways to spell one word than this is a slip of the pen, not a rule.
_VARIANTS: Final = 1000

_WIDE: Final = re.compile("[\u2e80-\ua4cf\uf900-\uffdf]")
_GROUP: Final = re.compile(r"\(([^()]*)\)")
_GAP: Final = re.compile(r" \.\. |\.\.")
_PIECE: Final = re.compile(r"[() ]|[^() ]+")
_INSIDE: Final = re.compile(r"\*[^ ]")
_BARE: Final = re.compile(r"(?:^| )\*")
_ODD: Final = re.compile(r"[\[\]{}\\^]")


class PhraseError(ValueError):
    """A phrase that breaks the format; the message says what to write instead."""


class Stretch(NamedTuple):
    """A part of a phrase whose variants are spelt out; a tuple, because there are many."""

    #: What stands before it: " .. ", "..", NEXT, GLUED, or "" for the first stretch.
    gap: str
    #: Words one blank apart; a `*` behind a word takes any ending.
    variants: tuple[str, ...]
    #: It may be absent.
    optional: bool = False


#: A phrase, taken apart.
Phrase = tuple[Stretch, ...]


def parse(phrase: str) -> Phrase:
    """Return the stretches of ``phrase``, folded as texts are.

    Raises:
        PhraseError: the phrase is empty or uses what the format does not have.
    """
    phrase = fold_phrase(phrase)
    if not phrase.strip():
        raise PhraseError("is empty: remove it")
    if phrase.replace(" ", "").isalnum() and "  " not in phrase and phrase == phrase.strip():
        return (Stretch(gap="", variants=(phrase,)),)
    if odd := _ODD.search(phrase):
        raise PhraseError(f"uses {odd.group()!r}, which has no meaning here: write plain words")
    if phrase != phrase.strip() or "  " in phrase:
        raise PhraseError("has a blank too many: words are separated by one blank")
    outside = _outside(phrase)
    if "(" in outside or ")" in outside:
        raise PhraseError("has brackets that do not pair")
    if "|" in outside:
        raise PhraseError("has a '|' outside brackets: write (a|b)")
    if len(_GAP.findall(outside)) < len(_GAP.findall(phrase)):
        raise PhraseError("has a gap inside brackets: write two phrases")
    gaps = ["", *_GAP.findall(phrase)]
    return tuple(
        stretch
        for gap, part in zip(gaps, _GAP.split(phrase), strict=True)
        for stretch in _stretches(gap, part)
    )


def _stretches(gap: str, part: str) -> list[Stretch]:
    stretches = [
        Stretch(
            gap=link or gap,
            variants=tuple(variant for variant in variants if variant),
            optional="" in variants,
        )
        for link, variants in _chunks(part)
    ]
    if any("*" in variant for stretch in stretches for variant in stretch.variants):
        _check_endings(stretches)
    if all(stretch.optional for stretch in stretches):
        raise PhraseError("can be empty between its gaps: leave one word that must stand there")
    return stretches


def _outside(phrase: str) -> str:
    """Return ``phrase`` with a dash for each pair of brackets and what it holds."""
    while (rest := _GROUP.sub("-", phrase)) != phrase:
        phrase = rest
    return rest


def _chunks(part: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the variants of a part between two gaps, cut where they would multiply too far."""
    chunk: list[str] = [""]
    opening = ""
    for link, word in _words(part):
        choices = _spelt(word)
        if chunk != [""] and len(chunk) * len(choices) > _MULTIPLIED:
            yield opening, chunk
            opening, chunk = link, [""]
        chunk = (
            choices if chunk == [""] else _multiplied(chunk, choices, NEXT if link == NEXT else "")
        )
    yield opening, chunk


def _multiplied(chunk: list[str], choices: list[str], joint: str) -> list[str]:
    if len(choices) == 1:
        return [f"{begun}{joint}{choices[0]}" if begun else choices[0] for begun in chunk]
    if "" not in chunk and "" not in choices:
        return [f"{begun}{joint}{choice}" for begun in chunk for choice in choices]
    return list(
        dict.fromkeys(
            f"{begun}{joint}{choice}" if begun and choice else begun or choice
            for begun in chunk
            for choice in choices
        )
    )


def _words(part: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a part, each with its link to the word before it.

    Where words have no blanks between them, a word ends at a bracket.
    """
    link, word, depth = NEXT, "", 0
    glued = bool(_WIDE.search(part))
    for piece in _PIECE.findall(part):
        opens = glued and depth == 0 and piece == "("
        if word and depth == 0 and (piece == NEXT or opens):
            yield link, word
            link, word = (GLUED, "") if opens else (NEXT, "")
        depth += (piece == "(") - (piece == ")")
        if piece != NEXT or depth:
            word += piece
        if glued and depth == 0 and piece == ")":
            yield link, word
            link, word = GLUED, ""
        elif piece == NEXT and not depth:
            link = NEXT
    if word:
        yield link, word


@lru_cache(maxsize=1024)
def _spelt(word: str) -> list[str]:
    """Return the ways in which a word with its alternatives can be spelt."""
    if "(" not in word:
        return [word]
    spelt, waiting = [], [word]
    while waiting:
        one = waiting.pop()
        group = _GROUP.search(one)
        if not group:
            spelt.append(one)
            continue
        before, after = one[: group.start()], one[group.end() :]
        choices = [f"{before}{choice}{after}" for choice in group.group(1).split("|")]
        if "(" in before or "(" in after:
            waiting += choices
        else:
            spelt += choices
        if len(spelt) + len(waiting) > _VARIANTS:
            raise PhraseError(
                f"has a word of more than {_VARIANTS} variants: write several phrases"
            )
    return sorted({" ".join(one.split()) for one in spelt})


def _check_endings(stretches: list[Stretch]) -> None:
    for stretch in stretches:
        for variant in stretch.variants:
            if _INSIDE.search(variant):
                raise PhraseError("has a '*' that does not end a word")
            if _BARE.search(variant):
                raise PhraseError("has a '*' without a word before it")
