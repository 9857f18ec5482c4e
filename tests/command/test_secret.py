"""A password is kept as a whole, for its owner alone, and never shown."""

import stat
from pathlib import Path

from tests.calling import call


def test_a_password_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    """The file holds it without the line's end; what to write into the configuration is said."""
    path = tmp_path / "secrets" / "imap"

    first = call("secret", "set", "imap", "--file", path, typed="old\n")
    done = call("secret", "set", "imap", "--file", path, typed="geheim\n")

    assert (0, 0, "") == (first.returncode, done.returncode, done.stderr)
    assert ("geheim", 0o600) == (path.read_text(), stat.S_IMODE(path.stat().st_mode))
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)
    assert f'password = {{file = "{path}"}}' in done.stdout
    assert "geheim" not in done.stdout
    assert [path] == list(path.parent.iterdir())


def test_what_is_no_password_is_not_kept(tmp_path: Path) -> None:
    """Nothing, or several lines: one sentence, and no file."""
    path = tmp_path / "imap"
    for said in ("", "\n", "two\nlines\n"):
        done = call("secret", "set", "imap", "--file", path, typed=said)

        assert (65, False) == (done.returncode, path.exists())
        assert "one line" in done.stderr


def test_a_name_is_no_path() -> None:
    """A secret cannot be written anywhere else by its name."""
    done = call("secret", "set", "../etc/passwd", typed="x\n")

    assert 64 == done.returncode
