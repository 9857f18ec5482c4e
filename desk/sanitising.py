"""A letter's HTML made harmless: words and their layout, and nothing that acts or loads.

What stays is a list of tags; no address, no image, no style, no form. The result is shown in a
sandboxed frame under a policy that forbids scripts and loading once more, so that each of the
three alone would do.
"""

import re
from typing import Final

import nh3

#: No mail needs more; what has more is shown as text alone.
MOST_TAGS: Final = 20_000
#: Elements inside each other; taking HTML apart costs their square.
DEEPEST: Final = 1000

_TAGS: Final = frozenset(
    {"a", "abbr", "b", "blockquote", "br", "center", "code", "dd", "div", "dl", "dt", "em"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "s", "small"}
    | {"span", "strong", "sub", "sup", "u", "ul"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr"}
)
_ATTRIBUTES: Final = {"*": {"dir", "lang"}, "td": {"colspan", "rowspan"}, "th": {"colspan"}}
#: Of these not even the words stay.
_SILENT: Final = frozenset(
    {"script", "style", "title", "head", "template", "noscript", "svg", "math", "iframe"}
    | {"object", "embed", "applet", "audio", "video", "canvas", "select", "textarea"}
)

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_CLOSING_THEMSELVES: Final = frozenset(
    {"p", "li", "br", "hr", "img", "td", "th", "tr", "dt", "dd", "meta", "link", "input", "col"}
    | {"option", "tbody", "thead", "tfoot", "area", "base", "wbr", "o:p"}
)

#: Of the frame's page: no script, no loading, nothing of our own site's rights.
POLICY: Final = "default-src 'none'; sandbox; frame-ancestors 'self'; base-uri 'none'"


def sanitise(html: str) -> str | None:
    """Return what may be shown of the HTML; None where it is too much of it."""
    if html.count("<") > MOST_TAGS or _depth(html) > DEEPEST:
        return None
    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_SILENT),
        attributes=_ATTRIBUTES,
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )


def _depth(html: str) -> int:
    """Return how many elements are open at most, those that close by themselves left out."""
    depth = deepest = 0
    for found in _TAG.finditer(html):
        if found[2].lower() in _CLOSING_THEMSELVES:
            continue
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def page(html: str, title: str) -> str:
    """Return a page of its own around sanitised HTML."""
    return (
        f'<!doctype html><html lang=""><meta charset="utf-8"><title>{nh3.clean_text(title)}</title>'
        f"<body>{html}"
    )
