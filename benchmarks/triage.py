"""Tagging and ranking: one letter, batches, ``explain`` and ``queue`` from cold, memory.

Every measure stands beside another of the same run, because machines drift: words cut and counted
by a regular expression, and ``python -c 'import numpy'`` of the same environment. Letters are those
of the training corpus, which are as short as buyers' own words are once histories are taken off.
Processor seconds throughout. Usage: make bench-triage; PROFILE=20 prints what costs most.
"""

import cProfile
import os
import pstats
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from cases.values import Letter
from classifier.classify import classify
from classifier.corpus import read_corpus
from classifier.knowledge import Knowledge, open_knowledge
from daemon import assets
from daemon.warming import settle
from store.open import open_store
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.store.builders import letter, receive, verdict

_LETTERS: Final = int(os.environ.get("LETTERS", "1200"))
_PROFILE: Final = int(os.environ.get("PROFILE", "0"))
_ROUNDS: Final = 5
_BATCH: Final = 100
_SINGLES: Final = 200
_CASES: Final = 1000
_ZONE: Final = ZoneInfo("Europe/Berlin")
_NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)
_WORD: Final = re.compile(r"\w+")


def main() -> None:
    """Print the rates and the ratios."""
    knowledge = open_knowledge(assets.rulebooks(), assets.starter_model())
    letters = read_letters(_LETTERS)
    judge(letters, knowledge)
    settle()
    if _PROFILE:
        with cProfile.Profile() as profile:
            judge(letters, knowledge)
        pstats.Stats(profile).sort_stats("tottime").print_stats(_PROFILE)
        return
    singles = letters[:_SINGLES]
    rounds = [
        (
            rate(lambda: judge(letters, knowledge), len(letters)),
            rate(lambda: judge(singles, knowledge, 1), len(singles)),
            rate(lambda: _count_words(letters), len(letters)),
        )
        for _ in range(_ROUNDS)
    ]
    batch, single, words = (statistics.median(column) for column in zip(*rounds, strict=True))
    size = statistics.mean(len(one.text) for one in letters)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"letters                   {len(letters)} of {size:.0f} characters, medians of {_ROUNDS}"
    )
    print(f"words counted             {words:9.0f} letters/s")
    print(f"triaged, in batches       {batch:9.0f} letters/s, {batch / words:.4f} of words counted")
    print(f"triaged, one at a time    {1000 / single:9.2f} ms")
    print(f"peak memory, 12 languages {memory:9.0f} MiB")
    with tempfile.TemporaryDirectory() as name:
        _measure_cold(Path(name))


def read_letters(number: int) -> list[Letter]:
    """Return so many letters, evenly drawn from all languages of the corpus."""
    examples = read_corpus(assets.corpus())
    step = max(1, len(examples) // number)
    return [
        Letter(subject=one.subject, text=one.text, language=one.language, date=_NOW)
        for one in examples[::step]
    ]


def judge(letters: Sequence[Letter], knowledge: Knowledge, size: int = _BATCH) -> None:
    """Judge letters in batches, as the daemon does."""
    for begin in range(0, len(letters), size):
        batch = letters[begin : begin + size]
        classify(batch, knowledge, [_NOW] * len(batch), lambda _: _ZONE)


def rate(work: Callable[[], object], letters: int) -> float:
    """Return letters a second of processor time."""
    began = time.process_time()
    work()
    return letters / (time.process_time() - began)


def _count_words(letters: Sequence[Letter]) -> None:
    for one in letters:
        Counter(_WORD.findall(one.text.casefold()))


def _measure_cold(folder: Path) -> None:
    """Print what commands cost from cold, times the import of numpy."""
    mail = folder / "letter.eml"
    mail.write_bytes(build_letter())
    installation = Installation(
        folder=folder, users=["shop@seller.example"], imap_port=1, smtp_port=1
    )
    installation.write_config()
    installation.state.mkdir(mode=0o700)
    with closing(open_store(f"sqlite:///{installation.state}/triaged.db", folder)) as store:
        for number in range(_CASES):
            said = verdict(letter(buyer=f"{number}@relay.example"), received=_NOW)
            receive(store, said, limit_at=_NOW + timedelta(minutes=number))
    commands = {
        "import numpy": ["-c", "import numpy"],
        "explain": ["-m", "daemon", "explain", "--json", str(mail)],
        f"queue, {_CASES} cases": ["-m", "daemon", "queue", "--config", str(installation.config)],
    }
    for words in commands.values():
        # Compiled once, as a package is when it is installed.
        _spend(words, folder)
    turns = [
        {name: _spend(words, folder) for name, words in commands.items()} for _ in range(_ROUNDS)
    ]
    spent = {name: [one[name] for one in turns] for name in commands}
    numpy = statistics.median(spent["import numpy"])
    for name, seconds in spent.items():
        middle = statistics.median(seconds)
        print(f"{name:25} {1000 * middle:9.0f} ms, {middle / numpy:.1f} times import numpy")


def _spend(words: Sequence[str], folder: Path) -> float:
    """Return the processor seconds of a Python process, which keeps compiled code in a folder."""
    kept = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *words], check=True, stdout=subprocess.DEVNULL, env=os.environ | kept
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
