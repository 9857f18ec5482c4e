"""Tokens of a mailbox, asked of a real issuer over TLS and shown to a real Dovecot."""

import contextlib
import json
import os
import pwd
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cases.states import AckEvent
from daemon import clock
from daemon.config.logins import OAuth
from daemon.config.mailboxes import Imap, Smtp
from daemon.imap.inbox import Inbox, InboxError, LoginRefusedError
from daemon.login.access import Access
from daemon.login.asking import Asking
from daemon.login.grant import Grant
from daemon.login.refusals import Cause, TokenError
from daemon.login.token_file import TokenFile, TokenFileError
from daemon.login.tokens import KeptTokens
from daemon.smtp.faults import Outcome
from daemon.smtp.outbox import Outbox
from tests.servers.dovecot import Dovecot
from tests.servers.issuer import CLIENT, CLIENT_SECRET, SCOPE, Issuer
from tests.servers.loopback import free_port, is_root
from tests.servers.provider import Provider
from tests.servers.scripted_imap import ScriptedImap

LATER = timedelta(hours=2)


@pytest.fixture
def issuer(tmp_path: Path) -> Iterator[Issuer]:
    """An issuer of the test's own."""
    with Issuer(folder=tmp_path) as server:
        yield server


def build_oauth(issuer: Issuer, **changes: Any) -> OAuth:  # noqa: ANN401 - keys of the table
    """Return the table of a client that asks people."""
    table = {
        "provider": "other",
        "flow": "code",
        "client_id": CLIENT,
        "client_secret": CLIENT_SECRET,
        "scopes": [SCOPE],
        "authorize_url": f"{issuer.url}/authorize",
        "token_url": f"{issuer.url}/token",
        "device_url": f"{issuer.url}/device",
        "ca_file": issuer.certificate,
    }
    return OAuth.model_validate(table | changes)


def build_tokens(
    issuer: Issuer,
    folder: Path,
    user: str = "seller@shop.example",
    *,
    consent: bool = True,
    **changes: Any,  # noqa: ANN401 - likewise
) -> KeptTokens:
    """Return the tokens of a mailbox whose owner has consented."""
    asking = Asking(mailbox="main", user=user, oauth=build_oauth(issuer, **changes))
    tokens = KeptTokens(asking, TokenFile(folder, "main"))
    if consent:
        tokens.accept(Grant.of(issuer.grant(user), clock.now()))
    return tokens


def test_a_token_serves_until_it_is_due(issuer: Issuer, tmp_path: Path) -> None:
    """The issuer is asked once, when it is; then the new one serves."""
    tokens, now = build_tokens(issuer, tmp_path), clock.now()

    first = tokens.token(now)
    assert (first, 0) == (tokens.token(now), len(issuer.asked))
    second = tokens.token(now + LATER)
    assert second != first
    assert second == tokens.token(now + LATER)
    assert ["refresh_token"] == [form["grant_type"] for form in issuer.asked]


def test_what_renews_is_exchanged_on_the_disk(issuer: Issuer, tmp_path: Path) -> None:
    """Each refresh token is used once, over many renewals, by threads that come together."""
    tokens, now = build_tokens(issuer, tmp_path), clock.now()
    with ThreadPoolExecutor(8) as threads:
        for hours in range(1, 5):
            given = set(threads.map(tokens.token, [now + LATER * hours] * 8))

            assert 1 == len(given)
    used = [form["refresh_token"] for form in issuer.asked]
    assert 4 == len(used) == len(set(used))


def test_nobody_else_reads_the_file(issuer: Issuer, tmp_path: Path) -> None:
    """Folder and files are their owner's alone."""
    build_tokens(issuer, tmp_path)
    folder = tmp_path / "tokens"

    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)
    assert {0o600} == {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def test_a_refused_token_is_exchanged_once(issuer: Issuer, tmp_path: Path) -> None:
    """Another one is given for one that is refused, but not for one that was just given."""
    tokens, now = build_tokens(issuer, tmp_path), clock.now()
    first = tokens.token(now)

    second = tokens.token(now + timedelta(minutes=1), refused=first)
    assert second != first
    assert second == tokens.token(now + timedelta(minutes=1), refused=second)
    # Another thread that was refused with the old one is given what is there.
    assert second == tokens.token(now + timedelta(minutes=1), refused=first)


def test_an_issuer_in_trouble_is_outlived(issuer: Issuer, tmp_path: Path) -> None:
    """While it has trouble the old token serves to its end, and the trouble is kept to be told."""
    tokens, now = build_tokens(issuer, tmp_path), clock.now()
    first = tokens.token(now)
    issuer.refusal = 503, {}
    late = now + timedelta(minutes=57)

    assert first == tokens.token(late)
    kept = TokenFile(tmp_path, "main").read()
    assert kept is not None
    assert "localhost has trouble of its own" in kept.problem
    with pytest.raises(TokenError) as caught:
        tokens.token(now + LATER)
    assert not caught.value.lasting
    issuer.refusal = None
    assert first != tokens.token(now + LATER)
    kept = TokenFile(tmp_path, "main").read()
    assert kept is not None
    assert not kept.problem


def test_a_withdrawn_consent_says_so(issuer: Issuer, tmp_path: Path) -> None:
    """With the command that mends it, and for good."""
    tokens = build_tokens(issuer, tmp_path)
    issuer.revoke("seller@shop.example")
    with pytest.raises(TokenError, match=r"withdrawn.*triaged login main") as caught:
        tokens.token(clock.now() + LATER)

    assert (Cause.REVOKED, True) == (caught.value.cause, caught.value.lasting)


@pytest.mark.parametrize(
    ("refusal", "cause"),
    [
        ((400, {"error": "invalid_grant", "error_codes": [700082]}), Cause.EXPIRED),
        ((400, {"error": "invalid_scope"}), Cause.UNSCOPED),
        ((401, {"error": "invalid_client"}), Cause.CLIENT),
        ((200, {"hello": 1}), Cause.STRANGE),
        ((200, {"access_token": "a\r\nb"}), Cause.STRANGE),
        ((200, {"access_token": ["a"]}), Cause.STRANGE),
        ((200, {"access_token": "a", "token_type": "mac"}), Cause.STRANGE),
        ((200, {"access_token": "a", "expires_in": [1]}), Cause.STRANGE),
        ((200, {"access_token": "a", "expires_in": float("inf")}), Cause.STRANGE),
        ((200, {"access_token": "a", "scope": {"a": 1}}), Cause.STRANGE),
        ((404, {}), Cause.STRANGE),
        ((400, {"error": {"code": 400}}), Cause.STRANGE),
        ((400, {"error": None}), Cause.STRANGE),
        ((503, {"error": {"code": 503}}), Cause.BUSY),
        ((502, {"error": ["bad gateway"]}), Cause.BUSY),
        ((500, {"error": "Internal Server Error"}), Cause.BUSY),
        ((429, {"error": ""}), Cause.BUSY),
        ((500, {"error": "invalid_client"}), Cause.CLIENT),
        ((500, {"error": "server_error"}), Cause.BUSY),
        ((429, {"error_description": "slow"}), Cause.BUSY),
    ],
)
def test_whatever_is_no_token_is_a_cause(
    issuer: Issuer, tmp_path: Path, refusal: tuple[int, dict[str, Any]], cause: Cause
) -> None:
    """An error, nonsense and trouble are told apart, and none of their words is repeated."""
    tokens = build_tokens(issuer, tmp_path)
    issuer.refusal = refusal
    with pytest.raises(TokenError) as caught:
        tokens.token(clock.now() + LATER)

    assert cause is caught.value.cause


def test_an_issuer_that_is_not_trusted_is_told_nothing(issuer: Issuer, tmp_path: Path) -> None:
    """Without its certificate no secret goes out."""
    tokens = build_tokens(issuer, tmp_path, ca_file=None)
    with pytest.raises(TokenError, match="cannot be reached"):
        tokens.token(clock.now() + LATER)

    assert [] == issuer.asked


def test_nobody_has_logged_in(issuer: Issuer, tmp_path: Path) -> None:
    """Before the first consent the command is named."""
    tokens = build_tokens(issuer, tmp_path, consent=False)
    with pytest.raises(TokenError, match="nobody has logged in yet; log in: triaged login main"):
        tokens.token(clock.now())


def test_a_damaged_file_is_told(issuer: Issuer, tmp_path: Path) -> None:
    """Neither a traceback nor a new consent over it."""
    tokens = build_tokens(issuer, tmp_path)
    (tmp_path / "tokens" / "main.json").write_text('{"token": 1')
    with pytest.raises(TokenFileError, match="damaged"):
        TokenFile(tmp_path, "main").read()
    with pytest.raises(TokenError, match="cannot be kept"):
        tokens.token(clock.now())


def test_a_full_disk_loses_no_consent(issuer: Issuer, tmp_path: Path) -> None:
    """What was exchanged and cannot be written is remembered, and written once that can be."""
    tokens, now = build_tokens(issuer, tmp_path), clock.now()
    obstacle = tmp_path / "tokens" / "main.new"
    obstacle.mkdir()

    second = tokens.token(now + LATER)
    assert second == tokens.token(now + LATER)
    obstacle.rmdir()
    assert second == tokens.token(now + LATER)
    assert second == build_tokens(issuer, tmp_path, consent=False).token(now + LATER)
    assert 1 == len(issuer.asked)


def test_a_new_consent_counts_more_than_what_is_remembered(issuer: Issuer, tmp_path: Path) -> None:
    """Somebody who logged in again is believed, whatever could not be written before."""
    tokens, now = build_tokens(issuer, tmp_path), clock.now()
    obstacle = tmp_path / "tokens" / "main.new"
    obstacle.mkdir()
    remembered = tokens.token(now + LATER)
    obstacle.rmdir()
    later = now + LATER * 2
    TokenFile(tmp_path, "main").write(Grant.of(issuer.grant("seller@shop.example"), later))

    assert remembered != tokens.token(later)
    assert 1 == len(issuer.asked)


def test_a_client_asks_for_itself(issuer: Issuer, tmp_path: Path) -> None:
    """Client credentials give a token without a person, again and again."""
    scopes = [f"{SCOPE}#seller@shop.example"]
    tokens = build_tokens(issuer, tmp_path, consent=False, flow="client-credentials", scopes=scopes)

    first = tokens.token(clock.now())
    assert first != tokens.token(clock.now() + LATER)
    assert ["client_credentials"] * 2 == [form["grant_type"] for form in issuer.asked]


def test_a_service_account_signs_in_the_mailboxs_name(issuer: Issuer, tmp_path: Path) -> None:
    """The issuer checks signature, audience, scope and time of what is signed."""
    tokens = build_tokens(
        issuer, tmp_path, consent=False, flow="service-account", key=issuer.key_file()
    )

    assert tokens.token(clock.now()) in issuer.secrets


@pytest.mark.parametrize(
    "key", ["nonsense", "[]", json.dumps({"client_email": "a", "private_key": "no key"})]
)
def test_a_key_that_is_none_is_told(issuer: Issuer, tmp_path: Path, key: str) -> None:
    """A wrong file is the client's fault, not a traceback."""
    tokens = build_tokens(issuer, tmp_path, consent=False, flow="service-account", key=key)
    with pytest.raises(TokenError, match="its key"):
        tokens.token(clock.now())


@pytest.mark.parametrize("mechanism", ["auto", "oauthbearer", "xoauth2"])
def test_dovecot_lets_a_token_in(provider: Provider, tmp_path: Path, mechanism: str) -> None:
    """By either mechanism, over a folder that is then read."""
    user = provider.dovecot.new_user()
    access = Access(tokens=build_tokens(provider.issuer, tmp_path, user), mechanism=mechanism)
    with contextlib.closing(open_inbox(provider.dovecot, user, access)) as inbox:
        assert [] == inbox.uids_after(0)


def test_a_token_that_ended_early_is_exchanged(provider: Provider, tmp_path: Path) -> None:
    """What the server refuses is renewed within the same login."""
    user = provider.dovecot.new_user()
    asking = Asking(mailbox="main", user=user, oauth=build_oauth(provider.issuer))
    tokens = KeptTokens(asking, TokenFile(tmp_path, "main"))
    tokens.accept(Grant.of(provider.issuer.grant(user), clock.now() - timedelta(minutes=1)))
    provider.issuer.end_tokens()
    with contextlib.closing(open_inbox(provider.dovecot, user, Access(tokens=tokens))) as inbox:
        assert [] == inbox.uids_after(0)


def test_a_token_that_lets_nobody_in_is_explained(provider: Provider, tmp_path: Path) -> None:
    """Of another user's consent, and of scopes that were left out."""
    user = provider.dovecot.new_user()
    access = Access(tokens=build_tokens(provider.issuer, tmp_path, user))
    with pytest.raises(LoginRefusedError, match="has just given"):
        open_inbox(provider.dovecot, provider.dovecot.new_user("other"), access)
    provider.issuer.scope, provider.issuer.lets_in = "https://other.example/", False
    try:
        access = Access(tokens=build_tokens(provider.issuer, tmp_path, user))
        with pytest.raises(LoginRefusedError, match=f"{SCOPE} is lacking"):
            open_inbox(provider.dovecot, user, access)
    finally:
        provider.issuer.scope, provider.issuer.lets_in = None, True


def test_a_server_without_tokens_is_told(dovecot: Dovecot, issuer: Issuer, tmp_path: Path) -> None:
    """Where it offers no such login nothing secret is shown to it."""
    user = dovecot.new_user()
    access = Access(tokens=build_tokens(issuer, tmp_path, user))
    with pytest.raises(InboxError, match="offers no login by token"):
        open_inbox(dovecot, user, access)


@pytest.mark.parametrize("code", ["UNAVAILABLE", "LIMIT", "inuse"])
@pytest.mark.parametrize("mechanism", ["OAUTHBEARER", "PLAIN", "LOGIN"])
def test_a_server_without_room_refuses_nobody(
    issuer: Issuer, tmp_path: Path, mechanism: str, code: str
) -> None:
    """What says nothing of token or password is no refused login, and renews nothing."""
    said = f"{{tag}} NO [{code}] come back later"
    begins = "LOGIN" if mechanism == "LOGIN" else "AUTHENTICATE"
    with ScriptedImap(instead={begins: said}, capabilities=f"AUTH={mechanism}") as server:
        settings = Imap.model_validate(
            {"host": "127.0.0.1", "port": server.port, "tls": "none", "user": "shop"}
            | {"OAUTHBEARER": {}, "PLAIN": {"password": "ü"}, "LOGIN": {"password": "u"}}[mechanism]
        )
        tokens = build_tokens(issuer, tmp_path) if mechanism == "OAUTHBEARER" else None
        inbox = Inbox(settings, "INBOX", writable=False, access=Access(tokens=tokens))
        with pytest.raises(InboxError, match="for now") as caught:
            inbox.open()

    assert InboxError is type(caught.value)
    assert [] == issuer.asked


def open_inbox(dovecot: Dovecot, user: str, access: Access) -> Inbox:
    """Return an opened inbox."""
    server = Imap(host="127.0.0.1", port=dovecot.port, tls="none", user=user)
    inbox = Inbox(server, "INBOX", writable=False, access=access)
    inbox.open()
    return inbox


@pytest.mark.parametrize("mechanism", ["auto", "oauthbearer", "xoauth2"])
async def test_postfix_lets_a_token_in(provider: Provider, tmp_path: Path, mechanism: str) -> None:
    """By either mechanism, and a token that ended is exchanged within the login."""
    user = provider.dovecot.new_user()
    asking = Asking(mailbox="main", user=user, oauth=build_oauth(provider.issuer))
    tokens = KeptTokens(asking, TokenFile(tmp_path, "main"))
    tokens.accept(Grant.of(provider.issuer.grant(user), clock.now() - timedelta(minutes=1)))
    provider.issuer.end_tokens()

    outcome = await try_to_send(provider, user, Access(tokens=tokens, mechanism=mechanism))
    assert (AckEvent.ACCEPT, "") == (outcome.event, outcome.sentence)


async def test_a_sender_without_consent_rests_until_somebody_acts(
    provider: Provider, tmp_path: Path
) -> None:
    """What a person must mend is told as lasting, and what the issuer must mend is not."""
    user = provider.dovecot.new_user()
    access = Access(tokens=build_tokens(provider.issuer, tmp_path, user, consent=False))

    outcome = await try_to_send(provider, user, access)
    assert (AckEvent.DEFER, True) == (outcome.event, outcome.lasting)
    assert "triaged login main" in outcome.sentence
    nowhere = f"https://localhost:{free_port()}/token"
    tokens = build_tokens(
        provider.issuer, tmp_path, user, consent=False, flow="client-credentials", token_url=nowhere
    )
    outcome = await try_to_send(provider, user, Access(tokens=tokens))
    assert (AckEvent.DEFER, False) == (outcome.event, outcome.lasting)


async def try_to_send(provider: Provider, user: str, access: Access) -> Outcome:
    """Log in where letters are handed in; return how it ended."""
    server = Smtp(
        host="localhost",
        port=provider.postfix.port,
        tls="starttls",
        ca_file=provider.postfix.certificate,
        user=user,
    )
    outbox = Outbox(server, access=access)
    try:
        outcome, _ = await outbox.try_login()
    finally:
        await outbox.close()
    return outcome


@pytest.mark.skipif(not is_root(), reason="gives files to another user")
def test_what_root_keeps_is_the_services(issuer: Issuer, tmp_path: Path) -> None:
    """``sudo triaged login`` leaves nothing behind that the service cannot read and replace."""
    nobody = pwd.getpwnam("nobody")
    os.chown(tmp_path, nobody.pw_uid, nobody.pw_gid)
    build_tokens(issuer, tmp_path).token(clock.now() + LATER)
    folder = tmp_path / "tokens"

    assert {nobody.pw_uid} == {path.stat().st_uid for path in (folder, *folder.iterdir())}


@pytest.mark.skipif(not is_root(), reason="gives files to another user")
@pytest.mark.parametrize("linked", ["tokens", "tokens/main.lock", "tokens/main.json"])
def test_root_follows_no_link_of_the_services(tmp_path: Path, linked: str) -> None:
    """What a link leads to is neither read nor given away; root says which file it is."""
    nobody, state, other = pwd.getpwnam("nobody"), tmp_path / "state", tmp_path / "root's"
    (state / linked).parent.mkdir(parents=True)
    other.mkdir() if linked == "tokens" else other.write_text("{}")
    (state / linked).symlink_to(other)
    for path in (state, state / "tokens"):
        os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
    file = TokenFile(state, "main")

    with pytest.raises(TokenFileError, match=r"main\.json: "), file.locked():
        file.read()
    assert 0 == other.stat().st_uid
    assert linked != "tokens" or [] == list(other.iterdir())


@pytest.mark.parametrize("text", ["{}", "[]", "null", '{"token": 1', "[" * 100_000])
def test_no_damage_is_more_than_a_sentence(tmp_path: Path, text: str) -> None:
    """Whatever stands in the file, it is told as damaged."""
    (tmp_path / "tokens").mkdir()
    (tmp_path / "tokens" / "main.json").write_text(text)
    with pytest.raises(TokenFileError, match="damaged"):
        TokenFile(tmp_path, "main").read()


@pytest.mark.parametrize(
    "changed",
    [
        {"given_at": float("inf")},
        {"ends_at": None},
        {"renew_at": "soon"},
        {"consent_ends_at": 1e20},
        {"token": 1},
        {"scopes": [1]},
        {"unknown": 1},
    ],
)
def test_no_part_is_believed_that_is_none(tmp_path: Path, changed: dict[str, Any]) -> None:
    """A file with one thing altered is damaged too, rather than trouble for who uses it."""
    file = TokenFile(tmp_path, "main")
    with file.locked():
        file.write(Grant.of({"access_token": "secret"}, clock.now()))
    file.path.write_text(json.dumps(json.loads(file.path.read_text()) | changed))
    with pytest.raises(TokenFileError, match="damaged"):
        file.read()
