"""What mail providers allow, recognised by the host that mail is handed in at.

Figures that a provider publishes or that its users report; where none is known a careful one
stands. A quota is one for people and machine together (cases/pace.py keeps a share for people),
and what the provider really allows is learned when it refuses. A relay on loopback is the
operator's own and has no quota here; every figure can be set in config.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from cases.pace import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One mail provider."""

    id: str
    #: Hosts, with those below them, at which mail is handed in.
    hosts: tuple[str, ...] = ()
    #: Messages in rolling windows.
    limits: Mapping[Window, int] = field(default_factory=dict)
    #: Connections at once, and messages on one; None is without end.
    connections: int = 2
    on_connection: int | None = None
    #: It keeps a copy of what it sends in Sent by itself.
    keeps_sent: bool = False


def _limits(minute: int | None, quarter: int | None, day: int | None) -> Mapping[Window, int]:
    named = {Window.MINUTE: minute, Window.QUARTER: quarter, Window.DAY: day}
    return MappingProxyType({window: most for window, most in named.items() if most})


#: Domains of Google's own users; any other address at its host is a Workspace's.
_GMAIL: Final = ("gmail.com", "googlemail.com")

PROVIDERS: Final = (
    Provider(id="gmail", hosts=("smtp.gmail.com",), limits=_limits(20, None, 500), keeps_sent=True),
    # Told from the former by the login.
    Provider(id="google-workspace", limits=_limits(30, None, 2000), keeps_sent=True),
    Provider(id="google-relay", hosts=("smtp-relay.gmail.com",), limits=_limits(60, None, 10_000)),
    Provider(
        id="microsoft-365",
        hosts=("smtp.office365.com",),
        limits=_limits(30, None, 10_000),
        connections=3,
        keeps_sent=True,
    ),
    Provider(
        id="outlook",
        hosts=("smtp-mail.outlook.com",),
        limits=_limits(10, None, 300),
        keeps_sent=True,
    ),
    Provider(
        id="netease",
        hosts=("163.com", "126.com", "yeah.net", "188.com", "ym.163.com"),
        limits=_limits(10, 50, 200),
        connections=1,
        on_connection=10,
    ),
    Provider(
        id="netease-qiye",
        hosts=("qiye.163.com", "qiye.126.com"),
        limits=_limits(20, 100, 1000),
        on_connection=20,
    ),
    Provider(id="qq", hosts=("smtp.qq.com",), limits=_limits(10, 50, 200), on_connection=10),
    Provider(
        id="tencent-exmail",
        hosts=("exmail.qq.com",),
        limits=_limits(10, 100, 500),
        on_connection=20,
    ),
    Provider(
        id="amazon-ses",
        hosts=("amazonaws.com", "awsapps.com"),
        limits=_limits(60, None, 50_000),
        connections=5,
    ),
    Provider(
        id="ionos",
        hosts=("ionos.com", "ionos.de", "ionos.co.uk", "ionos.es", "ionos.fr", "1und1.de"),
        limits=_limits(20, None, 500),
    ),
    Provider(id="aliyun", hosts=("aliyun.com", "mxhichina.com"), limits=_limits(20, 100, 500)),
    Provider(id="yahoo", hosts=("yahoo.com", "aol.com"), limits=_limits(10, None, 500)),
    Provider(id="icloud", hosts=("mail.me.com", "icloud.com"), limits=_limits(10, None, 1000)),
    Provider(
        id="gmx", hosts=("gmx.net", "gmx.com", "gmx.de", "web.de"), limits=_limits(10, None, 500)
    ),
)

#: A provider that nobody has described.
UNKNOWN: Final = Provider(id="unknown", limits=_limits(20, 100, 500), on_connection=50)
#: A relay of the operator's on this machine.
OWN: Final = Provider(id="own")

_BY_ID: Final = {one.id: one for one in PROVIDERS}


def recognise(host: str, user: str, *, loopback: bool) -> Provider:
    """Return the provider whose host this is; ``user`` tells a private login from a firm's."""
    if loopback:
        return OWN
    name = "." + host.lower().rstrip(".")
    found = max(
        (
            (len(known), one)
            for one in PROVIDERS
            for known in one.hosts
            if name.endswith("." + known)
        ),
        key=lambda pair: pair[0],
        default=(0, UNKNOWN),
    )[1]
    if found.id == "gmail" and user.rpartition("@")[2].lower() not in _GMAIL:
        return _BY_ID["google-workspace"]
    return found
