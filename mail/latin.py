"""Latin: py3langid's model, of the languages in Latin script and the signs of that script alone.

The model that the library brings has 142 languages and every script: fifty MiB that a service would
hold for months. What texts in Latin script reach of it is a quarter, and gives the same answers to
the last digit; the library judges with it as with its own. Pure; nothing fails.
"""

from array import array
from typing import Final

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_FILE, LanguageIdentifier

#: The bytes of words in Latin script, lower case, in UTF-8: blanks and signs of ASCII, and all that
#: letters up to U+024F and from U+1E00 to U+1EFF are made of.
_BYTES: Final = (
    *b" '_0123456789abcdefghijklmnopqrstuvwxyz", *range(0x80, 0xC0), *range(0xC2, 0xCA), 0xE1,
)  # fmt: skip
_SIGNS: Final = np.isin(np.arange(256), _BYTES)

__all__ = ["LanguageIdentifier", "open_latin"]

States = NDArray[np.intp]


def open_latin(languages: tuple[str, ...]) -> LanguageIdentifier:
    """Return the model of these languages (ISO 639-1), for texts in Latin script alone.

    This takes a second.
    """
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # A row has an entry for each byte: the state that follows.
    moves = np.asarray(whole.tk_nextmove).reshape(-1, 256)
    row_of = np.asarray(whole.tk_row)
    states = _reached(moves, row_of)
    renamed = np.zeros(len(row_of), dtype=np.uint16)
    renamed[states] = np.arange(len(states))
    held, rows = np.unique(row_of[states], return_inverse=True)
    # Any other byte leads back to the first state, as if the text began behind it.
    table = np.where(_SIGNS, renamed[moves[held]], np.uint16(0))
    runs, features = np.unique(np.asarray(whole.tk_output)[states], return_inverse=True)
    columns = [whole.nb_classes.index(language) for language in languages]
    # The first run is -1, none.
    return LanguageIdentifier(
        whole.nb_ptc[runs[1:]][:, columns],
        whole.nb_pc[columns],
        list(languages),
        array("H", table.tobytes()),
        array("i", (features - 1).astype(np.int32).tobytes()),
        norm_probs=True,
        tk_row=array("H", rows.astype(np.uint16).tobytes()),
    )


def _reached(moves: NDArray[np.uint32], row_of: NDArray[np.uint16]) -> States:
    """Return the states that texts of these signs alone can reach from the first, rising."""
    seen = np.zeros(len(row_of), dtype=bool)
    seen[0] = True
    newest = np.flatnonzero(seen)
    while newest.size:
        before = seen.copy()
        seen[moves[np.unique(row_of[newest])][:, _SIGNS].ravel()] = True
        newest = np.flatnonzero(seen & ~before)
    return np.flatnonzero(seen)
