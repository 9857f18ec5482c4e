"""Which of two letters a supervisor takes first, in seven languages, by rules and starter model.

All letters came at the same time, on Monday, 23 November 2026.
"""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cases.values import Letter
from classifier.classify import classify
from classifier.knowledge import Knowledge, open_knowledge

ROOT = Path(__file__).parents[2]
RECEIVED = datetime(2026, 11, 23, 9, tzinfo=UTC)

#: By language: pairs of letters, the one that comes first before the other.
PAIRS: dict[str, list[tuple[str, str]]] = {
    "en": [
        ("Where is my parcel? This is an outrage, you crooks!", "Where is my parcel?"),
        ("Where is my parcel? We fly tomorrow.", "Where is my parcel? We fly next week."),
        ("Third time I am writing: where is my parcel?", "Where is my parcel?"),
        (
            "Her birthday is on Friday, where is the doll?",
            "Her birthday is on 20 December, where is the doll?",
        ),
        ("The charger burned my hand.", "I have opened an A-to-z claim, I want a refund."),
        ("Please cancel my order.", "I want to return the lamp."),
        ("Does the lid fit a 20 cm pan?", "Boost your sales with our SEO service."),
    ],
    "de": [
        ("Wo bleibt mein Paket? Eine Frechheit, Sie Betrüger!", "Wo bleibt mein Paket?"),
        (
            "Wo bleibt mein Paket? Morgen fliegen wir.",
            "Wo bleibt mein Paket? Nächste Woche fliegen wir.",
        ),
        ("Ich schreibe zum dritten Mal: Wo bleibt mein Paket?", "Wo bleibt mein Paket?"),
        ("Das Ladegerät hat mir die Hand verbrannt.", "Ich habe einen A-bis-Z-Antrag gestellt."),
        ("Bitte stornieren Sie meine Bestellung.", "Ich möchte die Lampe zurückgeben."),
    ],
    "fr": [
        ("Où est mon colis ? C'est une honte, bande d'escrocs !", "Où est mon colis ?"),
        ("Où est mon colis ? On part demain.", "Où est mon colis ? On part la semaine prochaine."),
        ("Troisième message : où est mon colis ?", "Où est mon colis ?"),
        ("Le chargeur m'a brûlé la main.", "J'ai ouvert une réclamation A à Z."),
    ],
    "es": [
        ("¿Dónde está mi paquete? ¡Una vergüenza, estafadores!", "¿Dónde está mi paquete?"),
        (
            "¿Dónde está mi paquete? Mañana nos vamos.",
            "¿Dónde está mi paquete? Nos vamos la semana que viene.",
        ),
        ("Tercera vez que escribo: ¿dónde está mi paquete?", "¿Dónde está mi paquete?"),
        ("El cargador me quemó la mano.", "He abierto una reclamación de la A a la Z."),
    ],
    "it": [
        ("Dov'è il mio pacco? Una vergogna, truffatori!", "Dov'è il mio pacco?"),
        (
            "Dov'è il mio pacco? Domani partiamo.",
            "Dov'è il mio pacco? Partiamo la settimana prossima.",
        ),
        ("Terza volta che scrivo: dov'è il mio pacco?", "Dov'è il mio pacco?"),
        ("Il caricatore mi ha bruciato la mano.", "Ho aperto un reclamo dalla A alla Z."),
    ],
    "ja": [
        ("荷物がまだ届きません。ふざけるな、詐欺だ!", "荷物がまだ届きません。"),
        (
            "荷物がまだ届きません。明日出発します。",
            "荷物がまだ届きません。来週出発します。",
        ),
        ("三回目の連絡です。荷物がまだ届きません。", "荷物がまだ届きません。"),
        ("充電器で手をやけどしました。", "マーケットプレイス保証を申請しました。"),
    ],
    "zh": [
        ("包裹怎么还没到?太过分了,骗子!", "包裹怎么还没到?"),
        ("包裹怎么还没到?我明天出差。", "包裹怎么还没到?我下周出差。"),
        ("我第三次写信了,包裹怎么还没到?", "包裹怎么还没到?"),
        ("充电器把我的手烫伤了。", "我已经提交了A-to-Z索赔。"),
    ],
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """Our rulebooks and the starter model."""
    return open_knowledge(ROOT / "classifier" / "rulebook", ROOT / "models" / "starter")


@pytest.mark.parametrize("language", PAIRS)
def test_the_queue_is_in_a_supervisors_order(language: str, knowledge: Knowledge) -> None:
    """Hazard, nearest deadline, anger, repeats, and what is lost by waiting come first."""
    letters = [
        Letter(text=text, language=language, date=RECEIVED)
        for pair in PAIRS[language]
        for text in pair
    ]
    ranks = [
        one.rank
        for one in classify(
            letters, knowledge, [RECEIVED] * len(letters), lambda _: ZoneInfo("Europe/Berlin")
        )
    ]

    assert [] == [
        pair
        for pair, first, second in zip(PAIRS[language], ranks[::2], ranks[1::2], strict=True)
        if first <= second
    ]
