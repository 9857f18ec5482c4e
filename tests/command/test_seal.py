"""The seal: a restart does not prove again what was proved, and proves all that was changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from daemon.seal import is_sealed, seal
from tests.installation import CHECKOUT, Installation


@pytest.fixture
def installation(idle: Installation) -> Installation:
    """An installation that never ran, in a copy of the code, whose servers are not there."""
    idle.code = idle.folder / "code"
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "docs", "corpus", "tests")
    shutil.copytree(CHECKOUT, idle.code, ignore=left_out)
    return idle


def test_first_start_seals(installation: Installation) -> None:
    """A start that proved everything remembers it; the copy's bytes are the checkout's."""
    before = is_sealed(installation.state)
    installation.run("run", "--once")

    assert (False, True) == (before, is_sealed(installation.state))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("classifier/rulebook/de.toml", 'tag = "damaged"', 'tag = "damagd"'),
        ("replies/templates/de/frame.txt", "{{ brand }}", "{{ brnad }}"),
    ],
)
def test_change_breaks_the_seal(installation: Installation, file: str, old: str, new: str) -> None:
    """After a seal, a changed rulebook or template is proved again and stops the start."""
    _seal(installation)
    text = (installation.code / file).read_text(encoding="utf-8")
    (installation.code / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = installation.run("run", "--once")

    assert (True, 78) == (old in text, done.returncode)
    assert file.rpartition("/")[2] in done.stderr


def test_new_prover_proves_again(installation: Installation) -> None:
    """After an upgrade that changed only the code that proves, the seal is made anew."""
    _seal(installation)
    with (installation.code / "replies" / "proof.py").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    installation.run("run", "--once")

    assert not is_sealed(installation.state)


def _seal(installation: Installation) -> None:
    installation.state.mkdir(mode=0o700)
    seal(installation.state)


def test_no_place_for_the_seal(tmp_path: Path) -> None:
    """Where it cannot be written nothing is sealed and nothing is said."""
    seal(tmp_path / "nowhere")

    assert not is_sealed(tmp_path / "nowhere")


def test_another_build_of_python_is_no_other_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package is built on one machine and started on another, of the same version."""
    seal(tmp_path)
    monkeypatch.setattr(sys, "version", f"{sys.version} (another day)")

    assert is_sealed(tmp_path)


def test_a_package_is_sealed_when_it_is_built(tmp_path: Path) -> None:
    """What proves at a first start proves as well for whoever builds a package."""
    done = subprocess.run(
        [sys.executable, "-m", "daemon.seal", tmp_path], check=False, capture_output=True, text=True
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert is_sealed(tmp_path)
