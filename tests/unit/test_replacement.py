"""Files replaced as a whole, by root too in a folder of the service's."""

import os
from pathlib import Path

import pytest

from classifier.replacement import give, replace

#: Debian's user nobody.
_NOBODY = 65534


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """What a process of this number left unfinished does not stand in the way."""
    path = tmp_path / "models" / "champions.json"
    replace(path, b"old")
    path.with_name(f"champions.json.{os.getpid()}").write_bytes(b"unfinished")
    replace(path, b"new")

    assert [b"new"] == [one.read_bytes() for one in path.parent.iterdir()]


def test_a_link_beside_it_is_not_written_through(tmp_path: Path) -> None:
    """What somebody laid under the draft's name keeps its content and its owner."""
    path, other = tmp_path / "champions.json", tmp_path / "other"
    other.write_bytes(b"kept")
    path.with_name(f"champions.json.{os.getpid()}").symlink_to(other)
    replace(path, b"new")

    assert (b"new", b"kept") == (path.read_bytes(), other.read_bytes())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_what_is_given_ends_at_its_links(tmp_path: Path) -> None:
    """A folder goes with all that is in it, and with nothing that a link in it leads to."""
    other = tmp_path / "root's"
    (other / "inner").mkdir(parents=True)
    service = tmp_path / "models"
    (service / "m1" / "deep").mkdir(parents=True)
    (service / "m1" / "deep" / "card").touch()
    (service / "m1" / "link").symlink_to(other)
    os.chown(service, _NOBODY, _NOBODY)
    give(service / "m1")
    given = [service / "m1", service / "m1" / "deep", service / "m1" / "deep" / "card"]

    assert {_NOBODY} == {path.stat().st_uid for path in given}
    assert {0} == {path.stat().st_uid for path in (other, other / "inner")}
