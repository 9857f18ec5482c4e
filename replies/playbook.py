"""The playbook: drafts of what a person may answer, by matter, fulfilment and language.

One table says which draft is for what; the texts stand in ``playbooks/<language>.toml``. A draft is
a person's to change and to send: where only a person knows a thing it has a blank, ``‹amount›``,
and a reply with a blank left does not leave; what says that something was done has one. Each text
passes the rules of wording, which a test holds, and offers what practice section 5 lists for its
tag: choices in numbers (S1.16), Amazon's own service where Amazon ships (S2.4, X4), nothing to send
back of a giveaway (S0.12).
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from cases.labels import Fulfilment
from cases.values import Letter
from replies.proofreading import Remark

_FOLDER: Final = Path(__file__).parent / "playbooks"
#: Where there are none in the buyer's language.
_LAST_RESORT: Final = "en"
_BLANK: Final = re.compile("‹[^‹›\n]*›")
_AMAZON: Final = "amazon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What one draft is for."""

    #: Its key in every language.
    name: str
    tags: frozenset[str]
    #: A tag that has to be there beside one of ``tags``.
    beside: str | None = None
    #: Only where it is shipped so, as far as that is known; None wherever.
    shipped: Fulfilment | None = None
    #: Asks for photos, of which there are none yet.
    asks_photos: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A draft as it stands in the form."""

    name: str
    #: ISO 639-1 of its text.
    language: str
    text: str


def _play(
    name: str,
    *tags: str,
    beside: str | None = None,
    shipped: Fulfilment | None = None,
    asks_photos: bool = False,
) -> Play:
    return Play(
        name=name,
        tags=frozenset(tags),
        beside=beside,
        shipped=shipped,
        asks_photos=asks_photos,
    )


_OURS: Final = Fulfilment.MERCHANT
_THEIRS: Final = Fulfilment.FBA

#: Matters in which it matters who ships.
_SHIPPED: Final = (
    *("late-delivery", "not-received", "missing-item", "wrong-item", "damaged", "exchange"),
    *("address-change", "cancellation", "return", "refund"),
)

#: Every draft; of one tag the better one first.
PLAYS: Final = (
    _play("safety", "safety"),
    _play("claim", "claim"),
    _play("looking", *_SHIPPED, shipped=Fulfilment.UNKNOWN),
    _play("late-gift", "late-delivery", beside="gift-order", shipped=_OURS),
    _play("late-tracking", "late-delivery", shipped=_OURS),
    _play("late-amazon", "late-delivery", "not-received", shipped=_THEIRS),
    _play("lost-trace", "not-received", shipped=_OURS),
    _play("missing-part", "missing-item", shipped=_OURS),
    _play("wrong-options", "wrong-item", shipped=_OURS),
    _play("damaged-options", "damaged", shipped=_OURS),
    _play("amazon-service", "wrong-item", "damaged", "missing-item", "exchange", shipped=_THEIRS),
    _play("defective-help", "defective"),
    _play("differs", "not-as-described"),
    _play("photos", "wrong-item", "damaged", "missing-item", "defective", asks_photos=True),
    _play("gift-resend", "free-gift"),
    _play("gift-refund", "free-gift"),
    _play("gift-order", "gift-order"),
    _play("address-open", "address-change", shipped=_OURS),
    _play("address-shipped", "address-change"),
    _play("cancelled", "cancellation", shipped=_OURS),
    _play("cancel-shipped", "cancellation"),
    _play("return-accepted", "return", shipped=_OURS),
    _play("return-amazon", "return", "refund", shipped=_THEIRS),
    _play("refunded", "refund", shipped=_OURS),
    _play("refund-received", "refund", "return", shipped=_OURS),
    _play("exchanged", "exchange", shipped=_OURS),
    _play("heard", "review", "not-as-described", "other"),
    _play("answer", "product-question", "other"),
    _play("invoice", "invoice"),
)


def choose(tags: Sequence[str], letter: Letter) -> tuple[Play, ...]:
    """Return the drafts for an answer to ``letter``, the best first: by tag, then by fulfilment.

    Where it is not known who ships, what promises nothing comes first (practice X4).
    """
    amazon = (letter.marketplace or "").partition(".")[0] == _AMAZON
    known = letter.fulfilment if amazon else _OURS

    def fits(play: Play) -> bool:
        rightly = known is Fulfilment.UNKNOWN or play.shipped in {None, known}
        beside = play.beside is None or play.beside in tags
        return rightly and beside and not (play.asks_photos and letter.photos)

    found = [
        play
        for tag in tags
        for play in sorted(PLAYS, key=lambda one: one.shipped != known)
        if tag in play.tags and fits(play)
    ]
    return tuple(dict.fromkeys(found))


def languages() -> frozenset[str]:
    """Return the languages that there are drafts in."""
    return frozenset(path.stem for path in _FOLDER.glob("*.toml"))


def fill(play: Play, letter: Letter, brand: str) -> Filled:
    """Return a draft for an answer to ``letter``, signed by the shop.

    It is in the letter's language, else in English; ``brand`` "" signs as customer service.
    """
    language = letter.language if letter.language in languages() else _LAST_RESORT
    texts = _read(language)
    frame = texts["frame"]
    order = letter.order_ids[0] if letter.order_ids else ""
    opening = frame["order"].replace("{order}", order) if order else frame["message"]
    parts = (
        f"{frame['hello']}\n\n{opening}",
        texts["drafts"][play.name].strip(),
        f"{frame['bye']}\n{brand or frame['signature']}",
    )
    return Filled(name=play.name, language=language, text="\n\n".join(parts))


def find_blanks(text: str) -> tuple[Remark, ...]:
    """Return the blanks that nobody has filled in yet."""
    return tuple(
        Remark(rule="blank", words=found[0], start=found.start(), end=found.end())
        for found in _BLANK.finditer(text)
    )


@cache
def _read(language: str) -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
