"""The words of the screens, in English and in Chinese: one TOML file a language under words/.

A key is the path to a text; a text may have ``{names}`` that are filled in, and may be a table of
``one`` and ``many`` where a number ``n`` decides. The files have the same keys, which a test holds
together with the keys that templates and code ask for.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

#: The screens' languages by their tag in HTML; the first is the default.
LANGUAGES: Final[Mapping[str, str]] = {"en": "English", "zh-CN": "简体中文"}

_FOLDER: Final = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All texts of one language."""

    #: A key of ``LANGUAGES``.
    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with its names filled in; raise ``KeyError`` for none."""
        if "n" in values and f"{key}.one" in self.texts:
            key = f"{key}.one" if values["n"] == 1 else f"{key}.many"
        return self.texts[key].format(**values)

    def label(self, sort: str, name: str) -> str:
        """Return the label of a tag, priority, state, ...; one that has none is its own."""
        return self.texts.get(f"{sort}.{name}", name)


@cache
def words_of(language: str) -> Words:
    """Return the words of a language of ``LANGUAGES``."""
    table = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return Words(language=language, texts=dict(_flatten(table)))


def choose(wanted: str) -> str:
    """Return the language of the screens that an Accept-Language field likes best (RFC 9110)."""
    offers: list[tuple[float, str]] = []
    for part in wanted[:1000].split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        primary = tag.lower().partition("-")[0]
        found = next((one for one in LANGUAGES if one.partition("-")[0] == primary), None)
        if found is not None:
            offers.append((weight, found))
    best = max(offers, key=lambda offer: offer[0], default=None)
    return next(iter(LANGUAGES)) if best is None else best[1]


def _flatten(table: Mapping[str, object], path: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, Mapping):
            found += _flatten(value, f"{path}{name}.")
        else:
            found.append((f"{path}{name}", str(value)))
    return found
