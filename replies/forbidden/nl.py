"""How Dutch says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.vocabulary import Vocabulary

DUTCH: Final = Vocabulary(
    language="nl",
    marks=(
        "de|het|een|en|van|uw|u|wij|ons|onze|is|zijn|niet|voor|met|dat|op|te|aan|bij|als|om"
        "|hebt|heeft|wordt|naar|ook|nog|kunt|graag|deze|dit"
    ),
    spared_before=(r"(?:\bof\b|\bniet\b|\bgeen\b|\bvoordat\b|\btotdat\b|\bnooit\b)[^,;:]*$"),
    phrases={
        "review": r"""
            recensies?|beoordeling(en)?(?! van (de|uw) schade)|sterren|waardering(en)?|aanbevel\w*
        """,
        "code": r"""
            kortings?\w*|kortingen|vouchers?|tegoedbon\w*|cadeaubon\w*|kadobon\w*|waardebon\w*
            actiecode
        """,
        "promotion": r"""
            nieuwsbrief|aanbieding(en)?|uitverkoop|abonneren|uitschrij\w*|afmeld\w*|schrijf u uit
            volg ons|onze (andere|nieuwe) \w+
        """,
        "other-contact": """
            bel (ons|mij|naar)|telefonisch|telefoonnummer|per (telefoon|e-?mail|mail|sms)
            mail (ons|mij|naar)|onze (website|webwinkel|webshop|site|hotline)|klik (hier|op)
            (de|deze|volgende) link|google
        """,
        "away": r"""
            met vakantie|op vakantie|afwezig\w*|niet (op kantoor|bereikbaar|aanwezig)|gesloten
        """,
        "belittling": r"""
            maar een (gratis )?\w*(cadeau\w*|gift|extraatje)|niets (voor )?betaald|waardeloos
        """,
        "incentive": r"""
            als (dank|bedankje|beloning|compensatie)|beloning|in ruil voor|compens\w*|bonus
        """,
    },
    concepts={
        "outside": """
            (buiten|zonder|om) (het |de )?(platform|marktplaats|amazon|ebay|bol)( om)?|onder ons
            privé|rechtstreeks (bij|met|aan|via) (ons|mij)|direct (bij|met|aan|via) (ons|mij)
        """,
        "deal": r"""
            schrij\w*|contact\w*|bel\w*|bestel\w*|koop|kopen|koopt|betaal\w*|betalen|regel\w*
            oploss\w*|afhandel\w*|afspre\w*|praat|praten
        """,
        "our_number": r"ons (\w+ )?nummer|mijn nummer|servicenummer",
        "number": r"\w*nummer|telefoon|contactgegevens|\w*adres",
        "printed": r"""
            (op|in) (de|het|uw) (\w+ )?(doos|verpakking|pakbon|etiket|handleiding|kaart\w*\
            |factuur|folder)
        """,
        "labelled": r"""
            (bestel|order|track\w*|serie|model|artikel|factuur|zending|huis|klant|type)\w*nummer
        """,
        "lookup": r"zoek\w*|google\w*|typ|vind\w*|bezoek\w*",
        "us_online": r"""
            onze (winkel|merk|bedrijfs)\w*|(winkel|merk|bedrijfs)naam|zoekmachine|ons online
        """,
        "pay": r"""
            betaal\w*|betalen|maak\w*|over(maken|schrijven|boeken)|stuur\w*|sturen|boek
        """,
        "elsewhere": r"""
            paypal|bankrekening\w*|iban|onze rekening|rekeningnummer|overschrijving|contant|tikkie
            bitcoin|betaallink|rechtstreeks aan (ons|mij)
        """,
        "repaid": r"terug\w*|hebt (\w+ )?betaald|nooit|vragen wij niet",
        "drop": r"""
            sluit\w*|trek\w*|intrek\w*|in te trekken|annuleer\w*|beëindig\w*|stop\w*|verwijder\w*
            laat \w+ vallen
        """,
        "claim": r"""
            a-?(tot|to|2)-?z|a-z|claims?|geschil\w*|klacht\w*|chargeback|zaak|betwisting
        """,
        "platform_acts": r"amazon (\w+ )?(sluit|beslist|beoordeelt)|totdat",
        "needless": r"""
            niet (meer )?nodig|geen (\w+ )?(nodig|claim)|onnodig|in plaats van|zonder (\w+ )?
        """,
        "cancel": r"annuleer\w*|annuleren|annulering|zegt u \w+ af",
        "no_stock": """
            uitverkocht|niet (meer )?(op voorraad|leverbaar|beschikbaar)|geen voorraad
            voorraad (is )?op
        """,
        "invite": r"""
            bekijk\w*|ontdek\w*|bezoek\w*|probeer|koop|bestel\w*|mooi|perfect|past|leuk|interess\w*
            neem|vind\w*|ook|beschikbaar
        """,
        "our_goods": r"""
            ons(e)? (\w+ )?(assortiment|collectie|catalogus|winkel|aanbod|serie|webshop\
            |accessoires?)
            onze (nieuwe|andere|nieuwste) \w+
        """,
        "suits": r"past (\w+ )?(perfect|goed|mooi)|bijpassend\w*",
        "goods": r"lamp\w*|product\w*|artikel\w*|model\w*|kleur\w*|hoes\w*|tas\w*|kap",
        "buy_more": """
            (volgende|nieuwe) (bestelling|aankoop)|koop (nu|weer|opnieuw)|tot (gauw|snel) in
            zolang de voorraad
        """,
        "seen": r"""
            (hebt|kent|heeft) u (\w+ )?(al|gezien|ontdekt)?|net (binnen|uit|verschenen)
            (is|zijn) er
        """,
        "launched": r"\w*(collectie|versie|variant|model|serie|uitvoering)",
        "coupon": r"kortingen|korting|\w*bonnen",
        "asked": r"""
            u (\w+ )?(vraagt|vroeg|noemt|noemde|schrijft|gebruikte)|waarom|over de (korting|bon)
        """,
        "grant": """
            hierbij|wij (geven|sturen|schenken)|u (krijgt|ontvangt|bespaart)|volgende
        """,
        "saving": r"\d+ ?(%|procent|euro)|goedkoper|gratis|minder|helft|voordel\w*",
        "next_buy": r"""
            (volgende|toekomstige|tweede) (\w+ )?(bestelling|aankoop|keer)|weer (bestelt|koopt)
        """,
        "stars": r"(\d|een|één|twee|drie|vier|vijf) sterren|sterren",
        "starry": r"lamp|slinger|branden|gaan niet|kerst\w*|vorm|schroef\w*|hotel",
        "single_star": "(één|een|1) ster",
        "harsh": "streng|hard|oneerlijk|weinig",
        "public": "productpagina|internet|openbaar|online|andere (kopers|klanten)",
        "voice": r"""
            schrij\w*|geschreven|vertel\w*|deel\w*|delen|laat \w+ weten|woorden|ervaring\w*|mening
            tevreden
        """,
        "quoted": "schrijft u|zoals u|u (schrijft|meldt|vertelt)",
        "described": r"kleur|maat|afmeting\w*|staat",
        "undo": r"""
            wijzig\w*|aanpas\w*|verwijder\w*|herzie\w*|heroverweeg\w*|heroverwegen|terugnem\w*
            intrek\w*|verander\w*|verzacht\w*|bijstel\w*|weghal\w*|haalt? \w+ weg
        """,
        "utterance": r"""
            uw (\w+ )?(opmerking|reactie|commentaar|oordeel|mening|tekst|score|cijfer|bericht op\
            |feedback|sterren)
            wat u (\w+ )?(hebt|heeft) (geschreven|geplaatst)
            (die|deze|dat) (opmerking|reactie|commentaar|score|tekst)
        """,
        "we_undo": r"wij (\w+ ){0,3}?(aanpas|wijzig|verbeter|verander)\w*|adres|factuur",
        "assessing": r"""
            beoordeling (van|door) (de|het|uw|onze) (schade|foto's|situatie|zaak|techni\w+|staat)
        """,
        "give_you": r"""
            (wij|we) (\w+ )?(doen|sturen|geven|leggen|stoppen)|u (krijgt|ontvangt)
        """,
        "treat": r"""
            (klein\w*|leuk\w*|mooi\w*) (cadeau\w*|extraatje|verrassing|attentie|presentje)
            extraatje|verrassing
        """,
        "surprise": "verrassing",
        "unpleasant": r"onaangena\w*|slechte|nare",
        "mistake": r"(uw|eigen) (schuld|fout)|aansprakelijk|nalatig\w*|verantwoordelijk",
        "ours": r"""
            onze (fout|vergissing)|bij ons
            wij (hebben|zijn) (\w+ ){0,3}?(vergist|fout|verantwoordelijk|vergeten|ingepakt)
            niet uw (schuld|fout)
        """,
        "carrier": r"""
            bezorger\w*|koerier\w*|vervoerder\w*|postnl|dhl|dpd|ups|gls|chauffeur|magazijn
            bezorgdienst|pakketdienst|post
        """,
        "bungle": r"""
            schuld|fout|kwijt\w*|verloren|beschadigd|laten vallen|slordig\w*|onbetrouwbaar\w*
            altijd te laat|slecht\w*|nalatig|waardeloos|verantwoordelijk|nooit|alweer|gooi\w*
        """,
        "checking": r"of|vraag\w*|gevraagd|navraag|na|volgens|onderzoek\w*|als",
        "only_you": r"""
            (niemand|geen) (anders|andere \w+) (\w+ ){0,3}?(klach|problem|gemeld)\w*
            u bent de (eerste|enige)
            (onbeschadigd|heel|intact|in orde) (\w+ ){0,2}?(verzonden|vertrokken|verstuurd)
        """,
        "misdeed": r"""
            u had (\w+ ){0,5}?(moeten|kunnen)|had u (\w+ ){0,5}?(gelezen|gevolgd|gecontroleerd)
            u hebt (\w+ ){0,4}?(verkeerd|zelf|fout|laten vallen)\w*
            verkeerd (gebruik\w*|gebruikt|besteld|ingevuld)|gebruikersfout|door uw (eigen )?\w+
        """,
        "giveaway": r"\w*cadeau\w*|extraatje|gratis \w+|geschenk",
        "send_back": r"""
            (stuur|stuurt|zend|geef) (\w+ ){0,5}?(terug|retour)|moet (\w+ ){0,4}?(terug|retour)
        """,
        "keep": "niet|houden|behouden|wenst|of",
        "merely": r"""
            (maar|slechts|alleen maar|gewoon) (een )?(gratis )?(\w+ )?(\w*cadeau\w*|extraatje\
            |geschenk)
            (was|is) (toch |immers )?gratis|niets (voor )?betaald|geen waarde|niet zo erg
        """,
        "asked_whether": "of|spijt|excuses|net zo",
        "promise": r"""
            (wij|we|ik) (\w+ ){0,3}?(betalen|storten|vergoeden|vervangen|ruilen|annuleren\
            |sturen u (een|de) (nieuw\w*|vervang\w*|ander\w*))
            u (krijgt|ontvangt) (\w+ ){0,3}?(geld|bedrag|terugbetaling|vervang\w*|nieuw\w*)
            (is|zijn|werd|wordt) (\w+ ){0,3}?(terugbetaald|vervangen|geannuleerd|gewijzigd\
            |vergoed|gestort)
        """,
        "remedy": r"""
            terugbetal\w*|terugbetaald|vergoed\w*|vervang\w*|omruil\w*|ruilen|annuler\w*
            geannuleerd|geld terug|restitutie|nieuwe? (exemplaar|artikel|lamp|product)
        """,
        "framed": r"""
            verzoek\w*|vraag\w*|vragen|wens\w*|wenst|wilt|over|betreft|gaat|of|niet|geen|nog
            mogelijk\w*|nakijk\w*|kijken|nagaan|gaan na|onderzoek\w*|bevestig\w*
            besl(is|uit|oten)\w*|wacht\w*|klantenservice
        """,
        "undecided": r"""
            (kunnen|mogen) (\w+ ){0,5}?(nog )?niet (\w+ )?(toezeggen|beloven|zeggen|bevestigen)
            nog niet bevestigd|(voordat|zodra) (\w+ ){0,5}?(bekeken|gecontroleerd|weten|onderzocht)
        """,
        "however": "maar|echter|toch|daarom|dus",
        "advised_against": r"""
            (schrijf|stuur|deel|geef|vermeld) (\w+ ){0,5}?(geen|niet)|voor uw veiligheid
        """,
        "checkout": "bij (het afrekenen|de kassa|uw bestelling)",
        "enter": "vul|gebruik|voer|noem",
        "unworded": "adres|fout|foto",
        "coupon_packed": r"ontbr\w*|doos|pakket",
    },
)
