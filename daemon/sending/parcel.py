"""A message ready to be handed in, whoever wrote it."""

from dataclasses import dataclass

from daemon.smtp.outbox import Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What the server is given, and by what the message is known afterwards."""

    envelope: Envelope
    #: The whole message, RFC 5322.
    raw: bytes
    message_id: str
