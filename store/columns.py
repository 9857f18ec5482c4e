"""The column types: what a value of ours becomes inside a table, the same on both databases.

A letter may hold anything. PostgreSQL keeps no NUL and neither database keeps half a surrogate
pair, so both become U+FFFD, one character for one: spans stay where they were. PostgreSQL's
indexes take no key over some 2,700 bytes, so a longer one is cut and told apart by its digest.
What says who wrote what is encrypted where an operator has named a key (store/cipher.py); what
cannot be decrypted any more is read as U+FFFD, so that one damaged row stops no other. Whoever
hands it to a buyer asks ``is_unreadable`` first.
"""

import hashlib
import json
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import JSON, BigInteger, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from cases.values import Decision, Letter, Tag, Triage, Verdict
from store.cipher import MARK, DamagedError, in_use, is_encrypted

if TYPE_CHECKING:
    from pydantic import TypeAdapter

#: The longest key that is kept as it is, in characters.
KEY_LENGTH: Final = 255

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
#: With the mark of what is encrypted, which nobody may write.
_UNKEPT: Final = re.compile(f"[\x00\ud800-\udfff{MARK}]")

#: What a verdict is encrypted as a part of.
_VERDICT: Final = "letters.verdict"


class Unreadable(str):
    """What is read in the place of words that were altered or damaged."""

    __slots__ = ()


_UNREADABLE: Final = Unreadable("\ufffd")

#: In the place of a verdict; without an address nothing can be sent to it.
_NO_VERDICT: Final = Verdict(
    letter=Letter(subject=_UNREADABLE, text=_UNREADABLE),
    triage=Triage(),
    decision=Decision(send=False, reason="unreadable"),
    received=_EPOCH,
)


def is_unreadable(value: str | Verdict | None) -> bool:
    """Tell what stands in the place of damaged words, or of a damaged verdict."""
    words = value.letter.text if isinstance(value, Verdict) else value
    return isinstance(words, Unreadable)


def clean(text: str) -> str:
    """Return ``text`` with every character that a database cannot keep replaced."""
    return text if text.isascii() and "\x00" not in text else _UNKEPT.sub("\ufffd", text)


def key(text: str) -> str:
    """Return ``text`` as it stands in an indexed column."""
    text = clean(text)
    if len(text) <= KEY_LENGTH:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()
    return f"{text[: KEY_LENGTH - len(digest) - 1]}#{digest}"


def milliseconds(moment: datetime) -> int:
    """Return an aware time as milliseconds since 1970; a naive one raises ``TypeError``."""
    return (moment - _EPOCH) // _MILLISECOND


class Instant(TypeDecorator[datetime]):
    """An aware time in UTC, kept as integer milliseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Write the milliseconds."""
        del dialect
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Read the milliseconds."""
        del dialect
        return None if value is None else _EPOCH + value * _MILLISECOND


class Words(TypeDecorator[str]):
    """Text of any length that is only shown."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write what a database can keep."""
        del dialect
        return None if value is None else clean(value)


class Private(TypeDecorator[str]):
    """Text of any length that is only shown, and encrypted where there is a key."""

    impl = Text
    cache_ok = True

    def __init__(self, place: str) -> None:
        """Name table and column, which the cipher text belongs to."""
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write it encrypted; nothing stays nothing."""
        del dialect
        cipher = in_use()
        if not value or cipher.writing is None:
            return None if value is None else clean(value)
        return MARK + cipher.encrypt_text(clean(value), self.place)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read what was encrypted, and what was written before there was a key."""
        del dialect
        if value is None or not value.startswith(MARK):
            return value
        if not is_encrypted(value) and not in_use().keys:
            # Written before the mark was one.
            return value
        try:
            return in_use().decrypt_text(value, self.place)
        except DamagedError:
            return _UNREADABLE


class Key(TypeDecorator[str]):
    """Text by which rows are found; a comparison with it is cut in the same way."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write the key."""
        del dialect
        return None if value is None else key(value)


class _Json(TypeDecorator[Any]):
    """JSON, on PostgreSQL in its binary form."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database knows."""
        if dialect.name == "postgresql":
            # What SQLite does not need costs a command like queue a tenth of its time.
            from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415

            return JSONB(none_as_null=True)
        return JSON(none_as_null=True)


class Document(_Json):
    """A list or a table of strings."""

    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> object:
        """Write what a database can keep."""
        del dialect
        return _clean_all(value)


class Given(_Json):
    """Tags with who gave them and their scores; without the words."""

    cache_ok = True

    def process_bind_param(self, value: tuple[Tag, ...] | None, dialect: Dialect) -> object:
        """Write a list a tag."""
        del dialect
        return None if value is None else [[tag.tag, list(tag.by), tag.score] for tag in value]

    def process_result_value(self, value: object, dialect: Dialect) -> tuple[Tag, ...] | None:
        """Read them."""
        del dialect
        if not isinstance(value, list):
            return None
        return tuple(Tag(tag=tag, by=tuple(by), score=score) for tag, by, score in value)


class VerdictDocument(_Json):
    """A verdict with everything in it; encrypted it is a JSON string."""

    cache_ok = True

    def process_bind_param(self, value: Verdict | None, dialect: Dialect) -> object:
        """Write it field by field."""
        del dialect
        if value is None:
            return None
        document, cipher = _clean_all(_verdicts().dump_python(value, mode="json")), in_use()
        if cipher.writing is None:
            return document
        return cipher.encrypt_text(json.dumps(document, ensure_ascii=False), _VERDICT)

    def process_result_value(self, value: object, dialect: Dialect) -> Verdict | None:
        """Read it; a field that was added since takes its default."""
        del dialect
        if isinstance(value, str):
            try:
                value = json.loads(in_use().decrypt_text(value, _VERDICT))
            except DamagedError:
                return _NO_VERDICT
        return None if value is None else _verdicts().validate_python(value)


@cache
def _verdicts() -> "TypeAdapter[Verdict]":
    """Return what writes and reads verdicts; the queue is shown without."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - costs a tenth of a second

    return TypeAdapter(Verdict)


def _clean_all(value: object) -> object:
    match value:
        case str():
            return clean(value)
        case list() | tuple():
            return [_clean_all(one) for one in value]
        case dict():
            return {name: _clean_all(one) for name, one in value.items()}
        case _:
            return value
