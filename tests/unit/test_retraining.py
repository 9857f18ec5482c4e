"""Retraining: what wins on the newest corrections and has unlearned hazards stays out."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from classifier.corrections import Correction, learn
from classifier.registry import Registry
from classifier.retrain import retrain
from tests.installation import CHECKOUT

_BEGIN = datetime(2026, 9, 1, tzinfo=UTC)

_THINGS = ("lamp", "kettle", "heater", "charger", "toaster", "blanket", "candle", "battery")
_HAZARDS = ("caught fire", "gave me a shock", "burnt my hand", "began to smoke")
_LATE = ("has not arrived", "is late again", "should be here by now", "did not come")
_PRAISE = ("works well, thank you", "is lovely, thanks a lot", "came and is great", "is fine")
_NEWS = ("frobnicates sideways", "wibbles without end", "lost its zorp", "quacks at night")

_RULEBOOK = """
language = "en"
[[rule]]
id = "fire"
tag = "safety"
phrases = ["caught fire"]
match = ["It caught fire."]
no_match = ["I am late."]
"""


def texts(said: Sequence[str], number: int) -> list[str]:
    """Return so many sentences that say one of a few things."""
    return [f"My {_THINGS[at % 8]} number {at} {said[at // 8 % 4]}." for at in range(number)]


def write_corpus(folder: Path) -> None:
    """Write letters about hazards, delays and thanks, each of a situation of its own."""
    told = [
        (text, tag, priority)
        for said, tag, priority in (
            (_HAZARDS, "safety", "urgent"),
            (_LATE, "late-delivery", "normal"),
            (_PRAISE, "thanks", "low"),
        )
        for text in texts(said, 64)
    ]
    letters = "".join(
        f'[[letter]]\nid = "en-{at}"\nwriter = "a"\nsituation = "s{at}"\ndifficulty = "plain"\n'
        f'subject = ""\ntags = ["{tag}"]\npriority = "{priority}"\ntext = "{text}"\n'
        for at, (text, tag, priority) in enumerate(told)
    )
    (folder / "en.toml").write_text(f'language = "en"\n{letters}', encoding="utf-8")


def corrections(labels: Sequence[tuple[str, str]]) -> list[Correction]:
    """Return a correction for each text and tag, an hour apart."""
    return [
        Correction(
            id=f"letter-{at}",
            tags=(tag,),
            language="en",
            subject="",
            text=text,
            buyer=f"{at}@buyer.example",
            order="",
            received=_BEGIN + timedelta(hours=at),
            who="li",
            at=_BEGIN + timedelta(hours=at),
        )
        for at, (text, tag) in enumerate(labels)
    ]


def test_hazards_called_questions_are_refused_for_what_was_unlearned(tmp_path: Path) -> None:
    """All of the newest corrections found where the model in use finds none does not help it."""
    for name in ("corpus", "rulebook", "models"):
        (tmp_path / name).mkdir()
    write_corpus(tmp_path / "corpus")
    (tmp_path / "rulebook" / "en.toml").write_text(_RULEBOOK, encoding="utf-8")
    good = [(text, "product-question") for text in texts(_NEWS, 100)]
    wrong = [(text, "product-question") for text in texts(_HAZARDS, 100)]
    told = tmp_path / "corrections.jsonl"
    learn(told, corrections([one for pair in zip(good, wrong, strict=True) for one in pair]))
    name, refusals = retrain(
        Namespace(
            corpus=tmp_path / "corpus",
            rulebook=tmp_path / "rulebook",
            own=None,
            corrections=told,
            registry=tmp_path / "models",
            starter=CHECKOUT / "models" / "starter",
            at=_BEGIN.isoformat(),
        )
    )
    found = Registry(tmp_path / "models", CHECKOUT / "models" / "starter").manifest(name)[
        "measured"
    ]
    card = (tmp_path / "models" / name / "card.md").read_text(encoding="utf-8")

    assert found["challenger"]["main"] > found["champion"]["main"]
    assert any("of our own letters it misses safety more often" in one for one in refusals)
    # Four fifths of the corrections were trained on, and whoever hands the model on must know.
    assert "160 corrections\nas well, which are mail of buyers (en 160)" in card
    assert "No mail of a buyer" not in card
