"""Operators retrain: learn, train, compare, promote, roll back, while the service runs."""

import csv
import json
import tomllib
from pathlib import Path

import pytest

from classifier.corpus import read_corpus
from classifier.registry import Registry
from classifier.retrain import main as retrain
from tests.installation import CHECKOUT, Installation
from tests.letters_builder import build_letter
from tests.old_models import STARTER, add, age, alter
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until
from tests.unit.test_retraining import write_corpus

_RULEBOOK = """
language = "en"
[[rule]]
id = "late"
tag = "late-delivery"
phrases = ["where is my (order|parcel)"]
match = ["Where is my parcel?"]
no_match = ["I am late."]
"""


def learned(installation: Installation) -> list[dict[str, object]]:
    """Return the lines of the file of corrections."""
    text = (installation.state / "corrections.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_messages_are_learned_as_they_are_read(idle: Installation, tmp_path: Path) -> None:
    """A message, a folder and an mbox give one correction a letter; a second time none is new."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number in range(2):
        raw = build_letter(to="a@b.example", buyer="abc", message_id=f"<{number}@relay.example>")
        (folder / f"{number}.eml").write_bytes(raw)
    mbox = tmp_path / "old.mbox"
    body = build_letter(to="a@b.example", buyer="def", message_id="<9@relay.example>")
    mbox.write_bytes(b"From x Mon Nov 23 10:00:00 2026\n" + body.replace(b"\r\n", b"\n") + b"\n")
    words = ("learn", "late-delivery,refund", str(folder), str(mbox))
    first, again = idle.call(*words), idle.call(*words)

    assert "learned: 3 of 3; use them with: triaged train\n" == first.stdout, first.stderr
    assert again.stdout.startswith("learned: 0 of 3, the others were taught so before;")
    assert {("late-delivery", "refund")} == {tuple(one["tags"]) for one in learned(idle)}  # type: ignore[arg-type]  # JSON
    assert {"de"} == {one["language"] for one in learned(idle)}


def test_tables_are_learned_and_forgotten(idle: Installation, tmp_path: Path) -> None:
    """Rows bring their own tags; a wrong row is named by line and nothing is kept."""
    table = tmp_path / "labelled.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "tags", "subject"])
        writer.writerow(["Where is my money?", "refund", ""])
        writer.writerow(["Thank you so much, all is well", "thanks, refund", ""])
    wrong = idle.call("learn", "as-given", str(table))
    table.write_text(table.read_text().replace('"thanks, refund"', "thanks"))
    right = idle.call("learn", "as-given", str(table), "--who", "li")

    assert (65, "") == (wrong.returncode, wrong.stdout)
    assert f"{table}:3: thanks stands alone" in wrong.stderr
    assert right.stdout.startswith("learned: 2 of 2"), right.stderr
    assert {"li"} == {one["who"] for one in learned(idle)}
    gone = idle.call("learn", "--forget", "as-given", str(table))
    assert "forgotten: 2 of 2\n" == gone.stdout
    assert [] == learned(idle)


def test_a_model_is_trained_judged_and_registered(
    idle: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Training on few corrections gives a model that the gate refuses, with the reason.

    Where the model in use is of another version, it is compared with the starter model, as before.
    """
    corpus, rulebook = tmp_path / "corpus", tmp_path / "rulebook"
    for folder in (corpus, rulebook):
        folder.mkdir()
    text = (CHECKOUT / "classifier" / "corpus" / "en.toml").read_text(encoding="utf-8")
    letters = tomllib.loads(text)["letter"]
    cut = text.index(f'id = "{letters[160]["id"]}"')
    (corpus / "en.toml").write_text(text[: text.rindex("[[letter]]", 0, cut)], encoding="utf-8")
    (rulebook / "en.toml").write_text(_RULEBOOK, encoding="utf-8")
    assert 160 == len(read_corpus(corpus))
    table = tmp_path / "labelled.jsonl"
    rows = [{"text": f"The frobnicator {n} leaks again", "tags": ["defective"]} for n in range(20)]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    idle.call("learn", "as-given", str(table))
    words = [
        *("--corpus", str(corpus), "--rulebook", str(rulebook)),
        *("--corrections", str(idle.state / "corrections.jsonl")),
        *("--registry", str(idle.state / "models"), "--starter", str(STARTER)),
        *("--at", "2026-11-23T10:00:00Z"),
    ]

    assert 0 == retrain(words)
    assert "next: triaged compare m1" == capsys.readouterr().out.splitlines()[-1]
    refused = idle.call("promote")
    assert (1, "") == (refused.returncode, refused.stdout)
    assert "m1 may not be promoted" in refused.stderr
    assert "only 4 corrections are new enough" in refused.stderr
    compared = idle.call("compare", "--json")
    said = json.loads(compared.stdout)
    assert (1, "m1", 20) == (compared.returncode, said["model"], said["corrections"]["letters"])
    shown = json.loads(idle.call("models", "--json").stdout)
    assert [("starter", True), ("m1", False)] == [(one["name"], one["in_use"]) for one in shown]

    # What a model without corrections can do is kept, and gives the same judgement again.
    before = (idle.state / "cache" / "unseen").read_bytes()
    registry = Registry(idle.state / "models", STARTER)
    registry.promote("m1")
    age(registry.path("m1"))
    capsys.readouterr()
    assert 0 == retrain(words)
    assert before == (idle.state / "cache" / "unseen").read_bytes()
    told = capsys.readouterr().out
    assert told.startswith("m1 is of another version of triaged: compared with starter\n")
    assert "starter" == registry.manifest("m2")["champion"]
    assert registry.manifest("m1")["measured"] == registry.manifest("m2")["measured"]


@pytest.mark.parametrize(
    ("words", "named"), [([], "config"), (["--out", "new"], "config"), (["--out", "new"], "option")]
)
def test_a_training_learns_from_own_rules(
    idle: Installation, tmp_path: Path, words: list[str], named: str
) -> None:
    """Those that the configuration names, or an option; what is wrong with them is told first."""
    own, corpus = tmp_path / "own", tmp_path / "corpus"
    own.mkdir()
    corpus.mkdir()
    write_corpus(corpus)
    (own / "aa.toml").write_text('language = "bb"\n', encoding="utf-8")
    if named == "config":
        idle.extra = f'rules = "{own}"\n'
        idle.write_config()
    given = [str(tmp_path / one) if one == "new" else one for one in words]
    option = ["--own", str(own)] if named == "option" else []
    done = idle.run("train", "--corpus", str(corpus), *given, *option)

    assert 78 == done.returncode, done.stderr
    assert f"triaged: {own / 'aa.toml'}: holds rules of 'bb'" in done.stderr
    assert not list(tmp_path.glob("**/model.json"))


def test_a_file_is_no_place_for_a_model(idle: Installation, tmp_path: Path) -> None:
    """It is named with what to do, before anything is read."""
    (tmp_path / "new").touch()
    done = idle.call("train", "--out", str(tmp_path / "new"))

    told = f"triaged: {tmp_path / 'new'} is no folder; name another with --out\n"
    assert (74, "", told) == (done.returncode, done.stdout, done.stderr)


def test_a_damaged_model_in_use_is_told_with_the_way_back(idle: Installation) -> None:
    """By who looks at the models, and by what refuses to start; going back mends it."""
    name = add(Registry(idle.state / "models", STARTER))
    promising = idle.call("compare")
    idle.call("promote")
    again = idle.call("promote", name)
    alter(idle.state / "models" / name)
    shown = idle.call("models").stdout
    (_, row) = json.loads(idle.call("models", "--json").stdout)
    refused = idle.call("explain", str(idle.config), "--config", str(idle.config))

    assert (0, f"may be promoted: triaged promote {name}") == (
        promising.returncode,
        promising.stdout.splitlines()[-1],
    )
    assert (1, f"triaged: {name} may not be promoted:\n{name} is in use already\n") == (
        again.returncode,
        again.stderr,
    )
    assert "damaged" in shown
    assert (True, True) == (row["in_use"], row["damaged"])
    assert 78 == refused.returncode
    assert "was altered" in refused.stderr
    assert "with: triaged rollback" in refused.stderr
    assert "with: triaged rollback" in idle.call("check-config").stderr
    assert "starter is in use\n" == idle.call("rollback").stdout
    assert "yes" not in idle.call("models").stdout


def test_promotion_and_rollback_while_letters_flow(live: Installation, dovecot: Dovecot) -> None:
    """A running service takes the new model, and the old one again, and loses no letter."""
    buyer = dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")
    name = add(Registry(live.state / "models", STARTER))
    (seller,) = live.users
    live.start()
    wait_until(lambda: '"service.started"' in live.log.read_text(), "it did not start")
    for number, words in enumerate((("promote",), ("rollback",)), start=1):
        dovecot.append(
            seller,
            build_letter(
                to=seller,
                buyer=f"{number}{buyer.partition('@')[0]}",
                order=f"302-{number:07}-1234567",
                message_id=f"<{number}@relay.example>",
            ),
        )
        done = live.run(*words)
        assert 0 == done.returncode, done.stderr
        wait_until(
            lambda: live.log.read_text().count('"model.changed"') == number,  # noqa: B023 - called at once
            "the model was not exchanged",
        )
    live.wait_until_settled(2)

    assert 0 == live.stop()
    assert 2 == live.counts().letters["filed"]
    assert f'"model": "{name}"' in live.log.read_text()
