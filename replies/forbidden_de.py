"""What a German text to a buyer must never say (form: ``replies.vocabulary``)."""

from typing import Final

from replies.vocabulary import Vocabulary

GERMAN: Final = Vocabulary(
    language="de",
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
            r"|umtausch|entschädigung|neue[ns]? \w+"
        ),
        "remedy": (
            "erstatten|ersetzen|umtauschen|austauschen|zurückzahlen|zurückerstatten|überweisen"
            "|zurücküberweisen|vergüten|entschädigen|zurücknehmen|stornieren|gutschreiben"
            "|nachliefern|nachsenden|ersatz (?:zu)?(?:senden|schicken)"
        ),
        "granted": (
            "erstattet|überwiesen|zurückgezahlt|veranlasst|eingeleitet|genehmigt|bestätigt|versandt"
            "|verschickt|gutgeschrieben|ausgezahlt|zugesandt|zugeschickt|unterwegs|garantiert"
            "|angewiesen"
        ),
        "changed": (
            "storniert|geändert|ersetzt|ausgetauscht|umgetauscht|aktualisiert|korrigiert|angepasst"
        ),
        "we_send": (
            "(?:wir|ich) (?:senden|schicken|liefern)|(?:senden|schicken|liefern) (?:wir|ich)"
        ),
        "we_shall": (
            "(?:wir|ich) (?:werden|können|würden|haben|möchten)|(?:werden|können|haben) (?:wir|ich)"
        ),
        "ours": "(?:ihr|ihre|ihrem|ihren|ihrer|eigene[sn]?|kunden) ?(?:eigene[sn]? )?",
        "giveaway": (
            r"geschenk|zugabe|beigabe|gratis\w*|werbegeschenk|werbeartikel|extra|kleinigkeit"
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
            (top)?angebote?n? (finden|sichern|entdecken|nutzen)
            sonderangebot\w*|(rabatt|verkaufs|sonder)aktion\w*|schlussverkauf|newsletter
            (unsere?n?|weitere[nr]?) (anderen |weiteren |neuen |neuesten |beliebten )+produkten?
            (unsere?n?|weitere[nr]?) (anderen |weiteren |neuen |neuesten |beliebten )+artikeln?
            abonnieren|(folgen|empfehlen) sie uns
            (nächste|kommende)[nr]? (bestellung|einkauf|kauf)
            (kaufen|bestellen) sie (jetzt|gleich|wieder|erneut)
            könnte (ihnen|sie) (auch|ebenfalls)
        """,
        "code": r"""
            \w*gutschein\w*|\w*rabatt\w*|geschenkkarten?|ermäßigung(en)?
            (aktions|promo|promotions|geschenk|einlöse|bonus)-?codes?
            preisnachl(ass|ässe|asses)
            \d+ ?(%|prozent) (auf|nachlass|günstiger|weniger|skonto)
        """,
        "review": r"""
            (produkt|kunden|verkäufer|händler|sterne|online)?-?bewertung(en|s\w*)?
            (bewerten|bewertet) (sie|uns|haben|würden)
            (uns|produkt|artikel|verkäufer|bestellung|einkauf|kauf) (\w+ ){0,2}(zu )?bewerten
            reze(nsion|nsionen|nsieren)
            (\d|ein|zwei|drei|vier|fünf)[- ]?sternen?
            (positive|negative|gute|schlechte|neutrale)[sn]? feedback
            feedback (zu )?(abgeben|hinterlassen|ändern|löschen|entfernen|geben)
        """,
        "incentive": r"""
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
            selbst (schuld|verschuldet|verursacht)
            (bedienungs|anwender|benutzer|bedien)fehler|fehlbedienung|unsachgemä(ß|ss)\w*
            (sie hätten|hätten sie) [^.;!?]{0,60}\b(müssen|sollen|können)
            falsch (bedient|bestellt|angegeben|eingegeben|benutzt|verwendet|gelesen|montiert)
            sie haben [^.;!?]{0,40}\b(falsche?[nrs]?|beschädigt|übersehen|vergessen)
            <carrier>( \w+){0,4}? (schuld|verantwortlich|verschuldet|verursacht|verloren)
            (schuld|fehler|versagen) (liegt )?(des|der|von|vom|beim|bei) (der )?<carrier>(s|es|en)?
            nicht unsere? (schuld|fehler|problem|verantwortung)
            nicht (verantwortlich|schuld|haftbar)|haften (wir )?(dafür |hierfür )?nicht
        """,
        "belittling": r"""
            (nur|bloß|bloss|lediglich|einfach) (um )?<one> (\w+ ){0,2}?<giveaway>
            (war|ist) (ja |doch |sowieso |ohnehin |schließlich )*(gratis|kostenlos|umsonst)
            nichts (dafür )?(bezahlt|gekostet)
            so schlimm|übertreib\w*|übertrieben
        """,
        "away": r"""
            nicht im (büro|haus)|au(ß|ss)er haus|abwesen\w*|im urlaub|betriebs(ferien|urlaub)
        """,
    },
    spared_before=(
        r"(?:\bob\b[^;:]*|\bnicht,? dass [^;:]*|\bkeine?\b[^;:]*,? dass [^;:]*"
        r"|\b(?:nicht|kein\w*|bevor|ehe)\b [^,;:]*)$"
    ),
    spared_after=r" (?:[^\s,;:.]+ ){0,4}?(?:noch nicht|nicht)\b",
)
