"""2,000 letters through random faults with kill -9 in between: none twice, every one accounted for.

A server that fails at random at every stage keeps what it took, and is the truth about it. The
worker is killed at named points and at random moments and goes on where it was. At the end every
acknowledgement is sent, unknown, refused or withheld, and the server has each at most once (P4).
"""

import asyncio
import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Self

from cases.states import AckState
from daemon.knowledge import load_knowledge
from prove.breaking import broken_build
from prove.kills import Kill
from prove.record import write_proof
from prove.sending_worker import CONNECTIONS, MAILBOXES
from store.open import open_store
from tests.installation import CHECKOUT
from tests.sending_builder import build_config, receive
from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp, Stage

LETTERS: Final = 2000
#: Builds on which it must turn red (prove/broken/).
BROKEN: Final = ("sending-tried-again", "settled-before-the-answer")
_KILLS: Final = 60
_SEED: Final = 2026
#: How often a fault happens where one can.
_ODDS: Final = 0.02
#: What a life of a worker may take, in seconds.
_PATIENCE: Final = 900.0
#: Where a worker is killed, the seam before and after DATA most often.
_POINTS: Final = (
    *("acks.claimed", "ack.rendered", "ack.settled", "sender.resting"),
    *("ack.sending", "ack.answered") * 3,
)
#: After the server's answer and before it is written down: what broken builds must fear.
_AT_THE_SEAM: Final = tuple(Kill(event="ack.answered", nth=nth) for nth in (1, 2, 3) * 3)
#: What goes wrong, all equally often.
_FAULTS: Final = (
    *(Fault(stage=stage, act=act) for stage in (Stage.GREETING, Stage.EHLO, Stage.AUTH, Stage.MAIL)
      for act in (Act.CLOSE, Act.RESET, "421 4.3.2 Closing", "451 4.3.0 Later")),
    Fault(stage=Stage.AUTH, act="535 5.7.8 No"),
    Fault(stage=Stage.MAIL, act="550 5.7.1 Not you"),
    *(Fault(stage=Stage.RCPT, act=act) for act in (
        Act.CLOSE, "450 4.2.0 Greylisted", "550 5.1.1 Nobody", "550 5.4.5 Daily limit exceeded")),
    *(Fault(stage=Stage.DATA, act=act) for act in (Act.CLOSE, "451 4.3.0 Later", "554 5.6.0 Bad")),
    *(Fault(stage=Stage.BODY, act=act) for act in (Act.CLOSE, Act.RESET)),
    *(Fault(stage=Stage.DOT, act=act, takes=takes) for act in (Act.CLOSE, Act.RESET, Act.HANG)
      for takes in (True, False)),
    *(Fault(stage=Stage.DOT, act=act) for act in (
        "451 4.3.0 Later", "452 4.3.1 Full", "550 MI:STC 163", "451 MI:SFQ 163",
        "554 5.7.1 Rejected", "554 5.6.0 Bad", "421 4.4.2 rate exceeded")),
    Fault(stage=Stage.DOT, act="garbage", takes=True),
    *(Fault(stage=Stage.AFTER, act=act) for act in (Act.CLOSE, Act.RESET)),
)  # fmt: skip


@dataclass(kw_only=True)
class Sink:
    """The scripted server in a thread of its own, which no kill of the worker touches."""

    faults: Sequence[Fault]
    dice: random.Random
    server: ScriptedSmtp = field(init=False)
    _loop: asyncio.AbstractEventLoop = field(init=False)
    _thread: threading.Thread = field(init=False)

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.server = ScriptedSmtp(self.faults, happens=lambda: self.dice.random() < _ODDS)
        asyncio.run_coroutine_threadsafe(self.server.start(), self._loop).result()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self.server.stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found at the end."""

    letters: int
    kills: int
    #: Kills whose point was reached, and those that found one in ``sending``.
    reached: int
    in_doubt: int
    acks: dict[str, int]
    #: In-Reply-To of everything the server took.
    taken: Counter[str]
    #: Settled as sent although the server never took it.
    lost: int
    #: Lives that did not end by themselves or by a kill.
    stuck: int

    def faults(self) -> list[str]:
        """Return every broken promise, in words."""
        twice = sum(times > 1 for times in self.taken.values())
        settled = sum(self.acks[state] for state in _SETTLED)
        checks = (
            (not twice, f"{twice} letters were acknowledged twice"),
            (settled == self.letters, f"{settled} of {self.letters} are settled"),
            (not self.lost, f"{self.lost} are settled as sent and never arrived"),
            (not self.stuck, f"{self.stuck} lives did not come to an end"),
        )
        return [sentence for kept, sentence in checks if not kept]


_SETTLED: Final = (AckState.SENT, AckState.UNKNOWN, AckState.REFUSED, AckState.WITHHELD)


def send_all(
    folder: Path, letters: int, kills: Sequence[Kill], code: Path = CHECKOUT, seed: int = _SEED
) -> Found:
    """File letters, let workers live and die, and count."""
    dice = random.Random(seed)  # noqa: S311 - it chooses faults, nothing secret
    faults = dice.choices(_FAULTS, k=letters)
    start = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    url = f"sqlite:///{folder / 'triaged.db'}"
    knowledge = load_knowledge(build_config(), proved=True)
    with closing(open_store(url, folder / "letters")) as store:
        store.write(lambda ledger: ledger.set("mode", "live", "proof", start))
        for name in MAILBOXES:
            receive(store, knowledge, name, letters // len(MAILBOXES), now=start)
    (folder / "clock").write_text(start.isoformat(), "ascii")
    stuck = reached = in_doubt = 0
    with Sink(faults=faults, dice=dice) as sink:
        for kill in (*kills, None):
            ended = _live(folder, sink.server.port, kill, code)
            stuck += ended is None
            reached += ended == -9
            with closing(open_store(url, folder / "letters")) as store:
                counts = store.read(lambda ledger: ledger.counts())
            in_doubt += counts.acks[AckState.SENDING] > 0
        taken = sink.server.accepted_by_in_reply_to()
    with closing(open_store(url, folder / "letters")) as store:
        views = store.read(lambda ledger: ledger.acks(letters))
    read = BytesHeaderParser().parsebytes
    arrived = {str(read(mail)["Message-ID"]).strip() for mail in sink.server.accepted}
    return Found(
        letters=letters,
        kills=len(kills),
        reached=reached,
        in_doubt=in_doubt,
        acks=counts.acks,
        taken=taken,
        lost=sum(one.state is AckState.SENT and one.message_id not in arrived for one in views),
        stuck=stuck,
    )


def plan(count: int, seed: int = _SEED) -> tuple[Kill, ...]:
    """Return kills at named points and shortly after them."""
    dice = random.Random(seed)  # noqa: S311 - it chooses where to kill, nothing secret
    return tuple(
        Kill(
            event=dice.choice(_POINTS),
            nth=dice.randint(1, 30),
            milliseconds=dice.choice((0, dice.randint(1, 40))),
        )
        for _ in range(count)
    )


def _live(folder: Path, port: int, kill: Kill | None, code: Path) -> int | None:
    """Run a worker to its end; None where it had to be ended."""
    point = [kill.event, str(kill.nth), str(kill.milliseconds)] if kill else []
    with (folder / "worker.log").open("ab") as log:
        words = [sys.executable, "-m", "prove.sending_worker", str(folder), str(port), *point]
        process = subprocess.Popen(words, cwd=code, stdout=log, stderr=log)
        try:
            return process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None


def main() -> int:
    """Run the full proof, then show that it turns red on broken builds; 1 when it fails."""
    whole = _run("the code as it is", LETTERS, plan(_KILLS))
    faults = whole.faults()
    red = {}
    for name in BROKEN:
        with broken_build(name) as code:
            red[name] = "; ".join(_run(name, 200, _AT_THE_SEAM, code).faults())
        if not red[name]:
            faults.append(f"the proof stays green on the broken build {name}")
    write_proof(
        "sending",
        "Through a server that fails at random at every stage, and kill -9 in between, no letter "
        "is acknowledged twice and every one is accounted for (P4).",
        {
            "letters": whole.letters,
            "kinds of faults": len(_FAULTS),
            "mailboxes and connections each": f"{len(MAILBOXES)}, {CONNECTIONS}",
            "kills": whole.kills,
            "points that were reached": whole.reached,
            "kills between sending and settled": whole.in_doubt,
            "messages the server took": sum(whole.taken.values()),
            "letters acknowledged twice": sum(n > 1 for n in whole.taken.values()),
            **{f"acknowledgements {state}": whole.acks[state] for state in _SETTLED},
            "accepted + unknown + refused + withheld": sum(whole.acks[one] for one in _SETTLED),
            **{f"broken build: {name}": f"red: {said}" for name, said in red.items()},
            "faults": "; ".join(faults) or "none",
        },
    )
    print("\n".join(faults) or "sending: all promises kept; red on every broken build")
    return 1 if faults else 0


def _run(name: str, letters: int, kills: Sequence[Kill], code: Path = CHECKOUT) -> Found:
    print(f"sending: {name}: {letters} letters, {len(kills)} kills", flush=True)
    with TemporaryDirectory(prefix="t-") as folder:
        return send_all(Path(folder), letters, kills, code)


if __name__ == "__main__":
    sys.exit(main())
