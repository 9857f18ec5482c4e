"""The names and words by which machines give themselves away: tables for ``kinds``.

Subjects and sentences are only asked where the fields are silent, and only at the beginning of a
subject or a line, so that a person who writes about such a mail is not taken for one.
"""

import re
from collections.abc import Mapping
from typing import Final

#: Local parts of mail servers (RFC 3834 2, RFC 5230 4.6).
DAEMON: Final = re.compile(
    r"mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|mail[-_.]?delivery.*|mdaemon|mmdf|uucp"
    r"|(?:double-?)?bounces?|bounces?[-_+=.].*|.*[-_+.=]bounces?"
    r"|delivery[-_.]?(?:status|failure|notification).*|dsn[-_.].*|abuse[-_.]?report.*|fbl"
    r"|feedback[-_.]?loop"
)
#: As a return path only these: "bounces+..." there is how bulk senders count their failures.
DAEMON_PATH: Final = re.compile(r"mailer[-_.]?daemon|postmaster|double-bounce")
DAEMON_NAME: Final = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon)|delivery (?:subsystem|system|status|service|failure)"
    r"|(?:system )?administrator|postmaster|mail system|mail ?server|mail gateway"
    r"|internet mail|message center|systemadministrator|mailsystem|zustell",
    re.IGNORECASE,
)
FAILED_FIELDS: Final = frozenset(
    {"x-failed-recipients", "x-failed-recipient", "x-delivery-failed", "x-mailer-daemon-error",
     "x-ms-exchange-ndr", "x-hmxmroriginalrecipient"}
)  # fmt: skip

#: No parcel has these: they decide alone.
BOUNCE_SUBJECT: Final = re.compile(
    r"\s*(?:\[?\*{0,5}spam\*{0,5}\]?\s*)?(?:"
    r"undelivered mail|undeliverable(?: mail| message|:|$)|undeliverable e-?mail"
    r"|delivery status notification|delivery (?:final )?failure (?:notification|notice|\()"
    r"|delivery notification:|delivery report|failure notice"
    r"|failed mail|returned (?:mail|e-?mail)|mail (?:delivery (?:failed|failure|error|status"
    r"|system|subsystem)|failure|system error|undeliverable|returned|status report)"
    r"|non-?delivery (?:report|notification|receipt)|message (?:delivery (?:failure|has failed)"
    r"|you sent blocked|undeliverable)|warning: (?:could not send|message .{0,40}delayed)"
    r"|could not send message|nondeliverable|ndn:|ndr:|automatically rejected mail|user unknown"
    r"|unzustellbar:|unzustellbarkeitsbericht|zustellbericht|übermittlung fehlgeschlagen"
    r"|nicht zustellbare (?:nachricht|e-?mail|mail)|fehlgeschlagene (?:e-?mail-)?zustellung"
    r"|non remis\s?:|échec de (?:la )?remise|échec de distribution|courrier non remis"
    r"|message non (?:remis|distribué)|correo (?:devuelto|no entregado)|no se puede entregar\s?:"
    r"|no entregado\s?:|mensaje no entregado|non recapitabile\s?:|mancato recapito\s?:"
    r"|notifica (?:dello )?stato (?:del )?recapito|messaggio non recapitato"
    r"|não é possível entregar\s?:"
    r"|não entregue\s?:|falha na entrega (?:da mensagem|do e-?mail)|onbestelbaar\s?:"
    r"|kan niet worden bezorgd\s?:|olevererbart|ikke leveret\s?:|kan ikke leveres\s?:"
    r"|viestiä ei voitu toimittaa|niedostarczone\s?:|nie można dostarczyć\s?:|zwrot poczty"
    r"|nedoručitelné\s?:|teslim edilemedi\s?:|недоставленное сообщение|недоставлено\s?:"
    r"|не удалось доставить сообщение|配信不能|配信できませんでした|エラーメール|メール配信エラー"
    r"|送信エラー|宛先不明|未配信|退信|系统退信|系統退信|无法投递|無法傳遞|未送达\s?[:：]|投递失败|邮件退回"
    r"|배달 실패|배달되지 않음|전송 실패|메일 반송)",
    re.IGNORECASE,
)
#: These may be about a parcel: they decide with a mail server's words beside them.
DELIVERY_SUBJECT: Final = re.compile(
    r"\s*(?:delivery|undeliver|message|mail|e-?mail|your (?:message|e-?mail|mail)|failed|failure"
    r"|bounce"
    r"|returned|unable to|cannot|could not|there was an? (?:error|problem)|error|problem|rejected"
    r"|warning|notice|notification|blocked|non|zustell|nachricht|e-?mail|unzustell|rück|fehler|nicht"
    r"|échec|avis|courrier|no se|devol|mancat|imposs|falha|devolvid|kan|niet|nie|mail)",
    re.IGNORECASE,
)
BOUNCE_TEXT: Final = re.compile(
    r"(?i)final-recipient:|reporting-mta:|diagnostic-code:|mailer-daemon|permanent (?:fatal )?error"
    r"|\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|\b55[0-9]\b[^\n]{0,80}(?:user|mailbox|recipient"
    r"|relay|account|address)|(?:remote|mail|smtp) (?:server|host)|smtp error"
    r"|delivery to the following recipient|following (?:recipient|address)(?:\(s\)|e?s)?"
    r"[^\n]{0,40}(?:fail|not|could|error|reject)|(?:your|the) (?:e-?mail |mail )?message"
    r"[^\n]{0,60}(?:could ?n[o']t|was ?n[o']t|cannot|can ?not|has not|not) be(?:en)? ?delivered"
    r"|(?:your|the) (?:e-?mail |mail )?message (?:was|has) not (?:been )?delivered"
    r"|mailbox[^\n]{0,30}(?:full|unavailable|not found|exceed|does not exist|disabled)"
    r"|recipient[^\n]{0,30}(?:rejected|unknown|not found|does not exist|invalid)"
    r"|(?:no such user|user unknown|unknown user|unrouteable address|over quota|quota exceeded)"
    r"|(?:nachricht|e-?mail)[^\n]{0,60}(?:nicht zugestellt|unzustellbar)"
    r"|message[^\n]{0,60}n'a pas pu être (?:remis|distribué|délivré)|メール[^\n]{0,40}(?:配信"
    r"|送信)でき"
    r"|以下(?:の)?(?:宛先|アドレス)|(?:邮件|郵件)[^\n]{0,20}(?:无法|未能|無法)(?:送达|投递|發送|发送)"
)

#: Fields that only an automatic mail bears; None where any value says so.
AUTO_FIELDS: Final[Mapping[str, re.Pattern[str] | None]] = {
    "x-autoreply": None,
    "x-auto-reply": None,
    "x-autorespond": None,
    "x-autoresponder": None,
    "x-autoresponse": None,
    "x-auto-response": None,
    "autorespond": None,
    "x-autoreply-from": None,
    "x-autoreply-domain": None,
    "x-mail-autoreply": None,
    "x-mail-autoresponder": None,
    "x-amazon-auto-reply": None,
    "x-autogenerated": None,
    "x-autorespond-from": None,
    "x-cron-env": None,
    "x-facilitatedby": re.compile(r"autorespond"),
    "x-fc-machinegenerated": re.compile(r"true|yes|1"),
    "x-post-messageclass": re.compile(r"^9\b|autorespond"),
    "x-uv-mailing": re.compile(r"auto"),
    "x-uservoice-auto-response": None,
    "x-vacation": None,
    "x-loop-autoresponder": None,
    "x-auto-submitted": re.compile(r"auto|yes|true"),
    "delivered-to": re.compile(r"^(?:autoresponder|vacation)"),
    "thread-topic": re.compile(r"^autoresponse"),
    "x-mailer": re.compile(r"^(?:vacation|auto-?respond)"),
    "user-agent": re.compile(r"^(?:vacation|auto-?respond)"),
    "x-mailing-type": re.compile(r"auto"),
    "x-jira-fingerprint": None,
    "x-github-reason": None,
    "x-gitlab-project": None,
    "x-bugzilla-reason": None,
    "x-zendesk-auto-reply": None,
}

CHALLENGERS: Final = frozenset(
    {"spamarrest.com", "mail.spamarrest.com", "boxbe.com", "bluebottle.com", "vanquish.com",
     "mailinblack.com", "sendio.com", "choicemail.com", "spamlion.com", "0spam.com"}
)  # fmt: skip
CHALLENGE_FIELDS: Final = frozenset(
    {"x-askversion", "x-qconfirm-id", "x-spamarrest-challenge", "x-tmda-confirm", "x-challenge",
     "x-boxbe-challenge"}
)  # fmt: skip
#: What a buyer might also write above: it decides with the words of such a service in the text.
CHALLENGE_SUBJECT: Final = re.compile(
    r"\s*(?:re:\s*)?(?:please )?(?:confirm|verif|authenti|your (?:e-?mail|message|mail)"
    r"|action required"
    r"|approval|bitte bestätigen|veuillez (?:confirmer|valider)|por favor,? confirm|confermare)",
    re.IGNORECASE,
)
CHALLENGE_TEXT: Final = re.compile(
    r"(?i)(?:verify|confirm|prove|validate)[^\n]{0,60}(?:human|not (?:a )?(?:spam|robot|machine)"
    r"|sender)"
    r"|anti-?spam|spam (?:filter|protection|blocker)|white-?list|approved senders?"
    r"|(?:held|quarantined?|waiting|pending)[^\n]{0,60}(?:until|confirm|verif)"
    r"|(?:one-?time|sender) (?:confirmation|verification)|keine (?:spam|werbe)-?mail"
)

NO_REPLY: Final = re.compile(
    r"(?:^|[-_.+=])(?:do[-_.]?not[-_.]?(?:reply|respond|answer|send)|dont[-_.]?(?:reply|respond)"
    r"|no[-_.]?(?:reply|replies|response|respond|answer)|never[-_.]?reply|not[-_.]?reply"
    r"|(?:nicht|keine)[-_.]?antwort(?:en)?|ne[-_.]?pas[-_.]?repondre|pas[-_.]?de[-_.]?reponse"
    r"|no[-_.]?(?:responder|contestar|contestes)|nao[-_.]?responda|nao[-_.]?responder"
    r"|non[-_.]?rispondere|niet[-_.]?(?:beantwoorden|reageren)|nie[-_.]?odpowiadaj|svara[-_.]?ej)"
    r"(?:$|[-_.+=\d])|^(?:notifications?|notify|alerts?|mailer|newsletter|news-?letter|autoreply"
    r"|auto[-_.]?(?:reply|respond(?:er)?|confirm|notify|mailer)|system|root|cron|daemon|nobody|vacation"
    r"|wordpress|www-data|apache|robot|mailrobot|info-noreply)$",
    re.IGNORECASE,
)
LIST_MANAGER: Final = re.compile(
    r"^(?:owner-.*|.*-owner|.*-request|listserv|list-?serv|majordomo|mailman|listmaster|lists|sympa"
    r"|ezmlm|.*-return-.*=.*)$"
)

#: At the beginning of a subject, before any "Re:".
AUTO_SUBJECT: Final = re.compile(
    r"\s*(?:\[?\*{0,5}(?:spam|external|extern)\*{0,5}\]?:?\s*)?(?:"
    r"auto(?:mati(?:c|sche?|sk|skt|zed)|mated)?[- ]?(?:reply|respon[sd]e?r?|answer|acknowledge?ment"
    r"|message|e-?mail|notification|svar|antwort|antwoord)\s*(?:[:：(\[–-]|$|(?:re|from|to|for)\b)"
    r"|(?:i am |i'm |currently |we are )?out[- ]of[- ](?:the[- ])?office|ooo\s?[:–-]|auto: ?re:"
    r"|away from (?:my|the) (?:office|desk|mail|e-?mail)|(?:on )?(?:vacation"
    r"|annual leave)\s*(?:[:–-]|$)"
    r"|(?:on )?(?:vacation|holiday|leave) (?:reply|response|message|notice|notification|auto)"
    r"|i am (?:currently )?(?:away|on vacation)|yahoo! auto response|autosvar"
    r"|abwesenheits?(?:notiz|benachrichtigung|meldung|nachricht|assistent|info)"
    r"|(?:abwesenheit|abwesend|urlaub|nicht im (?:büro|haus)|außer haus)\s*(?:[:–-]|$)"
    r"|(?:ich )?bin (?:derzeit |momentan |zur ?zeit )?(?:abwesend|im urlaub|nicht im büro)"
    r"|réponse automatique|message automatique|absence du bureau|(?:absence|absente?)\s*(?:[:–-]|$)"
    r"|respuesta autom[aá]tica|contestaci[oó]n autom[aá]tica|fuera de (?:la )?oficina"
    r"|ausente\s*(?:[:–-]|$)|risposta automatica|fuori (?:sede|ufficio)\b|assente\s*(?:[:–-]|$)"
    r"|resposta autom[aá]tica|ausência\s*(?:[:–-]|$)|fora do escritório|automatisch antwoord"
    r"|automatische beantwoording|afwezigheids?(?:bericht|melding|assistent)"
    r"|(?:afwezig|afwezigheid|niet op kantoor)\s*(?:[:–-]|$)|automatiskt svar"
    r"|frånvaro(?:meddelande)?\s*(?:[:–-]|$)|automatisk (?:svar|besked)"
    r"|fravær(?:sbesked)?\s*(?:[:–-]|$)"
    r"|ikke på kontoret|automaattinen vastaus|poissa(?:oloilmoitus)?\s*(?:[:–-]|$)"
    r"|automatická odpověď|mimo kancelář|autoodpowiedź|automatyczna odpowiedź"
    r"|odpowiedź automatyczna"
    r"|(?:nieobecność|poza biurem)\s*(?:[:–-]|$)|otomatik (?:yanıt|cevap|mesaj)|ofis dışı"
    r"|автоматический ответ|автоответ|автоматическое (?:сообщение|уведомление)"
    r"|автоматична відповідь|автовідповідь|trả lời tự động|tự động trả lời|自動(?:応答|返信|配信)"
    r"|不在(?:返信|応答|メッセージ)|休暇中\s*(?:[:：]|$)|自动(?:回复|回覆|答复|应答)|自動(?:回覆|回復)"
    r"|外出(?:自动)?(?:回复|答复)|자동 ?(?:응답|회신|답장)|부재 ?중 ?(?:자동|응답|알림)"
    r"|automatikus válasz|αυτόματη απάντηση|răspuns automat|samodejni odgovor"
    r"|automatick[aá] odpove[dď])",
    re.IGNORECASE,
)
#: At the beginning of a line of its text.
AUTO_TEXT: Final = re.compile(
    r"(?mi)^[\s*_(\[#=-]{0,10}(?:please note[:,]? (?:that )?)?(?:"
    r"this (?:is an?|was an?|e-?mail (?:is|was|has been)|message (?:is|was|has been)|reply (?:is"
    r"|was))"
    r" (?:an )?(?:auto(?:matic(?:ally)?|mated|-?generated)|system[- ]generated"
    r"|computer[- ]generated)"
    r"|(?:please )?do not (?:reply|respond) (?:directly )?to this (?:e-?mail|message|automated"
    r"|auto)"
    r"|dies(?:e|er|es)? (?:ist eine|e-?mail (?:wurde|ist)|nachricht (?:wurde|ist)|antwort (?:wurde"
    r"|ist))"
    r" (?:eine )?automatisch|bitte antworten sie nicht auf diese|ceci est (?:un (?:message|e-?mail"
    r"|mail|courriel)"
    r"|une réponse) automatique|ce (?:message|courriel|mail) (?:est|a été) (?:généré"
    r"|envoyé) automatiquement"
    r"|merci de ne pas répondre à ce|este es un (?:mensaje|correo)(?: electrónico)? (?:automático"
    r"|generado)"
    r"|por favor,? no responda a este|questo è un messaggio (?:automatico|generato)"
    r"|questa (?:e-?mail|è una"
    r" risposta) (?:è stata generata )?automatic|si prega di non rispondere a questa"
    r"|esta é uma (?:mensagem"
    r"|resposta) automática|por favor,? não responda a est|dit is een automatisch"
    r"|ta wiadomość została"
    r" wygenerowana automatycznie|detta är ett automatiskt|bu (?:bir otomatik|otomatik)"
    r"|このメールは(?:、)?(?:自動|システム)|※?(?:このメール|本メール)は(?:、)?(?:自動|送信専用)|本邮件(?:由系统|为系统)?自动|此(?:邮件|郵件)(?:由系统|为系统|為系統)?自[动動]"
    r"|i am (?:currently )?out of (?:the )?office|i'm (?:currently )?out of (?:the )?office"
    r"|i will be out of (?:the )?office|ich bin (?:derzeit |zur ?zeit |momentan )?(?:nicht im büro"
    r"|außer haus)"
    r"|je suis (?:actuellement )?absente? du bureau|estoy fuera de la oficina|sono fuori ufficio)"
)
