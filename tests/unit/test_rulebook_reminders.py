"""Who wrote, called or asked the shop before, in plain forms: by day, by number, by silence.

Japanese, Chinese, Polish and Turkish. What was written with the order, what others wrote, what
went to a carrier and a first letter are no repeated contact.
"""

from functools import lru_cache
from pathlib import Path

import pytest

import classifier.rulebook
from classifier.rules import Rulebook, load_rulebook, match

FOLDER = Path(str(classifier.rulebook.__file__)).parent

BEFORE: dict[str, list[str]] = {
    "ja": [
        "10日と14日にもご連絡しましたが、どうなっていますか。",
        "先週すでにメールしました。",
        "月曜日にもお伺いしたのですが。",
        "木曜に電話で問い合わせました。",
        "十一月三日に一度お尋ねしております。",
        "昨日、妻が電話しました。",
        "11月8日、妻が同じ件でメールを送っています。",
        "すでに二度ご連絡を差し上げています。",
        "先月も同じことを書きました。",
        "三日前にお電話しました。",
        "数日前に質問を送りましたが。",
        "前にも一度お尋ねいたしました。",
        "3日に送ったメッセージは未読のままです。",
        "8日のメールへの回答はいまだにありません。",
        "お問い合わせしたきり、梨のつぶてです。",
        "先日お伝えしたとおり、色が違います。",
        "お返事を待っているのですが。",
        "一度お問い合わせしましたが、もう一度送ります。",
        "再依頼です。領収書をください。",
        "先週から毎日メールを送っています。",
        "電話を何本かけてもつながらない。",
    ],
    "zh": [
        "我10号和14号都给你们写过信。",
        "周一就问过一次了。",
        "上周三我发了邮件问这件事。",
        "11月3日给客服打过电话。",
        "我老婆昨天已经联系过客服了。",
        "前天在站内留言了，到现在没消息。",
        "三天前我给您发了两条消息。",
        "早就跟你们说过这个问题。",
        "我3号和8号的邮件都没有下文。",
        "这是我发的第三封邮件。",
        "上個月就跟你們反映過。",
        "星期五已經打過電話給你們。",
        "14號寫過信，沒有回音。",
        "如我之前邮件所说，颜色不对。",
        "我还在等你们的答复。",
        "发出去的消息一直显示未读。",
        "已经是第二次跟你们说了。",
        "我问了你们三回了。",
        "上次来信提到的事怎么样了？",
        "之前給貴店發過訊息。",
    ],
    "pl": [
        "Pisałem już 10 i 14.",
        "10 i 14 listopada pisałam do Państwa w tej sprawie.",
        "Napisałam do was w zeszłym tygodniu.",
        "W poniedziałek dzwoniłem do Państwa.",
        "Kontaktowałam się z Państwem dwa tygodnie temu.",
        "Moja żona pisała do was w czwartek.",
        "Mąż już dzwonił w tej sprawie.",
        "Informowałem o tym wcześniej.",
        "Zgłosiłam to 3 listopada.",
        "Wysłałam maila tydzień temu.",
        "Maile z 3 i 8 listopada przeszły bez echa.",
        "To mój trzeci mail w tej sprawie.",
        "Druga próba kontaktu.",
        "Jak już pisałam, kolor jest inny.",
        "Od tygodnia czekam na odpowiedź.",
        "Wciąż czekam na Państwa reakcję.",
        "Na moje wiadomości nikt nie reaguje.",
        "Odzywałam się w tej sprawie w sobotę.",
        "Pytaliśmy o to przedwczoraj.",
        "Reklamowałem to już miesiąc temu.",
    ],
    "tr": [
        "10 ve 14'ünde de yazmıştım.",
        "Ayın 3'ünde size mail attım.",
        "8 Kasım'da mesaj göndermiştim.",
        "Geçen hafta eşim size yazdı.",
        "Pazartesi günü müşteri hizmetlerini aradım.",
        "İki gün önce de sordum.",
        "Daha önce belirttiğim gibi renk yanlış.",
        "Bunu size önceden bildirmiştik.",
        "Üçüncü mailim bu.",
        "İkinci denemem.",
        "Mesajlarım cevapsız kalıyor.",
        "Günlerdir yanıt bekliyorum.",
        "Hâlâ cevabınızı bekliyorum.",
        "Dün de mesaj atmıştım.",
        "Sizden ses çıkmadı.",
        "Bu konuda size zaten yazmıştım.",
        "Cuma günü sizinle iletişime geçmiştim.",
        "Evvelki gün şikayetimi iletmiştim.",
        "3'ü ve 8'indeki maillerim yanıtsız.",
        "Kaç gündür size ulaşmaya çalışıyorum.",
    ],
}

FIRST: dict[str, list[str]] = {
    "ja": [
        "注文時に備考欄でギフト包装をお願いしました。",
        "10日に注文した帽子の色を変えたいです。",
        "昨日、運送会社に電話しましたが、そちらにあると言われました。",
        "郵便局には先週すでに問い合わせました。",
        "先日はご連絡いただきありがとうございました。",
        "初めてメールします。",
        "もっと早くご連絡すればよかったです。",
        "商品ページに書いてあるとおりに設定しました。",
        "カードに書いたとおり、母は八十歳です。",
        "14日にメールをいただきました。",
        "10日に届く予定とメールにありました。",
        "お返事をお待ちしております。",
        "また何かありましたらご連絡します。",
        "先週お電話をくださった方によろしくお伝えください。",
        "以前お願いした店とは別の店です。",
        "すぐにお返事をくださり、助かりました。",
        "口コミを先週書きました。",
        "下に書いたとおり、二点あります。",
        "一度ご連絡いただけますか。",
        "もう一度洗ってみましたが落ちません。",
        "警察にはすでに連絡しました。",
        "先月も注文しました。",
        "月曜に友人にメールしたら、いい店だと言われました。",
    ],
    "zh": [
        "下单时我在备注里写过要礼品包装。",
        "10号下的单，想改地址。",
        "我昨天问了快递，说在你们那里。",
        "你们昨天给我发过邮件，说已经发货。",
        "第一次给你们写信，请多关照。",
        "以前没联系过你们，不知道该找谁。",
        "早该给你们写信的。",
        "页面上写过可以机洗。",
        "卡片上写了生日快乐。",
        "客服昨天联系我了，谢谢。",
        "谢谢你们上次这么快就回信。",
        "周一给邻居打过电话，他没收到。",
        "我上周写了好评。",
        "昨天给物流公司打了电话。",
        "期待你们的回复。",
        "订单号发给你们了。",
        "我问过朋友，说这款好。",
        "14號收到你們的郵件。",
        "下單時備註寫過要包裝。",
        "上周给另一家店发过邮件。",
        "收到货后我再给你们发消息。",
        "昨天已经问过门卫了，没有包裹。",
    ],
    "pl": [
        "W uwagach do zamówienia pisałam o pakowaniu na prezent.",
        "Pisałam już w uwagach do zamówienia, że to prezent.",
        "Przy zamówieniu w poniedziałek prosiłem o rozmiar L.",
        "Kurier pisał w środę, że przyjedzie.",
        "Pisaliście w poniedziałek, że paczka wyjdzie.",
        "Piszę do was pierwszy raz.",
        "Nie pisałam wcześniej, bo byłam na urlopie.",
        "Powinnam była napisać wcześniej.",
        "Wczoraj pytałam sąsiadów, nikt nie widział paczki.",
        "Dzwoniłem wczoraj do kuriera.",
        "Kontaktowałam się już z przewoźnikiem.",
        "W zeszłym tygodniu napisałam dobrą opinię.",
        "Zwrot wysłałam w poniedziałek.",
        "Wysłałem paczkę tydzień temu.",
        "Dziękuję za szybką odpowiedź na mój mail z wtorku.",
        "Jak pisałam wyżej, chodzi o niebieski.",
        "Zamówiłam 10 i 14 listopada.",
        "Na kartce napisałam już życzenia.",
        "Czekam na odpowiedź, pozdrawiam.",
        "Wasza koleżanka napisała wczoraj, że to możliwe.",
        "To mój drugi telefon od was i działa świetnie.",
        "Zgłosiłam to już na policję.",
        "W piątek dzwonił kurier.",
    ],
    "tr": [
        "Sipariş notuna hediye paketi yazmıştım.",
        "Ayın 10'unda sipariş verdim, adresi değiştirmek istiyorum.",
        "Dün kargo firmasını aradım, paket sizdeymiş.",
        "Geçen hafta kargoya yazdım.",
        "Size ilk kez yazıyorum.",
        "Daha önce hiç yazmadım.",
        "Daha önce yazmalıydım, kusura bakmayın.",
        "Pazartesi bana yazmıştınız, teşekkürler.",
        "Geçen hafta yorum yazdım, çok memnunum.",
        "Dün komşulara sordum, kimse görmemiş.",
        "Karta doğum günü mesajı yazmıştım.",
        "Yukarıda belirttiğim gibi iki ürün var.",
        "Cevabınızı bekliyorum, iyi günler.",
        "Hızlı cevabınız için teşekkür ederim.",
        "Sipariş verirken 42 numara diye belirtmiştim.",
        "Satıcı dün bana yazdı, sağ olsun.",
        "Dün internette aradım, aynısı daha pahalı.",
        "Geçen ay başka bir mağazaya mail attım.",
        "İkinci siparişim, çok memnunum.",
        "8 Kasım'da faturayı aldım, teşekkürler.",
        "Hoparlörden ses çıkmadı.",
        "Cuma günü arkadaşıma sordum, beğenmiş.",
    ],
}


@lru_cache
def rulebook(language: str) -> Rulebook:
    """Return our rulebook of a language."""
    name = f"{language}.toml"
    return load_rulebook((FOLDER / name).read_text(encoding="utf-8"), name)


def heard(texts: list[str], language: str) -> list[str]:
    """Return those of the texts in which a repeated contact is heard."""
    return [
        text
        for text in texts
        if "repeated" in {hit.label for hit in match(rulebook(language), text).signals}
    ]


@pytest.mark.parametrize("language", BEFORE)
def test_a_letter_or_call_of_another_day_is_repeated(language: str) -> None:
    """Who, by which way and in which tense make no difference."""
    assert heard(BEFORE[language], language) == BEFORE[language]


@pytest.mark.parametrize("language", FIRST)
def test_what_was_written_to_others_or_with_the_order_is_not(language: str) -> None:
    """Only what went to the shop about this matter, and before this letter, counts."""
    assert heard(FIRST[language], language) == []
