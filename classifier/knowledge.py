"""What the classifier knows: the rulebooks by language, and the model if there is one.

Read once at start or reload, then shared and never changed. ``load_knowledge`` checks every
rulebook and raises all faults of all files together. ``open_knowledge`` is for commands that look
at one letter: it compiles a rulebook when a letter asks for it. A model that is altered or not ours
is refused by both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from classifier.cache import Cache
from classifier.model import Model, load_model
from classifier.rules import Rulebook
from classifier.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The rulebooks and the model that ``classify`` judges with."""

    #: By language, ISO 639-1.
    rulebooks: Mapping[str, Rulebook]
    #: None until one is trained: rules alone judge then.
    model: Model | None = None

    def prepare(self, language: str) -> None:
        """Compile now what the first letter of ``language`` would compile, but do not open it yet.

        A shop hears two or three languages, and each takes two to seven MiB.

        Raises:
            RulebookFault: a rulebook breaks the format.
        """
        if isinstance(self.rulebooks, Shelf):
            self.rulebooks.prepare(language)
        if self.model is not None:
            self.model.lexicon.prepare(language)


def load_knowledge(
    rulebook_folder: Path,
    model_folder: Path | None,
    own: Path | None = None,
    cache: Cache | None = None,
) -> Knowledge:
    """Return what ``open_knowledge`` does, every rulebook compiled and checked.

    Raises:
        RulebookFault: rulebook files break the format, with every fault of every file.
        ModelFault: the model's files are missing, altered or not of this program.
    """
    shelf = Shelf(rulebook_folder, own, cache)
    shelf.check()
    return Knowledge(rulebooks=shelf, model=_model(model_folder, cache))


def open_knowledge(
    rulebook_folder: Path,
    model_folder: Path | None,
    own: Path | None = None,
    cache: Cache | None = None,
) -> Knowledge:
    """Return what the folders hold, each rulebook compiled on first use.

    Args:
        rulebook_folder: holds one TOML file a language, named after it.
        model_folder: holds an exported model; None for rules alone.
        own: the operator's folder of rulebooks, whose rules are added to ours.
        cache: where what is compiled is kept.

    Raises:
        ModelFault: the model's files are missing, altered or not of this program. A rulebook that
            breaks the format raises ``RulebookFault`` when the first letter asks for it.
    """
    return Knowledge(
        rulebooks=Shelf(rulebook_folder, own, cache), model=_model(model_folder, cache)
    )


def _model(folder: Path | None, cache: Cache | None) -> Model | None:
    return load_model(folder, cache) if folder is not None else None
