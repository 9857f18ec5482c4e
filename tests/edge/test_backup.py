"""A backup of a running installation, and what a restore never sends again, over real servers."""

import tarfile
from datetime import datetime
from pathlib import Path

import pytest

from cases.states import AckState
from daemon.backup.file import ArchiveError, read_archive
from store.settings import RESTORED_AT
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.servers.postfix import Postfix


@pytest.fixture
def installation(live_keeping_sent: Installation) -> Installation:
    """A live installation at a provider that files what is sent in Sent."""
    return live_keeping_sent


def write(dovecot: Dovecot, installation: Installation, number: int) -> str:
    """Let a new buyer write; return where the buyer's mail arrives."""
    buyer = dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")
    seller = installation.users[0]
    local = buyer.partition("@")[0]
    dovecot.append(
        seller, build_letter(to=seller, buyer=local, message_id=f"<{number}@relay.example>")
    )
    return buyer


def test_what_left_after_the_backup_is_not_sent_again(
    installation: Installation, dovecot: Dovecot, sent_keeping_postfix: Postfix
) -> None:
    """Two before it, three after it, one that came meanwhile: no second mail, and all are shown."""
    buyers = [write(dovecot, installation, number) for number in range(2)]
    installation.start()
    installation.wait_until_settled(2)
    backup = installation.folder / "b.tar.gz"
    made = installation.call("backup", str(backup))
    assert 0 == made.returncode, made.stderr
    buyers += [write(dovecot, installation, number) for number in range(2, 5)]
    installation.wait_until_settled(5)
    refused = installation.call("restore", str(backup))
    assert (75, True) == (refused.returncode, "stop it first" in refused.stderr)
    installation.stop()
    buyers.append(write(dovecot, installation, 5))

    done = installation.call("restore", str(backup))
    assert 0 == done.returncode, done.stderr
    assert {AckState.SENT: 2} == states(installation)
    installation.call("pause", "--off", "--all")
    installation.start()
    # The letters, and the copies of what was sent to five buyers.
    installation.wait_until_settled(11, "what was restored was not settled")
    wait_until(lambda: has_read_sent(installation), "nobody says that Sent was read")
    installation.stop()

    assert [1, 1, 1, 1, 1, 0] == [len(sent_keeping_postfix.delivered(buyer)) for buyer in buyers]
    assert {AckState.SENT: 5, AckState.WITHHELD: 1} == states(installation)
    shown = installation.call("ack", "reconcile").stdout
    assert "3 acknowledgements and 0 replies were found in Sent, 1 and 0 were not" in shown
    assert "Sent was not read since" not in shown


def has_read_sent(installation: Installation) -> bool:
    """Whether the service has told that it looked into Sent since the restore."""
    with installation.opened() as store:
        restored = datetime.fromisoformat(
            store.read(lambda ledger: ledger.setting(RESTORED_AT)) or ""
        )
        beats = store.read(lambda ledger: ledger.beats())
    return any(beat.sent_read_at and beat.sent_read_at > restored for beat in beats)


def states(installation: Installation) -> dict[AckState, int]:
    """Count acknowledgements by state."""
    found = [one.state for one in installation.acks()]
    return {state: found.count(state) for state in set(found)}


def test_a_backup_is_checked_before_anything_of_it_is_used(installation: Installation) -> None:
    """Cut short, altered or something else: one sentence, and what is there stays."""
    installation.call("mode", "live")
    whole = installation.folder / "b.tar.gz"
    assert 0 == installation.call("backup", str(whole)).returncode
    assert "is there already" in installation.call("backup", str(whole)).stderr
    assert 0 == installation.call("restore", "--check", str(whole)).returncode
    before = kept(installation)
    raw, broken = whole.read_bytes(), installation.folder / "broken.tar.gz"
    middle = len(raw) // 2
    for content, said in (
        (raw[:-200], "it was cut off when it was written or copied; copy it again"),
        (raw[:middle] + bytes(200) + raw[middle + 200 :], "; copy it again, or take another"),
        (b"no archive", "is no backup, or damaged from its beginning"),
        (b"", "is no backup, or damaged from its beginning"),
    ):
        broken.write_bytes(content)
        done = installation.call("restore", str(broken))
        assert (65, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
        assert said in done.stderr
    assert 74 == installation.call("restore", "--check", str(installation.folder)).returncode
    assert before == kept(installation)


def kept(installation: Installation) -> list[str]:
    """Return what is in the state folder, but for the locks of those who look into it."""
    return sorted(one.name for one in installation.state.iterdir() if one.suffix != ".lock")


def test_a_backup_holds_no_password(installation: Installation) -> None:
    """The configuration in it is for people to look at; the store has none."""
    installation.call("mode", "live")
    whole = installation.folder / "b.tar.gz"
    installation.call("backup", str(whole))

    with tarfile.open(whole) as archive:
        held = archive.extractfile("config.toml")
        assert held is not None
        text = held.read().decode()
    assert 'password = "********"' in text
    assert 0o600 == whole.stat().st_mode & 0o777


def test_tokens_stay_where_they_are(installation: Installation) -> None:
    """No backup holds them, and a restore neither ends a login nor leaves a copy about."""
    token = installation.state / "tokens" / "box0.json"
    installation.seal()
    with installation.opened():
        pass
    token.parent.mkdir(mode=0o700)
    token.write_text("kept")
    backup = installation.folder / "b.tar.gz"
    made = installation.call("backup", str(backup))
    assert 0 == made.returncode, made.stderr
    with tarfile.open(backup) as archive:
        assert not [name for name in archive.getnames() if "tokens" in name]

    done = installation.call("restore", str(backup))

    assert 0 == done.returncode, done.stderr
    assert "kept" == token.read_text()
    assert [token] == [*installation.state.rglob("box0.json")]


def test_an_archive_cannot_write_elsewhere(tmp_path: Path) -> None:
    """A member with a path out of the folder, or a link, is refused."""
    for name, link in (("../evil", ""), ("/evil", ""), ("models/link", "/etc/passwd")):
        path = tmp_path / "evil.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            member = tarfile.TarInfo(name)
            if link:
                member.type, member.linkname = tarfile.SYMTYPE, link
            archive.addfile(member)

        with pytest.raises(ArchiveError, match="holds what no backup"):
            read_archive(path, lambda name: tmp_path / "out" / name)


def test_a_database_that_was_put_back_begins_again(installation: Installation) -> None:
    """By whatever means it was put back: what is to leave is withheld, and all is paused."""
    installation.call("mode", "live")

    done = installation.call("restore", "--database-of", "2026-11-22T02:00:00Z")

    assert (0, True) == (done.returncode, "everything is paused" in done.stdout)
    held = installation.call("pause", "--list").stdout
    assert "put back from a backup of 2026-11-22 02:00" in " ".join(held.split())


def test_a_folder_keeps_the_newest(installation: Installation) -> None:
    """Older backups of ours are removed, and no other file."""
    installation.call("mode", "live")
    folder = installation.folder / "kept"
    folder.mkdir()
    old = ["triaged-20200101T000000Z.tar.gz", "triaged-20200102T000000Z.tar.gz"]
    for name in (*old, "triaged-2020-before-the-move.tar.gz"):
        (folder / name).touch()

    done = installation.call("backup", "--folder", str(folder), "--keep", "2")

    assert 0 == done.returncode, done.stderr
    assert 3 == len(list(folder.iterdir()))
    assert not (folder / old[0]).exists()
