"""People's replies through the point of sending, with servers that fail as told."""

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.pace import Urgency
from cases.states import AckState
from cases.values import Attachment
from daemon import clock
from daemon.knowledge import Knowledge, load_knowledge
from store.desk_values import Draft, ReplyView
from store.open import open_store
from store.outgoing_values import Terms
from store.protocol import Store
from store.writer import Writer
from tests.sending_builder import acks, build_config, dispatcher, receive
from tests.servers.scripted_smtp import Act, Fault, ScriptedSmtp, Stage


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """What an installation with two mailboxes knows."""
    return load_knowledge(build_config(), proved=True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A live store."""
    made = open_store(f"sqlite:///{tmp_path / 'triaged.db'}", tmp_path / "letters")
    made.write(lambda ledger: ledger.set("mode", "live", "test", clock.now()))
    yield made
    made.close()


def answer(store: Store, case: int, body: str = "It is on its way.\n", *files: Attachment) -> None:
    """Write a reply."""
    draft = Draft(token=f"token-{case}", subject="Re: Parcel", body=body, attachments=files)
    done = store.write(lambda ledger: ledger.desk.reply(case, draft, "li", clock.now()))
    assert done.done


def shown(store: Store, case: int) -> ReplyView:
    """Return the one reply of a case."""
    found = store.read(lambda ledger: ledger.desk.case(case, clock.now()))
    assert found is not None
    (one,) = found.replies
    return one


async def drain(store: Store, knowledge: Knowledge, server: ScriptedSmtp) -> None:
    """Send everything that is due."""
    writer = Writer(store)
    one = dispatcher(writer, knowledge, server.port)
    await one.drain()
    await one.close()
    await writer.close()


async def test_a_reply_leaves_in_the_place_of_its_acknowledgement(
    store: Store, knowledge: Knowledge
) -> None:
    """As a person's own mail: in the thread, with its file, not automatic."""
    *others, case = [one.case or 0 for one in receive(store, knowledge, "good", 3)]
    file = Attachment(name="Größe 1.pdf", media_type="application/pdf", content=b"%PDF\r\n\x00")
    answer(store, case, "Ihr Paket kommt morgen.\n", file)
    async with ScriptedSmtp() as server:
        await drain(store, knowledge, server)
        (mail,) = (
            one
            for one in (
                email.message_from_bytes(raw, policy=email.policy.default)
                for raw in server.accepted
            )
            if one["Auto-Submitted"] is None
        )
    body, enclosed = mail.iter_parts()

    assert AckState.SENT is shown(store, case).state
    assert "<good-2@relay.example>" == mail["In-Reply-To"]
    assert ["Ihr Paket kommt morgen."] == body.get_content().splitlines()
    assert ("Größe 1.pdf", b"%PDF\r\n\x00") == (enclosed.get_filename(), enclosed.get_content())
    assert {AckState.SENT: len(others), AckState.WITHHELD: 1} == {
        state: sum(one.state is state for one in acks(store))
        for state in (AckState.SENT, AckState.WITHHELD)
    }


@pytest.mark.parametrize(
    ("fault", "state", "taken"),
    [
        (Fault(stage=Stage.RCPT, act="550 5.1.1 No such user"), "refused", 0),
        (Fault(stage=Stage.RCPT, act="450 4.2.0 Greylisted"), "due", 0),
        (Fault(stage=Stage.DOT, act=Act.CLOSE), "unknown", 0),
        (Fault(stage=Stage.MAIL, act=Act.CLOSE), "due", 0),
    ],
    ids=["refused", "greylisted", "lost", "dropped"],
)
async def test_a_fault_is_what_it_says(
    store: Store, knowledge: Knowledge, fault: Fault, state: str, taken: int
) -> None:
    """Refused, due again or in doubt; whatever it is, it is shown to the agent."""
    (one,) = receive(store, knowledge, "good", 1)
    answer(store, one.case or 0)
    async with ScriptedSmtp([fault]) as server:
        await drain(store, knowledge, server)
        accepted = len(server.accepted)

    assert (state, taken) == (shown(store, one.case or 0).state, accepted)


async def test_a_quota_that_a_reply_meets_is_kept(store: Store, knowledge: Knowledge) -> None:
    """The next process knows when its provider takes mail of this login again."""
    (one,) = receive(store, knowledge, "good", 1)
    answer(store, one.case or 0)
    fault = Fault(stage=Stage.DOT, act="454 Throttling failure: Daily message quota exceeded.")
    async with ScriptedSmtp([fault]) as server:
        await drain(store, knowledge, server)
        pace = build_config((server.port,) * 2).mailboxes["good"].smtp.pace
    terms = Terms(pace=pace, subjects=frozenset())
    room = store.read(lambda ledger: ledger.room(terms, Urgency.PERSON, clock.now()))

    assert AckState.DUE is shown(store, one.case or 0).state
    assert 0 == room.number


async def test_words_that_break_a_rule_do_not_leave(store: Store, knowledge: Knowledge) -> None:
    """The last look at an agent's words is at the point of sending."""
    (one,) = receive(store, knowledge, "good", 1)
    answer(store, one.case or 0, "Please visit https://shop.example/voucher.\n")
    async with ScriptedSmtp() as server:
        await drain(store, knowledge, server)
        accepted = len(server.accepted)
    found = shown(store, one.case or 0)

    assert (AckState.REFUSED, "wording", 0) == (found.state, found.reason, accepted)
