"""What no text may say whatever its language: words that travel (form: ``vocabulary``)."""

from typing import Final

from replies.forbidden.vocabulary import Vocabulary

ANYWHERE: Final = Vocabulary(
    language="",
    phrases={
        "other-contact": r"""
            whats ?app|we ?chat|weixin|telegram|instagram|facebook
            (the|our|via|over|per|über|par|por|su) messenger(?! (bag|style))|messenger app
            tik ?tok|twitter|skype
            viber|line id|qq|qr[- ]?codes?|hotline|discord|snap ?chat|pinterest|threema|weibo
            you ?tube|linked ?in|reddit|kakao ?talk|zalo|i ?message|sms
            (on|via|over|through|über|per|bei|auf|sur|via|par|en|por|su|tramite) signal(?! \w)
        """,
        "promotion": r"""
            newsletters?|black friday|cyber monday|prime day
        """,
        "code": r"""
            coupons?(?! de (tissu|tela))|vouchers?|cash ?back|gift ?certificates?
            (discount|promo|promotion|promotional|coupon|voucher|gift) ?codes?
        """,
        "review": r"""
            thumbs up|\d ?[★☆]|[★☆]{2,}|\d\*(?! ?\d)|(\d|five)[- ]stars|trustpilot
        """,
        "incentive": r"""
            bonus
        """,
        "away": r"""
            out of (the )?office
        """,
    },
    concepts={
        "coupon": "gift ?cards?",
        "coupon_packed": r"""
            missing|(in|inside) the (parcel|box|envelope)|gift ?card (was|is) (?!on|for|yours)
        """,
    },
)
