"""``triaged evaluate``: how well labelled letters are judged, as tables, as JSON, as a picture."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from classifier.corrections import CorrectionFault, read_corrections
from classifier.reliability import draw
from classifier.scorecard import Scorecard, score
from daemon import clock
from daemon.commands.options import add_config, find_config
from daemon.exits import CommandError, Exit
from daemon.knowledge import Knowledge, load_knowledge
from daemon.learning.labelling import Labelled, read_tables

EXAMPLES = """\
  triaged evaluate labelled.csv
  triaged evaluate labelled.jsonl --json
  triaged evaluate --config config.toml --picture reliability.svg"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="tables of labelled letters, .csv or .jsonl: columns text, tags; also subject, "
        "language, received, priority, acknowledge, id; default: what triaged learn was told",
    )
    parser.add_argument("--json", action="store_true", help="one object")
    parser.add_argument(
        "--picture", type=Path, metavar="FILE", help="write the reliability picture there, as SVG"
    )


def run(given: argparse.Namespace) -> int:
    """Judge the letters; 65 where there is none."""
    knowledge, labelled = _configured(given) if given.config or not given.paths else _plain(given)
    if not labelled:
        raise CommandError("no labelled letter there: name a table of some", Exit.DATAERR)
    from daemon.learning.evaluation import evaluate

    card = score(evaluate(labelled, knowledge))
    if given.picture:
        _write(given.picture, draw(card.bins, f"Reliability of {card.letters} letters"))
    if given.json:
        told = {**asdict(card), "bins": [one._asdict() for one in card.bins]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(card)))
    return Exit.OK


def _plain(given: argparse.Namespace) -> tuple[Knowledge, list[Labelled]]:
    labelled = list(read_tables(given.paths, clock.now()))
    return load_knowledge(None, proved=True), labelled


def _configured(given: argparse.Namespace) -> tuple[Knowledge, list[Labelled]]:
    """Judge by the configured model and rules; without files, what was learned."""
    from daemon.commands.registries import tell_outdated
    from daemon.config.reading import load_config
    from daemon.learning.sealing import find_seal
    from daemon.models import find_corrections
    from daemon.seal import is_proved

    config = load_config(find_config(given))
    if given.paths:
        labelled = list(read_tables(given.paths, clock.now()))
    else:
        try:
            kept = read_corrections(find_corrections(config), find_seal(config))
            labelled = [Labelled(one) for one in kept]
        except CorrectionFault as fault:
            raise CommandError(str(fault), Exit.DATAERR) from None
    knowledge = load_knowledge(config, proved=is_proved(config))
    tell_outdated(knowledge.outdated)
    return knowledge, labelled


def _write(path: Path, picture: str) -> None:
    try:
        path.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}", Exit.IOERR) from None


def _lines(card: Scorecard) -> Iterator[str]:
    yield f"{card.letters} letters"
    for name, value in (
        ("main tag", card.main),
        ("whole set", card.whole_set),
        ("tags, micro F1", card.micro_f1),
        ("tags, macro F1", card.macro_f1),
        ("unsure", card.unsure),
        ("own wording", card.own_wording),
        ("of it untrue", card.untrue_wording),
        ("priority", card.priority),
        ("order of pairs", card.pairs),
        ("acknowledging", card.acknowledgement),
    ):
        yield f"  {name:20} {'not labelled' if value is None else f'{value:.1%}':>12}"
    yield f"  {'scores off by':20} {card.calibration_error:>12.3f}"
    yield f"\n{'tag':22}{'letters':>8}{'precision':>11}{'recall':>8}{'F1':>7}"
    for tag, one in card.tags.items():
        yield f"{tag:22}{one.letters:>8}{one.precision:>11.2f}{one.recall:>8.2f}{one.f1:>7.2f}"
    yield f"\n{'language':22}{'main tag':>8}"
    for language, share in card.languages.items():
        yield f"{language:22}{share:>8.1%}"
    yield f"\n{'score':22}{'given':>8}{'right':>11}"
    for group in card.bins:
        yield f"{group.low:.1f} to {group.high:.1f}{'':12}{group.given:>8}{group.right:>11.1%}"
