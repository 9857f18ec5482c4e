"""Anger and repeated contact as buyers of twelve languages write them, and what only sounds so.

Praise, a joke, a bad week and a thief of another town are no anger at the shop; a second order, a
bank that is silent, thanks for an answer, what was written at the order, to a carrier or by the
shop, and a mail that was answered are no repeated contact.
"""

from functools import lru_cache
from pathlib import Path

import pytest

import classifier.rulebook
from classifier.rules import Rulebook, load_rulebook, match

FOLDER = Path(str(classifier.rulebook.__file__)).parent

CALM: dict[str, list[str]] = {
    "en": [
        "This lamp is ridiculously good.",
        "It is a ridiculous amount of chocolate for the price and we love it.",
        "I'm furious with myself for not buying two.",
        "It has been a horrible week, the lamp is fine.",
        "My landlord is a crook, could you send the bill for his carpet?",
        "Thieves broke into our shed, I need the bill for the insurance.",
        "Is it a scam or am I formatting it wrong?",
        'Does the game "Total Disgrace" suit children of ten?',
        "Kudos to your packers.",
    ],
    "de": [
        "Unverschämt gut, das Öl!",
        "Der Preis ist ein Witz, ich nehme zwei.",
        "Ich bin sauer auf mich, weil ich nicht zwei genommen habe.",
        "Furchtbare Woche, aber die Decke wärmt.",
        "Diebe haben unser Rad geholt, ich brauche die Rechnung.",
        "Gehören zum Kostüm „Entflohener Betrüger“ die Handschellen?",
        "Richtig schöne Tasche, danke auch für die nette Karte!",
    ],
    "fr": [
        "C'est scandaleusement bon, merci.",
        "Je suis furieuse contre moi, j'aurais dû en prendre deux.",
        "Sale journée, mais le plaid est doux.",
        "32 Go marqué, le PC en voit 7, arnaque ou je formate mal ?",
        "Bravo pour l'envoi, deux jours !",
        "Le jeu « Arnaque ou vérité » convient-il à des enfants ?",
    ],
    "es": [
        "Está escandalosamente bueno.",
        "Qué asco de lunes, qué lluvia, pobres repartidores.",
        "Los ladrones se llevaron la bici, necesito la factura.",
        "Estoy enfadada conmigo por no comprar dos.",
        "Me siento un poco engañada, la verdad.",
    ],
    "it": [
        "Un prezzo ridicolo per una qualità così.",
        "Il vetro della stufa diventa rosso.",
        "I ladri mi hanno portato via il robot, mi serve la fattura.",
        "Il capo mi ha pure fatto i complimenti.",
        "Che giornata orribile, ma la coperta scalda.",
        "No sostituzione, soldi e basta.",
    ],
    "ja": [
        "ありえないほど美味しいです。",
        "最悪の一週間でしたが、毛布は暖かいです。",
        "夫が激怒していますが、野球の話です。",
        "芝居「最低な夜」の音源はありますか。",
    ],
    "zh": [
        "便宜得太过分了，还要再买一个。",
        "能不能接受验收后付款？",
        "发货真快，第二天就到了。",
        "桌游《太过分了》几个人玩？「垃圾」版还有吗？",
    ],
    "pt": ["Que semana horrível, a loja não tem culpa.", "É ridiculamente bom."],
    "nl": ["Hij is belachelijk mooi.", "Schandalig lekker, die koekjes."],
    "sv": ["Löjligt bra pris.", "Är er chilisås ”stark” eller ”Total katastrof”?"],
    "pl": ["Skandalicznie dobre.", "Pięć minut pracy i koniec, jak zgłosić reklamację?"],
    "tr": ["Rezalet derecede güzel.", "Kendime kızgınım, iki tane almalıydım."],
}

ANGRY: dict[str, list[str]] = {
    "en": ["This is ridiculous.", "I shan't trouble you again.", "I am losing my patience."],
    "de": ["Das ist ein Witz!", "Ich verliere langsam die Geduld."],
    "fr": ["C'est une honte !", "Je commence à perdre patience."],
    "es": ["¡Qué asco de servicio!", "Estoy perdiendo la paciencia."],
    "it": ["Sono stufa di aspettare!", "Sto perdendo la pazienza."],
    "ja": ["ありえない対応です。", "もう我慢の限界です。"],
    "zh": ["你们太过分了！", "火倒是攒了一肚子。"],
    "pt": ["Que serviço horrível.", "Estou a perder a paciência."],
    "nl": ["Dit is belachelijk.", "Ik verlies mijn geduld."],
    "sv": ["Det här är en katastrof.", "Jag tappar tålamodet."],
    "pl": ["To skandaliczne.", "Tracę cierpliwość."],
    "tr": ["Bu rezalet.", "Sabrım tükendi."],
}

#: What is meant politely or asked plainly, though words of anger are near.
PLAIN: dict[str, list[str]] = {
    "en": [
        "Thank you, it works now, I will not bother you again.",
        "In my last order from you one lid was missing.",
        "I swear I will buy here again.",
    ],
    "de": [
        "Vielen Dank, ich werde Sie nicht weiter belästigen.",
        "Für meine letzte Bestellung bei Ihnen brauche ich noch eine Rechnung.",
    ],
    "fr": [
        "Merci beaucoup, je ne vous dérangerai plus.",
        "Pour ma dernière commande chez vous, il me faut une facture.",
        "Je vous jure que le colis n'est pas arrivé.",
    ],
    "es": [
        "Muchas gracias, no os molestaré más.",
        "Necesito la factura del último pedido con vosotros.",
        "Juro que no lo he usado, ¿puedo devolverlo?",
    ],
    "it": [
        "Grazie mille, non vi disturberò più.",
        "Mi serve la fattura del mio ultimo ordine da voi.",
    ],
    "nl": [
        "Heel erg bedankt, ik zal u niet meer lastigvallen.",
        "Voor mijn laatste bestelling bij jullie heb ik een factuur nodig.",
    ],
    "pt": ["Obrigado, não os incomodo mais.", "Falta a fatura da última encomenda convosco."],
    "sv": ["Tack, jag ska inte störa er mer.", "I sista beställningen hos er saknas kvittot."],
    "pl": [
        "Dziękuję, nie będę już zawracać głowy.",
        "Proszę o fakturę za ostatnie zamówienie u państwa.",
    ],
    "tr": ["Teşekkürler, sizi daha fazla rahatsız etmeyeceğim."],
}

#: What stands near the words that spare, and is meant for the shop.
MEANT: dict[str, list[str]] = {
    "en": [
        "Your support team is useless and pathetic.",
        "You thieves have my money and I have no parcel.",
        "Those scammers took my money and sent nothing.",
        "This was my last order.",
    ],
    "de": [
        "Das ist Betrug oder wie nennen Sie das?",
        "Diese Betrüger haben mein Geld.",
        "Das war meine letzte Bestellung.",
    ],
    "fr": ["Ces escrocs m'ont pris mon argent.", "C'était ma dernière commande."],
    "es": ["Es mi último pedido."],
    "it": ["È il mio ultimo ordine."],
    "nl": ["Is dit oplichting of hoe noemt u dat?", "Dit was mijn laatste bestelling."],
    "pt": ["Isto é uma burla ou quê?", "Foi a minha última encomenda."],
    "sv": ["Det var min sista beställning."],
    "pl": ["To oszustwo czy żart?", "To było moje ostatnie zamówienie."],
}

FIRST: dict[str, list[str]] = {
    "en": [
        "I ordered again last week, second time now, still happy.",
        "Thanks for your answer to my last message, the code works.",
        "I forgot to say in my first message that it is the blue one.",
        "Me again, I forgot the photo.",
        "The bank has not replied yet.",
        "I wrote to the carrier already, they say it is with you.",
        "The app keeps asking again and again for the password.",
        "I have asked the neighbours twice, they have not seen it.",
        "There was a link in your last email.",
    ],
    "de": [
        "Die Bank hat noch nicht geantwortet.",
        "Sie haben mir gesagt, es dauert fünf Tage, das ist in Ordnung.",
        "Ich habe die Nachbarn zweimal gefragt, keiner hat es gesehen.",
        "Der Bote war schon zum zweiten Mal da, als ich arbeiten war.",
    ],
    "fr": [
        "J'ai téléphoné hier au transporteur.",
        "Dans les notes de la commande je vous avais écrit l'étage.",
        "Votre mail de lundi dit autre chose.",
        "Je vous ai écrit lundi et vous m'avez répondu tout de suite.",
        "J'ai commandé une deuxième fois chez vous, toujours ravie.",
        "La banque n'a pas encore répondu.",
        "J'ai demandé deux fois aux voisins, ils n'ont rien vu.",
        "Le coussin ne répond pas à mes attentes.",
    ],
    "es": [
        "Llamé el lunes al repartidor.",
        "Su correo del lunes dice otra cosa.",
        "Ayer les pedí una taza.",
        "Les escribí el lunes y contestaron enseguida.",
        "Nadie respondió cuando llamó el repartidor.",
        "El banco aún no ha respondido.",
        "He preguntado dos veces a los vecinos y no lo han visto.",
    ],
    "it": [
        "Ho telefonato ieri al corriere.",
        "La vostra mail del 10 dice altro.",
        "Avevo chiesto la taglia L.",
        "Vi ho scritto lunedì e avete risposto subito.",
        "Nessuno ha risposto quando è passato il corriere.",
        "La banca non ha ancora risposto.",
        "Ho chiesto due volte ai vicini, non l'hanno visto.",
        "È la seconda volta che sento di questo difetto in giro.",
    ],
    "ja": [
        "銀行からまだ返事がありません。",
        "アプリが何度もパスワードを聞いてきます。",
        "家族に何度も聞かれるので、サイズを教えてください。",
        "送り先は前回の注文と同じです。",
    ],
    "zh": ["快递员来的时候没人应门。", "银行还没回复。", "第二次在你们家买了，一直很满意。"],
    "pt": [
        "Encomendei pela segunda vez e continuo contente.",
        "O banco ainda não respondeu.",
        "Liguei ontem para a transportadora.",
        "O vosso e-mail de segunda diz outra coisa.",
        "Já liguei e não acende.",
        "Escrevi-vos na segunda e responderam logo.",
    ],
    "nl": [
        "Bedankt voor uw antwoord op mijn laatste bericht.",
        "De bank heeft nog niet geantwoord.",
    ],
    "sv": ["Jag har beställt för andra gången.", "Banken har inte svarat än."],
    "pl": ["Dzwoniłam już do kuriera, mówi, że paczka jest u was."],
    "tr": ["Yine ben, fotoğrafı unuttum.", "Banka henüz cevap vermedi."],
}

REPEATED: dict[str, list[str]] = {
    "en": ["You have not replied yet.", "I asked you twice.", "You were going to call me."],
    "de": ["Sie haben nicht geantwortet, keine Rückmeldung.", "Ihr wolltet mich anrufen."],
    "fr": [
        "Vous ne répondez pas.",
        "Vous deviez me rappeler vendredi.",
        "Je vous avais contactés lundi.",
        "J'avais signalé cela la semaine dernière.",
        "Je vous écris depuis le 3.",
        "Ma femme vous a déjà téléphoné.",
        "C'est encore moi, pour la lampe.",
    ],
    "es": [
        "Nadie me ha respondido.",
        "El jueves me ibais a llamar.",
        "Les había escrito la semana pasada.",
        "Ya hablé con ustedes el viernes.",
        "Mandé dos correos, uno el lunes y otro el jueves.",
        "Mi esposa ya les llamó.",
        "Desde mi último correo han pasado nueve días.",
    ],
    "it": [
        "Nessuno mi ha risposto.",
        "Dovevate richiamarmi venerdì.",
        "Vi avevo già scritto il 3 e l'8.",
        "Già lunedì avevo chiesto lo stesso.",
        "Vi scrivo dal 3 novembre.",
        "Mia moglie vi aveva chiamato sabato.",
        "Dalla mia ultima mail sono passati nove giorni.",
    ],
    "ja": ["まだ返事がありません。", "届く日を何度うかがっても答えがありません。"],
    "zh": ["你们一直没回复。", "说好周四给我回电话。"],
    "pt": [
        "Ninguém me respondeu.",
        "Ficaram de me ligar na quinta.",
        "Tinha-vos contactado no dia 3.",
        "Já falei convosco na sexta.",
        "Mandei dois e-mails, um na segunda e outro na quinta.",
        "A minha mulher já vos ligou.",
        "Desde o meu último e-mail passaram nove dias.",
    ],
    "nl": ["Jullie hebben nog niet geantwoord.", "Jullie zouden mij terugbellen."],
    "sv": ["Ni har inte svarat.", "Ni skulle ringa upp mig."],
    "pl": ["Nikt nie odpowiedział.", "Mieliście oddzwonić w czwartek."],
    "tr": ["Hâlâ cevap vermediniz, cevap yok.", "Perşembe günü beni arayacaktınız."],
}


@lru_cache
def rulebook(language: str) -> Rulebook:
    """Return our rulebook of a language."""
    name = f"{language}.toml"
    return load_rulebook((FOLDER / name).read_text(encoding="utf-8"), name)


def heard(texts: list[str], language: str, signal: str) -> list[str]:
    """Return those of the texts in which a signal is heard."""
    return [
        text
        for text in texts
        if signal in {hit.label for hit in match(rulebook(language), text).signals}
    ]


@pytest.mark.parametrize("language", CALM)
def test_praise_jokes_and_others_faults_are_no_anger(language: str) -> None:
    """Strong words count where they are meant for the shop."""
    assert [] == heard(CALM[language], language, "anger")


@pytest.mark.parametrize("language", ANGRY)
def test_the_same_words_for_the_shop_are_anger(language: str) -> None:
    """What is spared in praise is heard in a complaint."""
    assert ANGRY[language] == heard(ANGRY[language], language, "anger")


@pytest.mark.parametrize("language", PLAIN)
def test_thanks_and_a_plain_question_are_no_anger(language: str) -> None:
    """Who was helped bothers nobody again, and "my last order" mostly is the one before."""
    assert [] == heard(PLAIN[language], language, "anger")


@pytest.mark.parametrize("language", MEANT)
def test_what_is_meant_for_the_shop_is_not_spared(language: str) -> None:
    """A shop's own team, and who "has my money", are the shop."""
    assert MEANT[language] == heard(MEANT[language], language, "anger")


@pytest.mark.parametrize("language", FIRST)
def test_another_order_and_another_s_silence_are_no_repeated_contact(language: str) -> None:
    """A bank that does not answer, a second order and thanks for an answer tell of no reminder."""
    assert [] == heard(FIRST[language], language, "repeated")


@pytest.mark.parametrize("language", REPEATED)
def test_what_was_asked_and_promised_before_is_repeated(language: str) -> None:
    """The shop's own silence, and a call it promised, are heard."""
    assert REPEATED[language] == heard(REPEATED[language], language, "repeated")
