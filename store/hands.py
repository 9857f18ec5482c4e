"""Hands: which letters each worker is judging, so that the one that ends the process is found.

A fault in a C library, a lack of memory or a hang ends the process and raises nothing that could
be counted. So a worker writes down what it takes up before it begins, and the next process of
that name counts the end of the last one against the letters that were not filed. Who stood in a
batch is only suspected by it and judged alone from then on; only an end over a letter that was
alone counts further. Killing the process from outside therefore sets no good letter aside, unless
it strikes ``DEATH_LIMIT`` times while the same single letter is in hand.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select, update

from store.events import Event, EventName, record
from store.intake_values import Interrupted
from store.letters import LetterState, set_aside
from store.schema import hands, letters
from store.transaction import Transaction

#: The first only makes a letter suspected, whoever stood beside it; five more fell on it alone.
DEATH_LIMIT: Final = 6

#: Why such a letter is set aside.
ENDED_THE_PROCESS: Final = "judging ended the process"


def take(tx: Transaction, taken: Sequence[int], now: datetime) -> None:
    """Remember what this worker is judging, in place of what it judged before."""
    statement = tx.insert(hands).values(
        seller=tx.seller, worker=tx.worker, letters=list(taken), at=now
    )
    then = statement.excluded
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "worker"],
            set_={"letters": then.letters, "at": then.at},
        )
    )


def blame(tx: Transaction, now: datetime) -> tuple[Interrupted, ...]:
    """Count the end of this worker's last process against what it had in hand."""
    taken = tx.run(
        select(hands.c.letters).where(hands.c.seller == tx.seller, hands.c.worker == tx.worker)
    ).scalar()
    if not taken:
        return ()
    take(tx, (), now)
    ended = tuple(
        Interrupted(
            letter=letter,
            aside=deaths >= DEATH_LIMIT and set_aside(tx, letter, ENDED_THE_PROCESS, now),
        )
        for letter, deaths in _count(tx, taken).items()
    )
    suspected = [one.letter for one in ended if not one.aside]
    name = EventName.LETTER_INTERRUPTED
    record(tx, [Event(at=now, name=name, letter=letter) for letter in suspected])
    return ended


def _count(tx: Transaction, taken: Sequence[int]) -> dict[int, int]:
    statement = update(letters).where(
        letters.c.seller == tx.seller,
        letters.c.id.in_(taken),
        letters.c.state == LetterState.ACCEPTED,
    )
    if len(taken) > 1:
        statement = statement.where(letters.c.deaths == 0)
    return tx.pairs(
        statement.values(deaths=letters.c.deaths + 1).returning(letters.c.id, letters.c.deaths)
    )
