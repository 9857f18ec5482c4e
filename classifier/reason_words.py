"""The words of return reasons in twelve languages: tables for ``notices``.

Marketplaces let buyers choose a reason from a list, and word the list in their own way; what tells
two reasons apart is a word or two. The words stand as they are written in small letters, and are
patterns where another word holds them ("empfehlen"). A further language is a further row.
"""

from typing import Final

#: The buyer ordered something else than they wanted: a reason that names no cause, though its
#: words are those of one.
_MISORDERED: Final = (
    *("ordered wrong", "ordered the wrong", "ordered incorrect", "wrong item ordered"),
    *("wrong size ordered", "ordered a different"),
    *("falsch bestellt", "falschen artikel bestellt", "falsche größe bestellt"),
    *("falsche variante bestellt", "falsche farbe bestellt", "anderen artikel bestellt"),
    *("commandé le mauvais", "commandé la mauvaise", "mauvais article commandé"),
    *("mauvaise taille commandée", "trompé de", "trompé d'article"),
    *("pedí el artículo equivocado", "pedido el artículo equivocado", "me equivoqué"),
    *("pedí la talla equivocada", "pedido la talla equivocada"),
    *("ordinato l'articolo sbagliato", "ordinato quello sbagliato", "ordinato la taglia sbagliata"),
    *("ho sbagliato", "verkeerd besteld", "verkeerde artikel besteld", "verkeerde maat besteld"),
    *("zamówiono niewłaściw", "zamówiłem niewłaściw", "zamówiłam niewłaściw", "pomylił"),
    *("pedi o item errado", "pedi errado", "encomendei o artigo errado", "comprei errado"),
    *("beställde fel", "beställt fel", "fel beställning", "yanlış ürün sipariş", "yanlış sipariş"),
    *("yanlış beden sipariş", "注文間違い", "間違えて注文", "誤って注文", "サイズを間違えて注文"),
    *("拍错", "拍錯", "买错", "買錯", "下错", "订错", "選錯", "选错"),
)

#: Words of a reason that the buyer alone has, and that names no cause.
OWN: Final = (
    *_MISORDERED,
    *("no longer needed", "not needed", "by mistake", "by accident", "accidental"),
    *("changed my mind", "changed mind", "changed their mind", "mind change", "better price"),
    *("cheaper", "no reason", "unwanted", "not wanted", "approve purchase"),
    *("nicht mehr benötigt", "nicht mehr gebraucht", "versehentlich", "aus versehen", "irrtümlich"),
    *("günstiger", "besserer preis", "meinung geändert", "anders überlegt", "kein grund"),
    *("gefällt mir nicht", "gefällt nicht", "ungewollt"),
    *("plus besoin", "par erreur", "meilleur prix", "moins cher", "changement d'avis"),
    *("changé d'avis", "aucun motif"),
    *("ya no lo necesit", "ya no es necesari", "ya no lo quier", "por error", "por accidente"),
    *("mejor precio", "más barato", "cambio de opinión", "cambiado de opinión", "sin motivo"),
    *("non più necessari", "non mi serve più", "per errore", "per sbaglio", "prezzo migliore"),
    *("cambiato idea", "ripensamento", "nessun motivo"),
    *("niet meer nodig", "per ongeluk", "per vergissing", "van gedachten veranderd", "bedacht"),
    *("goedkoper", "betere prijs", "geen reden"),
    *("już niepotrzebn", "nie jest już potrzebn", "nie potrzebuję", "przez pomyłkę", "przypadkow"),
    *("omyłkow", "zmiana zdania", "zmieniłem zdanie", "zmieniłam zdanie", "lepsza cena", "taniej"),
    *("bez powodu", "brak powodu", "bez podania przyczyny"),
    *("não preciso mais", "já não preciso", "não é mais necessári", "já não é necessári"),
    *("por engano", "mudei de ideia", "mudança de ideia", "melhor preço", "mais barato"),
    *("sem motivo", "arrepend"),
    *("behövs inte längre", "behöver inte längre", "av misstag", "ångra", "ändrat mig"),
    *("bättre pris", "billigare", "ingen anledning", "utan anledning"),
    *("artık ihtiya", "ihtiyacım kalmadı", "yanlışlıkla", "kazara", "fikrimi değiştir"),
    *("fikir değişikliği", "vazgeç", "daha ucuz", "daha iyi fiyat", "sebepsiz"),
    *("不要になった", "不要になりました", "購入の意思なし", "他でより安く", "より安い", "気が変わ"),
    *("理由なし", "不再需要", "不需要了", "不想要", "误购", "誤購", "更便宜", "七天无理由"),
    *("七天無理由", "无理由", "無理由", "改变主意", "改變主意"),
)

#: Words of a reason and the tag that they stand for, None for what is no cause; the first that
#: stands in the reason decides.
REASONS: Final = (
    (("not authorized", "unauthorized", "unauthorised", "nicht genehmigt", "不正"), None),
    (_MISORDERED, None),
    (
        (
            *("defective", "doesn't work", "does not work", "stopped working", "faulty"),
            *("defekt", "funktioniert nicht", "défectueu", "ne fonctionne pas", "ne marche pas"),
            *("defectuos", "no funciona", "averiad", "difettos", "non funziona", "guast"),
            *("defect", "werkt niet", "wadliw", "nie działa", "zepsut", "defeituos"),
            *("com defeito", "não funciona", "fungerar inte", "arızalı", "kusurlu", "bozuk"),
            *("çalışmıyor", "不良", "動作しない", "正常に動作", "故障", "有缺陷", "瑕疵", "不能用"),
            *("无法使用", "無法使用", "不工作", "坏了", "壞了"),
        ),
        "defective",
    ),
    (
        (
            *(
                "missing",
                "incomplete",
                r"(?<!emp)fehl(?:en|t)",
                "unvollständig",
                "manqu",
                "incompl",
            ),
            *("faltan", r"\bfalta\b", "faltando", "faltam", "manca", "ontbre", "onvolledig"),
            *("incompleet", "brakuj", "brak części", "brak elementów", "niekompletn", "saknas"),
            *("saknar", "ofullständig", "eksik", "不足", "欠品", "足りな", "入っていな", "缺少"),
            *("缺件", "漏发", "漏發", "少件", "少发", "配件不全", "不完整"),
        ),
        "missing-item",
    ),
    (
        (
            *("wrong size", "incorrect size", "too small", "too large", "too big", "doesn't fit"),
            *("does not fit", "falsche größe", "zu klein", "zu groß", "passt nicht"),
            *("mauvaise taille", "taille incorrecte", "trop petit", "trop grand"),
            *("taille ne convient", "talla incorrecta", "talla equivocada", "demasiado pequeñ"),
            *("demasiado grande", "no me queda", "taglia sbagliata", "taglia errata"),
            *("troppo piccol", "troppo grand", "verkeerde maat", "te klein", "te groot"),
            *("past niet", "zły rozmiar", "niewłaściwy rozmiar", "za mał", "za duż"),
            *("nie pasuje", "tamanho errado", "tamanho incorreto", "muito pequen"),
            *("muito grande", "não serve", "fel storlek", "för liten", "för stor"),
            *("passar inte", "yanlış beden", "beden uym", "çok küçük", "çok büyük", "küçük geldi"),
            *("büyük geldi", "サイズ", "小さすぎ", "大きすぎ", "尺寸", "尺码", "尺碼", "太小"),
            *("太大", "不合身"),
        ),
        "not-as-described",
    ),
    (
        (
            *("wrong item", "wrong product", "incorrect item", "incorrect product"),
            *("different item", "different from what i ordered", "not what i ordered"),
            *("falsche", "falscher", "falsches", "falschen", "mauvais article"),
            *("mauvais produit", "mauvais objet", "article incorrect", "article différent"),
            *("erreur d'article", "artículo equivocado", "artículo incorrecto"),
            *("producto equivocado", "producto incorrecto", "artículo erróneo"),
            *("artículo diferente", "articolo sbagliato", "articolo errato", "prodotto errato"),
            *("prodotto sbagliato", "oggetto sbagliato", "articolo diverso", "verkeerd artikel"),
            *("verkeerde artikel", "verkeerde product", "verkeerd product", "onjuist artikel"),
            *("niewłaściw", "zły produkt", "zły przedmiot", "nieprawidłow", "inny produkt"),
            *("item errado", "artigo errado", "produto errado", "item incorreto"),
            *("produto incorreto", "fel artikel", "fel vara", "fel produkt", "yanlış ürün"),
            *("farklı ürün", "間違った商品", "違う商品", "誤った商品", "別の商品", "错误的商品"),
            *("错误商品", "錯誤的商品", "发错", "發錯", "错发", "收到错", "不是我订"),
        ),
        "wrong-item",
    ),
    (
        (
            *("never arrived", "not arrive", "n't arrive", "not received", "n't received"),
            *("didn't receive", "nie angekommen", "nicht angekommen", "nicht erhalten"),
            *("nie erhalten", "nicht eingetroffen", "jamais arrivé", "pas arrivé", "non reçu"),
            *("pas reçu", "jamais reçu", "no recibid", "no ha llegado", "nunca llegó", "no llegó"),
            *("no he recibido", "mai arrivat", "mai ricevut", "non ricevut", "non arrivat"),
            *("non è arrivat", "niet ontvangen", "niet aangekomen", "nooit aangekomen"),
            *("nie dotar", "nie otrzym", "nieotrzym", "não recebi", "não chegou", "nunca chegou"),
            *("inte mottag", "ej mottag", "aldrig kommit", "inte kommit", "inte fått"),
            *("teslim alınma", "ulaşmadı", "gelmedi", "届か", "届いていな", "未着", "未收到"),
            *("没收到", "没有收到", "沒有收到", "未送达", "未送達"),
        ),
        "not-received",
    ),
    (
        (
            *("too late", "arrived late", "late delivery", "zu spät", "verspätet", "trop tard"),
            *("en retard", "demasiado tarde", "llegó tarde", "llegado tarde", "con retraso"),
            *("troppo tardi", "in ritardo", "te laat", "za późno", "spóźnion", "po terminie"),
            *("tarde demais", "muito tarde", "atrasad", "com atraso", "för sent", "försenad"),
            *("çok geç", "geç geldi", "gecik", "遅", "間に合わ", "太晚", "太迟", "太遲", "延误"),
        ),
        "late-delivery",
    ),
    (
        (
            *("damaged", "broken", "beschädigt", "endommag", "cassé", "abîmé", "brisé", "dañad"),
            *(r"\brot[oa]s?\b", "deteriorad", "danneggiat", r"\brott[oaie]\b", "beschadigd"),
            *("kapot", "gebroken", "uszkodzon", "zniszczon", "stłuczon", "danificad", "quebrad"),
            *("skadad", "skadat", "trasig", "sönder", "hasarlı", "hasar gör", "kırık", "破損"),
            *("損傷", "损坏", "損壞", "破损", "破了", "碎"),
        ),
        "damaged",
    ),
    (
        (
            *("description", "not as described", "doesn't match", "beschreibung", "entspricht"),
            *("ne correspond pas", "non conforme", "descripci", "no coincide", "descrizione"),
            *("non corrisponde", "beschrijving", "omschrijving", "opis", "descriç"),
            *(
                "não corresponde",
                "beskrivning",
                "açıklama",
                "tanım",
                "説明",
                "掲載",
                "描述",
                "不符",
            ),
        ),
        "not-as-described",
    ),
    (
        (
            *("quality", "not adequate", "qualität", "unzureichend", "qualité", "calidad"),
            *("qualità", "kwaliteit", "jakoś", "qualidade", "kvalitet", "kalite", "品質", "品质"),
            *("质量", "質量"),
        ),
        "not-as-described",
    ),
)
