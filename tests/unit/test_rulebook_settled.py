"""Matters that buyers of seven languages call settled, heard by our own rulebooks.

What is over, withdrawn or was meant for another shop gives no tag, though its words are all there;
what is said to be settled and is not gives one.
"""

from functools import lru_cache
from pathlib import Path

import pytest

import classifier.rulebook
from cases.labels import ALONE
from classifier.rules import Rulebook, load_rulebook, match

FOLDER = Path(str(classifier.rulebook.__file__)).parent

SETTLED: dict[str, list[str]] = {
    "en": [
        "The replacement for the cracked bowl came today and it's perfect, so all is well.",
        "I withdraw my complaint about the late parcel.",
        "No need to send the invoice any more.",
        "The damaged cup has been replaced and I'm happy, thank you.",
        "I was afraid the parcel had been stolen, but the porter had it.",
        "The broken lamp: my message was meant for another shop.",
        "The refund has arrived, so the story of the wrong item is settled.",
    ],
    "de": [
        "Das Geld ist da, damit ist die Geschichte mit dem falschen Artikel erledigt.",
        "Nach den fehlenden Schrauben müssen Sie nicht mehr suchen, sie lagen unterm Deckel.",
        "Die Rechnung brauche ich nun doch nicht mehr.",
        "Die beschädigte Tasse wurde ersetzt und ich bin zufrieden.",
        "Ich hatte schon gefürchtet, das Paket sei gestohlen, aber der Hausmeister hatte es.",
        "Das mit dem Storno war ein Versehen, bitte lassen Sie alles, wie es ist.",
    ],
    "fr": [
        "Le remboursement est arrivé, l'histoire du mauvais article est donc close.",
        "Mon message sur la lampe cassée était destiné à un autre vendeur.",
        "Inutile de chercher les vis manquantes, elles étaient sous le couvercle.",
        "La tasse abîmée a été remplacée et je suis ravie.",
        "Pour le retour, laissez tomber, je garde la veste.",
        "Je craignais que le colis ait été volé, mais le gardien l'avait.",
    ],
    "es": [
        "Lo del artículo equivocado queda zanjado.",
        "Mi mensaje sobre la lámpara rota era para otro vendedor, perdón.",
        "Al final no necesito la factura.",
        "De la devolución olvidaos, me quedo la chaqueta.",
        "Temía que hubieran robado el paquete, pero lo tenía el portero.",
    ],
    "it": [
        "Il rimborso è arrivato, quindi la storia dell'articolo sbagliato è chiusa.",
        "Il messaggio sulla lampada rotta era per un altro venditore, scusate.",
        "La ciotola sostitutiva è arrivata intatta, quella rotta è acqua passata.",
        "Non serve più cercare le viti mancanti, erano sotto il coperchio.",
        "Alla fine la fattura non mi serve.",
        "La tazza danneggiata è stata sostituita e sono contenta.",
        "Temevo che il pacco fosse stato rubato, invece ce l'aveva il portiere.",
    ],
    "ja": [
        "返金を確認しましたので、商品違いの件はこれで終わりにします。",
        "壊れたランプのメールは別のお店宛てでした。",
        "遅れについての苦情は取り下げます。",
        "領収書はやはり必要なくなりました。",
        "破損したカップは交換していただき、満足しています。",
        "返品の件は取りやめます。",
    ],
    "zh": [
        "关于灯坏了的那封信是发给别家店的。",
        "发票不需要了。",
        "缺的螺丝不用找了，在盖子下面。",
        "退货的事算了，外套我留着。",
        "本来怕包裹被偷了，结果是门卫收着。",
    ],
}

OPEN: dict[str, list[tuple[str, str]]] = {
    "en": [
        ("You wrote that the matter is settled, but the wrong item is still here.", "wrong-item"),
        ("The lamp was replaced and the new one is broken as well.", "damaged"),
        ("The replacement bowl came today and is cracked too.", "damaged"),
    ],
    "de": [
        (
            "Sie schreiben, die Sache sei erledigt, aber der falsche Artikel liegt noch hier.",
            "wrong-item",
        ),
        ("Der Ersatz ist gekommen, und auch die neue Schale ist zerbrochen.", "damaged"),
    ],
    "fr": [
        ("Le problème n'est pas réglé : le colis n'est toujours pas arrivé.", "late-delivery"),
        (
            "Vous dites que l'affaire est close, mais le mauvais article est toujours chez moi.",
            "wrong-item",
        ),
    ],
    "es": [
        ("El problema no está resuelto: el paquete sigue sin llegar.", "late-delivery"),
        ("Decís que está zanjado, pero el artículo equivocado sigue aquí.", "wrong-item"),
    ],
    "it": [
        ("Il problema non è risolto: il pacco non è ancora arrivato.", "late-delivery"),
        ("Dite che la questione è chiusa, ma l'articolo sbagliato è ancora qui.", "wrong-item"),
    ],
    "ja": [
        ("問題は解決していません。荷物はまだ届きません。", "late-delivery"),
        ("一つ目の返金は届きましたが、二つ目のランプも壊れています。", "defective"),
    ],
    "zh": [
        ("你们说事情解决了，可发错的货还在我这里。", "wrong-item"),
        ("问题没有解决，包裹还没收到。", "late-delivery"),
    ],
}


@lru_cache
def rulebook(language: str) -> Rulebook:
    """Return our rulebook of a language."""
    path = FOLDER / f"{language}.toml"
    return load_rulebook(path.read_text(encoding="utf-8"), path.name)


@pytest.mark.parametrize("language", SETTLED)
def test_what_is_settled_gives_no_tag(language: str) -> None:
    """Nobody need act on it."""
    wrong = {
        text: given
        for text in SETTLED[language]
        if (given := {hit.label for hit in match(rulebook(language), text).hits} - ALONE)
    }

    assert {} == wrong


@pytest.mark.parametrize("language", OPEN)
def test_what_is_open_gives_its_tag(language: str) -> None:
    """Whatever is called settled before it, and where the settling is denied."""
    missed = [
        text
        for text, tag in OPEN[language]
        if tag not in {hit.label for hit in match(rulebook(language), text).hits}
    ]

    assert [] == missed
