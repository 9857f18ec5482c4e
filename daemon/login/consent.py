"""A person's consent, in a browser anywhere.

Either it comes back by pasting (RFC 6749 4.1, RFC 7636), or a short code is typed (RFC 8628).
Nothing listens for the browser: it ends at an address that does not answer, and that address is
what is pasted. PKCE and a state bind it to the question.
"""

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qs, urlencode

from oauthlib.oauth2 import (
    DeviceClient,
    MismatchingStateError,
    MissingCodeError,
    OAuth2Error,
    WebApplicationClient,
)

from daemon.login.asking import Asking
from daemon.login.grant import Grant
from daemon.login.refusals import Cause, judge

#: Of the code verifier; the most that RFC 7636 4.1 allows is 128.
_VERIFIER: Final = 96
#: How often an issuer is asked where it does not say, and by how much slower it may want it
#: (RFC 8628 3.2, 3.5).
_INTERVAL: Final = timedelta(seconds=5)
_SLOWER: Final = timedelta(seconds=5)
#: How long a person may take where the issuer does not say.
_PATIENCE: Final = timedelta(minutes=15)


class PasteError(ValueError):
    """What was pasted is not where the browser ended; the sentence says what to paste."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Asks for consent in a browser."""

    #: What to open.
    url: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def ask(asking: Asking) -> Question:
    """Return the question; every one is good for one answer."""
    oauth = asking.oauth
    client, state = WebApplicationClient(oauth.client_id), secrets.token_urlsafe(24)
    verifier = client.create_code_verifier(_VERIFIER)
    url = client.prepare_request_uri(
        oauth.issuer.authorize_url,
        redirect_uri=oauth.redirect_url,
        scope=oauth.wanted,
        state=state,
        code_challenge=client.create_code_challenge(verifier, "S256"),
        code_challenge_method="S256",
        login_hint=asking.user,
        **oauth.issuer.asks,
    )
    return Question(url=str(url), state=state, verifier=verifier)


def answer(asking: Asking, question: Question, pasted: str, now: datetime) -> Grant:
    """Return what the consent came to.

    Args:
        asking: who asks.
        question: what was asked.
        pasted: the address at which the browser ended, or what is behind its question mark.
        now: the time.

    Raises:
        PasteError: it is no such address; another one may be.
        TokenError: the person or the issuer refuses.
    """
    client = WebApplicationClient(asking.oauth.client_id)
    query = pasted.strip().rpartition("?")[2].partition("#")[0]
    try:
        # The library wants TLS of an address that nothing ever came over the network to.
        found = client.parse_request_uri_response(f"https://localhost/?{query}", question.state)
    except MismatchingStateError:
        said = "that is where another login ended; open the address above, and paste where it ends"
        raise PasteError(said if "state=" in query else _PASTE) from None
    except MissingCodeError:
        raise PasteError(_PASTE) from None
    except OAuth2Error as error:
        details = {name: values[0] for name, values in parse_qs(query).items()}
        raise asking.fault(judge(error.error or "", details)) from error
    secret = asking.secret()
    form = client.prepare_request_body(
        code=found["code"],
        redirect_uri=asking.oauth.redirect_url,
        code_verifier=question.verifier,
        **({"client_secret": secret} if secret else {}),
    )
    return _renewable(asking, asking.ask_for_token(client, form), now)


_PASTE: Final = (
    "paste the whole address from the browser's address bar; it has code= and state= in it"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Asks a person to type a code in a browser."""

    url: str
    code: str
    #: How often the issuer may be asked whether it was typed, and until when.
    interval: timedelta
    until: datetime
    device: str = field(repr=False)


def show_code(asking: Asking, now: datetime) -> Typing:
    """Return what is to be typed, and where; raise ``TokenError``."""
    wanted = " ".join(asking.oauth.wanted)
    form = urlencode({"client_id": asking.oauth.client_id, "scope": wanted})
    told = asking.ask(asking.oauth.issuer.device_url, form)
    if "error" in told:
        raise asking.fault(judge(str(told["error"]), told))
    # Some say "url", as drafts of the standard did.
    url = told.get("verification_uri") or told.get("verification_url")
    code, device = told.get("user_code"), told.get("device_code")
    if not all(isinstance(one, str) and one.isprintable() for one in (url, code, device)):
        raise asking.fault(Cause.STRANGE)
    return Typing(
        url=str(url),
        code=str(code),
        interval=_seconds(told.get("interval"), _INTERVAL),
        until=now + _seconds(told.get("expires_in"), _PATIENCE),
        device=str(device),
    )


def look(asking: Asking, typing: Typing, now: datetime) -> Grant | Typing:
    """Return what the consent came to, or what to look at again; raise ``TokenError``."""
    if now > typing.until:
        raise asking.fault(Cause.DENIED)
    client, secret = DeviceClient(asking.oauth.client_id), asking.secret()
    form = client.prepare_request_body(
        typing.device,
        include_client_id=True,
        **({"client_secret": secret} if secret else {}),
    )
    told = asking.ask(asking.oauth.issuer.token_url, form)
    match told.get("error"):
        case "authorization_pending":
            return typing
        case "slow_down":
            return replace(typing, interval=typing.interval + _SLOWER)
        case None:
            return _renewable(asking, asking.check(client, told), now)
        case other:
            raise asking.fault(judge(str(other), told))


def _renewable(asking: Asking, told: dict[str, Any], now: datetime) -> Grant:
    """Return the grant; what nothing renews would end in an hour."""
    grant = Grant.of(told, now)
    if not grant.refresh:
        raise asking.fault(Cause.UNRENEWABLE)
    return grant


def _seconds(told: object, otherwise: timedelta) -> timedelta:
    """Return a length of time as the standard writes it, between a second and a day."""
    if isinstance(told, str) and told.isascii() and told.isdigit():
        told = int(told[:9])
    if not isinstance(told, int) or isinstance(told, bool):
        return otherwise
    return timedelta(seconds=min(max(told, 1), 86_400))
