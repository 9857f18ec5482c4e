"""What a notice announces by its subject, in twelve languages, and what only sounds like it."""

from pathlib import Path

import pytest

from mail.marketplaces.topics import find_topic
from mail.reading import read

_FILE = Path(__file__).with_suffix(".txt")
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "tr", "ja", "zh")
TOPICS = ("claim", "return", "cancellation", "refund", "feedback", "sale")


def rows() -> list[tuple[str, str, str]]:
    """Return language, topic (with "not " before one that it only sounds like), and subject."""
    language, found = "", []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        else:
            topic, _, subject = line.partition(": ")
            found.append((language, topic, subject))
    return found


@pytest.mark.parametrize(
    ("topic", "subject"), [one[1:] for one in rows() if not one[1].startswith("not ")]
)
def test_a_subject_announces_its_topic(topic: str, subject: str) -> None:
    """In the words that marketplaces use, and in everyday ones."""
    assert topic == find_topic(subject)


@pytest.mark.parametrize(
    ("topic", "subject"),
    [(topic.removeprefix("not "), told) for _, topic, told in rows() if topic.startswith("not ")],
)
def test_a_word_alone_announces_nothing(topic: str, subject: str) -> None:
    """Articles, policies, idioms, praise and another topic's words."""
    assert topic != find_topic(subject)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_tried_in_every_language(topic: str, language: str) -> None:
    """Twice at least, and as often with what is none."""
    told = [(one, name) for one, name, _ in rows()]

    assert told.count((language, topic)) > 1
    assert told.count((language, f"not {topic}")) > 1


@pytest.mark.parametrize(
    "subject",
    [
        "Charge dispute inquiry: response required",
        "Rückbuchung für Bestellung #1001",
        "Rétrofacturation reçue pour la commande #1001",
        "Has recibido un contracargo",
        "Contestazione di pagamento ricevuta",
        "Contestação de pagamento recebida",
        "Terugboeking voor bestelling #1001",
        "Obciążenie zwrotne za zamówienie #1001",
        "Återdebitering för order #1001",
        "Ters ibraz talebi alındı",
        "チャージバックが届きました",
        "订单 #1001 收到拒付",
    ],
)
def test_a_chargeback_is_told_from_a_claim(subject: str) -> None:
    """The bank decides it, not the marketplace."""
    assert "chargeback" == find_topic(subject)


@pytest.mark.parametrize(
    ("subject", "without"),
    [
        ("Reclamación recibida", "Reclamacion recibida"),
        ("Rückgabe angefragt", "Ru\u0308ckgabe angefragt"),
        ("Zwrócono środki", "Zwrocono srodki"),
        ("İptal talebi", "IPTAL TALEBI"),
        ("L'acheteur n'a pas reçu l'objet", "L’acheteur n’a pas recu l’objet"),
    ],
)
def test_accents_and_letters_do_not_matter(subject: str, without: str) -> None:
    """Gateways take them off, set them apart or write in capitals."""
    assert "other" != find_topic(subject) == find_topic(without)


def letter(sender: str, subject: str, body: str = "x") -> bytes:
    """Return a mail as bytes."""
    return (
        f"From: {sender}\nTo: shop@seller.example\nSubject: {subject}\n"
        f"Date: Fri, 20 Nov 2026 09:00:00 +0000\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}"
    ).encode()


@pytest.mark.parametrize(
    ("sender", "subject", "told"),
    [
        ("transaction@etsy.com", "È stato aperto un caso per il tuo ordine", "claim"),
        ("no-reply@account.etsy.com", "Se ha abierto un caso para tu pedido", "claim"),
        ("ebay@ebay.de", "Ein Fall wurde eröffnet", "claim"),
        ("ebay@ebay.com", "Your Resolution Center request was resolved", "other"),
        ("seller@walmart.com", "Disputa abierta: pedido 200012345678901", "claim"),
        ("x@mailer.shopify.com", "Litige ouvert pour la commande #1001", "chargeback"),
        ("donotreply@amazon.it", "Richiesta di rimborso ricevuta per l'ordine", "claim"),
        ("ebay@ebay.it", "Richiesta di rimborso ricevuta per l'ordine", "refund"),
        ("donotreply@amazon.co.jp", "返品申請を受け付けました", "return"),
    ],
)
def test_every_marketplace_reads_the_same_table(sender: str, subject: str, told: str) -> None:
    """And adds what a word means there alone."""
    read_letter = read(letter(sender, subject))

    assert "notice" == read_letter.kind
    assert read_letter.notice is not None
    assert told == read_letter.notice.topic


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("0123456789abcdef0123@members.ebay.com", "I opened a case for order 12-12345-12345"),
        ("0123456789abcdef0123456789abcdef@relay.walmart.com", "Dispute opened"),
        ("a1b2c3d4e5f6g7@marketplace.amazon.de", "Ich habe einen Fall eröffnet"),
        ("conversations@mail.etsy.com", "Se ha abierto un caso"),
    ],
)
def test_a_buyers_own_subject_announces_nothing(sender: str, subject: str) -> None:
    """What a person says of a case is a letter, judged by its words."""
    told = read(letter(sender, subject))

    assert ("buyer", None) == (told.kind, told.notice)


def test_a_case_that_a_person_opens_at_etsy_is_a_claim() -> None:
    """It comes in the buyer's name; Etsy's subject announces it all the same."""
    told = read(
        letter(
            "no-reply@account.etsy.com",
            "Ann opened a case for Order #1234567890",
            "You need help with: Item never arrived\nNote for seller: Where is it?",
        )
    )

    assert told.notice is not None
    assert ("buyer", "etsy:ann", "claim", "Item never arrived\nWhere is it?") == (
        told.kind,
        told.buyer,
        told.notice.topic,
        told.text,
    )


@pytest.mark.parametrize(
    "subject",
    [
        "Etsy-Unterhaltung mit Ann Lee",
        "Ann Lee braucht Hilfe bei einer Bestellung",
        "Ann Lee a besoin d’aide pour une commande",
        "Ann Lee necesita ayuda con un pedido",
        "Ann Lee ha bisogno di aiuto con un ordine",
        "Ann Lee heeft hulp nodig bij een bestelling",
        "Ann Lee potrzebuje pomocy z zamówieniem",
        "Ann Lee precisa de ajuda com um pedido",
        "Ann Leeさんが注文についてのヘルプを希望しています",
    ],
)
def test_etsys_buyers_write_in_every_language(subject: str) -> None:
    """A robot's address, a person's name in the subject."""
    told = read(letter("no-reply@account.etsy.com", subject))

    assert ("buyer", "etsy:ann lee") == (told.kind, told.buyer)


@pytest.mark.parametrize("name", ["An Nguyen", "Tu Tran", "El Hassan", "De Vries", "Your Mom"])
def test_a_name_that_begins_like_an_article_is_a_name(name: str) -> None:
    """Who is called An, El, Tu or De would go unanswered as a notice."""
    told = read(letter("no-reply@account.etsy.com", f"{name} needs help with an order"))

    assert ("buyer", f"etsy:{name.casefold()}") == (told.kind, told.buyer)


@pytest.mark.parametrize(
    "subject",
    [
        "A buyer needs help with an order",
        "Your customer sent you a message",
        "Ein Käufer braucht Hilfe bei einer Bestellung",
        "Une acheteuse a besoin d'aide pour une commande",
        "Un comprador necesita ayuda con un pedido",
    ],
)
def test_who_is_not_named_is_nobodys_name(subject: str) -> None:
    """Two buyers without a name are not one."""
    assert "" == read(letter("no-reply@account.etsy.com", subject)).buyer


@pytest.mark.parametrize(
    "subject",
    [
        "Fall eröffnet für Bestellung Nr. 1234567890",
        "Litige ouvert pour la commande n° 1234567890",
        "Caso abierto para el pedido n.º 1234567890",
        "Caso aperto per l'ordine #1234567890",
        "Zaak geopend voor bestelnummer: 1234567890",
        "Reklamacja dotycząca zamówienia nr 1234567890",
        "Foi aberto um caso para o pedido nº 1234567890",
        "Ett ärende har öppnats för ordernummer 1234567890",
        "#1234567890 numaralı siparişiniz için bir vaka açıldı",
        "注文番号1234567890のケースが開かれました",
        "订单号：1234567890 已开启纠纷",
        "A case was opened for order no. 1234567890",
    ],
)
def test_etsys_orders_are_found_in_every_language(subject: str) -> None:
    """The word for an order stands before the number, in Turkish behind it."""
    assert ("1234567890",) == read(letter("transaction@etsy.com", subject)).order_ids


@pytest.mark.parametrize("subject", ["Listing #1234567890 expired", "Artikel 1234567890 läuft ab"])
def test_another_number_is_no_order(subject: str) -> None:
    """Etsy's listings have numbers like orders."""
    assert () == read(letter("transaction@etsy.com", subject)).order_ids


@pytest.mark.parametrize(
    "subject",
    ["Bestellung #AB1001 storniert", "Commande #AB1001 annulée", "注文 #AB1001", "订单 #AB1001"],
)
def test_shopifys_orders_are_found_in_every_language(subject: str) -> None:
    """As they are in English."""
    assert ("AB1001",) == read(letter("x@mailer.shopify.com", subject)).order_ids
