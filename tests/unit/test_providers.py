"""Providers are known by their hosts; what is configured goes before what they allow."""

from pathlib import Path

import pytest

from cases.pace import Window
from daemon.config.mailboxes import Smtp
from daemon.providers import OWN, PROVIDERS, UNKNOWN


def build_smtp(host: str, user: str = "seller@shop.example", **more: object) -> Smtp:
    """Return how a server is reached."""
    return Smtp.model_validate({"host": host, "user": user, "password": "x", **more})


@pytest.mark.parametrize(
    ("host", "user", "provider", "a_day"),
    [
        ("smtp.gmail.com", "shop@gmail.com", "gmail", 500),
        ("smtp.gmail.com", "shop@firm.example", "google-workspace", 2000),
        ("SMTP.Office365.com", "shop@firm.example", "microsoft-365", 10_000),
        ("smtp.163.com", "shop@163.com", "netease", 200),
        ("smtphz.qiye.163.com", "shop@firm.example", "netease-qiye", 1000),
        ("smtp.exmail.qq.com", "shop@firm.example", "tencent-exmail", 500),
        ("smtp.qq.com", "1@qq.com", "qq", 200),
        ("email-smtp.eu-west-1.amazonaws.com", "AKIA", "amazon-ses", 50_000),
        ("smtp.ionos.de", "shop@firm.example", "ionos", 500),
        ("mail.gmx.net", "shop@gmx.de", "gmx", 500),
        ("smtp.web.de", "shop@web.de", "gmx", 500),
        ("smtp.mail.me.com", "shop@icloud.com", "icloud", 1000),
        ("mail.firm.example", "shop@firm.example", "unknown", 500),
        ("notgmx.net", "shop@firm.example", "unknown", 500),
        ("127.0.0.1", "x", "own", None),
        ("localhost", "x", "own", None),
    ],
)
def test_provider(host: str, user: str, provider: str, a_day: int | None) -> None:
    """By the host and those below it, and by whole labels."""
    smtp = build_smtp(host, user)

    assert (provider, a_day) == (smtp.provider.id, smtp.pace.limits.get(Window.DAY))


def test_what_is_configured_counts() -> None:
    """A figure of the operator's replaces the provider's; 0 is without end."""
    smtp = build_smtp("smtp.gmail.com", per_day=100, per_minute=0, connections=7, per_connection=0)

    assert {Window.DAY: 100} == smtp.pace.limits
    assert (7, None) == (smtp.pool, smtp.on_connection)


def test_one_login_is_one_pace() -> None:
    """Two mailboxes that log in alike share their quota."""
    assert build_smtp("a.example").pace.login == build_smtp("a.example").pace.login
    assert build_smtp("a.example").pace.login != build_smtp("b.example").pace.login


def test_every_provider_is_told_apart() -> None:
    """No two have an id or a host in common."""
    ids = [one.id for one in PROVIDERS]
    hosts = [host for one in PROVIDERS for host in one.hosts]

    assert len(ids) == len(set(ids))
    assert len(hosts) == len(set(hosts))


def test_the_page_shows_every_provider() -> None:
    """docs/reference/sending.md has a line for each, with its figures."""
    page = Path("docs/reference/sending.md").read_text(encoding="utf-8")

    assert lines() == page.partition("<!-- providers -->\n")[2].partition("<!-- end -->")[0]


def lines() -> str:
    """Return the lines of the page."""
    head = (
        "| provider | hosts | a minute | 15 minutes | a day | connections | on one | keeps Sent |"
    )
    rows = [
        [
            one.id,
            ", ".join(one.hosts) or "-",
            *(one.limits.get(window) for window in (Window.MINUTE, Window.QUARTER, Window.DAY)),
            one.connections,
            one.on_connection,
            "yes" if one.keeps_sent else "no",
        ]
        for one in (*PROVIDERS, UNKNOWN, OWN)
    ]
    cells = ["".join(f" {cell or '-'} |" for cell in row) for row in rows]
    return "\n".join([head, "|---|---|---|---|---|---|---|---|", *(f"|{row}" for row in cells), ""])
