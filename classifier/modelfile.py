"""A model on disk: arrays in safetensors, all else in JSON, both under checksums.

Nothing in either file is code, and nothing is loaded before its checksum is right. A folder that
is incomplete, altered, of another format or of other features is refused with ``ModelFault`` and a
sentence that says what to do. Promise P9 of the design. One that is whole and unaltered, and of
another version of triaged, is ``OutdatedModel``: every version finds seal and checksum as this one
does, so that an upgrade is never taken for tampering.
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

from cases.doubts import HEIGHTS
from cases.labels import TAGS
from classifier.features import RUNS, VERSION, Hashes
from classifier.hearing import COLUMNS
from classifier.lexicon import Words

FORMAT: Final = 3
ARRAYS: Final = "model.safetensors"
FACTS: Final = "model.json"


class ModelFault(Exception):  # noqa: N818 - the word for what a person must mend
    """A model's files are missing, altered or not of this program."""


class OutdatedModel(ModelFault):
    """A model is whole and unaltered, and another version of triaged wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagFacts:
    """What is known of one tag beside its weights."""

    #: From this probability the tag is given beside the main one.
    line: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """All that is stored of a model."""

    #: The languages it was trained on; it is silent in others.
    languages: tuple[str, ...]
    #: The words of concepts by language, which it was trained with.
    lexicon: Words
    #: From this probability of the main tag its own wording may be used; above 1 never.
    sure: float
    #: By tag, in the order of the first columns of ``weights``; ``HEIGHTS`` follow.
    tags: Mapping[str, TagFacts]
    keys: Hashes
    rarity: NDArray[np.float32]
    #: One row a feature, one column a tag or height.
    weights: NDArray[np.float32]
    intercepts: NDArray[np.float32]
    #: The three layers that weigh words against rules (``classifier.weighing``).
    scales: NDArray[np.float32]
    balances: NDArray[np.float32]


def write_modelfile(folder: Path, model: ModelFile) -> None:
    """Write ``model`` into ``folder``; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = save(
        {
            "keys": model.keys,
            "rarity": model.rarity,
            "weights": model.weights,
            "intercepts": model.intercepts,
            "scales": model.scales,
            "balances": model.balances,
        }
    )
    facts = {
        "format": FORMAT,
        "features": {"version": VERSION, "runs": list(RUNS)},
        "testimony": list(COLUMNS),
        "languages": list(model.languages),
        "lexicon": model.lexicon,
        "sure": model.sure,
        # A list, because its order is that of the columns and JSON objects have none.
        "tags": [{"tag": tag, **asdict(known)} for tag, known in model.tags.items()],
        "sha256": {ARRAYS: hashlib.sha256(arrays).hexdigest()},
    }
    (folder / ARRAYS).write_bytes(arrays)
    sealed = {**facts, "seal": _seal(facts)}
    text = json.dumps(sealed, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / FACTS).write_text(text, encoding="utf-8")


def read_modelfile(folder: Path) -> ModelFile:
    """Return the model in ``folder``.

    Raises:
        OutdatedModel: another version of triaged wrote it.
        ModelFault: the folder holds no whole, unaltered model.
    """
    facts = _facts(folder / FACTS)
    arrays = _arrays(folder / ARRAYS, facts)
    if not _is_ours(facts):
        raise OutdatedModel(f"{folder} is of another version of triaged: train again with this one")
    try:
        tags = {str(known.pop("tag")): TagFacts(**known) for known in map(dict, facts["tags"])}
        model = ModelFile(
            languages=tuple(map(str, facts["languages"])),
            lexicon=facts["lexicon"],
            sure=float(facts["sure"]),
            tags=tags,
            keys=arrays["keys"],
            rarity=arrays["rarity"],
            weights=arrays["weights"],
            intercepts=arrays["intercepts"],
            scales=arrays["scales"],
            balances=arrays["balances"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise ModelFault(f"{folder} lacks a part of a model: train it again") from fault
    size, width = len(model.keys), len(tags) + len(HEIGHTS)
    shapes = model.rarity.shape, model.weights.shape, model.intercepts.shape
    layers = model.scales.shape, model.balances.shape
    if (
        shapes != ((size,), (size, width), (width,))
        or layers != ((width + len(COLUMNS), len(tags) + width), (len(tags) + width,))
        or set(tags) - set(TAGS)
    ):
        raise ModelFault(f"{folder} does not fit together: train it again")
    if not (_is_sound(model) and _holds_words(model.lexicon)):
        raise ModelFault(f"{folder} holds what no training writes: train it again")
    return model


def is_outdated(folder: Path) -> bool:
    """Say whether ``folder`` holds a whole, unaltered model of another version of triaged."""
    try:
        facts = _facts(folder / FACTS)
        if _is_ours(facts):
            return False
        _arrays(folder / ARRAYS, facts)
    except ModelFault:
        return False
    return True


def _is_ours(facts: Mapping[str, Any]) -> bool:
    """Say whether this version wrote it.

    ``FORMAT`` is counted up with whatever ``read_modelfile`` asks of a model, the tags among it:
    else those of before are taken for broken ones, and stop the start.
    """
    return (facts.get("format"), facts.get("features"), facts.get("testimony")) == (
        FORMAT,
        {"version": VERSION, "runs": list(RUNS)},
        list(COLUMNS),
    )


def _is_sound(model: ModelFile) -> bool:
    """Say whether every array holds the numbers it should, and no letter could upset them."""
    numbers = model.rarity, model.weights, model.intercepts, model.scales, model.balances
    return model.keys.dtype == np.uint64 and all(
        array.dtype == np.float32 and bool(np.isfinite(array).all()) for array in numbers
    )


def _holds_words(lexicon: object) -> bool:
    """Say whether ``lexicon`` lists words by language and concept."""
    return isinstance(lexicon, dict) and all(
        isinstance(concepts, dict)
        and all(
            isinstance(words, list) and all(isinstance(word, str) for word in words)
            for words in concepts.values()
        )
        for concepts in lexicon.values()
    )


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ModelFault(f"{path} cannot be read: name a folder that holds a model") from fault
    except ValueError as fault:
        raise ModelFault(f"{path} is not JSON: restore the file or train again") from fault
    if not isinstance(facts, dict) or facts.pop("seal", None) != _seal(facts):
        raise ModelFault(f"{path} was altered: restore the file or train again")
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
