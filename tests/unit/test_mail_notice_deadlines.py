"""A notice's deadline in twelve languages: named days, spans, and times that are another's."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mail.marketplaces.days import first_day
from mail.marketplaces.deadlines import stated_deadline
from mail.marketplaces.form_words import Field
from mail.marketplaces.forms import read_form
from mail.reading import read

#: A Friday, ten in the morning in Berlin.
WRITTEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ZONE = "Europe/Berlin"


def end_of(month: int, day: int, year: int = 2026) -> datetime:
    """Return the last second of a winter's day in Berlin."""
    return datetime(year, month, day, 22, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "words",
    [
        "Please respond by December 7, 2026.",
        "You must respond before 11:59 PM PST on December 7.",
        "Respond no later than Mon, Dec 7",
        "Bitte antworten Sie bis zum 7.12.2026.",
        "Antworten Sie spätestens am Montag, den 7. Dezember.",
        "Frist: bis zum 7.12. um 12 Uhr",
        "Vous devez répondre avant le 7 décembre",
        "Répondez au plus tard le lundi 7 décembre 2026.",
        "Répondez d'ici le 7 décembre.",
        "Responde antes del 7 de diciembre de 2026.",
        "Tienes hasta el 7 de diciembre para responder.",
        "Rispondi entro il 7 dicembre 2026",
        "Rispondi entro le ore 23:59 del 7 dicembre.",
        "Reageer vóór 7 december 2026.",
        "Reageer uiterlijk op maandag 7 december.",
        "Odpowiedz do 7 grudnia 2026 r.",
        "Odpowiedz najpóźniej do dnia 7 grudnia.",
        "Responda até 7 de dezembro de 2026.",
        "Responda até o dia 7 de dezembro.",
        "Svara senast den 7 december 2026.",
        "Svara före måndag 7 december.",
        "7 Aralık 2026 tarihine kadar yanıt verin.",
        "Lütfen 7 Aralık'a kadar yanıt verin.",
        "2026年12月7日（月）午後5時までにご返信ください。",
        "12月7日までにご対応ください。",
        "请在2026年12月7日之前回复。",
        "请于12月7日 23:59 前处理。",
        "截止日期：2026-12-07",
    ],
)
def test_a_named_day_is_a_deadline(words: str) -> None:
    """With its year or without, a weekday or an hour beside it."""
    assert end_of(12, 7) == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        "Please respond within 48 hours.",
        "You have 48 hours to reply.",
        "Antworten Sie innerhalb von 48 Stunden.",
        "Sie haben 48 Stunden Zeit.",
        "Répondez dans un délai de 48 heures.",
        "Vous disposez de 48 heures.",
        "Responde en un plazo de 48 horas.",
        "Tienes 48 horas para responder.",
        "Rispondi entro 48 ore.",
        "Hai a disposizione 48 ore.",
        "Reageer binnen 48 uur.",
        "Je hebt 48 uur om te reageren.",
        "Odpowiedz w ciągu 48 godzin.",
        "Masz 48 godzin na odpowiedź.",
        "Responda em até 48 horas.",
        "Você tem 48 horas para responder.",
        "Svara inom 48 timmar.",
        "Du har 48 timmar på dig.",
        "48 saat içinde yanıt verin.",
        "Yanıt için 48 saat süreniz var.",
        "48時間以内にご返信ください。",
        "请在48小时内回复。",
        "您有48小时回复。",
        "Antworten Sie binnen zwei Tagen.",
        "请在两天内回复。",
    ],
)
def test_a_span_counts_from_the_mail(words: str) -> None:
    """In digits or in words."""
    assert WRITTEN + timedelta(hours=48) == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        "Please respond in 3 business days.",
        "You have three business days to respond.",
        "Antworten Sie innerhalb von drei Werktagen.",
        "Sie haben noch 3 Arbeitstage.",
        "Vous disposez de 3 jours ouvrés.",
        "Répondez sous 3 jours ouvrables.",
        "Responde en 3 días laborables.",
        "Tienes tres días hábiles.",
        "Rispondi entro 3 giorni lavorativi.",
        "Hai tre giorni lavorativi.",
        "Reageer binnen 3 werkdagen.",
        "Je hebt nog drie werkdagen.",
        "Odpowiedz w ciągu 3 dni roboczych.",
        "Masz trzy dni robocze.",
        "Responda em até 3 dias úteis.",
        "Você tem três dias úteis.",
        "Svara inom 3 arbetsdagar.",
        "Du har tre arbetsdagar.",
        "3 iş günü içinde yanıt verin.",
        "Üç iş günü içerisinde yanıt verin.",
        "3営業日以内にご対応ください。",
        "三営業日以内にご返信ください。",
        "请在3个工作日内回复。",
        "請在三個工作日內回覆。",
    ],
)
def test_business_days_leave_out_the_weekend(words: str) -> None:
    """Of a Friday the third is a Wednesday."""
    assert end_of(11, 25) == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        "Please authorize it within one business day.",
        "Antworten Sie innerhalb eines Werktags.",
        "Répondez dans un délai d'un jour ouvré.",
        "Responde en un día hábil.",
        "Rispondi entro un giorno lavorativo.",
        "Reageer binnen één werkdag.",
        "Odpowiedz w ciągu jednego dnia roboczego.",
        "Responda em um dia útil.",
        "Svara inom en arbetsdag.",
        "1 iş günü içinde yanıt verin.",
        "翌営業日までにご返信ください。",
        "请在下一个工作日回复。",
    ],
)
def test_one_business_day_is_the_next(words: str) -> None:
    """Of a Friday it is Monday."""
    assert end_of(11, 23) == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        "Request received: November 21, 2026",
        "请求提交时间：2026年11月21日 09:00",
        "Solicitud recibida: 21 de noviembre de 2026",
        "リクエスト受付日：2026年11月21日 午前10時",
        "Anfrage erhalten am 21. November",
        "Demande reçue le 21 novembre",
        "Data zgłoszenia: 21.11.2026",
        "The order was placed on November 21.",
        "We will refund the buyer within 5 business days.",
        "The refund should reach the buyer within 3 days.",
        "Die Erstattung wird innerhalb von 5 Werktagen gutgeschrieben.",
        "Le remboursement sera effectué dans les 5 jours ouvrés.",
        "El reembolso se realizará en 5 días laborables.",
        "Il rimborso verrà accreditato entro 5 giorni lavorativi.",
        "De terugbetaling wordt binnen 5 werkdagen verwerkt.",
        "Zwrot pieniędzy nastąpi w ciągu 5 dni roboczych.",
        "O reembolso será feito em até 5 dias úteis.",
        "Återbetalningen kommer inom 5 arbetsdagar.",
        "Para iadesi 5 iş günü içinde yapılır.",
        "返金は5営業日以内に行われます。",
        "退款将在5个工作日内到账。",
        "The buyer may return it until January 31, 2027.",
        "Support is here 24/7.",
        "In 12 out of 20 cases before 3 marks were set",
        "Wir haben 2 Marken vor 3 Märkten",
        "It is one of 21 business days.",
        "以前、2026年11月21日に購入されました。",
        "発送は2026年11月21日午前中の予定です。",
    ],
)
def test_a_time_that_is_told_is_no_deadline(words: str) -> None:
    """When it was asked, when another acts, and numbers of other things."""
    assert None is stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        (
            "If you don't respond within 48 hours, we will refund the buyer.",
            WRITTEN + timedelta(hours=48),
        ),
        (
            "We will close the case unless you respond within 48 hours.",
            WRITTEN + timedelta(hours=48),
        ),
        (
            (
                "Wir erstatten, wenn Sie bis zum 7.12.2026 nicht antworten. Sie haben Zeit bis"
                " zum 5.12.2026."
            ),
            end_of(12, 5),
        ),
    ],
)
def test_what_another_does_otherwise_leaves_the_deadline(words: str, until: datetime) -> None:
    """The seller's answer is named in the same sentence."""
    assert until == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        "Proof of delivery is due by December 7, 2026.",
        "Evidence of delivery must be submitted by December 7.",
        "Laden Sie den Nachweis der Lieferung bis zum 7.12.2026 hoch.",
        "Fournissez une preuve de livraison avant le 7 décembre 2026.",
        "Envía una prueba de entrega antes del 7 de diciembre de 2026.",
        "Carica la prova di consegna entro il 7 dicembre 2026.",
        "Envie o comprovante de entrega até 7 de dezembro de 2026.",
        "Upload een bewijs van bezorging vóór 7 december 2026.",
        "Prześlij dowód dostawy do 7 grudnia 2026.",
        "Ladda upp leveransbevis senast den 7 december 2026.",
        "Teslimat kanıtını 7 Aralık 2026 tarihine kadar yükleyin.",
        "配達証明を2026年12月7日までに提出してください。",
        "送达凭证须在2026年12月7日之前上传。",
        "We will close the case in the buyer's favor if you don't send tracking by December 7.",
        "Wir werden entscheiden, wenn Sie uns nicht bis zum 7.12.2026 schreiben.",
        "Nous allons rembourser l'acheteur si vous ne l'avez pas fait avant le 7 décembre 2026.",
    ],
)
def test_a_proof_of_delivery_and_a_threat_are_the_sellers(words: str) -> None:
    """A proof is named by the delivery and asked of the seller; so is what averts another's act."""
    assert end_of(12, 7) == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    "words",
    [
        "If you do not agree, we will decide by December 7, 2026.",
        "We will send you proof of the refund within 5 days.",
        "Die Lieferung kommt bis zum 7.12.2026.",
        "Estimated delivery by December 7, 2026.",
    ],
)
def test_a_condition_before_what_another_does_leaves_the_time_to_them(words: str) -> None:
    """Only what stands right before the time says whose it is."""
    assert None is stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("5 January", date(2027, 1, 5)),
        ("3. November", date(2026, 11, 3)),
        ("12/7", date(2026, 7, 12)),
        ("30 February", None),
        ("2 markets", None),
        ("12 setups", None),
    ],
)
def test_a_day_without_a_year_is_the_nearest(words: str, day: date | None) -> None:
    """Only where it is known when that was written."""
    assert day == first_day(words, ZONE, WRITTEN.date())
    assert None is first_day(words, ZONE)


@pytest.mark.parametrize(
    ("label", "comment", "line"),
    [
        ("Return reason", "Customer comments", "Request submitted: November 21, 2026"),
        ("Return reason", "Customer comments", "Return request time: Nov 21, 2026 10:00"),
        ("Rücksendegrund", "Kundenkommentare", "Anfrage erhalten am: 21. November 2026"),
        ("Rückgabegrund", "Nachricht des Käufers", "Fall eröffnet am: 21.11.2026"),
        ("Motif du retour", "Commentaires du client", "Date de la demande: 21 novembre 2026"),
        ("Motivo de la devolución", "Mensaje del comprador", "Solicitud recibida: 21/11/2026"),
        ("Motivo della restituzione", "Commenti dell'acquirente", "Richiesta ricevuta: 21/11/2026"),
        ("Motivo da devolução", "Comentários do comprador", "Solicitado em: 21/11/2026"),
        ("Reden voor retour", "Opmerkingen van de koper", "Aangevraagd op: 21-11-2026"),
        ("Powód zwrotu", "Komentarz kupującego", "Data złożenia: 21.11.2026"),
        ("Returorsak", "Köparens kommentar", "Begäran mottagen: 2026-11-21"),
        ("İade nedeni", "Alıcı yorumu", "Talep tarihi: 21.11.2026"),
        ("返品理由", "購入者のコメント", "リクエスト受付日：2026年11月21日"),
        ("退货原因", "买家留言", "请求提交时间：2026年11月21日 09:00"),
    ],
)
def test_a_line_of_time_is_neither_a_deadline_nor_the_buyers(
    label: str, comment: str, line: str
) -> None:
    """The comment ends before it; the day of the request is no day that anybody names."""
    body = f"{label}: Too small\n{comment}: A pity.\n{line}\n"
    letter = read(
        (
            "From: donotreply@amazon.de\nTo: shop@seller.example\nSubject: Return requested\n"
            "Date: Sat, 21 Nov 2026 09:00:00 +0000\n"
            f"Content-Type: text/plain; charset=utf-8\n\n{body}"
        ).encode()
    )

    assert letter.notice is not None
    assert ("Too small", "A pity.", None, "Too small\nA pity.") == (
        letter.notice.reason,
        letter.notice.comment,
        letter.notice.deadline,
        letter.text,
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Buyer’s comments: x", Field.COMMENT),
        ("Buyer's message: x", Field.COMMENT),
        ("Motif d’annulation : x", Field.REASON),
        ("İade tutarı: x", Field.AMOUNT),
        ("Müşteri notu：x", Field.COMMENT),
        ("  • Retourgrund: x", None),
    ],
)
def test_a_label_is_known_however_it_is_written(line: str, name: Field | None) -> None:
    """Apostrophes, the Turkish capital, wide colons."""
    assert ({name: "x"} if name else {}) == read_form(line).fields


@pytest.mark.parametrize(
    "after",
    [
        "Please respond within 3 business days.",
        "Sie haben bis zum 24.11.2026 Zeit.",
        "Vous avez jusqu'au 24 novembre pour répondre.",
        "Tienes hasta el 24 de noviembre para responder.",
        "Rispondi entro il 24 novembre.",
        "Hai tempo fino al 24 novembre.",
        "Responda até 24 de novembro.",
        "Reageer vóór 24 november.",
        "Masz czas do 24 listopada.",
        "Svara senast 24 november.",
        "24 Kasım'a kadar yanıt verin.",
        "11月24日までにご返信ください。",
        "请在11月24日前回复。",
    ],
)
def test_a_comment_ends_where_the_marketplace_speaks_again(after: str) -> None:
    """In a paragraph of its own; the buyer's own paragraphs stay."""
    said = "It is broken.\n\nI had hoped for more, and you answered nothing."
    form = read_form(f"Customer comments: {said}\n\n{after}\n")

    assert said == form.get(Field.COMMENT)


@pytest.mark.parametrize(
    "asked",
    [
        "Vous avez envoyé le mauvais article.",
        "Rispondi subito, grazie.",
        "Tienes que ayudarme.",
        "Sie haben mir das falsche Teil geschickt.",
        "Je hebt het verkeerde gestuurd.",
        "Masz błąd w opisie.",
        "早く返信してください。",
        "请尽快回复。",
    ],
)
def test_a_buyers_paragraph_stays_in_the_comment(asked: str) -> None:
    """Who asks for an answer without a number may be the buyer."""
    said = f"It is broken.\n\n{asked}"

    assert said == read_form(f"Customer comments: {said}").get(Field.COMMENT)


def test_a_day_that_the_buyer_names_stays_the_buyers() -> None:
    """Only what tells of a request's time is the form's."""
    form = read_form("Customer comments: I need it.\nWedding date: 5 December\nBy: 4 December")

    assert "I need it.\nWedding date: 5 December\nBy: 4 December" == form.get(Field.COMMENT)


#: Further sentences, written after the tables, by when they want an answer.
SENTENCES = {
    end_of(12, 7): """
You have until Dec 7 to respond.
Please take action by Monday, December 7th, 2026, or we will decide the case.
Deadline: December 7
This case will be closed if we don't hear from you by December 7, 2026 11:59 PM PT.
Sie haben bis zum 7. Dezember 2026 Zeit, um zu antworten.
Bitte klären Sie das Problem bis Montag, 7. Dezember.
Antwort erforderlich bis 07.12.2026
Frist bis einschließlich 7. Dezember 2026
Vous avez jusqu'au 7 décembre 2026 pour répondre.
Merci de répondre avant le lundi 7 décembre à 23h59.
Répondez avant le 07/12/2026
Tienes hasta el 07/12/2026 para responder
Responde a más tardar el 7 de diciembre
Debes responder antes del lunes, 7 de diciembre de 2026
Hai tempo fino al 7 dicembre 2026 per rispondere
Devi rispondere entro lunedì 7 dicembre
Rispondi entro e non oltre il 07/12/2026
Je hebt tot en met 7 december de tijd om te reageren
Reageer voor maandag 7 december 2026
Je hebt tot 7 december 2026 om te reageren
Masz czas do 7 grudnia 2026 na odpowiedź
Prosimy o odpowiedź do poniedziałku, 7 grudnia
Você tem até 07/12/2026 para responder
Responda até segunda-feira, 7 de dezembro
Tem até ao dia 7 de dezembro para responder
Du har till och med den 7 december på dig att svara
Svara senast måndagen den 7 december
Vänligen svara innan 7 december 2026
Yanıt vermek için 7 Aralık 2026'ya kadar süreniz var
En geç 7 Aralık 2026 tarihinde yanıt verin
Son yanıt tarihi: 07.12.2026
2026年12月7日23:59までに回答してください
回答期限：12月7日（月）
返信期限は2026/12/07です
请您在12月7日（周一）之前回复买家
回复截止时间：2026年12月7日 23:59
最晚于12月7日回复""",
    WRITTEN + timedelta(hours=48): """
Your response is due in 48 hours.
Reply in the next 48 hours
Antworte innerhalb der nächsten 48 Stunden.
Merci de répondre sous 48 heures
Je hebt 48 uur de tijd
Prosimy o odpowiedź w ciągu 48 godzin
Wir bitten Sie, innerhalb von 48 Stunden zu antworten.
Nous vous demandons de bien vouloir, sous 48 heures, nous répondre.
Se non rispondi entro 48 ore, rimborseremo l'acquirente
Si no respondes en 48 horas, reembolsaremos al comprador
Si vous ne répondez pas sous 48 heures, nous rembourserons l'acheteur""",
    end_of(11, 25): """
We expect your reply within 3 business days
You now have 3 business days to work it out with the buyer.
Sie haben 3 Werktage, um das Problem zu lösen.
Vous avez 3 jours ouvrés pour résoudre le problème
Dispones de 3 días laborables para resolverlo
Hai 3 giorni lavorativi per risolvere il problema
3営業日以内にバイヤーに返信する必要があります
您有3个工作日的时间来解决此问题
卖家应在 3 个工作日内回应""",
    None: """
We sent you this message on December 7.
Your next payout arrives on December 7.
Estimated delivery: December 7
Die Lieferung ist für den 7. Dezember geplant.
Livraison prévue le 7 décembre
Entrega prevista: 7 de diciembre
预计送达时间：2026年12月7日前
お届け予定日：2026年12月7日まで
The item was bought on November 3, 2026 and paid in 2 days.
Sie können die Bewertung innerhalb von 60 Tagen ändern: nein, der Käufer kann das bis zum 7.12.2026.
eBay prüft den Fall und meldet sich innerhalb von 48 Stunden.
Nous examinerons le litige sous 48 heures
Esamineremo il caso entro 48 ore
We'll review the case and get back to you within 48 hours
Please note that we will refund the buyer within 5 business days.
Bitte beachten Sie, dass die Erstattung innerhalb von 5 Werktagen erfolgt.
Responderemos en 48 horas
Ti risponderemo entro 48 ore
Contatteremo l'acquirente entro 48 ore""",
}


@pytest.mark.parametrize(
    ("until", "words"),
    [(until, words) for until, told in SENTENCES.items() for words in told.strip().splitlines()],
)
def test_a_sentence_states_its_deadline_or_none(until: datetime | None, words: str) -> None:
    """As marketplaces ask, and as they tell of what they and the buyer do."""
    assert until == stated_deadline(words, WRITTEN, ZONE)


@pytest.mark.parametrize(
    ("form", "comment"),
    [
        (
            "Return reason: Defective\nThe lamp gave my son\nan electric shock.\n\nPlease reply.",
            "The lamp gave my son\nan electric shock.",
        ),
        ("Return reason:\nDefective\nIt smokes.", "It smokes."),
        ("Return reason: Defective\n\nApprove or close the request.", ""),
        ("Return reason: Defective\nUnknown label: blue\nThe rest", ""),
        ("Return reason: Defective\nCustomer comments: It smokes.\nA lot.", "It smokes.\nA lot."),
    ],
)
def test_words_beneath_a_reason_are_the_buyers(form: str, comment: str) -> None:
    """Without a label of their own too: a hazard may stand there."""
    assert comment == read_form(form).get(Field.COMMENT)
    assert "Defective" == read_form(form).get(Field.REASON)
