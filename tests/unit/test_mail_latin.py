"""Latin: what py3langid says of texts in Latin script, in a tenth of its memory."""

import functools
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from safetensors.numpy import load_file

from mail.condensing import condense
from mail.latin import FILE, LANGUAGES, Latin, open_latin


@functools.cache
def theirs() -> LanguageIdentifier:
    """Return py3langid's model, of our languages."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(list(LANGUAGES))
    return model


@functools.cache
def ours() -> Latin:
    """Return the model that is installed."""
    return open_latin()


@settings(deadline=None)
@given(st.text("aeinorstlkvzyjñéèüöäåøæğışłążřěůãõơđếạ_' 019", max_size=80))
def test_a_text_in_latin_script_is_guessed_as_py3langid_guesses_it(text: str) -> None:
    """Language and certainty are the same to the last digit, also where there is nothing."""
    assert theirs().classify(text) == ours().guess(text)


@pytest.mark.parametrize("text", ["ПОСЫЛКА", "荷物 ok", "\udc80".encode(errors="replace").decode()])
def test_what_is_of_another_script_fails_nothing(text: str) -> None:
    """Any text has an answer."""
    assert ours().guess(text)[0] in LANGUAGES


def test_the_file_is_what_is_made_of_py3langids_model() -> None:
    """A renewed library that says something else is seen."""
    made = condense(LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
    kept = load_file(FILE)

    assert sorted(made) == sorted(kept)
    assert all(
        made[name].dtype == array.dtype and np.array_equal(made[name], array)
        for name, array in kept.items()
    )


def test_the_model_holds_what_latin_letters_need_alone() -> None:
    """All signs of 142 languages are 50 MiB, and a service holds them for months."""
    tracemalloc.start()
    try:
        model = open_latin()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert "de" == model.guess("die lieferung kam leider nicht")[0]
    assert held < 8 * 2**20
