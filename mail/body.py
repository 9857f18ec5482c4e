"""What a message says: the one text a person would read, out of its parts.

Of alternatives the plain one is read, unless it is empty or only a stub beside the HTML. Parts that
follow each other are joined. Texts inside an attached message, attached texts and what stands
before the first boundary are read only where nothing else says anything, so a letter is never
empty when something was written. Flowed text (RFC 3676) is unfolded, a clear-signed text (RFC
9580 7) loses its armour. Never raises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mail import markup
from mail.capsules import RTF, SIGNED, TNEF, rtf_words, signed_entity, tnef_body
from mail.charsets import decode, mend
from mail.faults import Fault
from mail.message import Message, Part
from mail.walk import parse_message

#: No letter is read further than this many characters.
LENGTH: Final = 64_000

#: A plain text shorter than this may be a stub, and is compared with the HTML beside it.
_STUB_LENGTH: Final = 300
#: In lower case.
_STUB: Final = re.compile(
    r"html|view (?:this|it) (?:e-?mail|message)? ?(?:online|in (?:a|your) browser)|<br"
    r"|e-mail client"
)
_STUB_SHARE: Final = 0.4

_ARMOUR: Final = "-----BEGIN PGP SIG"
_ARMOUR_START: Final = re.compile(
    r"\A\s*-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+:[^\n]*\n)*\n?"
)
_ARMOUR_END: Final = re.compile(r"\n-----BEGIN PGP SIGNATURE-----.*", re.DOTALL)
#: A file that an old program wrote into the text.
_UUENCODED: Final = re.compile(r"(?m)^begin [0-7]{3,4} [^\n]+\n(?:[ -`]{1,61}\n)*?(?:`| )?\n?end$")
_ENRICHED: Final = re.compile(r"<param>[^<]*+</param>|</?[A-Za-z-]{1,40}>", re.IGNORECASE)
_CALENDAR: Final = re.compile(r"(?mi)^(?:SUMMARY|DESCRIPTION)(?:;[^:\n]*)?:((?:.*(?:\n[ \t].*)*))")
_XHTML: Final = "application/xhtml+xml"
_PAGES: Final = frozenset({"text/html", _XHTML})
#: Texts that no person writes.
_NO_WORDS: Final = frozenset(
    {"text/calendar", "text/css", "text/vcard", "text/x-vcard", "text/directory", "text/csv",
     "text/rfc822-headers", "text/javascript", "text/xml", "text/x-amp-html"}
)  # fmt: skip
#: No capsule is searched further than this many bytes for the words in it.
_CAPSULE: Final = 1_000_000
_SNIFFED: Final = 2000
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_QUOTE_DEPTH: Final = re.compile(r"^>*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaf:
    """A part that holds something itself, and where it stands."""

    part: Part
    #: Inside an attached message.
    embedded: bool
    #: Leaves of one group are alternatives to each other.
    group: int


@dataclass(frozen=True, kw_only=True)
class Body:
    """The words of a message. Not slotted: its HTML is decoded once, where somebody asks."""

    text: str = ""
    faults: tuple[Fault, ...] = ()
    #: Where its HTML stands; None where there is none.
    page: tuple[Message, Part] | None = None

    @cached_property
    def html(self) -> str:
        """The HTML as it came, "" where there was none: marketplaces mark their parts in it."""
        return "" if self.page is None else _text(*self.page, {})


def read_body(message: Message) -> Body:
    """Return what ``message`` says."""
    faults: dict[Fault, None] = {}
    leaves = _leaves(message)
    shown = [leaf for leaf in leaves if _is_text(leaf.part) and not leaf.part.is_attachment]
    own = [leaf for leaf in shown if not leaf.embedded]
    page = next((leaf.part for leaf in own if leaf.part.content_type == "text/html"), None)
    text = _words_of(message, leaves, own, shown, faults)
    return Body(text=text, faults=tuple(faults), page=None if page is None else (message, page))


def _words_of(
    message: Message,
    leaves: list[_Leaf],
    own: list[_Leaf],
    shown: list[_Leaf],
    faults: dict[Fault, None],
) -> str:
    """Return the words of the first parts in order of likelihood that say anything."""
    for chosen in (own, shown, [leaf for leaf in leaves if _is_text(leaf.part)]):
        text = _join(message, chosen, faults)
        if text.strip():
            return text
    text = _closed_messages(message)
    if text.strip():
        return text
    calendar = [leaf.part for leaf in leaves if leaf.part.content_type == "text/calendar"]
    text = "\n\n".join(_calendar_words(_text(message, part, faults)) for part in calendar)
    text = text if text.strip() else _enclosed(message, leaves)
    text = text if text.strip() else _undeclared(message, leaves, faults)
    if not text.strip():
        text = _outside(message)
        if text:
            faults[Fault.TEXT_OUTSIDE_PARTS] = None
    return text.replace("\0", "").strip("\n")[:LENGTH]


def _leaves(message: Message) -> list[_Leaf]:
    """Return the parts that hold something; containers stand before what they contain."""
    leaves: list[_Leaf] = []
    embedded: list[bool] = []
    groups: list[int] = []
    for number, part in enumerate(message.parts):
        above = message.parts[part.parent].content_type if part.parent >= 0 else ""
        nested = part.parent >= 0 and embedded[part.parent]
        embedded.append(nested or above.startswith("message/"))
        alternative = above == "multipart/alternative"
        inherited = groups[part.parent] if part.parent >= 0 else -1
        groups.append(part.parent if alternative else inherited)
        if not part.is_container:
            group = groups[number] if groups[number] >= 0 else -1 - number
            leaves.append(_Leaf(part=part, embedded=embedded[number], group=group))
    return leaves


def _is_text(part: Part) -> bool:
    kind = part.content_type
    if kind in {"text/plain", "text/html", "text/enriched", "text/richtext", _XHTML}:
        return not (part.filename and kind != "text/plain" and part.is_attachment)
    return kind.startswith("text/") and kind.partition("/")[2] in {"x-markdown", "markdown", "text"}


def _join(message: Message, leaves: list[_Leaf], faults: dict[Fault, None]) -> str:
    """Join the texts of leaves, of each group of alternatives only the best one."""
    groups: dict[int, list[Part]] = {}
    for leaf in leaves:
        groups.setdefault(leaf.group, []).append(leaf.part)
    texts: list[str] = []
    last, length = "", 0
    for alternatives in groups.values():
        text = _choose(message, alternatives, faults).strip("\n")
        form = "".join(text.split())
        # Some programs send the same words twice, as text and as HTML, without saying so.
        if not form or form in last:
            continue
        texts.append(text)
        last, length = form, length + len(text)
        if length > LENGTH:
            faults[Fault.LONG_TEXT] = None
            break
    return "\n\n".join(texts)[:LENGTH]


def _choose(message: Message, group: list[Part], faults: dict[Fault, None]) -> str:
    plain = "\n\n".join(
        text
        for part in group
        if part.content_type not in _PAGES
        for text in (_words(message, part, faults),)
        if text.strip()
    )
    pages = [part for part in group if part.content_type in _PAGES]
    if not pages or (plain.strip() and not _may_be_stub(plain)):
        return plain
    rich = "\n\n".join(_words(message, part, faults) for part in pages)
    if not rich.strip():
        return plain
    kept = len(plain.strip()) >= _STUB_SHARE * len(rich)
    return plain if plain.strip() and kept and not _STUB.search(plain.lower()) else rich


def _may_be_stub(plain: str) -> bool:
    return len(plain) < _STUB_LENGTH or _STUB.search(plain[:_STUB_LENGTH].lower()) is not None


def _words(message: Message, part: Part, faults: dict[Fault, None]) -> str:
    text = _text(message, part, faults)
    if part.content_type in _PAGES:
        return markup.render(text)
    if part.content_type in {"text/enriched", "text/richtext"}:
        text = _ENRICHED.sub("", text).replace("<<", "<")
    elif markup.is_markup(text):
        return markup.render(text)
    if _ARMOUR in text:
        text = _ARMOUR_END.sub("", _ARMOUR_START.sub("", text))
    if "\nbegin " in text:
        text = _UUENCODED.sub("", text)
    if part.parameters.get("format", "").lower() == "flowed":
        text = unfold(text, glue=part.parameters.get("delsp", "").lower() == "yes")
    return markup.clean(text)


def _text(message: Message, part: Part, faults: dict[Fault, None]) -> str:
    text, fault = message.text(part)
    if fault:
        faults[fault] = None
    return mend(text)


def unfold(text: str, *, glue: bool) -> str:
    """Return flowed text with its soft line breaks taken out; ``glue`` is DelSp=yes."""
    lines: list[str] = []
    flowing, depth = False, 0
    for line in text.split("\n"):
        quote = len(_QUOTE_DEPTH.match(line).group())  # type: ignore[union-attr]  # matches "" too
        words = line[quote:].removeprefix(" ") if quote or line.startswith(" ") else line
        signature = words == "-- "
        if flowing and quote == depth and not signature:
            lines[-1] += words
        else:
            lines.append(">" * quote + (" " if quote else "") + words)
        depth = quote
        flowing = words.endswith(" ") and not signature
        if flowing and glue:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _calendar_words(text: str) -> str:
    found = (words[1] for words in _CALENDAR.finditer(text))
    unescaped = (re.sub(r"\n[ \t]", "", words).replace("\\n", "\n") for words in found)
    return "\n".join(words.replace("\\,", ",").strip() for words in unescaped)


def _enclosed(message: Message, leaves: list[_Leaf]) -> str:
    """Return the words of the first part that only one program opens and that holds any."""
    texts = (_open_capsule(message, leaf.part) for leaf in leaves)
    return next((text for text in texts if text.strip()), "")


def _open_capsule(message: Message, part: Part) -> str:
    if part.content_type in TNEF:
        return tnef_body(message.data(part, _CAPSULE)).replace("\r", "")
    if part.content_type in RTF:
        return rtf_words(message.data(part, _CAPSULE))
    if part.content_type in SIGNED:
        inner = parse_message(signed_entity(message.data(part, _CAPSULE)))
        # A capsule inside a capsule stays closed.
        return _join(inner, [one for one in _leaves(inner) if _is_text(one.part)], {})
    return ""


def _closed_messages(message: Message) -> str:
    """Return the words of attached messages that a transfer encoding hides, one level deep."""
    closed = (part for part in message.parts if part.is_closed)
    inner = (parse_message(message.data(part, LENGTH)) for part in closed)
    return "\n\n".join(
        _join(one, [leaf for leaf in _leaves(one) if _is_text(leaf.part)], {}) for one in inner
    )


def _undeclared(message: Message, leaves: list[_Leaf], faults: dict[Fault, None]) -> str:
    """Return the words of parts of unknown types that are no files."""
    texts = [
        _words(message, leaf.part, faults)
        for leaf in leaves
        if leaf.part.content_type in _PAGES
        or (not leaf.part.filename and _may_be_text(message, leaf.part))
    ]
    return "\n\n".join(texts)


def _may_be_text(message: Message, part: Part) -> bool:
    if part.content_type.startswith(("text/", "message/")):
        return part.content_type not in _NO_WORDS
    data = message.data(part, _SNIFFED)
    alone = part.content_type == "application/octet-stream"
    return alone and bool(data) and data.isascii() and not _CONTROL.search(data)


def _outside(message: Message) -> str:
    """Return what stands before the first or after the last boundary of a multipart."""
    return "\n".join(filter(None, _gaps(message))).strip()


def _gaps(message: Message) -> Iterator[str]:
    root = message.parts[0]
    if not root.content_type.startswith("multipart/"):
        return
    until = message.parts[1].start if len(message.parts) > 1 else root.end
    before = message.raw[root.start : min(until, root.start + 20_000)]
    preamble = (b"\n" + before).partition(b"\n--")[0]
    words = decode(preamble)[0].replace("\r", "").strip()
    if words and "MIME" not in words:
        yield words
