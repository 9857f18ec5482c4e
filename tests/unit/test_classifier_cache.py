"""The cache saves time and decides nothing."""

from pathlib import Path

import numpy as np
import pytest

from classifier.cache import Cache, key
from classifier.folding import fold
from classifier.lexicon import Lexicon
from classifier.rules import Findings, search
from classifier.shelf import Shelf

BOOK = """
language = "de"

[negation]
before = ["nicht"]
reach = 4

[settled]
phrases = ["hat sich erledigt"]

[[rule]]
id = "spaet"
tag = "late-delivery"
phrases = ["(zu|viel zu|) =spät", "kommt .. verspät* an"]
match = ["zu spät"]
no_match = ["früh"]
"""
TEXT = "Es kommt leider verspätet an. Nicht zu spät?"


def shelf(folder: Path, cache: Cache | None = None, book: str = BOOK) -> Shelf:
    """Return a shelf of one rulebook."""
    folder.mkdir(exist_ok=True)
    (folder / "de.toml").write_text(book, encoding="utf-8")
    return Shelf(folder, cache=cache)


def found(one: Shelf) -> Findings:
    """Return what the rulebook finds in the text."""
    return search(one["de"], fold(TEXT))


def test_a_kept_rulebook_finds_what_a_fresh_one_finds(tmp_path: Path) -> None:
    """Phrases, accents that count, reaches and headings all come back."""
    cache = Cache(tmp_path / "cache")
    fresh = found(shelf(tmp_path / "book", cache))
    kept = found(shelf(tmp_path / "book", cache))

    assert fresh.hits
    assert repr(fresh) == repr(kept)
    assert repr(found(shelf(tmp_path / "book"))) == repr(kept)


def test_a_kept_rulebook_is_not_compiled_again(tmp_path: Path) -> None:
    """What was found in the cache stands for the file, byte for byte."""
    cache = Cache(tmp_path / "cache")
    made = shelf(tmp_path / "book", cache)["de"]
    entry = cache.find("rulebook-de", key([BOOK.encode()]))

    assert entry is not None
    assert [list(rule) for rule in made.rules] == entry[0]["rules"]


def test_another_file_is_compiled_again(tmp_path: Path) -> None:
    """A changed rule counts at once."""
    cache = Cache(tmp_path / "cache")
    found(shelf(tmp_path / "book", cache))
    changed = BOOK.replace("late-delivery", "damaged")

    assert {"damaged"} == {
        hit.label for hit in found(shelf(tmp_path / "book", cache, changed)).hits
    }


@pytest.mark.parametrize("harm", [b"", b"x" * 40, None])
def test_a_damaged_entry_is_worked_out_again(tmp_path: Path, harm: bytes | None) -> None:
    """An entry that is empty, nonsense or has one byte changed is not believed."""
    cache = Cache(tmp_path / "cache")
    fresh = found(shelf(tmp_path / "book", cache))
    (entry,) = (tmp_path / "cache").iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if harm is None else harm)

    assert cache.find(entry.name, key([BOOK.encode()])) is None
    assert repr(fresh) == repr(found(shelf(tmp_path / "book", cache)))
    assert whole == entry.read_bytes()


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").write_text("")

    assert found(shelf(tmp_path / "book", Cache(tmp_path / "cache"))).hits


def test_concepts_come_back_from_the_cache(tmp_path: Path) -> None:
    """A kept language tells the same rows."""
    words = {"en": {"arrive": ["arriv*"], "not": ["not", "n't"], "late": ["(too|) late"]}}
    text = [fold("It hasn't arrived. Too late!")]
    cache = Cache(tmp_path)
    fresh = Lexicon(words, cache).tell(text, "en").stream

    assert fresh == Lexicon(words, cache).tell(text, "en").stream
    assert fresh == Lexicon(words).tell(text, "en").stream
    assert 1 == len(list(tmp_path.iterdir()))


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    """Facts and arrays are the same, under the same key alone."""
    cache = Cache(tmp_path)
    cache.keep("one", "a", {"said": ["ß"]}, {"rows": np.arange(3)})
    entry = cache.find("one", "a")

    assert entry is not None
    assert ["ß"] == entry[0]["said"]
    assert [0, 1, 2] == entry[1]["rows"].tolist()
    assert cache.find("one", "b") is None
    assert cache.find("two", "a") is None


@pytest.mark.parametrize("kept", [True, False])
def test_a_prepared_rulebook_needs_its_file_no_more(tmp_path: Path, *, kept: bool) -> None:
    """What was sound when it was prepared judges on, whatever somebody writes there meanwhile."""
    cache = Cache(tmp_path / "cache") if kept else None
    fresh = found(shelf(tmp_path / "book"))
    prepared = shelf(tmp_path / "book", cache)
    prepared.prepare("de")
    (tmp_path / "book" / "de.toml").write_text("not TOML")
    opened, compiled = prepared.opened, prepared.prepared

    assert (frozenset(), frozenset({"de"})) == (opened, compiled)
    assert repr(fresh) == repr(found(prepared))
    assert (frozenset({"de"}), frozenset()) == (prepared.opened, prepared.prepared)
