"""A first configuration: from options, and from a person at a terminal, over real servers."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from daemon.config.reading import load_config
from tests.installation import CHECKOUT
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.loopback import free_port
from tests.servers.postfix import Postfix


def command(folder: Path, dovecot: Dovecot, postfix: Postfix, *words: str) -> list[str]:
    """Return the command with all that a test's servers need to be said."""
    return [
        *(sys.executable, "-m", "daemon", "init", "--output", str(folder / "my.toml")),
        *("--imap", f"127.0.0.1:{dovecot.port}/none"),
        *("--smtp", f"localhost:{postfix.port}/starttls"),
        *("--ca-file", str(postfix.certificate)),
        *words,
    ]


def scripted(folder: Path, address: str, password: str) -> list[str]:
    """Return the options that answer everything else."""
    (folder / "pw").write_text(password + "\n")
    return [
        *("--yes", "--address", address, "--password-file", str(folder / "pw")),
        *("--brand", "Lampenladen", "--marketplaces", "ebay, amazon.de"),
        *("--zone", "Europe/Berlin", "--country", "de"),
    ]


def run(words: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run it without a terminal."""
    return subprocess.run(words, cwd=CHECKOUT, check=False, capture_output=True, text=True)


def test_options_make_a_configuration(tmp_path: Path, dovecot: Dovecot, postfix: Postfix) -> None:
    """It is valid, in shadow mode, and holds no password; a second time nothing is written over."""
    address = dovecot.new_user()
    words = command(tmp_path, dovecot, postfix, *scripted(tmp_path, address, PASSWORD))

    done = run(words)

    assert 0 == done.returncode, done.stderr
    config = load_config(tmp_path / "my.toml")
    (box,) = config.mailboxes.values()
    (shop,) = config.shops.values()
    assert ("shadow", address, PASSWORD) == (config.mode, box.address, box.smtp.read_password())
    assert ("de", "DE") == (shop.language, shop.country)
    assert ("ebay", "amazon.de") == shop.marketplaces
    assert () == config.channels.direct
    assert f'not acknowledged; direct = ["{address}"] under [channels] changes that' in done.stdout
    assert f'"{PASSWORD}"' not in (tmp_path / "my.toml").read_text()
    again = run(words)
    assert 74 == again.returncode
    assert "is there already" in again.stderr
    assert "a further mailbox is a further table [mailboxes.NAME]" in again.stderr


def test_a_refused_login_writes_nothing(tmp_path: Path, dovecot: Dovecot, postfix: Postfix) -> None:
    """The server that refuses and the remedy are named; 69."""
    words = scripted(tmp_path, dovecot.new_user(), "wrong")

    done = run(command(tmp_path, dovecot, postfix, *words))

    assert 69 == done.returncode
    assert "triaged: IMAP: 127.0.0.1 refused the login" in done.stderr
    assert "; SMTP: the server said 535 5.7.8 at login" in done.stderr
    assert 1 == done.stderr.count("check user and password")
    assert "host, port" not in done.stderr
    assert ["pw"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("option", "answer", "code", "said"),
    [
        ("--zone", "Mars/Olympus", 64, "--zone: write an IANA name"),
        ("--country", "Germany", 64, "--country: write two letters"),
        ("--marketplaces", "amazon.xx", 64, "--marketplaces: 'amazon.xx' is none we know"),
        ("--brand", "", 64, "--brand: is empty"),
        ("--direct", "perhaps", 64, "--direct: write yes or no"),
        ("--output", "pw/my.toml", 74, "pw is no folder"),
    ],
)
def test_answers_are_judged_before_anything_is_tried(
    tmp_path: Path, option: str, answer: str, code: int, said: str
) -> None:
    """Servers that are not there are not asked, nor is a person's password, which comes later."""
    words = [
        *(sys.executable, "-m", "daemon", "init", "--output", str(tmp_path / "my.toml")),
        *("--imap", f"127.0.0.1:{free_port()}/none", "--smtp", f"127.0.0.1:{free_port()}/none"),
        *scripted(tmp_path, "shop@example.com", PASSWORD),
        *(option, str(tmp_path / answer) if option == "--output" else answer),
    ]
    done = run(words)
    asked, shown = (
        converse([one for one in words if one != "--yes"], [])
        if option != "--output"
        else (done.returncode, done.stderr)
    )

    assert (code, code) == (done.returncode, asked), (done.stderr, shown)
    assert said in done.stderr
    assert said in shown
    assert ["pw"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root installs the service")
def test_a_certificate_that_the_service_cannot_read_is_refused(tmp_path: Path) -> None:
    """Before anything is asked; whoever installs it may read more than it may."""
    (tmp_path / "ca.pem").touch()
    start = [sys.executable, "-m", "daemon", "init", "--output", "/etc/triaged-of-a-test/my.toml"]
    done = run([*start, "--ca-file", str(tmp_path / "ca.pem")])

    assert 64 == done.returncode
    assert "cannot read it there; copy it to /etc/triaged" in done.stderr


def test_a_zone_that_nobody_knows_is_not_made_up(tmp_path: Path) -> None:
    """Where neither the machine nor a person says it, nothing is written."""
    words = ["--address", "shop@outlook.com", "--client", "client-1", "--brand", "Lampenladen"]
    output = str(tmp_path / "my.toml")
    start = [sys.executable, "-m", "daemon", "init", "--output", output]
    done = run([*start, "--yes", *words, "--marketplaces", "", "--zone", ""])

    assert (64, False) == (done.returncode, (tmp_path / "my.toml").exists())
    assert "--zone: is not known from this machine" in done.stderr


def test_a_person_is_asked_until_the_answers_will_do(
    tmp_path: Path, dovecot: Dovecot, postfix: Postfix
) -> None:
    """A wrong address, password and zone are asked for again, and the password is never shown."""
    address = dovecot.new_user()
    answers = ["no address", address, "", "wrong", PASSWORD, "Lampenladen", "amazon.de"]
    answers += ["perhaps", "是", "Berlin", "Europe/Berlin", "DE"]

    code, shown = converse(command(tmp_path, dovecot, postfix), answers)

    assert 0 == code, shown
    for said in ("write an address", "refused the login", "write an IANA name", "triaged doctor"):
        assert said in shown
    assert PASSWORD not in shown
    config = load_config(tmp_path / "my.toml")
    assert ("de", (address,)) == (config.shops["main"].language, config.channels.direct)
    assert "shows which one to name as trusted_servers" in shown


def converse(words: list[str], answers: list[str]) -> tuple[int, str]:
    """Answer each question of a command at a terminal; return its exit code and what it showed."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(CHECKOUT)
        os.execv(words[0], words)  # noqa: S606 - the child of a terminal
    shown = b""
    waiting = [answer.encode() + b"\n" for answer in answers]
    while True:
        try:
            said = os.read(terminal, 4096)
        except OSError:
            break
        shown += said
        if said.endswith(b": "):
            # Whoever has no answer left types Ctrl-D.
            os.write(terminal, waiting.pop(0) if waiting else b"\x04")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def test_a_login_by_token_is_described(tmp_path: Path) -> None:
    """Nothing is tried before somebody has consented, and the command for that is named."""
    (tmp_path / "pw").write_text("secret-of-the-client\n")
    words = [
        *(sys.executable, "-m", "daemon", "init", "--output", str(tmp_path / "my.toml"), "--yes"),
        *("--address", "shop@outlook.com", "--client", "client-1", "--tenant", "example.com"),
        *("--flow", "client-credentials", "--password-file", str(tmp_path / "pw")),
        *("--brand", "Lampenladen", "--marketplaces", "", "--country", ""),
        *("--zone", "Europe/Berlin"),
    ]

    done = run(words)

    assert 0 == done.returncode, done.stderr
    assert "triaged login main --config" in done.stdout
    box = load_config(tmp_path / "my.toml").mailboxes["main"]
    assert (None, None) == (box.imap.password, box.smtp.password)
    assert box.oauth is not None
    assert box.oauth.client_secret is not None
    assert ("microsoft", "client-1", "example.com", "secret-of-the-client") == (
        box.oauth.provider,
        box.oauth.client_id,
        box.oauth.tenant,
        box.oauth.client_secret.read(),
    )


def test_a_public_client_has_no_secret(tmp_path: Path) -> None:
    """A flow that asks a person wants none, and none is written."""
    words = [
        *(sys.executable, "-m", "daemon", "init", "--output", str(tmp_path / "my.toml"), "--yes"),
        *("--address", "shop@outlook.com", "--client", "client-1"),
        *("--brand", "Lampenladen", "--marketplaces", "", "--country", ""),
        *("--zone", "Europe/Berlin"),
    ]

    done = run(words)

    assert 0 == done.returncode, done.stderr
    assert ["my.toml"] == [path.name for path in tmp_path.iterdir()]
    oauth = load_config(tmp_path / "my.toml").mailboxes["main"].oauth
    assert oauth is not None
    assert ("device", "common", None) == (oauth.flow, oauth.tenant, oauth.client_secret)


@pytest.mark.parametrize(
    ("server", "said"),
    [
        ("localhost:99999/tls", "--imap: a port lies between 1 and 65535"),
        ("localhost:655350", "--imap: a port lies between 1 and 65535"),
        ("localhost:0", "--imap: a port lies between 1 and 65535"),
        ("imap.example.com/none", "--imap: without TLS only a loopback address is asked"),
    ],
)
def test_a_server_that_cannot_be_is_refused_before_anything_is_tried(
    tmp_path: Path, server: str, said: str
) -> None:
    """As a wrong option, in a sentence."""
    words = scripted(tmp_path, "shop@example.com", PASSWORD)

    done = run(
        [
            *(sys.executable, "-m", "daemon", "init", "--output", str(tmp_path / "my.toml")),
            *("--imap", server, *words),
        ]
    )

    assert (64, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(f"triaged: {said}")
