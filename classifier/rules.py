"""Rules: the phrases of one language that speak for a tag or a signal.

A rulebook is compiled once and matched in one pass. A hit is turned away by the rule's own
``unless`` phrases, by a negation in the same clause and by words that say the matter is settled;
what was turned away by negation or settlement is reported as denied, because it says something
about the letter too. Spans point into the text as it was written. Matching never fails;
``load_rulebook`` raises ``RulebookFault``. Practice rule S1.9.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from classifier.finder import Finder, Occurrence, words_between
from classifier.folding import Folded, fold
from classifier.rulefile import Fault, Rule, RulebookFault, RuleFile, read_rulefile
from classifier.sentences import Breaks, clauses, sentences
from classifier.transitions import Wanted

__all__ = [
    "Fault",
    "Findings",
    "Hit",
    "Rulebook",
    "RulebookFault",
    "load_rulebook",
    "match",
    "search",
]

#: Languages whose negation reach is counted in characters.
_UNSPACED: Final = frozenset({"ja", "zh"})

#: Names under which the words that are no rules are found.
_BEFORE, _AFTER, _CONTRAST, _SETTLED = "not before", "not after", "but", "settled"
_HIT, _UNLESS, _DATE = "hit ", "unless ", "date "


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
    #: Tags that were only spoken of to deny them: negated or settled.
    denied: frozenset[str] = frozenset()
    #: The date words found, under the names of ``DateWords.phrases``.
    marks: tuple[Occurrence, ...] = ()
    #: Numbers of the sentences that speak of a present.
    presents: frozenset[int] = frozenset()
    #: Where the sentences of the folded text end.
    sentences: Breaks
    #: The text that was searched.
    folded: Folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """The compiled rules of one language."""

    language: str
    rules: tuple[Rule, ...]
    #: How far a negation works: words, in Japanese and Chinese characters.
    reach: int
    finder: Finder


def load_rulebook(text: str, name: str) -> Rulebook:
    """Return the rulebook that the TOML ``text`` holds; ``name`` is used in faults.

    Raises:
        RulebookFault: the file breaks the format, with every fault in it.
    """
    rulefile = read_rulefile(text, name)
    return Rulebook(
        language=rulefile.language,
        rules=rulefile.rules,
        reach=rulefile.reach,
        finder=Finder(_wanted(rulefile), stops=_BEFORE),
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
    guards = _Guards(rulebook, folded.text, found, ends)
    hits: list[Hit] = []
    signals: list[Hit] = []
    denied: set[str] = set()
    presents: set[int] = set()
    fired = sorted(int(name[len(_HIT) :]) for name in found if name.startswith(_HIT))
    for number in fired:
        rule = rulebook.rules[number]
        kept = []
        for one in found[f"{_HIT}{number}"]:
            if guards.trapped(number, one):
                continue
            if guards.denies(rule.guard, one):
                denied.add(rule.label)
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
        denied=frozenset(denied - {hit.label for hit in hits}),
        marks=_marks(found),
        presents=frozenset(presents),
        sentences=ends,
        folded=folded,
    )


class _Guards:
    """What turns an occurrence away, in one text."""

    def __init__(
        self,
        rulebook: Rulebook,
        text: str,
        found: Mapping[str, Sequence[Occurrence]],
        ends: Breaks,
    ) -> None:
        self.unspaced = rulebook.language in _UNSPACED
        self.reach = rulebook.reach
        self.text = text
        self.found = found
        self.ends = ends
        self.settled = {ends.number(one.start) for one in found.get(_SETTLED, ())}
        negated = _BEFORE in found or _AFTER in found
        self.clauses = clauses(text) if negated else ends

    def trapped(self, rule: int, one: Occurrence) -> bool:
        """Say whether one of the rule's ``unless`` phrases stands in the same sentence."""
        traps = self.found.get(f"{_UNLESS}{rule}")
        if not traps:
            return False
        sentence = self.ends.number(one.start)
        return any(self.ends.number(trap.start) == sentence for trap in traps)

    def denies(self, guard: str, one: Occurrence) -> bool:
        """Say whether the rule's guard turns this occurrence round."""
        if guard in {"settled", "both"} and self.ends.number(one.start) in self.settled:
            return True
        return guard in {"negation", "both"} and self._negated(one)

    def _negated(self, one: Occurrence) -> bool:
        return any(
            other.end <= one.start and self._reaches(other.end, one.start)
            for other in self.found.get(_BEFORE, ())
        ) or any(
            one.end <= other.start and self._reaches(one.end, other.start)
            for other in self.found.get(_AFTER, ())
        )

    def _reaches(self, start: int, end: int) -> bool:
        if self.clauses.between(start, end) or any(
            start <= word.start < end for word in self.found.get(_CONTRAST, ())
        ):
            return False
        if self.unspaced:
            return end - start <= self.reach
        return words_between(self.text, start, end) < self.reach


def _wanted(rulefile: RuleFile) -> Iterator[Wanted]:
    for number, rule in enumerate(rulefile.rules):
        yield from (Wanted(f"{_HIT}{number}", phrase) for phrase in rule.phrases)
        yield from (Wanted(f"{_UNLESS}{number}", phrase) for phrase in rule.unless)
    for name, phrases in (
        (_BEFORE, rulefile.negation_before),
        (_AFTER, rulefile.negation_after),
        (_CONTRAST, rulefile.contrast),
        (_SETTLED, rulefile.settled),
    ):
        yield from (Wanted(name, phrase) for phrase in phrases)
    yield from (Wanted(_DATE + name, phrase) for name, phrase in rulefile.dates.phrases())


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
