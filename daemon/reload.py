"""SIGHUP: the configuration read again, as a whole or not at all.

What letters are judged and answered by (shops, channels, rules, templates, model) is exchanged at
once. What the parts were built from (mailboxes, store, worker, intervals) takes a restart, and is
named. A fault in any of it leaves everything as it was (P10).
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError
from daemon.knowledge import Knowledge, load_knowledge
from daemon.log_output import configure
from daemon.logs import logger
from daemon.seal import is_proved
from daemon.shops import check_shops
from daemon.succession import Succession

log = logger("reload")

#: What is exchanged while the service runs.
EXCHANGED: Final = frozenset(
    {"shops", "channels", "rules", "templates", "model", "log", "hold_out"}
)


class Reload:
    """Reads the configuration again when it is told to."""

    def __init__(self, read: Callable[[], Config], config: Config, succession: Succession) -> None:
        """Begin with ``config``, which is in use; ``read`` reads it again."""
        self._read = read
        self._config = config
        self._succession = succession
        #: Why the last attempt changed nothing; "" where it did.
        self.problem = ""
        #: Of two in a row the later one is read last.
        self._turn = asyncio.Lock()

    async def reload(self) -> None:
        """Put into use what is written now, or say why not."""
        async with self._turn:
            try:
                config = await asyncio.to_thread(self._read)
                # Mailboxes run as they were started, so what is known of them stays as well.
                running = config.model_copy(update={"mailboxes": self._config.mailboxes})
                knowledge = await asyncio.to_thread(_learn, running)
            except (CommandError, OSError) as error:
                said = str(error) if isinstance(error, CommandError) else error.strerror
                self.problem = "reload refused, the old configuration is in use"
                log.error("config.refused", problem=said)  # noqa: TRY400 - its sentence says all
                return
            self.problem = ""
            self._take(config, knowledge)

    def _take(self, config: Config, knowledge: Knowledge) -> None:
        later = sorted(
            name
            for name in type(config).model_fields
            if name not in EXCHANGED and getattr(config, name) != getattr(self._config, name)
        )
        configure(config.log)
        self._succession.take(config, knowledge)
        log.info("config.reloaded", needs_restart=later)


def _learn(config: Config) -> Knowledge:
    return load_knowledge(config, proved=is_proved(config))


def reader(path: Path) -> Callable[[], Config]:
    """Return what reads and checks the configuration at ``path``."""

    def read() -> Config:
        config = load_config(path)
        check_shops(path, config)
        return config

    return read
