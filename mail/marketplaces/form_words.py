"""The labels of marketplaces' forms in twelve languages: tables for ``forms``.

A further language is a further word in a row.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Field(StrEnum):
    """What a label of a form stands for."""

    ORDER = "order"
    ITEM = "item"
    SKU = "sku"
    QUANTITY = "quantity"
    REASON = "reason"
    COMMENT = "comment"
    #: The day on which the buyer asked.
    REQUESTED = "requested"
    SHIP_BY = "ship-by"
    ANSWER_BY = "answer-by"
    AMOUNT = "amount"
    #: Ends the field before it, and says nothing itself.
    OTHER = "other"


#: A word for "order" with what may stand between it and the number, as a pattern.
ORDER_WORD: Final = (
    # The first letters alone are quickly told.
    r"(?=[oabcepzsご注订訂])(?:order(?:nummer)?|bestell(?:ung|nummer)|auftrag(?:snummer)?|commande|pedido|ordine"
    r"|encomenda|bestelling|bestelnummer|zam[oó]wieni\w{0,2}|best[aä]llning(?:snummer)?"
    r"|sipari[sş](?:iniz|i)?|ご?注文|订单|訂單)"
    r"\s*(?:no\.?|nr\.?|number|id|nummer|num[eé]ro|n[úu]mero|numer|numarası|n°|nº|n\.º|n\.|番号|编号"
    r"|編號|号|號)?\s*[:：]?\s*"
)

#: A label by which a return is announced; the others of a reason stand in every form.
RETURN_REASONS: Final = (
    "return reason", "reason for return", "rücksendegrund", "grund für die rücksendung",
    "grund der rücksendung", "motif du retour", "motif de retour", "raison du retour",
    "motivo de la devolución", "motivo de devolución", "motivo del reso", "motivo da devolução",
    "返品理由", "返品の理由", "reden voor retour", "reden voor retourneren", "reden van retour",
    "powód zwrotu", "returorsak", "iade nedeni", "退货原因",
    "rückgabegrund", "grund für die rückgabe", "grund der rückgabe", "motivo della restituzione",
    "motivo di restituzione", "motivo do retorno", "reden van de retour", "reden voor de retour",
    "przyczyna zwrotu", "orsak till retur", "anledning till retur", "skäl för retur", "iade sebebi",
    "返品事由", "退货理由", "退貨原因", "退貨理由",
    "du brauchst hilfe bei", "vous avez besoin d'aide concernant", "necesitas ayuda con",
    "hai bisogno di aiuto con", "je hebt hulp nodig met", "potrzebujesz pomocy w sprawie",
    "você precisa de ajuda com", "fallgrund", "grund des falls", "grund für den fall",
    "grund der reklamation", "motif du litige", "motif du cas", "motivo del caso",
    "motivo de la disputa", "motivo della controversia", "motivo da disputa", "motivo do caso",
    "reden van de zaak", "reden van het geschil", "reden voor annulering",
    "reden van terugbetaling", "powód reklamacji", "powód sprawy", "powód roszczenia", "przyczyna",
    "przyczyna anulowania", "przyczyna reklamacji", "orsak", "orsak till ärendet",
    "orsak till annullering", "anledning till avbokning", "vaka nedeni", "şikayet nedeni",
    "talep nedeni", "sebep", "iptal sebebi", "クレーム理由", "クレームの理由", "ケースの理由",
    "个案原因", "纠纷原因", "争议原因",
    "原因", "理由说明", "取消理由", "退款理由", "取消訂單原因", "退款申请原因",
)  # fmt: skip
_REASONS: Final = (
    "reason", "reason for contact", "grund", "raison", "motif", "motivo", "理由", "reden", "powód",
    "anledning", "neden", "cancellation reason", "cancelation reason", "reason for cancellation",
    "cancel reason", "stornierungsgrund", "grund der stornierung", "grund für die stornierung",
    "motif d'annulation", "motif de l'annulation", "motivo de la cancelación",
    "motivo de cancelación", "motivo dell'annullamento", "motivo della cancellazione",
    "motivo do cancelamento", "annuleringsreden", "reden van annulering", "powód anulowania",
    "orsak till avbokning", "iptal nedeni", "キャンセル理由", "キャンセルの理由", "取消原因",
    "claim reason", "reason for claim", "dispute reason", "chargeback reason", "case reason",
    "reason code", "grund des antrags", "motif de la réclamation", "motivo de la reclamación",
    "motivo del reclamo", "motivo da reclamação", "申請理由", "索赔原因", "refund reason",
    "reason for refund", "grund für die erstattung", "grund der erstattung",
    "motif du remboursement", "motivo del reembolso", "motivo del rimborso", "motivo do reembolso",
    "返金理由", "退款原因", "you need help with", "they need help with",
)  # fmt: skip
_COMMENTS: Final = (
    "customer comments", "customer comment", "buyer comment", "buyer comments", "buyer's comments",
    "buyer's comment", "customer's comments", "comments", "comment", "details", "buyer note",
    "note for seller", "message from buyer", "message from the buyer", "buyer's message",
    "buyer message", "customer message", "customer's message", "message from customer",
    "kundenkommentare", "kundenkommentar",
    "kommentar des kunden", "kommentare des kunden", "kommentar des käufers",
    "kommentare des käufers", "käuferkommentar", "weitere angaben", "einzelheiten",
    "commentaires du client", "commentaire du client", "commentaires de l'acheteur",
    "commentaire de l'acheteur", "détails", "comentarios del cliente", "comentario del cliente",
    "comentarios del comprador", "comentario del comprador", "detalles", "commenti del cliente",
    "commenti dell'acquirente", "commento del cliente", "commento dell'acquirente", "dettagli",
    "comentários do cliente", "comentário do cliente", "comentários do comprador", "detalhes",
    "購入者のコメント", "購入者からのコメント", "お客様のコメント", "お客様からのコメント",
    "コメント", "詳細", "opmerkingen van klant", "opmerkingen van de klant",
    "opmerking van de klant",
    "opmerkingen van koper", "komentarze klienta", "komentarz klienta", "komentarz kupującego",
    "szczegóły", "kundkommentarer", "kundens kommentarer", "kundens kommentar",
    "köparens kommentar", "detaljer", "müşteri yorumları", "müşteri yorumu", "alıcı yorumu",
    "ayrıntılar", "买家留言", "买家评论", "买家备注", "客户评论", "客户留言",
    "nachricht des käufers", "mitteilung des käufers", "hinweis für den verkäufer",
    "message de l'acheteur", "note de l'acheteur", "note pour le vendeur", "mensaje del comprador",
    "nota para el vendedor", "messaggio dell'acquirente", "nota per il venditore",
    "observações do comprador", "mensagem do comprador", "nota para o vendedor",
    "opmerking van koper", "opmerking van de koper", "opmerkingen van de koper",
    "bericht van de koper", "komentarze kupującego", "uwagi kupującego", "wiadomość od kupującego",
    "köparens kommentarer", "kommentar från köparen", "meddelande från köparen", "alıcı yorumları",
    "alıcının yorumu", "alıcının mesajı", "müşteri notu", "購入者のメッセージ",
    "購入者からのメッセージ", "バイヤーのコメント",
    "买家说明", "买家附言", "买家消息", "買家留言", "買家評論", "客户备注",
)  # fmt: skip
_ORDERS: Final = (
    "order", "order #", "order id", "order no", "order no.", "order number", "order#",
    "bestellnummer", "bestell-nr.", "bestellung", "auftragsnummer", "numéro de commande",
    "n° de commande", "commande", "n.º de pedido", "número de pedido", "pedido",
    "número del pedido", "numero d'ordine", "numero ordine", "ordine", "número do pedido",
    "número da encomenda", "bestelnummer", "bestelling", "numer zamówienia", "zamówienie",
    "ordernummer", "beställning", "sipariş", "sipariş numarası", "注文番号", "注文", "订单编号",
    "订单号",
)  # fmt: skip
_ITEMS: Final = (
    "item", "items", "item name", "product", "product name", "title", "listing", "artikel",
    "artikelname", "produkt", "article", "produit", "titre", "artículo", "producto", "articolo",
    "prodotto", "titolo", "produto", "artigo", "productnaam", "przedmiot", "nazwa produktu", "vara",
    "ürün", "ürün adı", "商品", "商品名", "商品名称", "商品名稱",
)  # fmt: skip
_SKUS: Final = (
    "sku", "merchant sku", "seller sku", "seller-sku", "msku", "händler-sku", "verkäufer-sku",
    "sku des verkäufers", "sku vendeur", "sku du vendeur", "sku del vendedor", "sku vendedor",
    "sku venditore", "sku del venditore", "sku do vendedor", "verkoper-sku", "sku sprzedawcy",
    "säljarens sku", "satıcı sku", "出品者sku", "出品者 sku", "卖家sku", "卖家 sku", "商家编码",
    "custom label", "custom label (sku)", "bestandseinheit (sku)",
)  # fmt: skip
_QUANTITIES: Final = (
    "qty", "qty.", "quantity", "quantity ordered", "quantity sold", "quantity to ship",
    "return quantity", "units", "menge", "anzahl", "stückzahl", "bestellmenge", "quantité", "qté",
    "quantité commandée", "cantidad", "cantidad pedida", "unidades", "quantità",
    "quantità ordinata", "quantidade", "aantal", "hoeveelheid", "ilość", "liczba sztuk", "antal",
    "kvantitet", "adet", "miktar", "数量", "件数", "注文数", "購入数",
)  # fmt: skip
_REQUESTED: Final = (
    "request received", "request date", "requested", "requested on", "date requested",
    "return requested on", "return request date", "claim received", "claim filed", "date filed",
    "opened on", "date opened", "anfrage erhalten", "anfrage eingegangen", "antragsdatum",
    "antrag eingegangen", "beantragt am", "demande reçue", "demande reçue le",
    "date de la demande", "solicitud recibida", "fecha de la solicitud", "fecha de solicitud",
    "richiesta ricevuta", "data della richiesta", "data richiesta", "solicitação recebida",
    "data da solicitação", "pedido recebido em", "aanvraag ontvangen", "datum aanvraag",
    "prośba otrzymana", "data zgłoszenia", "begäran mottagen", "talep alındı", "talep tarihi",
    "リクエスト受領日", "返品リクエスト日", "返品リクエスト受領日", "申請日", "申请日期",
    "收到申请", "申请时间",
    "request submitted", "submitted on", "case opened", "case opened on", "anfrage erhalten am",
    "anfragedatum", "anfrage gestellt am", "eingegangen am", "geöffnet am", "eröffnet am",
    "fall eröffnet am", "demandé le", "date d'ouverture", "ouvert le", "demande envoyée le",
    "solicitud recibida el", "solicitud enviada", "solicitud enviada el", "solicitado el",
    "fecha de apertura", "abierto el", "richiesta ricevuta il", "richiesto il", "data di apertura",
    "aperto il", "solicitação recebida em", "solicitado em", "data de abertura", "aberto em",
    "pedido recebido", "aanvraag ontvangen op", "aangevraagd op", "geopend op",
    "prośba otrzymana dnia", "data otwarcia", "data złożenia", "data prośby",
    "begäran mottagen den", "datum för begäran", "öppnat den", "ärende öppnat",
    "talep alınma tarihi", "açılış tarihi", "talebin alındığı tarih", "リクエスト受付日",
    "リクエスト受付日時",
    "リクエスト受領日時", "リクエスト日", "リクエスト日時", "受付日", "受付日時", "返品申請日",
    "申請日時", "请求提交时间", "申请提交时间", "提交时间",
    "请求时间", "请求日期", "收到请求", "收到请求时间", "開啟時間", "开启时间", "請求提交時間",
    "申請時間",
)  # fmt: skip
_SHIP_BY: Final = (
    "ship by", "ship-by date", "ship by date", "ship before", "ship no later than", "dispatch by",
    "dispatch by date", "latest ship date", "must ship by", "versand bis", "versenden bis",
    "versenden bis zum", "versand spätestens am", "spätestes versanddatum",
    "spätester versandtermin", "expédier avant", "expédier avant le", "à expédier avant le",
    "date limite d'expédition", "enviar antes de", "enviar antes del", "fecha límite de envío",
    "spedire entro", "spedire entro il", "spedisci entro", "data limite di spedizione",
    "enviar até", "data limite de envio", "verzenden voor", "verzenden vóór", "uiterlijk verzenden",
    "wyślij do", "wysłać do", "termin wysyłki", "skicka senast", "skickas senast",
    "son kargo tarihi", "son gönderim tarihi", "出荷期限", "出荷期日", "発送期限", "最晚发货日期",
    "最晚发货时间", "发货截止日期", "发货截止时间",
)  # fmt: skip
_ANSWER_BY: Final = (
    "respond by", "response due", "response due by", "response due date", "reply by", "answer by",
    "due date", "due by", "deadline", "respond before", "antworten bis", "antwort bis", "frist",
    "antwort spätestens am", "répondre avant le", "réponse avant le", "date limite",
    "date limite de réponse", "responder antes del", "responder antes de", "fecha límite",
    "rispondere entro", "rispondere entro il", "rispondi entro", "scadenza", "responder até",
    "prazo", "reageren voor", "reageren vóór", "odpowiedz do", "svara senast", "son yanıt tarihi",
    "son cevap tarihi", "回答期限", "返信期限", "対応期限", "回复截止日期",
    "回复截止时间", "截止日期",
    "antworten sie bis", "antwort erforderlich bis", "délai de réponse", "répondre au plus tard le",
    "fecha límite de respuesta", "plazo de respuesta", "responder antes del día",
    "termine per rispondere", "data di scadenza", "prazo de resposta", "data limite",
    "data limite de resposta", "uiterste reactiedatum", "reageren uiterlijk", "reactie vóór",
    "termin odpowiedzi", "odpowiedź do", "sista svarsdag", "svara före", "son tarih",
    "yanıt son tarihi", "返答期限", "回答期日", "対応期日", "回复期限", "处理期限", "截止时间",
    "最晚回复时间", "回覆期限",
)  # fmt: skip
_AMOUNTS: Final = (
    "amount", "refund amount", "amount refunded", "total refund", "refund total", "claim amount",
    "dispute amount", "disputed amount", "chargeback amount", "betrag", "erstattungsbetrag",
    "höhe der erstattung", "montant", "montant du remboursement", "montant remboursé", "importe",
    "importe del reembolso", "importe reembolsado", "importo", "importo del rimborso",
    "importo rimborsato", "valor", "valor do reembolso", "valor reembolsado", "bedrag",
    "terugbetaald bedrag", "kwota", "kwota zwrotu", "belopp", "återbetalat belopp", "tutar",
    "iade tutarı", "金額", "返金額", "金额", "退款金额",
)  # fmt: skip
_OTHERS: Final = (
    "asin", "condition", "zustand", "état", "condizione", "estado", "order date", "bestelldatum",
    "date de commande", "fecha del pedido", "data dell'ordine", "data do pedido", "注文日", "price",
    "preis", "prix", "precio", "prezzo", "preço", "価格", "价格", "return shipping carrier",
    "tracking id", "tracking number", "resolution", "rma id", "your ideal resolution",
    "ideal resolution", "shipping service", "versandart", "order item id", "listing id",
    "コンディション",
    "your earnings", "amazon fees", "claim id", "case id", "claim type",
)  # fmt: skip

#: A line that tells when something was asked, in words that the rows do not know.
TOLD_TIME: Final = (
    r"(?=.*(?:request|return|case|claim|order|anfrage|antrag|rückgabe|bestell|demande|commande"
    r"|solicitud|devoluci|pedido|richiesta|restituzion|ordine|solicita|aanvraag|retour|bestelling"
    r"|prośb|zgłosz|zamówien|begäran|ärende|retur|talep|iade|sipariş|リクエスト|申請|返品|注文|受付"
    r"|请求|申请|退货|订单|提交|請求|退貨|訂單))"
    r".*(?:date|time|received|submitted|datum|zeit|erhalten|eingegangen|reçue?|heure|fecha|hora"
    r"|recibid[ao]|data|ora|ricevut[ao]|recebid[ao]|ontvangen|otrzyman[aoey]|czas|mottagen|tid"
    r"|tarihi|alındı|日|日時|日付|日期|时间|時間)(?: (?:on|am|le|el|il|em|op|den|dnia))?"
)

#: What a sentence says that is the marketplace's again; what a buyer might ask as well stands with
#: a number beside it.
AFTER_COMMENT: Final = (
    "business day", "authorize", "please respond", "please reply", "please review", "to respond",
    "to reply", r"we (?:ask|request|encourage)", r"within (?:the|\d)", "seller central",
    r"no (?:additional|further) action", "sincerely", "regards", "thank you for", "manage returns",
    "werktag", "arbeitstag", r"antworten sie (?:bis|innerhalb|spätestens)",
    r"sie haben (?:noch )?(?:bis |\d)", "seller-central", "mit freundlichen grüßen",
    r"jours? ouvr", r"répondre (?:avant|sous)", r"(?:jusqu'au|avant le) [^\n]{0,20}\d[^\n]*répon",
    r"vous disposez de \d", "cordialement",
    r"días? (?:laborable|hábil)", r"(?:hasta|antes del?) [^\n]{0,20}\d[^\n]*respond",
    r"responde[r]? (?:antes|en) [^\n]{0,20}\d", "saludos", "atentamente",
    r"giorn[oi] lavorativ", r"rispond(?:i|ere) entro [^\n]{0,12}\d",
    r"hai (?:tempo|\d)", "cordiali",
    r"dias? út", r"respond(?:a|er) (?:até|em) [^\n]{0,12}\d", r"tem (?:até|\d)", "atenciosamente",
    "werkdag", r"reageer (?:binnen|voor|vóór|uiterlijk) [^\n]{0,12}\d", r"je hebt (?:tot |nog |\d)",
    "met vriendelijke groet",
    r"dni\w* robocz", r"odpowied\w+ (?:do|w ciągu) [^\n]{0,12}\d",
    r"masz (?:czas|\d)", "z poważaniem",
    "arbetsdag", r"svara (?:senast|inom|före) [^\n]{0,12}\d", r"du har \d", "vänliga hälsningar",
    "iş günü", r"\d[^\n]{0,20}(?:kadar|içinde) yanıt", "saygılarımızla",
    "営業日", r"\d[^\n]{0,12}(?:まで|以内)に(?:ご|お)?(?:返信|回答|対応)", "敬具", "よろしく",
    "工作日", r"\d[^\n]{0,12}(?:小时|小時)[内內]", r"\d[^\n]{0,12}前(?:回复|回覆|处理|處理)",
    r"amazon\.", "copyright", "©",
)  # fmt: skip

#: What each label stands for.
LABELS: Final[Mapping[str, Field]] = {
    label: field
    for field, labels in (
        (Field.REASON, (*RETURN_REASONS, *_REASONS)),
        (Field.COMMENT, _COMMENTS),
        (Field.ORDER, _ORDERS),
        (Field.ITEM, _ITEMS),
        (Field.SKU, _SKUS),
        (Field.QUANTITY, _QUANTITIES),
        (Field.REQUESTED, _REQUESTED),
        (Field.SHIP_BY, _SHIP_BY),
        (Field.ANSWER_BY, _ANSWER_BY),
        (Field.AMOUNT, _AMOUNTS),
        (Field.OTHER, _OTHERS),
    )
    for label in labels
}
