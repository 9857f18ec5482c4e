"""Language: right on a few words, unknown rather than a guess."""

from threading import Barrier, Thread
from time import sleep

import pytest

from mail import language
from mail.language import identify_language, prepare
from mail.latin import LanguageIdentifier, open_latin

TOLD = {
    "en": ["where is my order", "My name is Max and it never came", "Hello, I want to cancel this"],
    "de": ["Wo ist mein Paket?", "Größe ist leider falsch", "Hallo, ich möchte es zurückgeben"],
    "fr": ["Où est ma commande ?", "Bonjour, je n'ai rien reçu", "le colis est cassé merci"],
    "es": ["¿Dónde está mi pedido?", "Hola, quiero un reembolso", "no ha llegado todavía gracias"],
    "it": ["Dov'è il mio ordine? Grazie", "Buongiorno, non ho ricevuto niente", "il pacco è rotto"],
    "pt": ["Onde está o meu pedido?", "Olá, ainda não recebi nada", "quero devolução obrigado"],
    "nl": ["Waar is mijn bestelling?", "Hallo, ik heb niets ontvangen", "het pakket is kapot"],
    "pl": ["Gdzie jest moje zamówienie?", "Dzień dobry, nie otrzymałem paczki", "proszę o zwrot"],
    "sv": ["Var är min beställning?", "Hej, jag har inte fått något", "paketet är trasigt tack"],
    "da": [
        "Hvor er min bestilling? Tak",
        "Hej, jeg har ikke modtaget noget",
        "pakken mangler hvad",
    ],
    "no": ["Hvor er bestillingen min? Takk", "Hei, jeg har ikke fått noe ennå", "hva med pakken"],
    "fi": ["Missä tilaukseni on?", "Hei, en ole saanut pakettia", "tuote on rikki kiitos"],
    "cs": ["Kde je moje objednávka?", "Dobrý den, ještě jsem nic neobdržel", "zboží chybí děkuji"],
    "tr": ["Siparişim nerede?", "Merhaba, kargom gelmedi", "ürün kırık geldi lütfen iade"],
    "vi": ["Đơn hàng của tôi ở đâu?", "Xin chào, tôi chưa nhận được hàng", "sản phẩm bị hỏng"],
    "ru": ["Где мой заказ?", "Здравствуйте, посылка не пришла"],
    "uk": ["Де моє замовлення?", "Доброго дня, посилка ще не прийшла"],
    "ja": ["商品が届きません", "注文をキャンセルしたい", "返品お願いします"],
    "zh": ["我的订单在哪里", "還沒有收到貨", "请退款谢谢"],
    "ko": ["주문한 상품이 안 왔어요", "환불해 주세요"],
}


@pytest.mark.parametrize("language", TOLD)
def test_a_short_letter_has_its_language(language: str) -> None:
    """Three to eight words are enough."""
    assert [language] * len(TOLD[language]) == [identify_language(one) for one in TOLD[language]]


@pytest.mark.parametrize(
    "text",
    ["", "ok", "12345", "302-1234567-1234567", "max@buyer.example", "XJ-200 B0ABCDEFGH", "😀"],
)
def test_what_says_nothing_is_unknown(text: str) -> None:
    """Codes, numbers and addresses have no language."""
    assert "unknown" == identify_language(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("iPhone 15 Pro Max Silicone Case が届きません", "ja"),
        ("Lamp LED USB-C 收到坏的", "zh"),
        ("Guatero eléctrico コ", "es"),
        ("Mein iPhone Case ist nicht angekommen", "de"),
        ("注文番号 302-1234567-1234567 です", "ja"),
        ("Sulama setinden kör tapa çıkmadı. E-fatura da düşmedi.", "tr"),
        ("Comprei a manta de lã e gostava de saber se vai à máquina.", "pt"),
    ],
)
def test_a_products_name_does_not_decide(text: str, language: str) -> None:
    """Names of goods are English everywhere."""
    assert language == identify_language(text)


def test_threads_that_need_the_model_at_once_open_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is opened it takes seventy MiB, and two at once would take twice as much."""
    opened: list[int] = []
    begun = Barrier(3)

    def count(languages: tuple[str, ...]) -> LanguageIdentifier:
        opened.append(len(languages))
        sleep(0.05)
        return open_latin(languages)

    monkeypatch.setattr(language, "open_latin", count)
    language._opened.cache_clear()  # noqa: SLF001 - as in a process that has just begun

    def ask() -> None:
        begun.wait()
        prepare()

    threads = [Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 1 == len(opened)
