"""A buyer is forgotten by a command, and stays forgotten when an older backup is put back."""

from datetime import timedelta
from pathlib import Path

import pytest

from daemon import clock
from daemon.backup.file import write_archive
from daemon.forgetting import COPY_KEPT, let_copies_go
from store.upgrade_copy import find_copies
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.store.builders import ALIAS, NOW, letter, receive, verdict
from tests.store.first_schema import BUYER, make_first


@pytest.fixture
def installation(idle: Installation) -> Installation:
    """An installation with one case, whose servers are not there."""
    idle.call("mode", "shadow")
    with idle.opened() as store:
        store.write(lambda ledger: ledger.set_default("key", "ab" * 32, "test", NOW))
        receive(store, verdict())
    return idle


def words(installation: Installation) -> list[str]:
    """Return what stands in the case of the buyer, and who that is."""
    with installation.opened() as store:
        view = store.read(lambda ledger: ledger.case(1, NOW))
    assert view is not None
    return [view.row.buyer[:7], *(one.verdict.letter.text for one in view.letters)]


def test_a_buyer_stays_forgotten(installation: Installation, tmp_path: Path) -> None:
    """Asked for twice before anything goes; an older backup does not bring it back."""
    backup = str(tmp_path / "b.tar.gz")
    assert 0 == installation.call("backup", backup).returncode
    asked = installation.call("erase", "--buyer", ALIAS)
    assert (1, True) == (asked.returncode, "nothing was erased" in asked.stderr)

    done = installation.call("erase", "--buyer", ALIAS.upper(), "--yes")

    assert (0, True) == (done.returncode, done.stdout.startswith("erased: 1 cases, 1 letters"))
    assert ["erased:", ""] == words(installation)
    assert 0 == installation.call("restore", backup).returncode
    assert ["erased:", ""] == words(installation)


def test_only_others_are_released(idle: Installation) -> None:
    """What is counted is what would leave; where all were erased that is said, and ends with 1."""
    other = "other@marketplace.amazon.de"
    idle.call("mode", "shadow")
    with idle.opened() as store:
        store.write(lambda ledger: ledger.set_default("key", "ab" * 32, "test", NOW))
        for buyer in (ALIAS, other):
            receive(store, verdict(letter(buyer=buyer, sender=buyer)), now=clock.now())
    idle.call("mode", "approve")
    idle.call("erase", "--buyer", ALIAS, "--yes")
    some = idle.call("ack", "release", "--reason", "shadow")
    idle.call("erase", "--buyer", other, "--yes")
    none = idle.call("ack", "release", "--reason", "shadow")

    told = "1 would be released, 1 not: their buyers were erased; do it with --yes\n"
    assert (0, told) == (some.returncode, some.stdout)
    assert (1, "") == (none.returncode, none.stdout)
    assert "is all of buyers who were erased" in none.stderr


def test_nobody_is_told(installation: Installation) -> None:
    """An address nobody wrote from ends with 1, one that is none with 64."""
    done = installation.call("erase", "--buyer", "nobody@example.org", "--yes")
    assert (1, "") == (done.returncode, done.stdout)
    assert "nothing is kept of this address, so nothing was erased" in done.stderr
    assert "nobody" not in done.stderr
    assert 64 == installation.call("erase", "--buyer", "nobody", "--yes").returncode


def test_who_was_only_taught_is_erased(idle: Installation, tmp_path: Path) -> None:
    """A correction is something that is kept of a buyer, also where the store knows none."""
    (tmp_path / "letter.eml").write_bytes(build_letter(buyer="taughtbuyer1"))
    idle.call("mode", "shadow")
    idle.call("learn", "thanks", str(tmp_path / "letter.eml"))
    erase = ("erase", "--buyer", "taughtbuyer1@marketplace.amazon.de", "--yes")
    done = [idle.call(*erase).returncode for _ in range(2)]

    assert [0, 1] == done
    assert "" == (idle.state / "corrections.jsonl").read_text()


@pytest.fixture
def older(idle: Installation) -> Installation:
    """An installation whose store is of the first schema."""
    idle.seal()
    idle.state.mkdir(exist_ok=True)
    make_first(f"sqlite:///{idle.state / 'triaged.db'}", idle.state / "letters")
    return idle


def holding(folder: Path) -> list[str]:
    """Return the files of a folder that name the buyer."""
    return [
        one.name
        for one in folder.rglob("*")
        if one.is_file() and BUYER.encode() in one.read_bytes()
    ]


def test_no_copy_of_an_upgrade_keeps_a_buyer(older: Installation) -> None:
    """Log and doctor name what the upgrade left, and with the buyer it goes."""
    asked = older.call("status")
    (copy,) = find_copies(older.state / "triaged.db")
    assert (copy.name, True) == (
        *set(holding(older.state)) & {copy.name},
        str(copy) in asked.stderr,
    )
    assert f"{copy} holds every letter" in older.call("doctor").stdout

    done = older.call("erase", "--buyer", BUYER, "--yes")

    assert (0, True) == (done.returncode, f"{copy}: removed" in done.stdout), done.stderr
    assert [] == holding(older.state)


def test_a_service_logs_what_an_upgrade_left(older: Installation) -> None:
    """Where it lies stands in the log, and that the upgrade is under way."""
    said = older.run("run", "--once").stderr
    (copy,) = find_copies(older.state / "triaged.db")

    assert "bringing the store up to date" in said
    assert str(copy) in next(line for line in said.splitlines() if "store.copied" in line)


def test_a_copy_goes_by_itself(older: Installation) -> None:
    """After seven days, after the retention where that is less, and not before."""
    older.call("status")
    database, now, day = older.state / "triaged.db", clock.now(), timedelta(days=1)
    (copy,) = find_copies(database)

    assert () == let_copies_go(database, 30 * day, now + COPY_KEPT - day)
    assert (copy,) == let_copies_go(database, 30 * day, now + COPY_KEPT + day)
    copy.touch()
    assert (copy,) == let_copies_go(database, day, now + 2 * day)
    assert () == let_copies_go(None, day, now)


def test_an_older_backup_leaves_no_copy(older: Installation, tmp_path: Path) -> None:
    """It is brought up to date, and whom the store forgot since does not come back beside it."""
    backup, database = tmp_path / "b.tar.gz", older.state / "triaged.db"
    write_archive(backup, [(database.name, database)], {}, clock.now(), "1")
    assert 0 == older.call("erase", "--buyer", BUYER, "--yes").returncode

    done = older.call("restore", str(backup))

    assert 0 == done.returncode, done.stderr
    assert () == find_copies(database)
    assert BUYER.encode() not in database.read_bytes()
