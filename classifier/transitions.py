"""Phrases as transitions: which literal leads from which state to which.

All phrases of a rulebook share one table, keyed by the literals that the finder looks for, without
accents (``classifier.spelling``). All variants of a stretch lead to one state, so that alternatives
on both sides of a gap add up instead of multiplying; a stretch that may be absent leaves the states
before it open. Pure.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, NamedTuple

from classifier.phrases import NEXT, Phrase
from classifier.spelling import is_plain, spellings

#: The state before the first literal of a phrase, and the one behind its last.
START: Final = -1
END: Final = -2

#: Of a transition that completes nothing.
NAMELESS: Final = -1

#: The gaps that may hold words, and the same where no word may stand in them that the finder
#: was told to stop at.
OPEN_GAPS: Final = frozenset({" .. ", ".."})
STOPPED: Final = {" .. ": " ..! ", "..": "..!"}


class Transition(NamedTuple):
    """Where a literal leads."""

    #: The state it follows.
    source: int
    #: What must stand between the state's end and the literal.
    gap: str
    state: int
    #: Index of the name that is complete here, else NAMELESS.
    name: int
    #: The literal with its accents where only these count, else "".
    exactly: str = ""


class Wanted(NamedTuple):
    """A phrase to be found."""

    name: str
    phrase: Phrase
    #: No word that the finder stops at may stand in its gaps.
    stopped: bool = False


#: By literal: where it leads. Variants of one stretch share one tuple.
Table = dict[str, tuple[Transition, ...]]


class Transitions(NamedTuple):
    """All phrases as tables."""

    #: The names of the phrases.
    names: tuple[str, ...]
    #: Literals as they stand, and with any ending.
    whole: Table
    open: Table


def transitions(phrases: Iterable[Wanted]) -> Transitions:
    """Return ``phrases`` as tables."""
    names: dict[str, int] = {}
    whole: Table = {}
    open_: Table = {}
    states = count()
    for name, stretches, stopped in phrases:
        number = names.setdefault(name, len(names))
        for variants, leads in _of_phrase(number, stretches, states, stopped=stopped):
            for variant in variants:
                if "*" in variant:
                    _enter_open(whole, open_, variant, leads, states)
                else:
                    _enter(whole, variant, leads)
    return Transitions(tuple(names), whole, open_)


def _enter(table: Table, literal: str, leads: tuple[Transition, ...]) -> None:
    if is_plain(literal):
        known = table.get(literal)
        table[literal] = known + leads if known else leads
        return
    for spelt, exactly in spellings(literal):
        entered = tuple(one._replace(exactly=exactly) for one in leads) if exactly else leads
        known = table.get(spelt)
        table[spelt] = known + entered if known else entered


def _enter_open(
    whole: Table, open_: Table, variant: str, leads: tuple[Transition, ...], states: Iterator[int]
) -> None:
    """Enter a variant in which a word takes any ending, literal by literal."""
    *begun, last = variant.split("*")
    if not last:
        last = begun.pop()
        table = open_
    else:
        table = whole
    _, _, through, complete, _ = leads[0]
    for literal in begun:
        state = next(states)
        to_state = tuple(one._replace(state=state, name=NAMELESS) for one in leads)
        _enter(open_, literal.strip(), to_state)
        leads = (Transition(state, NEXT, through, complete),)
    _enter(table, last.strip(), leads)


def _of_phrase(
    name: int, stretches: Phrase, states: Iterator[int], *, stopped: bool
) -> Iterator[tuple[tuple[str, ...], tuple[Transition, ...]]]:
    """Yield the variants of each stretch with where they lead."""
    last = len(stretches) - 1
    needed = max(index for index, stretch in enumerate(stretches) if not stretch.optional)
    sources = [(START, "")]
    for index, stretch in enumerate(stretches):
        through = END if index == last else next(states)
        complete = name if index >= needed else NAMELESS
        before = [(state, gap if gap in OPEN_GAPS else stretch.gap) for state, gap in sources]
        leads = [
            Transition(source, STOPPED.get(gap, gap) if stopped else gap, through, complete)
            for source, gap in before
        ]
        yield stretch.variants, tuple(leads)
        following = "" if index == last else stretches[index + 1].gap
        sources = [(through, following), *(before if stretch.optional else ())]
