"""A case as its page shows it: letters, what was answered, what happened, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.labels import Kind
from desk.highlighting import Piece, cut
from desk.language import Words
from desk.photos import Photo, find_photos
from desk.rows import plain
from mail.body import read_body
from mail.walk import parse_message
from store.values import EventView, LetterView


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One letter on the page."""

    letter: int
    kind: Kind
    received: datetime
    subject: str
    language: str
    pieces: Sequence[Piece]
    quoted: str
    #: There is HTML to look at.
    html: bool
    photos: Sequence[Photo]
    suspect: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One line of what happened."""

    at: datetime
    who: str
    what: str


def lay_out(view: LetterView, raw: bytes | None) -> Sheet:
    """Return a letter as it is shown; ``raw`` are its bytes, None where they are lost."""
    read = view.verdict.letter
    return Sheet(
        letter=view.letter,
        kind=read.kind,
        received=view.received,
        subject=plain(read.subject),
        language=read.language if len(read.language) == 2 else "",  # noqa: PLR2004 - ISO 639-1
        pieces=cut(read.text, view.verdict.triage.tags),
        quoted=read.quoted,
        html=raw is not None and bool(read_body(parse_message(raw)).html),
        photos=() if raw is None else find_photos(raw),
        suspect=read.suspect,
    )


def tell(events: Sequence[EventView], words: Words) -> list[Deed]:
    """Return what happened, newest first, in the person's language."""
    return [
        Deed(
            at=event.at,
            who=event.who.removeprefix("person:"),
            what=words.label("event", event.name),
        )
        for event in reversed(events)
    ]
