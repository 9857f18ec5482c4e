"""The wording lint: what is refused, and the harmless likes of it that pass."""

import re
from pathlib import Path

import pytest

from cases.values import Wording
from replies.forbidden.combinations import COMBINATIONS, EXCUSES
from replies.forbidden.tables import VOCABULARIES
from replies.wording import LONGEST, REASONS, lint, lint_contact, lint_text

PROMISES = Path(__file__).parents[2] / "docs" / "reference" / "promises.md"

HERE = Path(__file__).parent


def read(kind: str) -> list[tuple[str | None, str]]:
    """Return sentences with the language that their file is named by, None where it has several.

    They were written for no rule in particular, before the tables.
    """
    name = f"test_replies_wording_{kind}"
    return [
        (path.stem.removeprefix(name).strip("_") or None, sentence)
        for path in sorted(HERE.glob(f"{name}*.txt"))
        for sentence in path.read_text("utf-8").splitlines()
    ]


ALSO_REFUSED = read("refused")
ALSO_PASSED = read("passed")

#: The rules that look for words; the others go by shape and length.
WORDED = frozenset(REASONS) - {"length", "order-id", "email-address", "link", "phone-number"}

#: Rule to sentences that break it.
REFUSED = {
    "email-address": (
        "Please write to service@example.com.",
        "Schreiben Sie an hilfe (at) example.de",
        "help [at] example [dot] org",
        "ご連絡は info@example.co.jp までお願いします。",
        "write to sales at example dot com",
    ),
    "link": (
        "See https://example.com/track?id=1 for more.",
        "More at www.example.de.",
        "Besuchen Sie lampenladen.de",
        "Visit MYSHOP.COM today",
        "詳しくは example.co.jp をご確認ください。",
        "myshop dot com",
        "http:/example",
    ),
    "phone-number": (
        "Call +49 30 1234567.",
        "Sie erreichen uns unter 030 / 123 45 67.",
        "Unsere Nummer: 01712345678",
        "(030) 1234567",
        "Ring 206-555-0123",
        "1-800-555-0199",
        "お電話は 03-1234-5678 です。",
        "0120-123-456",
        "0049 (0)30 1234567",
        "13812345678",
        "Tel.: 4711 22",
        "+1 (206) 555 0123",
    ),
    "other-contact": (
        "Just send us a message on WhatsApp.",
        "You can call us at any time.",
        "Add us on WeChat.",
        "Scan the QR code in the box.",
        "Contact us directly instead.",
        "Rufen Sie uns gerne an.",
        "Wir helfen Ihnen auch telefonisch.",
        "お電話にてご連絡ください。",
        "当店のホームページからお問い合わせください。",
        "LINEで友だち追加してください。",
    ),
    "promotion": (
        "Check out our latest lamps.",
        "Visit our online store for more.",
        "We have special offers this week.",
        "Follow us for news.",
        "Subscribe to our newsletter.",
        "We hope you buy again.",
        "Entdecken Sie unser Sortiment.",
        "Besuchen Sie unseren Online-Shop.",
        "Abonnieren Sie unseren Newsletter!",
        "Unsere Sonderangebote warten auf Sie.",
        "他の商品もぜひご覧ください。",
        "ただいまセール開催中です。",
        "新商品のご案内です。",
        "次回のご注文をお待ちしております。",
    ),
    "code": (
        "Here is a coupon for you.",
        "Use code SAVE20NOW today.",
        "You get 20% off.",
        "We send you a gift card.",
        "A discount is waiting for you.",
        "Sie bekommen einen Gutscheincode.",
        "Wir gewähren Ihnen 10 % Nachlass.",
        "Mengenrabatt gibt es auch.",
        "次回使えるクーポンをお送りします。",
        "10％オフになります。",
        "ギフト券をお送りします。",
    ),
    "review": (
        "Please leave us a review.",
        "We would love a 5-star rating.",
        "Would you change your review?",
        "Reviews help us a lot.",
        "Please rate us.",
        "Please remove your negative feedback.",
        "Consider reviewing our product.",
        "Bitte ändern Sie Ihre Bewertung.",
        "Wir freuen uns über fünf Sterne.",
        "Bitte bewerten Sie uns.",
        "Schreiben Sie eine Rezension.",
        "レビューをお願いいたします。",
        "高評価をいただけますと幸いです。",
        "星5つをお願いします。",
        "口コミの投稿をお待ちしています。",
    ),
    "incentive": (
        "In return for your patience you get something.",
        "We will give you a small gift.",
        "As a thank-you we add something.",
        "You earn a bonus.",
        "We will compensate you.",
        "Als kleine Wiedergutmachung legen wir etwas bei.",
        "Im Gegenzug bitten wir um Geduld.",
        "Wir schenken Ihnen etwas Schönes.",
        "Sie werden entschädigt.",
        "お詫びとして、粗品を差し上げます。",
        "特典をご用意しております。",
        "補償をさせていただきます。",
    ),
    "remedy-promised": (
        "We will refund you in full.",
        "Don't worry, we will refund you.",
        "You will receive a full refund.",
        "We'll send you a replacement today.",
        "We are happy to exchange it.",
        "Your refund has been issued.",
        "A replacement is on its way.",
        "Your order has been cancelled.",
        "Your address has been updated.",
        "If you send it back, we will refund you.",
        "We gladly replace it.",
        "The exchange is free of charge.",
        "You get your money back.",
        "We have already initiated the refund.",
        "Wir erstatten Ihnen den vollen Betrag.",
        "Selbstverständlich erstatten wir Ihnen den Kaufpreis.",
        "Machen Sie sich keine Sorgen, wir werden Ihnen alles erstatten.",
        "Sie erhalten Ihr Geld zurück.",
        "Sie bekommen von uns umgehend eine Rückerstattung.",
        "Wir senden Ihnen gerne Ersatz.",
        "Wir schicken Ihnen sofort ein neues Gerät.",
        "Ihre Bestellung wurde storniert.",
        "Ihre Lieferadresse wurde wie gewünscht geändert.",
        "Die Rückerstattung wurde heute veranlasst.",
        "Wir nehmen den Artikel selbstverständlich zurück.",
        "全額返金いたします。",
        "交換させていただきます。",
        "代替品をお送りいたします。",
        "新しい商品を発送いたします。",
        "ご注文はキャンセルいたしました。",
        "お届け先を変更いたしました。",
        "返金の手続きを開始いたしました。",
        "不足分を至急お送りいたします。",
        "無料で交換いたします。",
    ),
    "blame": (
        "This was your mistake.",
        "You should have checked the size.",
        "You entered the wrong address.",
        "The courier lost your parcel.",
        "It is the carrier's fault.",
        "That is not our fault.",
        "We are not responsible for this.",
        "This is a user error.",
        "Das ist Ihr Fehler.",
        "Sie hätten die Anleitung lesen müssen.",
        "Der Paketdienst ist schuld.",
        "Es liegt ein Bedienungsfehler vor.",
        "Sie haben die falsche Adresse angegeben.",
        "Dafür sind wir nicht verantwortlich.",
        "Die unsachgemäße Nutzung ist die Ursache.",
        "お客様の操作ミスが原因です。",
        "お客様の責任となります。",
        "配送業者のミスでございます。",
        "当店に責任はございません。",
    ),
    "belittling": (
        "It is only a free gift.",
        "It was just a small giveaway.",
        "The gift was free anyway.",
        "You did not pay for it.",
        "Es ist doch nur ein Geschenk.",
        "Das war lediglich eine kleine Zugabe.",
        "Der Artikel war ja kostenlos.",
        "ただのおまけです。",
        "プレゼントに過ぎません。",
        "無料のものですので、ご了承ください。",
    ),
    "payment": (
        "Please pay the difference by PayPal to our account.",
        "Überweisen Sie den Rest bitte direkt an uns.",
        "差額は銀行振込でお支払いください。",
        "差价请转到我的支付宝。",
    ),
    "claim": (
        "Please withdraw the A-to-z claim so that we can help.",
        "There is no need for a dispute.",
        "Bitte schließen Sie den Garantieantrag.",
        "マーケットプレイス保証の申請を取り下げてください。",
        "麻烦您先撤销纠纷。",
    ),
    "stock": (
        "The lamp is sold out, so please cancel the order.",
        "Der Artikel ist ausverkauft, bitte stornieren Sie.",
        "在庫がないため、キャンセルをお願いいたします。",
    ),
    "away": (
        "We are out of office until Monday.",
        "We are currently away.",
        "Ich bin im Urlaub.",
        "Unser Team ist zurzeit abwesend.",
        "担当者は不在にしております。",
        "休暇中のため、返信が遅れます。",
    ),
}

#: Sentences an acknowledgement may well hold.
PASSED = (
    "Thank you for your message about order 302-1234567-1234567.",
    "This is an automatic confirmation that we have received your message.",
    "A member of our team will reply by Monday, 23 November 2026 at 10:00 (Central European Time).",
    "A person will read it by Monday, November 23, 2026 at 3:30 PM (Pacific Time).",
    "We will review your message and the photos.",
    "Our team will review it carefully.",
    "Your request is being reviewed.",
    "We have received your request for a refund.",
    "We have received your refund request and are looking into it.",
    "We are checking whether we can send a replacement.",
    "We will check if a refund is possible.",
    "We have noted that you would like to exchange the article.",
    "This message does not mean that your order has been cancelled.",
    "Please note that your address has not been changed yet.",
    "We understand that your free gift was missing, and we are sorry.",
    "Thank you for telling us about the gift; we are starting to check at once.",
    "We know that the present is needed on a certain day.",
    "You can simply reply to this message.",
    "You can reply to this e-mail at any time.",
    "Thank you for your feedback.",
    "If you have photos, please add them to your reply.",
    "Your return request has reached us.",
    "We are sorry for the trouble with your order 12-34567-89012 of 2026-11-23.",
    "Order 112233445566778 was placed on 11/23/2026 at 10:00.",
    "Your message about item 123456789012 has arrived.",
    "You should have an answer by then.",
    "We are looking at what the carrier tells us about your parcel.",
    "Thank you for shopping with us on Amazon.",
    "It.Thank you for waiting.",
    "Vielen Dank für Ihre Nachricht zur Bestellung 302-1234567-1234567.",
    "Dies ist eine automatische Bestätigung.",
    "Sie erhalten bis Montag, 23. November 2026, 10:00 Uhr (Mitteleuropäische Zeit) eine Antwort.",
    "Sie erhalten von uns eine Antwort zu Ihrer Rückerstattung.",
    "Wir senden Ihnen so bald wie möglich eine persönliche Antwort.",
    "Wir prüfen, ob wir Ihnen Ersatz senden können.",
    "Wir haben Ihren Wunsch nach einer Erstattung aufgenommen.",
    "Diese Nachricht bedeutet nicht, dass Ihre Bestellung storniert wurde.",
    "Damit ist noch keine Änderung Ihrer Lieferadresse bestätigt.",
    "Ihre Bestellung wurde noch nicht storniert.",
    "Es tut uns leid, dass die Zugabe gefehlt hat.",
    "Wir haben Ihren Wunsch nach einem Umtausch erhalten.",
    "Sie können einfach auf diese Nachricht antworten.",
    "Bitte senden Sie uns ein Foto des Artikels.",
    "Wir werden Ihre Angaben zur Erstattung prüfen.",
    "Wir werden uns darum kümmern und Ihnen antworten.",
    "Der Zustand der Sendung wird geprüft.",
    "ご注文 250-1234567-1234567 についてのご連絡をありがとうございます。",
    "このメールは自動送信の受付確認です。",
    "担当者より2026年11月23日（月曜日）10:00（日本標準時）までにご返信いたします。",
    "返金のご希望を承りました。",
    "返金についてのご連絡をいただき、ありがとうございます。",
    "交換のご希望について、内容を確認いたします。",
    "交換が可能かどうかを確認いたします。",
    "キャンセルのご依頼を拝受いたしました。",
    "このご連絡は、お届け先の変更を確定するものではございません。",
    "プレゼントが入っていなかったとのこと、申し訳ございません。",
    "お写真がございましたら、ご返信に添付してください。",
    "確認のうえ、ご連絡いたします。",
    "ご不便をおかけし、申し訳ございません。",
    "商品が届いていないとのこと、ご心配をおかけしております。",
)


def wording(body: str) -> Wording:
    """Build an acknowledgement with ``body``."""
    return Wording(template="general", language="en", subject="Re: x", body=body)


def rules(
    text: str,
    marketplace: str | None = "amazon.de",
    brand: str = "",
    language: str | None = None,
) -> set[str]:
    """Return the rules that ``text`` breaks."""
    return {fault.rule for fault in lint_text(text, marketplace, brand, language)}


@pytest.mark.parametrize(
    ("rule", "sentence"), [(rule, one) for rule, many in REFUSED.items() for one in many]
)
def test_a_forbidden_sentence_is_refused(rule: str, sentence: str) -> None:
    """Each is refused for its own reason, beside whatever else is wrong with it."""
    assert {rule} == rules(sentence) & {rule}


@pytest.mark.parametrize(("language", "sentence"), ALSO_REFUSED)
def test_what_others_would_write_is_refused(language: str | None, sentence: str) -> None:
    """One rule or another sees it."""
    assert rules(sentence, language=language)


@pytest.mark.parametrize(
    ("language", "sentence"), [*((None, sentence) for sentence in PASSED), *ALSO_PASSED]
)
def test_a_good_sentence_passes(language: str | None, sentence: str) -> None:
    """Order ids, dates, times and plain talk about the matter break no rule."""
    assert set() == rules(sentence, language=language)


@pytest.mark.parametrize("sentence", [sentence for _, sentence in ALSO_REFUSED])
def test_a_forbidden_sentence_is_refused_where_the_language_is_unknown(sentence: str) -> None:
    """Its own words show which table it is for."""
    assert rules(sentence)


def test_a_line_break_does_not_hide_words() -> None:
    """Templates wrap their lines."""
    assert {"remedy-promised"} == rules("We will\nrefund you.")


def test_full_width_letters_do_not_hide_words() -> None:
    """Text is folded before it is judged."""
    assert {"code", "link"} == rules("ＣＯＵＰＯＮ ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ")


def test_a_coupon_is_refused_in_a_letter_of_any_language() -> None:
    """Some words are the same everywhere."""
    assert [{"code"}] * 3 == [
        rules(text, language=language)
        for text, language in (
            ("Sie bekommen einen Coupon.", "de"),
            ("クーポンCOUPONあり", "ja"),
            ("Har du en coupon?", "sv"),
        )
    ]


@pytest.mark.parametrize("language", ["de", "ja", "sv", None])
def test_a_sentence_of_another_language_is_held_against_its_own_table(language: str | None) -> None:
    """A text may hold two languages."""
    text = "Vielen Dank für Ihre Nachricht. We will refund you today. ありがとうございます。"

    assert {"remedy-promised"} == rules(text, language=language)


@pytest.mark.parametrize(
    ("forbidden_in", "language", "sentence"),
    [
        ("ja", "zh", "关于取消订单的来信，客服人员会说明。"),
        ("zh", "ja", "ご注文の取消のご依頼を承りました。"),
        ("es", "it", "La richiesta di un cambio è arrivata."),
        ("it", "es", "Ha pedido un cambio y vamos a revisarlo."),
        ("fr", "de", "Die Tasche Avis ist bei uns in Prüfung."),
        ("en", "fr", "Nous vérifions la lampe Rebate."),
    ],
)
def test_a_word_is_innocent_where_only_another_language_forbids_it(
    forbidden_in: str, language: str, sentence: str
) -> None:
    """A sentence is judged by the table of its own language."""
    other = next(one for one in VOCABULARIES if one.language == forbidden_in)

    assert [True, set()] == [any(other.find(sentence.lower())), rules(sentence, language=language)]


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    """The words shown are the writer's."""
    faults = lint_text("折扣碼已寄給您。", "ebay", language="zh")

    assert "折扣" in {fault.words for fault in faults}


def test_every_language_can_be_recognised() -> None:
    """A table without marks would be silent where the language is unknown."""
    assert [] == [one.language for one in VOCABULARIES if not one.marks]


def test_the_marketplace_may_be_named() -> None:
    """``amazon.de`` is no link in a letter through amazon.de, and is one elsewhere."""
    text = "Ihre Bestellung bei amazon.de"

    assert [set(), {"link"}] == [rules(text, "amazon.de"), rules(text, "ebay")]


def test_the_brand_is_not_judged_by_its_words() -> None:
    """A shop may be called by a word that would be forbidden."""
    text = "Kind regards\nBonus & Sale"

    assert [{"incentive"}, set()] == [rules(text), rules(text, brand="Bonus & Sale")]


def test_a_brand_that_is_a_web_address_is_one_on_a_marketplace() -> None:
    """In direct mail it may stand."""
    text = "Ihr Team von Lampen24.de"

    assert [{"link"}, set()] == [rules(text, at, "Lampen24.de") for at in ("amazon.de", None)]


def test_a_fault_shows_the_words() -> None:
    """The person who mends it sees what was found."""
    fault = lint_text("Please use the\ncoupon.", "ebay")[0]

    assert ("code", "coupon", REASONS["code"]) == (fault.rule, fault.words, fault.why)


@pytest.mark.parametrize("body", ["", " \n", "x" * (LONGEST + 1)])
def test_an_empty_or_long_text_is_refused(body: str) -> None:
    """An acknowledgement says something, and briefly."""
    assert ["length"] == [fault.rule for fault in lint(wording(body), "ebay")]


def test_a_missing_order_id_is_refused() -> None:
    """Where the order is known the text names it."""
    body = "About order 302-1234567-1234567."

    assert [(), ("order-id",)] == [
        tuple(fault.rule for fault in lint(wording(body), "ebay", order_id=order))
        for order in ("302-1234567-1234567", "302-7654321-7654321")
    ]


@pytest.mark.parametrize("order", ["+4930123456789", "0301234567", "030-123-4567"])
def test_the_order_id_itself_is_no_telephone_number(order: str) -> None:
    """Direct shops number their orders as they like."""
    assert () == lint(wording(f"About order {order}."), None, order_id=order)


@pytest.mark.parametrize(
    "digits",
    [
        "302-1234567-1234567",
        "P03-1234567-1234567",
        "12-34567-12345",
        "200001234567890",
        "3456789012",
        "09.11.2026 10:00",
        "2026-11-09 09:00:00",
        "B0ABCDEF12",
        "2,5 m x 1.200 mm",
    ],
)
def test_digits_that_are_no_telephone_number_pass(digits: str) -> None:
    """Orders, dates, times, article numbers and sizes."""
    assert () == lint_contact(digits, "amazon.de")


def test_every_rule_of_words_is_told_in_every_language() -> None:
    """A vocabulary that lacks a rule would let it through."""
    told = [vocabulary.rules for vocabulary in VOCABULARIES]

    assert [WORDED] * len(told) == told


def test_every_concept_is_used() -> None:
    """A concept that no combination asks for would be dead, one that no language has as well."""
    asked = {one for rule in (*COMBINATIONS, *EXCUSES) for one in (*rule.needs, *rule.unless)}
    told = {one for vocabulary in VOCABULARIES for one in vocabulary.concepts}

    assert asked == told


def test_every_rule_has_examples() -> None:
    """A rule without a sentence that breaks it could be dead."""
    assert set(REASONS) - {"length", "order-id"} == set(REFUSED)


def test_the_reference_lists_every_rule() -> None:
    """docs/reference/promises.md has a line for each rule, with its reason."""
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", PROMISES.read_text(), re.MULTILINE)

    assert list(REASONS.items()) == rows
