"""What is lost or damaged in an encrypted store costs that alone, and is named."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from store.cipher import Keys
from store.columns import is_unreadable
from store.encryption_protocol import Damage, Look
from store.errors import LockedError
from store.protocol import Ledger, Store
from tests.store.builders import (
    MAILBOX,
    NOW,
    WORKER,
    arrival,
    claim,
    letter,
    receive,
    verdict,
)
from tests.store.encryption.vault import (
    ONE,
    SECRET,
    TERMS,
    TWO,
    damage,
    fill,
    find,
    go_through,
    said,
    spoil,
    walk,
)


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


def test_damaged_words_are_counted_before_they_are_needed(
    opened: Callable[[Keys], Store], url: str
) -> None:
    """Every place is found and named, those of a whole store are none, and all know of it."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    assert Damage() == look_through(store)
    for place in (("letters.verdict", 1), ("cases.subject", case), ("notes.text", 1)):
        damage(url, *place)
    found = look_through(store)
    store.write(lambda ledger: ledger.encryption.keep_damage(found, "test", NOW))

    places = ("letters 1: verdict", f"cases {case}: subject", "notes 1: text")
    assert Damage(count=3, places=places) == found
    assert found == store.read(lambda ledger: ledger.encryption.damage())


def look_through(store: Store) -> Damage:
    """Return what a look at everything finds."""
    look = Look()
    while not look.is_over:
        look = store.read(partial(look_on, look))
    return look.found


def look_on(look: Look, ledger: Ledger) -> Look:
    """Look at the next rows."""
    return ledger.encryption.look_on(look)
