"""The words around a notice's deadline in twelve languages: tables for ``deadlines``.

A further language is a further word in a row.
"""

from collections.abc import Mapping
from typing import Final

#: Small numbers in words.
NUMBERS: Final[Mapping[str, int]] = {
    word: number
    for number, row in enumerate(
        (
            "one ein eine einem einer eines un une uno una um uma één een jeden jednego en ett bir",
            "two zwei deux dos due dois duas twee dwa dwóch två iki",
            "three drei trois tres tre três drie trzy trzech üç",
            "four vier quatre cuatro quattro quatro cztery czterech fyra dört",
            "five fünf cinq cinco cinque vijf pięć pięciu fem beş",
            "six sechs seis sei zes sześć sześciu sex altı",
            "seven sieben sept siete sette sete zeven siedem siedmiu sju yedi",
        ),
        start=1,
    )
    for word in row.split()
}

#: Numbers that are one sign, and stand without a blank.
SIGNS: Final[Mapping[str, int]] = {
    "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
}  # fmt: skip

#: The next business day.
NEXT_BUSINESS_DAY: Final = (
    r"next (?:business|working) day", r"n(?:ä|ae)chste[nrs]? (?:werktag|arbeitstag)",
    "prochain jour ouvr", "jour ouvré suivant", "(?:siguiente|próximo) día (?:hábil|laborable)",
    "día (?:hábil|laborable) siguiente", "prossimo giorno lavorativo",
    "giorno lavorativo successivo", "próximo dia útil", "dia útil seguinte", "volgende werkdag",
    "następnego dnia roboczego", "nästa arbetsdag", "bir sonraki iş günü", "翌営業日",
    "次の営業日", "下一?[个個]?工作日",
)  # fmt: skip

#: What leads to a span of time in which an answer is wanted.
LEADS: Final = (
    "within", "in the next", "in", "(?:you|you'll) (?:will |still |now )?have", "you've got",
    "innerhalb von", "innerhalb der nächsten", "innerhalb", "binnen",
    "(?:haben sie|sie haben|hast du|du hast)(?: noch| jetzt)?", "bleiben ihnen",
    "dans les", "dans un délai de", "dans un délai d'", "sous", "vous (?:avez|disposez(?: de| d'))",
    "il vous reste", "tu as", "tu disposes de",
    "en un plazo de", "en el plazo de", "en los próximos", "en", "dentro de",
    "(?:tiene|tienes|dispone de|dispones de)(?: un plazo de)?", "te quedan", "le quedan",
    "entro", "entro e non oltre", "hai", "ha a disposizione", "hai a disposizione",
    "no prazo de", "num prazo de", "em até", "em", "(?:você )?tem(?: um prazo de)?",
    "(?:u heeft|heeft u|je hebt|heb je)(?: nog)?",
    "w ciągu", "w terminie", "w przeciągu", "masz", "inom", "du har", "ni har", "içinde",
    "您有", "你有", "您还有", "须在", "請在", "请在", "あと",
)  # fmt: skip
HOURS: Final = (
    "hours?", "hrs?", r"h\b", "stunden?", "heures?", "horas?", r"or[ae]\b", "uur", "uren",
    r"godzin\w*", "timmar", "timme", "saat", "時間", "[个個]?小时", "[个個]?小時",
)  # fmt: skip
BUSINESS_DAYS: Final = (
    "business days?", "working days?", "werktag(?:en?|e?s)?", "arbeitstag(?:en?|e?s)?",
    "jours? ouvrés?", "jours? ouvrables?", "días? hábil(?:es)?", "días? laborables?",
    "giorn[oi] lavorativ[oi]", "dias? út(?:il|eis)", "werkdag(?:en)?", r"dni\w* robocz\w+",
    r"dzień robocz\w+", "arbetsdag(?:ar)?", "vardag(?:ar)?", "iş günü", "営業日",
    "[个個]?工作[日天]",
)  # fmt: skip
DAYS: Final = (
    r"(?:calendar )?days?\b", r"(?:kalender)?tage?n?\b", r"jours?\b", r"días?\b", r"giorn[oi]\b",
    r"dias?\b", r"(?:kalender)?dag(?:en)?\b", r"dni\b", r"dzień\b", r"dagar\b", r"dygn\b",
    r"(?:takvim )?gün(?:ünüz|lük)?\b", "日間?", "天",
)  # fmt: skip
#: What makes a span one to answer in, behind it.
TAILS: Final = (
    "以内", "以內", "之内", "之內", "内", "內", "içinde", "içerisinde", "zarfında", "süreniz",
    "(?:left )?to (?:respond|reply|answer|resolve)", "zeit", "pour (?:répondre|réagir|résoudre)",
    "para (?:responder|contestar|resolver)", "per (?:rispondere|risolvere)",
    "om te (?:reageren|antwoorden)", "na (?:odpowiedź|reakcję)", "på dig", "时间", "時間回",
)  # fmt: skip

#: What stands before a day that is a deadline.
BEFORE: Final = (
    "by(?: date)?", "by the end of", "before", "on or before", "until", "no later than",
    "not later than", "prior to", "due", "due on", "deadline(?: is)?",
    "bis(?: zum| spätestens| einschließlich)?(?: am| zum)?", "spätestens(?: bis)?(?: zum| am)?",
    "vor dem",
    "avant(?: la fin du)?", "au plus tard", "jusqu'au", "d'ici(?: au)?",
    "antes del?", "hasta", "a más tardar", "para el",
    "entro(?: e non oltre)?", "entro l'", "entro la fine del", "fino al", "prima del", "non oltre",
    "até(?: (?:a?o )?(?:dia|fim d[eo]))?", "antes do(?: dia)?", "o mais tardar",
    "vóór", "voor", "uiterlijk(?: op)?", "tot(?: en met)?", "t/m",
    "do(?: dnia)?(?! dia)", "najpóźniej(?: do)?", "przed", "nie później niż",
    "senast", "före", "till och med", "innan", "en geç", "(?:yanıt|cevap) tarihi",
)  # fmt: skip
BEFORE_UNSPACED: Final = (
    "期限は?", "期日は?", "締め?切り?は?", "截止(?:日期|时间|時間)?(?:为|是|為)?",
    "最[迟晚遲](?:于|在)?", "请于", "請於",
)  # fmt: skip
#: What stands behind it; between them at most a weekday and an hour.
BEHIND: Final = ("まで", "迄", "之前", "以前", "(?<!午)前")
BEHIND_SPACED: Final = (
    "tarihine kadar", "tarihinden önce", r"['’]?\w{0,4} kadar\b", r"['’]\w{2,4} önce\b",
)  # fmt: skip

#: What in the sentence before it says that another acts in that time, or that it is told only.
OTHERS: Final = (
    r"\bwe(?:'ll| will| may| aim| usually)\b", r"\bwill be (?:paid|refunded|credited|deposited)",
    r"\bpaid\b", r"\brefunds? (?:will|should|can|may|takes?|usually)\b", r"\bebay will\b",
    r"\betsy will\b", r"\bamazon will\b",
    r"\b(?:buyer|customer) (?:has|had|may|can|must|should|will)\b", r"\bdecision\b",
    r"\bestimated delivery\b", r"\bdeliver(?:ed|y)\b",
    r"\bwir (?:werden|prüfen|melden)\b", r"\bebay (?:prüft|meldet|entscheidet|wird)\b",
    r"\bbewertung\b", r"(?:erstattung|rückzahlung) (?:wird|kann|dauert|erfolgt|innerhalb|binnen)",
    r"\bkäufer (?:hat|kann|muss|wird)\b", r"\bliefer(?:ung|termin)\b", r"\bgutgeschrieben\b",
    r"\bnous (?:allons|\w+rons|vous (?:contact|inform|rembours))",
    r"\bremboursement (?:sera|peut|devrait)\b",
    r"\bl'acheteur (?:a|peut|doit|dispose)\b", r"\blivraison\b",
    r"\b(?:te|le|nos|os) (?:informaremos|avisaremos|pondremos)", r"\b\w+[aei]remos\b",
    r"\breembolso (?:se|puede|tardará|será|pode)\b", r"\bcomprador (?:tiene|puede|debe|tem|pode)\b",
    r"\bentrega\b",
    r"\b\w+[aei]remo\b", r"\brimborso (?:verrà|sarà|può|arriverà)\b",
    r"\bacquirente (?:ha|può|deve)\b", r"\bconsegna\b",
    r"\bwij? (?:zullen|nemen|laten)\b", r"\bterugbetaling (?:wordt|kan|duurt)\b",
    r"\bkoper (?:heeft|kan|moet)\b", r"\bbezorg",
    r"\bskontaktujemy\b", r"\bzwrot pieniędzy (?:zostanie|może|nastąpi)\b",
    r"\bkupujący (?:ma|może|musi)\b", r"\bdostaw",
    r"\bvi (?:kommer|granskar|hör)\b", r"\båterbetalningen (?:kommer|kan|tar)\b",
    r"\bköparen (?:har|kan|måste)\b", r"\bleverans",
    r"\balıcı(?:nın|ya)?\b", r"\bpara iadesi\b", r"\bteslimat\b",
    "返金は", "返金が", "弊社", "当社", "eBayは", "購入者は", "お届け", "配達",
    "退款(?:将|會|会|通常|一般)", "我们(?:将|会)", "我們(?:將|會)", "买家(?:可|有)",
    "買家(?:可|有)", "预计", "送达",
)  # fmt: skip
#: What the seller is asked for, though it is called by the delivery.
PROOFS: Final = (
    r"(?:proof|evidence|confirmation) of (?:the )?deliver(?:y|ies)", r"delivery confirmation",
    r"(?:nachweis|beleg|beweis|bestätigung)\w* (?:der|über die|für die|einer) (?:zu|aus)?lieferung",
    r"(?:preuve|justificatif|attestation|confirmation) de (?:la )?livraison",
    r"(?:prueba|comprobante|justificante|confirmación) de (?:la )?entrega",
    r"prov[ae] (?:di|della|dell['’]avvenuta) consegna",
    r"(?:comprova\w+|prova|confirmação) d[ae] entrega",
    r"bewijs van (?:de )?bezorging", "bezorgbewijs", "bezorgbevestiging",
    r"(?:dow[oó]d\w*|potwierdzeni\w+) (?:dostawy|dostarczenia)",
    r"leveransbevis\w*", r"(?:bevis|bekräftelse) (?:på|om) leverans\w*",
    r"teslimat (?:kanıt|belge|onay)\w*", "(?:配達|お届け)(?:の)?(?:証明|証拠|完了)",
    "送达(?:凭证|證明|证明|记录)",
)  # fmt: skip
#: What asks something of the seller on pain of what another does, up to the time itself.
ON_PAIN: Final = (
    r"\bif you (?:do not|don['’]t|have not|haven['’]t|fail|cannot|can['’]t)\b", r"\bunless you\b",
    r"\b(?:wenn|falls|sofern) (?:sie|du)\b[^,]*\bnicht\b",
    r"\bsi vous (?:ne |n['’])", r"\bsi no\b", r"\bse non\b",
    r"\bals (?:u|je) (?:\w+ ){0,6}?(?:niet|geen)\b",
    r"\bjeśli nie\b", r"\bom (?:du|ni) inte\b", r"\bse (?:você )?não\b",
)  # fmt: skip
#: What says that the seller acts in it all the same.
OURS: Final = (
    r"\bplease (?!note)", r"\bbitten?\b(?! beacht)", r"\bveuillez (?!noter)", "merci de",
    "por favor", "per favore", "rogamos", "pedimos", "verzoeken", "prosimy", "vänligen", "lütfen",
    "请", "請",
    r"\b(?:respond|reply|answer|resolve|accept|appeal|act|ship|contact|upload|provide)",
    r"\byou(?:'ll)? (?:must|have|need|should)\b", "antwort", "reagier", "klär", "handeln",
    r"\bsie haben\b", r"\brépon", "réagir", "résoudre", r"\bvous (?:avez|devez|disposez)\b",
    "respond", "contest", "resolv", "rispon", "risolv", "rispost", "reage", "odpow", r"\bsvara",
    "yanıt", "cevap", "回复", "回覆", "答复", "处理", "回应", "回應", "返信", "回答", "対応",
)  # fmt: skip
