"""What a German text to a buyer must never say, phrase by phrase (form: ``vocabulary``)."""

from types import MappingProxyType
from typing import Final

PARTS: Final = MappingProxyType(
    {
        "platform": r"marktplatz\w*|plattform|amazon|ebay|etsy|kaufland",
        "sent": (
            r"(?:bei ihnen|unterwegs|raus|an sie|versandt|verschickt|losgeschickt|auf dem weg"
            r"|in der post)"
        ),
        "heeded": (
            "(?:aufgepasst|beachtet|gelesen|geprüft|geachtet|hingeschaut|hingesehen|kontrolliert"
            "|befolgt"
            "|gemessen|nachgemessen|nachgelesen)"
        ),
        "rethink": (
            "(?:überdenken|nachdenken|zurück|zurückzunehmen|ändern|löschen|entfernen|anpassen"
            "|entschärfen"
            "|verbessern|anheben)"
        ),
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
            r"|umtausch|entschädigung|stornierung|neue[ns]? (?!nachricht|antwort|information)\w+"
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
    }
)

PHRASES: Final = MappingProxyType(
    {
        "other-contact": r"""
            rufen sie( uns| mich| gerne| bitte)*
            (uns|mich) (gerne |jederzeit |bitte )*an(zu)?rufen
            telefonisch|telefonnummer
            (unsere?|meine?) (e-?mail-?adresse|handynummer)
            (schreiben|mailen) sie (uns|mir) (direkt|eine e-?mail|per e-?mail)
            (schicken|senden|schreiben) sie (uns |mir )?(\w+ ){0,3}?(e-?mails?|mails?)
            an (unser|unsere) (postfach|e-?mail\w*|mail\w*|adresse)
            (unsere?[rn]?|auf der|auf die) (\w+ )?(web ?seite|website)
            (unsere?[rn]?|auf der|auf die) (\w+ )?(internetseite|homepage|web-?adresse)
            unsere? seite (heißt|lautet|ist)|klicken sie|(dem|den|folgenden|diesem) link
            (im|ins|in den) browser|googeln|suchen sie (im internet|bei google|nach uns|online)
            (klingeln|läuten|rufen) sie (\w+ ){0,3}?(durch|an)|(kurzer|ein) anruf
            rufen wir (\w+ )?zurück
            (ihre|deine|eine) (handy|telefon|mobil|rückruf|festnetz)\w*
            (wir|ich) rufen? sie (\w+ )?(zurück|an)|sms|per (mail|e-?mail|fax|post|chat)
            direkt bei uns|(ohne|außerhalb|abseits|vorbei an) (von |der |des |die |dem )?<platform>
            (<platform>) (vorbei|umgehen)|unter (uns|vier augen)|auf dem kurzen dienstweg
            unsere? (nummer|rufnummer|durchwahl|hotline|kanal|profil|account|gruppe)
            whats-?app-?\w*|(bei|auf|über|per|via) (signal|threema|facebook|insta|telegramm?)
            suchen sie (uns|mich)
            (mir|uns) privat|(schreiben|melden) sie (\w+ ){0,2}?privat
            unsere[mnr]? eigenen? (laden|shop|webshop|online-?shop|seite)|im laden an
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
            (werfen|schauen|sehen) sie (\w+ ){0,4}?(auf|in|bei|unter) unsere?[nrm]? (anderen)
            (werfen|schauen|sehen) sie (\w+ ){0,4}?(auf|in|bei|unter) unsere?[nrm]? (weiteren|neuen)
            (blick|auge) auf unsere?|unsere neu(en|este[nr]?|er|es) \w+ (sind|ist|haben)
            modelle (\w+ )?eingetroffen
            gönnen sie|(dazu|dafür|hierzu) (passen|passt|gibt es) (auch )?(unser|weiter|ander)\w*
            halben preis|zum (sonder|aktions|vorzugs|halben)\w* ?preis\w*|reduziert
            (erzählen|sagen|empfehlen) sie (es |uns |\w+ )?(\w+ ){0,3}?(freunde|freunden)
            (erzählen|sagen|empfehlen) sie (es |uns |\w+ )?(\w+ ){0,3}?(bekannten|weiter)
            (weiter|mund)(empfehl|sagen|propaganda)\w*|werden sie (\w+ )?(mitglied|kunde|fan|teil)
            (treue|bonus|kunden|vorteils)(club|klub|programm|karte|punkte)\w*|kundenclub
            bestseller|verkaufsschlager
            (schöne|weitere|andere|neue)[nr]? (lampen|produkte|artikel|modelle) (finden|warten|gibt)
            abbestell\w*|abmeld\w*|austragen|(mit|antworten sie) ["„“]?stopp?\b
            keine (weiteren |mehr )?(nachrichten|mails) (mehr|wünschen|erhalten)
            keine (weiteren |mehr )?(e-mails|werbung|post) (mehr|wünschen|erhalten)
            keine (weiteren )(nachrichten|mails|e-mails|schreiben)
            (kunden|käufer|andere),? die [^.;!?]{0,40}(auch|ebenfalls|außerdem)
            (passen|passt) (\w+ )?(perfekt|wunderbar|gut|hervorragend|ideal|toll)
            (harmonieren|harmoniert|kombinieren) (\w+ )?(perfekt|wunderbar|gut)
            (harmonieren|harmoniert|kombinieren) (\w+ )?(hervorragend|ideal|toll)
            (lassen sie sich|entgehen)
            \w*(verkauf|sale|rabattwoche)n? (beginnt|startet|läuft|endet)
            (kennen|haben) sie (\w+ )?(schon )?unsere? (neue|neuen|neuesten|aktuelle)\w*
            (zweite|dritte|vierte|fünfte|nächste)[nrs]? (\w+ )?(kostet nichts|ist gratis)
            (zweite|dritte|vierte|fünfte|nächste)[nrs]? (\w+ )?(gibt es gratis|umsonst)
            (aus|von) (dem|unserem|der|unserer) (verteiler|mailingliste|kundenliste)
        """,
        "code": r"""
            \w*gutschein\w*|\w*rabatt\w*|ermäßigung(en)?
            (aktions|promo|promotions|geschenk|einlöse|bonus)-?codes?
            (preis)?nachl(ass|ässe|asses)|sparen sie
            \d+ ?(%|prozent) (auf|nachlass|günstiger|weniger|skonto)
            (zahlen|bezahlen|sparen) sie (\w+ )?(weniger|\d+|etwas|nur)|günstiger|billiger
            preiswerter
            (wird|ist|kommt) (\w+ ){0,4}?(günstiger|billiger)|geht auf uns|aufs haus
            zum preis von (einem|einer|zweien)|(zwei|drei) für (eins|eine|zwei)
            (lassen|ziehen|erlassen) (wir )?(ihnen )?(\w+ ){0,3}?euro (nach|ab)?
            (\d+|fünf|zehn|zwanzig) euro (günstiger|billiger|weniger|nachlass|rabatt|abzug)
            (stichwort|losung|kennwort|losungswort) \S+
            (prozent|%) (weniger|günstiger|billiger)|weniger auf die nächste
            spart ihnen [^.;!?]{0,30}(geld|euro|prozent)|(wort|code) \S+ spart
        """,
        "review": r"""
            (produkt|kunden|verkäufer|händler|sterne|online)?-?bewertung(en|s\w*)?
            (bewerten|bewertet) (sie|uns|haben|würden)
            (uns|produkt|artikel|verkäufer|bestellung|einkauf|kauf) (\w+ ){0,2}(zu )?bewerten
            reze(nsion|nsionen|nsieren)
            (positive|negative|gute|schlechte|neutrale)[sn]? feedback
            (positive|gute|nette)[snr]? (urteil|kommentar|meinung|worte)e?
            feedback (zu )?(abgeben|hinterlassen|ändern|löschen|entfernen|geben)
            (wie|dass) zufrieden sie (sind|waren)|lassen sie es (\w+ )?(andere|alle|die welt)
            (nette|gute|freundliche|liebe|schöne|ein paar|positive)[snr]? (worte|zeilen|sätze)
            (volle|höchste|beste)[nrs]? (punktzahl|note|punkte|wertung|noten)
            (gute|bessere|top|schlechte)[nrs]? (punktzahl|note|punkte|wertung|noten)
            ihre sterne|(note|punkte|daumen) (von ihnen|hoch)|weiterempfehl\w*|beurteilung\w*
            beurteilen
            (öffentlich|online) (\w+ ){0,4}?(geschrieben|geäußert|schreiben|sagen)
            (im netz|im internet) (\w+ ){0,4}?(geschrieben|geäußert|schreiben|sagen)
            (kommentar|beitrag|eintrag) (\w+ ){0,3}?(zurück|heraus|löschen)
            (kommentar|beitrag|eintrag) (\w+ ){0,3}?(entfernen|ändern|raus|wieder)
            (etwas|was) negatives|(negativ|positiv|schlecht|gut) (äußern|schreiben|über uns)
            (sagen|erzählen|berichten|teilen) sie (\w+ )?(anderen|allen) (\w+ )?(käufer|kunden)\w*
            sternchen|gut über uns|gutes wort|(urteil|meinung|wertung) über uns(eren)?
            (urteil|wertung|note|punkte|kritik|beitrag|text|zeilen) [^.;!?]{0,50}<rethink>
            <rethink> [^.;!?]{0,40}(urteil|wertung|note|punkte|kritik|beitrag|text|zeilen)
            (mildern|entschärfen|schwächen) sie|(unserem?|unser) (ranking|rang|ruf|ansehen|schnitt)
            (notiz|zeile|zeilen) (\w+ )?(unter|beim|bei|zu) (dem|den|der) (artikel|produkt|angebot)
            (wort|worte|satz|text) (\w+ )?(unter|beim|bei|zu) (dem|den|der) (artikel)
            (wort|worte|satz|text) (\w+ )?(unter|beim|bei|zu) (dem|den|der) (produkt|angebot)
        """,
        "incentive": r"""
            trostpflaster|legen (wir )?(\w+ ){0,5}(bei|dazu)
            im gegenzug|als gegenleistung
            als (kleine[ns]? )?(dankeschön|wiedergutmachung|entschädigung|aufmerksamkeit|geste)
            als (kleine[ns]? )?(entschuldigung|belohnung)
            belohn\w*|bonus|prämien?|entschädig\w*|kulanz\w*
            (wir |ich )?schenken (wir |ich )?ihnen
            (etwas|was) (schönes|kleines|nettes|extra)|soll es sich lohnen|lohnt sich für sie
            (kleine|nette|schöne)[nr]? (überraschung|aufmerksamkeit)
            (im|ins|zum) nächste[nms]* paket
            für ihre mühe
            (bekommt|erhält|kriegt) (\w+ )?(eine|ein) (kleine[sr]? )?(kleinigkeit|geschenk)
            (bekommt|erhält|kriegt) (\w+ )?(eine|ein) (kleine[sr]? )?(überraschung|dankeschön)
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
            (geld|betrag|summe|kaufpreis|hälfte) (\w+ ){0,6}?(wieder|zurück)
            (geld|betrag|summe|kaufpreis|hälfte) (\w+ ){0,6}?(angewiesen|zurückgebucht)
            (haben|sehen) sie (\w+ ){0,3}?(geld|betrag|kaufpreis) (\w+ )?(wieder|zurück)?
            (bekommen|kriegen) sie (\w+ ){0,3}?(geld|betrag|kaufpreis) (\w+ )?(wieder|zurück)?
            (geld|betrag|summe) (\w+ ){0,4}?(auf|in) (ihr|ihrem|ihrer|ihre) (\w+ )?(konto)
            (geld|betrag|summe) (\w+ ){0,4}?(auf|in) (ihr|ihrem) (\w+ )?(karte|kreditkarte)
            (geld|betrag|summe) (\w+ ){0,4}?(auf|in) (ihrer|ihre) (\w+ )?(karte|kreditkarte)
            (ist|sind|geht) (das|der|ihr|die) (geld|betrag) (\w+ ){0,4}?(konto|karte|zurück)
            (ist|sind|geht) (das|der|ihr|die) (summe|kaufpreis) (\w+ ){0,4}?(konto|karte|zurück)
            (wird|wurde|wurden|werden) (\w+ ){0,3}?zurück(gebucht|gezahlt)
            (wird|wurde|wurden|werden) (\w+ ){0,3}?zurück(erstattet|überwiesen|geschickt)
            (keinem|keinen|kein) cent|(hälfte|teil|prozent) des (kauf)?preises
            (ich|wir) (überweise|erstatte|ersetze|vergüte|storniere)n?
            (betrachten|sehen) sie (\w+ ){1,4}?(als )?(erstattet|erledigt|storniert|ersetzt)
            entstehen (ihnen )?(keine|keinerlei) kosten|ihnen entstehen (keine|keinerlei)
            (neue|fabrikneue|richtige|passende|fehlende|zweite|andere)[nrs]? \w+ (\w+ ){0,3}?<sent>
            (geht|kommt|liegt|ist) (\w+ )?(heute|morgen)? ?(die|der|das|ein|eine) (neue|richtige)\w*
            (geht|kommt) (\w+ )?(bereits|schon)? ?(die|der|das|ein|eine) (neue|richtige)\w*
            (liegt|ist) (\w+ )?(bereits|schon)? ?(die|der|das|ein|eine) (neue|richtige)\w*
            (ersatzteil|paket|sendung|ware) (ist|geht) (\w+ )?(in der post|an sie|raus|an die neue)
            (wir|ich) (haben|packen|legen) (ihnen )?(\w+ ){0,4}?(eingepackt|losgeschickt)
            (wir|ich) (haben|packen|legen) (ihnen )?(\w+ ){0,4}?(verschickt|umgeleitet)
            (wir|ich) (lassen|reparieren|holen) (\w+ ){0,6}?(reparieren|ab|richten|abholen)
            (holen wir (\w+ ){0,5}?ab|reparieren wir)
            an die neue (anschrift|adresse)|paket (\w+ )?umgeleitet
            jeden (\w+ )?cent|letzten cent|(geld|betrag|zahlung) (\w+ ){0,3}?unterwegs
            (ich|wir) (veranlasse|weise|gebe|leite|löse)n? [^.;!?]{0,40}(gutschrift|zahlung)
            (ich|wir) (veranlasse|weise|gebe|leite|löse)n? [^.;!?]{0,40}(erstattung|überweisung)
            (veranlasse|weise|gebe|leite)n? (ich|wir) [^.;!?]{0,40}(gutschrift|zahlung)
            (veranlasse|weise|gebe|leite)n? (ich|wir) [^.;!?]{0,40}(erstattung|überweisung)
            (schicken|senden|liefern) wir ihnen (die|den|das|eine|einen|ein) (passende|richtige)\w*
            (schicken|senden|liefern) wir ihnen (die|den|das|eine|einen|ein) (fehlende|korrekte)\w*
            wir (schicken|senden|liefern) ihnen (\w+ ){0,3}?(die|den|das) (passende)\w*
            wir (schicken|senden|liefern) ihnen (\w+ ){0,3}?(die|den|das) (richtige|fehlende)\w*
            wir (schicken|senden|liefern) ihnen (\w+ ){0,3}?(eine|einen|ein) (passende)\w*
            wir (schicken|senden|liefern) ihnen (\w+ ){0,3}?(eine|einen|ein) (richtige|fehlende)\w*
            <carrier> (nimmt|holt) [^.;!?]{0,40}\b(mit|ab)
            geld (hat|ist) (\w+ )?(unser|von unserem) konto
            ziehen sie (\w+ )?(kauf|auftrag|bestellung) zurück
            (euro|€|geld|betrag) (\w+ )?(wieder|zurück) (bei|auf|in) (ihnen|ihr\w*)
            (funktionierende|einwandfreie)[srn]? \w+ (erreicht|kommt zu|geht an) (sie|ihnen)
            (intakte|heile|neue)[srn]? \w+ (erreicht|kommt zu|geht an) (sie|ihnen)
        """,
        "blame": r"""
            <ours>(schuld|fehler|verschulden|versehen|nachlässigkeit|unachtsamkeit)
            schuld|selbst (verschuldet|verursacht)|verantwortlich|haft(en|et|bar)|fahrlässig\w*
            (bedienungs|anwender|benutzer|bedien)fehler|fehlbedienung|unsachgemä(ß|ss)\w*
            (sie hätten|hätten sie) [^.;!?]{0,60}\b(müssen|sollen|können)
            falsch (bedient|bestellt|angegeben|eingegeben|benutzt|verwendet|gelesen|montiert)
            (sie haben|haben sie) (?!nichts)[^.;!?]{0,40}\b(falsche?[nrs]?|beschädigt)
            (sie haben|haben sie) (?!nichts)[^.;!?]{0,40}\b(übersehen|vergessen)
            <carrier>( \w+){0,4}? (schuld|verantwortlich|verschuldet|verursacht|verloren)
            <carrier> (hat|haben) [^.;!?]{0,40}\b(fehler|verloren|versäumt|beschädigt|verzögert)
            problem (der|des|von|vom) (der )?<carrier>(s|es|en)?|unachtsam\w*
            (weil|dass) sie (es|ihn|sie|das \w+|den \w+|die \w+) (\w+ ){1,4}(haben|hatten)
            (schuld|fehler|versagen) (liegt )?(des|der|von|vom|beim|bei) (der )?<carrier>(s|es|en)?
            nicht unsere? (schuld|fehler|problem|verantwortung)
            sie (haben )?(sich )?(\w+ ){0,4}?(vertan|verlesen|geirrt)
            sie (haben )?(sich )?(\w+ ){0,4}?(verwählt|vertippt|verschätzt|vergriffen)
            haben sie (sich )?(\w+ ){0,4}?(vertan|verlesen|geirrt)
            haben sie (sich )?(\w+ ){0,4}?(verwählt|vertippt|verschätzt|vergriffen)
            nicht (nach|gemäß|laut|entsprechend) (der )?(anleitung|beschreibung|vorschrift)
            (bei|durch) (ihnen|sie) (entstanden|passiert|verursacht|beschädigt|kaputt)
            (beim nächsten mal|künftig) (\w+ )?(lesen|genauer|besser|bitte|achten)
            (nächstes mal|in zukunft) (\w+ )?(lesen|genauer|besser|bitte|achten)
            (lesen|prüfen|messen|schauen) sie (\w+ ){0,6}?(genauer|sorgfältiger|besser|aufmerksamer)
            mit (etwas|mehr|ein wenig) (mehr )?(sorgfalt|vorsicht|aufmerksamkeit|umsicht)
            sie (\w+ ){0,4}?(falsch|verkehrt)(e|en|er|es)? (\w+ )?(eingelegt|gewählt)
            sie (\w+ ){0,4}?(falsch|verkehrt)(e|en|er|es)? (\w+ )?(bestellt|angeschlossen)
            <carrier> (\w+ ){0,4}?(gepatzt|verbockt|verschlampt|verpatzt|versaut|vermasselt)
            (kommt|liegt|rührt) (\w+ )?(davon|daran|daher),? (wie|dass) sie
            (fehler|problem|grund|ursache)\w* (liegt|lag|ist) (\w+ )?(bei|an) (ihnen|ihrer)
            (offensichtlich|offenbar|anscheinend) (zu|falsch|nicht|selbst) \w+
            (wohl|augenscheinlich|vermutlich) (zu|falsch|nicht|selbst) \w+
            wer lesen kann|lesen hilft|klar im vorteil
            (deutlich|klar|eindeutig) in der (beschreibung|anleitung)
            (sie haben|haben sie) [^.;!?]{0,60}nicht (\w+ )?<heeded>
            zu fest (angezogen|geschraubt|gedreht)|mit gewalt
            (grobe|unsanfte|falsche|rohe)[rn]? (behandlung|handhabung|nutzung|umgang)
            <carrier> (\w+ ){0,3}?(im stich|taugt|versagt)|(paketbote|bote) (\w+ )?taugt
            (kein|keinen) verlass
            sie [^.;!?]{0,40}selbst (verbogen|zerbrochen|zerrissen|zerkratzt|beschädigt|kaputt)
            selbst (verbogen|zerbrochen|zerrissen|zerkratzt|abgebrochen|kaputt ?gemacht)
        """,
        "belittling": r"""
            (nur|bloß|bloss|lediglich|einfach) (um )?<one> (\w+ ){0,2}?<giveaway>
            (war|ist) (ja |doch |sowieso |ohnehin |schließlich )*(gratis|kostenlos|umsonst)
            umsonst|(\w*zugabe|\w*beigabe|geschenk) (gab|kostet|kostete)
            nichts (dafür )?(bezahlt|gekostet)
            so schlimm|übertreib\w*|übertrieben
            keinen cent|geschenkte[nmr]? gaul|(war|ist) (\w+ )?geschenkt
            <giveaway> (\w+ ){0,3}?(keinen|ohne) wert
            wertlos|(bloß|nur|lediglich|einfach) (eine|ein|so eine?) (\w+ )?(nette )?<giveaway>
            keinen? (großen )?(geld)?wert
            (kaum|nur|nicht mal|weniger als|keine) (\w+ ){0,3}?wert|wurde (ihnen )?(\w+ )?geschenkt
            (nichts|kein geld) verloren
            obendrauf|obendrein|(gab|gibt) es (\w+ )?(dazu|gratis)
            geschenktes?|beschwert man sich
        """,
        "away": r"""
            nicht im (büro|haus)|au(ß|ss)er haus|abwesen\w*
            nicht (erreichbar|besetzt)|im urlaub|in den ferien|betriebs(ferien|urlaub)
            (büro|laden|geschäft|team|lager|shop) [^.;!?]{0,40}\b(geschlossen|nicht besetzt)
        """,
    }
)
