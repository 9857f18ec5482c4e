"""A store is encrypted by a command, and whoever lacks the key is told so in one sentence."""

import sqlite3
import sys
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from store.cipher import Keys, make_key, parse_key
from store.labour import Labour, find_labour
from store.open import open_store
from tests.calling import call
from tests.installation import Installation
from tests.servers.loopback import wait_until
from tests.store.builders import ALIAS, NOW, letter, receive, verdict

SECRET = "Quetzalcoatl"


@pytest.fixture
def installation(idle: Installation) -> Installation:
    """An installation with one case in plain, whose servers are not there."""
    idle.seal()
    idle.call("mode", "shadow")
    with idle.opened() as store:
        store.write(lambda ledger: ledger.set_default("key", "ab" * 32, "test", NOW))
        receive(store, verdict(letter(subject=SECRET, text=f"{SECRET} broke")))
    return idle


def name(installation: Installation, **keys: Path) -> None:
    """Name keys in the configuration, and no others."""
    installation.extra = "".join(f'{key} = {{file = "{path}"}}\n' for key, path in keys.items())
    installation.write_config()


def new_key(installation: Installation, called: str = "store.key") -> Path:
    """Make a key in a file."""
    path = installation.folder / called
    done = call("store", "new-key", path)
    assert (0, True) == (done.returncode, f'store_key = {{file = "{path}"}}' in done.stdout)
    return path


def id_of(path: Path) -> str:
    """Return a key's id."""
    return parse_key(path.read_text()).id


def is_silent(folder: Path) -> bool:
    """Whether no file of a folder holds the secret."""
    return not any(
        SECRET.encode() in path.read_bytes() for path in folder.rglob("*") if path.is_file()
    )


def kept(installation: Installation) -> list[str]:
    """Return what is in the state folder, but for the locks of those who look into it."""
    return sorted(one.name for one in installation.state.iterdir() if one.suffix != ".lock")


def looked_at(installation: Installation) -> str:
    """Return the doctor's line about encryption."""
    said = installation.call("doctor").stdout.splitlines()
    (line,) = [one for one in said if "encryption" in one.split()[:2]]
    return " ".join(line.split())


def test_a_key_is_its_owners_alone(installation: Installation) -> None:
    """A new one is written for its owner, and never over another."""
    path = new_key(installation)
    again = call("store", "new-key", path)

    assert 0o600 == path.stat().st_mode & 0o777
    assert (74, True) == (again.returncode, "is there already" in again.stderr)


def test_what_is_there_is_encrypted(installation: Installation) -> None:
    """Named, told by the doctor, encrypted, and read as before by whoever has the key."""
    assert "ok" == looked_at(installation).split()[0]
    before = installation.call("case", "1").stdout
    assert SECRET in before
    refused = installation.call("store", "encrypt")
    assert (78, True) == (refused.returncode, "no key is named" in refused.stderr)
    path = new_key(installation)
    name(installation, store_key=path)
    assert f"warn encryption key {id_of(path)} is named" in looked_at(installation)

    done = installation.call("store", "encrypt")

    assert (0, "") == (done.returncode, done.stderr)
    assert f"everything is under key {id_of(path)}" in done.stdout
    assert is_silent(installation.state)
    assert before == installation.call("case", "1").stdout
    assert "ok" == looked_at(installation).split()[0]
    again = installation.call("store", "encrypt")
    assert (0, True) == (again.returncode, again.stdout.startswith("0 rows rewritten"))


def test_without_its_key_nothing_opens(installation: Installation, tmp_path: Path) -> None:
    """Every command ends with 78 and names the key; a backup is made all the same."""
    path = new_key(installation)
    name(installation, store_key=path)
    installation.call("store", "encrypt")
    wrong = new_key(installation, "other.key")
    for named, said in (
        ({}, "none is named"),
        ({"store_key": wrong}, f"only {id_of(wrong)} is named"),
        ({"store_key": tmp_path / "gone.key"}, "cannot read the secret"),
    ):
        name(installation, **named)
        done = installation.call("queue")

        assert (78, True) == (done.returncode, said in done.stderr), done.stderr
        line = looked_at(installation)
        assert ("fail", True) == (line.split()[0], said in line)
        checked = installation.call("check-config")
        assert (78, True) == (checked.returncode, "store_key: " in checked.stderr)
        assert said in checked.stderr
    backup = installation.call("backup", str(tmp_path / "b.tar.gz"))
    assert 0 == backup.returncode, backup.stderr


def test_a_backup_takes_its_key(installation: Installation, tmp_path: Path) -> None:
    """Encrypted as the store is; without the key nothing is moved, with it everything is back."""
    path = new_key(installation)
    name(installation, store_key=path)
    installation.call("store", "encrypt")
    whole = tmp_path / "b.tar.gz"
    assert 0 == installation.call("backup", str(whole)).returncode
    with tarfile.open(whole) as archive:
        archive.extractall(tmp_path / "held", filter="data")
    assert is_silent(tmp_path / "held")
    there = kept(installation)
    name(installation)
    refused = installation.call("restore", str(whole))

    assert (78, True) == (refused.returncode, f"encrypted with key {id_of(path)}" in refused.stderr)
    assert 1 == len(refused.stderr.splitlines())
    assert there == kept(installation)
    name(installation, store_key=path)
    assert 0 == installation.call("restore", str(whole)).returncode
    assert SECRET in installation.call("case", "1").stdout


def test_a_forgotten_buyer_stays_forgotten(installation: Installation, tmp_path: Path) -> None:
    """Also where a backup of before, which is plain, is put back over an encrypted store."""
    whole = tmp_path / "b.tar.gz"
    assert 0 == installation.call("backup", str(whole)).returncode
    path = new_key(installation)
    name(installation, store_key=path)
    installation.call("store", "encrypt")
    assert 0 == installation.call("erase", "--buyer", ALIAS, "--yes").returncode
    assert 0 == installation.call("restore", str(whole)).returncode

    assert SECRET not in installation.call("case", "1").stdout


def test_the_key_is_changed_and_taken_away(installation: Installation) -> None:
    """Under another key by the same command; decrypted, no key is needed."""
    old, new = new_key(installation), new_key(installation, "new.key")
    name(installation, store_key=old)
    installation.call("store", "encrypt")
    name(installation, store_key=new, store_key_before=old)
    assert f"under key {id_of(old)}" in looked_at(installation)
    assert 0 == installation.call("store", "encrypt").returncode
    assert "remove store_key_before" in installation.call("doctor").stdout
    name(installation, store_key=new)
    assert SECRET in installation.call("case", "1").stdout
    assert 0 == installation.call("store", "decrypt").returncode
    name(installation)

    assert SECRET in installation.call("case", "1").stdout


def test_a_new_store_is_encrypted_from_its_beginning(idle: Installation) -> None:
    """Where a key is named before the first letter, nothing is ever plain."""
    path = new_key(idle)
    name(idle, store_key=path)
    idle.call("mode", "shadow")
    keys = Keys(present=parse_key(path.read_text()))
    store = open_store(f"sqlite:///{idle.state / 'triaged.db'}", idle.state / "letters", keys=keys)
    receive(store, verdict(letter(text=SECRET)))
    store.close()

    assert is_silent(idle.state)
    assert SECRET in idle.call("case", "1").stdout


def test_a_key_that_is_none_is_named_with_its_line(idle: Installation) -> None:
    """``check-config`` says which key cannot be read, and which is none."""
    idle.seal()
    short = idle.folder / "short.key"
    short.write_text("geheim")
    name(idle, store_key=short, store_key_before=idle.folder / "gone.key")
    said = idle.call("check-config")

    assert 78 == said.returncode
    assert "store_key: is no key; a key is 32 random bytes" in said.stderr
    assert "store_key_before: cannot read the secret" in said.stderr
    assert "geheim" not in said.stderr


def test_what_encrypts_must_be_installed(
    idle: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library a key is refused before anything is written."""
    name(idle, store_key=new_key(idle))
    monkeypatch.setitem(sys.modules, "cryptography", None)
    done = idle.call("mode", "shadow")

    assert (69, True) == (done.returncode, "triaged[encryption]" in done.stderr)
    assert not (idle.state / "triaged.db").exists()


def test_a_key_in_a_file_that_others_read_is_refused(idle: Installation) -> None:
    """As it stands for passwords."""
    idle.seal()
    idle.extra = f'store_key = "{make_key()}"\n'
    idle.write_config()
    idle.config.chmod(0o644)
    said = idle.call("check-config")

    assert (78, True) == (said.returncode, "store_key: a plain password" in said.stderr)


def test_pages_of_before_go_when_it_is_done_again(installation: Installation) -> None:
    """While somebody reads they stay, which is told; done again nothing of them is left."""
    path = new_key(installation)
    name(installation, store_key=path)
    reader = sqlite3.connect(installation.state / "triaged.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM letters").fetchall()
    done = installation.call("store", "encrypt")
    warned = looked_at(installation)
    plain = not is_silent(installation.state)
    reader.close()
    again = installation.call("store", "encrypt")

    assert (75, True) == (done.returncode, "Then do this again" in done.stderr), done.stderr
    assert f"warn encryption everything stands under key {id_of(path)}, and pages of" in warned
    assert plain
    assert (0, "") == (again.returncode, again.stderr)
    assert is_silent(installation.state)
    assert "ok" == looked_at(installation).split()[0]


def test_what_stays_plain_is_named(installation: Installation) -> None:
    """What an upgrade left and what was taught; whoever encrypts is told where it lies."""
    left = installation.state / "triaged.db.before-0001"
    left.touch()
    taught = installation.state / "corrections.jsonl"
    taught.touch()
    name(installation, store_key=new_key(installation))
    done = installation.call("store", "encrypt")

    assert f"{left}: a copy of before" in done.stdout
    assert f"{taught}: letters that were taught stay readable" in done.stdout


def test_others_are_told_while_it_is_encrypted(installation: Installation) -> None:
    """From the first write of the command to its end."""
    name(installation, store_key=new_key(installation))
    database = installation.state / "triaged.db"
    with ThreadPoolExecutor(1) as thread, closing(sqlite3.connect(database)) as holding:
        holding.execute("BEGIN IMMEDIATE")
        done = thread.submit(installation.run, "store", "encrypt")
        wait_until(lambda: find_labour(database) is Labour.ENCRYPTION, "nobody is told")
        holding.rollback()
        assert 0 == done.result().returncode, done.result().stderr

    assert find_labour(database) is None


def test_a_newer_store_is_refused(installation: Installation) -> None:
    """With the code on which systemd does not try again, and the sentence that says what to do."""
    with sqlite3.connect(installation.state / "triaged.db") as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    done = installation.call("queue")

    assert (65, True) == (done.returncode, "install the newer triaged again" in done.stderr)
