"""From which probability a main tag chooses the wording: what may well be untrue decides."""

import numpy as np

from classifier.thresholds import NEVER, sure


def chosen(*parts: tuple[int, int]) -> int:
    """Return how many letters get their own wording, the surest first; 0 for none.

    Each part is so many letters with one untrue of so many; 0 is none.
    """
    true = np.concatenate([np.arange(letters) % max(1, of) != of - 1 for letters, of in parts])
    probabilities = np.linspace(0.999, 0.9, len(true))
    line = sure(probabilities, true)
    return 0 if line == NEVER else int((probabilities >= line - 1e-4).sum())


def test_what_was_seen_is_not_enough() -> None:
    """Of letters that together just keep the limit the last are left out: it may well be more."""
    assert 1000 <= chosen((1000, 200), (500, 50)) < 1400


def test_the_surest_are_worded_where_none_keeps_the_limit() -> None:
    """One untrue among the first draws no line out of reach; many everywhere do."""
    assert 390 <= chosen((400, 65), (1600, 20)) <= 410
    assert 0 == chosen((2000, 30))


def test_few_letters_prove_nothing() -> None:
    """Without a fault among them ten letters do not open the wording, and two hundred do."""
    assert 0 == chosen((10, 0))
    assert 200 == chosen((200, 0))
