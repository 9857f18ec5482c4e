"""Retraining on corrections, in a process of its own: ``python -m classifier.retrain``.

The challenger learns from our own letters and the older corrections; the newest fifth of the
corrections is kept back, and on it the gate decides (classifier/gate.py). What it has unlearned
shows on our own letters, each judged by layers that had seen no letter of its situation, beside a
model trained in the same way without corrections. What that one can do stays the same until letters
or rules change, so it is kept, and training again takes half the time. Fails with ``CorpusFault``,
``CorrectionFault``, ``RulebookFault`` or ``ModelFault``.
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from classifier.cache import Cache, key
from classifier.card import write_card
from classifier.cores import undisturbed
from classifier.corpus import CorpusFault, Example, read_corpus
from classifier.corrections import Correction, CorrectionFault, read_corrections, split
from classifier.gate import Measured, Outcome, measure, refuse
from classifier.judging import judge
from classifier.knowledge import Knowledge
from classifier.model import Model, load_model
from classifier.modelfile import ModelFault, write_modelfile
from classifier.progress import show_progress
from classifier.registry import Registry, RegistryFault
from classifier.replacement import make_folder, try_folder
from classifier.rulefile import RulebookFault
from classifier.teaching import read_teaching
from classifier.train import STEPS, Trained, train

#: The share of corrections that judges.
NEWEST: Final = 0.2

#: What the model without corrections can do, as it is kept.
_BEFORE: Final = "unseen"


def retrain(options: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401 - what argparse gives
    """Train and register a challenger; return its name and why it may not be promoted."""
    make_folder(options.registry)
    try_folder(options.registry)
    ours = read_corpus(options.corpus)
    corrections = read_corrections(options.corrections)
    older, newest = split(corrections, NEWEST)
    taught, rulebooks = read_teaching(options.rulebook, len(ours), options.own)
    registry = Registry(options.registry, options.starter)
    judging = registry.judging
    if judging != registry.champion:
        print(f"{registry.champion} is of another version of triaged: compared with {judging}")  # noqa: T201
    champion = load_model(registry.path(judging))
    told = [one.example() for one in older]
    examples = [*ours, *told]
    fresh = [one.example() for one in newest]

    def measured(model: Model, letters: Iterable[Example]) -> Measured:
        return _measure(Knowledge(rulebooks=rulebooks, model=model), list(letters))

    cache = Cache(options.registry.parent / "cache")
    words = json.dumps(champion.lexicon.words, sort_keys=True).encode()
    rules = [*_contents(options.rulebook), *(_contents(options.own) if options.own else ())]
    sources = key([*_contents(options.corpus), *rules, words])
    known = cache.find(_BEFORE, sources)
    with show_progress(len(examples), STEPS if known else 2 * STEPS) as advance:

        def trained(letters: Sequence[Example]) -> Trained:
            return train(
                letters,
                taught,
                advance,
                rulebooks=rulebooks,
                lexicon=champion.lexicon,
            )

        if known:
            before = Measured(**known[0][_BEFORE])
        else:
            before = _measure_unseen(ours, trained(ours))
            cache.keep(_BEFORE, sources, {_BEFORE: asdict(before)}, {})
        challenger = trained(examples)
    found = {
        "champion": measured(champion, fresh),
        "challenger": measured(Model(challenger.model), fresh),
        "before": before,
        "after": _measure_unseen(ours, challenger),
    }
    refusals = refuse(**found)
    draft = options.registry / f"draft-{registry.next_name()}"
    shutil.rmtree(draft, ignore_errors=True)
    write_modelfile(draft, challenger.model)
    write_card(draft, challenger.model, ours, len(taught), told)
    manifest = {
        "trained": options.at,
        "champion": judging,
        "letters": dict(sorted(Counter(one.language for one in examples).items())),
        "corrections": _manifest(corrections, newest),
        "corpus": _digest(_contents(options.corpus)),
        "rulebook": _digest(rules),
        "measured": {name: asdict(one) for name, one in found.items()},
        "refusals": refusals,
    }
    return registry.add(draft, manifest), refusals


def main(arguments: Sequence[str] | None = None) -> int:
    """Train a challenger and say whether it may be promoted.

    Returns the exit code: 65 where the letters cannot be trained on, 74 where a file cannot be read
    or written, which is tried first, 78 for what else is at fault.
    """
    parser = argparse.ArgumentParser(prog="python -m classifier.retrain", description=__doc__)
    for name in ("corpus", "rulebook", "corrections", "registry", "starter"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--own", type=Path, help="folder of rulebooks of the operator's own")
    parser.add_argument("--at", required=True, help="the time, for the manifest")
    try:
        name, refusals = undisturbed(retrain, parser.parse_args(arguments))
    except (CorpusFault, CorrectionFault, ModelFault, RegistryFault, RulebookFault) as fault:
        print(f"triaged: {fault}", file=sys.stderr)  # noqa: T201 - a command
        return 65 if isinstance(fault, CorpusFault) else 78
    except OSError as error:
        print(f"triaged: {error.filename}: {error.strerror}", file=sys.stderr)  # noqa: T201 - a command
        return 74
    print(name)  # noqa: T201 - a command
    for sentence in refusals:
        print(f"not to be promoted: {sentence}")  # noqa: T201 - a command
    print(f"next: triaged compare {name}")  # noqa: T201 - a command
    return 0


def _measure(knowledge: Knowledge, examples: Sequence[Example]) -> Measured:
    return measure(
        [
            Outcome(
                language=one.example.language,
                true=one.example.tags,
                given=one.given,
                scores={tag.tag: tag.score for tag in one.triage.tags if tag.score is not None},
            )
            for one in judge(examples, knowledge)
        ]
    )


def _measure_unseen(ours: Sequence[Example], trained: Trained) -> Measured:
    """Return how our own letters, which stand first, were judged by layers that had not seen them.

    What is measured is the model alone: rules beside it are the same before and after.
    """
    return measure(
        [
            Outcome(language=one.language, true=one.tags, given=tuple(told), scores=told)
            for one, told in zip(ours, trained.unseen, strict=False)
        ]
    )


def _manifest(corrections: Sequence[Correction], newest: Sequence[Correction]) -> dict[str, object]:
    ids = "\n".join(f"{one.id} {','.join(one.tags)}" for one in corrections)
    return {
        "letters": len(corrections),
        "kept back": len(newest),
        "newest from": newest[0].received.isoformat() if newest else None,
        "sha256": hashlib.sha256(ids.encode()).hexdigest(),
    }


def _contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*.toml"))]


def _digest(contents: Iterable[bytes]) -> str:
    total = hashlib.sha256()
    for content in contents:
        total.update(content)
    return total.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
