"""The seal: that these very rulebooks and templates were proved before, by this very code.

Proving them takes seconds, which a restart should not. The seal is a digest in the state folder
over all that was proved and all that proves; a changed byte on either side breaks it and everything
is proved again. A package that carries its own environment brings one made when it was built. It
saves time and decides nothing: without it, or where it cannot be written, a start is slower and no
less strict. Raises nothing.

``python -m daemon.seal FOLDER`` proves what lies beside this code and seals it in FOLDER.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Final

import cases
from daemon import assets
from daemon.config.config import Config

#: What templates are filled and dates are spelt with.
_LIBRARIES: Final = ("babel", "jinja2")
_NAME: Final = "proved.sha256"


def is_proved(config: Config) -> bool:
    """Say whether the rulebooks and templates that a configuration uses were proved before."""
    return is_sealed(config.state_folder, config.rules, config.templates)


def seal_proved(config: Config) -> None:
    """Remember that the rulebooks and templates that a configuration uses were proved."""
    seal(config.state_folder, config.rules, config.templates)


def is_sealed(state_folder: Path, *own: Path | None) -> bool:
    """Say whether what is there now was proved by an earlier start.

    Args:
        state_folder: holds the seal.
        own: the operator's folders of rulebooks and of templates.
    """
    try:
        digest = _digest(*own)
    except OSError:
        # Whoever loads what cannot be read says so.
        return False
    return any(_read(path) == digest for path in (state_folder / _NAME, assets.seal()))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def seal(state_folder: Path, *own: Path | None) -> None:
    """Remember that what is there now was proved."""
    draft = state_folder / f"{_NAME}.{os.getpid()}"
    with suppress(OSError):
        draft.write_text(f"{_digest(*own)}\n", encoding="ascii")
        draft.replace(state_folder / _NAME)


def _digest(*own: Path | None) -> str:
    # Its version, not sys.version: a package is built by another build of the same Python.
    total = hashlib.sha256(repr(tuple(sys.version_info)).encode())
    for name in _LIBRARIES:
        total.update(f"{name} {metadata.version(name)}\0".encode())
    for path in _proved_and_proving(*own):
        total.update(f"{path.parent.name}/{path.name}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _proved_and_proving(*own: Path | None) -> Iterator[Path]:
    ours = (assets.rulebooks(), assets.templates())
    for folder in (*filter(None, own), *ours):
        yield from sorted(path for path in folder.rglob("*") if path.suffix in {".toml", ".txt"})
    for folder in ours:
        yield from sorted(folder.parent.rglob("*.py"))
    yield from sorted(Path(cases.__file__).parent.glob("*.py"))


def _prove(folder: Path) -> None:
    from daemon.knowledge import load_knowledge  # noqa: PLC0415 - for the builder of a package

    load_knowledge(None)
    seal(folder)


if __name__ == "__main__":
    _prove(Path(sys.argv[1]))
