"""Who is acknowledged, and the one named reason for everyone who is not."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.labels import Kind, Priority
from cases.values import Letter, Tag, Triage
from mail.kinds import VETOES as MARKS
from replies.channels import Channels
from replies.policy import (
    UNKNOWNS,
    VETOES,
    Standing,
    judge,
    recipient,
)
from replies.shops import Shop, default_shop

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "vetoes.md"

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SHOP = Shop(
    id="lamps",
    brand="Lamps",
    senders=frozenset({"us@example.org"}),
    calendar=default_shop(None).calendar,
)
RELAYED = Letter(
    sender="a1b2c3d4e5f6g7+case@marketplace.amazon.de",
    recipients=("us@example.org",),
    marketplace="amazon.de",
    relay=True,
)
DIRECT = Letter(sender="buyer@example.net", recipients=("us+de@example.org",), authenticated=True)
KNOWN = Standing(
    mode="live",
    sender="us@example.org",
    answered=False,
    written_first=False,
    acknowledged=False,
    to_address=0,
    in_thread=0,
    to_domain=0,
)
OPEN = Channels(direct=frozenset({"us@example.org"}), own=frozenset(), trusted_servers=True)


def about(*tags: str) -> Triage:
    """Build a triage of ``tags``."""
    return Triage(tags=tuple(Tag(tag=tag) for tag in tags), priority=Priority.HIGH)


def reason(
    letter: Letter = RELAYED,
    *,
    triage: Triage | None = None,
    shop: Shop | None = SHOP,
    age: timedelta = timedelta(0),
    channels: Channels = OPEN,
    standing: Standing = KNOWN,
) -> str:
    """Judge a good letter with one thing changed."""
    decision = judge(
        letter,
        triage or about("late-delivery"),
        shop,
        NOW - age,
        NOW,
        channels=channels,
        standing=standing,
    )
    assert decision.send == (decision.reason == "ok")
    return decision.reason


#: Every veto with a question to which it is the answer.
EXAMPLES = {
    **{
        kind.value: {"letter": replace(RELAYED, kind=kind)}
        for kind in Kind
        if kind is not Kind.BUYER
    },
    "no-mail-replies": {"letter": replace(RELAYED, marketplace="etsy")},
    "no-return-address": {"letter": replace(DIRECT, sender="")},
    "own-address": {
        "letter": replace(DIRECT, sender="us+x@example.org"),
        "channels": replace(OPEN, own=frozenset({"us@example.org"})),
    },
    "never": {
        "letter": DIRECT,
        "channels": replace(OPEN, never=frozenset({"buyer@example.net"})),
    },
    "suspect": {"letter": replace(RELAYED, suspect=True)},
    "relays-closed": {"channels": replace(OPEN, relays=False)},
    "direct-closed": {"letter": replace(DIRECT, recipients=("press@example.org",))},
    "unauthenticated": {"letter": replace(DIRECT, authenticated=False)},
    "written-first": {"letter": DIRECT, "standing": replace(KNOWN, written_first=True)},
    "thanks": {"triage": about("thanks")},
    "spam": {"triage": about("spam")},
    "expired": {"age": timedelta(hours=24, seconds=1)},
    "unknown-shop": {"shop": None},
    "silent-on": {
        "triage": about("claim", "refund"),
        "shop": replace(SHOP, silent_on=frozenset({"claim"})),
    },
    "no-approved-sender": {"standing": replace(KNOWN, sender="you@example.org")},
    "shadow": {"standing": replace(KNOWN, mode="shadow")},
    "canary": {"standing": replace(KNOWN, mode="canary", outside_canary=True)},
    "hold-out": {"standing": replace(KNOWN, held_out=True)},
    "answered": {"standing": replace(KNOWN, answered=True)},
    "acknowledged": {"standing": replace(KNOWN, acknowledged=True)},
    "address-cap": {"standing": replace(KNOWN, to_address=3)},
    "thread-cap": {"standing": replace(KNOWN, in_thread=3)},
    "domain-cap": {"letter": DIRECT, "standing": replace(KNOWN, to_domain=20)},
}


@pytest.mark.parametrize("letter", [RELAYED, DIRECT])
def test_a_buyer_is_acknowledged(letter: Letter) -> None:
    """Through a relay as on a named direct address, with all that can be known known."""
    assert "ok" == reason(letter)


def test_every_veto_has_an_example() -> None:
    """A new veto without a letter that meets it fails here."""
    assert [veto.id for veto in VETOES] == list(EXAMPLES)


@pytest.mark.parametrize("veto", EXAMPLES)
def test_a_veto_names_itself(veto: str) -> None:
    """What it applies to is withheld for its reason and no other."""
    assert veto == reason(**EXAMPLES[veto])  # type: ignore[arg-type]  # a table of keywords


@pytest.mark.parametrize("mark", [mark.id for mark in MARKS])
def test_a_header_mark_of_a_buyer_is_a_reason_under_its_own_id(mark: str) -> None:
    """A relayed letter that asks for silence gets it."""
    assert mark == reason(replace(RELAYED, vetoes=(mark, "another")))


def test_the_kind_goes_before_everything() -> None:
    """A bounce is withheld as a bounce, whatever else speaks against it."""
    bounce = replace(RELAYED, kind=Kind.BOUNCE, sender="", vetoes=("precedence",), suspect=True)

    assert "bounce" == reason(bounce, triage=about("spam"), shop=None)


@pytest.mark.parametrize(
    "sender",
    [
        "no-reply@shop.example",
        "noreply@shop.example",
        "mailer-daemon@shop.example",
        "postmaster@shop.example",
        "owner-list@shop.example",
        "list-request@shop.example",
        "x-bounces@shop.example",
        "@shop.example",
        "nobody",
    ],
)
def test_an_address_that_nobody_reads_is_not_answered(sender: str) -> None:
    """Robots and mail systems have no return address."""
    assert "no-return-address" == reason(replace(DIRECT, sender=sender))


@pytest.mark.parametrize("sender", ["noreen@example.net", "requests@example.net", "b@example.net"])
def test_a_person_with_a_like_name_is_answered(sender: str) -> None:
    """The patterns are whole local parts."""
    assert "ok" == reason(replace(DIRECT, sender=sender))


def test_a_null_path_is_not_answered() -> None:
    """RFC 3834 section 2: never answer to the null path, whatever From says."""
    assert "no-return-address" == reason(replace(RELAYED, return_path=""))


@pytest.mark.parametrize(
    ("entry", "sender", "expected"),
    [
        ("buyer@example.net", "buyer@example.net", "never"),
        ("buyer@example.net", "buyer+x@example.net", "never"),
        ("example.net", "buyer@mail.example.net", "never"),
        ("@example.net", "buyer@example.net", "never"),
        ("*@*.example.net", "buyer@mail.example.net", "never"),
        ("b*@example.net", "buyer@example.net", "never"),
        ("example.net", "buyer@badexample.net", "ok"),
        ("example.net", "buyer@example.net.test", "ok"),
        ("*@*.example.net", "buyer@example.net", "ok"),
    ],
)
def test_a_never_entry_is_an_address_a_domain_or_a_pattern(
    entry: str, sender: str, expected: str
) -> None:
    """Domains are compared label by label."""
    channels = replace(OPEN, never=frozenset({entry}))

    assert expected == reason(replace(DIRECT, sender=sender), channels=channels)


def test_our_own_domain_is_not_answered() -> None:
    """A colleague who writes in gets no acknowledgement."""
    channels = replace(OPEN, own_domains=frozenset({"example.net"}))

    assert "own-address" == reason(DIRECT, channels=channels)


def test_thanks_in_doubt_are_answered() -> None:
    """They may be irony above a complaint; advertising in doubt is not worth an answer."""
    assert ["ok", "spam"] == [
        reason(triage=replace(about(tag), unsure=True)) for tag in ("thanks", "spam")
    ]


def test_a_closed_direct_channel_does_not_close_the_relays() -> None:
    """With no direct address named only marketplaces are answered."""
    closed = replace(OPEN, direct=frozenset())

    assert ["ok", "direct-closed"] == [reason(one, channels=closed) for one in (RELAYED, DIRECT)]


@pytest.mark.parametrize(
    ("letter", "channels"),
    [
        (DIRECT, OPEN),
        (replace(DIRECT, authenticated=False), replace(OPEN, trusted_servers=None)),
        (replace(DIRECT, authenticated=False), replace(OPEN, unauthenticated_direct=True)),
        (replace(RELAYED, authenticated=False), OPEN),
    ],
)
def test_only_direct_mail_needs_a_trusted_servers_word(letter: Letter, channels: Channels) -> None:
    """Unless the operator asks for none, or none is known; a relay is known by its address."""
    assert "ok" == reason(letter, channels=channels)


@pytest.mark.parametrize("trusted", [True, False])
def test_direct_mail_that_nobody_vouches_for_is_not_answered(*, trusted: bool) -> None:
    """Neither where a trusted server found nothing, nor where none is named to find it."""
    letter, channels = replace(DIRECT, authenticated=False), replace(OPEN, trusted_servers=trusted)

    assert "unauthenticated" == reason(letter, channels=channels)


def test_a_relay_that_ours_wrote_to_first_is_a_buyers() -> None:
    """A shop's own message about an order makes no stranger of its buyer."""
    assert "ok" == reason(RELAYED, standing=replace(KNOWN, written_first=True))


def test_a_shop_is_silent_on_main_tags_alone() -> None:
    """What a letter also speaks of silences nothing."""
    shop = replace(SHOP, silent_on=frozenset({"refund"}))

    assert "ok" == reason(triage=about("damaged", "refund"), shop=shop)


def test_a_letter_of_exactly_a_day_is_not_expired() -> None:
    """Expiry begins after 24 hours."""
    assert "ok" == reason(age=timedelta(hours=24))


def test_the_domain_cap_spares_the_relays() -> None:
    """A marketplace's relay is one domain for all buyers."""
    assert "ok" == reason(RELAYED, standing=replace(KNOWN, to_domain=500))


def test_with_nothing_known_a_buyer_would_be_acknowledged() -> None:
    """Vetoes that cannot be judged are skipped, and every one of them is named."""
    decision = judge(DIRECT, about("refund"), default_shop(None), NOW, NOW)

    assert (True, "ok", "default") == (decision.send, decision.reason, decision.shop)
    assert (
        "approved-sender",
        "caps",
        "channels",
        "history",
        "mode",
        "own-addresses",
        "trusted-servers",
    ) == decision.not_judged


def test_with_everything_known_nothing_is_left_unjudged() -> None:
    """The daemon at the point of sending decides on all of them."""
    decision = judge(RELAYED, about("refund"), SHOP, NOW, NOW, channels=OPEN, standing=KNOWN)

    assert () == decision.not_judged


def test_the_answer_goes_to_the_full_relay_address() -> None:
    """The tag is part of the thread on the marketplace."""
    assert "a1b2c3d4e5f6g7+case@marketplace.amazon.de" == recipient(RELAYED)


def test_the_reference_lists_every_reason_in_order() -> None:
    """docs/reference/vetoes.md has a line for each veto and each unknown, and no others."""
    page = PAGE.read_text()
    vetoes, unknowns = page.split("## Not judged")

    kinds = [kind.value for kind in Kind if kind is not Kind.BUYER]
    others = [veto.id for veto in VETOES if veto.id not in kinds]
    expected = [*kinds, *(mark.id for mark in MARKS), *others]

    assert expected == re.findall(r"^\| `([\w-]+)` \|", vetoes, re.MULTILINE)
    assert [name for name, _ in UNKNOWNS] == re.findall(
        r"^\| `([\w-]+)` \|", unknowns, re.MULTILINE
    )
