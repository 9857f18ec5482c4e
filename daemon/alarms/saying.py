"""How times and numbers are said to people.

A time is said in their zone, with the day where it is another one; a number with words that agree.
"""

from datetime import datetime
from zoneinfo import ZoneInfo


def say_time(moment: datetime, now: datetime, zone: str) -> str:
    """Return "10:30 Europe/Berlin", or with the date where that is not today."""
    place = ZoneInfo(zone)
    local = moment.astimezone(place)
    today = local.date() == now.astimezone(place).date()
    return f"{local:%H:%M} {zone}" if today else f"{local:%Y-%m-%d %H:%M} {zone}"


def say_number(number: int, one: str, more: str) -> str:
    """Return the words for one of it, or those for ``more`` with the number before them."""
    return f"1 {one}" if number == 1 else f"{number} {more}"
