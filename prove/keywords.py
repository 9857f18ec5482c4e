"""Plain keywords: what a seller would write into the filters of a mail program.

The measure's zero point. The tags whose words stand in a letter are given, in the labels' order;
nothing is negated, weighed or learned.
"""

from collections.abc import Mapping
from typing import Final

from cases.labels import TAGS
from classifier.corpus import Example
from classifier.folding import fold
from classifier.ordering import ordered
from classifier.spelling import plain

#: By tag, words of all languages; a word is found anywhere in the letter.
WORDS: Final[Mapping[str, str]] = {
    "safety": "fire burn smoke injur danger shock feuer verletz rauch gefährlich brand feu brûl"
    " blessé danger fuego quemad herid peligr fuoco brucia ferit pericol"
    " 火 怪我 煙 危険 烧 受伤 危险",
    "claim": "a-to-z claim dispute chargeback lawyer anwalt käuferschutz avocat litige reclamación"
    " abogado reclamo avvocato 弁護士 保証申請 律师 投诉 索赔",
    "wrong-item": "wrong falsch mauvais equivocad sbagliat 違う商品 間違 发错 错了",
    "missing-item": "missing fehlt fehlen manque falta manca 足りない 不足 入っていな 少了 缺",
    "not-received": "delivered but|says delivered|als zugestellt|marqué livré|figura entregado"
    "|risulta consegnato|配達完了|显示签收|lost|verloren|perdu|perdido|perso|紛失|丢",
    "damaged": "damaged broken crack scratch beschädigt kaputt zerbrochen abîmé cassé endommagé"
    " dañado roto danneggiato rotto 割れ 破損 壊れ 破损 碎 坏",
    "defective": "not work|doesn't work|defect|stopped working|funktioniert nicht|defekt"
    "|ne fonctionne pas|en panne|no funciona|non funziona|動かな|故障|不良|不工作|用不了",
    "not-as-described": "described description beschreibung description descripción descrizione"
    " 説明 写真と 描述 不符 quality qualität qualité calidad qualità",
    "late-delivery": "where is|late|not arrived|delay|wo bleibt|verspät|nicht angekommen|retard"
    "|pas arrivé|retraso|no ha llegado|ritardo|non è arrivat|届かな|まだ届|遅|还没到|没收到|延误",
    "free-gift": "freebie giveaway gratis zugabe offert omaggio 特典 おまけ 赠品",
    "gift-order": "gift birthday geschenk geburtstag cadeau anniversaire regalo cumpleaños"
    " compleanno プレゼント 誕生日 礼物 生日",
    "address-change": "address adresse dirección indirizzo 住所 地址",
    "cancellation": "cancel stornier annul cancelar annullare キャンセル 取消",
    "exchange": "replace exchange umtausch ersatz échang remplac cambio sustitu sostitu 交換 换",
    "return": "return zurückschick retour rückgabe renvoy devol reso restitu 返品 退货",
    "refund": "refund money erstatt rembours reembols rimbors 返金 退款",
    "invoice": "invoice vat rechnung facture factura fattura 領収書 发票",
    "product-question": "compatib question kompatib frage pregunta domanda 質問 教えて 请问",
    "review": "review stars feedback bewertung sterne avis reseña recensione レビュー 评价 差评",
    "thanks": "thank danke merci gracias grazie ありがと 谢谢",
    "spam": "seo ranking marketing supplier bitcoin partnership 集客 推广",
}

_LISTS: Final = {
    tag: tuple(
        plain(fold(word).text) for word in (told.split("|") if "|" in told else told.split())
    )
    for tag, told in WORDS.items()
}


def keywords(letter: Example) -> tuple[str, ...]:
    """Return the tags whose words stand in the letter, main tag first."""
    text = plain(fold(f"{letter.subject}\n{letter.text}").text)
    found = {tag for tag in TAGS if any(word in text for word in _LISTS.get(tag, ()))}
    if len(found) > 1:
        found.discard("thanks")
    return ordered(found) or ("other",)
