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
    # A place is closed, by language: en de fr es it pt nl pl sv da no fi cs tr ru uk vi ja zh ko.
    "(office|shop|store|studio|workshop|company|business|practice|warehouse|showroom|school|"
    "clinic|factory|desk|restaurant)(s)? (is|are|will be|remain|remains|stay|stays) (now |"
    "currently |temporarily |also )?(closed|shut)",
    "(buro|geschaft|laden|betrieb|werkstatt|praxis|firma|atelier|lager|schule|kanzlei|wir|"
    "unternehmen) ~(ist|sind|bleibt|bleiben|hat|haben) ~(geschlossen|betriebsferien|"
    "betriebsurlaub)",
    "(bureau|bureaux|magasin|boutique|atelier|entreprise|cabinet|societe|etablissement|ecole|"
    "agence) ~(est|sont|sera|seront|reste|restera|restent) ~ferme",
    "(oficina|tienda|taller|empresa|negocio|despacho|estudio|local|escuela|clinica|almacen) "
    "~(esta|estara|permanece|permanecera|estan|estaran) ~cerrad",
    "(ufficio|uffici|negozio|officina|azienda|ditta|studio|laboratorio|scuola|sede|magazzino|"
    "bottega) ~(e|sono|sara|saranno|resta|restera|restano|rimane|rimarra|rimarranno) ~chius",
    "(escritorio|loja|oficina|empresa|atelier|estudio|escola|clinica|armazem) ~(esta|estara|"
    "permanece|permanecera|estao|estarao) ~(fechad|encerrad)",
    "(kantoor|winkel|bedrijf|zaak|praktijk|werkplaats|atelier|school|magazijn|showroom|wij) ~(is|"
    "zijn|blijft|blijven) ~(gesloten|dicht)",
    "(biuro|sklep|firma|pracownia|warsztat|szkola|gabinet|magazyn) ~(nieczynn|zamkniet)",
    "(kontoret|butiken|foretaget|verkstaden|skolan|forskolan|firman|lagret|mottagningen|vi) ~(har|"
    "ar|haller) ~stang", "semesterstang", "sommarstang",
    "(kontoret|butikken|forretningen|vaerkstedet|firmaet|skolen|vi) ~(har|er|holder) ~(lukket|"
    "stengt)", "(ferie|sommer|jule)(lukket|stengt)",
    "(toimisto|toimistomme|liike|liikkeemme|myymala|kauppa|yritys|koulu|olemme) ~(suljettu|kiinni)",
    "(kancelar|obchod|prodejna|firma|dilna|skola|ordinace|provozovna) ~(zavren|uzavren)",
    "(ofisimiz|magazamiz|dukkanimiz|atolyemiz|isyerimiz|firmamiz) ~kapali",
    "(офис|магазин|компания|мастерская|склад|салон|школа) ~(закрыт|не работает)",
    "(офіс|магазин|компанія|майстерня|склад|школа) ~(зачинен|закрит|не працює)",
    "(van phong|cua hang|cong ty) ~(dong cua|tam nghi|nghi le|nghi tet)", "定休日", "休業日",
    "休業中", "臨時休業", "休診日", "冬季休業", "お盆休み", "営業時間外",
    "お休み(をいただ|を頂|とさせて|をさせて)", "産休", "育休",
    "(放假|休假|假期|国庆|國慶|春节|春節|元旦|中秋)(期间|期間)",
    "(我司|本公司|公司|本店|店铺|我们|我們)~(放假|休假|停业|打烊|休息)", "휴무", "연휴", "휴직",
    "영업시간(이)? (종료|외)",
    # A person is away.
    "out sick", "attending a (conference|seminar|training|workshop|trade fair)",
    "(we'll|i'll|we will|i will) be back (in the office |at work |online )?(on|in|from|at|after)",
    "(bank|public|national) holiday",
    "(bin|sind) ~ wieder (im haus|im hause|im buro|erreichbar|fur sie da|zuruck)",
    "(am|i'm|i'll be|will be|are|we're|being) ~(off sick|off work|on leave|in hospital|at a trade "
    "fair|at a conference|on my honeymoon|off the grid)",
    "(bin|befinde) ~(in urlaub|im urlaub|elternzeit|mutterschutz|erkrankt|krank|dienstreise|nicht "
    "erreichbar|auf reisen|auf einer messe|fortbildung|verhindert)",
    "je suis ~(absent|conge|deplacement|vacances|arret maladie|arret de travail|indisponible)",
    "(estoy|estare|estamos|estaremos|me encuentro|me encontrare) (actualmente |ahora )?(de "
    "vacaciones|fuera|ausente|de viaje|de baja|de permiso)",
    "(sono|saro|siamo|saremo) (attualmente )?(assent|fuori|in ferie|in vacanza|in maternita|in "
    "viaggio|in malattia|in trasferta|in congedo)",
    "(chiuso|chiusa|chiusi|chiusura) per (ferie|le ferie|festivita|vacanze)",
    "(estou|estarei|encontro-me|me encontro) ~(de ferias|ausente|fora d|em viagem|de licenca|de "
    "baixa|de folga)",
    "(ben|zijn) ~(afwezig|met vakantie|op vakantie|met verlof|op reis|niet bereikbaar|niet "
    "aanwezig)",
    "(jestem|bede|przebywam) ~(na urlopie|nieobecn|na zwolnieniu|w delegacji|w podrozy)",
    "(jag|vi) ~(pa semester|sjukskriven|foraldraledig|bortrest|tjanstledig|pa resande fot)",
    "jeg (er|har|holder) ~(ferie|orlov|barsel|sygemeldt|sykmeldt|permisjon|bortrejst|bortreist|"
    "fravaerende)",
    "(olen|olemme) ~(lomalla|poissa|vapaalla|virkamatkalla|sairauslomalla|vanhempainvapaalla)",
    "(jsem|budu) ~(dovolene|mimo kancelar|nepritom|sluzebni ceste|nemocensk|materske)",
    "(izinliyim|raporluyum|yillik iznim|seyahatteyim|tatildeyiz)",
    "(нахожусь|буду|я|мы) ~(в отпуске|отсутств|в командировке|на больничном|в декрете)",
    "(я|перебуваю|буду|ми) ~(у відпустці|відсутн|у відрядженні|на лікарняному)",
    "toi ~(dang nghi|di cong tac|vang mat|nghi phep)",
    "(本人|我)(正|正在|将|目前|现)?(在)?(休假|出差|度假|休年假|休产假|病假)",
    # A person is no longer there.
    "(ja nao|nao) (trabalho|trabalha) (nesta|na|neste|no|aqui)",
    "(hat|habe) (das|unser|die) (unternehmen|firma|haus) verlassen",
    "nicht mehr ~(tatig|beschaftigt)", "im ruhestand", "ne (travaille|fait|fais) plus",
    "a quitte (la societe|l'entreprise|ses fonctions|notre)",
    "ya no (trabaja|trabajo|forma parte|pertenece)", "non (lavora|fa) piu",
    "nao (trabalha|trabalho) mais", "(ja )?nao (faz|faco) parte", "(meer|langer) werkzaam",
    "is uit dienst", "niet (meer|langer) in dienst", "nie pracuje (juz|w)",
    "(har slutat|arbetar inte langre|jobbar inte langre)",
    "(er fratradt|ikke laengere ansat|har sluttet|ikke lenger ansatt)", "en (enaa )?tyoskentele",
    "ei (enaa )?tyoskentele", "(jiz|uz) (zde )?nepracuj",
    "(calismiyor|gorevinden ayril|isten ayril)", "больше не работа", "більше не працю",
    "(da nghi viec|khong con lam viec)", "(已|已经|已經)(离职|離職|退休)", "퇴직",
    "i (only )?check (my )?(e-mail|email|mail)~(a|per) (day|week)", "jeg har ferie",
    "ειμαι (σε|με) αδεια", "na godisnjem sam odmoru",
    "i'm (currently )?out of the (country|city|state|town)",
    "i am (currently )?out of the (country|city|state|town)", "(estoy|estamos) fuera del pais",
    "je suis a l'etranger", "ich bin im ausland",
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
    "i am (currently )?(on|off) (vacation|holiday|leave|annual|maternity|parental|sick|paternity|"
    "sabbatical|business trip|a business trip|pto|work)",
    "i'm (currently )?on (vacation|holiday|leave|annual|maternity|parental|sick|paternity|pto)",
    "i am (currently )?(away|travelling|traveling|unavailable)",
    "i'm (currently )?(away|travelling|traveling|unavailable)",
    "i will be on (vacation|holiday|leave|annual)",
    "i (have left|no longer work|have moved on|am no longer)", "no longer (works|with|employed|at)",
    "has left (the company|the organi|our)", "out of the office",
    "(our |the )?(office|shop|offices|store|company) (is|are|will be) closed", "we are closed",
    "ich bin ~(nicht im buro|ausser haus|im urlaub|abwesend|nicht erreichbar|nicht mehr|unterwegs|"
    "in elternzeit|im mutterschutz|krank|dienstlich)",
    "ich befinde mich ~(urlaub|elternzeit|nicht)",
    "(bin|werde) ich ~(nicht im buro|ausser haus|im urlaub|abwesend|nicht erreichbar)",
    "ich werde ~(nicht im buro|nicht im hause)", "(unser buro|unser betrieb|unser geschaft) ist",
    "nicht mehr (fur die|im unternehmen|bei der firma|in unserem)", "wir haben ~geschlossen",
    "je suis (actuellement |en |)(absent|absente|conge|conges|en conge|en conges|en deplacement|"
    "vacances)", "je serai (absent|absente|en conge|de retour)",
    "notre (bureau|societe|boutique) (est|sera) ferme", "je ne suis plus (dans|en poste|chez)",
    "absent(e)? du bureau", "actuellement (absent|en conge)",
    "(estoy|estare|me encuentro|me encontrare) (de vacaciones|fuera|ausente|de viaje|de baja)",
    "nuestra oficina (esta|estara) cerrada", "ya no trabajo en",
    "(sono|saro) (assente|fuori|in ferie|in vacanza|in maternita|in viaggio)",
    "(il nostro ufficio|i nostri uffici|l'ufficio) (e|sono|sara|saranno) chius", "non lavoro piu",
    "ik ben (momenteel |tot ~ )?(afwezig|niet aanwezig|niet op kantoor|met vakantie|op vakantie|"
    "vrij|met verlof)", "ons kantoor is",
    "(estou|estarei|encontro-me) (de ferias|ausente|fora|em viagem|de licenca)",
    "(przebywam|jestem|bede) (obecnie )?(na urlopie|nieobecn|poza)", "nie ma mnie w biurze",
    "jag (ar|kommer att vara) (just nu )?(pa semester|ledig|bortrest|inte pa kontoret|franvarande|"
    "foraldraledig|tjanstledig)",
    "jeg (er|holder) ~(pa ferie|ferie|ikke pa kontoret|pa kurs|ute av|bortreist|ikke til stede|på "
    "ferie|ikke på)", "olen ~(lomalla|poissa|vapaalla|virkamatkalla)",
    "(jsem|budu) ~(na dovolene|mimo kancelar|nepritom)",
    "(izindeyim|tatildeyim|ofis disinda|ofis dışında)",
    "(нахожусь|буду|я) ~(в отпуске|отсутств|в командировке|вне офиса)",
    "(я|перебуваю|буду) ~(у відпустці|відсутн)", "休暇(をいただ|を頂|を取得|中)",
    "休業(とさせて|いたし|日)", "不在に(して|し)", "出張(中|のため)", "退職(いたし|し)",
    "(正在|在|现在|最近)(休假|出差|度假|放假)", "休假中", "出差中", "不在办公室", "不在公司",
    "已(离职|離職)", "휴가 중", "출장 중", "부재 중", "퇴사", "toi dang (nghi|di cong tac|vang)",
    "hiện không có mặt",
)  # fmt: skip
