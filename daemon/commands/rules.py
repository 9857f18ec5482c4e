"""``triaged rules``: rules held against their examples, and against letters."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from classifier.cache import Cache
from classifier.rules import RulebookFault, match
from classifier.shelf import Shelf
from daemon import assets
from daemon.commands.options import require_folder
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.learning.tables import TABLES
from mail.reading import Boundary, read

EXAMPLES = """\
  triaged rules test
  triaged rules test --own /etc/triaged/rules
  triaged rules coverage letters/"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="what", required=True, metavar="ACTION")
    test = actions.add_parser("test", help="hold every rule against its own examples")
    coverage = actions.add_parser("coverage", help="show which rules speak of which letters")
    coverage.add_argument(
        "paths", nargs="*", type=Path, metavar="FILE", help="messages and folders of them"
    )
    for action in (test, coverage):
        action.add_argument(
            "--own", type=Path, metavar="DIR", help="a folder of rulebooks of yours"
        )
        action.add_argument(
            "--config", type=Path, metavar="FILE", help="take the folder from there"
        )


def run(given: argparse.Namespace) -> int:
    """Test: 1 where an example fails. Coverage: which rules speak of which share of letters."""
    if given.own is not None:
        require_folder(given.own)
    own = given.own or (load_config(given.config).rules if given.config else None)
    shelf = Shelf(assets.rulebooks(), own, Cache(assets.user_cache()))
    try:
        return _test(shelf, own) if given.what == "test" else _cover(shelf, given.paths)
    except RulebookFault as fault:
        raise CommandError(str(fault), Exit.CONFIG) from None


def _test(shelf: Shelf, own: Path | None) -> int:
    wrong, rules = 0, 0
    for language, rulebook in shelf.items():
        rules += len(rulebook.rules)
        for rule in shelf.read(language).rules:
            for expected, examples in ((True, rule.match), (False, rule.no_match)):
                for text in examples:
                    found = match(rulebook, text)
                    fired = rule.id in {hit.rule for hit in (*found.hits, *found.signals)}
                    if fired is not expected:
                        must = "must" if expected else "must not"
                        place = shelf.find_place(language, rule.id)
                        print(f"{place}: {rule.id}: {must} fire on: {text}")
                        wrong += 1
    # A file that is not named as a rulebook is none, and nobody would know.
    yours = "" if own is None else f", {rules - _count(Shelf(assets.rulebooks()))} of them yours"
    print(f"{rules} rules in {len(shelf)} languages{yours}, {wrong} examples fail")
    return Exit.FAILED if wrong else Exit.OK


def _count(shelf: Shelf) -> int:
    return sum(len(shelf.read(language).rules) for language in shelf)


def _cover(shelf: Shelf, paths: list[Path]) -> int:
    if not paths:
        raise CommandError("name the messages, or a folder of them", Exit.USAGE)
    for path in paths:
        if path.suffix.lower() in TABLES:
            raise CommandError(
                f"{path}: is a table: name messages, or a folder of them", Exit.USAGE
            )
    fired: Counter[str] = Counter()
    letters = spoken_of = 0
    for raw in _messages(paths):
        letter = read(raw, Boundary())
        letters += 1
        if letter.language not in shelf:
            continue
        found = match(shelf[letter.language], f"{letter.subject}\n{letter.text}")
        names = {f"{letter.language}: {hit.rule} ({hit.label})" for hit in found.hits}
        spoken_of += bool(names)
        fired.update(names)
    for name, times in fired.most_common():
        print(f"{times:6}  {name}")
    print(f"rules speak of {spoken_of} of {letters} letters")
    return Exit.OK


def _messages(paths: list[Path]) -> Iterator[bytes]:
    for path in paths:
        files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
        for file in files:
            try:
                yield file.read_bytes()
            except OSError as error:
                raise CommandError(f"{file}: {error.strerror}", Exit.NOINPUT) from None
