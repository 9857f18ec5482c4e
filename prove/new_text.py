"""New text on letters that were written before and without sight of the cutter.

Twenty languages, twelve or more letters each, under prove/blind/new_text/: real forms of mail
programs and marketplaces with what is new in each. The two public reply parsers are given the same
bodies, decoded. The first run is kept beside the last.
"""

import json
import re
import subprocess
import sys
import tomllib
import venv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from mail.body import read_body
from mail.message import parse_message
from mail.reading import read
from prove.record import PROOFS, write_proof

BLIND: Final = Path(__file__).parent / "blind" / "new_text"
OURS: Final = "triaged"
#: A word, or one sign of a script that has no blanks.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One blind letter."""

    language: str
    id: str
    raw: bytes
    #: What its sender newly wrote.
    text: str
    #: Words of the history, the wrapper or the signature, which are not new.
    quoted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How some letters were cut."""

    letters: int
    exact: int
    #: New words that are missing, and letters from which any is missing.
    words_lost: int
    letters_lost: int
    #: Pieces of history that came out as new.
    quoted_kept: int


def samples() -> Iterator[Sample]:
    """Yield every blind letter."""
    for path in sorted(BLIND.glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["letter"]:
            yield Sample(
                language=path.stem,
                id=told["id"],
                raw=told["raw"].lstrip("\n").encode(),
                text=told["text"],
                quoted=tuple(told["quoted"]),
            )


def judge(letters: Iterable[Sample], texts: Iterable[str]) -> Score:
    """Return how well ``texts`` are what is new in ``letters``."""
    pairs = list(zip(letters, texts, strict=True))
    lost = [(_words(letter.text) - _words(text)).total() for letter, text in pairs]
    return Score(
        letters=len(pairs),
        exact=sum(is_exact(letter, text) for letter, text in pairs),
        words_lost=sum(lost),
        letters_lost=sum(one > 0 for one in lost),
        quoted_kept=sum(
            _loosely(piece) in _loosely(text) for letter, text in pairs for piece in letter.quoted
        ),
    )


def is_exact(letter: Sample, text: str) -> bool:
    """Tell whether ``text`` is what is new in ``letter``, white space aside."""
    return _loosely(letter.text) == _loosely(text)


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
    return (
        f"{score.exact} of {score.letters} exact, {score.words_lost} words lost in"
        f" {score.letters_lost} letters, {score.quoted_kept} quoted pieces kept"
    )


def main() -> int:
    """Print and record the figures; with ``--misses`` print the letters that are not exact."""
    letters = list(samples())
    ours = [read(letter.raw).text for letter in letters]
    if "--misses" in sys.argv:
        for letter, text in zip(letters, ours, strict=True):
            if not is_exact(letter, text):
                print(f"=== {letter.id}\n{letter.text.strip()}\n--- read as\n{text.strip()}")
        return 0
    figures: dict[str, object] = {}
    for name, texts in {OURS: ours, **_peers(letters)}.items():
        figures[name] = _row(judge(letters, texts))
        if name != OURS:
            continue
        for language in sorted({letter.language for letter in letters}):
            chosen = [number for number, one in enumerate(letters) if one.language == language]
            score = judge([letters[one] for one in chosen], [texts[one] for one in chosen])
            figures[f"{name}, {language}"] = _row(score)
    if len(figures) == 1 + len({letter.language for letter in letters}):
        figures["peers"] = "not judged: pip could not get them"
    known = PROOFS / "new_text.json"
    told = json.loads(known.read_text(encoding="utf-8"))["figures"] if known.exists() else {}
    first = told.get("first run, untouched", figures[OURS])
    write_proof("new_text", _CLAIM, {"first run, untouched": first, **figures})
    for name, value in figures.items():
        print(f"{name:24} {value}")
    return 0


_CLAIM: Final = (
    "What a letter's sender newly wrote is handed on whole and alone: blind letters in twenty"
    " languages, beside the public reply parsers on the same bodies."
)

if __name__ == "__main__":
    sys.exit(main())
