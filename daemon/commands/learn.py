"""``triaged learn``: letters with the tags a person gives them, kept to train on."""

import argparse
import getpass
from pathlib import Path

from cases.labels import check_tags
from classifier.corrections import CorrectionFault, forget, learn, read_corrections
from daemon import clock
from daemon.commands.options import add_config, find_config
from daemon.commands.stores import lend_store
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.learning.labelling import AS_GIVEN, read_labelled, split_tags
from daemon.learning.sealing import Seal, find_seal
from daemon.learning.teaching import tell
from daemon.models import find_corrections

EXAMPLES = """\
  triaged learn late-delivery,refund letter.eml
  triaged learn thanks folder/ old.mbox
  triaged learn as-given labelled.csv
  triaged learn --forget as-given labelled.csv"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "tags",
        metavar="TAGS",
        help=f'the complete set, main tag first, with commas; "{AS_GIVEN}" takes each row\'s own',
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="messages, folders, mbox, CSV, JSONL"
    )
    parser.add_argument("--who", help="who says so; default: your user name")
    parser.add_argument(
        "--forget", action="store_true", help="take these letters out again, whatever their tags"
    )


def run(given: argparse.Namespace) -> int:
    """Keep the corrections; say how many changed something."""
    tags = None if given.tags == AS_GIVEN else split_tags(given.tags)
    if tags is not None and (said := check_tags(tags)):
        raise CommandError(said, Exit.USAGE)
    config = load_config(find_config(given))
    path = find_corrections(config)
    who = given.who or getpass.getuser()
    said_of = list(read_labelled(given.paths, tags, who, clock.now(), wordless=given.forget))
    seal = find_seal(config)
    try:
        before = _tags(path, seal)
        if given.forget:
            print(f"forgotten: {forget(path, {one.id for one in said_of}, seal)} of {len(said_of)}")
        else:
            learned = learn(path, said_of, seal)
            other = sum(before.get(one.id, one.tags) != one.tags for one in said_of)
            changed = f" ({other} had other tags)" if other else ""
            again = "" if learned == len(said_of) else ", the others were taught so before"
            use = "use them with: triaged train"
            print(f"learned: {learned} of {len(said_of)}{changed}{again}; {use}")
        after = _tags(path, seal)
    except CorrectionFault as fault:
        raise CommandError(str(fault), Exit.DATAERR) from None
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}", Exit.IOERR) from None
    if before != after and config.is_started:
        with lend_store(config) as store:
            tell(store, _mains(before), _mains(after), clock.now())
    return Exit.OK


def _tags(path: Path, seal: Seal) -> dict[str, tuple[str, ...]]:
    return {one.id: one.tags for one in read_corrections(path, seal)}


def _mains(tags: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {identity: said[0] for identity, said in tags.items()}
