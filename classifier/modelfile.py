"""A model on disk: arrays in safetensors, all else in JSON, both under checksums.

Nothing in either file is code, and nothing is loaded before its checksum is right. A folder that
is incomplete, altered, of another format or of other features is refused with ``ModelFault`` and a
sentence that says what to do. Promise P9 of the design.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from cases.labels import TAGS
from classifier.features import RUNS, VERSION, Hashes

FORMAT: Final = 1
ARRAYS: Final = "model.safetensors"
FACTS: Final = "model.json"


class ModelFault(Exception):  # noqa: N818 - the word for what a person must mend
    """A model's files are missing, altered or not of this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagFacts:
    """What is known of one tag beside its weights."""

    #: Platt's slope and offset, from the decision value to the log-odds.
    slope: float
    offset: float
    #: From this probability the model gives the tag as a text's likeliest.
    threshold: float
    #: From this probability it gives the tag beside a likelier one.
    beside: float
    #: From this probability the tag's own wording may be used; above 1 never.
    say_it: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """All that is stored of a model."""

    #: The languages it was trained on; it is silent in others.
    languages: tuple[str, ...]
    #: By tag, in the order of the columns of ``weights``.
    tags: Mapping[str, TagFacts]
    keys: Hashes
    rarity: NDArray[np.float32]
    #: One row a feature, one column a tag.
    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]


def write_modelfile(folder: Path, model: ModelFile) -> None:
    """Write ``model`` into ``folder``; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = save(
        {
            "keys": model.keys,
            "rarity": model.rarity,
            "weights": model.weights,
            "intercepts": model.intercepts,
        }
    )
    facts = {
        "format": FORMAT,
        "features": {"version": VERSION, "runs": list(RUNS)},
        "languages": list(model.languages),
        # A list, because its order is that of the columns and JSON objects have none.
        "tags": [{"tag": tag, **asdict(known)} for tag, known in model.tags.items()],
        "sha256": {ARRAYS: hashlib.sha256(arrays).hexdigest()},
    }
    (folder / ARRAYS).write_bytes(arrays)
    sealed = {**facts, "seal": _seal(facts)}
    text = json.dumps(sealed, indent=1, sort_keys=True) + "\n"
    (folder / FACTS).write_text(text, encoding="utf-8")


def read_modelfile(folder: Path) -> ModelFile:
    """Return the model in ``folder``.

    Raises:
        ModelFault: the folder holds no whole, unaltered model of this format.
    """
    facts = _facts(folder / FACTS)
    arrays = _arrays(folder / ARRAYS, facts)
    try:
        tags = {str(known.pop("tag")): TagFacts(**known) for known in map(dict, facts["tags"])}
        model = ModelFile(
            languages=tuple(map(str, facts["languages"])),
            tags=tags,
            keys=arrays["keys"],
            rarity=arrays["rarity"],
            weights=arrays["weights"],
            intercepts=arrays["intercepts"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise ModelFault(f"{folder} lacks a part of a model: train it again") from fault
    size, width = len(model.keys), len(tags)
    shapes = model.rarity.shape, model.weights.shape, model.intercepts.shape
    if shapes != ((size,), (size, width), (width,)) or set(tags) - set(TAGS):
        raise ModelFault(f"{folder} does not fit together: train it again")
    return model


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ModelFault(f"{path} cannot be read: name a folder that holds a model") from fault
    except ValueError as fault:
        raise ModelFault(f"{path} is not JSON: restore the file or train again") from fault
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise ModelFault(f"{path} is not of format {FORMAT}: train again with this version")
    if facts.pop("seal", None) != _seal(facts):
        raise ModelFault(f"{path} was altered: restore the file or train again")
    if facts.get("features") != {"version": VERSION, "runs": list(RUNS)}:
        raise ModelFault(f"{path} was trained on other features: train again with this version")
    return facts


def _arrays(path: Path, facts: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    try:
        stored = path.read_bytes()
    except OSError as fault:
        raise ModelFault(f"{path} cannot be read: name a folder that holds a model") from fault
    if facts.get("sha256") != {ARRAYS: hashlib.sha256(stored).hexdigest()}:
        raise ModelFault(f"{path} was altered: restore the file or train again")
    try:
        arrays: dict[str, NDArray[Any]] = load(stored)
    except SafetensorError as fault:
        raise ModelFault(f"{path} is not a safetensors file: train again") from fault
    return arrays


def _seal(facts: Mapping[str, Any]) -> str:
    """Return the checksum over everything the file says."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
