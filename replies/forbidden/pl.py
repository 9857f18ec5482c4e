"""How Polish says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.vocabulary import Vocabulary

POLISH: Final = Vocabulary(
    language="pl",
    marks=(
        r"to|był\w*|tylko|ten|ta"
        "|jest|są|nie|się|na|do|w|z|i|że|o|za|dla|państwa|państwo|pana|pani|proszę|prosimy"
        r"|oraz|jak|czy|już|jeszcze|nas|nam|nasz\w*|jeśli|przez|po|przed|od|został\w*|będzie"
        "|bardzo"
    ),
    spared_before=(r"(?:\bczy\b|\bnie\b|\bzanim\b|\bżaden|\bżadn\w*|\bnigdy\b|\bdopóki\b)[^,;:]*$"),
    phrases={
        "review": r"""
            opini[ęeai]\w*|recenzj\w*|ocen(a|ę|y|ić|cie|om|ie)|gwiazd(ki|ek|kę|kami|ka)|poleceni\w*
        """,
        "code": r"""
            rabat\w*|zniżk\w*|kupon\w*|bon(y|u|em)?|voucher\w*|kod(y|u)? (rabat|promo|zniż)\w*
            kart\w* podarunkow\w*
        """,
        "promotion": r"""
            newsletter\w*|promocj\w*|wyprzedaż\w*|ofert\w*|subskryb\w*|wypisać się
            rezygnacj\w* z (wiadomości|subskrypcji)|obserwuj\w*|nasz\w* (inn|now)\w+ \w+
        """,
        "other-contact": r"""
            (proszę |prosimy )?(zadzwoń|zadzwonić|dzwonić|telefon(icznie|ować))\w*
            numer\w* telefonu|na (e-?mail|maila)|(nasz\w*|mój) (stron|sklep|adres)\w*|kliknij
            kliknąć|(ten|poniższy|następujący) link|sms\w*
        """,
        "away": r"na urlopie|urlop\w*|nieobecn\w*|zamknięt\w*|poza biurem",
        "belittling": r"""
            tylko (darmowy |mały )?(prezent|gratis|upominek|dodatek)|nic (nie )?(zapłac|kosztow)\w*
            bezwartościow\w*
        """,
        "incentive": r"""
            w zamian (za)?|nagrod\w*|rekompensat\w*|bonus\w*|w podziękowaniu
            jako (przeprosiny|podziękowanie|rekompensat\w*)
        """,
    },
    concepts={
        "outside": r"""
            poza (platformą|serwisem|amazonem|allegro|ebayem)|z pominięciem \w+|prywatnie
            między nami|bezpośrednio (u|z|do|od) (nas|nami|mnie)|bez (platformy|amazona)
        """,
        "deal": r"""
            napis\w*|pis\w*|kontakt\w*|zadzwo\w*|zamów\w*|zamawia\w*|kup\w*|zapłac\w*|płac\w*
            załatw\w*|rozwiąz\w*|dogad\w*|umów\w*|rozmaw\w*
        """,
        "our_number": r"nasz\w* (\w+ )?numer\w*|mój numer|infolini\w*",
        "number": r"numer\w*|telefon\w*|dane kontaktowe|adres\w*",
        "printed": r"""
            (na|w) (\w+ )?(pudełku|opakowaniu|etykiecie|instrukcji|ulotce|fakturze|karcie|paczce)
        """,
        "labelled": r"""
            numer\w* (zamówienia|przesyłki|seryjn\w+|modelu|artykułu|faktury|śledzenia|domu\
            |klienta|partii)
        """,
        "lookup": r"wyszuk\w*|szuk\w*|znajd\w*|odwiedź\w*|wpis\w*|google",
        "us_online": r"""
            nazw\w* (nasz\w+ )?(sklepu|marki|firmy)|nas w (internecie|sieci|google)|wyszukiwar\w*
            nasz\w* (sklep|marka|firma)\w*
        """,
        "pay": r"""
            zapłac\w*|płac\w*|wpłac\w*|przel\w*|prześl\w*|przesł\w*|ureguluj\w*
        """,
        "elsewhere": r"""
            paypal\w*|kont(o|a) bankow\w*|iban|nasze konto|numer\w* konta|przelew\w*|gotówk\w*
            blik\w*|bitcoin\w*|link\w* do płatności|bezpośrednio (nam|mnie|do nas)
        """,
        "repaid": r"zwrot\w*|zwróc\w*|zapłacili|zapłacił\w*|nigdy|nie prosimy",
        "drop": r"zamkn\w*|wycof\w*|anul\w*|zakończ\w*|cofn\w*|usun\w*|odstąp\w*",
        "claim": r"""
            a-?(do|to|2)-?z|a-z|roszczeni\w*|spór|sporu|reklamacj\w* (w|na|do) amazon\w*|skarg\w*
            chargeback\w*|obciążeni\w* zwrotn\w*|spraw(ę|y) (w|na|u) amazon\w*
        """,
        "platform_acts": r"amazon (\w+ )?(zamkn|zdecyd|rozpatr)\w*|dopóki",
        "needless": r"""
            nie (jest|ma|będzie) (\w+ )?(potrzeb|koniecz)\w*|niepotrzebn\w*|zbędn\w*|zamiast
            bez (\w+ )?|nie trzeba
        """,
        "cancel": r"anul\w*|zrezygn\w*|odwoła\w*",
        "no_stock": r"""
            wyprzedan\w*|brak(u|uje)? (\w+ )?(towaru|w magazynie|na stanie)
            nie (ma|mamy) (już |go |ich )?(\w+ )?(na stanie|w magazynie|dostępn\w*)|niedostępn\w*
            skończył\w*
        """,
        "invite": r"""
            zobacz\w*|obejrz\w*|odkry\w*|odwiedź\w*|spróbuj\w*|kup\w*|zamów\w*|idealn\w*|pasuj\w*
            spodob\w*|polec\w*|także|również|dostępn\w*|znajd\w*
        """,
        "our_goods": r"""
            nasz(ej|ą|a|e|ym|ych|emu)? (\w+ )?(asortyment|kolekcj|katalog|sklep|seri|akcesori\
            |nowości)\w*
            nasz\w* now\w+ \w+
        """,
        "suits": r"""
            (idealnie|świetnie|doskonale) (\w+ )?(pasuj|komponuj|uzupełni)\w*|pasując\w*
        """,
        "goods": r"""
            lamp\w*|produkt\w*|artykuł\w*|model\w*|kolor\w*|etui|torb\w*|klosz\w*|wersj\w*
        """,
        "buy_more": r"""
            (kolejn|następn)\w+ (zamówieni|zakup)\w*|zapraszamy (ponownie|do)
            kup\w* (teraz|ponownie|jeszcze)|ostatnie sztuki
        """,
        "seen": r"""
            (widzieli|znają|poznali) państwo|czy (\w+ )?(widzi|zna)\w*
            właśnie (przyszł|pojawił|ukazał)\w*|(już )?(jest|są) (już )?(dostępn|w sprzedaży)\w*
        """,
        "launched": r"kolekcj\w*|wersj\w*|now\w+ (model|lamp|seri)\w*|wariant\w*",
        "coupon": "zniżek|zniżka",
        "asked": r"""
            państwo (\w+ )?(pytają|pytali|wspominają|użyli|piszą)|dlaczego|pytani\w+ o
        """,
        "grant": r"""
            oto|(dajemy|wysyłamy|przyznajemy|ofiarujemy)|(otrzymają|dostaną|oszczędzą) państwo
            następn\w*|kolejn\w*
        """,
        "saving": r"""
            \d+ ?(%|procent|zł|euro)|taniej|gratis|darmow\w*|połow\w*|mniej|oszczęd\w*
        """,
        "next_buy": r"""
            (następn|kolejn|przyszł|drug)\w+ (\w+ )?(zamówieni|zakup|raz)\w*
            ponown\w+ (zakup|zamówi)\w*
        """,
        "stars": r"""
            (\d|jedną|dwie|trzy|cztery|pięć|pięciu) gwiazd\w*|gwiazdek|gwiazdki
        """,
        "starry": r"lamp\w*|girland\w*|świec\w*|choink\w*|kształt\w*|śrub\w*|hotel\w*",
        "single_star": r"jedn(a|ą) gwiazdk\w*",
        "harsh": r"surow\w*|niesprawiedliw\w*|za mało|krzywdząc\w*",
        "public": r"""
            stron\w+ produktu|internet\w*|publiczn\w*|online|inn(ym|i|ych) (kupując|klien)\w*
        """,
        "voice": r"""
            napis\w*|powie\w*|podziel\w*|słow\w*|doświadczeni\w*|zadowol\w*|komentarz\w*
        """,
        "quoted": "jak państwo|państwo (piszą|zgłaszają|wspominają)|piszą państwo",
        "described": r"kolor\w*|rozmiar\w*|wymiar\w*",
        "undo": r"""
            zmie(n|ń)\w*|usun\w*|popraw\w*|wycof\w*|przemyśl\w*|rozważ\w*|złagodz\w*|edyt\w*
            skasow\w*|podnieś\w*|podwyższ\w*
        """,
        "utterance": r"""
            (państwa|swój|swoją|swojej|swojego) (\w+ )?(komentarz|opini|ocen|wpis|tekst|uwag)\w*
            (ten|tego|tę|tej) (komentarz|wpis|ocen|opini)\w*|co państwo (napisali|opublikowali)
        """,
        "we_undo": r"(poprawimy|zmienimy|zaktualizujemy)|adres\w*|faktur\w*",
        "assessing": r"ocen\w+ (szkod|uszkodze|zdjęć|sytuacji|stanu|przez)\w*",
        "give_you": r"""
            (dołącz|dorzuc|dod|wyśl|przyśl|podaruj)\w+my|(otrzymają|dostaną) państwo
            czeka na państwa
        """,
        "treat": r"""
            (mał\w+|drobn\w+|mił\w+) (upomin|prezen|niespodzian|gratis)\w*|niespodziank\w*
            upomin\w*
        """,
        "surprise": r"niespodziank\w*",
        "unpleasant": r"przykr\w*|niemił\w*|nieprzyjemn\w*",
        "mistake": r"""
            państwa (win|błąd|błęd)\w*|odpowiedzialn\w* za|zaniedbani\w*|nie odpowiadamy
        """,
        "ours": r"""
            nasz\w* (błąd|błęd|win|pomył)\w*|po naszej stronie|u nas|nie państwa wina
        """,
        "carrier": r"""
            kurier\w*|przewoźni\w*|doręczyciel\w*|poczt\w*|inpost|dhl|dpd|ups|gls|magazyn\w*
            firm\w+ kuriersk\w*|dostawc\w*
        """,
        "bungle": r"""
            win(a|ę|y|ien)|zgubi\w*|uszkodzi\w*|upuści\w*|niedbał\w*|niesolidn\w*
            zawsze (się )?(spóźni|opóźni)\w*|zawin\w*|zniszczy\w*|błąd|fataln\w*|nigdy|znowu
            rzuca\w*|bałagan\w*
        """,
        "checking": r"czy|zapyta\w*|pyta\w*|sprawdz\w*|wyjaśni\w*|według|jeśli",
        "only_you": r"""
            (nikt|żaden) (inny )?(\w+ ){0,3}?(skarż|zgłos|narzek|problem)\w*
            (są|jest) (państwo |pan |pani )?(pierwsz|jedyn)\w*
            (nieuszkodzon|w idealnym stanie|cał\w+) (\w+ ){0,2}?(opuści|wyszł|wysłan)\w*
        """,
        "misdeed": r"""
            (powinni|mogli|powinien|powinna) ((byli|był|była|państwo|pan|pani) ){0,2}\w+(ć|eć|ać)
            gdyby (państwo|pan|pani)
            (państwo|pan|pani) (\w+ ){0,3}?(źle|błędnie|niewłaściwie|sam\w*|nieprawidłowo)
            niewłaściw\w+ (użyci|użytkowani|obsług)\w*|błąd użytkownika
        """,
        "giveaway": r"prezent\w*|gratis\w*|upomin\w*|darmow\w+ \w+|dodat\w*",
        "send_back": r"""
            (proszę|prosimy|trzeba|należy) (\w+ ){0,4}?(odesła|zwróci|odesłać)\w*
        """,
        "keep": r"nie|zatrzym\w*|czy|chc\w*|życz\w*",
        "merely": r"""
            (tylko|jedynie|zaledwie|przecież) (\w+ )?(darmow\w+ |mał\w+ )?(prezent|gratis|upomin\
            |dodat)\w*
            (był\w*|jest) (przecież )?(za darmo|gratis|darmow\w+)|nic nie (kosztow|zapłac)\w*
            bez wartości
        """,
        "asked_whether": "czy|przykro|przepraszamy|tak samo",
        "promise": r"""
            (zwrócimy|oddamy|wymienimy|anulujemy|wyślemy (\w+ )?(now|zamien|drug)\w*|zwracamy\
            |wymieniamy|anulujemy)
            (otrzymają|dostaną) państwo (\w+ ){0,3}?(zwrot|pieni|now|zamien)\w*
            (został\w*|jest|będzie) (\w+ ){0,3}?(zwrócon|wymienion|anulowan|zmienion)\w*
        """,
        "remedy": r"""
            zwrot\w* (pieni|koszt|środk|całej|kwot)\w*|zwrócon\w*|zwróci\w*|wymian\w*|wymieni\w*
            anulow\w*|odda\w* pieni\w*|now(y|ą|e) (egzemplarz|lamp|artykuł|produkt)\w*
        """,
        "framed": r"""
            dotycz\w*|prośb\w*|pros\w*|pyta\w*|sprawdz\w*|czy|nie|możliw\w*|wiadomoś\w*|odnotow\w*
            zależy|czek\w*|rozpatr\w*|w sprawie|obsług\w*
        """,
        "undecided": r"""
            nie (możemy|jesteśmy w stanie) (\w+ ){0,3}?(obieca|potwierdzi|powiedzie|zagwarant)\w*
            nie (jest |zosta\w+ )?(jeszcze )?(potwierdz|zdecyd)\w*
            zanim (\w+ ){0,4}?(sprawdz|obejrz|zobacz)\w*
        """,
        "however": "ale|jednak|dlatego|więc",
        "advised_against": r"""
            (prosimy|proszę) nie (\w+ )?(podawa|pisa|wysyła|umieszcza)\w*
            dla (państwa )?bezpieczeństwa
        """,
        "checkout": r"(przy|podczas) (kasie|płatności|zamawiania|zakup\w*)",
        "enter": r"wpis\w*|poda\w*|użyj\w*|użyć",
        "unworded": r"adres\w*|błąd|zdjęci\w*",
        "coupon_packed": r"brak\w*|paczk\w*|pudełk\w*",
    },
)
