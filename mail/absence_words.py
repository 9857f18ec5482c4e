"""The words of people's programs that answer while they are away: tables for ``sayings``.

Such an answer says two things together: that its sender is away, and what becomes of the mail. One
of the two alone a buyer writes too ("I am on holiday until Monday, please ship later").
"""

import re
from typing import Final

from mail.sentences import Sentences

#: A subject that a buyer writes too: it decides with a sentence of absence.
AWAY_SUBJECT: Final = re.compile(
    r"\s*(?:on )?(?:vacation|annual leave|away|holidays?|maternity leave|parental leave|absence"
    r"|absente?|abwesenheit|abwesend|(?:bin )?(?:im )?urlaub|betriebs(?:ferien|urlaub)|elternzeit"
    r"|congés?|vacances|vacaciones|ausente|ausencia|ausência|férias|ferie|assente|assenza|afwezig"
    r"|afwezigheid|vakantie|semester|frånvaro|fravær|poissa|lomalla|nieobecność|urlop|dovolená"
    r"|izin|tatil|отпуск|休暇|休暇中|夏季休業|年末年始休業|休假|放假|휴가)\b[^?]{0,40}$",
    re.IGNORECASE,
)
#: The sender is away, or is no longer there.
ABSENCE: Final = Sentences(
    "i'm (currently )?on (sabbatical|a business trip|annual leave)", "has retired",
    "is no longer (with|at|employed)", "(mailbox|account|inbox) (has been|is|was) closed",
    "je ne fais plus partie", "je ne travaille plus", "休業とさせて", "休業いたし",
    "szabadsagon vagyok", "nem vagyok az irodaban", "θα απουσιαζω", "απουσιαζω απο",
    "sunt in concediu", "estic de vacances", "estare fora de l'oficina", "na godisnjem odmoru sam",
    "som na dovolenke", "esu atostogose", "esmu atvalinajuma", "olen puhkusel", "sedang cuti",
    "toi dang nghi phep",
    "i am (currently |now |presently )?(out of|away from|not in) (the |my )?(office|desk)",
    "i'm (currently |now )?(out of|away from|not in) (the |my )?(office|desk)",
    "i will be (out of|away)", "i'll be (out of|away)",
    "i am (currently )?(on|off) (vacation|holiday|leave|annual|maternity|parental|sick|"
    "paternity|sabbatical|business trip|a business trip|pto|work)",
    "i'm (currently )?on (vacation|holiday|leave|annual|maternity|parental|sick|paternity|pto)",
    "i am (currently )?(away|travelling|traveling|unavailable)",
    "i'm (currently )?(away|travelling|traveling|unavailable)",
    "i will be on (vacation|holiday|leave|annual)",
    "i (have left|no longer work|have moved on|am no longer)", "no longer (works|with|employed|at)",
    "has left (the company|the organi|our)", "out of the office",
    "(our |the )?(office|shop|offices|store|company) (is|are|will be) closed", "we are closed",
    "ich bin ~(nicht im buro|ausser haus|im urlaub|abwesend|nicht erreichbar|nicht mehr|"
    "unterwegs|in elternzeit|im mutterschutz|krank|dienstlich)",
    "ich befinde mich ~(urlaub|elternzeit|nicht)",
    "(bin|werde) ich ~(nicht im buro|ausser haus|im urlaub|abwesend|nicht erreichbar)",
    "ich werde ~(nicht im buro|nicht im hause)", "(unser buro|unser betrieb|unser geschaft) ist",
    "nicht mehr (fur die|im unternehmen|bei der firma|in unserem)", "wir haben ~geschlossen",
    "je suis (actuellement |en |)(absent|absente|conge|conges|en conge|en conges|en "
    "deplacement|vacances)",
    "je serai (absent|absente|en conge|de retour)",
    "notre (bureau|societe|boutique) (est|sera) ferme", "je ne suis plus (dans|en poste|chez)",
    "absent(e)? du bureau", "actuellement (absent|en conge)",
    "(estoy|estare|me encuentro|me encontrare) (de vacaciones|fuera|ausente|de viaje|de baja)",
    "nuestra oficina (esta|estara) cerrada", "ya no trabajo en",
    "(sono|saro) (assente|fuori|in ferie|in vacanza|in maternita|in viaggio)",
    "(il nostro ufficio|i nostri uffici|l'ufficio) (e|sono|sara|saranno) chius", "non lavoro piu",
    "ik ben (momenteel |tot ~ )?(afwezig|niet aanwezig|niet op kantoor|met vakantie|op "
    "vakantie|vrij|met verlof)",
    "ons kantoor is", "(estou|estarei|encontro-me) (de ferias|ausente|fora|em viagem|de licenca)",
    "(przebywam|jestem|bede) (obecnie )?(na urlopie|nieobecn|poza)", "nie ma mnie w biurze",
    "jag (ar|kommer att vara) (just nu )?(pa semester|ledig|bortrest|inte pa kontoret|"
    "franvarande|foraldraledig|tjanstledig)",
    "jeg (er|holder) ~(pa ferie|ferie|ikke pa kontoret|pa kurs|ute av|bortreist|ikke til "
    "stede|på ferie|ikke på)",
    "olen ~(lomalla|poissa|vapaalla|virkamatkalla)",
    "(jsem|budu) ~(na dovolene|mimo kancelar|nepritom)",
    "(izindeyim|tatildeyim|ofis disinda|ofis dışında)",
    "(нахожусь|буду|я) ~(в отпуске|отсутств|в командировке|вне офиса)",
    "(я|перебуваю|буду) ~(у відпустці|відсутн)", "休暇(をいただ|を頂|を取得|中)",
    "休業(とさせて|いたし|日)", "不在に(して|し)", "出張(中|のため)", "退職(いたし|し)",
    "(正在|在|现在|最近)(休假|出差|度假|放假)", "休假中", "出差中", "不在办公室", "不在公司",
    "已(离职|離職)", "휴가 중", "출장 중", "부재 중", "퇴사", "toi dang (nghi|di cong tac|vang)",
    "hiện không có mặt",
)  # fmt: skip
#: What becomes of the mail meanwhile: beside an absence it makes an automatic answer.
HANDLING: Final = Sentences(
    "for (enquiries|inquiries|assistance|urgent)", "(contact|write to|e-mail|email|use) ~@",
    "please (direct|use|send) ~ (to|info|@)", "please contact ~ (for|instead|in my)",
    "sie sich bitte an", "adresser vos (messages|e-mails|mails|demandes)", "期間中のお問い合わせ",
    "順次(対応|ご返信|返信)", "surgos esetben", "nem olvasom", "για επειγοντα", "nu am acces",
    "voi raspunde", "no llegire", "respondre quan", "za hitne", "v nalehavych", "kiireloomuliste",
    "kembali", "access to (my )?(e-mail|email|mail|e-mails|emails)",
    "(answer|reply|respond|get back)~(when|upon|on|after|once|as soon as) (i|my|i'm|we|"
    "our)( )?(return|am back|get back|are back|'m back|back)",
    "(answer|reply|respond)~(return|back)", "(will not|won't|not) be (forwarded|read|monitor)",
    "in my absence", "during my absence", "during (this|that) (time|period)", "until my return",
    "(urgent|emergency|emergencies|immediate (assistance|attention|help))~(contact|call|"
    "e-mail|email|reach|write)",
    "(contact|e-mail|email|call|reach)~(urgent|emergenc|immediate)", "if you need immediate",
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
#: What only a buyer says of their absence: it is about a parcel, or how to reach them meanwhile.
ERRANDS: Final = Sentences(
    "(call|contact|phone|text|reach|ring) me", "(write|e-mail|email|send) me",
    "my (order|parcel|package|delivery|purchase)", "(deliver|ship|hold|send|keep) (it|the|my|them)",
    "(liefern|verschicken|versenden|schicken|senden|rufen) sie (bitte )?(es|das|die|den|"
    "mich|mir|erst|an)",
    "(mein paket|meine bestellung|meine lieferung)",
    "(mon colis|ma commande|ma livraison|appelez-moi)", "(mi pedido|mi paquete|mi compra|llameme)",
    "(il mio (ordine|pacco)|mi chiami)", "mijn (bestelling|pakket)", "moja (paczka|przesylka)",
    "mitt (paket|köp)", "(мой заказ|моя посылка|мою посылку)", "(配達|配送|商品|荷物|注文した)",
    "(我的订单|我的訂單|我的包裹|快递|快遞|发货|發貨)",
)  # fmt: skip
