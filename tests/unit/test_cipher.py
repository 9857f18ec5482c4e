"""What is encrypted is read again by its key alone, and only where it belongs."""

import base64

import pytest

from store.cipher import (
    MARK,
    Cipher,
    DamagedError,
    Key,
    KeyFault,
    is_encrypted,
    make_key,
    parse_key,
)
from store.columns import clean
from store.errors import LockedError

RAW = bytes(range(32))
KEY = parse_key(base64.b64encode(RAW).decode())
OTHER = parse_key(make_key())
WORDS = "Where is my parcel? 包裹在哪里"


def cipher(*keys: Key) -> Cipher:
    """Return what writes under the first of these keys and reads by all."""
    return Cipher(writing=keys[0], keys={key.id: key for key in keys})


def test_a_key_is_written_in_base64_or_in_digits() -> None:
    """Both are the same key; its id and what is derived differ from it and from each other."""
    assert KEY == parse_key(f" {RAW.hex()}\n")
    assert 4 == len({RAW, KEY.content, KEY.search, bytes.fromhex(KEY.id)})


@pytest.mark.parametrize("text", ["", "geheim", "ab" * 31, base64.b64encode(RAW[1:]).decode()])
def test_what_is_no_key_is_refused(text: str) -> None:
    """The sentence says how to make one, and does not repeat what was written."""
    with pytest.raises(KeyFault, match="32 random bytes") as told:
        parse_key(text)

    assert not text or text not in str(told.value)


def test_a_key_shows_nothing_of_itself() -> None:
    """What is printed of it is its id."""
    assert f"Key(id='{KEY.id}')" == repr(KEY)


def test_words_are_read_again() -> None:
    """Encrypted twice they look different, and both times they are the same words."""
    one, other = (cipher(KEY).encrypt_text(WORDS, "notes.text") for _ in range(2))

    assert one != other
    assert WORDS == cipher(KEY).decrypt_text(one, "notes.text")
    assert WORDS == cipher(OTHER, KEY).decrypt_text(MARK + other, "notes.text")


def test_each_belongs_to_its_place() -> None:
    """What was laid elsewhere is refused."""
    kept = cipher(KEY).encrypt(b"raw", "bodies/1")

    assert b"raw" == cipher(KEY).decrypt(kept, "bodies/1", KEY.id)
    with pytest.raises(DamagedError, match="bodies/2 was altered"):
        cipher(KEY).decrypt(kept, "bodies/2", KEY.id)


def test_every_altered_byte_is_noticed() -> None:
    """Nonce, words and tag are all held."""
    kept = cipher(KEY).encrypt(b"raw", "bodies/1")
    altered = [kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :] for at in range(len(kept))] + [
        kept[:10],
        b"",
    ]
    for one in altered:
        with pytest.raises(DamagedError):
            cipher(KEY).decrypt(one, "bodies/1", KEY.id)


def test_without_the_key_it_is_named() -> None:
    """The sentence names the key that lacks, and the one that is there."""
    kept = cipher(KEY).encrypt_text(WORDS, "notes.text")

    with pytest.raises(LockedError, match=f"key {KEY.id}, and only {OTHER.id} is named"):
        cipher(OTHER).decrypt_text(kept, "notes.text")
    with pytest.raises(LockedError, match=f"key {KEY.id}, and none is named"):
        Cipher().decrypt_text(kept, "notes.text")


def test_nobody_writes_the_mark() -> None:
    """A letter that looks encrypted is plain text, and stays so."""
    forged = MARK + cipher(KEY).encrypt_text(WORDS, "cases.subject")

    assert is_encrypted(forged)
    assert not is_encrypted(clean(forged))
    assert not is_encrypted(f"{MARK}anything else")


def test_terms_are_hashed_by_the_key() -> None:
    """The same term is the same hash under one key, and another under another."""
    assert KEY.hash("mug") == KEY.hash("mug") != KEY.hash("mugs")
    assert KEY.hash("mug") != OTHER.hash("mug")
    assert KEY.hash("mug").startswith("_")
