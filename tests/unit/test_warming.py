"""What the first letters need is there before they come."""

import gc
import weakref
from datetime import UTC, datetime

from classifier.shelf import Shelf
from daemon.knowledge import load_knowledge
from daemon.warming import settle, warm


class Loop:
    """Something that only the collector finds out to be held by nobody."""

    def __init__(self) -> None:
        self.itself = self


NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def test_every_language_is_ready_and_those_that_are_heard_are_open() -> None:
    """What nobody wrote in yet is compiled, and not held open for months."""
    knowledge = load_knowledge(None, proved=True)
    warm(knowledge, NOW, lambda: False)
    books, model = knowledge.classifier.rulebooks, knowledge.classifier.model

    assert model is not None
    assert isinstance(books, Shelf)
    assert {"en", "de", "ja"} == books.opened == model.lexicon.opened
    assert set(books) == books.opened | books.prepared


def test_a_service_that_stops_does_not_wait() -> None:
    """Warming up ends with the step in hand."""
    knowledge = load_knowledge(None, proved=True)
    warm(knowledge, NOW, lambda: True)

    assert isinstance(knowledge.classifier.rulebooks, Shelf)
    assert knowledge.classifier.rulebooks.opened < set(knowledge.classifier.rulebooks)


def test_what_is_warm_is_walked_no_more() -> None:
    """The collector leaves alone what is there, but for what nobody holds any longer."""
    gone = Loop()
    lost = weakref.ref(gone)
    del gone
    try:
        gc.freeze()
        assert lost() is not None

        settle()
        assert lost() is None
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
