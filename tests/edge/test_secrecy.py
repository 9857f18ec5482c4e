"""What is planted is looked for wherever anybody but the buyer's agent may look (P11)."""

import asyncio
import tarfile
import urllib.request
from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.loopback import free_port, wait_until
from tests.servers.scripted_smtp import Fault, ScriptedSmtp, Stage

_WRONG: Final = "osprey-2846"
_TOKEN: Final = "petrel-5120"
#: What buyers write, are called and write from.
_WORDS: Final = ("zwiebelturm", "quastenflosser", "wunderlich", "q7planted", "sittich.jpg")


@pytest.fixture
async def server() -> AsyncIterator[ScriptedSmtp]:
    """A server whose refusals repeat whom and what they refuse, as real ones do."""
    told = "<q7planted1@marketplace.amazon.de>: Wunderlich unknown, Quastenflosser refused"
    faults = [
        Fault(stage=Stage.RCPT, act=f"550 5.1.1 {told}"),
        Fault(stage=Stage.DOT, act=f"554 5.7.1 {told}"),
        Fault(stage=Stage.RCPT, act=f"451 4.7.1 {told}"),
    ]
    async with ScriptedSmtp(faults) as made:
        yield made


@pytest.fixture
def installation(tmp_path: Path, dovecot: Dovecot, server: ScriptedSmtp) -> Iterator[Installation]:
    """A live installation with figures and a second mailbox whose password is wrong."""
    made = Installation(
        folder=tmp_path,
        users=[dovecot.new_user(), dovecot.new_user()],
        imap_port=dovecot.port,
        smtp_port=server.port,
    )
    made.write_config()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.stop()


def _letters(seller: str) -> list[bytes]:
    """Return what buyers and their programs write, each with what is planted."""
    letters = [
        build_letter(
            to=seller,
            buyer=f"q7planted{number}",
            order=f"302-1234567-123456{number}",
            subject="Zwiebelturm",
            text="Wo bleibt mein Quastenflosser? Das Paket ist nicht angekommen. Wunderlich",
            message_id=f"<{number}@q7planted.example>",
        )
        for number in range(1, 5)
    ]
    robot = build_letter(
        to=seller, buyer="q7planted8", subject="Zwiebelturm", Auto_Submitted="auto-replied"
    )
    torn = b"From: Wunderlich <q7planted9\r\nSubject: =?utf-9?q?Zwiebelturm\r\nContent-Type: multip"
    photo = EmailMessage()
    photo["From"] = "Wunderlich <q7planted7@marketplace.amazon.de>"
    photo["To"] = seller
    photo["Subject"] = "Zwiebelturm"
    photo.set_content("Quastenflosser kaputt, siehe Foto")
    photo.add_attachment(b"\xff\xd8no", "image", "jpeg", filename="Sittich.jpg")
    return [*letters, robot, torn, photo.as_bytes()]


def _has_told(installation: Installation, words: str) -> bool:
    return words in installation.log.read_text()


def _ask(port: int, path: str) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
            return str(answer.read().decode())
    except OSError as error:
        return str(error)


def _kept(backup: Path) -> bytes:
    """Return every byte of a backup but the store's and the letters', which are its purpose."""
    with tarfile.open(backup) as archive:
        files = [member for member in archive if member.isfile() and "letters" not in member.name]
        read = [archive.extractfile(member) for member in files if ".db" not in member.name]
        return b"".join(file.read() for file in read if file is not None)


async def test_nothing_planted_is_told(
    installation: Installation, dovecot: Dovecot, tmp_path: Path
) -> None:
    """Not in logs of every level, figures, health, processes, commands or a backup's own files."""
    seller, port = installation.users[0], free_port()
    wrong, token = tmp_path / "wrong", tmp_path / "token"
    for path, secret in ((wrong, _WRONG), (token, _TOKEN)):
        path.touch(mode=0o600)
        path.write_text(secret, encoding="utf-8")
    written = installation.config.read_text(encoding="utf-8")
    head, box, other = written.rpartition("[mailboxes.box1]")
    other = other.replace(f'"{PASSWORD}"', f'{{command = ["cat", "{wrong}"]}}', 1)
    other = other.replace(f'"{PASSWORD}"', f'{{file = "{token}"}}')
    watching = f"\n[watching]\nenabled = true\nport = {port}\n"
    installation.config.write_text(head + box + other + watching, encoding="utf-8")
    letters = _letters(seller)
    for letter in letters:
        dovecot.append(seller, letter)
    told: dict[str, str] = {}

    def watch() -> None:
        installation.start()
        # Nothing is proved before there was something to tell.
        for sign in ("mailbox.failed", "letter.filed", '"code": 550', '"code": 554'):
            wait_until(partial(_has_told, installation, sign), f"never told: {sign}")
        assert installation.process is not None
        process = Path(f"/proc/{installation.process.pid}")
        told["processes"] = (process / "cmdline").read_text() + (process / "comm").read_text()
        for path in ("/metrics", "/-/ready", "/-/healthy", "/nothing"):
            told[path] = _ask(port, path)
        for words in (["status"], ["status", "--json"], ["config", "show"], ["check-config"]):
            done = installation.run(*words)
            told[" ".join(words)] = done.stdout + done.stderr
        done = installation.run("backup", str(tmp_path / "all.backup"))
        told["backup"] = done.stdout + done.stderr
        installation.stop()

    await asyncio.to_thread(watch)
    told["log"] = installation.log.read_text()
    told["the backup's files"] = _kept(tmp_path / "all.backup").decode("latin-1")

    assert "triaged_ready" in told["/metrics"]
    assert "mailboxes" in told["the backup's files"]
    planted = (*_WORDS, _WRONG, _TOKEN)
    assert [] == [
        (where, word) for where, text in told.items() for word in planted if word in text.lower()
    ]
    # It stands in the configuration, which a backup carries without passwords.
    assert [] == [where for where, text in told.items() if PASSWORD in text]
