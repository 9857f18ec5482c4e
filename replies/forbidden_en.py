"""What an English text to a buyer must never say (form: ``replies.vocabulary``)."""

from typing import Final

from replies.vocabulary import Vocabulary

ENGLISH: Final = Vocabulary(
    language="en",
    marks=(
        "the|you|your|we|our|us|is|are|was|will|and|of|to|for|it|its|this|that|with|have|has|be|been"
        "|a|an|s|i|my|at|by|from|not|if|please|can|would|should|there|any|only"
    ),
    parts={
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
        "not_work": r"review(?! (?:your|the|this|it|all|each|every|any|and|both)\b)",
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
    },
    rules={
        "other-contact": r"""
            whats ?app|we ?chat|telegram|instagram|facebook|tik ?tok|twitter|skype|line id|qq
            qr[- ]?codes?
            (call|phone|ring|text|fax|e-?mail) us
            (give|drop) us an? (call|ring|e-?mail)
            (by|over the|via) (tele)?phone
            hotline|text \W?\w+\W? to
            (our|my) (own )?(e-?mail address|(tele)?phone number)
            (contact|write( to)?|reach|message) us (directly|outside)
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
        """,
        "code": r"""
            (discount|promo|promotion|promotional|coupon|voucher|gift) ?codes?
            (claim|redeem|redemption|offer) ?codes?
            codes?:? ["“']?(?=[a-z]*\d)[a-z0-9-]{5,}
            use (the|this|our|my) code
            coupons?|vouchers?|gift ?(cards?|certificates?)|discount(s|ed)?|cash ?back
            (store|shop) credit
            \d+ ?(%|percent|per cent) (off|discount|reduction|back|cheaper)
        """,
        # "We will review your message" is work; "your review" is an opinion.
        "review": r"""
            reviews|reviewers?
            (?<!will )(?<!to )(?<!can )(?<!must )(?<!shall )(?<!and )(?<!now )(?<!team )<not_work>
            (your|a|an|the|this|that|<praise>) review
            (positive|nice|good) (comments?|opinions?)|kind words?|review us|thumbs up|\d ?[*★☆]
            review(ing)? (our|the|this|your) (products?|shop|store|seller|service|items?|purchase)
            rate (us|our|your|this|the)
            ratings?|testimonials?|stars|(\d|one|two|three|four|five)[- ]?stars?
            <praise> feedback
            <opine>( (us|a|an|your|the|some|any|my|this|that|kind|honest|short))* feedback
        """,
        "incentive": r"""
            in (return|exchange) (for|we|you)
            as (a|our|an) (little |small )?(reward|thank[- ]you|token|bonus|incentive|gesture)
            (give|offer|send|gift) you (\w+ ){0,4}(gifts?|presents?|samples?|surprise)
            (add|include|enclose|put in) (a|an|some) (\w+ )?(gifts?|presents?|samples?|surprise)
            as an apology
            rewards?|bonus(es)?|compensat\w*|goodwill (gesture|payment|gift)
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
        """,
        "blame": r"""
            (your|the buyer's|the customer's|customer) (own )?(fault|mistake|error|misuse)
            (your|the buyer's|the customer's|customer) (own )?(negligence|carelessness)
            user error|mistakes?|negligen\w*|careless\w*|liable|responsible|at fault
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
        """,
        "belittling": r"""
            (only|just|merely|simply|nothing (but|more than)) <article> (<small> )*<giveaway>s?
            (gift|freebie|giveaway|sample|it|this|that) (is|was|came|comes) (\w+ )?(for )?free
            free anyway|freebies?|for nothing
            (did not|didn't|does not|doesn't) (pay|cost)
            cost (you )?nothing
            (not|hardly|only|just) worth
            no big deal
            (overreact|exaggerat)\w*
        """,
        "away": r"""
            out of (the )?office|(not|nobody|no one|none)[^.;!?]{0,30} in the office
            (we|i)( are| am|'re|'m) (currently |presently |now )?(away|closed|unavailable|absent)
            (we|i)( are| am|'re|'m) (currently |presently |now )?on (vacation|holidays?|leave)
            (office|shop|store|team|service) (is|are|will be|remains) (\w+ )?(closed|away|absent)
            limited access to (my |our )?e-?mails?
            vacation (reply|response|notice)
        """,
    },
    spared_before=(
        r"(?:\bwhether|\b(?:check|checking|see|find out|clarify|confirm) if|\bnot|n't|\bcannot"
        r"|\bnever|\bneither|\bnothing|\bnone|\bbefore|\buntil) [^,;:]*$"
    ),
    remedies=r"""
        (full |partial )?refund(s|ed|ing)?|reimburs\w*|money back|your money|(the|our|your) money
        replac(e|ed|ing|ement|ements)|exchang(e|ed|ing|es)|re-?send\w*|re-?ship\w*|credit(ed)?
        (a|another|the) (new |replacement )?(one|unit|item|article|parcel) (is|will|on|today|out)
        send(ing)? (out )?(you )?(a|an|another) (new |second |spare )?(one|unit|item|part|parcel)
        (another|new|replacement) \w+ (is|will be|has been|was) (\w+ )?(shipped|sent|dispatched)
        (full|whole|entire|partial) (amount|price)|cancel+(ed|ing|ation|s)?|credit note
        return (postage|shipping|label)|pick-?up
    """,
    framed=r"""
        requests?|requested|asks?|asked|asking|wish(es|ed)?|would like|wants?|wanted|questions?
        about|regarding|concerning|matter|options?|hoping|waiting|waited|need(ed)?|apply|applied
        whether|not|\w+n't|nothing|cannot|never|possible|decid\w+|yet|what|how|depends?|before
        check\w*|look(ing)? (in)?to|review\w*|consider(ing|ed)?(?! it)
        find out|clarif\w+|next steps?|details?
    """,
)
