"""How French says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.phrases.fr import PARTS, PHRASES
from replies.forbidden.vocabulary import Vocabulary

FRENCH: Final = Vocabulary(
    language="fr",
    marks=(
        "vous|nous|votre|vos|notre|nos|le|la|les|l|d|un|une|des|du|de|et|est|sont|été|pas|ne|n|à"
        "|au|aux|pour|avec|sur|ce|cette|cet|que|qui|qu|je|j|il|elle|en|dans|par|merci|c|s|se|ou|a"
        "|si|plus|sera|sans|avons|ceci|voici|dessous|lien"
    ),
    spared_before=(
        r"(?:\bsi\b|\bs'il\b|\bsignifie pas\b|\bne veut pas dire\b|\bsans que\b|\bavant\b|\bjusqu'à"
        r"|\bn[e'] ?\w+ pas\b|\baucune?\b) ?[^,;:]*$"
    ),
    spared_after=r"(?: [^\s,;:.]+){0,2} (?:pas|aucunement)\b",
    parts=PARTS,
    phrases=PHRASES,
    concepts={
        "outside": r"""
            (sans passer par|en dehors d[eu']|hors d[eu']|hors|à côté d[eu']|plutôt que\
            |au lieu de( passer par)?) ?(la |le |l')?<platform>
            en privé|entre nous|discrètement|officieusement|par la bande|sans intermédiaire
            (en )?direct(ement)? (avec|chez|auprès de|à|par) (nous|moi|notre)|(notre|ma) propre \w+
            sans (la |le )?<platform>|évit\w+ (la |le )?<platform>
            pas (via|sur|par) (la |le )?<platform>
        """,
        "deal": r"""
            écri(re|vez|vons)\w*|contact\w*|joindre|joignez|parl\w+|appel\w+|command\w+|achet\w+
            pay\w+|régl\w+|arrang\w+|trait\w+|discut\w+|voir|résou\w+|passer|échang\w+|adress\w+
            répond\w+|vendre|faire affaire|réglons
        """,
        "our_number": r"""
            (notre|mon) (\w+ )?numéro(?! (un|1))|numéro (vert|direct|de téléphone|du service)
            ligne directe|notre (standard|hotline)
        """,
        "number": r"""
            \w*numéro|téléphone|coordonnées|adresse (e-?mail|mail|internet|web|électronique)
            contact|mail|e-?mail|site
        """,
        "printed": r"""
            (sur|dans|au dos d[eu']|à l'intérieur d[eu']|en bas d[eu']) ?(le |la |l'|les |notre \
            |votre )?(carton|emballage|boîte|bon|étiquette|notice|mode d'emploi|carte|dépliant\
            |facture|couvercle|sachet|colis|prospectus|autocollant)
        """,
        "labelled": r"""
            (numéro|référence) (de|du|d') ?(suivi|série|commande|modèle|article|lot|facture|colis\
            |tva|rue|pièce|retour|produit|client|taille)
            (support|coque|étui|chargeur|câble)s? (de|pour|du) téléphone
            numéro (imprimé|inscrit) (sur|sous) l'(étiquette|appareil)
        """,
        "lookup": r"""
            cherch\w+|recherch\w+|tap(ez|er)|trouv\w+|visit\w+|allez|rendez-vous|google|googl\w+
            entrez|saisissez
        """,
        "us_online": """
            (le|notre) nom (de )?(notre )?(boutique|marque|magasin|société|enseigne)
            notre (boutique|marque|enseigne|nom)( en ligne| sur| dans)?|nom de la (boutique|marque)
            moteur de recherche|navigateur|nous (en ligne|sur (internet|google|le web))
        """,
        "pay": r"""
            pay(er|ez|ons|é)|régl(er|ez)|vir(er|ez)|virement|envoy(er|ez)|transfér\w+|transfert
            vers(er|ez)|paiement
        """,
        "elsewhere": r"""
            paypal|virement|iban|rib|(notre|mon) (\w+ )?compte|compte bancaire
            coordonnées bancaires|western union|en espèces|espèces|mandat
            directement (à|sur|chez) (nous|moi|notre)|lydia|paylib|crypto\w*|bitcoin
            lien de paiement|chèque|entre proches|revolut|wise|wero
        """,
        "repaid": r"""
            rembours\w*|recrédit\w*|avez (\w+ )?(payé|réglé)|votre (paiement|moyen de paiement)
            (ne|n') ?\w+ (vous )?\w* ?jamais|jamais|(ne|n') ?(vous )?deman\w+ pas|restitu\w*
            vous (sera|serez)
        """,
        "drop": r"""
            clor(e|ez)|ferm(er|ez|iez)|clôtur(er|ez|iez)|retir(er|ez|iez|ant)|annul(er|ez|iez|ant)
            abandonn(er|ez|iez)|lev(er|ez)|renonc\w+|supprim(er|ez|iez)|arrêt(er|ez|iez)
            stopp(er|ez)|mett(re|ez|iez) fin|laiss(er|ez) tomber|revenir sur|revien\w+
        """,
        "claim": r"""
            a-?(à|to|2)-?z|a-z|a à z|\w*réclamations?|litiges?|contestations?|garantie a
            rétrofacturation|chargeback|opposition|plaintes?
            (votre|la|le|ce) (demande|dossier) (\w+ )?(de garantie|a-z|a à z|paypal|ouvert\w*\
            |auprès d\w*)
            différend
        """,
        "platform_acts": r"""
            <platform> (\w+ ){0,3}?(ferme\w*|clôtur\w*|décid\w*|examin\w*|tranch\w*)|jusqu'à
            décision d|nous ne pouvons pas|sera (close|clôturé\w*)
        """,
        "needless": r"""
            (plus|pas|nul) (\w+ )?(besoin|nécessaire|utile)|inutile|superflu\w*|au lieu de
            plutôt que|sans (\w+ )?(réclamation|litige|ouvrir|passer)|éviter|évitez|n'ouvrez pas
            ne (l')?ouvrez pas|avant d'ouvrir|attend(re|ez) avant|ne pas ouvrir
        """,
        "cancel": r"annul(er|ez|ation|iez)|renonc\w+|désist\w+",
        "no_stock": r"""
            épuisée?s?|rupture|(plus|pas) (\w+ )?(de |en )?(stock|disponibles?)|n'en avons plus
            indisponible|manque de stock|stock (est )?vide
            (ne pouvons|pas pouvoir|impossible de) (\w+ )?(livrer|expédier|fournir|honorer)
        """,
        "invite": r"""
            il existe|il y a|nous avons (aussi|également)|aussi|également|découvr\w+|regard\w+|voir
            voyez|visit\w+|essay\w+|jet(er|ez)|coup d'œil|profit\w+|plair\w+|plaire|plu|aim\w+
            ador\w+|conseill\w+|recommand\w+|suggér\w+|parfait\w*|idéal\w*|command\w+|achet\w+
            intéress\w+|disponible|arriv\w+|vient de|laiss\w+-vous|tent\w+|craqu\w+|pens\w+
            connaiss\w+|faites|trouver\w*|attend\w*|complét\w+|séduir\w+|offr\w+
        """,
        "our_goods": r"""
            (dans|de) notre (gamme|catalogue|boutique|assortiment)
            (nos|notre) (\w+ )?(nouve\w+|autres?|derni\w+|dernières?|meilleure?s?|toute?|belle\
            |grande) (\w+ )?<goods>
            (nos|notre) (\w+ )?(gamme|collection|assortiment|sélection|catalogue|série|boutique\
            |offres?|accessoires?|coffrets?|best-?sellers?|nouveautés?|promotions?|version premium)
            (nos|notre) <goods> (\w+ )?(assorti|complémentaire|nouve|premium|similaire)\w*
            (d'autres|autres|nouveaux|nouvelles) <goods> (de|chez) (nous|notre)
        """,
        "suits": r"""
            (beaucoup|nombre|la plupart|plusieurs) (de |d')?(nos )?(clients\
            |acheteurs) [^.;!?]{0,40}(aussi|également|assorti\w*|avec)
            (va|vont|irait|s'accorde\w*|se marie\w*|complète\w*) (\w+ )?(parfaitement|à merveille\
            |très bien|à ravir|idéalement|joliment)
            (complément|compagnon|accessoire|duo) (idéal|parfait|rêvé)
            (idéal|parfait)\w* (pour compléter|en complément|avec)
            (beaucoup|nombre|la plupart) de (nos )?(clients|acheteurs) \w+
            nos clients (\w+ )?(prennent|achètent|adorent|choisissent|associent)
        """,
        "goods": """
            articles?|produits?|modèles?|lampes?|coloris|couleurs?|accessoires?|luminaires?|sacs?
            coques?|étuis?|collections?|gammes?|séries?|créations?|versions?|ensemble|offres?
        """,
        "buy_more": r"""
            (beaucoup|nombre|la plupart|plusieurs) (de |d')?(nos )?(clients\
            |acheteurs) [^.;!?]{0,40}(aussi|également|assorti\w*|avec)
            (au plaisir|hâte|ravis|heureux|espérons|réjouissons) [^.;!?]{0,40}(prochain|nouveau\
            |bientôt|revoir|prochaine|retrouver)\w*
            à bientôt (sur|dans|chez|pour)
            pourquoi ne pas (\w+ )?(ajouter|prendre|essayer|commander|en profiter)|plus que \d+
            (stock|quantité|édition|série)s? limitée?s?|dépêchez-vous|précommand\w+
            ajout(ez|er) [^.;!?]{0,30}panier|tant qu'il (en )?reste
            (idéal|parfait|beau|belle)\w* (idée )?(pour )?(un )?(cadeau|noël)
            version (premium|supérieure|plus grande)|passez à la
            (offre|promo|remise) (valable|jusqu)|cette semaine seulement
            vous (aimerez|adorerez|pourriez aimer|apprécierez)|en ce moment (sur|chez|dans)
        """,
        "coupon": r"""
            réductions?(?! (de|du) bruit)|rabais|ristournes?|bons? (d'achat|de réduction|cadeau)
            promo|avoir de \d+|cartes?[- ]cadeaux?
        """,
        "coupon_packed": r"manqu\w+|(dans|glissée) (le|dans)|était|colis|carton",
        "asked": r"""
            pourquoi|vous (\w+ )?(demand|mentionn|évoqu|parl|interrog|écriv|signal)\w*
            que vous avez (\w+ )?(utilisé|saisi|demandé|reçu|entré)
            votre (\w+ )?(bon|code|coupon|carte|question|demande)( \w+){0,4}
            (pas|aucun\w*) (\w+ ){0,3}?(accord|offr|propos|bon|code|réduction|remise)\w*|au sujet d
            à propos d|concernant
        """,
        "grant": r"""
            voici|(nous|je) (vous )?(\w+ )?(offr|accord|envoy|donn|fais|glisse|réserv)\w*
            (recevrez|obtenez|bénéfici|profit|économis|utilisez)\w*|prochaine?|valable
        """,
        "saving": r"""
            \d+ ?(%|pour cent|euros?|€)|moins cher|moitié|réduction|réduit\w*|économ\w+|gratuit\w*
            offert\w*|remise|rabais|(dix|cinq|vingt|quinze) (pour cent|euros)|meilleur prix
            prix (spécial|doux|préférentiel|d'ami)|cadeau|de moins|geste
        """,
        "next_buy": r"""
            (prochaine?|future|deuxième|seconde|nouvelle|suivante)s? (\w+ )?(commande|achat|fois\
            |passage|visite)
            (commande|achat)s? (suivante?|future?|à venir|ultérieure?)s?
            (quand|lorsque|si|dès que) vous (\w+ )?(re)?(command|achet)\w*|la prochaine fois
        """,
        "checkout": r"""
            (au moment|lors|avant) d[eu] ?(\w+ )?(payer|paiement|commande|commander|régler)
            (en|la) caisse|panier
        """,
        "enter": """
            saisissez|entrez|utilisez|indiquez|tapez|mentionnez|saisir|utiliser
        """,
        "unworded": "adresse|erreur|pas",
        "stars": r"étoiles|(une|\d) étoile",
        "starry": r"""
            ["“„«‘「『][^"”»’」』]{0,25}étoiles?|allum\w*|clignot\w*|gauche|droite|vis
            autocollants?|sapin|noël|cassée?s?|abîm\w+|décor\w+|guirlande|forme|motif|lumineuse
            (lampe|veilleuse|modèle|chargeur|projecteur|collier|hôtel|ciel|série\
            |gamme) ([^\s.;!?]+ ){0,3}?étoiles?
        """,
        "surprise": "surprises?",
        "unpleasant": "devait|mauvaise|désagréable",
        "public": r"""
            (la fiche|la page) (de l'article|du produit|de notre article|article|produit)
            (page|fiche) (du |de l'|de notre )?(produit|article|boutique)|en ligne|internet
            public\w*|(autres|futurs) (acheteurs|clients)|profil
        """,
        "voice": r"""
            (quelques|une) (lignes?|phrases?)|aimables?|gentils?|dites|dire|racont\w+|partag\w+
            mots?|écrit|écriv\w+|expérience|satisf\w+|impressions?|opinion|savoir|content\w*
            post\w+|publi\w+
        """,
        "quoted": r"""
            vous (\w+ )?(écrivez|dites|signalez|indiquez|mentionnez|demandez)|selon vous
        """,
        "described": r"couleur|taille|dimension|indiqu\w+",
        "undo": r"""
            n'appara\w+ plus|ne (soit|figure|se voie) plus|(plus|un peu) (visible|haut|clément\w*)
            (re)?monter|ne plus (voir|apparaître)|modifi(er|ez|iez|ant)|chang(er|ez|iez)
            retir(er|ez|iez|ant)|supprim(er|ez|iez|ant)|effac(er|ez|iez)|enlev(er|ez|iez)|revoir
            reconsidér\w+|réviser|révis(ez|iez)|adouc\w+|nuanc\w+|mettre à jour|mettez à jour
            ôt(er|ez)|repens\w+|revenir sur|reven(ez|iez)|réévalu\w+|disparaî\w+|corrig(er|ez|iez)
            rectifi(er|ez|iez)|atténu\w+|(re)?mont(er|ez|iez)|améliorer votre|relever votre
            transform(er|ez|iez)|masqu(er|ez)|hors ligne
        """,
        "utterance": r"""
            (ce|cette|le|la) (commentaire|note|texte|message|étoile|critique|publication)
            ce que vous (avez|aviez) (\w+ )?(écrit|publié|posté|laissé|dit)
            (votre|vos) (\w+ )?(commentaire|message public|publication|texte|critique|mots|propos\
            |jugement|opinion|note|étoile|appréciation|ressenti|post|verdict|témoignage|retour)s?
            (le|la|ce|cette|les|un) (\w+ )?(commentaire|publication|texte|critique|note|jugement\
            |retour|avis)s? (\w+ )?(négati|publi|mauvais|sévère|laissé|posté|défavorable)\w*
            (mauvaise?|négative?) (\w+ )?(note|commentaire|critique|publication)
            (sur|sous) (la page|la fiche|notre page|l'annonce|le produit|notre profil)
        """,
        "we_undo": r"""
            nous (\w+ ){0,3}?(modifi|chang|amélior|corrig|rectifi|mett|retir|supprim)\w*
            (nous )?aide\w*( à|nt)|adresse|facture|transmis\w*
        """,
        "give_you": r"""
            (nous|je|on) (vous |y )?(\w+ )?(offr|glisse|ajout|joign|joind|envo|enverr|donn|mett\
            |réserv)\w*
            (recevrez|aurez|trouverez)|vous attend
        """,
        "treat": r"""
            petite? (plus|cadeau|attention|surprise|présent|geste|extra|quelque chose)
            quelque chose (de |d')\w+|(échantillon|cadeau|surprise)s? (gratuit|offert)?\w*
            (pour|en) (remerci\w*|récompense)|pour votre (gentillesse|peine|soutien|patience)
        """,
        "mistake": r"""
            (?<!sans )fautes?(?! de frappe)|coupables?|incomb\w+|en tort|négligence
        """,
        "ours": r"""
            (de|chez) nous|notre (erreur|faute|entrepôt|part|équipe)|de notre part
            nous (avons|nous) (\w+ )?(tromp|emball|oubli|confond|mélang|fait)\w*|rien fait de mal
            pas votre
        """,
        "carrier": """
            <carrier>|prestataire( logistique)?|la poste|facteur|livreurs?|coursiers?
            transporteurs?|chauffeurs?
        """,
        "bungle": r"""
            (jamais|rarement|guère) (\w+ )?(attention|soin\w*|à l'heure|correct\w*|bien)
            (font|fait|prennent) jamais|encore une fois|encore (fait|raté)|tomber|mal|bâcl\w*
            saboté|erreur|négligen\w*|incompéten\w*|maladroit\w*|lent\w*|cass\w+|abîmé\w*|jeté
            perdu|égaré|(encore|toujours) en retard|fautif|pas sérieux|n'importe (comment|où)
            brut\w*|catastroph\w*|débordé\w*|pas fiable|nuls?|fautive?s?|responsables?|écras\w*
            malmené\w*|endommagé\w*|traîn\w+|gâch\w+|désastr\w*|comme d'habitude|une fois de plus
            a failli|jamais (à l'heure|fiable)
        """,
        "checking": r"""
            si|demand\w+|vérifi\w+|enquête|recherch\w*|selon|suivi|afin|d'après|savoir
        """,
        "only_you": r"""
            (chez|pour) (tous )?(les|nos) autres (clients|acheteurs)
            (quitté|parti\w* de|sorti\w* de) (notre|nos|chez) ([\w']+ ){0,2}?(en )?(parfait|bon\
            |intact|complet)\w*
            (aucun|pas un|personne) (\w+ )?(autre |d'autre )?(\w+ )?([\w']+ ){0,4}?(plaint\
            |problème|signalé|rencontré|réclam)\w*
            (le|la) (premi|seul)\w+ (à|qui|client)|tous (nos |les )?autres (clients|acheteurs) \w+
            (parti|quitté|sorti)\w* (\w+ )?(de )?(chez nous|notre entrepôt\
            |nos locaux) ([\w']+ ){0,4}?(intact|parfait|bon état|complet|neuf)\w*
            (en parfait état|intact\w*|complet\w*) (\w+ ){0,3}?(au départ|à l'expédition|quand\
            |lorsqu\w*|en partant)
        """,
        "misdeed": r"""
            vous (l'|les |la |le )?avez (\w+ )?(dû|sûrement|probablement|visiblement\
            |manifestement|sans doute|mal|trop) \w+
            (auriez|aviez|deviez) (\w+ )?(dû|pu|lu|suivi|vérifié|mesuré|regardé)
            (si|quand) vous aviez|(façon|manière) dont vous
            trop (fort|serré|chaud|brusquement|violemment|vite)
            vous (\w+ )?(ignoré|négligé|confondu|oublié)
            (clairement|bien|pourtant|expressément) (indiqué|précisé|écrit|mentionné|décrit\
            |visible)
            (parce que|car|puisque) vous (\w+ )?(avez|n'avez) \w+
            (mauvaise|votre) (utilisation|manipulation|lecture|saisie|entretien)
            la prochaine fois[^.;!?]{0,30}(lisez|vérifiez|mesurez|attention|lire|vérifier)
        """,
        "giveaway": "cadeaux?|<gift>|offerte?s?|échantillons?|gratuite?s?",
        "send_back": r"""
            (merci|veuillez|devez|il faut) ([^\s.;!?]+ ){0,5}?<back>
            (besoin|prière|d'abord|pourriez) ([^\s.;!?]+ ){0,5}?<back>
            (renvoyez|retournez|rendez|restituez)[- ]
        """,
        "keep": r"pas|inutile|souhait\w+|demande|si",
        "merely": r"""
            trop (en )?(attendre|demander|espérer)|(petit|simple) (plus|extra|bonus)
            donné pour rien|pour rien|(ce )?n'(est|était) (\w+ )?(qu'|que |rien qu)
            (seulement|juste|simplement|simple|uniquement|petit) (un |une )?(\w+ )?(<gift>|cadeau\
            |échantillon|article offert)
            (rien|pas un centime) (\w+ )?(payé|coûté|déboursé)
            (ne )?vaut (\w+ )?(rien|pas|à peine|presque)|sans (grande )?(valeur|importance)
            pas (bien |si )?(grave|important)|(soyez|être) (\w+ )?(content|heureux|reconnaissant)
            après tout|de toute façon|(était|est) (\w+ )?(gratuit|offert)e?\b|cheval donné
            quelques (centimes|euros)
        """,
        "asked_whether": r"""
            désol\w+|excus\w*|regrett\w*|si|autant|même titre|important pour|fait partie|dommage
        """,
        "undecided": r"""
            (ne|n') ?(\w+ ){0,3}?(pas|rien|encore) (\w+ ){0,3}?(promett|confirm|dire|décid\
            |garanti|engag|annonc|assurer)\w*
            rien (n'est|n'a) (\w+ )?(décidé|confirmé)|aucune décision
            (avant|dès|une fois|après|tant) (\w+ |que |d'|l')*(vérifi|contrôl|examin|exam|sau\
            |décision)\w*
        """,
        "however": "mais|cependant|toutefois|néanmoins|donc|alors|en revanche|pourtant",
        "advised_against": r"""
            ne pas (\w+ )?(écrire|indiquer|communiquer|donner|envoyer|mentionner|inscrire|publier\
            |laisser)
            ne nous (\w+ )?(envoyez|communiquez|donnez|transmettez|écrivez) (pas|jamais)
            (ne|n') ?(\w+ )?(communiqu|partag|envoy|écriv|donn|indiqu|publi|laiss|transmett\
            |mett)\w* (pas|jamais|aucun\w*)
            pour votre (\w+ )?sécurité|évitez d|(pas|n'est) (autorisé|permis)
            nous ne (pouvons|pourrons|devons) pas (vous )?(appeler|téléphoner|joindre)
        """,
        "remedy": r"""
            rembours\w*|rempla[cç]\w*|échang\w*|annul\w*|renvoyons|renverr\w*|réexpédi\w*
            restitu\w*|(un|votre) avoir|(votre|l')argent|(la|cette) somme
            frais de (retour|port|renvoi)|dédommag\w*|nouvel (article|exemplaire|appareil)
            nouveau (colis|produit)
            (argent|somme|montant|prix d'achat) (vous|est|sera|revien\w+|arriv\w+)
        """,
        "framed": r"""
            dépend\w*|résultat|pouvez (\w+ )?(demander|solliciter)|demande\w*|souhait\w*|concern\w*
            sujet|propos|questions?|si|s'il|pas(?! (de souci|de problème|d'inquiétude|seulement))
            ne|aucune?|rien|possib\w*|vérifi\w*|examin\w*|étudi\w*|regard\w*|attend\w*|avant
            décision|décid\w*|étapes|comment|saur\w+|ce que|réponse|désir\w*|voul\w*|savoir|besoin
            informations?|dossier|service client|s'occupe|amazon qui|traités? par
        """,
        "harsh": "sévère|dur|injuste|un peu (peu|bas)|exagéré",
        "seen": r"""
            (avez-vous|vous avez) (\w+ )?(vu|découvert|essayé|entendu)|connaissez-vous
            venons de (sortir|lancer|recevoir)
            (est|sont|vient d'|viennent d') ?(arriv|sorti|disponible)\w*|vient de sortir
        """,
        "launched": r"""
            (version|modèle|collection|gamme|série|édition|ligne)s?( \w+)?
            collection d'(automne|hiver|été)
        """,
        "assessing": r"""
            (évaluation|appréciation) (des|du|de la|de l'|de votre|par) (\w+ )?(dégâts?|dommages?\
            |situation|état|photos?|dossier|défaut|problème|notre|technicien|service|demande)
        """,
        "single_star": "(une|1)( seule| petite)? étoile",
    },
)
