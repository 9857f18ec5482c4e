"""One list of tags from all who speak: rules, the notice's own fields, and the model.

A tag is assigned where a rule or the notice gives it, or where the model is above that tag's
threshold. The sources stay apart: a rule has no number, and the score beside a tag is the model's
alone or nothing. The order is that of the labels' page: hazards and legal acts, causes, wishes;
free-gift before what is wrong with the giveaway; review last; thanks, spam and other alone. Pure;
nothing fails.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cases.labels import ALONE, CAUSES, FOREMOST, TAGS
from cases.values import Span, Tag
from classifier.model import Opinion, Score
from classifier.notices import BY as NOTICE

MODEL: Final = "model"

#: What may be wrong with a giveaway.
_OF_A_GIVEAWAY: Final = frozenset({"missing-item", "wrong-item", "damaged", "not-as-described"})

_PLACE: Final = {tag: place for place, tag in enumerate(TAGS)}


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
    #: Tags that the letter names only to deny them.
    denied: frozenset[str] = frozenset()
    #: Tags that the notice's topic and reason give.
    announced: tuple[str, ...] = ()
    #: What the model says.
    opinion: Opinion = field(default_factory=Opinion)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The tags of one letter."""

    #: Main tag first; ``other`` where nobody speaks.
    tags: tuple[Tag, ...]
    #: Nobody speaks, or rule and model disagree on the main tag.
    unsure: bool
    #: The main tag is certain enough for its own wording: a rule or the notice gives it and the
    #: model does not doubt it, or the model alone is certain.
    say_it: bool


def merge(evidence: Evidence) -> Merged:
    """Return the tags that ``evidence`` gives."""
    told = {claim.tag for claim in evidence.claims} | set(evidence.announced)
    heard = {
        score.tag: score for score in evidence.opinion.scores if _believed(score, evidence, told)
    }
    given = ordered(told | set(heard))
    if not given:
        return Merged(tags=(Tag(tag="other"),), unsure=True, say_it=False)
    unsure = _disagree(ordered(told), ordered(heard))
    main = given[0]
    certain = (main in told and main not in evidence.opinion.doubted) or (
        main in heard and heard[main].certain
    )
    return Merged(
        tags=tuple(_tag(tag, evidence, heard.get(tag)) for tag in given),
        unsure=unsure,
        say_it=certain and not unsure,
    )


def ordered(tags: Iterable[str]) -> tuple[str, ...]:
    """Return ``tags`` as the labels' page orders them, main tag first.

    Tags that stand alone give way to every other, but spam gives way only to a hazard or a claim.
    """
    given = set(tags)
    if "spam" in given and not given & set(FOREMOST):
        return ("spam",)
    if given - ALONE:
        given -= ALONE
    return tuple(sorted(given, key=lambda tag: _key(tag, given)))


def _key(tag: str, given: set[str]) -> tuple[int, int]:
    if tag in FOREMOST:
        return 0, _PLACE[tag]
    if tag == "free-gift" and not given & (CAUSES - _OF_A_GIVEAWAY - {"free-gift"}):
        return 1, _PLACE[tag]
    if tag == "review":
        return 3, _PLACE[tag]
    return 2, _PLACE[tag]


def _believed(score: Score, evidence: Evidence, told: set[str]) -> bool:
    """Say whether the model is heard: alone against a denial or a rule only when it is certain."""
    if score.tag in evidence.denied:
        return False
    return score.tag not in ALONE or score.tag in told or not told


def _disagree(told: Sequence[str], heard: Sequence[str]) -> bool:
    """Say whether each side names a main tag that the other does not give at all."""
    return bool(told and heard) and told[0] not in heard and heard[0] not in told


def _tag(tag: str, evidence: Evidence, score: Score | None) -> Tag:
    claims = [claim for claim in evidence.claims if claim.tag == tag]
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
