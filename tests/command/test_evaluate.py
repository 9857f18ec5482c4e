"""``triaged evaluate``: tables of labelled letters in, figures and a picture out."""

import json
from pathlib import Path

from tests.calling import call
from tests.installation import Installation

ROWS = (
    '{"text": "Where is my parcel? It is two weeks late.", "tags": "late-delivery",'
    ' "priority": "normal", "acknowledge": "yes", "language": "en"}\n'
    '{"text": "All arrived well, thank you so much!", "tags": ["thanks"], "priority": "low",'
    ' "acknowledge": false, "language": "en"}\n'
)


def test_a_table_is_judged(tmp_path: Path) -> None:
    """JSON tells every figure; the picture is written beside it."""
    table, picture = tmp_path / "labelled.jsonl", tmp_path / "picture.svg"
    table.write_text(ROWS, encoding="utf-8")
    done = call("evaluate", table, "--json", "--picture", picture)
    card = json.loads(done.stdout)

    assert (0, 2, 1.0, 1.0, 1.0) == (
        done.returncode,
        card["letters"],
        card["main"],
        card["pairs"],
        card["acknowledgement"],
    )
    assert picture.read_text(encoding="utf-8").startswith("<svg ")


def test_a_person_reads_tables(tmp_path: Path) -> None:
    """What was not labelled says so."""
    table = tmp_path / "labelled.csv"
    table.write_text('text,tags\n"Where is my parcel?",late-delivery\n', encoding="utf-8")
    done = call("evaluate", table)

    assert "late-delivery" in done.stdout
    assert "not labelled" in done.stdout


def test_wrong_rows_are_all_named(tmp_path: Path) -> None:
    """Each with its line and what to write instead."""
    table = tmp_path / "labelled.jsonl"
    row = '{"text": "a", "tags": "refund", "priority": "soon"}\n'
    table.write_text(row + row.replace('"priority": "soon"', '"acknowledge": "hm"'))
    done = call("evaluate", table)

    assert 65 == done.returncode
    assert f"{table}:1: priority 'soon' is none: use urgent, high, normal, low" in done.stderr
    assert f"{table}:2: acknowledge 'hm' is neither: write yes or no" in done.stderr


def test_without_a_table_what_was_learned_is_judged(idle: Installation) -> None:
    """The corrections of an installation, by its own model; none is a fault of the input."""
    idle.seal()

    assert 65 == idle.call("evaluate").returncode

    letter = idle.folder / "labelled.jsonl"
    letter.write_text(ROWS, encoding="utf-8")
    idle.call("learn", "as-given", str(letter))

    assert 2 == json.loads(idle.call("evaluate", "--json").stdout)["letters"]
