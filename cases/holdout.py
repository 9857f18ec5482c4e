"""The hold-out: a stable random share of the cases that is never acknowledged.

What acknowledging does for sellers shows only beside cases that got none. Which those are follows
from the installation's secret and the case alone: nobody can choose them, and they never change.
"""

import hmac
from typing import Final

_BITS: Final = 64


def is_held_out(key: bytes, case: int, share: float) -> bool:
    """Say whether ``case`` is of the ``share``, 0 to 1, that is never acknowledged."""
    digest = hmac.digest(key, f"hold-out:{case}".encode(), "sha256")
    drawn = int.from_bytes(digest[: _BITS // 8])
    return drawn < share * (1 << _BITS)
