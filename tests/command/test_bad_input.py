"""Whatever is wrong, the command says one clear sentence, with the right exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installation import CHECKOUT, Installation
from tests.servers.loopback import free_port


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """An installation whose servers are not there."""
    made = Installation(
        folder=tmp_path, users=["seller@shop.example"], imap_port=free_port(), smtp_port=free_port()
    )
    made.write_config()
    return made


def triaged(*words: str, code: Path = CHECKOUT) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "daemon", *words],
        cwd=code,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_wrong_words_are_usage() -> None:
    """An unknown command, and one that is not built yet, end with 64 and name what exists."""
    for words in (["nonsense"], ["doctor"], [], ["explain"], ["queue", "--nonsense"]):
        done = triaged(*words)

        assert (64, "") == (done.returncode, done.stdout), words
        assert done.stderr.startswith("usage: triaged")


def test_bad_configuration_is_told_with_its_place(installation: Installation) -> None:
    """A fault in config.toml stops run and check-config alike: file, line, key, remedy, 78."""
    text = installation.config.read_text().replace('mode = "live"', 'mode = "alive"')
    installation.config.write_text(text)
    for words in (["check-config"], ["run"], ["queue"]):
        done = installation.run(*words)

        assert (78, "") == (done.returncode, done.stdout)
        assert f"{installation.config}:2:1: mode: expected 'shadow' or 'live'" in done.stderr
        assert "Traceback" not in done.stderr


def test_shop_that_cannot_work_is_told(installation: Installation) -> None:
    """A brand that marketplaces refuse and an unknown holiday calendar are told by line; 78."""
    text = installation.config.read_text().replace(
        'brand = "Lampenladen"', 'brand = "Lampen24.de"\ncountry = "XX"'
    )
    installation.config.write_text(text)
    done = installation.run("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "shops.main.brand: 'Lampen24.de' looks like a link" in done.stderr
    assert 'shops.main: no holidays known for country "XX"' in done.stderr


def test_good_configuration_is_ok(installation: Installation) -> None:
    """check-config says ok and ends with 0."""
    done = installation.run("check-config")

    assert (0, f"{installation.config}: ok\n") == (done.returncode, done.stdout)


def test_store_that_is_no_database_is_told(installation: Installation) -> None:
    """A file of something else in the store's place is named and left alone; 74."""
    database = installation.folder / "state" / "triaged.db"
    database.parent.mkdir()
    database.write_bytes(b"not a database, but somebody's file" * 100)
    before = database.read_bytes()
    done = installation.run("queue")

    assert (74, "") == (done.returncode, done.stdout)
    assert str(database) in done.stderr
    assert "Traceback" not in done.stderr
    assert before == database.read_bytes()


def test_state_folder_that_cannot_be_made_is_told(installation: Installation) -> None:
    """A state folder below a file is named; 74."""
    (installation.folder / "state").write_text("a file")
    done = installation.run("mode", "live")

    assert (74, "") == (done.returncode, done.stdout)
    assert str(installation.folder / "state") in done.stderr
    assert "Traceback" not in done.stderr


def test_postgresql_that_is_down_is_told(installation: Installation) -> None:
    """A database server that does not answer is named without the password; 74."""
    installation.store = f"postgresql+psycopg://triaged:geheim@127.0.0.1:{free_port()}/triaged"
    installation.write_config()
    done = installation.run("queue")

    assert (74, "") == (done.returncode, done.stdout)
    assert "127.0.0.1" in done.stderr
    assert "geheim" not in done.stderr
    assert "Traceback" not in done.stderr


def test_servers_down_once_are_unavailable(installation: Installation) -> None:
    """Run --once with its server down says which and ends with 69; nothing is lost."""
    done = installation.run("run", "--once")

    assert (69, "") == (done.returncode, done.stdout)
    assert f"127.0.0.1:{installation.imap_port}" in done.stderr
    assert "Traceback" not in done.stderr
    assert "0 0\n" == installation.run("queue", "--count").stdout


def test_second_daemon_is_refused(installation: Installation) -> None:
    """Two daemons of one name on one store: the second says so and ends with 75."""
    installation.start()
    try:
        installation.wait_until_settled(0)
        second = installation.run("run")
    finally:
        installation.stop()

    assert (75, "") == (second.returncode, second.stdout)
    assert "another triaged runs" in second.stderr


def test_secrets_that_are_not_there_are_told(installation: Installation) -> None:
    """check-config names every password it cannot read, by line and source; 78."""
    text = installation.config.read_text()
    first, rest = text.split('password = "', 1)
    _, rest = rest.split('"', 1)
    text = f'{first}password = {{file = "/nowhere/imap"}}{rest}'
    first, rest = text.split('password = "', 1)
    _, rest = rest.split('"', 1)
    installation.config.write_text(f'{first}password = {{env = "NOT_SET"}}{rest}')
    done = installation.run("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "mailboxes.box0.imap.password: cannot read the secret in /nowhere/imap" in done.stderr
    assert "mailboxes.box0.smtp.password: the environment has no NOT_SET" in done.stderr


def test_broken_template_stops_the_start(installation: Installation, tmp_path: Path) -> None:
    """A template with an unknown word is named by file, line and remedy; 78."""
    code = tmp_path / "code"
    shutil.copytree(
        CHECKOUT, code, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "docs")
    )
    template = code / "replies" / "templates" / "de" / "general.txt"
    template.write_text(
        template.read_text().replace("{% block about %}", "{% block about %}{{ oder_id }}")
    )
    installation.code = code
    done = installation.run("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "de/general.txt" in done.stderr
    assert "oder_id" in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_rulebook_stops_the_start(installation: Installation, tmp_path: Path) -> None:
    """A rule with an unknown tag is named by file and rule; 78."""
    code = tmp_path / "code"
    shutil.copytree(
        CHECKOUT, code, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "docs")
    )
    rulebook = code / "classifier" / "rulebook" / "de.toml"
    rulebook.write_text(rulebook.read_text().replace('tag = "damaged"', 'tag = "damagd"', 1))
    installation.code = code
    done = installation.run("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "de.toml" in done.stderr
    assert "damagd" in done.stderr
    assert "Traceback" not in done.stderr


def test_altered_model_is_refused(installation: Installation, tmp_path: Path) -> None:
    """A model whose bytes were changed is not loaded; 78 with what to do."""
    altered = tmp_path / "model"
    shutil.copytree(CHECKOUT / "models" / "starter", altered)
    (weights,) = altered.glob("*.safetensors")
    raw = bytearray(weights.read_bytes())
    raw[-1] ^= 1
    weights.write_bytes(raw)
    installation.extra = f'model = "{altered}"\n'
    installation.write_config()
    done = installation.run("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert str(altered) in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_case_is_told(installation: Installation) -> None:
    """A case that is not there ends with 1 and says where to look."""
    installation.run("mode", "shadow")
    done = installation.run("case", "4711")

    assert (1, "") == (done.returncode, done.stdout)
    assert "there is no case 4711" in done.stderr


def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A full disk behind a redirection is one sentence and 74."""
    letter = tmp_path / "letter.eml"
    letter.write_bytes(b"From: a@b.example\nSubject: Hello\n\nWhere is my parcel?\n")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "daemon", "explain", "--json", letter],
            cwd=CHECKOUT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert (74, "triaged: No space left on device\n") == (done.returncode, done.stderr)


def test_names_that_are_no_text_are_shown(tmp_path: Path) -> None:
    """A file whose name is no UTF-8 is explained like any other, whatever the locale."""
    letter = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.eml"))
    letter.write_bytes(b"From: a@b.example\nSubject: Hello\n\nWhere is my parcel?\n")
    done = subprocess.run(
        [sys.executable, "-m", "daemon", "explain", "--jsonl", tmp_path],
        cwd=CHECKOUT,
        check=False,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert 1 == len(done.stdout.splitlines())
    assert json.loads(done.stdout)["file"].endswith("caf\udce9.eml")


def test_looking_makes_no_store(installation: Installation) -> None:
    """Queue and case before the first run say that there is no store, and make none."""
    for words in (["queue"], ["queue", "--count"], ["case", "1"]):
        done = installation.run(*words)

        assert (1, "") == (done.returncode, done.stdout)
        assert "there is no store at" in done.stderr
    assert not (installation.folder / "state").exists()


def test_mode_is_kept(installation: Installation) -> None:
    """The mode lives in the store; config.toml's is only a new store's first."""
    shown = [installation.run("mode", *words).stdout for words in ([], ["shadow"], [])]

    assert ["live\n", "shadow\n", "shadow\n"] == shown
