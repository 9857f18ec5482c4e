"""The model: trained by scikit-learn, judged by numpy, refused when it is not whole."""

import io
import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from sklearn.svm import LinearSVC

from cases.doubts import HEIGHTS
from cases.labels import Priority
from cases.values import Letter, Notice
from classifier.classify import classify
from classifier.corpus import Example
from classifier.dressing import dressed
from classifier.folding import Folded, fold
from classifier.hearing import COLUMNS, attest, hear
from classifier.knowledge import Knowledge
from classifier.lessons import prepare
from classifier.model import Model, ModelFault, Opinion, load_model
from classifier.modelfile import (
    ARRAYS,
    FACTS,
    FORMAT,
    ModelFile,
    OutdatedModel,
    is_outdated,
    read_modelfile,
    write_modelfile,
)
from classifier.rules import load_rulebook
from classifier.thresholds import LOWEST, NEVER, line, sure
from classifier.train import fit
from tests.old_models import age, alter, reseal

RULEBOOK = """
language = "en"
[[rule]]
id = "zonk"
tag = "damaged"
phrases = ["zonk"]
match = ["zonk"]
no_match = ["no"]
"""

SUBJECTS = {
    "late-delivery": ("where is it", "not here yet", "waiting for days", "when does it come"),
    "damaged": ("in pieces", "cracked in two", "smashed box", "it is broken"),
    "thanks": ("how grateful we are", "thank you all", "works great", "so happy"),
}
PRIORITIES = {
    "late-delivery": Priority.NORMAL,
    "damaged": Priority.URGENT,
    "thanks": Priority.LOW,
}
#: What rulebooks say that say nothing.
NOTHING = [np.zeros(len(COLUMNS), dtype=np.float32)]
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
            priority=PRIORITIES[tag],
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
    """The exported arrays give scikit-learn's decision values within 1e-4."""
    letters = examples()
    lessons = prepare([*letters, *dressed(letters)])
    theirs = LinearSVC()
    theirs.classes_ = np.arange(len(trained.intercepts))
    theirs.coef_, theirs.intercept_ = trained.weights.T, trained.intercepts
    expected = theirs.decision_function(lessons.matrix[: len(letters)])
    actual = Model(trained).decisions(
        [text(one.text, one.subject) for one in letters], ["en"] * len(letters)
    )

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
    (opinion,) = load_model(folder).score([text("Grüße! The tray is broken")], ["en"], NOTHING)

    assert "damaged" == opinion.scores[0].tag
    assert "broken" in next(span.words for span in opinion.scores[0].spans)
    assert opinion.main > 0.4


def test_the_model_tells_how_high_a_letter_stands(folder: Path) -> None:
    """What letters of such words were is expected of it; what is urgent is high too."""
    model = load_model(folder)
    texts = [text("it is broken, in pieces"), text("not here yet"), text("thank you all")]
    urgent, normal, low = (one.heights for one in model.score(texts, ["en"] * 3, NOTHING * 3))

    assert sum(urgent) > sum(normal) > sum(low)
    assert urgent[0] > 0.5 > normal[0]
    assert low[2] < 0.5 < normal[2]
    assert all(sorted(one) == list(one) for one in (urgent, normal, low))


def test_heights_that_no_letter_shows_are_learned_as_such(tmp_path: Path) -> None:
    """Where all letters stand alike, every one is expected there, and nothing is guessed."""
    alike = [replace(one, priority=Priority.NORMAL) for one in examples()]
    write_modelfile(tmp_path, fit(alike))
    (opinion,) = load_model(tmp_path).score([text("it is broken")], ["en"], NOTHING)

    assert (0.0, 0.0, 1.0) == opinion.heights


@pytest.mark.parametrize(
    ("words", "language"), [("The tray is broken", "fr"), ("", "en"), ("日本語だけ", "en")]
)
def test_the_model_is_silent_where_it_knows_nothing(
    folder: Path, words: str, language: str
) -> None:
    """Another language, no words, or no known feature: no score, not a guess."""
    assert [Opinion()] == load_model(folder).score([text(words)], [language], NOTHING)


def test_a_batch_judges_each_text_alone(folder: Path) -> None:
    """More texts than fit one chunk, and each as if it were the only one."""
    model = load_model(folder)
    texts = [
        text(f"{line} {number}") for number in range(12) for line in sum(SUBJECTS.values(), ())
    ]
    together = model.score(texts, ["en"] * len(texts), NOTHING * len(texts))

    assert [model.score([one], ["en"], NOTHING)[0] for one in texts[:9]] == together[:9]


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
        alter,
        _pickled,
        _facts(lambda facts: facts.update(format=2)),
        _facts(lambda facts: facts.update(testimony=[])),
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
    with pytest.raises(ModelFault, match=r"train|restore|name a folder") as found:
        load_model(folder)

    assert (ModelFault, False) == (found.type, is_outdated(folder))


@pytest.mark.parametrize(
    "change",
    [
        {"format": FORMAT - 1},
        {"format": FORMAT + 1},
        {"features": {"version": 0, "runs": [2, 3]}},
        {"testimony": []},
    ],
)
def test_a_whole_model_of_another_version_is_outdated(
    folder: Path, change: dict[str, object]
) -> None:
    """An upgrade is told from tampering by seal and checksum alone, whatever else has changed."""
    assert not is_outdated(folder)
    reseal(folder, lambda facts: facts.update(change), (folder / ARRAYS).read_bytes())

    assert is_outdated(folder)
    with pytest.raises(OutdatedModel, match="another version of triaged: train again"):
        load_model(folder)


@pytest.mark.parametrize(
    "tamper",
    [
        alter,
        _pickled,
        _facts(lambda facts: facts.update(sure=0.0)),
        lambda folder: (folder / ARRAYS).unlink(),
    ],
)
def test_an_outdated_model_that_is_not_whole_is_refused(
    folder: Path, tamper: Callable[[Path], None]
) -> None:
    """Another format number excuses no wrong checksum."""
    age(folder)
    tamper(folder)
    with pytest.raises(ModelFault) as found:
        load_model(folder)

    assert (ModelFault, False) == (found.type, is_outdated(folder))


def test_a_model_that_does_not_fit_together_is_refused(trained: ModelFile, tmp_path: Path) -> None:
    """A file with right checksums and wrong shapes is refused too."""
    for cut in (replace(trained, keys=trained.keys[:-1]), replace(trained, scales=trained.weights)):
        write_modelfile(tmp_path, cut)
        with pytest.raises(ModelFault, match="does not fit together"):
            read_modelfile(tmp_path)


class _Bomb:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


@pytest.mark.parametrize("form", ["pickle", "npy", "appended"])
def test_code_under_right_checksums_is_not_run(folder: Path, form: str) -> None:
    """A pickle in place of the arrays, inside an array, or behind them: refused, and inert."""
    trace = folder / "ran"
    bomb = pickle.dumps(_Bomb(trace))
    file = io.BytesIO()
    np.save(file, np.array([_Bomb(trace)], dtype=object), allow_pickle=True)
    arrays = {
        "pickle": bomb,
        "npy": file.getvalue(),
        "appended": (folder / ARRAYS).read_bytes() + bomb,
    }[form]
    reseal(folder, dict, arrays)
    with pytest.raises(ModelFault, match="not a safetensors file"):
        load_model(folder)

    assert not trace.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("lexicon", ["not a table"]),
        ("lexicon", {"en": ["no concepts"]}),
        ("lexicon", {"en": {"late": "late"}}),
        ("lexicon", {"en": {"late": [1]}}),
        ("tags", {"refund": 0.5}),
        ("tags", [{"tag": "__import__", "line": 0.5}]),
        ("sure", "always"),
        ("languages", 5),
    ],
)
def test_facts_of_another_form_are_refused(folder: Path, key: str, value: object) -> None:
    """Right checksums over what no training writes are not enough."""
    reseal(folder, lambda facts: facts.update({key: value}), (folder / ARRAYS).read_bytes())
    with pytest.raises(ModelFault, match="train it again"):
        load_model(folder)


@pytest.mark.parametrize("name", ["rarity", "weights", "balances"])
def test_numbers_that_are_none_are_refused(trained: ModelFile, tmp_path: Path, name: str) -> None:
    """Infinite and missing numbers would give every letter any tag."""
    for bad in (np.nan, np.inf):
        array = getattr(trained, name).copy()
        array.flat[0] = bad
        write_modelfile(tmp_path, replace(trained, **{name: array}))
        with pytest.raises(ModelFault, match="no training writes"):
            load_model(tmp_path)


def test_a_line_is_drawn_where_the_measure_is_best() -> None:
    """It stays inside its bounds, and a hazard's lies no higher than another tag's."""
    probabilities = np.array([0.9, 0.8, 0.6, 0.45, 0.4, 0.36, 0.2])
    truth = np.array([True, True, True, False, False, True, False])

    assert (0.5, 0.36) == (
        line("refund", probabilities, truth),
        line("safety", probabilities, truth),
    )
    assert LOWEST == line("refund", np.array([0.1]), np.array([True]))


def test_own_wording_needs_many_right_ones_in_a_row() -> None:
    """The line lies above the untrue ones, and with too few letters out of reach."""
    probabilities = np.linspace(0.99, 0.95, 60)
    true = np.array([True] * 50 + [False] * 10)

    assert sure(probabilities, true) == round(float(probabilities[49]), 4)
    assert NEVER == sure(probabilities[:20], true[:20])


def test_rules_are_believed_as_far_as_they_were_right() -> None:
    """What a rule says of a letter counts, where letters showed that it is right."""
    book = load_rulebook(RULEBOOK, "en.toml")
    letters = [
        replace(one, text=f"{number} {'zonk' if 'damaged' in one.tags else 'plink'}")
        for number, one in enumerate(examples())
    ]
    model = Model(fit(letters, rulebooks={"en": book}))
    told = attest(hear(fold("zonk"), "en", {"en": book}), ())
    with_rule, without = model.score([text("0 zonk plink")] * 2, ["en"] * 2, [told, NOTHING[0]])

    assert "damaged" == with_rule.scores[0].tag == without.scores[0].tag
    assert with_rule.main > without.main + 0.05


def test_tags_keep_the_order_of_their_columns(trained: ModelFile, tmp_path: Path) -> None:
    """What is read back gives each column to the tag it was trained for, whatever the names."""
    swapped = replace(trained, tags=dict(reversed(list(trained.tags.items()))))
    for model in (trained, swapped):
        write_modelfile(tmp_path, model)

        assert list(model.tags.items()) == list(read_modelfile(tmp_path).tags.items())


@pytest.mark.parametrize(("sure", "given"), [(0.48, "damaged"), (0.6, "thanks")])
def test_what_is_not_answered_must_be_certain(
    trained: ModelFile, tmp_path: Path, sure: float, given: str
) -> None:
    """A buyer who hears nothing is worse off than one who is thanked for thanks."""
    odds = {"thanks": sure, "damaged": 0.95 - sure, "late-delivery": 0.05}
    mains = [np.log(odds[tag]) for tag in trained.tags]
    blind = replace(
        trained,
        scales=np.zeros_like(trained.scales),
        balances=np.array([*mains, *([-9.0] * (len(mains) + len(HEIGHTS)))], dtype=np.float32),
    )
    write_modelfile(tmp_path, blind)
    opinion = load_model(tmp_path).score([text("it is broken")], ["en"], NOTHING)[0]

    assert opinion.scores[0].tag == given


DAYS = """
language = "en"
[dates]
by = ["by"]
tomorrow = ["tomorrow"]
"""


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (Letter(text="It is broken", language="en"), ("may be high",)),
        (Letter(text="It is broken, send it by tomorrow", language="en"), ()),
        (Letter(text="It is broken", language="en", notice=Notice(topic="return")), ()),
    ],
)
def test_what_a_day_or_a_notice_decides_is_not_doubted(
    trained: ModelFile, letter: Letter, expected: tuple[str, ...]
) -> None:
    """The model sees neither: where one of them gives the level, its own estimate says nothing."""
    tags = [0.0 if tag == "late-delivery" else -9.0 for tag in trained.tags]
    model = Model(
        replace(
            trained,
            scales=np.zeros_like(trained.scales),
            balances=np.array([*tags, *tags, -9.0, 0.0, 9.0], dtype=np.float32),
        )
    )
    knowledge = Knowledge(rulebooks={"en": load_rulebook(DAYS, "en.toml")}, model=model)
    then = datetime(2026, 11, 23, 9, tzinfo=UTC)
    (judged,) = classify([letter], knowledge, [then], lambda _: UTC)

    assert expected == tuple(one for one in judged.rank_reasons if one.startswith("may"))


def test_rules_are_believed_less_than_words() -> None:
    """Of a word and a rule that were right as often, the word weighs more."""
    book = load_rulebook(RULEBOOK, "en.toml")
    letters = [
        replace(one, text=f"{number} {'zonk' if 'damaged' in one.tags else 'plink'}")
        for number, one in enumerate(examples())
    ]
    trained = fit(letters, rulebooks={"en": book})
    at = list(trained.tags).index("damaged")
    words = len(trained.tags) + len(HEIGHTS)
    rule = trained.scales[words + COLUMNS.index("said damaged"), at]
    told = np.array(["damaged" in one.tags for one in letters])
    values = Model(trained).decisions([text(one.text) for one in letters], ["en"] * len(letters))
    word = trained.scales[at, at] * (values[told, at].mean() - values[~told, at].mean())

    assert 0 < rule < word / 2
