"""All that a start would refuse of rulebooks, templates and model, found without keeping anything.

A start compiles what it reads and keeps that; here it is only read and proved, language by language
and on every core, so that who asks waits for two or three seconds. It finds what
``daemon.knowledge.load_knowledge`` refuses, and the faults of all three at once. Raises nothing.
"""

import gc
import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

from classifier.model import ModelFault, load_model
from classifier.rulefile import RulebookFault
from classifier.shelf import Shelf
from daemon import assets
from daemon.config.config import Config
from daemon.exits import CommandError
from daemon.models import find_judging, way_back
from replies.render import SideBySide, TemplateFault, load_templates


def find_unproved(config: Config, *, proved: bool) -> Iterator[str]:
    """Yield every sentence with which a start would refuse what ``config`` names.

    Args:
        config: names the operator's own folders and the model.
        proved: rulebooks and templates were proved before and are not proved again.
    """
    try:
        path, _ = find_judging(config)
        load_model(path)
    except CommandError as error:
        yield str(error)
    except ModelFault as error:
        yield f"{error}{way_back(config)}"
    if not proved:
        with _on_every_core() as side_by_side:
            yield from _prove(config, side_by_side)


def _prove(config: Config, side_by_side: SideBySide) -> Iterator[str]:
    shelf = Shelf(assets.rulebooks(), config.rules)
    # Asked for before the templates are begun, so that no core rests between the two.
    faults = side_by_side(shelf.find_faults, shelf)
    flaws: str | None = None
    try:
        load_templates(assets.templates(), config.templates, side_by_side)
    except TemplateFault as error:
        flaws = str(error)
    if broken := tuple(fault for found in faults for fault in found):
        yield str(RulebookFault(broken))
    if flaws is not None:
        yield flaws


@contextmanager
def _on_every_core() -> Iterator[SideBySide]:
    cores = len(os.sched_getaffinity(0))
    if cores == 1:
        yield map
        return
    # Forked, because what is imported by now took half a second, and nothing else runs here.
    with ProcessPoolExecutor(
        cores, multiprocessing.get_context("fork"), initializer=gc.disable
    ) as pool:
        yield pool.map
