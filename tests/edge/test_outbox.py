# ruff: noqa: E501 - the table of faults reads best with one fault a line
"""The outbox over a server that fails as told: which stage, whose fault, what state follows."""

from collections.abc import AsyncIterator

import pytest

from cases.states import AckEvent
from daemon.config.mailboxes import Smtp
from daemon.smtp.faults import Stage, Whose
from daemon.smtp.outbox import Envelope, Outbox
from store.protocol import StoreError
from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp
from tests.servers.scripted_smtp import Stage as At

MAIL = b"Subject: hello\r\nIn-Reply-To: <one@relay.example>\r\n\r\nHello\r\n"
ENVELOPE = Envelope(sender="seller@shop.example", recipient="buyer@mail.example")


@pytest.fixture
async def server() -> AsyncIterator[ScriptedSmtp]:
    """A server without faults; a test adds its own."""
    async with ScriptedSmtp() as running:
        yield running


def build_outbox(port: int, timeout: str = "2s", **more: str) -> Outbox:
    """Return an outbox for the server on this port, with further keys of its configuration."""
    return Outbox(
        Smtp.model_validate(
            {
                "host": "127.0.0.1",
                "port": port,
                "tls": "none",
                "user": "seller",
                "password": "secret",
                "timeout": timeout,
                **more,
            }
        )
    )


class _Commit:
    """Counts how often DATA was announced."""

    def __init__(self, *, answer: bool = True) -> None:
        self.times = 0
        self._answer = answer

    async def __call__(self) -> bool:
        self.times += 1
        return self._answer


#: What goes wrong, what follows for the acknowledgement, whose fault, where, was DATA announced.
FAULTS = (
    (Fault(stage=At.GREETING, act=Act.CLOSE), AckEvent.DEFER, Whose.SERVER, Stage.CONNECT, 0),
    (Fault(stage=At.GREETING, act="554 No"), AckEvent.DEFER, Whose.SERVER, Stage.CONNECT, 0),
    (Fault(stage=At.AUTH, act="535 5.7.8 No"), AckEvent.DEFER, Whose.SENDER, Stage.LOGIN, 0),
    (Fault(stage=At.AUTH, act="454 4.7.0 Later"), AckEvent.DEFER, Whose.SENDER, Stage.LOGIN, 0),
    (Fault(stage=At.MAIL, act="451 4.3.0 Later"), AckEvent.DEFER, Whose.SENDER, Stage.MAIL, 0),
    (Fault(stage=At.MAIL, act="550 5.7.1 Not you"), AckEvent.DEFER, Whose.SENDER, Stage.MAIL, 0),
    (Fault(stage=At.MAIL, act=Act.CLOSE), AckEvent.DEFER, Whose.SERVER, Stage.MAIL, 0),
    (Fault(stage=At.RCPT, act="450 4.2.1 Grey"), AckEvent.DEFER, Whose.LETTER, Stage.RCPT, 0),
    (Fault(stage=At.RCPT, act="550 5.1.1 Nobody"), AckEvent.REFUSE, Whose.LETTER, Stage.RCPT, 0),
    (Fault(stage=At.RCPT, act="550 5.4.5 Quota"), AckEvent.DEFER, Whose.SENDER, Stage.RCPT, 0),
    (Fault(stage=At.RCPT, act="421 4.3.2 Closing"), AckEvent.DEFER, Whose.SERVER, Stage.RCPT, 0),
    (Fault(stage=At.RCPT, act=Act.HANG), AckEvent.DEFER, Whose.SERVER, Stage.RCPT, 0),
    (Fault(stage=At.DATA, act="451 4.3.0 Later"), AckEvent.DEFER, Whose.LETTER, Stage.DATA, 1),
    (Fault(stage=At.DATA, act="554 5.6.0 Bad"), AckEvent.REFUSE, Whose.LETTER, Stage.DATA, 1),
    (Fault(stage=At.DATA, act=Act.CLOSE), AckEvent.LOSE, Whose.SERVER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act="451 4.7.1 Later"), AckEvent.DEFER, Whose.SENDER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act="554 5.6.0 Bad"), AckEvent.REFUSE, Whose.LETTER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act="550 MI:STC 163 smtp"), AckEvent.DEFER, Whose.SENDER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act=Act.CLOSE, takes=True), AckEvent.LOSE, Whose.SERVER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act=Act.RESET, takes=True), AckEvent.LOSE, Whose.SERVER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act=Act.CLOSE), AckEvent.LOSE, Whose.SERVER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act="251 Taken", takes=True), AckEvent.ACCEPT, Whose.NOBODY, Stage.DATA, 1),
    (Fault(stage=At.DOT, act="OK queued", takes=True), AckEvent.LOSE, Whose.SERVER, Stage.DATA, 1),
    (Fault(stage=At.DOT, act="354 Go on", takes=True), AckEvent.LOSE, Whose.SERVER, Stage.DATA, 1),
    (Fault(stage=At.RCPT, act="550 relay not permitted"), AckEvent.DEFER, Whose.SENDER, Stage.RCPT, 0),
    (Fault(stage=At.RCPT, act="530 5.7.0 Log in"), AckEvent.DEFER, Whose.SENDER, Stage.RCPT, 0),
    (Fault(stage=At.RCPT, act="552 5.2.2 Over quota"), AckEvent.REFUSE, Whose.LETTER, Stage.RCPT, 0),
    (Fault(stage=At.AFTER, act=Act.CLOSE), AckEvent.ACCEPT, Whose.NOBODY, Stage.DATA, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "expected", "announced"),
    [(fault, (event, whose, stage), announced) for fault, event, whose, stage, announced in FAULTS],
    ids=[f"{row[0].stage}-{row[0].act}-{row[0].takes}" for row in FAULTS],
)
async def test_fault_is_judged(
    server: ScriptedSmtp,
    fault: Fault,
    expected: tuple[AckEvent, Whose, Stage],
    announced: int,
) -> None:
    """Each fault leads to the one right state, and DATA never begins unannounced."""
    server.fail(fault)
    outbox, commit = build_outbox(server.port), _Commit()
    outcome = await outbox.send(ENVELOPE, MAIL, commit=commit)
    await outbox.close()

    assert expected == (outcome.event, outcome.whose, outcome.stage)
    assert announced == commit.times


async def test_no_server_is_a_server_fault(server: ScriptedSmtp) -> None:
    """Nobody listening is told with place and remedy, and nothing was announced."""
    port = server.port
    await server.stop()
    outbox, commit = build_outbox(port), _Commit()
    outcome = await outbox.send(ENVELOPE, MAIL, commit=commit)

    assert (AckEvent.DEFER, Whose.SERVER) == (outcome.event, outcome.whose)
    assert f"127.0.0.1:{port}: cannot connect" in outcome.sentence
    assert 0 == commit.times


@pytest.mark.parametrize(
    ("host", "said"),
    [
        # Longer than any name may be, so that nobody outside is asked for it.
        (".".join(["x" * 50] * 6), "the host is not found (Name or service not known); check host"),
        ("a..example", "this is no host name; check host"),
    ],
)
async def test_a_name_that_leads_nowhere_is_told(host: str, said: str) -> None:
    """It is the name that is wrong, and no server that is down."""
    outcome = await build_outbox(25, host=host, tls="starttls").send(
        ENVELOPE, MAIL, commit=_Commit()
    )

    assert (Whose.SERVER, f"{host}:25: {said}") == (outcome.whose, outcome.sentence)


async def test_connection_is_kept(server: ScriptedSmtp) -> None:
    """Many messages go over one connection."""
    outbox = build_outbox(server.port)
    for _ in range(5):
        await outbox.send(ENVELOPE, MAIL, commit=_Commit())
    await outbox.close()

    assert (1, 5) == (server.connections, len(server.accepted))


async def test_lost_claim_sends_nothing(server: ScriptedSmtp) -> None:
    """A commit that is refused stops the delivery before DATA, and the connection stays good."""
    outbox = build_outbox(server.port)
    outcome = await outbox.send(ENVELOPE, MAIL, commit=_Commit(answer=False))
    again = await outbox.send(ENVELOPE, MAIL, commit=_Commit())
    await outbox.close()

    assert AckEvent.RELEASE is outcome.event
    assert AckEvent.ACCEPT is again.event
    assert (1, 1) == (server.connections, len(server.accepted))


async def test_resting_sender_is_not_tried_again(server: ScriptedSmtp) -> None:
    """A message that waited for a connection is given back when the sender rests by then."""
    outbox = build_outbox(server.port)
    outcome = await outbox.send(ENVELOPE, MAIL, may=lambda: False, commit=_Commit())

    assert AckEvent.RELEASE is outcome.event
    assert 0 == server.connections


async def test_failing_commit_leaves_no_session(server: ScriptedSmtp) -> None:
    """When the store fails at the commit, the session is closed and the fault goes on up."""

    async def fail() -> bool:
        raise StoreError("the disk is full")

    outbox = build_outbox(server.port)
    with pytest.raises(StoreError, match="the disk is full"):
        await outbox.send(ENVELOPE, MAIL, commit=fail)
    await outbox.close()

    assert [] == server.accepted


async def test_a_full_connection_is_followed_by_another(server: ScriptedSmtp) -> None:
    """Where a connection takes no third message, each further one is left after two."""
    outbox = build_outbox(server.port)
    for _ in range(2):
        await outbox.send(ENVELOPE, MAIL, commit=_Commit())
    server.fail(Fault(stage=At.MAIL, act="451 MI:DMC 163 smtp"))
    refused = await outbox.send(ENVELOPE, MAIL, commit=_Commit())
    for _ in range(4):
        await outbox.send(ENVELOPE, MAIL, commit=_Commit())
    await outbox.close()

    assert (AckEvent.DEFER, Whose.SENDER) == (refused.event, refused.whose)
    assert (3, 6) == (server.connections, len(server.accepted))


@pytest.mark.parametrize(
    ("notify", "sender", "said"),
    [
        ("failure", "seller@shop.example", ["<seller@shop.example>", "NOTIFY=FAILURE"]),
        ("never", "", ["<>", "NOTIFY=NEVER"]),
        ("server", "seller@shop.example", ["<seller@shop.example>", ""]),
    ],
)
async def test_path_and_reports_are_chosen(
    server: ScriptedSmtp, notify: str, sender: str, said: list[str]
) -> None:
    """MAIL FROM is our address or the null path, and reports are asked for as configured."""
    outbox = build_outbox(server.port, notify=notify)
    envelope = Envelope(sender=sender, recipient=ENVELOPE.recipient)
    await outbox.send(envelope, MAIL, commit=_Commit())
    await outbox.close()

    mail, rcpt = server.envelopes
    assert said[0] in mail
    assert said[1] == rcpt.partition("> ")[2]
