"""What the first answers come to."""

import getpass
import tomllib
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from daemon.assets import sample_config
from daemon.beginning.beginning import Beginning, describe, is_hidden
from daemon.beginning.questions import Answers, Person, Script
from daemon.beginning.readings import Place, home_zone
from daemon.config.sample import fill_sample
from daemon.exits import CommandError, Exit


@pytest.mark.parametrize("direct", [True, False])
@pytest.mark.parametrize(
    ("host", "expected"),
    [("imap.gmail.com", ["mx.google.com"]), ("imap.example.com", None)],
)
def test_a_provider_that_vouches_for_senders_is_named(
    host: str,
    expected: list[str] | None,
    direct: bool,  # noqa: FBT001 - one of two
) -> None:
    """Where it is known under which name, else the doctor finds out; and where direct mail goes."""
    beginning = Beginning(
        address="shop@example.com",
        user="shop@example.com",
        imap=Place(host=host, port=993, tls="implicit"),
        smtp=Place(host="smtp.example.com", port=465, tls="implicit"),
        ca_file=None,
        password="x",
        brand="Lampenladen",
        marketplaces=("amazon.de",),
        direct=direct,
        zone="Europe/Berlin",
        country="DE",
    )
    given = describe(beginning, {"file": "/etc/secret"})
    written = tomllib.loads(fill_sample(sample_config().read_text(encoding="utf-8"), given))

    channels = written.get("channels", {})
    assert expected == channels.get("trusted_servers")
    assert (["shop@example.com"] if direct else None) == channels.get("direct")


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("/usr/share/zoneinfo/Asia/Shanghai", "Asia/Shanghai"),
        ("/usr/share/zoneinfo/Etc/UTC", ""),
        ("/nowhere", ""),
    ],
)
def test_the_zone_is_the_machines_or_unknown(tmp_path: Path, kept: str, expected: str) -> None:
    """A server in UTC says nothing of where people live who answer."""
    (tmp_path / "localtime").symlink_to(kept)

    assert expected == home_zone(tmp_path / "localtime")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/etc/passwd", False), ("/etc/shadow", True), ("/tmp/ca.pem", True)],  # noqa: S108 - hidden
)
def test_what_the_service_cannot_read_is_known(path: str, expected: bool) -> None:  # noqa: FBT001
    """By the rights of the file and its folders, and by what its unit hides."""
    assert expected is is_hidden(Path(path))


def test_no_password_ends_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, with what to do: who has none at hand has none the fifth time either."""
    asked: list[str] = []

    def type_nothing(text: str) -> str:
        asked.append(text)
        return ""

    monkeypatch.setattr(getpass, "getpass", type_nothing)
    person = Person(Namespace(password_file=None))
    with pytest.raises(CommandError, match="no password was given; nothing was written") as ended:
        person.password("Its password", lambda _: None)

    assert (["Its password: "], Exit.USAGE) == (asked, ended.value.code)


@pytest.mark.parametrize("answers", [Person, Script])
def test_a_file_without_a_password_is_wrong_data(
    answers: Callable[[Namespace], Answers], tmp_path: Path
) -> None:
    """No server is asked with it, whether somebody sits there or not."""
    (tmp_path / "pw").write_text("\n")
    asked: list[str] = []
    with pytest.raises(CommandError, match="pw holds no password; nothing was written") as ended:
        answers(Namespace(password_file=tmp_path / "pw")).password("Its password", asked.append)

    assert ([], Exit.DATAERR) == (asked, ended.value.code)
