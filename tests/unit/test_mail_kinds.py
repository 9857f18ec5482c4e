"""Kinds: every signal is recognised, named, and never takes a person for a machine."""

import re
from pathlib import Path

import pytest

from cases.labels import Kind
from mail.kinds import DEFAULT, OWN_ADDRESS, SIGNALS, VETOES
from mail.reading import Boundary, read
from mail.signs import keyword

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "kinds.md"

RELAY = "a1b2c3d4e5f6g7@marketplace.amazon.de"


def letter(body: str = "Hello, please help.", **fields: str) -> bytes:
    """Build a direct letter of a person; a field's name has ``_`` for each hyphen."""
    told = {"From": "max@buyer.example", "To": "shop@seller.example", "Subject": "My order"}
    told |= {name.replace("_", "-"): value for name, value in fields.items()}
    return "".join(f"{name}: {value}\n" for name, value in told.items()).encode() + (
        f"\n{body}\n".encode()
    )


def report(sort: str, content_type: str) -> bytes:
    """Build a multipart/report."""
    return letter(
        f"--b\n\nSee below.\n--b\nContent-Type: {content_type}\n\nField: value\n--b--\n",
        Content_Type=f"multipart/report; report-type={sort}; boundary=b",
    )


SIGNS: dict[str, list[bytes]] = {
    "own-copy": [
        letter(
            From="donotreply@amazon.com",
            X_Space_Notification_Type="BBC_MESSAGE_CONFIRMATION_TO_MERCHANT",
        ),
        letter(From="donotreply@amazon.com", Subject="Your email to Max"),
    ],
    "undelivered-notice": [
        letter(
            From="auto-communication@amazon.com",
            X_Space_Notification_Type="BUYER_OPTED_OUT_BSM_MESSAGES",
        ),
        letter(
            From="auto-communication@amazon.it", Subject="Il tuo messaggio non è stato consegnato"
        ),
    ],
    "notification-type": [
        letter(From="donotreply@amazon.com", X_Space_Notification_Type="RETURN_REQUEST"),
        letter("x?customAttribute1Value=REFUND_ISSUED&y", From="donotreply@amazon.com"),
    ],
    "delivery-progress": [
        report("delivery-status", "message/delivery-status").replace(
            b"Field: value", b"Reporting-MTA: dns; mx.example\n\nAction: delayed"
        ),
    ],
    "delivery-status": [
        report("delivery-status", "message/delivery-status").replace(
            b"Field: value", b"Action: delayed\n\nAction: failed"
        ),
        report("delivery-status", "message/delivery-status"),
        report("x", "message/delivery-status"),
        letter(Content_Type="multipart/report; report-type=delivery-status; boundary=torn"),
    ],
    "feedback-report": [report("feedback-report", "message/feedback-report")],
    "disposition-notification": [
        report("disposition-notification", "message/disposition-notification")
    ],
    "aggregate-report": [
        letter("", Subject="Report domain: seller.example Submitter: host.example Report-ID: 1"),
        letter("x", TLS_Report_Domain="seller.example"),
        report("tlsrpt", "application/tlsrpt+gzip"),
    ],
    "registered-receipt": [letter("Consegnato.", X_Ricevuta="avvenuta-consegna")],
    "failed-recipients": [letter(X_Failed_Recipients="a@b.example")],
    "mailer-daemon": [
        letter(From="MAILER-DAEMON@mx.example"),
        letter(Return_Path="<mailer-daemon@mx.example>"),
    ],
    "postmaster": [
        letter("Hello.", From="Postmaster@mx.example"),
        letter("Hello.", Return_Path="<postmaster@mx.example>"),
    ],
    "desk-field": [
        letter("We are looking into it.", RT_Ticket="corp.example #12"),
        letter("Your ticket was updated. Can we help?", X_Zendesk_From_Account_Id="1a"),
    ],
    "mailer-daemon-name": [
        letter(From="Mail Delivery System <x@y.example>", Subject="Delivery failure"),
        letter("550 5.1.1 User unknown", From="System Administrator <x@y.example>"),
    ],
    "bounce-null-path": [letter(Return_Path="<>", Subject="Undelivered Mail Returned to Sender")],
    "notice address": [
        letter(From="do-not-reply@amazon.de"),
        letter(From="no-reply@marketplace.amazon.de"),
        letter(From="ebay@ebay.com"),
        letter(From="transaction@etsy.com", Subject="You made a sale on Etsy"),
        letter(From="x@mailer.shopify.com"),
        letter(From="seller@walmart.com", List_Unsubscribe="<https://x>"),
    ],
    "bounce-automatic": [
        letter(
            "Le message que vous avez adressé à a@b.example a été bloqué par notre filtre.",
            Auto_Submitted="auto-generated",
        ),
        letter("x", Subject="Message blocked", X_Autoreply="yes"),
    ],
    "report": [
        letter(Content_Type="multipart/report; report-type=x-status; boundary=b"),
        report("x-status", "text/plain"),
    ],
    "auto-submitted": [
        letter(Auto_Submitted="auto-replied"),
        letter(Auto_Submitted="Auto-Generated; x=y"),
        letter(Auto_Submitted="(by RFC 3834 (yes)) auto-notified (x)"),
        letter(From=RELAY, Auto_Submitted="auto-replied"),
        letter(Auto_Submitted="something-new"),
    ],
    "auto-reply-field": [
        letter(X_Autoreply="yes"),
        letter(X_Autorespond="x"),
        letter(X_Autogenerated="Reply"),
        letter(X_FC_MachineGenerated="true"),
        letter(X_POST_MessageClass="9; Autoresponder"),
        letter(Delivered_To="Autoresponder"),
        letter(X_Cron_Env="<SHELL=/bin/sh>"),
        letter(X_Uv_Mailing="auto_response"),
        letter(X_Amazon_Auto_Reply="true"),
        letter(Thread_Topic="AutoResponse"),
        letter(X_Mail_Autoreply="x", From=RELAY),
    ],
    "precedence-auto-reply": [
        letter(Precedence="auto_reply"),
        letter(X_Precedence="auto_reply"),
        letter(Preference="auto_reply"),
    ],
    "null-return-path": [
        letter(Return_Path="<>"),
        letter(Return_Path="< >", From=RELAY),
        letter(Return_Path="<MAILER-DAEMON>"),
        letter(Return_Path=""),
    ],
    "relay address": [
        letter(From=RELAY),
        letter(From="a1b2c3+0e8a7f3c-1111@marketplace.amazon.com.br"),
        letter(From="0123456789abcdef0123@members.ebay.com"),
        letter(From="0123456789abcdef0123456789abcdef@relay.walmart.com"),
    ],
    "conversation address": [
        letter(From="conversations@mail.etsy.com"),
        letter(From="no-reply@account.etsy.com", Subject="Ann needs help with an order"),
    ],
    "web-form": [
        letter(
            "Name: Ann\nMessage: Does the tent come with pegs?",
            From="WordPress <wordpress@shop.example>",
            Reply_To="ann@buyer.example",
        )
    ],
    "challenge-response": [
        letter(From="x@spamarrest.com"),
        letter("Click to verify that you are a human sender.", Subject="Please confirm your mail"),
    ],
    "bounce-subject": [
        letter(Subject="Undelivered Mail Returned to Sender"),
        letter("Sorry, it did not work.", Subject="failure notice"),
        letter("Your message could not be delivered.", Subject="Message status"),
        letter(Subject="系统退信"),
    ],
    "list-header": [
        letter(List_Id="<l.example>"),
        letter("Only today.", List_Unsubscribe="<https://x>"),
        letter(List_Unsubscribe="<https://x>", Precedence="bulk"),
        letter(X_Mailing_List="x"),
        letter(X_ML_Name="x"),
    ],
    "precedence": [
        letter("See https://shop.example", Precedence="Bulk"),
        letter("Offers.\n" * 60, X_Precedence="list"),
        letter("Your message is in the archive.", Precedence="junk"),
        letter(Precedence="list"),
    ],
    "list-manager": [
        letter(From="owner-list@x.example"),
        letter(From="list-request@x.example"),
        letter(From="LISTSERV@x.example"),
    ],
    "bulk-sender": [
        letter(From="newsletter@x.example"),
        letter(From="invitations@linkedin.com"),
    ],
    "payment-notice": [letter("You were paid.", From="service@paypal.com")],
    "no-reply-sender": [
        letter(From="no-reply@x.example"),
        letter(From="DoNotReply@x.example"),
        letter(From="support-noreply@x.example"),
        letter(From="nao-responda@x.example"),
        letter(From="notifications@x.example"),
    ],
    "automatic-subject": [
        letter(Subject=subject)
        for subject in (
            "Automatic reply: My order",
            "Out of Office",
            "Automatische Antwort: Anfrage",
            "Abwesenheitsnotiz",
            "Réponse automatique : absent",
            "Risposta automatica: x",
            "Respuesta automática: x",
            "Automatisch antwoord: x",
            "Autosvar: x",
            "自動応答: x",
            "自动回复: x",
            "Yahoo! Auto Response",
        )
    ],
    "automatic-text": [
        letter("Hello,\n\nThis is an automated message. We are closed."),
        letter("Diese E-Mail wurde automatisch erstellt."),
    ],
    "bounce-text": [letter("This is the mail system at host mx.example.", Subject="x")],
    "read-receipt": [letter("Your message was read on Monday.", Subject="Read: Your order")],
    "calendar": [letter("BEGIN:VCALENDAR", Content_Type="text/calendar; method=REPLY")],
    "bulk-field": [letter(X_MC_User="1"), letter(X_Mailer="MailChimp Mailer")],
    "absence-text": [letter("I am on vacation. I will answer when I am back.")],
    "disused-text": [
        letter("This mailbox is no longer read."),
        letter("Cette adresse n'est plus utilisée. Écrivez à contact@x.example."),
    ],
    "receipt-text": [letter("We have received your request. We will reply to you soon.")],
    "shop-text": [letter("Thank you for your order!\n\nSubtotal: 10.00")],
    "list-text": [letter("Look.\n\nTo unsubscribe, click here.")],
    DEFAULT: [letter()],
}


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_a_signal_decides_and_names_itself(signal: object) -> None:
    """Each sample of a signal gives its kind with its id as the reason."""
    told = {one.id: one.kind for one in SIGNALS} | {DEFAULT: Kind.BUYER}
    wanted = signal.id  # type: ignore[attr-defined]  # parametrised with Signal

    for sample in SIGNS[wanted]:
        read_ = read(sample)
        assert (told[wanted], wanted) == (read_.kind, read_.kind_reason), sample


def test_our_own_address_comes_before_everything() -> None:
    """Own mail is own, even where it bears an automatic mark."""
    found = read(
        letter(Auto_Submitted="auto-replied"), Boundary(own=frozenset({"max@buyer.example"}))
    )

    assert (Kind.OWN, OWN_ADDRESS) == (found.kind, found.kind_reason)


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Automatic reply: My order",
        "Delivery failure",
        "Message not delivered",
        "Delivery problem with my parcel",
        "Mail order return",
        "Holiday gift",
        "Vacation rental decoration",
        "Absent part",
        "Abwesend bei Lieferung",
        "Afwezig bij levering",
        "不在通知が入っていません",
        "Please confirm my order",
        "Confirm that you shipped it",
        "Returned to sender?",
        "Automatic watch is broken",
        "Auto charger does not work",
        "Eingangsbestätigung Rücksendung",
        "Warning: the lamp is hot",
        "Error in the invoice",
    ],
)
def test_a_person_is_not_taken_for_a_machine(subject: str) -> None:
    """Words that a buyer also uses decide nothing alone."""
    found = read(letter(Subject=subject))

    assert (Kind.BUYER, DEFAULT) == (found.kind, found.kind_reason)


@pytest.mark.parametrize(
    "fields",
    [
        {"Auto_Submitted": "no"},
        {"Auto_Submitted": "No (really); x=y"},
        {"Return_Path": "<bounces+12-max=buyer.example@esp.example>"},
        {"Precedence": "first-class"},
        {"X_Auto_Response_Suppress": "DR, RN"},
        {"X_Autoreply": "no"},
        {"From": "Casino.Reply <casino.reply@x.example>"},
    ],
)
def test_a_field_that_says_otherwise_decides_nothing(fields: dict[str, str]) -> None:
    """``no`` is no; a bulk sender's return path is no bounce."""
    found = read(letter(**fields))

    assert (Kind.BUYER, DEFAULT, ()) == (found.kind, found.kind_reason, found.vetoes)


@pytest.mark.parametrize(
    "fields",
    [{"List_Id": "Shop <shop.seller.example>"}, {"List_Post": "<mailto:shop@seller.example>"}],
)
def test_a_group_address_of_ours_is_no_list(fields: dict[str, str]) -> None:
    """A person's mail stays a buyer's; the fields still ask for silence."""
    ours = Boundary(own=frozenset({"shop@seller.example"}))
    found = read(letter(Precedence="list", **fields), ours)

    assert (Kind.BUYER, ("list-header", "precedence")) == (found.kind, found.vetoes)
    assert Kind.LIST is read(letter(Precedence="list", **fields)).kind


@pytest.mark.parametrize("subject", ["Automatic reply: x", "Undelivered Mail Returned to Sender"])
def test_through_a_relay_the_words_are_the_buyers(subject: str) -> None:
    """Fields and path may mark a relayed letter, subject and text may not."""
    found = read(letter("This is an automated message.", From=RELAY, Subject=subject))

    assert (Kind.BUYER, "relay address") == (found.kind, found.kind_reason)


def test_a_machines_words_in_the_history_are_not_the_senders() -> None:
    """A person may answer an automatic mail, quoting it without marks."""
    body = (
        "It still does not work.\n\nFrom: Shop <a@b.example>\nSent: Monday\nTo: Max\n"
        "Subject: x\n\nThis is an automated message.\n"
    )

    assert Kind.BUYER is read(letter(body)).kind


@pytest.mark.parametrize(
    ("veto", "fields"),
    [
        ("list-header", {"List_Id": "<x>"}),
        ("precedence", {"Precedence": "bulk"}),
        ("auto-response-suppress", {"X_Auto_Response_Suppress": "DR, OOF, AutoReply"}),
        ("auto-response-suppress", {"X_Auto_Response_Suppress": "all"}),
    ],
)
def test_silence_asked_for_is_a_veto_on_a_buyers_letter(veto: str, fields: dict[str, str]) -> None:
    """A relayed letter that asks for silence stays the buyer's."""
    found = read(letter(From=RELAY, **fields))

    assert (Kind.BUYER, "relay address", (veto,)) == (found.kind, found.kind_reason, found.vetoes)


@pytest.mark.parametrize(
    "address",
    [
        "x@marketplace.amazon.com.br.evil.example",
        "x@evilmarketplace.amazon.example",
        "x@marketplace.amazon.evil",
        "x@members.ebay.com.evil.example",
        "x@relay.walmart.com.evil.example",
        "x@marketplaceamazon.de",
    ],
)
def test_a_domain_is_compared_by_its_labels(address: str) -> None:
    """A look-alike is no marketplace."""
    assert None is read(letter(From=address)).marketplace


def test_the_type_field_counts_only_from_the_marketplace() -> None:
    """Anybody can write the field."""
    found = read(letter(X_Space_Notification_Type="BBC_MESSAGE_CONFIRMATION_TO_MERCHANT"))

    assert (Kind.BUYER, DEFAULT) == (found.kind, found.kind_reason)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("auto-replied", "auto-replied"),
        (" No ; reason=x", "no"),
        ("(a (b) c) auto-replied(d)", "auto-replied"),
        ('"auto-replied"', "auto-replied"),
        ("", ""),
    ],
)
def test_a_keyword_is_read_out_of_comments_and_parameters(value: str, told: str) -> None:
    """RFC 3834 5.1: CFWS and parameters do not hide the keyword."""
    assert told == keyword(value)


def test_the_page_explains_every_signal_and_veto() -> None:
    """docs/reference/kinds.md has one row for each id, and none for what is not there."""
    rows = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    wanted = [OWN_ADDRESS, *(one.id for one in SIGNALS), DEFAULT, *(one.id for one in VETOES)]
    assert wanted == rows


@pytest.mark.parametrize(
    ("field", "marks"),
    [
        ("Auto-Submitted: auto-generated", ("auto-submitted",)),
        ("X-Autoreply: yes", ("auto-reply-field",)),
        ("Auto-Submitted: no", ()),
        ("X-Mailer: Thunderbird", ()),
    ],
)
def test_machines_of_ours_are_told_from_people(field: str, marks: tuple[str, ...]) -> None:
    """Mail of ours bears the marks of a machine in its vetoes; a person's bears none."""
    raw = f"From: us@shop.example\r\nTo: b@mail.example\r\n{field}\r\n\r\nOn its way.\r\n"
    letter = read(raw.encode(), Boundary(own=frozenset({"us@shop.example"})))

    assert (Kind.OWN, marks) == (letter.kind, letter.vetoes)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("X-Auto-Reply-From", Kind.AUTO_REPLY),
        ("Autoreply", Kind.AUTO_REPLY),
        ("X-Corp-Autoresponder-Id", Kind.AUTO_REPLY),
        ("X-Out-Of-Office-Note", Kind.AUTO_REPLY),
        ("X-Auto-Response-Suppress", Kind.BUYER),
        ("X-Autoship", Kind.BUYER),
    ],
)
def test_a_field_named_for_automatic_answers_decides(name: str, kind: Kind) -> None:
    """Whatever program sets it; one that asks for silence is none."""
    assert kind is read(letter(**{name: "yes"})).kind


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("There were two lamps but one bulb.", {"Precedence": "bulk"}),
        ("Could you send me the invoice?", {"List_Unsubscribe": "<mailto:x@school.example>"}),
    ],
)
def test_what_a_gateway_adds_makes_no_list(body: str, fields: dict[str, str]) -> None:
    """A person's few words stay a buyer's; what the field asks for is a veto."""
    found = read(letter(body, **fields))

    assert (Kind.BUYER, 1) == (found.kind, len(found.vetoes))


def test_what_a_page_hands_on_is_not_acknowledged() -> None:
    """The letter is a buyer's, its address a program's."""
    form = SIGNS["web-form"][0]

    assert ("web-form",) == read(form).vetoes


def test_a_person_may_invite_and_ask() -> None:
    """An invitation with a person's own question is a buyer's; an answer of a calendar is not."""
    words = "Could you ring me on Tuesday? I would rather talk."
    kinds = [
        read(
            letter(
                f"--b\n\n{words}\n--b\nContent-Type: text/calendar; method={method}\n\nx\n--b--",
                Content_Type="multipart/alternative; boundary=b",
            )
        ).kind
        for method in ("REQUEST", "REPLY")
    ]

    assert [Kind.BUYER, Kind.AUTO_REPLY] == kinds
