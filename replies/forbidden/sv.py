"""How Swedish says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.vocabulary import Vocabulary

SWEDISH: Final = Vocabulary(
    language="sv",
    marks=(
        "och|att|det|är|vi|du|din|ditt|dina|dig|för|på|med|av|till|om|inte|som|en|ett|den|har"
        "|vår|vårt|våra|oss|kan|ska|tack|så|vill|hos|när"
    ),
    spared_before=(
        r"(?:\bom\b|\binte\b|\bingen\b|\binget\b|\binnan\b|\btills\b|\baldrig\b|\bännu\b)[^,;:]*$"
    ),
    phrases={
        "review": r"recension\w*|omdöme\w*|betyg\w*|stjärnor|rekommendera (oss|vår)",
        "code": r"rabatt\w*|kupong\w*|värdekod\w*|presentkort\w*|värdecheck\w*",
        "promotion": r"""
            nyhetsbrev\w*|kampanj\w*|erbjudande\w*|rea|avsluta prenumeration\w*|avregistrer\w*
            följ oss|våra (andra|nya) \w+
        """,
        "other-contact": r"""
            ring (oss|mig|till)|telefonnummer|per (telefon|e-?post|mejl|sms)|mejla|maila
            vår (webbplats|hemsida|webbutik|e-?post\w*)|klicka|(den här |följande )?länken|googla
        """,
        "away": r"semester\w*|inte på (kontoret|plats)|frånvarande|stängt",
        "belittling": r"bara en (gratis )?(present|gåva|bonus)|betalade inget|värdelös\w*",
        "incentive": r"""
            i utbyte|belöning\w*|kompens\w*|bonus\w*|som (tack|plåster|kompensation)
        """,
    },
    concepts={
        "outside": r"""
            utanför (plattformen|amazon|marknadsplatsen)|utan att gå via \w+|privat|mellan oss
            direkt (hos|med|till|av|från) (oss|mig)
        """,
        "deal": r"""
            skriv\w*|kontakt\w*|ring\w*|beställ\w*|köp\w*|betal\w*|lös\w*|ordna\w*|prata\w*
            handla\w*|gör upp
        """,
        "our_number": r"vårt (\w+ )?nummer|mitt nummer|kundtjänstnummer",
        "number": r"\w*nummer|telefon\w*|kontaktuppgift\w*|\w*adress\w*",
        "printed": r"""
            på (\w+ )?(kartongen|förpackningen|följesedeln|etiketten|bruksanvisningen|kortet\
            |fakturan|lådan)
        """,
        "labelled": r"""
            (order|beställnings|spårnings|serie|modell|artikel|faktura|kolli|kund|hus)\w*nummer\w*
        """,
        "lookup": r"sök\w*|googla|hitta\w*|besök\w*|skriv in",
        "us_online": r"""
            (butikens|vårt|företagets|vår) (butik|namn|varumärke)\w*|butiksnamn\w*|sökmotor\w*
            oss (på nätet|online)
        """,
        "pay": r"betal\w*|överför\w*|sätt\w*|skicka\w*|swisha\w*",
        "elsewhere": r"""
            paypal|swish\w*|bankkonto\w*|iban|vårt konto|kontonummer|banköverföring|kontant\w*
            bitcoin|betallänk\w*|direkt till oss
        """,
        "repaid": r"åter\w*|tillbaka|har betalat|betalade|aldrig|ber inte",
        "drop": r"stäng\w*|dra\w*|återkalla\w*|avbryt\w*|avsluta\w*|ta bort|lägg ned",
        "claim": r"""
            a-?(till|to|2)-?ö?z?|a-z|krav\w*|tvist\w*|reklamationsärende\w*|anmälan|chargeback
            klagomål\w*|garantianspråk\w*
        """,
        "platform_acts": r"amazon (\w+ )?(stäng|besluta|pröva)\w*|tills",
        "needless": r"""
            (inte|inga|ingen) (\w+ )?(nödvändig|behöv|behov)\w*|onödig\w*|i stället för
            istället för|utan (\w+ )?
        """,
        "cancel": r"avbeställ\w*|avboka\w*|annuller\w*",
        "no_stock": r"""
            slutsåld\w*|slut (i lager|på)|inte (längre )?(i lager|tillgänglig\w*)|finns inte
            lagret är tomt
        """,
        "invite": r"""
            titta\w*|upptäck\w*|besök\w*|prova\w*|köp\w*|beställ\w*|gilla\w*|älska\w*|perfekt\w*
            passar|också|finns|även|missa
        """,
        "our_goods": r"""
            vår(t|a)? (\w+ )?(sortiment|kollektion|katalog|butik|serie|tillbehör|nyhet)\w*
            våra nya \w+|vår nya \w+
        """,
        "suits": r"passar (\w+ )?(perfekt|utmärkt|bra|fint)|matchande",
        "goods": r"""
            lamp\w*|produkt\w*|artik\w*|modell\w*|färg\w*|fodral\w*|väsk\w*|skärm\w*|version\w*
        """,
        "buy_more": """
            nästa (beställning|köp)|välkommen (åter|tillbaka)|köp (nu|igen)|så länge lagret räcker
        """,
        "seen": r"""
            har du (\w+ )?(sett|provat|upptäckt)|känner du till|precis (kommit|släppt)|är här
        """,
        "launched": r"\w*kollektion\w*|version\w*|variant\w*|\w*modell\w*|nya \w+",
        "coupon": "rabatten",
        "asked": r"""
            du (\w+ )?(fråga|nämn|använd|skriv)\w*|varför|om (rabatten|kupongen)
        """,
        "grant": "här (är|kommer)|vi (ger|skickar|bjuder)|du (får|sparar)|nästa",
        "saving": r"""
            \d+ ?(%|procent|kronor|kr|euro)|billigare|gratis|halva|mindre|spara\w*
        """,
        "next_buy": r"(nästa|framtida|andra) (\w+ )?(beställning|köp|gång)\w*",
        "stars": r"(\d|en|två|tre|fyra|fem) stjärnor|stjärnor",
        "starry": r"lamp\w*|slinga\w*|lys\w*|jul\w*|form|skruv\w*|hotell",
        "single_star": "en (enda )?stjärna",
        "harsh": r"hård\w*|orättvis\w*|sträng\w*|lite",
        "public": r"produktsida\w*|internet|offentlig\w*|online|andra (köpare|kunder)",
        "voice": r"""
            skriv\w*|skrev|berätta\w*|dela\w*|ord|erfarenhet\w*|åsikt\w*|nöjd\w*
        """,
        "quoted": "skriver du|som du|du (skriver|berättar|nämner)",
        "described": r"färg\w*|storlek\w*|mått",
        "undo": r"""
            ändra\w*|ta bort|radera\w*|redigera\w*|ompröva\w*|överväga|tänka om|mildra\w*
            uppdatera\w*|justera\w*|höja|höj
        """,
        "utterance": r"""
            (din|ditt|dina) (\w+ )?(kommentar|åsikt|kritik|poäng|text|inlägg|feedback|stjärn)\w*
            (den|det|denna) (\w+ )?(kommentaren|inlägget|texten)|det du (skrev|har skrivit)
        """,
        "we_undo": r"""
            vi (\w+ ){0,2}?(ändrar|förbättrar|uppdaterar|rättar)|adress\w*|faktura\w*
        """,
        "assessing": r"bedömning\w* av (skadan|bilderna|läget|ärendet)",
        "give_you": r"vi (\w+ )?(skickar|lägger|bjuder|ger)|du (får)",
        "treat": r"""
            (liten|trevlig|fin) (present|gåva|överraskning|bonus)|överraskning\w*
            något (litet|extra)
        """,
        "surprise": r"överraskning\w*",
        "unpleasant": r"tråkig\w*|obehaglig\w*|otrevlig\w*",
        "mistake": r"""
            ditt (\w+ )?(fel|misstag)|eget fel|vårdslös\w*|ansvariga för|inte ansvar\w*
        """,
        "ours": r"""
            vårt (fel|misstag)|på vår sida|hos oss|vi (\w+ )?(gjorde fel|missade|ansvarar)
            inte ditt fel
        """,
        "carrier": r"""
            bud(et|firma\w*)?|chaufför\w*|postnord|fraktbolag\w*|transportör\w*|dhl|dpd|ups
            lager\w*|posten|speditör\w*
        """,
        "bungle": r"""
            fel(et)?|slarv\w*|tappa\w*|skada(t|de|r)|förlora\w*|borttappa\w*|opålitlig\w*
            alltid (sen|försen)\w*|dålig\w*|skyldig\w*|ansvar\w*|aldrig|igen|kasta\w*
        """,
        "checking": r"om|fråga\w*|frågat|undersök\w*|kontroller\w*|enligt",
        "only_you": r"""
            ingen annan (\w+ ){0,3}?(klaga|problem|anmäl)\w*|du är (den )?(första|enda)
            (hel|oskadad|felfri)\w* när (den|det|de|vi)
        """,
        "misdeed": r"""
            du (borde|skulle|kunde) ha \w+|om du (hade|bara)
            du (har )?(\w+ ){0,3}?(fel|felaktigt|själv) \w*|felaktig (användning|hantering)
            användarfel
        """,
        "giveaway": r"present\w*|gåva\w*|gratis\w*|bonus\w*",
        "send_back": r"""
            (skicka|sänd|returnera) (\w+ ){0,4}?(tillbaka|present\w*|gåva\w*)
            måste (\w+ )?(skicka|returnera)\w*
        """,
        "keep": "inte|behålla|vill|om",
        "merely": r"""
            (bara|endast|ju|trots allt) (en )?(gratis |liten )?(present|gåva|bonus|extra)\w*
            (var|är) (ju )?gratis|inget värde|inte så farligt|kostade (dig )?(inget|ingenting)
        """,
        "asked_whether": r"om|ledsna|ursäkt|lika mycket|beklag\w*",
        "promise": r"""
            vi (\w+ ){0,2}?(återbetalar|ersätter|byter|avbeställer|skickar (dig )?(en|ett) (ny\
            |nytt))
            du (får|kommer att få) (\w+ ){0,3}?(pengar\w*|återbetalning|ny|nytt|ersätt\w*)
            (har|är|blir) (\w+ ){0,2}?(återbetalad|återbetalats|ersatts|avbeställd|ändrats|bytts)
        """,
        "remedy": r"""
            återbetal\w*|ersätt\w*|byt(e|a|er)\w*|utbyte|avbeställ\w*|pengarna (tillbaka|åter)
            ny(tt)? (exemplar|lampa|artikel|produkt)
        """,
        "framed": r"""
            önska\w*|vill|gäller|angående|om|fråga\w*|inte|ingen|ännu|möjlig\w*|tar reda
            undersök\w*|kontroller\w*|bekräfta\w*|beslut\w*|vänta\w*|kundtjänst
        """,
        "undecided": r"""
            kan (\w+ )?(ännu )?inte (\w+ )?(lova|säga|bekräfta|garantera)|inte (ännu )?bekräftad
            innan vi (\w+ )?(sett|kontrollerat|undersökt)
        """,
        "however": "men|dock|därför|ändå",
        "advised_against": r"""
            (skriv|skicka|dela|ange|lämna) (\w+ ){0,3}?(inte|inga|inget)|för din säkerhet
        """,
        "checkout": r"(i|vid) (kassan|betalning\w*|beställning\w*)",
        "enter": "ange|skriv|använd|uppge",
        "unworded": r"adress\w*|fel|bild\w*",
        "coupon_packed": r"sakna\w*|låda\w*|paket\w*",
    },
)
