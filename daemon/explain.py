"""``triaged explain``: what would be done with a message, as one object or for a person's eyes.

The object is a contract (docs/reference/explain.md): every key is always there; what does not
apply is null or []. It needs no server, store, network or configuration and sends nothing.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from cases.clocks import limit_at
from cases.values import Tag, Verdict, Wording
from daemon.exits import CommandError, Exit
from daemon.knowledge import Knowledge
from daemon.moments import iso
from daemon.triage import Incoming, triage
from replies.policy import recipient
from replies.promise import forecast

_BATCH: Final = 100
_STDIN: Final = Path("-")
#: No charset that mail is written in comes to these.
_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def describe(verdict: Verdict, knowledge: Knowledge) -> dict[str, Any]:
    """Return the object of the contract for one verdict."""
    letter, found = verdict.letter, verdict.triage
    return {
        "kind": letter.kind.value,
        "kind_reason": letter.kind_reason,
        "language": letter.language,
        "subject": letter.subject,
        "text": letter.text,
        "marketplace": letter.marketplace,
        "order_ids": list(letter.order_ids),
        "fulfilment": letter.fulfilment.value,
        "tags": [_describe_tag(tag) for tag in found.tags],
        "unsure": found.unsure,
        "priority": found.priority.value,
        "rank": found.rank,
        "rank_reasons": list(found.rank_reasons),
        "acknowledge": _describe_acknowledgement(verdict, knowledge),
    }


def explain_each(
    paths: Sequence[Path], knowledge: Knowledge, received: datetime | None, now: datetime
) -> Iterator[tuple[Path, Verdict]]:
    """Yield each message's verdict in order; one that cannot be read counts as empty.

    Args:
        paths: files, and folders whose regular files are taken by path, hidden ones not.
        knowledge: what the installation knows.
        received: ``--now``; None goes by the messages' own dates.
        now: the clock.
    """
    files = iter(_files(paths))
    while batch := list(islice(files, _BATCH)):
        incoming = [Incoming(raw=_bytes(path), received=received) for path in batch]
        yield from zip(batch, triage(incoming, knowledge, now), strict=True)


def read_message(path: Path) -> bytes:
    """Return the bytes of the file, of standard input for "-"; raise ``CommandError``."""
    if path == _STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CommandError(f"{path}: no such file", Exit.NOINPUT) from None
    except IsADirectoryError:
        raise CommandError(
            f"{path}: a folder; explain many messages with --jsonl", Exit.NOINPUT
        ) from None
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.NOINPUT) from None


def is_readable(path: Path) -> bool:
    """Tell whether a path that was named can be read at all."""
    return path == _STDIN or os.access(path, os.R_OK)


def problem_of(path: Path, verdict: Verdict) -> str | None:
    """Return why what was read is no message, None where it is one.

    Words alone, without a header, are one; nothing, or what is no text, is none.
    """
    letter = verdict.letter
    fields = (letter.sender, letter.recipients, letter.subject, letter.message_id)
    if any(fields) or letter.date is not None or letter.received is not None:
        return None
    if letter.text and not _NO_TEXT.search(letter.text):
        return None
    return (
        f"{path}: is no message: it has neither header nor words; save a mail as it came, as .eml"
    )


def word(verdict: Verdict, knowledge: Knowledge) -> Wording | str:
    """Return the acknowledgement this letter would get, or the reason why none."""
    letter, found = verdict.letter, verdict.triage
    shop = knowledge.find_shop(letter, None)
    if not verdict.decision.send or shop is None:
        return verdict.decision.reason
    limit = limit_at(letter.marketplace, verdict.received)
    promise = forecast(found.priority, shop, verdict.received, limit)
    return knowledge.word(letter, found, shop, promise.at, verdict.received)


def to_line(described: dict[str, Any]) -> str:
    """Return the object as one line of JSON."""
    return json.dumps(described, ensure_ascii=False, separators=(", ", ": "))


def _describe_tag(tag: Tag) -> dict[str, Any]:
    return {
        "tag": tag.tag,
        "by": list(tag.by),
        "score": None if tag.score is None else round(tag.score, 4),
        "spans": [
            {"by": span.by, "start": span.start, "end": span.end, "words": span.words}
            for span in tag.spans
        ],
    }


def _describe_acknowledgement(verdict: Verdict, knowledge: Knowledge) -> dict[str, Any]:
    wording = word(verdict, knowledge)
    said = {"send": True, "reason": "ok"}
    if isinstance(wording, str):
        said = {"send": False, "reason": wording}
    answer = None if isinstance(wording, str) else wording
    return {
        **said,
        "not_judged": list(verdict.decision.not_judged),
        "to": recipient(verdict.letter) if answer else None,
        "template": answer.template if answer else None,
        "language": answer.language if answer else None,
        "promised_by": iso(answer.promised_by) if answer else None,
        "subject": answer.subject if answer else None,
        "body": answer.body if answer else None,
    }


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from sorted(
            found
            for found in path.rglob("*")
            if found.is_file()
            and not any(part.startswith(".") for part in found.relative_to(path).parts)
        )


def _bytes(path: Path) -> bytes:
    """Return the bytes; a file that cannot be read is told and counts as an empty message."""
    try:
        return read_message(path)
    except CommandError as error:
        print(f"triaged: {error}", file=sys.stderr)  # noqa: T201 - beside the object it concerns
        return b""
