"""Whatever is wrong, the command says one clear sentence, with the right exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from daemon import assets
from daemon.exits import Exit
from daemon.seal import seal
from tests.calling import call
from tests.installation import CHECKOUT, Installation
from tests.servers.loopback import free_port


def test_wrong_words_are_usage() -> None:
    """An unknown command, and one that is not built yet, end with 64 and name what exists."""
    for words in (["nonsense"], ["drill"], [], ["explain"], ["queue", "--nonsense"]):
        done = call(*words)

        assert (64, "") == (done.returncode, done.stdout), words
        assert done.stderr.startswith("usage: triaged")


def test_bad_configuration_is_told_with_its_place(idle: Installation) -> None:
    """A fault in config.toml stops run and check-config alike: file, line, key, remedy, 78."""
    text = idle.config.read_text().replace('mode = "live"', 'mode = "alive"')
    idle.config.write_text(text)
    idle.seal()
    for words in (["check-config"], ["run"]):
        done = idle.call(*words)

        assert (78, "") == (done.returncode, done.stdout)
        assert f"{idle.config}:2:1: mode: expected 'shadow', 'approve' or 'live'" in done.stderr
        assert "Traceback" not in done.stderr


def test_looking_asks_for_no_more_of_the_configuration_than_it_needs(idle: Installation) -> None:
    """A fault in a mailbox keeps nobody from the queue; one in where the store is does, with 78."""
    good = idle.config.read_text()
    idle.config.write_text(good.replace('mode = "live"', 'mode = "alive"'))
    looked = idle.call("queue")
    idle.config.write_text(f"store = 17\n{good}")
    refused = idle.call("queue")

    assert (1, True) == (looked.returncode, "there is no store" in looked.stderr)
    assert 78 == refused.returncode
    assert f"{idle.config}:1:1: store: expected text in quotes" in refused.stderr


def test_shop_that_cannot_work_is_told(idle: Installation) -> None:
    """A brand that marketplaces refuse and an unknown holiday calendar are told by line; 78."""
    text = idle.config.read_text().replace(
        'brand = "Lampenladen"', 'brand = "Lampen24.de"\ncountry = "XX"'
    )
    idle.config.write_text(text)
    idle.seal()
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "shops.main.brand: 'Lampen24.de' looks like a link" in done.stderr
    assert 'shops.main: no holidays known for country "XX"' in done.stderr


def test_an_unknown_marketplace_is_told(idle: Installation) -> None:
    """No letter would ever mean the shop by it: its place and those that are known; 78."""
    good = 'brand = "Lampenladen"'
    text = idle.config.read_text()
    idle.config.write_text(
        text.replace(good, f'{good}\nmarketplaces = ["ebay", "amazon.xx", "Amazon.de"]')
    )
    idle.seal()
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    said = "shops.main.marketplaces: entry {} is no marketplace we know; known: amazon.ae, amazon."
    assert [False, True, True] == [said.format(entry) in done.stderr for entry in (1, 2, 3)]


def test_faults_of_every_sort_are_told_at_once(idle: Installation) -> None:
    """A wrong value, an unknown language, a secret and a model: four sentences of one check."""
    text = idle.config.read_text()
    for right, wrong in (
        ('poll = "2s"', "poll = 2"),
        ('brand = "Lampenladen"', 'brand = "Lampenladen"\nlanguage = "xx"'),
        ('mode = "live"', 'mode = "live"\nmodel = "/nowhere"'),
        ('password = "', 'password = {file = "/nowhere/imap"} # "'),
    ):
        text = text.replace(right, wrong, 1)
    idle.config.write_text(text)
    idle.seal()
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    told = done.stderr.removeprefix("triaged: ").splitlines()
    assert 4 == len(told), told
    for said, line in zip(
        (
            "poll: expected",
            "shops.main.language: no templates",
            "imap.password: cannot",
            "/nowhere",
        ),
        told,
        strict=True,
    ):
        assert said in line


def test_good_configuration_is_ok(idle: Installation) -> None:
    """check-config says ok and ends with 0."""
    done = idle.call("check-config")

    assert (0, f"{idle.config}: ok\n") == (done.returncode, done.stdout)


def test_store_that_is_no_database_is_told(idle: Installation) -> None:
    """A file of something else in the store's place is named and left alone; 74."""
    database = idle.folder / "state" / "triaged.db"
    database.parent.mkdir()
    database.write_bytes(b"not a database, but somebody's file" * 100)
    before = database.read_bytes()
    done = idle.call("queue")

    assert (74, "") == (done.returncode, done.stdout)
    assert str(database) in done.stderr
    assert "Traceback" not in done.stderr
    assert before == database.read_bytes()


def test_state_folder_that_cannot_be_made_is_told(idle: Installation) -> None:
    """A state folder below a file is named; 78."""
    (idle.folder / "state").write_text("a file")
    done = idle.call("mode", "live")

    assert (78, "") == (done.returncode, done.stdout)
    assert str(idle.folder / "state") in done.stderr
    assert "Traceback" not in done.stderr


def test_postgresql_that_is_down_is_told(idle: Installation) -> None:
    """A database server that does not answer is named without the password; 74."""
    idle.store = f"postgresql+psycopg://triaged:geheim@127.0.0.1:{free_port()}/triaged"
    idle.write_config()
    done = idle.call("queue")

    assert (74, "") == (done.returncode, done.stdout)
    assert "127.0.0.1" in done.stderr
    assert "geheim" not in done.stderr
    assert "Traceback" not in done.stderr


def test_servers_down_once_are_unavailable(idle: Installation) -> None:
    """Run --once with its server down says which and ends with 69; nothing is lost."""
    idle.seal()
    done = idle.run("run", "--once")

    assert (69, "") == (done.returncode, done.stdout)
    assert f"127.0.0.1:{idle.imap_port}" in done.stderr
    assert "Traceback" not in done.stderr
    assert "0 0\n" == idle.call("queue", "--count").stdout


def test_which_mailbox_is_down_is_said(idle: Installation) -> None:
    """Where several lie on one host, by run --once of each, by a look back of the first."""
    idle.users = ["one@shop.example", "two@shop.example"]
    idle.write_config()
    idle.seal()
    once, back = idle.run("run", "--once"), idle.call("backtest")

    assert (69, 69) == (once.returncode, back.returncode)
    for name in ("box0", "box1"):
        assert f"triaged: {name}: 127.0.0.1:{idle.imap_port}" in once.stderr
    assert f"triaged: box0: 127.0.0.1:{idle.imap_port}" in back.stderr


def test_second_daemon_is_refused(idle: Installation) -> None:
    """Two daemons of one name on one store: the second says so and ends with 75."""
    idle.start()
    try:
        idle.wait_until_settled(0)
        second = idle.run("run")
    finally:
        idle.stop()

    assert (75, "") == (second.returncode, second.stdout)
    assert "another triaged runs" in second.stderr


def test_secrets_that_are_not_there_are_told(idle: Installation) -> None:
    """check-config names every password it cannot read, by line and source; 78."""
    text = idle.config.read_text()
    first, rest = text.split('password = "', 1)
    _, rest = rest.split('"', 1)
    text = f'{first}password = {{file = "/nowhere/imap"}}{rest}'
    first, rest = text.split('password = "', 1)
    _, rest = rest.split('"', 1)
    idle.config.write_text(f'{first}password = {{env = "NOT_SET"}}{rest}')
    idle.seal()
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "mailboxes.box0.imap.password: cannot read the secret in /nowhere/imap" in done.stderr
    assert "mailboxes.box0.smtp.password: the environment has no NOT_SET" in done.stderr


def break_template(idle: Installation) -> Path:
    """Give an installation a template of its own with an unknown word; return its folder."""
    template = idle.folder / "texts" / "de" / "general.txt"
    template.parent.mkdir(parents=True)
    shipped = (assets.templates() / "de" / "general.txt").read_text(encoding="utf-8")
    broken = shipped.replace("{% block about %}", "{% block about %}{{ oder_id }}")
    template.write_text(broken, encoding="utf-8")
    idle.extra = f'templates = "{idle.folder / "texts"}"\n'
    idle.write_config()
    idle.seal()
    return idle.folder / "texts"


def test_broken_template_stops_the_start(idle: Installation) -> None:
    """A template with an unknown word is named by file, line and remedy; 78."""
    break_template(idle)
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "de/general.txt" in done.stderr
    assert "oder_id" in done.stderr


def test_what_counts_as_proved_is_not_proved_again(idle: Installation) -> None:
    """check-config believes the seal as a start does, so that it takes no seconds either."""
    seal(idle.state, None, break_template(idle))

    assert 0 == idle.call("check-config").returncode


def test_broken_rulebook_stops_the_start(idle: Installation) -> None:
    """A rule with an unknown tag is named by file and rule; 78."""
    rulebook = idle.folder / "rules" / "de.toml"
    rulebook.parent.mkdir()
    rulebook.write_text(
        'language = "de"\n[[rule]]\nid = "own"\ntag = "damagd"\nphrases = ["kaputt"]\n'
        'match = ["Alles kaputt!"]\nno_match = ["Alles gut."]\n',
        encoding="utf-8",
    )
    idle.extra = f'rules = "{rulebook.parent}"\n'
    idle.write_config()
    idle.seal()
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert "de.toml" in done.stderr
    assert "damagd" in done.stderr


@pytest.mark.parametrize(
    ("words", "command", "unknown"),
    [
        (["pause", "main"], "pause", "main"),
        (["queue", "--tag", "refund"], "queue", "--tag refund"),
        (["ack", "list", "7"], "ack list", "7"),
        (["desk", "user", "list", "--role", "agent"], "desk user list", "--role agent"),
    ],
)
def test_unknown_words_are_told_by_the_command_itself(
    words: list[str], command: str, unknown: str
) -> None:
    """With its own usage, however deep it stands, and where there is help; 64."""
    done = call(*words)

    assert (64, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(f"usage: triaged {command} [-h]")
    told = f"triaged {command}: unknown: {unknown}; see triaged {command} --help\n"
    assert done.stderr.endswith(told)


@pytest.mark.parametrize(
    "words",
    [
        ["explain", "none"],
        ["explain", "--jsonl", "none"],
        ["learn", "thanks", "none"],
        ["evaluate", "none.jsonl"],
        ["restore", "none"],
        ["restore", "--check", "none"],
        ["rules", "coverage", "none"],
        ["rules", "test", "--own", "none"],
        ["train", "--corpus", "none"],
        ["init", "--output", "new.toml", "--yes", "--ca-file", "none"],
        [
            "init",
            "--output",
            "new.toml",
            "--yes",
            "--address",
            "a@b.example",
            "--brand",
            "Lamps",
            "--zone",
            "Europe/Berlin",
            "--password-file",
            "none",
        ],
    ],
)
def test_what_was_to_be_read_and_is_not_there_ends_with_66(
    idle: Installation, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Named in one sentence, whatever the command reads."""
    monkeypatch.chdir(idle.folder)
    configured = words[0] in {"learn", "evaluate", "restore", "train"}
    done = idle.call(*words) if configured else call(*words)

    assert Exit.NOINPUT == done.returncode, done.stderr
    if "--jsonl" not in words:
        assert "none" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["queue", "--config", "none"],
        ["check-config", "--config", "none"],
        ["explain", "--config", "none", "none"],
        ["restore", "none", "--config", "none"],
        ["rules", "test", "--config", "none"],
        ["config", "generate", "--source", "none"],
    ],
)
def test_a_configuration_that_is_not_there_ends_with_78(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it was named: without it nothing can be done."""
    monkeypatch.chdir(tmp_path)
    done = call(*words)

    assert (Exit.CONFIG, "") == (done.returncode, done.stdout)
    assert "none: no such file" in done.stderr
    assert "make one with: triaged init" in done.stderr


def test_rules_templates_and_model_are_told_in_one_run(idle: Installation) -> None:
    """A fault of one hides none of the others, and looking writes nothing."""
    rulebook = idle.folder / "rules" / "de.toml"
    rulebook.parent.mkdir()
    rulebook.write_text('language = "de"\n[[rule]]\nid = "own"\ntag = "damagd"\n')
    template = idle.folder / "texts" / "fr" / "general.txt"
    template.parent.mkdir(parents=True)
    template.write_text("{{ oder_id }}")
    idle.extra = (
        f'rules = "{rulebook.parent}"\ntemplates = "{template.parents[1]}"\nmodel = "/nowhere"\n'
    )
    idle.write_config()
    shutil.rmtree(idle.state, ignore_errors=True)
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    for said in ("damagd", "fr/general.txt", "/nowhere"):
        assert said in done.stderr
    assert not idle.state.exists()


def test_altered_model_is_refused(idle: Installation, tmp_path: Path) -> None:
    """A model whose bytes were changed is not loaded; 78 with what to do."""
    altered = tmp_path / "model"
    shutil.copytree(CHECKOUT / "models" / "starter", altered)
    (weights,) = altered.glob("*.safetensors")
    raw = bytearray(weights.read_bytes())
    raw[-1] ^= 1
    weights.write_bytes(raw)
    idle.extra = f'model = "{altered}"\n'
    idle.write_config()
    idle.seal()
    done = idle.call("check-config")

    assert (78, "") == (done.returncode, done.stdout)
    assert str(altered) in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_case_is_told(idle: Installation) -> None:
    """A case that is not there ends with 1 and says where to look."""
    idle.call("mode", "shadow")
    done = idle.call("case", "4711")

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


def test_looking_makes_no_store(idle: Installation) -> None:
    """Queue and case before the first run say that there is no store, and make none."""
    for words in (["queue"], ["queue", "--count"], ["case", "1"]):
        done = idle.call(*words)

        assert (1, "") == (done.returncode, done.stdout)
        assert "there is no store at" in done.stderr
    assert not (idle.folder / "state").exists()


def test_mode_is_kept(idle: Installation) -> None:
    """The mode lives in the store; config.toml's is only a new store's first."""
    shown = [idle.call("mode", *words).stdout for words in ([], ["shadow"], [])]

    assert ["live\n", "shadow\n", "shadow\n"] == shown
