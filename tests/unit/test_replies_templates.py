"""The texts that are shipped: complete, and within the rules of wording wherever they are sent."""

from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from cases.values import Letter, Tag, Triage
from replies.choice import NAMES
from replies.forbidden.tables import VOCABULARIES
from replies.render import Templates, acknowledge, load_templates
from replies.shops import default_shop
from replies.wording import WordingFault, lint

SHIPPED = Path(__file__).parents[2] / "replies" / "templates"
LANGUAGES = sorted(path.name for path in SHIPPED.iterdir() if any(path.glob("*.txt")))

#: The languages that texts may be in.
WRITABLE = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ja", "zh"}

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
PROMISED = datetime(2026, 11, 23, 9, tzinfo=UTC)
ORDER = "302-1234567-1234567"


@pytest.fixture(scope="module")
def templates() -> Templates:
    """Load the shipped texts; that alone proves each of them."""
    return load_templates(SHIPPED)


def test_every_shipped_language_is_loaded(templates: Templates) -> None:
    """Every text of every language renders and breaks no rule."""
    assert frozenset(LANGUAGES) == templates.languages


def test_no_other_language_is_shipped() -> None:
    """A folder by another name would never be chosen, or not be what it says."""
    assert set() == set(LANGUAGES) - WRITABLE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_text(language: str) -> None:
    """What one language can say the others can."""
    assert NAMES | {"frame"} == {path.stem for path in (SHIPPED / language).glob("*.txt")}


def test_every_language_has_its_table_of_forbidden_words() -> None:
    """A text that nobody could lint is not shipped."""
    assert set() == set(LANGUAGES) - {one.language for one in VOCABULARIES}


@pytest.mark.parametrize("marketplace", ["amazon.com", "amazon.de", "amazon.co.jp", "ebay", None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_withheld_at_sending(
    templates: Templates, language: str, marketplace: str | None
) -> None:
    """The lint of the last moment agrees with the proof, with and without order and time."""
    faults: list[WordingFault] = []
    for tag, order, promised in product(NAMES, (None, ORDER), (None, PROMISED)):
        letter = Letter(
            language=language, marketplace=marketplace, order_ids=(order,) if order else ()
        )
        wording = acknowledge(
            letter,
            Triage(tags=(Tag(tag=tag),), say_it=True),
            default_shop(marketplace),
            promised,
            templates,
            subject="Re: x",
            now=NOW,
        )
        faults += lint(wording, marketplace, order_id=order)

    assert [] == faults
