"""What the classifier knows: the rulebooks by language, and the model if there is one.

Read once at start or reload, then shared and never changed. ``load_knowledge`` checks every
rulebook and raises all faults of all files together. ``open_knowledge`` is for commands that look
at one letter: it compiles a rulebook when a letter asks for it. A model that is altered or not ours
is refused by both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from classifier.model import Model, load_model
from classifier.rules import Fault, Rulebook, RulebookFault, load_rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The rulebooks and the model that ``classify`` judges with."""

    #: By language, ISO 639-1.
    rulebooks: Mapping[str, Rulebook]
    #: None until one is trained: rules alone judge then.
    model: Model | None = None


def load_knowledge(rulebook_folder: Path, model_folder: Path | None) -> Knowledge:
    """Return what the two folders hold.

    Args:
        rulebook_folder: holds one TOML file a language.
        model_folder: holds an exported model; None for rules alone.

    Raises:
        RulebookFault: rulebook files break the format, with every fault of every file.
        ModelFault: the model's files are missing, altered or not of this program.
    """
    rulebooks: dict[str, Rulebook] = {}
    faults: list[Fault] = []
    for path in sorted(rulebook_folder.glob("*.toml")):
        try:
            rulebook = load_rulebook(path.read_text(encoding="utf-8"), path.name)
        except RulebookFault as fault:
            faults += fault.faults
            continue
        if rulebook.language in rulebooks:
            sentence = f"language {rulebook.language!r} has a rulebook already: keep one file"
            faults.append(Fault(file=path.name, line=0, rule="", sentence=sentence))
        rulebooks[rulebook.language] = rulebook
    if faults:
        raise RulebookFault(tuple(faults))
    return Knowledge(rulebooks=rulebooks, model=_model(model_folder))


def open_knowledge(rulebook_folder: Path, model_folder: Path | None) -> Knowledge:
    """Return what the two folders hold, each rulebook compiled on first use.

    Args:
        rulebook_folder: holds one TOML file a language, named after it.
        model_folder: holds an exported model; None for rules alone.

    Raises:
        ModelFault: the model's files are missing, altered or not of this program. A rulebook that
            breaks the format raises ``RulebookFault`` when the first letter asks for it.
    """
    return Knowledge(rulebooks=_Shelf(rulebook_folder), model=_model(model_folder))


class _Shelf(Mapping[str, Rulebook]):
    """The rulebooks of a folder, taken down when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        self._read: dict[str, Rulebook] = {}

    def __getitem__(self, language: str) -> Rulebook:
        if language not in self._read:
            path = self._paths[language]
            self._read[language] = load_rulebook(path.read_text(encoding="utf-8"), path.name)
        return self._read[language]

    def __contains__(self, language: object) -> bool:
        return language in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _model(folder: Path | None) -> Model | None:
    return load_model(folder) if folder is not None else None
