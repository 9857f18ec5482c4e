"""A store is encrypted by a command, and whoever lacks the key is told so in one sentence."""

import json
import sqlite3
import subprocess
import sys
import tarfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from classifier.corrections import read_corrections, write_plain
from daemon.config.file import load_stored
from daemon.learning.sealing import find_seal
from store.cipher import Keys, make_key, parse_key
from store.labour import Labour, find_labour
from store.open import open_store
from tests.calling import call
from tests.installation import Installation
from tests.letters_builder import build_letter
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
    """What an upgrade left; whoever encrypts is told where it lies."""
    left = installation.state / "triaged.db.before-0001"
    left.touch()
    name(installation, store_key=new_key(installation))
    done = installation.call("store", "encrypt")

    assert f"{left}: a copy of before" in done.stdout


def teach(installation: Installation, number: int = 0) -> None:
    """Teach a letter with the secret in it."""
    raw = build_letter(to="a@b.example", buyer="abc", message_id=f"<{number}@relay.example>")
    path = installation.folder / f"{number}.eml"
    path.write_bytes(raw.rstrip() + f"\r\n{SECRET}\r\n".encode())
    done = installation.call("learn", "late-delivery", str(path))
    assert done.stdout.startswith("learned: 1 of 1"), done.stderr


def taught(installation: Installation, **keys: Path) -> list[str]:
    """Return the words that were taught, read by these keys alone."""
    name(installation, **keys)
    config = load_stored(installation.config)
    path = installation.state / "corrections.jsonl"
    return [one.text.split()[-1] for one in read_corrections(path, find_seal(config))]


def test_what_was_taught_is_encrypted_with_the_store(installation: Installation) -> None:
    """By the command and whenever something is taught, under each key, and plain again at last."""
    first, second = new_key(installation), new_key(installation, "second.key")
    teach(installation)
    name(installation, store_key=first)
    teach(installation, 1)
    plain = not is_silent(installation.state)
    encrypted = installation.call("store", "encrypt")
    teach(installation, 2)
    silent = is_silent(installation.state)
    judged = installation.call("evaluate", "--json")
    before = taught(installation, store_key=first)
    name(installation, store_key=second, store_key_before=first)
    changed = installation.call("store", "encrypt")
    after = taught(installation, store_key=second)
    decrypted = installation.call("store", "decrypt")
    name(installation)

    assert [0, 0, 0, 0] == [one.returncode for one in (encrypted, judged, changed, decrypted)], (
        f"{encrypted.stderr}{judged.stderr}{changed.stderr}{decrypted.stderr}"
    )
    assert (True, True) == (plain, silent)
    assert 3 == json.loads(judged.stdout)["letters"]
    assert [SECRET] * 3 == before == after == taught(installation)


def test_the_doctor_finds_what_was_taught_in_plain(installation: Installation) -> None:
    """Of a triaged of before; what it names brings it under the key."""
    teach(installation)
    path = installation.state / "corrections.jsonl"
    plain = path.read_bytes()
    name(installation, store_key=new_key(installation))
    installation.call("store", "encrypt")
    whole = installation.call("doctor").stdout
    path.write_bytes(plain)
    found = " ".join(installation.call("doctor").stdout.split())
    installation.call("store", "encrypt")

    assert "taught" not in whole
    assert f"{path}: letters that were taught and are not kept as the store is: 1" in found
    assert is_silent(installation.state)


def test_what_was_taught_takes_its_key(installation: Installation) -> None:
    """Without it a sentence names it, and the file stays as it is."""
    teach(installation)
    key = new_key(installation)
    name(installation, store_key=key)
    installation.call("store", "encrypt")
    path = installation.state / "corrections.jsonl"
    kept_before = path.read_bytes()
    name(installation, store_key=new_key(installation, "second.key"))
    for words in (["evaluate"], ["train"], ["learn", "thanks", str(installation.folder / "0.eml")]):
        said = installation.call(*words)

        assert 78 == said.returncode, said.stderr
        assert f"encrypted with key {id_of(key)}" in said.stderr
    assert kept_before == path.read_bytes()


def test_a_damaged_line_of_what_was_taught_is_named(installation: Installation) -> None:
    """It stays for evidence, keeps nothing else from its key, and is no correction."""
    teach(installation)
    teach(installation, 1)
    first, second = new_key(installation), new_key(installation, "second.key")
    name(installation, store_key=first)
    installation.call("store", "encrypt")
    path = installation.state / "corrections.jsonl"
    one, other = path.read_text(encoding="utf-8").splitlines()
    damaged = f"{one[:-6]}AAAAA="
    path.write_text(f"{damaged}\n{other}\n", encoding="utf-8")
    name(installation, store_key=second, store_key_before=first)
    done = installation.call("store", "encrypt")
    refused = installation.call("evaluate")

    assert f"{path}:1 was altered or damaged, no key reads it" in done.stdout
    brought = path.read_text(encoding="utf-8").splitlines()
    assert (damaged, True) == (brought[0], id_of(second) in brought[1])
    assert (65, True) == (refused.returncode, f"{path}:1: is no correction" in refused.stderr)


def test_a_forgotten_buyer_is_not_taught_either(installation: Installation) -> None:
    """Also where what was taught is encrypted."""
    teach(installation)
    key = new_key(installation)
    name(installation, store_key=key)
    installation.call("store", "encrypt")
    installation.call("erase", "--buyer", "abc@marketplace.amazon.de", "--yes")

    assert [] == taught(installation, store_key=key)


def test_a_training_is_told_without_a_key(installation: Installation) -> None:
    """The process that trains reads plain lines from its input, and no file holds them."""
    teach(installation)
    name(installation, store_key=new_key(installation))
    installation.call("store", "encrypt")
    path = installation.state / "corrections.jsonl"
    told = write_plain(read_corrections(path, find_seal(load_stored(installation.config))))
    read = subprocess.run(
        [sys.executable, "-c", _READ], input=told, capture_output=True, check=True
    )

    assert f"1 {SECRET}".encode() == read.stdout.strip()
    assert is_silent(installation.state)


#: Reads corrections as the training does.
_READ = """
from pathlib import Path
from classifier.corrections import read_corrections
found = read_corrections(Path("/dev/stdin"))
print(len(found), found[0].text.split()[-1])
"""


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
