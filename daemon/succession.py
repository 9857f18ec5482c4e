"""The knowledge in use, and how a model that is promoted or rolled back gets into it.

The registry is looked at from time to time; a new champion is loaded beside the one in use and
takes its place as a whole. One that cannot be loaded is told once, and the old one judges on (P9).
One of another version of triaged is told at start, and looked at again after a reload.
"""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from classifier.model import ModelFault, load_model
from daemon.config.config import Config
from daemon.exits import CommandError
from daemon.knowledge import Knowledge, find_cache
from daemon.logs import logger
from daemon.models import find_model
from daemon.warming import settle
from replies.experience import Experience

log = logger("succession")


class Succession:
    """What letters are judged by, now and after the next change."""

    def __init__(self, config: Config, knowledge: Knowledge) -> None:
        """Begin with what was loaded at start."""
        self._config = config
        self.knowledge = knowledge
        #: The model that cannot be used, and what was said of it last.
        self._refused: Path | None = None
        self._problem = ""
        self._tell()

    def take(self, config: Config, knowledge: Knowledge) -> None:
        """Judge by what another configuration says from now on."""
        self._config = config
        before = self.knowledge.outdated
        self.knowledge = knowledge.with_experience(self.knowledge.experience)
        self._refused, self._problem = None, ""
        settle()
        if knowledge.outdated != before:
            self._tell()

    def learn(self, experience: Mapping[str, Experience]) -> None:
        """Promise by what people's answers teach from now on."""
        self.knowledge = self.knowledge.with_experience(experience)

    async def follow(self) -> None:
        """Judge by another model from now on, when one was put into use."""
        try:
            path = await asyncio.to_thread(find_model, self._config)
            if path in {self.knowledge.named, self._refused}:
                return
            self._refused = path
            model = await asyncio.to_thread(load_model, path, find_cache(self._config))
        except (CommandError, ModelFault) as fault:
            if str(fault) != self._problem:
                self._problem = str(fault)
                log.error("model.refused", problem=self._problem)  # noqa: TRY400 - it says all
            return
        self.knowledge = self.knowledge.with_model(path, model)
        self._refused, self._problem = None, ""
        settle()
        log.info("model.changed", model=path.name)

    def _tell(self) -> None:
        if self.knowledge.outdated is not None:
            log.warning("model.outdated", problem=str(self.knowledge.outdated))
