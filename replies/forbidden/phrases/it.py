"""What an Italian text to a buyer must never say, phrase by phrase (form: ``vocabulary``)."""

from types import MappingProxyType
from typing import Final

PARTS: Final = MappingProxyType(
    {
        "platform": "piattaforma|mercato|amazon|ebay|etsy|marketplace",
        "sent": (
            r"(?:parte|partono|partirà|partito|(?:è|sono|sarà|saranno) (?:\w+ )?(?:in viaggio"
            r"|da lei|spedit[oaie]|stat[oaie] spedit[oaie]|in arrivo|in posta)|in viaggio)"
        ),
        "send_back": (
            r"(?:[^\s.;!?]+ ){0,4}?(?:restituir(?:e|ci|lo|la)|rimandar(?:e|ci|lo)|rispedir(?:e|ci"
            r"|lo)|rendere|indietro)"
        ),
        "carrier": (
            "corriere|corrieri|servizio postale|postino|fattorino|autista|poste|bartolini|brt|sda"
            "|dhl|ups|gls|dpd"
            "|fedex|amazon|magazzino|fornitore|produttore|spedizioniere|trasportatore"
            "|(?:ditta|azienda|servizio) di (?:trasporto|spedizione|consegna)"
        ),
        "the": (
            r"(?:(?:il|lo|la|i|gli|le|un|una|suo|sua|di|del|della|delle|dal|dalla|dalle|nostro"
            r"|nostra) |l'|un'|dell'|dall')"
        ),
        # A few words that do not take the statement back.
        "indeed": r"(?:(?!non\b|ancora\b|nulla\b|niente\b|mai\b|se\b)[^\s.,;:!?]+ ){0,4}?",
        # The same, among which the reply itself is not what the buyer receives.
        "no_answer": (
            r"(?:(?!non\b|se\b|risposta|messaggio|informazion|notizie"
            r"|spiegazion)[^\s.;:!?]+ ){0,5}?"
        ),
        "we_remedy": (
            "(?:rimbors|cambi|annull|accredit)(?:iamo|eremo|erò|heremo)|cambieremo|sostitu(?:iamo"
            "|iremo|irò)"
            "|restitu(?:iamo|iremo|irò)|ridiamo|ridaremo|rispedi(?:amo|remo)|risarci(?:amo|remo)"
            "|rinvi(?:amo|eremo)|rimandiamo|rimanderemo|riaccredit(?:iamo|eremo)|storn(?:iamo"
            "|eremo)"
        ),
        "remedied": (
            "(?:rimborsat|sostituit|cambiat|annullat|cancellat|restituit|rispedit|accreditat"
            "|risarcit"
            "|riaccreditat|stornat)[oaie]"
        ),
        "remedying": (
            r"(?:rimbors|cambi|annull|accredit)ar(?:e|la|lo|le|gli)|(?:sostitu|restitu|risped"
            r"|risarc)ir(?:e|la|lo|le)"
            r"|rimborso|sostituzione|cambio|annullamento|storno|accredito|reso"
        ),
        "matter": (
            "rimborso|sostituzione|cambio|annullamento|storno|accredito|soldi|denaro|importo|somma"
            "|reso"
            "|cancellazione"
        ),
        "be": (
            "è|sono|sarà|saranno|è stat[oa]|sono stat[ie]|verrà|verranno|viene|vengono|abbiamo|ho"
            "|risulta"
        ),
        "granted": (
            "(?:effettuat|approvat|confermat|concess|emess|accettat|inviat|spedit|avviat"
            "|autorizzat|garantit"
            "|completat|eseguit|disposto|dispost|accreditat|accordat|compiut)[oaie]|in arrivo"
            "|in corso(?! di)"
            "|gratuit[oaie]|gratis"
        ),
        "changed": "(?:modificat|aggiornat|cambiat|corrett|registrat|salvat|rettificat)[oaie]",
        "new": r"(?:nuov[oa]|altr[oa]|second[oa])\b(?! (?:risposta|messaggio|domanda|indirizzo))",
        "opinion": (
            "recensioni?|commenti?|giudizi|giudizio|valutazion[ei]|feedback|opinion[ei]|voto"
        ),
        "wrong": r"mal[ei]?|sbagliat\w*|errat\w*|scorrett\w*",
        "gift": (
            "regal[oi]|regalino|omaggi?o?|campion[ei]|campioncino|extra|pensierino|sorpresa|gadget"
        ),
        "shall": "possiamo|potremo|vogliamo|provvediamo a|provvederemo a|lieti di|felici di",
        "grant": (
            "procediamo|procederemo|provvediamo|provvederemo|accettiamo|approviamo|concediamo"
            "|confermiamo|garantiamo|disponiamo|facciamo|faremo"
        ),
        "send": "inviamo|invieremo|spediamo|spediremo|mandiamo|manderemo",
        "fault": "error[ei]|colpa|sbaglio|negligenza|disattenzione|svista|responsabilità",
        "stated": "inserito|indicato|scritto|scelto|ordinato|usato|letto|selezionato|montato",
        "spoiled": "rotto|danneggiato|dimenticato|perso|confuso|sbagliato|fatto cadere|trascurato",
        "failed": (
            "perso|smarrito|rotto|danneggiato|ritardato|sbagliato|commesso|dimenticato|combinato"
            "|rovinato|mancato"
        ),
        "only": "solo|soltanto|solamente|semplicemente|semplice|unicamente",
        "leave": "lasc|pubblic|modific|cambi|cancell|elimin|rimuov|scriv|rilasc|ritir|togli",
    }
)

PHRASES: Final = MappingProxyType(
    {
        "other-contact": r"""
            ci (chiami|telefoni|contatti direttamente)|chiam(arci|ateci|ando)
            telefon(arci|ateci|are|icamente)|(nostro|numero di) telefono
            telefonic\w*
            (nostr[ao]|mi[ao]) (casella|e-?mail|indirizzo (di posta|e-?mail)|sito|pagina|posta|pec)
            ci scriva (a|al|alla|all|direttamente|via|per)\b
            (per|via|tramite) (e-?mail|posta elettronica|sms)
            (contattarci|scriverci) (direttamente|per|via|fuori|al|alla)|scansion\w*|inquadri
            fuori dalla piattaforma
            ci (mandi|invii|scriva) (\w+ ){0,2}?(un'e-?mail|e-?mail|mail|sms)
            (mandi|invii|scriva) (una|un') ?(e-?mail|mail) (a|al|all)
            sito (web|internet)|clic(chi|care|ca)|(segua|apra) (il|questo) link|il link (qui|sotto)
            (nel|sul) (suo )?browser|(su|con) google|uno squillo|(componga|faccia) il (numero)?
            nostro numero
            (suo )?numero di (cellulare|telefono)
            (la|ti) (richiameremo|chiameremo|richiamiamo|chiamiamo)
            ci trova (su|al|sui|anche|a)|ci (cerchi|trovi) su
            (senza passare (da|per|dalla)|fuori da|fuori dalla|al di fuori (di|della)) <platform>
            (aggir|evit|salt)\w+ (la |il )?<platform>|tra (di )?noi|in privato
            direttamente (da|con|presso) (noi|il nostro)
            ci faccia (una|uno) (chiamata|telefonata|squillo)
            (cerchi|ci cerchi|cercateci|trovi) (\w+ )?su (internet|google)|in rete
            (nostro|mio) (stesso |proprio )(negozio|sito)|chiami il negozio
        """,
        "promotion": r"""
            (articoli|prodotti|modelli) simili|parli (bene )?(di noi|ai suoi)
            scopra|visiti (il|la|i|le)|si iscriva|iscriversi alla|saldi|promozion[ei]
            promozional[ei]
            approfitt[ia]\w*|offert[ae](?! (insieme|con l))
            (nostro|nostra) (\w+ )?(catalogo|assortimento|gamma|collezione|selezione)
            novità (in|del|della|nel)|(nostre|ultime|altre) novità|non (si )?perda
            (prossim|futur|successiv)[oaie] (acquist|ordin)\w*|la aspettiamo|ci segua|sui social
            (ci )?(consigli|raccomandi) (ai|a)|ai suoi (amici|cari|conoscenti)|passaparola
            (nostri|altri|nuovi) (altri |nuovi |ultimi )?(prodotti|articoli|modelli)
            le (consigliamo|suggeriamo) (anche |inoltre )?(i nostri|le nostre|altri|altre)
            (acquisti|ordini|compri) (ancora|di nuovo|subito|ora)
            torni a (trovarci|comprare|acquistare)
            più venduti?|svendit[ae]|(prendi|paghi) (due|2|tre|3|uno|1)|\dx\d|fedeltà|le piacerà
            (dia|dare) (un'occhiata|uno sguardo) (a|ai|alle|al) (nostr|negozio)\w*|si conceda
            si regali
            (arrivat[oaie]|arrivano) <indeed>nuov\w+ (modelli|prodotti|articoli)|nostri nuovi \w+
            metà prezzo
            (a|in) (prezzo|prezzi) (ridott|special|scontat)\w+|(entri|si unisca) (nel|al) nostro
            diventi (socio|membro)
            parli <indeed>(amici|conoscenti|tutti)|nostro club|disiscri\w+|cancellarsi dalla
            annullare l'iscrizione
            risponda ["«“ ]*(stop|no)\b|(non|smettere di) ricevere (più|altri)
            non (desidera|vuole) (più )?(ricevere|altre|altri) (\w+ ){0,3}?(mail|e-?mail|messaggi)
            (starebbe|starebbero|sta) (molto |perfettamente )?(bene|benissimo)
            (starebbe|starebbero|sta) (molto |perfettamente )?(a meraviglia|a pennello)
            (stanno|va|vanno) (molto |perfettamente )?(bene(?! (anche )?per)|benissimo)
            (stanno|va|vanno) (molto |perfettamente )?(a meraviglia|a pennello)
            (si )?abbin(a|ano|ato|erebbe\w*)|vanno a ruba|dia un'occhiata a\w* nuov\w+
            disponibili da oggi
            (chi|clienti|quanti) [^.;!?]{0,40}(preso|comprato|acquist\w+) anche
            conosce (già )?(le|i|il|la) nostr\w+ nuov\w+
            (terz|quart|second|successiv)[oa] (\w+ )?(è|sarà) (gratis|gratuit[oa]|in omaggio)
            (nostra|la) lista di invio
        """,
        "code": r"""
            codic[ei] (promo\w*|sconto|di sconto|regalo|coupon)|scont(o|i|ino|icino|at[oaie])
            codic[ei] ?:? ?["«“']? ?(?=[a-z]*\d)[a-z0-9-]{5,}|ribass[oi]|abbuon[oi]
            (un|il|questo) buono(?! stato)|buon[oi] (da|di|sconto|acquisto|regalo|spesa)
            \d+ ?(%|per cento) (di |in meno|sul|sulla|off)|punti (fedeltà|bonus|premio)
            a meno prezzo
            pag(hi|are|a) (di )?meno|spend(e|a|ere) (di )?meno|euro (di|in) meno|la offriamo noi
            offriamo noi
            (due|tre|2|3) al prezzo|(togliamo|scaliamo|leviamo) \w+ euro|con la parola \S+
            più economic\w+
            costa (di )?meno
            per cento in meno|in meno sulla prossima
            le fa risparmiare|risparmi(a|erà|are) (\w+ )?(soldi|euro|\d)
        """,
        "review": r"""
            recension[ei]|recensi(re|sca|teci|rci)|valutazion[ei]
            testimonianz[ae]|pollice
            valut(are|i|ate) <the>?<the>(acquisto|prodotto|articolo|servizio|esperienza)
            (ci )?valuti (il|la|i|le|con|positiv)\w*|valut(arci|ateci)|(bel|buon|alto|suo) voto
            feedback (\w+ )?(positiv|negativ|neutr)\w*|punteggi?o?
            comment[oi] (\w+ )?(positiv|negativ|favorevol|sulla pagina|sul prodotto)\w*
            (<leave>)\w+ ([\w']+ ){0,3}?<opinion>
            giudizi?o? (\w+ )?(positiv|negativ|sulla pagina|sul prodotto)\w*
            (qualche|due|poche|belle) (parol[ae]|righe) (gentil|buon|bell)\w+|massimo dei voti
            voto (massimo|più alto)
            (scritto|detto|pubblicato) (\w+ ){0,2}?(su di noi|di noi|pubblicamente)
            messaggio pubblico
            (pubblicare|scrivere|postare|pubblichi) <indeed>(negativ|mal)\w*
            faccia sapere (a|in|agli)
            raccomand\w+ (il nostro|a altri)
            (parla\w*|dice|dire) bene di noi|(giudizio|punteggio|voto) che ci ha
            (rived|ripens|riconsider)\w+ (\w+ )?(<the>)?(<opinion>|punteggio)
            (cancell|togli|rimuov|elimin|addolc)\w+ ([\w']+ ){0,2}?(righe|parole)
            (cancell|togli|rimuov|elimin|addolc)\w+ ([\w']+ ){0,2}?(testo|messaggio|critica)
            addolci\w+|(nostra|nostro) (posizione|reputazione|classifica|immagine|media)
            (nota|riga|righe|parole|due righe) sotto (l'|il|la) ?(articolo|prodotto)
            (nota|riga|righe|parole|due righe) sotto (l'|il|la) ?(annuncio|lampada)
            ritir\w+ (ciò|quello) che ha (scritto|pubblicato)
        """,
        "incentive": r"""
            (mand|invi|dar|dia|regal|offr|ricev|avrà|accredit|aggiung)\w* <indeed>\d+ ?(€|euro|\$)
            prossimo (pacco|invio)|a titolo di scus\w+
            risarci\w+|compens\w+|indenn\w+|per (scusarci|farci perdonare)
            in cambio (di|del|della|le)
            ricompens\w*|come (segno|gesto|forma) di|gesto commerciale
            premi(o|amo)
            (le |vi )?(regaliamo|regaleremo|omaggiamo|omaggeremo)
            a titolo di (cortesia|scuse|favore)
            (aggiung|allegh|invi|mand|offr|sped)\w*(iamo|remo|erò) <indeed><gift>
            (riceverà|avrà|la attende|la aspetta|le spetta) <indeed>(un|una|uno) (\w+ )?<gift>
            qualcosa di (carino|bello|speciale|extra)|non se ne pentirà
            (riceve|avrà|riceverà|mandiamo) (un|una) (piccol[oa] |bel )?(pensiero|regalo)
            (riceve|avrà) (un|una) (piccol[oa] |bel )?(omaggio|sorpresa|pensierino)
            (riceverà|mandiamo) (un|una) (piccol[oa] |bel )?(omaggio|sorpresa|pensierino)
        """,
        "remedy-promised": r"""
            (un[oa]?) nuov[oa]$|(un|suo) credito (in|nel|presso|di)
            (riceva|ottenga) (\w+ ){0,2}?nuov[oa]
            (<we_remedy>)
            (<shall>) <indeed>(<remedying>)
            (<grant>) <indeed><the>?<indeed>(<remedying>)
            (<be>) <indeed>(<remedied>)
            (riceverà|avrà|otterrà|riavrà|recupererà|riceve) <no_answer>(<matter>)
            (riceverà|avrà|otterrà) <no_answer>(<new>) \w+
            (<send>) <no_answer>(\w+')?(<new>|ricambio|sostituto)
            (<send>) <no_answer>(pezzo|parte|articolo) mancante
            (<matter>) <indeed>(<be>) <indeed>(<granted>)
            (faremo|facciamo|farò) (avere|arrivare|recapitare|pervenire)
            (parte|partirà|arriverà|in arrivo) <no_answer>([\w]+')?(<new>) \w+
            non (serve|occorre|è necessario|deve) (di |che )?(ci )?(rimand|restitu|rispedi|rend)\w+
            (paghiamo|pagheremo|copriamo|copriremo)
            (<new>) \w+ (parte|partirà|è partito|è in viaggio|sarà|arriverà|le)
            (indirizzo|ordine) <indeed>(<be>) <indeed>(<changed>|<remedied>)
            (abbiamo|ho) <indeed>(<changed>) <indeed>(<the>)?(indirizzo|ordine)
            a (nostro|mio) carico|carico (di tutt\w )?(dei|delle|del) (costi|spese|costo|spedizione)
            gratuitamente
            senza (costi|spese|alcun costo)
            (può|potrà) (tenere|tenersi|conservare)|soddisfatti o rimborsati
            garanti(amo|to|ta) (il|la|un|una)
            (avrà|riavrà|rivedrà|recupererà) <no_answer>(soldi|denaro|importo|somma|cifra)
            (soldi|denaro|importo|somma|cifra) <indeed>(sul suo (conto)|sulla sua carta)
            (soldi|denaro|importo|somma|cifra) <indeed>(torna|torneranno|tornerà)
            (prezzo d'acquisto|cifra|somma|importo) <indeed>(restituit|rimborsat)\w*
            (prezzo d'acquisto|cifra|somma|importo) <indeed>(riaccreditat|reso|resa)\w*
            non (\w+ )?(perderà|perde) |un centesimo
            (le|vi) (diamo|daremo|versiamo|trasferiamo|bonifichiamo)
            (metà|parte) del prezzo
            consideri(lo|la)? (\w+ ){0,2}?(rimborsat|risolt|annullat|sostituit)\w*
            (nuov[oa]|corrett[oa]|giust[oa]|mancant[ei]|ricambio|altr[oa]) ([\w']+ ){0,3}?<sent>
            (taglia|misura|pezzo|articolo|colore) giust[oa] (parte|arriva|va)
            (riparare|ripariamo|ripareremo|aggiustiamo)
            (passeremo|passiamo|verremo) a (ritirare|prendere)
            al nuovo indirizzo|(deviato|reindirizzato|dirottato) (il|suo)
            (ogni|ultimo) (centesimo|euro)|(soldi|denaro) <indeed>(in viaggio|in arrivo|indietro)
            (le|ti|glielo|gliela) (rimborso|rendo|cambio|accredito)
            (le|ti|glielo|gliela) (rimando|sostituisco|rispedisco|faccio un bonifico)
            un bonifico
            (parte|arriva|spediamo) <no_answer>\w+ nuov[oa](?! (messaggio|avviso))
            (inviamo|riceverà|avrà) <no_answer>\w+ nuov[oa](?! (messaggio|avviso))
            (spediamo|spediremo|inviamo|mandiamo) (la|il|lo) (\w+ )?(giust[oa]|corrett[oa])
            (spediamo|spediremo|inviamo|mandiamo) (la|il|lo) (\w+ )?(taglia|pezzo mancante)
            <carrier> (ritirerà|prenderà)|rinunc\w+ [^.;!?]{0,20}(acquisto|ordine)
            lasciato il nostro conto
            (euro|€) [^.;!?]{0,20}(di nuovo da lei|sul suo conto|indietro|torneranno)
            (funzionante|integr[oa]|intatt[oa]) [^.;!?]{0,20}(le arriverà|arriverà)
        """,
        "blame": r"""
            <carrier> <be> <indeed>(negligente|la causa|distratt[oa]|sbadat[oa]|lent[oa])
            le (è|sono) cadut\w+|(l'ha|li ha|le ha) (rott|fatt|pers|usat|montat)\w+
            (<fault>) (su[oae]i?|da parte sua|del cliente|dell'acquirente)
            (suo|sua|propri[oa]) (stess[oa] )?(<fault>)
            (avrebbe|doveva|avreste) (\w+ )?(dovuto|potuto|leggere|controllare|verificare|fare)
            (lei )?ha (\w+ )?(<stated>) (<the>(\w+ )?)?<wrong>
            (lei )?(ha|l'ha) (forse |probabilmente |purtroppo )?(<spoiled>)
            (in modo|in maniera) (scorrett|errat|sbagliat|impropri|inadeguat)\w+
            (uso|utilizzo) (improprio|scorretto|errato|sbagliato)|us[oa]t[oa] male
            errore (di utilizzo|dell'utente|d'uso)
            si è (\w+ )?(sbagliat|confus|distratt)[oa]
            (lei )?non ha (\w+ )?(letto|seguito|controllato|verificato|rispettato|guardato|misurato)
            colp[ae]|colpevol[ei]|responsabilità
            (non|è|sono|siamo|ritenersi) (\w+ )?responsabil[ei](?! del suo caso)
            <carrier> (l'|lo )?(ha|hanno|aveva) <indeed>(<failed>)
            (errore|problema|ritardo|negligenza|disguido) ([\w']+ ){0,2}?(<the>)+(<carrier>)
            (dovut[oa]|causat[oa]|a causa|imputabile) (all?[ae]?|da|di|a|<the>)+ ?(<carrier>)
            (usat|utilizzat|montat|collegat|impiegat)[oa] (secondo|conforme|come)
            (danno|guasto|problema|rottura) <indeed>(da lei|a casa sua|da parte sua)
            (legga|guardi|controlli|misuri|verifichi) (\w+ )?(meglio|con più|più attent)\w*
            (più|maggiore) (di )?(attenzione|cura) non|un po' (più|di più) (di )?(attenzione|cura)
            (messo|scelto|preso) (le |i |il |la |lo |gli )?(\w+ )?sbagliat\w+
            (comprato|usato|ordinato) (le |i |il |la |lo |gli )?(\w+ )?sbagliat\w+
            bastava|sarebbe bastato|se (solo )?avesse (letto|guardato|misurato|seguito|controllato)
            (evidentemente|chiaramente|ovviamente|sicuramente|palesemente) (l'ha|lo|la|lei|ha|si)
            dipende da (come|lei)|(è dovuto|viene) (a|da) (come|lei)
            troppo (stretto|forte|serrat\w+)|con la forza
            (problema|errore|guasto|causa) <indeed>(dipende da|viene da|è di|sta in) lei
            (trattamento|uso|utilizzo) (brusco|rude|inadeguato|incauto)|lei doveva prima
            (<carrier>) (è|era) (un |una )?(incapace|inutile|disastro|pessim\w+|inaffidabil\w+)
            <carrier> ci (ha|hanno) (\w+ )?(delus|tradit|fall)\w+
            <carrier> (è|sono) (una barzelletta|uno scherzo|un disastro|poco affidabil\w)
            (l'ha|lo ha|la ha) (\w+ )?(piegat|rott|strappat|graffiat)\w (\w+ )?(lei|da sol[oa])
        """,
        "belittling": r"""
            non (le )?(è )?(cost)\w+
            (<only>) (di )?(un|una|uno|il) (\w+ )?<gift>
            non (è|era|fu) (altro )?che|non si tratta (altro )?che
            (era|è) (\w+ )?(gratis|gratuit[oaie])
            non (l'ha|lo ha|la ha|ha) (\w+ )?(pagat\w*|speso|costato)|in fondo(?! all?a?)|dopo tutto
            dopotutto
            senza valore
            esager\w*|drammatizz\w*|non è (così |poi |tanto )*(grave|la fine)
            (un|nemmeno un) centesimo|caval donato|(alcun|nessun|senza|poco) valore|mero \w+
            (altro )?che un
            pubblicitari[oa]
            (vale|costa|valeva) (\w+ )?(appena|meno|poco|pochi)|non ha perso nulla
            le è stat[oa] regalat[oa]
            (gliel'abbiamo|l'abbiamo) regalat\w|semplic[ei] (\w+ )?<gift>
        """,
        "away": r"""
            (ufficio|negozio|magazzino|servizio) (\w+ )?(chiude|chiuderà|rest\w+ chius\w)
            (in|dalle|dalla|alle) (ferie|vacanz[ae])|chiudiamo|riapriamo|fuori (sede|ufficio)
            (siamo|sono|sarò|saremo) (\w+ )?(assent[ei]|chius[oi])
            (ufficio|negozio|team|servizio|magazzino|sede) <indeed>(chius[oa]|assente)
            (non (siamo|sono) (\w+ )?(disponibil|raggiungibil|reperibil)[ei])
            chiusura (estiva|per|natalizia)
        """,
    }
)
