"""The daemon's small pure pieces: durations, positions, secrets, believed dates, tables."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.values import Letter
from daemon.config.durations import parse_duration
from daemon.config.positions import locate, nearest
from daemon.config.secrets import SecretError, SecretSource
from daemon.triage import believed
from desk.tables import left, printable

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "length"),
    [("90s", timedelta(seconds=90)), ("3m", timedelta(minutes=3)), ("7d", timedelta(days=7))],
)
def test_duration_is_read(text: str, length: timedelta) -> None:
    """A number and a unit are a length of time."""
    assert length == parse_duration(text)


@pytest.mark.parametrize("text", ["3", "m", "3 weeks", "-1s", "", 3, None, "9999999d"])
def test_other_durations_are_faults(text: object) -> None:
    """Anything else says how to write it."""
    with pytest.raises(ValueError, match="3m"):
        parse_duration(text)


def test_positions_skip_text_blocks() -> None:
    """A line inside a multi-line string is no key; lists of tables are numbered."""
    places = locate('a = """\nb = 1\n"""\n[[t]]\nc = 2\n[[t]]\n"c d".e = 3\n')

    assert (1, 1) == places[("a",)]
    assert ("b",) not in places
    assert (5, 1) == places[("t", 0, "c")]
    assert (7, 1) == places[("t", 1, "c d", "e")]
    assert (6, 3) == nearest(places, ("t", 1, "missing"))


def test_secret_is_read_from_each_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File, environment, credential and command give the secret without the line's end."""
    (tmp_path / "imap").write_text("geheim\n")
    monkeypatch.setenv("IMAP", "geheim")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    sources = (
        SecretSource(file=tmp_path / "imap"),
        SecretSource(env="IMAP"),
        SecretSource(credential="imap"),
        SecretSource(command=("echo", "geheim")),
    )

    assert ["geheim"] * 4 == [source.read() for source in sources]


def test_a_credential_is_found_in_the_folders_a_unit_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Systemd puts the folder's id before the file's name; a credential of its own comes first."""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    read = []
    for name in ("encrypted_imap", "secrets_imap", "imap"):
        (tmp_path / name).write_text(name)
        read.append(SecretSource(credential="imap").read())

    assert ["encrypted_imap", "secrets_imap", "imap"] == read


def test_absent_secret_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source that fails names itself and the remedy."""
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    for source, said in (
        (SecretSource(file=tmp_path / "absent"), "cannot read the secret in"),
        (SecretSource(env="TRIAGED_ABSENT"), "set it"),
        (SecretSource(credential="absent"), "is for the unit"),
        (SecretSource(command=("false",)), "did not give the secret"),
    ):
        with pytest.raises(SecretError, match=said):
            source.read()


def test_dates_ahead_are_not_believed() -> None:
    """Received counts before Date, and neither when it lies over a day ahead of the clock."""
    past, ahead = NOW - timedelta(days=3), NOW + timedelta(days=2)

    assert past == believed(Letter(received=past, date=NOW), NOW)
    assert past == believed(Letter(received=ahead, date=past), NOW)
    assert NOW == believed(Letter(received=ahead), NOW)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(130, "2 h 10 min"), (-14, "overdue 14 min"), (59, "59 min"), (60 * 33, "1 d 9 h")],
)
def test_time_left_is_in_words(minutes: int, said: str) -> None:
    """A clock is told in words, not by colour alone."""
    assert said == left(NOW + timedelta(minutes=minutes), NOW)


def test_terminal_is_not_obeyed() -> None:
    """Control characters of a buyer's words never reach the terminal."""
    assert "a\N{REPLACEMENT CHARACTER}[2Jb\nc" == printable("a\x1b[2Jb\nc")
