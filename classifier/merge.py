"""One list of tags from all who speak: rules, the notice's own fields, and the model.

Where the model speaks, it has weighed the rules already: what it gives are the tags, and each names
the rules that gave it too. Where it is silent, the rules give the tags. A hazard or claim that a
rule hears and the model does not leaves the verdict unsure unless the model is certain, and is
given where the model itself is unsure: such a letter must not be passed over. What a notice
announces holds in every case, and no wish that the model alone hears comes before it. The sources
stay apart: a rule has no number, and the score beside a tag is the model's. Pure; nothing fails.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cases.labels import CAUSES, FOREMOST, WISHES, WORDED
from cases.values import Span, Tag
from classifier.model import UNSURE, Opinion, Score
from classifier.notices import BY as NOTICE
from classifier.notices import INSTEAD
from classifier.ordering import ordered

MODEL: Final = "model"

#: What the model's main tag must reach where a rule hears a hazard or claim that it does not.
CONTESTED: Final = 0.9

#: How probable thanks must be to be nothing but thanks, and the same where the letter turns,
#: or tells of a problem before it says that it is over.
THANKS: Final = 0.5
THANKS_THAT_TURN: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A rule that gives a tag, with the words that made it fire."""

    #: The rule's id.
    rule: str
    tag: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that speaks for the tags of one letter."""

    claims: tuple[Claim, ...] = ()
    #: Tags that the notice's topic and reason give.
    announced: tuple[str, ...] = ()
    #: Tags that were only spoken of to deny them.
    denied: frozenset[str] = frozenset()
    #: Those of them that were told as settled.
    settled: frozenset[str] = frozenset()
    #: Whether the letter turns ("but") or asks.
    turns: bool = False
    #: What the model says.
    opinion: Opinion = field(default_factory=Opinion)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The tags of one letter."""

    #: Main tag first; ``other`` where nobody speaks.
    tags: tuple[Tag, ...]
    #: Nobody speaks, or the model does not know which tag is the main one.
    unsure: bool
    #: The main tag has its own wording and is certain enough for it: the notice gives it, the model
    #: is certain of it, or a rule gives it and there is no model to ask.
    say_it: bool


def merge(evidence: Evidence) -> Merged:
    """Return the tags that ``evidence`` gives."""
    scores = _wanted(evidence)
    claimed = {claim.tag for claim in evidence.claims} - _impossible(evidence)
    hazards = (claimed & set(FOREMOST)) - scores.keys() if scores else set[str]()
    told = scores.keys() or claimed
    if evidence.opinion.main < UNSURE:
        told |= hazards
    given = ordered({*told, *evidence.announced})
    if not given:
        return Merged(tags=(Tag(tag="other"),), unsure=True, say_it=False)
    main, likeliest = given[0], next(iter(scores), "")
    doubted = CONTESTED if hazards else UNSURE
    unsure = (
        bool(scores)
        and main not in evidence.announced
        and (evidence.opinion.main < doubted or _is_doubtful_thanks(main, scores, evidence))
    )
    certain = (
        main in evidence.announced or not scores or (evidence.opinion.certain and main == likeliest)
    )
    return Merged(
        tags=tuple(_tag(tag, evidence, scores.get(tag)) for tag in given),
        unsure=unsure,
        say_it=main in WORDED and certain and not unsure,
    )


def _is_doubtful_thanks(main: str, scores: Mapping[str, Score], evidence: Evidence) -> bool:
    """Say whether a letter may want more than to thank: it would get no answer."""
    if main != "thanks" or main not in scores:
        return False
    contested = evidence.turns or bool(evidence.settled & (CAUSES | WISHES))
    return scores[main].probability < (THANKS_THAT_TURN if contested else THANKS)


def _wanted(evidence: Evidence) -> dict[str, Score]:
    """Return what the model gives, without wishes that nobody made.

    These are wishes that the rules heard refused, and those that a notice rules out or that would
    come before its own.
    """
    claimed = {claim.tag for claim in evidence.claims}
    scores = {
        score.tag: score
        for score in evidence.opinion.scores
        if score.tag not in _impossible(evidence)
        and (score.tag in claimed or not _overtakes(score.tag, evidence.announced))
    }
    refused = (evidence.denied & WISHES) - claimed - set(evidence.announced)
    return {tag: score for tag, score in scores.items() if tag not in refused} or scores


def _impossible(evidence: Evidence) -> set[str]:
    """Return the wishes that what a notice announces rules out."""
    return {INSTEAD[tag] for tag in evidence.announced if tag in INSTEAD}


def _overtakes(tag: str, announced: Sequence[str]) -> bool:
    """Say whether a wish would come before the one that a notice announces."""
    return tag in WISHES and any(
        one in WISHES and one != tag and ordered((tag, one))[0] == tag for one in announced
    )


def _tag(tag: str, evidence: Evidence, score: Score | None) -> Tag:
    claims: Sequence[Claim] = [claim for claim in evidence.claims if claim.tag == tag]
    by = [f"rule:{claim.rule}" for claim in claims]
    spans = [span for claim in claims for span in claim.spans]
    if tag in evidence.announced:
        by.append(NOTICE)
    if score:
        by.append(MODEL)
        spans += score.spans
    return Tag(
        tag=tag,
        by=tuple(dict.fromkeys(by)),
        score=score.probability if score else None,
        spans=tuple(spans),
    )
