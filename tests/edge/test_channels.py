"""Messages leave through apprise: what arrives, and what is said where it does not.

WeCom, DingTalk and Feishu have hosts that cannot be chosen, so a proxy with a certificate of its
own stands in for them: what apprise sends them arrives whole, what they would answer is guessed.
"""

import json
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from cases.alarms import Level
from daemon.alarms.channels import Channel, read_channels
from daemon.alarms.message import Message
from daemon.checks.channels import look
from daemon.config.reading import load_config
from daemon.config.secrets import SecretError, SecretSource
from tests.installation import Installation
from tests.servers.certificate import make_certificate
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.loopback import free_port, wait_until
from tests.servers.postfix import Postfix
from tests.servers.scripted_http import ScriptedHTTP

#: On Python 3.11 a library that apprise loads asks for a module that 3.13 will not have.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

MESSAGE = Message(title="triaged: 2 alarms", text="Held.\n→ Look at it.", level=Level.ERROR)
#: Services whose addresses name no host, by the host they have.
FOREIGN = {
    "oapi.dingtalk.com": "dingtalk",
    "open.feishu.cn": "feishu",
    "qyapi.weixin.qq.com": "wecombot",
}
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def server() -> Iterator[ScriptedHTTP]:
    """A server that takes everything."""
    with ScriptedHTTP() as listening:
        yield listening


async def send(url: str) -> str:
    """Send the message; return what went wrong."""
    return await Channel(name="alarms-1", url=url).send(MESSAGE)


async def test_a_webhook_is_told(server: ScriptedHTTP) -> None:
    """As JSON with title, text and how grave it is."""
    assert "" == await send(f"json://127.0.0.1:{server.port}/hook")

    told = server.wait()
    said = json.loads(told.body)
    assert ("POST", "/hook") == (told.method, told.path.rstrip("/"))
    assert (MESSAGE.title, MESSAGE.text, "failure") == (
        said["title"],
        said["message"],
        said["type"],
    )


async def test_ntfy_is_told(server: ScriptedHTTP) -> None:
    """At a server of one's own, on its topic."""
    assert "" == await send(f"ntfy://127.0.0.1:{server.port}/alarms")

    said = json.loads(server.wait().body)
    assert ("alarms", MESSAGE.title, MESSAGE.text) == (
        said["topic"],
        said["title"],
        said["message"],
    )


async def test_mail_is_told(postfix: Postfix, dovecot: Dovecot) -> None:
    """Through a real server with STARTTLS and a login; it arrives as text."""
    user = dovecot.new_user()
    name, _, host = user.partition("@")
    url = (
        f"mailtos://{name}%40{host}:{PASSWORD}@localhost:{postfix.port}"
        f"?from={user}&to={user}&smtp=localhost&mode=starttls&verify=no&format=text"
    )

    assert "" == await send(url)
    wait_until(lambda: bool(dovecot.mails(user)), "the mail did not arrive")
    mail = message_from_bytes(dovecot.mails(user)[0], policy=policy.default)
    assert MESSAGE.title == mail["Subject"]
    part = mail.get_body(("plain",))
    assert part is not None
    assert MESSAGE.text == part.get_content().replace("\r\n", "\n").strip()


def test_services_with_a_host_of_their_own_are_told(tmp_path: Path) -> None:
    """By ``triaged alarms test``; the key is in the request and in nothing that is printed."""
    certificate = make_certificate(tmp_path, *FOREIGN)
    with ScriptedHTTP(body='{"errcode": 0, "code": 0}', certificate=certificate) as server:
        made = Installation(
            folder=tmp_path,
            users=["shop@shop.example"],
            imap_port=1,
            smtp_port=1,
            environment={
                "HTTPS_PROXY": f"http://127.0.0.1:{server.port}",
                "REQUESTS_CA_BUNDLE": str(certificate.certificate),
            },
        )
        write(made, *(f"{scheme}://{KEY}" for scheme in FOREIGN.values()))
        done = made.run("alarms", "test")
        told = {one.host: one for one in (server.wait() for _ in FOREIGN)}

    taken = "".join(f"alarms-{number}: taken\n" for number in (1, 2, 3))
    assert (0, taken) == (done.returncode, done.stdout)
    assert KEY not in done.stderr
    assert set(FOREIGN) == set(told)
    for one in told.values():
        assert ("POST", True) == (one.method, KEY in one.path)
        assert "triaged: a test" in one.body
        assert "Nothing is wrong." in one.body


def write(made: Installation, *urls: str, table: str = "alarms") -> None:
    """Write the configuration, with addresses kept in a file beside it."""
    made.write_config()
    kept = made.folder / "channels"
    kept.write_text("# Whom to tell.\n" + "\n".join(urls) + "\n", encoding="utf-8")
    with made.config.open("a", encoding="utf-8") as config:
        config.write(f'\n[{table}]\nurls = [{{file = "{kept}"}}]\n')


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "it was refused with 401"), (500, "it was refused with 500")],
)
async def test_a_refusal_is_named_by_its_code(
    server: ScriptedHTTP, status: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing of the address is told, and no library speaks beside it."""
    server.status, server.body = status, "no such key geheim"

    assert said == await send(f"json://user:geheim@127.0.0.1:{server.port}/geheim")
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("json://127.0.0.1:{port}/", "it could not be reached"),
        ("nothing://x", "the address is none that apprise understands"),
        ("nonsense", "the address is none that apprise understands"),
        ("", "the address is none that apprise understands"),
    ],
)
async def test_what_cannot_be_sent_says_why(
    url: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """And no library speaks beside it."""
    assert said == await send(url.format(port=free_port()))
    assert ("", "") == capfd.readouterr()


async def test_who_hangs_is_not_waited_for(server: ScriptedHTTP) -> None:
    """After its time it has failed, whatever it says later."""
    server.silent.set()
    url = f"json://127.0.0.1:{server.port}/"

    assert "no answer within 0.5 seconds" == (
        await Channel(name="alarms-1", url=url, patience=0.5).send(MESSAGE)
    )


def test_addresses_stand_a_line_each(tmp_path: Path) -> None:
    """Over all sources they are counted in their order; a line that begins with # is none."""
    kept = tmp_path / "channels"
    kept.write_text("json://a\n\n# to the office\n  json://b  \n", encoding="utf-8")
    sources = [SecretSource(file=kept), SecretSource.model_validate({"plain": "json://c"})]
    channels = list(read_channels("alerts", sources))

    assert ["json://a", "json://b", "json://c"] == [one.url for one in channels]
    assert "[Channel(alerts-1), Channel(alerts-2), Channel(alerts-3)]" == repr(channels)
    with pytest.raises(SecretError):
        list(read_channels("alerts", [SecretSource(file=tmp_path / "absent")]))


@pytest.mark.parametrize(
    ("kept", "table", "told"),
    [
        ("json://127.0.0.1/\n", "alarms", [("ok", "[alarms] 1 understood")]),
        ("json://127.0.0.1/\n", "alerts", [("warn", "the log alone"), ("ok", "[alerts] 1 und")]),
        ("json://a\nnonsense\n", "alarms", [("fail", "alarms-2: the address")]),
        ("", "alarms", [("fail", "[alarms] the secret")]),
    ],
)
def test_the_doctor_looks_at_addresses(
    tmp_path: Path, kept: str, table: str, told: list[tuple[str, str]]
) -> None:
    """Each table that names some; what cannot be read or understood is a fault."""
    made = Installation(folder=tmp_path, users=["shop@shop.example"], imap_port=1, smtp_port=1)
    write(made, table=table)
    (made.folder / "channels").write_text(kept, encoding="utf-8")
    findings = list(look(load_config(made.config)))

    assert told == [
        (one.state.value, one.sentence[: len(said)])
        for one, (_, said) in zip(findings, told, strict=True)
    ]


def test_a_test_says_what_came_back(tmp_path: Path, server: ScriptedHTTP) -> None:
    """A channel a line, 1 where one did not take it; without any there is nothing to try."""
    made = Installation(folder=tmp_path, users=["shop@shop.example"], imap_port=1, smtp_port=1)
    write(made, f"json://127.0.0.1:{server.port}/geheim", "json://127.0.0.1:1/geheim")
    done = made.run("alarms", "test", "--json")

    assert 1 == done.returncode
    assert {"alarms-1": "", "alarms-2": "it could not be reached"} == (
        json.loads(done.stdout)["channels"]
    )
    assert "geheim" not in done.stdout + done.stderr
    made.write_config()
    done = made.run("alarms", "test")
    assert (1, True) == (done.returncode, "no address is named" in done.stderr)
