"""What people at the desk do with replies: written, taken back, settled, shown."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select, update

from cases.deeds import Hold, Refusal, decide
from cases.labels import Kind
from cases.modes import RESTORED, Mode
from cases.states import AckEvent, AckState
from cases.values import Attachment
from store import acknowledgements, contents, settings
from store import standing as standings
from store.deeds import person
from store.desk_values import Draft, Outcome, ReplyView
from store.events import Event, EventName, record
from store.leaving import forgotten, is_forgotten
from store.reply_states import follow, tell
from store.schema import enclosures, letters, replies
from store.transaction import Transaction

#: Why a reply is in the state that a person found out, or has taken back.
BY_PERSON = "person"


def write(tx: Transaction, case: int, draft: Draft, who: str, now: datetime) -> Outcome:
    """Have a reply sent; the same token again is the same reply.

    The writer holds the case from then on, and what was still to acknowledge it is withheld, so
    that no acknowledgement crosses the reply.
    """
    if settings.permit(tx).mode is Mode.SHADOW:
        return Outcome(case=case, refusal=Refusal.SHADOW)
    acknowledgements.lock(tx, case)
    found = standings.lock(tx, [case]).get(case)
    if found is None or is_forgotten(tx, case):
        return Outcome(case=case, refusal=Refusal.ABSENT if found is None else Refusal.ERASED)
    held = decide(found, Hold(), who, now)
    if held is Refusal.HELD:
        return Outcome(case=case, refusal=held, holder=found.holder, since=found.held_at)
    letter = _answered(tx, case)
    if letter is None:
        return Outcome(case=case, refusal=Refusal.FORBIDDEN)
    row = {
        "seller": tx.seller,
        "token": draft.token,
        "case_id": case,
        "letter_id": letter,
        "who": who,
        "since": now,
        "state": AckState.DUE,
        "not_before": now,
        "fence": 0,
        "attempts": 0,
        "subject": draft.subject,
        "body": draft.body,
    }
    made = tx.insert_new(replies, [row], "id")
    if not made:
        return Outcome(case=case, refusal=Refusal.ALREADY)
    reply = made[0]["id"]
    for one in draft.attachments:
        _enclose(tx, reply, one)
    if not isinstance(held, Refusal):
        standings.change(tx, case, standings.columns(held))
    acknowledgements.yield_to(tx, case, person(who), now)
    name, fields = EventName.REPLY_WRITTEN, {"reply": str(reply)}
    record(tx, [Event(at=now, name=name, who=person(who), case=case, letter=letter, fields=fields)])
    return Outcome(case=case, reply=reply)


def _enclose(tx: Transaction, reply: int, one: Attachment) -> None:
    row = {"reply_id": reply, "name": one.name, "media_type": one.media_type}
    number = tx.run(insert(enclosures).returning(enclosures.c.id), row).scalar_one()
    kept = contents.keep(tx, one.content, contents.of_enclosure(number))
    tx.run(update(enclosures).where(enclosures.c.id == number).values(**kept))


def decide_on(tx: Transaction, reply: int, event: AckEvent, who: str, now: datetime) -> bool:
    """Take back what is due (WITHHOLD), or settle what is in doubt; False where it is neither.

    It does not leave again for a buyer who was forgotten.
    PROVE_SENT, PROVE_REFUSED and RESUME settle; any other event raises ``ValueError``.
    """
    if event is AckEvent.WITHHOLD:
        source = AckState.DUE
    elif event in {AckEvent.PROVE_SENT, AckEvent.PROVE_REFUSED, AckEvent.RESUME}:
        source = AckState.UNKNOWN
    else:
        raise ValueError(event)
    which = [replies.c.id == reply, replies.c.state == source]
    if event is AckEvent.RESUME:
        which.append(~forgotten(tx, replies.c.case_id))
    rows = follow(
        tx,
        event,
        which,
        settled_at=None if event is AckEvent.RESUME else now,
        reason=BY_PERSON,
    )
    tell(tx, rows, event, now, who=person(who))
    return bool(rows)


def begin_again(tx: Transaction, who: str, now: datetime) -> None:
    """After a restore: what was to leave may have left, and waits for a person to say so."""
    for event in (AckEvent.LOSE, AckEvent.WITHHOLD):
        rows = follow(tx, event, [], settled_at=now, claimed_until=None, reason=RESTORED)
        tell(tx, rows, event, now, RESTORED, who)


def of_case(tx: Transaction, case: int) -> tuple[ReplyView, ...]:
    """Return a case's replies, oldest first."""
    rows = (
        tx.run(
            select(replies)
            .where(replies.c.seller == tx.seller, replies.c.case_id == case)
            .order_by(replies.c.id)
        )
        .mappings()
        .all()
    )
    names = _names(tx, [row["id"] for row in rows])
    return tuple(
        ReplyView(
            reply=row["id"],
            at=row["since"],
            who=row["who"],
            state=AckState(row["state"]),
            reason=row["reason"],
            subject=row["subject"],
            body=row["body"],
            attachments=tuple(names.get(row["id"], ())),
            settled_at=row["settled_at"],
        )
        for row in rows
    )


def _answered(tx: Transaction, case: int) -> int | None:
    """Return the buyer's newest letter; None where only notices have spoken."""
    rows = tx.run(
        select(*letters.c["id", "verdict"])
        .where(letters.c.seller == tx.seller, letters.c.case_id == case)
        .order_by(letters.c.received.desc(), letters.c.id.desc())
    )
    return next((row.id for row in rows if row.verdict.letter.kind is Kind.BUYER), None)


def _names(tx: Transaction, numbers: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    if numbers:
        rows = tx.run(
            select(*enclosures.c["reply_id", "name"])
            .where(enclosures.c.reply_id.in_(numbers))
            .order_by(enclosures.c.id)
        )
        for reply, name in rows:
            found.setdefault(reply, []).append(name)
    return found
