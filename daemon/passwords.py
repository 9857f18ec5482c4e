"""Whether the passwords that the configuration names can be read, before anybody logs in.

The service itself asks at each login, because a secret may come late or change; a check in advance
tells a wrong path at the desk instead of in the log. A systemd credential is there for its unit
alone and is left out elsewhere.
"""

from collections.abc import Iterator
from pathlib import Path

from daemon import positions
from daemon.config import Config
from daemon.configuration import refuse
from daemon.secrets import SecretError


def check_secrets(path: Path, config: Config) -> None:
    """Raise ``ConfigError`` with every secret that cannot be read."""
    refuse(path, _faults(config))


def _faults(config: Config) -> Iterator[tuple[positions.Path, str]]:
    for name, box in config.mailboxes.items():
        for protocol, server in (("imap", box.imap), ("smtp", box.smtp)):
            if server.password.is_elsewhere:
                continue
            try:
                server.password.read()
            except SecretError as error:
                yield ("mailboxes", name, protocol, "password"), str(error)
