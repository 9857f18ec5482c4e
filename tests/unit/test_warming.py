"""What the first letters need is there before they come."""

from datetime import UTC, datetime

from classifier.shelf import Shelf
from daemon.knowledge import load_knowledge
from daemon.warming import warm

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def test_every_language_is_opened() -> None:
    """Rules and concepts of each language are compiled, the languages of our templates too."""
    knowledge = load_knowledge(None, proved=True)
    warm(knowledge, NOW, lambda: False)
    model = knowledge.classifier.model

    assert model is not None
    assert set(model.lexicon.words) & set(knowledge.classifier.rulebooks) <= model.lexicon.opened
    assert isinstance(knowledge.classifier.rulebooks, Shelf)
    assert set(knowledge.classifier.rulebooks) == knowledge.classifier.rulebooks.opened


def test_a_service_that_stops_does_not_wait() -> None:
    """Warming up ends with the step in hand."""
    knowledge = load_knowledge(None, proved=True)
    warm(knowledge, NOW, lambda: True)

    assert isinstance(knowledge.classifier.rulebooks, Shelf)
    assert knowledge.classifier.rulebooks.opened < set(knowledge.classifier.rulebooks)
