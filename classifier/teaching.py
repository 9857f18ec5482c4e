"""Teaching: what a folder of rulebooks gives to training, each file read on a core of its own.

A rulebook is read and compiled where it is, which takes longer than the way back; a file at fault
stops all of them with ``RulebookFault``. Part of training: imports joblib.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from classifier.cores import spread
from classifier.fragments import Fragment, fragments
from classifier.rulefile import read_rulefile
from classifier.rules import Rulebook, compile_rulebook


class Teaching(NamedTuple):
    """What rulebooks teach, and themselves."""

    #: Their phrases and examples, language by language.
    fragments: tuple[Fragment, ...] = ()
    #: By language, ISO 639-1.
    rulebooks: Mapping[str, Rulebook] = {}


def read_teaching(folder: Path, letters: int) -> Teaching:
    """Return what the rulebooks in ``folder`` teach.

    Args:
        folder: one file a language.
        letters: how many letters there are to learn from: for few, no other process is asked.

    Raises:
        RulebookFault: a file breaks the format.
    """
    told = list(spread(_read, [(path,) for path in sorted(folder.glob("*.toml"))], letters))
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


def _read(path: Path) -> tuple[tuple[Fragment, ...], Rulebook]:
    rulefile = read_rulefile(path.read_text(encoding="utf-8"), path.name)
    return tuple(fragments(rulefile)), compile_rulebook(rulefile)
