"""Warming up: what letters need for the first time is worked out before the first letter comes.

Rules are compiled, tables and templates opened when a letter first asks for them, so that nothing
has to wait for all of them. A service has time beside its loop: the letters of the demonstration go
through the whole pipeline once, and every language is compiled. Those that no letter was written
in yet are held shrunk until one comes, because a shop hears few of them. Nothing of it is kept or
sent, and nothing fails: what cannot be opened is told when a letter asks for it.

What is warm stays, so the garbage collector is kept from walking it again and again, which is a
tenth of all work on letters.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from classifier.rules import RulebookFault
from daemon import assets
from daemon.explain import word
from daemon.knowledge import Knowledge
from daemon.triage import Incoming, triage
from mail.language import prepare


def warm(knowledge: Knowledge, now: datetime, stopped: Callable[[], bool]) -> None:
    """Use everything that ``knowledge`` holds once; end early when ``stopped`` says so."""
    _warm(knowledge, now, stopped)
    if not stopped():
        settle()


def settle() -> None:
    """Keep what is loaded now out of the garbage collector's way, but for what nobody holds."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _warm(knowledge: Knowledge, now: datetime, stopped: Callable[[], bool]) -> None:
    letters = sorted(assets.demo_letters().glob("*.eml"))
    with suppress(RulebookFault, OSError):
        for _ in _steps(knowledge, now, letters):
            if stopped():
                return


def _steps(knowledge: Knowledge, now: datetime, letters: list[Path]) -> Iterator[None]:
    # First: what it takes while it is opened is free again for all that follows.
    prepare()
    yield
    for path in letters:
        for verdict in triage([Incoming(raw=path.read_bytes())], knowledge, now):
            word(verdict, knowledge)
        yield
    for language in knowledge.classifier.rulebooks:
        knowledge.classifier.prepare(language)
        yield
