"""How Spanish says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.phrases.es import PARTS, PHRASES
from replies.forbidden.vocabulary import Vocabulary

SPANISH: Final = Vocabulary(
    language="es",
    marks=(
        "usted|ustedes|le|les|su|sus|nos|nuestr[oa]s?|el|la|los|las|un|una|de|del|al|y|es|está|no"
        "|por|para|con|que|se|en|lo|hemos|ha|han|gracias|si|sobre|como|más|o|fue|ser|este|esta|aquí"
        "|ya|muy|son|estamos|me|uno|hoy|era|solo|a|sin"
    ),
    spared_before=(
        r"(?:\bsi\b|\bno (?:significa|quiere decir|implica|supone|confirma)\b|\bsin que\b"
        r"|\bantes de"
        r"|\bhasta\b|\b(?:no|nunca|tampoco|ningún|ninguna|nada|todavía no|aún no)\b)[^,;:]*$"
    ),
    spared_after=r"(?: [^\s,;:.]+){0,2} (?:no|tampoco)\b",
    parts=PARTS,
    phrases=PHRASES,
    concepts={
        "outside": r"""
            (fuera de|sin pasar por|al margen de|en vez de( pasar por)?|aparte de\
            |por fuera de) ?(la |el )?<platform>
            sin (la |el )?<platform>|en privado|entre nosotros|por privado|extraoficialmente
            sin intermediarios|(directamente|directo) (con|a|en|por) (nosotros|nuestr\w+|mí)
            a solas|(nuestr[oa]|mi) propi[oa] \w+|evit\w+ (la |el )?<platform>
            no (por|a través de|vía) (la |el )?<platform>|salt\w+ (la |el )?<platform>
        """,
        "deal": r"""
            escrib\w+|contact\w+|habl\w+|llam\w+|compr\w+|pid\w+|pedir|pag\w+|arregl\w+|solucion\w+
            tratar\w*|tratemos|gestion\w+|acord\w+|negoci\w+|resolv\w+|resuelv\w+|encarg\w+
            comuni\w+|hac\w+|venga|dirig\w+|dirij\w+
        """,
        "our_number": r"""
            (nuestro|mi) (\w+ )?número(?! uno)
            número (gratuito|directo|de (teléfono|atención|móvil))|línea directa
            nuestra (centralita|línea)
        """,
        "number": """
            número|teléfono|datos de contacto|dirección (de correo|web|electrónica)|correo|contacto
            página
        """,
        "printed": r"""
            (en|dentro de|al dorso de|detrás de|sobre|en el reverso de|junto a|al pie de|viene en\
            |aparece en) ?(el |la |los |las |nuestr\w+ |su )?(\w+ )?(caja|embalaje|albarán\
            |etiqueta|manual|tarjeta|folleto|factura|tapa|bolsa|paquete|instrucciones|envase\
            |pegatina)
        """,
        "labelled": r"""
            número (de|del) (seguimiento|serie|pedido|modelo|artículo|lote|factura|envío|cliente\
            |referencia|calle|portal|iva|piezas?|producto|talla)
            número (impreso|grabado)|(soporte|funda|cargador|cable)\w* (de|para) (teléfono|móvil)
        """,
        "lookup": r"""
            busqu\w+|busc\w+|tecle\w+|escrib\w+|encontr\w+|encuentr\w+|visit\w+|vaya|entre en
            google\w*
        """,
        "us_online": """
            (el )?nombre de (nuestra |la )?(tienda|marca|empresa)
            nuestra (tienda|marca|empresa)( en| online)?|buscador|navegador|nuestro nombre
            nos (en internet|en google|en la red)
        """,
        "pay": r"""
            env[ií](e|a|en)\w*|pag(ar|ue|o|a)\w*|transfer\w*|transfier\w*|envi(ar|e|ando)\w*
            abon(ar|e)\w*|ingres(ar|e)\w*|liquid\w+
        """,
        "elsewhere": r"""
            paypal|bizum|transferencia|iban|(nuestra|mi|la) (\w+ )?cuenta|cuenta bancaria
            datos bancarios|western union|en efectivo|efectivo
            (directamente|directo) (a|con) (nosotros|mí|nuestr\w+)|cripto\w*|bitcoin|enlace de pago
            giro|revolut|wise|contra reembolso|por adelantado
        """,
        "repaid": r"""
            reembols\w*|devol\w*|devuel\w*|reintegr\w*|ha pagado|pagó|su (pago|medio de pago)|nunca
            jamás|no (le )?(ped|pid|solicit)\w+|abonado|su cuenta
        """,
        "drop": r"""
            cierr\w+|cerrar\w*|retir(ar|e|ando)\w*|anul(ar|e)\w*|cancel(ar|e)\w*|abandon\w+
            desist\w+|elimin(ar|e)\w*|quit(ar|e)\w*|borr(ar|e)\w*|renunci\w+|detener|deteng\w+
            suspend\w+|revoc\w+|revoqu\w+|deshac\w+|dejar sin
        """,
        "claim": r"""
            (el|su|ese|este) (caso|expediente) (\w+ )?(en|con|ante|de) <platform>|a-?(a|to|2)-?z
            a-z|de la a a la z|reclamaci\w+|reclamos?|disputas?|garantía de la a|contracargos?
            chargeback|controversia|queja|litigio|denuncia|caso (abierto|de paypal)
        """,
        "platform_acts": r"""
            <platform> (\w+ ){0,3}?(cierr|decid|revis|resuelv)\w*|hasta que|decisión de
            no podemos (cerrar|retirar)|se (cierre|cerrará|cierra)
        """,
        "needless": r"""
            no (\w+ )?(ninguna|hace ninguna) (falta|necesidad)|ninguna falta
            no (\w+ )?(hace falta|necesari\w+|es preciso|necesita\w*)
            sin (necesidad|tener|abrir|la) ?\w*|innecesari\w+|en (vez|lugar) de|evit\w+
            no (abra|presente|inicie)|antes de (abrir|presentar)|esper\w+ antes|ya no hace falta
        """,
        "cancel": r"(cancel|anul)(e|ar|en|ación|arlo|arla)\w*|desist\w+",
        "no_stock": r"""
            agotad[oa]s?|sin (existencias|stock)|no (nos )?quedan?(?! confirmad)
            no (tenemos|hay) (más |ninguna )?(unidades|existencias|stock)|no (está )?disponible*
            ya no (quedan?|tenemos|hay|está)|falta de (stock|existencias)
            no podemos (\w+ )?(enviar|entregar|servir|suministrar)|rotura de stock|almacén vacío
        """,
        "invite": r"""
            hay|tenemos|existe|también|mir\w+|vea|ver|descubr\w+|visit\w+|prueb\w+|prob\w+|ech\w+
            vistazo|aprovech\w+|gust\w+|encant\w+|recom\w+|suger\w+|sugier\w+|perfect\w+|ideal\w*
            pid\w+|compr\w+|interes\w+|disponible\w*|llegad\w+|acab\w+|tent\w+|regál\w+|date
            pens\w+|conoc\w+|eche|esper\w+|complet\w+|combin\w+|atrév\w+|anim\w+
        """,
        "our_goods": r"""
            (en|de) nuestr[oa] (gama|catálogo|tienda|surtido)
            nuestr[oa]s? (\w+ )?(nuev|otr|últim|mejor|complet|ampli|gran)\w* (\w+ )?<goods>
            nuestr[oa]s? (\w+ )?<goods> (\w+ )?(nuev|a juego|premium|complementari|relacionad\
            |similar)\w*
            nuestr[oa]s? (\w+ )?(gama|colección|surtido|selección|catálogo|serie|tienda|ofertas?\
            |accesorios?|novedad\w*|promocion\w*|conjuntos?|superventas|línea)
            otr[oa]s <goods> (nuestr[oa]s|de (nuestra|la) (tienda|marca))
        """,
        "suits": r"""
            (much[oa]s|la mayoría|nuestros) (de (nuestros |los )?)?(clientes\
            |compradores) [^.;!?]{0,40}(también|a juego|junto)
            (combina|quedan?|va|van|pega|armoniza)\w* (\w+ )?(perfectamente|de maravilla|muy bien\
            |genial|estupendamente|a la perfección) (con)?
            (complemento|compañero|accesorio|pareja) (ideal|perfect)\w*
            (ideal|perfect)\w* (para complementar|para acompañar|como complemento)
            much[oa]s (de nuestros )?(clientes|compradores) \w+
            nuestros clientes (\w+ )?(también|suelen|compran|eligen|combinan)
        """,
        "goods": r"""
            art[íi]culos?|productos?|modelos?|lámparas?|colores|accesorios?|bolsos?|fundas?
            colección|gamas?|series?|versi[oó]n\w*|conjuntos?|diseños?|ofertas?
        """,
        "buy_more": r"""
            (much[oa]s|la mayoría|nuestros) (de (nuestros |los )?)?(clientes\
            |compradores) [^.;!?]{0,40}(también|a juego|junto)
            (esper|encant|alegr|dese)\w+ [^.;!?]{0,40}(próxim|de nuevo|otra vez|pronto|volver\
            |verl)\w*
            hasta (pronto|la próxima) (en|compra)|vuelva (pronto|a (comprar|visitar))
            por qué no (\w+ )?(añad|llev|prueb|pid|aprovech)\w+|(solo|sólo) quedan|últimas unidades
            edición limitada|no (se lo|lo) pierda|dese prisa|aproveche|reserv\w+ ya
            versión (premium|superior|mejorada|grande)
            (ideal|perfect)\w* (como|para) (un )?(regalo|regalar)
            añad\w+ [^.;!?]{0,30}(carrito|cesta)|hasta agotar|esta semana (solo|tenemos)
            le (encantará|gustará|encantarán|gustarán)|por tiempo limitado
        """,
        "coupon": r"""
            descuentos?|rebajas?|cup[oó]n\w*|vales?( de| por|-)|bono de|código promo\w*
            tarjetas? (de )?regalo
        """,
        "coupon_packed": r"""
            falt\w+|(en|dentro de) el paquete|estaba|venía|vale la pena|más vale
        """,
        "asked": r"""
            por qué|(nos )?(pregunt|mencion|pid|solicit|consult|indic|coment)\w+
            que (ha |usted )?(\w+ )?(utiliz|us|introdu|recib|aplic)\w+
            su (\w+ )?(cupón|vale|código|descuento|tarjeta|pregunta|consulta)
            no (\w+ ){0,3}?(conced|ofrec|dar|aplic|acept|hacer)\w*
            (sobre|acerca de|respecto) (el|al|un|su|del)
        """,
        "grant": r"""
            (aquí|ahí) (tiene|va)
            (le|os) (\w+ )?(regal|ofrec|envi|damos|d[ae]mos|conced|hac|mand|dejamos)\w*
            (recibirá|obtendrá|disfrut|ahorr|tendrá|utilíc|canje|aprovech)\w*|próxim\w+|válid\w+
        """,
        "saving": r"""
            \d+ ?(%|por ciento|euros?|€)|más (barato|económico)|mitad|descuento|rebaj\w+|ahorr\w+
            gratis|gratuit\w*|reducid\w+|(diez|cinco|veinte|quince) (por ciento|euros)|mejor precio
            precio (especial|mejor|reducido|de amigo)|regalo|menos|detalle
        """,
        "next_buy": r"""
            (próxim|futur|siguient|segund|nuev)\w+ (\w+ )?(pedido|compra|vez|visita|ocasión)s?
            (pedido|compra)s? (próxim|futur|siguient|posterior)\w*
            (cuando|si) (\w+ )?vuelva (a )?\w*|la próxima( vez)?|(vuelva|volver) a (comprar|pedir)
        """,
        "checkout": """
            al (pagar|comprar|finalizar)|en (la caja|el carrito|la cesta|su carrito)
            (hacer|haga) el pedido
        """,
        "enter": "introduzca|introducir|escriba|use|utilice|ponga|indique|teclee",
        "unworded": "dirección|error|no",
        "stars": "estrellas?",
        "starry": r"""
            ["“„«‘「『][^"”»’」』]{0,25}estrellas?|enciend\w*|encend\w*|izquierda|derecha
            tornillos?|destornillador|árbol|navidad|rot[ao]s?|adorno|decora\w+|forma|luces
            estampad\w+
            (lámpara|modelo|hotel|cielo|proyector|collar|serie|gama\
            |cargador) ([^\s.;!?]+ ){0,3}?estrellas?
            guirnalda|pegatina\w*
        """,
        "surprise": "sorpresas?",
        "unpleasant": "debía|mala|desagradable|ser una",
        "public": """
            página (del|de) (producto|artículo|la tienda)|internet|públic*|en línea|online
            (otros|demás|futuros) (compradores|clientes)|perfil|ficha
        """,
        "voice": r"""
            cuent\w+|cuén\w+|dig\w+|decir|compart\w+|palabras?|escrib\w+|escrit\w+|experiencia
            satisf\w+|saber|content\w+|public\w+|mensaje|opin\w+|impresi\w+
        """,
        "quoted": r"""
            (nos|usted|como|según) (\w+ )?(escribe|dice|cuenta|indica|comenta|menciona|pregunta\
            |señala)
        """,
        "described": "color|talla|medida|tamaño|muestra",
        "undo": r"""
            (ya )?no (\w+ )?(apare\w+|sal\w+|se vea|figur\w+|estuviera|se muestre)
            (más|un poco) (alta|arriba|amable)|cambi(ar|e|ando)\w*|modific\w+|modifiqu\w+
            retir(ar|e|ando)\w*|elimin(ar|e|ando)\w*|borr(ar|e|ando)\w*|quit(ar|e|ando)\w*
            edit(ar|e)\w*|revis(ar|e)la|reconsider\w+|reescrib\w+|suaviz\w+|actualic\w+
            actualizar\w*|rectific\w+|rectifiqu\w+|desaparec\w+|desaparezc\w+|replant\w+|repens\w+
            (volver|vuelva) a (valorar|pensar|puntuar|mirar)|ajust(ar|e)\w*|matiz\w+|matic\w+
            subir (la|su)|suba (la|su)|mejor(ar|e) (la|su)|transform\w+|corrij\w+|corregir\w*
        """,
        "utterance": r"""
            (ese|este|el|su|esa|esta|la) (\w+ )?(comentario|puntuación|nota|texto|mensaje\
            |estrella|crítica|publicación)
            lo que (usted )?(ha |había )?(\w+ )?(escrit|publicad|dich|pues|dejad|escribió\
            |publicó)\w*
            (su|sus) (\w+ )?(comentario|publicación|texto|crítica|palabras|opinión|juicio\
            |puntuación|nota|calificación|mensaje público|estrella|veredicto|testimonio|impresión\
            |feedback|líneas)s?
            (el|la|ese|esa|este|esta|un|una) (\w+ )?(comentario|publicación|texto|crítica\
            |puntuación|nota|opinión)s? (\w+ )?(negativ|públic|mal|baj|desfavorable|dur|que (dejó\
            |puso|publicó))\w*
            (mala|baja|negativa) (nota|puntuación|crítica|opinión)
            (en|bajo|de) (la|nuestra) (página|ficha) del (producto|artículo|vendedor)
            nuestro perfil
        """,
        "we_undo": r"""
            (nosotros )?(vamos a|queremos|podemos|hemos|estamos) (\w+ ){0,2}?(modific|cambi|mejor\
            |corr|ajust|retir|elimin|revis)\w*
            nos ayuda\w*|dirección|factura|trasladad\w*
            (cambiaremos|mejoraremos|modificaremos|corregiremos)
        """,
        "give_you": r"""
            (le|les|os) (\w+ )?(regal|ofrec|envi|mand|incl|añad|pon|met|damos|d[eé]mos|dej|hac\
            |reserv)\w*
            (recibirá|tendrá|encontrará)|le espera|(incluiremos|añadiremos|meteremos|pondremos)
        """,
        "treat": r"""
            (pequeñ[oa]|bonit[oa]) (\w+ )?(detalle|regalo|sorpresa|obsequio|extra|gesto|presente)
            detallito|regalito|algo (especial|bonito|extra|más)|muestra gratis
            (como|en) (agradecimiento|recompensa|premio)|por (su amabilidad|las molestias|su apoyo)
        """,
        "ours": r"""
            (fue|es|ha sido) nuestr\w+|nuestro (error|almacén|fallo)|por nuestra parte
            de nuestra parte|hemos (\w+ )?(cometido|confundido|empaquetado|olvidado|enviado)
            nos equivocamos|no ha hecho nada|no es culpa suya
        """,
        "carrier": r"""
            <carrier>|socio logístico|cartero|repartidor\w*|mensajer\w+|transportista\w*
            conductor\w*
        """,
        "bungle": r"""
            (nunca|jamás|rara vez) (\w+ )?(trat|cuid|lleg|hac|mir|cumpl)\w*|de las suyas
            otra vez (ha|lo)|vuelto a|caer|mal|chapuz*|error|negligen*|incompeten*|torpe*|lent*
            peor|tirad[oa]|tiró|perdid[oa]|dañado|culp*|(siempre|otra vez) (tarde|con retraso)
            desastre|sin cuidado|brusc*|catastr*|desbordad*|no (es|son) (de fiar|fiable|serio)*
            inútil*|vag[oa]s?|responsable|aplast*|maltrat*|golpe*|rompi[oó]*|estrope*|destroz*
            como siempre|una vez más|de nuevo ha*|nunca (llega|cumple)*|descuid*|pésim*|fatal
            fallad*|falló
        """,
        "checking": """
            si|pregunt*|comprob*|investig*|averigu*|según|seguimiento|consult*|verific*|saber
        """,
        "only_you": r"""
            sali[óo] de nuestr\w+ \w+ (en )?(perfect|buen|intact|complet)\w*
            (a|con) (todos )?(los|nuestros) (demás|otros) (clientes|compradores)
            (ningún|nadie) (otr[oa] |más )?(\w+ ){0,4}?(quej|problem|reclam|report)\w*
            (el|la) (primer|únic)\w+ (\w+ )?(en|que|cliente)
            (todos los|los) demás (clientes|compradores) \w+
            (salió|sali[eó]\w*) de (nuestr\w+ |aquí )?(\w+ )?(\w+ ){0,3}?(perfect|intact\
            |buen estado|complet|correct)\w*
            (en perfecto estado|intact\w*|perfectamente) (\w+ ){0,3}?(cuando|al) (sal|envi)\w*
        """,
        "misdeed": r"""
            (usted|seguramente|probablemente|claramente|evidentemente|sin duda) (\w+ )?(lo \
            |la )?ha (\w+ )?(mal|roto|dañad|forzad|confundid|equivocad|usad|instalad|lavad\
            |pedid)\w*
            (debería|debió|tendría|tenía|podría) (\w+ )?(haber|que haber) \w+
            si (usted )?(hubiera|hubiese) \w+|(la )?(forma|manera) en que (lo |la )?\w+
            demasiad[oa] (fuerte|fuerza|caliente|apretad\w*|rápido)|(ignor|pas)ó por alto
            no (ha )?(leyó|leído|miró|siguió|seguido|comprobó|comprobado|midió)
            (claramente|bien claro|expresamente|perfectamente) (indicad|especificad|escrit\
            |descrit|visible|se indica|pone)\w*
            (mal|por su|por un) (uso|manejo|instalación) ?(inadecuad|incorrect|indebid)?\w*
            la próxima vez[^.;!?]{0,30}(lea|compruebe|mida|fíjese|mire|cuidado)
            (porque|ya que|dado que) (usted )?(\w+ )?(pidió|eligió|introdujo|puso|marcó|no (leyó\
            |siguió))
        """,
        "giveaway": "<gift>|gratuit[oa]s?|gratis|promocional*",
        "send_back": r"""
            (devuélva|reenvíe)(nos|lo|la)? ([^\s.;!?]+ ){0,4}?(vuelta|regalo|obsequio)
            (retorne|mánde|envíe)(nos|lo|la)? ([^\s.;!?]+ ){0,4}?(vuelta|regalo|obsequio)
            devuélva(nos|lo|la)
            (debe|tiene que|necesitamos|hace falta|primero|rogamos|favor) <send_back>
        """,
        "keep": "no (hace|es|necesita|tiene)|pide|desea|solicitud|si",
        "merely": r"""
            esperar (demasiado|mucho)|no se queje|sin coste|(pequeño|simple) (extra|detalle|regalo)
            (solo|sólo|solamente|simplemente|al fin y al cabo|simple|mero) (\w+ )?(se trata de \
            |es |era |fue )?(un |una |de un |de una )?(\w+ )?(regal\w*|obsequio|muestra|detalle\
            |gratuit\w*|promocional\w*|extra|cortesía)
            (no|nada|ni un céntimo) (le )?(\w+ )?(pagó|pagado|costó|costado|cuesta)
            (no vale|apenas vale|vale) (nada|poco|casi nada|\w+ céntimos)
            sin (\w+ )?(valor|importancia)|no (es|tiene) (para tanto|tan grave|importancia|mayor)
            (debería|puede) (\w+ )?(estar |darse por )?(content|agradec|satisf)\w*|al fin y al cabo
            de todas formas|(era|es|fue|salió) (\w+ )?(gratis|gratuit\w+|regalad\w+)
            a caballo regalado
        """,
        "asked_whether": r"""
            sentimos|lament\w+|disculp\w*|si|igual|mismo|important\w* para|forma parte|pena
        """,
        "undecided": r"""
            (no|aún no|todavía no|nada) (\w+ ){0,3}?(promet|confirm|decir|decidi|garantiz\
            |compromet|asegur|adelant)\w*
            ninguna decisión
            (antes de|hasta|una vez|cuando|en cuanto) (\w+ ){0,4}?(revis|comprob|verific|examin\
            |sepamos|decid)\w*
        """,
        "however": "pero|sin embargo|no obstante|así que|por eso|en cambio",
        "advised_against": r"""
            no (\w+ )?(compart|envíe|escrib|dé|indiqu|publiqu|dej|incluy|facilit|comuniqu)\w*
            por su (\w+ )?seguridad|evite \w+|no (está|es) permitid\w*
            no podemos (llamar|telefonear|contactar)\w*
        """,
        "remedy": r"""
            reembols\w*|reintegr\w*|reemplaz\w*|cambi(o|amos|aremos|ar|arle|arlo)|cancel\w+|anul\w+
            abon\w+|devolv\w+|devolución|sustitu\w+|reenv\w+|repon\w+|su dinero
            gastos de (envío|devolución)
            (nuev[oa]) (artículo|unidad|paquete|pieza|producto|ejemplar)
            (dinero|importe|cantidad) (vuelve|estará|le|será|está)
        """,
        "framed": r"""
            puede (\w+ )?(pedir|solicitar|iniciar)|en mis pedidos|depend\w*|solicit\w*|pide|pidió
            petición|dese[ao]\w*|quier\w*|quisiera|preguntas?|consultas?|refiere\w*|sobre|acerca
            respecto|relativ\w*|relación|si|no(?! (se preocupe|solo|sólo|bien))|nada|ningún|ninguna
            posib\w*|comprob\w*|revis\w*|verific\w*|estudi\w*|esper\w*|antes|decisión|decid\w*
            pasos|cómo|qué|respuesta|necesit\w*|información|saber|sepamos|sabremos|(se )?encarga\w*
            atención al cliente|(los|las) (lleva|gestiona) amazon|gestiona\w*
        """,
        "harsh": r"dur[oa]|sever[oa]|injust[oa]|poc[oa]s?|excesiv\w*",
        "seen": r"""
            (ha|han) (\w+ )?(visto|probado|descubierto|conocido)|conoce (ya|usted)?
            acabamos de (sacar|lanzar|recibir)|(ha|han) llegado
            ya (está|están) (aquí|disponible\w*)
        """,
        "launched": r"(versión|modelo|colección|gama|serie|edición|línea)\w*",
        "assessing": r"""
            (valoración|evaluación) (de|del|por) (los |la |el |nuestr\w+ |su )?(\w+ )?(daños?\
            |situación|estado|fotos?|caso|técnico|problema|defecto|equipo|taller|solicitud)
        """,
        "single_star": "(una|1)( sola)? estrella",
    },
)
