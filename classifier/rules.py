"""Rules: the phrases of one language that speak for a tag or a signal.

A rulebook is compiled once and matched in one pass. A hit is turned away by the rule's own
``unless`` phrases, by a negation in the same clause, by words that say the matter is settled, by
words that refuse the wish it speaks for, by phrases that spare its words, and an angry one by
quotation marks; what was negated, settled or refused is reported as denied, because it says
something about the letter too. Spans point into the text as it was written. Matching never fails;
``load_rulebook`` raises ``RulebookFault``. Practice rule S1.9.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from classifier.compiled import Compiled, compile_phrases
from classifier.finder import Finder, Occurrence
from classifier.folding import Folded, fold
from classifier.guards import FOUND, SETTLED, UNLESS, Guards
from classifier.phrases import Phrase
from classifier.rulefile import Fault, RulebookFault, RuleFile, read_rulefile
from classifier.sentences import Breaks, Quoted, quoted, sentences
from classifier.transitions import Wanted

__all__ = [
    "Fault",
    "Findings",
    "Heading",
    "Hit",
    "Rulebook",
    "RulebookFault",
    "compile_rulebook",
    "load_rulebook",
    "match",
    "open_rulebook",
    "search",
]

_HIT, _REFUSED, _SPARED, _DATE = "hit ", "refused ", "spared ", "date "

_WIDE: Final = re.compile("[\u2e80-\ua4cf\uf900-\uffdf]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule that fired."""

    #: The rule's id.
    rule: str
    #: The tag or signal it speaks for.
    label: str
    #: Where in the original text, ends exclusive, rising, not overlapping.
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What one rulebook finds in one text."""

    #: Rules that speak for tags, in the order of the rulebook.
    hits: tuple[Hit, ...] = ()
    #: Rules that speak for signals.
    signals: tuple[Hit, ...] = ()
    #: Tags that were only spoken of to deny them: negated, settled or refused.
    denied: frozenset[str] = frozenset()
    #: Those of them that were spoken of as settled.
    settled: frozenset[str] = frozenset()
    #: The date words found, under the names of ``DateWords.phrases``.
    marks: tuple[Occurrence, ...] = ()
    #: Numbers of the sentences that speak of a present.
    presents: frozenset[int] = frozenset()
    #: Where the sentences of the folded text end.
    sentences: Breaks
    #: The text that was searched.
    folded: Folded


class Heading(NamedTuple):
    """What a rule stands for once its phrases are compiled."""

    id: str
    #: The tag or signal it speaks for.
    label: str
    #: True when the label is a signal.
    signal: bool
    guard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The compiled rules of one language."""

    language: str
    rules: tuple[Heading, ...]
    #: How far negations and suppositions reach, in words or characters.
    reaches: Mapping[str, int]
    #: All their phrases.
    compiled: Compiled
    finder: Finder


def load_rulebook(text: str, name: str) -> Rulebook:
    """Return the rulebook that the TOML ``text`` holds; ``name`` is used in faults.

    Raises:
        RulebookFault: the file breaks the format, with every fault in it.
    """
    return compile_rulebook(read_rulefile(text, name))


def compile_rulebook(rulefile: RuleFile) -> Rulebook:
    """Return the rulebook, ready to be searched with; this takes a while."""
    return open_rulebook(
        rulefile.language,
        [Heading(rule.id, rule.label, rule.signal, rule.guard) for rule in rulefile.rules],
        {
            "negation": rulefile.negation.reach,
            "hypothetical": rulefile.hypothetical.reach,
        },
        compile_phrases(_wanted(rulefile)),
    )


def open_rulebook(
    language: str, rules: Iterable[Heading], reaches: Mapping[str, int], compiled: Compiled
) -> Rulebook:
    """Return the rulebook of phrases that are compiled already."""
    return Rulebook(
        language=language,
        rules=tuple(rules),
        reaches=reaches,
        compiled=compiled,
        finder=Finder(compiled, stops="negation before"),
    )


def match(rulebook: Rulebook, text: str) -> Findings:
    """Return what ``rulebook`` finds in ``text``."""
    return search(rulebook, fold(text))


def search(rulebook: Rulebook, folded: Folded) -> Findings:
    """Return what ``rulebook`` finds in a text that is folded already."""
    ends = sentences(folded.text)
    found: dict[str, list[Occurrence]] = {}
    for occurrence in rulebook.finder.find(folded.text, ends):
        found.setdefault(occurrence.name, []).append(occurrence)
    guards = Guards(rulebook.language, rulebook.reaches, folded.text, found, ends)
    hits: list[Hit] = []
    signals: list[Hit] = []
    denied = {name.removeprefix(_REFUSED) for name in found if name.startswith(_REFUSED)}
    settled: set[str] = set()
    presents: set[int] = set()
    fired = sorted(int(name[len(_HIT) :]) for name in found if name.startswith(_HIT))
    for number in fired:
        rule = rulebook.rules[number]
        others = (
            *found.get(f"{_REFUSED}{rule.label}", ()),
            *found.get(f"{_SPARED}{rule.label}", ()),
            *(quoted(folded.text) if rule.label == "anger" else ()),
        )
        kept = []
        for one in found[f"{_HIT}{number}"]:
            if guards.trapped(number, one) or _overlaps(one, others):
                continue
            if guards.denies(rule.guard, rule.label, one):
                denied.add(rule.label)
            elif guards.settles(rule.guard, rule.label, one):
                settled.add(rule.label)
            else:
                kept.append(one)
        if not kept:
            continue
        hit = Hit(rule=rule.id, label=rule.label, spans=_spans(folded, kept))
        (signals if rule.signal else hits).append(hit)
        if rule.label == "gift-date":
            presents.update(ends.number(one.start) for one in kept)
    return Findings(
        hits=tuple(hits),
        signals=tuple(signals),
        denied=frozenset((denied | settled) - {hit.label for hit in hits}),
        settled=frozenset(settled - {hit.label for hit in hits}),
        marks=_marks(found),
        presents=frozenset(presents),
        sentences=ends,
        folded=folded,
    )


def _overlaps(one: Occurrence, others: Iterable[Occurrence | Quoted]) -> bool:
    """Say whether words are part of others: a wish of its refusal, "mad" of "mad about them"."""
    return any(
        other.start <= one.start and one.end <= other.end
        if isinstance(other, Quoted)
        else one.start < other.end and other.start < one.end
        for other in others
    )


def _wanted(rulefile: RuleFile) -> Iterator[Wanted]:
    negations = _literals(rulefile.negation.before)
    for number, rule in enumerate(rulefile.rules):
        for phrase in rule.phrases:
            guarded = rule.guard in {"negation", "both"} and not _holds(phrase, negations)
            yield Wanted(f"{_HIT}{number}", phrase, stopped=guarded)
        yield from (Wanted(f"{UNLESS}{number}", phrase) for phrase in rule.unless)
    yield from (
        Wanted(name, phrase, stopped=not _holds(phrase, negations))
        for name, phrases in ((SETTLED, rulefile.settled), (FOUND, rulefile.found))
        for phrase in phrases
    )
    for wish, phrases in rulefile.refused.items():
        yield from (Wanted(f"{_REFUSED}{wish}", phrase) for phrase in phrases)
    for signal, phrases in rulefile.spared.items():
        yield from (Wanted(f"{_SPARED}{signal}", phrase) for phrase in phrases)
    for kind, scope in (("negation", rulefile.negation), ("hypothetical", rulefile.hypothetical)):
        yield from (Wanted(name, phrase) for name, phrase in scope.phrases(kind))
    yield from (Wanted(_DATE + name, phrase) for name, phrase in rulefile.dates.phrases())


def _literals(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(
        variant for (first, *others) in phrases if not others for variant in first.variants
    )


def _holds(phrase: Phrase, negations: frozenset[str]) -> bool:
    """Say whether a phrase with gaps itself holds a negation, which may then stand anywhere."""
    if len(phrase) == 1:
        return True
    words = " ".join(variant for stretch in phrase for variant in stretch.variants)
    if words.isascii() or not _WIDE.search(words):
        return "n't" in words or not negations.isdisjoint(words.replace("*", "").split())
    return any(word in words for word in negations)


def _marks(found: Mapping[str, Sequence[Occurrence]]) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(name=name.removeprefix(_DATE), start=one.start, end=one.end)
        for name, occurrences in found.items()
        if name.startswith(_DATE)
        for one in occurrences
    )


def _spans(folded: Folded, kept: Sequence[Occurrence]) -> tuple[tuple[int, int], ...]:
    """Return the original spans of the occurrences, those that overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(folded.origin(one.start, one.end) for one in kept):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
