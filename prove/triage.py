"""Tags, priority and order on letters that were written without sight of rules or training.

Seven languages under prove/blind/triage/, in the corpus's own format, and pairs of letters of which
one must come first. Judged by plain keywords, by rules alone, by the model alone and by both.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from cases.labels import TAGS, Priority
from cases.values import Tag, Triage
from classifier.corpus import DIFFICULTIES, Example, read_corpus
from classifier.evaluate import Judged, figures, judge
from classifier.knowledge import Knowledge, open_knowledge
from classifier.priority import LEVELS
from prove.keywords import keywords
from prove.record import PROOFS, write_proof

BLIND: Final = Path(__file__).parent / "blind" / "triage"
RULEBOOK: Final = Path("classifier/rulebook")
MODEL: Final = Path("models/starter")

#: What the issue asks for.
AIMS: Final = {"main": 0.90, "macro": 0.90, "trap": 0.80, "priority": 0.90, "pairs": 0.97}

#: The names a pair may give to the letter that must wait; the other one comes first.
_WAITS: Final = frozenset({"lower", "below", "second", "later", "less", "after"})
_BINS: Final = 10
_FIRST: Final = "first run, untouched"
_SHOWN: Final = ("main", "micro", "macro", "trap", "priority", "pairs", "untrue wording")


def main() -> int:
    """Take the figures, write them down and say whether the aims are met."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BLIND
    examples = read_corpus(folder)
    knowledge = open_knowledge(RULEBOOK, MODEL)
    ways = {
        "keywords": by_keywords(examples),
        "rules": judge(examples, replace(knowledge, model=None)),
        "model": judge(examples, Knowledge(rulebooks={}, model=knowledge.model)),
        "both": judge(examples, knowledge),
    }
    pairs = read_pairs(folder / "pairs.toml", examples)
    told = {name: measured(judged, pairs) for name, judged in ways.items()}
    both = told["both"]
    met = {aim: both[aim] for aim, least in AIMS.items() if both.get(aim, 1.0) < least}
    if folder == BLIND:
        write_proof(
            "triage",
            "Letters unseen by those who wrote rules and training, judged by keywords, rules,"
            " the model and both.",
            {
                _FIRST: _first(both),
                "letters": len(examples),
                "pairs": len(pairs),
                **{
                    f"{name}, {figure}": round(value, 4)
                    for name, values in told.items()
                    for figure, value in values.items()
                },
            },
        )
    for name, values in told.items():
        shown = ", ".join(f"{figure} {value:.3f}" for figure, value in values.items())
        print(f"{name}: {shown}")
    print("aims met" if not met else f"below the aim: {', '.join(met)}")
    return 0


def _first(both: Mapping[str, float]) -> str:
    """Return the figures of the first run, which was made before anybody had seen a letter."""
    before = PROOFS / "triage.json"
    known = json.loads(before.read_text(encoding="utf-8"))["figures"] if before.exists() else {}
    now = ", ".join(f"{name} {both[name]:.3f}" for name in _SHOWN)
    return str(known.get(_FIRST, now))


def measured(judged: Sequence[Judged], pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Return the figures of one way of judging, by name."""
    of = figures(judged)
    told = {
        "main": of.main,
        "micro": of.micro,
        "macro": of.macro,
        "whole set": of.exact,
        "priority": of.priority,
        "own wording": of.said,
        "untrue wording": of.untrue,
        "calibration error": calibration(judged),
        "pairs": agreement(judged, pairs),
    }
    for difficulty in DIFFICULTIES:
        if group := [one for one in judged if one.example.difficulty == difficulty]:
            told[difficulty] = figures(group).main
    for language in sorted({one.example.language for one in judged}):
        told[language] = figures([one for one in judged if one.example.language == language]).main
    return told


def calibration(judged: Iterable[Judged]) -> float:
    """Return how far the scores of given tags are from how often they are right (ECE)."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for one in judged:
        for tag in one.triage.tags:
            if tag.score is not None:
                place = min(_BINS - 1, int(tag.score * _BINS))
                bins[place].append((tag.score, tag.tag in one.example.tags))
    given = sum(map(len, bins))
    return sum(abs(sum(score - right for score, right in one)) for one in bins) / max(1, given)


def agreement(judged: Iterable[Judged], pairs: Iterable[tuple[str, str]]) -> float:
    """Return the share of pairs that stand in the right order; a tie is half right."""
    ranks = {one.example.id: one.triage.rank for one in judged}
    right = [
        1.0 if ranks[first] > ranks[second] else 0.5 * (ranks[first] == ranks[second])
        for first, second in pairs
    ]
    return sum(right) / max(1, len(right))


def read_pairs(path: Path, examples: Iterable[Example]) -> list[tuple[str, str]]:
    """Return pairs of letters, the one that must come first before the other.

    Raises:
        SystemExit: an entry does not name two letters.
    """
    if not path.exists():
        return []
    known = {one.id for one in examples}
    entries = next(iter(tomllib.loads(path.read_text(encoding="utf-8")).values()))
    pairs = []
    for entry in entries:
        named = list(entry.items()) if isinstance(entry, Mapping) else list(enumerate(entry))
        letters = [(key, one) for key, one in named if isinstance(one, str) and one in known]
        if len(letters) != 2:
            raise SystemExit(f"{path.name}: {entry} does not name two letters")
        letters.sort(key=lambda one: one[0] in _WAITS)
        pairs.append((letters[0][1], letters[1][1]))
    return pairs


def by_keywords(examples: Iterable[Example]) -> list[Judged]:
    """Return letters as plain keywords judge them: level by tag, never sure of anything else."""
    judged = []
    for one in examples:
        tags = keywords(one)
        level = min((LEVELS[tag] for tag in tags), key=lambda priority: priority.level)
        triage = Triage(
            tags=tuple(Tag(tag=tag, by=("keywords",)) for tag in tags),
            priority=level,
            rank=100.0 - 25.0 * tuple(Priority).index(level) - TAGS.index(tags[0]),
        )
        judged.append(Judged(example=one, triage=triage))
    return judged


if __name__ == "__main__":
    sys.exit(main())
