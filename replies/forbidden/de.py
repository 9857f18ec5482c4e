"""How German says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.phrases.de import PARTS, PHRASES
from replies.forbidden.vocabulary import Vocabulary

GERMAN: Final = Vocabulary(
    language="de",
    marks=(
        r"sie|ihr|ihre[mnrs]?|ihnen|wir|uns|unser\w*|der|die|das|den|dem|des|ein|eine[mnrs]?|und"
        r"|ist"
        "|sind|nicht|für|mit|von|vom|zu|zur|zum|auf|im|bitte|haben|hat|ich|es|wird|werden|als"
        "|bei|war"
    ),
    spared_before=(
        r"(?:\bob\b[^;:]*|\bnicht,? dass [^;:]*|\bkeine?\b[^;:]*,? dass [^;:]*"
        r"|\b(?:nicht|kein\w*|bevor|ehe)\b [^,;:]*)$"
    ),
    spared_after=r" (?:[^\s,;:.]+ ){0,4}?(?:noch nicht|nicht)\b",
    parts=PARTS,
    phrases=PHRASES,
    concepts={
        "outside": r"""
            (ohne|außerhalb|abseits|vorbei an|am|an) (von |der |des |die \
            |dem )?<platform>( vorbei)?
            privat|unter (uns|vier augen)|inoffiziell|auf dem kurzen dienstweg|auf direktem weg(e)?
            direkt (bei|mit|an|von|über) (uns|mich|unser\w*)|nicht über (die |den |das )?<platform>
            statt (über|auf) (der |den |das |die )?<platform>|unsere[mnr]? eigenen? \w+
            hinter den kulissen
        """,
        "deal": """
            schreib*|meld*|kontakt*|wend*|rufen|anruf*|sprech*|bestell*|kauf*|zahl*|bezahl*|regel*
            klär*|abwickel*|abwicklung|lös*|einig*|erledig*|besprech*|verhandel*|antwort*|kommen
            einkauf*
        """,
        "our_number": r"""
            unsere[rnm]? (\w+ )?((service|kunden|ruf|telefon|handy|mobil|fest)\w*)?nummer|durchwahl
            meine[rnm]? (\w+ )?((ruf|telefon|handy|mobil)\w*)?nummer|rufnummer|servicenummer
            hotline\w*
        """,
        "number": r"""
            \w*nummer|telefon\w*|kontaktdaten|\w*adresse|kontakt|anschrift|\w*rufnummer
        """,
        "printed": r"""
            (auf|in|an|unter|im|am|aus) (der|dem|den|ihrer|unserer|unserem|jeder\
            |beiliegenden)? ?(\w+ )?(\w*karton|\w*verpackung|\w*schein|\w*etikett|\w*anleitung\
            |\w*karte|\w*flyer|\w*zettel)
            (auf|in|an|unter|im|am|aus) (der|dem|den|ihrer|unserer|unserem\
            |jeder)? ?(\w+ )?(\w*rechnung|\w*rückseite|\w*deckel|\w*beileger|\w*boden|\w*beilage\
            |\w*aufkleber|briefkopf)
        """,
        "labelled": r"""
            (bestell|auftrags|sendungs|tracking|serien|modell|artikel|chargen|rechnungs|kunden\
            |haus)\w*
            (handy|telefon)(hülle|halter|kabel|ladegerät|tasche)\w*
            (teile|produkt|typen|paket|liefer|ust|steuer|retouren|rücksende|rechnungs|liefer)\w*
        """,
        "lookup": r"""
            such\w*|google\w*|geben sie|eingeben|finden|gehen sie|schauen sie|besuchen|tippen sie
        """,
        "us_online": r"""
            (unserem?|unseren|unser) (\w+ )?(namen?|shop|marken\w*|laden\w*|firmen\w*|webshop\
            |auftritt)
            (firmen|shop|marken|laden|händler)name\w*|suchmaschine|browser
            uns (online|im netz|im internet)
        """,
        "pay": r"""
            schick\w*|(be)?zahl\w*|überweis\w*|send\w*|begleich\w*|anweis\w*|geld
        """,
        "elsewhere": r"""
            paypal|überweisung|iban|(unser|unserem|mein|auf das) (\w+ )?konto|kontodaten
            bankverbindung|bankkonto|bankdaten|vorkasse|direkt an (uns|mich)|western union
            krypto\w*|bitcoin|bar|revolut|(an uns|freunde und familie)|zahlungslink|klarna direkt
            wise|vorab
        """,
        "repaid": r"""
            sie haben [^.;!?]{0,50}(bezahlt|überwiesen|gezahlt)|\w*erstatt\w*|zurück\w*
            gutgeschrieben|gutschrift|haben sie (\w+ )?bezahlt|ihre zahlung
            (bitten|fordern|verlangen) (wir )?(\w+ )?(nie|niemals|nicht)
            (nie|niemals) (\w+ )?(bitten|zahl)\w*
        """,
        "drop": r"""
            schließ\w*|zurückzieh\w*|zurückzuziehen|zieh\w*|zurücknehm\w*|zurückzunehmen|nehmen sie
            zurück|beend\w*|stornier\w*|einstell\w*|fallen|lass\w*|aufheb\w*|widerruf\w*|lösch\w*
            stopp\w*|abbrech\w*|zu machen|zumachen|rausnehm\w*
        """,
        "claim": r"""
            a-?(bis|to|2)-?z\w*|a-z|\w*garantieantrag\w*|garantiefall|\w*claim\w*|\w*dispute\w*
            chargeback\w*|rückbuchung\w*|rücklastschrift|konflikt\w*|(paypal|käuferschutz)-?\w*
            \w*beschwerde\w*
            (offene\w*|ihren?|den|eröffneten?) (\w+ )?(fall|antrag|anspruch|einspruch)|streitfall
        """,
        "platform_acts": r"""
            <platform>('s)? (\w+ ){0,4}?(schließt|entscheidet|prüft|beendet)|bis (der|die|zum)
            können wir nicht|sobald|solange|entscheidung (von|durch)|geschlossen (wird|ist|wurde)
        """,
        "needless": r"""
            nicht (mehr )?(nötig|notwendig|erforderlich|brauchen|gebraucht)|unnötig|überflüssig
            anstatt|statt|ohne (\w+ )?|verzichten
            (öffnen|eröffnen|stellen) sie (\w+ ){0,3}?(kein|nicht)\w*
            brauch(t|en) (es |wir |sie )?(\w+ )?(kein|nicht)\w*|absehen|erübrigt
            warten sie (\w+ )?mit
        """,
        "cancel": r"""
            \w*stornier\w*|stornierung|zurückziehen|(nehmen|ziehen) sie [^.;!?]{0,40}zurück
            kündig\w*|brechen sie [^.;!?]{0,40}ab|verzichten sie
        """,
        "no_stock": r"""
            ausverkauft|vergriffen
            (nicht|kein\w*|nichts) (mehr )?(\w+ )?(lieferbar|verfügbar|vorrätig)
            (nicht|nichts|keine\w*) (\w+ ){0,3}?(auf|am) lager|(ware|bestand) (\w+ )?(fehlt|aus)
            lieferengpass|engpass|bestand\w* erschöpft|(nicht|kaum) (mehr )?(liefern|nachbestellen)
            (ging|geht|gehen|gingen|ist|sind) [^.;!?]{0,20}(aus|ausgegangen|alle|weg)
            lager (ist )?leer
        """,
        "invite": r"""
            gibt es|haben wir|führen wir|auch|schauen|sehen sie|entdeck\w*|stöber\w*|besuch\w*
            prob\w*|gönn\w*|blick\w*|interess\w*|lieben|gefallen|gefällt|mögen|empfehl\w*|empfohlen
            perfekt\w*|ideal\w*|bestell\w*|kauf\w*|sichern|neugier\w*|erhältlich|eingetroffen|da
            beliebt\w*|passt|passen\w*|dazu|ergänz\w*|werfen|wartet|warten|lohnt|begeistern|freuen
            jetzt|überzeug\w*|tipp|kennen
        """,
        "our_goods": r"""
            in unserem (sortiment|shop|angebot|laden|katalog)|bei uns (gibt es|finden sie)
            unsere[nmrs]? (\w+ )?(neu|weiter|ander|passend|beliebt|best|ganz|gesamt|aktuell\
            |groß)\w* (\w+ )?<goods>
            unser(e|em|en|er|es)? (\w+ ){0,2}?(\w*sortiment|\w*kollektion|\w*auswahl|\w*katalog\
            |\w*serie)\w*
            unser(e|em|en|er|es)? (\w+ ){0,2}?(\w*angebote?n?|\w*shop|\w*zubehör|\w*sets?\
            |\w*bestseller)
            (weitere|andere|ähnliche|passende|neue)[nrsm]? <goods> (von|bei|aus|in) (uns|unser\w*)
        """,
        "suits": r"""
            (viele|die meisten|etliche|unsere) (unserer )?(kunden|käufer) [^.;!?]{0,40}(mit|dazu\
            |auch|gleich|passend\w*|zusammen)
            (passt|passen|harmoniert|macht sich) (\w+ )?(hervorragend|perfekt|wunderbar|gut|toll\
            |ideal|schön)
            (perfekte|ideale|passende|schöne)[rsn]? (ergänzung|begleiter|zubehör|gegenstück)
            dazu passend
            (viele|andere) (unserer )?(kunden|käufer) (\w+ )?(auch|nehmen|wählen|bestellen\
            |kombinieren)
            (gern|oft|häufig) (zusammen|gemeinsam) (gekauft|bestellt)
            ergänz(t|en) (sich |ihr\w* )?\w+
        """,
        "goods": r"""
            \w*produkte?n?|\w*artikeln?|\w*lampen?|\w*modelle?n?|\w*farben?|\w*leuchten?
            \w*zubehör\w*|\w*teile?n?|\w*taschen?|\w*sets?|\w*hüllen?|\w*serien?|\w*kollektion\w*
            \w*angebote?n?
        """,
        "buy_more": r"""
            (viele|die meisten|etliche|unsere) (unserer )?(kunden|käufer) [^.;!?]{0,40}(mit|dazu\
            |gleich|passend\w*|zusammen)
            (freuen|hoffen) (wir )?(uns )?[^.;!?]{0,50}(nächste[rns]?|erneut\w*|wieder|weitere\w*\
            |bald) [^.;!?]{0,20}(bestell|einkauf|kauf|besuch|begrüß|auftr)\w*
            (bald|wieder) (bei uns|begrüßen|einkaufen)|wie wäre es mit|warum nicht (gleich|auch)
            nur noch (\d+|wenige) (stück|auf lager)|solange der vorrat|schnell sein|greifen sie zu
            zugreifen|limitiert\w*|vorbestell\w*|premium-?(version|modell|variante)
            (ideal|perfekt|schön)\w* (als )?(geschenk|mitbringsel)|aktion (läuft|gilt|bis)
            nur (heute|diese woche)|legen sie (\w+ ){0,4}?(in den warenkorb|dazu)|upgrade
            wiedersehen in unserem|bleiben sie uns treu
            (im|unser) (\w+ )?(angebot|sale)\b [^.;!?]{0,20}(gerade|jetzt|diese|für)
            (gerade|jetzt) im angebot
        """,
        "coupon": r"""
            gutschein\w*|rabatt\w*|preisnachlass|preisvorteil\w*|vergünstig\w*|sonderpreis\w*
            geschenkkarten?
        """,
        "coupon_packed": r"gefehlt|fehlt\w*|lag|paket|beilag",
        "asked": r"""
            warum|weshalb|wieso
            (nach dem|nach einem|von dem|den|der|das) sie (\w+ )?(frag|gefragt|erwähn|schreib\
            |eingelös|verwend)\w*
            sie (\w+ )?(frag|erwähn|schreib|haben [^.;!?]{0,30}(gefragt|eingelöst|verwendet\
            |eingegeben|erhalten))\w*
            ihr\w* (\w+ )?(gutschein|rabatt|code|geschenkkarte)\w*|frage (zu|nach|wegen)
            (können|dürfen) wir \w* ?kein
            (kein|nicht)\w* (\w+ ){0,3}?(gewähren|geben|anbieten|einräumen|gutschein\w*|rabatt\w*)
        """,
        "grant": r"""
            hier (ist|kommt|haben)
            (wir|ich) (\w+ )?(schenk|geben|gewähr|send|schick|räum|erlass)\w*
            (erhalten|bekommen|sparen) sie|sie (erhalten|bekommen|sparen)|nächste\w*|einlösbar
            lösen sie|gilt
        """,
        "saving": r"""
            \d+ ?(%|prozent|euro|€)|günstiger|billiger|halb\w*|weniger|spar\w*
            (zehn|fünf|zwanzig|fünfzehn) (prozent|euro)|besser\w* preis|nachlass|vorteil\w*|gratis
            kostenlos|umsonst|reduzier\w*|entgegen|abzug|geschenkt|aufs haus
        """,
        "next_buy": r"""
            (nächste|kommende|künftige|zukünftige|zweite|weitere|folgende)[nrms]? (\w+ )?(bestell\
            |einkauf|kauf|mal|order)\w*
            (bestellen|kaufen) sie (\w+ ){0,3}?(wieder|erneut)|wieder (bestellen|kaufen|einkaufen)
            folgebestellung
            (beim|bei der|bei ihrer|bei ihrem|zum) (\w+ )?(nächsten|kommenden|zweiten)
        """,
        "checkout": """
            (an|bei|in|zur) (der )?(kasse|bezahlung)
            (beim|bei der) (bezahlen|bestellen|bestellung|kauf)|warenkorb
        """,
        "enter": """
            (geben|nutzen|verwenden|nennen|tippen|lösen) sie|eingeben|einlösen|angeben
        """,
        "unworded": "nicht|adresse|fehler|falls",
        "stars": r"""
            (\d|ein|zwei|drei|vier|fünf|alle|ein paar|volle)[- ]?(\w+ )?sternen?
            (vergeb|geb|verdien|hinterlass|klick|bewert|freu|lass|schenk)\w* [^.;!?]{0,40}sternen?
            sternen? (vergeb|geb|verdien|hinterlass|schenk|da)\w*
            sterne-?(bewertung|feedback|urteil)\w*
        """,
        "starry": r"""
            ["“„«‘「『][^"”»’」』]{0,25}sterne?n?|leucht\w*|links|rechts|licht\w*|form|\w*förmig\w*
            schraub\w*|weihnacht\w*|\w*baum\w*|deko\w*|muster|kaputt|projektor|nacht\w*|aufkleber
            spitze|druck|kette|girlande|himmel
            (lampe|leuchte|modell|serie|hotel|ladegerät)\w* ([^\s.;!?]+ ){0,3}?sterne?n?
            sterne?n?-?(hotel|lampe|leuchte|projektor)\w*
        """,
        "public": r"""
            (produkt|artikel|angebots|shop|verkäufer)seite|internet|öffentlich\w*|online|profil
            im netz|(andere[nr]?|künftige[nr]?) (käufer|kunden|interessenten)n?
        """,
        "voice": r"""
            sagen|erzählen|teilen|schreiben|geschrieben|rückmeldung|worte|meinung|erfahrung\w*
            zeilen|kommentar\w*|eindruck|lob\w*|zufrieden\w*|posten|veröffentlich\w*
        """,
        "quoted": """
            , (schreiben|sagen|berichten|erwähnen|melden) sie|wie sie
            sie (schreiben|berichten|melden|erwähnen|fragen)
        """,
        "described": r"""
            farbe|größe|maße?|andere[ns]? (bild|angabe)|stand|steht|beschrieb\w+|beschreib\w*
        """,
        "undo": r"""
            nicht mehr (\w+ )?(zu sehen|sichtbar|auftaucht|erscheint|da|online|zu lesen|zu finden)
            (nach oben|hoch) (gehen|zu gehen|korrigier\w*)|nachdenken|besser ausfall\w*|\w*änder\w*
            abänder\w*|entfern\w*|lösch\w*|zurückzieh\w*|zurücknehm\w*|zurückzunehmen
            zurückzuziehen|überdenk\w*|überarbeit\w*|anpass\w*|angepasst|korrigier\w*|entschärf\w*
            abmilder\w*|mildern
            (noch ?mal|noch einmal|erneut) (\w+ )?(ansehen|anschauen|nachdenken|bewerten|überlegen)
            aufwert\w*|umschreib\w*|herausnehm\w*|(nehmen|ziehen) sie|verschwind\w*|weg|anheb\w*
            hochsetz\w*|verbesser\w*|umwandel\w*|runter\w*|offline|aktualisier\w*|nach oben
        """,
        "utterance": r"""
            (der|den|dieser|diesen|jener|das|die|diese|ihrer|ihre) (kommentar|beitrag|punktzahl\
            |note|wertung|urteil|text|zeilen|stern|rezension|einschätzung)
            kommentar
            was sie (\w+ ){0,4}?(geschrieben|veröffentlicht|gepostet|hinterlassen|geäußert)
            ihr(e|en|er|em|es)? (\w+ )?(kommentar|beitrag|eintrag|urteil|meinung|post|kritik|text\
            |statement)(e|s|n|en)?
            ihr(e|en|er|em|es)? (\w+ )?(worte|zeilen|sterne|note|punktzahl|rückmeldung|feedback\
            |äußerung|einschätzung)(en)?
            (den|die|das|der) (\w+ )?(negative|schlechte|öffentliche|kritische\
            |harte)[ns]? (\w+ )?\w+
            veröffentlicht\w*
            (unter|bei|auf) (dem|der|unserer|unserem) (artikel|produkt|produktseite|angebot|profil)
            (ein|der eine) (stern|punkt)
        """,
        "we_undo": r"""
            (wir|ich) (\w+ )?(\w*änder|verbesser|korrigier|pass|überarbeit|entfern|lösch\
            |aktualisier)\w*
            (hilft|helfen) (uns|dabei)|\w*adresse|rechnung|anschrift|um uns zu|damit wir
            weitergeleitet|weitergegeben
        """,
        "give_you": r"""
            (wir|ich) (\w+ )?(legen|packen|geben|schenken|senden|schicken|stecken|fügen|spendieren)
            (legen|packen|geben|schenken|senden|schicken|stecken|spendieren) (wir|ich)
            (erhalten|bekommen) sie|sie (erhalten|bekommen)|wartet auf sie|ist ihnen sicher
            für sie (drin|dabei)|lege ich|packe ich
        """,
        "treat": r"""
            (kleine[srn]?|nette[sn]?|schöne[sn]?|süße[sn]?) (extra|geschenk\w*|überraschung\
            |aufmerksamkeit|präsent|dankeschön)
            (kleinigkeit|überraschung|präsent|goodie|goodies|dankeschön|aufmerksamkeit)|gratis\w+
            etwas (schönes|kleines|nettes)|als (\w+ )?(dank|dankeschön|belohnung)
            für ihre (mühe|unterstützung|freundlichkeit)
        """,
        "mistake": r"""
            schuld|selbst (verschuldet|verursacht)|fahrlässig*|fehlbedienung|\w*bedienungsfehler
        """,
        "ours": r"""
            (war|lag|ist) (bei uns|unser)|unser (fehler|versehen)|bei uns|unsererseits|von uns
            nicht ihre? (schuld|fehler)
            wir (\w+ )?(\w+ ){0,3}?(verpackt|verwechselt|vergessen|übersehen)|nichts falsch
        """,
        "carrier": """
            paketboten|zustellern|die zusteller|<carrier>|bote|versanddienstleister|logistik*
            paketzusteller|paketfahrer|kuriere?|fahrer|zusteller|postbote
        """,
        "bungle": r"""
            (nie|niemals|selten|kaum) (\w+ ){0,3}?(ordentlich|sorgfältig|pünktlich|vorsichtig\
            |richtig|auf|um)
            nicht (\w+ )?aufgepasst|wieder einmal|schon wieder|mal wieder|nicht besser|nicht sauber
            fallen (gelassen|lassen)|verursach\w*|gepatzt|konto von|verbockt|schlecht(er|e)?
            geschmissen|schlamp\w*|unzuverlässig\w*|langsam\w*|kaputt\w*
            (lieblos|nachlässig|grob|ruppig|rabiat)\w*|verloren|versagt|beschädigt
            (wieder|immer|mal|ständig|dauernd) (\w+ )?(zu spät|verspätet|probleme|ärger)|geworfen
            verschlampt|unfähig\w*|fehler|pfusch\w*|zerstört|schuld|ruiniert
            liegen (gelassen|lassen)|(kein|keine) mühe|überfordert|chaos|chaotisch\w*|typisch
            leider wieder|nicht (lesen|fähig|im griff|gekümmert|ernst)|katastroph\w*|miserabel
            saumselig|bummel\w*|trödel\w*|verantwortlich|versäum\w*|unachtsam\w*|verbummelt
            verpennt|geschlafen|verhauen|vergeigt
        """,
        "checking": r"""
            ob|frag\w*|\w*prüf\w*|nachforsch\w*|klär\w*|laut|sendungsverfolgung|suchauftrag
            melde\w*|falls|wenn
        """,
        "only_you": r"""
            (kein|keine|niemand|noch nie) (\w+ )?(andere[rsn]?|sonst) (\w+ ){0,4}?(beschwer\
            |problem|gemeldet|reklamier|beanstand)\w*
            (sie sind|sind sie) (der|die) (erste|einzige)\w*
            (alle|bei allen) anderen (kunden|käufern?) \w+
            (hat|haben|verließ|verlassen) (\w+ )?unser (haus|lager) (\w+ )?(in )?(einwandfrei\
            |unbeschädigt|intakt|ordnungsgemäß|heil)\w*
            bei uns (war|funktionierte) (\w+ )?(noch )?(alles )?(in ordnung|einwandfrei|ganz|heil)
            (einwandfrei|unbeschädigt|intakt|heil)\w* (\w+ )?(verschickt|versendet|versandt\
            |verlassen|rausgegangen|losgeschickt)
        """,
        "misdeed": r"""
            hätten sie (\w+ ){0,5}?(befolgt|eingehalten|verwendet|benutzt)|wäre das nicht passiert
            (sie haben|haben sie) (\w+ ){0,4}?(wohl|offenbar|offensichtlich|anscheinend\
            |vermutlich|sicher) (\w+ ){0,5}?(ge\w+|be\w+|ver\w+|über\w+)
            (hätten|wenn) sie (\w+ ){0,5}?(gelesen|geachtet|beachtet|gemessen|geprüft|aufgepasst\
            |gefragt|nachgesehen)
            wie sie (\w+ ){0,4}?(behandelt|benutzt|geöffnet|gelagert|montiert|verwendet|angefasst\
            |umgegangen)
            zu (fest|heiß|grob|stark|schnell|viel kraft) (\w+ )?(gewaschen|gezogen|gedreht\
            |gedrückt|geöffnet|behandelt|angezogen)
            sie (\w+ ){0,4}?(ignoriert|überlesen|missachtet|verwechselt|übersehen\
            |falsch verstanden)
            (steht|stand) (doch|ja|klar|deutlich|eindeutig|groß|ausdrücklich)( \w+){0,3}
            (doch|ja) (klar|deutlich) (erkennbar|angegeben|beschrieben)
            (durch|aufgrund|wegen|infolge) (ihre[rsn]?|falscher|unsachgemäßer\
            |fehlerhafter) (\w+ )?(bestell|behandl|nutz|verwend|handhab|bedien|eingab|angab\
            |montag|lager|pfleg)\w*
            nächstes mal (\w+ ){0,3}?(genau|besser|richtig|vorher)\w*|selbst schuld
            eigenverschulden|da sie (\w+ ){0,4}?(falsch|nicht)\w*
        """,
        "giveaway": r"""
            \w*geschenks?|\w*zugabe|\w*beigabe|gratis\w*|werbe\w+|dreingabe|\w*probe|beilage|extra
        """,
        "send_back": r"""
            (bitte|müssen|zuerst) [^.;!?]{0,60}(zurück|wieder|retour)\w*
            (erst|brauchen|benötigen|haben) [^.;!?]{0,60}(zurück|wieder|retour)\w*
            (schicken|senden|geben) sie [^.;!?]{0,60}(zurück|wieder|retour)
            zurückzu(geben|senden|schicken)|(zurück|retour)\w* (müssen|sollen|werden)|mit zurück
        """,
        "keep": r"nicht|behalten|möchten|wunsch|wünsch\w+|ob",
        "merely": r"""
            (zu|so) viel (zu )?erwarten
            (kostenlose|kleine|nette)[rsn]? (dreingabe|zugabe|beigabe|extra)
            (ja|doch) (\w+ )?(umsonst|gratis|geschenkt)
            (nur|bloß|lediglich|schließlich|immerhin|ja|doch|halt|einfach) (um )?(ein|eine|einen\
            |einer|eines|das|die|so ein|so eine)? ?(\w+ ){0,2}?(\w*geschenk|\w*zugabe|\w*beigabe\
            |gratis\w*|werbe\w+|dreingabe|extra|probe|artikel)
            (nichts|kein geld|keinen cent) (\w+ )?(bezahlt|gekostet|ausgegeben|kostet)
            (war|ist) (\w+ )?(gratis|kostenlos|umsonst|geschenkt)
            (nicht|kaum|wenig) (viel |der rede )?wert
            nicht (so )?(schlimm|tragisch|wichtig|dramatisch|aufregen|ärgern)|froh sein
            dankbar sein|(keine|kein) (große sache|drama|grund)|sowieso|ohnehin|geschenkten gaul
            im wert von (nur|wenigen)
        """,
        "asked_whether": r"""
            ob|tut uns leid|leid|genauso|ebenso|gleich|wichtig|gehört|entschuldig\w*|bedauer\w*
        """,
        "undecided": r"""
            (können|dürfen|lässt) [^.;!?]{0,60}(noch )?nicht (\w+ )?(zusagen|versprechen|sagen\
            |bestätigen|entscheiden|zusichern|absehen)
            (kein|keine|nicht|nichts) (\w+ ){0,3}?(zusagen?|versprechen|versprochen|entschieden\
            |zugesagt|zusicher\w*)
            (bevor|ehe|bis|sobald|erst wenn|erst nach) (\w+ ){0,6}?(prüf|geprüft|klär|geklärt\
            |wissen|entschied|feststeh)\w*
        """,
        "however": "aber|jedoch|trotzdem|dennoch|daher|deshalb|stattdessen|sondern",
        "advised_against": r"""
            (schreiben|senden|schicken|geben|teilen|nennen|veröffentlichen|hinterlassen\
            |posten) sie [^.;!?]{0,60}(keine?\w*|nicht|nie\w*)
            (zu|aus|für) (ihrer|ihre) (\w+ )?(sicherheit\w*|schutz|sicherheitsgründen)|zum schutz
            nicht (erlaubt|gestattet|zulässig)
            (wir|ich) (dürfen|können) (sie )?(\w+ ){0,3}?(nicht|keine) (\w+ ){0,2}?(anrufen\
            |telefon\w*|anruf\w*)
        """,
        "remedy": r"""
            \w*erstatt(en|et|ung|ungen|ete)|erstatten|ersetz(en|t)|\w*ersatz\w*|umtausch\w*
            austausch\w*|(um|aus)getauscht|tauschen|geld (\w+ ){0,2}(zurück|wieder)|gutschr\w+
            stornier\w*|rückzahlung|kaufpreis\w*|vollen betrag|\w*kosten (über|trag)\w*
            (ein )?neue[snr]? (exemplar|gerät|artikel|ware|teil|stück|paket|sendung)
        """,
        "framed": r"""
            \w*(wunsch|wünsche|anfrage|anfragen|antrag|anliegen|frage|fragen)|(ge)?wünsch(t|en)
            gewünscht\w+|bitten?|gebeten|möchten|nachricht|bezüglich|betreffend|wegen
            zu (ihrer|ihrem|der|dem)|zum|zur|ob|nicht(?! nur)|kein\w*(?! (problem|thema))|noch
            \w*prüf\w*|\w*klär\w*|informier\w*|melden uns|schritte?n?|möglich\w*|warten
            entsch(ie|ei)d\w*|antwort\w*|wie es|was|über|lässt|bevor|beantrag\w*|anforder\w*
            kümmer(t|n)|zuständig|kundenservice
        """,
        "harsh": "hart|streng|unfair|zu wenig|übertrieben|happig|schade|ungerecht",
        "seen": r"""
            (kennen|haben|sahen) sie (\w+ )?(schon|bereits|gesehen)
            (ist|sind) (\w+ )?(da|eingetroffen|erschienen|erhältlich)|neu herausgebracht
            gerade (erst )?(erschienen|eingetroffen|herausgekommen)|es (\w+ ){0,3}?(bei uns )?gibt
        """,
        "launched": r"""
            (\w*variante|\w*version|\w*modell|\w*ausführung|\w*kollektion|\w*serie|\w*reihe\
            |\w*linie)\w*
            (frühjahrs|sommer|herbst|winter|weihnachts)\w+
        """,
        "promise": r"""
            (ihr|das|ihrem) (geld|betrag) (ist|sind|wurde) (\w+ )?(\w+ )?(auf dem weg|unterwegs\
            |angewiesen|raus)
        """,
        "assessing": r"""
            (bewertung|beurteilung|einschätzung|begutachtung) (des|der|ihres|ihrer|vom|von|durch\
            |dieses) (\w+ )?(\w*schadens?|\w*falls?|situation|lage|fotos?|bilder|zustands?\
            |sachverhalts?|angaben|\w*technik\w*|mängel|mangels|defekts?|anfrage|anliegens\
            |unser\w*|fach\w*|werkstatt)
            \w*bewertung (liegt|dauert|durch)
        """,
        "single_star": "(ein|einen|einem|nur ein|1)[- ](einziger |einzigen )?stern",
    },
)
