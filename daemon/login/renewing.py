"""A token without a person: by what renews a consent, by the client's secret, or by a key."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from oauthlib.oauth2 import BackendApplicationClient, ServiceApplicationClient, WebApplicationClient

from daemon.config.secrets import SecretError
from daemon.login.asking import Asking
from daemon.login.grant import Grant
from daemon.login.issuers import Flow
from daemon.login.refusals import Cause

#: How long what a service account signs is good for: an issuer takes no more.
_SIGNED_FOR: Final = timedelta(hours=1)


def renew(asking: Asking, before: Grant | None, now: datetime) -> Grant:
    """Return a new grant in the place of ``before``; raise ``TokenError``."""
    return _WAYS[asking.oauth.flow](asking, before, now)


def _by_consent(asking: Asking, before: Grant | None, now: datetime) -> Grant:
    if before is None:
        raise asking.fault(Cause.ABSENT)
    if not before.refresh:
        raise asking.fault(Cause.UNRENEWABLE)
    client = WebApplicationClient(asking.oauth.client_id)
    secret = asking.secret()
    form = client.prepare_refresh_body(
        refresh_token=before.refresh,
        client_id=asking.oauth.client_id,
        **({"client_secret": secret} if secret else {}),
    )
    return Grant.of(asking.ask_for_token(client, form), now, before)


def _by_secret(asking: Asking, before: Grant | None, now: datetime) -> Grant:
    client = BackendApplicationClient(asking.oauth.client_id)
    form = client.prepare_request_body(
        scope=asking.oauth.wanted, include_client_id=True, client_secret=asking.secret()
    )
    return Grant.of(asking.ask_for_token(client, form), now, before)


def _by_key(asking: Asking, before: Grant | None, now: datetime) -> Grant:
    try:
        from jwt import PyJWTError  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise asking.fault(Cause.UNSIGNED) from error
    client, private = _account(asking)
    try:
        form = client.prepare_request_body(
            private_key=private,
            subject=asking.user,
            issued_at=now.timestamp(),
            expires_at=(now + _SIGNED_FOR).timestamp(),
            # Google asks for the scopes inside what is signed.
            extra_claims={"scope": " ".join(asking.oauth.wanted)},
        )
    except (PyJWTError, ValueError, TypeError) as error:
        raise asking.fault(Cause.CLIENT) from error
    return Grant.of(asking.ask_for_token(client, form), now, before)


def _account(asking: Asking) -> tuple[ServiceApplicationClient, str]:
    """Return the service account that the key file names, and its key."""
    source = asking.oauth.key
    try:
        told = json.loads(source.read()) if source else {}
        account, private = told["client_email"], told["private_key"]
    except (SecretError, ValueError, KeyError, TypeError) as error:
        raise asking.fault(Cause.CLIENT) from error
    audience = asking.oauth.issuer.token_url
    client_id = asking.oauth.client_id or str(account)
    return ServiceApplicationClient(client_id, issuer=account, audience=audience), str(private)


_WAYS: Final[Mapping[Flow, Callable[[Asking, Grant | None, datetime], Grant]]] = {
    Flow.CODE: _by_consent,
    Flow.DEVICE: _by_consent,
    Flow.CLIENT: _by_secret,
    Flow.SERVICE_ACCOUNT: _by_key,
}
