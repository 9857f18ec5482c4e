"""Passwords of the desk: kept as argon2id hashes, at least 12 characters, no rules of composition.

A password is any text; it is normalised (NFKC), so that it is the same from every keyboard.
Hashing takes 64 MiB and some tens of milliseconds by design: callers do it in a thread and not
without limit. RFC 9106; NIST SP 800-63B 5.1.1.
"""

import secrets
import unicodedata
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

SHORTEST: Final = 12
#: More than anybody types; hashing must not take a book.
LONGEST: Final = 256

#: Fewer different characters than this are a pattern, not a password.
_VARIETY: Final = 5
_HASHER: Final = PasswordHasher()

#: What stands in lists of leaked passwords at this length, without its digits and signs.
_COMMON: Final = frozenset(
    {
        "password",
        "passwordpassword",
        "qwertyuiop",
        "qwertyuiopasdfgh",
        "qwertyqwerty",
        "asdfghjkl",
        "asdfghjklqwertyuiop",
        "abcdefghijkl",
        "abcdefghijklmnop",
        "administrator",
        "adminadmin",
        "adminadminadmin",
        "letmeinletmein",
        "iloveyouiloveyou",
        "welcome",
        "welcomewelcome",
        "changeme",
        "changemechangeme",
        "triaged",
        "triagedtriaged",
        "correcthorsebatterystaple",
        "qazwsxedcrfv",
        "zaqwsxcderfv",
        "",
    }
)


def hash_password(password: str) -> str:
    """Return the password as it is kept: a PHC string of argon2id with its own salt."""
    return _HASHER.hash(_normal(password))


def matches(kept: str, password: str) -> bool:
    """Whether ``password`` is the one behind ``kept``; takes as long either way."""
    try:
        return _HASHER.verify(kept, _normal(password)[:LONGEST])
    except (Argon2Error, InvalidHashError):
        return False


def weakness(password: str, name: str) -> str | None:
    """Return why the password is not taken: short, long, common or name; None where it is."""
    text = _normal(password)
    letters = "".join(char for char in text.lower() if char.isalpha())
    if len(text) < SHORTEST:
        return "short"
    if len(text) > LONGEST:
        return "long"
    if len(set(text)) < _VARIETY or letters in _COMMON:
        return "common"
    if name.lower() in text.lower():
        return "name"
    return None


def make_password() -> str:
    """Return a new password of 20 letters and digits in groups of five: some 100 bits."""
    signs = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(signs) for _ in range(5)) for _ in range(4))


def _normal(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
