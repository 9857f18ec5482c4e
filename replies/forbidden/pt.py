"""How Portuguese says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.vocabulary import Vocabulary

PORTUGUESE: Final = Vocabulary(
    language="pt",
    marks=(
        r"estamos|até|feira|muito|temos|vamos|pela|pelo|"
        "o|a|os|as|de|do|da|dos|das|que|e|em|no|na|nos|nas|um|uma|não|para|com|por|se|sua|seu"
        "|você|lhe|são|está|foi|ao|à|mais|já|também|nossa|nosso|obrigado|mensagem|encomenda"
    ),
    spared_before=(
        r"(?:\bse\b|\bnão\b|\bnem\b|\bnunca\b|\bantes de\b|\baté\b|\bnenhum\w*\b)[^,;:]*$"
    ),
    phrases={
        "review": r"""
            avaliaç\w+(?! (do|dos|da|das|de|pelo|pela) (dano|foto|situa|técnic|estado)\w*)
            avalie\w*|avaliar|classificaç\w+|estrelas|resenha\w*
            recomend(e|ar) (a|o)? ?(nossa|nosso)
        """,
        "code": r"""
            descontos?|cup(ão|om|ões|ons)|vales?(-| )\w+|voucher\w*|código promocional
            cheque-prenda|cartão-presente
        """,
        "promotion": r"""
            newsletter|promoç\w+|saldos|liquidaç\w+|subscrev\w+|cancelar (a )?subscriç\w+
            descadastr\w+|siga-nos|ofertas? (especia|exclusiv|limitad)\w+
            noss\w+ (outr|nov)\w+ (produto|artigo|modelo|coleç)\w*
        """,
        "other-contact": """
            ligue(-nos| para)?|telefone-nos|por (telefone|e-?mail|sms)|número de telefone
            (nosso|nossa) (site|página|loja online|e-?mail|linha)|clique|(este|seguinte|no) link
            envie(-nos)? um e-?mail
        """,
        "away": r"""
            de férias|ausente\w*|fora do escritório|encerrad\w*|estamos fechados
        """,
        "belittling": r"""
            (só|apenas|somente) (um|uma) (\w+ )?(brinde|oferta|presente|extra)|não pagou (nada)?
            sem valor
        """,
        "incentive": r"""
            em troca|recompens\w*|compensaç\w+|bónus|bônus
            como (agradecimento|recompensa|forma de compensa\w*)
        """,
    },
    concepts={
        "outside": r"""
            fora (da|do) (plataforma|amazon|marketplace|site)|sem passar (pela|pelo) \w+|em privado
            entre nós|diretamente (connosco|conosco|a nós|comigo|com a gente)
        """,
        "deal": r"""
            escrev\w*|contact\w*|contat\w*|fal\w+|lig\w+|encomend\w*|compr\w+|pag\w+|resolv\w+
            trat\w+|combin\w+
        """,
        "our_number": r"(nosso|meu) (\w+ )?número|linha (direta|de apoio)",
        "number": r"""
            número|telefone|contact\w+|contat\w+|morada de e-?mail
            endereço (de e-?mail|eletrónico|web)
        """,
        "printed": r"""
            (na|no|dentro da|dentro do) (\w+ )?(caixa|embalagem|etiqueta|manual|cartão|folheto\
            |fatura|guia|verso|instruções)
        """,
        "labelled": r"""
            número (de|da|do) (encomenda|pedido|seguimento|rastreio|série|modelo|artigo|fatura\
            |envio|cliente|lote|porta)
        """,
        "lookup": r"procur\w+|pesquis\w+|encontr\w+|visit\w+|escrev\w+|google",
        "us_online": """
            nome (da|do) (nossa |nosso )?(loja|marca|empresa)|nossa (loja|marca)|motor de busca
            (procure|encontre)-nos
        """,
        "pay": r"pag\w+|transfer\w+|transfir\w+|envi\w+|deposit\w+|mand\w+",
        "elsewhere": """
            paypal|mb ?way|pix|conta bancária|iban|nib|nossa conta|transferência( bancária)?
            dinheiro|multibanco|bitcoin|link de pagamento|diretamente a nós
        """,
        "repaid": r"reembols\w*|devolv\w*|pagou|nunca|não pedimos|estorn\w*",
        "drop": r"fech\w+|encerr\w+|retir\w+|cancel\w+|anul\w+|desist\w+|termin\w+",
        "claim": r"""
            a-?(a|to|2)-?z|a-z|reclamaç\w+|disputa|litígio|contestaç\w+|chargeback|queixa
            garantia de a
        """,
        "platform_acts": r"(a )?amazon (\w+ )?(fech|decid|analis)\w*|até que",
        "needless": r"""
            não (é|há|será) (\w+ )?(necess|precis)\w*|desnecess\w*|em vez de|sem (\w+ )?|escusa de
            não precisa
        """,
        "cancel": r"cancel\w+|anul\w+|desist\w+",
        "no_stock": r"""
            esgotad\w+|sem stock|sem estoque|não (temos|há) (\w+ )?(stock|estoque|unidades)
            indisponíve\w+|rutura
        """,
        "invite": r"""
            vej\w+|descubr\w+|visit\w+|experiment\w+|compr\w+|encomend\w+|gost\w+|ador\w+|ideal
            perfeit\w+|combin\w+|também|temos|há|interess\w+|aproveit\w+|espreit\w+
        """,
        "our_goods": r"""
            noss[oa]s? (\w+ )?(gama|coleção|catálogo|loja|sortido|série|acessóri|novidad|linha)\w*
            noss[oa]s? nov[oa]s? \w+
        """,
        "suits": r"""
            (combina|fica|vai)\w* (\w+ )?(perfeitamente|muito bem|lindamente|às mil)|a condizer
        """,
        "goods": r"""
            candeeiro\w*|luminária\w*|produto\w*|artigo\w*|modelo\w*|cor(es)?|capa\w*|mala\w*
            abajur\w*|vers\w+
        """,
        "buy_more": """
            próxim[ao]s? (encomenda|compra|pedido)|volte (sempre|a comprar)
            compre (já|de novo|mais)|últimas unidades|até breve na
        """,
        "seen": r"""
            já (viu|conhece)|acab\w+ de (sair|lançar|chegar)|chegou|já (está|estão) disponíve\w+
        """,
        "launched": "coleção|versão|nov[oa] (modelo|linha|série)|variante",
        "coupon": "desconto",
        "asked": r"""
            (pergunta|perguntou|mencion|utiliz|refer)\w*|porque|por que
            sobre o (cupão|cupom|desconto)
        """,
        "grant": r"""
            aqui (está|tem)|(damos|oferecemos|enviamos)|(recebe|poupa|ganha|receberá)|próxim\w+
        """,
        "saving": r"""
            \d+ ?(%|por cento|euros?|reais)|mais (barato|em conta)|grátis|gratuit\w+|metade|menos
            poup\w+
        """,
        "next_buy": r"""
            (próxim|futur|segund)\w+ (\w+ )?(encomenda|compra|pedido|vez)|da próxima
        """,
        "stars": r"(\d|uma|duas|três|quatro|cinco) estrelas|estrelas",
        "starry": r"candeeiro|luminária|grinalda|acend\w*|natal|forma|parafus\w*|hotel",
        "single_star": "(uma|1)( só)? estrela",
        "harsh": r"sever\w+|dur[oa]|injust\w+|pouco",
        "public": r"""
            página (do produto|do artigo|da loja)|internet|públic\w+|online
            outros (compradores|clientes)
        """,
        "voice": r"""
            escrev\w+|escrit\w+|cont\w+|partilh\w+|compartilh\w+|palavr\w+|experiência|opini\w+
            satisf\w+|diga\w*
        """,
        "quoted": r"""
            (como|segundo) (\w+ )?(escreve|diz|refere|indica)|nos (escreve|diz|conta)
        """,
        "described": r"cor|tamanho|medida\w*",
        "undo": r"""
            alter(ar|e)\w*|mud(ar|e)\w*|retir(ar|e)\w*|remov(er|a)\w*|apag(ar|ue)\w*|edit(ar|e)\w*
            rever|reconsider\w+|repens\w+|suaviz\w+|atualiz(ar|e)\w*|corrig(ir|a)\w*|subir
        """,
        "utterance": r"""
            (o seu|a sua|seu|sua|esse|essa|este) (\w+ )?(comentário|opinião|crítica|nota\
            |pontuação|texto|publicação|feedback)
            o que (\w+ )?(escreveu|publicou)
        """,
        "we_undo": r"""
            (vamos|iremos|queremos) (\w+ ){0,2}?(alter|mud|corrig|melhor|atualiz)\w*|morada
            endereço|fatura
        """,
        "assessing": r"""
            avaliação (do|dos|da|das|pelo|pela) (dano|danos|fotografias|fotos|situação|estado\
            |técnic\w+|nosso|nossa)
        """,
        "give_you": r"""
            (oferec|envi|inclu|junt|coloc|mand)\w*(emos|imos|amos)
            (vamos|iremos) (\w+ )?(oferecer|enviar|incluir|juntar)|(recebe|receberá)|à sua espera
        """,
        "treat": r"""
            (pequen[oa]|bonit[oa]) (\w+ )?(brinde|oferta|presente|surpresa|extra|mimo)|miminho|mimo
            surpresa
        """,
        "surprise": "surpresa",
        "unpleasant": r"desagradáv\w*|má|devia",
        "mistake": """
            (culpa|erro|falha) (sua|do cliente)|(sua|seu) (culpa|erro|falha)|não somos responsáveis
            negligência|responsabilidade sua
        """,
        "ours": """
            (nosso|nossa) (erro|falha|culpa|parte|armazém)|da nossa parte
            (cometemos|enganámo-nos|erramos)|não é culpa sua
        """,
        "carrier": r"""
            transportador\w*|estafeta\w*|correios|ctt|dhl|dpd|ups|gls|seur|motorista\w*|armazém
            carteiro|entregador\w*
        """,
        "bungle": r"""
            culpa|erro|perd(eu|eram|ido)|danific\w+|deixou cair|descuid\w+|negligen\w+
            sempre (atrasad|tarde)\w*|mau|má|péssim\w+|irresponsáv\w+|responsáve\w+|nunca|outra vez
            parti(u|ram)|atir\w+
        """,
        "checking": r"se|pergunt\w+|verific\w+|averigu\w+|segundo|apur\w+",
        "only_you": r"""
            (nenhum|ninguém|mais ninguém) (outro )?(\w+ ){0,3}?(queix|reclam|problem)\w*
            (é o|é a) (primeir|únic)\w+
            saiu (do nosso armazém|daqui) (\w+ ){0,2}?(perfeit|intact|bom estado)\w*
        """,
        "misdeed": r"""
            (devia|deveria|podia|poderia) ter \w+|se (tivesse|houvesse) \w+
            (utiliz|us|mont|lig)ou (\w+ )?(mal|incorret\w+)|(uso|utilização) (indevid|incorret)\w+
            por (seu )?(descuido|erro seu)|não (leu|seguiu|verificou|respeitou)
        """,
        "giveaway": r"brinde\w*|oferta|presente\w*|grátis|gratuit\w+",
        "send_back": r"""
            (devolva|reenvie|envie) (\w+ ){0,4}?(oferta|brinde|presente|volta)|devolva-(nos|o|a)
            (tem de|deve|precisa de) (\w+ )?(devolver|reenviar)
        """,
        "keep": r"não|ficar|desej\w+|se",
        "merely": r"""
            (só|apenas|somente|simples|afinal) (\w+ )?(um|uma)? ?(\w+ )?(brinde|oferta|presente\
            |extra)
            (era|foi|é) (\w+ )?(grátis|gratuit\w+|de borla)|não (pagou|custou) (\w+ )?
            sem (grande )?valor|não é (assim )?(tão )?grave
        """,
        "asked_whether": r"se|lament\w+|desculpa\w*|como tudo|tanto",
        "promise": r"""
            (vamos|iremos) (\w+ )?(reembols|substitu|devolv|cancel|troc|enviar (um|uma) nov)\w*
            (reembolsa|substituí|devolve|cancela|troca)(mos|remos)
            (receberá|recebe) (\w+ ){0,3}?(reembolso|dinheiro|substitu|nov[oa])\w*
            (foi|está|será) (\w+ ){0,2}?(reembolsad|cancelad|substituíd|alterad|devolvid)\w*
        """,
        "remedy": r"""
            reembols\w*|substitu\w*|troc(a|ar|amos|ado)\w*|cancel\w*
            devol(ução|ver|vemos|vido) (do|o) (dinheiro|valor|montante)|dinheiro de volta
            nov[oa] (exemplar|unidade|artigo|candeeiro)
        """,
        "framed": r"""
            pedido de|pediu|pede|deseja\w*|quer\w*|sobre|respeito|referente|se|não|ainda|possíve\w+
            verific\w+|analis\w+|registámos|aguard\w+|depend\w+|apoio ao cliente|quest\w+
            pergunt\w+
        """,
        "undecided": r"""
            não (podemos|conseguimos) (\w+ ){0,3}?(promet|confirm|garant|dizer)\w*
            não (fica|está) (\w+ )?confirmad\w*|antes de (\w+ ){0,3}?(ver|analis|verific)\w*
            (assim que|depois de) (\w+ ){0,3}?(ver|analis|verific)\w*
        """,
        "however": "mas|porém|no entanto|por isso|contudo",
        "advised_against": r"""
            não (\w+ )?(envi|escrev|partilh|compartilh|indiqu|coloqu|forneç)\w*|para sua segurança
            por segurança
        """,
        "checkout": "(ao|na) (pagar|finalizar|caixa|carrinho|checkout)",
        "enter": r"introduz\w*|insir\w*|escrev\w*|us[ae]\w*|utiliz\w*",
        "unworded": r"morada|endereço|erro|foto\w*",
        "coupon_packed": r"falt\w+|caixa|encomenda vinha",
    },
)
