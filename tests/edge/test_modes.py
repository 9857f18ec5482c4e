"""Modes and decisions over Dovecot and Postfix: what waits, what leaves, what is found in Sent."""

import json
from email.message import EmailMessage

import pytest

from tests.calling import call
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.servers.postfix import Postfix
from tests.store.builders import receive as receive_letter
from tests.store.builders import verdict


@pytest.fixture
def installation(live: Installation) -> Installation:
    """An installation in shadow mode with one mailbox, run by ``run --once``."""
    live.mode = "shadow"
    live.write_config()
    return live


@pytest.fixture
def buyer(dovecot: Dovecot) -> str:
    """A buyer's relay address, whose mail arrives in a mailbox of its own."""
    return dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")


def receive(installation: Installation, dovecot: Dovecot, buyer: str) -> None:
    """Let a letter come, and do what is there."""
    seller, local = installation.users[0], buyer.partition("@")[0]
    dovecot.append(seller, build_letter(to=seller, buyer=local))
    do_what_is_there(installation)


def do_what_is_there(installation: Installation) -> None:
    """Read, file and send once, in a process of its own."""
    done = installation.run("run", "--once")
    assert 0 == done.returncode, done.stderr


def run(installation: Installation, *words: str, code: int = 0) -> str:
    """Run a command that ends with ``code``; return all that it says, its result last."""
    done = installation.call(*words)
    assert code == done.returncode, done.stderr
    return done.stderr + done.stdout


def waiting(installation: Installation) -> list[int]:
    """Return the numbers of what waits for a person."""
    return [
        one["ack"] for one in json.loads(run(installation, "ack", "list", "--waiting", "--json"))
    ]


def test_from_shadow_over_approval_to_live(
    installation: Installation,
    buyer: str,
    dovecot: Dovecot,
    postfix: Postfix,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Shadow withholds, approve waits for a person, live shows what it would have been."""
    receive(installation, dovecot, buyer)
    assert "approve\n" == run(installation, "mode", "approve")
    assert "1 would be released" in run(installation, "ack", "release", "--reason", "shadow")
    assert [] == waiting(installation)

    dovecot.append(
        installation.users[0],
        build_letter(
            to=installation.users[0], buyer=buyer.partition("@")[0], order="302-7654321-7654321"
        ),
    )
    do_what_is_there(installation)
    (ack,) = waiting(installation)
    assert [] == postfix.delivered(buyer)
    shown = run(installation, "ack", "show", str(ack))
    assert "302-7654321-7654321" in shown
    said = run(installation, "ack", "approve", str(ack))
    assert f"1 of 1 approved; none leaves within 30 s, until then: triaged ack undo {ack}" in said
    do_what_is_there(installation)
    assert [] == postfix.delivered(buyer)
    assert "belongs to --all" in run(installation, "ack", "undo", "--everyones", "7", code=64)
    with monkeypatch.context() as another:
        another.setenv("LOGNAME", "mo")
        told = run(installation, "ack", "undo", "--all", code=1)
    assert "0 of 1 taken back" in told
    assert "was approved by command:" in told
    assert "1 of 1 taken back" in run(installation, "ack", "undo", "--all")
    assert [ack] == waiting(installation)
    assert "1 of 1 approved\n" == run(installation, "ack", "approve", "--now", str(ack))
    do_what_is_there(installation)
    assert 1 == len(postfix.delivered(buyer))
    said = run(installation, "ack", "undo", str(ack), code=1)
    assert f"acknowledgement {ack} has left already" in said

    said = run(installation, "mode", "live")
    assert "shadow" in said
    assert said.endswith("live\n")
    assert "1 released" in run(installation, "ack", "release", "--reason", "shadow", "--yes")
    assert "due, approved" in run(installation, "ack", "list")


def test_who_goes_live_before_a_letter_was_read_is_told_so(idle: Installation) -> None:
    """There is nothing to look back on, and two ways to see something; later that is not said."""
    idle.mode = "shadow"
    idle.write_config()
    first = idle.call("mode", "live", "--take-over")
    idle.call("mode", "shadow")
    with idle.opened() as store:
        receive_letter(store, verdict())
    later = idle.call("mode", "live", "--take-over")

    assert (0, "live\n") == (first.returncode, first.stdout)
    assert "no letter was read yet; what would be sent shows triaged backtest" in first.stderr
    assert "no letter was read yet" not in later.stderr


def test_another_robot_keeps_the_mode(installation: Installation, dovecot: Dovecot) -> None:
    """An automatic answer in Sent is told, and refuses until a person says so."""
    seller = installation.users[0]
    reply = EmailMessage()
    reply["From"], reply["To"], reply["Subject"] = seller, "buyer@relay.example", "Re: Frage"
    reply["Message-ID"], reply["In-Reply-To"] = "<auto@shop.example>", "<asked@relay.example>"
    reply["Auto-Submitted"] = "auto-replied"
    reply.set_content("Wir haben Ihre Nachricht erhalten.")
    dovecot.append(seller, reply.as_bytes(), "Sent")

    said = run(installation, "mode", "canary", "--first", "3", code=1)
    assert "another robot answers your buyers: 1 marked as automatic" in said
    assert said.endswith(
        "Nothing was changed: the mode is still shadow. Switch the other robot off, then say the "
        "same with --take-over: what it answered so far still lies in Sent.\n"
    )
    assert "shadow\n" == run(installation, "mode")
    said = run(installation, "mode", "canary", "--first", "3", "--shop", "main", "--take-over")
    assert said.endswith("canary: the first 3 within a day, shop main\n")
    with dovecot.session(seller) as client:
        client.select_folder("Sent", readonly=True)
        (flags,) = client.get_flags(client.search()).values()
    assert b"\\Seen" not in flags


def test_a_change_of_mode_says_who_made_it_and_when(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A running service logs it, and the command lists all of them."""
    installation.start()
    wait_until(lambda: "service.started" in installation.log.read_text(), "it did not start")
    monkeypatch.setenv("LOGNAME", "li")
    run(installation, "mode", "canary", "--first", "3", "--shop", "main")
    wait_until(lambda: "mode.changed" in installation.log.read_text(), "the change is not logged")
    installation.stop()

    history = [
        json.loads(one) for one in run(installation, "mode", "--history", "--json").splitlines()
    ]
    (line,) = [one for one in installation.log.read_text().splitlines() if "mode.changed" in one]
    assert [("shadow", "config.toml"), ("canary", "command:li")] == [
        (one["mode"], one["who"]) for one in history
    ]
    assert (3, ["main"]) == (history[1]["first"], history[1]["shops"])
    assert "canary: the first 3 within a day, shop main" in line
    assert all(word in line for word in ("shadow", "command:li", history[1]["at"]))
    told = run(installation, "mode", "--history").splitlines()
    assert (
        f"{history[1]['at']} canary: the first 3 within a day, shop main, by command:li" == told[1]
    )


def test_nobody_goes_live_unseen(installation: Installation) -> None:
    """A mailbox that cannot be looked into is told, and refuses too."""
    installation.imap_port = 1
    installation.write_config()

    said = run(installation, "mode", "live", code=69)
    assert "nobody could look" in said
    assert "still shadow. Mend that first (triaged doctor says more) and say it again" in said
    assert "shadow\n" == run(installation, "mode")


def test_a_sample_goes_to_the_address_that_was_given_alone(
    installation: Installation, dovecot: Dovecot, postfix: Postfix
) -> None:
    """In shadow mode too, and the store knows nothing of it."""
    user = dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")
    said = run(installation, "ack", "test", "--to", user, "--language", "de")

    (raw,) = postfix.delivered(user)
    assert b"Auto-Submitted: auto-replied" in raw
    assert f"to {user} alone" in said
    assert not (installation.state / "triaged.db").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["mode", "canary"], 64, "--first N"),
        (["mode", "live", "--first", "3"], 64, "belong to canary"),
        (["mode", "live", "--history"], 64, "--history shows, and sets no mode"),
        (["mode", "canary", "--shop", "mian"], 64, "there is no shop 'mian'"),
        (["ack", "list"], 1, "there is no store"),
        (["ack", "test", "--to", "me"], 64, "'me' is no address"),
        (
            ["ack", "test", "--to", "me@example.com", "--language", "xx"],
            64,
            "no templates in 'xx'; there are: de, en, es",
        ),
        (["ack", "release"], 64, "--reason"),
    ],
)
def test_wrong_words_are_told(
    installation: Installation, words: list[str], code: int, said: str
) -> None:
    """Each with its remedy."""
    assert said in run(installation, *words, code=code)


def test_decisions_about_nothing_are_told(installation: Installation) -> None:
    """What is not there, or not in that state, is no success."""
    run(installation, "mode", "shadow")

    for words, said in (
        (["ack", "show", "7"], "there is no acknowledgement 7"),
        (["ack", "approve", "7"], "there is no acknowledgement 7"),
        (["ack", "refuse", "7"], "there is no acknowledgement 7"),
        (["ack", "undo", "7"], "there is no acknowledgement 7"),
        (["ack", "resolve", "7", "sent"], "there is no acknowledgement 7"),
        (["ack", "release", "--reason", "shadow"], "nothing leaves in shadow mode"),
    ):
        assert said in run(installation, *words, code=1)
    assert "There are none." in run(installation, "ack", "list")


def test_what_to_do_instead_names_all_that_it_mends(
    installation: Installation, buyer: str, dovecot: Dovecot
) -> None:
    """Both that were decided on, as a command to repeat, and none that was not."""
    run(installation, "mode", "approve")
    for number in (1, 2):
        letter = build_letter(
            to=installation.users[0],
            buyer=f"{number}{buyer.partition('@')[0]}",
            order=f"302-765432{number}-7654321",
        )
        dovecot.append(installation.users[0], letter)
    do_what_is_there(installation)
    both = sorted(waiting(installation))
    names = [str(one) for one in both]

    refused = run(installation, "ack", "refuse", *names)
    assert (
        f"2 of 2 withheld as declined; back within 30 s: triaged ack undo {' '.join(names)}\n"
        == refused
    )
    assert "2 of 2 taken back" in run(installation, "ack", "undo", *names)
    approved = run(installation, "ack", "approve", *names, "999", code=1)
    until = f"until then: triaged ack undo {' '.join(names)}\n"
    assert f"2 of 3 approved; none leaves within 30 s, {until}" in approved
    run(installation, "mode", "live", "--take-over")
    late = run(installation, "ack", "undo", *names, code=1)
    assert 2 == late.count("leaves by itself in this mode")
    assert f"is withheld by: triaged ack refuse {' '.join(names)}\n" in late


def test_what_another_person_approved_is_not_named_to_be_taken_back(
    installation: Installation, buyer: str, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command that is offered takes back what it was offered for."""
    run(installation, "mode", "approve")
    for number in (1, 2):
        letter = build_letter(
            to=installation.users[0],
            buyer=f"{number}{buyer.partition('@')[0]}",
            order=f"302-765432{number}-7654321",
        )
        dovecot.append(installation.users[0], letter)
    do_what_is_there(installation)
    first, second = map(str, sorted(waiting(installation)))

    monkeypatch.setenv("LOGNAME", "mo")
    run(installation, "ack", "approve", first)
    monkeypatch.setenv("LOGNAME", "li")
    said = run(installation, "ack", "approve", first, second)
    assert said.startswith("1 of 2 approved; ")
    assert said.endswith(f"triaged ack undo {second}\n")


def test_only_what_is_due_is_to_be_refused_instead(
    installation: Installation, buyer: str, dovecot: Dovecot
) -> None:
    """What is withheld stays so without a word; what was released leaves without one."""
    receive(installation, dovecot, buyer)
    run(installation, "mode", "approve")
    said = run(installation, "ack", "undo", "1", code=1)
    assert "acknowledgement 1 was withheld or released, not approved or refused" in said
    assert "triaged ack refuse" not in said

    run(installation, "ack", "release", "--reason", "shadow", "--yes")
    said = run(installation, "ack", "undo", "1", code=1)
    assert "is withheld by: triaged ack refuse 1\n" in said
    assert "1 of 1 withheld" in run(installation, "ack", "refuse", "1")


def test_nothing_approved_is_nothing_to_undo(installation: Installation) -> None:
    """Whoever approved none is not told how to take it back."""
    run(installation, "mode", "approve")

    assert run(installation, "ack", "approve", "999", code=1).endswith("\n0 of 1 approved\n")
    assert "0 approved\n" == run(installation, "ack", "approve", "--all")


def test_direct_mail_on_no_address_is_told_with_the_key(
    installation: Installation, dovecot: Dovecot
) -> None:
    """By run --once, doctor, backtest and mode live: all works, and nobody is acknowledged."""
    (seller,) = installation.users
    text = installation.config.read_text().replace(f'direct = ["{seller}"]\n', "")
    installation.config.write_text(text)
    dovecot.append(seller, build_letter(to=seller, buyer="jana", domain="customer.example"))
    told = [
        installation.run("run", "--once"),
        installation.call("doctor", "--json"),
        installation.call("backtest", "--json"),
        installation.call("mode", "live"),
    ]

    assert [0] * 4 == [one.returncode for one in told], told
    (found,) = [one for one in json.loads(told[1].stdout) if one["check"] == "direct-mail"]
    assert "warn" == found["state"]
    for said in (told[0].stderr, found["remedy"], told[2].stderr, told[3].stderr):
        assert f'write direct = ["{seller}"] under [channels]' in said
    assert "withheld as direct-closed" in told[0].stderr


def test_a_veto_of_a_letter_has_no_acknowledgement_to_list(
    installation: Installation, dovecot: Dovecot
) -> None:
    """How many met it is told, and a reason that there is not is refused with those there are."""
    seller = installation.users[0]
    dovecot.append(seller, build_letter(to=seller, buyer="jana", Precedence="bulk"))
    do_what_is_there(installation)
    listed = installation.call("ack", "list", "--withheld", "precedence", "--json")
    none = installation.call("ack", "list", "--withheld", "restored")
    unknown = installation.call("ack", "list", "--withheld", "nonsense")

    assert (0, "[]\n") == (listed.returncode, listed.stdout)
    assert "letters that met precedence by themselves since" in listed.stderr
    assert (0, "There are none.\n", "") == (none.returncode, none.stdout, none.stderr)
    assert (64, "") == (unknown.returncode, unknown.stdout)
    assert "'nonsense' is no reason; there are: notice, " in unknown.stderr


@pytest.mark.parametrize("words", [["queue"], ["queue", "--json"], ["ack", "list"]])
def test_a_limit_that_shows_nothing_is_refused(words: list[str]) -> None:
    """Else full tables would read as empty ones."""
    done = call(*words, "--limit", "0")

    assert (64, "") == (done.returncode, done.stdout)
    assert "argument --limit: 0 would show nothing; write 1 or more" in done.stderr
