"""The names and sentences by which mail servers give themselves away: tables for ``sayings``.

Where fields are silent, subject and sentences decide, and only such as no person writes about a
parcel; the others need a second sign beside them.
"""

import re
from typing import Final

from mail.sentences import Sentences

#: Local parts of mail servers (RFC 3834 2, RFC 5230 4.6).
DAEMON: Final = re.compile(
    r"mailer[-_.]?daemon|mail[-_.]?daemon|mail[-_.]?delivery.*|mdaemon|mmdf|uucp|scomp"
    r"|(?:double-?)?bounces?|bounces?[-_+=.].*|.*[-_+.=]bounces?(?:[+=].*)?"
    r"|delivery[-_.]?(?:status|failure|notification).*|dsn[-_.].*|abuse[-_.]?report.*|fbl"
    r"|feedback[-_.]?loop|microsoftexchange[0-9a-f]{32}|microsoftoutlook[0-9a-f]{32}|mailerdaemon"
)
#: As a return path only these: "bounces+..." there is how bulk senders count their failures.
DAEMON_PATH: Final = re.compile(r"mailer[-_.]?daemon|double-bounce")
#: A server's too, but also a small firm's only address.
POSTMASTER: Final = re.compile(r"post[-_.]?master")
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
#: Certified mail of Italy: acceptance, delivery, failure of a letter of ours.
RECEIPT_FIELD: Final = "x-ricevuta"
FAILED_FIELDS: Final = frozenset(
    {"x-failed-recipients", "x-failed-recipient", "x-delivery-failed", "x-mailer-daemon-error",
     "x-ms-exchange-ndr", "x-hmxmroriginalrecipient"}
)  # fmt: skip

#: No parcel has these: they decide alone.
BOUNCE_SUBJECT: Final = re.compile(
    r"\s*(?:\[?\*{0,5}spam\*{0,5}\]?\s*)?(?:\[[^\]]{1,40}\]\s*|\*{1,5}\s*)?(?:"
    r"undelivered mail|undeliverable(?: mail| message| e-?mail|:)"
    r"|delivery status notification|delivery (?:final )?failure (?:notification|notice|\()"
    r"|delivery notification:|delivery report \(|failure notice\s*:?\s*$|\[bounce\]"
    r"|non-delivery of:"
    r"|delivery failure: (?:user|smtp|error|.{0,40}(?:domino|router|listed|server))"
    r"|zustellungsfehler|permanent delivery failure|delayed mail \(|mail failure\."
    r"|successful mail delivery|delivery delayed:|message frozen"
    r"|(?:virus|banned contents?|banned|bad header|spam) (?:\(.{0,60}\) )?in (?:your )?mail"
    r" (?:from|to) you|considered unsolicited bulk"
    r"|\[?abuse (?:report|complaint|#\d)|spam (?:complaint|report)|avviso di mancata (?:consegna"
    r"|accettazione)|(?:uw )?bericht kon niet worden (?:bezorgd|afgeleverd)"
    r"|(?:votre )?message (?:bloqué|rejeté|refusé|mis en quarantaine)"
    r"|mensaje (?:bloqueado|rechazado)|messaggio (?:bloccato|respinto|rifiutato)"
    r"|mensagem (?:bloqueada|rejeitada|recusada)|(?:nachricht|e-?mail) (?:wurde )?(?:blockiert"
    r"|abgewiesen|zurückgewiesen|unter quarantäne)|(?:e-?mail|message) (?:blocked|quarantined)\b"
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
#: Of those, the ones that no person writes, whatever the text.
SERVER_SUBJECT: Final = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:undelivered mail returned|undeliverable(?::| mail returned)"
    r"|delivery status notification|non-?delivery (?:report|notification|receipt|of:)"
    r"|mail delivery failed: return|returned mail: |warning: (?:could not send|message )"
    r"|message status - undeliver|nondeliverable mail|ndn:|ndr:|unzustellbarkeitsbericht"
    r"|notifica (?:dello )?stato|配信不能|メール配信エラー|系统退信|系統退信|邮件退回|메일 반송)",
    re.IGNORECASE,
)
#: These may be about a parcel: they decide with a mail server's words beside them.
DELIVERY_SUBJECT: Final = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*|\*{1,5}\s*|sorry,? )?(?:delivery|rfc ?822|undelivered|consegna"
    r"|recapito|メール|undeliver|message|mail|e-?mail|your (?:message|e-?mail|mail)|failed|failure"
    r"|bounce|temporary|relayed|returned|unable to|cannot|could not|there was an? (?:error|problem)"
    r"|error|problem|rejected|warning|warnung|notice|notification|blocked|non|zustell"
    r"|nachricht|unzustell"
    r"|rück|fehler|nicht|échec|avis|courrier|no se|devol|mancat|imposs|falha|devolvid|kan|niet"
    r"|nie|status|communication|zwrot|olevererbart|ikke leveret|teslim|iletilemedi|nedoručiteln"
    r"|недоставлено|未送达|未传递|无法投递|無法|投递失败|宛先|配信|배달|전송|onbestel|não|mensa)",
    re.IGNORECASE,
)
#: One program's word for it in many languages, before the subject of what it returns.
RETURNED_SUBJECT: Final = re.compile(
    r"\s*(?:unzustellbar|non remis|no se puede entregar|non recapitabile|não é possível entregar"
    r"|não entregue|onbestelbaar|nie można dostarczyć|niedostarczalne|kan inte levereras"
    r"|kan ikke leveres|viestiä ei voi toimittaa|ei voi toimittaa|nedoručitelné"
    r"|nedoručiteľné|teslim edilemedi|не удается доставить|не удаётся доставить"
    r"|неможливо доставити|не може да се достави|배달되지 않음|kézbesíthetetlen"
    r"|δεν ήταν δυνατή η παράδοση|không gửi được|nu se poate livra|no es pot lliurar"
    r"|nije moguće isporučiti|ni mogoče dostaviti|ei saa kohale toimetada|nepristatoma"
    r"|nevar piegādāt|未送达|未传递|無法傳遞|无法送达"
    r"|tidak terkirim|ส่งไม่ได้|לא ניתן למסור|تعذر التسليم"
    r")\s?[:：]",
    re.IGNORECASE,
)
#: A mail server's words, which a person might quote: beside such a subject or name they decide.
BOUNCE_WORDS: Final = re.compile(
    r"(?i)final-recipient:|reporting-mta:|diagnostic-code:|mailer-daemon"
    r"|\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}"
    r"|delivery to the following recipient|(?:your|the) (?:e-?mail |mail )?message"
    r"[^\n]{0,60}(?:could ?n[o']t|was ?n[o']t|cannot|can ?not|has not|not) be(?:en)? ?delivered"
    r"|(?:your|the) (?:e-?mail |mail )?message (?:was|has) not (?:been )?delivered"
    r"|(?:nachricht|e-?mail|mailbox|postfach)[^\n]{0,60}(?:nicht zugestellt|unzustellbar|ist voll)"
    r"|unable to deliver|delivery to \S+@\S+ (?:has )?failed|transcript of the attempts"
    r"|messaggio non (?:ha potuto essere|è stato|può essere) (?:consegnato|recapitato|inviato)"
    r"|message to \S+@\S+ has been (?:blocked|rejected)"
    r"|this is a delivery status notification|(?:e-?mail"
    r"|message) (?:was|has been) (?:blocked|rejected|stopped|refused) by (?:the|our)"
    r"|message[^\n]{0,60}n'a pas pu être (?:remis|distribué|délivré)|メール[^\n]{0,40}(?:配信"
    r"|送信|届けることが)でき|(?:邮件|郵件)[^\n]{0,20}(?:无法|未能|無法)(?:送达|投递|發送|发送)"
)
#: Words of servers and of devices, of mailboxes and of letter boxes: with an address beside them.
ADDRESS_WORDS: Final = re.compile(
    r"(?i)permanent (?:fatal )?error|\b55[0-9]\b[^\n]{0,80}(?:user|mailbox|recipient|relay|account"
    r"|address)|(?:remote|mail|smtp) (?:server|host)|smtp error"
    r"|following (?:recipient|address)(?:\(s\)|e?s)?[^\n]{0,40}(?:fail|not|could|error|reject)"
    r"|mailbox[^\n]{0,30}(?:is full|unavailable|not found|exceed|does not exist|disabled)"
    r"|recipient[^\n]{0,30}(?:rejected|unknown|not found|does not exist|invalid)|以下(?:の)?(?:宛先"
    r"|アドレス)|no such user|user unknown|unknown user|unrouteable address|over quota"
    r"|quota exceeded|not listed in|name & address book|destinatari|destinataire|geadresseerde"
    r"|empfänger|adresat|mottagare|mottaker|modtager|vastaanottaj|příjemc|príjemc|alıcı|получател"
    r"|одержувач|받는 사람|címzett|παραλήπτ|người nhận|收件人|受信者"
)
#: What only a mail server says: it decides alone where a sentence begins with it.
BOUNCE_SENTENCES: Final = Sentences(
    # A letter that you sent came to nothing, by language:
    # en de fr es it pt nl pl sv da no fi cs tr ru uk vi ja zh ko.
    "(your|the|a) (e-mail |email |mail )?(message|email|e-mail|mail) (that |which )?(you sent|you "
    "addressed|from you|sent by you|to ~@~|addressed to|sent to) ~(not|couldn't|cannot|can't|"
    "wasn't|didn't|unable) ~(deliver|accepted|forwarded|get through)",
    "(your|the|a) (e-mail |email |mail )?(message|email|e-mail|mail) (that |which )?(you sent|you "
    "addressed|from you|sent by you|to ~@~|addressed to|sent to) ~(was|has been|is being) "
    "(blocked|rejected|refused|quarantined|held|bounced)",
    "(ihre|die|eine|deine) (von ihnen (gesendete|verschickte|versandte) )?(e-mail|mail|nachricht) "
    "~(an|vom|mit dem betreff|die sie) ~nicht ~(zugestellt|ausgeliefert|ubermittelt|"
    "weitergeleitet)",
    "(ihre|die|eine|deine) (von ihnen (gesendete|verschickte|versandte) )?(e-mail|mail|nachricht) "
    "~(an|vom|mit dem betreff|die sie) ~wurde ~(blockiert|abgewiesen|abgelehnt|zuruckgewiesen|"
    "quarantane)",
    "(le|votre) (message|courriel|mail|e-mail) (que vous avez|adresse|envoye|destine|a ~@~) ~n'a "
    "pas ~(remis|delivre|distribue|transmis|achemine)",
    "(le|votre) (message|courriel|mail|e-mail) (que vous avez|adresse|envoye|destine|a ~@~) ~a "
    "ete (bloque|rejete|refuse|mis en quarantaine)",
    "(el|su|tu) (mensaje|correo|correo electronico|email) (que |enviado|dirigido|para ~@~|a ~@~) "
    "~no ~(entregad|entregar|distribuid)",
    "(el|su|tu) (mensaje|correo|correo electronico|email) (que |enviado|dirigido|para ~@~|a ~@~) "
    "~(ha sido|fue) (bloquead|rechazad|devuelt)",
    "(il|suo|tuo|vostro) (messaggio|mail|e-mail) (che|inviat|indirizzat|destinat|diretto|a ~@~|"
    "per ~@~) ~non ~(consegnat|recapitat|inoltrat)",
    "(il|suo|tuo|vostro) (messaggio|mail|e-mail) (che|inviat|indirizzat|destinat|diretto|a ~@~|"
    "per ~@~) ~(e stato|e stata) (bloccat|rifiutat|respint)",
    "(a|sua|o) (mensagem|e-mail|email) (que|enviad|enderecad|para ~@~) ~nao ~(entregue|entregar)",
    "(a|sua|o) (mensagem|e-mail|email) (que|enviad|enderecad|para ~@~) ~foi (bloquead|rejeitad|"
    "devolvid|recusad)",
    "(een|uw|het|de) (bericht|e-mail|mail) (dat|die|aan|van u|naar) ~niet ~(bezorgd|afgeleverd|"
    "bezorgen|afleveren)",
    "(een|uw|het|de) (bericht|e-mail|mail) (dat|die|aan|van u|naar) ~(is|werd) (geblokkeerd|"
    "geweigerd|tegengehouden)",
    "(twoja |panstwa |wyslana )?wiadomosc (do|wyslana|ktora) ~nie ~(dostarczon|doreczon)",
    "(twoja |panstwa |wyslana )?wiadomosc (do|wyslana|ktora) ~zostala (zablokowan|odrzucon)",
    "(ditt|det|ett) (meddelande|mejl|e-postmeddelande) (som|till) ~inte ~(levererats|levereras|"
    "leverera)",
    "(ditt|det|ett) (meddelande|mejl|e-postmeddelande) (som|till) ~(har|blev) (blockerats|"
    "avvisats|stoppats|avvisat|blockerat)",
    "(din|den|en) (besked|mail|e-mail|meddelelse|melding|e-post) (som|til) ~ikke ~(leveres|"
    "leveret|levert)",
    "(din|den|en) (besked|mail|e-mail|meddelelse|melding|e-post) (som|til) ~(blev|ble|er) (afvist|"
    "avvist|blokeret|blokkert)",
    "(lahettamasi|lahettamanne) (viesti|viestia|sahkoposti|sahkopostia) ~ei ~(toimittaa|"
    "toimitettu)",
    "(lahettamasi|lahettamanne) (viesti|viestia|sahkoposti|sahkopostia) ~(on estetty|hylattiin)",
    "(zprava|zpravu|e-mail) (kterou jste|ktery jste|od vas|pro ~@~) ~(nebyla|nebyl|nemohla|nemohl|"
    "nelze) ~(dorucen|dorucit)",
    "(zprava|zpravu|e-mail) (kterou jste|ktery jste|od vas|pro ~@~) ~(byla|byl) (zablokovan|"
    "odmitnut)",
    "gonderdiginiz (e-posta|mesaj|ileti) ~(iletilemedi|teslim edilemedi|ulastirilamadi)",
    "gonderdiginiz (e-posta|mesaj|ileti) ~(engellendi|reddedildi)",
    "(ваше|отправленное вами) (письмо|сообщение) ~не ~доставлен",
    "(ваше|отправленное вами) (письмо|сообщение) ~(отклонено|заблокировано)",
    "(ваш|надісланий вами|ваше) (лист|повідомлення) ~не ~доставлен",
    "(ваш|надісланий вами|ваше) (лист|повідомлення) ~(відхилено|заблоковано)",
    "(thu|email|tin nhan) (cua ban|ban da gui) ~(khong the|khong duoc) ~(gui|chuyen)",
    "(thu|email|tin nhan) (cua ban|ban da gui) ~(bi chan|bi tu choi)",
    "(お客様|貴方|あなた|送信された|お送りいただいた)(の|が|から)?~メール(は|が|を)~(ブロック|"
    "拒否|隔離|配信でき|届けでき|配送でき|拒絶)",
    "(您|你)(的|发送|发给|发往|發送|寄给|寄往)~(邮件|郵件|信件)~(被拦截|拒收|退回|被退|无法投递|"
    "被拒|攔截|无法送达|投递失败|未能送达)",
    "(귀하|고객님)(가|이|께서|의)? ~메일~(차단|전달되지|반송|배달되지)",
    "보내신 (메일|이메일)~(차단|전달되지|반송|배달되지)",
    "the (following|attached|enclosed|above) (message|email|e-mail|mail) ~not ~deliver",
    "impossible de (remettre|distribuer|delivrer|transmettre) (votre|le) (message|courriel|mail|"
    "e-mail)", "(no ha sido|no fue) posible entregar (su|el) (mensaje|correo)",
    "non e stato possibile (consegnare|recapitare) (il|la) (suo|sua|tuo|tua|messaggio|mail|e-mail)",
    "nao foi possivel entregar (a sua|sua|o seu|a) (mensagem|e-mail|email)",
    "nie udalo sie dostarczyc (twojej |panstwa )?wiadomosci",
    "nepodarilo se dorucit (vasi zpravu|vas e-mail|zpravu)",
    # A filter's and a registered mail's words.
    "a virus was found",
    "(delivery|sending) of (the|your) (e-mail|email|message|mail) was (stopped|blocked|refused)",
    "~reported (the following|your|this|an) (message|e-mail|email|mail) as (unsolicited|spam|junk|"
    "abuse)",
    "(avviso|ricevuta) di (mancata consegna|mancata accettazione|avvenuta consegna|accettazione)",
    "(een|uw) bericht (dat u heeft verzonden|dat u hebt verzonden) kon niet",
    "(dit|deze) (bericht|e-mail|mail) is automatisch aangemaakt door (de|het) mail",
    "this is the mail system at host", "hi. this is the qmail-send program",
    "this message was created automatically by mail delivery",
    "a message that you (sent|have sent) (could not be|has not yet been|was not) delivered",
    "delivery has failed to these recipients", "delivery to these recipients or groups",
    "delivery to the following recipient", "message delivery to the following recipients",
    "the following address(es) failed",
    "the following (addresses|address|recipients|recipient) (failed|could not be|cannot be|was "
    "rejected)", "the following addresses had", "sorry, we were unable to deliver your message",
    "i'm afraid i wasn't able to deliver your message", "sorry, your message ~ cannot be delivered",
    "an error occurred while trying to deliver the mail", "the original message was received at",
    "your message ~ (could not|cannot|can not) be delivered to (the following|one or more|these|:|"
    "<)", "your message ~ (did not|has not|couldn't) reach", "your message was not delivered to",
    "was not delivered to ¶", "was not delivered to the following",
    "did not reach (the following|some or all of the intended) recipient",
    "there was a temporary problem (while )?delivering your message",
    "this is an (email |e-mail )?abuse report", "this report relates to your message",
    "we had trouble delivering your message", "hi. this is the james mail server",
    "could not deliver message to the following", "unable to deliver message to the following",
    "your message to~was blocked by",
    "the message you sent was (rejected|blocked|refused|not delivered)",
    "an attachment in the message you sent was", "your message has been delayed",
    "your mail sent on:", "das postfach ~ ist voll", "die folgende nachricht konnte nicht",
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
    "(this|the) (e-mail |email |mail )?address ~ is no longer in use. please use ~@",
    "fehler bei der nachrichtenzustellung an", "no se pudo realizar la entrega a (estos|los)",
    "recapito non riuscito per (i seguenti|questi)", "falha na entrega para (estes|os)",
    "(de )?bezorging aan deze", "dostarczenie wiadomosci do nastepujacych",
    "det gick inte att leverera till foljande", "levering mislykkedes til folgende",
    "levering til folgende mottakere", "toimitus epaonnistui naille", "doruceni temto prijemcum",
    "dorucenie tymto prijemcom", "su alicilara veya gruplara", "сбой доставки следующим",
    "не вдалося доставити повідомлення таким", "다음 받는 사람이나 그룹에",
    "a kezbesites nem sikerult a kovetkezo", "η παραδοση στους παρακατω",
    "khong gui duoc toi nhung", "livrarea nu a reusit pentru", "未能将邮件传递到",
    "無法將郵件傳遞給", "以下のあて先に", "your message could not be sent. a transcript",
    "sorry, your message could not",
    "we are sorry but your (e-mail|email|mail|message) could not be delivered",
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
