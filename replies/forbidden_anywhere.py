"""What no text may say whatever its language: words that travel (form: ``replies.vocabulary``)."""

from typing import Final

from replies.vocabulary import Clue, Vocabulary

ANYWHERE: Final = Vocabulary(
    language="",
    parts={},
    rules={
        "other-contact": r"""
            whats ?app|we ?chat|weixin|telegram|instagram|facebook|messenger|tik ?tok|twitter|skype
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
            thumbs up|\d ?[*★☆]|[★☆]{2,}|(\d|five)[- ]?stars?(?![- ](shaped|screw))|trustpilot
        """,
        "incentive": r"""
            bonus
        """,
        "away": r"""
            out of (the )?office
        """,
    },
    clues=(
        Clue(
            rule="code",
            words="gift ?cards?",
            unless=r"""
                missing|(in|inside) the (parcel|box|envelope)
                gift ?card (was|is) (?!on|for|yours)
            """,
        ),
    ),
)
