"""The registry as the commands around models see it: rows to show, and faults as sentences."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from classifier.modelfile import ModelFault, is_outdated
from classifier.registry import Registry, RegistryFault
from daemon.config.config import Config
from daemon.exits import CommandError, Exit
from daemon.models import Outdated, find_registry


class Row(NamedTuple):
    """One model, as shown; the starter model has no figures of its own."""

    name: str
    in_use: bool
    #: Another version of triaged wrote it, so that it cannot judge.
    outdated: bool
    #: Its files are altered or incomplete, so that it cannot judge.
    damaged: bool
    trained: str | None
    corrections: int | None
    #: Share of the newest corrections whose main tag it found.
    main: float | None
    #: Why it may not be promoted.
    refusals: tuple[str, ...]


@contextmanager
def lend_registry(config: Config) -> Iterator[Registry]:
    """Lend the registry; what cannot be done is one sentence.

    Raises:
        CommandError: the registry refuses, or the configuration names a model of its own.
    """
    if config.model is not None:
        raise CommandError(
            f"the configuration uses the model in {config.model}; remove its key model first",
            Exit.CONFIG,
        )
    try:
        yield find_registry(config)
    except (ModelFault, RegistryFault) as fault:
        raise CommandError(str(fault), Exit.FAILED) from None
    except OSError as error:
        raise CommandError(
            f"the registry cannot be written: {error.strerror}", Exit.IOERR
        ) from None


def read_rows(config: Config) -> list[Row]:
    """Return every model, the oldest first."""
    with lend_registry(config) as registry:
        judging = registry.judging
        return [_row(registry, name, judging) for name in registry.names()]


def tell_outdated(outdated: Outdated | None) -> None:
    """Say, where people see it and no program reads, that the named model does not judge."""
    if outdated is not None:
        print(f"triaged: {outdated}", file=sys.stderr)


def _row(registry: Registry, name: str, judging: str) -> Row:
    manifest = registry.manifest(name)
    measured = manifest.get("measured", {}).get("challenger", {})
    return Row(
        name=name,
        in_use=name == judging,
        outdated=is_outdated(registry.path(name)),
        damaged=registry.is_damaged(name),
        trained=manifest.get("trained"),
        corrections=manifest.get("corrections", {}).get("letters"),
        main=measured.get("main") if measured.get("letters") else None,
        refusals=tuple(manifest.get("refusals", ())),
    )
