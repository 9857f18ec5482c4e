"""How Turkish says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.vocabulary import Vocabulary

TURKISH: Final = Vocabulary(
    language="tr",
    marks=(
        "ve|bir|bu|için|ile|de|da|size|sizin|siz|biz|bizim|değil|olarak|lütfen|çok|var|yok"
        r"|teşekkür\w*|sipariş\w*|mesaj\w*|ürün\w*|en|ne|olduğu\w*|ederiz"
    ),
    phrases={
        "review": r"""
            değerlendirme(niz|nizi|ler|yi)?(?! süreci)|yorum(unuz|unuzu|lar|u)?|puan\w*|yıldız\w*
            tavsiye ed\w*
        """,
        "code": r"indirim\w*|kupon\w*|hediye (çeki|kartı)\w*|promosyon kodu\w*",
        "promotion": r"""
            bülten\w*|kampanya\w*|fırsat\w*|abone\w*|abonelikten \w+|takip edin
            (diğer|yeni) ürünlerimiz\w*|mağazamız\w*
        """,
        "other-contact": r"""
            (bizi )?arayın|telefon(la| ile| numara)\w*|e-?posta(yla| ile| gönder| adres)\w*
            web sitemiz\w*|sitemiz\w*|tıklayın|bağlantıya|linke|sms
        """,
        "away": r"tatilde\w*|izinde\w*|ofis dışında\w*|kapalıyız",
        "belittling": r"""
            (sadece|yalnızca|altı üstü) (bir |ücretsiz )?(hediye|promosyon|eşantiyon)\w*
            ücret ödemediniz|değersiz\w*
        """,
        "incentive": r"""
            karşılığında|ödül\w*|telafi\w*|bonus\w*|teşekkür olarak|özür hediyesi
        """,
    },
    concepts={
        "outside": r"""
            (platform|amazon|trendyol)\w* dışında\w*|aramızda|özel olarak
            doğrudan (bize|bizden|bizimle)
        """,
        "deal": r"""
            yaz\w*|ulaş\w*|ara\w*|sipariş\w*|alın\w*|satın\w*|öde\w*|çöz\w*|anlaş\w*|konuş\w*
            hallede\w*
        """,
        "our_number": r"numaramız\w*|müşteri hattı\w*",
        "number": r"numara\w*|telefon\w*|iletişim bilgi\w*|adres\w*",
        "printed": r"""
            (kutu|ambalaj|etiket|kılavuz|fatura|kart|broşür)\w*(da|de|un üzerinde|nun üzerinde\
            |ın üzerinde)
        """,
        "labelled": r"""
            (sipariş|takip|seri|model|ürün|fatura|kargo|müşteri|kapı) numara\w*
        """,
        "lookup": r"arayın|aratın|google\w*|bulun|ziyaret\w*|yazın",
        "us_online": r"""
            (mağaza|marka|şirket) adı\w*|(mağazamız|markamız)\w*|bizi (internette|google)\w*
            arama motoru\w*
        """,
        "pay": r"""
            öde(yin|me|yiniz)\w*|gönder(in|iniz)\w*|havale\w*|yatır\w*|aktar\w*
        """,
        "elsewhere": r"""
            paypal|havale\w*|eft|iban\w*|banka hesab\w*|hesabımız\w*|nakit\w*|papara\w*|bitcoin
            ödeme bağlantı\w*|doğrudan bize
        """,
        "repaid": r"iade\w*|geri|ödediniz|asla|istemiyoruz|ödemeniz",
        "drop": r"kapat\w*|geri çek\w*|iptal\w*|vazgeç\w*|sonlandır\w*|kaldır\w*",
        "claim": r"""
            a-?(to|2)-?z|a-z|talebi(ni|nizi)? (\w+ )?(amazon|garanti)\w*|garanti talebi\w*
            anlaşmazlı\w*|itiraz\w*|şikayet\w*|şikâyet\w*|ters ibraz\w*|dava\w*
        """,
        "platform_acts": r"amazon (\w+ )?(kapat|karar|incele)\w*|kadar",
        "needless": r"gerek (yok|kalma)\w*|gereksiz\w*|yerine|olmadan|açmadan|açmayın",
        "cancel": r"iptal\w*|vazgeç\w*",
        "no_stock": r"""
            stok(ta|larda|ta kal)\w* (\w+ )?(yok|kalma|bulunma)\w*|tükendi\w*|stok(ta)? yok\w*
            mevcut değil|kalmadı\w*
        """,
        "invite": r"""
            bakın\w*|keşfed\w*|ziyaret\w*|deney\w*|alın|satın|beğen\w*|mükemmel\w*|ideal\w*
            uyumlu\w*|ayrıca|da var|göz at\w*|kaçırma\w*
        """,
        "our_goods": r"""
            (koleksiyon|katalog|mağaza|seri|aksesuar|ürün yelpaze)\w*(mız|miz|muz|müz)\w*
            yeni \w+(ımız|imiz|umuz|ümüz)\w*
        """,
        "suits": r"(çok|mükemmel|harika) (\w+ )?(uyar|uyum|yakışır|gider)\w*",
        "goods": r"lamba\w*|ürün\w*|model\w*|renk\w*|kılıf\w*|çanta\w*|versiyon\w*",
        "buy_more": r"""
            (bir )?sonraki (siparişi|alışveriş)\w*|tekrar (bekleriz|alışveriş|sipariş ver)\w*
            şimdi (satın )?alın|stoklarla sınırlı
        """,
        "seen": r"""
            (gördünüz|denediniz|biliyor) mu\w*|(yeni|henüz) (çıktı|geldi)\w*|geldi|çıktı
        """,
        "launched": r"koleksiyon\w*|versiyon\w*|yeni (model|seri)\w*",
        "coupon": "indirimi",
        "asked": r"""
            sorduğunuz\w*|soruyorsunuz|bahsettiğiniz\w*|kullandığınız\w*|neden|niçin
        """,
        "grant": r"""
            işte|(veriyoruz|gönderiyoruz|sunuyoruz|tanımladık)|(alacak|kazan)\w*|sonraki
        """,
        "saving": r"(%|yüzde) ?\w+|daha (ucuz|uygun)|ücretsiz|bedava|yarı|daha az",
        "next_buy": r"""
            (sonraki|gelecek|ikinci|bir dahaki) (\w+ )?(sipariş|alışveriş|sefer)\w*
        """,
        "stars": r"(\d|bir|iki|üç|dört|beş) yıldız\w*",
        "starry": r"lamba\w*|yan\w*|süs\w*|vida\w*|otel\w*|şekil\w*",
        "single_star": r"(tek|bir|1) yıldız\w*",
        "harsh": r"sert|haksız\w*|ağır|az",
        "public": r"ürün sayfası\w*|internet\w*|herkese açık|diğer (alıcı|müşteri)\w*",
        "voice": r"yaz\w*|anlat\w*|paylaş\w*|deneyim\w*|görüş\w*|memnun\w*|söyle\w*",
        "quoted": r"yazdığınız\w*|belirttiğiniz\w*|söylediğiniz\w*",
        "described": r"renk|beden|ölçü\w*",
        "undo": r"""
            değiştir\w*|kaldır\w*|sil(in|ebilir|mek|er)\w*|düzenle\w*|gözden geçir\w*
            tekrar düşün\w*|yumuşat\w*|güncelle\w*|geri al\w*|yükselt\w*
        """,
        "utterance": r"""
            (yazdığınız|bıraktığınız|paylaştığınız)\w* (\w+ )?
            (görüş|metn|eleştiri|not|puan|yorum)\w*(iniz|ınız|unuz|ünüz)\w*
        """,
        "we_undo": r"""
            (düzelteceğ|güncelleyeceğ|değiştireceğ|iyileştireceğ)\w*|adres\w*|fatura\w*
        """,
        "assessing": r"(hasar|fotoğraf|durum)\w*( \w+)? değerlendir\w*",
        "give_you": r"""
            (gönder|ekle|koy|hediye ed|ver)\w*(eceğiz|acağız|iyoruz|ıyoruz)|sizi bekliyor
        """,
        "treat": r"""
            (küçük|güzel|hoş) (bir )?(hediye|sürpriz|armağan|jest)\w*|sürpriz\w*
        """,
        "surprise": r"sürpriz\w*",
        "unpleasant": r"kötü|tatsız\w*|hoş olmayan",
        "mistake": r"""
            (sizin|müşteri) (\w+ )?(hatanız|kusur|suç|hata)\w*|sorumlu değil\w*|ihmal\w*
        """,
        "ours": r"""
            bizim (hata|kusur)\w*|hatamız\w*|bizden kaynak\w*|sizin hatanız değil
        """,
        "carrier": r"""
            kargo\w*|kurye\w*|nakliye\w*|dağıtıcı\w*|ptt|ups|dhl|aras|yurtiçi|depo\w*|şoför\w*
        """,
        "bungle": r"""
            hata(sı|lı)\w*|suç\w*|kaybet\w*|kırdı\w*|düşür\w*|özensiz\w*|güvenilmez\w*|hep geç\w*
            her zaman geç\w*|sorumlu\w*|ihmal\w*|berbat\w*|asla|yine|fırlat\w*|zarar ver\w*
        """,
        "checking": r"""
            sor(uyoruz|duk|acağız|ulur)\w*|araştır\w*|kontrol\w*|göre|olup|mı|mi
        """,
        "only_you": r"""
            (başka|hiçbir) (\w+ ){0,2}?(şikayet|şikâyet|sorun|müşteri)\w*
            (ilk|tek) (kişi|müşteri)\w*
            (sağlam|hasarsız|eksiksiz) (\w+ )?(çıktı|gönderildi|yollandı)\w*
        """,
        "misdeed": r"""
            \w+(malıydınız|meliydiniz|abilirdiniz|ebilirdiniz)
            (okusaydınız|izleseydiniz|baksaydınız)|yanlış (kullan|seç|gir|bağla|tak|sipariş)\w*
            kullanıcı hatası\w*|(hatalı|yanlış|uygunsuz) kullanım\w*
        """,
        "giveaway": r"hediye\w*|promosyon\w*|eşantiyon\w*|ücretsiz \w+",
        "send_back": r"""
            (hediye|promosyon|eşantiyon)\w* (\w+ ){0,3}?(geri gönder|iade ed)\w*|geri gönderin\w*
        """,
        "keep": r"gerek\w*|değil|kalsın|saklay\w*|ister\w*",
        "merely": r"""
            (sadece|yalnızca|sonuçta|altı üstü|zaten) (\w+ )?(bir )?(hediye|promosyon|eşantiyon\
            |ücretsiz)\w*
            (zaten )?(bedava|ücretsiz)ydi|değeri yok\w*|para (ver|öde)medi\w*
        """,
        "asked_whether": r"üzgün\w*|üzül\w*|üzüld\w*|özür\w*|önemli\w*|kadar",
        "promise": r"""
            (iade ed|değiştir|iptal ed|yenisini gönder|geri öde)\w*(eceğiz|iyoruz|dik|ildi\
            |ilmiştir)
            (paranız|ücretiniz)\w* (\w+ ){0,3}?(iade|geri)\w*
            (iptal|iade|değişim)\w* (onayla|yapıl|gerçekleş)(ndı|dı|ti|acak)\w*
        """,
        "remedy": r"""
            para iadesi\w*|iade ed\w*|değişim\w*|yenisi\w*|iptal ed\w*|geri öde\w*|paranız\w*
            tazmin\w*
        """,
        "framed": r"""
            ilgili|hakkında|tale[pb]\w*|istediğiniz\w*|istek\w*|soru\w*|mümkün\w*|araştır\w*|incele\w*
            kontrol\w*|henüz|değil\w*|onayla(maz|nmış)\w*|karar\w*|bekle\w*|müşteri hizmet\w*
            netlik|not ettik|mı|mi|mu|mü
        """,
        "undecided": r"""
            (söz ver|onayla|garanti ed|söyle)(e|ye|eme|yeme)?(mez|miyor|meyiz|yemiyor|emiyor\
            |emeyiz)\w*
            henüz (\w+ )?(onaylan|karar|kesin)\w*|(görmeden|incelemeden|kontrol etmeden)
        """,
        "however": "ama|ancak|fakat|yine de|bu yüzden",
        "advised_against": r"""
            \w*(yazmayın|göndermeyin|paylaşmayın|vermeyin|belirtmeyin)\w*|güvenliğiniz için
        """,
        "checkout": r"(ödeme|kasa|sepet|sipariş)\w* (sırasında|aşamasında|yaparken)",
        "enter": "girin|yazın|kullanın|belirtin",
        "unworded": r"adres\w*|hata\w*|fotoğraf\w*",
        "coupon_packed": r"eksik\w*|kutu\w*|paket\w*",
    },
)
