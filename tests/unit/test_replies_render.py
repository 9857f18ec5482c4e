"""Templates: what is refused at load, and what a buyer reads."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cases.labels import Fulfilment
from cases.values import Letter, Tag, Triage, Wording
from replies.render import TemplateFault, Templates, acknowledge, load_templates
from replies.shops import Shop, default_shop

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
PROMISED = datetime(2026, 11, 23, 9, tzinfo=UTC)
SHOP = Shop(id="lamps", brand="Lamps", calendar=default_shop("amazon.de").calendar)
LETTER = Letter(
    sender="a1@marketplace.amazon.de",
    language="en",
    marketplace="amazon.de",
    order_ids=("302-1234567-1234567", "302-7654321-7654321"),
)
LATE = Triage(tags=(Tag(tag="late-delivery"),), say_it=True)

FRAME = """\
Hello,

thank you for your message{% if order_id %} about order {{ order_id }}{% endif %}.

{% block about %}
{% endblock %}

{% if promised %}
We will answer by {{ promised }}.
{% else %}
We will answer as soon as we can.
{% endif %}

{{ brand }}
"""
GENERAL = '{% extends "en/frame.txt" %}\n'


def about(text: str) -> str:
    """Build a template that says ``text`` from its third line on."""
    return GENERAL + "{% block about %}\n" + text + "\n{% endblock %}\n"


LATE_TEXT = about("We are looking for your parcel{% if photos %} and at your photos{% endif %}.")


def folder(tmp_path: Path, **files: str) -> Path:
    """Write templates, by default good English ones; ``de__general`` is de/general.txt."""
    good = {"en__frame": FRAME, "en__general": GENERAL, "en__late_delivery": LATE_TEXT}
    for name, text in {**good, **files}.items():
        language, _, stem = name.partition("__")
        path = tmp_path / language / f"{stem.replace('_', '-')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def written(
    templates: Templates,
    letter: Letter = LETTER,
    triage: Triage = LATE,
    *,
    shop: Shop = SHOP,
    promised: datetime | None = PROMISED,
    subject: str = "Re: where is it",
) -> Wording:
    """Acknowledge a good letter with one thing changed."""
    return acknowledge(letter, triage, shop, promised, templates, subject=subject, now=NOW)


def test_an_acknowledgement_reads_as_it_should(tmp_path: Path) -> None:
    """Order, matter, time in the shop's zone and brand, with tidy empty lines."""
    expected = Wording(
        template="late-delivery",
        language="en",
        subject="Re: where is it",
        body=(
            "Hello,\n\nthank you for your message about order 302-1234567-1234567.\n\n"
            "We are looking for your parcel.\n\n"
            "We will answer by Monday, 23 November 2026 at 10:00 (Central European Time).\n\n"
            "Lamps"
        ),
        promised_by=PROMISED,
        promised="Monday, 23 November 2026 at 10:00 (Central European Time)",
    )

    assert expected == written(load_templates(folder(tmp_path)))


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    """Without order and promise the text stands as tidily."""
    wording = written(
        load_templates(folder(tmp_path)), replace(LETTER, order_ids=()), Triage(), promised=None
    )

    assert None is wording.promised_by
    assert (
        "Hello,\n\nthank you for your message.\n\nWe will answer as soon as we can.\n\nLamps"
        == wording.body
    )


def test_a_promise_that_is_past_is_not_said(tmp_path: Path) -> None:
    """A time that has come before the text is sent would be untrue at once."""
    wording = written(load_templates(folder(tmp_path)), promised=NOW)

    assert None is wording.promised_by
    assert "as soon as we can" in wording.body


def test_photos_are_seen(tmp_path: Path) -> None:
    """A text may speak of photos that came."""
    assert (
        "at your photos"
        in written(load_templates(folder(tmp_path)), replace(LETTER, photos=2)).body
    )


def test_a_text_that_a_language_lacks_is_replaced_by_its_general_one(tmp_path: Path) -> None:
    """A small language is still answered."""
    wording = written(
        load_templates(folder(tmp_path)), triage=replace(LATE, tags=(Tag(tag="return"),))
    )

    assert "general" == wording.template


def test_a_shop_without_a_brand_signs_in_the_language(tmp_path: Path) -> None:
    """The empty configuration has no name to sign with."""
    templates = load_templates(folder(tmp_path))

    assert written(templates, shop=default_shop("amazon.de")).body.endswith("Customer Service")


@pytest.mark.parametrize(
    ("subject", "marketplace", "expected"),
    [
        ("Re: Where is 302-1234567-1234567 of 23.11.2026?", "amazon.de", None),
        ("Re: question about item #123456789012, ending on 11/23/2026", "ebay", None),
        ("Re: see www.example.com", "amazon.de", "Re: 302-1234567-1234567"),
        ("Re: call +49 30 1234567", "amazon.de", "Re: 302-1234567-1234567"),
        ("Re: see www.example.com", None, None),
    ],
)
def test_a_subject_with_contact_data_is_not_repeated(
    tmp_path: Path, subject: str, marketplace: str | None, expected: str | None
) -> None:
    """Through a marketplace even the buyer's own link would count as ours."""
    letter = replace(LETTER, marketplace=marketplace)
    wording = written(load_templates(folder(tmp_path)), letter, subject=subject)

    assert (expected or subject) == wording.subject


@pytest.mark.parametrize(
    ("files", "place", "words"),
    [
        ({"en__return": about("{% if %}")}, "en/return.txt:3", "cannot be read"),
        ({"en__return": about("{{ name }}")}, "en/return.txt:3", "unknown name name"),
        ({"en__return": about("{{ lipsum() }}")}, "en/return.txt:3", "unknown name lipsum"),
        ({"en__retrun": GENERAL}, "en/retrun.txt:1", "did you mean return?"),
        ({"en__return": "{% extends 'en/fram.txt' %}"}, "en/return.txt:1", "fram.txt"),
        ({"en__return": about("\n{{ photos + brand }}")}, "en/return.txt:4", "cannot be filled"),
        ({"en__return": about("{{ ''.__class__.__mro__ }}")}, "en/return.txt:3", "unsafe"),
        ({"en__return": about("Here is a coupon.")}, "en/return.txt:3", "code"),
        ({"en__frame": FRAME + "Call +49 30 1234567.\n"}, "en/frame.txt:15", "phone-number"),
        ({"en__frame": FRAME.replace("{{ brand }}", "")}, "en/general.txt:1", "{{ brand }}"),
        ({"en__frame": FRAME.replace("by {{ promised }}", "soon")}, "en/general.txt:1", "promised"),
        ({"en__general": "{{ brand }} {{ order_id }} {{ promised }}"}, "en/general.txt:1", "None"),
        ({"de__frame": FRAME}, "de:1", "no general text"),
        ({"xx__general": "{{ brand }}"}, "xx:1", "unknown language"),
    ],
)
def test_a_broken_template_is_named_by_file_and_line(
    tmp_path: Path, files: dict[str, str], place: str, words: str
) -> None:
    """The first flaw told is the one that was made, with what to do about it."""
    with pytest.raises(TemplateFault) as caught:
        load_templates(folder(tmp_path, **files))

    first = str(caught.value).splitlines()[0]

    assert place == first.partition(": ")[0]
    assert words in first


def test_every_flaw_is_told_at_once(tmp_path: Path) -> None:
    """Three broken files are mended in one go."""
    broken = folder(
        tmp_path, en__return="{% if %}", en__refund="{{ x }}", en__damaged="{% endif %}"
    )

    with pytest.raises(TemplateFault) as caught:
        load_templates(broken)

    assert ["en/damaged.txt", "en/refund.txt", "en/return.txt"] == [
        flaw.file for flaw in caught.value.flaws
    ]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """The line with the first byte that is not UTF-8 is named."""
    path = folder(tmp_path) / "en" / "return.txt"
    path.write_bytes(b"one\ntwo \xe9\n")

    with pytest.raises(TemplateFault, match=r"en/return\.txt:2: not UTF-8"):
        load_templates(tmp_path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """Without a single text nothing can be acknowledged."""
    with pytest.raises(TemplateFault, match="no template"):
        load_templates(tmp_path)


def test_an_operators_text_takes_the_place_of_ours(tmp_path: Path) -> None:
    """One file is enough; the others stay."""
    ours, theirs = folder(tmp_path / "ours"), tmp_path / "theirs"
    (theirs / "en").mkdir(parents=True)
    (theirs / "en" / "late-delivery.txt").write_text(about("We look for it at once."), "utf-8")
    templates = load_templates(ours, theirs)

    assert [True, False] == [
        "We look for it at once." in written(templates, triage=triage).body
        for triage in (LATE, Triage())
    ]


def test_a_fault_of_an_operators_text_names_its_own_file(tmp_path: Path) -> None:
    """Ours by the same name is not meant."""
    ours, theirs = folder(tmp_path / "ours"), tmp_path / "theirs"
    (theirs / "en").mkdir(parents=True)
    wrong = about("We will refund you today.")
    (theirs / "en" / "late-delivery.txt").write_text(wrong, "utf-8")

    with pytest.raises(TemplateFault) as raised:
        load_templates(ours, theirs)

    assert {(f"{theirs}/en/late-delivery.txt", 3)} == {
        (flaw.file, flaw.line) for flaw in raised.value.flaws
    }


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("missing-item", "missing"),
        ("damaged", "damaged"),
        ("wrong-item", "substituted"),
        ("not-as-described", ""),
    ],
)
def test_a_text_on_a_giveaway_knows_what_happened_to_it(
    tmp_path: Path, tag: str, said: str
) -> None:
    """Missing, damaged and substituted are three apologies (practice S0.1, S0.4)."""
    text = about("So it was <{{ trouble }}>.")
    triage = Triage(tags=(Tag(tag="free-gift"), Tag(tag=tag)), say_it=True)

    assert (
        f"So it was <{said}>."
        in written(load_templates(folder(tmp_path, en__free_gift=text)), triage=triage).body
    )


@pytest.mark.parametrize(
    ("fulfilment", "tag", "said"),
    [
        (Fulfilment.FBA, "late-delivery", True),
        (Fulfilment.UNKNOWN, "late-delivery", False),
        (Fulfilment.MERCHANT, "late-delivery", False),
        (Fulfilment.FBA, "safety", False),
    ],
)
def test_amazons_service_is_named_where_it_can_help(
    tmp_path: Path, fulfilment: Fulfilment, tag: str, *, said: bool
) -> None:
    """It looks into delivery and returns of the orders that Amazon ships (practice S2.4, X9)."""
    frame = FRAME.replace("{{ brand }}", "{% if fba %}Amazon can help.{% endif %}\n{{ brand }}")
    sober = '{% extends "en/frame.txt" %}\n'
    templates = load_templates(folder(tmp_path, en__frame=frame, en__sober=sober))
    triage = Triage(tags=(Tag(tag=tag),), say_it=True)
    body = written(templates, replace(LETTER, fulfilment=fulfilment), triage).body

    assert said == ("Amazon can help." in body)
