"""The names and sentences by which mail servers give themselves away: tables for ``sayings``.

Where fields are silent, subject and sentences decide, and only such as no person writes about a
parcel; the others need a second sign beside them.
"""

import re
from typing import Final

from mail.sentences import Sentences

#: Local parts of mail servers (RFC 3834 2, RFC 5230 4.6).
DAEMON: Final = re.compile(
    r"mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|mail[-_.]?delivery.*|mdaemon|mmdf|uucp|scomp"
    r"|post[-_]master"
    r"|(?:double-?)?bounces?|bounces?[-_+=.].*|.*[-_+.=]bounces?"
    r"|delivery[-_.]?(?:status|failure|notification).*|dsn[-_.].*|abuse[-_.]?report.*|fbl"
    r"|feedback[-_.]?loop|microsoftexchange[0-9a-f]{32}|microsoftoutlook[0-9a-f]{32}|mailerdaemon"
)
#: As a return path only these: "bounces+..." there is how bulk senders count their failures.
DAEMON_PATH: Final = re.compile(r"mailer[-_.]?daemon|postmaster|double-bounce")
#: Nobody is named so.
SERVER_NAME: Final = re.compile(
    r"mail(?:er)?[ -]?(?:deliver(?:y)?|daemon)|delivery (?:subsystem|system|status|failure)",
    re.IGNORECASE,
)
DAEMON_NAME: Final = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon)|delivery (?:subsystem|system|status|service|failure)"
    r"|(?:system )?administrator|postmaster|mail system|mail ?server|mail gateway"
    r"|internet mail|message center|systemadministrator|mailsystem|zustell|microsoft outlook"
    r"|microsoft exchange|mdaemon|content-?filter|anti-?virus|メール配信|poczta|posta sistemi",
    re.IGNORECASE,
)
FAILED_FIELDS: Final = frozenset(
    {"x-failed-recipients", "x-failed-recipient", "x-delivery-failed", "x-mailer-daemon-error",
     "x-ms-exchange-ndr", "x-hmxmroriginalrecipient"}
)  # fmt: skip

#: No parcel has these: they decide alone.
BOUNCE_SUBJECT: Final = re.compile(
    r"\s*(?:\[?\*{0,5}spam\*{0,5}\]?\s*)?(?:\[[^\]]{1,40}\]\s*)?(?:"
    r"undelivered mail|undeliverable(?: mail| message| e-?mail|:)"
    r"|delivery status notification|delivery (?:final )?failure (?:notification|notice|\()"
    r"|delivery notification:|delivery report \(|failure notice\s*:?\s*$|\[bounce\]"
    r"|non-delivery of:"
    r"|delivery failure: (?:user|smtp|error|.{0,40}(?:domino|router|listed|server))"
    r"|zustellungsfehler|permanent delivery failure|delayed mail \(|mail failure\."
    r"|successful mail delivery|delivery delayed:|message frozen"
    r"|(?:virus|banned contents?|banned|bad header|spam) (?:\(.{0,60}\) )?in (?:your )?mail"
    r" (?:from|to) you|considered unsolicited bulk"
    r"|failed mail|returned (?:mail|e-?mail):|returned (?:mail|e-?mail)\s*$"
    r"|mail (?:delivery (?:failed|failure|error|status|system|subsystem)|failure|system error"
    r"|undeliverable|status report)"
    r"|non-?delivery (?:report|notification|receipt)|message (?:delivery (?:failure"
    r"|has failed)\s*(?:$|[:(])"
    r"|you sent blocked|undeliverable|status - undeliver)"
    r"|warning: (?:could not send|message .{0,40}delayed)"
    r"|could not send message|nondeliverable|ndn:|ndr:|automatically rejected mail|user unknown"
    r"|unzustellbarkeitsbericht|übermittlung fehlgeschlagen"
    r"|nicht zustellbare (?:nachricht|e-?mail|mail)|fehlgeschlagene e-?mail-zustellung"
    r"|courrier non remis"
    r"|message non (?:remis|distribué|délivré)|correo (?:devuelto|no entregado)"
    r"|mensaje no entregado"
    r"|notifica di mancata? (?:consegna|recapito)"
    r"|notifica (?:dello )?stato (?:del )?recapito|messaggio non recapitato"
    r"|mensagem não entregue"
    r"|falha na entrega (?:da mensagem|do e-?mail)"
    r"|olevererbart"
    r"|din (?:besked|meddelelse|e-?mail) kunne ikke leveres"
    r"|viestiä ei voitu toimittaa|zwrot poczty"
    r"|nedoručená zpráva"
    r"|недоставленное сообщение"
    r"|не удалось доставить сообщение|配信不能|(?:メールを)?配信できませんでした|エラーメール"
    r"|メール配信エラー|送信エラー|退信|系统退信|系統退信"
    r"|邮件退回|来自.{0,40}的退信"
    r"|메일 반송|\[?메일 (?:발송|전송) 실패)",
    re.IGNORECASE,
)
#: These may be about a parcel: they decide with a mail server's words beside them.
DELIVERY_SUBJECT: Final = re.compile(
    r"\s*(?:delivery|undeliver|message|mail|e-?mail|your (?:message|e-?mail|mail)|failed|failure"
    r"|bounce|temporary|relayed|returned|unable to|cannot|could not|there was an? (?:error|problem)"
    r"|error|problem|rejected|warning|notice|notification|blocked|non|zustell|nachricht|unzustell"
    r"|rück|fehler|nicht|échec|avis|courrier|no se|devol|mancat|imposs|falha|devolvid|kan|niet"
    r"|nie|status|communication|zwrot|olevererbart|ikke leveret|teslim|iletilemedi|nedoručiteln"
    r"|недоставлено|未送达|未传递|无法投递|無法|投递失败|宛先|配信|배달|전송|onbestel|não|mensa)",
    re.IGNORECASE,
)
#: A mail server's words, which a person might quote: beside such a subject or name they decide.
BOUNCE_WORDS: Final = re.compile(
    r"(?i)final-recipient:|reporting-mta:|diagnostic-code:|mailer-daemon"
    r"|\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}"
    r"|delivery to the following recipient|(?:your|the) (?:e-?mail |mail )?message"
    r"[^\n]{0,60}(?:could ?n[o']t|was ?n[o']t|cannot|can ?not|has not|not) be(?:en)? ?delivered"
    r"|(?:your|the) (?:e-?mail |mail )?message (?:was|has) not (?:been )?delivered"
    r"|(?:nachricht|e-?mail)[^\n]{0,60}(?:nicht zugestellt|unzustellbar)|(?:e-?mail"
    r"|message) (?:was|has been) (?:blocked|rejected|stopped|refused) by (?:the|our)"
    r"|message[^\n]{0,60}n'a pas pu être (?:remis|distribué|délivré)|メール[^\n]{0,40}(?:配信"
    r"|送信)でき|(?:邮件|郵件)[^\n]{0,20}(?:无法|未能|無法)(?:送达|投递|發送|发送)"
)
#: Words of servers and of devices, of mailboxes and of letter boxes: with an address beside them.
ADDRESS_WORDS: Final = re.compile(
    r"(?i)permanent (?:fatal )?error|\b55[0-9]\b[^\n]{0,80}(?:user|mailbox|recipient|relay|account"
    r"|address)|(?:remote|mail|smtp) (?:server|host)|smtp error"
    r"|following (?:recipient|address)(?:\(s\)|e?s)?[^\n]{0,40}(?:fail|not|could|error|reject)"
    r"|mailbox[^\n]{0,30}(?:is full|unavailable|not found|exceed|does not exist|disabled)"
    r"|recipient[^\n]{0,30}(?:rejected|unknown|not found|does not exist|invalid)|以下(?:の)?(?:宛先"
    r"|アドレス)|no such user|user unknown|unknown user|unrouteable address|over quota"
    r"|quota exceeded|not listed in|name & address book"
)
#: What only a mail server says: it decides alone where a sentence begins with it.
BOUNCE_SENTENCES: Final = Sentences(
    "this is the mail system at host", "hi. this is the qmail-send program",
    "this message was created automatically by mail delivery",
    "a message that you (sent|have sent) (could not be|has not yet been|was not) delivered",
    "delivery has failed to these recipients", "delivery to these recipients or groups",
    "delivery to the following recipient", "message delivery to the following recipients",
    "the following address(es) failed",
    "the following (addresses|address|recipients|recipient) (failed|could not be|cannot be|"
    "was rejected)",
    "the following addresses had", "sorry, we were unable to deliver your message",
    "i'm afraid i wasn't able to deliver your message", "sorry, your message ~ cannot be delivered",
    "an error occurred while trying to deliver the mail", "the original message was received at",
    "your message ~ (could not|cannot|can not) be delivered to (the following|one or more|"
    "these|:|<)",
    "your message ~ (did not|has not|couldn't) reach", "your message was not delivered to",
    "was not delivered to ¶", "was not delivered to the following",
    "did not reach (the following|some or all of the intended) recipient",
    "there was a temporary problem (while )?delivering your message",
    "this is an (email |e-mail )?abuse report", "this report relates to your message",
    "we had trouble delivering your message", "hi. this is the james mail server",
    "could not deliver message to the following", "unable to deliver message to the following",
    "your message to~was blocked by",
    "the message you sent was (rejected|blocked|refused|not delivered)",
    "an attachment in the message you sent was", "your message has been delayed",
    "your mail sent on:", "the (e-mail|email|mail) you sent~(could not|was not|has not)",
    "das postfach ~ ist voll", "die folgende nachricht konnte nicht",
    "folgende empfanger konnten nicht", "ihre (nachricht|e-mail|mail) wurde nicht zugestellt",
    "el mensaje no (pudo|ha podido|se pudo)~entregad",
    "la boite aux lettres de votre correspondant", "votre message n'a pas ete (delivre|distribue)",
    "your message was successfully delivered to", "the attached message had permanent fatal",
    "session transcript", "transcript of session follows", "the mail system ¶",
    "each of the following recipients was rejected", "this message was undeliverable",
    "your mail to the following recipients could not be delivered",
    "the message that you sent was undeliverable",
    "(hello, )?we're writing to let you know that the group you tried to contact",
    "our virus checker found", "banned contents alert", "our content checker found",
    "sorry, the mailbox of",
    "(this|the) (e-?mail |mail )?address ~ is no longer in use. please use ~ @",
    "this (e-mail|email|mail) address is no longer (active|in use|valid|monitored)",
    "your message has not been (forwarded|delivered)",
    "your (message|mail|e-mail) has not been forwarded", "message could not be delivered to",
    "the user to whom this message was addressed", "dieser brief wurde vom gmx",
    "diese nachricht wurde automatisch vom mail",
    "ihre nachricht hat einige oder alle empfanger nicht erreicht",
    "ihr dokument wurde nicht zugestellt",
    "ihre (nachricht|e-mail|mail) ~ konnte ~ nicht zugestellt werden", "die zustellung an folgende",
    "fehler bei der zustellung an",
    "echec de la remise (pour ces|du message|de votre message|a ces)",
    "votre message n'a pas pu etre", "votre message n'a pas ete remis",
    "error de entrega a (estos|los siguientes)",
    "no se (ha podido|pudo) entregar (su|el) (mensaje|correo)",
    "su mensaje no (ha podido|pudo|se pudo|ha sido)", "il recapito a questi destinatari",
    "il messaggio non e stato (consegnato|recapitato) ai", "impossibile recapitare il messaggio",
    "uw bericht is niet bezorgd", "bezorgen bij de volgende", "uw (bericht|e-mail) kon niet worden",
    "leverans till foljande", "falha na entrega a (estes|os seguintes|seguintes)",
    "sua mensagem nao (pode|foi|pôde) ser entregue", "sua mensagem nao pode",
    "nie mozna dostarczyc wiadomosci", "twoja wiadomosc nie (mogla|zostala)",
    "vase zprava nemohla byt", "iletiniz asagidaki", "iletiniz aşağıdaki",
    "din (meddelelse|besked) kunne ikke leveres", "viestiasi ei voitu toimittaa",
    "сообщение не может быть доставлено", "к сожалению, ваше письмо не может быть доставлено",
    "это письмо создано автоматически сервером", "это письмо отправлено почтовым сервером",
    "次の受信者またはグループへの配信", "以下の宛先にメールを配信",
    "以下のメールは配信できませんでした", "指定されたアドレスにメールを送信できません",
    "未能向这些收件人", "您的邮件无法发送到", "您的邮件被退回", "您发给以下收件人的邮件",
    "您发送的邮件~(无法|未能|被退)", "메일이 전송되지",
)  # fmt: skip
