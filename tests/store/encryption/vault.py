"""What an encrypted store keeps, read by who has its key and by who has its files alone."""

from pathlib import Path

from sqlalchemy import create_engine, inspect, select, table, text

from cases.asking import ask
from cases.pace import Pace
from cases.states import AckEvent
from cases.values import Attachment
from store.cipher import make_key, parse_key
from store.contents import INLINE_LIMIT
from store.desk_values import Draft
from store.encryption_protocol import Progress
from store.outgoing_values import Terms
from store.protocol import Ledger, Store
from tests.store.builders import (
    DAY,
    NOW,
    arrival,
    claim,
    dispatch,
    filing,
    go_live,
    letter,
    verdict,
)

ONE, TWO = (parse_key(make_key()) for _ in range(2))
TERMS = Terms(pace=Pace(login="seller", limits={}))
SECRET = "Quetzalcoatl"
LARGE = f"Subject: {SECRET}\r\n\r\n".encode() + SECRET.encode() * INLINE_LIMIT
SMALL = f"Subject: {SECRET}\r\n\r\nSmall.\r\n".encode()


def fill(store: Store) -> int:
    """Keep a secret in every place that there is for words and bytes; return the case."""
    go_live(store)

    def take_in(ledger: Ledger) -> None:
        ledger.accept([arrival("large", raw=LARGE), arrival("small", raw=SMALL)], None, NOW)
        numbers = [one.letter for one in ledger.awaiting(10)]
        words = letter(
            message_id="<first@relay.example>",
            text=f"My parcel for Mrs {SECRET} broke. 杯子破损了",
            order_ids=("302-1111111-1111111",),
            subject=f"{SECRET}!",
        )
        later = letter(text=f"I am {SECRET}, still waiting")
        said = [verdict(words), verdict(later, received=NOW + DAY)]
        ledger.file([filing(*pair) for pair in zip(numbers, said, strict=True)], NOW)

    store.write(take_in)
    (held,) = claim(store)
    sent = dispatch()
    wording = type(sent.wording)(
        template="late-delivery", language="en", subject=f"Re: {SECRET}", body=f"Dear {SECRET}"
    )
    store.write(lambda ledger: ledger.begin(held.ack, held.fence, dispatch(wording=wording), NOW))
    store.write(lambda ledger: ledger.settle(held.ack, held.fence, AckEvent.ACCEPT, NOW))
    store.write(lambda ledger: ledger.desk.note(held.case, f"{SECRET} called", "li", NOW))
    files = (
        Attachment(name=f"{SECRET}.png", media_type="image/png", content=SMALL),
        Attachment(name="large.png", media_type="image/png", content=LARGE),
    )
    draft = Draft(token="t", subject=f"Re: {SECRET}", body=f"Hello {SECRET}", attachments=files)
    assert store.write(lambda ledger: ledger.desk.reply(held.case, draft, "li", NOW)).reply
    return held.case


def said(store: Store, case: int) -> dict[str, object]:
    """Return all that ``fill`` has kept, as it is read."""
    found = store.read(lambda ledger: ledger.desk.case(case, NOW))
    assert found is not None
    letters = found.view.letters
    return {
        "row": (found.view.row.subject, found.view.row.excerpt),
        "letters": [(one.verdict.letter.subject, one.verdict.letter.text) for one in letters],
        "acks": [(one.subject, one.body) for one in found.view.acks],
        "notes": [one.text for one in found.notes],
        "replies": [(one.subject, one.body, one.attachments) for one in found.replies],
        "bytes": store.read(lambda ledger: [ledger.original(one.letter) for one in letters]),
    }


def find(store: Store, typed: str) -> list[int]:
    """Return the cases that are found."""
    shown = store.read(lambda ledger: ledger.desk.search(ask(typed).wanted, NOW, 50))
    return [row.case for row in shown.rows]


def everything(url: str, blobs: Path) -> bytes:
    """Return all that stands in tables and files."""
    engine = create_engine(url)
    kept = []
    with engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            for row in connection.execute(select(text("*")).select_from(table(name))):
                kept += [
                    bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode()
                    for one in row
                ]
    engine.dispose()
    kept += [path.read_bytes() for path in blobs.rglob("*") if path.is_file()]
    return b"\n".join(kept)


def spoil(url: str, statement: str) -> None:
    """Change what is kept behind the store's back."""
    engine = create_engine(url)
    with engine.begin() as connection:
        assert connection.execute(text(statement)).rowcount
    engine.dispose()


def damage(url: str, column: str, number: int) -> None:
    """Change some characters of what is encrypted."""
    name, _, column = column.partition(".")
    changed = f"substr({column}, 1, 31) || 'AAAA' || substr({column}, 36)"
    if column == "verdict" and not url.startswith("sqlite"):
        kept = f"({column} #>> '{{}}')"
        changed = f"to_jsonb(substr({kept}, 1, 31) || 'AAAA' || substr({kept}, 36))"
    spoil(url, f"UPDATE {name} SET {column} = {changed} WHERE id = {number}")  # noqa: S608 - ours


def go_through(store: Store, key: str) -> Progress:
    """Bring everything under a key, and need no other any more."""
    store.write(lambda ledger: ledger.encryption.begin(key, "test", NOW))
    return go_on(store)


def step(store: Store, progress: Progress) -> Progress | None:
    """Go one step further."""
    return store.write(lambda ledger: ledger.encryption.step(progress, "test", NOW))


def walk(store: Store) -> Progress:
    """Go the way from its beginning to its end."""
    progress = Progress()
    while further := step(store, progress):
        progress = further
    return progress


def go_on(store: Store) -> Progress:
    """Go the way, and need no other key any more."""
    progress = walk(store)
    assert store.write(lambda ledger: ledger.encryption.finish("test", NOW))
    return progress


def is_silent(url: str, blobs: Path) -> bool:
    """Whether nothing of the secret stands anywhere."""
    kept = everything(url, blobs).lower()
    return SECRET.lower().encode() not in kept and "破损".encode() not in kept
