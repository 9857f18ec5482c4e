"""The screens speak English and Chinese: every key in both, every key that is asked for there."""

import re
import string
from pathlib import Path

import pytest

from cases.alarms import KINDS, Audience
from cases.deeds import Refusal
from cases.labels import TAGS, Fulfilment, Kind, Priority
from cases.modes import Mode
from cases.pauses import Scope
from cases.roles import Role
from cases.states import AckState, CaseState
from daemon.reasons import REASONS
from daemon.sending.acknowledging import PAUSED
from daemon.sending.reply import LOST
from desk.buttons import SPANS
from desk.keys import KEYS
from desk.language import LANGUAGES, choose, words_of
from desk.outcomes import DONE
from store.approving import BY_PERSON
from store.events import EventName

ENGLISH = words_of("en").texts
PAGES = [
    *Path("desk").glob("**/*.html"),
    *Path("desk").glob("**/*.py"),
    *Path("daemon/alarms").glob("*.py"),
]


#: The kinds of alarms that the page Team shows.
OPERATORS = [one.id for one in KINDS.values() if one.audience is Audience.OPERATOR]


def fields(text: str) -> set[str]:
    """Return the names that a text fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_missing(language: str) -> None:
    """Each language has exactly the keys of English, and no empty text."""
    texts = words_of(language).texts

    assert set(ENGLISH) == set(texts)
    assert "" not in texts.values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fill_in_the_same(language: str) -> None:
    """A translation names nothing else than English does; one apple needs no number."""
    texts = words_of(language).texts

    assert [] == [key for key in ENGLISH if not fields(texts[key]) <= fields(ENGLISH[key])]


def test_what_is_asked_for_is_there() -> None:
    """Every key that a template or module writes out."""
    asked = {
        key
        for path in PAGES
        for key in re.findall(
            r"""(?:say|words|fault)(?:\(|=)\s*['"]([a-z-]+\.[a-z0-9.-]*[a-z0-9])['"]""",
            path.read_text(encoding="utf-8"),
        )
    }

    assert len(asked) > 50
    assert [] == [key for key in sorted(asked) if not {key, f"{key}.one"} & {*ENGLISH}]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("tag", TAGS),
        ("priority", Priority),
        ("state", CaseState),
        ("ack", AckState),
        ("veto", [*REASONS, BY_PERSON, PAUSED, LOST]),
        ("fulfilment", Fulfilment),
        ("kind", Kind),
        ("role", Role),
        ("sending", AckState),
        ("refusal", [f"{one}.many" for one in Refusal]),
        ("span", list(SPANS)),
        ("key", list(KEYS)),
        ("did", [f"{one}.many" for one in DONE]),
        ("mode", Mode),
        ("scope", Scope),
        ("trouble", OPERATORS),
        ("remedy", list(KINDS)),
        ("event", [one for one in EventName if one.startswith(("case.", "ack.", "reply."))]),
    ],
)
def test_every_value_has_a_label(sort: str, names: list[str]) -> None:
    """No id of ours is shown where a person expects a word."""
    assert [] == [name for name in names if f"{sort}.{name}" not in ENGLISH]


def test_a_remedy_is_the_same_on_the_desk_and_in_messages() -> None:
    """English says it in two places, which must not part."""
    assert [] == [one.id for one in KINDS.values() if ENGLISH[f"remedy.{one.id}"] != one.remedy]


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ("", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("de-DE,de;q=0.9,en;q=0.8,zh;q=0.7", "en"),
        ("zh-TW", "zh-CN"),
        ("en;q=0.1, zh;q=0.5", "zh-CN"),
        ("fr", "en"),
        (";q=x,,en;q=oops", "en"),
    ],
)
def test_the_browser_says_the_language(wanted: str, chosen: str) -> None:
    """Before login; after it the person's own choice counts."""
    assert chosen == choose(wanted)
