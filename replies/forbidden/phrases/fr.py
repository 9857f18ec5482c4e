"""What a French text to a buyer must never say, phrase by phrase (form: ``vocabulary``)."""

from types import MappingProxyType
from typing import Final

PARTS: Final = MappingProxyType(
    {
        "platform": "plateforme|place de marché|marketplace|amazon|ebay|etsy|site",
        "sent": (
            r"(?:part|partent|partira|partiront|parti|partie|(?:est|sont|sera"
            r"|seront) (?:\w+ )?(?:en (?:chemin|route)"
            r"|chez vous|au courrier|expédiée?s?|envoyée?s?|postée?s?)|chez vous|en route|en chemin"
            r"|au courrier)"
        ),
        "back": r"(?:renvoyer|retourner|rendre|restituer|récupérer|réexpédier|retour|renvoi)",
        "on_remedy": (
            "(?:rembourse|recrédite|échange|remplace|renvoie|reverse|rends?|annule|crédite|reprends?"
            "|restitue"
            "|verse|réexpédie)"
        ),
        "carrier": (
            "transporteur|service postal|livreur|facteur|coursier|chauffeur|poste|colissimo"
            "|chronopost"
            "|mondial relay"
            "|dhl|ups|gls|dpd|fedex|amazon|entrepôt|fournisseur|fabricant"
            "|(?:société|service|entreprise) de (?:livraison|transport)"
        ),
        "the": "le |la |les |l'|un |une |notre |votre |nos |vos |son |de |du |des |d'",
        # A few words that do not take the statement back.
        "indeed": r"(?:(?!pas\b|encore\b|rien\b|jamais\b|si\b)[^\s.,;:!?]+ ){0,4}?",
        # The same, among which the reply itself is not what the buyer receives.
        "no_answer": (
            r"(?:(?!pas\b|si\b|réponse|message|information|nouvelles"
            r"|explication)[^\s.;:!?]+ ){0,5}?"
        ),
        "we_remedy": (
            "rembours(?:ons|erons|erai)|rempla[cç](?:ons|erons|erai)|échang(?:eons|erons|erai)"
            "|annul(?:ons|erons|erai)|renvoyons|renverrons|renverrai|réexpédi(?:ons|erons|erai)"
            "|rend(?:ons|rons|rai)|restitu(?:ons|erons|erai)|recrédit(?:ons|erons)"
            "|crédit(?:ons|erons|erai)|repren(?:ons|drons)|livrerons à nouveau"
        ),
        "remedied": (
            "(?:remboursé|remplacé|échangé|annulé|renvoyé|réexpédié|restitué|recrédité|crédité"
            "|dédommagé|indemnisé)e?s?|rendue?s?"
        ),
        "remedying": (
            r"rembourser|remplacer|échanger|annuler|renvoyer|réexpédier|rendre (?:l'argent"
            r"|la somme)"
            r"|restituer|créditer|dédommager|reprendre l'article|remboursement|échange|remplacement"
            r"|annulation|avoir\b(?= de|$)"
        ),
        "matter": (
            "remboursement|remplacement|échange|annulation|avoir|argent|somme|montant|renvoi|retour"
            "|modification|changement"
        ),
        "be": (
            "est|sont|sera|seront|a été|ont été|a bien été|ont bien été|vient d'être|êtes|serez"
            "|avez été|avons|ai|aura été|va être|vont être"
        ),
        "granted": (
            "(?:effectué|validé|accordé|confirmé|lancé|initié|émis|versé|accepté|approuvé|garanti"
            "|expédié|envoyé|programmé|réalisé|crédité|restitué|rendu|gratuit|ordonné"
            "|déclenché|fait)e?s?"
            "|en cours(?! d)|en route|parti|acquise?"
        ),
        "changed": "(?:modifié|changé|corrigé|enregistré|actualisé|rectifié)e?s?|mise? à jour",
        "new": r"(?:nouvel|nouvelle|nouveau|autre|seconde?)\b(?! (?:réponse|message|question))",
        "rated": "bonnes?|mauvaises?|meilleures?|excellentes?|belles?",
        "opinion": (
            "avis(?! de passage)|commentaires?|appréciations?|témoignages?|notes?|feedback"
            "|évaluations?"
        ),
        "wrong": r"mauvaise?|mal|incorrect\w*|erronée?|fausse?|faux",
        "gift": "cadeau|cadeaux|échantillon|extra|bonus|goodie|petit plus|article offert|offert",
        "shall": "allons|vais|pouvons|pourrons|devons|souhaitons|venons de|heureux de|engageons à",
        "grant": (
            "procédons|procéderons|acceptons|accordons|accorderons|confirmons|garantissons|faisons"
            "|ferons"
        ),
        "stated": "saisi|indiqué|donné|commandé|choisi|entré|renseigné|lu",
        "perhaps": "sans doute|peut-être|malheureusement|dû|probablement|vous-même",
        "failed": "perdu|égaré|abîmé|cassé|endommagé|retardé|commis|mal|fait|raté|manqué",
        "fault": "faute|erreur|négligence|étourderie|oubli|maladresse|responsabilité",
    }
)

PHRASES: Final = MappingProxyType(
    {
        "other-contact": r"""
            appelez|(nous|me) (appeler|joindre|téléphoner|contacter directement)
            téléphon(ez|er|iquement)|(notre|numéro de) téléphone
            numéro vert
            (notre|nos|mon) (adresse )?(e-?mail|mail|courriel|messagerie|site|page|compte)
            écrivez[- ](nous|moi) (à(?! nouveau)|par|directement|sur)
            par (e-?mail|courriel|mail|sms)
            contactez[- ]nous (directement|sur|par)|(scannez|flashez)|hors de la plateforme
            (envoyez|adressez|écrivez)[- ](nous|moi) (\w+ ){0,2}?(e-?mails?|mails?)
            (envoyez|adressez|écrivez)[- ](nous|moi) (\w+ ){0,2}?(courriels?|sms|textos?)
            (envoyez|adressez|écrivez) (un|votre) (e-?mail|mail|courriel) (à|au)
            (notre|nos) (site|page|boutique) (internet|web|en ligne)|(cliquez|cliquer|tapez)
            (le|ce) lien (ci-|suivant|dessous)|suivez (le|ce) lien
            (sur|dans) (google|votre navigateur)
            coup de (fil|téléphone)|(composez|appeler) (le|au)|notre numéro
            numéro de (portable|mobile)
            (votre|vos) (numéro de )?(téléphone|portable|mobile|coordonnées téléphoniques)( et|,)
            (nous|je) (vous )?(rappellerons|rappelons|rappellerai|appellerons|appelons)
            retrouvez[- ]nous
            (sans passer par|en dehors d'|en dehors de|hors|hors d'|hors de) (la |le )?<platform>
            (contourn\w+|évit\w+) (la |le )?<platform>|entre nous|en privé
            (directement|en direct) (chez|auprès de|avec) (nous|moi)|rejoignez[- ]nous
            (cherchez|trouvez)[- ](nous|moi)|cherchez (sur|notre)
            (notre|ma) propre (boutique|site|magasin)|appelez la boutique
        """,
        "promotion": r"""
            (articles|produits|modèles) similaires|parlez[- ](en|de nous)
            découvrez|visitez (notre|nos|le)|(visite|tour) (sur|dans) (notre|nos)|abonnez[- ]vous
            (lettre|bulletin) d'informations?|infolettre|soldes|promotions?|promotionnel\w*|profitez
            offres? (spéciale|exclusive|limitée|du moment)s?
            (nos|notre) (\w+ )?(offres?|catalogue|gamme|collection|sélection)s?
            ne manquez pas|prochaine?s? (achats?|commandes?)|à (très )?bientôt (sur|dans|pour|chez)
            suivez[- ]nous|réseaux sociaux|(recommand|conseill)(ez|er)[- ](nous|notre)|nouveautés
            (nos|d'|les) ?(autres|derniers|nouve\w+) (produits|articles|modèles|collections?)
            parrain\w*|ventes? (flash|privée)s?|meilleures ventes|fidélité|à vos (amis|proches)
            nous vous (conseillons|recommandons|suggérons) (aussi |également )?(nos|notre|d'autres)
            (commandez|achetez) (\w+ )?(encore|vite|vite|chez nous|à nouveau)|vous aimerez
            \w+ achetée?s?,? [^.;!?]{0,15}offert
            (coup d'œil|regard|regardez|voyez) (à|sur)? ?nos (autres|nouve\w+|dern\w+)
            nos nouve\w+ (\w+ )?(\w+ )?(arriv|sont|viennent)\w*|faites[- ]vous plaisir
            moitié prix|(à|au) prix (réduit|cassé|doux|spécial)s?|en promo\w*|en solde
            (parlez|parler) (de|en) (nous|notre \w+|vous|autour)|autour de vous|bouche à oreille
            (rejoignez|devenez|entrez dans) (notre|nos|le) (club|programme|communauté|membre)
            club de clients
            désabonn\w+|désinscri\w+|répondez (par |avec )?["«“ ]*stop
            ne plus recevoir (nos|de|ces|les)
            (ne|plus) (souhaitez|voulez|désirez) (plus )?recevoir (nos|de|ces)
            (clients|acheteurs|personnes) (qui|ayant) [^.;!?]{0,40}(aussi|également)|pour aller avec
            (va|vont|iraient) (\w+ )?(parfaitement|très bien|à merveille|bien) avec
            (irait|se marie\w*|s'accorde\w*) (\w+ )?(parfaitement|très bien|à merveille|bien) avec
            (je|on) vous (recommande|conseille|suggère) (aussi |également )?(notre|nos|un|une|le|la)
            connaissez[- ]vous (\w+ )?(nos|notre) (nouve\w+|dern\w+)
            (troisième|quatrième|deuxième|suivante?) (est|sera) (gratuite?|offerte?)
            (de|hors de) (notre|la) liste (d'envoi|de diffusion)
        """,
        "code": r"""
            codes? (promo\w*|de réduction|de remise|cadeau|avantage|réduction)
            codes? :? ?["«“']? ?(?=[a-z]*\d)[a-z0-9-]{5,}|chèques?[- ]cadeaux?
            bons? (d'achat|de réduction|de \d+|cadeau|d'échange)|réductions?(?! (de|du) bruit)
            rabais|ristournes?
            (une|cette|la) remise(?! (du|de la|de votre|des|en|à|contre))
            remises? (de \d|sur|exception\w*)
            \d+ ?(%|pour cent) (de |sur |offert|moins)|moins cher
            pay(ez|er) moins|euros? de moins|(est|sera) pour nous|(deux|trois|2|3) pour le prix
            (enlev|retir|déduis|ôt)\w* \w+ euros
            (prochaine?|deuxième|seconde?) \w+ <indeed>(offerte?|pour nous)
            dépens(ez|er) moins|avec le mot \S+
            (pour cent|%) de moins|de moins sur la prochaine
            vous fait économiser|économis(ez|er)
        """,
        "review": r"""
            (?<!à notre )(?<!sauf )(?<!d')avis(?! d(e |')(passage|livraison|expédition|retour))
            évaluations?|appréciations?|témoignages?|notez[- ](nous|notre)|pouce
            évalu(er|ez) (votre (achat|commande|expérience)|notre|nous|l'article|le produit)
            noter (notre|le|l'|cet|la|nos|votre)
            (?<!pris )(?<!prenons )(?<!prendre )(une|votre|<rated>|la) (<rated> )?notes?
            commentaires? (\w+ )?(positif|négatif|favorable|élogieux|sur la page|sur le produit)s?
            (laiss|publi|modifi|supprim|retir|post|rédig|chang|effac)\w+ ([\w']+ ){1,3}?<opinion>
            (bonne|mauvaise|belle)s? (critique|impression)s? (sur|en ligne)
            (quelques|un petit|de|des) mots? (gentils?|aimables?|sympas?|doux)
            note (maximale|parfaite)
            (écrit|dit|publié|posté) (\w+ ){0,2}?(à notre (sujet|propos)|sur nous|publiquement)
            (publier|publiez|écrire|poster|dire) (\w+ ){0,5}?(négatif|mauvais|mal)|message public
            (faites|fais)[- ]le savoir|recommand\w+ (autour|notre)
            (du|en) bien de nous|jugement (que|sur|porté)
            (revoir|reconsidérer|repenser) <the>?<opinion>
            (enlev|retir|supprim|effac|adouc)\w+ ([\w']+ ){0,2}?(lignes|mots|texte|propos|message)
            (l'|le |la )?adouci(r|ssez)|(notre|nos) (classement|réputation|image|moyenne)
            (dire|disiez|disait|dites) (\w+ )?(du )?bien de (la|l'|le|nos|notre)
            (petit mot|mot) sous (le|l'|la) ?(article|produit|annonce|lampe)
            (note|ligne|quelques lignes) sous (le|l'|la) ?(article|produit|annonce|lampe)
            retir\w+ ce que vous avez (écrit|publié|posté)
        """,
        "incentive": r"""
            (envo|enverr|donn|offr|obtien|obten|recevr|vers|ajout)\w* <indeed>\d+ ?(€|euros?|\$)
            (dans|avec|à) votre prochaine? (colis|envoi|livraison)
            dédommag\w*|compens\w+|indemnis\w*|gestes? (commercial|de bonne volonté)|gracieusement
            pour nous faire pardonner|en guise d[e'] ?\w+
            en (échange|contrepartie) (de|d'|pour|vous)
            à titre (de geste|commercial|d'excuse|gracieux|de remerciement)|récompens\w*
            nous (vous )?(offrons|offrirons)|je (vous )?(offre|offrirai)|voici un petit
            (ajout|joign|gliss|envo|envoy|enverr)(ons|erons|e|ai) <indeed><gift>
            (recevrez|aurez) <indeed><gift>|<gift> (vous attend|est pour vous)
            quelque chose (de joli|de sympa|pour vous|de plus)|(belle|petite) attention
            vous ne le regretterez
            (reçoi\w+|recevr\w+|aur\w+) (une|un) (petite?|belle|joli\w*) (attention|présent)
            (reçoi\w+|recevr\w+|aur\w+) (une|un) (petite?|belle|joli\w*) (cadeau|surprise)
        """,
        "remedy-promised": r"""
            (un|une) (neuf|neuve)|(un|votre) crédit (en|de|sur|dans)
            <we_remedy>|vous (<be>|avez été) <indeed><remedied>
            (<shall>) <indeed><remedying>
            (<grant>) <indeed><remedying>
            (<be>|avons|ai) <indeed><remedied>
            (recevrez|aurez|obtiendrez|bénéficierez|récupérerez|recevez) <no_answer><matter>
            (recevrez|aurez|obtiendrez) <no_answer>(<new>) \w+
            (envoyons|enverrons|expédions|expédierons|adressons|adresserons) <no_answer><new>
            (envoyons|enverrons|expédions|expédierons) <no_answer>(remplacement|\w+ manquante)
            <matter> <indeed><be> <indeed><granted>
            (<new>) \w+ <no_answer>(envoy|expédi|livr|adress|part(?=i|ent|$))\w*|exemplaire neuf
            (faisons|ferons|fais|ferai) (parvenir|livrer|porter|avoir)|(payons|paierons|réglons)
            (inutile|(pas|nul) besoin) de (nous )?(renvoyer|retourner)|rien à (renvoyer|retourner)
            (<new>) \w+ (part|partira|est parti|est en route|vous|sera|arrive\w*) (\w+ )?
            (adresse|livraison|commande) <indeed>(<be>) <indeed>(<changed>)
            (avons|ai) <indeed>(<changed>) <the>?(l'|\w+ )?(adresse|commande)
            à notre charge|en charge <the>?(\w+ )?(frais|coûts?|port|retour|renvoi|échange)
            (frais|coûts?) <indeed>en charge|gratuitement|sans frais
            (pouvez|pourrez) (le |la |l'|les )?(garder|conserver)|satisfait ou remboursé
            contre remboursement
            (aurez|reverrez|retrouverez|toucherez) <no_answer>(argent|somme|montant|prix)
            (argent|somme|montant|prix)\b <indeed>(sur votre (compte|carte)|vous revient)
            (argent|somme|montant|prix)\b <indeed>(revien\w+|reversée?)
            (argent|somme|montant|prix) (d'achat )?<indeed>(reversée?|remboursée?)
            (argent|somme|montant|prix) (d'achat )?<indeed>(rendue?|recréditée?|virée?)
            (pas|aucun|perdrez) <indeed>(un|le moindre|centime) ?centimes?
            (versons|verserons|virons|verse|reversons|reverserons|crédite)
            (considérez|tenez) (\w+ )?(\w+ )?comme (rembours|remplac|réglé|annul)\w+
            (moitié|partie|totalité) du (prix|montant) (vous|est|sera)
            (neuve|neuf|nouvelle|nouveau|bonne|bon|manquante?s?|rechange) ([\w'-]+ ){0,3}?<sent>
            (bonne|bon|autre) (taille|couleur|modèle|article|lampe) (part|arrive|est)
            faisons réparer|(réparons|réparerons)
            (viendrons|passerons|venons|passons) (\w+ )?(chercher|prendre|récup)\w*
            à la nouvelle adresse|(dérouté|réacheminé|redirigé)
            on (vous |l'|le |la )*<on_remedy>|je (vous |l'|le |la )*<on_remedy>|(un|le) virement
            (argent|sous|somme) [^.;!?]{0,20}(reviennent|revient|en route|en chemin)
            (dernier|chaque) (centime|euro|sou)
            (expédions|envoyons|enverrons|livrons) (\w+ )?(la bonne|le bon)
            (expédions|envoyons|enverrons|livrons) (\w+ )?(l'article manquant|la pièce)
            (<carrier>|livreur|coursier) (repren|récupér|enlèv)\w*
            (renoncer|renoncez) (à|au) (votre|l')|quitté notre compte
            (euros?|€) [^.;!?]{0,20}(de nouveau|à nouveau)
            (euros?|€) [^.;!?]{0,20}(sur votre compte|chez vous|vous reviendront)
            (en état de marche|intacte?|neuve?) [^.;!?]{0,20}(vous parviendra|arrivera|vous arrive)
        """,
        "blame": r"""
            <carrier> (qui )?<be> <indeed>(négligente?|fauti\w+|à l'origine|la cause|en cause)
            (erreur|faute|négligence|oubli|inattention|maladresse)s? (de votre part|du client)
            (votre|vos) (propre )?(<fault>)s?
            vous vous êtes (\w+ )?trompée?s?|vous auriez (\w+ )?(dû|pu)|il (aurait fallu|fallait)
            (?<!sans )fautes?(?! de frappe)|coupables?|incomb\w+
            en tort
            vous (l'|les )?avez (<perhaps> )?(mal|oublié|cassé|abîmé|négligé|fait tomber|confondu)
            vous avez (\w+ )?(<stated>) (<the>(\w+ )?)?<wrong>
            vous n'avez pas (\w+ )?(lu|vérifié|suivi|respecté|regardé|mesuré|fait attention)
            mal (utilisé|lu|monté|branché|installé|commandé|manipulé|employé|rempli)e?s?
            (mauvaise|fausse) (utilisation|manipulation)|erreur d'utilisation|erreur de manipulation
            utilisation (incorrecte|inappropriée|non conforme|abusive)|responsabilités?
            (pas|sommes|suis|êtes|tenus?|nullement|est) (\w+ )?responsables?(?! du dossier)
            <carrier> (qui )?(l'|vous )?(a|ont|avait|aura) <indeed>(<failed>)
            (erreur|problème|retard|négligence)s? ([\w']+ ){0,2}?(<the>|par |à )+(<carrier>)
            (dû|due|à cause|imputable|par) (\w+ )?(au|aux|<the>)+ ?(<carrier>)
            (utilisé|employé|monté|branché|installé|traité)e? (selon|conformément|suivant|comme)
            (chez|par|de) vous(-même)? (que )?(le |la )?(dommage|dégât|problème|défaut)
            (dommage|dégât|casse|problème|défaut)s? <indeed>(chez|par) vous
            lisez (\w+ )?(mieux|plus attentivement|attentivement|bien)
            (plus|davantage) (d'attention|de soin|de prudence) (aurait|auraient|la prochaine)
            (mis|choisi|pris) (les |la |le |un |une |de )?(mauvais|faux|fausse)\w*
            (commandé|branché|utilisé) (les |la |le |un |une |de )?(mauvais|faux|fausse)\w*
            vous l?'?avez (manifestement|visiblement|clairement|certainement|sûrement|évidemment)
            vous l'avez (\w+ )?(lavé|monté|branché|serré|utilisé)|c'était interdit
            trop (serré|forcé)
            (erreur|problème|faute) (\w+ )?(vient|provient|vien\w+) (\w+ )?de vous
            (cause|souci|dommage) (\w+ )?(vient|provient|vien\w+) (\w+ )?de vous
            (vient|provient|dû|due|tient) (de|à) (la façon)
            (vient|provient|dû|due|tient) (de|à) (la manière|votre (façon|manière|utilisation))
            (si vous aviez|si seulement)|il suffisait de|aurait suffi|prendre la peine|pris la peine
            (traitement|manipulation|usage|utilisation) (brutale?|inadaptée?|trop)
            vous deviez d'abord
            (<carrier>|livreur|facteur) (est|était|sont) (\w+ )?(nul|incapable)\w*
            (<carrier>|livreur|facteur) (est|était|sont) (\w+ )?(mauvais|incompétent)\w*
            <carrier> [^.;!?]{0,15}laissée?s? tomber
            (<carrier>|ups|livreur) (est|sont) (une blague|un désastre)
            (<carrier>|ups|livreur) (est|sont) (pas fiables?|n'est pas fiable)
            vous (l'|les )?avez (\w+ )?(plié|tordu|déchiré|rayé|cassé) (\w+ )?vous-même
        """,
        "belittling": r"""
            ne (vous )?coût\w+|n'a rien coûté
            (n'ét\w+|n'est|ne s'agi\w+) ([\w']+ )?(que d')?(qu'une?|un simple)
            (seulement|juste|simplement|uniquement|simple) (d'un|d'une|un|une|le) (petit )?<gift>
            n'(est|était) (\w+ )?que|d'un simple (petit )?<gift>
            (était|est) (\w+ )?(gratuit|offert)e?
            (pas|rien) (payé|coûté|déboursé|dépensé)|après tout|sans valeur|exagér\w*|dramatis\w*
            pas (si |bien |très )grave
            (un|le moindre) centime|cheval donné|aucune valeur|(rien|autre) qu'un|objet publicitaire
            (petit|simple) plus|(pas|sans) (grande )?valeur|de la pub\w*
            (vaut|coûte|valait) (\w+ )?(à peine|moins|que|presque rien)|rien perdu
            vous a (été )?(donné|offert)
            on vous a (donné|offert)
            renvoyez[- ]nous (\w+ |d'abord )?(le|la|l')
        """,
        "away": r"""
            en congés?|(nous|je|équipe|service|boutique) <indeed>(vacances|congés?|fermons|rouvr\w+)
            (suis|sommes|serai|serons) (\w+ )?(absente?s?|indisponibles?)
            absente?s? (du bureau|jusqu)|hors du bureau|injoignables?|pas joignables?
            (bureaux?|service|boutique|équipe|magasin|atelier) <indeed>(ferm|abs|indispon)\w+
            fermeture (annuelle|estivale|pour)
        """,
    }
)
