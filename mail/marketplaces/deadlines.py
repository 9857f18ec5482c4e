"""The time by which a marketplace's notice wants an answer, read from its sentences.

Hours and days count from the mail's own time; business days and named days end at midnight in
the marketplace's zone. Nothing is assumed: a notice that states no time has none. Practice S4.2,
X8.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from mail.marketplaces.days import end_of, find_days

_NEXT_BUSINESS_DAY: Final = re.compile(
    r"next (?:business|working) day|(?:one|1) (?:business|working) day"
    r"|n(?:ä|ae)chste[nrs]? (?:werktag|arbeitstag)|prochain jour ouvr|jour ouvré suivant"
    r"|(?:siguiente|próximo) día (?:hábil|laborable)"
    r"|(?:prossimo )?giorno lavorativo(?: successivo)?|próximo dia útil|volgende werkdag"
    r"|następnego dnia roboczego|nästa arbetsdag|bir sonraki iş günü|翌営業日|次の営業日"
    r"|下一?个?工作日",
    re.IGNORECASE,
)
#: Small numbers in words.
_NUMBERS: Final = {
    word: number
    for number, row in enumerate(
        (
            "one einem eines un une uno una um één jednego en bir",
            "two zwei deux dos due dois twee dwóch två iki",
            "three drei trois tres tre três drie trzech üç",
            "four vier quatre cuatro quattro quatro czterech fyra dört",
            "five fünf cinq cinco cinque vijf pięciu fem beş",
            "six sechs seis sei zes sześciu sex altı",
            "seven sieben sept siete sette sete zeven siedmiu sju yedi",
        ),
        start=1,
    )
    for word in row.split()
}
_LEAD: Final = (
    r"within|in the next|in|innerhalb von|innerhalb der nächsten|innerhalb|binnen"
    r"|dans les|dans un délai de|sous|en un plazo de|en el plazo de|en|dentro de|entro"
    r"|entro e non oltre|no prazo de|em até|em|w ciągu|inom|içinde"
    # "You have 3 days to respond".
    r"|(?:you|you'll) (?:will )?have|(?:haben sie|sie haben)(?: noch)?|vous (?:avez|disposez de)"
    r"|(?:tiene|dispone de)(?: un plazo de)?|hai|ha a disposizione|(?:você )?tem"
    r"|(?:u heeft|heeft u)"
    r"|masz|du har"
)
_SPAN: Final = re.compile(
    rf"(?:(?<!\w)(?P<lead>{_LEAD})\s+)?"
    r"(?:the next\s+|next\s+|les\s+|las\s+|los\s+|de\s+|le\s+)?"
    rf"(?:(?P<number>\d{{1,3}})|(?<!\w)(?P<word>{'|'.join(_NUMBERS)})(?!\w))"
    r"(?:\s*\(\d{1,3}\))?\s*[-‑]?\s*"
    r"(?:(?P<hours>hours?|hrs?|stunden|heures?|horas?|ore\b|uur|uren|godzin|timmar|saat"
    r"|時間|小时|小時)"
    r"|(?P<business>business days?|working days?|werktage[n]?|arbeitstage[n]?|jours ouvrés"
    r"|jours ouvrables|días hábiles|días laborables|giorni lavorativi|dias úteis|werkdagen"
    r"|dni roboczych|arbetsdagar|iş günü|営業日|个?工作日|個?工作日)"
    r"|(?P<days>(?:calendar )?days?\b|(?:kalender)?tage[n]?\b|jours?\b|días?\b|giorni\b|dias?\b"
    r"|dagen\b|kalenderdagen\b|dni\b|dagar\b|gün\b|日|天))"
    r"\s*(?P<tail>以内|以內|之内|内|içinde)?",
    re.IGNORECASE,
)
#: What stands before a day that is a deadline, or behind it.
_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:by(?: date)?|before|until|no later than|not later than|due|due on"
    r"|bis(?: zum| spätestens)?|spätestens(?: bis zum| am)?|vor dem|avant(?: le)?|au plus tard le"
    r"|jusqu'au|antes del?|hasta el|a más tardar el|entro(?: il| e non oltre il)?|entro l'"
    r"|até(?: (?:o )?dia)?|vóór|voor|uiterlijk(?: op)?|do(?: dnia)?|najpóźniej do|senast"
    r"|före)|期限は?|期日は?|截止(?:日期|时间)?(?:为|是)?|请于|請於)\s*[:：]?\s*"
    r"(?:the\s+|le\s+|el\s+|il\s+|den\s+)?(?:[^\W\d_]{2,12}\.?,?\s+)?$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\s?日?(?:\s?[(（][^()（）]{1,4}[)）])?[^\n。]{0,20}?(?:まで|之前|以前|前)"
    r"|\s*(?:tarihine kadar|tarihinden önce)",
    re.IGNORECASE,
)
_BEFORE_REACH: Final = 40
_WEEK: Final = 5


def stated_deadline(text: str, written: datetime | None, zone: str) -> datetime | None:
    """Return the earliest time that ``text`` states, in UTC; None where it states none."""
    if written is None:
        return None
    times = [end_of(day, zone) for day in _named_days(text, zone)]
    if _NEXT_BUSINESS_DAY.search(text):
        times.append(_business_days(written, 1, zone))
    spans = (_span(found, written, zone) for found in _SPAN.finditer(text))
    times += [one for one in spans if one is not None]
    return min((one for one in times if one > written), default=None)


def _named_days(text: str, zone: str) -> Iterator[date]:
    for start, end, day in find_days(text, zone):
        before = text[max(start - _BEFORE_REACH, 0) : start]
        if _BEFORE.search(before) or _BEHIND.match(text, end):
            yield day


def _span(found: re.Match[str], written: datetime, zone: str) -> datetime | None:
    if not (found["lead"] or found["tail"]):
        return None
    number = int(found["number"] or _NUMBERS[found["word"].lower()])
    if found["hours"]:
        return written + timedelta(hours=number)
    if found["business"]:
        return _business_days(written, number, zone)
    return written + timedelta(days=number)


def _business_days(written: datetime, number: int, zone: str) -> datetime:
    """Return the end of the ``number``-th business day after ``written``, holidays not known."""
    day = written.astimezone(ZoneInfo(zone)).date()
    left = number
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < _WEEK
    return end_of(day, zone)
