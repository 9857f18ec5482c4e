"""What a signal of kind may look at: one mail, and what is new in it folded for search."""

from dataclasses import dataclass

from mail.addresses import first_address
from mail.marketplaces import Origin
from mail.newtext import Writing
from mail.opened import Opened
from mail.sentences import Folded, fold
from mail.subjects import is_forwarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mail as the signals see it."""

    mail: Opened
    #: None for direct mail.
    origin: Origin | None
    #: What is new in its text: a machine's words in a quoted history are not the sender's.
    new: str
    #: The same as phrases are looked for in it; empty for a marketplace's mail: there none counts.
    folded: Folded
    #: The blocks under it that were taken for a signature or a list's footer, folded.
    footer: Folded
    #: A group address of ours passed it on: its list fields are not the sender's.
    grouped: bool = False


def see(mail: Opened, writing: Writing, origin: Origin | None, own: frozenset[str]) -> Seen:
    """Prepare what the signals look at."""
    # What somebody passes on are another one's words.
    direct = origin is None and not (writing.carried and is_forwarded(mail.subject))
    return Seen(
        mail=mail,
        origin=origin,
        new=writing.new,
        folded=fold(writing.new) if direct else Folded(),
        footer=fold(writing.signature) if direct else Folded(),
        grouped=bool(own) and _is_ours(mail, own),
    )


def _is_ours(mail: Opened, own: frozenset[str]) -> bool:
    """Tell whether the list that a mail came through is one of our own addresses (RFC 2919)."""
    post = first_address(mail.headers.first("list-post")).address
    name = mail.headers.first("list-id").rpartition("<")[2].rstrip("> ").lower()
    return post in own or any(name == one.replace("@", ".") for one in own)
