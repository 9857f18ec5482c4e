"""What a marketplace's reason stands for, in twelve languages."""

import pytest

from cases.values import Notice
from classifier.notices import announced, is_told

REASONS = {
    "defective": """
        Item defective or doesn't work|Doesn't work or defective|Artikel defekt|Funktioniert nicht
        Article défectueux ou qui ne fonctionne pas|Ne fonctionne pas|Producto defectuoso
        El artículo no funciona|Articolo difettoso o non funzionante|Non funziona|Defect artikel
        Werkt niet|Produkt wadliwy|Nie działa|Item com defeito|Não funciona|Defekt vara
        Fungerar inte|Ürün arızalı|Kusurlu ürün|商品が不良|正常に動作しない|商品有缺陷|无法使用""",
    "missing-item": """
        Missing parts or accessories|Incomplete|Teile fehlen|Unvollständig|Pièces manquantes
        Article incomplet|Faltan piezas o accesorios|Artículo incompleto|Mancano dei pezzi
        Articolo incompleto|Onderdelen ontbreken|Incompleet|Brakujące części|Niekompletny
        Faltam peças|Item incompleto|Delar saknas|Ofullständig|Eksik parça|Parçalar eksik
        部品が不足|付属品が入っていない|缺少配件|漏发""",
    "wrong-item": """
        Wrong item was sent|Different from what I ordered|Falscher Artikel geliefert
        Falsche Ware geschickt|Mauvais article envoyé|Article différent|Artículo equivocado
        Producto incorrecto|Articolo sbagliato|Prodotto errato|Verkeerd artikel ontvangen
        Verkeerde product|Niewłaściwy produkt|Wysłano zły przedmiot|Item errado|Produto incorreto
        Fel artikel skickades|Fel vara|Yanlış ürün gönderildi|Farklı ürün geldi
        間違った商品が届いた|別の商品|发错商品|收到错误商品""",
    "not-received": """
        Item never arrived|Hasn't arrived yet: item not received|Artikel nicht erhalten
        Nie angekommen|Objet non reçu|Jamais arrivé|Artículo no recibido|No ha llegado
        Oggetto non ricevuto|Non è arrivato|Artikel niet ontvangen|Nooit aangekomen
        Przedmiot nie dotarł|Nie otrzymano|Não chegou|Não recebi o item|Varan har inte kommit
        Ej mottagen|Ürün ulaşmadı|Teslim alınmadı|商品が届かない|未着|未收到物品|物品未送达""",
    "late-delivery": """
        Item arrived too late|Arrived late|Zu spät angekommen|Verspätete Lieferung
        Arrivé trop tard|Livré en retard|Llegó demasiado tarde|Entregado con retraso
        Arrivato troppo tardi|In ritardo|Te laat bezorgd|Te laat aangekomen|Za późno
        Spóźniona dostawa|Chegou tarde demais|Entrega atrasada|Kom för sent|Försenad leverans
        Çok geç geldi|Gecikti|到着が遅すぎた|必要な日に間に合わなかった|到得太晚|延误""",
    "damaged": """
        Product damaged, but shipping box OK|Arrived broken|Beschädigt angekommen
        Artikel ist beschädigt|Article endommagé|Cassé à la livraison|Producto dañado|Llegó roto
        Articolo danneggiato|Arrivato rotto|Beschadigd aangekomen|Kapot|Uszkodzony produkt
        Zniszczony|Item danificado|Chegou quebrado|Skadad vara|Trasig vid leverans
        Hasarlı ürün|Kırık geldi|破損していた|商品が損傷|商品损坏|破损""",
    "not-as-described": """
        Inaccurate website description|Doesn't match the photos|Wrong size|Too small
        Performance or quality not adequate|Entspricht nicht der Beschreibung|Falsche Größe
        Zu klein|Schlechte Qualität|Description inexacte|Taille incorrecte|Qualité insuffisante
        Descripción inexacta|Talla incorrecta|Calidad inadecuada|Descrizione inaccurata
        Taglia sbagliata|Qualità non adeguata|Onjuiste beschrijving|Verkeerde maat
        Kwaliteit onvoldoende|Niezgodny z opisem|Zły rozmiar|Niska jakość|Descrição incorreta
        Tamanho errado|Qualidade inadequada|Stämmer inte med beskrivningen|Fel storlek
        Dålig kvalitet|Açıklamayla uyuşmuyor|Yanlış beden|Kalite yetersiz|商品説明と違う
        サイズが合わない|品質に不満|与描述不符|尺码不合适|质量不好""",
}
OWN = """
    No longer needed|Bought by mistake|Ordered wrong item|Better price available
    Nicht mehr benötigt|Falsch bestellt|Falsche Größe bestellt|Anderen Artikel bestellt
    Plus besoin|Commandé par erreur|J'ai commandé le mauvais article|Meilleur prix trouvé
    Ya no lo necesito|Comprado por error|Pedí el artículo equivocado|Mejor precio disponible
    Non mi serve più|Acquistato per errore|Ho ordinato l'articolo sbagliato|Prezzo migliore
    Niet meer nodig|Per ongeluk besteld|Verkeerde artikel besteld|Betere prijs gevonden
    Już niepotrzebny|Zamówiono przez pomyłkę|Zamówiłem niewłaściwy produkt|Brak powodu
    Não preciso mais|Comprado por engano|Pedi o item errado|Melhor preço disponível
    Behövs inte längre|Beställd av misstag|Beställde fel artikel|Bättre pris
    Artık ihtiyacım yok|Yanlışlıkla sipariş edildi|Yanlış ürün sipariş ettim|Daha ucuz buldum
    不要になった|間違えて注文した|サイズを間違えて注文|より安い商品を見つけた
    不再需要|误购|拍错尺码|七天无理由退货"""


def split(text: str) -> list[str]:
    """Return the wordings of a table."""
    return [one.strip() for line in text.splitlines() for one in line.split("|") if one.strip()]


@pytest.mark.parametrize(
    ("tag", "reason"), [(tag, one) for tag, words in REASONS.items() for one in split(words)]
)
def test_a_reason_names_its_cause(tag: str, reason: str) -> None:
    """In the words of the lists that buyers choose from."""
    assert (tag, "return") == announced(Notice(topic="return", reason=reason))


@pytest.mark.parametrize("reason", split(OWN))
def test_a_buyers_own_reason_names_none(reason: str) -> None:
    """A mistake of the buyer's is no wrong article, and a change of mind tells all."""
    notice = Notice(topic="return", reason=reason)

    assert (("return",), True) == (announced(notice), is_told(notice))


@pytest.mark.parametrize(
    "reason",
    ["Nicht zu empfehlen", "For a protagonist", "Rotation of stock", "Other", "その他", "其他"],
)
def test_a_part_of_a_word_is_no_cause(reason: str) -> None:
    """And what says nothing announces nothing."""
    notice = Notice(topic="return", reason=reason)

    assert (("return",), False) == (announced(notice), is_told(notice))
