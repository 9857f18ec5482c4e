"""A person's reply while it is being written: its fields, its files, and what has to be mended.

The rules are those of everything that leaves (P7); what they find is shown beside the words with
its remedy, and nothing is lost of what was written.
"""

import mimetypes
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from starlette.datastructures import FormData, UploadFile

from cases.values import Attachment, Letter
from replies.attachments import check_attachments, find_allowance
from replies.playbook import Filled, choose, fill, find_blanks
from replies.proofreading import Remark, proofread_reply
from store.values import QueueRow

#: The largest form with its files, in bytes: some more than any marketplace takes.
LARGEST: Final = 12_000_000
_UNKNOWN_TYPE: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What stands in the form."""

    #: Made once by the page, so that sending it twice is one reply.
    token: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    remarks: Sequence[Remark] = ()


def drafts(row: QueueRow, letter: Letter, brand: str) -> list[Filled]:
    """Return what a person may answer to a case's letter, the best first."""
    return [fill(play, letter, brand) for play in choose(row.tags, letter)]


def insert(writing: Writing, chosen: Filled, offered: Sequence[Filled]) -> Writing:
    """Return the reply with a draft: in the place of one that nobody has changed, else behind."""
    untouched = writing.body in {"", *(one.text for one in offered)}
    body = chosen.text if untouched else f"{writing.body}\n\n{chosen.text}"
    return replace(writing, body=body, attachments=(), remarks=())


def mark(writing: Writing) -> list[tuple[str, Remark | None]]:
    """Return the text in pieces, each with what has to be mended in it."""
    pieces: list[tuple[str, Remark | None]] = []
    done = 0
    for one in sorted(writing.remarks, key=lambda remark: remark.start):
        # A remark may be of the subject, or overlap with another.
        if one.words and one.start >= done and writing.body[one.start : one.end] == one.words:
            pieces += [(writing.body[done : one.start], None), (one.words, one)]
            done = one.end
    return [*pieces, (writing.body[done:], None)] if pieces else []


def begin(letter: Letter, body: str = "") -> Writing:
    """Return a reply to a letter as it is before a person has changed it."""
    subject = letter.subject
    return Writing(
        token=secrets.token_urlsafe(16),
        subject=subject if subject.lower().startswith("re:") else f"Re: {subject}",
        body=body,
    )


async def read(form: FormData, letter: Letter, brand: str) -> Writing:
    """Return what a form holds, proofread; ``brand`` is the shop's own name, "" is unknown."""
    subject = " ".join(_text(form, "subject").split())[:300]
    body = _text(form, "body").replace("\r\n", "\n").strip()
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    attachments = tuple([await _attach(file) for file in files])
    sizes = [(one.name, len(one.content)) for one in attachments]
    return Writing(
        token=_text(form, "token")[:64],
        subject=subject,
        body=body,
        attachments=attachments,
        remarks=(
            *find_blanks(body),
            *proofread_reply(subject, body, letter, brand=brand),
            *check_attachments(sizes, letter.marketplace),
        ),
    )


def endings(marketplace: str | None) -> str:
    """Return the types of files that a marketplace lets through, for a form; "" for all."""
    return ",".join(f".{one}" for one in find_allowance(marketplace).types)


async def _attach(file: UploadFile) -> Attachment:
    name = PurePath((file.filename or "").replace("\\", "/")).name
    kind = mimetypes.guess_type(name)[0] or _UNKNOWN_TYPE
    return Attachment(name=name, media_type=kind, content=await file.read(LARGEST))


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""
