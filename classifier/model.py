"""The trained model at run time."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cases.values import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A tag for which the model speaks: its probability reaches the tag's threshold."""

    tag: str
    #: Calibrated probability, 0 to 1.
    probability: float
    #: True at or above the tag's higher threshold, from which its own wording may be used.
    certain: bool
    #: The words that carried it most.
    spans: tuple[Span, ...] = ()


class ModelFault(Exception):  # noqa: N818 - the word for what a person must mend
    """A model's files are missing, altered or not of this program."""


class Model:
    """Scores texts."""

    def score(
        self,
        texts: Sequence[tuple[str, str]],
        languages: Sequence[str],  # noqa: ARG002 - the trained model follows
    ) -> list[tuple[Score, ...]]:
        """Return, for each text, the tags for which the model speaks."""
        return [()] * len(texts)


def load_model(folder: Path) -> Model:
    """Return the model in ``folder``."""
    raise ModelFault(f"{folder} holds no model of a known format: train one")
