"""The blind letters of new text, each with what its sender newly wrote.

Three sets, written by people who had not seen the cutter: prove/blind/new_text (TOML, with pieces
of the history), prove/blind/quoted and prove/blind/quoted3 (plain text, with every text that a
careful person may take).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_BLIND: Final = Path(__file__).parent / "blind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One blind letter."""

    language: str
    id: str
    raw: bytes
    #: What its sender newly wrote; of several the first is the best, any is right.
    texts: tuple[str, ...]
    #: Pieces of the history, the wrapper or the signature, which are not new.
    quoted: tuple[str, ...] = ()


def new_text_letters() -> Iterator[Sample]:
    """Yield the letters of prove/blind/new_text."""
    for path in sorted((_BLIND / "new_text").glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["letter"]:
            yield Sample(
                language=path.stem,
                id=told["id"],
                raw=told["raw"].lstrip("\n").encode(),
                texts=(told["text"],),
                quoted=tuple(told["quoted"]),
            )


def quoted_letters(folder: str = "quoted") -> Iterator[Sample]:
    """Yield the letters of one of the two plain sets."""
    for path in sorted((_BLIND / folder).glob("*.txt")):
        for part in re.split(r"(?m)^=== (?=\S+ \| )", path.read_text(encoding="utf-8"))[1:]:
            head, rest = part.split("\n", 1)
            message, *texts = re.split(r"(?m)^=== text$", rest)
            name, language, _ = head.split(" | ", 2)
            yield Sample(
                language=language,
                id=name,
                raw=(message.strip("\n").replace("\n", "\r\n") + "\r\n").encode(),
                texts=tuple(text.strip("\n") for text in texts),
            )
