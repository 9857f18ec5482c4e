"""Marketplaces: wrappers come off, notices give their facts, aliases are stable."""

from datetime import UTC, date, datetime

import pytest

from cases.labels import Kind
from cases.values import Notice
from mail.marketplaces.amazon import ZONES
from mail.marketplaces.deadlines import stated_deadline
from mail.reading import read

WORDS = "Where is my lamp?\n\nThanks, Max"

#: Begin and end of Amazon's wrapper, by language; the last three by structure alone.
WRAPPERS = [
    ("------------- Message: -------------", "------------- End message -------------"),
    ("------------- Begin message -------------", "------------- End message -------------"),
    (
        "--- Begin message / Début du message ---",
        "--- End message / Fin du message ---",
    ),
    ("-------------  Anfang der Nachricht  -------------", "---- Ende der Nachricht ----"),
    ("------ Début du message ------", "------ Fin du message ------"),
    ("------ DÃ©but du message ------", "------ Fin du message ------"),
    ("------ Messaggio: ------", "------ Fine messaggio ------"),
    ("------ Inizio messaggio ------", "------ Fine messaggio ------"),
    ("------ Iniciar mensaje ------", "------ Finalizar mensaje ------"),
    ("------ Mensagem: ------", "------ Encerrar mensagem ------"),
    ("------ Início da mensagem ------", "------ Fim da mensagem ------"),
    ("------ メッセージはここから ------", "------ メッセージはここまで ------"),
    ("Message:", "View Message\nhttps://x"),
    ("------ Wiadomość: ------", "------ Koniec ------"),
    ("------ Bericht: ------", "------ Einde ------"),
    ("------ Mesaj: ------", "------ Son ------"),
]


def relayed(body: str, tld: str = "com", subject: str = "Lamp", **fields: str) -> bytes:
    """Build a buyer's letter through Amazon."""
    told = {
        "From": f"Max - Amazon Marketplace <a1b2c3d4e5f6g7@marketplace.amazon.{tld}>",
        "To": "shop@seller.example",
        "Subject": subject,
        "Date": "Mon, 23 Nov 2026 10:00:00 -0800",
        "Content-Type": "text/plain; charset=utf-8",
    }
    told |= {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\n" for name, value in told.items())
    return f"{head}\n{body}\n".encode()


@pytest.mark.parametrize(("start", "end"), WRAPPERS)
def test_the_wrapper_comes_off(start: str, end: str) -> None:
    """Before, after, and where the lines were lost."""
    before = "You have received a message.\n\n# 112-1234567-1234567:\n1 / Lamp [ASIN: B0ABCDEFGH]"
    after = "Was this email helpful?\nhttps://x/messaging/inbox?fi=caseIdA12345678\n[commMgrTok:X]"
    letter = read(relayed(f"{before}\n\n{start}\n\n{WORDS}\n\n{end}\n\n{after}"))

    assert (WORDS, ("112-1234567-1234567",), ("B0ABCDEFGH",), "A12345678") == (
        letter.text,
        letter.order_ids,
        letter.asins,
        letter.case_id,
    )


def test_a_wrapper_in_one_line_comes_off() -> None:
    """HTML flattened by a gateway."""
    body = (
        "Hi. ------  Anfang der Nachricht  ------ Wo ist es? ------  Ende der Nachricht  ------ x"
    )

    assert "Wo ist es?" == read(relayed(body, "de")).text


@pytest.mark.parametrize(
    "body", ["Where is my lamp?", "--- urgent ---\nWhere is my lamp?", "Hello\n\n-- \nMax"]
)
def test_without_a_wrapper_the_words_are_kept(body: str) -> None:
    """Nothing recognised, nothing dropped."""
    assert body.partition("\n\n-- ")[0] == read(relayed(body)).text


def test_the_buyers_words_stand_in_one_element() -> None:
    """Amazon's HTML marks them, in every country; empty for photos alone."""
    pre = "<p>Hai ricevuto</p><pre style='white-space: -o-pre-wrap'>{}</pre><p>footer</p>"
    full = relayed(pre.format("Buongiorno,\ndove?"), "it", Content_Type="text/html")
    empty = relayed(pre.format(""), "it", Content_Type="text/html")

    assert ("Buongiorno,\ndove?", "") == (read(full).text, read(empty).text)


def test_a_pasted_case_link_is_no_case() -> None:
    """Only the wrapper's own link is Amazon's."""
    body = "--- Message: ---\nsee https://x?fi=caseIdB99999999\n--- End message ---\nfooter"

    assert None is read(relayed(body)).case_id


@pytest.mark.parametrize("tld", ZONES)
def test_every_relay_domain_is_a_buyers(tld: str) -> None:
    """22 of them, by whole labels."""
    letter = read(relayed("hello", tld))

    assert (Kind.BUYER, f"amazon.{tld}", True) == (letter.kind, letter.marketplace, letter.relay)


def test_there_are_22_relay_domains() -> None:
    """The table is complete."""
    assert 22 == len(ZONES)


def test_an_alias_is_stable_and_its_tag_is_the_case() -> None:
    """From may bear ``+case``; the answer goes to the full address."""
    letter = read(relayed("x", From="a1b2+0e8a7f3c-11@marketplace.amazon.de"))

    assert (
        "a1b2@marketplace.amazon.de",
        "0e8a7f3c-11",
        "a1b2+0e8a7f3c-11@marketplace.amazon.de",
    ) == (
        letter.buyer,
        letter.case_id,
        letter.sender,
    )


RETURN = """Dear Seller and Dear Max,

This email is being sent to you by Amazon to notify and confirm that a return authorization has
been requested for the item(s) listed below.

Seller: please authorize or close it within the next business day.
Max: no additional action is required.

Order ID: 112-1234567-1234567
Item: Cup
Qty: 1
Return reason: Wrong item was sent
Customer comments: I am upset.
I want an exchange.
Request received: November 22, 2026

Sincerely,
Amazon Services"""

NOTICE = Notice(
    topic="return",
    reason="Wrong item was sent",
    comment="I am upset.\nI want an exchange.",
    item="Cup",
    quantity=1,
    requested=date(2026, 11, 22),
    deadline=datetime(2026, 11, 25, 7, 59, 59, tzinfo=UTC),
)


def test_a_return_notice_gives_reason_comment_and_deadline() -> None:
    """Practice S4.1 to S4.4."""
    letter = read(
        relayed(
            RETURN,
            From="donotreply@amazon.com",
            Subject="Return Requested for order 112-1234567-1234567",
        )
    )

    assert (Kind.NOTICE, NOTICE, "Wrong item was sent\nI am upset.\nI want an exchange.", "") == (
        letter.kind,
        letter.notice,
        letter.text,
        letter.buyer,
    )


def test_the_return_form_through_a_relay_is_the_buyers() -> None:
    """The sender decides the kind; the words and facts are the same."""
    letter = read(relayed(RETURN))

    assert (Kind.BUYER, NOTICE) == (letter.kind, letter.notice)


def test_customer_service_writes_for_a_buyer() -> None:
    """The text is what follows Reason and Details."""
    body = (
        "We've been contacted by a customer regarding the order identified below.\n\n"
        "Order#: 112-1234567-1234567\nItem: Lamp\nReason: Where is it\nDetails: It never came.\n\n"
        "To respond to this customer, please reply.\nCustomer Service\n"
    )

    assert "Where is it\nIt never came." == read(relayed(body)).text


@pytest.mark.parametrize(
    ("sort", "topic"),
    [
        ("BRC_SELLER_NOTIFICATION", "cancellation"),
        ("RETURN_REQUEST", "return"),
        ("REFUND_ISSUED", "refund"),
        ("A_Z_CLAIM_RESPONDENT_NOTIFY", "claim"),
        ("A_Z_CLAIM_RESPONDENT_CLOSE", "claim"),
    ],
)
def test_the_type_field_names_the_topic(sort: str, topic: str) -> None:
    """More reliable than any subject; List-Unsubscribe does not make it a list."""
    raw = relayed(
        "x",
        From="donotreply@amazon.com",
        Subject="hello",
        X_Space_Notification_Type=sort,
        List_Unsubscribe="<https://x>",
        X_Marketplace_ID="APJ6JRA9NG5V4",
    )
    letter = read(raw)

    assert (Kind.NOTICE, "amazon.it", Notice(topic=topic)) == (
        letter.kind,
        letter.marketplace,
        letter.notice,
    )


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("Your Immediate Response Required: Charge Dispute Inquiry", "chargeback"),
        ("Action required: Claim received on order 112-1234567-1234567", "claim"),
        ("Richiesta di rimborso ricevuta per l'ordine 404-1234567-1234567", "claim"),
        ("Richiesta di annullamento per l'ordine numero: 404-1234567-1234567", "cancellation"),
        ("Return authorization notification for order # 112-1234567-1234567", "return"),
        ("Notifica di autorizzazione del reso per l'ordine 404-1234567-1234567", "return"),
        ("Refund initiated for order 112-1234567-1234567", "refund"),
        ("rimborso 39.9 EUR avviato - ordine 404-1234567-1234567", "refund"),
        ("Sold, Ship Now. Your order", "sale"),
        ("Action Required: Unshipped Prime orders that need to be shipped today", "sale"),
        ("Policy Warning", "other"),
    ],
)
def test_a_subject_names_the_topic(subject: str, topic: str) -> None:
    """Where the type field was lost."""
    letter = read(relayed("x", From="donotreply@amazon.com", Subject=subject))

    assert letter.notice is not None
    assert (Kind.NOTICE, topic) == (letter.kind, letter.notice.topic)


WRITTEN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("respond within 48 hours", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
        ("innerhalb von 72 Stunden", datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        ("entro 3 giorni di calendario", datetime(2026, 11, 23, 9, 0, tzinfo=UTC)),
        ("48時間以内にご返信ください", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
        ("within the next business day", datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)),
        ("bis zum nächsten Werktag", datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)),
        ("within 2 business days", datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)),
        ("by November 25, 2026", datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)),
        ("bis zum 25.11.2026", datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)),
        ("within 48 hours, at the latest in 3 days", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)),
        ("by February 31, 2026", None),
        ("it took 48 hours", None),
        ("by November 2, 2026", None),
        ("please answer soon", None),
        ("Ship by: November 25, 2026", datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)),
        ("2026年11月25日までにご返信ください。", datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)),
        ("请在2026年11月25日之前回复。", datetime(2026, 11, 25, 22, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_deadline_is_read_from_the_notice(words: str, told: datetime | None) -> None:
    """Number and unit as they stand there, counted from the mail; 20 Nov 2026 is a Friday."""
    assert told == stated_deadline(words, WRITTEN, "Europe/Berlin")


@pytest.mark.parametrize(
    ("sender", "subject", "body", "text", "orders"),
    [
        (
            "0123456789abcdef0123@members.ebay.com",
            "max has sent a question about item #123456789012",
            "<p>New message</p><div id='UserInputtedText'>Is it green?</div><p>12-12345-12345</p>",
            "Is it green?",
            ("12-12345-12345",),
        ),
        (
            "conversations@mail.etsy.com",
            "Etsy Conversation with Ann",
            "Hi Shop,<br>Ann sent you a message.<br>Is it green?<br>View message",
            "Is it green?",
            (),
        ),
        (
            "no-reply@account.etsy.com",
            "Ann needs help with an order",
            "Order #1234567890<br>You need help with: Damaged<br>Note for seller: Bent",
            "Damaged\nBent",
            ("1234567890",),
        ),
        (
            "0123456789abcdef0123456789abcdef@relay.walmart.com",
            "Question about order 200012345678901",
            "Is it green?",
            "Is it green?",
            ("200012345678901",),
        ),
    ],
)
def test_other_marketplaces_are_read(
    sender: str, subject: str, body: str, text: str, orders: tuple[str, ...]
) -> None:
    """As far as their forms are known."""
    raw = f"From: {sender}\nSubject: {subject}\nContent-Type: text/html\n\n{body}".encode()
    letter = read(raw)

    assert (Kind.BUYER, orders) == (letter.kind, letter.order_ids)
    assert text in letter.text


def test_etsys_buyers_are_told_apart_by_name() -> None:
    """They share one address."""
    raw = b"From: conversations@mail.etsy.com\nSubject: Re: Etsy Conversation with Ann Lee\n\nx"

    assert "etsy:ann lee" == read(raw).buyer
