"""Words by which a language is known: frequent, short, and seldom a word of its neighbours.

One row a language; those of buyers' short letters ("merci", "reklamation") among them. A word may
stand in several rows: it then speaks for each.
"""

from collections.abc import Mapping
from typing import Final

_ROWS: Final[Mapping[str, str]] = {
    "en": "am here away its who which did i'll i'd let know  the a an as if so no now just after "
    "before only very all some again and "
    "is are was were i my me you your it this that with for not have has had been "
    "where when "
    "what why how please thank thanks hello hi dear order ordered received receive item package "
    "parcel can "
    "could would will want need still from arrived broken missing wrong refund don't didn't hasn't "
    "haven't "
    "doesn't i'm i've it's but of to yet any get got there they we our send sent does did cancel "
    "help on in "
    "damaged return money back late delivery address",
    "de": "der die das und ist sind war ich mein meine meinen mir mich sie ihr ihre ihnen es nicht "
    "kein keine "
    "mit für auf von zu habe hat haben wurde werden wird wo wann warum wie bitte danke hallo guten "
    "tag geehrte "
    "bestellung bestellt erhalten paket artikel kann können möchte noch aber leider sehr auch bei "
    "nach dem den "
    "des ein eine einen einer zum zur immer gar lieferung geliefert ware defekt kaputt falsch "
    "rechnung "
    "rückgabe erstattung angekommen fehlt wäre oder als wenn dass schon gruß grüße fuer moechte",
    "fr": "le la les des est sont je j'ai mon ma mes vous votre vos nous il elle ce cette pas ne "
    "n'est n'ai "
    "avec pour dans sur une un du au aux où quand pourquoi comment merci bonjour bonsoir commande "
    "commandé reçu "
    "colis article peux pouvez voudrais souhaite encore mais très toujours c'est qui que été a à "
    "et ou "
    "cordialement remboursement livraison cassé facture s'il plaît jamais rien être avez puis-je "
    "d'un d'une "
    "l'article retour manque",
    "es": "el la los las es son mi mis su sus yo usted ustedes no con para por una un del al dónde "
    "donde cuándo "
    "cuando porqué cómo gracias hola buenos buenas días tardes pedido recibido paquete artículo "
    "producto puede "
    "pueden puedo quiero quisiera todavía pero muy está están he ha han que y o me lo se ya aún "
    "reembolso "
    "factura devolución devolver llegado roto falta favor saludos señores cuanto ningún esto",
    "it": "il lo la gli le è sono mio mia miei mie suo sua voi vostro vostra non con per una un "
    "del della dei "
    "delle nel nella dove quando perché come grazie buongiorno salve ciao ordine ordinato ricevuto "
    "pacco "
    "articolo prodotto posso potete vorrei ancora ma molto ho ha hanno che e di mi si rimborso "
    "fattura reso "
    "arrivato rotto manca saluti cordiali anche stato questo cosa è",
    "pt": "o os as é são meu minha meus minhas seu sua vocês você não com para por uma um do da "
    "dos das no na "
    "onde quando porque como obrigado obrigada olá bom dia boa tarde pedido encomenda recebi "
    "pacote artigo "
    "produto pode podem posso quero gostaria ainda mas muito está foi tem que e chegou reembolso "
    "fatura "
    "devolução falta cumprimentos até já isso este",
    "nl": "de het een is zijn was ik mijn mij u uw je jullie niet geen met voor op van naar heb "
    "heeft hebben "
    "waar wanneer waarom hoe bedankt dank hallo beste goedendag bestelling besteld ontvangen "
    "pakket artikel kan "
    "kunt kunnen wil graag nog maar erg ook bij aan er dit dat wordt werd alvast vriendelijke "
    "groet groeten "
    "retour geleverd kapot factuur ontbreekt terug",
    "pl": "jest są nie mam mój moja moje pan pani państwo proszę dziękuję dzień dobry witam cześć "
    "zamówienie "
    "zamówienia zamówiłem zamówiłam otrzymałem otrzymałam paczka paczki przesyłka produkt gdzie "
    "kiedy dlaczego "
    "jak czy się na do z w i że ale bardzo jeszcze już był została zwrot faktura faktury pieniędzy "
    "uszkodzony "
    "brakuje pozdrawiam chcę chciałbym chciałabym mogę to",
    "sv": "och är jag min mitt mina ni er det den inte med för på av till har hade var när varför "
    "hur tack hej "
    "beställning beställt fått paket paketet varan kan vill skulle ännu men mycket också från som "
    "ett en att "
    "mvh hälsningar leverans retur faktura trasig saknas återbetalning fel vad",
    "da": "og er jeg min mit mine i jer det den ikke med for på af til har havde hvor hvornår "
    "hvorfor hvordan "
    "tak hej ordre bestilling bestilt modtaget pakke pakken varen kan vil gerne endnu men meget "
    "også fra som et "
    "en at venlig hilsen levering faktura mangler fejl hvad tilbage",
    "no": "og er jeg min mitt mine dere det den ikke med for på av til har hadde hvor når hvorfor "
    "hvordan takk "
    "hei bestilling ordre bestilt mottatt pakke pakken varen kan vil gjerne ennå men mye også fra "
    "som et en å "
    "hilsen vennlig levering faktura mangler feil hva tilbake fått",
    "fi": "on ovat minä minun en ei ole olen olisi te teidän se tämä että ja mutta kanssa missä "
    "milloin miksi "
    "miten kiitos hei moi terve tilaus tilauksen tilasin tilaukseni saanut paketti paketin tuote "
    "tuotteen voiko "
    "voitteko haluan haluaisin vielä hyvin myös ystävällisin terveisin palautus lasku rikki "
    "puuttuu mikä",
    "cs": "je jsou není jsem můj moje moji vy váš vaše to ten ta ne s pro na do že ale kde kdy "
    "proč jak děkuji "
    "dobrý den ahoj objednávka objednávku objednávky objednal obdržel obdržela balík zásilka zboží "
    "mohu můžete "
    "chci chtěl chtěla ještě už velmi také bych byl byla vrácení faktura fakturu chybí rozbité "
    "pozdravem prosím "
    "peněz kdyby",
    "tr": "ve bir bu ben benim siz sizin değil için ile ne nerede zaman neden nasıl teşekkürler "
    "teşekkür "
    "ederim merhaba sipariş siparişim siparişimi aldım ürün ürünü paket kargo kargom gelmedi geldi "
    "istiyorum "
    "lütfen hala hâlâ henüz ama çok var yok mi mı iade fatura kırık eksik iyi günler selam yanlış",
    "ru": "где мой моя мое моё мне меня вы вас ваш не нет что как когда почему это этот заказ "
    "заказа "
    "посылка посылку товар пришел пришла пришло получил получила деньги возврат спасибо "
    "здравствуйте "
    "добрый день пожалуйста можно хочу ещё еще уже очень но и на с до от из за сломан привет",
    "uk": "де моє мій моя мені мене ви вас ваш не немає що як коли чому це цей замовлення посилка "
    "посилку "
    "товар прийшов прийшла прийшло отримав отримала гроші повернення дякую доброго дня вітаю будь "
    "ласка "
    "можна хочу ще вже дуже але та на з до від із за зламаний привіт",
    "vi": "là và của tôi không có được cho với này đã chưa bạn ở đâu khi nào tại sao cảm ơn xin "
    "chào đơn hàng "
    "nhận gói sản phẩm muốn nhưng rất vẫn hoàn tiền hóa bị thiếu hỏng giao trả lại mình",
}


def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for language, row in _ROWS.items():
        for word in sorted(set(row.split())):
            index[word] = (*index.get(word, ()), language)
    return index


#: The languages that have a word.
WORDS: Final[Mapping[str, tuple[str, ...]]] = _index()
