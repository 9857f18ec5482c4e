"""What no text may say whatever its language: words that travel (form: ``replies.vocabulary``)."""

from typing import Final

from replies.vocabulary import Vocabulary

ANYWHERE: Final = Vocabulary(
    language="",
    parts={},
    rules={
        "other-contact": r"""
            whats ?app|we ?chat|weixin|telegram|instagram|facebook|messenger|tik ?tok|twitter|skype
            viber|line id|qq|qr[- ]?codes?|hotline
        """,
        "promotion": r"""
            newsletters?|black friday|cyber monday|prime day
        """,
        "code": r"""
            coupons?|vouchers?|cash ?back|gift ?(cards?|certificates?)
            (discount|promo|promotion|promotional|coupon|voucher|gift) ?codes?
        """,
        "review": r"""
            thumbs up|\d ?[*★☆]|[★☆]{2,}|(\d|five)[- ]?stars?|trustpilot
        """,
        "incentive": r"""
            bonus
        """,
        "away": r"""
            out of (the )?office
        """,
    },
)
