"""Which files may go with a reply: their types and size, a marketplace.

What is known of Amazon's relays is a list of types that pass and 10 MB in all; a photo of the usual
type (jpg) is refused there, so it has to be sent as png, pdf or tiff. Nothing is known against any
type elsewhere; there the size alone is held. Nothing here can fail.

Source: mail-facts section 9 (attachments).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from replies.proofreading import Remark

_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one marketplace lets through."""

    #: Endings in lower case, without the stop; empty where every type passes.
    types: tuple[str, ...] = ()
    #: Bytes of all files together.
    size: int = 10 * _MEGABYTE


_AMAZON: Final = Allowance(types=("pdf", "png", "txt", "doc", "docx", "tif", "tiff", "bmp"))

#: Where nothing is known against a type.
_ELSEWHERE: Final = Allowance()


def find_allowance(marketplace: str | None) -> Allowance:
    """Return what may go through ``marketplace`` (``amazon.de``, ``ebay``; None is direct mail)."""
    return _AMAZON if (marketplace or "").startswith("amazon.") else _ELSEWHERE


def check_attachments(
    files: Iterable[tuple[str, int]], marketplace: str | None
) -> tuple[Remark, ...]:
    """Return what is wrong with ``files``, each a name and its bytes; empty when they may go."""
    given = tuple(files)
    allowance = find_allowance(marketplace)
    refused = (name for name, _ in given if allowance.types and _type(name) not in allowance.types)
    too_much = sum(size for _, size in given) > allowance.size
    return (
        *(Remark(rule="attachment-type", words=name) for name in refused),
        *(Remark(rule="attachment-size") for _ in [0] if too_much),
    )


def _type(name: str) -> str:
    return PurePath(name).suffix.lower().removeprefix(".")
