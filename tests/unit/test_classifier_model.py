"""The model: trained by scikit-learn, judged by numpy, refused when it is not whole."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cases.labels import Priority
from classifier.corpus import Example
from classifier.folding import Folded, fold
from classifier.model import Model, ModelFault, Opinion, load_model
from classifier.modelfile import ARRAYS, FACTS, ModelFile, read_modelfile, write_modelfile
from classifier.thresholds import NEVER, Thresholds, choose
from classifier.train import fit, machine, prepare

SUBJECTS = {
    "late-delivery": ("where is it", "not here yet", "waiting for days", "when does it come"),
    "damaged": ("in pieces", "cracked in two", "smashed box", "it is broken"),
    "thanks": ("many thanks", "thank you all", "works great", "so happy"),
}
THINGS = ("lamp", "kettle", "rug", "clock", "chair")


def text(body: str, subject: str = "") -> tuple[Folded, Folded]:
    """Return subject and body as the model takes them."""
    return fold(subject), fold(body)


def examples() -> list[Example]:
    """Return sixty letters of three tags, enough to train on in a moment."""
    return [
        Example(
            id=f"{tag}-{number}-{thing}",
            language="en",
            writer="a",
            situation=f"{tag}-{number}",
            difficulty="plain",
            subject="",
            text=f"About the {thing}: {words}.",
            tags=(tag,),
            priority=Priority.NORMAL,
        )
        for tag, lines in SUBJECTS.items()
        for number, words in enumerate(lines)
        for thing in THINGS
    ]


@pytest.fixture(scope="module")
def trained() -> ModelFile:
    """Return a model of those letters."""
    return fit(examples())


@pytest.fixture
def folder(trained: ModelFile, tmp_path: Path) -> Path:
    """Return a folder with that model."""
    write_modelfile(tmp_path, trained)
    return tmp_path


def test_numpy_equals_scikit_learn(trained: ModelFile) -> None:
    """The exported arrays give scikit-learn's probabilities within 1e-4."""
    letters = examples()
    lessons = prepare(letters)
    decisions = [
        machine().fit(lessons.matrix, lessons.truth(tag)).decision_function(lessons.matrix)
        for tag in trained.tags
    ]
    expected = np.stack(
        [
            1.0 / (1.0 + np.exp(-(facts.slope * decision + facts.offset)))
            for facts, decision in zip(trained.tags.values(), decisions, strict=True)
        ],
        axis=1,
    )
    actual = Model(trained).probabilities([text(one.text, one.subject) for one in letters])

    assert np.abs(expected - actual).max() < 1e-4


def test_the_same_letters_give_the_same_bytes(tmp_path: Path) -> None:
    """Training is repeatable to the byte."""
    for name in ("one", "two"):
        write_modelfile(tmp_path / name, fit(examples()))

    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
        for name in (ARRAYS, FACTS)
    )


def test_the_model_speaks_for_what_it_learned(folder: Path) -> None:
    """The tag comes with its probability and the words that carried it."""
    (opinion,) = load_model(folder).score([text("Grüße! The tray is broken")], ["en"])

    assert ["damaged"] == [score.tag for score in opinion.scores]
    assert "broken" in next(span.words for span in opinion.scores[0].spans)
    assert "thanks" in opinion.doubted


@pytest.mark.parametrize(
    ("words", "language"), [("The tray is broken", "fr"), ("", "en"), ("日本語だけ", "en")]
)
def test_the_model_is_silent_where_it_knows_nothing(
    folder: Path, words: str, language: str
) -> None:
    """Another language, no words, or no known feature: no score, not a guess."""
    assert [Opinion()] == load_model(folder).score([text(words)], [language])


def test_a_batch_judges_each_text_alone(folder: Path) -> None:
    """More texts than fit one chunk, and each as if it were the only one."""
    model = load_model(folder)
    texts = [
        text(f"{line} {number}") for number in range(12) for line in sum(SUBJECTS.values(), ())
    ]
    together = model.score(texts, ["en"] * len(texts))

    assert [model.score([one], ["en"])[0] for one in texts[:9]] == together[:9]


def _altered(folder: Path) -> None:
    raw = bytearray((folder / ARRAYS).read_bytes())
    raw[-1] ^= 1
    (folder / ARRAYS).write_bytes(raw)


def _pickled(folder: Path) -> None:
    (folder / ARRAYS).write_bytes(b"cos\nsystem\n(S'true'\ntR.")


def _facts(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    def tamper(folder: Path) -> None:
        facts = json.loads((folder / FACTS).read_text())
        change(facts)
        (folder / FACTS).write_text(json.dumps(facts))

    return tamper


@pytest.mark.parametrize(
    "tamper",
    [
        _altered,
        _pickled,
        _facts(lambda facts: facts.update(format=2)),
        _facts(lambda facts: facts.update(languages=["en", "xx"])),
        _facts(lambda facts: facts.pop("seal")),
        _facts(lambda facts: facts.update(sha256={})),
        lambda folder: (folder / ARRAYS).unlink(),
        lambda folder: (folder / FACTS).unlink(),
        lambda folder: (folder / FACTS).write_text("["),
        lambda folder: (folder / FACTS).write_text("[]"),
        lambda folder: (folder / FACTS).write_bytes(b"\xff\xfe"),
    ],
)
def test_a_model_that_is_not_whole_is_refused(folder: Path, tamper: Callable[[Path], None]) -> None:
    """Altered, foreign and missing files are refused with a sentence, and nothing is run."""
    tamper(folder)
    with pytest.raises(ModelFault, match=r"train|restore|name a folder"):
        load_model(folder)


def test_a_model_that_does_not_fit_together_is_refused(trained: ModelFile, tmp_path: Path) -> None:
    """A file with right checksums and wrong shapes is refused too."""
    cut = ModelFile(
        languages=trained.languages,
        tags=trained.tags,
        keys=trained.keys[:-1],
        rarity=trained.rarity,
        weights=trained.weights,
        intercepts=trained.intercepts,
    )
    write_modelfile(tmp_path, cut)
    with pytest.raises(ModelFault, match="does not fit together"):
        read_modelfile(tmp_path)


def test_thresholds_weigh_wrong_tags_more() -> None:
    """The line lies above the wrong tags, and own wording needs many right ones in a row."""
    probabilities = np.array([0.95] * 15 + [0.6, 0.45, 0.4])
    truth = np.array([True] * 15 + [False, True, False])

    assert Thresholds(threshold=0.35, beside=0.7, say_it=0.95) == choose(probabilities, truth)


def test_few_letters_never_choose_the_wording() -> None:
    """Nine right in a row are luck; the line is drawn out of reach."""
    chosen = choose(np.array([0.95] * 9 + [0.1]), np.array([True] * 9 + [False]))

    assert NEVER == chosen.say_it


def test_tags_keep_the_order_of_their_columns(trained: ModelFile, tmp_path: Path) -> None:
    """What is read back gives each column to the tag it was trained for, whatever the names."""
    swapped = replace(trained, tags=dict(reversed(list(trained.tags.items()))))
    for model in (trained, swapped):
        write_modelfile(tmp_path, model)

        assert list(model.tags.items()) == list(read_modelfile(tmp_path).tags.items())
