"""What an issuer granted for a mailbox, as a value, and when it is to be renewed.

Pure. A refresh token that the issuer exchanges for another one is kept as it came last
(RFC 6749 6); one that it does not name again stays good.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, Self

#: A token is renewed so long before its end, and never before three quarters of its life.
_AHEAD: Final = timedelta(minutes=5)
#: How long one lasts whose issuer does not say (RFC 6749 5.1 only recommends it).
_UNSAID: Final = timedelta(minutes=30)
#: Longer than any token lasts; what an issuer says beyond it is no length of time.
_LONGEST: Final = timedelta(days=3650)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A token with what renews it."""

    #: What mail servers are shown; "" where there is none.
    token: str = field(default="", repr=False)
    #: When it was given, is to be renewed, and ends.
    given_at: datetime
    renew_at: datetime
    ends_at: datetime
    #: What gives the next one; "" where nobody consented, or the issuer gave none.
    refresh: str = field(default="", repr=False)
    #: When the consent ends, where the issuer says so.
    consent_ends_at: datetime | None = None
    #: What was granted; () where the issuer did not say.
    scopes: tuple[str, ...] = ()
    #: Why it could not be renewed the last time, a sentence; "" where it could.
    problem: str = ""

    @classmethod
    def of(cls, answer: Mapping[str, Any], now: datetime, before: Self | None = None) -> Self:
        """Return what a token response (RFC 6749 5.1) grants, in the place of ``before``."""
        lasts = _length(answer.get("expires_in")) or _UNSAID
        consent = _length(answer.get("refresh_token_expires_in"))
        scope = answer.get("scope")
        if isinstance(scope, str):
            scope = scope.split()
        kept = before.consent_ends_at if before else None
        return cls(
            token=str(answer["access_token"]),
            given_at=now,
            renew_at=now + lasts - min(_AHEAD, lasts / 4),
            ends_at=now + lasts,
            refresh=str(answer.get("refresh_token") or (before.refresh if before else "")),
            consent_ends_at=now + consent if consent else kept,
            scopes=tuple(map(str, scope or ())) or (before.scopes if before else ()),
        )

    def lacks(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """Return the scopes that were wanted and, by what the issuer said, not granted."""
        granted = {scope.lower() for scope in self.scopes}
        # What a client asks for about itself is not repeated by every issuer.
        asked = (one for one in wanted if "/" in one and not one.endswith("/.default"))
        return tuple(one for one in asked if granted and one.lower() not in granted)

    def is_due(self, now: datetime) -> bool:
        """Tell whether another token is to be asked for."""
        return not self.token or now >= self.renew_at

    def is_good(self, now: datetime) -> bool:
        """Tell whether the token has not ended."""
        return bool(self.token) and now < self.ends_at

    def fail(self, problem: str) -> Self:
        """Return the grant with why it could not be renewed."""
        return replace(self, problem=problem)


def _length(seconds: object) -> timedelta | None:
    """Return a length of time that an issuer wrote as a number or as text."""
    if isinstance(seconds, str) and seconds.isascii() and seconds.isdigit():
        seconds = int(seconds[:12])
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds > 0:
        return None
    return min(timedelta(seconds=min(seconds, _LONGEST.total_seconds())), _LONGEST)
