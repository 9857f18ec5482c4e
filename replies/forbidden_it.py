"""What an Italian text to a buyer must never say (form: ``replies.vocabulary``)."""

from typing import Final

from replies.vocabulary import Vocabulary

ITALIAN: Final = Vocabulary(
    language="it",
    marks=(
        "lei|le|suo|sua|suoi|sue|vostr[oaie]|ci|nostr[oaie]|il|lo|la|i|gli|un|una|uno|di|del|dello"
        "|della|delle|dei|dell|e|è|non|per|con|che|si|in|al|allo|alla|all|abbiamo|ha|hanno|grazie"
        "|da|dal|dall|sul|sulla|sull|se|come|questo|questa|l|d|sono|siamo|a|più|era|o|stato|stata"
    ),
    parts={
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
    },
    rules={
        "other-contact": r"""
            ci (chiami|telefoni|contatti direttamente)|chiam(arci|ateci|ando)
            telefon(arci|ateci|are|icamente)|(nostro|numero di) telefono
            telefonic\w*
            (nostr[ao]|mi[ao]) (casella|e-?mail|indirizzo (di posta|e-?mail)|sito|pagina|posta|pec)
            ci scriva (a|al|alla|all|direttamente|via|per)\b
            (per|via|tramite) (e-?mail|posta elettronica|sms)
            (contattarci|scriverci) (direttamente|per|via|fuori|al|alla)|scansion\w*|inquadri
            fuori dalla piattaforma
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
        """,
        "code": r"""
            codic[ei] (promo\w*|sconto|di sconto|regalo|coupon)|scont(o|i|ino|icino|at[oaie])
            codic[ei] ?:? ?["«“']? ?(?=[a-z]*\d)[a-z0-9-]{5,}|ribass[oi]|abbuon[oi]
            (un|il|questo) buono(?! stato)|buon[oi] (da|di|sconto|acquisto|regalo|spesa)
            cart[ae] regalo
            \d+ ?(%|per cento) (di |in meno|sul|sulla|off)|punti (fedeltà|bonus|premio)
            a meno prezzo
        """,
        "review": r"""
            recension[ei]|recensi(re|sca|teci|rci)|stell[ae]|stelline|valutazion[ei]
            testimonianz[ae]|pollice
            valut(are|i|ate) <the>?<the>(acquisto|prodotto|articolo|servizio|esperienza)
            (ci )?valuti (il|la|i|le|con|positiv)\w*|valut(arci|ateci)|(bel|buon|alto|suo) voto
            feedback (\w+ )?(positiv|negativ|neutr)\w*|punteggi?o?
            comment[oi] (\w+ )?(positiv|negativ|favorevol|sulla pagina|sul prodotto)\w*
            (<leave>)\w+ ([\w']+ ){0,3}?<opinion>
            giudizi?o? (\w+ )?(positiv|negativ|sulla pagina|sul prodotto)\w*
        """,
        "incentive": r"""
            (mand|invi|dar|dia|regal|offr|ricev|avrà|accredit|aggiung)\w* <indeed>\d+ ?(€|euro|\$)
            prossimo (pacco|invio)|a titolo di scus\w+
            risarci\w+|compens\w+|indenn\w+|per (scusarci|farci perdonare)
            in cambio (di|del|della|le)
            ricompens\w*|come (segno|gesto|forma) di|gesto commerciale
            (?<!brutta )(?<!spiacevole )sorpresa|premi(o|amo)
            (le |vi )?(regaliamo|regaleremo|omaggiamo|omaggeremo)
            a titolo di (cortesia|scuse|favore)
            (aggiung|allegh|invi|mand|offr|sped)\w*(iamo|remo|erò) <indeed><gift>
            (riceverà|avrà|la attende|la aspetta|le spetta) <indeed>(un|una|uno) (\w+ )?<gift>
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
        """,
        "away": r"""
            (ufficio|negozio|magazzino|servizio) (\w+ )?(chiude|chiuderà|rest\w+ chius\w)
            (in|dalle|dalla|alle) (ferie|vacanz[ae])|chiudiamo|riapriamo|fuori (sede|ufficio)
            (siamo|sono|sarò|saremo) (\w+ )?(assent[ei]|chius[oi])
            (ufficio|negozio|team|servizio|magazzino|sede) <indeed>(chius[oa]|assente)
            (non (siamo|sono) (\w+ )?(disponibil|raggiungibil|reperibil)[ei])
            chiusura (estiva|per|natalizia)
        """,
    },
    spared_before=(
        r"(?:\bse\b|\bnon (?:significa|vuol dire|implica|conferma)\b|\bsenza che\b|\bprima\b"
        r"|\bfinché\b"
        r"|\b(?:non|mai|nulla|niente|nessun|nessuna|né)\b)[^,;:]*$"
    ),
    spared_after=r"(?: [^\s,;:.]+){0,2} (?:non|nemmeno)\b",
    remedies=r"""
        rimbors\w*|sostitu\w+|cambi(o|amo|eremo|are)|annull\w+|restitu\w+|accredit\w*|storn\w+
        risped\w+
        (suo|suoi|i) (denaro|soldi)|la somma|spese di (reso|spedizione)|risarci\w*
        (nuov[oa]) (articolo|pezzo|pacco|prodotto|esemplare)
    """,
    framed=r"""
        richie\w*|chie\w+|desider\w*|vorrebbe|vuole|domand[ae]|riguard\w*|merito|relativ\w*|circa
        se|non|nulla|nessun\w*|possibil\w*|verific\w*|controll\w*|valutando|esamin\w*|aspett\w*
        attend\w*
        attesa|prima|decision[ei]|decis\w*|passi|come|cosa|quanto|risposta|bisogno|informazion[ei]
        sapere|sapremo|sappiamo
    """,
)
