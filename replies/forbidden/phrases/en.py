"""What an English text to a buyer must never say, phrase by phrase (form: ``vocabulary``)."""

from types import MappingProxyType
from typing import Final

PARTS: Final = MappingProxyType(
    {
        "useless": "hopeless|useless|unreliable|a disaster|terrible|awful|bad|sloppy",
        "platform": "marketplace|platform|amazon|ebay|etsy|site",
        "directly": "(?:directly|direct|straight|privately)",
        "goods": (
            r"(?:\w+ )?(?:lamps?|products?|items?|articles?|models?|colou?rs?|designs?|ones?|goods"
            r"|parts?"
            r"|pieces?|size|screws?|things?|range|collection|lampshades?)"
        ),
        "sent": (
            r"(?:(?:is|are|was|were|will be|has been|have been|will|just|already|being) )*(?:\w+ )?"
            r"(?:in the (?:post|mail)|goes|go|leaves?|left|ships?|shipped|sent|dispatched|on (?:its"
            r"|the) way"
            r"|underway|yours|with you)(?: out)?"
        ),
        "mishandled": (
            r"(?:put|used|plugged|dropped|broken|damaged|misread|misunderstood|overlooked|mixed"
            r"|chosen|forgotten"
            r"|entered|typed|ordered|selected|installed|connected|washed|lost|made|got|handled)"
        ),
        "back": (
            r"(?:return|returned|send|sent|ship|mail|give|bring|post|have|come"
            r"|back)(?: \w+){0,4}? back"
            r"|return(?:ed)?|back"
        ),
        "did_handle": (
            r"(?:mount|install|use|wash|handl|stor|connect|plug|assembl|charg|treat|fitt|set|clean)\w*"
        ),
        "itself": r"(?! (?:box|bag|wrap\w*|card|receipt|paper|tag|basket|note|message|ribbon))",
        "words": r"(?:[^\s.;!?]+ ){0,6}?",
        "the": "(?:the |our |your |a |an )",
        "voice": (
            r"(?:words?|opinions?|experiences?|impressions?|thoughts?|comments?|say|share|shared|post"
            r"|wrote"
            r"|write|written|tell|think|speak|know)"
        ),
        "carrier": (
            "carrier|courier|driver|post office|postal service|royal mail|warehouse|supplier"
            "|(?:delivery|shipping) (?:company|service|driver)"
            "|amazon|ups|dhl|fedex|usps|dpd|gls|hermes|evri"
        ),
        # What may stand between "we will" and "refund" without taking the promise back.
        "filler": (
            "be|been|have|already|now|also|gladly|happily|certainly|of course|immediately|soon"
            "|shortly|today|then|going to|happy to|glad to|able to|pleased to|fully|you|out|up|with"
            "|issue|issued|issuing|process|processed|processing|initiate|initiated|start|started"
            "|send|sent|sending|ship|shipped|shipping|give|given|grant|granted|offer|offered"
            "|offering|make|made|provide|provided|approve|approved|authori[sz]ed?|prepare|prepared"
            "|arrange|arranged|arranging|for|a|an|another|the|your|full|partial|complete"
            "|immediate|free|new"
        ),
        "remedy": (
            r"refund\w*|reimburs\w*|replac(?:e|ed|ing|ement|ements)|exchang(?:e|ed|ing)|money back"
            r"|re-?send\w*|re-?ship\w*|credit(?:ed)?|cancel+(?:ed|ing)?"
            r"|new (?:one|item|unit|article|product|parcel|package)"
        ),
        "granted": (
            "issued|sent|processed|approved|granted|refunded|arranged|shipped|initiated|confirmed"
            "|guaranteed|credited|accepted|authori[sz]ed|completed|dispatched|returned"
            "|paid(?: back)?"
            "|transferred|on (?:its|the) way"
        ),
        "giveaway": (
            "gift|freebie|giveaway|give-away|extra|present|sample|bonus"
            "|(?:promotional|promo|free|bonus) (?:item|article|product)"
        ),
        "article": "a|an|the|our|one|some",
        "small": "free|little|small|cheap|nice|minor|promotional|complimentary|tiny|bonus",
        "opine": (
            "leave|leaving|give|giving|post|posting|write|writing|submit|change|changing|remove"
            "|removing|delete|deleting|revise|revising|update|updating|withdraw|edit|editing"
        ),
        "not_work": (
            r"(?<!under )(?<!internal )(?<!technical )(?<!second )(?<!closer )(?<!further )"
            r"(?<!its )(?<!our )(?<!final )"
            r"review(?! (?:your|the|this|it|all|each|every|any|and|both)\b)"
        ),
        "auxiliary": "will|shall|can|could|would|have|has|had|are|am|is",
        "get": (
            "(?:(?:also|soon|then|be|shortly|have|expect|receive|get|a|an|the|your|full|partial"
            "|complete|new|free) )*"
        ),
        "matter": (
            "refund|replacement|exchange|reimbursement|return|cancellation|money|payment"
            "|new (?:one|item|unit|article|parcel|package)"
        ),
        "adverbs": "(?:(?:already|now|soon|shortly|be|fully|successfully) )*",
        "changed": (
            "cancel+ed|replaced|refunded|exchanged|changed|updated|corrected|amended|saved|stored"
        ),
        "change": "chang(?:e|ed)|updat(?:e|ed)|correct(?:ed)?|amend(?:ed)?|adjust(?:ed)?"
        "|saved?|stored?|entered",
        "address": r"(?:the|your|this) (?:(?:delivery|shipping|postal) )?address",
        "handling": "(?:own )?(?:use|usage|handling|order|address)",
        "heed": "(?:read|follow|check|provide|enter|give|use|order|notice|look)",
        "neglected": (
            "checked|read|followed|measured|noticed|ordered|told|contacted|asked|known|chosen|been"
            "|looked|seen|given|entered|written|waited|kept|used|done|made|damaged|broken|lost"
        ),
        "did": (
            "entered|gave|given|provided|typed|ordered|selected|chose|chosen|used|installed"
            "|connected|handled"
        ),
        "praise": "positive|negative|neutral|good|bad|honest|kind|5-star|five-star|product|seller",
    }
)

PHRASES: Final = MappingProxyType(
    {
        "other-contact": r"""
            whats ?app|we ?chat|telegram|instagram|facebook|tik ?tok|twitter|skype|line id|qq
            qr[- ]?codes?
            (call|phone|ring|text|fax|e-?mail) us
            (give|drop) us an? (call|ring|e-?mail)
            (by|over the|via) (tele)?phone
            hotline|text \W?\w+\W? to
            (our|my) (own )?(e-?mail address|(tele)?phone number)
            (contact|write( to)?|reach|message) us (directly|outside)
            our (web ?site|web ?page|web ?form|home ?page|blog)
            (find|visit|see) ([^\s.;!?]+ ){0,5}?the (web ?(site|form)|home ?page)
            (check|download\w*|available) ([^\s.;!?]+ ){0,5}?the (web ?(site|form)|home ?page)
            (drop|send|write|shoot) (us|me) (an? |your )?e-?mails?
            (send|write|direct) (an? |your )?e-?mails? to
            (give|make) (us|me) a (ring|call|buzz|bell|quick call)
            (have|leave|give|send|tell) (us|me)? ?(have )?your (phone|mobile|cell|number|e-?mail)\w*
            (text|ring|phone|dial|mail|e-?mail) (us|me)(?! whether)
            (will|'ll|can|to) (ring|phone|call|text) you|call you back
            (click|tap) (here|on|below|the)|(the|this|following) link (below|above|here)
            follow (the|this|that) link
            (google|look up|look for|search for) (us|our|for our) ?\w*
            (outside|off|away from|without|bypass\w*) (of )?(the |this )?<platform>
            (leave|skip|avoid|bypass|circumvent) (the |this )?<platform>
            (privately|in private|behind the scenes|between ourselves|just between us)
            (order|buy|purchase|shop|pay|deal|settle)\w* (\w+ ){0,2}?<directly>
            (contact|write|reach|message|write to) (us|me) <directly>
            (straight|direct|directly) (from|with|through|to) (us|me|our)
            (app|messenger) with the|the (green|blue) app
            our (app|chat|channel|page|profile|account)
            (our|my) own (shop|store|web ?shop|site)|(ring|phone|call) the (shop|store|office|team)
        """,
        "promotion": r"""
            check out (our|the|more|these|some)
            (visit|browse|explore|discover|see) our (\w+ )?(web ?)?(shop|store|site|page)
            (visit|browse|explore|discover|see) our (\w+ )?(range|collection|catalogu?e|selection)
            (visit|browse|explore|discover|see) our (\w+ )?(products?|items|articles)
            (special|exclusive|great|best|limited|current|latest) (offers?|deals?|prices?)
            (have|take) (a|another) (closer )?look (around|at our|in our)
            (black friday|cyber monday|prime day|hot|our|these|christmas) deals?
            buy (one|two|three|four|\d+) [^.;!?]{0,15}get|similar (items|products|articles)
            don't miss|limited[- ]time|deals? of the|on sale
            (summer|winter|clearance|flash|holiday) sales?
            new arrivals?|best[- ]?sell(er|ers|ing)
            sign up|mailing list|share (this|it|us) with
            newsletters?|subscribe|follow us|recommend us|tell your friends
            (buy|shop|order) ((from )?(us|it|one|more) )?(again|now|more)
            (your )?next (order|purchase)
            you (may|might|will|would) (also )?(like|love|enjoy) (our|these|this|the)
            (our|some) (other|more|newest|latest|popular) (products?|items?|articles?)
            also available|shop our|(goes|go) well with|we (also )?recommend
            loyalty (program\w*|club)
            (more|other|further|similar|matching|new|latest) <goods> (\w+ ){0,3}?(like|enjoy|love)
            (our|the) (new|latest|newest) <goods> (have|has|are|is) (\w+ )?(arrived|here|in|out)
            (our|the) <goods> (is|are) (now |currently |just )?(half|reduced|on sale|on offer)
            half[- ]price|price of (one|two)|reduced in price|at a (special|reduced|lower) price
            (look|browse|glance) (at|through|around|into) our (other|range|whole|full|new)
            (look|browse|glance) (at|through) the (other|new|latest) (colou?rs|models)
            (look|browse|glance) (at|through) the (other|new|latest) (products|designs)
            (in|from) our (\w+ )?(range|line|series|catalogue|catalog|collection|assortment)
            be interested in (our|a|one|some|these|the|other)|treat (yourself|someone)
            loyalty|(join|become) (our|a) (\w+ )?(programme|program|club|member\w*|community)
            best[- ]?sell\w+|tell (your )?(friends|family|everyone)
            spread the word|(speak|talk|say) (\w+ )?(well|good|nice\w*) (\w+ )?(of|about) us
            (unsubscribe|opt(ing)?[- ]out|opt(ed)? out)|(reply|answer|text|send|with) ["“']?stop\b
            no (more|longer)( \w+){0,4} (messages|mails|e-?mails|letters|mailings)
            (stop|avoid) (receiving|getting) (\w+ )?(messages|mails|e-?mails)
            (customers|buyers|people|others) (who|that|of) [^.;!?]{0,30}also (love|like|buy)
            (customers|buyers|people|others) (who|that|of) [^.;!?]{0,30}also (bought|enjoy|chose)
            (go|goes|pair|pairs) (\w+ )?(perfectly|nicely|well|beautifully)
            (combine|combines|match|matches) (\w+ )?(perfectly|nicely|well|beautifully)
            (our|a) matching \w+|to go with your|don't miss
            (spring|summer|autumn|winter|christmas|easter|holiday|our) sale(s)?\b
            (have you|did you) (\w+ )?(seen|tried|see|discover\w*) (our|the) (\w+ )?(new|latest)
            (third|fourth|fifth|second|next) (\w+ )?(costs|is|comes) (\w+ )?(nothing|free|half)
            (taken?|taking|remove\w*) (\w+ )?(off|from) (our|the) (mailing )?list
        """,
        "code": r"""
            (discount|promo|promotion|promotional|coupon|voucher|gift) ?codes?
            (claim|redeem|redemption|offer) ?codes?
            codes?:? ["“']?(?=[a-z]*\d)[a-z0-9-]{5,}
            use (the|this|our|my) code
            coupons?|vouchers?|gift ?certificates?|discounted|cash ?back
            (store|shop) credit
            \d+ ?(%|percent|per cent) (off|discount|reduction|back|cheaper)
            (pay|spend|cost\w*) (\w+ )?less|cheaper|for less money|(off|from) (the|your|our) price
            (take|knock|get)\w* (\w+ ){0,3}?(euros?|pounds?|dollars?|bucks) off
            (have|give|save|deduct)\w* (\w+ ){0,3}?(euros?|pounds?|dollars?|bucks) off
            (take|knock|get|deduct)\w* [€$£]? ?\d+ ?[€$£]? off|[€$£] ?\d+ off|\d+ ?[€$£] off
            (next|second|third) (\w+ ){1,2}(is|will be) (on us|free|cheaper|half)|on the house|on us
            (percent|per cent|%) (less|off)|less on your next
            saves you (\w+ )?money|(word|code) \S+ saves
        """,
        # "We will review your message" is work; "your review" is an opinion.
        "review": r"""
            reviews|reviewers?
            (?<!will )(?<!to )(?<!can )(?<!must )(?<!shall )(?<!and )(?<!now )(?<!team )<not_work>
            (your|<praise>) review
            (a|an|the|this|that) review(?! of (?!our|the (product|item|shop|seller)))
            (positive|nice|good) (comments?|opinions?)|kind words?|review us|thumbs up|\d ?[*★☆]
            review(ing)? (our|the|this|your) (products?|shop|store|seller|service|items?|purchase)
            rate (us|our|your|this|the)
            ratings?|testimonials?
            <praise> feedback
            <opine>( (us|a|an|your|the|some|any|my|this|that|kind|honest|short))* feedback
            (take|taking|bring|pull) (\w+ )?down (your|the|that)|your star(s| count)?
            take (your|the|that) (\w+ )?(comment|post|entry|remark|words) (down|back|off)
            (rank|mark|grade|score) (us|your|the|our)|(let|tell|show) the (whole )?world
            (a few|some|a couple of) (kind|nice|good|friendly|warm|lovely|honest) words
            (full|top|highest|high|good|best|perfect|maximum) (marks|score|points|rating)
            (post|publish|share|write|say|put)\w* (\w+ ){0,2}?(negative|bad)
            (post|publish|share|write|say|put)\w* (\w+ ){0,2}?(publicly|in public|online)
            (wrote|written|posted|said|published) (about|of) (us)
            (wrote|written|posted|said|published) (about|of) ((our|the) (shop|store|seller|company))
            (shared?|written|post(ed)?) (publicly|online|with others)
            word of mouth|recommend(ing|ation)? (us|our|this)
            good word for (us|our)
            your (verdict|judg(e)?ment|score|marks) (on|of|about|for) (us|our|the)
            (think again|rethink) (\w+ ){0,4}?(score|marks?|verdict|judg\w+|rat\w+)
            (reconsider|revisit|look again) (\w+ ){0,4}?(score|marks?|verdict|judg\w+|rat\w+)
            (remove|delete|take back) (\w+ ){0,4}?(lines|text|words|comment|post|remarks)
            (withdraw|erase|soften) (\w+ ){0,4}?(lines|text|words|comment|post|remarks)
            (score|marks|verdict) you gave
            (soften|tone down|rephrase) (it|your|the)|our (ranking|rank|reputation|score|standing)
            (note|line|word|few lines) (\w+ )?(beneath|below|under) the (product|item|lamp|article)
            (withdraw|undo|retract) what you (posted|wrote|published|said)
        """,
        "incentive": r"""
            in (return|exchange) (for|we|you)
            as (a|our|an) (little |small )?(reward|thank[- ]you|token|bonus|incentive|gesture)
            (give|offer|send|gift) you (\w+ ){0,4}(gifts?|presents?|samples?|surprise)
            (add|include|enclose|put in) (a|an|some) (\w+ )?(gifts?|presents?|samples?|surprise)
            as an apology
            rewards?|bonus(es)?|compensat\w*|goodwill (gesture|payment|gift)
            worth your while|something (nice|extra|special|small|little)|for your kindness
            (little|small|tiny) (extra|something|treat|token)
            (into|in|with) your next (parcel|order)
            good word for (us|our)
        """,
        "remedy-promised": r"""
            (we|i|amazon|our team|they) <auxiliary>( <filler>)* <remedy>
            (we|i|they)'(ll|ve|re|d|m)( <filler>)* <remedy>
            (we|i) ((gladly|happily|always|fully|hereby) )*(refund|replace|exchange|reimburse)
            you('ll| will| shall| can| are going to| should) <get><remedy>
            <matter> (will be|has been|have been|was|is being|is|are|will) <adverbs><granted>
            you (get|receive|have) ((a|an|the|your|full|partial|complete|new|free) )+<remedy>
            (we|i)( have|'ve| will|'ll)? (already )?<change> <address>
            (order|purchase|item|address) (will be|has been|was|is being|is) <adverbs><changed>
            (money[- ]back|refund|satisfaction) guarantee
            guarantee[ds]? (you )?((a|an|the|your|full) )*(refund|replacement|exchange|delivery)
            at no (extra |additional )?(cost|charge)|free of charge|free replacement
            you('ll| will| can)( \w+){0,3}? (money|cash) (\w+ )?back
            you( should| are getting| get| shall)( \w+){0,3}? (money|cash) (\w+ )?back
            (money|cash) (will be|is|comes|goes) (\w+ )?back
            not out of pocket|(\w+n't|not|never) lose (a|any|one) (\w+ )?(cent|penny|money)
            (consider|regard|treat) (\w+ ){1,3}?(refunded|done|settled|paid|replaced|cancelled)
            (we|i)('ll| will| shall| can| have|'ve)( \w+)? (swap|transfer|reimburse)
            (we|i)('ll| will| shall| can| have|'ve)( \w+)? (wire|repair|mend)
            (we|i)('ll| will) (\w+ )?(collect|pick up|fetch) (the|your)(?! (info|detail|fact))
            (we|i)( shall| can) (\w+ )?(collect|pick up|fetch) (the|your)(?! (info|detail|fact))
            have (it|the \w+|your \w+) (repaired|fixed|mended)
            have (it|the \w+|your \w+) (collected|picked up|replaced|exchanged)
            (we|i)('ve| have| will|'ll) (\w+ )?(redirect)(ed)? (your|the) (parcel|pack)
            (we|i)('ve| have| will|'ll) (\w+ )?(reroute|forward)(ed)? (your|the) (parcel|pack)
            (goes|go|going|sent|delivered|shipped|redirected|headed) to (the|your) new address
            you (are|'re) (getting|receiving) (a|an|your|the)|you (will|'ll) (have|get) the missing
            (money|amount|sum|price) (\w+ ){0,4}?(on|in|into|to) your (\w+ )?(account|card|bank)
            <matter> (\w+ ){0,3}?(goes|comes|flows|is coming) back
            (expect|await) (the|your|a) (payment|money|amount|transfer|parcel|replacement)
            (spare|missing|right|correct|new|second|fresh|other) <goods> <sent>
            (a|one|the) (fresh|new|second|right|correct|replacement) (one|\w+) <sent>
            (put|dropped|have) (a|an|another|the) (\w+ ){1,2}in the (mail|post)
            (half|part|all|%|percent) (of )?(the|your) (price|money|amount|sum)( \w+)?( is yours)?
            (price|money|amount|sum|half|part) (\w+ )?is yours
            (every|each|the last|last) (penny|cent|euro|pound|dollar)
            (penny|cent|euro|dollar)s? back
            <matter> (is|are|was) (going|about|due|set) to be <granted>
            (arrange|trigger|initiate|order|make|start)( \w+){0,3} (transfer|payment)
            (arrange|trigger|initiate|order|make|start)( \w+){0,3} (credit|refund|replacement)
            (sending|send|shipping|ship) (you )?the (correct|right) (?!(answer|form|info))\w+
            (sending|send|shipping|ship) (you )?the (proper|missing) (?!(answer|form|info))\w+
            <carrier> (will|is going to) [^.;!?]{0,30}(collect|pick (it )?up)
            <carrier> (will|is going to) [^.;!?]{0,30}(fetch|take [^.;!?]{0,20}back)
            money (\w+ )?(has|had)? ?(left|leaves) our
            (euros?|dollars?|pounds?|€|\$|£) (\w+ ){0,3}?(with you again)
            (euros?|dollars?|pounds?|€|\$|£) (\w+ ){0,3}?(back (with|to|in|on)|in your account)
            (working|intact) (one|unit|lamp|item|\w+) (reaches|will reach|arrives at) you
            (faultless|perfect|new) (one|unit|lamp|item|\w+) (reaches|will reach|arrives at) you
        """,
        "blame": r"""
            (your|the buyer's|the customer's|customer) (own )?(fault|mistake|error|misuse)
            (your|the buyer's|the customer's|customer) (own )?(negligence|carelessness)
            user error
            (because|that|since|when) you (\w+ )?(dropped|broke|misread|misunderstood|forgot)
            you (\w+ )?(misread|misunderstood|dropped)
            <carrier>'s (problem|job|doing)|problem (of|with) (the |our |your )?<carrier>
            you (\w+ )?(plugged|installed|connected|used|washed|handled) it (\w+ )?(in )?wrong
            you (\w+ )?(did not|didn't|failed to|forgot to) <heed>
            (due to|because of|caused by) (your|improper|incorrect|wrong|customer) <handling>
            you (should|must|ought to|could) have (\w+ )?<neglected>
            you (did not|didn't|failed to|forgot to|neglected to) <heed>
            you (have )?<did> (\w+ ){0,4}?(wrong\w*|incorrect\w*|improper\w*)
            you (have )?(misused|mishandled|broken?|damaged|lost|overlooked)
            (misus|mishandl)(e|ed|ing)
            <carrier>('s)? (\w+ ){0,4}?(fault|mistake|error|to blame|responsible|guilty)
            <carrier>('s)? (\w+ ){0,4}?(lost|messed|careless\w*|negligen\w*)
            (due to|because of|caused by) (the |our |your )?<carrier>
            (fault|mistake|error) (of|by|from|lies with) (the |our |your )?<carrier>
            blam(e|es|ed|ing)
            not (our|my) (fault|mistake|problem|responsibility)
            (mis)?us(e|ed) (\w+ ){0,3}?(other than|against|contrary to)
            (done|happened|arose|occurred|caused|error|fault|problem) (\w+ )?on your (side|end|part)
            not (\w+ )?(used|installed|handled) (\w+ )?(as|according|prop\w+)
            not (\w+ )?(treated|washed|charged|fitted) (\w+ )?(as|according|prop\w+)
            (had you|if you had|if only you)( \w+)? (read|checked|looked)
            (had you|if you had|if only you)( \w+)? (followed|measured|asked|paid)
            (please|kindly) (read|check|look|measure)( \w+){0,4} more (careful|close)\w*
            (should|next time) (read|check|look|measure)( \w+){0,4} more (careful|close)\w*
            (be more careful|take more care|next time,? please (read|check|look))
            you (must|may|might|probably|surely|seem to) have (\w+ )?<mishandled>
            you (\w+ )?(chose|choose|picked|selected) (\w+ ){0,3}?wrong
            you (\w+ )?(put in|entered|typed|gave us|bought) (\w+ ){0,3}?wrong
            you (\w+ )?(chose|picked|selected|ordered) (\w+ ){1,4}?yourself
            you (\w+ )?(overlooked|neglected|ignored|confused|mixed up|spilled|tore|bent)
            (by|from|with|on|to|of) (how|the way) you (\w+ )?<did_handle>
            (down to|because of) (how|the way) you
            (problem|cause)s? (\w+ ){0,2}?(lies?|is|was|comes?) (\w+ )?(with|from) you
            (error|mistake|fault)s? (\w+ ){0,2}?(lies?|is|was|comes?) (\w+ )?(with|from) you
            you (clearly|obviously|evidently) (?!(want|need|wish|like|expect))\w+
            you (apparently|plainly|surely) (?!(want|need|wish|like|expect))\w+
            over-?tighten\w*|too (hard|tightly|much force)|by force|excessive force|improper\w*
            (description|listing|page|manual) (clearly|plainly|already)
            (any|every)(one|body) (who|that) reads
            you (\w+ ){0,2}?(not|n't) (\w+ )?(paying attention|attentive|careful|looking)
            (rough|careless|bad|harsh) (treatment|handling) (\w+ )?(at|on|by) your?
            you (were|are) (\w+ )?(supposed|meant) to (?!(receive|get|have|pay|wait)\b)\w+
            you (were|are) (\w+ )?(required|told) to (?!(receive|get|have|pay|wait)\b)\w+
            <carrier> (\w+ )?let (us|you) down
            (parcel man|postman|<carrier>) (is|was) (\w+ )?<useless>
            you (\w+ )?(bent|broke|tore|cracked|scratched|ripped|cut|burnt) (\w+ ){0,3}?yourself
            (parcelforce) (is|are) (no good|(a|the|such a) (\w+ )?(joke|worst|shambles))
            (yodel|<carrier>) (is|are) (a|the|such a|no) (\w+ )?(joke|worst|shambles|good)
        """,
        "belittling": r"""
            (only|just) <article> (<small> )*<giveaway>s?<itself>
            (merely|simply|nothing (but|more than)) <article> (<small> )*<giveaway>s?<itself>
            (gift|freebie|giveaway|sample|it|this|that) (is|was|came|comes) (\w+ )?(for )?free
            free anyway|freebies?|for nothing
            (did not|didn't|does not|doesn't) (pay|cost)
            cost (you )?nothing
            (not|hardly|only|just) worth
            no big deal
            (overreact|exaggerat)\w*
            (a|the) mere \w+|no (real )?value|without (any )?value|worthless|complimentary
            (nobody|no one) pays
            paid (\w+ )?(nothing|no money)|(did not|didn't) cost|gift horse|nothing (is|was) lost
            (was|is|came|comes) (only |just )?a bonus
            worth (less|only|next|barely|hardly|just|about|a few)|(lost|lose|losing) nothing
            given to you
            (got|had|received) (the|that|this) \w+ on top|thrown in
            (nobody|no one|who) complains? about|(they|you|one) (got|get) (\w+ )?free|back,? postage
            (ship|send|return|post) the (free|gratis|promotional) \w+
        """,
        "away": r"""
            out of (the )?office|(not|nobody|no one|none)[^.;!?]{0,30} in the office
            (we|i)( are| am|'re|'m) (currently |presently |now )?(away|closed|unavailable|absent)
            (we|i)( are| am|'re|'m) (currently |presently |now )?on (vacation|holidays?|leave)
            (office|shop|store|team|service) (is|are|will be|remains) (\w+ )?(closed|away|absent)
            limited access to (my |our )?e-?mails?
            vacation (reply|response|notice)
        """,
    }
)
