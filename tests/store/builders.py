"""Builders for the store's tests: a letter, its filing and its answers, with defaults."""

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from cases.labels import Kind, Priority
from cases.states import AckEvent
from cases.values import Decision, Letter, Tag, Triage, Verdict, Wording
from store.intake_values import Arrival, Cursor, Filed, Filing
from store.outgoing_values import Claim, Dispatch
from store.protocol import Ledger, Store

NOW: Final = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
LEASE: Final = timedelta(minutes=5)

WORKER: Final = "worker-1"
MAILBOX: Final = "shop"
ALIAS: Final = "anna@marketplace.amazon.de"
SENDER: Final = "anna+ab12@marketplace.amazon.de"
OURS: Final = "shop@seller.example"

_uids: Final = itertools.count(1)


def arrival(identity: str | None = None, **changes: object) -> Arrival:
    """Return a fetched letter; each call is another one unless ``identity`` says otherwise."""
    uid = next(_uids)
    default = Arrival(
        mailbox=MAILBOX,
        folder="INBOX",
        uidvalidity=1,
        uid=uid,
        raw=b"Subject: hello\r\n\r\nWhere is my parcel?\r\n",
        identity=identity or f"identity-{uid}",
        arrived=NOW,
    )
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field


def letter(**changes: object) -> Letter:
    """Return a buyer's letter."""
    default = Letter(
        message_id=f"<letter-{next(_uids)}@relay.example>",
        sender=SENDER,
        recipients=(OURS,),
        buyer=ALIAS,
        subject="Parcel",
        text="Where is my parcel?\nAnna",
        language="en",
        marketplace="amazon.de",
        relay=True,
    )
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field


def verdict(
    written: Letter | None = None,
    *,
    tags: Iterable[str] = ("late-delivery",),
    priority: Priority = Priority.NORMAL,
    score: float = 0.0,
    veto: str | None = None,
    received: datetime = NOW,
    say_it: bool = False,
) -> Verdict:
    """Return what the pipeline says of a letter; ``veto`` forbids its acknowledgement."""
    written = written or letter()
    if written.kind is not Kind.BUYER and veto is None:
        veto = written.kind
    return Verdict(
        letter=written,
        triage=Triage(
            tags=tuple(Tag(tag=tag, by=(f"rule:{tag}",)) for tag in tags),
            priority=priority,
            score=score,
            say_it=say_it,
        ),
        decision=Decision(send=veto is None, reason=veto or "ok", shop="default"),
        received=received,
    )


def filing(number: int, said: Verdict, now: datetime = NOW, **changes: object) -> Filing:
    """Return a letter's filing with a limit of a day and no settling time."""
    default = Filing(
        letter=number,
        verdict=said,
        limit_at=said.received + DAY,
        not_before=now,
        not_after=now,
    )
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field


def accept(ledger: Ledger, count: int = 1) -> list[int]:
    """Accept as many new letters; return their numbers."""
    arrivals = [arrival() for _ in range(count)]
    ledger.accept(arrivals, None, NOW)
    return [one.letter for one in ledger.awaiting(10_000)][-count:]


def receive(
    store: Store, *said: Verdict, now: datetime = NOW, **changes: object
) -> tuple[Filed, ...]:
    """Accept and file letters in one transaction; return what became of them."""

    def work(ledger: Ledger) -> tuple[Filed, ...]:
        numbers = accept(ledger, len(said))
        pairs = zip(numbers, said, strict=True)
        return ledger.file([filing(number, one, now, **changes) for number, one in pairs], now)

    return store.write(work)


def go_live(store: Store) -> None:
    """Let acknowledgements leave."""
    store.write(lambda ledger: ledger.set("mode", "live", "test", NOW))


def claim(
    store: Store, worker: str = WORKER, *, limit: int = 10, now: datetime = NOW
) -> tuple[Claim, ...]:
    """Claim what is due."""
    return store.write(lambda ledger: ledger.claim(worker, [MAILBOX], limit, LEASE, now))


def dispatch(message_id: str = "<ack-1@seller.example>", **changes: object) -> Dispatch:
    """Return what is committed before DATA; it promises an answer in three hours."""
    default = Dispatch(
        message_id=message_id,
        sender=OURS,
        recipient=SENDER,
        wording=Wording(
            template="late-delivery",
            language="en",
            subject="Re: Parcel",
            body="Dear customer,\n\nwe have your letter and answer it by one o'clock.\n",
            promised_by=NOW + 3 * HOUR,
        ),
    )
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field


def begin(store: Store, held: Claim, sent: Dispatch | None = None, now: datetime = NOW) -> bool:
    """Go to ``sending``."""
    return store.write(lambda ledger: ledger.begin(held.ack, held.fence, sent or dispatch(), now))


def settle(
    store: Store,
    held: Claim,
    event: AckEvent,
    now: datetime = NOW,
    *,
    code: int | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Write down how it ended."""
    return store.write(
        lambda ledger: ledger.settle(
            held.ack, held.fence, event, now, code=code, not_before=not_before
        )
    )


def cursor(uid: int, uidvalidity: int = 1, **changes: object) -> Cursor:
    """Return how far the inbox was read."""
    default = Cursor(mailbox=MAILBOX, folder="INBOX", uidvalidity=uidvalidity, uid=uid)
    return replace(default, **changes)  # type: ignore[arg-type]  # a builder of any field
