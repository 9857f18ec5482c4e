"""Which model is in use: the one the configuration names, else the registry's champion."""

from pathlib import Path

from classifier.registry import Registry, RegistryFault
from daemon import assets
from daemon.config.config import Config
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit


def find_registry(config: Config) -> Registry:
    """Return the registry in the state folder, which need not be there yet."""
    return Registry(config.state_folder / "models", assets.starter_model())


def find_corrections(config: Stored) -> Path:
    """Return the file of corrections, which need not be there yet."""
    return config.state_folder / "corrections.jsonl"


def find_model(config: Config) -> Path:
    """Return the folder of the model in use.

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
