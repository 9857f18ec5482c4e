"""Following: an acknowledgement that has not left goes where its letter goes.

Letters go to another case when people merge and split. One acknowledgement is due to an opening:
where the other case has one already, or several come along, the others are withheld. What has left
stays where it was made, and so does what was withheld before.
"""

from datetime import datetime

from sqlalchemy import select, update

from cases.states import AckEvent, AckState, sources_of
from store.clerk import ACKNOWLEDGED
from store.schema import acknowledgements as acks
from store.schema import letters
from store.transaction import Transaction
from store.transitions import TOLD, changes, tell


def follow(tx: Transaction, case: int, into: int, who: str, now: datetime, *, opening: int) -> None:
    """Settle what is due of ``case`` and whose letters are in this opening of ``into`` now.

    The caller holds the acknowledgements of both cases. A worker that has claimed one finds its
    fence outdated and writes nothing.
    """
    gone = select(letters.c.id).where(letters.c.seller == tx.seller, letters.c.case_id == into)
    found = tx.run(
        select(acks.c.state, *TOLD)
        .where(
            acks.c.seller == tx.seller,
            acks.c.case_id == case,
            acks.c.state.in_(sources_of(AckEvent.WITHHOLD)),
            acks.c.letter_id.in_(gone),
        )
        .order_by(acks.c.opening.desc())
    ).all()
    there = select(acks.c.id).where(
        acks.c.seller == tx.seller, acks.c.case_id == into, acks.c.opening == opening
    )
    moved, held = (found[:0], found) if tx.run(there).first() else (found[:1], found[1:])
    for row in moved:
        # Its Message-ID was made of the old case, which may need it for its next one.
        place = {"case_id": into, "opening": opening, "message_id": None}
        freed = {**changes(AckEvent.RELEASE, now), "fence": acks.c.fence + 1}
        tx.run(update(acks).where(acks.c.id == row.id).values(**place, **freed))
    claimed = [row for row in moved if row.state == AckState.CLAIMED]
    tell(tx, claimed, AckEvent.RELEASE, now, who=who)
    values = {**changes(AckEvent.WITHHOLD, now), "reason": ACKNOWLEDGED}
    tx.run(update(acks).where(acks.c.id.in_([row.id for row in held])).values(**values))
    tell(tx, held, AckEvent.WITHHOLD, now, {"reason": ACKNOWLEDGED}, who)
