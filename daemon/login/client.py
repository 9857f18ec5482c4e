"""The client by which a new installation asks for tokens, as it is asked for and written down.

A client is the operator's own: its id comes from the provider. Service accounts and other issuers
are written by hand (docs/howto/gmail.md, other_mailbox.md).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from daemon.beginning.questions import Answers
from daemon.login.issuers import Flow

#: By issuer, the flows that are offered, the usual one first.
_OFFERED: Final[Mapping[str, tuple[Flow, ...]]] = {
    "google": (Flow.CODE,),
    "microsoft": (Flow.DEVICE, Flow.CODE, Flow.CLIENT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What was answered."""

    provider: str
    flow: Flow
    id: str
    tenant: str
    #: "" where it has none.
    secret: str = field(repr=False)

    def describe(self, source: Mapping[str, str]) -> dict[str, Any]:
        """Return its table of the configuration, with the secret's source in its place."""
        return {
            "provider": self.provider,
            "flow": self.flow.value,
            "client_id": self.id,
            **({"client_secret": dict(source)} if self.secret else {}),
            **({"tenant": self.tenant} if self.tenant else {}),
        }


def ask_client(answers: Answers, issuer: str) -> Client:
    """Ask for the client; raise ``CommandError`` where an answer will not do."""
    offered = _OFFERED[issuer]
    flow = offered[0]
    if len(offered) > 1:
        named = ", ".join(one.value for one in offered)
        flow = answers.answer("flow", f"How to consent ({named})", _flow(offered), flow.value)
    client = answers.answer("client", "The id of your client, as the provider gave it", _named)
    tenant = ""
    if issuer == "microsoft":
        text = "The directory (tenant), by its domain or id"
        tenant = answers.answer("tenant", text, _named, "common")
    secret = ""
    if issuer == "google" or flow is Flow.CLIENT:
        secret = answers.password("Its secret (nothing is shown)", _not_empty)
    return Client(provider=issuer, flow=flow, id=client, tenant=tenant, secret=secret)


def _named(text: str) -> str:
    if not text:
        raise ValueError("is empty")
    return text


def _not_empty(text: str) -> None:
    _named(text)


def _flow(offered: tuple[Flow, ...]) -> Callable[[str], Flow]:
    def check(text: str) -> Flow:
        if text not in offered:
            raise ValueError(f"write one of {', '.join(offered)}")
        return Flow(text)

    return check
