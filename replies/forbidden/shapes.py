"""Contact data by its shape, the same in every language: links, e-mail addresses, numbers.

Order ids, dates, times and labelled numbers are no telephone numbers, ``5 V @ 2 A`` is no address,
and a carrier's own tracking page is no forbidden link (mail-facts on links: the exception by name).
"""

import re
from typing import Final

#: What a number that is no telephone's is called, up to the number itself.
_LABELS: Final = (
    r"(?:serial|tracking|article|item|model|batch|invoice|part|parcel|shipment|order|case|product"
    r"|customer|reference|lot|stock)(?: (?:number|code|no\.?|id|ref\.?))?(?: (?:is|was|reads))?"
    r"|(?:sku|ean|gtin|upc|asin|imei|ref\.?|réf\.?|rif\.?|art\.?(?:-?nr\.?)?|mod\.?|n°|nº)"
    r"|(?:serien|sendungs|artikel|rechnungs|modell|bestell|auftrags|tracking|paket|chargen|kunden"
    r"|referenz|produkt|teile|material)-?(?:nummer|nr\.?|code)(?: (?:ist|war|lautet))?"
    r"|modell|artikel"
    r"|(?:num[eé]ro|code) (?:de |du |d')?(?:suivi|série|commande|facture|modèle|colis|lot|article"
    r"|produit|pièce|client)(?: est)?(?: le)?|référence|modèle|article"
    r"|(?:número|código) de (?:seguimiento|serie|pedido|factura|modelo|envío|artículo|producto|lote"
    r"|pieza|cliente|barras)(?: es)?(?: el)?|referencia|modelo|artículo"
    r"|(?:numero|codice) (?:di |d'|del )?(?:tracciamento|tracking|serie|ordine|fattura|spedizione"
    r"|articolo|prodotto|modello|lotto|cliente|pezzo)(?: è)?|riferimento|modello|articolo|matricola"
    "|(?:追跡|注文|商品|製造|製品|シリアル|伝票|請求書|お?問い?合わせ|ロット)(?:番号|コード)(?:は)?"
    "|型番|品番|型式|JANコード"
    "|(?:物流|快递|快遞|订|訂|发票|發票|序列|追踪|追蹤|运|運)(?:单|單)?(?:号码?|號碼?)(?:是|为|為)?"
    "|(?:货|貨|型|批|产品|產品|商品|零件)(?:号|號)(?:是|为|為)?"
    "|(?:商品|产品|產品)?(?:编|編)(?:号|號)(?:是|为|為)?|条形?码|條碼|单号|單號"
)

#: Order ids of the marketplaces, dates, times: digits that are no telephone number.
HARMLESS_DIGITS: Final = re.compile(
    r"\b[A-Z]?\d{2,3}-\d{5,7}-\d{5,7}\b"  # Amazon, Amazon Pay, eBay
    r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b"  # 2026-11-23
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"  # 23.11.2026, 11/23/2026
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"  # 10:00
    rf"|(?<![A-Za-z])(?i:{_LABELS})[ :#.：]{{0,3}}\d[\d ./-]{{3,30}}"  # serial number 0815 4711
)

_TOP_LEVEL: Final = (
    "com|net|org|info|biz|io|co|me|tv|cc|app|dev|shop|store|online|site|xyz|top|club|link|page|eu"
    "|de|at|ch|fr|it|es|pt|nl|be|lu|pl|se|dk|no|fi|cz|hu|ro|gr|tr|ru|ua|uk|ie|us|ca|mx|br|jp|cn|hk"
    "|tw|kr|sg|in|au|nz|za|ae|sa|eg|vn|ly|gl|gg"
)

#: The same in words: what stands before them tells in which languages they are no other word.
_SPELT_TOP_LEVEL: Final = (
    r"dot (?:com|net|org|info|biz|io|co|shop|store|online|xyz|app|de|fr|es|uk|jp|cn|eu)"
    r"|punkt (?:com|net|org|info|shop|de|at|ch|eu|io)"
    r"|point (?:com|net|org|info|shop|fr|be|ch|eu)"
    r"|punto (?:com|net|org|info|shop|it|eu|es(?=\W*$))"
    r"|(?:ドット|点|點) ?(?:com|net|org|co|jp|cn|tw|hk|shop|コム|ネット|ジェー?ピー|シーオー)"
    r"|punto es(?= y | ?[,;])|(?:double[- ]?u ?|doppia (?:vu|v) ?|vu ?|uve doble |达不溜){3}"
    r"|(?:drei ?mal|tres|trois|tre|three|triple) (?:w|uves? dobles?|double[- ]?v|double[- ]?u'?s?)"
)

#: The sign "@" in brackets, and its names.
_AT_SIGN: Final = (
    r"[\(\[\{<] ?(?:at|ät|@|arroba|arobase|chiocciola|アット(?:マーク)?|艾特) ?[\)\]\}>]"
)
#: Said in words: the sign and the stop as each language calls them, so that "at that point" passes.
_SPOKEN_AT: Final = (
    r" (?:at|at[- ]sign) [\w-]{1,64} dot \w| (?:at|ät|klammeraffe) [\w-]{1,64} punkt \w"
    r"| arobase [\w-]{1,64} point \w| (?:arroba|chiocciola) [\w-]{1,64} punto \w"
    r"| ?(?:アット(?:マーク)?|艾特|圈a|小老鼠) ?[\w-]{1,64} ?(?:ドット|点|點) ?\w"
)
_DOT: Final = r"[\(\[\{<] ?(?:dot|punkt|point|punto|ドット|点|點|\.) ?[\)\]\}>]"

#: Numbers as they are called when a telephone number is said aloud, digit by digit or in pairs.
_DIGIT_NAMES: Final = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|null|eins?|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+(?:zehn|zig|ßig)"
    "|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|vingts?|trente|quarante|cinquante|soixante|cents?|et|and|und|y"
    "|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    r"|dieci\w*|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien"
    "|due|tre|quattro|cinque|sei|sette|otto|nove|undici|dodici|tredici|quattordici|quindici|sedici"
    r"|diciannove|vent[iu]\w*|(?:trent|quarant|cinquant|sessant|settant|ottant|novant)\w+|cento"
)
_DIGIT_SIGNS: Final = (
    "[〇零一二三四五六七八九幺]|ゼロ|レイ|イチ|ニイ?|サン|ヨン|ゴー?|ロク|ナナ|ハチ|キュウ|キュー"
)

#: Contact data by its shape, in any language.
SHAPES: Final = (
    (
        "email-address",
        re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64}"
            # A domain begins with a letter, or with a digit and has a stop: "5 V @ 2 A" is none.
            rf"(?: ?(?:@|{_AT_SIGN}) ?(?=[^\W\d]{{2}}|[\w-]+\.[^\W\d])[\w-]{{1,64}}"
            rf"(?:(?:\.| ?{_DOT} ?)[\w-]{{1,64}}){{0,8}}"
            rf"| ?\(a\) ?[\w-]{{1,64}}(?:\.| ?{_DOT})|{_SPOKEN_AT})"
            r"|\b(?:gmail|googlemail|hotmail|gmx|protonmail|yahoo|icloud|wanadoo|libero come)\b"
            r"|(?:ヤフー|ジー|グーグル|アウトルック) ?メール",
            re.IGNORECASE,
        ),
    ),
    (
        "link",
        re.compile(
            r"(?i:\bh(?:tt|xx)ps?:/?/?\S*|\bwww\.\S+|<a\s)"
            # A sentence that lacks its blank ("order.It") has a capital where a domain has none.
            rf"|(?<![\w@.-])(?:[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?\.)+(?:{_TOP_LEVEL})(?![\w-])(?!\.\w)"
            rf"|(?<![\w@.-])(?:[A-Z0-9][A-Z0-9-]*\.)+(?:{_TOP_LEVEL.upper()})(?![\w-])"
            rf"|(?i:(?<!\w)(?:{_SPELT_TOP_LEVEL})(?!\w)|{_DOT})"
            # Only without the blank of a sentence: "as you asked, it is" and "hoje, com" are words.
            r"|(?i:\w[,。]|\w [,。.] ?)(?:com|net|org|shop|de|fr|es|it|jp|cn)(?!\w)",
            re.ASCII,
        ),
    ),
    (
        "phone-number",
        re.compile(
            r"""
            (?<![\w-])(?:\+|00)[1-9]\d{0,3}[ ()/.-]*(?:\d[ ()/.-]*){6,12}(?!\w)   # +49 30 1234567
            | (?<![\w-])\(0?\d{2,5}\)[ /.-]*\d(?:[ /.-]*\d){4,9}(?!\w)            # (030) 1234567
            | (?<![\w-])0\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,4}(?![\w-])              # 030 1234567
            | (?<![\w-])0\d{8,11}(?![\w-])                                        # 01712345678
            | (?<![\w-])(?:1[ .-])?[2-9]\d{2}[ .-]\d{3}[ .-]\d{4}(?![\w-])        # 206-555-0123
            | (?<![\w-])[6-9]\d{2}(?:[ .-]\d{3}){2}(?![\w-])                      # 612 345 678
            | (?<![\w-])3[2-9]\d[ .-]\d{6,7}(?![\w-])                             # 345 6789012
            | (?<![\w-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-])                     # 138 1234 5678
            | (?<![\w-])\d(?:[ .-]\d){6,}(?![\w-])                                # 0 1 7 1 2 3 4
            | (?i:\b(?:tel|fax|phone|telefon|mobile|handy|mobil|call|anruf\w*)\b|電話|电话)
              [ :.：]{0,3}(?:[A-Za-z]{1,8}\ )?\d[\d ()/.-]{3,}\d
            """,
            re.VERBOSE | re.ASCII,
        ),
    ),
    (
        "phone-number",
        re.compile(
            rf"(?<!\w)(?:(?:{_DIGIT_NAMES})[\s,;.-]+){{5,}}(?:{_DIGIT_NAMES})(?!\w)"
            rf"|(?:(?:{_DIGIT_SIGNS})[ ,、の-]*){{6,}}",
            re.IGNORECASE,
        ),
    ),
)

#: The carriers' own tracking pages: the registered name of each host, whatever stands before it.
_CARRIERS: Final = (
    r"dhl\.(?:com|de)|deutschepost\.de|ups\.com|fedex\.com|usps\.com|ontrac\.com|canadapost\.ca"
    r"|royalmail\.com|parcelforce\.com|evri\.com|yodel\.co\.uk|anpost\.(?:com|ie)|tnt\.com"
    r"|dpd(?:local)?\.(?:com|de|at|co\.uk|fr|es|it|nl|be|pl|ie|lu|ch)|myhermes\.de|hermesworld\.com"
    r"|gls-(?:group|pakete|italy|spain|france|us)\.(?:com|eu|de|es|fr)|gls-group\.eu|gls\.de"
    r"|laposte\.(?:fr|net)|colissimo\.fr|chronopost\.fr|mondialrelay\.(?:fr|com)|relaiscolis\.com"
    r"|correos\.es|correosexpress\.com|seur\.com|mrw\.es|nacex\.(?:es|com)|poste\.it|brt\.it|sda\.it"
    r"|postnl\.(?:nl|com|be)|bpost\.(?:be|cloud)|post\.(?:at|ch|lu)|inpost\.(?:pl|it|fr|es|co\.uk)"
    r"|postnord\.(?:com|se|dk|no|fi)|posti\.fi|bring\.(?:com|no|se)|poczta-polska\.pl|ctt\.pt"
    r"|ptt\.gov\.tr|yurticikargo\.com|araskargo\.com\.tr|mngkargo\.com\.tr|auspost\.com\.au"
    r"|aramex\.com|kuronekoyamato\.co\.jp|sagawa-exp\.co\.jp|japanpost\.jp|sf-express\.com"
    r"|(?:sf|ems|yto|zto|sto)\.(?:com\.cn|net\.cn|express)|yunexpress\.com|4px\.com|cainiao\.com"
)

TRACKING_LINK: Final = re.compile(
    rf"(?<![\w@.-])(?:https?://)?(?:[\w-]+\.){{0,3}}(?:{_CARRIERS})(?![\w-]|\.\w)(?:[/?#][^\s<>]*)?",
    re.IGNORECASE | re.ASCII,
)
