"""What a notice announces, read from the fields of its form and from its sentences.

Shared by the marketplaces: each says the topic and the zone, the rest is read alike. Pure.
Practice S4.1 to S4.5, X8.
"""

import re
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from cases.values import Notice
from mail.marketplaces.days import end_of, first_day
from mail.marketplaces.deadlines import stated_deadline
from mail.marketplaces.form_words import Field
from mail.marketplaces.forms import Form, read_form
from mail.opened import Opened

#: Topics whose notices ask for an answer, so that a span in their text is a deadline.
_ASKING: Final = frozenset({"return", "cancellation", "claim", "chargeback", "sale", "other"})
#: Topics that are about money.
_PAID: Final = frozenset({"refund", "claim", "chargeback"})
_CURRENCY: Final = (
    r"(?:[A-Z]{2,3}\$|US\$|[€$£¥￥₺₹]|(?:EUR|USD|GBP|JPY|CAD|MXN|BRL|PLN|SEK|TRY|AUD|CHF|CNY|INR|AED"
    r"|SAR|SGD|EGP|zł|kr|TL|R\$|円|元)(?![^\W\d_]))"
)
_NUMBER: Final = r"\d{1,3}(?:[ .,'’]?\d{3})*(?:[.,]\d{1,2})?"
_AMOUNT: Final = re.compile(rf"{_CURRENCY}\s?{_NUMBER}|(?<![\d.,]){_NUMBER}\s?{_CURRENCY}")
#: No field of a form is longer, except a comment.
_LENGTH: Final = 300


def announce(topic: str, mail: Opened, zone: str, form: Form | None = None) -> Notice:
    """Return the facts of a notice about ``topic`` of a marketplace in ``zone``."""
    form = read_form(mail.text) if form is None else form
    return Notice(
        topic=topic,
        reason=form.get(Field.REASON)[:_LENGTH],
        comment=form.get(Field.COMMENT),
        item=form.get(Field.ITEM)[:_LENGTH],
        sku=form.get(Field.SKU)[:_LENGTH],
        quantity=form.quantity,
        amount=_amount(mail, form) if topic in _PAID else "",
        requested=first_day(form.get(Field.REQUESTED), zone, _today(mail, zone)),
        deadline=_deadline(mail, form, zone) if topic in _ASKING else None,
    )


def _deadline(mail: Opened, form: Form, zone: str) -> datetime | None:
    told = [form.get(name) for name in (Field.SHIP_BY, Field.ANSWER_BY)]
    days = (first_day(value, zone, _today(mail, zone)) for value in told if value)
    times = [end_of(day, zone) for day in days if day is not None]
    stated = stated_deadline(mail.text, mail.written, zone)
    times += [] if stated is None else [stated]
    return min((one for one in times if mail.written is None or one > mail.written), default=None)


def _today(mail: Opened, zone: str) -> date | None:
    return mail.written.astimezone(ZoneInfo(zone)).date() if mail.written is not None else None


def _amount(mail: Opened, form: Form) -> str:
    """Return the sum as it is written there, in its own field before the subject."""
    for text in (form.get(Field.AMOUNT), mail.subject):
        found = _AMOUNT.search(text)
        if found is not None:
            return found[0]
    return ""
