"""A service goes on while its store is encrypted, and a kill leaves nothing lost or plain."""

import signal
import subprocess
import sys
from pathlib import Path

from store.cipher import Key, Keys, make_key, parse_key
from store.encryption_protocol import EncryptionState
from store.open import open_store
from store.protocol import Ledger, Store
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.servers.postfix import Postfix
from tests.store.builders import NOW, arrival, filing, letter, verdict

#: Stands in each letter, and in no address.
SECRET = b"Quetzalcoatl"
#: Letters that are killed over, each large enough for a file.
_MANY = 120
_RAW = b"Subject: photo\r\n\r\n" + SECRET * 9000


def name_key(installation: Installation) -> Key:
    """Make a key and name it."""
    path = installation.folder / "store.key"
    path.write_text(make_key())
    installation.extra = f'store_key = {{file = "{path}"}}\n'
    installation.write_config()
    return parse_key(path.read_text())


def opened(installation: Installation, key: Key) -> Store:
    """Open the store with its key."""
    state = installation.state
    return open_store(f"sqlite:///{state}/triaged.db", state / "letters", keys=Keys(present=key))


def telling(folder: Path) -> list[str]:
    """Return the files that hold the secret."""
    return [
        path.name for path in folder.rglob("*") if path.is_file() and SECRET in path.read_bytes()
    ]


def test_a_service_goes_on(live: Installation, dovecot: Dovecot, postfix: Postfix) -> None:
    """Encrypted while letters come: each is answered once, found again, and says nothing."""
    buyers: list[str] = []

    def write() -> None:
        buyer = dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")
        number, seller = len(buyers), live.users[0]
        buyers.append(buyer)
        raw = build_letter(
            to=seller, buyer=buyer.partition("@")[0], message_id=f"<{number}@relay.example>"
        )
        dovecot.append(seller, raw.rstrip() + b"\r\n" + SECRET + b"\r\n")

    for _ in range(3):
        write()
    live.start()
    live.wait_until_settled(3)
    assert 0 == live.stop()
    key = name_key(live)
    live.start()
    write()
    done = live.call("store", "encrypt")
    write()
    wait_until(
        lambda: live.call("queue", "--count").stdout.split() == ["5", "5"],
        f"five letters were not acknowledged, see {live.log}",
    )
    assert 0 == live.stop()

    assert 0 == done.returncode, done.stderr
    assert [1] * 5 == [len(postfix.delivered(one)) for one in buyers]
    assert [] == telling(live.state)
    store = opened(live, key)
    assert EncryptionState(key=key.id) == store.read(lambda ledger: ledger.encryption.state())
    cases = [row.case for row in store.read(lambda ledger: ledger.queue(NOW, 9))]
    shown = [store.read(lambda ledger, at=case: ledger.case(at, NOW)) for case in cases]  # type: ignore[misc]
    store.close()
    assert all(one and SECRET.decode() in one.letters[0].verdict.letter.text for one in shown)


#: Encrypts, and ends by a signal that nobody hears so many seconds after it began.
_KILLED = """
import os, signal, sys, threading
from pathlib import Path
from daemon import clock
from daemon.config.file import load_stored
from daemon.commands.stores import lend_store
from daemon.encrypting import bring_under
with lend_store(load_stored(Path(sys.argv[1]))) as store:
    timer = threading.Timer(float(sys.argv[3]), os.kill, [os.getpid(), signal.SIGKILL])
    timer.daemon = True
    timer.start()
    bring_under(store, sys.argv[2], "test", clock.now(), lambda total, done: None)
    timer.cancel()
"""


def test_no_kill_loses_a_letter_or_leaves_a_plain_one(idle: Installation) -> None:
    """Killed again and again while it encrypts, then let run: all is there, and nothing plain."""
    idle.call("mode", "shadow")
    raws = [_RAW + str(one).encode() for one in range(_MANY)]

    def take_in(ledger: Ledger) -> None:
        ledger.accept([arrival(raw=raw) for raw in raws], None, NOW)
        said = verdict(letter(text=SECRET.decode()))
        ledger.file([filing(one, said) for one in range(1, _MANY + 1)], NOW)

    with idle.opened() as plain:
        plain.write(take_in)
    key = name_key(idle)
    ends = [
        subprocess.run(
            [sys.executable, "-c", _KILLED, idle.config, key.id, str(delay)],
            cwd=idle.code,
            check=False,
        ).returncode
        for delay in (0.02, 0.05, 0.1, 0.15, 0.2)
    ]
    done = idle.run("store", "encrypt")

    assert 0 == done.returncode, done.stderr
    assert -signal.SIGKILL in ends
    assert [] == telling(idle.state)
    store = opened(idle, key)
    kept = store.read(lambda ledger: [ledger.original(one) for one in range(1, _MANY + 1)])
    store.close()
    assert raws == kept
