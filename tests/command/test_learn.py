"""A person's words are taught: what holds none, and tables that cannot be read, are named."""

from pathlib import Path

import pytest

from tests.calling import call
from tests.installation import Installation
from tests.letters_builder import build_letter

_HOW = "Name them in the first line, separated by commas, semicolons or tabs"
_WORDS = b"From: a@b.example\r\nSubject: x\r\n"


def teach(installation: Installation, name: str, content: str) -> tuple[int, str]:
    """Teach a table as it says itself; return the exit code and what was told."""
    table = installation.folder / name
    table.write_text(content, encoding="utf-8")
    done = installation.call("learn", "as-given", str(table))
    return done.returncode, (done.stderr or done.stdout).replace(f"{table}", name)


def test_what_holds_no_words_of_a_person_is_named(idle: Installation) -> None:
    """An empty file, bytes of no mail, and what a program wrote; nothing of the folder is kept."""
    folder = idle.folder / "letters"
    (folder / ".trash").mkdir(parents=True)
    (folder / ".trash" / "old.eml").touch()
    good = build_letter(to="a@b.example", buyer="abc", message_id="<1@relay.example>")
    (folder / "1.eml").write_bytes(good)
    (folder / "2.eml").touch()
    (folder / "3.eml").write_bytes(bytes(range(256)) * 20)
    (folder / "4.eml").write_bytes(_WORDS + b"Auto-Submitted: auto-replied\r\n\r\nI am away.\r\n")
    (folder / "5.eml").write_bytes(b"From: a@b.example\r\nSubject: ?\r\n\r\n123\r\n")
    done = idle.call("learn", "thanks", str(folder))

    assert (65, "") == (done.returncode, done.stdout)
    assert [
        f"triaged: {folder / '2.eml'}: is no e-mail message: leave it out",
        f"{folder / '3.eml'}: is no e-mail message: leave it out",
        f"{folder / '4.eml'}: was written by a program (auto-reply): leave it out",
        f"{folder / '5.eml'}: holds no words: leave it out",
    ] == done.stderr.splitlines()
    assert not (idle.state / "corrections.jsonl").exists()
    # What was taught before this was refused can be taken out all the same.
    assert "forgotten: 0 of 5\n" == idle.call("learn", "--forget", "thanks", str(folder)).stdout


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["commas", "semicolons", "tabs"])
def test_columns_are_separated_as_spreadsheets_do(idle: Installation, separator: str) -> None:
    """Excel writes semicolons where the comma is the decimal mark."""
    rows = ("tags", "text"), ('"late-delivery,refund"', '"Where is it; my money, at least?"')

    assert (0, "learned: 1 of 1; use them with: triaged train\n") == teach(
        idle, "labelled.csv", "".join(f"{separator.join(row)}\n" for row in rows)
    )


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "a.csv",
            "letter,tags\n" + "Where is it?,late-delivery\n" * 300,
            f"a.csv:1: no column text; found: letter, tags. {_HOW}",
        ),
        (
            "a.csv",
            "text;tag\nWhere is it?;late-delivery\n",
            f"a.csv:1: no column tags; found: text, tag. {_HOW}",
        ),
        ("a.csv", "text,tags,text\na,thanks,b\n", "a.csv:1: column text stands twice: leave one"),
        (
            "a.csv",
            "text,tags\nBroken,damaged,refund\nAlso broken,damaged,,\n",
            (
                "a.csv:2: has more cells than the first line has columns: put what holds the "
                "separator, as several tags do, in quotation marks"
            ),
        ),
        ("a.csv", "text,tags\n", "a.csv: holds no labelled letter"),
        ("a.csv", "", "a.csv: holds no labelled letter"),
        ("a.jsonl", "", "a.jsonl: holds no labelled letter"),
        ("a.jsonl", "{broken\n", "a.jsonl:1: is no JSON object"),
        ("a.jsonl", "[1]\n", "a.jsonl:1: is no JSON object"),
        (
            "a.csv",
            "text,tags,language\nThank you,thanks,klingon\n",
            "a.csv:2: language 'klingon' is none: write two letters, as in de",
        ),
    ],
)
def test_a_table_that_cannot_be_read_is_told_once(
    idle: Installation, name: str, content: str, told: str
) -> None:
    """With the line, what was found and what to do."""
    assert (65, f"triaged: {told}\n") == teach(idle, name, content)


def test_no_tag_is_no_unknown_one(idle: Installation) -> None:
    """Said as what it is."""
    done = idle.call("learn", "", "x.eml")

    assert (64, "triaged: no tag: give at least one\n") == (done.returncode, done.stderr)


def test_a_table_to_be_judged_by_is_refused_alike(tmp_path: Path) -> None:
    """The file that holds nothing is named, and both faults of a row."""
    empty, table = tmp_path / "empty.csv", tmp_path / "w21.csv"
    empty.write_text("text,tags\n")
    table.write_text("text,tags,priority,acknowledge\nThank you,thanks,soon,hm\n")
    nothing, wrong = call("evaluate", empty), call("evaluate", table)

    assert (65, f"triaged: {empty}: holds no labelled letter\n") == (
        nothing.returncode,
        nothing.stderr,
    )
    assert (
        f"triaged: {table}:2: priority 'soon' is none: use urgent, high, normal, low\n"
        f"{table}:2: acknowledge 'hm' is neither: write yes or no\n"
    ) == wrong.stderr


def test_a_spreadsheet_is_told_how_it_is_to_be_saved(idle: Installation) -> None:
    """Excel's own file, and its table in another encoding than UTF-8."""
    book, table = idle.folder / "a.xlsx", idle.folder / "a.csv"
    book.write_bytes(b"PK\x03\x04")
    table.write_bytes("text,tags\nÄrgerlich,damaged\n".encode("latin-1"))
    whole, coded = (
        idle.call("learn", "as-given", str(book)),
        idle.call("learn", "as-given", str(table)),
    )

    assert (
        64,
        (
            f"triaged: {book}: is no table (.csv, .jsonl), and a message bears no tags: save a "
            "spreadsheet as CSV, or give a message's tags instead of as-given\n"
        ),
    ) == (whole.returncode, whole.stderr)
    assert (
        65,
        f"triaged: {table}: is not UTF-8: save it as UTF-8 (in Excel: CSV UTF-8)\n",
    ) == (coded.returncode, coded.stderr)


def test_what_had_other_tags_is_counted(idle: Installation) -> None:
    """One set for a whole table overwrites what was taught before, and says of how many."""
    table = idle.folder / "a.csv"
    table.write_text("text,tags\nBroken,damaged\nLovely,thanks\nLate,late-delivery\n")
    idle.call("learn", "as-given", str(table))
    again = idle.call("learn", "thanks", str(table))
    forgotten = idle.call("learn", "--forget", "spam", str(table))

    assert (
        "learned: 2 of 3 (2 had other tags), the others were taught so before; use them with: "
        "triaged train\n"
    ) == again.stdout
    # Whatever the tags, a letter that is named is taken out.
    assert "forgotten: 3 of 3\n" == forgotten.stdout
