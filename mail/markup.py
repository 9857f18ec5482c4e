"""HTML to the text a person sees.

Kept: paragraphs, line breaks, list items, table rows, ``<pre>``. Dropped: styles, scripts, hidden
preheaders, tracking pixels, zero-width marks. What a mail program marked as quoted history or as
a signature comes out in lines that begin with ``>``, so that one cutter serves both kinds of mail.
The walk is a loop with its own stack: 3,000 nested elements are nothing special. Never raises.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mail.attributions import introduces

_DROPPED: Final = frozenset(
    {"head", "style", "script", "title", "template", "svg", "math", "object", "iframe",
     "select", "button", "-comment", "!doctype", "meta", "link", "map", "audio", "video"}
)  # fmt: skip

#: Elements that stand on lines of their own; those of the second set keep an empty line around.
_LINES: Final = frozenset(
    {"address", "article", "aside", "center", "dd", "details", "dialog", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li", "main",
     "nav", "section", "summary", "tbody", "thead", "tfoot", "tr", "caption", "body"}
)  # fmt: skip
_PARAGRAPHS: Final = frozenset(
    {"p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "listing"}
)

_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0",
    re.IGNORECASE,
)
#: Hides words, but is also set on wrappers whose children set it back.
_SHRUNK: Final = re.compile(
    r"font-size\s*:\s*[01](?:px|pt|em)?\s*(?:;|$|!)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)",
    re.IGNORECASE,
)
#: Ids and classes by which mail programs mark history and signatures.
_MARKED: Final = re.compile(
    r"(?:^|[\s_-])(?:gmail_attr|gmail_signature|gmail_signature_prefix|moz-cite-prefix"
    r"|moz-signature|moz-forward-container-old|yahoo_quoted|yahooquoted|ydp\w*yahoo_quoted"
    r"|protonmail_quote|protonmail_signature_block|tutanota_quote|tutanotaquote|zmail_extra"
    r"|ms-outlook-mobile-signature|ymail_android_signature|ymail_ios_signature"
    r"|ms-outlook-ios-signature|messagereplysection|wordreplysection|signature|mobile-signature"
    r"|applemailsignature|applelinesbreakbeforesignature|cs2c-signature|bloop_sign\w*"
    r"|isreplycontent|__quoted_text__|ntes-pcmac-signature|ntes-mailmaster-quote|foxmail_quote"
    r"|mailmasterquote|naver_quote|jive_quote|freebirdquote|mailbird-quote|x-unquoted-history|olk_src_body_section|mail-editor-reference-message-container)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
#: Outlook's mark of a header below which all is history, and a line that says so.
_ANSWERED: Final = "divRplyFwdMsg"
_SEPARATOR: Final = "-----Original Message-----"
_MARK_NAMES: Final = frozenset({"id", "class", "data-marker", "name"})
_INDENT: Final = re.compile(r"border(?:-left)?\s*:\s*(?:none|0|medium none)", re.IGNORECASE)
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
)
#: A joiner holds the parts of an emoji together; elsewhere nobody sees it.
_JOINER: Final = "\u200d"
_LOOSE_JOINER: Final = re.compile(f"{_JOINER}(?![\u2190-\u2bff\U0001f000-\U0001faff])")
#: No attribution is longer.
_ATTRIBUTION: Final = 400
#: Marks deeper than this say nothing more, and cost.
_QUOTE_DEPTH: Final = 5
#: Elements nested deeper than this are left out, not what stands in them.
_DEPTH: Final = 1500
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,20})[^<>]{0,2000}>?")
#: Elements that hold nothing, or end where the next one begins.
_SHALLOW: Final = frozenset(
    {"br", "hr", "img", "p", "li", "td", "th", "tr", "dd", "dt", "option", "meta", "link", "input",
     "col", "wbr", "area", "base", "o:p"}
)  # fmt: skip
_LINE_BLANKS: Final = re.compile(r"[ \t\xa0\u2002-\u200a\u202f]+")
_HTML: Final = re.compile(r"<(?:html|body|div|p|br|table|span|font|a)\b[^<>]*>", re.IGNORECASE)


_Attributes = Mapping[str, str | None]


@dataclass(slots=True)
class _Page:
    """The text as it grows."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    quote: int = 0
    preformatted: int = 0

    def promises(self) -> bool:
        """Tell whether the words so far announce what comes next, and are no attribution."""
        last = "".join(self.words).strip() or next(filter(None, reversed(self.lines)), "")
        return last.endswith((":", "：")) and not introduces(last[-_ATTRIBUTION:])

    def end_line(self) -> None:
        """Finish the line, if anything stands on it."""
        if self.words:
            self._put("".join(self.words))
            self.words.clear()

    def break_line(self) -> None:
        """Finish the line, even an empty one."""
        self._put("".join(self.words))
        self.words.clear()

    def end_paragraph(self) -> None:
        """Finish the line and leave one empty line after it."""
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self._put("")

    def separate(self) -> None:
        """Say in plain words that all that follows is history."""
        self.end_line()
        self._put(_SEPARATOR)

    def write(self, text: str) -> None:
        """Add words as they stand between two tags."""
        if not self.preformatted:
            self.words.append(text)
            return
        first, *others = text.split("\n")
        self.words.append(first)
        for line in others:
            self.break_line()
            self.words.append(line)

    def _put(self, line: str) -> None:
        clean = _LINE_BLANKS.sub(" ", line) if self.preformatted else " ".join(line.split())
        # Two empty lines say no more than one.
        if clean.strip() or not self.lines or self.lines[-1].strip("> "):
            if clean == "--":
                clean = "-- "
            if self.quote:
                clean = "> " * min(self.quote, _QUOTE_DEPTH) + clean
            self.lines.append(clean)


def is_markup(text: str) -> bool:
    """Tell whether a text that claims to be plain is HTML."""
    return "</" in text and _HTML.search(text[:2000]) is not None


def render(html: str) -> str:
    """Return what a person sees of ``html``, history and signatures marked with ``>``."""
    root = LexborHTMLParser(_flatten(html)).root
    if root is None:
        return ""
    page = _Page()
    # An entry is a node to enter, or the name of one to leave and what it had switched on.
    stack: list[tuple[LexborNode | None, str, bool]] = [(root, "", False)]
    while stack:
        node, tag, quoted = stack.pop()
        if node is None:
            _leave(page, tag, quoted=quoted)
            continue
        following = node.next
        if following is not None and node is not root:
            stack.append((following, "", False))
        name = node.tag or ""
        if name == "-text":
            page.write(_seen(node.text_content or ""))
            continue
        if name == "br":
            page.break_line()
            continue
        if name in _DROPPED:
            continue
        told = node.attributes
        if told and _is_hidden(node, told):
            continue
        quotes = _is_quoted(told, name) if told else _quotes_bare(page, name)
        _enter(page, told, name, quoted=quotes)
        stack.append((None, name, quotes))
        child = node.first_child
        if child is not None:
            stack.append((child, "", False))
    page.end_line()
    return "\n".join(page.lines).strip("\n")


def _flatten(html: str) -> str:
    """Return ``html`` without the tags that nest too deep: the parser's cost grows with depth."""
    if html.count("<") <= _DEPTH:
        return html
    depth, position = 0, 0
    kept: list[str] = []
    for found in _TAG.finditer(html):
        if found[1]:
            depth = max(depth - 1, 0)
        elif found[2].lower() not in _SHALLOW:
            depth += 1
            if depth > _DEPTH:
                kept.append(html[position : found.start()])
                position = found.end()
                depth = _DEPTH
    return "".join(kept) + html[position:]


def clean(text: str) -> str:
    """Return plain text without invisible marks, its blanks made plain."""
    return _seen(text).replace("\xa0", " ")


def _seen(text: str) -> str:
    """Return ``text`` without the signs that nobody sees."""
    if text.isascii():
        return text
    if _JOINER in text:
        text = _LOOSE_JOINER.sub("", text)
    return _INVISIBLE.sub("", text)


def _enter(page: _Page, told: _Attributes, name: str, *, quoted: bool) -> None:
    if told.get("id") == _ANSWERED:
        page.separate()
    if name == "img":
        # Some programs send emoji as pictures; other alternative texts are no words of a person.
        picture = told.get("alt") or ""
        if picture and not picture[0].isascii() and len(picture) <= len("👨‍👩‍👧‍👦"):
            page.write(picture)
    elif name in {"td", "th"}:
        page.words.append(" ")
    elif name in _PARAGRAPHS:
        page.end_paragraph()
    elif name in _LINES or quoted:
        page.end_line()
    page.quote += quoted
    page.preformatted += name in {"pre", "listing"}
    if name == "li":
        page.write("- ")


def _leave(page: _Page, name: str, *, quoted: bool) -> None:
    if name in _PARAGRAPHS:
        page.end_paragraph()
    elif name in _LINES or quoted:
        page.end_line()
    elif name in {"td", "th"}:
        page.words.append(" ")
    page.quote -= quoted
    page.preformatted -= name in {"pre", "listing"}


def _is_hidden(node: LexborNode, told: _Attributes) -> bool:
    if "hidden" in told:
        return True
    style = told.get("style")
    if not style:
        return False
    hidden, shrunk = _judge(style)
    return hidden or (shrunk and not _has_elements(node))


@lru_cache(maxsize=1024)
def _judge(style: str) -> tuple[bool, bool]:
    """Tell whether a style hides its element, and whether it makes it too small to see."""
    return _HIDDEN.search(style) is not None, _SHRUNK.search(style) is not None


def _has_elements(node: LexborNode) -> bool:
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            return True
        child = child.next
    return False


def _quotes_bare(page: _Page, name: str) -> bool:
    """Tell whether an element without any mark is a quote, not the poem for a card."""
    return name == "blockquote" and not page.promises()


def _is_quoted(told: _Attributes, name: str) -> bool:
    if name != "blockquote" and _MARK_NAMES.isdisjoint(told):
        return False
    if name == "blockquote":
        return _INDENT.search(told.get("style") or "") is None
    marks = (told[one] for one in _MARK_NAMES if one in told)
    return any(mark and _MARKED.search(mark) is not None for mark in marks)
