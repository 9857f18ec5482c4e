"""kill -9 while letters flow: nothing is lost and nothing is sent twice (P1, P2, P4).

Letters land in a real Dovecot while the daemon is killed again and again, at named points and at
random times; a real Postfix takes the acknowledgements and files a Sent copy of each, as many
providers do. At the end what arrived is counted at the servers by In-Reply-To.
"""

import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from prove.breaking import broken_build
from prove.kills import AT_THE_SEAMS, Kill, plan
from prove.record import write_proof
from prove.tally import Tally, count, provable
from store.protocol import StoreError
from tests.installation import CHECKOUT, Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.servers.postfix import Postfix

#: Builds with one promise taken out (prove/broken/): the proof must see each.
BROKEN: Final = ("cursor-before-letters", "settled-before-the-answer", "sending-tried-again")

_CONNECTIONS: Final = 4
_IN_DOUBT_SHARE: Final = 0.3
#: How long a point is waited for, in seconds; and for how many looks nothing may have been to do.
_PATIENCE: Final = 60.0
_RESTED: Final = 6
#: A random n-th may lie beyond what a run has to do.
_REACHED_SHARE: Final = 0.8


def crash(
    installation: Installation,
    dovecot: Dovecot,
    postfix: Postfix,
    kills: Sequence[Kill],
    letters: int,
    *,
    broken: bool = False,
) -> Tally:
    """Pour in letters, kill the daemon at each of ``kills``, let it finish, and count.

    A ``broken`` build may never come to rest; it is counted all the same.
    """
    (seller,) = installation.users
    mails = [_letter(seller, number) for number in range(letters)]
    shares = [mails[index :: len(kills)] for index in range(len(kills))]
    in_doubt = poured = 0
    for kill, share in zip(kills, shares, strict=True):
        with dovecot.session(seller) as client:
            for mail in share:
                client.append("INBOX", mail)
        words = (kill.event, str(kill.nth), str(kill.milliseconds))
        installation.start(module=("prove.die_at", *words))
        poured += len(share)
        _wait_for_death(installation, poured)
        in_doubt += _sending(installation) > 0
    installation.start()
    with suppress(TimeoutError) if broken else nullcontext():
        wait_until(lambda: _rests(installation, letters), "the letters were not settled")
        wait_until(lambda: not provable(installation, dovecot, postfix), "unknown stayed unknown")
    installation.stop()
    return count(
        installation, dovecot, postfix, letters=letters, kills=len(kills), in_doubt=in_doubt
    )


def _letter(seller: str, number: int) -> bytes:
    return build_letter(
        to=seller,
        buyer=f"crash{number:04}{seller.partition('@')[0].replace('-', '')}",
        order=f"302-{number:07}-1234567",
        message_id=f"<crash-{number}@relay.example>",
        date=datetime.now(UTC),
    )


def _wait_for_death(installation: Installation, poured: int) -> None:
    """Wait until the point was reached, or until there is nothing left to do on the way to it."""
    process = installation.process
    assert process is not None
    deadline, rested = time.monotonic() + _PATIENCE, 0
    while process.poll() is None and rested < _RESTED and time.monotonic() < deadline:
        time.sleep(0.25)
        rested = rested + 1 if _rests(installation, poured) else 0
    installation.kill()


def _rests(installation: Installation, poured: int) -> bool:
    """Tell whether every letter is filed and every acknowledgement settled."""
    if not (installation.state / "triaged.db").exists():
        return False
    try:
        counts = installation.counts()
    except StoreError:
        # It is being made.
        return False
    # Sent copies are recorded, not filed, so they count for no letter.
    under_way = sum(counts.acks[state] for state in ("due", "claimed", "sending"))
    return counts.letters["filed"] >= poured and not under_way


def _sending(installation: Installation) -> int:
    if not (installation.state / "triaged.db").exists():
        return 0
    return installation.counts().acks.get("sending", 0)


def main() -> int:
    """Run the full proof, then show that it turns red on three broken builds; 1 when it fails."""
    whole = _run("the code as it is", plan(named=30, chance=20, seed=2026), letters=300)
    faults = whole.faults(_CONNECTIONS)
    share = whole.in_doubt / whole.kills
    if whole.reached < _REACHED_SHARE * whole.kills:
        faults.append(f"only {whole.reached} of {whole.kills} points were reached")
    if share < _IN_DOUBT_SHARE:
        faults.append(f"only {share:.0%} of the kills fell between sending and settled")
    red = {}
    for name in BROKEN:
        with broken_build(name) as code:
            # Without Sent copies: one read at start withholds even what a broken build retries.
            found = _run(name, AT_THE_SEAMS, letters=60, code=code, keep_sent=False)
        red[name] = "; ".join(found.faults(_CONNECTIONS))
        if not red[name]:
            faults.append(f"the proof stays green on the broken build {name}")
    write_proof(
        "crash",
        "Killed with kill -9 at named points and at random while letters flow, triaged loses no "
        "letter and acknowledges none twice (P1, P2, P4).",
        {
            "letters": whole.letters,
            "kills at named points": 30,
            "kills at random moments": 20,
            "points that were reached": whole.reached,
            "kills between sending and settled": f"{whole.in_doubt} ({share:.0%})",
            "letters acknowledged twice": sum(n > 1 for n in whole.delivered.values()),
            **{f"acknowledgements {state}": number for state, number in whole.acks.items()},
            "became unknown, settled later or listed": whole.ever_unknown,
            "unknown in spite of a Sent copy": whole.unsettled,
            "difference of server and store": whole.missing,
            **{f"broken build: {name}": f"red: {said}" for name, said in red.items()},
            "faults": "; ".join(faults) or "none",
        },
    )
    print("\n".join(faults) or "crash: all promises kept; red on every broken build")
    return 1 if faults else 0


def _run(
    name: str, kills: Sequence[Kill], letters: int, code: Path = CHECKOUT, *, keep_sent: bool = True
) -> Tally:
    print(f"crash: {name}: {letters} letters, {len(kills)} kills", flush=True)
    with ExitStack() as stack:
        folders = [Path(stack.enter_context(TemporaryDirectory(prefix="t-"))) for _ in range(3)]
        dovecot = stack.enter_context(Dovecot(folders[0]))
        postfix = stack.enter_context(Postfix(folders[1], dovecot, keep_sent=keep_sent))
        installation = Installation(
            folder=folders[2],
            users=[dovecot.new_user()],
            imap_port=dovecot.port,
            smtp_port=postfix.port,
            ca_file=postfix.certificate,
            connections=_CONNECTIONS,
            code=code,
        )
        installation.write_config()
        return crash(installation, dovecot, postfix, kills, letters, broken=code != CHECKOUT)


if __name__ == "__main__":
    sys.exit(main())
