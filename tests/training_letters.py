"""Training letters for tests, with what a test does not care about filled in."""

from cases.labels import Priority
from classifier.corpus import Example


def build_example(
    id: str,  # noqa: A002 - the letter's own word
    text: str,
    *,
    language: str = "en",
    tags: tuple[str, ...] = ("late-delivery",),
) -> Example:
    """Return one letter."""
    return Example(
        id=id,
        language=language,
        writer="a",
        situation=f"situation-{id}",
        difficulty="plain",
        subject="",
        text=text,
        tags=tags,
        priority=Priority.NORMAL,
    )


def build_examples(*texts: str, language: str = "en") -> list[Example]:
    """Return a letter a text, ``en-1`` and so on."""
    return [
        build_example(f"{language}-{number}", text, language=language)
        for number, text in enumerate(texts, 1)
    ]
