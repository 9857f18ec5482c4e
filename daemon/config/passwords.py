"""Whether the secrets that the configuration names can be read, before anybody logs in.

The service itself asks at each login, because a secret may come late or change; a check in advance
tells a wrong path at the desk instead of in the log. A systemd credential is there for its unit
alone and is left out elsewhere.
"""

from collections.abc import Iterator

from daemon.config import positions
from daemon.config.config import Config
from daemon.config.keys import find_faulty_keys
from daemon.config.secrets import SecretError


def find_unreadable(config: Config) -> Iterator[tuple[positions.Path, str]]:
    """Yield the key and a sentence for each secret that cannot be read."""
    yield from find_faulty_keys(config)
    for name, box in config.mailboxes.items():
        for key, source in box.secrets():
            if source.is_elsewhere:
                continue
            try:
                source.read()
            except SecretError as error:
                yield ("mailboxes", name, *key), str(error)
