"""A verdict is kept whole, and one that an older version kept is still read."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy.dialects import sqlite

from cases.values import Notice, Undelivered, Verdict
from store.columns import VerdictDocument
from tests.store.builders import letter, verdict

COLUMN = VerdictDocument()
DIALECT = sqlite.dialect()

NOTICE = Notice(
    topic="sale",
    item="Lamp",
    sku="AB-12",
    quantity=2,
    amount="39.90 EUR",
    requested=date(2026, 11, 19),
    deadline=datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC),
)


def kept(said: Verdict) -> dict[str, dict[str, object]]:
    """Return what is written for a verdict."""
    document = COLUMN.process_bind_param(said, DIALECT)
    assert isinstance(document, dict)
    return document


def test_every_fact_of_a_notice_is_kept() -> None:
    """Written and read again, it is the same."""
    said = verdict(letter(notice=NOTICE, undelivered=Undelivered(recipients=("a@b.example",))))

    assert said == COLUMN.process_result_value(kept(said), DIALECT)


def test_a_document_without_the_newer_fields_is_read() -> None:
    """What an older version did not know takes its default."""
    said = verdict(letter(notice=NOTICE))
    document = kept(said)
    document["letter"].pop("undelivered")
    document["letter"]["notice"] = {"topic": "sale", "reason": "", "comment": "", "deadline": None}
    older = replace(said, letter=replace(said.letter, notice=Notice(topic="sale")))

    assert older == COLUMN.process_result_value(document, DIALECT)
