"""A configuration is generated, carried over into a newer form, and shown without its secrets."""

import json
import stat
import tomllib
from pathlib import Path

import pytest

from daemon.config.reading import load_config, parse_config
from daemon.config.sample import fill_sample, read_sample
from tests.calling import call

SAMPLE = Path("config.toml").read_text(encoding="utf-8")
PAGE = Path("docs/reference/configuration.md")

OLD = """\
settle = "90s"
[mailboxes."shop de"]
address = "de@shop.example"
imap = {host = "imap.example", user = "de", password = "geheim-1"}
smtp = {host = "smtp.example", user = "de", password = {env = "SMTP"}, connections = 3}
[mailboxes.fr]
address = "fr@shop.example"
imap = {host = "imap.example", user = "fr", password = {command = ["pass", "show", "fr"]}}
smtp = {host = "smtp.example", user = "fr", password = {file = "/run/fr"}}
[shops.main]
brand = "Shop \\"Äpfel\\""
senders = ["de@shop.example", "fr@shop.example"]
closed = [2026-12-24, 2026-12-31]
hours = {sat = "09:00-12:30, 13:00-18:00", sun = ""}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A configuration of few words, readable by nobody else."""
    path = tmp_path / "old.toml"
    path.touch(mode=0o600)
    path.write_text(OLD, encoding="utf-8")
    return path


def test_a_sample_without_values_is_itself() -> None:
    """Written anew it says every line that it says, so that nothing is lost by being filled in."""
    assert SAMPLE.split() == fill_sample(SAMPLE, {}).split()


def test_values_are_carried_over_and_every_key_stays(old: Path, tmp_path: Path) -> None:
    """The new file means what the old one meant, and shows each further key of each table."""
    new = tmp_path / "new.toml"

    done = call("config", "generate", "--source", old, "--output", new)

    assert (0, "") == (done.returncode, done.stderr)
    assert load_config(old) == load_config(new)
    assert 0o600 == stat.S_IMODE(new.stat().st_mode)
    text = new.read_text(encoding="utf-8")
    assert 2 == text.count("#folder = ")
    assert tomllib.loads(OLD) == tomllib.loads(text)


def test_a_file_that_is_there_is_not_written_over(old: Path) -> None:
    """One sentence says so, and the file is as it was."""
    done = call("config", "generate", "--output", old)

    assert (74, OLD) == (done.returncode, old.read_text(encoding="utf-8"))
    assert f"triaged: {old} is there already; name a new file, compare, then rename it\n" == (
        done.stderr
    )


def test_a_faulty_source_is_not_carried_over(old: Path) -> None:
    """Its faults are named as at any other start."""
    old.write_text(OLD.replace("settle", "setle"), encoding="utf-8")

    done = call("config", "generate", "--source", old)

    assert (78, "") == (done.returncode, done.stdout)
    assert "old.toml:1:1: setle: unknown key; did you mean settle?" in done.stderr


def test_what_is_shown_holds_no_password(old: Path) -> None:
    """Neither the one that stands there nor the store's; defaults stand beside what was given."""
    store = 'store = "postgresql+psycopg://user:geheim-2@localhost/triaged"\n'
    old.write_text(store + OLD, encoding="utf-8")

    done = call("config", "show", "--config", old)

    assert (0, "") == (done.returncode, done.stderr)
    assert "geheim" not in done.stdout
    shown = tomllib.loads(done.stdout)
    assert ("90s", "2m") == (shown["settle"], shown["poll"])
    assert "********" == shown["mailboxes"]["shop de"]["imap"]["password"]
    assert "09:00-12:30, 13:00-18:00" == shown["shops"]["main"]["hours"]["sat"]


def test_what_is_shown_is_a_configuration(old: Path) -> None:
    """Read back, it means the same but for the passwords that it hides."""
    old.write_text(OLD.replace('"geheim-1"', '{env = "IMAP"}'), encoding="utf-8")

    done = call("config", "show", "--config", old)

    given = load_config(old)
    assert given.model_copy(update={"store": given.store_url()}) == parse_config(done.stdout, "x")


def test_the_schema_names_every_key_of_the_sample() -> None:
    """An editor that reads it completes them all."""
    schema = json.loads(call("config", "schema").stdout)

    tables = [schema, *schema["$defs"].values()]
    named = {key for table in tables for key in table.get("properties", ())}
    assert set() == {entry.key for entry in read_sample(SAMPLE) if entry.key} - named


def test_the_reference_says_what_the_sample_says() -> None:
    """The page is what ``triaged config reference`` prints: make it so after a change."""
    done = call("config", "reference")

    assert PAGE.read_text(encoding="utf-8") == done.stdout
