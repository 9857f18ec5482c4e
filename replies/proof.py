"""The proof of a template: looked over, filled for every sort of letter, read as a buyer would.

It must be one that letters can get, use the names of ``replies.slots`` alone, fill without an
error, say the order and the promised time where there are any and neither where there are none,
sign with the brand and break no rule of wording. Nothing here can fail: what is wrong is a
``Finding``.

Practice: S1.4, S1.6.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from itertools import product
from typing import Final

from jinja2 import Environment, Template, TemplateError, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.nodes import Name

from cases.values import Wording
from replies import choice, slots
from replies.moment import spell
from replies.slots import Slots, fill
from replies.wording import lint

#: The file a language's other texts extend; never sent by itself.
FRAME: Final = "frame"

_ORDER: Final = "302-1234567-1234567"
_BRAND: Final = "Sonnenhof"
_MOMENT: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)

#: Strict like every marketplace, and none of them, so that no name of one may be written.
_MARKETPLACE: Final = "marketplace"

#: What a template can raise while it is filled: any error of its expressions.
_ERRORS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong with a template."""

    what: str
    remedy: str
    #: File ("" for the template's own) and line; None where it shows in the finished text alone.
    at: tuple[str, int] | None = None
    #: The words of the finished text that show it.
    words: str = ""


def inspect(environment: Environment, name: str, source: str) -> Iterator[Finding]:
    """Yield what shows without filling a text: its name, its syntax, the names it uses."""
    if name not in choice.NAMES | {FRAME}:
        near = get_close_matches(name, choice.NAMES, n=1)
        names = ", ".join(sorted(choice.NAMES))
        yield Finding(
            what=f"no letter ever gets a text named {name}",
            remedy=f"did you mean {near[0]}?" if near else f"use one of {names}",
        )
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield Finding(
            what=f"cannot be read: {error.message}",
            remedy="mend the {% tag %} or {{ name }} in that line",
            at=("", error.lineno),
        )
        return
    for unknown in sorted(find_undeclared_variables(tree) - slots.NAMES):
        line = min(node.lineno for node in tree.find_all(Name) if node.name == unknown)
        yield Finding(
            what=f"unknown name {unknown}",
            remedy=f"a text knows {', '.join(sorted(slots.NAMES))}",
            at=("", line),
        )


def prove(template: Template, language: str) -> Iterator[Finding]:
    """Yield what is wrong with ``template``, sample by sample; the same thing may come again."""
    read: set[str] = set()
    for filling in _samples(spell(_MOMENT, "Europe/Berlin", language)):
        try:
            text = fill(template, filling)
        except _ERRORS as error:
            yield Finding(
                what=f"cannot be filled: {error}",
                remedy="mend the expression; see the names a template may use",
                at=_place(error),
            )
            return
        if text not in read:
            yield from _read(text, filling, language)
        read.add(text)


def _samples(promise: str) -> Iterator[Slots]:
    """Yield fillings with and without each thing, and every pair of the rarer ones."""
    plain = Slots(order_id=_ORDER, promised=promise, brand=_BRAND)
    for order_id, promised, photos in product((None, _ORDER), (None, promise), (0, 1, 2)):
        yield replace(plain, order_id=order_id, promised=promised, photos=photos)
    for trouble, fba, photos in product(("", *slots.TROUBLES.values()), (False, True), (0, 2)):
        yield replace(plain, trouble=trouble, fba=fba, photos=photos)


def _read(text: str, filling: Slots, language: str) -> Iterator[Finding]:
    for name in ("order_id", "promised", "brand"):
        value = getattr(filling, name)
        if value is not None and value not in text:
            yield Finding(
                what=f"does not say {{{{ {name} }}}}", remedy="say it wherever it is given"
            )
    if "None" in text:
        yield Finding(
            what="says None where order_id or promised is none",
            remedy="ask {% if order_id %} or {% if promised %} first",
        )
    wording = Wording(template="", language=language, subject="", body=text)
    for fault in lint(wording, _MARKETPLACE, _BRAND):
        yield Finding(
            what=f'{fault.rule}: "{fault.words}"' if fault.words else fault.rule,
            remedy=fault.why,
            words=fault.words,
        )


def _place(error: BaseException) -> tuple[str, int] | None:
    """Return file and line of the innermost template in the traceback."""
    place = None
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name.endswith(".txt"):
            place = (name, step.tb_lineno)
        step = step.tb_next
    return place
