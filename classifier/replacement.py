"""A file replaced as a whole: a crash leaves the old content or the new one, and never half of it.

For its owner alone, because buyers' words may be in it. Raises ``OSError``.
"""

import os
from pathlib import Path


def replace(path: Path, content: bytes) -> None:
    """Write ``content`` in the place of what ``path`` holds; its folder is made where needed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.touch(mode=0o600)
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
