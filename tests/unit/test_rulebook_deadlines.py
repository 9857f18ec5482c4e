"""Deadlines as buyers of twelve languages state them, heard by our own rulebooks.

All letters are written on Monday, 23 November 2026, ten in the morning in Berlin. What was only
promised, is over, or is "today" in anger is no deadline.
"""

from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import classifier.rulebook
from classifier.dates import deadline
from classifier.rules import Rulebook, load_rulebook, match

FOLDER = Path(str(classifier.rulebook.__file__)).parent
BERLIN = ZoneInfo("Europe/Berlin")
WRITTEN = datetime(2026, 11, 23, 9, tzinfo=UTC)

TODAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = (
    date(2026, 11, day) for day in range(23, 30)
)
THIRD = date(2026, 12, 3)
FOURTH = date(2026, 12, 4)

STATED: dict[str, list[tuple[str, date]]] = {
    "en": [
        ("School starts again Wednesday and the backpack has no straps.", WEDNESDAY),
        ("I have an interview tomorrow and the shirt came too small.", TUESDAY),
        ("We are only at this address until Thursday.", THURSDAY),
        ("The plumber is booked for Wednesday.", WEDNESDAY),
        ("I have to hand in my expenses in two days.", WEDNESDAY),
        ("My return window runs out on Thursday and I have no label.", THURSDAY),
        ("The christening is on Saturday and the dress is still not here.", SATURDAY),
        ("We fly out Wednesday morning, will the adapter make it?", WEDNESDAY),
        ("My husband goes into hospital tomorrow and needs the pillow.", TUESDAY),
        ("Our auditor comes in on Thursday so please send the VAT invoice.", THURSDAY),
        ("Could it be here before Friday the 4th of December?", FOURTH),
        ("I have to have the costume for the school play on the third of December.", THIRD),
        ("She turns seven this Sunday.", SUNDAY),
        ("We are moving house in two days, please use the new address.", WEDNESDAY),
        ("It should have been here last week and I need it by Thursday.", THURSDAY),
        ("the party is tonight", TODAY),
        ("If I have nothing by 5 pm I am calling my bank.", TODAY),
        ("Kindly revert within 48 hours or else.", WEDNESDAY),
    ],
    "de": [
        ("Am Mittwoch fängt die Schule wieder an.", WEDNESDAY),
        ("Ich habe heute Abend um neun einen Zug.", TODAY),
        ("Morgen ist der letzte Tag, an dem ich es ändern kann.", TUESDAY),
        ("Die Abgabefrist ist der 3. Dezember.", THIRD),
        ("Donnerstag läuft die Rückgabefrist ab, ich habe kein Etikett.", THURSDAY),
        ("Die Taufe ist am Samstag und das Kleid fehlt noch immer.", SATURDAY),
        ("Übermorgen fliegen wir in den Urlaub.", WEDNESDAY),
        ("Am Donnerstag kommt der Prüfer, bis dahin muss die Rechnung da sein.", THURSDAY),
        ("Wir ziehen morgen um, bitte an die neue Adresse.", TUESDAY),
        ("Bekomme ich das noch vor Freitag, dem 4. Dezember?", FOURTH),
        ("Ich brauche die Lampe am dritten Dezember.", THIRD),
        ("Unsere Tochter wird am Sonntag fünf.", SUNDAY),
        ("In zwei Tagen ist die Hochzeit.", WEDNESDAY),
        ("Sie hätte letzte Woche da sein sollen, ich brauche sie bis Donnerstag.", THURSDAY),
        ("Ich erwarte Ihre Antwort binnen 48 Stunden.", WEDNESDAY),
        ("Die Feier ist schon heute Abend.", TODAY),
    ],
    "fr": [
        ("L'école reprend mercredi.", WEDNESDAY),
        ("Demain c'est le dernier jour pour modifier.", TUESDAY),
        ("Plus qu'un jour avant le mariage.", TUESDAY),
        ("Le 29 la couronne doit être sur la table.", SUNDAY),
        ("Le baptême est samedi et la robe n'est toujours pas là.", SATURDAY),
        ("On part vendredi, est-ce que ça arrivera ?", FRIDAY),
        ("Notre comptable clôture demain, il me manque la facture.", TUESDAY),
        ("Nous déménageons après-demain, merci de livrer à la nouvelle adresse.", WEDNESDAY),
        ("Pourrais-je l'avoir avant le vendredi 4 décembre ?", FOURTH),
        ("J'en ai besoin pour le 3.", THIRD),
        ("Ma fille fête ses huit ans dimanche.", SUNDAY),
        ("Le mariage est dans deux jours !", WEDNESDAY),
        ("Il devait être livré la semaine dernière, il me le faut pour jeudi.", THURSDAY),
        ("Le spectacle a lieu ce soir.", TODAY),
    ],
    "es": [
        ("El banco me da hasta el jueves.", THURSDAY),
        ("Mañana es el último día para cambiarlo.", TUESDAY),
        ("De aquí al viernes espero noticias.", FRIDAY),
        ("Mañana se me acaba el plazo de devolución.", TUESDAY),
        ("Queda un día para la boda.", TUESDAY),
        ("El 25 nos mudamos.", WEDNESDAY),
        ("Necesito respuesta hoy antes de las 17 h.", TODAY),
        ("El bautizo es el sábado y el vestido sigue sin llegar.", SATURDAY),
        ("Mañana cierra la oficina y todavía no tengo la factura.", TUESDAY),
        ("Nos vamos de viaje el viernes, ¿llegará?", FRIDAY),
        ("Pasado mañana nos mudamos, mándenlo a la otra casa.", WEDNESDAY),
        ("¿Puede estar aquí antes del viernes 4 de diciembre?", FOURTH),
        ("Lo necesito para el tres de diciembre.", THIRD),
        ("Mi hija cumple ocho años este domingo.", SUNDAY),
        ("La boda es dentro de dos días.", WEDNESDAY),
        ("Tenía que haber llegado la semana pasada y lo necesito para el jueves.", THURSDAY),
        ("La gestora cierra las cuentas mañana por la tarde.", TUESDAY),
    ],
    "it": [
        ("Mercoledì ricomincia la scuola.", WEDNESDAY),
        ("Mancano due giorni e ci imbarchiamo.", WEDNESDAY),
        ("Manca un giorno al matrimonio.", TUESDAY),
        ("Ho bisogno di una risposta oggi entro le 17.", TODAY),
        ("Il battesimo è sabato e il vestito non si vede.", SATURDAY),
        ("Parto domenica, fate in tempo?", SUNDAY),
        ("Domani il commercialista chiude i conti e mi manca la fattura.", TUESDAY),
        ("Dopodomani traslochiamo, spedite al nuovo indirizzo.", WEDNESDAY),
        ("Arriva prima di venerdì 4 dicembre?", FOURTH),
        ("Mi serve per il tre dicembre.", THIRD),
        ("Mia figlia compie otto anni venerdì.", FRIDAY),
        ("Il matrimonio è tra due giorni.", WEDNESDAY),
        ("Doveva arrivare la settimana scorsa e mi serve entro giovedì.", THURSDAY),
        ("La recita è stasera!", TODAY),
    ],
    "ja": [
        ("水曜から学校が始まるのに、肩紐がありません。", WEDNESDAY),
        ("あと二日で船が出ます。", WEDNESDAY),
        ("土曜日にお客様が来るのでテーブルが必要です。", SATURDAY),
        ("結婚式まであと1日なのにドレスがありません。", TUESDAY),
        ("返品は木曜までしかできません。", THURSDAY),
        ("明日の朝までに何とかなりませんか。", TUESDAY),
        ("金曜日から旅行に出発します。", FRIDAY),
        ("土曜日が娘の結婚式なのにドレスが来ません。", SATURDAY),
        ("明後日引っ越しますので新しい住所へお願いします。", WEDNESDAY),
        ("12月4日(金)までに届きますか。", FOURTH),
        ("12月3日に使いたいです。", THIRD),
        ("日曜で娘が七歳になります。", SUNDAY),
        ("二日後に発表会があります。", WEDNESDAY),
        ("先週届くはずでした。木曜までに必要です。", THURSDAY),
        ("明日、税理士に領収書を提出しないといけません。", TUESDAY),
    ],
    "zh": [
        ("还有两天就要上船了。", WEDNESDAY),
        ("我们在这里只住到周四。", THURSDAY),
        ("退货期限明天就到了。", TUESDAY),
        ("周六客人要来，桌子还没到。", SATURDAY),
        ("退货只能到周四。", THURSDAY),
        ("我后天要出差,能赶上吗?", WEDNESDAY),
        ("周六是我妹妹的婚礼,裙子还没到。", SATURDAY),
        ("明天财务关账,发票还没收到。", TUESDAY),
        ("这周五我们就搬家了,请改地址。", FRIDAY),
        ("12月4号(周五)之前能到吗?", FOURTH),
        ("十二月三号要用。", THIRD),
        ("孩子周日满六岁。", SUNDAY),
        ("两天后就是演出了。", WEDNESDAY),
        ("本来上周就该到的,我周四之前要用。", THURSDAY),
        ("限你们48小时内回复。", WEDNESDAY),
        ("今晚就是派对了。", TODAY),
    ],
    "pt": [
        ("O batizado é no sábado e o fato ainda não veio.", SATURDAY),
        ("Embarcamos na quinta, chega antes?", THURSDAY),
        ("Preciso da toalha até dia 25.", WEDNESDAY),
        ("A minha avó faz anos no domingo.", SUNDAY),
        ("Era para ter vindo na semana passada e a festa é na sexta.", FRIDAY),
        ("Espero resposta no prazo de 48 horas.", WEDNESDAY),
    ],
    "nl": [
        ("Zaterdag is de doop en het pakje is er nog niet.", SATURDAY),
        ("Wij vliegen vrijdag, redt het pakket dat?", FRIDAY),
        ("Ik heb het voor de 25e nodig.", WEDNESDAY),
        ("Onze zoon wordt zondag zeven.", SUNDAY),
        ("Donderdag komt de controle, dan moet de factuur er zijn.", THURSDAY),
        ("Overmorgen verhuizen wij.", WEDNESDAY),
    ],
    "pl": [
        ("W sobotę są chrzciny, a ubranka nie ma.", SATURDAY),
        ("W czwartek lecimy, czy paczka zdąży?", THURSDAY),
        ("Za dwa dni jest wesele.", WEDNESDAY),
        ("Syn w niedzielę kończy pięć lat.", SUNDAY),
        ("Miało dojść w zeszłym tygodniu, a potrzebuję na piątek.", FRIDAY),
    ],
    "sv": [
        ("Dopet är på lördag och klänningen saknas.", SATURDAY),
        ("Vi flyger på torsdag, hinner paketet?", THURSDAY),
        ("Jag behöver den före den 25.", WEDNESDAY),
        ("Dottern fyller sju på söndag.", SUNDAY),
        ("Om två dagar är bröllopet.", WEDNESDAY),
    ],
    "tr": [
        ("Düğün cumartesi, elbise hâlâ yok.", SATURDAY),
        ("Perşembe günü uçuyoruz, yetişir mi?", THURSDAY),
        ("Oğlum pazar günü yedi yaşına giriyor.", SUNDAY),
        ("Geçen hafta gelecekti, cumaya kadar lazım.", FRIDAY),
    ],
}

NONE_STATED: dict[str, list[str]] = {
    "en": [
        "Every evening the date is pushed back to tomorrow.",
        "I hand in my notice now and then, and it came on Thursday.",
        "It should have arrived by Friday.",
        "It was meant to be here on Thursday.",
        "The delivery was due Friday.",
        "You promised it for the 3rd.",
        "Estimated delivery was between Tuesday and Thursday.",
        "The wedding was on Saturday.",
        "I ordered on Friday and wrote again on Sunday.",
        "No rush, any time before Friday is fine.",
        "I had been told it would come on Saturday.",
    ],
    "de": [
        "Jeden Abend wird es auf morgen verschoben.",
        "Es hätte am Freitag ankommen sollen.",
        "Bis Donnerstag sollte das Paket hier sein.",
        "Die Lieferung war für Freitag zugesagt.",
        "Laut Bestätigung Lieferung bis Mittwoch.",
        "Die Hochzeit war am Samstag.",
        "Ich habe am Freitag bestellt.",
        "Seit Samstag bewegt sich nichts mehr.",
    ],
    "fr": [
        "Nous nous sommes mariés samedi dernier.",
        "Vous êtes ouverts jusqu'à 18h en semaine, non ?",
        "Il aurait dû arriver vendredi.",
        "La livraison était prévue pour jeudi.",
        "On m'avait dit avant mercredi.",
        "Le mariage était samedi.",
        "Je l'ai commandé vendredi.",
        "Promis pour le 3, toujours rien.",
    ],
    "es": [
        "Nos casamos el sábado pasado.",
        "Tenía que haber llegado el viernes.",
        "La entrega estaba prevista para el jueves.",
        "Me dijeron que llegaba el miércoles.",
        "La boda fue el sábado.",
        "Lo pedí el viernes.",
        "Prometido para el 3 y nada.",
    ],
    "it": [
        "Ci siamo sposati sabato scorso.",
        "Doveva arrivare venerdì.",
        "La consegna era prevista per giovedì.",
        "Avevate promesso entro mercoledì.",
        "Il matrimonio era sabato.",
        "L'ho ordinato venerdì.",
        "Promesso per il 3 e ancora nulla.",
    ],
    "ja": [
        "金曜日に届く予定でした。",
        "木曜までに着くはずだったのですが。",
        "お届け予定は水曜日です。",
        "金曜日に注文しました。",
        "土曜に着くと言われました。",
    ],
    "zh": [
        "说好周五到的。",
        "预计周四送达,现在还没影。",
        "页面写的是周三前到。",
        "我周五下的单。",
        "本来应该周六送到。",
    ],
    "pt": [
        "Devia ter chegado na sexta.",
        "A entrega estava prevista para quinta.",
        "Disseram que chegava até quarta.",
        "O casamento foi no sábado.",
        "Encomendei na sexta.",
        "Estamos a 23 e nada.",
    ],
    "nl": [
        "Het had vrijdag moeten komen.",
        "De levering was voor donderdag gepland.",
        "Jullie hadden woensdag beloofd.",
        "De bruiloft was zaterdag.",
        "Ik heb het vrijdag besteld.",
        "Elke morgen kijk ik in de bus.",
    ],
    "pl": [
        "Miało dojść w piątek.",
        "Dostawa była zapowiedziana na czwartek.",
        "Obiecali do środy.",
        "Wesele było w sobotę.",
        "Zamówiłam w piątek.",
    ],
    "sv": [
        "Den skulle ha kommit på fredag.",
        "Leveransen var utlovad till torsdag.",
        "Bröllopet var i lördags.",
        "Jag beställde på onsdag.",
        "Det är den 23 och inget har hänt.",
    ],
    "tr": [
        "Cuma günü gelmesi gerekiyordu.",
        "Perşembeye söz vermiştiniz.",
        "Çarşamba sipariş verdim.",
        "Düğün cumartesiydi, geçti.",
    ],
}


@lru_cache
def rulebook(language: str) -> Rulebook:
    """Return our rulebook of a language."""
    name = f"{language}.toml"
    return load_rulebook((FOLDER / name).read_text(encoding="utf-8"), name)


def ends(
    text: str, language: str, *, angry: bool = False, awaited: bool = False
) -> datetime | None:
    """Return when the deadline of ``text`` ends, in Berlin."""
    found = match(rulebook(language), text)
    end = deadline(
        found.folded.text,
        found.marks,
        found.presents,
        found.sentences,
        written=WRITTEN,
        zone=BERLIN,
        angry=angry,
        awaited=awaited,
    )
    return end.astimezone(BERLIN) if end else None


def day(text: str, language: str, *, angry: bool = False, awaited: bool = False) -> date | None:
    """Return the day in Berlin on which the deadline of ``text`` ends."""
    end = ends(text, language, angry=angry, awaited=awaited)
    return end.date() if end else None


@pytest.mark.parametrize("language", STATED)
def test_a_day_that_matters_is_a_deadline(language: str) -> None:
    """A term, a need, an event or a departure beside a day makes it the buyer's deadline."""
    expected = dict(STATED[language])

    assert expected == {text: day(text, language) for text in expected}


@pytest.mark.parametrize("language", NONE_STATED)
def test_what_was_promised_or_is_over_is_no_deadline(language: str) -> None:
    """The shop's day, a day that is over and a day that does not matter are none."""
    assert dict.fromkeys(NONE_STATED[language]) == {
        text: day(text, language) for text in NONE_STATED[language]
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I need an answer today!"),
        ("de", "Ich brauche heute eine Antwort!"),
        ("fr", "Il me faut une réponse aujourd'hui !"),
        ("es", "¡Necesito una respuesta hoy!"),
        ("it", "Mi serve una risposta oggi!"),
        ("ja", "今日返事が必要です!"),
        ("zh", "今天必须给我回复!"),
    ],
)
def test_today_in_anger_is_no_deadline(language: str, text: str) -> None:
    """An angry "today" is a mood, and no day."""
    assert day(text, language, angry=True) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We fly on Wednesday morning."),
        ("de", "Wir fliegen Mittwoch früh."),
        ("fr", "On part mercredi matin."),
        ("es", "Nos vamos el miércoles por la mañana."),
        ("it", "Partiamo mercoledì mattina."),
        ("ja", "水曜の朝に出発します。"),
        ("zh", "我周三早上出差。"),
    ],
)
def test_a_morning_ends_at_noon(language: str, text: str) -> None:
    """Who needs a thing in the morning has no use for it in the evening."""
    end = ends(text, language)

    assert end is not None
    assert (WEDNESDAY, 12) == (end.date(), end.hour)


@pytest.mark.parametrize(
    ("language", "text", "hour"),
    [
        ("en", "We fly on Wednesday at 6 in the morning.", 6),
        ("de", "Der Prüfer kommt am Mittwoch um acht.", 8),
        ("fr", "Le traiteur passe mercredi à 8 h.", 8),
        ("es", "El examen es el miércoles a las siete de la tarde.", 19),
        ("it", "Mia mamma entra in ospedale mercoledì alle otto.", 8),
        ("pt", "A festa é na quarta às 15h.", 15),
        ("nl", "Het examen is woensdag om 9.", 9),
        ("sv", "Revisorn kommer onsdag kl 8.", 8),
        ("sv", "Revisorn kommer onsdag kl. 8.", 8),
        ("pl", "Egzamin jest w środę o godz. 9.", 9),
        ("tr", "Sınav çarşamba günü saat 10.", 10),
        ("ja", "25日の朝9時に税理士に提出します。", 9),
        ("zh", "周三早上九点我要出差。", 9),
    ],
)
def test_a_day_ends_at_its_hour(language: str, text: str, hour: int) -> None:
    """Who is visited at eight has no use for the thing at noon."""
    end = ends(text, language)

    assert end is not None
    assert (WEDNESDAY, hour) == (end.date(), end.hour)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve people are coming today at seven."),
        ("en", "If your truck leaves today at five, please stop the package."),
        ("de", "Heute um 22:40 geht mein Flieger."),
        ("de", "Zwölf Leute kommen heute um sieben."),
        ("fr", "Les invités arrivent aujourd'hui à 19 h."),
        ("es", "Los invitados llegan hoy a las siete."),
        ("it", "Gli ospiti arrivano oggi alle sette."),
        ("pt", "Os convidados chegam hoje às 19."),
        ("nl", "Wij vertrekken vandaag om 5."),
        ("sv", "Gästerna kommer idag kl 19."),
        ("pl", "Goście przychodzą dziś o 19."),
    ],
)
def test_an_event_today_at_an_hour_is_a_deadline(language: str, text: str) -> None:
    """Who names the hour of a train or a guest means the day."""
    assert TODAY == day(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Boarding is at 6 tomorrow, please confirm before then.", TUESDAY),
        ("en", "It ships tomorrow, they told me. Cancel it before that.", TUESDAY),
        ("de", "Morgen gebe ich den Schlüssel ab. Bis dahin muss es da sein.", TUESDAY),
        ("fr", "Le bureau ferme demain soir. Arrivera-t-il d'ici là ?", TUESDAY),
        ("es", "Mañana sale el camión. Cámbienlo antes de eso.", TUESDAY),
        ("it", "Dicono che esce oggi alle 17. Fermatela prima.", TODAY),
        ("pt", "Amanhã entrego a casa. Pode chegar até lá?", TUESDAY),
        ("nl", "Morgen draag ik mijn woning over. Kan het uiterlijk dan hier zijn?", TUESDAY),
        ("sv", "I morgon är jag borta. Kan det ändras innan dess?", TUESDAY),
        ("pl", "Jutro oddaję klucze. Czy dojdzie do tego czasu?", TUESDAY),
        ("tr", "Yarın anahtarı veriyorum. O zamana kadar gelir mi?", TUESDAY),
        ("ja", "「本日18時に発送予定」と出ています。その前に取り消してください。", TODAY),
        ("zh", "货车今天下午五点开，请在那之前告知地址。", TODAY),
    ],
)
def test_before_then_leads_back_to_a_near_day(language: str, text: str, expected: date) -> None:
    """The shop's own hour binds the buyer who wants a thing changed before it."""
    assert expected == day(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Before then I had no trouble. It ships tomorrow."),
        ("en", "It ships tomorrow. I am glad. I was in Rome before then."),
        ("de", "Bis dahin war alles gut. Es wird morgen geliefert."),
        ("ja", "それまでに問題はありませんでした。明日発送予定です。"),
        ("zh", "在那之前一直很好。说好明天发货。"),
    ],
)
def test_before_then_leads_to_no_day_that_comes_later(language: str, text: str) -> None:
    """It points back, to its own sentence or the one before."""
    assert day(text, language) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mein Neffe wird nächsten Dienstag acht."),
        ("fr", "Mon neveu a huit ans mardi prochain."),
        ("es", "Mi sobrino cumple ocho el martes que viene."),
        ("it", "Mio nipote compie otto anni martedì prossimo."),
        ("tr", "Yeğenim gelecek salı sekiz yaşına giriyor."),
    ],
)
def test_next_tuesday_is_not_tomorrow(language: str, text: str) -> None:
    """Who means tomorrow says tomorrow."""
    assert date(2026, 12, 1) == day(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By the 24th it has to be under the tree."),
        ("de", "Am 24. soll sie unterm Baum sitzen."),
        ("fr", "Elle doit être sous le sapin le 24."),
        ("es", "El 24 la necesitamos bajo el árbol."),
        ("it", "Il 24 serve sotto l'albero."),
        ("ja", "24日までにツリーの下に置きたいです。"),
    ],
)
def test_the_day_under_the_tree_is_christmas_eve(language: str, text: str) -> None:
    """The 24th of a tree is not tomorrow, the 24th of November."""
    assert date(2026, 12, 24) == day(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A present for my mother, request received: 30 November."),
        ("de", "Geschenk für meine Mutter, Anfrage vom 30. November."),
        ("de", "Geschenk für meine Mutter, Eingangsdatum: 30. November."),
        ("fr", "Cadeau pour ma mère, demande reçue le : 30 novembre."),
        ("es", "Regalo para mi madre, solicitud recibida: 30 de noviembre."),
        ("it", "Regalo per mia madre, richiesta ricevuta: 30 novembre."),
        ("pt", "Presente para a minha mãe, pedido recebido: 30 de novembro."),
        ("nl", "Cadeau voor mijn moeder, aanvraag ontvangen: 30 november."),
        ("sv", "Present till mamma, begäran mottagen: 30 november."),
        ("pl", "Prezent dla mamy, zgłoszenie przyjęte: 30 listopada."),
        ("tr", "Anneme hediye, talep tarihi: 30 kasım."),
        ("ja", "母へのプレゼント、リクエスト受付日:11月30日"),
        ("zh", "给妈妈的礼物,请求提交时间:11月30日"),
    ],
)
def test_the_line_of_a_form_that_tells_when_it_came_is_no_deadline(
    language: str, text: str
) -> None:
    """A form says when something was asked or received; that day binds nobody."""
    found = match(rulebook(language), text)
    end = deadline(
        found.folded.text, found.marks, None, found.sentences, written=WRITTEN, zone=BERLIN
    )

    assert end is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was for Christmas and a part is missing."),
        ("de", "Das war für Weihnachten und es fehlt ein Teil."),
        ("fr", "C'était pour Noël et il ne marche plus."),
        ("es", "Era para Navidad y ya no funciona."),
        ("it", "Era per Natale e non funziona."),
        ("ja", "クリスマスまでに必要でした。"),
        ("zh", "圣诞节前要用的灯坏了。"),
        ("sv", "Den var till jul och fungerar inte."),
        ("tr", "Yılbaşına lazımdı, bozuldu."),
    ],
)
def test_in_january_a_feast_of_december_is_over(language: str, text: str) -> None:
    """Who writes a week after it tells of the feast that has passed."""
    found = match(rulebook(language), text)
    january = datetime(2027, 1, 7, 9, tzinfo=UTC)
    end = deadline(
        found.folded.text, found.marks, None, found.sentences, written=january, zone=BERLIN
    )

    assert end is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I check every Saturday. Have a nice weekend!"),
        ("de", "Den ganzen Morgen gewartet. Schönes Wochenende!"),
        ("fr", "Je regarde chaque samedi. Bon week-end !"),
        ("es", "Cada mañana pregunto, y esta mañana también. ¡Buen fin de semana!"),
        ("it", "Ogni sabato controllo. Buon fine settimana!"),
        ("pt", "Todos os sábados pergunto. Bom fim de semana!"),
        ("nl", "Deze morgen keek ik weer. Fijn weekend!"),
        ("pl", "Co sobotę sprawdzam. Miłego weekendu!"),
        ("sv", "Varje lördag tittar jag. Trevlig helg!"),
        ("tr", "Her cumartesi bakıyorum. İyi pazarlar!"),
        ("ja", "毎週土曜に見ています。"),
        ("zh", "每周六都去看。祝周末愉快!"),
    ],
)
def test_a_habit_a_part_of_the_day_and_a_greeting_are_no_day(language: str, text: str) -> None:
    """What is done every Saturday, this morning's story and a wish at the end are no deadlines."""
    assert day(text, language, awaited=True) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The day after tomorrow it all begins."),
        ("de", "Übermorgen sind die Enkel da."),
        ("sv", "I övermorgon klockan ett är det dags."),
        ("nl", "Overmorgen is het zover."),
        ("ja", "あさってが山場です。"),
    ],
)
def test_the_day_after_tomorrow_is_one_for_who_waits(language: str, text: str) -> None:
    """Who waits for goods and names so near a day needs them then; others only tell."""
    assert WEDNESDAY == day(text, language, awaited=True)
    assert day(text, language) is None


def test_a_quoted_day_is_anothers() -> None:
    """A card's words and a promise in quotation marks are no deadline of the letter."""
    assert day('Please write "See you on Friday, we need you" on the card.', "en") is None
