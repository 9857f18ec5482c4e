"""Mail addresses out of a field: bounded, and content with what senders really write.

Names, comments, quoted strings, groups and routes of RFC 5322 3.4 and 4.4 are understood; what is
no address is left out. International domains come out in Unicode (RFC 5891, 6532). Never raises.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from mail.headers import decode_words

#: A field is read no further than this, and gives no more addresses than that.
FIELD_LIMIT: Final = 64 * 1024
ADDRESS_LIMIT: Final = 1000
ADDRESS_LENGTH: Final = 500

_TOKEN: Final = re.compile(
    # Bounded: a quote that never closes must not be looked for from every quote to the end.
    r'"(?P<quoted>(?:[^"\\]|\\.){0,500})"|(?P<comment>[()])|<(?P<angle>[^<>]*)>?|(?P<end>[,;])'
    r'|(?P<group>:)|(?P<plain>[^"()<>,;:]+)|(?P<stray>.)',
    re.DOTALL,
)
#: What nearly all senders write: ``Name <a@b.c>`` or ``a@b.c``, with nothing to decode.
_SIMPLE: Final = re.compile(
    r"\s*(?:(?:\"(?P<quoted>[\w .'-]*)\""
    r"|(?P<name>[\w .'-]*))\s*<(?P<angle>[\w.+=-]+@[\w-]+(?:\.[\w-]+)*)>"
    r"|(?P<bare>[\w.+=-]+@[\w-]+(?:\.[\w-]+)*))\s*",
    re.ASCII,
)
_LOCAL: Final = re.compile(r"[^\s<>()\[\]\",;:\\@]+$")
_DOMAIN: Final = re.compile(r"[^\s<>()\",;:\\@]+")
#: Among so many signs the first address is found, or there is none.
_TRIES: Final = 50
_WRAPPING: Final = " \t.,;'\"<>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One mailbox of a field."""

    #: The display name, decoded; "" when there is none.
    name: str
    #: In lower case, the domain in Unicode.
    address: str

    @property
    def local(self) -> str:
        """The part before the last @."""
        return self.address.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """The part after the last @."""
        return self.address.rpartition("@")[2]


def parse_addresses(value: str) -> tuple[Address, ...]:
    """Return every mailbox in a raw field, in its order."""
    simple = _SIMPLE.fullmatch(value) if len(value) < ADDRESS_LENGTH else None
    if simple is not None and "xn--" not in value:
        name = simple["name"] or simple["quoted"] or ""
        address = (simple["angle"] or simple["bare"]).lower()
        return (Address(name=" ".join(name.split()).strip(" '"), address=address),)
    found: list[Address] = []
    names: list[str] = []
    comments: list[str] = []
    angle: str | None = None
    depth = 0
    for token in _TOKEN.finditer(value[:FIELD_LIMIT] + ","):
        sort, text = token.lastgroup, token.group(token.lastgroup or 0)
        if sort == "comment":
            depth = depth + 1 if text == "(" else max(0, depth - 1)
        elif depth:
            comments.append(text)
            if sort == "end" and token.end() > len(value):
                _add(found, names, comments, angle)
        elif sort == "angle":
            angle = text if angle is None else angle
        elif sort == "end":
            _add(found, names, comments, angle)
            names, comments, angle = [], [], None
            if len(found) >= ADDRESS_LIMIT:
                break
        elif sort == "group" and not any("@" in name for name in names):
            names = []
        else:
            names.append(re.sub(r"\\(.)", r"\1", text) if sort == "quoted" else text)
    return tuple(found)


def first_address(value: str) -> Address:
    """Return the first mailbox of a raw field; an empty Address when there is none."""
    found = parse_addresses(value) if value else ()
    return found[0] if found else Address(name=decode_words(value)[:200], address="")


def same_domain(domain: str, suffix: str) -> bool:
    """Tell whether ``domain`` is ``suffix`` or lies below it, compared by whole labels."""
    return domain == suffix or domain.endswith("." + suffix)


def in_domains(domain: str, suffixes: Collection[str]) -> bool:
    """Tell whether ``domain`` is one of ``suffixes`` or lies below one, by whole labels."""
    while domain:
        if domain in suffixes:
            return True
        domain = domain.partition(".")[2]
    return False


def _add(found: list[Address], names: list[str], comments: list[str], angle: str | None) -> None:
    phrase = "".join(names)
    address = _clean(angle) if angle is not None else ""
    if not address:
        bare = _bare(phrase if angle is None else f"{angle} {phrase}")
        address = _clean(bare)
        phrase = phrase.replace(bare, " ") if bare else phrase
    name = decode_words(phrase) or decode_words("".join(comments))
    if address:
        found.append(Address(name=name.strip(" '\""), address=address))


def _bare(text: str) -> str:
    """Return the first thing in ``text`` that looks like an address, "" when nothing does."""
    at = text.find("@")
    for _ in range(_TRIES):
        if at < 0:
            break
        local = _LOCAL.search(text, max(at - ADDRESS_LENGTH, 0), at)
        domain = _DOMAIN.match(text, at + 1)
        if local is not None and domain is not None:
            return f"{local[0]}@{domain[0]}"
        at = text.find("@", at + 1)
    return ""


def _clean(text: str) -> str:
    """Return the address in ``text`` normalised, "" when it is none."""
    text = "".join(decode_words(text).split()).strip(_WRAPPING)
    if text[:7].lower() == "mailto:":
        text = text[7:]
    if text.startswith("@") and ":" in text:
        text = text.rpartition(":")[2]
    local, at, domain = text.rpartition("@")
    local, domain = local.strip('"').lower(), domain.rstrip(".").lower()
    if not (at and local and domain) or "@" in domain or len(text) > ADDRESS_LENGTH:
        return ""
    return f"{local}@{_unicode(domain)}"


def _unicode(domain: str) -> str:
    if "xn--" not in domain:
        return domain
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
