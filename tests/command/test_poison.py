"""A letter that ends or hangs the process is set aside, and every other letter is filed (P2, P12).

The clerk runs in a process of its own with the real pipeline, before which it does what a fault
in a C library does: die at once, or keep the interpreter and never come back.
"""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cases.values import Verdict
from daemon.config.stored import Log
from daemon.filing import Clerk
from daemon.knowledge import Knowledge, load_knowledge
from daemon.log_output import configure
from daemon.triage import Incoming, triage
from store.hands import DEATH_LIMIT
from store.intake_values import Arrival
from store.open import open_store
from store.protocol import Store
from store.values import Counts
from store.writer import Writer
from tests.installation import CHECKOUT
from tests.letters_builder import build_letter

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

_WORKER = "worker-1"


def harm(incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime) -> list[Verdict]:
    """Judge, unless a letter holds the word that kills or the word that hangs."""
    if any(b"deadly" in one.raw for one in incoming):
        os.kill(os.getpid(), signal.SIGSEGV)
    if any(b"endless" in one.raw for one in incoming):
        re.match(r"(a+)+$", "a" * 64 + "b")
    return triage(incoming, knowledge, now)


async def serve(store: Store, hang: timedelta) -> None:
    """File everything that waits, each batch within ``hang``."""
    writer = Writer(store)
    knowledge = load_knowledge(None, proved=True)
    clerk = Clerk(lambda: knowledge, writer, timedelta(0), _ignore, judge=harm, hang=hang)
    await clerk.drain()
    await writer.close()


def _ignore(mailboxes: frozenset[str]) -> None:
    del mailboxes


def start(folder: Path, hang: int = 50) -> "subprocess.CompletedProcess[str]":
    """Run the clerk in a process of its own until it is done, or dies; a hang counts in seconds."""
    return subprocess.run(
        [sys.executable, "-m", "tests.command.test_poison", folder, str(hang)],
        cwd=CHECKOUT,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def opened(folder: Path) -> Store:
    """Open the store that the clerk works on."""
    return open_store(f"sqlite:///{folder}/triaged.db", folder / "letters")


def pour(folder: Path, *texts: str) -> None:
    """Accept one letter for each text, in this order."""
    arrivals = [
        Arrival(
            mailbox="shop",
            folder="INBOX",
            uidvalidity=1,
            uid=number,
            raw=build_letter(
                to="shop@shop.example",
                buyer=f"buyer{number}",
                order=f"302-{number:07}-1234567",
                message_id=f"<{number}@relay.example>",
                date=NOW,
                text=text,
            ),
            identity=f"{number:064x}",
            arrived=NOW + timedelta(seconds=number),
        )
        for number, text in enumerate(texts, 1)
    ]
    with closing(opened(folder)) as store:
        store.write(lambda ledger: ledger.accept(arrivals, None, NOW))


def counts(folder: Path) -> dict[str, int]:
    """Return the letters by state, without zeros."""
    with closing(opened(folder)) as store:
        found: Counts = store.read(lambda ledger: ledger.counts())
    return {state: number for state, number in found.letters.items() if number}


def test_a_letter_that_ends_the_process_is_set_aside(tmp_path: Path) -> None:
    """Every good letter is filed at the third start; the bad one is set aside after the sixth."""
    pour(tmp_path, "Wo ist mein Paket?", "Wo ist mein deadly Paket?", "Wo ist es?", "Und jetzt?")
    ends = [start(tmp_path).returncode for _ in range(3)]
    others = counts(tmp_path)
    ends += [start(tmp_path).returncode for _ in range(DEATH_LIMIT - 3)]
    last = start(tmp_path)

    assert {"filed": 3, "accepted": 1} == others
    assert [-signal.SIGSEGV] * DEATH_LIMIT == ends
    assert 0 == last.returncode, last.stderr
    assert "letter.set-aside" in last.stderr
    assert {"filed": 3, "set-aside": 1} == counts(tmp_path)


def test_a_hang_ends_the_process(tmp_path: Path) -> None:
    """A hang that keeps the interpreter ends as a death does, and tells nothing of the letter."""
    pour(tmp_path, "Wo ist mein endless Paket?")
    ended = start(tmp_path, hang=1)
    with closing(opened(tmp_path)) as store:
        store.hold(_WORKER)
        (found,) = store.write(lambda ledger: ledger.blame(NOW))

    assert 1 == ended.returncode
    assert "in _watched" in ended.stderr
    assert "Paket" not in ended.stderr
    assert not found.aside


if __name__ == "__main__":
    configure(Log())
    with closing(opened(Path(sys.argv[1]))) as kept:
        kept.hold(_WORKER)
        asyncio.run(serve(kept, timedelta(seconds=int(sys.argv[2]))))
