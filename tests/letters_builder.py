"""Builders of letters: every argument has a default, so a test names only what it is about."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

#: A Monday within office hours everywhere in Europe.
MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)

LATE_DE = "Guten Tag, wo bleibt meine Bestellung? Das Paket ist immer noch nicht angekommen."


def build_letter(
    *,
    to: str = "seller@shop.example",
    buyer: str = "abcdef12345678",
    domain: str = "marketplace.amazon.de",
    order: str | None = "302-1234567-1234567",
    text: str = LATE_DE,
    subject: str | None = None,
    date: datetime | None = None,
    message_id: str | None = None,
    **headers: str,
) -> bytes:
    """Return a buyer's letter as the relay sends it; ``X_Name`` sets the header X-Name."""
    when = date or datetime.now(UTC)
    message = EmailMessage()
    message["From"] = f'"Jana - Amazon Marketplace" <{buyer}@{domain}>'
    message["To"] = to
    suffix = f" (Bestellung: {order})" if order else ""
    message["Subject"] = subject if subject is not None else f"Frage von Amazon-Kunde Jana{suffix}"
    message["Date"] = format_datetime(when)
    message["Message-ID"] = message_id or f"<{buyer}-{when.timestamp()}@relay.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()
