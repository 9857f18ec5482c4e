"""An encrypted store says nothing to who has its files, and everything to who has its key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cases.states import AckState
from daemon.forgetting import marker
from store.cipher import Keys
from store.encryption_protocol import EncryptionState
from store.protocol import Store
from tests.store.builders import (
    ALIAS,
    MAILBOX,
    NOW,
    WORKER,
    letter,
    receive,
    verdict,
)
from tests.store.encryption.vault import (
    LARGE,
    ONE,
    SECRET,
    SMALL,
    TERMS,
    fill,
    find,
    go_through,
    is_silent,
    said,
)


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


def test_a_reply_leaves_as_it_was_written(opened: Callable[[Keys], Store]) -> None:
    """Who sends gets words and files in plain."""
    store = opened(Keys(present=ONE))
    fill(store)
    go_through(store, ONE.id)
    (held,) = store.write(lambda ledger: ledger.replies.claim(WORKER, MAILBOX, 1, TERMS, NOW))

    assert f"Hello {SECRET}" == held.body
    assert held.attachments is not None
    assert [SMALL, LARGE] == [one.content for one in held.attachments]


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
