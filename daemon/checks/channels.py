"""Who is told when a person is needed: whether the addresses can be read and understood.

Nothing is sent; that does ``triaged alarms test``.
"""

from collections.abc import Iterator

from daemon.alarms.channels import read_channels, require_apprise
from daemon.checks.finding import Finding, fail, warn, well
from daemon.config.alarms import Receivers
from daemon.config.config import Config
from daemon.config.secrets import SecretError
from daemon.exits import CommandError


def look(config: Config) -> Iterator[Finding]:
    """Yield what is found of each table that names addresses."""
    tables: dict[str, Receivers] = {"alarms": config.alarms, "alerts": config.alerts}
    named = {table: receivers for table, receivers in tables.items() if receivers.urls}
    if "alarms" not in named and config.alarms.ping is None:
        yield warn(
            "alarms",
            "the log alone says when something needs a person",
            "name an address under [alarms], then try it with triaged alarms test",
        )
    if not named:
        return
    try:
        require_apprise()
    except CommandError as error:
        yield fail("alarms", str(error), "install it, or name no address")
        return
    for table, receivers in named.items():
        yield _look_at(table, receivers)


def _look_at(table: str, receivers: Receivers) -> Finding:
    try:
        channels = list(read_channels(table, receivers.urls))
    except SecretError as error:
        elsewhere = any(one.is_elsewhere for one in receivers.urls)
        tell = warn if elsewhere else fail
        return tell(
            "alarms", f"[{table}] {error}", "keep an address there: triaged secret set NAME"
        )
    strange = [one.name for one in channels if not one.is_understood()]
    if strange:
        said = f"{', '.join(strange)}: the address is none that apprise understands"
        return fail("alarms", said, "see docs/howto/watching.md for how addresses are written")
    return well("alarms", f"[{table}] {len(channels)} understood; triaged alarms test tries them")
