"""Lines that a program quotes with another mark than ``>``: a bar, a colon, the writer's name.

Such a mark is one only where it begins the line below an attribution that names a day or an
address; then it is one on every line of the letter. Pure and total.
"""

import re
from collections.abc import Sequence
from typing import Final

from mail.attributions import LENGTH, is_attribution

#: Pine's bar and its kin, and Supercite's name.
_PREFIX: Final = re.compile(r"\s{0,8}(?:[|:}»]|[A-Za-z]{1,15}>)(?=\s|$)")
_ENDS: Final = (":", "：")


def find_prefix(lines: Sequence[str]) -> str:
    """Return the mark below the first attribution that has one, "" where none has."""
    above = ""
    for line in lines:
        bare = line.strip()
        if not bare:
            continue
        if above.endswith(_ENDS) and len(above) <= LENGTH:
            found = _PREFIX.match(line)
            # A row of a table ends with its bar as well.
            if found is not None and not bare.endswith("|") and is_attribution(above.lstrip("> ")):
                return found[0].strip()
        above = bare
    return ""


def bears(line: str, prefix: str) -> bool:
    """Tell whether a line is quoted with ``prefix``."""
    bare = line.lstrip()
    return bare.startswith(prefix) and bare[len(prefix) : len(prefix) + 1] in {"", " ", "\t"}
