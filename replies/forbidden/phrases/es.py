"""What a Spanish text to a buyer must never say, phrase by phrase (form: ``vocabulary``)."""

from types import MappingProxyType
from typing import Final

PARTS: Final = MappingProxyType(
    {
        "platform": "plataforma|mercado|amazon|ebay|etsy|marketplace",
        "sent": (
            r"(?:sale|salen|saldrá|salió|va|van|irá|en camino"
            r"|(?:está|están|estará|estarán|va) (?:\w+ )?(?:en camino|de camino|hacia|en su casa"
            r"|enviad[oa]s?|en correos))"
        ),
        "send_back": (
            r"(?:[^\s.;!?]+ ){0,4}?(?:devolver(?:nos|lo|la)?|enviar(?:nos|lo|la)? de vuelta"
            r"|recuperar|devuelva|reenviar(?:nos)?|retornar)"
        ),
        "carrier": (
            "transportistas?|servicio postal|repartidor|mensajero|mensajería|conductor|correos"
            "|seur|mrw|dhl|ups|gls"
            "|dpd|fedex|amazon|almacén|proveedor|fabricante"
            "|(?:empresa|agencia|compañía|servicio) de (?:transportes?|mensajería|envíos?|reparto)"
        ),
        "the": "el|la|los|las|lo|un|una|su|sus|de|del|al|nuestro|nuestra",
        # A few words that do not take the statement back.
        "indeed": (r"(?:(?!no\b|todavía\b|aún\b|nada\b|nunca\b|si\b)[^\s.,;:!?]+ ){0,4}?"),
        # The same, among which the reply itself is not what the buyer receives.
        "no_answer": (
            r"(?:(?!no\b|si\b|respuesta|mensaje|información|noticias"
            r"|explicación)[^\s.;:!?]+ ){0,5}?"
        ),
        "we_remedy": (
            "(?:reembols|reintegr|reemplaz|cambi|cancel|anul|abon|compens|indemniz|reenvi|reenví)"
            "(?:amos|aremos|aré)|devolv(?:emos|eremos|eré)|sustitu(?:imos|iremos|iré)"
            "|repon(?:emos|dremos|dré)|reenvío|reembolso(?= (?:el|su))|canjea(?:mos|remos)"
        ),
        "remedied": (
            "(?:reembolsad|reintegrad|reemplazad|cambiad|cancelad|anulad|abonad|sustituid|reenviad"
            "|devuelt|repuest|compensad|indemnizad)[oa]s?"
        ),
        "remedying": (
            r"(?:reembols|reintegr|reemplaz|cambi|cancel|anul|abon|reenvi|compens|indemniz)ar(?:le"
            r"|lo|la|se)?"
            r"|(?:devolver|sustituir|reponer)(?:le|lo|la)?|reembolso|devolución|cancelación"
            r"|reemplazo"
        ),
        "matter": (
            "reembolso|devolución|reemplazo|cambio|cancelación|anulación|abono|dinero|importe|pago"
            "|reintegro|sustitución|reenvío"
        ),
        "be": (
            "es|son|será|serán|ha sido|han sido|fue|fueron|está|están|queda|quedan|ha quedado"
            "|han quedado|quedó|quedará"
            "|estará|se ha|se han|va a ser|hemos|he"
        ),
        "granted": (
            "(?:tramitad|efectuad|realizad|emitid|aprobad|confirmad|concedid|aceptad|enviad|abonad"
            "|autorizad|garantizad|completad|procesad|iniciad|ordenad|gestionad|ingresad"
            "|devuelt)[oa]s?"
            "|hech[oa]s?|en camino|en curso(?! de)|gratuit[oa]s?|gratis"
        ),
        "changed": "(?:modificad|actualizad|cambiad|corregid|registrad|guardad|rectificad)[oa]s?",
        "new": r"(?:nuev[oa]|otr[oa]|segund[oa])\b(?! (?:respuesta|mensaje|dirección))",
        "opinion": (
            "opinión|opiniones|comentarios?|valoración|reseñas?|calificación|votos?|feedback"
        ),
        "wrong": r"mal|incorrect\w*|equivocad\w*|errón\w*",
        "gift": (
            "regal(?:o|ito)s?|obsequios?|detall(?:e|ito)s?|muestr(?:a|ita)s?|extra|cortesía"
            "|sorpresa"
        ),
        "grant": (
            "procedemos|procederemos|aceptamos|aprobamos|concedemos|confirmamos|garantizamos"
            "|tramitamos|tramitaremos|emitimos|emitiremos"
        ),
        "send": "enviamos|enviaremos|mandamos|mandaremos|remitimos|remitiremos|envío",
        "fault": "error|fallo|culpa|descuido|equivocación|negligencia",
        "stated": (
            "puso|puesto|escribió|escrito|indicó|indicado|eligió|elegido|pidió|pedido|introdujo"
            "|introducido|usó|usado|leyó|leído"
        ),
        "failed": (
            "perdió|extravió|rompió|dañó|retrasó|falló|cometió|se equivocó|olvidó|tardó|estropeó"
            "|arruinó|incumplió"
        ),
        "has_failed": "perdido|extraviado|roto|dañado|estropeado|retrasado|fallado|cometido",
        "leave": "dej|public|modif|cambi|elimin|borr|retir|escrib",
        "only": "solo|sólo|solamente|simplemente|únicamente|simple",
    }
)

PHRASES: Final = MappingProxyType(
    {
        "other-contact": r"""
            (llámenos|llámeme|telefonéenos)|(llamarnos|telefonearnos)|llame (al|a nuestro)
            (por|vía) teléfono|telefónic\w*|(nuestro|número de|al) teléfono
            (nuestro|nuestra|mi) (correo|e-?mail|buzón|página|web|sitio|dirección de correo)
            (escríbanos|escribirnos|escríbame) (a|al|por|directamente)|por (correo|e-?mail|sms)
            (contáctenos|contactarnos|contacte con nosotros) (directamente|por|en|fuera)
            (dénos|denos) un toque|escanee|fuera de la plataforma
            (mánd|enví|escríb)(enos|eme) (\w+ ){0,2}?(correo|e-?mail|mail|sms|mensaje de texto)
            (envíe|mande|escriba) (un|su) (correo|e-?mail|mail) (a|al)
            (nuestr[oa]|la|el) (web|sitio web|sitio|página web)(?= (es|está|encontr))
            (haga|hacer|pulse|pinche) (clic|aquí)|(siga|pulse|abra) (el|este) enlace
            enlace de (abajo|aquí)
            en (su navegador|google|internet nuestr\w+)
            (hág|d)a?[eé]?nos un(a)? (llamada|toque|telefonazo)
            háganos una llamada|una llamada|marque el|nuestro número
            su (número de )?(móvil|teléfono|celular) y|(le|lo|la) (llamaremos|llamamos|telefoneamos)
            número de (móvil|celular)|encuéntrenos|búsquenos
            (fuera de|sin pasar por|al margen de|sin) (la |el )?<platform>|entre nosotros|en privado
            (directamente|directo) (a|con|en) (nuestra|nosotros|nuestro)|compr\w+ directamente
            (saltarse|saltar|evitar|evite) (la |el )?<platform>
            (búsque|busque|encuéntre)(nos|me)?( \w+)* en (internet|google|la red)
            nuestra propia (tienda|web|página)|llame a la tienda
        """,
        "promotion": r"""
            (artículos|productos|modelos) (similares|parecidos)
            hable(n)? (bien )?(de nosotros|a sus|con sus)
            descubra|visite (nuestr[oa]|la)|suscríbase|boletín|boletines|rebajas|promoción
            promociones
            promocional\w*|aprovechen?|disfrute|ofertas?
            nuestr[oa]s? (\w+ )?(catálogo|surtido|colección|gama|selección)|novedades
            no se pierda|(próxima|siguiente|futura)s? (compra|pedido)s?|próximo pedido
            síga(nos|me)|redes sociales|recomiénde(nos|lo)|a sus (amigos|amistades|conocidos)
            (nuestros|otros|más) (otros |nuevos |últimos )?(productos|artículos|modelos)
            le (recomendamos|sugerimos) (también |además )?(nuestr|otr)\w+|liquidación
            (compre|pida|vuelva a comprar|vuelva a pedir)( (ya|ahora|más|otra vez|de nuevo))?
            más vendidos?|lleve (dos|2|tres|3)|\dx\d|club de (clientes|fidelidad)
            le (gustará|encantará)n?
            (échele|eche|dé) un (vistazo|ojeada|paseo) a (nuestr|la tienda)\w*|dése el gusto
            date el gusto
            (llegado|llegar|llegaron|tenemos) (ya )?nuestros nuevos|nuestros nuevos \w+
            mitad de precio
            a (precio|precios) (reducido|especial|rebajado)s?|únase|hágase (socio|miembro)
            (háble|cuénte|dí?ga)(le|les|nos)? (\w+ ){0,5}?(amigos|conocidos|todos|demás)|boca a boca
            (darse|dese|dar) de baja|responda ["«“ ]*(baja|stop|no)|(no|dejar de) recibir más
            (no|ya no) (desea|quiere) (recibir|más) (más )?(correos?|mensajes?|mails?|e-?mails?)
            rebajad[oa]s?|no se l[oa] pierda|(que|le) <indeed>encantan|a juego con (su|el|la)
            (combinan?|quedan?|van?|quedarían?) (muy |perfectamente )?(bien|perfect\w+) con
            (combinan?|quedan?|van?|quedarían?) (muy |perfectamente )?(genial|de maravilla) con
            (clientes|quienes|personas) [^.;!?]{0,40}(también|además)
            conoce (ya )?(nuestr\w+) (\w+ )?(nuev\w+|últim\w+|\w+ de)
            (tercer|cuart|segund|siguiente)[oa]? (\w+ )?(sale|es|será) (gratis|gratuit[oa])
            (nuestra|la) lista de (envío|correo)
        """,
        "code": r"""
            códigos? (promocional\w*|de descuento|de regalo|descuento|promo)|descuentos?|cupón
            cupones
            códigos? ?:? ?["«“']? ?(?=[a-z]*\d)[a-z0-9-]{5,}|rebaja|bonificación
            (un|el|este) (vale|bono)(?! la pena)|vales? (de|por|regalo)
            \d+ ?(%|por ciento) (de |menos|en su|sobre|dto)|más barato|puntos de (fidelidad|regalo)
            pague? menos|euros? menos|(corre|va) (de|por) nuestra cuenta
            (dos|tres|2|3) por (el|uno|una|1)
            (quitamos|descontamos|restamos|rebajamos) \w+ euros|más (barat\w+|económic\w+)
            gastar menos
            con la palabra \S+
            por ciento menos|menos en la próxima
            le ahorra|ahorr(e|ará|a) (\w+ )?(dinero|euros|\d)
        """,
        "review": r"""
            reseñas?|valoración|valoraciones|valór[ea]nos
            valor(e|ar) (nuestr|el (prod|art|ped)|su (comp|exp))\w*
            puntuación|puntuaciones|puntúenos|califíque\w*|calificación|calificaciones
            opiniones|(su|una|la|dejar|deje) opinión|testimonios?|pulgar
            comentarios? (\w+ )?(positiv|negativ|favorabl|en la página|sobre el producto)\w*
            (<leave>)\w+ ((<the>|sus|nos|buen|buena) ){0,3}?<opinion>
            evalú(e|enos|ar) (nuestr|el prod|su comp)\w*|(buena|mala) (nota|crítica)
            (unas|algunas|buenas) (palabras|líneas) (amables|bonitas|buenas)
            nota (máxima|más alta|perfecta)
            (escribió|dijo|publicó) <indeed>(sobre nosotros|de nosotros|públicamente)
            (mensaje|texto) público
            (publicar|publique|escribir|poner) <indeed>(negativ|mal)\w*
            hágaselo saber|recomend\w+ (nuestra|a otros)
            bien de nosotros|por las nubes|(juicio|nota|puntos) que nos (dio|puso|ha dado)
            estrellitas
            (replante|reconsider|repens|revis)\w* <the>? ?(\w+ )?(<opinion>|juicio|nota|puntuación)
            (borr|quit|retir|elimin|suaviz)\w+ ([\w']+ ){0,2}?(líneas|palabras)
            (borr|quit|retir|elimin|suaviz)\w+ ([\w']+ ){0,2}?(texto|mensaje|crítica)
            suav[ií]c\w+|(nuestra|nuestro) (posición|reputación|ranking|clasificación|imagen)
            (nota|línea|líneas|palabras) (debajo|bajo) (del|el|la) (artículo|producto)
            (nota|línea|líneas|palabras) (debajo|bajo) (del|el|la) (anuncio|lámpara)
            retir\w+ lo que (escribió|publicó|puso)
        """,
        "incentive": r"""
            (envi|mand|dar|dam|regal|ofrec|obt|recib|abon|añad)\w* <indeed>\d+ ?(€|euros?|\$)
            su próximo (paquete|envío)|a modo de disculpa
            compens\w+|indemniz\w*|para (disculparnos|que nos perdone)|a cambio (de|le)
            en recompensa
            recompens\w*|en agradecimiento|como (muestra|señal|gesto) de|gesto comercial
            (le )?(regalamos|regalaremos|obsequiamos|obsequiaremos)|agasaj\w*|premi(o|os|amos)
            (añad|inclu|enví|envi|mand|ofrec|adjunt)\w*(mos|remos|o|ré) <indeed><gift>
            (recibirá|tendrá|le espera) <indeed>(un|una) (\w+ )?<gift>
            para agradecer(le)? [^.;:!?]*<gift>
            algo (bonito|especial|para usted|extra)|no se arrepentirá|(pequeño|bonito) detalle
            (recibe|recibirá) (un|una) (pequeñ[oa] |bonit[oa] )?(detalle|regalo|sorpresa|obsequio)
            (llevan?|mandamos|tiene) (un|una) (pequeñ[oa] |bonit[oa] )?(detalle|regalo)
            (llevan?|mandamos|tiene) (un|una) (pequeñ[oa] |bonit[oa] )?(sorpresa|obsequio)
        """,
        "remedy-promised": r"""
            (un[oa]?|el|la) nuev[oa]$|(un|su) crédito (en|de la|para)
            (reciba|obtenga) <no_answer>(un[oa]|otr[oa]) (<new>|nuev[oa])
            <we_remedy>
            (vamos a|podemos|podremos|queremos|voy a|encantados de|acabamos de) <indeed><remedying>
            (<grant>) <indeed><remedying>
            (<be>) <indeed>(<remedied>)
            (recibirá|tendrá|obtendrá|recuperará|recibe|puede recibir) <no_answer>(<matter>)
            (recibirá|tendrá|obtendrá) <no_answer>(un|una) (<new>) \w+
            (<send>) <no_answer>(<new>|reemplazo|repuesto)
            (<send>) <no_answer>(pieza|parte) que falta
            (<matter>) <indeed>(<be>) <indeed>(<granted>)
            (haremos|hacemos|haré) llegar|\w+ nuev[oa] (hoy|mañana|sale|saldrá|va)
            (sale|saldrá|va|irá|llegará) <no_answer>(<new>) \w+
            no (hace falta|es necesario|necesita|tiene que) (que )?(nos )?(devuelv|devolver)\w*
            (pagamos|pagaremos|asumimos|asumiremos|costeamos|costearemos)
            (<new>) \w+ (ya )?(sale|saldrá|salió|va|está en camino|será|llegará)
            (dirección|pedido) <indeed>(<be>) <indeed>(<changed>|<remedied>)
            (hemos|he) <indeed>(<changed>) (<the>) (\w+ )?(dirección|pedido)
            (de|por) nuestra cuenta|cargo de (los|el|todos los) (gastos|costes?|portes|envío)
            sin (ningún )?(coste|costo|cargo|gastos)
            (quedarse|quédese) con|(puede|podrá) conservar|gratuitamente
            garantía de (reembolso|devolución)|garantizamos
            (tendrá|recuperará|volverá a tener|verá) <no_answer>(dinero|importe|cantidad|precio)
            (dinero|importe|cantidad|suma) <indeed>(en su (cuenta|tarjeta)|vuelve|volverá|regresa)
            (precio de compra|cantidad|suma|importe) <indeed>(devuelt|reembols)\w*
            (precio de compra|cantidad|suma|importe) <indeed>(reintegr|abon|transfer)\w*
            (no|ni) (\w+ )?(perderá|pierde) |ni un céntimo
            (le|les) (damos|daremos|transferimos|pagamos) la
            (mitad|parte) del (precio|importe)
            (délo|dé\w*) (\w+ )?(por |como )?\w*(embolsad|resuelt|anulad|cancelad)\w*
            (considérelo|considere\w*) (\w+ )?(por |como )?\w*(embolsad|resuelt|anulad|cancelad)\w*
            (nuev[oa]|correct[oa]|faltan?|recambio|repuesto|otr[oa]) ([\w]+ ){0,3}?<sent>
            (talla|color|pieza|artículo|unidad) correct[oa] (sale|va|llega)
            (reparamos|repararemos|arreglamos|arreglaremos)
            (pasaremos|pasamos|iremos) a (recoger|buscar)
            a la nueva dirección|(desviado|redirigido|reenviado) (el|su) (paquete|envío)
            (cada|hasta el último|último) (céntimo|euro)
            (dinero|importe) <indeed>(va|está) <indeed>camino
            (le|te|se lo|se la) (reembolso|devuelvo|abono|cambio)
            (le|te|se lo|se la) (cancelo|repongo|reenvío|transfiero|hago una)
            una transferencia|(recibirá|tendrá|obtendrá) <no_answer>(recambio|repuesto|pieza)
            (sale|recibirá|llega) <no_answer>\w+ nuev[oa](?! (mensaje|correo|aviso))
            (enviamos|mandamos|tendrá) <no_answer>\w+ nuev[oa](?! (mensaje|correo|aviso))
            (enviamos|enviaremos) (el|la|los|las) (\w+ )?(correct[oa]|adecuad[oa]|que falta)
            (mandamos|mandaremos) (el|la|los|las) (\w+ )?(correct[oa]|adecuad[oa]|que falta)
            (enviamos|mandamos) (la talla|el color|el modelo|la pieza)
            (<carrier>|mensajero) (recogerá|retirará)
            (desista|renuncie) [^.;!?]{0,20}(compra|pedido)
            salido de nuestra cuenta
            (euros?|€) [^.;!?]{0,20}(de vuelta|de nuevo|en su cuenta|con usted)
            (que funciona|intact[oa]|en buen estado) [^.;!?]{0,20}(le llegará|llegará)
        """,
        "blame": r"""
            <carrier> <be> <indeed>(descuidad[oa]|negligente|el causante|la causa|torpe|lent[oa])
            (<stated>|compró|seleccionó) (mal|(<the>) \w+ (<wrong>))
            se (le|les) (cayó|ha caído|rompió|perdió|olvidó|ha roto|ha olvidado)
            (<fault>) (suy[oa]|de usted|del (cliente|comprador))
            su (propi[oa] )?(culpa|error|descuido|negligencia|equivocación|responsabilidad)
            (debería|debió|tendría|tenía|hubiera|habría) (\w+ )?(haber|que haber|debido) ?\w*
            debió (de )?\w+r
            (usted|ha) (\w+ )?(<stated>) (<wrong>)
            usted (lo |la )?(rompió|dañó|olvidó|perdió|confundió|se equivocó)
            se (ha equivocado|equivocó)
            (de forma|de manera) (incorrecta|inadecuada|indebida)
            (uso|manejo) (incorrecto|indebido|inadecuado)
            mal (uso|usado|utilizado|instalado|conectado|leído|montado)
            error de (uso|manejo|usuario)
            no (leyó|ha leído|siguió|ha seguido|comprobó|miró|revisó|se fijó)
            culpas?|culpables?|responsabilidad
            (no|es|son|somos|fue) (\w+ )?responsables?(?! de (atender|su caso))
            <carrier> (\w+ )?(<failed>)
            <carrier> (lo |la )?(ha|han|había) <indeed>(<has_failed>)
            (<fault>|problema|retraso) (\w+ ){0,2}?((<the>) )+(<carrier>)
            (debido|causado|provocado|por causa) (a|al|por|de|del) ((<the>) )*(<carrier>)
            se (confundió|equivocó|despistó)
            (usó|utilizó|montó|conectó|manejó) (según|conforme|de acuerdo)
            (daño|fallo|problema|rotura) <indeed>(en su casa|por usted|de su parte)
            (lea|mire|compruebe|revise|mida) (\w+ )?(mejor|con más|más atent)\w*
            (más|mayor) (cuidado|atención) no|un poco más de (cuidado|atención)
            (puso|metió|eligió) (las |los |la |el )?(\w+ )?(equivocad|incorrect|mal)\w*
            (escogió|usó|compró|pidió) (las |los |la |el )?(\w+ )?(equivocad|incorrect|mal)\w*
            (eso|esto) (pasa|ocurre|sucede|viene) por (no|cómo|la forma)
            viene de (cómo|usted|la forma)
            (bastaba|bastaría|bastado) (con )?leer|si hubiera (leído|mirado|medido|seguido)
            de haber leído
            (es )?(evidente|claro|obvio) que
            (claramente|evidentemente|obviamente|seguramente) (lo|la|ha|usted|se)
            (problema|fallo|error|causa) <indeed>(viene de|es de|está en|depende de) usted
            demasiado (fuerte|apretad\w+|caliente)|a la fuerza
            (trato|uso|manejo) (brusco|rudo|inadecuado|descuidado)
            (tenía|debía) que (\w+ )?(primero|antes|haber)
            (usted|lo) (tenía|debía) (que )?\w+r primero
            (<carrier>|repartidor) es (un|muy|una) \w+
            <carrier> (nos |le )?(ha|han) (\w+ )?(fallado|vuelto)
            <carrier> (nos |le )?(ha |han )?(vuelto a )?fall\w+
            (<carrier>) (es|son) (un chiste|una broma|un desastre|poco fiable)
            (usted |lo |la )?(dobló|torció|rasgó|rayó|rompió) (usted |\w+ )?mism[oa]
        """,
        "belittling": r"""
            no (le )?(cost|cuest)\w+
            (<only>) (era |es |fue |se trata de |de )*(un|una|el) (\w+ )?<gift>
            no (es|era|fue) (más que|sino)|(era|es|fue) (\w+ )?(gratis|gratuit[oa])|fue gratis
            no (\w+ )?(pagó|ha pagado|pagaba|costó|le costó)( \w+)?|al fin y al cabo|sin valor
            exager\w*|dramatiz\w*|no es (para tanto|tan grave|nada grave)|de nada sirve quejarse
            (ni un|un solo) céntimo|caballo regalado|(ningún|ninguno|sin|poco) valor|mero \w+
            no (\w+ )?más que|publicitari[oa]
            (vale|valía|costaba) (\w+ )?(apenas|menos|poco|unos)|(no|ni) ha perdido nada
            se l[oa] regal\w+
            (no|ni) (le )?(ha|han) costado|simples? (\w+ )?<gift>
        """,
        "away": r"""
            (oficina|tienda|almacén|servicio) (\w+ )?(cierra|cerrará|permanece|no abre|cerraba)
            de vacaciones|de baja|fuera de (la )?oficina|ausentes?(?! (en|del) (el )?paquete)
            (oficina|tienda|equipo|servicio|almacén|departamento) <indeed>(cerrad|ausent)[oae]s?
            (estamos|está|están|permanecemos|permanecerá) (\w+ )?(cerrad[oa]s?|ausentes?|festivos)
            no (estamos|estoy|está) disponibles?|cerramos|reabrimos|(volvemos|vuelvo) (de|el)
            cierre (anual|vacacional|por)
        """,
    }
)
