"""The words by which mail programs mark what is not new: tables for ``newtext``, by language.

One row a language; a further language is a further row. Upper and lower case do not matter. The
languages are those that are read (design: en de fr es it pt nl pl sv da no fi cs tr ru uk vi ja
zh ko), because a quote bears the language of the buyer's mail program, not of the letter.
"""

import re
from collections.abc import Iterable
from typing import Final


def lower(text: str) -> str:
    """Return ``text`` in lower case, sign by sign: places in it stay where they are."""
    return text.replace("İ", "I").lower()


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words`` in lower case, the longest first.

    Beginnings that words share are written once, so that a search costs the same however many
    they are; put it into a group.
    """
    branches: dict[str, list[str]] = {}
    for word in sorted({lower(word).replace("\u0307", "") for word in words}):
        if word:
            branches.setdefault(word[0], []).append(word[1:])
    return "|".join(re.escape(sign) + _rest(ends) for sign, ends in branches.items())


def _rest(ends: list[str]) -> str:
    if len(ends) == 1:
        return re.escape(ends[0])
    return f"(?:{any_of(ends)})" + ("?" if "" in ends else "")


#: "wrote" at the end of an attribution line ("On ... X wrote:").
WROTE: Final = (
    "wrote", "writes", "said",  # en
    "schrieb", "geschrieben", "schreibt",  # de
    "a écrit", "a ecrit", "écrit",  # fr
    "escribió", "escribio", "ha escrito",  # es
    "ha scritto", "scrisse", "scritto",  # it
    "escreveu",  # pt
    "schreef", "geschreven", "heeft het volgende geschreven",  # nl
    "napisał", "napisała", "napisał(a)", "napisał/a", "pisze",  # pl
    "skrev",  # sv da no
    "kirjoitti",  # fi
    "napsal", "napsala", "napsal(a)", "odesílatel",  # cs
    "yazdı", "şunu yazdı", "şunları yazdı",  # tr
    "написал", "написала", "написал(а)", "пишет", "писал",  # ru
    "написав", "написала", "пише", "написав(-ла)",  # uk
    "đã viết",  # vi
    "のメール", "が書きました", "書きました", "wrote",  # ja
    "写道", "寫道", "写到", "寫到", "撰写", "來信寫道",  # zh
    "작성", "썼습니다", "님이 작성", "쓴 글", "wrote",  # ko
    "έγραψε", "a scris", "írta", "كتب", "כתב", "je napisal", "napísal",  # others, cheap
)  # fmt: skip

#: "I" before such a verb: the buyer tells what they wrote, and no mail program says so.
FIRST_PERSON: Final = (
    "i", "we", "ich", "wir", "je", "j'ai", "nous", "yo", "io", "eu", "ik", "wij", "ja", "jag",
    "jeg",
    "vi", "minä", "ben", "я", "мы", "tôi", "私", "我", "我们", "私が",
)  # fmt: skip

#: Labels of a quoted header block: from.
FROM: Final = (
    "from", "von", "de", "da", "van", "od", "från", "fra", "lähettäjä", "kimden", "gönderen", "от",
    "от кого", "від", "từ", "người gửi", "差出人", "送信者", "发件人", "發件人", "寄件者",
    "寄件人",
    "보낸 사람", "보낸사람", "발신", "remitente", "mittente", "expéditeur", "absender", "afzender",
    "remetente", "avsändare", "de la", "šalje", "saatja", "nuo", "dari", "مرسل", "من", "מאת", "จาก",
    "odesílatel", "odosielateľ", "nadawca", "feladó", "από", "kinek",
)  # fmt: skip

#: Labels of a quoted header block: sent, date.
SENT: Final = (
    "sent", "date", "sent on", "sent at", "gesendet", "datum", "gesendet am", "envoyé", "envoyé le",
    "date d'envoi", "enviado", "enviado el", "fecha", "inviato", "data", "data invio", "enviada em",
    "enviado em", "enviada", "verzonden", "wysłano", "wysłane", "skickat", "sendt", "dato",
    "lähetetty",
    "päivämäärä", "päiväys", "odesláno", "gönderildi", "gönderme tarihi", "tarih", "отправлено",
    "дата", "надіслано", "đã gửi", "ngày", "送信日時", "日時", "日付", "发送时间", "已发送",
    "發送時間", "寄件日期", "日期", "时间", "時間", "보낸 날짜", "날짜", "received", "发送日期",
    "gönderilme tarihi", "elküldve", "dátum", "trimis", "trimisă",
    "ημ/νία αποστολής", "ημερομηνία", "στάλθηκε", "odoslané", "poslano", "poslané", "изпратено",
    "saadetud", "išsiųsta", "enviat", "dikirim", "tanggal", "تاريخ", "تاريخ الإرسال", "נשלח",
    "תאריך", "ส่ง", "วันที่",
)  # fmt: skip

#: Labels of a quoted header block: to, copies, reply-to.
TO: Final = (
    "to", "an", "à", "a", "para", "per", "aan", "naar", "do", "till", "til", "vastaanottaja",
    "komu",
    "kime", "alıcı", "кому", "đến", "tới", "người nhận", "宛先", "收件人", "收件者",
    "받는 사람",
    "받는사람", "수신", "cc", "kopie", "copie", "kopia", "kopi", "kopio", "копия", "копія", "抄送",
    "抄送人",
    "副本", "bcc", "reply-to", "antwort an", "empfänger", "destinatario", "destinataire", "adresat",
    "dest", "回复", "답장", "címzett", "către", "προς", "prima", "до", "adressaat", "kam", "per a",
    "kepada", "إلى", "אל", "ถึง",
)  # fmt: skip

#: Labels of a quoted header block: subject.
SUBJECT: Final = (
    "subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp", "temat", "ämne",
    "emne",
    "aihe", "předmět", "konu", "тема", "chủ đề", "件名", "主题", "主題", "主旨", "제목", "re",
    "tárgy", "subiect", "subiectul", "θέμα", "predmet", "zadeva", "относно", "teema", "tēma",
    "assumpte", "subjek", "perihal", "الموضوع", "נושא", "เรื่อง",
)  # fmt: skip

#: What stands between dashes (or alone, after an underline) above a quoted mail.
SEPARATORS: Final = (
    "original message", "original-nachricht", "originalnachricht", "original mail",
    "original appointment", "ursprüngliche nachricht", "ursprüngliche mail", "ursprüngl. nachricht",
    "weitergeleitete nachricht", "message d'origine", "message original", "message initial",
    "message transféré", "mail original", "mensaje original", "mensaje reenviado",
    "correo original", "messaggio originale", "messaggio inoltrato", "mensagem original",
    "mensagem encaminhada", "oorspronkelijk bericht", "origineel bericht", "doorgestuurd bericht",
    "wiadomość oryginalna", "oryginalna wiadomość", "wiadomość przekazana dalej",
    "przekazana wiadomość", "ursprungligt meddelande", "originalmeddelande",
    "vidarebefordrat meddelande", "oprindelig meddelelse", "original meddelelse",
    "opprinnelig melding", "videresendt meddelelse", "videresendt melding",
    "alkuperäinen viesti", "edelleenlähetetty viesti", "původní zpráva", "původní e-mail",
    "přeposlaná zpráva", "orijinal mesaj", "özgün ileti", "özgün mesaj", "i̇letilen mesaj",
    "yönlendirilen mesaj", "исходное сообщение", "пересылаемое сообщение",
    "оригинальное сообщение", "пересылаемое письмо", "початкове повідомлення",
    "оригінальне повідомлення", "переслане повідомлення", "thư gốc", "tin nhắn gốc",
    "thư đã chuyển tiếp", "元のメッセージ", "元のメール", "転送メッセージ",
    "転送されたメッセージ",
    "original message by", "原始邮件", "原始郵件", "原始消息", "原邮件", "转发邮件", "转发的邮件",
    "轉寄郵件", "邮件原件", "回复的原邮件", "回复的邮件", "원본 메시지", "원본 메일",
    "전달된 메시지",
    "forwarded message", "forwarded by", "nachricht von",
    "message from", "mensaje de",
    "message de", "messaggio da", "ende der nachricht", "forwarded mail", "forward message",
    "reply message",
    "begin forwarded message", "end of forwarded message",
    "anfang der weitergeleiteten nachricht", "début du message réexpédié",
    "début du message transféré", "inicio del mensaje reenviado", "inizio messaggio inoltrato",
    "início da mensagem encaminhada", "begin doorgestuurd bericht", "以下是转发的邮件",
    "転送されたメッセージ", "начало переадресованного сообщения", "replied message",
    "原始邮件信息", "previous message", "oprindelig besked", "원본 이메일", "원본메시지",
    "opprinnelig e-post",
    "ursprungligt mejl", "oryginalny e-mail", "correo electrónico original", "e-mail d'origine",
    "e-mail original", "originele e-mail", "orijinal e-posta", "email gốc", "исходное письмо",
    "eredeti üzenet", "mesaj original", "αρχικό μήνυμα", "originele bericht",
    "izvorna poruka", "izvorno sporočilo", "pôvodná správa", "оригинално съобщение",
    "оригинална порука", "originalus laiškas", "sākotnējais ziņojums", "algne sõnum",
    "missatge original", "pesan asli", "mesej asal", "הודעה מקורית", "رسالة أصلية",
    "الرسالة الأصلية", "ข้อความต้นฉบับ",
)  # fmt: skip

#: The beginning of a line that a telephone or a mail program adds under a letter.
SENT_FROM: Final = (
    "sent from my", "sent from ", "sent via ", "sent with ", "sent using ", "get outlook for",
    "sent by ", "sent on the go", "envoyé de mon", "envoyé depuis", "envoyé à partir",
    "envoyé avec",
    "télécharger outlook", "obtenez outlook", "provenance : courrier", "von meinem", "von meiner",
    "gesendet von", "gesendet mit", "gesendet über", "gesendet aus",
    "diese nachricht wurde von meinem",
    "holen sie sich outlook", "outlook für", "enviado desde", "enviado con", "obtener outlook",
    "enviado de", "enviado do", "enviado a partir", "enviado via", "obter o outlook", "inviato da",
    "inviato dal", "inviato con", "ottieni outlook", "scarica outlook", "verzonden vanaf",
    "verzonden via", "verzonden vanuit", "verstuurd vanaf", "verzonden met", "verstuurd via",
    "outlook voor",
    "wysłane z", "wysłano z", "pobierz program outlook", "skickat från", "skickat med",
    "hämta outlook",
    "sendt fra", "hent outlook", "sendt med", "lähetetty", "hanki outlook", "odesláno z",
    "odesláno pomocí", "získat outlook", "gönderildi", "iphone'umdan gönderildi",
    "ipad'imden gönderildi", "отправлено с", "отправлено из", "отправлено через", "надіслано з",
    "відправлено з", "được gửi từ", "đã gửi từ", "发自我的", "发自", "發自我的", "發自",
    "從我的", "从我的", "來自我的",
    "发送自", "來自 outlook", "取得 outlook", "获取 outlook", "iphoneから送信", "ipadから送信",
    "androidから送信", "スマートフォンから送信", "私のiphoneから送信", "outlook for",
    "나의 iphone에서", "내 iphone에서", "iphone에서 보냄", "ipad에서 보냄",
    "diese e-mail wurde von avast",
    "this email has been checked for viruses", "this email has been scanned", "virus-free. www",
    "virus-free", "virenfrei.", "libre de virus", "sans virus", "garanti sans virus",
    "privo di virus", "virusvrij", "не содержит вирусов", "do you yahoo", "yahoo mail:",
    "yahoo mail on android", "mailed by", "mobile.de", "typed on", "typed with", "please excuse",
    "excuse the brevity", "envoyé par", "von samsung", "aus der mobilen", "diese nachricht wurde",
    "gmx mail", "web.de mail", "via mobile",
)  # fmt: skip

#: Those that name a program behind them, which then needs to be no known one.
SENT_WITH: Final = (
    "sent from ", "sent via ", "sent with ", "sent using ", "envoyé depuis ", "envoyé avec ",
    "envoyé à partir de ", "gesendet von ", "gesendet mit ", "gesendet über ", "gesendet aus ",
    "enviado desde ", "enviado con ", "enviado via ", "inviato da ", "inviato con ",
    "verzonden met ", "verzonden via ", "verzonden vanuit ", "wysłane z ", "skickat från ",
    "skickat med ", "sendt fra ", "sendt med ", "отправлено из ", "надіслано з ",
)  # fmt: skip

#: Or the end of such a line.
SENT_FROM_END: Final = (
    "gesendet", "gönderildi", "から送信", "から送信されました", "傳送", "发送", "發送", "보냄",
    "보냈습니다", "보내기", "yollandı", "sent", "gesendet.",
)  # fmt: skip

#: What such a line names: only with one of these it is taken for a program's.
DEVICES: Final = (
    "iphone", "ipad", "ipod", "apple watch", "android", "samsung", "galaxy", "blackberry", "huawei",
    "xiaomi", "redmi", "oppo", "vivo", "oneplus", "pixel", "nokia", "htc", "sony", "xperia", "lg ",
    "motorola", "windows phone", "windows mail", "mail for windows", "windows", "outlook",
    "yahoo",
    "mobile", "mobil", "móvil", "handy", "smartphone", "smart phone", "phone", "telefon",
    "téléphone",
    "teléfono", "telefono", "telefoon", "puhelin", "cep telefon", "tablet", "tablette", "surface",
    "gmail", "proton", "tutanota", "gmx", "web.de", "t-online", "telekom", "mail.ru", "yandex",
    "spark", "mailbird", "mailspring", "edison", "newton mail", "airmail", "mimestream", "postbox",
    "polymail", "boxer", "zoho", "tuta", "fastmail", "em client", "missive", "shortwave",
    "mymail", "bluemail", "aquamail", "k-9", "thunderbird", "honor", "realme",
    "ケータイ",
    "スマートフォン", "手机", "手機", "网易", "qq邮箱", "foxmail", "avast", "virus", "virenfrei",
    "aol", "mail app", "freenet", "orange", "sfr", "free mail", "libero", "onet", "wp.pl", "seznam",
    "email app", "canary", "superhuman", "front", "typos", "brevity", "мобил", "мобіл", "айфон",
    "телефон", "điện thoại", "droid", "nexus", "aqua mail", "naver", "iphon",
)  # fmt: skip
