"""How a time is said to people: in their zone, with the day where it is another one."""

from datetime import datetime
from zoneinfo import ZoneInfo


def say_time(moment: datetime, now: datetime, zone: str) -> str:
    """Return "10:30 Europe/Berlin", or with the date where that is not today."""
    place = ZoneInfo(zone)
    local = moment.astimezone(place)
    today = local.date() == now.astimezone(place).date()
    return f"{local:%H:%M} {zone}" if today else f"{local:%Y-%m-%d %H:%M} {zone}"
