"""An encrypted store says nothing to whoever has its files, and everything to whoever has its key.

The same suite on SQLite and PostgreSQL: turning it on, finding, forgetting, changing the key.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import create_engine, inspect, select, table, text

from cases.asking import ask
from cases.pace import Pace
from cases.roles import Role
from cases.states import AckEvent, AckState
from cases.values import Attachment
from daemon.encrypting import bring_under
from daemon.forgetting import marker
from store.cipher import Keys, make_key, parse_key
from store.columns import is_unreadable
from store.contents import INLINE_LIMIT
from store.desk_values import Draft
from store.encryption_protocol import PLAIN, EncryptionState, Progress
from store.errors import LockedError, StoreError
from store.open import open_store
from store.outgoing_values import Terms
from store.protocol import Ledger, Store
from tests.store.builders import (
    ALIAS,
    DAY,
    MAILBOX,
    MINUTE,
    NOW,
    WORKER,
    arrival,
    claim,
    dispatch,
    filing,
    go_live,
    letter,
    receive,
    verdict,
)

ONE, TWO = (parse_key(make_key()) for _ in range(2))
TERMS = Terms(pace=Pace(login="seller", limits={}))
SECRET = "Quetzalcoatl"
LARGE = f"Subject: {SECRET}\r\n\r\n".encode() + SECRET.encode() * INLINE_LIMIT
SMALL = f"Subject: {SECRET}\r\n\r\nSmall.\r\n".encode()


@pytest.fixture
def url(empty_url: str) -> str:
    """A database of a test's own, because every table is read from end to end."""
    return empty_url


@pytest.fixture
def seller() -> str:
    """The only one."""
    return "default"


@pytest.fixture
def opened(url: str, blobs: Path) -> Iterator[Callable[[Keys], Store]]:
    """Opens the store with keys."""
    stores: list[Store] = []

    def open_with(keys: Keys) -> Store:
        stores.append(open_store(url, blobs, keys=keys))
        return stores[-1]

    yield open_with
    for one in stores:
        one.close()


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


def test_an_encrypted_store_says_nothing(
    opened: Callable[[Keys], Store], url: str, blobs: Path
) -> None:
    """Begun with a key, no word and no byte of a letter stands in tables and files; all is read."""
    plain = opened(Keys())
    assert plain.read(lambda ledger: ledger.encryption.is_empty())
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)

    assert is_silent(url, blobs)
    assert EncryptionState(key=ONE.id) == store.read(lambda ledger: ledger.encryption.state())
    kept = said(store, case)
    assert [LARGE, SMALL] == kept["bytes"]
    assert [(f"Re: {SECRET}", f"Dear {SECRET}")] == kept["acks"]
    assert [(f"Re: {SECRET}", f"Hello {SECRET}", (f"{SECRET}.png", "large.png"))] == kept["replies"]


def test_what_is_there_is_encrypted(opened: Callable[[Keys], Store], url: str, blobs: Path) -> None:
    """A plain store says nothing either once it was gone through, and everything is as it was."""
    store = opened(Keys(present=ONE))
    case = fill(store)
    before = said(store, case)
    assert not is_silent(url, blobs)
    done = go_through(store, ONE.id)

    assert is_silent(url, blobs)
    assert before == said(store, case)
    assert done.changed > 8
    assert 0 == go_on(store).changed
    assert [case] == find(store, SECRET)


def test_a_reply_leaves_as_it_was_written(opened: Callable[[Keys], Store]) -> None:
    """Who sends gets words and files in plain."""
    store = opened(Keys(present=ONE))
    fill(store)
    go_through(store, ONE.id)
    (held,) = store.write(lambda ledger: ledger.replies.claim(WORKER, MAILBOX, 1, TERMS, NOW))

    assert f"Hello {SECRET}" == held.body
    assert held.attachments is not None
    assert [SMALL, LARGE] == [one.content for one in held.attachments]


def test_it_goes_on_where_it_was_ended(
    opened: Callable[[Keys], Store], url: str, blobs: Path
) -> None:
    """Ended after any step, what is there is read and found, and the next way ends what lacks."""
    store = opened(Keys(present=ONE))
    case = fill(store)
    before = said(store, case)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    for steps in range(1, 18):
        progress = Progress()
        for _ in range(steps):
            progress = step(store, progress) or progress
        again = opened(Keys(present=ONE))

        assert before == said(again, case)
        assert [case] == find(again, f"{SECRET} broke")
        again.close()
    go_on(store)

    assert is_silent(url, blobs)


def test_a_key_is_changed(opened: Callable[[Keys], Store], url: str, blobs: Path) -> None:
    """Under the new key everything is as before; the old one is needed until then alone."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    both = opened(Keys(present=TWO, before=ONE))
    before = said(both, case)
    both.write(lambda ledger: ledger.encryption.begin(TWO.id, "test", NOW))
    receive(both, verdict(letter(text=f"Once more {SECRET} 破损"), received=NOW + 2 * DAY))

    assert [case] == find(both, f"{SECRET} broke")
    with pytest.raises(LockedError, match=f"key {ONE.id}, and only {TWO.id} is named"):
        opened(Keys(present=TWO))
    go_on(both)
    after = opened(Keys(present=TWO))

    assert before["notes"] == said(after, case)["notes"]
    assert [case] == find(after, f"{SECRET} broke once")
    assert is_silent(url, blobs)
    with pytest.raises(LockedError, match=f"key {TWO.id}, and none is named"):
        opened(Keys())


def test_a_store_is_decrypted(opened: Callable[[Keys], Store]) -> None:
    """Whoever wants no key any more needs none afterwards."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    before = said(store, case)
    go_through(store, PLAIN)
    plain = opened(Keys())

    assert before == said(plain, case)
    assert [case] == find(plain, f"{SECRET} brok*")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (SECRET, True),
        (SECRET.upper(), True),
        ("broke waiting", True),
        ("破损", True),
        ("破", True),
        ("了", True),
        ("anna", True),
        ("tag:late-delivery broke", True),
        ("brok*", False),
        ("break", False),
        ("损破", False),
        ("tag:damaged broke", False),
    ],
)
def test_words_are_found(opened: Callable[[Keys], Store], typed: str, found: bool) -> None:  # noqa: FBT001 - a table
    """Whole words, signs and facts find their cases; beginnings of words find none."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)

    assert ([case] if found else []) == find(store, typed)


def test_letters_come_while_it_goes_on(
    opened: Callable[[Keys], Store], url: str, blobs: Path
) -> None:
    """Filed by another process's hand meanwhile, none is lost, unfound or left plain."""
    store, other = opened(Keys(present=ONE)), opened(Keys(present=ONE))
    numbers = range(40)

    def write(number: int) -> None:
        words = letter(
            buyer=f"buyer{number % 5}@relay.example", text=f"{SECRET} broke word{number} 破损"
        )
        receive(other, verdict(words, received=NOW + number * MINUTE))

    for number in numbers[:15]:
        write(number)
    with ThreadPoolExecutor(1) as hands:
        coming = [hands.submit(write, number) for number in numbers[15:]]
        done = bring_under(store, ONE.id, "test", NOW, lambda _total, _done: None)
        for one in coming:
            one.result()

    assert done.is_whole
    assert is_silent(url, blobs)
    assert 0 == go_on(store).changed
    found = [find(store, f"{SECRET} word{number} 破") for number in numbers]
    assert 5 == len({case for cases in found for case in cases})
    assert [1] * len(numbers) == [len(cases) for cases in found]


def test_merged_and_split_cases_are_found(opened: Callable[[Keys], Store]) -> None:
    """By the words of the letters they have, also where one was encrypted and one was not."""
    store = opened(Keys(present=ONE))
    case = fill(store)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    receive(store, verdict(letter(text="A second matter", order_ids=("302-7654321-7654321",))))
    other = next(one for one in find(store, "matter") if one != case)
    assert store.write(lambda ledger: ledger.desk.merge(case, other, "li", NOW)).refusal is None
    assert [case] == find(store, "broke matter")
    shown = store.read(lambda ledger: ledger.desk.case(case, NOW))
    assert shown is not None
    parted = store.write(
        lambda ledger: ledger.desk.split(case, [shown.view.letters[-1].letter], "li", NOW)
    )

    assert [parted.case] == find(store, "waiting")
    assert [case] == find(store, "broke")


def test_who_has_the_old_key_alone_writes_nothing(opened: Callable[[Keys], Store]) -> None:
    """A process that was started before stops at its next write, and says what to name."""
    stale = opened(Keys())
    store = opened(Keys(present=ONE))
    fill(store)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))

    with pytest.raises(LockedError, match=f"encrypted with key {ONE.id}"):
        receive(stale, verdict())


def test_bytes_of_another_letter_are_refused(opened: Callable[[Keys], Store], url: str) -> None:
    """Bytes that were laid under another letter are lost to it, and hold up nothing."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    store.write(
        lambda ledger: ledger.accept([arrival("a", raw=b"a"), arrival("b", raw=b"b")], None, NOW)
    )
    spoil(
        url,
        "UPDATE bodies SET raw = (SELECT raw FROM bodies WHERE letter_id = 2) WHERE letter_id = 1",
    )
    waiting = store.read(lambda ledger: ledger.awaiting(10))

    assert [(b"", True), (b"b", False)] == [(one.raw, one.lost) for one in waiting]


def test_nothing_is_committed_behind_a_change(opened: Callable[[Keys], Store], url: str) -> None:
    """Who was writing under the key of before is waited for, so that no letter is left under it."""
    if url.startswith("sqlite"):
        pytest.skip("one writer at a time")
    first = opened(Keys(present=ONE))
    first.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    receive(first, verdict())
    store, writing, commit = opened(Keys(present=TWO, before=ONE)), Event(), Event()

    def write(ledger: Ledger) -> None:
        ledger.accept([arrival("late", raw=SMALL)], None, NOW)
        writing.set()
        assert commit.wait(30)

    with ThreadPoolExecutor(2) as hands:
        late = hands.submit(first.write, write)
        assert writing.wait(30)
        change = hands.submit(bring_under, store, TWO.id, "test", NOW, lambda _total, _done: None)
        with pytest.raises(TimeoutError):
            change.result(1)
        commit.set()
        late.result(30)
        assert change.result(30).is_whole
    after = opened(Keys(present=TWO))

    assert [SMALL] == [one.raw for one in after.read(lambda ledger: ledger.awaiting(10))]


def test_a_key_that_nobody_knows_is_one_letters_loss(
    opened: Callable[[Keys], Store], url: str
) -> None:
    """That letter is lost, and the others are read; a key that was changed is asked for still."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    store.write(
        lambda ledger: ledger.accept([arrival("a", raw=b"a"), arrival("b", raw=b"b")], None, NOW)
    )
    spoil(url, "UPDATE bodies SET key_id = 'deadbeef' WHERE letter_id = 1")
    waiting = store.read(lambda ledger: ledger.awaiting(10))

    assert [(b"", True), (b"b", False)] == [(one.raw, one.lost) for one in waiting]
    both = opened(Keys(present=TWO, before=ONE))
    both.write(lambda ledger: ledger.encryption.begin(TWO.id, "test", NOW))
    walk(both)
    with pytest.raises(LockedError, match=f"key {TWO.id}, and only {ONE.id} is named"):
        store.read(lambda ledger: ledger.awaiting(10))


def test_a_lost_file_keeps_its_key(opened: Callable[[Keys], Store], blobs: Path) -> None:
    """It may be put back one day, so the older key is needed until then."""
    store = opened(Keys(present=ONE))
    fill(store)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    gone = [path for path in blobs.rglob("*") if path.is_file()]
    for path in gone:
        path.unlink()
    progress = walk(store)

    assert bool(gone) is bool(progress.lost)
    assert bool(gone) is not store.write(lambda ledger: ledger.encryption.finish("test", NOW))


@pytest.mark.parametrize("half", ["", ".deadbeef"])
def test_a_file_that_nobody_names_goes(
    opened: Callable[[Keys], Store], blobs: Path, url: str, half: str
) -> None:
    """What a transaction left that never ended is plain, and so it is removed; half a file too."""
    if not url.startswith("sqlite"):
        pytest.skip("files are SQLite's")
    store = opened(Keys(present=ONE))
    fill(store)
    left = blobs / "ab" / ("c" * 62 + half)
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(SMALL)
    go_through(store, ONE.id)

    assert not left.exists()
    assert is_silent(url, blobs)


def test_a_forgotten_buyer_is_forgotten(opened: Callable[[Keys], Store], blobs: Path) -> None:
    """Erasing works on what is encrypted, and leaves no file."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    mark = marker(b"key")
    done = store.write(lambda ledger: ledger.erase(ALIAS, mark, "test", NOW))
    kept = said(store, case)

    assert (1, 2) == (done.cases, done.letters)
    assert [None, None] == kept["bytes"]
    assert [("", ""), ("", "")] == kept["letters"]
    assert [] == find(store, SECRET)
    assert [] == [path for path in blobs.rglob("*") if path.is_file()]
    assert [AckState.SENT] == [one.state for one in store.read(lambda ledger: ledger.acks(9))]


def test_a_file_holds_nothing_of_before(opened: Callable[[Keys], Store], url: str) -> None:
    """Written anew, SQLite's file and its log hold no page of what was plain."""
    if not url.startswith("sqlite"):
        pytest.skip("a server's files are its own")
    store = opened(Keys(present=ONE))
    fill(store)
    go_through(store, ONE.id)
    store.scrub()
    folder = Path(url.removeprefix("sqlite:///")).parent
    files = [path for path in folder.iterdir() if path.is_file()]

    assert files
    assert [] == [path.name for path in files if SECRET.encode() in path.read_bytes()]


def test_a_log_that_somebody_reads_is_told(opened: Callable[[Keys], Store], url: str) -> None:
    """What is behind a reader's snapshot stays in the log; until it is gone that is remembered."""
    if not url.startswith("sqlite"):
        pytest.skip("a server's files are its own")
    store, other = opened(Keys(present=ONE)), opened(Keys(present=ONE))
    fill(store)
    reading, end = Event(), Event()

    def read(ledger: Ledger) -> None:
        ledger.counts()
        reading.set()
        assert end.wait(60)

    with ThreadPoolExecutor(1) as hands:
        reader = hands.submit(other.read, read)
        assert reading.wait(30)
        go_through(store, ONE.id)
        with pytest.raises(StoreError, match="somebody reads it still"):
            store.scrub()
        end.set()
        reader.result(30)
    before = store.read(lambda ledger: ledger.encryption.state())
    store.scrub()
    store.write(lambda ledger: ledger.encryption.scrubbed("test", NOW))

    assert EncryptionState(key=ONE.id, unscrubbed=True) == before
    assert EncryptionState(key=ONE.id) == store.read(lambda ledger: ledger.encryption.state())


def test_damaged_words_stop_nothing_else(opened: Callable[[Keys], Store], url: str) -> None:
    """Shown as a sign that says so, claimed to be withheld, and named when the key is changed."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    for buyer in ("ben", "cleo"):
        words = letter(
            buyer=f"{buyer}@relay.example", text=f"{buyer} waits", message_id=f"<{buyer}@x>"
        )
        receive(store, verdict(words))
    places = ("letters.verdict", 3), ("cases.subject", case), ("replies.body", 1), ("notes.text", 1)
    for place in places:
        damage(url, *place)
    rows = {row.case: row for row in store.read(lambda ledger: ledger.queue(NOW, 9))}
    held = claim(store)
    (reply,) = store.write(lambda ledger: ledger.replies.claim(WORKER, MAILBOX, 1, TERMS, NOW))

    assert "\ufffd" == rows[case].subject
    assert SECRET in rows[case].excerpt
    assert {3: True, 4: False} == {one.letter: is_unreadable(one.verdict) for one in held}
    assert (True, False) == (is_unreadable(reply.body), is_unreadable(reply.subject))
    both = opened(Keys(present=TWO, before=ONE))
    done = go_through(both, TWO.id)
    named = ("letters 3: verdict", f"cases {case}: subject", "replies 1: body", "notes 1: text")
    assert named == done.damaged
    after = opened(Keys(present=TWO))
    assert ["\ufffd"] == said(after, case)["notes"]
    assert [4] == [one.letter for one in held if find(after, "cleo waits") == [one.case]]
    assert after.read(lambda ledger: ledger.queue(NOW, 9))


SEED, SALT = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "ab" * 32


def keep_secrets(store: Store) -> None:
    """Give a person a second factor, and the installation its secret."""

    def keep(ledger: Ledger) -> None:
        account = ledger.accounts.add("li", Role.AGENT, "hash", "test", NOW)
        assert account
        ledger.accounts.set_second_factor(account, SEED, (), "test", NOW)
        assert SALT == ledger.set_default("key", SALT, "test", NOW)
        assert SALT == ledger.set_default("key", "other", "test", NOW)

    store.write(keep)


def secrets_of(store: Store) -> tuple[str | None, str | None]:
    """Return both as they are read."""
    person = store.read(lambda ledger: ledger.accounts.find("li"))
    assert person is not None
    return person.secret, store.read(lambda ledger: ledger.setting("key"))


@pytest.mark.parametrize("letters", [0, 1])
@pytest.mark.parametrize("first", [True, False])
def test_secrets_are_encrypted(
    opened: Callable[[Keys], Store],
    url: str,
    blobs: Path,
    letters: int,
    first: bool,  # noqa: FBT001 - a table
) -> None:
    """Second factors and the secret behind Message-IDs, also of a store without letters."""
    store = opened(Keys(present=ONE))
    for _ in range(letters):
        receive(store, verdict())
    if first:
        keep_secrets(store)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    if not first:
        keep_secrets(store)
    if letters:
        go_on(store)
    kept = everything(url, blobs)

    assert (False, False) == (SEED.encode() in kept, SALT.encode() in kept)
    assert (SEED, SALT) == secrets_of(store)
    both = opened(Keys(present=TWO, before=ONE))
    go_through(both, TWO.id)
    assert (SEED, SALT) == secrets_of(opened(Keys(present=TWO)))
    go_through(both, PLAIN)
    assert (SEED, SALT) == secrets_of(opened(Keys()))
