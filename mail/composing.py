"""An answer as it leaves: RFC 5322 in seven bits, and nothing in it that tells who made it.

``Auto-Submitted: auto-replied`` marks an automatic answer (RFC 3834 3.1.7); the thread fields
follow RFC 5322 3.6.4; the subject is folded as whole encoded-words (RFC 2047). A line break,
encoded or not, never becomes a header line. There is no product field and no host name.
``compose`` raises ``UnsendableAddress`` for an address or id that cannot stand in such a header;
nothing else fails.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Final
from urllib.parse import quote

from cases.values import Attachment, Letter
from mail.subjects import strip_prefixes

#: RFC 5322 2.1.1: lines should have no more than 78 characters, with encoded-words 76.
_LINE: Final = 76

#: Threads longer than this keep their first and their last ids.
REFERENCES_LIMIT: Final = 20
#: An id beyond this length cannot stand on a line of its own (998) in every mail program.
_ID_LENGTH: Final = 250

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_ID: Final = re.compile(r"<[!-;=?-~]{1,248}>")
_ADDRESS: Final = re.compile(r"[!-9;=?A-~]{1,200}@[A-Za-z0-9.-]{1,253}")
_MEDIA_TYPE: Final = re.compile(r"(?!multipart/|message/)[a-z]+/[a-z0-9][a-z0-9.+-]{0,99}")
_ATOMS: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~. -]*")


class UnsendableAddress(ValueError):  # noqa: N818 - the class name is its sentence
    """The address cannot stand in a header of seven bits; asking again does not help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One answer before it is bytes."""

    #: The From address, one that the marketplace has approved.
    sender: str
    sender_name: str = ""
    #: The one recipient.
    to: str
    subject: str
    body: str
    #: Our own id for it, brackets included.
    message_id: str
    #: When it was made; aware.
    date: datetime
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    #: True for an acknowledgement, False for a person's reply.
    automatic: bool = True
    #: Files that go with a person's reply.
    attachments: tuple[Attachment, ...] = ()


def compose(outgoing: Outgoing) -> bytes:
    """Return the message with CRLF line ends.

    Raises:
        UnsendableAddress: an address or our Message-ID cannot stand in a header.
    """
    kind, body = _encode_content(outgoing)
    fields = [
        ("From", _mailbox(outgoing.sender_name, outgoing.sender)),
        ("To", _mailbox("", outgoing.to)),
        ("Subject", _fold_text(outgoing.subject, len("Subject: "))),
        ("Date", format_datetime(outgoing.date)),
        ("Message-ID", _one_id(outgoing.message_id)),
    ]
    if outgoing.in_reply_to is not None and _ID.fullmatch(outgoing.in_reply_to):
        fields.append(("In-Reply-To", outgoing.in_reply_to))
    references = [one for one in outgoing.references if _ID.fullmatch(one)]
    if references:
        fields.append(("References", "\r\n ".join(references)))
    if outgoing.automatic:
        fields.append(("Auto-Submitted", "auto-replied"))
    return _head([*fields, ("MIME-Version", "1.0"), *kind]) + body


def reply_headers(letter: Letter) -> tuple[str | None, tuple[str, ...]]:
    """Return In-Reply-To and References of an answer to ``letter``."""
    earlier = letter.references or (letter.in_reply_to if len(letter.in_reply_to) == 1 else ())
    thread = [one for one in earlier if _ID.fullmatch(one)]
    if letter.message_id is None or not _ID.fullmatch(letter.message_id):
        return None, ()
    ids = tuple(dict.fromkeys((*thread, letter.message_id)))
    if len(ids) > REFERENCES_LIMIT:
        ids = (ids[0], *ids[1 - REFERENCES_LIMIT :])
    return letter.message_id, ids


def reply_subject(subject: str) -> str:
    """Return the subject of an answer: "Re: " once before what it was about."""
    return f"Re: {strip_prefixes(_CONTROL.sub(' ', subject))}".strip()


def message_id(key: bytes, about: str, domain: str) -> str:
    """Return the id of our message ``about`` something: always the same, not to be guessed."""
    digest = hmac.new(key, about.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
    return f"<{digest[:32]}@{_ascii_domain(domain)}>"


def _one_id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise UnsendableAddress(f"not a Message-ID: {text!r}")
    return text


def _mailbox(name: str, address: str) -> str:
    local, _, domain = address.rpartition("@")
    plain = f"{local}@{_ascii_domain(domain)}"
    if not _ADDRESS.fullmatch(plain):
        raise UnsendableAddress(f"not an address for a header of seven bits: {address!r}")
    shown = " ".join(_CONTROL.sub(" ", name).split())
    if not shown:
        return plain
    if _ATOMS.fullmatch(shown) and "=?" not in shown and len(shown) < _LINE // 2:
        quoted = shown if "." not in shown else f'"{shown}"'
        return f"{quoted} <{plain}>"
    return f"{_encoded_words(shown, len('From: '))}\r\n <{plain}>"


def _ascii_domain(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise UnsendableAddress(f"not a domain: {domain!r}") from None


def _fold_text(text: str, used: int) -> str:
    """Fold a decoded value: plain words at blanks, all else as encoded-words."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    words = line.split(" ")
    if not line.isascii() or "=?" in line or any(len(word) > _LINE - used for word in words):
        return _encoded_words(line, used)
    lines, length = [[words[0]]], used + len(words[0])
    for word in words[1:]:
        if length + 1 + len(word) > _LINE:
            lines.append([word])
            length = 1 + len(word)
        else:
            lines[-1].append(word)
            length += 1 + len(word)
    return "\r\n ".join(" ".join(one) for one in lines)


def _encoded_words(text: str, used: int) -> str:
    """Encode text as whole words, no character split between two (RFC 2047 5)."""
    pieces: list[bytes] = []
    piece = b""
    for sign in text:
        data = sign.encode("utf-8", "replace")
        room = _LINE - len("=?utf-8?b??=") - (1 if pieces else used)
        if len(piece) + len(data) > room // 4 * 3:
            pieces.append(piece)
            piece = b""
        piece += data
    pieces.append(piece)
    return "\r\n ".join(
        f"=?utf-8?b?{base64.b64encode(one).decode('ascii')}?=" for one in pieces if one
    )


def _head(fields: Iterable[tuple[str, str]]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return lines.encode("ascii") + b"\r\n"


def _encode_content(outgoing: Outgoing) -> tuple[list[tuple[str, str]], bytes]:
    """Return the fields that say what the body is, and the body: a text, or a text and files."""
    encoding, text = _encode_body(outgoing.body)
    kind = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", encoding),
    ]
    if not outgoing.attachments:
        return kind, text
    # "=_" stands neither in quoted-printable nor in base64 (RFC 2045 6.7).
    boundary = f"=_{hashlib.sha256(outgoing.message_id.encode()).hexdigest()[:32]}"
    parts = [_head(kind) + text, *map(_encode_file, outgoing.attachments)]
    line = f"--{boundary}".encode("ascii")
    body = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts) + line + b"--\r\n"
    return [("Content-Type", f'multipart/mixed; boundary="{boundary}"')], body


def _encode_file(file: Attachment) -> bytes:
    """Return a part that is saved under its name alone (RFC 2183), written after RFC 2231."""
    name = _CONTROL.sub(" ", file.name.replace("\\", "/").rpartition("/")[2]).strip() or "file"
    plain = file.media_type.lower()
    kind = plain if _MEDIA_TYPE.fullmatch(plain) else "application/octet-stream"
    written = quote(name.encode("utf-8", "replace"), safe="")
    return _head(
        [
            ("Content-Type", kind),
            ("Content-Disposition", f"attachment;\r\n filename*=utf-8''{written}"),
            ("Content-Transfer-Encoding", "base64"),
        ]
    ) + base64.encodebytes(file.content).replace(b"\n", b"\r\n")


def _encode_body(text: str) -> tuple[str, bytes]:
    """Return the transfer encoding and the body in it."""
    lines = "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip("\n") + "\n"
    data = lines.encode("utf-8", "replace")
    strange = sum(byte > ord("~") for byte in data)
    if strange * 3 > len(data):
        coded = base64.encodebytes(data.replace(b"\n", b"\r\n"))
        return "base64", coded.replace(b"\n", b"\r\n")
    coded = binascii.b2a_qp(data, istext=True)
    # A line that begins with "From " is altered on its way by some servers, and would break a
    # signature; a single dot is SMTP's end of data.
    coded = re.sub(rb"(?m)^From ", b"=46rom ", coded)
    coded = re.sub(rb"(?m)^\.$", b"=2E", coded)
    return "quoted-printable", coded.replace(b"\n", b"\r\n")
