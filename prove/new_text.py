"""New text on letters that were written before and without sight of the cutter.

Three sets (prove/samples.py): real forms of mail programs and marketplaces with what is new in
each. The two public reply parsers are given the same bodies, decoded. The first run is kept beside
the last.
"""

import json
import re
import subprocess
import sys
import venv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from mail.body import read_body
from mail.reading import Boundary, read
from mail.walk import parse_message
from prove.record import PROOFS, write_proof
from prove.samples import Sample, new_text_letters, quoted_letters

OURS: Final = "triaged"
#: The letters are written to this address.
HERE: Final = Boundary(own=frozenset({"shop@seller.example"}))
#: A word, or one sign of a script that has no blanks.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How some letters were cut."""

    letters: int
    exact: int
    #: New words that are missing, and letters from which any is missing.
    words_lost: int
    letters_lost: int
    #: Words that are not new and came out all the same, and letters with any.
    words_added: int
    letters_added: int
    #: Pieces of history that came out as new.
    quoted_kept: int


def judge(letters: Iterable[Sample], texts: Iterable[str]) -> Score:
    """Return how well ``texts`` are what is new in ``letters``."""
    pairs = list(zip(letters, texts, strict=True))
    lost = [
        min((_words(right) - _words(text)).total() for right in letter.texts)
        for letter, text in pairs
    ]
    added = [
        min((_words(text) - _words(right)).total() for right in letter.texts)
        for letter, text in pairs
    ]
    return Score(
        letters=len(pairs),
        exact=sum(is_exact(letter, text) for letter, text in pairs),
        words_lost=sum(lost),
        letters_lost=sum(one > 0 for one in lost),
        words_added=sum(added),
        letters_added=sum(one > 0 for one in added),
        quoted_kept=sum(
            _loosely(piece) in _loosely(text) for letter, text in pairs for piece in letter.quoted
        ),
    )


def is_exact(letter: Sample, text: str) -> bool:
    """Tell whether ``text`` is what is new in ``letter``, white space aside."""
    return _loosely(text) in map(_loosely, letter.texts)


def _loosely(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _peers(letters: list[Sample]) -> Mapping[str, list[str]]:
    """Return what the public parsers make of the letters; nothing where pip cannot get them."""
    with TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        names = ("mail-parser-reply", "email-reply-parser")
        install = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            *names,
        ]
        if subprocess.run(install, check=False, capture_output=True).returncode:
            return {}
        bodies = [read_body(parse_message(letter.raw)).text for letter in letters]
        done = subprocess.run(
            [str(python), str(Path(__file__).parent / "new_text_peers.py")],
            check=True,
            input=json.dumps(bodies),
            capture_output=True,
            text=True,
        )
    answer: Mapping[str, list[str]] = json.loads(done.stdout)
    return answer


def _row(score: Score) -> str:
    row = (
        f"{score.exact} of {score.letters} exact, {score.words_lost} words lost in"
        f" {score.letters_lost} letters, {score.words_added} too many in {score.letters_added}"
    )
    return f"{row}, {score.quoted_kept} quoted pieces kept" if score.quoted_kept else row


def main() -> int:
    """Print and record the figures; with ``--misses`` print the letters that are not exact."""
    if "--misses" in sys.argv:
        for letters in SETS.values():
            _print_misses(list(letters()))
        return 0
    known = PROOFS / "new_text.json"
    told = json.loads(known.read_text(encoding="utf-8"))["figures"] if known.exists() else {}
    figures: dict[str, object] = {}
    for name, letters in SETS.items():
        found = _figures(list(letters()))
        untouched = f"{name}: first run, untouched"
        figures[untouched] = told.get(untouched, found[OURS])
        figures |= {f"{name}: {whose}": row for whose, row in found.items()}
    write_proof("new_text", _CLAIM, figures)
    for name, value in figures.items():
        print(f"{name:32} {value}")
    return 0


def _figures(letters: list[Sample]) -> dict[str, str]:
    """Return the rows of one set: ours, ours by language, the peers'."""
    ours = [read(letter.raw, HERE).text for letter in letters]
    figures = {OURS: _row(judge(letters, ours))}
    for language in sorted({letter.language for letter in letters}):
        chosen = [number for number, one in enumerate(letters) if one.language == language]
        score = judge([letters[one] for one in chosen], [ours[one] for one in chosen])
        figures[f"{OURS}, {language}"] = _row(score)
    peers = {name: _row(judge(letters, texts)) for name, texts in _peers(letters).items()}
    return figures | (peers or {"peers": "not judged: pip could not get them"})


def _print_misses(letters: list[Sample]) -> None:
    for letter in letters:
        text = read(letter.raw, HERE).text
        if not is_exact(letter, text):
            print(f"=== {letter.id}\n{letter.texts[0].strip()}\n--- read as\n{text.strip()}")


SETS: Final[Mapping[str, Callable[[], Iterator[Sample]]]] = {
    "new_text": new_text_letters,
    "quoted": quoted_letters,
    "quoted3": partial(quoted_letters, "quoted3"),
}
_CLAIM: Final = (
    "What a letter's sender newly wrote is handed on whole and alone: blind letters in twenty"
    " languages, beside the public reply parsers on the same bodies."
)

if __name__ == "__main__":
    sys.exit(main())
