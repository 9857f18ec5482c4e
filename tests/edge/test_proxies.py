"""Mail servers and the issuer of tokens, reached through a proxy that alone knows their names."""

import asyncio
import contextlib
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest

from cases.states import AckEvent
from daemon import clock
from daemon.checks import witnesses
from daemon.config.logins import OAuth, Proxy
from daemon.config.mailboxes import Imap, Smtp
from daemon.config.reading import parse_config
from daemon.imap.inbox import Inbox, InboxError
from daemon.login.access import Access
from daemon.login.asking import Asking
from daemon.login.grant import Grant
from daemon.login.refusals import TokenError
from daemon.login.token_file import TokenFile
from daemon.login.tokens import KeptTokens
from daemon.smtp.outbox import Outbox
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.issuer import CLIENT, SCOPE
from tests.servers.loopback import free_port
from tests.servers.postfix import Postfix
from tests.servers.provider import Provider
from tests.servers.proxy import SECRET, USER, ScriptedProxy

KINDS = pytest.mark.parametrize("kind", ["socks5", "http"])
Kind = Literal["socks5", "http"]


def build_imap(dovecot: Dovecot, user: str, **changes: Any) -> Imap:  # noqa: ANN401 - keys
    """Return a server that only a proxy finds."""
    return Imap.model_validate(
        {
            "host": "imap.provider.example",
            "port": dovecot.tls_port,
            "ca_file": dovecot.certificate,
            "user": user,
            "password": PASSWORD,
            "timeout": "5s",
        }
        | changes
    )


def open_inbox(server: Imap, access: Access) -> Inbox:
    """Return an opened inbox."""
    inbox = Inbox(server, "INBOX", writable=False, access=access)
    inbox.open()
    return inbox


@KINDS
@pytest.mark.parametrize("login", [False, True], ids=["open", "login"])
def test_letters_are_read_through_a_proxy(dovecot: Dovecot, kind: Kind, *, login: bool) -> None:
    """It looks the name up, and TLS is verified to the server behind it."""
    user = dovecot.new_user()
    own = {"user": USER, "password": SECRET} if login else {}
    with ScriptedProxy(kind=kind, wants_login=login) as proxy:
        access = Access(proxy=Proxy.model_validate({"url": proxy.url, **own}))
        with contextlib.closing(open_inbox(build_imap(dovecot, user), access)) as inbox:
            assert [] == inbox.uids_after(0)
        with pytest.raises(InboxError, match="certificate is not trusted"):
            open_inbox(build_imap(dovecot, user, host="imap.elsewhere.example"), access)
        with pytest.raises(InboxError, match="certificate is not trusted"):
            open_inbox(build_imap(dovecot, user, ca_file=None), access)

    assert "imap.provider.example" == proxy.asked[0]


@KINDS
async def test_a_greeting_behind_the_proxys_answer_is_read(
    postfix: Postfix, dovecot: Dovecot, kind: Kind
) -> None:
    """SMTP with STARTTLS, whose server speaks first, in one piece with the proxy's answer."""
    server = Smtp.model_validate(
        {
            "host": "smtp.provider.example",
            "port": postfix.port,
            "tls": "starttls",
            "ca_file": postfix.certificate,
            "user": dovecot.new_user(),
            "password": PASSWORD,
            "timeout": "5s",
        }
    )
    with ScriptedProxy(kind=kind) as proxy:
        outbox = Outbox(server, access=Access(proxy=Proxy(url=proxy.url)))
        outcome, _ = await outbox.try_login()
        await outbox.close()

    assert (AckEvent.ACCEPT, "") == (outcome.event, outcome.sentence)
    assert ["smtp.provider.example"] == proxy.asked


@KINDS
def test_tokens_are_asked_for_through_it(provider: Provider, tmp_path: Path, kind: Kind) -> None:
    """The issuer's name is the proxy's to look up as well."""
    oauth = OAuth.model_validate(
        {
            "provider": "other",
            "client_id": CLIENT,
            "scopes": SCOPE,
            "authorize_url": "https://login.provider.example/authorize",
            "token_url": f"https://login.provider.example:{provider.issuer.port}/token",
            "ca_file": provider.issuer.certificate,
            "timeout": "5s",
        }
    )
    user, now = provider.dovecot.new_user(), clock.now()
    with ScriptedProxy(kind=kind) as proxy:
        through = Proxy(url=proxy.url)
        asking = Asking(mailbox="main", user=user, oauth=oauth, proxy=through)
        tokens = KeptTokens(asking, TokenFile(tmp_path, "main"))
        tokens.accept(Grant.of(provider.issuer.grant(user), now - timedelta(hours=2)))
        server = build_imap(
            provider.dovecot, user, password=None, ca_file=provider.dovecot.certificate
        )
        access = Access(tokens=tokens, proxy=through)
        with contextlib.closing(open_inbox(server, access)) as inbox:
            assert [] == inbox.uids_after(0)
        assert ["imap.provider.example", "login.provider.example"] == proxy.asked
        proxy.refusal = b"no"
        with pytest.raises(TokenError, match="cannot be reached"):
            tokens.token(now + timedelta(hours=2))


@pytest.mark.parametrize(
    ("kind", "refusal", "said"),
    [
        ("socks5", b"\x05\x02\x00\x01\x00\x00\x00\x00\x00\x00", "does not lead there"),
        ("socks5", b"HTTP/1.1 400 Bad\r\n\r\n", "does not lead there"),
        ("socks5", b"", "does not lead there"),
        ("http", b"HTTP/1.1 502 Bad\r\n\r\n", "does not lead there (502)"),
        ("http", b"SSH-2.0-x\r\n\r\n", "gives no answer in HTTP"),
        ("http", b"", "gives no answer in HTTP"),
    ],
)
def test_a_proxy_that_leads_nowhere_is_told(
    dovecot: Dovecot, kind: Kind, refusal: bytes, said: str
) -> None:
    """Whatever it answers is a sentence about the proxy, for reading and for sending."""
    with ScriptedProxy(kind=kind, refusal=refusal) as proxy:
        access = Access(proxy=Proxy(url=proxy.url))
        told = complaints(build_imap(dovecot, "seller@shop.example"), access)

    assert [True, True] == [f"the proxy {said}" in one for one in told], told


@KINDS
def test_a_proxys_login_that_is_refused_is_told(dovecot: Dovecot, kind: Kind) -> None:
    """With another password, and with none."""
    server = build_imap(dovecot, "seller@shop.example")
    with ScriptedProxy(kind=kind, wants_login=True) as proxy:
        wrong = Proxy.model_validate({"url": proxy.url, "user": USER, "password": "wrong-secret"})
        told = [*complaints(server, Access(proxy=wrong))]
        told += complaints(server, Access(proxy=Proxy(url=proxy.url)))

    assert 4 == sum("the proxy" in one for one in told), told
    assert not [one for one in told if "wrong-secret" in one]


def test_a_proxy_that_is_down_is_told(dovecot: Dovecot) -> None:
    """It is the proxy that is named, not the server."""
    proxy = Proxy(url=f"socks5://127.0.0.1:{free_port()}")
    told = complaints(build_imap(dovecot, "seller@shop.example"), Access(proxy=proxy))

    assert [True, True] == ["the proxy cannot be reached" in one for one in told], told


def complaints(imap: Imap, access: Access) -> list[str]:
    """Return what reading and sending say of a way that leads nowhere."""
    with pytest.raises(InboxError) as caught:
        open_inbox(imap, access)
    smtp = Smtp.model_validate(imap.model_dump(include={"host", "port", "user", "password"}))
    outcome, _ = asyncio.run(Outbox(smtp, access=access).try_login())
    return [str(caught.value), outcome.sentence]


def test_witnesses_are_looked_for_through_a_proxy(dovecot: Dovecot, tmp_path: Path) -> None:
    """Whoever checks a mailbox goes the way that the service goes."""
    secret = tmp_path / "secret"
    secret.write_text(PASSWORD)
    secret.chmod(0o600)
    with ScriptedProxy(kind="socks5") as proxy:
        text = _THROUGH.format(
            port=dovecot.tls_port,
            ca_file=dovecot.certificate,
            user=dovecot.new_user(),
            secret=secret,
            proxy=proxy.url,
        )
        found = list(witnesses.look(parse_config(text, "x.toml"), clock.now()))

    assert ["shop"] == [one.mailbox for one in found]
    assert ["imap.provider.example"] == proxy.asked


_THROUGH = """
[mailboxes.shop]
address = "shop@example.com"
[mailboxes.shop.imap]
host = "imap.provider.example"
port = {port}
ca_file = "{ca_file}"
user = "{user}"
password = {{file = "{secret}"}}
[mailboxes.shop.smtp]
host = "smtp.provider.example"
user = "{user}"
password = {{file = "{secret}"}}
[mailboxes.shop.proxy]
url = "{proxy}"
[shops.main]
brand = "Shop"
senders = ["shop@example.com"]
"""
