"""A mail taken out of its envelope: what the signals of kind and the marketplaces look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mail.addresses import Address
from mail.body import Body
from mail.headers import Headers

_NOBODY = Address(name="", address="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The fields and words of one mail, decoded, before anything was judged."""

    headers: Headers = field(default_factory=lambda: Headers(fields={}))
    sender: Address = _NOBODY
    #: "" is the null path, None means the mail does not tell.
    return_path: str | None = None
    #: To, Cc, Delivered-To, X-Original-To, Envelope-To; lower case.
    recipients: tuple[str, ...] = ()
    subject: str = ""
    #: Its words as a reader sees them, wrapper and history included.
    body: Body = field(default_factory=Body)
    #: The Date field, and the topmost Received; None where there is none, or none that is a time.
    date: datetime | None = None
    received: datetime | None = None
    #: The content types of its parts, those inside an attached message left out.
    content_types: frozenset[str] = frozenset()
    #: What the delivery report in it says was done (RFC 3464 2.3.3): failed, delayed, delivered,
    #: relayed or expanded; "" where there is no report or it does not tell.
    action: str = ""
    #: What a calendar's program does in it (RFC 5546), not as a file: "request", "reply", ...;
    #: "" where none speaks.
    scheduling: str = ""
    #: Its own Content-Type as it is told, and the parameters of that.
    declared: tuple[str, Mapping[str, str]] = ("", {})

    @property
    def text(self) -> str:
        """The words of its body."""
        return self.body.text

    @property
    def html(self) -> str:
        """The HTML as it came, "" where there was none."""
        return self.body.html

    @property
    def written(self) -> datetime | None:
        """When it was written, as far as its own fields tell."""
        return self.date or self.received
