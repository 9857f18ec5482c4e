"""The registry: every model an installation has trained, which one is in use, and the way back.

A folder a model, named by number, with model, card and ``manifest.json`` (what it was trained on
and how it did). ``champions.json`` lists those in use one after the other, the present one last;
it is replaced as a whole, so that whoever reads it sees the old champion or the new one. Before
the first promotion the starter model is the champion, and where the champion is of another version
of triaged, the starter model judges in its place. Raises ``RegistryFault``.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from classifier.modelfile import ModelFault, OutdatedModel, is_outdated, read_modelfile
from classifier.replacement import give, replace

#: The name of the model that comes with triaged.
STARTER: Final = "starter"

#: What to do about a model in use that cannot be: done in a second, and nothing is lost.
WAY_BACK: Final = "use the model before it with: triaged rollback"

_CHAMPIONS: Final = "champions.json"
_MANIFEST: Final = "manifest.json"


class RegistryFault(Exception):  # noqa: N818 - the word for what a person must mend
    """What was asked of the registry cannot be done; the message says why and what to do."""


class Registry:
    """The models under one folder, which need not be there yet."""

    def __init__(self, folder: Path, starter: Path) -> None:
        """Keep where trained models are, and where the starter model is."""
        self.folder = folder
        self._starter = starter

    def names(self) -> tuple[str, ...]:
        """Return the names of all models, the oldest first; the starter model is the first."""
        numbered = sorted(
            int(path.parent.name[1:]) for path in self.folder.glob(f"m[0-9]*/{_MANIFEST}")
        )
        return (STARTER, *(f"m{number}" for number in numbered))

    def champions(self) -> tuple[str, ...]:
        """Return the names of those in use one after the other, the present one last.

        Raises:
            RegistryFault: the file that says so cannot be read.
        """
        try:
            said = json.loads((self.folder / _CHAMPIONS).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return (STARTER,)
        except (OSError, ValueError) as error:
            raise RegistryFault(
                f"{self.folder / _CHAMPIONS} cannot be read ({error}); remove it to go back to "
                "the starter model"
            ) from None
        names = tuple(map(str, said)) if isinstance(said, list) else ()
        return names or (STARTER,)

    @property
    def champion(self) -> str:
        """The name of the model in use; raises as ``champions`` does."""
        return self.champions()[-1]

    @property
    def judging(self) -> str:
        """The name of the model that judges: the champion, for an outdated one the starter."""
        champion = self.champion
        return STARTER if is_outdated(self.path(champion)) else champion

    def path(self, name: str) -> Path:
        """Return the folder of a model.

        Raises:
            RegistryFault: there is none of this name.
        """
        if name not in self.names():
            known = ", ".join(self.names())
            back = f"; {WAY_BACK}" if name == self.champion else ""
            raise RegistryFault(f"there is no model {name!r}; there are {known}{back}")
        return self._starter if name == STARTER else self.folder / name

    def manifest(self, name: str) -> Mapping[str, Any]:
        """Return what is known of a trained model; the starter model has its card alone.

        Raises:
            RegistryFault: there is none of this name, or the file that says so cannot be read.
        """
        if name == STARTER:
            return {}
        path = self.path(name) / _MANIFEST
        try:
            manifest = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise _unreadable(path, str(error)) from None
        if not isinstance(manifest, dict):
            raise _unreadable(path, "it is no object")
        return manifest

    def refusals(self, name: str) -> tuple[str, ...]:
        """Return why a model may not be promoted now, a sentence each; () when it may."""
        if name == STARTER:
            if self.champion != STARTER:
                return ()
            untrained = "no model was trained yet: triaged train"
            return (f"{STARTER} is in use already" if len(self.names()) > 1 else untrained,)
        if is_outdated(self.path(name)):
            return ("it is of another version of triaged: train again with this one",)
        if name == self.champion:
            return (f"{name} is in use already",)
        manifest = self.manifest(name)
        said = tuple(map(str, manifest.get("refusals", ())))
        against, judging = manifest.get("champion"), self.judging
        if against != judging:
            return (*said, f"it was measured against {against}, not {judging}: train again")
        return said

    def is_damaged(self, name: str) -> bool:
        """Say whether a model's files are altered or incomplete, so that it cannot judge."""
        try:
            read_modelfile(self.path(name))
        except OutdatedModel:
            return False
        except ModelFault:
            return True
        return False

    def add(self, draft: Path, manifest: Mapping[str, Any]) -> str:
        """Take in a trained model, moving its folder; return its name."""
        name = self.next_name()
        _write(draft / _MANIFEST, manifest)
        draft.rename(self.folder / name)
        give(self.folder / name)
        return name

    def next_name(self) -> str:
        """Return the name of the next model."""
        last = self.names()[-1]
        return f"m{1 if last == STARTER else int(last[1:]) + 1}"

    def promote(self, name: str) -> None:
        """Put a model into use.

        Raises:
            RegistryFault: it is in use already or is not there.
            ModelFault: its files are altered or not of this program.
        """
        if name == self.champion:
            raise RegistryFault(f"{name} is in use already")
        read_modelfile(self.path(name))
        _write(self.folder / _CHAMPIONS, [*self.champions(), name])

    def roll_back(self) -> str:
        """Put the champion before the present one into use again and return its name.

        Raises:
            RegistryFault: there is none before it, or that one cannot judge.
        """
        *before, _ = self.champions()
        if not before:
            raise RegistryFault(
                f"{self.champion} is in use, with no model promoted before it to go back to"
            )
        try:
            read_modelfile(self.path(before[-1]))
        except ModelFault as fault:
            raise RegistryFault(
                f"{before[-1]} cannot be used again: {fault}; the starter model can: "
                f"triaged promote {STARTER}"
            ) from None
        _write(self.folder / _CHAMPIONS, before)
        return before[-1]


def _unreadable(path: Path, why: str) -> RegistryFault:
    return RegistryFault(
        f"{path} cannot be read ({why}); put it back from a backup, or remove the folder "
        f"{path.parent}, if that model is not in use, and train again"
    )


def _write(path: Path, value: object) -> None:
    replace(path, (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode())
