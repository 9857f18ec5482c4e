"""Replies: what people answer from the desk, on its way out.

Every change is compare-and-set under the fence of the claim (``store.reply_states``).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select

from cases.pace import Urgency
from cases.pauses import holds_replies
from cases.states import AckEvent, AckState
from cases.values import Attachment
from store import contents, gate, handles, sendings
from store.columns import is_unreadable
from store.handles import Sort
from store.leaving import is_forgotten, withhold
from store.outgoing_values import LEASE, Recovery, Terms
from store.replies_protocol import Handover, ReplyClaim, ReplyFate
from store.reply_states import answer, ended, follow, tell
from store.schema import enclosures, letters, replies
from store.transaction import Row, Transaction

#: What the server's answer is where it comes after the lease: evidence.
_EVIDENCE: Final = {
    AckEvent.ACCEPT: AckEvent.PROVE_SENT,
    AckEvent.REFUSE: AckEvent.PROVE_REFUSED,
}
_ANSWERS: Final = and_(letters.c.seller == replies.c.seller, letters.c.id == replies.c.letter_id)


class SqlReplies:
    """Each method is documented in ``store.replies_protocol``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def claim(
        self, worker: str, mailbox: str, limit: int, terms: Terms, now: datetime
    ) -> tuple[ReplyClaim, ...]:
        """Take due replies."""
        tx = self._tx
        if not _may_leave(tx, terms, now):
            return ()
        sendings.lock(tx, terms)
        room = sendings.find(tx, terms, Urgency.PERSON, now).number
        taken = self._pick(mailbox, limit if room is None else min(limit, room), now)
        if taken:
            follow(
                tx,
                AckEvent.CLAIM,
                [replies.c.id.in_([row["id"] for row in taken])],
                fence=replies.c.fence + 1,
                worker=worker,
                claimed_until=now + LEASE,
            )
        enclosed = _enclosed(tx, [row["id"] for row in taken])
        return tuple(
            ReplyClaim(
                reply=row["id"],
                fence=row["fence"] + 1,
                case=row["case_id"],
                attachments=_whole(enclosed.get(row["id"], ())),
                **{name: row[name] for name in _CLAIMED},
            )
            for row in taken
        )

    def next_due(self, mailbox: str, terms: Terms, now: datetime) -> datetime | None:
        """Say when the next may leave."""
        tx = self._tx
        if not _may_leave(tx, terms, now):
            return None
        moment: datetime | None = tx.run(
            select(replies.c.not_before)
            .join(letters, _ANSWERS)
            .where(
                replies.c.seller == tx.seller,
                replies.c.state == AckState.DUE,
                letters.c.mailbox == mailbox,
            )
            .order_by(replies.c.not_before)
            .limit(1)
        ).scalar()
        return moment

    def begin(
        self, reply: int, fence: int, handover: Handover, terms: Terms, now: datetime
    ) -> bool:
        """Go to ``sending``."""
        tx = self._tx
        if (
            not _may_leave(tx, terms, now)
            or sendings.admit(tx, terms, Urgency.PERSON, now).number == 0
        ):
            return False
        rows = follow(
            tx,
            AckEvent.BEGIN,
            _held(reply, fence),
            message_id=handover.message_id,
            sender=handover.sender,
            recipient=handover.recipient,
            begun_at=now,
            claimed_until=now + LEASE,
        )
        handles.hold(tx, [(Sort.SENT, handover.message_id, row["case_id"]) for row in rows])
        tell(tx, rows, AckEvent.BEGIN, now)
        return bool(rows)

    def settle(
        self,
        reply: int,
        fence: int,
        event: AckEvent,
        now: datetime,
        *,
        reason: str | None = None,
        code: int | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Write down how it ended."""
        tx = self._tx
        said: dict[str, Any] = {"reason": reason, "code": code, **ended(event, now)}
        if event is AckEvent.DEFER:
            said["attempts"] = replies.c.attempts + 1
        if not_before is not None:
            said["not_before"] = not_before
        rows = follow(tx, event, _held(reply, fence), **said)
        if not rows and event in _EVIDENCE:
            event = _EVIDENCE[event]
            doubted = [*_held(reply, fence), replies.c.state == AckState.UNKNOWN]
            rows = follow(tx, event, doubted, **said)
        if event in {AckEvent.ACCEPT, AckEvent.PROVE_SENT}:
            answer(tx, rows, now)
        tell(tx, rows, event, now, reason)
        for row in rows if event is AckEvent.DEFER else ():
            if is_forgotten(tx, row["case_id"]):
                withhold(tx, [row["case_id"]], now)
        return bool(rows)

    def recover(self, worker: str, now: datetime) -> Recovery:
        """Put right what a crash left."""
        lapsed = or_(replies.c.worker == worker, replies.c.claimed_until < now)
        lost, freed = (
            follow(self._tx, event, [lapsed, replies.c.state == state], **ended(event, now))
            for state, event in (
                (AckState.SENDING, AckEvent.LOSE),
                (AckState.CLAIMED, AckEvent.RELEASE),
            )
        )
        tell(self._tx, lost, AckEvent.LOSE, now, "recovered")
        return Recovery(unknown=len(lost), released=len(freed))

    def because(self, reason: str) -> tuple[ReplyFate, ...]:
        """List those that a reason keeps."""
        tx = self._tx
        rows = tx.run(
            select(*replies.c["id", "case_id", "who", "state"])
            .where(replies.c.seller == tx.seller, replies.c.reason == reason)
            .order_by(replies.c.id)
        )
        return tuple(
            ReplyFate(reply=row.id, case=row.case_id, who=row.who, state=AckState(row.state))
            for row in rows
        )

    def count(self) -> dict[str, int]:
        """Count."""
        counted = self._tx.pairs(
            select(replies.c.state, func.count())
            .where(replies.c.seller == self._tx.seller)
            .group_by(replies.c.state)
        )
        return {state.value: 0 for state in AckState} | counted

    def stranded(self, mailboxes: Sequence[str]) -> dict[str, int]:
        """Count what nobody will send."""
        return self._tx.pairs(
            select(letters.c.mailbox, func.count())
            .join(replies, _ANSWERS)
            .where(
                replies.c.seller == self._tx.seller,
                replies.c.state == AckState.DUE,
                letters.c.mailbox.not_in(mailboxes),
            )
            .group_by(letters.c.mailbox)
        )

    def prove_sent(self, message_ids: Sequence[str], now: datetime) -> int:
        """Settle what Sent shows."""
        event = AckEvent.PROVE_SENT
        rows = follow(self._tx, event, [replies.c.message_id.in_(message_ids)], **ended(event, now))
        tell(self._tx, rows, event, now, "copy")
        return len(rows)

    def _pick(self, mailbox: str, limit: int, now: datetime) -> Sequence[Row]:
        return (
            self._tx.run(
                select(
                    *replies.c["id", "fence", "case_id", "who", "attempts", "token"],
                    *replies.c["subject", "body"],
                    *letters.c["mailbox", "verdict"],
                )
                .join(letters, _ANSWERS)
                .where(
                    replies.c.seller == self._tx.seller,
                    replies.c.state == AckState.DUE,
                    replies.c.not_before <= now,
                    letters.c.mailbox == mailbox,
                )
                .order_by(replies.c.not_before, replies.c.id)
                .limit(limit)
                .with_for_update(of=replies, skip_locked=True)
            )
            .mappings()
            .all()
        )


def _may_leave(tx: Transaction, terms: Terms, now: datetime) -> bool:
    """Whether the mode lets anything out, and no person has paused where it would leave."""
    found = gate.look(tx, now)
    return found.permit.lets_out and not holds_replies(found.paused, terms.subjects)


def _held(reply: int, fence: int) -> list[ColumnElement[bool]]:
    return [replies.c.id == reply, replies.c.fence == fence]


def _enclosed(tx: Transaction, numbers: Sequence[int]) -> dict[int, list[Attachment | None]]:
    found: dict[int, list[Attachment | None]] = {}
    rows = tx.run(
        select(enclosures).where(enclosures.c.reply_id.in_(numbers)).order_by(enclosures.c.id)
    )
    for row in rows.mappings() if numbers else ():
        content = contents.load(tx, row, contents.of_enclosure(row["id"]))
        found.setdefault(row["reply_id"], []).append(
            None
            if content is None or is_unreadable(row["name"])
            else Attachment(name=row["name"], media_type=row["media_type"], content=content)
        )
    return found


def _whole(found: Iterable[Attachment | None]) -> tuple[Attachment, ...] | None:
    kept = tuple(found)
    there = tuple(one for one in kept if one is not None)
    return there if len(there) == len(kept) else None


#: Columns that a claim shows as they are.
_CLAIMED: Final = ("verdict", "mailbox", "who", "attempts", "token", "subject", "body")
