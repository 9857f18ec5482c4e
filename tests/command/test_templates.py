"""Templates are shown as a buyer would read them, and tested all at once."""

import pytest

from daemon.cli import main
from daemon.config.reading import load_config
from replies.choice import NAMES
from tests.installation import Installation


def preview(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a preview prints."""
    assert 0 == main(["templates", "preview", *words])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "first", "there", "absent"),
    [
        (["late-delivery", "--language", "de"], "de/late-delivery", "302-1234567", "None"),
        (["late-gift", "--language", "fr"], "fr/late-gift", "302-1234567", "None"),
        (["damaged", "--marketplace", "amazon.co.jp"], "ja/damaged", "302-1234567", "None"),
        (["refund", "--language", "it", "--no-order", "--no-time"], "it/refund", "", "302-"),
        (["review", "--language", "en"], "en/general", "302-1234567", "review"),
        (["claim", "--language", "zh"], "zh/sober", "302-1234567", "None"),
    ],
)
def test_a_preview_is_the_text_that_a_letter_gets(
    capsys: pytest.CaptureFixture[str], words: list[str], first: str, there: str, absent: str
) -> None:
    """In the letter's language, else its marketplace's, with what the letter has."""
    said = preview(capsys, *words)

    assert first == said.splitlines()[0]
    assert there in said
    body = said.split("\n\n", 2)[2]
    assert absent not in body


def test_who_names_a_shop_means_the_usual_configuration(
    idle: Installation, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name stands below the text, and one that is not there is refused; none is made up."""
    monkeypatch.chdir(idle.folder)
    (shop,) = load_config(idle.config).shops.values()
    said = preview(capsys, "damaged", "--shop", "main")

    assert said.rstrip().endswith(shop.brand)
    assert 64 == main(["templates", "preview", "damaged", "--shop", "other"])


def test_a_photo_that_came_is_not_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The text differs with what came."""
    without, with_photos = (preview(capsys, "damaged", "--photos", n) for n in ("0", "2"))

    assert without != with_photos


def test_all_texts_are_proved(capsys: pytest.CaptureFixture[str]) -> None:
    """Every name in every language, counted."""
    assert 0 == main(["templates", "test"])

    said = capsys.readouterr().out
    assert f"de: {len(NAMES)} texts" in said
    assert "none is wrong" in said


def test_an_unknown_tag_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    with pytest.raises(SystemExit) as ended:
        main(["templates", "preview", "lost"])

    assert 64 == ended.value.code
    assert "'late-delivery'" in capsys.readouterr().err
