"""What a German text to a buyer must never say (form: ``replies.vocabulary``)."""

from typing import Final

from replies.vocabulary import Vocabulary

GERMAN: Final = Vocabulary(
    language="de",
    marks=(
        r"sie|ihr|ihre[mnrs]?|ihnen|wir|uns|unser\w*|der|die|das|den|dem|des|ein|eine[mnrs]?|und|ist"
        "|sind|nicht|für|mit|von|vom|zu|zur|zum|auf|im|bitte|haben|hat|ich|es|wird|werden|als|bei|war"
    ),
    parts={
        "carrier": (
            r"paketdienst|paketbote|zusteller|zustelldienst|kurier|fahrer|spediteur|spedition|post"
            r"|lieferdienst|versanddienst\w*|versandunternehmen|lager|lieferant|amazon|dhl|hermes"
            r"|dpd|gls|ups|fedex"
        ),
        # A few words of the same clause.
        "words": r"(?:[^\s.;!?]+ ){0,8}?",
        # A few words among which the reply itself is not what the buyer receives.
        "no_answer": (
            r"(?:(?!(?:antwort|rückmeldung|nachricht|bescheid|information)\w*\b)[^\s.;!?]+ ){0,6}?"
        ),
        # A few words that do not take the statement back.
        "indeed": "(?:(?!nicht|noch|geprüft)[^\\s.;!?]+ ){0,5}?",
        "value": (
            r"geld|kaufpreis\w*|betrag|erstattung|rückerstattung|rückzahlung|gutschrift|ersatz\w*"
            r"|umtausch|entschädigung|stornierung|neue[ns]? \w+"
        ),
        "remedy": (
            "erstatten|ersetzen|umtauschen|austauschen|zurückzahlen|zurückerstatten|überweisen"
            "|zurücküberweisen|vergüten|entschädigen|zurücknehmen|stornieren|gutschreiben"
            "|nachliefern|nachsenden|ersatz (?:zu)?(?:senden|schicken)"
        ),
        "granted": (
            "erstattet|überwiesen|zurückgezahlt|veranlasst|eingeleitet|genehmigt|bestätigt|versandt"
            "|verschickt|gutgeschrieben|ausgezahlt|zugesandt|zugeschickt|unterwegs|garantiert"
            "|angewiesen|durchgeführt|vorgenommen|abgeschlossen|vollzogen"
        ),
        "changed": (
            "storniert|geändert|ersetzt|ausgetauscht|umgetauscht|aktualisiert|korrigiert|angepasst"
            "|hinterlegt|gespeichert|übernommen|eingetragen"
        ),
        "we_send": (
            "(?:wir|ich) (?:senden|schicken|liefern)|(?:senden|schicken|liefern) (?:wir|ich)"
        ),
        "we_shall": (
            "(?:wir|ich) (?:werden|können|würden|haben|möchten)|(?:werden|können|haben) (?:wir|ich)"
        ),
        "ours": "(?:ihr|ihre|ihrem|ihren|ihrer|eigene[sn]?|kunden) ?(?:eigene[sn]? )?",
        "giveaway": (
            r"\w*geschenk|\w*zugabe|\w*beigabe|gratis\w*|werbegeschenk|werbeartikel|extra|kleinigkeit"
            r"|dreingabe|aufmerksamkeit"
        ),
        "one": "ein|eine|einen|einer|eines|unser|unsere|das|die",
    },
    rules={
        "other-contact": r"""
            rufen sie( uns| mich| gerne| bitte)*
            (uns|mich) (gerne |jederzeit |bitte )*an(zu)?rufen
            telefonisch|telefonnummer
            (unsere?|meine?) (e-?mail-?adresse|handynummer)
            (schreiben|mailen) sie (uns|mir) (direkt|eine e-?mail|per e-?mail)
        """,
        "promotion": r"""
            (besuchen|entdecken|stöbern) sie (\w+ ){0,3}(online-?)?(shop|laden|store|web)\w*
            (besuchen|entdecken|stöbern) sie (\w+ ){0,3}(seite|sortiment|angebote|produkte)\w*
            (schauen|sehen|stöbern) sie (\w+ ){0,4}(online-?)?(shop|laden|store|sortiment)\w*
            profitieren sie|gratis (bekommen|dazu|erhalten|sichern)
            (top)?angebote?n? (finden|sichern|entdecken|nutzen)
            sonderangebot\w*|(rabatt|verkaufs|sonder)aktion\w*|schlussverkauf|newsletter
            (unsere?n?|weitere[nr]?) (anderen |weiteren |neuen |neuesten |beliebten )+produkten?
            (unsere?n?|weitere[nr]?) (anderen |weiteren |neuen |neuesten |beliebten )+artikeln?
            (wir empfehlen|empfehlen wir) (\w+ )?(unsere?n?|ihnen|auch)|passend dazu
            neuheiten|abonnieren|(folgen|empfehlen) sie uns
            (nächste|kommende)[nr]? (bestellung|einkauf|kauf)
            (kaufen|bestellen) sie (jetzt|gleich|wieder|erneut)
            könnte (ihnen|sie) (auch|ebenfalls)
        """,
        "code": r"""
            \w*gutschein\w*|\w*rabatt\w*|geschenkkarten?|ermäßigung(en)?
            (aktions|promo|promotions|geschenk|einlöse|bonus)-?codes?
            (preis)?nachl(ass|ässe|asses)|sparen sie
            \d+ ?(%|prozent) (auf|nachlass|günstiger|weniger|skonto)
        """,
        "review": r"""
            (produkt|kunden|verkäufer|händler|sterne|online)?-?bewertung(en|s\w*)?
            (bewerten|bewertet) (sie|uns|haben|würden)
            (uns|produkt|artikel|verkäufer|bestellung|einkauf|kauf) (\w+ ){0,2}(zu )?bewerten
            reze(nsion|nsionen|nsieren)
            (\d|ein|zwei|drei|vier|fünf)[- ]?sternen?
            (positive|negative|gute|schlechte|neutrale)[sn]? feedback
            (positive|gute|nette)[snr]? (urteil|kommentar|meinung|worte)e?
            feedback (zu )?(abgeben|hinterlassen|ändern|löschen|entfernen|geben)
        """,
        "incentive": r"""
            trostpflaster|legen (wir )?(\w+ ){0,5}(bei|dazu)
            im gegenzug|als gegenleistung
            als (kleine[ns]? )?(dankeschön|wiedergutmachung|entschädigung|aufmerksamkeit|geste)
            als (kleine[ns]? )?(entschuldigung|belohnung)
            belohn\w*|bonus|prämien?|entschädig\w*|kulanz\w*
            (wir |ich )?schenken (wir |ich )?ihnen
        """,
        "remedy-promised": r"""
            (wir|ich) (erstatten|ersetzen|vergüten|stornieren|überweisen)
            (erstatten|ersetzen|vergüten|stornieren|überweisen) (wir|ich)
            (wir|ich) (tauschen|nehmen) [^.;!?]{0,60}\b(um|aus|zurück)
            (tauschen|nehmen) wir [^.;!?]{0,60}\b(um|aus|zurück)
            <we_send> <no_answer>(ersatz\w*|neue[ns]?|kostenlos|kostenfrei|nach|(noch ?)?einmal)
            <we_shall> <words><remedy>
            haben <words>(erstattet|storniert|umgetauscht|überwiesen|gutgeschrieben|ersetzt)
            haben <words>(rück)?(erstattung|zahlung) (genehmigt|veranlasst|eingeleitet)
            haben <words>(adresse|anschrift|lieferadresse) (\w+ ){0,3}?<changed>
            (umtausch|austausch|\w*erstattung) ist (kein problem|selbstverständlich|möglich)
            gegen (volle |vollständige |eine )*(rück)?erstattung
            (übernehmen|tragen) (wir )?(\w+ ){0,3}?kosten
            sie (erhalten|bekommen|kriegen) <no_answer><value>
            (erhalten|bekommen|kriegen) sie <no_answer><value>
            <value> (wird|wurde|ist|werden|wurden) <indeed><granted>
            (bestellung|auftrag|artikel) (wird|wurde|ist|werden) <indeed><changed>
            (adresse|lieferadresse|anschrift) (wird|wurde|ist|werden) <indeed><changed>
            geld[- ]zurück([- ]garantie)?
            (kostenlose|kostenfreie)[nrms]? (ersatz\w*|umtausch|rücksendung|austausch)
            (wir )?garantieren (wir )?ihnen
        """,
        "blame": r"""
            <ours>(schuld|fehler|verschulden|versehen|nachlässigkeit|unachtsamkeit)
            schuld|selbst (verschuldet|verursacht)|verantwortlich|haft(en|et|bar)|fahrlässig\w*
            (bedienungs|anwender|benutzer|bedien)fehler|fehlbedienung|unsachgemä(ß|ss)\w*
            (sie hätten|hätten sie) [^.;!?]{0,60}\b(müssen|sollen|können)
            falsch (bedient|bestellt|angegeben|eingegeben|benutzt|verwendet|gelesen|montiert)
            (sie haben|haben sie) [^.;!?]{0,40}\b(falsche?[nrs]?|beschädigt|übersehen|vergessen)
            <carrier>( \w+){0,4}? (schuld|verantwortlich|verschuldet|verursacht|verloren)
            <carrier> (hat|haben) [^.;!?]{0,40}\b(fehler|verloren|versäumt|beschädigt|verzögert)
            problem (der|des|von|vom) (der )?<carrier>(s|es|en)?|unachtsam\w*
            (weil|dass) sie (es|ihn|sie|das \w+|den \w+|die \w+) (\w+ ){1,4}(haben|hatten)
            (schuld|fehler|versagen) (liegt )?(des|der|von|vom|beim|bei) (der )?<carrier>(s|es|en)?
            nicht unsere? (schuld|fehler|problem|verantwortung)
        """,
        "belittling": r"""
            (nur|bloß|bloss|lediglich|einfach) (um )?<one> (\w+ ){0,2}?<giveaway>
            (war|ist) (ja |doch |sowieso |ohnehin |schließlich )*(gratis|kostenlos|umsonst)
            umsonst|(\w*zugabe|\w*beigabe|geschenk) (gab|kostet|kostete)
            nichts (dafür )?(bezahlt|gekostet)
            so schlimm|übertreib\w*|übertrieben
        """,
        "away": r"""
            nicht im (büro|haus)|au(ß|ss)er haus|abwesen\w*
            nicht (erreichbar|besetzt)|im urlaub|in den ferien|betriebs(ferien|urlaub)
            (büro|laden|geschäft|team|lager|shop) [^.;!?]{0,40}\b(geschlossen|nicht besetzt)
        """,
    },
    spared_before=(
        r"(?:\bob\b[^;:]*|\bnicht,? dass [^;:]*|\bkeine?\b[^;:]*,? dass [^;:]*"
        r"|\b(?:nicht|kein\w*|bevor|ehe)\b [^,;:]*)$"
    ),
    remedies=r"""
        \w*erstatt(en|et|ung|ungen|ete)|erstatten|ersetz(en|t)|\w*ersatz\w*|umtausch\w*
        austausch\w*|(um|aus)getauscht|tauschen|geld (\w+ ){0,2}(zurück|wieder)|gutschr\w+
        stornier\w*|rückzahlung|kaufpreis\w*|vollen betrag|\w*kosten (über|trag)\w*
        (ein )?neue[snr]? (exemplar|gerät|artikel|ware|teil|stück|paket|sendung)
    """,
    framed=r"""
        \w*(wunsch|wünsche|anfrage|anfragen|antrag|anliegen|frage|fragen)|(ge)?wünsch(t|en)|gewünscht\w+
        bitten?|gebeten|möchten|nachricht|bezüglich|betreffend|wegen|zu (ihrer|ihrem|der|dem)
        zum|zur|ob|nicht|kein\w*|noch|\w*prüf\w*|\w*klär\w*|informier\w*|melden uns|schritte?n?
        möglich\w*|warten|entsch(ie|ei)d\w*|antwort\w*|wie es|was|über|lässt|bevor
    """,
    spared_after=r" (?:[^\s,;:.]+ ){0,4}?(?:noch nicht|nicht)\b",
)
