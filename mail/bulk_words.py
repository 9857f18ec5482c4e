"""The names, fields and sentences of mail that goes to many: lists, newsletters, shops, systems.

Tables. A buyer who asks to be taken off a list, or writes of an order confirmation, writes other
sentences than the list or the shop.
"""

import re
from collections.abc import Mapping
from typing import Final

from mail.sentences import Sentences, plain

LIST_FIELDS: Final = frozenset(
    {"list-id", "list-post", "list-unsubscribe", "list-unsubscribe-post", "list-help", "list-owner",
     "list-subscribe", "list-archive", "list-software", "x-list", "x-mailing-list", "mailing-list",
     "x-ml-name", "x-mailinglist", "x-list-id", "x-listname", "x-list-host", "x-mailman-version",
     "x-yahoo-newman-id", "x-google-group-id", "list-name", "list-url", "x-list-name",
     "x-listserver", "x-listprocessor-version", "x-beenthere", "x-mailman-approved-at",
     "x-ezmlm-archive", "x-egroups-return", "x-yahoo-profile", "x-list-unsubscribe",
     "x-unsubscribe", "x-unsubscribe-web", "list-unsubscribe-mailto", "x-apparently-list",
     "x-mlserver",
     "x-ml-info", "x-ml-count"}
)  # fmt: skip
UNSUBSCRIBE_FIELDS: Final = frozenset(
    {"list-unsubscribe", "list-unsubscribe-post", "x-list-unsubscribe", "x-unsubscribe"}
)
#: Fields of programs that send one mail to many; None where any value says so.
BULK_FIELDS: Final[Mapping[str, re.Pattern[str] | None]] = {
    **dict.fromkeys(
        ("x-mc-user", "x-campaign", "x-campaignid", "x-campaign-id", "x-mailer-lid",
         "x-mailer-recptid", "x-mailer-sid", "x-newsletter", "x-mailingid", "x-mailing-id",
         "x-subscriberid", "x-subscriber-id", "x-civimail-hash", "x-rpcampaign", "x-emv-memberid",
         "x-roving-campaignid", "x-roving-id", "x-csa-complaints", "x-elqsiteid", "x-marketoid",
         "x-infusion-campaign", "x-mailjet-campaign", "x-cid-campaign", "x-mailru-msgtype",
         "x-postmaster-msgtype", "x-bulk-mail", "x-bulkmail", "x-abuse-report-id", "x-et-route",
         "x-cheetah-id", "x-responsys", "x-virtual-mta-campaign", "x-simplemailing",
         "x-jira-fingerprint", "x-github-reason", "x-gitlab-project", "x-bugzilla-reason",
         "x-redmine-host", "x-trac-project", "x-launchpad-notification-type", "x-debian-pr-message",
         "x-asana-notification", "x-mantis", "x-facebook-notify", "x-facebook",
         "x-linkedin-fbl", "x-linkedin-class",
         "x-linkedin-template", "x-broadcast-id", "x-icpinfo", "x-acxiom-campaign",
         "x-sfdc-campaign",
         "x-mailkit-campaign"),
    ),
    "x-mailer": re.compile(
        r"mailchimp|constant contact|phplist|sendblaster|cleverreach|campaign|newsletter|mailing"
        r"|aweber"
        r"|listmanager|bulk|sarbacane|mailworx|inxmail|dada mail|acymailing|drupal simplenews"
    ),
}  # fmt: skip
_SEP: Final = "[-_.]?"


def _joined(*phrases: str) -> str:
    """Return a pattern of names, their words joined by any sign or none."""
    return "|".join(_SEP.join(phrase.split()) for phrase in phrases)


#: Local parts that ask not to be answered, in any language a shop might use.
_REFUSALS: Final = _joined(
    "do not (?:reply|respond|answer|send|replay)", "dont (?:reply|respond)", "never reply",
    "not reply",
    "no (?:reply|replies|replay|response|respond|answer|return)", "un(?:attended|monitored)",
    "no mail",
    "nicht (?:zu )?(?:be)?antworten", "(?:bitte )?nicht antworten",
    "(?:nicht|keine) antwort(?:en)?",
    "antworten unmoeglich", "ne pas r[eé]pondre", "ne r[eé]pond(?:ez|re) pas", "pas de r[eé]ponse",
    "sans r[eé]ponse", "no (?:responder|responda|respondas|contestar|contestes|conteste)",
    "n[aã]o (?:responda|responder|respondas|responde)", "non rispond(?:ere|i|ete)", "no risposta",
    "niet (?:be)?antwoorden", "niet reageren", "geen (?:antwoord|reply|reactie)",
    "nie odpowiad(?:aj|ac)",
    "bez odpowiedzi", "svara? ej", "svara? (?:inte|ikke|ikkje)", "ikke? (?:be)?svar(?:e|es)?",
    "ei vastausta?",
    "[aä]l[aä] vastaa", "neodpovid(?:at|ejte|ajte)", "neodpovedat",
    "(?:yanitla|cevapla)ma(?:yin(?:iz)?)?",
    "ne valaszolj?on?", "nu raspunde(?:ti)?", "khong (?:tra|phan) (?:loi|hoi)", "jangan balas",
    "hensin fuyo",
)  # fmt: skip
NO_REPLY: Final = re.compile(
    rf"(?:^|[-_.+=])(?:{_REFUSALS})(?:$|[-_.+=\d])|^(?:no-?reply|do-?not-?reply)"
    r"|^(?:notifications?|notify|notifier|alerts?|mailer|autoreply"
    r"|notificacion(?:es)?|notificac(?:oes|ao)|notifich?[ae]|benachrichtigung(?:en)?|meldingen"
    r"|varslinger|varsel|aviser(?:ing)?(?:ar)?|powiadomieni[ae]|bildirim(?:ler)?|ilmoitukset"
    r"|oznameni|uvedomleni[ey]a?|spovischennya|avisos?|alertas?|alertes?|tsuchi|tongzhi"
    r"|auto[-_.]?(?:reply|respond(?:er)?|response|confirm(?:ation)?|notify|mailer|mail|answer"
    r"|message"
    r"|communications?|communicator)"
    r"|system|systems|root|cron|daemon|nobody|vacation|wordpress|www-data|apache|nagios|zabbix"
    r"|icinga|logwatch|monit(?:or(?:ing)?)?|robot|mailrobot|bot|updates?"
    r"|jira|bugzilla|gitlab|jenkins|trac|.*[-_.](?:robot|bot|daemon|automat|mailer)"
    r"|sysadmin-noreply|mail[-_.]?system|messages-noreply|invitations?|confirm(?:ation)?s?"
    r"|(?:order|account|shipment|delivery|payment|invoice|billing)[-_.](?:update|confirm(?:ation)?"
    r"|notification|notify|alert|status|info)s?|verification|security-alert|antispam"
    r"|mail[-_.]?notification|e-?mail[-_.]?notification|.*[-_.](?:notification|notifications"
    r"|autoresponder|autoreply|alerts?))$",
    re.IGNORECASE,
)
#: The same as a display name.
NO_REPLY_NAME: Final = re.compile(
    r"^\W*(?:do not reply|no[- ]?reply|please do not reply|nicht antworten|ne pas répondre"
    r"|no responder|não responda|non rispondere)\b|\((?:no[- ]?reply|do not reply)\)$",
    re.IGNORECASE,
)
LIST_MANAGER: Final = re.compile(
    r"^(?:owner-.*|.*-owner|.*-request|listserv|list-?serv|majordomo.*|mailman|mailman-.*"
    r"|listmaster"
    r"|lists|sympa|ezmlm|.*-return-.*=.*|.*-confirm\+.*|.*-subscribe|.*-unsubscribe|lyris"
    r"|listproc)$"
)
#: As a return path or a Sender field these are a list's own.
LIST_PATH: Final = re.compile(
    r"^(?:owner-.+|.+-owner|.+-request|.+-bounces(?:\+.*)?|.+-return-\d.*|sentto-\d.*|.+-admin)$"
)
#: Domains of payment services, from which only notices come.
PAYERS: Final = frozenset({
    *(f"paypal.{end}" for end in ("com", "de", "fr", "es", "it", "nl", "pl", "ca", "at", "be",
                                  "ch", "co.uk", "com.au", "com.br", "com.mx", "com.hk")),
    "stripe.com", "e.stripe.com", "klarna.com", "klarna.de", "wise.com", "revolut.com", "n26.com",
    "mollie.com", "adyen.com", "payoneer.com", "alipay.com",
})  # fmt: skip
#: Domains of networks from which only notifications come.
NETWORKS: Final = frozenset({
    "facebookmail.com", "postmaster.twitter.com", "linkedin.com", "pinterest.com",
    "plus.google.com", "redditmail.com", "quora.com", "xing.com", "meetup.com",
    "mail.instagram.com", "discover.pinterest.com", "notify.x.com",
    "snapchat.com", "nextdoor.com", "youtube.com", "spotify.com", "medium.com",
})  # fmt: skip
#: What a host's reports about a domain's mail are called (RFC 9990 3.5.4.2, RFC 8460 5.3).
AGGREGATE_SUBJECT: Final = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:report[ -]domain:\s*\S+\s+submitter:"
    r"|dmarc (?:aggregate )?report\b|tls report for)",
    re.IGNORECASE,
)
#: Local parts of what goes to many at once.
BULK_NAME: Final = re.compile(
    r"news-?letters?|news|newsmail|newsletter[-_.].*|digests?|campaigns?|bulk|mailings?"
    r"|promo(?:tion)?s?|offers|deals|.*[-_.]newsletter|infolettre|boletin|rundbrief|nyhetsbrev"
    r"|nyhedsbrev|nieuwsbrief|biuletyn|uutiskirje|mailmagazine",
    re.IGNORECASE,
)
#: The footer of a list or a newsletter: one sentence decides.
FOOTERS: Final = Sentences(
    "to unsubscribe( from (this|these|the|our|future))?(,|:| click| visit| go| please| "
    "send| reply| from| ¶)",
    "to (stop|opt-out|opt out)~(receiving|of|from)~(click|reply|visit|send|here|e-mail|email)",
    "unsubscribe from (this list|this newsletter|these|future)", "unsubscribe: http",
    "(click|tap) here to unsubscribe", "unsubscribe here", "unsubscribe instantly",
    "if you (no longer (wish|want)|do not wish|don't want|would like) to (receive|"
    "unsubscribe)~(unsubscribe|click|reply|here|visit)",
    "you (are|were|have) (receiving|received|being sent) this (e-mail|email|message|mail|"
    "newsletter) because",
    "you('re| are) (receiving|subscribed)~because you",
    "you received this message because you are subscribed",
    "this (e-mail|email|message|newsletter) was sent to ~@",
    "(view|read|see) this (e-mail|email|message|newsletter) (in|on|with) (your|a|the) (web "
    "?)?(browser|web)",
    "view (it )?in (your )?browser", "having trouble (viewing|reading) this",
    "can't (see|read|view) this (e-mail|email)",
    "manage your (subscription|preferences|e-mail preferences|email preferences)",
    "update (your )?(e-mail |email |subscription )?preferences", "mailing list subscription",
    "~mailing list memberships",
    "wenn sie (diesen|unseren|keinen|keine) ~(nicht mehr|weiteren?|mehr) ~(erhalten|"
    "empfangen|bekommen)",
    "sie erhalten diese(n)? (e-mail|newsletter|mail), weil", "hier abmelden", "um sich abzumelden",
    "abmeldelink", "im browser (ansehen|anzeigen|offnen)",
    "falls (diese|der) (e-mail|newsletter) nicht (richtig|korrekt)", "si vous ne souhaitez plus",
    "pour (vous desabonner|vous desinscrire|ne plus recevoir)", "se desinscrire", "se desabonner",
    "vous recevez (ce|cet) (e-mail|message|mail|courriel) (car|parce)",
    "(voir|afficher|visualiser) ~(dans (votre|un)|en ligne)",
    "si no (desea|quiere|deseas) (recibir|seguir)~(clic|baja|haga|pulse)",
    "para (darse|darte) de baja", "recibe(s)? este (correo|mensaje|email) porque",
    "ver (este correo|este email) en", "se non (desideri|vuoi|desidera) (piu )?ricevere",
    "per (cancellarti|disiscriverti|annullare l'iscrizione|cancellarsi)",
    "(hai ricevuto|ricevi) questa (e-mail|email|mail) perche",
    "(als|indien) u (geen|deze)~(ontvangen|wilt)~(klik|afmeld)", "afmelden voor",
    "u ontvangt deze (e-mail|mail|nieuwsbrief) omdat",
    "se (nao|voce nao) (desejar|deseja|quiser|quer) (mais )?receber",
    "para cancelar (sua|a) (inscricao|assinatura)", "aby (zrezygnowac|wypisac)",
    "otrzymujesz (te|ta) wiadomosc", "avregistrera", "du far detta (mejl|mail|e-post|nyhetsbrev)",
    "afmeld (nyhedsbrev|dig)", "meld deg av", "peruuta (uutiskirje|tilaus)", "odhlasit (se )?z",
    "abonelikten", "отписаться от", "вы получили это (письмо|сообщение), ", "чтобы отписаться",
    "配信(停止|解除|中止)(をご希望|はこちら|のお手続|を希望される|ご希望|の方は)",
    "メルマガ(の)?(解除|停止|配信)", "(点击|點擊|如需|如要)~(退订|退訂|取消订阅|取消訂閱)",
    "如果(您|你)不(想|希望|愿)(再)?(收到|接收)", "수신(을)?( )?(거부|원치)", "huy dang ky",
    "de huy nhan",
)  # fmt: skip
#: Links and names that only stand in such footers.
FOOTER_LINKS: Final = Sentences(
    "mailman/listinfo", "mailman3/lists/", "/unsubscribe?", "/unsubscribe/",
    "groups.google.com/group/", "groups.google.com/d/", "groups.yahoo.com/", "@googlegroups.com",
    "lists.sourceforge.net", "[unsubscribe]", "{unsubscribe}", "%unsubscribe", "/opt-out?",
    "/optout?", "/abmelden?", "/desinscription",
)  # fmt: skip
#: A shop thanks for an order or tells of a parcel...
ORDER_SENTENCES: Final = Sentences(
    "thank(s| you) for your order(!|.|,| ¶| #| at | from | with | on | placed)",
    "thank(s| you) for (your purchase|your payment|ordering|shopping|purchasing|placing)",
    "we have received your (order|payment)",
    "your (order|package|parcel|shipment|item)~(has shipped|has been (shipped|dispatched|"
    "received|confirmed|placed)|is on (its|the) way|is out for delivery)",
    "(vielen )?dank fur (ihre|deine) (bestellung|einkauf)",
    "ihre (bestellung|sendung|lieferung)~(versandt|verschickt|eingegangen|unterwegs|zugestellt)",
    "merci (pour|de) (votre|vos) (commande|achat)", "nous avons bien recu votre commande",
    "votre (commande|colis)~(expedi|en route|confirm)", "gracias por (su|tu) (pedido|compra)",
    "su pedido~(enviado|confirmado|recibido)",
    "grazie per (il (suo|tuo|vostro)|aver) (ordine|acquist)",
    "il (suo|tuo) ordine~(spedito|confermato|ricevuto)",
    "bedankt voor (uw|je) (bestelling|aankoop)", "obrigado (por|pela) (sua|comprar)",
    "dziekujemy za (zlozenie|zakup)", "tack for (din|ditt) (bestallning|kop)",
    "ご注文(いただき|ありがとう|を承り)", "(感谢|感謝)(您)?(的)?(订购|惠顾|购买|訂購)",
)  # fmt: skip
#: ... and writes these beside it.
ORDER_TABLE: Final = re.compile(
    plain(
        r"sub-?total|order (?:summary|details)|order total|grand total|estimated delivery"
        r"|zwischensumme"
        r"|gesamtsumme|bestellubersicht|ihre bestellnummer|sous-total|recapitulatif|subtotale?"
        r"|resumen del pedido|riepilogo|subtotaal|suma czesciowa|delsumma|小計|お支払い方法"
        r"|订单详情"
        r"|track (?:your|the) (?:package|order|parcel|shipment)|sendung verfolgen"
        r"|sendungsverfolgung"
        r"|suivre (?:votre|mon) colis|seguir (?:su|tu|mi)|traccia (?:il|la)|payment method"
        r"|we will let you"
        r" know|view (?:your )?order|zahlungsart|moyen de paiement"
    )
)
