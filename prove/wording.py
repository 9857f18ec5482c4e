"""The wording lint on sentences that were written before and without sight of its tables.

Seven languages under prove/blind/wording/: sentences that break a marketplace's rules of wording,
and good ones that look like them. The first run is kept beside the last. ``--show`` prints what
was judged wrongly.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from prove.record import PROOFS, write_proof
from replies.wording import lint_text

BLIND: Final = Path(__file__).parent / "blind" / "wording"
_FIRST: Final = "first run, untouched"
_BRAND: Final = "Lampenladen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One sentence with what it is and what the lint says of it."""

    language: str
    id: str
    text: str
    forbidden: bool
    #: The rule it was written for; "" for a good one.
    rule: str
    #: The rules that the lint found broken.
    found: tuple[str, ...]


def judge() -> Iterator[Judged]:
    """Yield every blind sentence as the lint judges it."""
    for path in sorted(BLIND.glob("*.toml")):
        for one in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]:
            faults = lint_text(one["text"], "amazon.de", _BRAND, path.stem)
            yield Judged(
                language=path.stem,
                id=one["id"],
                text=one["text"],
                forbidden=one["forbidden"],
                rule=one["rule"],
                found=tuple(fault.rule for fault in faults),
            )


def main() -> int:
    """Write the proof; 1 where a forbidden sentence passes or a good one is refused."""
    judged = list(judge())
    figures = {"all": _say(judged)}
    for language in sorted({one.language for one in judged}):
        figures[language] = _say([one for one in judged if one.language == language])
    missed = Counter(one.rule for one in judged if one.forbidden and not one.found)
    figures["missed, by rule"] = ", ".join(f"{rule} {n}" for rule, n in missed.most_common())
    before = PROOFS / "wording.json"
    known = json.loads(before.read_text(encoding="utf-8"))["figures"] if before.exists() else {}
    write_proof(
        "wording",
        "The lint refuses forbidden sentences and passes good ones. The first row was taken before "
        "its authors had seen any of them; later rows were not, so expect less of new sentences.",
        {_FIRST: known.get(_FIRST, figures["all"]), **figures},
    )
    wrong = [one for one in judged if one.forbidden != bool(one.found)]
    for one in wrong if "--show" in sys.argv else ():
        print(one.id, one.rule or "good", ",".join(one.found), one.text, sep=" | ")
    print(figures["all"])
    return 1 if wrong else 0


def _say(judged: list[Judged]) -> str:
    forbidden = [bool(one.found) for one in judged if one.forbidden]
    good = [not one.found for one in judged if not one.forbidden]
    return (
        f"{sum(forbidden)} of {len(forbidden)} forbidden refused, "
        f"{sum(good)} of {len(good)} good passed"
    )


if __name__ == "__main__":
    sys.exit(main())
