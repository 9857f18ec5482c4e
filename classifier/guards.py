"""Guards: what turns a rule's words away in one text.

A rule's own ``unless`` phrase in the same sentence means that another thing is spoken of. A
negation, a matter that is settled, and a mere "what if" turn round what they reach: from the word
that opens them to the end of the clause, at most so many words, up to a word of contrast.

What is said to be settled is what its sentence told before, and behind it what its own clause tells
up to a "but" or an "and"; not where the settling is itself negated. A parcel that somebody is said
to hold, with nothing behind it, settles where it is, and nothing about what is in it. No hazard
and no claim is ever settled: who burnt himself may be well again, the next buyer may burn himself
too. Pure; nothing fails.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final

from cases.labels import CAUSES, FOREMOST
from classifier.finder import Occurrence, words_between
from classifier.phrases import Phrase
from classifier.sentences import Breaks, clauses
from classifier.turning import goes_on, turns

SETTLED: Final = "settled"
FOUND: Final = "settled found"
UNLESS: Final = "unless "

#: Languages whose reach is counted in characters.
_UNSPACED: Final = frozenset({"ja", "zh"})

#: What has not happened is no matter yet; a parcel feared to be late is asked about all the same.
_HYPOTHETICAL: Final = CAUSES - {"late-delivery"}

#: What it settles that somebody took the parcel in.
_WHEREABOUTS: Final = frozenset({"late-delivery", "not-received"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Words of one kind that turn round what stands near them."""

    #: How far they reach: words, in Japanese and Chinese characters.
    reach: int
    #: They turn round what follows, what goes before, and all that follows in their clause.
    before: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    clause: tuple[Phrase, ...] = ()
    #: Words that end their reach: "but".
    contrast: tuple[Phrase, ...] = ()
    #: Phrases in which they turn round nothing: "not only".
    unless: tuple[Phrase, ...] = ()

    def phrases(self, kind: str) -> Iterator[tuple[str, Phrase]]:
        """Yield every phrase under the name by which ``Guards`` knows it."""
        for one in fields(self):
            if one.name != "reach":
                yield from ((f"{kind} {one.name}", phrase) for phrase in getattr(self, one.name))


class Guards:
    """What turns an occurrence away, in one text.

    Args:
        language: of the rulebook.
        reaches: how far each kind of scope reaches.
        text: the folded text.
        found: all occurrences by name.
        ends: where its sentences end.
    """

    def __init__(
        self,
        language: str,
        reaches: Mapping[str, int],
        text: str,
        found: Mapping[str, Sequence[Occurrence]],
        ends: Breaks,
    ) -> None:
        self._language = language
        self._unspaced = language in _UNSPACED
        self._reaches = reaches
        self._text = text
        self._found = found
        self._ends = ends
        self._settling: dict[str, dict[int, list[Occurrence]]] = {}
        self._clauses: Breaks | None = None

    def trapped(self, rule: int, one: Occurrence) -> bool:
        """Say whether one of the rule's ``unless`` phrases stands in the same sentence."""
        traps = self._found.get(f"{UNLESS}{rule}")
        if not traps:
            return False
        sentence = self._ends.number(one.start)
        return any(self._ends.number(trap.start) == sentence for trap in traps)

    def denies(self, guard: str, label: str, one: Occurrence) -> bool:
        """Say whether the rule's guard turns this occurrence round, other than as settled."""
        if guard in {"negation", "both"} and self._turned("negation", one):
            return True
        return guard == "both" and label in _HYPOTHETICAL and self._turned("hypothetical", one)

    def settles(self, guard: str, label: str, one: Occurrence) -> bool:
        """Say whether the rule's guard turns this occurrence away because its matter is over."""
        if guard not in {"settled", "both"} or label in FOREMOST:
            return False
        kinds = (SETTLED, FOUND) if label in _WHEREABOUTS else (SETTLED,)
        return any(self._is_over(other, one) for kind in kinds for other in self._over(kind, one))

    def _over(self, kind: str, one: Occurrence) -> Iterable[Occurrence]:
        """Return what settles a matter in the sentence of ``one``."""
        if kind not in self._found:
            return ()
        if kind not in self._settling:
            by_sentence: dict[int, list[Occurrence]] = {}
            for other in self._found[kind]:
                if kind == FOUND and not self._ends_clause(other):
                    continue
                if not self._turned("negation", other):
                    by_sentence.setdefault(self._ends.number(other.start), []).append(other)
            self._settling[kind] = by_sentence
        return self._settling[kind].get(self._ends.number(one.start), ())

    def _ends_clause(self, one: Occurrence) -> bool:
        """Say whether nothing follows: "my husband has it", and not "has it plugged in"."""
        rest = self._text[one.end :]
        behind = len(rest) - len(rest.lstrip())
        return behind == len(rest) or self._cut(one.end, one.end + behind + 1)

    def _is_over(self, settling: Occurrence, one: Occurrence) -> bool:
        if one.start < settling.end:
            return True
        between = self._text[settling.end : one.start]
        return not (
            self._cut(settling.end, one.start)
            or turns(between, self._language)
            or goes_on(between, self._language)
        )

    def _turned(self, kind: str, one: Occurrence) -> bool:
        return any(
            other.end <= one.start and self._reaches_over(kind, part, other.end, one.start)
            for part in ("before", "clause")
            for other in self._words(kind, part)
        ) or any(
            one.end <= other.start and self._reaches_over(kind, "after", one.end, other.start)
            for other in self._words(kind, "after")
        )

    def _words(self, kind: str, part: str) -> Iterator[Occurrence]:
        """Yield the words of a scope that stand in none of its ``unless`` phrases."""
        spared = self._found.get(f"{kind} unless", ())
        for word in self._found.get(f"{kind} {part}", ()):
            if not any(one.start <= word.start and word.end <= one.end for one in spared):
                yield word

    def _reaches_over(self, kind: str, part: str, start: int, end: int) -> bool:
        if self._cut(start, end) or any(
            start <= word.start < end for word in self._found.get(f"{kind} contrast", ())
        ):
            return False
        if part == "clause":
            return True
        reach = self._reaches[kind]
        if self._unspaced:
            return end - start <= reach
        return words_between(self._text, start, end) < reach

    def _cut(self, start: int, end: int) -> bool:
        """Say whether a clause ends between two places."""
        if self._clauses is None:
            self._clauses = clauses(self._text)
        return self._clauses.between(start, end)
