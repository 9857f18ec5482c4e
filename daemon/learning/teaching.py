"""What people correct, between desk, training and breaker.

What was corrected at the desk is handed to the training beside what ``triaged learn`` took, each
once, so that one that is forgotten afterwards stays forgotten; what ``learn`` took is told to the
store, where template and model of a letter's acknowledgement are suspected.
Raises ``CorrectionFault`` and ``OSError`` as ``classifier.corrections.learn`` does.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from classifier import corrections
from store.desk_values import Correction
from store.protocol import Ledger, Store

#: The setting that holds the last deed that was handed over.
TAUGHT: Final = "taught"

#: So many are taken in one go.
_BATCH: Final = 500


def teach(
    store: Store,
    path: Path,
    who: str,
    now: datetime,
    lines: corrections.Lines = corrections.PLAIN,
) -> int:
    """Add new corrections of the desk to those in ``path``; return how many changed something."""
    changed = 0
    while True:
        after = int(store.read(lambda ledger: ledger.setting(TAUGHT)) or 0)
        found = store.read(
            lambda ledger, after=after: ledger.desk.corrections(after, now, _BATCH)  # type: ignore[misc]
        )
        if not found:
            return changed
        changed += corrections.learn(path, map(_correction, found), lines)
        last = str(found[-1].deed)
        store.write(lambda ledger, last=last: ledger.set(TAUGHT, last, who, now))  # type: ignore[misc]


def tell(store: Store, before: Mapping[str, str], after: Mapping[str, str], now: datetime) -> int:
    """Tell the store which main tags people give letters; return how many speak of what was said.

    Both name the main tag by the letter's identity, as it was given before and is given now.
    """
    changed = [one for one in {**before, **after} if before.get(one) != after.get(one)]

    def work(ledger: Ledger) -> int:
        return sum(ledger.doubt(one, before.get(one), after.get(one), now) for one in changed)

    return store.write(work) if changed else 0


def _correction(one: Correction) -> corrections.Correction:
    verdict = one.verdict
    return corrections.Correction.about(
        verdict.letter, one.identity, one.new, verdict.received, one.who, one.at
    )
