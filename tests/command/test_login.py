"""``triaged login``: a person's consent by pasting and by typing, and logins without a person."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.installation import CHECKOUT
from tests.servers.dovecot import PASSWORD
from tests.servers.issuer import CLIENT, CLIENT_SECRET, SCOPE
from tests.servers.provider import Provider


def write_config(folder: Path, provider: Provider, user: str, oauth: str) -> Path:
    """Write the configuration of one mailbox; ``oauth`` is in its table."""
    issuer, path = provider.issuer, folder / "config.toml"
    path.touch(mode=0o600)
    path.write_text(
        f"""
state_folder = "{folder}/state"
[mailboxes.main]
address = "{user}"
[mailboxes.main.imap]
host = "127.0.0.1"
port = {provider.dovecot.port}
tls = "none"
user = "{user}"
[mailboxes.main.smtp]
host = "localhost"
port = {provider.postfix.port}
tls = "starttls"
ca_file = "{provider.postfix.certificate}"
user = "{user}"
[mailboxes.main.oauth]
provider = "other"
client_id = "{CLIENT}"
ca_file = "{issuer.certificate}"
authorize_url = "{issuer.url}/authorize"
token_url = "{issuer.url}/token"
device_url = "{issuer.url}/device"
{oauth}
[shops.main]
brand = "Lampenladen"
senders = ["{user}"]
"""
    )
    return path


def converse(config: Path, answer: Callable[[str], str], mailbox: str = "main") -> tuple[int, str]:
    """Run the command; say what ``answer`` says to all that was shown, when it waits."""
    words = [sys.executable, "-u", "-m", "daemon", "login", mailbox, "--config", str(config)]
    pipe, shown = subprocess.PIPE, ""
    with subprocess.Popen(
        words, cwd=CHECKOUT, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        while one := process.stdout.read(1):
            shown += one
            if shown.endswith(("here: ", "…\n")):
                process.stdin.write(answer(shown))
                process.stdin.flush()
    return process.returncode, shown


def asked(shown: str) -> str:
    """Return the address that a person is to open."""
    return str(re.findall(r"^  (https://\S+)$", shown, re.MULTILINE)[-1])


def test_a_person_pastes_where_the_browser_ended(tmp_path: Path, provider: Provider) -> None:
    """Rubbish and another login's end are asked for again; both servers then let us in."""
    user = provider.dovecot.new_user()
    config = write_config(tmp_path, provider, user, f'scopes = "{SCOPE}"')
    rubbish = iter(("what?", "http://localhost/?code=x&state=y"))

    def paste(shown: str) -> str:
        return next(rubbish, None) or provider.issuer.consent(asked(shown), user)

    code, shown = converse(config, lambda shown: paste(shown) + "\n")

    assert 0 == code, shown
    assert "paste the whole address" in shown
    assert "where another login ended" in shown
    assert 2 == shown.count("lets us in")
    assert "code_challenge_method=S256" in shown
    assert not [one for one in provider.issuer.secrets if one in shown]


def test_a_person_types_a_code(tmp_path: Path, provider: Provider) -> None:
    """The code and where to type it are shown, and the issuer is asked until it was typed."""
    user = provider.dovecot.new_user()
    oauth = f'flow = "device"\nscopes = "{SCOPE}"'
    config = write_config(tmp_path, provider, user, oauth)

    def type_code(_: str) -> str:
        provider.issuer.type_code(user)
        return ""

    code, shown = converse(config, type_code)

    assert 0 == code, shown
    assert "type BCDF-GHJK as" in shown
    assert 2 == shown.count("lets us in")


@pytest.mark.parametrize("flow", ["client-credentials", "service-account"])
def test_nobody_needs_to_consent(tmp_path: Path, provider: Provider, flow: str) -> None:
    """A client's secret or a signing key is enough, and both servers are tried at once."""
    user = provider.dovecot.new_user()
    (tmp_path / "key.json").write_text(provider.issuer.key_file())
    oauth = {
        "client-credentials": f'client_secret = "{CLIENT_SECRET}"\nscopes = "{SCOPE}#{user}"',
        "service-account": f'key = {{file = "{tmp_path}/key.json"}}\nscopes = "{SCOPE}"',
    }
    config = write_config(tmp_path, provider, user, f'flow = "{flow}"\n{oauth[flow]}')

    code, shown = converse(config, lambda _: "")

    assert 0 == code, shown
    assert 2 == shown.count("lets us in")


def test_a_no_is_told(tmp_path: Path, provider: Provider) -> None:
    """A person who declines keeps nothing."""
    config = write_config(tmp_path, provider, provider.dovecot.new_user(), f'scopes = "{SCOPE}"')

    def decline(shown: str) -> str:
        (state,) = re.findall(r"[?&]state=([^&\s]+)", asked(shown))
        return f"http://localhost/?error=access_denied&state={state}\n"

    code, shown = converse(config, decline)

    assert 69 == code
    assert "the consent was not given" in shown
    assert not (tmp_path / "state" / "tokens" / "main.json").exists()


def test_a_token_for_another_account_is_explained(tmp_path: Path, provider: Provider) -> None:
    """Whoever consents as somebody else is told by both provider."""
    user, other = provider.dovecot.new_user(), provider.dovecot.new_user()
    config = write_config(tmp_path, provider, user, f'scopes = "{SCOPE}"')

    code, shown = converse(
        config, lambda shown: provider.issuer.consent(asked(shown), other) + "\n"
    )

    assert 69 == code
    assert 2 == shown.count("refuses a token that localhost has just given")


def test_what_cannot_log_in_is_told(tmp_path: Path, provider: Provider) -> None:
    """A mailbox that is not there, and one with a password."""
    config = write_config(tmp_path, provider, "seller@shop.example", f'scopes = "{SCOPE}"')
    code, shown = converse(config, lambda _: "", mailbox="mian")

    assert (64, True) == (code, "did you mean main?" in shown)
    text = config.read_text()
    text = text.replace('tls = "none"\n', f'tls = "none"\npassword = "{PASSWORD}"\n')
    text = text.replace('tls = "starttls"\n', f'tls = "starttls"\npassword = "{PASSWORD}"\n')
    config.write_text(re.sub(r"\[mailboxes.main.oauth\].*?(?=\[shops)", "", text, flags=re.DOTALL))
    code, shown = converse(config, lambda _: "")

    assert (78, True) == (code, "logs in by password" in shown)


def test_the_file_is_nobody_elses(tmp_path: Path, provider: Provider) -> None:
    """What is kept is the owner's alone, and shown by no command."""
    user = provider.dovecot.new_user()
    config = write_config(tmp_path, provider, user, f'scopes = "{SCOPE}"')
    converse(config, lambda shown: provider.issuer.consent(asked(shown), user) + "\n")
    kept = tmp_path / "state" / "tokens" / "main.json"

    assert 0o600 == kept.stat().st_mode & 0o777
    assert "refresh-" in json.loads(kept.read_text())["refresh"]
