"""What notices' subjects say in twelve languages, by topic: tables for ``topics``.

Each row is a topic's words in one language, as patterns; they are compared with a subject in small
letters and without accents, and begin where a word begins, except in Japanese and Chinese. A word
that everyday speech shares ("case", "Fall", "caso", "sprawa", ケース) stands beside what happens to
a case, never alone. A further language is a further row.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

#: A topic's words, by language.
Rows: TypeAlias = Mapping[str, tuple[str, ...]]

#: What wears or is sold by the case; "phone case opened" is no dispute.
_GOODS: Final = "".join(
    rf"(?<!{word}[ -])"
    for word in ("phone", "pencil", "watch", "glasses", "guitar", "laptop", "tablet", "ipad",
                 "airpods", "display", "carrying", "travel", "storage", "wine", "any", "the",
                 "which", "in")
)  # fmt: skip
_CASE_HAPPENS: Final = (
    r"(?:is |was |has |have |been |now |being )*(?:re)?"
    r"(?:opened|open|filed|created|escalated|closed|decided|resolved|updated|appealed|pending)"
)
_GOES: Final = "(?:opened|opens|open|started|filed|created|escalated|reopened|closed|decided"

CHARGEBACK: Final[Rows] = {
    "en": (r"charge ?-?back", r"charge ?-?disput", r"(?:payment|bank|card) (?:dispute|inquiry)"),
    "de": ("rückbuchung", "rückbelastung", "zahlungsanfechtung", r"zahlungsstreit\w*"),
    "fr": ("rétrofacturation", "contestation (?:de|du|d'un) paiement", "contestation bancaire",
           "litige (?:de|sur un) paiement"),
    "es": ("contracargo", "disputa de(?:l)? pago", r"retrocesi\w+ de(?:l)? (?:pago|cargo)"),
    "it": ("storno di addebito", "riaddebito", "contestazione (?:di|del) pagamento"),
    "pt": ("estorno de cobrança", "contestação de (?:pagamento|cobrança)", "disputa de pagamento"),
    "nl": ("terugboeking", "terugvordering", "betalingsgeschil"),
    "pl": (r"obciążeni\w* zwrotn", r"(?:spór|sporu) (?:o |dotyczący )?płatnoś"),
    "sv": ("återdebitering", "betalningstvist"),
    "tr": ("ters ibraz", r"(?:ödeme|harcama) itiraz"),
    "ja": ("チャージバック", "支払い?(?:の|に対する)?(?:異議|紛争)"),
    "zh": ("拒付", "撤单", "撤單", "(?:付款|扣款|信用卡)(?:争议|爭議|纠纷|糾紛)"),
}  # fmt: skip

CLAIM: Final[Rows] = {
    "en": (
        (rf"{_GOES}|resolved|won|lost|respond to|response to|reply to|update on|about|regarding)"
        r" (?:an? |the |this |your |their )?(?:new |open |ebay |etsy |buyer |dispute )*cases?\b"
        r"(?! (?:of|for (?!(?:your |an |the )?(?:order|item|sale)))\b)"),
        rf"{_GOODS}cases? {_CASE_HAPPENS}\b",
        rf"{_GOODS}case (?:no\b|number|id\b|ref\b|needs|requires|awaits)",
        rf"{_GOODS}case (?:id )?\(?#? ?\d{{4,}}",
        rf"{_GOODS}case (?:for|on) (?:your |an |the )?(?:order|item|sale|transaction)\b",
        r"new (?:ebay |etsy |buyer )?case(?=$|[:!.,]| (?:from|about|has|was|is)\b)",
        r"disput(?:e|es|ed)\b", r"escalat", r"money[ -]back guarantee",
        r"a[ -]?to[ -]?z\b(?! (?:check|guide|list|of\b))",
        r"claims?\b(?! (?:your|it|this|now|free|my|the|up|an? (?:free|new|credit|gift))\b)",
        (r"(?<!payment )(?<!funds )(?<!have )(?<!inventory )not received\b"
        r"(?! (?:at|by|in) (?:(?:the|our|an?|amazon'?s?) )?(?:fba|warehouse|fulfil|hub))"),
        r"(?:hasn't|has not|didn't|did not|never) (?:yet )?(?:been )?(?:receive|arrive)",
    ),
    "de": (
        r"\w*(?:streit|schutz|garantie|klärungs)f[aä]ll(?:e|s|en)?\b",
        (r"(?<!jeden )(?<!diesem )(?<!keinen )(?<!im )(?<!für den )(?:ebay-|etsy-)?fall\b[^:]{0,60}"
        r"(?:geöffnet|eröffnet|gemeldet|geschlossen|entschieden|eingereicht|angelegt|eskaliert"
        r"|gelöst|weitergeleitet)"),
        r"(?:er)?öffnet(?:e)? (?:einen |den |neuen )*(?:ebay-|etsy-)?fall\b",
        r"(?:neuer|offener|ungelöster) (?:ebay-|etsy-)?fall\b(?! von)",
        r"(?:ebay|etsy)-fall\b", r"fall(?:nummer|-nr|-id)", r"fall (?:nr|nummer|id\b|#? ?\d{4,})",
        r"(?:käufer|einkaufs)schutz", "streitigkeit", "reklamation", "beschwerde",
        "garantieantrag", r"\w*anspr[uü]ch(?:e|s)?\b", r"a[ -]bis[ -]z\b", "eskalier", "eskalation",
        (r"(?:artikel|bestellung|ware|sendung|paket|lieferung|käufer)\w*\b.{0,40}"
        r"nicht (?:erhalten|angekommen|eingetroffen|geliefert|bekommen)"),
        "nichtlieferung", r"nicht erhaltene", r"geld-zurück-garantie",
        r"ebay (?:wurde )?eingeschaltet",
    ),
    "fr": (
        "litige", "réclamation", "contestation",
        (r"(?:ouvert|ouvre|ouvrir|créé|déposé|soumis|signalé) (?:un |le |ce )?(?:nouveau )?"
        r"(?:cas|dossier)\b"),
        (r"(?<!au )(?<!en )(?<!tout )(?<!les )(?:cas|dossier) (?:a été |est |vient d'être )?"
        r"(?:r?ouvert|clos|fermé|clôturé|transmis|signalé|tranché)"),
        r"(?:cas|dossier) (?:n°|nº|no\b|numéro|#)", r"nouveau (?:cas|dossier)\b",
        (r"(?:objet|article|colis|commande)\w*\b.{0,20}(?:non|pas(?: encore)?|jamais)"
        r" (?:reçu|livré|arrivé)"),
        r"(?:pas|jamais)(?: encore| avoir)* reçu", r"garantie (?:client|(?:de )?a [aà] z\b)",
        "demande d'intervention", "demandé à ebay d'intervenir",
    ),
    "es": (
        "reclamaci", r"reclamos?\b", "disputa", "controversia", "litigio",
        r"(?:abierto|abrió|abre|abrir|iniciado|presentado) (?:un |el |este )?(?:nuevo )?caso\b",
        (r"(?<!todo )(?<!en )(?<!por )caso (?:se ha |ha sido |fue |está |de ebay |de etsy )?"
        r"(?:re)?(?:abiert|cerrad|resuelt|escalad)"),
        r"caso (?:n\.?º|nº|núm|#|id\b)", r"nuevo caso\b(?! de)",
        r"(?:artículo|pedido|producto|paquete)\w*\b.{0,20}no (?:recibid|entregad|ha llegado|llegó)",
        r"no ha recibido", r"garantía (?:al cliente|de la a a la z)", "intervención de ebay",
    ),
    "it": (
        "controversi", "contestazion", r"reclam[oi]\b", "disputa",
        r"(?:aperto|aprire|apre|avviato|presentato) (?:un |il |questo )?(?:nuovo )?caso\b",
        (r"(?<!ogni )(?<!nel )(?<!in )(?<!per )caso (?:è stato |è |di etsy |di ebay )?"
        r"(?:ri)?(?:apert|chius|risolt|inoltrat)"),
        r"caso (?:n\.|nº|n°|numero|#|id\b)", r"nuovo caso\b(?! di)",
        (r"(?:oggetto|articolo|ordine|pacco|prodotto)\w*\b.{0,20}(?:non|mai)"
        r" (?:ancora )?(?:ricevut|arrivat|consegnat|pervenut)"),
        r"non ha (?:ancora )?ricevuto", r"garanzia (?:clienti?|dalla a alla z)",
    ),
    "pt": (
        "reclamaç", "disputa", "contestaç", "litígio",
        r"(?:aberto|abriu|abre|iniciado|iniciou) (?:um |o |este )?(?:novo )?caso\b",
        r"(?<!todo )(?<!em )(?<!por )caso (?:foi |está )?(?:re)?(?:abert|encerrad|fechad|resolvid)",
        r"caso (?:n\.?º|nº|número|#|id\b)", r"novo caso\b(?! de)",
        r"(?:artigo|item|pedido|encomenda|produto)\w*\b.{0,20}não (?:recebid|entregue|chegou)",
        r"não recebeu", r"garantia (?:de )?a(?:-| a )z\b",
    ),
    "nl": (
        r"geschil", r"klacht", r"(?:een|nieuwe) claim\b",
        r"claim (?:is |werd )?(?:ingediend|ontvangen|geopend)",
        r"(?:kopers|koop|aankoop)bescherming",
        r"zaak (?:is |werd |wordt )?(?:her)?(?:geopend|gesloten|doorgestuurd|geëscaleerd|opgelost)",
        r"(?:geopende|nieuwe|open|openstaande) zaak\b(?! in\b)",
        r"een zaak\b.{0,40}(?:geopend|aangemaakt)",
        r"(?:opent|opende) een zaak\b", r"zaak(?:nummer|-id)", r"zaak (?:nr|#)",
        (r"(?:artikel|object|item|bestelling|pakket|koper)\w*\b.{0,40}niet"
        r" (?:ontvangen|aangekomen|geleverd)"),
        r"a[ -]tot[ -]z\b", r"niet-goed-geld-terug",
    ),
    "pl": (
        "reklamac", "roszczeni",
        r"(?:otwart\w*|otworzył\w*|otwarcie|nowa|zgłoszono) (?:now[aąe] )?spraw[aeęy]\b",
        r"spraw[aeę] (?:została |jest )?(?:ponownie )?(?:otwart|zamknięt|rozstrzygnięt|zgłoszon)",
        r"spraw[ay] (?:nr|numer|#)",
        r"(?:otwart\w*|otworzył\w*|nowy|zgłoszono|zgłosił\w*) spór\b",
        r"spór (?:został|dotycz|nr|otwart)", r"sporu\b",
        (r"(?:przedmiot|produkt|zamówieni|towar|paczk)\w*\b.{0,20}nie"
        r" (?:dotar|otrzyman|dostarczon|przysz)"),
        "nieotrzymani", r"nie otrzymał", r"gwarancj\w* (?:zwrotu pieniędzy|a[ -](?:to|do)[ -]z)",
    ),
    "sv": (
        r"tvist", "reklamation", "anspråk", "köparskydd",
        r"(?:öppnat|öppnade|öppnar|skapat|nytt) (?:ett )?(?:nytt )?ärende\b",
        r"ärende\w*\b.{0,40}(?:öppnats|öppnat|stängts|skapats|eskalerats|avgjorts)",
        r"ärendenummer", r"ärende (?:nr|#)",
        (r"(?:vara|varan|artikel|artikeln|produkt|paket|beställning|order)\w*\b.{0,20}"
        r"(?:ej|inte|aldrig) (?:mottag|fått|levererat|levererad|kommit)"),
        r"har inte (?:fått|mottagit)", r"a[ -]till[ -][öo]\b",
    ),
    "tr": (
        r"vaka\w* (?:açıl|kapat|oluştur)", r"(?:bir|yeni) vaka", r"anlaşmazlı", "uyuşmazlı",
        "ihtilaf", "itiraz", "şikayet", r"(?:hak|garanti) talebi", r"a'?dan z'?ye",
        r"iddia\w* (?:açıl|alın)", r"alıcı koruma",
        r"(?:ürün|sipariş|paket)\w*\b.{0,30}(?:teslim al(?:ın)?ma|ulaşma|gelme|teslim edilme)[dm]",
    ),
    "ja": (
        (r"ケース(?:が|を|の)?(?:新たに|新しく)?(?:オープン|開設|開始|開か|開き|申し?立|起票|登録"
        r"|クローズ|終了|解決|エスカレ)"),
        "クレーム", "紛争", "係争", "異議", "申し?立て", "未着", "届いて(?:い|お)?(?:な|り)",
        "届か(?:な|ず)", "受け取って(?:い|お)?(?:な|り)", "マーケットプレイス保証", "買い手保護",
        "返金保証", "保証申請",
    ),
    "zh": (
        "纠纷", "糾紛", "争议", "爭議", "索赔", "索賠", "投诉", "投訴", "个案", "個案", "案件",
        r"(?:未|没|没有|沒有)(?:收到|送达|送達)(?!.{0,2}款)", r"(?:开启|開啟|提交)了?.{0,3}case",
        "升级处理", "退款保障", "(?:买家|買家|交易)(?:保护|保護|保障)", "要求 ?ebay ?介入",
    ),
}  # fmt: skip

#: Money that went back: whatever it was for, the money alone is the matter.
REFUNDED: Final[Rows] = {
    "en": (r"refund\w*\b.{0,30}\b(?:issued|initiated|sent|processed|completed)\b",
           r"(?:issued|sent|initiated|processed) (?:an? |the )?(?:full |partial )?refund",
           r"refunded\b"),
    "de": (r"\w*erstattung\b.{0,40}(?:veranlasst|ausgelöst|gesendet|eingeleitet|abgeschlossen)",
           r"\w*erstattet\b", "geld zurückgezahlt"),
    "fr": (r"remboursement\b.{0,40}(?:effectué|initié|émis|envoyé|lancé|traité)",
           r"remboursée?s?\b"),
    "es": (r"reembolso\b.{0,40}(?:emitido|iniciado|realizado|enviado|completado|procesado)",
           "reembolsad"),
    "it": (r"rimborso\b.{0,40}(?:avviato|emesso|effettuato|inviato|completato|elaborato)",
           "rimborsat"),
    "pt": (r"reembolso\b.{0,40}(?:emitido|iniciado|efetuado|processado|enviado|concluído)",
           "reembolsad"),
    "nl": (r"(?:terugbetaling|restitutie)\b.{0,40}(?:gestart|verwerkt|uitgevoerd|verstuurd|gedaan)",
           "terugbetaald"),
    "pl": (r"zwrot (?:pieniędzy|środków|płatności)\b.{0,40}(?:wykonan|zrealizowan|wysłan)",
           r"zwrócono (?:pieniądze|środki|płatność)"),
    "sv": (r"återbetalning\w*\b.{0,40}(?:utförd|utförts|skickad|skickats|genomförd|påbörja)",
           r"(?:har )?återbetalat"),
    "tr": ((r"(?:para iadesi|geri ödeme|ücret iadesi|iade tutarı)\w*\b.{0,30}"
           r"(?:yapıldı|gönderildi|başlatıldı|tamamlandı)"),),
    "ja": ("返金(?:が|を|処理|手続き)*(?:完了|開始|実行|行い|行われ|いたし|しま)", "返金済"),
    "zh": ("已退款", "退款(?:已|成功|完成)"),
}  # fmt: skip

REFUND: Final[Rows] = {
    "en": ("refund",),
    "de": (r"\w*erstatt", r"rückzahl", r"geld zurück"),
    "fr": ("rembours",),
    "es": ("reembols", r"devoluci\w+ del? (?:dinero|importe)"),
    "it": ("rimbors",),
    "pt": ("reembols", "estorno", r"devolução do (?:dinheiro|valor)"),
    "nl": ("terugbeta", "restitutie", "geld terug"),
    "pl": (r"zwro[tć]\w* (?:pieni|środk|płatnoś|kwot|należnoś)", "refundac"),
    "sv": ("återbetal", "pengarna tillbaka"),
    "tr": (r"(?:para|ücret|bedel) iade", r"iade (?:tutar|ödeme)", "geri ödeme"),
    "ja": ("返金", "払い?戻"),
    "zh": ("退款",),
}

RETURN: Final[Rows] = {
    "en": (r"return(?:s|ed)?\b(?! (?:of the (?!item|order|article)|to (?!you\b|sender|seller)))",
           r"sen[dt](?:s|ing)? .{0,20}\bback\b"),
    "de": (r"\w*rückgabe", "rücksend", "rückgesandt", r"\w*retour", "zurückgeb", "zurücksend",
           "zurückgeschickt", "zurückschick", "widerruf"),
    "fr": ("retour", "renvoi", "renvoyer", "rétractation"),
    "es": ("devoluc", "devolver", "devuelt", "desistimiento"),
    "it": (r"res[oi]\b", "restitu", "recesso"),
    "pt": ("devoluç", "devolver", "devolvid", r"retornar"),
    "nl": ("retour", "terugstur", "teruggestuurd", "terugzend", "herroeping"),
    "pl": (r"zwrot(?:u|y|em|ów)?\b", r"zwróci", "odstąpieni"),
    "sv": (r"retur(?!n(?:ing)?\b)", "skicka tillbaka", "ångerrätt"),
    "tr": (r"iade",),
    "ja": ("返品", "リターン", "返送"),
    "zh": ("退货", "退貨", "退回", "退换"),
}  # fmt: skip

#: Not what headphones do.
_CANCEL: Final = r"(?<!noise )(?<!noise-)cancel"
CANCELLATION: Final[Rows] = {
    "en": (_CANCEL,),
    "de": ("stornier", r"storno(?! di)", r"\w*abbruch", "abbrech", "abgebrochen", "annullier"),
    "fr": ("annul",),
    "es": (_CANCEL, r"anul(?:ar|aci|ad)"),
    "it": ("annull", rf"{_CANCEL}l(?:a|o|at)", "disdett"),
    "pt": (_CANCEL, r"anula(?:r|ç|d)"),
    "nl": ("annul", "geannul"),
    "pl": ("anulow", "anulac", "anuluj", r"rezygn"),
    "sv": ("avbeställ", "annuller", r"avbr[yöu]t", "avbok"),
    "tr": ("iptal",),
    "ja": ("キャンセル", "取り?消し?"),
    "zh": ("取消",),
}

FEEDBACK: Final[Rows] = {
    "en": ("feedback", (r"(?:left|new|received|wrote|posted|star|negative|neutral|bad|an?)"
           r" (?:\w+[ -]){0,2}review\b"), r"reviewed\b", r"review (?:from|for|on|of)\b"),
    "de": (r"(?!zurück)\w*bewert", "rezension"),
    "fr": ("évaluation", "évalué", r"(?:un|nouvel|votre|cet|mauvais) avis\b",
           r"avis (?:client|négatif|neutre|laissé|reçu|sur)"),
    "es": ("valoraci", "valorado", "reseña", "opinión", "opiniones"),
    "it": ("recension", "feedback", "valutazion"),
    "pt": ("avaliaç", "avaliou", "feedback"),
    "nl": ("beoordeling", "beoordeeld", "recensie", "feedback"),
    "pl": (r"opini[aęi]", r"ocen[aęyi]", "ocenił", "komentarz", "recenzj"),
    "sv": ("omdöme", "recension", r"betyg"),
    "tr": ("değerlendirme", r"yorum", "geri bildirim"),
    "ja": ("評価", "レビュー", "フィードバック"),
    "zh": ("评价", "評價", "差评", "差評", "评论", "評論", "反馈"),
}  # fmt: skip

#: How a sale's notice begins; what follows is the article's name.
SOLD_FIRST: Final[Rows] = {
    "en": (r"sold\b", r"(?:you(?:'ve)? |congratulations.{0,10})?made a sale", r"you(?:'ve)? sold\b",
           r"your (?:ebay )?item(?: has)?(?: been)? sold", r"new order\b", r"new sale\b"),
    "de": (r"verkauft\b", r"(?:ihr|dein) artikel (?:wurde|ist) verkauft", r"neue bestellung\b",
           r"neuer verkauf", r"sie haben .{0,30}verkauft", r"du hast .{0,30}verkauft"),
    "fr": (r"vendu\b", r"votre (?:objet|article) (?:a été|est) vendu",
           r"nouvelle (?:commande|vente)", r"vous avez (?:vendu|réalisé une vente|fait une vente)"),
    "es": (r"vendido\b", r"(?:tu|su) artículo (?:se )?ha (?:sido )?vendido",
           r"nuev[oa] (?:pedido|venta)", r"has (?:vendido|hecho una venta)"),
    "it": (r"venduto\b", r"(?:il tuo|il suo) (?:oggetto|articolo) è stato venduto",
           r"nuov[oa] (?:ordine|vendita)", r"hai (?:venduto|fatto una vendita)"),
    "pt": (r"vendido\b", r"(?:o )?seu (?:artigo|item) foi vendido",
           r"nov[oa] (?:pedido|venda|encomenda)", r"você (?:vendeu|fez uma venda)"),
    "nl": (r"verkocht\b", r"(?:uw|je) (?:artikel|object|item) is verkocht",
           r"nieuwe (?:bestelling|verkoop)", r"je hebt .{0,30}verkocht"),
    "pl": (r"sprzedan", r"(?:twój )?(?:przedmiot|produkt) został sprzedany",
           r"now(?:e|a) (?:zamówienie|sprzedaż)", r"sprzedałe?a?ś"),
    "sv": (r"såld\b", r"såld!", r"(?:din|ditt) (?:vara|artikel|föremål) (?:är|har) sål",
           r"ny (?:beställning|order|försäljning)", r"du har sålt"),
    "tr": (r"satıldı", r"yeni (?:sipariş|satış)", r"ürününüz satıldı"),
    "ja": ("新規注文", "新しい注文", "注文確定", "商品が売れ", "売れました", "販売"),
    "zh": ("新订单", "新訂單", "(?:恭喜|您|你).{0,12}(?:售出|卖出|賣出)",
           "已?(?:售出|卖出|賣出)(?=[！：:，,]|$)"),
}  # fmt: skip

SALE: Final[Rows] = {
    "en": (r"sold\b", "unshipped", r"ship now", r"order received", r"you have an order",
           r"order\s+#?\w+ placed", r"(?:made|new) (?:a )?sale", r"new order", r"please ship"),
    "de": (r"verkauft", r"verkauf\b", r"jetzt versenden", r"bestellung (?:ist )?eingegangen",
           r"neue bestellung"),
    "fr": (r"vendue?s?\b", r"(?:nouvelle|une|votre) vente\b", r"nouvelle commande",
           r"commande reçue"),
    "es": ("vendid", r"venta\b", r"nuevo pedido", r"pedido recibido"),
    "it": ("vendut", r"vendita\b", r"nuovo ordine", r"ordine ricevuto"),
    "pt": (r"vend(?:id|eu\b)", r"venda\b", r"nov[oa] (?:pedido|encomenda)", r"pedido recebido"),
    "nl": ("verkocht", r"verkoop\b", r"nieuwe bestelling", r"bestelling ontvangen"),
    "pl": ("sprzedan", r"sprzedaż\b", r"nowe zamówienie", r"otrzymano zamówienie"),
    "sv": (r"såld\b", r"sålts?\b", "försäljning", r"ny (?:beställning|order)"),
    "tr": ("satıldı", r"satış", r"yeni sipariş", r"sipariş alındı"),
    "ja": ("売れ", "落札", "新規(?:の?ご?)?注文", "新しいご?注文", "注文確定",
           "(?:出荷|発送)してください"),
    "zh": ("售出", "卖出", "賣出", "新的?(?:订单|訂單)", "出单"),
}  # fmt: skip

SHIPPED: Final[Rows] = {
    "en": ("shipped", "dispatched"),
    "de": ("versandt", "versendet", "verschickt"),
    "fr": ("expédié", "envoyé"),
    "es": ("enviad",),
    "it": ("spedit",),
    "pt": ("enviad", "despachad"),
    "nl": ("verzonden", "verstuurd"),
    "pl": ("wysłan",),
    "sv": ("skickat", "skickad"),
    "tr": ("kargoya verildi", "gönderildi"),
    "ja": (
        "発送済",
        "出荷済",
        "発送(?:が|を)?(?:完了|しま|され)",
        "出荷(?:が|を)?(?:完了|しま|され)",
    ),
    "zh": ("已发货", "已發貨", "已寄出"),
}

OPTED_OUT: Final[Rows] = {"en": (r"opt(?:ed)?[ -]out",)}

#: What tells of the marketplace's business or asks nothing: praise, a vote that the seller may
#: give, a buyer who has not paid.
ROUTINE: Final[Rows] = {
    "en": (r"unpaid", r"payment (?:was )?not received", r"leave (?:your )?(?:\w+ )?feedback",
           r"positive (?:feedback|review)", r"(?:5|five)[ -]star"),
    "de": (r"nicht bezahlt", r"unbezahlt", r"zahlung nicht (?:erhalten|eingegangen)",
           r"bewert\w* (?:sie|ab)\b.{0,30}käufer", r"bewertung ab(?:geben|zugeben)",
           r"positive bewertung", r"(?:5|fünf)[ -]sterne"),
    "fr": (r"impayé", r"objet non payé", r"(?:est|suis|sommes) de retour",
           r"paiement (?:non|pas(?: encore)?) reçu",
            r"laisse[rz] (?:une évaluation|un avis)",
           r"(?:évaluation positive|avis positif)", r"(?:5|cinq) étoiles"),
    "es": (r"impagad", r"no pagado", r"deja (?:un voto|una valoración|una opinión)",
           r"(?:valoración|reseña|opinión) positiva", r"(?:5|cinco) estrellas"),
    "it": (r"non pagat", r"lascia (?:un )?feedback", r"(?:recensione|feedback) positiv",
           r"(?:5|cinque) stelle"),
    "pt": (r"não pag[oa]", r"deixe (?:uma avaliação|feedback)", r"(?:avaliação|feedback) positiv",
           r"(?:5|cinco) estrelas"),
    "nl": (r"niet betaald", r"onbetaald", r"geef (?:\w+ )?(?:feedback|beoordeling)",
           r"positieve (?:feedback|beoordeling|recensie)", r"(?:5|vijf) sterren"),
    "pl": (r"nieopłacon", r"niezapłacon", r"wystaw (?:komentarz|opinię|ocenę)",
           r"pozytywn\w+ (?:komentarz|opini|ocen)", r"(?:5|pięć) gwiazdek"),
    "sv": (r"obetald", r"inte betalat", r"lämna (?:omdöme|betyg)",
           r"positivt? (?:omdöme|betyg|recension)", r"(?:5|fem) stjärn"),
    "tr": (r"ödenmemiş", r"ödeme alınmadı", r"(?:geri bildirim|yorum) bırakın",
           r"olumlu (?:değerlendirme|yorum|geri bildirim)", r"(?:5|beş) yıldız"),
    "ja": ("未払い", "未入金", "評価を(?:残|つけ|して)", "(?:高|良い|星5の?)評価", "5つ星"),
    "zh": ("未付款", "未收到.{0,2}款", "(?:请|請)?(?:留下|留)(?:评价|評價)", "好评", "好評",
           "(?:5|五)星"),
}  # fmt: skip

#: Words of what is said to all sellers, where no number of an order stands beside them.
TO_ALL: Final[Rows] = {
    "en": (r"polic(?:y|ies)\b", r"how to\b", r"tips?\b", r"webinar", r"newsletter", r"guide to\b",
           r"(?:reduce|avoid|prevent)\b"),
    "de": (r"\w*richtlinie", r"tipps?\b", r"ratgeber", r"so (?:vermeiden|reduzieren)"),
    "fr": (r"politique", r"règlement\b", r"conseils?\b", r"comment (?:éviter|réduire)"),
    "es": (r"política", r"consejos?\b", r"cómo (?:evitar|reducir)"),
    "it": (r"norme\b", r"politic[ah]", r"consigli\b", r"come (?:evitare|ridurre)"),
    "pt": (r"política", r"dicas?\b", r"como (?:evitar|reduzir)"),
    "nl": (r"\w*beleid\b", r"hoe (?:je|u)\b"),
    "pl": (r"polityk", r"zasad[ay]?\b", r"porad", r"jak (?:uniknąć|ograniczyć)"),
    "sv": (r"\w*policy", r"så (?:undviker|minskar)"),
    "tr": (r"politika", r"ipuçları"),
    "ja": ("ポリシー", "ヒント", "コツ", "規約", "方針"),
    "zh": ("政策", "攻略", "技巧", "公告", "规则"),
}  # fmt: skip
