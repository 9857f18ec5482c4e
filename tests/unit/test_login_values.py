"""Grants, causes and what is shown to servers, as values."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from daemon.login.bearer import Bearer, choose, is_unscoped
from daemon.login.grant import Grant
from daemon.login.outlook import foresee
from daemon.login.refusals import Cause, TokenError, judge

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MAIL = "https://mail.google.com/"


def build_grant(**answer: Any) -> Grant:  # noqa: ANN401 - whatever an issuer answers
    """Return what a token response comes to."""
    return Grant.of({"access_token": "t", "expires_in": 3600, **answer}, NOW)


@pytest.mark.parametrize(
    ("expires_in", "renewed", "ends"),
    [
        (3600, 3300, 3600),
        ("3600", 3300, 3600),
        (4, 3, 4),
        (None, 1500, 1800),
        ("soon", 1500, 1800),
        (-5, 1500, 1800),
        (True, 1500, 1800),
        (float("nan"), 1500, 1800),
        (10**30, 315_360_000 - 300, 315_360_000),
    ],
)
def test_a_token_is_renewed_before_it_ends(expires_in: object, renewed: int, ends: int) -> None:
    """Five minutes before, or after three quarters of a short life; nonsense is half an hour."""
    grant = build_grant(expires_in=expires_in)

    assert (NOW + timedelta(seconds=renewed), NOW + timedelta(seconds=ends)) == (
        grant.renew_at,
        grant.ends_at,
    )
    assert not grant.is_due(grant.renew_at - timedelta(seconds=1))
    assert grant.is_due(grant.renew_at)
    assert grant.is_good(grant.ends_at - timedelta(seconds=1))
    assert not grant.is_good(grant.ends_at)


def test_what_an_issuer_does_not_repeat_stays() -> None:
    """Refresh token, scopes and end of consent are kept unless new ones come."""
    first = build_grant(refresh_token="r1", scope=f"{MAIL} openid", refresh_token_expires_in=604800)

    kept = Grant.of({"access_token": "u"}, NOW + timedelta(hours=1), first)
    assert ("r1", first.scopes, first.consent_ends_at) == (
        kept.refresh,
        kept.scopes,
        kept.consent_ends_at,
    )
    turned = Grant.of({"access_token": "u", "refresh_token": "r2"}, NOW, first)
    assert "r2" == turned.refresh


def test_a_grant_shows_no_secret() -> None:
    """Its repr, which a log or traceback may hold, names neither token."""
    shown = repr(build_grant(access_token="topsecret1", refresh_token="topsecret2"))

    assert "topsecret" not in shown


def test_lacking_scopes_are_those_the_issuer_says_it_left_out() -> None:
    """Nothing lacks where the issuer says nothing, or where a scope is about the client itself."""
    assert (MAIL,) == build_grant(scope="https://other.example/").lacks((MAIL, "offline_access"))
    assert () == build_grant().lacks((MAIL,))
    assert () == build_grant(scope=f"openid {MAIL.upper()}").lacks((MAIL,))
    assert () == build_grant(scope="x").lacks(("https://outlook.office365.com/.default",))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"refresh_token_expires_in": 86_400 * 4}, ""),
        ({"refresh_token_expires_in": 86_400 * 3}, "ends at 2026-11-25 12:00 UTC"),
        ({"refresh_token_expires_in": 60}, "log in again: triaged login de"),
    ],
)
def test_a_consent_that_ends_is_foreseen(changes: dict[str, int], said: str) -> None:
    """Three days ahead, where the issuer says when; else never."""
    told = foresee("de", build_grant(**changes), NOW)

    assert (bool(said), True) == (bool(told), said in told)


def test_any_end_of_a_consent_can_be_told() -> None:
    """The first moment that there is, is one that has passed."""
    first = datetime.min.replace(tzinfo=UTC)

    assert "triaged login de" in foresee("de", replace(build_grant(), consent_ends_at=first), NOW)


def test_a_renewal_that_fails_is_foreseen() -> None:
    """While the old token serves; afterwards the login itself says why."""
    grant = build_grant().fail("it has trouble")

    assert "serves until 2026-11-22 13:00 UTC" in foresee("de", grant, NOW)
    assert "" == foresee("de", grant, NOW + timedelta(hours=1))


@pytest.mark.parametrize(
    ("error", "details", "cause"),
    [
        ("invalid_grant", {"error_description": "Token has been expired or revoked."}, "REVOKED"),
        ("invalid_grant", {"error_description": "Refresh token expired"}, "EXPIRED"),
        ("invalid_grant", {"error_description": "Invalid JWT Signature."}, "CLIENT"),
        (
            "invalid_grant",
            {"error_description": "Invalid JWT: Token must be a short-lived token (60 minutes)"},
            "CLOCK",
        ),
        ("invalid_grant", {"error_description": "Invalid email or User ID"}, "REFUSED"),
        ("invalid_grant", {"error_subtype": "invalid_rapt"}, "EXPIRED"),
        ("invalid_grant", {"error_codes": [700082]}, "EXPIRED"),
        ("invalid_grant", {"error_description": "AADSTS50173: fresh auth token"}, "REVOKED"),
        ("invalid_grant", {"error_codes": [50076]}, "POLICY"),
        ("invalid_grant", {"error_codes": [1, "x", 65001]}, "UNALLOWED"),
        ("invalid_client", {"error_codes": [7000222]}, "CLIENT"),
        ("invalid_client", {}, "CLIENT"),
        ("unauthorized_client", {"error_codes": [700016]}, "CLIENT"),
        ("unauthorized_client", {"error_description": "Client is unauthorized"}, "UNALLOWED"),
        ("invalid_scope", {}, "UNSCOPED"),
        ("access_denied", {}, "DENIED"),
        ("temporarily_unavailable", {}, "BUSY"),
        ("nobody_knows", {"error_codes": "70008", "error_description": None}, "STRANGE"),
    ],
)
def test_an_issuers_error_is_told_by_its_cause(
    error: str, details: dict[str, object], cause: str
) -> None:
    """The name decides, unless a number or the words say more."""
    assert cause == judge(error, details).name


@pytest.mark.parametrize("cause", Cause)
def test_each_cause_has_sentence_and_remedy(cause: Cause) -> None:
    """Every cause fills its sentence in, and says what to do."""
    said = str(TokenError(cause, mailbox="main", issuer="login.example", lacking=""))

    assert "; " in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("wanted", "offered", "chosen"),
    [
        ("auto", ["PLAIN", "XOAUTH2", "OAUTHBEARER"], "OAUTHBEARER"),
        ("auto", ["plain", "xoauth2"], "XOAUTH2"),
        ("xoauth2", ["XOAUTH2", "OAUTHBEARER"], "XOAUTH2"),
        ("oauthbearer", ["XOAUTH2"], None),
        ("auto", ["PLAIN"], None),
    ],
)
def test_the_newer_mechanism_is_taken(wanted: str, offered: list[str], chosen: str | None) -> None:
    """Of what the server offers and the configuration allows."""
    assert chosen == choose(wanted, offered)


def test_the_standard_shows_a_token_with_its_server() -> None:
    """As RFC 7628 section 4.1 has it; commas and equals signs of a user are written otherwise."""
    bearer = Bearer(mechanism="OAUTHBEARER", user="a,b=c@d", token="t", host="imap.d", port=143)

    assert "n,a=a=2Cb=3Dc@d,\x01host=imap.d\x01port=143\x01auth=Bearer t\x01\x01" == bearer.first
    assert "\x01" == bearer.last


@pytest.mark.parametrize(
    ("said", "unscoped"),
    [
        (b'{"status":"insufficient_scope"}', True),
        (b'{"status":"403","schemes":"Bearer"}', True),
        (b'{"status":"401"}', False),
        (b"[" * 100_000, False),
        (b"\xff", False),
        (b"[1]", False),
    ],
)
def test_a_servers_refusal_may_name_the_scope(said: bytes, *, unscoped: bool) -> None:
    """What is no such JSON says nothing."""
    assert unscoped == is_unscoped(said)
