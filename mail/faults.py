"""What can be wrong with the bytes of a mail; each is explained in docs/reference/faults.md.

A fault never stops the reading: it says what was mended, so that a strange text has its reason.
"""

from enum import StrEnum


class Fault(StrEnum):
    """One thing that was wrong."""

    MBOX_LINE = "mbox-line"
    BAD_HEADER_LINE = "bad-header-line"
    NO_EMPTY_LINE = "no-empty-line"
    LONG_HEADER = "long-header"
    DOUBLED_FROM = "doubled-from"
    NO_SENDER = "no-sender"
    NO_DATE = "no-date"
    BAD_DATE = "bad-date"
    BAD_CONTENT_TYPE = "bad-content-type"
    NO_BOUNDARY = "no-boundary"
    WRONG_BOUNDARY = "wrong-boundary"
    UNCLOSED_MULTIPART = "unclosed-multipart"
    TOO_MANY_PARTS = "too-many-parts"
    TEXT_OUTSIDE_PARTS = "text-outside-parts"
    LONG_TEXT = "long-text"
    UNKNOWN_CHARSET = "unknown-charset"
    WRONG_CHARSET = "wrong-charset"
    UNDECLARED_CHARSET = "undeclared-charset"
