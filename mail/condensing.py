"""Condensing: of py3langid's model what texts in Latin script reach, as ``mail.latin`` reads it.

Run again where py3langid is renewed; a test holds that the file is what this makes of it. The
model has 142 languages and 104,583 states over 256 signs, 70 MiB; what is made has 7. Usage:
python -m mail.condensing
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from safetensors.numpy import save

from mail.latin import FILE, LANGUAGES, SIGNS


def condense(whole: LanguageIdentifier) -> dict[str, NDArray[Any]]:
    """Return the arrays of ``Latin``: states that Latin signs reach, in their old order."""
    # A row has an entry for each byte.
    moves = np.array(whole.tk_nextmove, dtype=np.intp).reshape(-1, 256)[:, list(SIGNS)]
    row_of, feature_of = np.array(whole.tk_row), np.array(whole.tk_output)
    states = _reached(moves, row_of)
    new_state = np.full(len(row_of), -1)
    new_state[states] = np.arange(len(states))
    table, rows = np.unique(new_state[moves[row_of[states]]], axis=0, return_inverse=True)
    found = feature_of[states]
    runs, features = np.unique(found, return_inverse=True)
    # The first run is -1, none.
    languages = [whole.nb_classes.index(language) for language in LANGUAGES]
    return {
        "moves": table.astype(np.uint16),
        "rows": rows.reshape(-1).astype(np.uint16),
        "features": (features.reshape(-1) - 1).astype(np.int32),
        "weights": whole.nb_ptc[runs[1:]][:, languages],
        "priors": whole.nb_pc[languages],
    }


def _reached(moves: NDArray[np.intp], row_of: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Return the states that texts of these signs alone can reach from the first, rising."""
    seen = np.zeros(len(row_of), dtype=bool)
    seen[0] = True
    newest = np.flatnonzero(seen)
    while newest.size:
        following = np.unique(moves[row_of[newest]])
        newest = following[~seen[following]]
        seen[newest] = True
    return np.flatnonzero(seen)


def main() -> None:
    """Write the file."""
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    arrays = condense(whole)
    FILE.write_bytes(save({name: np.ascontiguousarray(one) for name, one in arrays.items()}))


if __name__ == "__main__":
    main()
