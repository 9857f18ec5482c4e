"""What becomes of mail that nobody is there to answer: tables for ``sayings``.

Beside an absence (``absence_words``) the first makes an automatic answer, where the second, a
buyer's wishes for a parcel, does not stand in the same letter. The third decides alone.
"""

from typing import Final

from mail.sentences import Sentences

#: What becomes of the mail meanwhile: beside an absence it makes an automatic answer.
HANDLING: Final = Sentences(
    "(won't|will not|not) be (reading|checking|monitoring|answering)",
    "that (can't|cannot|can not) wait", "(besvaras|besvares) (efter|etter|nar|den|senare|daarna)",
    "(vastaamme|vastaan) (viesteihin|viesteihinne|viestiisi|sahkoposteihin)",
    "(cevap|yanit) verilecek",
    "(limited|little|no|intermittent|sporadic|restricted) access to (my |our )?(inbox|mailbox|"
    "messages|emails|e-mails)", "(get|come) back to you (after|on|when|once|from)",
    "(reply|respond|answer|get back to you) (then|afterwards)",
    "wieder (im haus|im hause|im geschaft|vor ort)", "(melde|werde) (ich )?mich dann",
    "(in notfallen|im notfall|in eiligen fallen)", "(ne )?consulte (pas|plus) (mes|ma|mon)",
    "pour toute (question|demande) ~(voyez|contact|adress|appel|joign)",
    "(beantwoord|beantwoorden|reageer|reageren|antwoord|antwoorden) ~(terugkomst|zodra|na mijn|na "
    "onze|weer terug)",
    # The mail is read, answered or forgotten, by language as above.
    "(check|checking|read|reading|answer|answering|answered|respond|back online) ~(again|emails|"
    "email|e-mails|e-mail|messages|mail) ~(from|on|after|until|when|once)",
    "(email|emails|e-mail|e-mails|message|messages|mail) (will|is|are|has|was) ~(deleted|"
    "discarded|redirected)", "when we (reopen|re-open|return|are back)",
    "after the (holiday|holidays|break|weekend) (we|i|your)",
    "(nachricht|nachrichten|e-mail|e-mails|mail|mails) ~(wird|werden|wurde) ~(nicht|geloscht|nach|"
    "erst|dann|wieder|spater)",
    "(melde|melden|antworte|antworten|kummere|beantworte|beantworten|bearbeite|bearbeiten) "
    "~(wieder|sobald|zuruck|ruckkehr|nach dem|nach unserer)", "(wenden|richten) sie ~(@|bitte|an)",
    "(message|mail|e-mail|courriel|messages|mails) ~(sera|seront|est|sont) (pas )?(lu|transfer|"
    "traite|transmis|supprim|consult|redirig)",
    "(repondrai|repondrons|traiterai|traiterons|reprendrai|reprendrons|recontacterai|"
    "recontacterons) ~(retour|reprise|reouverture|apres|partir|des)",
    "(contactez|contacter|adresser|joindre|adressez|ecrivez|ecrire) ~(collegue|@|mon |notre )",
    "(mensaje|correo|mensajes|correos|email) ~(no sera|no seran|sera|seran|no ha sido) (leid|"
    "reenviad|atendid|respond|contestad|revisad|eliminad)",
    "no (puedo|podre|podemos|podremos) (atender|responder|contestar|leer|consultar)",
    "(respondere|responderemos|contestare|contestaremos|atendere|atenderemos) ~(vuelta|regreso|"
    "reapertura|partir|cuando|despues)",
    "(pueden|puede|puedes) (dirigirse|contactar con|escribir a|llamar a)",
    "(dirijase|dirijanse|contacte|contacten|escriba|escriban) ~(@|con )",
    "(messaggio|mail|e-mail|email|messaggi|posta) ~(sara|verra|saranno|verranno) (lett|inoltrat|"
    "elaborat|cancellat|gestit|evas)",
    "(rispondero|risponderemo|ricontattero|ricontatteremo|leggero|leggeremo) ~(rientro|ritorno|"
    "riapertura|partire|dopo|appena)",
    "(contattare|rivolgersi|scrivere a|si rivolga|contattate) ~(@|il|la|mio|mia)",
    "(mensagem|mensagens|e-mail|e-mails|email|emails) ~(nao sera|nao serao|nao foi|nao foram|sera|"
    "serao) (lid|reencaminhad|encaminhad|respondid|apagad|tratad|processad)",
    "(respondo|responderei|responderemos|respondemos|retornarei|retornaremos) ~(regresso|retorno|"
    "volta|reabertura|quando|partir|apos|assim)",
    "(contacte|contate|escreva para|dirija-se|entre em contato|entre em contacto) ~(@|com)",
    "(bericht|mail|e-mail|berichten|mails|e-mails) ~(wordt|worden|zal|zullen) ~(niet|gelezen|"
    "doorgestuurd|beantwoord|verwijderd|behandeld)", "neem ~contact op met", "wend u tot",
    "(reageer|reageren|antwoord|antwoorden|beantwoord|beantwoorden) ~(ik|wij|we|u) ~(terug|"
    "terugkomst|vanaf|zodra|na)",
    "(wiadomosc|wiadomosci|mail|maile|e-mail|e-maile) ~(bedzie|beda|zostala|jest) (czytan|"
    "przekazan|przeczytan|odczytan|usunie)",
    "(odpowiem|odpowiemy|odpisze|odpiszemy) ~(po|od|gdy|kiedy)",
    "(prosze|prosimy) (o kontakt|kontaktowac|pisac)",
    "(mejl|mejlen|mail|mailen|e-post|e-posten|meddelandet|meddelanden|mejlet) ~(lases|besvaras|"
    "vidarebefordras|raderas)",
    "(svarar|aterkommer|besvarar|laser) ~(nar|efter|fran|den|igen|tillbaka)",
    "(kontakta|vand dig|hanvisas|maila|mejla) ~(@|till|min kollega)",
    "(mail|mails|e-mail|e-mails|besked|beskeder|henvendelse|e-post|e-poster|meldingen|meldinger) "
    "~(laeses|leses|besvares|videresendes|slettes)",
    "(svarer|vender tilbage|kommer tilbake|besvarer|laeser|leser) ~(nar|efter|etter|fra|igen|"
    "igjen|tilbage|tilbake)", "(kontakt|henvend dig|henvend deg|skriv til) ~(@|venligst|vennligst)",
    "(viestia|viestiasi|viesti|viestit|viesteja|sahkopostia|sahkopostit) ~(luetaan|lueta|"
    "vastataan|valiteta|poistetaan)",
    "(vastaan|vastaamme|luen|palaan|palaamme) ~(kun|jalkeen|alkaen|takaisin|palattua|lomalta)",
    "(ota|ottakaa|olkaa) yhteytta",
    "(zprava|zpravu|zpravy|e-mail|e-maily|maily) ~(nebude|nebudou|bude|budou|nebyla) (cten|"
    "prectan|predan|preposlan|vyrizen|zpracovan|zodpovezen)",
    "(odpovim|odpovime|ozvu se|ozveme se) ~(po|az|od|jakmile)", "(obratte se|kontaktujte) ~(na|@)",
    "(mesajiniz|e-postaniz|mailiniz|mesajlar|e-postalar) ~(okunmayacak|iletilmeyecek|iletilmedi|"
    "yanitlan|cevaplan|silin)", "(yanitlayacagim|yanitlayacagiz|cevaplayacagim|donus yapacag)",
    "(iletisime gec|irtibata gec|ulasabilirsiniz|basvurabilirsiniz)",
    "(письмо|письма|сообщение|сообщения|почта) ~(будет|будут) (прочитан|переслан|обработан|"
    "перенаправлен|рассмотрен|провер)",
    "(отвечу|ответим|смогу ответить|сможем ответить) ~(после|когда|по|как)",
    "(обращайтесь|пишите|свяжитесь) ~(@|к |по )",
    "(лист|листи|повідомлення|пошта) ~(буде|будуть) (прочитан|переслан|оброблен|переглян|"
    "опрацьован)", "(відповім|відповімо|зможу відповісти) ~(після|коли|як)",
    "(звертайтесь|звертайтеся) ~(@|до)", "se ~(tra loi|phan hoi|hoi am) ~(khi|sau|ngay)",
    "以降(に|、)?~(返信|対応|連絡|回答|確認|返答)(いた|致|させて|申し上げ)",
    "(返信|返答|回答|対応)(は|が)~(以降|明け|後日|なります)",
    "(无法|不能|不便|無法|暂停)(及时|即时|立即|及時|即時)?(查看|收取|处理|回复|回覆|查收|處理|"
    "答复)", "(上班|回来|返回|假期|节|節|复工|開工|开工)(后|後)~(处理|回复|處理|回覆|联系|答复)",
    "(如有|若有|有)(急事|紧急|緊急|要事)", "(급한|긴급)~(연락|문의)",
    "(회신|답변|답장|처리)~(드리겠|하겠|어렵|불가|늦어)", "термінових", "neu can gap",
    "can gap xin", "wird (danach|dann|im anschluss) bearbeitet", "werden (danach|dann) bearbeitet",
    "(traiterons|traiterai|repondrons|repondrai) a (notre|mon) retour",
    "for (enquiries|inquiries|assistance|urgent)", "(contact|write to|e-mail|email|use) ~@",
    "please (direct|use|send) ~ (to|info|@)", "please contact ~ (for|instead|in my)",
    "sie sich bitte an", "adresser vos (messages|e-mails|mails|demandes)", "期間中のお問い合わせ",
    "順次(対応|ご返信|返信)", "surgos esetben", "nem olvasom", "για επειγοντα", "nu am acces",
    "voi raspunde", "no llegire", "respondre quan", "za hitne", "v nalehavych", "kiireloomuliste",
    "kembali", "access to (my )?(e-mail|email|mail|e-mails|emails)",
    "(answer|reply|respond|get back)~(when|upon|on|after|once|as soon as) (i|my|i'm|we|our)( "
    ")?(return|am back|get back|are back|'m back|back)", "(answer|reply|respond)~(return|back)",
    "(will not|won't|not) be (forwarded|read|monitor)", "in my absence", "during my absence",
    "during (this|that) (time|period)", "until my return",
    "(urgent|emergency|emergencies|immediate (assistance|attention|help))~(contact|call|e-mail|"
    "email|reach|write)", "(contact|e-mail|email|call|reach)~(urgent|emergenc|immediate)",
    "if you need immediate",
    "(direct|send|forward|address) (your|any|all) (e-mail|email|mail|message|inquir|enquir|"
    "question|correspondence)",
    "will be (answered|processed|handled|dealt with)~(when|after|on|upon|once|back)",
    "please contact ~ instead", "wird (nicht|auch nicht) (weitergeleitet|gelesen|bearbeitet)",
    "werden (nicht|auch nicht) (weitergeleitet|gelesen|bearbeitet)", "in dringenden",
    "bei dringenden", "wenden sie sich~an", "wieder (fur sie da|erreichbar|im buro|zuruck)",
    "nach meiner ruckkehr", "keinen zugriff", "wird nach ~ beantwortet", "vertretung",
    "nachricht wird~beantwortet", "e-mail wird~beantwortet", "en cas d'urgence",
    "(des|a) mon retour", "pour toute urgence", "acces a ma messagerie",
    "acces a mes (mails|e-mails|courriels)", "en mon absence", "pendant mon absence",
    "adresser (vos|votre)", "sin acceso", "(a|en) mi (regreso|vuelta|ausencia)",
    "(cualquier|caso de) urgen", "acceso (limitado )?al correo", "(per|in caso di) urgen",
    "al (mio|nostro) (rientro|ritorno)", "non (leggero|ho accesso|avro accesso)", "in mia assenza",
    "toegang tot mijn (e-mail|mail)", "voor dringende", "bij dringende", "niet doorgestuurd",
    "bij afwezigheid", "acesso (limitado )?(a|ao|a minha) (e-mail|email|correio)",
    "(quando|assim que) (regressar|voltar|retornar)", "em caso de urgencia",
    "(assuntos|casos) urgentes", "dostepu do (poczty|e-mail|maila)", "(w|przypadku) pilnych",
    "po powrocie", "nie bedzie przekazana",
    "(laser|læser|leser) (inte|ikke) (min |mina |mine )?(e-post|mail|mejl)",
    "(nar|when) jag ar tillbaka", "nar jeg er (tilbake|tilbage)", "begrenset tilgang", "vid brads",
    "ved hast", "enka lue", "palattuani", "kiireelli", "pristup k (e-mailu|poste)", "po navratu",
    "erisimim", "dondugumde", "acil ", "доступа к почте", "доступ к почте", "по возвращении",
    "срочн", "доступ до пошти", "після повернення", "терміново", "休暇明け", "お急ぎの",
    "(返信|返答|対応|連絡)~(遅れ|遅く|できません|いたしかね)", "翌営業日", "営業日以降", "休み明け",
    "(无法|不能|不便)~(查看|收取|处理|回复|回覆)", "(回来|返回|假期结束|上班)后",
    "(急事|紧急|緊急)~(联系|联络|致电|拨打)", "메일을 확인할 수 없", "복귀 후", "급한",
)  # fmt: skip
#: An address is no longer read or used: only a machine there still answers.
DISUSED: Final = Sentences(
    "(this|the) (e-mail |email |mail )?(address|mailbox|inbox|account) ~(no longer|not longer|not|"
    "been) (in use|used|active|monitored|read|checked|valid|attended|deactivated|disabled|closed|"
    "retired|discontinued|deleted)",
    "(diese|dieses|dieser) (e-mail-adresse|emailadresse|mailadresse|adresse|postfach|mailbox|"
    "e-mail-konto|email-adresse) ~(nicht mehr|nicht langer|deaktiviert|abgeschaltet|existiert "
    "nicht|stillgelegt|aufgegeben)",
    "(cette|ce) (adresse|boite|messagerie|compte) ~(n'est plus|n'est pas|plus utilisee|desactivee|"
    "n'existe plus|plus active|plus consultee|plus relevee|supprimee)",
    "(esta|este) (direccion|cuenta|buzon|correo) ~(ya no|desactiv|dado de baja|dejado de)",
    "(questo|questa|presente) (indirizzo|casella|account) ~(non e piu|non viene piu|disattivat|"
    "dismess|non piu)",
    "(este|esta) (endereco|conta|caixa|e-mail|email) ~(nao esta mais|ja nao|nao e mais|desativad|"
    "desactivad|nao sera mais|deixou de)",
    "(dit|deze) (e-mailadres|emailadres|mailadres|adres|postvak|mailbox|inbox|account) ~(niet "
    "meer|niet langer|opgeheven|vervallen|buiten gebruik)",
    "(ten|ta) (adres|skrzynka|konto) ~(juz nie|nie jest juz|wylaczon|nieaktywn|nie jest uzywan)",
    "(denna|den har|detta|det har) (e-postadress|mejladress|adress|brevlada|e-postadressen|"
    "mejladressen|adressen|konto|kontot) ~(inte langre|ej langre|avslutat|avslutad|stangd|stangt)",
    "(denne|dette) (e-mailadresse|mailadresse|adresse|postkasse|mailboks|indbakke|e-postadressen|"
    "adressen|kontoen|innboksen|postkassen) ~(ikke laengere|ikke lenger|nedlagt|lukket|avviklet)",
    "(tama|tata) (sahkopostiosoite|osoite|postilaatikko|sahkopostilaatikko|sahkopostiosoitetta|"
    "osoitetta) ~(enaa|poistettu)",
    "(tato|tuto) (e-mailova adresa|emailova adresa|adresa|schranka|e-mailovou adresu|adresu|"
    "schranku) ~(jiz ne|uz ne|neni jiz|zrusen|nepouziv)",
    "bu (e-posta|eposta|mail|posta) (adresi|kutusu|hesabi) ~(artik|kullanilm|kapatil|aktif degil)",
    "(этот|данный) (адрес|почтовый|ящик|электронный) ~(больше не|не используется|отключ|закрыт|"
    "удален)",
    "(ця|цей|дана) (адреса|скринька|поштова|електронна) ~(більше не|не використов|вимкнен|закрит)",
    "(dia chi|hop thu) ~nay ~(khong con|ngung su dung|da dong)",
    "この(メール)?アドレス(は|、)~(使用し|使用され|利用|使われ|廃止|閉鎖|使っておりません)",
    "(此|本|该|該)(邮箱|郵箱|信箱|邮件地址|邮箱地址)~(不再|停用|停止|弃用|关闭|關閉|无人)",
    "이 (메일|이메일)( 주소)?(은|는) (더 이상|사용하지|폐쇄)",
)  # fmt: skip
#: What only a buyer says of their absence: it is about a parcel, or how to reach them meanwhile.
ERRANDS: Final = Sentences(
    # They will send something themselves, or speak of pictures.
    "(i'll|i will|i can) (send|post|return|ship|measure|pay|take)",
    "(photo|photos|picture|pictures)", "(schicke|sende) (ich|ihnen|es|die|das)", "(fotos|bilder)",
    "(j'envoie|j'enverrai|je vous envoie|je renvoie|je renverrai)",
    "(enviare|mandare|devolvere) (las|los|el|la|fotos|una)", "(inviero|mandero|spediro|rispediro)",
    "(enviarei|mandarei|devolverei)", "(stuur ik|verstuur ik|ik stuur|ik verstuur)",
    "(wysle|odesle|przesle|zdjecia)", "jag (skickar|sander)", "jeg (sender|returnerer)",
    "(lahetan|palautan)", "(poslu|zaslu|vratim)", "(gonderecegim|gonderirim|iade edecegim)",
    "(пришлю|отправлю|вышлю|верну|фото)", "(надішлю|відправлю|поверну)", "toi se gui",
    "(写真|画像|返送|お送りします|送ります)", "(照片|图片|圖片|发给您|發給您|寄回|退货|退貨)",
    "(사진|보내드리|반품)",
    "(leave|drop) (it|the|my) ~(neighbour|neighbor|door|porch|shop|reception)",
    "(mon|le) (colis|paquet)",
    "(livrer|livrez|envoyer|envoyez|expedier) ~(apres|avant|plus tard|chez)",
    "(entregar|entreguen|enviar|envien|enviarlo|mandar) ~(despues|antes|mas tarde|partir)",
    "(consegnare|consegnate|spedire|spedite|inviare) ~(dopo|prima|piu tardi|partire)",
    "(entregar|enviar|entreguem|enviem) ~(depois|antes|mais tarde|partir)",
    "(bezorgen|bezorgt|leveren|versturen|sturen) ~(na|voor|later|pas)",
    "(dostarczyc|dostarczenie|wyslac|wysylke) ~(po|przed|pozniej)",
    "(leverera|skicka|leverans) ~(efter|fore|senare)",
    "(levere|sende|levering) ~(efter|etter|for|senere)",
    "(toimittaa|toimitus|lahettaa) ~(jalkeen|ennen|myohemmin)",
    "(dorucit|doruceni|poslat|zaslat) ~(po|pred|pozdeji)", "(teslim|kargo)",
    "(доставьте|доставить|отправьте|отправить|посылк|заказ)",
    "(доставте|доставити|надішліть|посилк)", "(giao hang|don hang|goi hang)",
    "以降(に|で)~(電話|配達|お届け|連絡(して|を|いただ|ください|下さい)|受け取|してください|"
    "お願い)", "(派送|送货|送貨|收货|收貨|代收|签收|簽收|寄送|再寄|再发|再發)",
    "(배송|택배|주문한|물건)", "(call|contact|phone|text|reach|ring) me",
    "(write|e-mail|email|send) me", "my (order|parcel|package|delivery|purchase)",
    "(deliver|ship|hold|send|keep) (it|the|my|them)",
    "(liefern|verschicken|versenden|schicken|senden|rufen) sie (bitte )?(es|das|die|den|mich|mir|"
    "erst|an)", "(mein paket|meine bestellung|meine lieferung)",
    "(mon colis|ma commande|ma livraison|appelez-moi)", "(mi pedido|mi paquete|mi compra|llameme)",
    "(il mio (ordine|pacco)|mi chiami)", "mijn (bestelling|pakket)", "moja (paczka|przesylka)",
    "mitt (paket|köp)", "(мой заказ|моя посылка|мою посылку)", "(配達|配送|商品|荷物|注文した)",
    "(我的订单|我的訂單|我的包裹|快递|快遞|发货|發貨)",
)  # fmt: skip
