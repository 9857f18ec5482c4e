"""The photos of a letter: which there are, and a small copy of one.

No byte of a stranger's image reaches the browser: it gets a JPEG that was drawn anew by
``desk/thumbnail.py``, in a process with little memory and time.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mail.message import Part
from mail.walk import parse_message

#: In pixels: beside the letter, and when a person looks closer.
SMALL: Final = 320
LARGE: Final = 1600

#: An image of fewer bytes is a logo or a line.
_LEAST: Final = 1500
#: Of one letter.
_MOST: Final = 20
#: In seconds, for a process that hangs.
_PATIENCE: Final = 10
_AT_ONCE: Final = asyncio.Semaphore(2)
_PROGRAM: Final = Path(__file__).with_name("thumbnail.py")
_ENDINGS: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One image of a letter."""

    name: str
    raw: bytes


def find_photos(raw: bytes) -> tuple[Photo, ...]:
    """Return the images of a message in their order, at most 20; specks are passed over."""
    message = parse_message(raw)
    images = [part for part in message.own_parts if _is_image(part)]
    decoded = (Photo(name=part.filename, raw=message.data(part)) for part in images[:_MOST])
    return tuple(photo for photo in decoded if len(photo.raw) >= _LEAST)


async def shrink(photo: Photo, side: int) -> bytes | None:
    """Return a JPEG that fits into a square of ``side`` pixels.

    None where the image is not taken, or takes its process too long.
    """
    async with _AT_ONCE:
        process = await asyncio.create_subprocess_exec(
            *_command(side),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={},
        )
        try:
            async with asyncio.timeout(_PATIENCE):
                small, _ = await process.communicate(photo.raw)
        except TimeoutError:
            process.kill()
            await process.wait()
            return None
    return small if process.returncode == 0 else None


def _command(side: int) -> Sequence[str]:
    return (sys.executable, "-I", str(_PROGRAM), str(side))


def _is_image(part: Part) -> bool:
    kind = part.content_type
    named = part.filename.lower().endswith(_ENDINGS)
    return kind != "image/svg+xml" and (kind.startswith("image/") or named)
