"""How English says what a text must never say (concepts: ``replies.forbidden.combinations``)."""

from typing import Final

from replies.forbidden.phrases.en import PARTS, PHRASES
from replies.forbidden.vocabulary import Vocabulary

ENGLISH: Final = Vocabulary(
    language="en",
    marks=(
        "the|you|your|we|our|us|is|are|was|will|and|of|to|for|it|its|this|that|with|have|has|be"
        "|been|a|an|s|i|my|at|by|from|not|if|please|can|would|should|there|any|only"
    ),
    parts=PARTS
    | {
        "at_the": r"(?:on|in|inside|from|at|with) (?:the |our |your )(?:\w+ ){0,2}?",
        "uttered": "(?:wrote|written|posted|published|said publicly|left|shared)",
        "giveaway_word": "gift|freebie|giveaway|give-away|extra|present|sample|bonus|add-on",
    },
    phrases=PHRASES,
    spared_before=(
        r"(?:\bwhether|\b(?:check|checking|see|find out|clarify|confirm) if|\bnot|n't|\bcannot"
        r"|\bnever|\bneither|\bnothing|\bnone|\bbefore|\buntil) [^,;:]*$"
    ),
    concepts={
        "outside": """
            (outside|off|away from|without|around|bypass*|past) (of )?(the |this )?<platform>
            privately|in private|off the record|(just )?between (us|ourselves)|middleman
            on the side|(directly|direct|straight) (with|to|from|through|via|at) (us|me|our)
            off-?(site|platform)|(leave|keep|cut) (the )?<platform> out
            not (through|via|over|on) (the )?<platform>
            instead of (going )?(through|via|on) (the )?<platform>|skip* (the )?<platform>
        """,
        "deal": """
            contact|write|reach|talk*|speak|call|order*|buy|purchase|pay|settle|arrange|sort|deal
            handle|message|discuss|shop|solve|resolve|come|in touch|agree*|refund|ask|sell
            do (it|this)
        """,
        "our_number": r"""
            (our|my) (\w+ ){0,2}?number(?! (one|of))|direct line|help ?line
            (our|my) (extension|switchboard|call cent(er|re))
        """,
        "number": """
            (tele)?phone|numbers?|contact (details|info*|data)|(web|e-?mail|postal) address|e-?mail
            url|ways? to reach us
        """,
        "printed": """
            <at_the>(box|packag*|parcel|slip|label|manual|card|leaflet|flyer|invoice|receipt|lid)
            <at_the>(bag|insert|note|envelope|instructions|booklet|bottom|back|letterhead|imprint)
        """,
        "labelled": """
            (order|tracking|serial|model|item|article|batch|lot|part|invoice|parcel|reference|type)
            (shipment|house|size|product|version|customer|vat|tax|production)( number| no| id)?
            number of|phone (case|holder|stand|charger|cable|cover)|the number on the
        """,
        "lookup": r"""
            search*|google|look (\w+ )?up|type|enter|find|visit|go to|head (over )?to|browse
        """,
        "us_online": r"""
            (our|the) (brand|shop|store|company|business|seller) name|us (online|on the (web|net))
            our (brand|company) (online|on the (web|internet|net))|our own \w+|search engine
            browser|name of our (shop|store|company|brand)
            our (brand|shop|store|name) (on|in) (google|the)
        """,
        "pay": """
            pay|paying|transfer*|wire|send|sending|remit*|settle|deposit|payment
        """,
        "elsewhere": r"""
            paypal|bank transfer|iban|(bank|our|my) (\w+ )?account|account (details|number)|venmo
            (directly|direct|straight) to (us|me)|western union|zelle|cash app|revolut|bitcoin
            crypto*|cash|money order|bank details|friends and family|payment link|wise
            in advance to us
        """,
        "repaid": """
            refund*|reimburs*|credited|you (have |already )*paid|back to (your|the|you)
            your payment|(was|been|is) (paid|charged)|never (ask|request)
            (do|does|will) not (ask|need|request)|goes back
        """,
        "drop": r"""
            close|closing|withdraw*|cancel*|drop*|retract*|take (\w+ ){0,4}?back|remove|removing
            end|stop|revok*|call off|delet(e|ing)|rescind|undo|abandon|give up|pull|lift|reverse
        """,
        "claim": r"""
            a-?(to|2)-?z\w*|a-z|claims?|disputes?|charge-?backs?|complaints?|escalation
            (guarantee|paypal|payment|open|amazon|ebay|your) case
        """,
        "platform_acts": r"""
            <platform>('s)? (\w+ ){0,3}?(close*|decide*|decision|end*|review*)|until|closed by
            (we|i) (can't|cannot|can not|did not) (close|withdraw)|you (asked|wanted|wish|want) to
            whether|as long as
        """,
        "needless": """
            (not|no longer|isn't|n't) (be )?(needed|necessary|required|need)|no need|unnecessary
            instead of|rather than|without (a|the|an|opening|filing|going)|hold off|refrain*|avoid*
            (do not|don't) (open|file|start|turn|escalate)
        """,
        "cancel": r"cancel\w*|withdraw (the|your|this)|call off|drop (the|your) order",
        "no_stock": r"""
            (out of|no|without|short of|any) (\w+ )?stock|sold out|unavailable|run(ning)? out
            ran out|(have|has|had|are|is) (no|none|not any) (\w+ )?(more|left)
            no longer (available|have)
            (cannot|can't|unable to|not able to) (deliver|supply|ship|send|fulfil\w*)|stock has
            (warehouse|shelf|shelves) (is|are) empty|stock (issue|problem|shortage)s?|out of it
        """,
        "invite": """
            there (is|are)|comes in|also|we (also )?(have|carry|stock|make)|look|browse|discover
            see|visit|check out|explore|try|treat|peek|interest*|love|like|enjoy|recommend*
            suggest*|perfect|ideal|order|buy|shop|grab|consider|tempt*|curious|available|launched
            arrived|just in|proud|popular|pair*|upgrade|add|get|fan of|inspire*|waiting
        """,
        "our_goods": r"""
            our (\w+ )?(new|latest|other|newest|matching|popular|best*|whole|full|entire\
            |premium) (\w+ ){0,2}?<goods>
            our (\w+ ){0,2}?(range|collection|assortment|catalogu?e|selection|series|shop|store\
            |deals?)
            our (\w+ ){0,2}?(bestsellers?|offers?|accessor*|bundles?|gift sets?|sales?|promotions?)
            (more|other|further|similar|matching) (\w+ )?<goods> (from|by|of|in) (us|our|the same)
            <goods> (from|by) our (other|new|latest)|(more|other|further|new) (of )?our <goods>
        """,
        "suits": r"""
            (many|most|lots of|several|our) (of our )?(customers|buyers|people\
            |shoppers) [^.;!?]{0,40}(also|too|matching|at the same time|together|with it|along)
            (goes|go|would go|works?|looks?) (\w+ )?(well|perfectly|great|nicely|beautifully) with
            (match|matches|complement*|suits?|completes?|rounds? off) (it|your|the|this)( \w+)?
            to go with (it|your)|perfect (addition|companion|match)|(often|usually) bought together
            many (of our )?(customers|buyers) (\w+ )?(also|choose|pick|add|combine|pair)
        """,
        "goods": r"""
            (our|a|another|the) \w+ (lamp|bag|case|cable)|accessor*|set|version|model|colou?r
            lamp\w*|one|product|bundle
        """,
        "buy_more": r"""
            (many|most|lots of|several|our) (of our )?(customers|buyers|people\
            |shoppers) [^.;!?]{0,40}(also|too|matching|at the same time|together|with it|along)
            come back soon
            (you|we)('ll| will| might| may| would) (also )?(love|adore) (our|the|these)
            (look* forward|hope|happy|glad|pleased|delighted) (\w+ ){0,3}?(welcom|serv|see|order\
            |shop)\w* [^.;!?]{0,20}(again|back|next|soon)
            welcome you back|stock up|why not (add|order|get|try|take|pick|treat|have a)
            while you('re| are) (at it|here)|add [^.;!?]{0,40} to your (order|basket|cart)
            hot ?sellers?|must-have|limited (edition|stock)|only (a few|\d+) left
            while stocks? lasts?|pre-?order|hurry|newly (launched|released)
            (our|a) (\w+ )?(premium|deluxe|pro|larger|xl) (version|model|edition)|upgrade to
            makes (a|the) (great|perfect|lovely|ideal) (gift|present)|ready for (christmas|summer)
            (this|next) (week|month|weekend) only|everything (in|is) (our|the) (shop|store)
            for (your|the) next (order|purchase)|see you (again|soon)
        """,
        "coupon": "discounts?|rebates?|price (reduction|cut)s?|promos?",
        "asked": r"""
            why|the article ["“]
            you('re| are| were)? (\w+ )?(ask\w*|mention\w*|wr(ite|ote)|us(ed|ing)|enter\w*\
            |received)
            your (\w+ )?(coupon|voucher|discount|code|gift card) (was|has|did|does|could)
            (about|regarding|concerning) (a|the|your) (\w+ )?(coupon|voucher|discount|code\
            |gift card)
            (cannot|can't|not|no) (\w+ ){0,3}?(offer|give|grant|apply|accept|issue|discounts?\
            |coupons?)
        """,
        "grant": r"""
            here('s| is)
            (we|i)('ll| will| can|'d like to)? ((?!cannot|can't|not|never)\w+ )?(give|grant|send\
            |issue|add)
            you('ll| will| can)? (\w+ )?(get|receive|save|enjoy|redeem)|next|redeem|apply it|valid
        """,
        "saving": r"""
            \d+ ?(%|percent|per cent|euros?|pounds?|dollars?|€|£|\$)|[€£$] ?\d+|cheaper|half|reduc*
            sav(e|es|ing|ings)|off|(lower|better|special|reduced|friendly|good) price|deduct*|free
            (pay|costs?|spend) (\w+ )?less|less (on|for|to pay)|knock*|(on|from) us
            price (cut|drop)|(ten|fifteen|twenty|five|thirty) (percent|per cent|off)|something off
            small change off
        """,
        "next_buy": r"""
            (next|future|following|second|another|any further) (\w+ )?(order|purchase|time|buy|one)
            (next|future) (\w+ )?(shopping|checkout|visit|basket)
            when you (\w+ )?(order|shop|buy|return)|(order|buy|shop|purchase) (\w+ ){0,3}?again
            come(s)? back|repeat (order|purchase|customer)s?
        """,
        "checkout": r"""
            (at|to|the|during|before) (the )?(checkout|basket|cart|till)|when (you )?(pay|order)\w*
        """,
        "enter": """
            (enter|type|use|quote|mention|say|word|apply|add|insert) [^.;!?]{1,40}
        """,
        "unworded": "error|photo|address|gift (wrap|note|message)",
        "stars": r"""
            (giv|leav|rat|award|deserv|earn|click|tapp|tick|dropp|grant|lov|hop|appreciat\
            |mark)\w* [^.;!?]{0,40}stars
            (give|leave|rate|award|deserve|earn|click|tap|tick|drop|worth|gave|left\
            |for) [^.;!?]{0,40}(stars|a star)
            (one|two|three|four|five|[1-5]|all|full|those|shiny|golden?|few|little|couple of) stars
            (\d|one|two|three|four|five)[- ]?star (review|rating|feedback|experience|service\
            |seller)
            (\d|one|two|three|four|five)[- ]?star (score|mark|opinion|comment|vote|verdict|mention)
            (your|the|more|missing|lost) stars? (rating|count|back|matter\w*|help\w*|mean\w*)
        """,
        "starry": """
            ["“„«‘「『][^"”»’」』]{0,25}stars?|light(s|ing)? up|(left|right) (side|end)|lit|glow*
            shape*|screw*|tree|christmas|decor*|pattern|broken|projector|night|stickers?|topper
            print*|beads?|charm|necklace|garland|sky|sign|lamp has|torn|cracked|missing
        """,
        "public": """
            (tell|show|let) (the )?(others?|other people|everyone)|listing
            (product|item|article|shop|store|seller) page|online|(the )?internet|public(ly)?
            (other|fellow|future) (buyers|shoppers|customers|people)|profile
        """,
        "voice": r"""
            (tell|let|show) (the )?(others?|other people|the world|everyone) (\w+ )?(know|how\
            |about|that|what)
            (let|show)\w* (it|this|that) (show|on|to)|(line|word|sentence)s? (or two )?(about|on)
            (please|kindly|would|could|love) <words><voice>
            (happy|glad|help|pleased|satisfied|like) <words><voice>
            <voice>[^.;!?]{0,40}\b(please|help us|would|appreciate\w*|thank|glad|happy|love)
            (tell|telling) (\w+ )?(other|others|people|buyers|shoppers)|<voice> (about|on|of) us
        """,
        "quoted": r"""
            you (\w+ )?(write|wrote|say|said|told|tell|report|reported|mention|mentioned|ask|asked)
            as described by you|you describe*
        """,
        "described": """
            colou?r|sizes?|measure*|dimension*|shows?|showed|states?|stated|describ*
        """,
        "undo": r"""
            turn(ed|ing)? (the|your|that|it) [^.;!?]{0,20}into
            no longer (be )?(visible|appear\w*|shown|there|online|up)
            (another|a second|a fresh|one more) look|look (\w+ )?again
            bring(ing)? (your|the) [^.;!?]{0,20}(into )?line|go up|higher|change|changing|edit
            editing|update(?! you)|updating(?! you)|revis(e|ing|it)|remov(e|ing)|delet(e|ing)
            tak(e|ing) (\w+ ){0,4}?(down|back|off)|withdraw*|retract*|adjust*|amend*|rethink*
            reconsider*|reverse|lift|soften*|tone down|have (another|a second) look|second thoughts
            think (again|over|twice)|eras(e|ing)|disappear|reword|rewrite|undo
            (improve|raise|correct|increase|pull|hide|upgrade|bump up) (your|the|that|it|this)
            (turn|make) (your|the|that|it|this) [^.;!?]{0,30}(into|better|nicer|friendlier\
            |positive)
            (is|be|was|were) gone|go(es)? away|look at (your|it|the) [^.;!?]{0,20}again|rate again
        """,
        "utterance": r"""
            the (one|single|lone) star
            (that|this|the) (comment|score|rating|post|remark|star|text)( (you|on|that)\b)?
            the (score|words|stars?|mark) you (\w+ )?(left|gave)|(your|the) (one|single) star
            (what|words|lines|things|text|something|anything) (that )?you('ve\
            | have)? (\w+ )?<uttered>
            your (\w+ )?(post|posting|comments?|remarks?|entry|verdict|judge?ment|opinion|score\
            |vote)
            your (\w+ )?(criticism|statement|write-?up|words|stars?|marks?|assessment|testimonial)
            your (\w+ )?(feedback|public \w+|headline|rating|complaint online|impression|lines\
            |grade)
            (the|this|that|a) (negative|bad|low|harsh|critical|public|poor|one-star\
            |1-star) (\w+ )?(post|comment|remark|entry|rating|score|feedback|mark|star|text\
            |opinion)
            (on|from|under) (the|our) (product|item|seller|shop) (page|profile)|(it|that) online
        """,
        "we_undo": r"""
            our (\w+ )?(team|colleagues?|department) [^.;!?]{0,20}(chang|correct|improv|updat\
            |adjust|revis)\w*
            (we|our team|i)('ll| will| can| could| have|'ve| are|'re)? (\w+ ){0,2}?(chang|correct\
            |improv|updat|adjust|revis|remov|amend|withdraw|tak)\w*
            help* us (to )?(improv|chang|find|correct|understand|see)\w*|address|invoice|order
        """,
        "give_you": r"""
            (we|i)('ll| will| would like to| want to| are going to|'d like to)? (\w+ ){0,2}?(give\
            |offer|add|include|enclose|send|throw in|slip|pop|put|tuck|gift|treat)
            (you will|you'll|you) (\w+ )?(get|receive|find)|(waits?|waiting) for you|is yours
        """,
        "treat": r"""
            (little|small|tiny|nice|special|lovely|sweet) (extra|something|treat|token|surprise\
            |gift)
            (little|small|tiny|nice|special|lovely|free) (present|thank[- ]you|goodie|goody|sample)
            goodies|freebies?|(sweet )treats?|gift on us
            something (nice|extra|special|small|little|sweet)
            for your (kindness|support|time|trouble|effort)|as (a )?(reward|thanks|thank[- ]you)
        """,
        "surprise": """
            (we|you) [^.;!?]{0,40}(a|little|small) surprise (for you|in|with|to)
            surprise (gift|bag)
        """,
        "unpleasant": "unpleasant|bad|not what|should have|nasty|meant",
        "mistake": r"""
            mistakes?|errors?(?! (code|message|\w+ (show|appear|display)))|negligen*|careless*
            liable|responsible|at fault
        """,
        "ours": r"""
            (our|my) (own )?(mistake|error|fault|warehouse|packing)s?|(on|at) our (part|side|end)
            (mistake|error) (of|on) our(s| part| side)
            (we|i)( have|'ve)? (\w+ )?(mixed|packed|sent)
            (we|i)( have|'ve)? (\w+ )?(made|make) (a|an|the|this|that|some) (\w+ )?(mistake|error)
            (we|i)( are|'re|'m| am)( (?!not)\w+)? (responsible|sorry for)|person responsible
            (colleague|team|one) responsible|(mistake|error|fault)s? (\w+ ){0,3}?(ours|mine)
            (mistake|error|fault)s? (\w+ ){0,3}?(with|by|from|in) us|errors? codes?
            (which|what) error|you (\w+ )?(see|get|saw)|display*|nothing wrong
        """,
        "carrier": """
            carriers?|couriers?|drivers?|post office|postal service|royal mail|warehouse|supplier
            (delivery|shipping) (company|service|driver|people|guys?|men|man)|parcel (service|man)
            the post|logistics (partner|company)|postman|amazon|ups|dhl|fedex|usps|dpd|gls|hermes
            evri|yodel
        """,
        "bungle": r"""
            (never|rarely|hardly ever|don't|do not) (\w+ )?(handle|care|look|take care|read|ring\
            |treat|work|deliver|manage)\w*
            let (us|you) down|did it again|not (up to|good at)|what (they|he) do(es)?|badly
            poor(ly)?|dropp(ed|ing)|broke(n)?|messed|mishandl*|forgot(ten)?|careless*|the root
            to blame|sloppy|unreliable|(always|again|never) (late|slow|on time|bother*)|failed
            ruin*|(left|dumped|threw|thrown|tossed|kicked) (it|your|the|around)|a mess|incompeten*
            slow(ly)?|(an|the|some|this) (error|mistake|fault|blunder)
            did(n't| not) (bother|care|deliver)|damaged|useless|hopeless|lazy|rough*|smashed
            crushed|botched|screwed up|asleep|notorious*|lost
            (can't|cannot|could not|couldn't) (\w+ )?(read|be trusted|manage|handle)|terrible|awful
            let (you|us) down|fault|guilty|chaos|chaotic|overwhelmed|as usual|once again|typical*
        """,
        "checking": r"""
            whether|(ask|asking|asked) (the |our )?\w+|check*|look(ing)? into|inquir*|enquir*
            find out|investigat*|tracking|according to|reports?|if
        """,
        "only_you": r"""
            (no|none of our) (other|one else|body else) (\w+ ){0,3}?(complain|problem|trouble\
            |report)\w*
            (nobody|no one) else (\w+ ){0,3}?\w+|(all|every) (our )?other (customers?|buyers?) \w+
            (you are|you're) the (first|only) (one|person|customer|buyer) (who|to|that)
            (never|not) had (a|any|such) (complaint|problem)s? (like|with|before)
            (works|fits) for every*
            (left|leaves) (us|our warehouse|here) (in|intact|undamaged|perfect*|complete|working)
            (was|were) (fine|perfect|intact|undamaged|complete) when (it|they|we)
        """,
        "misdeed": r"""
            you (\w+ )?(must|may|might|seem to|probably|obviously|clearly\
            |apparently) (have )?\w+ed (it|the)
            you (should|could|ought to|might) (really |simply |just )?have (?!an?\b|the\b|our\b\
            |it\b|received|heard)\w+
            (if|had) you (had )?(only |just |simply )?(read|followed|looked|checked|measured|paid\
            |been)
            (how|the way) you (\w+ )?(used|handled|treated|opened|stored|washed|installed|set)
            (too (hard|tight|hot|roughly|quickly|much force))[^.;!?]{0,20}(you|when)|brute force
            you (\w+ ){0,4}?too (hard|tight|hot|roughly|quickly|fast|much)|by (using|handling) it
            you (\w+ ){0,2}?(ignored|overlooked|disregarded|mistook|confused|mixed up|misjudged)
            (read|check|measure|look) (\w+ ){0,4}?(more )?(carefully|properly|closely\
            |first) next time
            it (was|is) (clearly|plainly|explicitly|right there) (stated|written|described|shown)
            (as|because|since|given that) you (\w+ )?(gave|entered|ordered|chose|picked) (us )?(a\
            |an|the)
            wrong use|used? incorrectly|user error|operat\w+ error
            your own (\w+ )?(doing|choice|risk)
        """,
        "giveaway": r"<giveaway_word>s?|free \w+|promotional \w+|complimentary \w+",
        "send_back": r"""
            (please|kindly|must|need|needs) (\w+ ){0,4}?<back>
            (has to|have to|should|first|could you) (\w+ ){0,4}?<back>
            <back> (to us |it |first |to our )?(please|kindly|first|before)
            (needs?|want) <words><back>
        """,
        "keep": r"""
            (not|n't|never|no) (\w+ ){0,2}(need|have|return|send)|keep
            (wish|want|ask|request)\w* to
        """,
        "merely": r"""
            expect (too )?much|thrown in|for nothing|on top|extra, so
            (only|just|merely|simply|nothing but|after all|at the end of the day) (\w+ ){0,2}?(a \
            |an |our |the |your )?(\w+ )?<giveaway_word>
            (not|hardly|barely) (worth|cost|count)\w*
            worth(less| (almost |next to )?nothing| very little)
            (did(n't| not)|never) (pay|paid|cost|spend) [^.;!?]{0,20}
            (came|comes|was|were|is) (for )?free
            (cost|costs) (you )?(nothing|us more|pennies|a few)
            no (charge|value|big deal|reason to)
            (don't|do not|shouldn't|no need to) (make a fuss|complain|worry about|mind|take|expect)
            (be|been) (glad|happy|grateful) (you|that|to)|anyway|a (mere|trifle|trinket)
            free of charge
        """,
        "asked_whether": """
            <quoted>|whether|was only|sorry|return|keep|same|important|matter*|just as|as much
        """,
        "promise": """
            (call off|drop|give up|abandon|pull out of) (your|the|this) (purchase|order|buy)
        """,
        "remedy": r"""
            (full |partial )?refund(s|ed|ing)?|reimburs*|money back|your money|(the|our|your) money
            replac(e|ed|ing|ement|ements)|exchang(e|ed|ing|es)|re-?send*|re-?ship*|credit(ed)?
            (another|(a|the) (new|replacement)) (one|unit|item|article|parcel) (is|will|on|today\
            |out)
            send(ing)? (out )?(you )?(a|an|another) (new |second |spare )?(one|unit|item|part\
            |parcel)
            (another|new|replacement) \w+ (is|will be|has been|was) (\w+ )?(shipped|sent\
            |dispatched)
            (full|whole|entire|partial) (amount|price)|cancel+(ed|ing|ation|s)?|credit note
            return (postage|shipping)|pick-?up
            (pay|cover|send|free|prepaid)\w* [^.;!?]{0,20}return label
            (purchase price|sum|amount|balance) (\w+ ){0,3}?(back|return*|paid|transferr*|credit*)
            (repair(ed|ing|s)?|swap(ped|s)?|money (\w+ ){0,2}?(back|return*))
        """,
        "framed": r"""
            you can (\w+ )?(request|ask|start|open|apply)|depends|requests?|requested|asks?|asked
            asking|wish(es|ed)?|would like|wants?|wanted|questions?|about|regarding|concerning
            matter|options?|hoping|waiting|waited|need(ed)?|apply|applied|whether|not(?! only)
            (?!don't worry)\w+n't|nothing|cannot|never|possible|decid\w+|yet|what|how|depends?
            before|check*|look(ing)? (in)?to|review*|consider(ing|ed)?(?! it)|find out|clarif\w+
            next steps?|details?|through your order|in your orders|under your orders
            (handled|dealt|processed|managed|decided|covered) (\w+ )?by|customer service
            takes? care|looks? after|handles?|in charge
        """,
        "undecided": r"""
            (cannot|can't|can not|not able to|unable to|not yet|too early to|may not|must not\
            |not be able to) (\w+ ){0,3}?(promise|confirm|say|tell|decide|commit|guarantee\
            |announce)\w*
            (not|n't|no|nothing) (\w+ ){0,3}?(promise|promised|decided|confirmed|decision)
            (before|until|once|as soon as|after) (we|i|our) (\w+ ){0,3}?(check|know|decid|look\
            |inspect)\w*
        """,
        "however": r"\bbut\b|however|nevertheless|still,|, so |therefore|instead",
        "advised_against": r"""
            (please |kindly )?(do not|don't|never|avoid|refrain from) (\w+ ){0,2}?(shar|send|writ\
            |includ|post|giv|put|publish|leav|enter|stat|shar)(e|es|ing|t)?
            for your (own )?(safety|security|protection|privacy)|(no|without) (tele)?phone numbers?
            (we|i) (can't|cannot|can not|may not|must not|do not|don't\
            |are not allowed to) (\w+ )?(call|phone|ring|e-?mail|text)
            not allowed|are not permitted
        """,
        "harsh": """
            harsh|hard on|a bit much|severe|unfair|too (low|few|little)|not fair|low for
        """,
        "seen": r"""
            (have|did) you (\w+ )?(see|seen|notice\w*|discover\w*|try|tried|heard|know)|do you know
            just (brought out|launched|released|introduced|arrived|landed|come in)
            (has|have) (just )?(landed|arrived|launched)|(is|are) (now )?(here|out)
        """,
        "launched": r"""
            (version|model|variant|edition|series|collection|range|line|lamp|design\
            |product)s? (\w+ )?(we|that we|from us)
            (spring|summer|autumn|fall|winter|christmas|new|latest) (collection|range|line|series\
            |models|arrivals)
            our (new|latest|newest) \w+
        """,
        "coupon_packed": r"\w+ (holder|folder|box|wallet|organi[sz]er|book)",
        "assessing": r"""
            (review|rating) (of|by) (the |your |our )?(\w+ )?(photos?|pictures?|damages?|case\
            |request|return|details|record|claim|order|files?|team|department|technic\w*\
            |colleague|parcel|packing|situation|documents?|data|information|messages?)
            (power|voltage|energy|wattage|temperature|ip|safety) rating|rating plate
        """,
        "single_star": "(a|one|single|1)[- ]star",
    },
)
