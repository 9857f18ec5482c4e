"""A program of its own: an image on standard input, a small JPEG on standard output.

Decoding strangers' files is where programs break, so it happens in a process that may use little
memory and time, holds no store and no secret, and knows nothing of the desk; it ends with 1 where
the bytes are no image that it takes. Metadata (place, device) does not pass.
"""

import io
import resource
import sys
from typing import Final

#: Bytes of memory, seconds of work, size of a file it may write.
MEMORY: Final = 512 * 1024 * 1024
SECONDS: Final = 5
#: An image of more pixels is refused before it is decoded.
PIXELS: Final = 40_000_000
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "MPO")


def main(side: int) -> int:
    """Shrink what comes in to fit a square of ``side`` pixels."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    from PIL import Image, ImageFile, ImageOps  # noqa: PLC0415 - under the limits already

    ImageFile.LOAD_TRUNCATED_IMAGES = True
    raw = sys.stdin.buffer.read()
    try:
        with Image.open(io.BytesIO(raw), formats=FORMATS) as found:
            if found.width * found.height > PIXELS:
                return 1
            found.draft("RGB", (side, side))
            small = ImageOps.exif_transpose(found.convert("RGBA"))
            small.thumbnail((side, side))
            flat = Image.new("RGB", small.size, "white")
            flat.paste(small, mask=small.getchannel("A"))
    # Whatever a decoder raises means the same here.
    except Exception:  # noqa: BLE001
        return 1
    flat.save(sys.stdout.buffer, "JPEG", quality=80)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
