"""What training teaches: learning curve, what is left out, a seller's own words, a poisoned batch.

Every figure is taken on letters of situations that neither words nor weighing had seen. Each
experiment trains, which takes a minute or more, and is kept when it is done: a proof that was
stopped goes on where it was (``make prove-learning``; KEPT names the folder).

A seller of fishing tackle (``prove/tackle.csv``, invented: a trade of which no training letter
speaks) labels 200 letters and retrains; judged are the 56 that came later. The poisoned batch is
200 of our own letters with their tags exchanged; the gate must refuse the model that learned them.
So it must where 150 hazards are called thanks between 200 good labels, and the model is better on
average. All retrain as ``triaged train`` does, on the letters of every language.
"""

import csv
import hashlib
import json
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sklearn.model_selection import GroupKFold

from cases.labels import TAGS
from classifier.corpus import Example, read_corpus
from classifier.corrections import Correction, learn
from classifier.judging import Judged, figures, judge
from classifier.knowledge import Knowledge, open_knowledge
from classifier.lexicon import read_lexicon
from classifier.model import Model, load_model
from classifier.registry import Registry
from classifier.retrain import retrain
from classifier.teaching import read_fragments
from classifier.train import LEXICON, fit
from prove.keywords import keywords
from prove.record import write_proof

CORPUS: Final = Path("classifier/corpus")
RULEBOOK: Final = Path("classifier/rulebook")
STARTER: Final = Path("models/starter")
TACKLE: Final = Path(__file__).parent / "tackle.csv"
KEPT: Final = Path(os.environ.get("KEPT", ".prove-learning"))

_BEGIN: Final = datetime(2026, 9, 1, tzinfo=UTC)
_LABELS: Final = 200
_POISONED: Final = 200
_HAZARDS: Final = 150
_SHARES: Final = (25, 50, 75, 100)
#: Languages of many letters and of few, and two without blanks.
_LANGUAGES: Final = ("fr", "ja", "sv", "zh")

_CLAIM: Final = (
    "What training teaches, on letters of situations unseen: how much more letters help, what is"
    " lost without a language or a writer, what 200 labels of a shop with words of its own bring,"
    " and poisoned batches that the gate refuses. An experiment that is missing was not run."
)

Told = dict[str, object]


class Ground:
    """What all experiments stand on: letters, rules, and a quarter of the situations kept back."""

    def __init__(self) -> None:
        self.examples = read_corpus(CORPUS)
        self.knowledge = open_knowledge(RULEBOOK, None)
        self.taught = read_fragments(RULEBOOK)
        self.lexicon = read_lexicon(LEXICON)
        self.seen, self.held = self.part([one.situation for one in self.examples])

    def part(self, groups: Sequence[str]) -> tuple[list[Example], list[Example]]:
        """Return the letters to learn from and those to judge, no group on both sides."""
        seen, held = next(iter(GroupKFold(n_splits=4).split(self.examples, groups=groups)))
        return [self.examples[at] for at in seen], [self.examples[at] for at in held]

    def train(self, letters: Sequence[Example]) -> Model:
        """Return the model that ``letters`` and the rulebooks teach."""
        rules = self.knowledge.rulebooks
        return Model(fit(letters, self.taught, rulebooks=rules, lexicon=self.lexicon))

    def both(self, model: Model, letters: Sequence[Example]) -> Told:
        """Return how letters are judged by rules and model together."""
        return tell(judge(letters, replace(self.knowledge, model=model)))


def tell(judged: Sequence[Judged]) -> Told:
    """Return the figures that are compared."""
    of = figures(judged)
    return {
        "letters": of.letters,
        "main": round(of.main, 4),
        "micro F1": round(of.micro, 4),
        "macro F1": round(of.macro, 4),
        "priority": round(of.priority, 4),
    }


def curve(ground: Ground) -> Told:
    """Learn from a quarter, a half, three quarters and all of the letters."""
    told: Told = {"keywords": _by_keywords(ground.held)}
    told["rules alone"] = tell(judge(ground.held, ground.knowledge))
    for share in _SHARES:
        letters = [one for one in ground.seen if _place(one.situation) < share]
        model = ground.train(letters)
        told[f"{share} %, both"] = {**ground.both(model, ground.held), "learned": len(letters)}
        alone = judge(ground.held, Knowledge(rulebooks={}, model=model))
        told[f"{share} %, model alone"] = tell(alone)
        if share == max(_SHARES):
            told["own wording"] = _trade(model, ground)
            for language in _LANGUAGES:
                letters = [one for one in ground.held if one.language == language]
                told[f"{language} learned"] = ground.both(model, letters)
    return told


def language_out(language: str) -> Callable[[Ground], Told]:
    """Return the experiment that learns from no letter of ``language``; rules stay."""

    def run(ground: Ground) -> Told:
        model = ground.train([one for one in ground.seen if one.language != language])
        return ground.both(model, [one for one in ground.held if one.language == language])

    return run


def writer_out(ground: Ground) -> Told:
    """Learn from three quarters of the writers, judge the letters of the others."""
    seen, held = ground.part([one.writer for one in ground.examples])
    return ground.both(ground.train(seen), held)


def seller(ground: Ground) -> Told:
    """Retrain on 200 letters of a shop with words of its own; judge those that came later."""
    rows = _read_tackle()
    registry, refusals = _retrain("seller", rows[:_LABELS])
    later = [one.example() for one in rows[_LABELS:]]
    models = {
        "without labels": load_model(STARTER),
        "with labels": load_model(registry.path(registry.names()[-1])),
    }
    found = {
        name: tell(judge(later, replace(ground.knowledge, model=model)))
        for name, model in models.items()
    }
    for one in found.values():
        del one["priority"]  # a label bears none
    return {**found, "refused": list(refusals)}


def poison(ground: Ground) -> Told:
    """Let the gate look at a model that learned letters with tags exchanged."""
    english = [one for one in ground.seen if one.language == "en"]
    letters = sorted(english, key=lambda one: _place(one.id, 10**6))[:_POISONED]
    moved = dict(zip(TAGS, (*TAGS[7:], *TAGS[:7]), strict=True))
    wrong = [
        _correction(number, (moved[one.tags[0]],), one.text, one.language, one.subject)
        for number, one in enumerate(letters)
    ]
    _, refusals = _retrain("poison", wrong)
    return {"letters": len(wrong), "refused": list(refusals)}


def hazards(ground: Ground) -> Told:
    """Let the gate look at a model that is better on average and was told to thank for hazards.

    Between the shop's own good labels stand letters, and sentences of the rulebook, that speak of a
    hazard and are labelled as thanks; so they do among the newest, on which the model must win.
    """
    own = [one for one in ground.seen if one.language == "en" and "safety" in one.tags]
    told = [one for one in ground.taught if one.language == "en" and one.tag == "safety"]
    texts = [*(one.text for one in own), *(one.text for one in told)][:_HAZARDS]
    good = _read_tackle()[:_LABELS]
    wrong = [_correction(number, ("thanks",), text, "en") for number, text in enumerate(texts)]
    registry, refusals = _retrain("hazards", _alternate(good, wrong))
    found = registry.manifest(registry.names()[-1])["measured"]
    return {
        "labels": len(good) + len(wrong),
        "wrong": len(wrong),
        **{
            f"{side}, {figure}": round(found[side][figure], 4)
            for side in ("champion", "challenger", "before", "after")
            for figure in ("main", "safety")
        },
        "refused": list(refusals),
    }


def main() -> int:
    """Do what is not done yet, write the proof, and say whether the gate held."""
    experiments: Mapping[str, Callable[[Ground], Told]] = {
        "curve": curve,
        "seller": seller,
        "poison": poison,
        "hazards called thanks": hazards,
        "no writer on both sides": writer_out,
        **{f"{language} left out": language_out(language) for language in _LANGUAGES},
    }
    KEPT.mkdir(exist_ok=True)
    kept = KEPT / "done.json"
    done: dict[str, Told] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    ground = Ground()
    for name, experiment in experiments.items():
        if name not in done:
            done[name] = experiment(ground)
            kept.write_text(json.dumps(done, ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"{name}: {json.dumps(done[name], ensure_ascii=False)}", flush=True)
        write_proof("learning", _CLAIM, dict(_flat(done)))
    return 0 if all(done[name]["refused"] for name in ("poison", "hazards called thanks")) else 1


def _flat(told: Mapping[str, object], name: str = "") -> Iterable[tuple[str, object]]:
    for key, value in told.items():
        path = f"{name}, {key}" if name else key
        if isinstance(value, dict):
            yield from _flat(value, path)
        else:
            yield path, "; ".join(value) if isinstance(value, list) else value


def _retrain(name: str, corrections: Sequence[Correction]) -> tuple[Registry, tuple[str, ...]]:
    """Retrain as ``triaged train`` does; return the registry and why the model is refused."""
    told, registry = KEPT / f"{name}.jsonl", KEPT / name
    shutil.rmtree(registry, ignore_errors=True)
    registry.mkdir()
    learn(told, corrections)
    _, refusals = retrain(
        Namespace(
            corpus=CORPUS,
            rulebook=RULEBOOK,
            own=None,
            corrections=told,
            registry=registry,
            starter=STARTER,
            at=_BEGIN.isoformat(),
        )
    )
    return Registry(registry, STARTER), refusals


def _trade(model: Model, ground: Ground) -> Told:
    """Return, for lines of own wording, its share and how much of it would be untrue."""
    judged = judge(ground.held, replace(ground.knowledge, model=model))
    sure = [
        (one.triage.tags[0].score or 0.0, one.given[0] in one.example.tags)
        for one in judged
        if not one.triage.unsure
    ]
    told: Told = {}
    for line in (0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995):
        said = [true for score, true in sure if score >= line]
        told[f"from score {line}"] = f"{len(said) / len(judged):.1%} worded, " + (
            f"{1 - sum(said) / len(said):.1%} untrue" if said else "none untrue"
        )
    return told


def _by_keywords(letters: Sequence[Example]) -> Told:
    right = sum(keywords(one)[0] == one.tags[0] for one in letters)
    return {"letters": len(letters), "main": round(right / len(letters), 4)}


def _place(name: str, size: int = 100) -> int:
    """Return a number below ``size`` that is always the same for a name."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % size


def _alternate(*rows: Sequence[Correction]) -> list[Correction]:
    """Return the corrections spread evenly over the time that all of them take."""
    spread = [(place / len(row), one) for row in rows for place, one in enumerate(row)]
    spread.sort(key=lambda pair: pair[0])
    return [
        replace(
            one,
            id=f"letter-{number}",
            buyer=f"{number}@buyer.example",
            received=_BEGIN + timedelta(hours=number),
            at=_BEGIN + timedelta(hours=number),
        )
        for number, (_, one) in enumerate(spread)
    ]


def _read_tackle() -> list[Correction]:
    with TACKLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        _correction(number, tuple(row["tags"].split(",")), row["text"], "en")
        for number, row in enumerate(rows)
    ]


def _correction(
    number: int, tags: tuple[str, ...], text: str, language: str, subject: str = ""
) -> Correction:
    received = _BEGIN + timedelta(hours=number)
    return Correction(
        id=f"letter-{number}",
        tags=tags,
        language=language,
        subject=subject,
        text=text,
        buyer=f"{number}@buyer.example",
        order="",
        received=received,
        who="seller",
        at=received,
    )


if __name__ == "__main__":
    sys.exit(main())
