"""The doctor's findings over real servers, and over servers that are not there."""

import json

from tests.installation import Installation
from tests.servers.loopback import free_port


def found(live: Installation) -> tuple[int, dict[str, str]]:
    """Return the doctor's exit code and the state of each check."""
    done = live.call("doctor", "--json")
    assert "Traceback" not in done.stderr
    return done.returncode, {one["check"]: one["state"] for one in json.loads(done.stdout)}


def test_servers_that_work_are_well(live: Installation) -> None:
    """Both logins, the folder of sent mail, abilities; no store and no alarms yet are no faults."""
    code, states = found(live)

    assert 0 == code, states
    assert ("warn", "warn") == (states.pop("store"), states.pop("alarms"))
    assert {"ok"} == set(states.values()), states
    assert {"imap-login", "smtp-login", "sent-folder", "oldest-letter"} <= set(states)
    assert not (live.state / "triaged.db").exists()


def test_servers_that_fail_are_named(live: Installation) -> None:
    """A wrong password and a server that is not there fail with a remedy each, and end with 1."""
    text = live.config.read_text()
    wrong = text.replace('password = "', 'password = "x', 1)
    live.config.write_text(wrong.replace(f"port = {live.smtp_port}", f"port = {free_port()}"))

    code, states = found(live)

    assert (1, "fail", "fail") == (code, states["imap-login"], states["smtp-server"])
    shown = live.call("doctor")
    assert 2 == shown.stdout.count("fail "), shown.stdout
    assert "→" in shown.stdout
