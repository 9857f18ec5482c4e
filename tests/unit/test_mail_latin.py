"""Latin: what py3langid says of texts in Latin script, in a quarter of its memory."""

import functools
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from mail.latin import open_latin

LANGUAGES = ("cs", "de", "en", "es", "fr", "it", "nl", "no", "pl", "pt", "sv", "tr", "vi")


@functools.cache
def theirs() -> LanguageIdentifier:
    """Return py3langid's model, of these languages."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(sorted(LANGUAGES))
    return model


@functools.cache
def ours() -> LanguageIdentifier:
    """Return what is held of it."""
    return open_latin(LANGUAGES)


@settings(deadline=None)
@given(st.text("aeinorstlkvzyjñéèüöäåøæğışłążřěůãõơđếạ_' 019", max_size=80))
def test_a_text_in_latin_script_is_guessed_as_py3langid_guesses_it(text: str) -> None:
    """How probable it is is the same to the last digit, and so is the language where one leads."""
    language, certainty = ours().classify(text)
    told = theirs().rank(text)

    assert told[0][1] == certainty
    assert language in {name for name, probable in told if probable == certainty}


@pytest.mark.parametrize("text", ["ПОСЫЛКА", "荷物 ok", "\udc80".encode(errors="replace").decode()])
def test_what_is_of_another_script_fails_nothing(text: str) -> None:
    """Any text has an answer."""
    assert ours().classify(text)[0] in LANGUAGES


def test_the_model_holds_what_latin_letters_need_alone() -> None:
    """All signs of 142 languages are 70 MiB, and a service holds them for months."""
    tracemalloc.start()
    try:
        model = open_latin(LANGUAGES)
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert "de" == model.classify("die lieferung kam leider nicht")[0]
    assert held < 18 * 2**20
