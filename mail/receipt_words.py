"""The words of desks that acknowledge a mail: tables for ``sayings``.

Such an answer says two things together: that a mail arrived, and that someone will see to it. One
of the two alone a buyer writes too ("thank you for your mail, the lamp is still broken").
"""

import re
from typing import Final

from mail.sentences import Sentences

#: A mail arrived.
RECEIVED: Final = Sentences(
    "(we've|we have) got your (email|e-mail|message|request|enquiry)",
    # By language: en de fr es it pt nl pl sv da no fi cs tr ru uk vi ja zh ko.
    "your (e-mail|email|message|enquiry|inquiry|request|mail|form|feedback|question) ~(reached us|"
    "has arrived|has reached|came in)",
    "thank(s| you) for (writing|contacting|reaching|your (interest|feedback|note|query|question))",
    "(ihre|deine|eure) (anfrage|nachricht|e-mail|mail|meldung|mitteilung|zuschrift) ~(eingegangen|"
    "erhalten|angekommen|empfangen|erreicht|registriert)",
    "danke fur (ihre|deine|eure) (nachricht|anfrage|e-mail|mail|mitteilung|kontaktaufnahme)",
    "(votre|ta) (message|demande|mail|e-mail|courriel|requete) ~(recu|parvenu|enregistre|transmis|"
    "pris en compte|prise en compte)", "merci (de|pour) nous avoir (ecrit|contacte)",
    "merci (de|pour) votre (courriel|courrier|requete)",
    "(su|tu) (mensaje|consulta|solicitud|correo|peticion|email) ~(recibid|llegado|registrad)",
    "gracias por (escribir|contactar|comunicarse|ponerse en contacto|su (mensaje|correo|consulta))",
    "(sua|tua|vostra|suo|tuo|vostro) (richiesta|email|e-mail|messaggio|mail|segnalazione) "
    "~(ricevut|arrivat|pervenut|registrat|presa in carico)",
    "grazie per (averci|aver) (scritto|contattat)",
    "grazie per (la sua|il suo|la tua|il tuo) (richiesta|messaggio|email|mail)",
    "(sua|tua|seu|teu) (mensagem|solicitacao|contato|contacto|e-mail|email|questao|duvida) "
    "~(recebid|chegou|registrad|registad)",
    "obrigad(o|a) (por|pelo|pela) (nos contactar|escrever|nos escrever|sua mensagem|seu e-mail)",
    "(uw|je|jouw) (bericht|mail|e-mail|vraag|aanvraag|verzoek) ~(ontvangen|binnengekomen|"
    "geregistreerd|aangekomen)",
    "dank (u )?(wel )?voor (uw|je) (bericht|mail|e-mail|vraag|aanvraag)",
    "(twoja|panstwa|pana|pani|twoje) (wiadomosc|zgloszenie|zapytanie|mail|prosba) ~(dotarl|"
    "otrzyma|przyjet|zarejestrowan|wplynel)", "dziekujemy za (przeslanie|wyslanie|zapytanie)",
    "(ditt|din|er|ert) (mejl|mail|e-post|meddelande|arende|fraga|forfragan) ~(mottaget|mottagits|"
    "har kommit|registrerats|kommit in)", "tack for att du (kontakta|skrev|har kontaktat|mejlade)",
    "(din|dit|ditt|deres) (henvendelse|mail|e-mail|e-post|besked|melding|foresporsel) ~(modtaget|"
    "mottatt|registreret|registrert)",
    "(tak|takk) for (din|dit|at du) ~(henvendelse|mail|e-mail|besked|melding|kontakte)",
    "(viestisi|viestinne|yhteydenottosi|sahkopostisi|pyyntosi) ~(vastaanotettu|saapunut|kirjattu)",
    "kiitos (yhteydenotostasi|sahkopostistasi|viestistanne)",
    "(vas|vase|vasi) (zprava|dotaz|e-mail|pozadavek|zpravu) ~(dorazil|prijat|obdrzel|"
    "zaregistrovan|dorucen)", "dekujeme za (zpravu|kontakt|dotaz|vas e-mail)",
    "(mesajiniz|talebiniz|e-postaniz|basvurunuz) ~(ulasti|alindi|alinmistir|kaydedil|ulasmistir)",
    "(bize ulastiginiz|bize yazdiginiz|iletisime gectiginiz) icin",
    "(ваше|ваш) (обращение|письмо|сообщение|запрос|вопрос) ~(получен|принят|зарегистрирован|"
    "поступил)", "(спасибо|благодарим)( вас)? за (обращение|сообщение|запрос|ваш запрос)",
    "(ваше|ваш) (звернення|лист|повідомлення|запит) ~(отриман|прийнят|зареєстрован|надійш)",
    "дякуємо за (звернення|ваш лист|ваше звернення|повідомлення)",
    "cam on (ban|quy khach) da (lien he|gui)",
    "(お問い合わせ|お問合せ|メール|お便り|ご意見)(を|、|、誠に)?(頂き|ありがとう|有難う|受信|拝受)",
    "(您|你)的(邮件|郵件|来信|來信|留言|咨询|反馈|请求|諮詢)~(收到|收悉|受理)",
    "(感谢|感謝)(您|你)?(的)?(来信|來信|来函|咨询|留言|联系|聯絡|邮件|郵件|諮詢)",
    "(문의|메일|메시지|요청)(가|이|을|를)? ~(접수되|접수하|받았습니다)",
    "(la sua|la tua|la vostra) (richiesta|email|segnalazione) e stata (presa in carico|ricevuta|"
    "registrata)", "su (consulta|solicitud|mensaje) ha sido (registrad|recibid)",
    "uw (e-mail|bericht|vraag) is ~ontvangen", "sua solicitacao foi (recebida|registrada)",
    "thanks for your message", "(la|vi) ringraziamo per (averci|la sua|il suo)",
    "thank(s| you) for getting in touch", "due to (high|the high|a high|increased)~(volume|demand)",
    "herzlichen dank fur ihre (e-mail|mail|nachricht|anfrage)",
    "merci pour votre (message|e-mail|mail|demande)", "merci de votre (message|demande)",
    "(我们|我們)已收到(您|你)的(来信|來信|邮件|郵件)",
    "obrigado pelo seu (contacto|contato|e-mail|email)", "chúng tôi đã nhận được",
    "đã nhận được (email|thư)", "спасибо за (ваше )?(обращение|письмо|сообщение)",
    "mesajinizi aldik", "mesajınızı aldık",
    "(we|we've|i) (have )?(successfully )?received your (request|message|e-mail|email|mail|"
    "inquiry|enquiry|ticket|query|question|submission|case)",
    "thank(s| you) (very much )?for (contacting|reaching out|getting in touch|writing to us)",
    "thank(s| you) (very much )?for your (recent )?(e-mail|email|message|inquiry|enquiry|request|"
    "mail)",
    "your (e-mail|email|message|inquiry|enquiry|request|mail|ticket) ~(has been|was|is) (received|"
    "registered|logged)", "wir haben ihre (nachricht|anfrage|e-mail|mail) (erhalten|bekommen)",
    "vielen dank fur ihre (anfrage|nachricht|e-mail|mail|kontaktaufnahme|mitteilung)",
    "ihre (anfrage|nachricht|e-mail|mail) ist (bei uns )?eingegangen",
    "wir haben ihre (anfrage|nachricht|e-mail)",
    "nous avons bien (recu|pris en compte) votre (demande|message|e-mail|mail|courriel)",
    "votre (demande|message) (a bien ete|a ete bien|a ete) (recu|enregistre|pris)",
    "merci de nous avoir contact", "hemos recibido su (mensaje|solicitud|consulta|correo|peticion)",
    "hemos recibido tu (mensaje|solicitud|consulta|correo)",
    "gracias por (contactar|ponerse en contacto|su mensaje|su correo|su consulta)",
    "abbiamo ricevuto (la|il) (sua|tua|vostra|suo|tuo|vostro) (richiesta|e-mail|email|mail|"
    "messaggio|comunicazione)", "grazie per averci contattato",
    "grazie per la (sua|tua|vostra) (richiesta|email|e-mail)",
    "(wij|we) hebben uw (bericht|vraag|e-mail|verzoek|aanvraag)",
    "bedankt voor uw (bericht|e-mail|vraag)",
    "recebemos (a )?(sua|tua|seu|o seu) (mensagem|solicitacao|pedido de|contato|e-mail|email)",
    "obrigad(o|a) (por|pelo) (entrar em contato|seu contato|contactar|contacto)",
    "otrzymalismy (panstwa|twoja|pana|twoje) (wiadomosc|zgloszenie|zapytanie)",
    "dziekujemy za (kontakt|wiadomosc|zgloszenie)",
    "vi har (tagit emot|mottagit) (ditt|din) (arende|mejl|e-post|meddelande|fraga)",
    "tack for (ditt|din) (mejl|e-post|meddelande|fraga)",
    "vi har (modtaget|mottatt) din (henvendelse|e-mail|mail|e-post)",
    "tak for din (henvendelse|e-mail|mail)", "takk for (din )?henvendelse",
    "olemme vastaanottaneet", "kiitos (viestistasi|yhteydenotosta)",
    "dekujeme za (vas|vasi) (zpravu|e-mail|dotaz)", "talebiniz (alinmistir|bize ulasti)",
    "talebiniz (alınmıştır|bize ulaştı)", "мы получили ваш",
    "ваше (обращение|сообщение|письмо) (получено|принято|зарегистрировано)",
    "спасибо за (обращение|ваше обращение|ваше письмо)",
    "お問い合わせ(いただき|を受け付け|ありがとう|を承り)",
    "お問合せ(いただき|を受け付け|ありがとう)",
    "(我们|我們)已(经)?(收到|接收)(您|你)的(邮件|郵件|来信|反馈|请求|咨询)",
    "(您|你)的(邮件|郵件|来信)(我|我们)?已(经)?收到", "感谢您的(来信|咨询|邮件|联系)",
    "문의가~접수", "문의해 주셔서", "we appreciate your (e-mail|email|message|inquiry)",
)  # fmt: skip
#: Someone will see to it: beside a receipt it makes an automatic answer.
FOLLOWING: Final = Sentences(
    "will be in touch (shortly|soon|within|as soon)",
    # By language, as above: someone of theirs will.
    "(team|colleague|colleagues|agent|somebody|someone|staff|we) (will|'ll|shall|aim to|try to) "
    "~(respond|reply|answer|back to you|in touch|contact you|review|look into|handle|assist)",
    "please (do not|don't) (send|submit|resend) ~(twice|again|duplicate|another)",
    "(meldet sich|melden uns|kummert sich|kummern uns|setzt sich|setzen uns|beantworten wir|"
    "bearbeiten wir|antworten wir|bearbeitet) ~(so bald|sobald|schnell|umgehend|zeitnah|"
    "kurzfristig|kurze|bald|innerhalb|verbindung)",
    "bearbeiten (sie|diese|ihre) ~(schnell|umgehend|zeitnah|bald)",
    "sehen sie von (ruckfragen|nachfragen|weiteren)",
    "hat die (nummer|vorgangsnummer|ticketnummer|referenznummer|bearbeitungsnummer)",
    "(repondra|repondrons|traitera|traiterons|recontactera|recontacterons|contactera|contacterons|"
    "reviendrons vers|reviendra vers)",
    "(respondera|responderemos|contestara|contestaremos|contactara con|contactaremos|atenderemos|"
    "pondra en contacto|tramitaremos)",
    "(rispondera|risponderemo|ricontattera|ricontatteremo|contattera|contatteremo|provvederemo|"
    "sara nostra cura)",
    "(retornara|retornaremos|contactara|entrara em conta|entraremos em conta|sera analisad|"
    "analisaremos)",
    "(we|wij|medewerker|collega) ~(reageer|reageren|antwoorden|beantwoorden|neemt|nemen|"
    "behandelen) ~(zo |binnen|contact|spoedig)",
    "(odpowie|skontaktuje sie|rozpatrzon|rozpatrzymy|udzielimy odpowiedzi|zajmiemy sie)",
    "(vi|handlaggare|medarbetare) ~(aterkommer|besvarar|hanterar|handlagger|hor av oss)",
    "(vi|medarbejder|medarbeider) ~(vender tilbage|besvarer|behandler|kommer tilbake|tar kontakt)",
    "(kasittelemme|otamme sinuun yhteytta|otamme teihin yhteytta|otamme yhteytta|vastaa sinulle)",
    "(ozveme se|vyridime|zpracujeme|bude vyrizen|bude zpracovan|odpovi vam)",
    "(donecegiz|donus yapacagiz|donus yapilacak|yanitlayacagiz|cevaplayacagiz|iletisime gececeg|"
    "yanitlanacak|cevaplanacak)",
    "(рассмотрим|ответит вам|будет рассмотрен|обработаем|будет обработан|свяжутся с вами)",
    "(відповімо|зв'яжемось|зв'яжемося|зв'яжеться|розглянемо|буде розглянут|опрацюємо)",
    "(chung toi|nhan vien) ~se ~(lien he|phan hoi|tra loi|xu ly)",
    "(折り返し|改めて|追って|順次|後ほど|担当者より|担当者から)~(連絡|返信|返答|回答|対応|"
    "案内)(いた|致|させ|申し上げ|差し上げ)",
    "(工作人员|客服人员|专员|我们|我們|我司)~(会|将|會|將)~(联系|回复|处理|聯絡|聯繫|回覆|處理|"
    "答复)", "(빠른 시일|빠른 시간|영업일|담당자)~(답변|연락|회신)", "presa in carico dal nostro",
    "in der reihenfolge des eingangs", "se pondra en contacto con (usted|ti)",
    "u ontvangt ~ (reactie|antwoord)", "team typically replies", "受付番号", "返信をお待ち",
    "it may take (up to )?", "up to ~(days|hours) (for us )?to (respond|reply|answer)",
    "ihr anliegen wird", "kann die beantwortung", "(nous )?vous repondrons dans",
    "wij streven ernaar", "proberen ~ te (reageren|antwoorden)", "responderemos o mais",
    "size (donus yapacagiz|donecegiz)", "size (dönüş yapacağız|donus yapacagız|döneceğiz)",
    "свяжется с вами", "ответим в ближайшее",
    "(将|會|将会|會|會)?(儘快|尽快)(处理并|處理並)?(回复|回覆|答复|答覆)(您|你)", "营业日(以)?内",
    "営業日以内に(ご)?返信", "se phan hoi",
    "(we|team|representative|agent|advisor|member|specialist|someone)~(will|shall|'ll|aim to|try "
    "to)~(get back|respond|reply|answer|touch|contact|review|process|follow|attend|return)",
    "i will (get back|respond|reply|answer)~(as soon as (possible|i can)|shortly|within)",
    "we'll (get back|be in touch|reply|respond)", "being (reviewed|processed|handled) by",
    "(has|have) been (created|opened|logged) (and|with|for|under)",
    "(get|be) back to you (within|as soon|shortly|soon)",
    "(werden|melden uns|kummern uns) ~(schnellstmoglich|so schnell wie moglich|umgehend|zeitnah|"
    "kurzfristig|in kurze|so bald wie moglich|baldmoglichst|schnellst)", "werden ~ innerhalb von",
    "unter der (ticketnummer|vorgangsnummer)", "(vous|y) repond(ra|rons|ront)~delais",
    "nous (la|le|vous|y) (traiterons|repondrons|recontacterons)",
    "(sera traite|reponse vous sera|traiter votre)",
    "(le|te|les) (responderemos|contestaremos|atenderemos|contactaremos)",
    "nos pondremos en contacto", "(le|ti|vi) (risponderemo|contatteremo)",
    "nemen ~ contact met u op", "wij (reageren|antwoorden|beantwoorden)",
    "(responderemos|retornaremos|entraremos em)", "(odpowiemy|skontaktujemy)",
    "vi (aterkommer|svarar|kontaktar)", "aterkommer (sa|till)",
    "(vi )?vender tilbage (hurtigst|snarest|til)", "vi (svarer|kontakter|besvarer)",
    "(palaamme|vastaamme)", "(odpovime|budeme vas kontaktovat)", "en kisa surede", "en kısa surede",
    "(мы )?ответим (вам|на)", "свяжемся с вами", "зарегистрировано под",
    "(担当|折り返し|改めて|順次|営業日以内)~(連絡いたし|連絡致し|返信|回答|対応|ご案内)",
    "(将|会|將|會)(在|于|尽快|儘快)~(回复|回覆|答复|处理|联系|與)", "빠른 시일", "답변~드리겠",
    "som nhat co the",
)  # fmt: skip
#: What only a ticket system says; each decides alone.
TICKETS: Final = Sentences(
    "den stand ihres tickets",
    "ihre (ticketnummer|vorgangsnummer|ticket-nummer|fallnummer) (lautet|ist)",
    "votre numero de (ticket|dossier|demande) est", "votre ticket a ete (cree|enregistre|ouvert)",
    "su numero de (ticket|caso|incidencia) es", "il suo numero di (ticket|pratica) e",
    "o numero do seu (chamado|protocolo|ticket)", "uw (ticketnummer|zaaknummer) is",
    "numer (panstwa|twojego) zgloszenia", "ditt arendenummer ar", "dit sagsnummer er",
    "ditt saksnummer er", "(talep|bilet) numaraniz", "номер вашего (обращения|заявки|запроса)",
    "номер вашого (звернення|заявки|запиту)", "(受付番号|お問い合わせ番号)は",
    "您的(工单|工單|受理)(编号|编码|号|編號)(为|是)",
    "your (case|ticket) ~(has been|was) (created|opened|registered|updated|logged)",
    "you have been assigned ~(number|#)",
    "your (request|ticket|case) ~(has been|was|is now) (solved|closed|resolved|marked as)",
    "to reopen this (request|ticket|case)", "team typically replies in",
    "ihre anfrage wurde (gelost|geschlossen)", "please type your reply above this line",
    "a (support |trouble |new )?ticket (has been|was) (created|opened)",
    "request for support has been created",
    "(has been|was) assigned (#|(ticket|case) |a (ticket|case|reference)|the (ticket|case|"
    "reference)|id)", "we would like to acknowledge that", "in response to the creation of",
    "automatically generated in response", "your ticket (has been|was|id|number)",
    "a case has been (created|opened)", "ihr ticket wurde",
    "(ticket|vorgang) ~ wurde (angelegt|erstellt|eroffnet)", "unter der ticketnummer",
    "un ticket a ete", "se ha (creado|abierto) (un|el) (ticket|caso)",
    "e stato (creato|aperto) (un|il) ticket", "zgloszenie zostalo zarejestrowane",
    "обращение зарегистрировано",
)  # fmt: skip
#: Subjects of receipts, which a buyer writes too: they decide with a sentence of one.
RECEIPT_SUBJECT: Final = re.compile(
    r"\s*(?:\[request received\]|(?:support )?ticket (?:received|opened|created)|thank(?:s"
    r"| you) for"
    r"|we(?:'ve| have)? received|(?:ihre )?(?:anfrage|nachricht|e-?mail) (?:ist )?(?:erhalten"
    r"|eingegangen)|(?:your )?(?:request|message|inquiry|enquiry) (?:was |has been )?received"
    r"|(?:votre )?(?:demande|message) (?:bien )?reçue?|(?:solicitud|consulta) recibida|richiesta"
    r" ricevuta|(?:pedido|solicitação) recebid[ao]|eingangsbestätigung|empfangsbestätigung"
    r"|accusé de réception|acuse de recibo|conferma di ricezione|ontvangstbevestiging"
    r"|confirmação de rece|potwierdzenie (?:otrzymania|przyjęcia)"
    r"|vi har (?:tagit emot|mottagit|modtaget|mottatt)"
    r"|ваше обращение|お問い?合わ?せ|受付|我们已收到|문의가)",
    re.IGNORECASE,
)
