"""At the single point of sending everything is judged once more, with what is known then."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.absences import Absence
from cases.labels import Priority
from cases.modes import Mode
from cases.values import Decision, Letter, Tag, Triage, Verdict
from daemon.knowledge import Knowledge, load_knowledge
from daemon.parts import build_sender
from daemon.sending.answer import Prepared, prepare
from daemon.sending.parcel import Parcel
from daemon.sending.reply import prepare_reply
from replies.channels import Channels
from replies.experience import Experience
from replies.shops import Shop, default_shop
from store.columns import Unreadable
from store.outgoing_values import Claim
from store.replies_protocol import ReplyClaim
from tests.sending_builder import build_config

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
KEY = bytes(32)
ADDRESS = "good@shop.example"
RELAYED = Letter(
    message_id="<asked@relay.example>",
    sender="a1b2c3d4e5f6g7@marketplace.amazon.de",
    buyer="a1b2c3d4e5f6g7@marketplace.amazon.de",
    recipients=(ADDRESS,),
    subject="Frage",
    text="Wo bleibt mein Paket?",
    language="de",
    marketplace="amazon.de",
    relay=True,
)
DIRECT = replace(RELAYED, sender="max@supply.example", marketplace=None, relay=False)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """What an installation with one shop knows."""
    shop = Shop(
        id="main", senders=frozenset({ADDRESS}), calendar=default_shop("amazon.de").calendar
    )
    return replace(
        load_knowledge(None, proved=True),
        shops=(shop,),
        defaults={"good": "main"},
        channels=Channels(direct=frozenset({ADDRESS}), own=frozenset({ADDRESS})),
    )


def claimed(letter: Letter = RELAYED, **changes: object) -> Claim:
    """Return a claim under which a letter is answered."""
    verdict = Verdict(
        letter=letter,
        triage=Triage(tags=(Tag(tag="late-delivery"),), say_it=True),
        decision=Decision(send=True, reason="ok", shop="main"),
        received=NOW,
    )
    default = Claim(
        ack=1,
        fence=1,
        case=1,
        opening=1,
        letter=1,
        mailbox="good",
        verdict=verdict,
        since=NOW,
        attempts=0,
        priority=Priority.NORMAL,
        limit_at=NOW + timedelta(days=1),
        mode=Mode.LIVE,
        outside_canary=False,
        answered=False,
        written_first=False,
        to_address=0,
        to_thread=0,
        to_domain=0,
    )
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field


def result(claim: Claim, knowledge: Knowledge, now: datetime = NOW) -> str:
    """Return the veto, or "ok"."""
    sender = build_sender("good", build_config().mailboxes["good"])
    prepared = prepare(claim, sender, knowledge, KEY, now)
    return "ok" if isinstance(prepared, Prepared) else prepared


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (claimed(), "ok"),
        (claimed(mode=Mode.APPROVE), "ok"),
        (claimed(mode=Mode.CANARY), "ok"),
        (claimed(mode=Mode.CANARY, outside_canary=True), "canary"),
        (claimed(answered=True), "answered"),
        (claimed(DIRECT), "ok"),
        (claimed(DIRECT, written_first=True), "written-first"),
        (claimed(to_address=3), "address-cap"),
        (claimed(to_thread=3), "thread-cap"),
        (claimed(DIRECT, to_domain=20), "domain-cap"),
        (claimed(replace(RELAYED, suspect=True)), "suspect"),
    ],
)
def test_what_the_store_knows_is_judged(claim: Claim, expected: str, knowledge: Knowledge) -> None:
    """Each part of a claim is a veto of its own."""
    assert expected == result(claim, knowledge)


def test_no_promise_falls_into_an_absence(knowledge: Knowledge) -> None:
    """Of this shop or of every shop; another's changes nothing."""
    sender = build_sender("good", build_config().mailboxes["good"])

    def promised(*absences: Absence) -> datetime | None:
        prepared = prepare(claimed(absences=absences), sender, knowledge, KEY, NOW)
        assert isinstance(prepared, Prepared)
        return prepared.dispatch.wording.promised_by

    until = NOW + timedelta(days=9)
    usual = promised()
    assert usual is not None
    assert usual == promised(Absence(since=NOW, until=until, shop="another", who="li"))
    for shop in ("", "main"):
        later = promised(Absence(since=NOW, until=until, shop=shop, who="li"))
        assert later is not None
        assert usual < until < later


def test_a_case_that_is_held_out_is_never_acknowledged(knowledge: Knowledge) -> None:
    """The share of the configuration, by the case's number."""
    half = replace(knowledge, hold_out=0.5)
    found = [result(claimed(case=case), half) for case in range(40)]

    assert {"ok", "hold-out"} == set(found)
    assert found == [result(claimed(case=case), half) for case in range(40)]


def test_what_waited_too_long_is_expired(knowledge: Knowledge) -> None:
    """What nobody approved within a day."""
    assert "expired" == result(claimed(), knowledge, NOW + timedelta(hours=24, seconds=1))


def test_the_promise_is_what_peoples_answers_teach(knowledge: Knowledge) -> None:
    """Of its shop, and of the queue that stands before it; of another shop nothing."""
    taught = Experience(
        waits={},
        all_waits=(timedelta(hours=1),) * 50,
        waiting=dict.fromkeys(Priority, ()),
        pace=2.0,
    )

    def promised(claim: Claim, known: Knowledge) -> datetime | None:
        sender = build_sender("good", build_config().mailboxes["good"])
        prepared = prepare(claim, sender, known, KEY, NOW)
        assert isinstance(prepared, Prepared)
        return prepared.dispatch.wording.promised_by

    ours, others = (knowledge.with_experience({name: taught}) for name in ("main", "other"))
    assert NOW + timedelta(hours=1) == promised(claimed(), ours)
    assert NOW + timedelta(hours=3) == promised(claimed(ahead=6), ours)
    assert promised(claimed(), knowledge) == promised(claimed(ahead=6), others)


def test_the_operator_closes_what_was_open_when_it_was_filed(knowledge: Knowledge) -> None:
    """A configuration that was read again counts at once."""
    (shop,) = knowledge.shops or ()
    silent = replace(knowledge, shops=(replace(shop, silent_on=frozenset({"late-delivery"})),))

    assert "silent-on" == result(claimed(), silent)


def test_damaged_words_are_not_sent(knowledge: Knowledge) -> None:
    """What the store cannot read any more leaves in no acknowledgement and in no reply."""
    damaged = Unreadable("\ufffd")
    lost = replace(RELAYED, subject=damaged, text=damaged)
    reply = ReplyClaim(
        reply=1,
        fence=1,
        case=1,
        verdict=claimed().verdict,
        mailbox="good",
        who="li",
        token="t",
        attempts=0,
        subject="Ihre Bestellung",
        body="Guten Tag",
        attachments=(),
    )
    sender = build_sender("good", build_config().mailboxes["good"])
    spoiled = (
        replace(reply, subject=damaged),
        replace(reply, body=damaged),
        replace(reply, verdict=claimed(lost).verdict),
    )

    assert isinstance(prepare_reply(reply, sender, knowledge, KEY, NOW), Parcel)
    assert ["unreadable"] * 3 == [
        prepare_reply(one, sender, knowledge, KEY, NOW) for one in spoiled
    ]
    assert "unreadable" == prepare(claimed(lost), sender, knowledge, KEY, NOW)
