"""``triaged pause``: held, shown, let go, and heard by a running service."""

import json
import time

import pytest

from daemon.exits import Exit
from daemon.sending.holds import LOOK_EVERY
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.servers.postfix import Postfix


def test_pauses_are_shown_and_let_go(idle: Installation) -> None:
    """What was held is listed with who and why until it is let go."""
    held = idle.call(
        "pause", "--shop", "main", "--template", "general", "--why", "review", "--json"
    )
    let_go = idle.call("pause", "--off", "--shop", "main", "--json")
    again = idle.call("pause", "--off", "--shop", "main")

    lines = [json.loads(line) for line in held.stdout.splitlines()]
    assert [("shop", "main", "review"), ("template", "general", "review")] == [
        (one["scope"], one["name"], one["why"]) for one in lines
    ]
    assert ["template"] == [json.loads(line)["scope"] for line in let_go.stdout.splitlines()]
    way = "triaged pause --off --template general"
    told = f"triaged: not held: shop main; to let go what is: {way}\n"
    assert (Exit.FAILED, told) == (again.returncode, again.stderr)
    assert "Nothing is held.\n" == idle.call(*way.split()[1:]).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--shop", "mian"], "no shop 'mian'; there are: main"),
        (["--mailbox", "x"], "no mailbox 'x'; there are: box0"),
        (["--provider", "x"], "no provider 'x'; there are: aliyun"),
        (["--off"], "name what to let go"),
        (["--shop", "main", "--until", "2020-01-01T00:00Z"], "--until is over: it says 2020"),
    ],
)
def test_wrong_words_are_refused(idle: Installation, words: list[str], said: str) -> None:
    """A name that is not there, with those that are; a time that is over; nothing is held."""
    done = idle.call("pause", *words)

    assert Exit.USAGE == done.returncode
    assert said in done.stderr
    assert "Nothing is held.\n" == idle.call("pause", "--list").stdout


def test_a_running_service_hears_it(live: Installation, dovecot: Dovecot, postfix: Postfix) -> None:
    """While everything is paused nothing leaves; when that ends everything does, at once."""
    (seller,) = live.users
    live.call("pause", "--all")
    live.start()
    dovecot.append(seller, build_letter(to=seller, buyer="pausedbuyer1"))
    wait_until(lambda: live.counts().acks["due"] == 1, "the letter was not filed")
    time.sleep(LOOK_EVERY.total_seconds())
    before = live.counts().acks
    live.call("pause", "--off", "--all")
    live.wait_until_settled(1)
    live.stop()

    assert (1, 0) == (before["due"], before["sent"])
    assert 1 == live.counts().acks["sent"]
    assert len(postfix.delivered("pausedbuyer1@marketplace.amazon.de")) == 1
    # A look and what follows it stay within the five seconds that are promised.
    assert LOOK_EVERY.total_seconds() < 5
