"""The language of a text: ISO 639-1, ``zh`` for all Chinese, "unknown" rather than a guess.

Scripts decide what they can. Words that only one language has decide short letters, where letter
statistics know nothing; longer ones, and those whose words disagree, go to a statistical model
(``mail.latin``), which is loaded once, when it is first needed. Names, numbers and addresses
have no language. Never raises.
"""

import re
from collections import Counter
from functools import cache
from itertools import chain, repeat
from threading import Lock
from typing import Final

from mail.language_words import WORDS
from mail.latin import LanguageIdentifier, open_latin

UNKNOWN: Final = "unknown"

#: As much as is needed to tell.
_JUDGED: Final = 1000

#: Fewer letters than this say nothing by themselves.
_FEWEST_LETTERS: Final = 4
_FEWEST_FOR_MODEL: Final = 12
#: Below this the model guesses.
_CERTAIN: Final = 0.75
_CLEAR_LEAD: Final = 2

_OPENING: Final = Lock()

_CODE_SIGN: Final = re.compile(r"[@\d]")
_WORD: Final = re.compile(r"\w+(?:'\w+)?")
_SCRIPTS: Final = (
    ("hiragana", re.compile(r"[\u3041-\u309f]")),
    ("katakana", re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d]")),
    ("hangul", re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")),
    ("han", re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")),
    ("cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
    ("other", re.compile(r"[\u0370-\u03ff\u0590-\u1fff]")),
)
#: No Latin letters are among these.
_BEYOND_LATIN: Final = re.compile("[\u0250-\u1dff\u1f00-\U0010ffff]")
_ENOUGH_LETTERS: Final = re.compile(
    r"(?:[A-Za-z\u00c0-\u024f][^A-Za-z\u00c0-\u024f]*+)" f"{{{_FEWEST_LETTERS}}}"
)
_UKRAINIAN: Final = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN: Final = re.compile(r"[ыэёъЫЭЁЪ]")
_NEITHER: Final = re.compile(r"[ўЎјЈљЉњЊћЋџЏђЂ]")
_LATIN: Final = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "da",
    "no",
    "fi",
    "cs",
    "tr",
    "vi",
)

#: Signs that one of the Latin languages has alone: as good as two of its words.
_OWN_LETTERS: Final = (
    ("tr", re.compile("[ğĞıİ]")),
    ("pl", re.compile("[łąęśźżŁĄĘŚŹŻ]")),
    ("cs", re.compile("[řěůŘĚŮ]")),
    ("pt", re.compile("[ãõÃÕ]")),
    ("es", re.compile("[¿¡ñ]")),
    ("de", re.compile("ß")),
)

#: A Han or kana sign says as much as this many letters; hiragana says more.
_SIGN_WEIGHT: Final = 3
_HIRAGANA_WEIGHT: Final = 12
#: A Chinese letter may name a product in kana; a Japanese one is full of them.
_KANA_SHARE: Final = 12


def identify_language(text: str) -> str:
    """Return the language of ``text``."""
    words = text[:_JUDGED]
    if _is_coded(words):
        words = " ".join(word for word in words.split() if word.isalpha() or not _is_code(word))
    # Dashes, quotation marks and emoji are of no script.
    if words.isascii() or not any(map(str.isalpha, _BEYOND_LATIN.findall(words))):
        return _latin(words) if _ENOUGH_LETTERS.search(words) else UNKNOWN
    return _by_script(words)


def _by_script(words: str) -> str:
    """Return the language of a text with signs beyond the Latin ones."""
    counts = {name: len(signs.findall(words)) for name, signs in _SCRIPTS}
    kana = counts["hiragana"] + counts["katakana"]
    west = max(counts["latin"], counts["hangul"], counts["cyrillic"])
    # Only a Japanese sentence has hiragana; the rest of it may be a product's English name.
    if counts["hiragana"] * _HIRAGANA_WEIGHT > west and kana * _KANA_SHARE > counts["han"]:
        return "ja"
    if (kana + counts["han"]) * _SIGN_WEIGHT > west:
        return "ja" if kana * _KANA_SHARE > counts["han"] else "zh"
    main = max(("hangul", "cyrillic", "latin", "other"), key=lambda name: counts[name])
    if counts[main] < (_FEWEST_LETTERS if main == "latin" else 2):
        # Two letters of Latin are a name or a code; "ok" is said everywhere.
        return UNKNOWN
    if main == "hangul":
        return "ko"
    if main == "cyrillic":
        return _cyrillic(words)
    return _latin(words) if main == "latin" else UNKNOWN


def _is_code(word: str) -> bool:
    """Addresses, links and numbers are of no language."""
    return _is_coded(word) and (word.isascii() or "@" in word)


def _is_coded(text: str) -> bool:
    return _CODE_SIGN.search(text) is not None or "://" in text or "www." in text


def _cyrillic(text: str) -> str:
    if _UKRAINIAN.search(text):
        return "uk"
    if _NEITHER.search(text):
        return UNKNOWN
    scores = _score(_words(text))
    if _RUSSIAN.search(text) or scores["ru"] > scores["uk"]:
        return "ru"
    return "uk" if scores["uk"] > scores["ru"] else UNKNOWN


def _latin(text: str) -> str:
    found = _words(text)
    scores = _score(found)
    for language, letters_of_its_own in () if text.isascii() else _OWN_LETTERS:
        if letters_of_its_own.search(text):
            scores[language] += _CLEAR_LEAD
    best, second, *_ = sorted(_LATIN, key=lambda language: -scores[language])
    lead = scores[best] - scores[second]
    if lead >= _CLEAR_LEAD and scores[best] * 6 >= len(found):
        return best
    letters = sum(len(word) for word in found)
    if letters >= _FEWEST_FOR_MODEL:
        # A name in another script says nothing of the words around it.
        spoken = " ".join(word for word in found if not _BEYOND_LATIN.search(word))
        guess, certainty = _model().classify(spoken)
        # Where the words speak at all, the model must agree with some of them.
        heard = not scores[best] or scores[guess]
        if certainty >= _CERTAIN and heard:
            return str(guess)
    return best if lead > 0 and scores[best] * 3 >= len(found) else UNKNOWN


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def _score(words: list[str]) -> Counter[str]:
    """Count the words that each language calls its own."""
    return Counter(chain.from_iterable(map(WORDS.get, words, repeat(()))))


def prepare() -> None:
    """Open the model now: it takes a second, and for that second seventy MiB."""
    _model()


def _model() -> LanguageIdentifier:
    # Two threads that open it at once would need twice as much.
    with _OPENING:
        return _opened()


@cache
def _opened() -> LanguageIdentifier:
    return open_latin(_LATIN)
