"""The service by token alone, over an issuer, Dovecot and Postfix: letters, renewal, revocation."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from daemon.login.grant import Grant
from daemon.login.token_file import TokenFile
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.issuer import CLIENT, CLIENT_SECRET, SCOPE, Issuer
from tests.servers.loopback import wait_until
from tests.servers.provider import Provider


@pytest.fixture
def installation(provider: Provider) -> Iterator[Installation]:
    """A live installation: its first mailbox logs in by token, its second by password."""
    by_token, by_password = provider.dovecot.new_user(), provider.dovecot.new_user()
    with TemporaryDirectory(prefix="triaged-") as folder:
        made = Installation(
            folder=Path(folder),
            users=[by_token, by_password],
            imap_port=provider.dovecot.port,
            smtp_port=provider.postfix.port,
            ca_file=provider.postfix.certificate,
            oauth={by_token: build_table(provider.issuer)},
            forked=True,
        )
        made.write_config()
        yield made
        if made.process is not None and made.process.poll() is None:
            made.stop()


def build_table(issuer: Issuer) -> str:
    """Return the table of a client that people have consented to."""
    return f"""
provider = "other"
client_id = "{CLIENT}"
client_secret = "{CLIENT_SECRET}"
scopes = "{SCOPE}"
authorize_url = "{issuer.url}/authorize"
token_url = "{issuer.url}/token"
ca_file = "{issuer.certificate}"
"""


def consent(installation: Installation, provider: Provider, *, ends: timedelta) -> None:
    """Let the owner of the first mailbox have consented for a day, and the token end so soon.

    It is a minute old: one that was just given is not renewed at once when it is refused.
    """
    user, now = installation.users[0], datetime.now(UTC)
    answer = provider.issuer.grant(user) | {
        "expires_in": ends.total_seconds() + 60,
        "refresh_token_expires_in": 86_400,
    }
    installation.state.mkdir(mode=0o700, exist_ok=True)
    file = TokenFile(installation.state, "box0")
    with file.locked():
        file.write(Grant.of(answer, now - timedelta(minutes=1)))


def send_letter(provider: Provider, to: str, number: int) -> str:
    """Let a buyer write to ``to``; return the buyer's address."""
    buyer = provider.dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")
    letter = build_letter(
        to=to, buyer=buyer.partition("@")[0], message_id=f"<{number}@relay.example>"
    )
    provider.dovecot.append(to, letter)
    return buyer


def restart(provider: Provider) -> None:
    """End every session, so that everybody logs in again."""
    provider.dovecot.stop()
    provider.dovecot.start()


def test_a_letter_comes_and_its_answer_goes_by_token(
    installation: Installation, provider: Provider
) -> None:
    """Through renewals while running; no secret is logged, and the consent's end is foreseen."""
    provider.issuer.lifetime = 6
    consent(installation, provider, ends=timedelta(seconds=1))
    user = installation.users[0]
    try:
        installation.start()
        first = send_letter(provider, user, 1)
        installation.wait_until_settled(1)
        wait_until(lambda: is_due(installation), "the token did not become due")
        restart(provider)
        second = send_letter(provider, user, 2)
        installation.wait_until_settled(2)
        assert 0 == installation.stop()
    finally:
        provider.issuer.lifetime = 3600

    assert [1, 1] == [len(provider.postfix.delivered(buyer)) for buyer in (first, second)]
    assert "box0: the consent ends at" in installation.call("status").stdout
    log = installation.log.read_text()
    assert log.count('"login.renewed"') >= 2
    assert not [one for one in provider.issuer.secrets if one in log]


def test_a_withdrawn_consent_stops_one_mailbox_alone(
    installation: Installation, provider: Provider
) -> None:
    """It is told with its remedy in log and status, while the other mailbox is served."""
    consent(installation, provider, ends=timedelta(hours=1))
    installation.start()
    wait_until(lambda: said(installation, "mailbox.ready") >= 4, "the mailboxes were not opened")
    provider.issuer.revoke(installation.users[0])
    restart(provider)
    wait_until(lambda: said(installation, "login.revoked") > 0, "the revocation was not told")
    buyer = send_letter(provider, installation.users[1], 1)
    installation.wait_until_settled(1)

    assert 1 == len(provider.postfix.delivered(buyer))

    def status() -> str:
        return installation.call("status").stdout

    wait_until(lambda: "withdrawn" in status(), "status did not tell")
    assert "triaged login box0" in status()
    assert 0 == installation.stop()
    log = installation.log.read_text()
    assert not [one for one in provider.issuer.secrets if one in log]


def is_due(installation: Installation) -> bool:
    """Tell whether the first mailbox's token is to be renewed."""
    kept = TokenFile(installation.state, "box0").read()
    return kept is not None and kept.is_due(datetime.now(UTC))


def said(installation: Installation, event: str) -> int:
    """Return how often the daemon has told an event."""
    return installation.log.read_text().count(f'"{event}"') if installation.log.exists() else 0
