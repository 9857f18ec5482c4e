"""A store that is opened with keys, in a database of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.cipher import Keys
from store.open import open_store
from store.protocol import Store


@pytest.fixture
def url(empty_url: str) -> str:
    """A database of a test's own, because every table is read from end to end."""
    return empty_url


@pytest.fixture
def seller() -> str:
    """The only one."""
    return "default"


@pytest.fixture
def opened(url: str, blobs: Path) -> Iterator[Callable[[Keys], Store]]:
    """Opens the store with keys."""
    stores: list[Store] = []

    def open_with(keys: Keys) -> Store:
        stores.append(open_store(url, blobs, keys=keys))
        return stores[-1]

    yield open_with
    for one in stores:
        one.close()
