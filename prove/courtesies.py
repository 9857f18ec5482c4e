"""Unseen letters judged again in courtesies that nobody who wrote ours has seen.

Every letter is greeted and signed as one of twelve real buyers of its language might: nothing about
its matter changes, so nothing about the verdict should. What differs is counted, and above all how
often thanks are taken for the matter, because such a letter is not answered.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from classifier.evaluate import Judged
from daemon.knowledge import Knowledge, load_knowledge
from prove.record import write_proof
from prove.unseen import BLIND, SETS, by_pipeline

_OURS: Final = "sales@shop.example"
_WORN: Final = BLIND / "courtesies.json"
#: Each letter is worn so many times.
_TIMES: Final = 2

Row = Mapping[str, Any]


def main() -> int:
    """Take the figures of every set, plain and worn."""
    knowledge = load_knowledge(None, frozenset({_OURS}), proved=True)
    courtesies = json.loads(_WORN.read_text(encoding="utf-8"))
    figures: dict[str, float] = {}
    for one in SETS:
        rows = {path.stem: _rows(path) for path in sorted(one.letters.glob("??.jsonl"))}
        plain = [row for of in rows.values() for row in of]
        worn = [
            wear(row, courtesies[language], turn)
            for turn in range(_TIMES)
            for language, of in rows.items()
            for row in of
        ]
        figures |= {
            f"{one.ordinal} set, {name}": round(value, 4)
            for name, value in _compare(plain, worn, knowledge).items()
        }
    write_proof("courtesies", str(__doc__).partition("\n\n")[0].replace("\n", " "), figures)
    for name, value in figures.items():
        print(f"{name}: {value}")
    return 0


def wear(row: Row, courtesies: Mapping[str, Sequence[str]], turn: int) -> Row:
    """Return a letter between a greeting and a closing, chosen by its own words and the turn."""
    digest = hashlib.sha256(f"{turn}{row['text']}".encode()).digest()
    before, after = courtesies["before"], courtesies["after"]
    text = before[digest[0] % len(before)] + row["text"] + after[digest[1] % len(after)]
    return {**row, "text": text}


def _compare(plain: Sequence[Row], worn: Sequence[Row], knowledge: Knowledge) -> dict[str, float]:
    before, answered = by_pipeline(plain, knowledge)
    after, answered_worn = by_pipeline(worn, knowledge)
    pairs = list(zip(before * _TIMES, after, strict=True))
    falsely = Counter(_main(judged) == "thanks" != judged.example.tags[0] for judged in after)
    return {
        "letters": len(plain),
        "main, plain": _right(before),
        "main, worn": _right(after),
        "same main tag": sum(_main(one) == _main(two) for one, two in pairs) / len(pairs),
        "acknowledge, plain": answered,
        "acknowledge, worn": answered_worn,
        "falsely thanks, worn": falsely[True] / len(after),
    }


def _right(judged: Sequence[Judged]) -> float:
    return sum(_main(one) == one.example.tags[0] for one in judged) / len(judged)


def _main(judged: Judged) -> str:
    return judged.triage.tags[0].tag


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    raise SystemExit(main())
