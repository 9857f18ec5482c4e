"""Which model is in use: the one the configuration names, else the registry's champion.

Where that one is of another version of triaged, as after an upgrade, the starter model judges in
its place until a person has trained again: a service that runs unattended must start all the same.
"""

from dataclasses import dataclass
from pathlib import Path

from classifier.modelfile import is_outdated
from classifier.registry import STARTER, WAY_BACK, Registry, RegistryFault
from daemon import assets
from daemon.config.config import Config
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """The model that is named and cannot judge, for it is of another version of triaged."""

    folder: Path
    #: What is so, a sentence without its full stop.
    sentence: str
    #: What to do, in commands.
    remedy: str

    def __str__(self) -> str:
        """Return both as one sentence."""
        return f"{self.sentence}; run: {self.remedy}"


def find_registry(config: Config) -> Registry:
    """Return the registry in the state folder, which need not be there yet."""
    return Registry(config.state_folder / "models", assets.starter_model())


def find_corrections(config: Stored) -> Path:
    """Return the file of corrections, which need not be there yet."""
    return config.state_folder / "corrections.jsonl"


def find_model(config: Config) -> Path:
    """Return the folder of the model that is named.

    Raises:
        CommandError: the registry cannot be read.
    """
    if config.model is not None:
        return config.model
    registry = find_registry(config)
    try:
        return registry.path(registry.champion)
    except RegistryFault as fault:
        raise CommandError(str(fault), Exit.CONFIG) from None


def way_back(config: Config) -> str:
    """Return what to do where the model that is named cannot judge, to add to what is wrong."""
    try:
        promoted = config.model is None and find_registry(config).champion != STARTER
    except RegistryFault:
        return ""
    return f"; or {WAY_BACK}" if promoted else ""


def find_judging(config: Config) -> tuple[Path, Outdated | None]:
    """Return the folder of the model to judge by, and which is named in vain if one is.

    Raises:
        CommandError: the registry cannot be read.
    """
    path, starter = find_model(config), assets.starter_model()
    if path == starter or not is_outdated(path):
        return path, None
    if config.model is None:
        name, remedy = f"model {path.name}", "triaged train, then triaged promote"
    else:
        own = "" if config.rules is None else f" --own {config.rules}"
        name, remedy = f"the model in {path}", f"triaged train --out {path}{own}, then reload"
    said = f"{name} is of another version of triaged, and the starter model judges in its place"
    return starter, Outdated(folder=path, sentence=said, remedy=remedy)
