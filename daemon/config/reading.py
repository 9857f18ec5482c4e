"""Reading config.toml: all its faults at once, each with file, line, column, key and remedy.

Promises P10 of the design: a bad configuration never half works. Where some of its values are
wrong, the rest is looked at all the same, so that one reading tells everything.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from daemon.config import positions
from daemon.config.config import Config
from daemon.config.faults import ConfigError, ConfigFault, at_key
from daemon.config.file import Reading, read_as, read_text, whole
from daemon.config.keys import KEYS
from daemon.config.references import find_broken
from daemon.config.secrets import SecretSource


def load_config(path: Path) -> Config:
    """Return the configuration in ``path``; raise ``ConfigError`` or ``CommandError``."""
    return whole(read_config(path), str(path))


def parse_config(text: str, name: str) -> Config:
    """Return the configuration in ``text``; raise ``ConfigError`` with every fault."""
    return whole(_read(text), name)


def read_config(path: Path) -> Reading[Config]:
    """Return what ``path`` says and what is wrong with it; raise where it cannot be read at all.

    Raises:
        ConfigError: it is no UTF-8 or no TOML.
        CommandError: there is no such file, or it may not be read.
    """
    reading = _read(read_text(path))
    if reading.config is None or not path.stat().st_mode & 0o077:
        return reading
    return tell_more(reading, _plain_passwords(reading.config))


def tell_more(
    reading: Reading[Config], faults: Iterable[tuple[positions.Path, str]]
) -> Reading[Config]:
    """Return the reading with further faults, each at its key; a key is blamed only once."""
    blamed = {fault.key for fault in reading.faults}
    more = (at_key(reading.places, key, sentence) for key, sentence in faults)
    return Reading(
        config=reading.config,
        faults=(*reading.faults, *(fault for fault in more if fault.key not in blamed)),
        places=reading.places,
    )


def refuse(path: Path, faults: Iterable[tuple[positions.Path, str]]) -> None:
    """Raise ``ConfigError`` with what was found after reading ``path``, each fault at its key.

    Does nothing where there are none.
    """
    places = positions.locate(path.read_text(encoding="utf-8"))
    if located := tuple(at_key(places, key, sentence) for key, sentence in faults):
        raise ConfigError(str(path), located)


def _read(text: str) -> Reading[Config]:
    found = read_as(Config, text)
    if found.config is None:
        return found
    return tell_more(found, find_broken(found.config, _words(found.faults)))


def _words(faults: Iterable[ConfigFault]) -> set[str]:
    return {word for fault in faults for word in fault.key.split(".")}


def _plain_passwords(config: Config) -> Iterator[tuple[positions.Path, str]]:
    """Yield each plain password, which a file that others can read must not hold."""
    said = (
        "a plain password in a file that others can read; chmod 600 it, or keep the password "
        "elsewhere (the sample config.toml says how)"
    )
    for key, source in _secrets(config):
        if source is not None and source.plain is not None:
            yield key, said
    if config.store is not None and urlsplit(config.store).password is not None:
        yield ("store",), said


def _secrets(config: Config) -> Iterator[tuple[positions.Path, SecretSource | None]]:
    for name, mailbox in config.mailboxes.items():
        for key, source in mailbox.secrets():
            yield ("mailboxes", name, *key), source
    for table in ("alarms", "alerts"):
        for number, address in enumerate(getattr(config, table).urls):
            yield (table, "urls", number), address
    yield ("alarms", "ping"), config.alarms.ping
    for name in KEYS:
        yield (name,), getattr(config, name)
