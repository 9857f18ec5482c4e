# ruff: noqa: E501 - the table of faults reads best with one fault a line
"""Logins by token and proxies in the configuration: what is missing or cannot be is named."""

import pytest

from daemon.config.faults import ConfigError
from daemon.config.reading import parse_config
from daemon.login.issuers import Flow

PASSWORD = """
[mailboxes.de]
address = "shop@example.com"
[mailboxes.de.imap]
host = "imap.example.com"
user = "shop"
password = {env = "IMAP"}
[mailboxes.de.smtp]
host = "smtp.example.com"
user = "shop"
password = {env = "SMTP"}
[shops.main]
brand = "Shop"
senders = ["shop@example.com"]
"""
TOKEN = PASSWORD.replace('password = {env = "IMAP"}\n', "").replace(
    'password = {env = "SMTP"}\n', '[mailboxes.de.oauth]\nprovider = "google"\nclient_id = "c"\n'
)
PROXY = PASSWORD + '[mailboxes.de.proxy]\nurl = "socks5://proxy.example"\n'

BROKEN = {
    "nothing to log in with": (PASSWORD, 'password = {env = "IMAP"}\n', "", "mailboxes.de.imap.password: is missing; add it, or log in by token under [mailboxes.de.oauth]"),
    "no client": (TOKEN, 'client_id = "c"\n', "", "mailboxes.de.oauth: flow 'code' needs client_id"),
    "no such flow": (TOKEN, 'client_id = "c"', 'client_id = "c"\nflow = "device"', "google gives no mail by flow 'device'; one of code, service-account"),
    "no key": (TOKEN, 'client_id = "c"', 'flow = "service-account"', "flow 'service-account' needs key"),
    "no secret": (TOKEN, '"google"\nclient_id = "c"', '"microsoft"\nclient_id = "c"\nflow = "client-credentials"', "needs client_secret"),
    "nobody's tenant": (TOKEN, '"google"\nclient_id = "c"', '"microsoft"\nclient_id = "c"\nflow = "client-credentials"\nclient_secret = {env = "S"}', "needs the tenant by its id or domain"),
    "no address": (TOKEN, '"google"', '"other"', "flow 'code' needs authorize_url, token_url"),
    "no TLS": (TOKEN, 'client_id = "c"', 'client_id = "c"\ntoken_url = "http://login.example/token"', "mailboxes.de.oauth.token_url: write an address as in"),
    "a password in an address": (TOKEN, 'client_id = "c"', 'client_id = "c"\ntoken_url = "https://u:secret@login.example/token"', "mailboxes.de.oauth.token_url: write an address as in"),
    "a query in a redirect": (TOKEN, 'client_id = "c"', 'client_id = "c"\nredirect_url = "http://localhost/?a=b"', "mailboxes.de.oauth.redirect_url: write"),
    "an odd tenant": (TOKEN, 'client_id = "c"', 'client_id = "c"\ntenant = "a/b"', "mailboxes.de.oauth.tenant:"),
    "no proxy": (PROXY, "socks5://proxy.example", "proxy.example:1080", 'mailboxes.de.proxy.url: write "socks5://host:1080"'),
    "an older proxy": (PROXY, "socks5://", "socks4://", 'mailboxes.de.proxy.url: write "socks5://host:1080"'),
    "a proxy's secret": (PROXY, "socks5://", "socks5://u:secret@", "user and password have keys of their own"),
    "a proxy's port": (PROXY, "proxy.example", "proxy.example:99999", "mailboxes.de.proxy.url: write"),
    "half a login": (PROXY, '.example"\n', '.example"\nuser = "u"\n', "mailboxes.de.proxy: user and password go together"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new", "said"), BROKEN.values(), ids=BROKEN)
def test_fault_is_named(text: str, old: str, new: str, said: str) -> None:
    """Each fault is told once with its key, without a secret."""
    # The last one: what is replaced may stand in an earlier table too.
    broken = new.join(text.rsplit(old, 1))

    assert broken != text
    with pytest.raises(ConfigError) as caught:
        parse_config(broken, "x.toml")
    assert said in str(caught.value)
    assert 1 == len(caught.value.faults)
    assert "secret@" not in str(caught.value)


def test_a_provider_is_known_by_its_name() -> None:
    """Addresses and scopes come with it; what is named takes their place."""
    google = parse_config(TOKEN, "x.toml").mailboxes["de"].oauth
    named = TOKEN.replace(
        '"google"', '"microsoft"\ntenant = "t1"\nscopes = "a b"\ntoken_url = "https://l.example/t"'
    )
    microsoft = parse_config(named, "x.toml").mailboxes["de"].oauth

    assert google is not None
    assert (Flow.CODE, ("https://mail.google.com/",)) == (google.flow, google.wanted)
    assert microsoft is not None
    assert (("a", "b"), "https://l.example/t") == (microsoft.wanted, microsoft.issuer.token_url)
    assert "https://login.microsoftonline.com/t1/" in microsoft.issuer.authorize_url


def test_a_proxy_has_the_port_of_its_kind() -> None:
    """1080 for SOCKS5, unless it is named."""
    proxy = parse_config(PROXY, "x.toml").mailboxes["de"].proxy

    assert proxy is not None
    assert ("socks5", ("proxy.example", 1080)) == (proxy.kind, proxy.place)
