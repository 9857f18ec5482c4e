"""Wishes that buyers of twelve languages refuse, heard by our own rulebooks.

A refused wish gives no tag, whatever else the letter says of it; a wish that is still unmet ("still
no refund") is none that is refused.
"""

from functools import lru_cache
from pathlib import Path

import pytest

import classifier.rulebook
from classifier.rules import Rulebook, load_rulebook, match

FOLDER = Path(str(classifier.rulebook.__file__)).parent

REFUSED: dict[str, list[tuple[str, str]]] = {
    "en": [
        ("I'm not after a refund, just the grey one.", "refund"),
        ("No money back please.", "refund"),
        ("I don't want to return it.", "return"),
        ("A replacement is not what I want.", "exchange"),
        ("Please do not cancel the order.", "cancellation"),
        ("Rather than returning it I would keep it for less.", "return"),
    ],
    "de": [
        ("Ich möchte ausdrücklich keine Rückzahlung.", "refund"),
        ("Geld zurück will ich nicht.", "refund"),
        ("Ich will sie nicht zurückschicken.", "return"),
        ("Umtausch ist nicht nötig.", "exchange"),
        ("Bitte nicht stornieren.", "cancellation"),
    ],
    "fr": [
        ("Surtout pas de remboursement.", "refund"),
        ("Inutile de me rembourser.", "refund"),
        ("Je ne souhaite pas le retourner.", "return"),
        ("Pas besoin d'échange.", "exchange"),
        ("N'annulez pas la commande.", "cancellation"),
    ],
    "es": [
        ("Dinero de vuelta no quiero.", "refund"),
        ("No hace falta que me devuelvan el dinero.", "refund"),
        ("No quiero devolverlo.", "return"),
        ("No quiero un cambio.", "exchange"),
        ("No cancelen el pedido.", "cancellation"),
    ],
    "it": [
        ("Non mi serve il rimborso.", "refund"),
        ("Non voglio restituirlo.", "return"),
        ("Il cambio non mi interessa.", "exchange"),
        ("Non annullate l'ordine.", "cancellation"),
    ],
    "pt": [
        ("Não quero reembolso nenhum.", "refund"),
        ("Não quero devolver.", "return"),
        ("Não cancelem a encomenda.", "cancellation"),
    ],
    "nl": [
        ("Ik wil beslist geen geld terug.", "refund"),
        ("Ik wil hem niet terugsturen.", "return"),
        ("Niet annuleren alstublieft.", "cancellation"),
    ],
    "pl": [
        ("Zwrotu nie potrzebuję.", "refund"),
        ("Nie chcę go odsyłać.", "return"),
        ("Proszę nie anulować zamówienia.", "cancellation"),
    ],
    "sv": [
        ("Jag vill absolut inte ha pengarna åter.", "refund"),
        ("Jag vill inte returnera den.", "return"),
        ("Avbeställ inte.", "cancellation"),
    ],
    "tr": [
        ("Ücret iadesi istemem.", "refund"),
        ("Geri göndermek istemiyorum.", "return"),
        ("Siparişi iptal etmeyin.", "cancellation"),
    ],
    "ja": [
        ("返金は結構です。", "refund"),
        ("返品するつもりはありません。", "return"),
        ("交換は不要です。", "exchange"),
        ("キャンセルはしないでください。", "cancellation"),
    ],
    "zh": [
        ("不用退款。", "refund"),
        ("不想退货。", "return"),
        ("不用换。", "exchange"),
        ("别取消订单。", "cancellation"),
    ],
}

UNMET: dict[str, list[str]] = {
    "en": [
        "Still no refund after three weeks.",
        "I don't want a replacement, I want a refund.",
        "If you don't refund me I will dispute the charge.",
    ],
    "de": ["Noch immer keine Erstattung erhalten.", "Ich will keinen Ersatz, ich will mein Geld."],
    "fr": ["Toujours pas de remboursement depuis trois semaines."],
    "es": ["Sigo sin el reembolso.", "No quiero un cambio, quiero mi dinero."],
    "it": ["Ancora nessun rimborso dopo un mese."],
    "pt": ["Até agora nenhum reembolso."],
    "nl": ["Nog steeds geen terugbetaling."],
    "pl": ["Nadal bez zwrotu pieniędzy."],
    "sv": ["Fortfarande ingen återbetalning."],
    "tr": ["Hâlâ para iadesi yok."],
    "ja": ["返金がまだです。"],
    "zh": ["怎么还不退款?", "再不退款我就投诉。"],
}


@lru_cache
def rulebook(language: str) -> Rulebook:
    """Return our rulebook of a language."""
    path = FOLDER / f"{language}.toml"
    return load_rulebook(path.read_text(encoding="utf-8"), path.name)


@pytest.mark.parametrize("language", REFUSED)
def test_a_refused_wish_is_denied(language: str) -> None:
    """What the buyer says not to want is no tag, and is known to be denied."""
    wrong = [
        text
        for text, wish in REFUSED[language]
        for found in [match(rulebook(language), text)]
        if wish not in found.denied or wish in {hit.label for hit in found.hits}
    ]

    assert [] == wrong


@pytest.mark.parametrize("language", UNMET)
def test_an_unmet_wish_is_not_refused(language: str) -> None:
    """Who has no money yet still wants it."""
    wrong = [text for text in UNMET[language] if "refund" in match(rulebook(language), text).denied]

    assert [] == wrong
