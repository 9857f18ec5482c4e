"""What the store tells of people's answers, and of the cases that wait before another."""

from cases.answers import Answer
from cases.labels import Kind, Priority
from cases.values import Verdict
from store.protocol import Store
from tests.store.builders import DAY, HOUR, NOW, OURS, claim, letter, receive, verdict


def ask(buyer: str, priority: Priority = Priority.NORMAL) -> Verdict:
    """Return a letter of this buyer, an hour old."""
    return verdict(letter(buyer=f"{buyer}@relay.example"), priority=priority, received=NOW - HOUR)


def reply(buyer: str) -> Verdict:
    """Return a person's answer to this buyer."""
    ours = letter(kind=Kind.OWN, sender=OURS, buyer="", recipients=(f"{buyer}@relay.example",))
    return verdict(ours, tags=())


def test_answers_and_what_waits_are_told(live: Store) -> None:
    """Each opening with its shop, its priority and its times."""
    receive(live, ask("a", Priority.HIGH), reply("a"), ask("b"))

    found = live.read(lambda ledger: ledger.answers(NOW - DAY, 10))
    assert (
        Answer(shop="default", priority=Priority.HIGH, received=NOW - HOUR, answered_at=NOW),
        Answer(shop="default", priority=Priority.NORMAL, received=NOW - HOUR, answered_at=None),
    ) == found


def test_old_answers_are_not_told(live: Store) -> None:
    """What was answered before says nothing of how it is now."""
    receive(live, ask("a"), reply("a"))

    assert () == live.read(lambda ledger: ledger.answers(NOW, 10))


def test_a_claim_tells_how_many_are_served_up_to_it(live: Store) -> None:
    """Its own case, those of its level and of the levels above; whoever looks sees the same."""
    receive(
        live,
        ask("a", Priority.URGENT),
        ask("b"),
        ask("c"),
        ask("d", Priority.LOW),
        ask("e"),
        reply("e"),
    )

    claims = claim(live)
    found = {one.verdict.letter.buyer[0]: one.ahead for one in claims}
    numbers = [one.case for one in claims]
    looked = live.read(lambda ledger: ledger.ahead(numbers))

    assert {"a": 1, "b": 3, "c": 3, "d": 4} == found
    assert {one.case: one.ahead for one in claims} == looked
    assert {} == live.read(lambda ledger: ledger.ahead([]))
