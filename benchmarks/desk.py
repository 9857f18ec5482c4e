"""How long the desk's questions take: the queue, the counts of the views, searches, whole pages.

The store is filled with letters through the ledger's own words; then every case is copied inside
the database, each copy with a buyer, an order and rare words of its own. Most cases are done. Of
each question the median and the 95th percentile over many rounds are shown in milliseconds: of the
clock, and of this process's own work, which on SQLite is all of it and on PostgreSQL leaves the
server out; on a machine that others use the second tells more.
Usage: make bench-desk; CASES (200000), OPEN (10000) and DATABASES (sqlite,postgresql) change it.
"""

import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, func, insert, literal, select, text

from cases.asking import ask
from cases.deeds import Close
from cases.filters import DONE, OPEN, VIEWS, Filter
from cases.labels import Priority
from cases.roles import Role
from cases.values import Decision, Letter, Tag, Triage, Verdict
from store.intake_values import Arrival, Filing
from store.open import open_store
from store.protocol import Ledger, Store
from store.schema import cases, handles, searches
from tests.desk.office import Visitor, staffed
from tests.servers.postgresql import PostgreSQL

_CASES: Final = int(os.environ.get("CASES", "200000"))
_OPEN: Final = int(os.environ.get("OPEN", "10000"))
_DATABASES: Final = os.environ.get("DATABASES", "sqlite,postgresql").split(",")
_ROUNDS: Final = 40
_BATCH: Final = 500
#: So many cases are filed; the others are copies.
_SEED: Final = min(2000, _CASES)
_PAGE: Final = 200
_NOW: Final = datetime(2026, 11, 23, 10, tzinfo=UTC)

_SENTENCES: Final = {
    "en": ("The mug arrived broken and the box was open.", "Where is my parcel with the lamp?"),
    "de": ("Die Tasse kam zerbrochen an.", "Wo bleibt mein Paket mit der Lampe?"),
    "fr": ("La tasse est arrivée cassée.", "Où est mon colis ?"),
    "zh": ("杯子到货时破损了,请退款。", "我还没有收到包裹。"),
    "ja": ("届いた時にカップが壊れていました。", "荷物がまだ届きません。"),
}
_TAGS: Final = (
    *(("damaged",), ("late-delivery",), ("damaged", "refund"), ("wrong-item", "exchange")),
    *(("claim", "not-received"), ("thanks",), ("product-question",), ("gift-order",)),
)
_QUESTIONS: Final = (
    *("mug", "broken mug", "破损", "退款 破损", "壊れ", "zerbrochen lang:de", "tag:claim"),
    *("tag:damaged lang:ja is:overdue", "broke* is:done", "item4711", "302-0000711", "is:overdue"),
    *("tag:damaged before:2026-11-01", "before:2026-10-05", "mug is:open tag:refund"),
)


def main() -> None:
    """Fill and ask each database."""
    print(
        f"{_CASES} cases, {_OPEN} of them open; milliseconds: clock median, p95; work median, p95"
    )
    for name in _DATABASES:
        with tempfile.TemporaryDirectory() as folder, _address(name, Path(folder)) as url:
            store = open_store(url, Path(folder) / "blobs")
            print(f"\n{name}")
            _fill(store)
            _copy(url)
            _ask(store)
            _serve(store, url)
            store.close()


@contextmanager
def _address(name: str, folder: Path) -> Iterator[str]:
    if name == "sqlite":
        yield f"sqlite:///{folder}/triaged.db"
        return
    with PostgreSQL(folder) as server, server.database() as url:
        yield url


def _fill(store: Store) -> None:
    chance = random.Random(2026)  # noqa: S311 - the same letters every time
    for first in range(0, _SEED, _BATCH):
        numbers = range(first, min(first + _BATCH, _SEED))
        verdicts = [_verdict(number, chance) for number in numbers]
        filed = store.write(lambda ledger, said=verdicts: _file(ledger, said))  # type: ignore[misc]
        done = [case for case, number in zip(filed, numbers, strict=True) if _is_done(number)]
        if done:
            store.write(lambda ledger, done=done: ledger.desk.do(done, Close(), "li", _NOW))  # type: ignore[misc]


def _copy(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        for number in range(1, _CASES // _SEED):
            name = literal(f"{number}x")
            for table, own in (
                (cases, {"id": cases.c.id + number * _SEED, "buyer": cases.c.buyer + name}),
                (
                    searches,
                    {
                        "case_id": searches.c.case_id + number * _SEED,
                        "words": func.replace(searches.c.words, "item", literal("item") + name),
                    },
                ),
                (
                    handles,
                    {
                        "id": handles.c.id + number * 10 * _SEED,
                        "case_id": handles.c.case_id + number * _SEED,
                        "value": handles.c.value + name,
                    },
                ),
            ):
                key = next(iter(table.primary_key.columns))
                rows = select(*(own.get(one.name, one) for one in table.c)).where(key <= _SEED)
                connection.execute(insert(table).from_select([one.name for one in table.c], rows))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if "postgres" in url else "PRAGMA optimize"))
    engine.dispose()


def _is_done(number: int) -> bool:
    """Whether the case is done: the oldest are."""
    return number < _SEED - _SEED * _OPEN // _CASES


def _file(ledger: Ledger, verdicts: list[Verdict]) -> list[int]:
    arrivals = [
        Arrival(
            mailbox="shop",
            folder="INBOX",
            uidvalidity=1,
            uid=int(str(one.letter.message_id).strip("<>").partition("@")[0]),
            raw=b"",
            identity=str(one.letter.message_id),
            arrived=one.received,
        )
        for one in verdicts
    ]
    ledger.accept(arrivals, None, _NOW)
    taken = {one.uid: verdict for one, verdict in zip(arrivals, verdicts, strict=True)}
    filings = [
        Filing(
            letter=letter.letter,
            verdict=verdict,
            limit_at=verdict.received + timedelta(days=1),
            not_before=_NOW,
            not_after=_NOW,
        )
        for letter, verdict in zip(ledger.awaiting(_BATCH), taken.values(), strict=True)
    ]
    return [one.case or 0 for one in ledger.file(filings, _NOW)]


def _verdict(number: int, chance: random.Random) -> Verdict:
    language = chance.choice([*_SENTENCES])
    text = " ".join(
        [*chance.choices(_SENTENCES[language], k=4)]
        + [f"item{chance.randrange(20_000)}" for _ in range(40)]
    )
    received = _NOW - timedelta(seconds=4000 * (_SEED - number))
    return Verdict(
        letter=Letter(
            message_id=f"<{number + 1}@relay.example>",
            sender=f"b{number}@marketplace.amazon.de",
            buyer=f"b{number}@marketplace.amazon.de",
            subject=f"Order 302-{number:07}",
            order_ids=(f"302-{number:07}",),
            text=text,
            language=language,
            marketplace=chance.choice(["amazon.de", "amazon.co.jp", "ebay"]),
            relay=True,
        ),
        triage=Triage(
            tags=tuple(Tag(tag=tag, by=("rule:x",)) for tag in chance.choice(_TAGS)),
            priority=chance.choice([*Priority]),
            score=chance.random() * 0.99,
            unsure=chance.random() < 0.1,
        ),
        decision=Decision(send=True, reason="ok", shop="default"),
        received=received,
    )


def _ask(store: Store) -> None:
    for name, wanted in (
        ("queue", Filter(states=OPEN)),
        *((f"queue, view {view}", wanted) for view, wanted in VIEWS.items()),
        ("what is done", Filter(states=DONE)),
        ("queue, lang:de", Filter(states=OPEN, language="de")),
        ("queue, market:amazon tag:damaged", ask("is:open market:amazon tag:damaged").wanted),
    ):
        _show(name, lambda ledger, one=wanted: ledger.desk.page(one, _NOW, _PAGE), store)  # type: ignore[misc]
    place = store.read(lambda ledger: ledger.desk.page(Filter(states=OPEN), _NOW, 5000)).next or ""
    _show(
        "queue, from the middle",
        lambda ledger: ledger.desk.page(Filter(states=OPEN), _NOW, _PAGE, place),
        store,
    )
    _show("counts of the views", lambda ledger: ledger.desk.count(_NOW), store)
    for typed in _QUESTIONS:
        wanted = ask(typed).wanted
        _show(
            f"search {typed}",
            lambda ledger, one=wanted: ledger.desk.search(one, _NOW, 50),  # type: ignore[misc]
            store,
        )


def _serve(store: Store, url: str) -> None:
    """Ask for whole pages, from request to answer, with the work of all threads."""
    with staffed(store, url) as office:
        office.now = _NOW
        office.add("li", Role.SUPERVISOR)
        visitor = Visitor(office=office)
        visitor.login()
        # As where it is served (daemon/web/desk.py).
        gc.freeze()
        for path in (
            "/",
            "/?view=overdue",
            "/?view=done",
            f"/case/{_SEED - 10}",
            "/news?seen=1",
            "/team",
        ):
            size = len(visitor.get(path).body)
            _measure(f"page {path}, {size / 1000:.0f} kB", lambda path=path: visitor.get(path))  # type: ignore[misc]


def _show(name: str, question: Callable[[Ledger], object], store: Store) -> None:
    _measure(name, lambda: store.read(question))


def _measure(name: str, work: Callable[[], object]) -> None:
    wall, cpu = [], []
    for _ in range(_ROUNDS):
        begun, spent = time.perf_counter(), time.process_time()
        work()
        wall.append(1000 * (time.perf_counter() - begun))
        cpu.append(1000 * (time.process_time() - spent))
    shown = [
        f"{found:8.1f}"
        for taken in (wall, cpu)
        for found in (statistics.median(taken), statistics.quantiles(taken, n=20)[-1])
    ]
    print(f"  {name:38} {' '.join(shown)}")


if __name__ == "__main__":
    main()
