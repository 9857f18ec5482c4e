"""Notices: what a marketplace announces in its form is read into facts, in many languages."""

from datetime import UTC, date, datetime

import pytest

from cases.labels import Kind
from cases.values import Notice, Undelivered
from mail.reading import read

#: A Friday.
WRITTEN = "Fri, 20 Nov 2026 09:00:00 +0000"


def notice(body: str, subject: str, sender: str = "donotreply@amazon.com", **fields: str) -> bytes:
    """Return a notice as bytes."""
    told = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    return (
        f"From: {sender}\nTo: shop@seller.example\nSubject: {subject}\nDate: {WRITTEN}\n{told}"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}"
    ).encode()


RETURNS = {
    "en": (
        "amazon.com",
        "Return Requested for order 112-1234567-1234567",
        (
            "Order ID: 112-1234567-1234567\nItem: Two cups\nQty: 2\nReturn reason: Wrong size\n"
            "Customer comments: Too small.\nRequest received: November 19, 2026\n\nSincerely,"
        ),
    ),
    "de": (
        "amazon.de",
        "Rücksendeantrag für die Bestellung 302-1234567-1234567",
        (
            "Bestellnummer: 302-1234567-1234567\nArtikel: Two cups\nMenge: 2\n"
            "Rücksendegrund: Wrong size\nKundenkommentare: Too small.\n"
            "Anfrage erhalten: 19. November 2026\n\nMit freundlichen Grüßen"
        ),
    ),
    "fr": (
        "amazon.fr",
        "Demande de retour pour la commande 402-1234567-1234567",
        (
            "Numéro de commande : 402-1234567-1234567\nArticle : Two cups\nQuantité : 2\n"
            "Motif du retour : Wrong size\nCommentaires du client : Too small.\n"
            "Demande reçue : 19 novembre 2026\n\nCordialement,"
        ),
    ),
    "es": (
        "amazon.es",
        "Solicitud de devolución del pedido 402-1234567-1234567",
        (
            "Número de pedido: 402-1234567-1234567\nProducto: Two cups\nCantidad: 2\n"
            "Motivo de la devolución: Wrong size\nComentarios del cliente: Too small.\n"
            "Solicitud recibida: 19 de noviembre de 2026\n\nSaludos"
        ),
    ),
    "it": (
        "amazon.it",
        "Notifica di autorizzazione del reso per l'ordine 402-1234567-1234567",
        (
            "Numero d'ordine: 402-1234567-1234567\nArticolo: Two cups\nQuantità: 2\n"
            "Motivo del reso: Wrong size\nCommenti del cliente: Too small.\n"
            "Richiesta ricevuta: 19 novembre 2026\n\nCordiali saluti"
        ),
    ),
    "ja": (
        "amazon.co.jp",
        "注文番号 250-1234567-1234567 の返品リクエスト",
        (
            "注文番号：250-1234567-1234567\n商品：Two cups\n数量：2\n返品理由：Wrong size\n"
            "購入者のコメント：Too small.\nリクエスト受領日：2026年11月19日\n\n敬具"
        ),
    ),
    "pl": (
        "amazon.pl",
        "Prośba o zwrot zamówienia 402-1234567-1234567",
        (
            "Numer zamówienia: 402-1234567-1234567\nPrzedmiot: Two cups\nIlość: 2\n"
            "Powód zwrotu: Wrong size\nKomentarze klienta: Too small.\n"
            "Data zgłoszenia: 19.11.2026\n\nZ poważaniem"
        ),
    ),
    "nl": (
        "amazon.nl",
        "Retourverzoek voor bestelling 402-1234567-1234567",
        (
            "Bestelnummer: 402-1234567-1234567\nArtikel: Two cups\nAantal: 2\n"
            "Reden voor retour: Wrong size\nOpmerkingen van de klant: Too small.\n"
            "Datum aanvraag: 19-11-2026\n\nMet vriendelijke groet"
        ),
    ),
}


@pytest.mark.parametrize("language", RETURNS)
def test_a_return_is_read_in_every_language(language: str) -> None:
    """Practice S4.1 to S4.4: order, item, quantity, reason, comment, day of the request."""
    domain, subject, body = RETURNS[language]
    letter = read(notice(body, subject, sender=f"return@{domain}"))
    told = Notice(
        topic="return",
        reason="Wrong size",
        comment="Too small.",
        item="Two cups",
        quantity=2,
        requested=date(2026, 11, 19),
    )

    assert (Kind.NOTICE, told, "Wrong size\nToo small.") == (
        letter.kind,
        letter.notice,
        letter.text,
    )
    assert letter.order_ids[0] in subject


@pytest.mark.parametrize(
    ("sender", "subject", "body", "told"),
    [
        (
            "donotreply@amazon.com",
            "Sold, Ship Now. Lamp",
            (
                "Ship by: 11/25/2026\nItem: Lamp\nCondition: New\nSKU: AB-12 34\nQuantity: 3\n"
                "Order date: 11/20/2026\nYour earnings: $20.00\nYou will be paid in 14 days."
            ),
            Notice(
                topic="sale",
                item="Lamp",
                sku="AB-12 34",
                quantity=3,
                deadline=datetime(2026, 11, 26, 7, 59, 59, tzinfo=UTC),
            ),
        ),
        (
            "donotreply@amazon.de",
            "Verkauft, jetzt versenden: Lampe",
            "Versand bis: 25.11.2026\nArtikel: Lampe\nSKU: AB-12\nMenge: 1",
            Notice(
                topic="sale",
                item="Lampe",
                sku="AB-12",
                quantity=1,
                deadline=datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC),
            ),
        ),
        (
            "donotreply@amazon.co.jp",
            "注文確定 - 出荷してください",
            "出荷期限：2026/11/25\n商品名：ランプ\n出品者SKU：AB-12\n数量：1",
            Notice(
                topic="sale",
                item="ランプ",
                sku="AB-12",
                quantity=1,
                deadline=datetime(2026, 11, 25, 14, 59, 59, tzinfo=UTC),
            ),
        ),
        (
            "ebay@ebay.co.uk",
            "Your eBay item sold!",
            "Item: Lamp\nCustom label (SKU): AB-12\nQuantity sold: 1\nDispatch by: 25/11/2026",
            Notice(
                topic="sale",
                item="Lamp",
                sku="AB-12",
                quantity=1,
                deadline=datetime(2026, 11, 25, 23, 59, 59, tzinfo=UTC),
            ),
        ),
    ],
    ids=["en", "de", "ja", "ebay"],
)
def test_a_sale_is_read(sender: str, subject: str, body: str, told: Notice) -> None:
    """Article, the seller's own number, quantity and the day by which it must go out."""
    assert told == read(notice(body, subject, sender)).notice


def test_a_claim_states_sum_reason_and_deadline() -> None:
    """The number and the unit are the mail's; the shortest is not assumed where one is told."""
    letter = read(
        notice(
            "Ordine: 404-1234567-1234567\nMotivo del reclamo: Articolo non ricevuto\n"
            "Importo: 39,90 EUR\n\nRispondi entro 3 giorni di calendario.",
            "Richiesta di rimborso ricevuta per l'ordine 404-1234567-1234567",
            sender="atoz-guarantee-no-reply@amazon.it",
        )
    )

    assert (
        Notice(
            topic="claim",
            reason="Articolo non ricevuto",
            amount="39,90 EUR",
            deadline=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        )
        == letter.notice
    )


@pytest.mark.parametrize(
    ("subject", "amount"),
    [
        ("rimborso 39.9 EUR avviato - ordine 404-1234567-1234567", "39.9 EUR"),
        ("Refund of $1,234.50 initiated for order 112-1234567-1234567", "$1,234.50"),
        ("Erstattung über 12,00 € für Bestellung 302-1234567-1234567", "12,00 €"),
        ("注文250-1234567-1234567の返金 1,200円", "1,200円"),
        ("Refund initiated for order 112-1234567-1234567", ""),
    ],
)
def test_a_refunds_sum_stands_in_its_subject(subject: str, amount: str) -> None:
    """As it is written there; an order's digits are no sum."""
    assert Notice(topic="refund", amount=amount) == read(notice("x", subject)).notice


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("You have 3 days to respond.", 72),
        ("Sie haben drei Tage Zeit.", 72),
        ("Vous avez 48 heures pour répondre.", 48),
        ("Tiene 3 días para responder.", 72),
        ("Hai 72 ore per rispondere.", 72),
        ("Respond within seven (7) calendar days.", 168),
        ("Heeft u 2 dagen.", 48),
        ("The buyer has waited for 3 days.", None),
        ("It was 3 days late.", None),
    ],
)
def test_a_span_to_answer_in_is_a_deadline(words: str, hours: int | None) -> None:
    """Numbers in digits or words; a span that is only told is none."""
    letter = read(notice(words, "Action required: Claim received"))
    until = None if letter.notice is None else letter.notice.deadline
    told = None if until is None else until - datetime(2026, 11, 20, 9, tzinfo=UTC)

    assert hours == (None if told is None else told.total_seconds() / 3600)


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ("donotreply@amazon.de", "bis zum 25. Nov. 2026"),
        ("donotreply@amazon.de", "spätestens am Mittwoch, 25. November 2026"),
        ("donotreply@amazon.fr", "avant le 25 nov. 2026"),
        ("donotreply@amazon.es", "antes del 25 de noviembre de 2026"),
        ("donotreply@amazon.it", "entro il 25/11/2026"),
        ("donotreply@amazon.nl", "vóór 25 november 2026"),
        ("donotreply@amazon.pl", "do dnia 25.11.2026"),
        ("donotreply@amazon.se", "senast 2026-11-25"),
    ],
)
def test_a_named_day_is_read_in_every_language(sender: str, words: str) -> None:
    """Its end in the marketplace's zone."""
    letter = read(notice(f"x {words} y", "A-to-z claim", sender))

    assert letter.notice is not None
    assert datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC) == letter.notice.deadline


RETURNED = "Subject: Re: Your lamp\nMessage-ID: <ours@shop.example>\nTo: ann@buyer.example\n\nHi"
REPORT = f"""Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

It failed.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; Ann@Buyer.example
Action: failed
Status: 5.1.1

Final-Recipient: rfc822; bob@buyer.example
Action: delayed
--b
Content-Type: message/rfc822

{RETURNED}
--b--
"""
PLAIN = f"""
Your message to <ann@buyer.example> could not be delivered.

--- Below this line is a copy of the message.

{RETURNED}
"""
ABOUT_OURS = Undelivered(recipients=("ann@buyer.example",), subject="Re: Your lamp")


@pytest.mark.parametrize("rest", [REPORT, PLAIN], ids=["report", "plain"])
def test_a_bounce_tells_which_mail_of_ours_it_returns(rest: str) -> None:
    """Id, failed recipient and subject, from the report or from the words."""
    head = "From: MAILER-DAEMON@mx.example\nTo: shop@seller.example\nSubject: failure notice\n"
    letter = read(f"{head}{rest}".encode())

    assert (Kind.BOUNCE, ABOUT_OURS, ("<ours@shop.example>",)) == (
        letter.kind,
        letter.undelivered,
        letter.references,
    )


def test_a_refusal_of_the_marketplaces_keeps_what_matches_it() -> None:
    """Amazon's bounces are plain mails: their reference and the order find our letter."""
    letter = read(
        notice(
            "L'acquirente ha scelto di non ricevere messaggi.\nOggetto: Re: La lampada\n"
            "Ordine: 404-1234567-1234567",
            "Il tuo messaggio all'acquirente non è stato consegnato.",
            sender="auto-communication@amazon.com",
            In_Reply_To="<ours@shop.example>",
        )
    )

    assert (
        Kind.BOUNCE,
        ("<ours@shop.example>",),
        Undelivered(subject="Re: La lampada"),
        ("404-1234567-1234567",),
    ) == (letter.kind, letter.in_reply_to, letter.undelivered, letter.order_ids)


def test_other_letters_return_nothing() -> None:
    """A buyer who quotes a bounce returns no mail."""
    asked = f"I got this. Did you get my letter?\n{PLAIN}"

    assert read(notice(asked, "Question", sender="ann@buyer.example")).undelivered is None
