"""Marketplaces: one file each behind one small protocol, found by the sender's domain.

A module of this package that has a ``MARKETPLACE`` is one; nothing else knows their names, so a
new one touches no other file (docs/howto/marketplace.md).
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from mail.marketplaces.marketplace import Marketplace, Origin, Role, Words

__all__ = ["MARKETPLACES", "Marketplace", "Origin", "Role", "Words"]


def _find() -> Iterator[Marketplace]:
    for one in sorted(iter_modules(__path__), key=lambda one: one.name):
        found: Marketplace | None = getattr(
            import_module(f"{__name__}.{one.name}"), "MARKETPLACE", None
        )
        if found is not None:
            yield found


#: In the order of their names; no two claim the same domain.
MARKETPLACES: Final[tuple[Marketplace, ...]] = tuple(_find())
