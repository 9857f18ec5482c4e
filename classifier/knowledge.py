"""What the classifier knows: the rulebooks by language, and the model if there is one.

Read once at start or reload, then shared and never changed. Every rulebook is checked, and all
faults of all files are raised together; a model that is altered or not ours is refused.
"""

from collections.abc import Mapping
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
    model = load_model(model_folder) if model_folder is not None else None
    return Knowledge(rulebooks=rulebooks, model=model)
