"""The scripted SMTP server fails exactly where it is told to, and counts the truth."""

import aiosmtplib
import pytest

from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp, Stage

MAIL = b"In-Reply-To: <letter@buyer>\r\nSubject: Thanks\r\n\r\n.dotted\r\n"


async def send(server: ScriptedSmtp, timeout: float = 5.0) -> None:  # noqa: ASYNC109 - the client's own
    """Send one mail to the server."""
    await aiosmtplib.send(
        MAIL,
        sender="seller@shop.example",
        recipients=["buyer@example.org"],
        hostname="127.0.0.1",
        port=server.port,
        username="seller",
        password="secret",
        start_tls=False,
        timeout=timeout,
    )


async def test_a_mail_is_kept_as_it_was_sent() -> None:
    """Without faults every mail is taken, byte for byte."""
    async with ScriptedSmtp() as server:
        await send(server)
        await send(server)

    assert [MAIL, MAIL] == server.accepted
    assert {"<letter@buyer>": 2} == server.accepted_by_in_reply_to()


@pytest.mark.parametrize("act", [Act.CLOSE, Act.RESET, Act.HANG, "421 4.3.2 Down", "554 5.0.0 No"])
@pytest.mark.parametrize(
    "stage", [stage for stage in Stage if stage not in (Stage.STARTTLS, Stage.AFTER, Stage.QUIT)]
)
async def test_a_fault_happens_once(stage: Stage, act: Act | str) -> None:
    """A fault before the reply to the final dot fails the first try, and only that one."""
    async with ScriptedSmtp([Fault(stage=stage, act=act)]) as server:
        with pytest.raises(aiosmtplib.SMTPException):
            await send(server, timeout=0.2)
        await send(server)

    assert [MAIL] == server.accepted


async def test_a_mail_can_be_taken_unheard() -> None:
    """What was taken counts, though the client saw the connection end."""
    async with ScriptedSmtp([Fault(stage=Stage.DOT, act=Act.RESET, takes=True)]) as server:
        with pytest.raises(aiosmtplib.SMTPServerDisconnected):
            await send(server)

    assert [MAIL] == server.accepted


async def test_a_stop_ends_open_sessions_and_a_start_keeps_the_port() -> None:
    """A client sees the end of its session, and finds the server again where it was."""
    server = ScriptedSmtp()
    await server.start()
    client = aiosmtplib.SMTP(hostname="127.0.0.1", port=server.port, start_tls=False)
    await client.connect()
    await server.stop()
    with pytest.raises(aiosmtplib.SMTPServerDisconnected):
        await client.noop()
    await server.start()
    await send(server)
    await server.stop()

    assert [MAIL] == server.accepted
