"""The classifier's way in: letters to tags, signals, priority and rank.

Letters are judged in batches but each alone, by its own date; the same letter gives the same
answer in every batch. Only buyers' letters and notices bear tags. Pure: rulebooks, model, times
and zones are arguments. Any letter gives a ``Triage``; nothing fails.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from cases.clocks import limit_at, nearest
from cases.labels import Kind, Priority
from cases.ordering import Place, rank
from cases.values import Letter, Signals, Span, Triage
from classifier.folding import Folded, fold
from classifier.hearing import attest, hear
from classifier.knowledge import Knowledge
from classifier.merge import Claim, Evidence, merge
from classifier.model import Opinion
from classifier.notices import (
    ACTED_ON,
    HAPPENED,
    TELLING,
    announced,
    is_told,
    speaks_alone,
)
from classifier.priority import is_near, prioritise
from classifier.rank import place
from classifier.rules import Findings, Hit
from classifier.signals import find_signals
from classifier.subject import own_words, topic
from classifier.turning import turns

#: A letter's own date is believed when it is at most this far after its receipt.
_AHEAD: Final = timedelta(days=1)

#: The kinds of mail that bear tags.
_JUDGED: Final = frozenset({Kind.BUYER, Kind.NOTICE})


def classify(
    letters: Sequence[Letter],
    knowledge: Knowledge,
    received: Sequence[datetime],
    zone_of: Callable[[Letter], tzinfo],
) -> list[Triage]:
    """Return what each letter is about and how urgent it is.

    Args:
        letters: read mail of any kind.
        knowledge: rulebooks and model.
        received: when each letter counts as received; aware, UTC.
        zone_of: the buyer's time zone, in which a named day ends.
    """
    texts = [(fold(own_words(one)), fold(one.text or topic(one))) for one in letters]
    heard = [_hear(*one, knowledge) for one in zip(letters, texts, strict=True)]
    opinions = (
        knowledge.model.score(
            texts, [letter.language for letter in letters], [attest(*one) for one in heard]
        )
        if knowledge.model
        else [Opinion()] * len(letters)
    )
    return [
        _judge(letter, *said, opinion, received=then, zone=zone_of(letter))
        if letter.kind in _JUDGED
        else _unjudged(then)
        for letter, said, then, opinion in zip(letters, heard, received, opinions, strict=True)
    ]


def _hear(
    letter: Letter, text: tuple[Folded, Folded], knowledge: Knowledge
) -> tuple[tuple[Findings, ...], tuple[Findings, ...]]:
    """Return what the rulebooks find in a letter's words, and in its subject."""
    if letter.kind not in _JUDGED or _only_tells(letter):
        return (), ()
    subject, body = text
    titled = hear(subject, letter.language, knowledge.rulebooks) if letter.text else ()
    return hear(body, letter.language, knowledge.rulebooks), titled


def _judge(
    letter: Letter,
    found: tuple[Findings, ...],
    titled: tuple[Findings, ...],
    opinion: Opinion,
    *,
    received: datetime,
    zone: tzinfo,
) -> Triage:
    written = _written(letter, received)
    opinion = _heard(letter, opinion)
    merged = merge(
        Evidence(
            claims=_claims(letter, found, titled),
            announced=announced(letter.notice) if letter.notice else (),
            denied=_denied(found),
            settled=frozenset[str]().union(*(one.settled for one in found)),
            turns=any(turns(one.folded.text, letter.language) for one in found),
            opinion=opinion,
        )
    )
    tags = [tag.tag for tag in merged.tags]
    signals = find_signals(letter, (*found, *titled), tags, written, zone)
    priority = prioritise(tags, signals, written)
    ranked = place(
        tags,
        signals,
        priority,
        heights=() if _is_known(letter, signals, written) else opinion.heights,
        clock_at=_clock(letter, signals, received),
        received=received,
        zone=zone,
    )
    return Triage(
        tags=merged.tags,
        unsure=merged.unsure,
        priority=priority,
        rank=rank(ranked.place, received),
        score=ranked.place.score,
        rank_reasons=ranked.reasons,
        signals=signals,
        say_it=merged.say_it,
    )


def _unjudged(received: datetime) -> Triage:
    low = Place(level=Priority.LOW.level, received=received)
    return Triage(priority=Priority.LOW, rank=rank(low, received))


def _claims(
    letter: Letter, found: Iterable[Findings], titled: Iterable[Findings]
) -> tuple[Claim, ...]:
    said = [hit for one in found for hit in one.hits]
    denied = _denied(found)
    claims = [Claim(rule=hit.rule, tag=hit.label, spans=_spans(letter, hit)) for hit in said]
    if {hit.label for hit in said} == {"thanks"}:
        return tuple(claims)
    if speaks_alone(letter):
        claims = [one for one in claims if one.tag in HAPPENED]
    return (
        *claims,
        *(
            Claim(rule=hit.rule, tag=hit.label)
            for one in titled
            for hit in one.hits
            if hit.label not in denied
        ),
    )


def _denied(found: Iterable[Findings]) -> frozenset[str]:
    return frozenset[str]().union(*(one.denied for one in found))


def _only_tells(letter: Letter) -> bool:
    """Say whether all words are the marketplace's own, as in a sale notice."""
    return letter.notice is not None and (letter.notice.topic in TELLING or is_told(letter.notice))


def _heard(letter: Letter, opinion: Opinion) -> Opinion:
    """What the model said of a marketplace's words is nothing, and of a topic has no words."""
    if _only_tells(letter):
        return Opinion()
    if speaks_alone(letter):
        caused = (one for one in opinion.scores if one.tag in HAPPENED)
        return replace(opinion, scores=tuple(caused))
    if letter.text:
        return opinion
    return replace(opinion, scores=tuple(replace(one, spans=()) for one in opinion.scores))


def _spans(letter: Letter, hit: Hit) -> tuple[Span, ...]:
    """Return the hit's words in the letter; a topic's words do not stand in it."""
    if not letter.text:
        return ()
    return tuple(
        Span(by=f"rule:{hit.rule}", start=start, end=end, words=letter.text[start:end])
        for start, end in hit.spans
    )


def _is_known(letter: Letter, signals: Signals, written: datetime) -> bool:
    """Say whether a letter's level follows from what the model does not see: a notice, a day."""
    return bool(letter.notice and announced(letter.notice)) or is_near(signals, written)


def _clock(letter: Letter, signals: Signals, received: datetime) -> datetime | None:
    """Return the nearest clock: limit, stated deadline, or the notice's own."""
    if letter.notice is None:
        return nearest(limit_at(letter.marketplace, received), signals.deadline)
    if letter.notice.topic not in ACTED_ON:
        # The day of a notice that we do not know orders it inside its level, and no further.
        unknown = letter.notice.deadline if letter.notice.topic == "other" else None
        return nearest(signals.deadline, unknown)
    routine = letter.notice.deadline or limit_at(letter.marketplace, received)
    return nearest(routine, signals.deadline)


def _written(letter: Letter, received: datetime) -> datetime:
    """Return the letter's own date, its receipt where it has none or lies ahead."""
    if letter.date is None or letter.date > received + _AHEAD:
        return received
    return letter.date
