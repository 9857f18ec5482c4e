"""How Italian says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.phrases.it import PARTS, PHRASES
from replies.forbidden.vocabulary import Vocabulary

ITALIAN: Final = Vocabulary(
    language="it",
    marks=(
        "lei|le|suo|sua|suoi|sue|vostr[oaie]|ci|nostr[oaie]|il|lo|la|i|gli|un|una|uno|di|del|dello"
        "|della|delle|dei|dell|e|è|non|per|con|che|si|in|al|allo|alla|all|abbiamo|ha|hanno|grazie"
        "|da|dal|dall|sul|sulla|sull|se|come|questo|questa|l|d|sono|siamo|a|più|era|o|stato"
        "|stata|qui|sotto"
    ),
    spared_before=(
        r"(?:\bse\b|\bnon (?:significa|vuol dire|implica|conferma)\b|\bsenza che\b|\bprima\b"
        r"|\bfinché\b"
        r"|\b(?:non|mai|nulla|niente|nessun|nessuna|né)\b)[^,;:]*$"
    ),
    spared_after=r"(?: [^\s,;:.]+){0,2} (?:non(?! appena)|nemmeno)\b",
    parts=PARTS,
    phrases=PHRASES,
    concepts={
        "outside": r"""
            (fuori da|al di fuori di|senza passare (da|per)|invece (di|che)( passare per)?\
            |a parte|lontano da) ?(la |l'|il )?<platform>
            fuori (dalla|dal|da) <platform>|(al di )?fuori (della|del|dalla) \w+|senza <platform>
            in privato|privatamente|tra (di )?noi|ufficiosamente|senza intermediari
            (direttamente|diretto) (con|a|da|presso|su) (noi|me|di noi|nostr\w+)|a quattr'occhi
            (nostr[oa]|mi[oa]) propri[oa] \w+|evit\w+ (la |l')?<platform>
            non (tramite|su|attraverso) (la |l')?<platform>|saltando (la |l')?<platform>
        """,
        "deal": r"""
            scriv\w+|contatt\w+|parl\w+|chiam\w+|compr\w+|acquist\w+|ordin\w+|pag\w+|sistem\w+
            risolv\w+|tratt\w+|gest\w+|accord\w+|metter\w+|regol\w+|mandi|rispond\w+|rivolg\w+|fare
            faccia|discut\w+
        """,
        "our_number": r"""
            (nostro|mio) (\w+ )?numero(?! uno)
            numero (verde|diretto|di (telefono|cellulare|assistenza))|linea diretta
            nostro centralino
        """,
        "number": r"""
            numero|telefono|recapit\w+|contatt[oi]|indirizzo (e-?mail|mail|web|internet|di posta)
            e-?mail|sito
        """,
        "printed": r"""
            (su|sul|sulla|sull'|nel|nella|nell'|sotto|dietro|in fondo a|sul retro d\w+\
            |all'interno d\w+|dentro) ?(il |la |l'|lo |nostr\w+ |sua )?(\w+ )?(scatola|confezione\
            |imballaggio|bolla|etichetta|manuale|biglietto|cartolina|volantino|fattura|coperchio\
            |pacco|istruzioni|busta|adesivo|foglietto|tagliando|libretto)
        """,
        "labelled": r"""
            numero (di|del|d'|della|dell') ?(tracciamento|tracking|serie|ordine|modello|articolo\
            |lotto|fattura|spedizione|cliente|riferimento|civico|partita|pezzi|prodotto|taglia\
            |seriale)
            (porta|custodia|supporto|cover|cavo|caricatore) ?(per |del |da )?(il )?(telefono\
            |cellulare)
            numero (civico|seriale|stampato)
        """,
        "lookup": r"""
            cerc\w+|digit\w+|trov\w+|visit\w+|vada|google|googl\w+|inserisca|ci cerchi
        """,
        "us_online": r"""
            (il )?nome (del|della|di) (nostr\w+ )?(negozio|marca|marchio|azienda|brand)
            nostr[oa] (negozio|marchio|nome|shop)( su| in| online)?|motore di ricerca|browser
            ci (su internet|online|in rete|su google)
        """,
        "pay": r"""
            vers(are|i)|pag(are|hi|ando|amento)\w*|vers(are|i)\w*|bonific\w*|trasfer\w*
            invi(are|i|ando)\w*|sald(are|i)\w*|accredit(are|i)\w*|mand(are|i)\w*
        """,
        "elsewhere": r"""
            paypal|satispay|postepay|bonifico|iban|(nostro|mio) (\w+ )?conto
            conto (corrente|bancario)|coordinate bancarie|western union|contanti
            (direttamente|diretto) a (noi|me)|cripto\w*|bitcoin|link di pagamento|ricarica|vaglia
            revolut|wise|amici e familiari|contrassegno
        """,
        "repaid": r"""
            rimbors\w*|restitu\w*|riaccredit\w*|ha (\w+ )?pagato|(suo|il) (metodo di )?pagamento
            mai|non (\w+ )?(chied|richied)\w+|suo conto|stornat\w*
        """,
        "drop": r"""
            chiud\w+|ritir(are|i|ando)\w*|annull(are|i|ando)\w*|abbandon\w+|rinunc\w+
            elimin(are|i)\w*|tolg\w+|toglier\w+|cancell(are|i)\w*|desist\w+|ferm(are|i)\w*
            interromp\w+|revoc\w+|far cadere|lasci\w+ (cadere|perdere)|blocc(are|hi)
        """,
        "claim": r"""
            (il|suo|questo) caso (\w+ )?(su|con|presso|aperto) \w+|a-?(alla|to|2)-?z|a-z
            dalla a alla z|reclam[oi]|contestazion\w+|controversi\w+|disput[ae]|garanzia dalla
            chargeback|storno|segnalazione|vertenza|richiesta di (garanzia|rimborso a)
            caso (aperto|paypal)|pratica aperta
        """,
        "platform_acts": r"""
            <platform> (\w+ ){0,3}?(chiud|decid|esamin|valut)\w*|finché|fino a|decisione di
            non possiamo (chiudere|ritirare)|sarà chius\w+|venga chius\w+
        """,
        "needless": r"""
            non (\w+ )?(serve|occorre|necessari\w+|bisogno)
            senza (bisogno|dover|aprire|il|la|un|reclam\w+)|inutile|superflu\w+|invece (di|che)
            evit\w+|non (apra|avvii|inoltri)|prima di (aprire|avviare|inoltrare)|più bisogno
        """,
        "cancel": r"""
            annull(i|are|arlo|ate|amento)|(cancell|disd)(i|are|ca|ire)|rinunc\w+
        """,
        "no_stock": r"""
            esaurit[oaie]|senza (scorte|giacenze)|non ne abbiamo|non (\w+ )?(\w+ )?disponibil\w+
            scorte|non è più|magazzino vuoto|terminat[oaie]|finit[oaie]
            non possiamo (\w+ )?(spedire|consegnare|fornire|inviare)
        """,
        "invite": r"""
            c'è|ci sono|abbiamo|anche|guard\w+|ved\w+|scopr\w+|visit\w+|prov\w+|dia|dare|occhiata
            approfitt\w+|piac\w+|amer\w+|ador\w+|consigli\w+|raccomand\w+|sugger\w+|perfett\w+
            ideal\w+|ordin\w+|acquist\w+|compr\w+|interess\w+|disponibil\w+|arrivat\w+|appena
            tent\w+|regal\w+|pens\w+|conosc\w+|aspett\w+|complet\w+|abbin\w+|conced\w+|sfogli\w+
        """,
        "our_goods": r"""
            (nella|nel|della|del) nostr[oa] (gamma|catalogo|negozio|assortimento)
            (nostr[oaie]|i nostri|le nostre) (\w+ )?(nuov|altr|ultim|miglior|inter|ampi\
            |vast)\w* (\w+ )?<goods>
            nostr[oaie] (\w+ )?<goods> (\w+ )?(nuov|abbinat|premium|coordinat|simil)\w*
            nostr[oaie] (\w+ )?(gamma|collezione|assortimento|selezione|catalogo|serie|negozio\
            |offert[ae]|accessori\w*|novità|promozion\w+|set|bestseller|linea)
            altr[ie] <goods> (nostr[ie]|del nostro)
        """,
        "suits": r"""
            (molti|tanti|i nostri|la maggior parte) (dei (nostri )?)?(clienti\
            |acquirenti) [^.;!?]{0,40}(anche|abbinat\w+|insieme)
            (si abbina|stanno?|va|vanno|si sposa) (\w+ )?(perfettamente|a meraviglia|benissimo\
            |alla perfezione|molto bene|splendidamente)( con)?
            (complemento|accessorio|compagno|abbinamento) (ideale|perfett\w*)
            (ideal|perfett)\w* (da abbinare|per completare|come complemento)
            molti (dei nostri )?(clienti|acquirenti) \w+
            (i )?nostri clienti (\w+ )?(anche|spesso|scelgono|abbinano|acquistano)
        """,
        "goods": r"""
            articol[oi]|prodott[oi]|modell[oi]|lampad[ae]|color[ei]|accessori\w*|bors[ae]
            custodi[ae]|collezion[ei]|gamm[ae]|seri[ei]|version[ei]|set|offert[ae]|creazion[ei]
        """,
        "buy_more": r"""
            (molti|tanti|i nostri|la maggior parte) (dei (nostri )?)?(clienti\
            |acquirenti) [^.;!?]{0,40}(anche|abbinat\w+|insieme)
            (speriamo|lieti|felici|vediamo l'ora|augur\w+|attend\w+) [^.;!?]{0,40}(prossim\
            |di nuovo|presto|ancora|riveder|rivederLa)\w*
            a presto (su|da|nel|per)|torni (presto|a trovarci)
            perché non (\w+ )?(aggiung|prov|prend|approfitt|ordin)\w+
            (solo|soltanto) (\d+|pochi) (pezzi|rimast\w+)|ultimi pezzi|edizione limitata
            non (se lo )?(perda|faccia scappare)|si affretti|approfitti|preordin\w+
            versione (premium|superiore|più grande|pro)
            (ideal|perfett)\w* (come|per) (un )?(regalo|regalare)|aggiung\w+ [^.;!?]{0,30}carrello
            fino ad esaurimento|(solo )?questa settimana|Le piacer\w+|le piacer\w+
            in (offerta|promozione|saldo)
        """,
        "coupon": r"""
            scont[oi]|ribass\w+|buon[oi] (sconto|acquisto|regalo|da|di)|coupon
            codice (promo\w*|sconto)|promo|cart[ae] regalo
        """,
        "coupon_packed": r"manc\w+|nel pacco|era|nella busta",
        "asked": r"""
            perché (lo|il|la|non)
            (ci |Lei |ha )?(chied|chiest|menzion|domand|richied|accenn|scriv|cit)\w+
            che (Lei |lei )?(ha )?(\w+ )?(utilizz|us|inser|ricevut|applic)\w+
            suo (\w+ )?(buono|codice|coupon|sconto)|sua (domanda|richiesta|carta)
            non (\w+ ){0,3}?(conced|offr|dare|applic|accett|fare|possiamo)\w*
            (riguardo|in merito|circa|sullo|sul|relativ\w+)
        """,
        "grant": r"""
            ecco|(le|vi) (\w+ )?(regal|offr|invi|diamo|conced|facci|mand|riserv)\w*
            (riceverà|otterrà|usufru|risparm|avrà|utilizzi|riscatt|approfitt)\w*|prossim\w+
            valid\w+
        """,
        "saving": r"""
            \d+ ?(%|per cento|euro|€)|più (conveniente|economico)|meno|metà|sconto|ribass\w+
            risparmi\w+|gratis|gratuit\w*|ridott\w+|(dieci|cinque|venti|quindici) (per cento|euro)
            miglior prezzo|prezzo (speciale|migliore|ridotto|di favore)|omaggio|regalo|pensierino
        """,
        "next_buy": r"""
            (prossim|futur|successiv|second|nuov)\w+ (\w+ )?(ordine|acquisto|volta|visita\
            |occasione)s?
            (ordini|ordine|acquisto|acquisti) (prossim|futur|successiv)\w*
            (quando|se) (\w+ )?(torn|ordin|acquist|riordin)\w+|la prossima volta
            (riacquist|riordin)\w+
        """,
        "checkout": """
            al (pagamento|momento di pagare|checkout)|(alla|in) cassa|nel carrello
            (al|all') ?ordine
        """,
        "enter": "inserisca|digiti|usi|utilizzi|scriva|immetta",
        "unworded": "indirizzo|errore|non",
        "stars": "stell[ae]|stelline",
        "starry": r"""
            ["“„«‘「『][^"”»’」』]{0,25}stell[ae]|accend\w*|sinistra|destra|illumin\w*|vit[ie]
            cacciavite|albero|natal*|rott[ae]|puntale|decora*|forma|luci|stampa*
            (lampada|modello|hotel|cielo|proiettore|collana|serie|gamma\
            |caricatore) ([^\s.;!?]+ ){0,3}?stell[ae]
            ghirlanda|adesiv*
        """,
        "surprise": "sorpres[ae]",
        "unpleasant": "doveva|brutta|spiacevole|essere una",
        "public": """
            pagina (del|dell'|di) ?(prodotto|articolo|negozio)|internet|pubblic*|in rete|online
            (altri|futuri) (acquirenti|clienti)|profilo|scheda
        """,
        "voice": """
            (qualche|due|alcune) (riga|righe|parole)|gentile|dic*|racconti|condivid*|parol[ae]
            scriv*|scritt*|esperienza|soddisfatt*|sapere|content*|messaggio|impression*|opinion*
        """,
        "quoted": r"""
            (ci|come|lei|secondo) (\w+ )?(scrive|dice|indica|racconta|segnala|chiede|menziona\
            |riferisce)
        """,
        "described": r"colore|taglia|misur\w+|dimension\w+",
        "undo": r"""
            non (\w+ )?(compar\w+|appar\w+|si veda|figur\w+|ci fosse) più
            non (comparisse|apparisse|fosse) più|(più|un po') (alt[oa]|su|gentile)
            alz(are|i) (un po' )?|cambi(are|i|ando)\w*|modific(are|hi|ando|arl)\w*
            ritir(are|i|ando)\w*|elimin(are|i|ando)\w*|cancell(are|i|ando)\w*|rimuov\w+|tolg\w+
            toglier\w+|riveder\w+|rived\w+|riconsider\w+|ripens\w+|ammorbid\w+|attenu\w+
            aggiorn(are|i)(?!l)\w*|correg\w+|rettific\w+|scompar\w+|sparir\w+|riscriv\w+|rivalut\w+
            (tornare|torni) su|migliorare (la|il)|migliori (la|il)|alz(are|i) (la|il)|trasform\w+
            nascond\w+|sostitu(ire|isca)
        """,
        "utterance": r"""
            (quel|questo|il|suo|quella|questa|la) (\w+ )?(commento|punteggio|voto|testo|messaggio\
            |stella|recensione|giudizio)
            (quello|quanto|ciò) che (\w+ )?(ha |aveva )?(\w+ )?(scritt|pubblicat|detto|lasciat\
            |postat)\w*
            (suo|sua|suoi|sue) (\w+ )?(commento|pubblicazione|testo|critica|parole|opinione\
            |giudizio|punteggio|voto|valutazione|messaggio pubblico|stella|testimonianza\
            |impressione|feedback|post|righe)
            (il|la|quel|quella|quello|un|una) (\w+ )?(commento|pubblicazione|testo|critica\
            |punteggio|voto|giudizio|post)s? (\w+ )?(negativ|pubblic|bass|sfavorevol|dur|critic\
            |lasciat)\w*
            (brutto|basso|cattivo) (voto|giudizio|punteggio|commento)
            (sulla|sotto la|nella) (nostra )?(pagina|scheda) (del|dell')? ?(prodotto|articolo\
            |venditore)?
            nostro profilo
        """,
        "we_undo": r"""
            (possiamo|vogliamo|abbiamo|stiamo|dobbiamo) (\w+ ){0,2}?(modific|cambi|miglior|corr\
            |adeg|ritir|elimin)\w*
            ci (aiuta|aiuterà)\w*|indirizzo|fattura|inoltrat\w*
            (cambieremo|miglioreremo|modificheremo|correggeremo)
        """,
        "give_you": r"""
            (le|vi) (\w+ )?(regal|offr|invi|mand|inclu|aggiung|mett|diamo|facci|riserv|inser\
            |alleg)\w*
            (riceverà|avrà|troverà)|la aspetta|(inseriremo|aggiungeremo|metteremo|includeremo)
        """,
        "treat": r"""
            (piccol[oa]|bel) (\w+ )?(regalo|pensiero|sorpresa|omaggio|extra|gesto|presente|dono)
            pensierino|regalino|omaggino|qualcosa (di )?(speciale|bello|carino|in più|extra)
            campione gratuito|(come|in) (ringraziamento|ricompensa|premio)
            per (la sua gentilezza|il disturbo|il suo sostegno)
        """,
        "ours": r"""
            (è|era|è stato) nostr\w+|nostro (errore|magazzino|sbaglio)|da parte nostra
            abbiamo (\w+ )?(commesso|confuso|imballato|dimenticato|sbagliato|spedito)
            ci siamo sbagliati|non ha fatto nulla|non è colpa sua
        """,
        "carrier": r"""
            <carrier>|partner logistico|postino|fattorin\w+|autist\w+|corrier\w+|trasportator\w+
        """,
        "bungle": r"""
            (non|mai) (\w+ )?(tratt\w+|cura\w*|fan\w+|guard\w+) (mai|bene)|delle sue|combinat\w*
            un'altra volta|non (\w+ )?mai|cadere|mal|male|errore|negligen*|incompeten*|sbadat*
            lent*|peggio|buttat*|lanciat*|perso|rovinat*|colp*|(sempre|di nuovo) (tardi|in ritardo)
            disastro|senza cura|danneggiat*|brusc*|catastrof*|oberat*|inaffidabil*
            non è (affidabile|serio)|inutil*|pigr*|responsabil*|schiacciat*|maltratt*|sbattut*
            rotto|rompe|pessim*|come al solito|ancora una volta|per l'ennesima|non arriva mai
            disorganizz*|trascurat*|maldestr*|smarrito
        """,
        "checking": """
            se|chied*|chiest*|verific*|indag*|secondo|tracciamento|accert*|sapere|controll*
        """,
        "only_you": r"""
            partit[oa] dal nostro \w+ (integr|perfett|intatt|complet)\w*
            (a|con|per) (tutti )?(gli|i nostri) altri (clienti|acquirenti)
            (nessun|nessuno|nessun'altr[oa]) (altro )?(\w+ ){0,4}?(lament|problem|reclam\
            |segnalat)\w*
            (il primo|la prima|l'unic[oa]|il solo|la sola) (\w+ )?(a|che|cliente)
            (tutti )?gli altri (clienti|acquirenti) \w+
            (partit|uscit|lasciat)\w+ (\w+ )?(il |da \
            |dal )?(nostr\w+ )?(\w+ )?(\w+ ){0,3}?(perfett|integr|buono stato|complet|intatt)\w*
            (in perfetto stato|integr\w+|intatt\w+) (\w+ ){0,3}?(quando|alla partenza\
            |alla spedizione)
        """,
        "misdeed": r"""
            (lei|sicuramente|probabilmente|evidentemente|chiaramente\
            |senz'altro) (\w+ )?(l')?ha (\w+ )?(mal|rott|danneggiat|forzat|confus|sbagliat|usat\
            |montat|lavat|ordinat)\w*
            (avrebbe|doveva|poteva) (\w+ )?(dovuto|potuto|controllare|leggere|verificare|misurare\
            |seguire)\w*
            se (lei )?(avesse|fosse) \w+|(il )?modo in cui
            troppo (forte|forza|stretto|caldo|bruscamente|in fretta)
            (ha )?(ignorat|trascurat|frainte)\w+
            non ha (\w+ )?(letto|seguito|controllato|verificato|misurato|guardato|rispettato)
            (chiaramente|espressamente|ben|chiaro) (indicat|specificat|scritt|descritt|visibil)\w*
            (suo |per |a causa )?(un |di un )?(uso|utilizzo|montaggio|maneggio) (impropri\
            |scorrett|errat|sbagliat|non corrett)\w*
            la prossima volta[^.;!?]{0,30}(legga|controlli|misuri|attenzione|verifichi)
            (perché|poiché|dato che) (lei )?(\w+ )?ha (ordinato|scelto|inserito|messo|sbagliato)
        """,
        "giveaway": "<gift>|gratuit[oaie]|gratis|promozional*",
        "send_back": """
            ci (rimandi|restituisca|rispedisca|renda)
            (deve|serve|bisogna|prima|favore|occorre) <send_back>|serve indietro
            (rimandi|restituisca|rispedisca) (l'|il|la)
        """,
        "keep": "non (serve|occorre|deve)|chiede|desidera|richiesta|se",
        "merely": r"""
            aspettarsi (troppo|molto)|non si lamenti|senza spese
            (piccolo|semplice) (extra|omaggio|regalo)
            (solo|soltanto|semplicemente|in fondo|dopotutto|semplice|mero) (\w+ )?(è |era \
            |si tratta di )?(di )?(un |uno |una |un')?(\w+ )?(regal\w*|omaggio|campione|pensiero\
            |gratuit\w*|promozional\w*|extra|gadget)
            (non|nulla|niente|nemmeno un centesimo) (\w+ ){0,2}?(pagato|costato|costa|speso)
            (non vale|vale) (nulla|niente|poco|pochi)|senza (\w+ )?(valore|importanza)
            (non è|nulla) (\w+ )?(grave|importante|il caso)
            (dovrebbe|può) (\w+ )?(essere )?(content|grat|soddisf)\w*|dopotutto|tanto (era|è)
            (era|è) (\w+ )?(gratis|gratuit\w+|regalat\w+)|a caval donato
        """,
        "asked_whether": r"""
            spiac\w+|dispiac\w+|scus\w*|rammaric\w+|se|stess\w+|important\w* per|fa parte
            come tutto|peccato
        """,
        "undecided": r"""
            (non|nulla|niente|nessuna) (\w+ ){0,3}?(promett|conferm|dire|dirle|decis|garant\
            |impegn|assicur|anticip)\w*
            nessuna decisione
            (prima di|finché|una volta|quando|appena|dopo) (\w+ ){0,4}?(verific|controll|esamin\
            |sapremo|decis|valut)\w*
        """,
        "however": "ma|però|tuttavia|quindi|perciò|invece",
        "advised_against": r"""
            non (\w+ )?(condivid|invi|scriv|dia|indich|pubblich|lasci|inser|comunich|mandi)\w*
            per la sua (\w+ )?sicurezza|eviti \w+|non (è|sono) (consentit|permess)\w*
            non possiamo (chiamar|telefonar|contattar)\w*
        """,
        "remedy": r"""
            rimbors\w*|sostitu\w+|cambi(o|amo|eremo|are)|annull\w+|restitu\w+|accredit\w*|storn\w+
            risped\w+|(suo|suoi|i) (denaro|soldi)|la somma|spese di (reso|spedizione)|risarci\w*
            (nuov[oa]) (articolo|pezzo|pacco|prodotto|esemplare)
            (denaro|importo|somma|cifra) (torna|sarà|le|saranno)
        """,
        "framed": r"""
            può (\w+ )?(chiedere|richiedere|avviare)|dipend\w*|richie\w*|chie\w+|desider\w*
            vorrebbe|vuole|domand[ae]|riguard\w*|merito|relativ\w*|circa|se
            non(?! (appena|solo|si preoccupi))|nulla|nessun\w*|possibil\w*|verific\w*|controll\w*
            valutando|esamin\w*|aspett\w*|attend\w*|attesa|prima|decision[ei]|decis\w*|passi|come
            cosa|quanto|risposta|bisogno|informazion[ei]|sapere|sapremo|sappiamo|si occupa\w*
            servizio clienti|gestisce|gestit[oaie] da
        """,
        "harsh": r"sever[oa]|dur[oa]|ingiust[oa]|poch[ie]|eccessiv\w*",
        "seen": r"""
            ha (\w+ )?(visto|provato|scoperto|conosciuto)|conosce (già)?
            abbiamo appena (lanciato|ricevuto|presentato)
            (è|sono) (\w+ )?(arrivat|uscit|disponibil)\w*
        """,
        "launched": "(version[ei]|modell[oi]|collezion[ei]|gamma|serie|edizione|linea)",
        "assessing": r"""
            valutazione (del|della|dei|dello|di|da parte|delle) (\w+ )?(danno|danni|situazione\
            |stato|foto|caso|tecnic\w+|problema|difetto|nostr\w+|richiesta|del)
        """,
        "single_star": "(una|1)( sola)? stella",
    },
)
