"""Cases are found by what their letters say, whichever database keeps them."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text

from cases.asking import ask
from cases.deeds import Close, Correct
from store.migrations import HEAD
from store.open import open_store
from store.protocol import Store
from tests.store.builders import DAY, HOUR, NOW, letter, receive, verdict


def find(store: Store, typed: str) -> list[str]:
    """Return whose cases are found, by the name before the at sign."""
    wanted = ask(typed).wanted
    shown = store.read(lambda ledger: ledger.desk.search(wanted, NOW, 50))
    return [row.buyer.partition("@")[0] for row in shown.rows]


def fill(store: Store) -> None:
    """File letters of several buyers, oldest first."""
    said: dict[str, dict[str, object]] = {
        "anna": {"text": "The mug arrived broken.", "order_ids": ("302-1",), "subject": "Mug"},
        "bert": {"text": "Die Tasse ist zerbrochen!", "language": "de", "subject": "Größe"},
        "chen": {"text": "杯子到货时破损了", "language": "zh", "marketplace": "amazon.co.jp"},
        "dora": {"text": "The lid of the mug is missing.", "order_ids": ("ABC-9",)},
    }
    tags = {"dora": ("missing-item",), "bert": ("damaged", "refund")}
    receive(
        store,
        *(
            verdict(
                letter(buyer=f"{buyer}@relay.example", **parts),
                tags=tags.get(buyer, ("damaged",)),
                received=NOW - DAY,
            )
            for buyer, parts in said.items()
        ),
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mug", ["dora", "anna"]),
        ("MUG broken", ["anna"]),
        ("groesse", []),
        ("GRÖSSE", ["bert"]),
        ("broke*", ["anna"]),
        ("破损", ["chen"]),
        ("破", ["chen"]),
        ("损了", ["chen"]),
        ("302-1", ["anna"]),
        ("abc-9", ["dora"]),
        ("order:302-1", ["anna"]),
        ("302-1 mug", ["anna"]),
        ("tag:damaged", ["chen", "bert", "anna"]),
        ("tag:damaged lang:de", ["bert"]),
        ("tag:damaged tag:missing-item mug", ["dora", "anna"]),
        ("market:amazon 破损", ["chen"]),
        ("market:amazon.co.jp", ["chen"]),
        ("anna", ["anna"]),
        ("is:overdue mug", ["dora", "anna"]),
        ("is:done mug", []),
        (f"before:{(NOW - DAY - HOUR).isoformat()}", []),
        (f"after:{(NOW - DAY).isoformat()} mug", ["dora", "anna"]),
        ("!!!", []),
        ("' OR 1 * \" NEAR(", []),
        ("", ["dora", "chen", "bert", "anna"]),
    ],
)
def test_what_is_typed_finds_its_cases(store: Store, typed: str, found: list[str]) -> None:
    """Words, signs, facts, orders and clocks together, the newest case first."""
    fill(store)

    assert found == find(store, typed)


def test_all_letters_of_a_case_are_searched(store: Store) -> None:
    """Words of an early letter and of a late one find the case together."""
    first = letter(buyer="anna@relay.example", text="The mug is broken.")
    receive(store, verdict(first), verdict(replace(first, message_id=None, text="Still waiting")))

    assert ["anna"] == find(store, "mug waiting")


def test_a_corrected_tag_is_found(store: Store) -> None:
    """Facts are those of now, also after an undo."""
    receive(store, verdict(letter(buyer="anna@relay.example"), tags=("other",)))
    case = store.read(lambda ledger: ledger.queue(NOW, 1))[0].case
    deed = Correct(tags=("damaged",))
    done = store.write(lambda ledger: ledger.desk.do([case], deed, "li", NOW))
    corrected = find(store, "tag:damaged parcel"), find(store, "tag:other")
    store.write(lambda ledger: ledger.desk.undo([done[0].deed or 0], "li", NOW))

    assert (["anna"], []) == corrected
    assert ([], ["anna"]) == (find(store, "tag:damaged"), find(store, "tag:other parcel"))


def test_what_is_done_is_found(store: Store) -> None:
    """Search looks beyond the queue."""
    receive(store, verdict(letter(buyer="anna@relay.example")))
    case = store.read(lambda ledger: ledger.queue(NOW, 1))[0].case
    store.write(lambda ledger: ledger.desk.do([case], Close(), "li", NOW))

    assert ["anna"] == find(store, "is:done parcel") == find(store, "parcel")


def test_nobody_finds_what_is_anothers(store: Store, url: str, blobs: Path) -> None:
    """A seller's words find that seller's cases alone."""
    fill(store)
    other = open_store(url, blobs, "another seller")

    assert [] == find(other, "mug")
    other.close()


def test_pages_of_a_search_go_on(store: Store) -> None:
    """Each case stands on one page; a place that is none is refused."""
    receive(store, *(verdict(letter(buyer=f"{one}@relay.example")) for one in range(7)))
    wanted, seen, place = ask("parcel").wanted, [], ""
    while True:
        shown = store.read(lambda ledger, at=place: ledger.desk.search(wanted, NOW, 3, at))  # type: ignore[misc]
        seen += [row.buyer.partition("@")[0] for row in shown.rows]
        if shown.next is None:
            break
        place = shown.next

    assert [*"6543210"] == seen
    with pytest.raises(ValueError, match=r"\w"):
        store.read(lambda ledger: ledger.desk.search(wanted, NOW, 3, "x"))


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("mug", 2),
        ("mug is:open tag:damaged", 2),
        ("shop:default is:overdue", 2),
        ("order:302-1 mug", 10),
        ("mug is:done", 10),
        ("rare", 0),
    ],
)
def test_no_plan_looks_words_up_twice(
    postgresql_url: str, blobs: Path, typed: str, compared: int
) -> None:
    """PostgreSQL finds hits by the index and once, and compares as many as the page needs.

    Even where it knows that every case has the word, and where it takes the cases for so few that
    it would join them to the hits one by one.
    """
    orders = (("302-1",), *[()] * 9)
    said = [
        letter(buyer=f"{buyer}@relay.example", text="A mug.", order_ids=about)
        for buyer, about in enumerate(orders)
    ]
    with closing(open_store(postgresql_url, blobs)) as store:
        receive(store, *(verdict(one, tags=("damaged",), received=NOW - DAY) for one in said))
        with psycopg.connect(postgresql_url.replace("+psycopg", "")) as connection:
            connection.execute("ANALYZE")
        plans = _plans_of(store, typed)

    assert [("Bitmap Heap Scan", 1)] == plans["searches"]
    assert compared == sum(loops for _, loops in plans["cases"])


def _plans_of(store: Store, typed: str) -> dict[str, list[tuple[str, int]]]:
    """Return how PostgreSQL reads words and cases for a page of one, and how many times."""
    found: dict[str, list[tuple[str, int]]] = {"searches": [], "cases": []}

    def explain(
        connection: Connection, _cursor: object, statement: str, values: tuple[Any], *_: object
    ) -> None:
        if "searches" not in statement:
            return
        cursor = connection.connection.cursor()
        for setting in ("hashjoin", "mergejoin", "material"):
            cursor.execute(f"SET LOCAL enable_{setting} = off")
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", values)
        steps = [cursor.fetchall()[0][0][0]["Plan"]]
        while steps:
            step = steps.pop()
            steps += step.get("Plans", ())
            if (table := step.get("Relation Name")) in found:
                found[table].append((step["Node Type"], step["Actual Loops"]))

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        store.read(lambda ledger: ledger.desk.search(ask(typed).wanted, NOW, 1))
    finally:
        event.remove(Engine, "before_cursor_execute", explain)
    return found


def test_an_older_store_is_searched(empty_url: str, blobs: Path) -> None:
    """Cases that were there before the index are found by it."""
    first = open_store(empty_url, blobs)
    fill(first)
    first.close()
    engine = create_engine(empty_url)
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    with engine.begin() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        for statement in (
            *(["DROP TABLE search_index"] if on_sqlite else []),
            "DROP TABLE searches",
            "DROP INDEX ix_cases_seller_id",
            "UPDATE alembic_version SET version_num = '0009'",
        ):
            connection.execute(text(statement))
        config.attributes["connection"] = connection
        command.upgrade(config, "0010")
        connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})
    engine.dispose()
    again = open_store(empty_url, blobs)

    assert ["anna"] == find(again, "tag:damaged mug")
    assert ["chen"] == find(again, "破损 market:amazon")
    again.close()
