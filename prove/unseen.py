"""Further sets of unseen letters through the whole pipeline, and short utterances.

The letters of a set are composed as mail from the marketplace's relay, its notice address or a
buyer, and judged as bytes by ``triage`` itself: main tag, set, priority, traps, whether an
acknowledgement goes out, and pairs of letters of which one must come first. The utterances are
what buyers type into chats, tickets and reviews. Each is judged by plain keywords, by rules, by
the model and by both. Every set has a proof of its own, which keeps the figures of the first run.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Final

from cases.labels import Priority
from cases.values import Tag, Triage, Verdict
from classifier.corpus import Example
from classifier.evaluate import Judged, figures, judge
from classifier.knowledge import Knowledge as ClassifierKnowledge
from daemon.knowledge import Knowledge, load_knowledge
from daemon.triage import Incoming, triage
from prove.record import PROOFS, write_proof
from prove.triage import by_keywords, measured

BLIND: Final = Path(__file__).parent / "blind"

#: What the issue asks for: of letters, and of utterances.
AIMS: Final = {
    "main": 0.90,
    "macro": 0.90,
    "trap": 0.80,
    "priority": 0.90,
    "pairs": 0.97,
    "acknowledge": 0.97,
    "short main": 0.85,
}

_OURS: Final = "sales@shop.example"
_FIRST: Final = "first run, untouched"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindSet:
    """Letters and utterances that one author wrote without sight of rules and training."""

    #: The proof's name.
    area: str
    #: Which of the sets it is, in a word.
    ordinal: str
    #: A file a language, and the pairs.
    letters: Path
    #: The short texts, a row each.
    utterances: Path
    #: After the first run only misses of letters with an odd number were read: the even half still
    #: measures what nobody has seen.
    half_read: bool = False
    #: Of the utterances, misses among so many of the first were read, none behind them.
    utterances_read: int = 0


SETS: Final = (
    BlindSet(
        area="unseen",
        ordinal="second",
        letters=BLIND / "triage2",
        utterances=BLIND / "short" / "rows.jsonl",
    ),
    BlindSet(
        area="unseen3",
        ordinal="third",
        letters=BLIND / "triage3",
        utterances=BLIND / "short3" / "rows.jsonl",
        half_read=True,
    ),
    BlindSet(
        area="unseen4",
        ordinal="fourth",
        letters=BLIND / "triage4",
        utterances=BLIND / "short4" / "rows.jsonl",
        half_read=True,
        utterances_read=100,
    ),
    BlindSet(
        area="unseen5",
        ordinal="fifth",
        letters=BLIND / "triage5",
        utterances=BLIND / "short5" / "rows.jsonl",
        half_read=True,
    ),
    BlindSet(
        area="unseen6",
        ordinal="sixth",
        letters=BLIND / "triage6",
        utterances=BLIND / "short6" / "rows.jsonl",
    ),
)


def main() -> int:
    """Take the figures of the sets named (of all without a name), and say which aims are missed."""
    named = frozenset(sys.argv[1:]) or {one.area for one in SETS}
    knowledge = load_knowledge(None, frozenset({_OURS}), proved=True)
    for one in SETS:
        if one.area in named:
            prove(one, knowledge)
    return 0


def prove(blind: BlindSet, knowledge: Knowledge) -> None:
    """Take the figures of a set, write them down and say which aims are missed."""
    rows = [row for path in sorted(blind.letters.glob("??.jsonl")) for row in _rows(path)]
    pairs = [(row["above"], row["below"]) for row in _rows(blind.letters / "pairs.jsonl")]
    told = {
        "keywords": measured(by_keywords(map(example, rows)), pairs),
        **{
            way: {
                **measured(judged, pairs),
                "acknowledge": acknowledged,
                **(by_half(judged) if blind.half_read else {}),
            }
            for way, known in ways(knowledge).items()
            for judged, acknowledged in [by_pipeline(rows, known)]
        },
    }
    utterances = [utterance(row) for row in _rows(blind.utterances)]
    short = {
        "keywords": in_short(by_keywords(utterances)),
        **{
            way: {**in_short(judged), **by_reading(judged, blind.utterances_read)}
            for way, known in ways(knowledge).items()
            for judged in [judge(utterances, known.classifier)]
        },
    }
    both = told["both"] | {f"short {name}": value for name, value in short["both"].items()}
    shown = {
        **{f"{way}, {name}": value for way, of in told.items() for name, value in of.items()},
        **{
            f"short, {way}, {name}": value
            for way, of in short.items()
            for name, value in of.items()
        },
    }
    write_proof(
        blind.area,
        f"A {blind.ordinal} set of letters unseen by those who wrote rules and training, as mail"
        " through the whole pipeline, and short utterances.",
        {
            _FIRST: _first(blind, both),
            "letters": len(rows),
            "pairs": len(pairs),
            "utterances": len(utterances),
            **{name: round(value, 4) for name, value in shown.items()},
        },
    )
    print(f"{blind.area}: {_summary(both)}")
    missed = [aim for aim, least in AIMS.items() if both[aim] < least]
    print("aims met" if not missed else f"below the aim: {', '.join(missed)}")


def ways(knowledge: Knowledge) -> dict[str, Knowledge]:
    """Return the knowledge of each way of judging: rules alone, the model alone, both."""
    known = knowledge.classifier
    return {
        "rules": replace(knowledge, classifier=replace(known, model=None)),
        "model": replace(
            knowledge, classifier=ClassifierKnowledge(rulebooks={}, model=known.model)
        ),
        "both": knowledge,
    }


def by_pipeline(
    rows: Sequence[Mapping[str, Any]], knowledge: Knowledge
) -> tuple[list[Judged], float]:
    """Return the letters as the pipeline judges them, and how often it is right to answer."""
    verdicts: list[Verdict] = triage(
        [Incoming(raw=compose(row)) for row in rows], knowledge, datetime(2100, 1, 1, tzinfo=UTC)
    )
    right = sum(
        verdict.decision.send is row["acknowledge"]
        for row, verdict in zip(rows, verdicts, strict=True)
    )
    judged = [
        Judged(example=example(row), triage=_tagged(verdict.triage))
        for row, verdict in zip(rows, verdicts, strict=True)
    ]
    return judged, right / len(rows)


def by_half(judged: Sequence[Judged]) -> dict[str, float]:
    """Return main tag, set and priority of the half whose misses were read, and of the other."""
    told: dict[str, float] = {}
    for half, odd in (("read half", 1), ("unread half", 0)):
        of = figures([one for one in judged if _number(one.example.id) % 2 == odd])
        told |= {
            half: of.main,
            f"{half}, micro": of.micro,
            f"{half}, priority": of.priority,
        }
    return told


def by_reading(judged: Sequence[Judged], read: int) -> dict[str, float]:
    """Return the main tags of the utterances whose misses were read, and of the others."""
    if not read:
        return {}
    return {"read": figures(judged[:read]).main, "unread": figures(judged[read:]).main}


def _number(name: str) -> int:
    return int(name.rpartition("-")[2])


def _tagged(judged: Triage) -> Triage:
    """Return a verdict with a tag: that of a letter held for a machine's is none of ours."""
    return judged if judged.tags else replace(judged, tags=(Tag(tag=""),))


def compose(row: Mapping[str, Any]) -> bytes:
    """Return a letter of the set as a mail."""
    mail = EmailMessage()
    name = str(row["id"]).replace("-", "")
    mail["From"] = _sender(name, row["marketplace"] or "", row["via"])
    mail["To"] = _OURS
    mail["Subject"] = " ".join(row["subject"].split())
    mail["Date"] = format_datetime(datetime.fromisoformat(row["date"]))
    mail["Message-ID"] = f"<{name}@mail.example>"
    mail.set_content(row["text"])
    return mail.as_bytes()


def _sender(name: str, marketplace: str, via: str) -> str:
    """Return from where such a letter comes; any address will do that the marketplace has.

    Etsy takes no answers by mail, so its letters come by themselves: it is asked what is answered.
    """
    if via == "direct" or (via == "relay" and marketplace == "etsy.com"):
        return f"Buyer <{name}@mail.example>"
    shop = marketplace.partition(".")[0]
    relays = {
        "ebay": f"{name}@members.{marketplace}",
        "walmart": f"{name}@relay.walmart.com",
    }
    desks = {"ebay": f"ebay@{marketplace}", "etsy": "no-reply@account.etsy.com"}
    if via == "relay":
        return f"{name} <{relays.get(shop, f'{name}@marketplace.{marketplace}')}>"
    return f"Notice <{desks.get(shop, f'auto-communication@{marketplace}')}>"


def example(row: Mapping[str, Any]) -> Example:
    """Return a letter of the set in the form of the training letters."""
    return Example(
        id=row["id"],
        language=row["id"].partition("-")[0],
        writer="",
        situation=row["situation"],
        difficulty="trap" if row["trap"] else "plain",
        subject=row["subject"],
        text=row["text"],
        tags=tuple(row["tags"]),
        priority=Priority(row["priority"]),
    )


def utterance(row: Mapping[str, Any]) -> Example:
    """Return a short text in the form of the training letters; nobody gave it a priority."""
    return Example(
        id=row["id"],
        language="en",
        writer="",
        situation=row["id"].partition("-")[0],
        difficulty="plain",
        subject="",
        text=row["text"],
        tags=(row["tag"], *row["also"]),
        priority=Priority.LOW,
    )


def in_short(judged: Sequence[Judged]) -> dict[str, float]:
    """Return the figures of short texts: all of them, and main tags by their kind."""
    of = figures(judged)
    told = {"main": of.main, "micro": of.micro, "macro": of.macro}
    for kind in sorted({one.example.situation for one in judged}):
        told[kind] = figures([one for one in judged if one.example.situation == kind]).main
    return told


def _rows(path: Path) -> Iterable[Mapping[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def _first(blind: BlindSet, both: Mapping[str, float]) -> str:
    """Return the figures of the first run, which was made before anybody had seen a letter."""
    before = PROOFS / f"{blind.area}.json"
    if not before.exists():
        return _summary(both)
    return str(json.loads(before.read_text(encoding="utf-8"))["figures"][_FIRST])


def _summary(both: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {both[name]:.3f}" for name in (*AIMS, "micro", "untrue wording"))


if __name__ == "__main__":
    sys.exit(main())
