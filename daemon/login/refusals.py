"""Why there is no token, or a server takes none: each cause with its sentence, remedy and event.

By the error that an issuer names (RFC 6749 5.2, RFC 8628 3.5) and, where that says too little, by
the numbers and words that the large ones add. Pure. No word of an issuer or server is repeated:
they hold addresses and parts of tokens (P11).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One of the reasons."""

    #: What is logged.
    event: str
    #: What is the matter, and what to do; {mailbox}, {issuer} and {lacking} are filled in.
    sentence: str
    remedy: str
    #: It will not pass by itself.
    lasting: bool = True


_AGAIN: Final = "log in again: triaged login {mailbox}"


class Cause(Enum):
    """Why a mailbox cannot log in by token."""

    ABSENT = Reason(
        event="login.absent",
        sentence="nobody has logged in yet",
        remedy="log in: triaged login {mailbox}",
    )
    REVOKED = Reason(
        event="login.revoked",
        sentence="the consent was withdrawn, by the account's owner, its administrator or a new "
        "password",
        remedy=_AGAIN,
    )
    EXPIRED = Reason(
        event="login.expired",
        sentence="the consent has expired",
        remedy=_AGAIN + "; at Google, a client in testing loses it after 7 days: publish it",
    )
    UNRENEWABLE = Reason(
        event="login.unrenewable",
        sentence="{issuer} gave a token and nothing that renews it",
        remedy="ask for that (most issuers: offline_access among the scopes under "
        "[mailboxes.{mailbox}.oauth]), then " + _AGAIN,
    )
    UNSCOPED = Reason(
        event="login.unscoped",
        sentence="the consent does not cover mail over IMAP and SMTP{lacking}",
        remedy="see scopes under [mailboxes.{mailbox}.oauth] and the rights that the client is "
        "registered with, then " + _AGAIN,
    )
    CLIENT = Reason(
        event="login.client-refused",
        sentence="{issuer} does not know the client, its secret or its key, or they have expired",
        remedy="see client_id, client_secret, key and tenant under [mailboxes.{mailbox}.oauth]",
    )
    UNALLOWED = Reason(
        event="login.unallowed",
        sentence="{issuer} does not let this client in without an administrator's word",
        remedy="let an administrator approve the client (Google: domain-wide delegation for its "
        "scopes; Microsoft: admin consent), then " + _AGAIN,
    )
    POLICY = Reason(
        event="login.policy",
        sentence="{issuer} wants a second factor or another condition met",
        remedy=_AGAIN + "; an administrator can except the client from the condition",
    )
    CLOCK = Reason(
        event="login.clock",
        sentence="{issuer} finds this machine's clock wrong",
        remedy="set it: timedatectl set-ntp true",
    )
    DENIED = Reason(
        event="login.denied",
        sentence="the consent was not given",
        remedy=_AGAIN,
    )
    REFUSED = Reason(
        event="login.refused",
        sentence="the mail server refuses a token that {issuer} has just given",
        remedy="see that the user of imap and smtp is whose consent it is, and that IMAP and SMTP "
        "are switched on for it",
    )
    STRANGE = Reason(
        event="login.strange",
        sentence="{issuer} gave an answer that is no token",
        remedy="see token_url under [mailboxes.{mailbox}.oauth]",
    )
    BUSY = Reason(
        event="login.unreachable",
        sentence="{issuer} has trouble of its own",
        remedy="it is asked again",
        lasting=False,
    )
    UNREACHABLE = Reason(
        event="login.unreachable",
        sentence="{issuer} cannot be reached",
        remedy="see network, proxy and ca_file; it is asked again",
        lasting=False,
    )
    UNSIGNED = Reason(
        event="login.unsigned",
        sentence="what signs for a service account is not installed",
        remedy="pip install 'triaged[service-account]'",
    )
    KEPT = Reason(
        event="login.unkept",
        sentence="the token cannot be kept",
        remedy="see rights and room of the folder tokens in the state folder",
        lasting=False,
    )


#: By the name of an error; what is not here is strange.
_NAMED: Final[Mapping[str, Cause]] = {
    "access_denied": Cause.DENIED,
    "consent_required": Cause.REVOKED,
    "expired_token": Cause.EXPIRED,
    "insufficient_scope": Cause.UNSCOPED,
    "interaction_required": Cause.POLICY,
    "invalid_client": Cause.CLIENT,
    "invalid_grant": Cause.REVOKED,
    "invalid_scope": Cause.UNSCOPED,
    "login_required": Cause.EXPIRED,
    "server_error": Cause.BUSY,
    "slow_down": Cause.BUSY,
    "temporarily_unavailable": Cause.BUSY,
    "unauthorized_client": Cause.UNALLOWED,
}

#: Microsoft's numbers, where they say more than the name.
_NUMBERED: Final[Mapping[int, Cause]] = {
    **dict.fromkeys((70008, 70043, 700081, 700082, 700084), Cause.EXPIRED),
    **dict.fromkeys((50057, 50132, 50133, 50173), Cause.REVOKED),
    **dict.fromkeys((65001, 90094), Cause.UNALLOWED),
    65004: Cause.DENIED,
    **dict.fromkeys((50053, 50074, 50076, 50079, 50158, 53000, 53001, 53003), Cause.POLICY),
    **dict.fromkeys(
        (90002, 700016, 700027, 900023, 7000215, 7000216, 7000218, 7000222), Cause.CLIENT
    ),
    **dict.fromkeys((28002, 70011, 1002012), Cause.UNSCOPED),
    **dict.fromkeys((90033, 90055), Cause.BUSY),
    700024: Cause.CLOCK,
}
_NUMBER: Final = re.compile(r"AADSTS(\d{4,8})")

#: Words of an issuer's description, asked after the numbers; the first that fits.
_WORDED: Final = (
    ("invalid_grant", re.compile(r"(?is)short-lived token|reasonable timeframe"), Cause.CLOCK),
    ("invalid_grant", re.compile(r"(?is)JWT|signature|assertion"), Cause.CLIENT),
    ("invalid_grant", re.compile(r"(?is)invalid email|user id|account not found"), Cause.REFUSED),
    ("invalid_grant", re.compile(r"(?is)invalid_rapt|inactiv"), Cause.EXPIRED),
    # Google says "expired or revoked" of either.
    ("invalid_grant", re.compile(r"(?is)^(?!.*revoked).*expired"), Cause.EXPIRED),
    ("unauthorized_client", re.compile(r"(?is)unknown client|not found"), Cause.CLIENT),
)


class TokenError(Exception):
    """The sentence says why there is no token, and what to do about it."""

    def __init__(self, cause: Cause, **filled: str) -> None:
        """Fill the sentence of ``cause`` in."""
        self.cause = cause
        given = {"mailbox": "MAILBOX", "issuer": "the issuer", "lacking": ""}
        given |= filled
        said, remedy = cause.value.sentence, cause.value.remedy
        super().__init__(f"{said.format(**given)}; {remedy.format(**given)}")

    @property
    def lasting(self) -> bool:
        """Whether a person must do something about it."""
        return self.cause.value.lasting


def judge(error: str, details: Mapping[str, Any]) -> Cause:
    """Return what an issuer's error means.

    Args:
        error: its name, as in "invalid_grant".
        details: the whole answer.
    """
    said = " ".join(
        str(details.get(key, ""))
        for key in ("error_description", "error_subtype", "suberror", "error_codes")
    )
    for number in map(int, _NUMBER.findall(said) + _listed(details.get("error_codes"))):
        if number in _NUMBERED:
            return _NUMBERED[number]
    for name, words, cause in _WORDED:
        if name == error and words.search(said):
            return cause
    return _NAMED.get(error, Cause.STRANGE)


def _listed(numbers: object) -> list[str]:
    found: Iterable[object] = numbers if isinstance(numbers, list) else ()
    return [str(one) for one in found if isinstance(one, int)]
