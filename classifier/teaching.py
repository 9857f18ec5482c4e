"""Teaching: what rulebooks give to training, each language read on a core of its own.

The operator's own rules teach beside ours, as they judge beside ours. A rulebook is read and
compiled where it is, which takes longer than the way back; a file at fault stops all of them with
``RulebookFault``. Part of training: imports joblib.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from classifier.cores import spread
from classifier.fragments import Fragment, fragments
from classifier.rulefile import read_rulefile
from classifier.rules import Rulebook, compile_rulebook
from classifier.shelf import Shelf


class Teaching(NamedTuple):
    """What rulebooks teach, and themselves."""

    #: Their phrases and examples, language by language.
    fragments: tuple[Fragment, ...] = ()
    #: By language, ISO 639-1.
    rulebooks: Mapping[str, Rulebook] = {}


def read_teaching(folder: Path, letters: int, own: Path | None = None) -> Teaching:
    """Return what the rulebooks in ``folder`` teach.

    Args:
        folder: one file a language.
        letters: how many letters there are to learn from: for few, no other process is asked.
        own: the operator's folder of rulebooks, whose rules are added to ours.

    Raises:
        RulebookFault: a file breaks the format.
    """
    tasks = [(folder, own, language) for language in Shelf(folder, own)]
    told = list(spread(_read, tasks, letters))
    return Teaching(
        fragments=tuple(one for taught, _ in told for one in taught),
        rulebooks={rulebook.language: rulebook for _, rulebook in told},
    )


def read_fragments(folder: Path) -> tuple[Fragment, ...]:
    """Return what the rulebooks in ``folder`` teach the words, without compiling them.

    Raises:
        RulebookFault: a file breaks the format.
    """
    files = (
        read_rulefile(path.read_text(encoding="utf-8"), path.name)
        for path in sorted(folder.glob("*.toml"))
    )
    return tuple(fragment for one in files for fragment in fragments(one))


def _read(folder: Path, own: Path | None, language: str) -> tuple[tuple[Fragment, ...], Rulebook]:
    rulefile = Shelf(folder, own).read(language)
    return tuple(fragments(rulefile)), compile_rulebook(rulefile)
