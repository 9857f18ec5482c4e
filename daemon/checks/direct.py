"""Direct mail that meets a closed door: how much of it, and the key that opens it.

A shop without a marketplace gets nothing else, and all of it is filed and none acknowledged as
long as no address is named on which direct mail is answered.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from daemon.checks.finding import Finding, State, warn, well
from daemon.config.config import Config

#: How far back it is looked for.
LATELY: Final = timedelta(days=14)

#: The veto (replies/policy.py).
_CLOSED: Final = "direct-closed"


def judge(config: Config, withheld: Mapping[str, int], since: datetime) -> Finding:
    """Return what is found of direct mail.

    Args:
        config: says on which addresses it is answered.
        withheld: how many letters were withheld since then, by veto.
        since: as far back as was looked.
    """
    number, day = withheld.get(_CLOSED, 0), f"{since:%Y-%m-%d}"
    if not number:
        return well("direct-mail", f"none was withheld as {_CLOSED} since {day}")
    said = f"letters withheld as {_CLOSED} since {day}: {number}"
    if config.channels.direct:
        return well("direct-mail", f"{said}; they came to none of those that direct names")
    first = next(iter(config.mailboxes.values())).address
    return warn(
        "direct-mail",
        f"{said}; direct mail is acknowledged on no address",
        f'where buyers write to you directly, write direct = ["{first}"] under [channels]; who '
        "vouches for its senders says docs/howto/going_live.md",
    )


def advise(config: Config, withheld: Mapping[str, int], since: datetime) -> str | None:
    """Return a sentence with its remedy, as ``judge`` finds it; None where all is well."""
    found = judge(config, withheld, since)
    return f"{found.sentence}; {found.remedy}" if found.state is State.WARN else None
