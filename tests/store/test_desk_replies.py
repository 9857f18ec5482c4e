"""What people answer from the desk: written once, sent once, and then the clocks stop."""

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from cases.deeds import Close, Hold, Refusal
from cases.labels import Kind
from cases.pace import Pace, Window
from cases.pauses import BRAKE, BREAKER, EVERYTHING, Pause, Scope, Subject
from cases.states import AckEvent, AckState, CaseState
from cases.values import Attachment, Letter, Notice
from store.desk_values import CaseFile, Draft, Outcome, ReplyView
from store.open import open_store
from store.outgoing_values import LEASE, Terms
from store.protocol import Store
from store.replies_protocol import Handover, ReplyClaim
from tests.store.builders import (
    ALIAS,
    DAY,
    HOUR,
    MAILBOX,
    MINUTE,
    NOW,
    OURS,
    SENDER,
    WORKER,
    claim,
    go_live,
    letter,
    receive,
    verdict,
)
from tests.store.builders import begin as begin_ack

FIRST = "<first@relay.example>"
IN_MAILBOX = Subject(scope=Scope.MAILBOX, name=MAILBOX)
AT_PROVIDER = Subject(scope=Scope.PROVIDER, name="own")
OURS_ID = "<reply-1@seller.example>"


def written(**changes: object) -> Letter:
    """Return the buyer's letter of the one order."""
    return letter(order_ids=("302-1",), **changes)


def filed(store: Store) -> int:
    """File a letter; return its case."""
    (one,) = receive(store, verdict(written(message_id=FIRST)))
    return one.case or 0


def reply(
    store: Store, case: int, click: str = "t-1", who: str = "li", **changes: object
) -> Outcome:
    """Write a reply."""
    draft = replace(
        Draft(token=click, subject="Re: Parcel", body="It is on its way.\n"),
        **changes,  # type: ignore[arg-type]  # a builder of any field
    )
    return store.write(lambda ledger: ledger.desk.reply(case, draft, who, NOW))


def terms(**limits: int) -> Terms:
    """Return terms with these limits."""
    named = {Window[name.upper()]: most for name, most in limits.items()}
    subjects = frozenset({IN_MAILBOX, AT_PROVIDER})
    return Terms(pace=Pace(login="seller", limits=named, reserve=0), subjects=subjects)


def take(
    store: Store, worker: str = WORKER, now: datetime = NOW, **limits: int
) -> list[ReplyClaim]:
    """Claim what is due."""
    given = terms(**limits)
    return list(store.write(lambda ledger: ledger.replies.claim(worker, MAILBOX, 10, given, now)))


def begin(store: Store, held: ReplyClaim, now: datetime = NOW, **limits: int) -> bool:
    """Go to sending."""
    handover = Handover(message_id=OURS_ID, sender=OURS, recipient=SENDER)
    given = terms(**limits)
    return store.write(
        lambda ledger: ledger.replies.begin(held.reply, held.fence, handover, given, now)
    )


def settle(store: Store, held: ReplyClaim, event: AckEvent, now: datetime = NOW) -> bool:
    """Write down how it ended."""
    return store.write(
        lambda ledger: ledger.replies.settle(held.reply, held.fence, event, now, reason="because")
    )


def look(store: Store, case: int) -> CaseFile:
    """Open a case."""
    found = store.read(lambda ledger: ledger.desk.case(case, NOW))
    assert found is not None
    return found


def shown(store: Store, case: int) -> ReplyView:
    """Return the one reply of a case."""
    (one,) = look(store, case).replies
    return one


def send(store: Store) -> None:
    """Send the reply that is due."""
    (held,) = take(store)
    assert begin(store, held)
    assert settle(store, held, AckEvent.ACCEPT, NOW + MINUTE)


def acknowledged(store: Store) -> list[tuple[AckState, str | None]]:
    """Return states and reasons of the acknowledgements."""
    return [(one.state, one.reason) for one in store.read(lambda ledger: ledger.acks(10))]


@pytest.mark.parametrize("claimed", [False, True])
def test_no_acknowledgement_leaves_after_a_reply(live: Store, *, claimed: bool) -> None:
    """A person who writes withholds it, even from the worker that holds it."""
    case = filed(live)
    held = claim(live) if claimed else ()
    reply(live, case)

    assert [(AckState.WITHHELD, "answered")] == acknowledged(live)
    assert [] == [one for one in held if begin_ack(live, one)]


def test_a_reply_that_is_refused_withholds_nothing(live: Store) -> None:
    """While another person holds the case, the acknowledgement stays due."""
    case = filed(live)
    live.write(lambda ledger: ledger.desk.do([case], Hold(), "mo", NOW))

    assert Refusal.HELD is reply(live, case).refusal
    assert [(AckState.DUE, None)] == acknowledged(live)


def test_what_is_claimed_waits_for_who_holds_its_case(live: Store) -> None:
    """A person who takes the case up meanwhile is not crossed, until the hold has run out."""
    case = filed(live)
    (held,) = claim(live)
    live.write(lambda ledger: ledger.desk.do([case], Hold(lease=MINUTE), "li", NOW))

    assert not begin_ack(live, held)
    assert begin_ack(live, held, now=NOW + MINUTE)


def test_what_is_claimed_does_not_leave_once_its_case_is_settled(live: Store) -> None:
    """Closed without an answer, it is answered, and the worker that held it learns it."""
    case = filed(live)
    (held,) = claim(live)
    live.write(lambda ledger: ledger.desk.do([case], Close(), "li", NOW))

    assert not begin_ack(live, held, now=NOW + HOUR)


def test_a_double_click_is_one_reply(live: Store) -> None:
    """The same token again writes nothing."""
    case = filed(live)

    assert (None, Refusal.ALREADY) == (reply(live, case).refusal, reply(live, case).refusal)
    assert "It is on its way.\n" == shown(live, case).body


def test_a_reply_that_is_taken_stops_the_clocks(live: Store) -> None:
    """It is the buyer's turn, no clock runs, and nothing is unanswered."""
    case = filed(live)
    reply(live, case)
    send(live)
    row = look(live, case).view.row

    assert (CaseState.WAITING, None, 0, "buyer") == (
        row.state,
        row.clock_at,
        row.unanswered,
        row.awaited,
    )
    assert AckState.SENT is shown(live, case).state
    assert ["reply.written", "reply.sending", "case.answered", "reply.sent"] == [
        one.name for one in look(live, case).view.events
    ][-4:]


def test_a_letter_that_crossed_keeps_the_case_open(live: Store) -> None:
    """What the buyer wrote after the letter that was answered still waits."""
    case = filed(live)
    reply(live, case)
    receive(live, verdict(written(), received=NOW + MINUTE))
    send(live)
    row = look(live, case).view.row

    assert (CaseState.OPEN, True, AckState.SENT) == (
        row.state,
        row.clock_at is not None,
        shown(live, case).state,
    )


def test_the_copy_in_sent_says_nothing_twice(live: Store) -> None:
    """A reply that we saw taken is answered once."""
    case = filed(live)
    reply(live, case)
    send(live)
    receive(live, verdict(copy(), tags=(), received=NOW + MINUTE))
    names = [one.name for one in look(live, case).view.events]

    assert 1 == names.count("case.answered")


def copy() -> Letter:
    """Return the reply as it stands in Sent."""
    return letter(
        kind=Kind.OWN,
        sender=OURS,
        buyer="",
        message_id=OURS_ID,
        recipients=(SENDER,),
        in_reply_to=(FIRST,),
    )


def test_the_copy_in_sent_settles_a_doubt(live: Store) -> None:
    """A reply whose end nobody saw is proved sent, and its case answered."""
    case = filed(live)
    reply(live, case)
    (held,) = take(live)
    begin(live, held)
    live.write(lambda ledger: ledger.recover(WORKER, NOW + MINUTE))
    doubt = shown(live, case).state
    receive(live, verdict(copy(), tags=(), received=NOW + MINUTE))

    assert (AckState.UNKNOWN, AckState.SENT) == (doubt, shown(live, case).state)
    assert CaseState.WAITING is look(live, case).view.row.state


def test_the_answer_that_comes_late_counts(live: Store) -> None:
    """What became unknown meanwhile is settled by the server's answer under the same fence."""
    case = filed(live)
    reply(live, case)
    (held,) = take(live)
    begin(live, held)
    live.write(lambda ledger: ledger.recover(WORKER, NOW + MINUTE))

    assert settle(live, held, AckEvent.ACCEPT, NOW + 2 * MINUTE)
    assert AckState.SENT is shown(live, case).state


def test_what_never_began_is_due_again(live: Store) -> None:
    """A claim whose worker died is taken by the next, and the old fence writes nothing."""
    case = filed(live)
    reply(live, case)
    (held,) = take(live)
    live.write(lambda ledger: ledger.recover("nobody", NOW + 2 * LEASE))
    (again,) = take(live, "other", NOW + 2 * LEASE)

    assert not begin(live, held)
    assert begin(live, again)
    assert AckState.SENDING is shown(live, case).state


def test_nothing_leaves_in_shadow_mode(store: Store) -> None:
    """A reply is refused while it could not leave, and one that waits begins nothing."""
    case = filed(store)
    refused = reply(store, case).refusal
    go_live(store)
    reply(store, case)
    (held,) = take(store)
    store.write(lambda ledger: ledger.set("mode", "shadow", "test", NOW))

    assert Refusal.SHADOW is refused
    assert not begin(store, held)
    assert [] == take(store)
    assert None is store.read(lambda ledger: ledger.replies.next_due(MAILBOX, terms(), NOW))


def test_only_who_may_work_on_a_case_answers_it(live: Store) -> None:
    """Not while another holds it, not where no buyer wrote, not where there is none."""
    case = filed(live)
    live.write(lambda ledger: ledger.desk.do([case], Hold(), "anna", NOW))
    notice = letter(kind=Kind.NOTICE, buyer="", notice=Notice(topic="return"))
    (told,) = receive(live, verdict(notice, tags=("return",)))
    held = reply(live, case)

    assert (Refusal.HELD, "anna", NOW) == (held.refusal, held.holder, held.since)
    assert Refusal.FORBIDDEN is reply(live, told.case or 0).refusal
    assert Refusal.ABSENT is reply(live, 987_654_321).refusal


def test_a_reply_is_taken_back_before_it_leaves(live: Store) -> None:
    """And not after: then it is on its way."""
    case = filed(live)
    number = reply(live, case).reply or 0

    def withdraw(now: datetime = NOW) -> bool:
        return live.write(
            lambda ledger: ledger.desk.settle_reply(number, AckEvent.WITHHOLD, "li", now)
        )

    assert (True, False) == (withdraw(), withdraw())
    assert AckState.WITHHELD is shown(live, case).state
    assert [] == take(live)


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (AckEvent.PROVE_SENT, AckState.SENT),
        (AckEvent.PROVE_REFUSED, AckState.REFUSED),
        (AckEvent.RESUME, AckState.DUE),
    ],
)
def test_a_person_settles_a_doubt(live: Store, event: AckEvent, state: AckState) -> None:
    """Sent, not sent, or once more."""
    case = filed(live)
    number = reply(live, case).reply or 0
    (held,) = take(live)
    begin(live, held)
    live.write(lambda ledger: ledger.recover(WORKER, NOW))

    assert live.write(lambda ledger: ledger.desk.settle_reply(number, event, "li", NOW))
    assert state is shown(live, case).state


def test_a_refusal_is_told_with_its_reason(live: Store) -> None:
    """The agent sees that it did not arrive, and why; the clocks run on."""
    case = filed(live)
    reply(live, case)
    (held,) = take(live)
    begin(live, held)
    settle(live, held, AckEvent.REFUSE)

    assert (AckState.REFUSED, "because") == (shown(live, case).state, shown(live, case).reason)
    assert CaseState.OPEN is look(live, case).view.row.state


def test_files_go_with_a_reply(live: Store) -> None:
    """Small ones and large ones come out as they went in."""
    files = (
        Attachment(name="Rechnung 1.pdf", media_type="application/pdf", content=b"%PDF"),
        Attachment(name="照片.png", media_type="image/png", content=bytes(100_000)),
    )
    case = filed(live)
    reply(live, case, attachments=files)
    (held,) = take(live)

    assert files == held.attachments
    assert ("Rechnung 1.pdf", "照片.png") == shown(live, case).attachments


def test_a_quota_lets_out_no_more_than_it_has(live: Store) -> None:
    """What does not fit waits, and each that is begun is counted."""
    for number in range(3):
        (one,) = receive(live, verdict(letter(buyer=f"{number}@relay.example")))
        reply(live, one.case or 0, click=f"t-{number}")
    held = take(live, minute=2)
    begun = begin(live, held[0], minute=2)

    assert (2, True) == (len(held), begun)
    assert [] == take(live, minute=1)


@pytest.mark.parametrize(
    ("subject", "who", "holds"),
    [
        (EVERYTHING, "li", True),
        (IN_MAILBOX, "li", True),
        (AT_PROVIDER, "li", True),
        (Subject(scope=Scope.MAILBOX, name="other"), "li", False),
        (Subject(scope=Scope.SHOP, name="default"), "li", False),
        (EVERYTHING, BRAKE, False),
        (IN_MAILBOX, BREAKER, False),
    ],
)
def test_a_persons_pause_holds_replies(
    live: Store, subject: Subject, who: str, *, holds: bool
) -> None:
    """Neither claimed nor begun nor expected until it ends; brake and breaker hold none."""
    first, second = filed(live), filed_of(live, "bert")
    reply(live, first)
    (held,) = take(live)
    reply(live, second, click="t-2")
    live.write(lambda ledger: ledger.pause(Pause(subject=subject, since=NOW, who=who)))
    due = live.read(lambda ledger: ledger.replies.next_due(MAILBOX, terms(), NOW))

    assert [holds] * 3 == [not begin(live, held), due is None, not take(live)]
    assert live.write(lambda ledger: ledger.resume(subject, "li", NOW))
    assert begin(live, held) or not holds


def test_a_reply_is_sent_once(url: str, blobs: Path, seller: str, live: Store) -> None:
    """Two workers that claim and begin in the same moment hand in each reply once."""
    rounds = 30
    said = [verdict(letter(buyer=f"{number}@relay.example")) for number in range(rounds)]
    for number, one in enumerate(receive(live, *said)):
        reply(live, one.case or 0, click=f"t-{number}")
    begun: list[int] = []
    start = threading.Barrier(2)

    def work(worker: str) -> None:
        own = open_store(url, blobs, seller)
        given = terms()
        start.wait(60)
        while held := own.write(
            lambda ledger: ledger.replies.claim(worker, MAILBOX, 1, given, NOW)
        ):
            handover = Handover(
                message_id=f"<{held[0].token}@seller.example>", sender=OURS, recipient=SENDER
            )
            if own.write(
                lambda ledger, one=held[0], sent=handover: ledger.replies.begin(  # type: ignore[misc]
                    one.reply, one.fence, sent, given, NOW
                )
            ):
                begun.append(held[0].reply)
        own.close()

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert rounds == len(begun) == len(set(begun))


def test_a_restart_finds_when_the_next_may_leave(live: Store) -> None:
    """What is due has its time; nothing due has none."""
    before = live.read(lambda ledger: ledger.replies.next_due(MAILBOX, terms(), NOW))
    reply(live, filed(live))
    (held,) = take(live)
    live.write(
        lambda ledger: ledger.replies.settle(
            held.reply, held.fence, AckEvent.DEFER, NOW, not_before=NOW + HOUR
        )
    )

    assert (None, NOW + HOUR) == (
        before,
        live.read(lambda ledger: ledger.replies.next_due(MAILBOX, terms(), NOW)),
    )


def test_a_restored_store_sends_no_reply_again(live: Store) -> None:
    """What was to leave may have left after the backup: a person looks first."""
    first, second = filed(live), filed_of(live, "bert")
    reply(live, first)
    (held,) = take(live)
    begin(live, held)
    reply(live, second, click="t-2")
    live.write(lambda ledger: ledger.begin_again(NOW, "test", NOW))

    assert (AckState.UNKNOWN, AckState.WITHHELD) == (
        shown(live, first).state,
        shown(live, second).state,
    )


def test_replies_are_counted_and_missed(live: Store) -> None:
    """By state; and where the mailbox that a due one would leave by is watched no more."""
    first, second = filed(live), filed_of(live, "bert")
    reply(live, first)
    send(live)
    reply(live, second, click="t-2")

    def stranded(*mailboxes: str) -> dict[str, int]:
        return live.read(lambda ledger: ledger.replies.stranded(mailboxes))

    found = live.read(lambda ledger: ledger.counts()).replies
    assert {"sent": 1, "due": 1} == {state: number for state, number in found.items() if number}
    assert [{}, {MAILBOX: 1}] == [stranded(MAILBOX), stranded("another")]


def filed_of(store: Store, buyer: str) -> int:
    """File another buyer's letter; return its case."""
    (one,) = receive(store, verdict(letter(buyer=f"{buyer}@relay.example")))
    return one.case or 0


def test_a_reply_to_who_is_forgotten_does_not_leave_later(live: Store) -> None:
    """It was just leaving, and the server was busy: its words are gone by now."""
    case = filed(live)
    reply(live, case)
    (held,) = take(live)
    assert begin(live, held)
    live.write(lambda ledger: ledger.erase(ALIAS, lambda buyer: f"mark {len(buyer)}", "test", NOW))
    assert settle(live, held, AckEvent.DEFER)

    assert (AckState.WITHHELD, "erased") == (shown(live, case).state, shown(live, case).reason)
    assert [] == take(live, now=NOW + DAY)
