"""What was slow to work out, kept from one start to the next: arrays and facts, never code.

An entry is a file in the cache folder: a checksum, and behind it a safetensors file. It is believed
only where it was made from the very same sources by the very same code (``key``), and is whole;
anything else is worked out again and put in its place. So the cache saves time and decides nothing:
without a folder, or where it cannot be written, all is as it was, only slower. Raises nothing.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from classifier.replacement import replace

_FACTS: Final = "facts"
_SIZE: Final = hashlib.sha256().digest_size

Entry = tuple[Mapping[str, Any], Mapping[str, NDArray[Any]]]


class Cache:
    """A folder of entries.

    Args:
        folder: need not be there; None keeps nothing.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @property
    def keeps(self) -> bool:
        """Whether there is a folder, so that what was worked out once may be let go."""
        return self._folder is not None

    def find(self, name: str, key: str) -> Entry | None:
        """Return the entry ``name`` if it was made from what ``key`` stands for."""
        if self._folder is None:
            return None
        try:
            sealed = (self._folder / name).read_bytes()
            stored = sealed[_SIZE:]
            if sealed[:_SIZE] != hashlib.sha256(stored).digest():
                return None
            facts, arrays = _part(stored)
        except (OSError, ValueError, KeyError, SafetensorError):
            return None
        return (facts, arrays) if facts.get("key") == key else None

    def keep(
        self, name: str, key: str, facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]
    ) -> None:
        """Put an entry in place of what ``name`` holds; where that fails nothing is kept."""
        if self._folder is None:
            return
        stored = _join({**facts, "key": key}, arrays)
        with suppress(OSError):
            replace(self._folder / name, hashlib.sha256(stored).digest() + stored)


def shrink(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Return an entry in a quarter of its memory, for who needs it later or never."""
    return zlib.compress(_join(facts, arrays), 1)


def restore(shrunk: bytes) -> Entry:
    """Return what was shrunk."""
    return _part(zlib.decompress(shrunk))


def _join(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    told = json.dumps(facts, ensure_ascii=False).encode()
    joined: bytes = save({**arrays, _FACTS: np.frombuffer(told, dtype=np.uint8)})
    return joined


def _part(joined: bytes) -> Entry:
    arrays = load(joined)
    return json.loads(arrays.pop(_FACTS).tobytes()), arrays


def key(sources: Iterable[bytes]) -> str:
    """Return what stands for these sources and for the code of this package."""
    total = hashlib.sha256(_code())
    for source in sources:
        total.update(hashlib.sha256(source).digest())
    return total.hexdigest()


@cache
def _code() -> bytes:
    total = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        total.update(path.read_bytes())
    return total.digest()
