"""A rulebook file as values: the TOML of one language, checked to the last entry.

The format is in docs/reference/rules.md. A file that breaks it raises one ``RulebookFault`` that
carries every fault found, each with file, line, rule and remedy, so that an operator mends them
in one go.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cases.labels import TAGS, WISHES
from classifier.datewords import LISTS, DateWords
from classifier.guards import Scope
from classifier.phrases import Phrase, PhraseError, parse

#: What a letter may say beside its topic.
SIGNALS: Final = ("anger", "repeated", "gift-date", "review-threat", "withdrawal")

#: How a rule is turned away: by a negation before it, by a settled matter, by both or neither.
GUARDS: Final = ("negation", "settled", "both", "none")

_FILE_KEYS: Final = frozenset(
    {
        "language",
        "negation",
        "hypothetical",
        "settled",
        "refused",
        "spared",
        "dates",
        "rule",
        "signal",
    }
)
_RULE_KEYS: Final = frozenset(
    {"id", "tag", "signal", "phrases", "unless", "guard", "match", "no_match"}
)
_SCOPE_LISTS: Final = ("before", "after", "clause", "contrast", "unless")
_FARTHEST: Final = 20
_DATE_TABLES: Final = {"weekdays": 7, "months": 12}
#: Tables of words for numbers, with the highest number that each may name.
_COUNTED: Final = {"numbers": 99, "ordinals": 31}
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY: Final = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in a rulebook file."""

    #: As a person finds it: its path where there are several of one name.
    file: str
    #: The line it stands on, 0 where it belongs to the whole file.
    line: int
    #: The rule's id, "" outside the rules.
    rule: str
    #: What is wrong and what to do.
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return (
            f"{place}: {self.rule}: {self.sentence}" if self.rule else f"{place}: {self.sentence}"
        )


class RulebookFault(Exception):  # noqa: N818 - the word for what a person must mend
    """A rulebook file breaks the format; ``faults`` holds every place."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))

    def __reduce__(self) -> tuple[type["RulebookFault"], tuple[tuple[Fault, ...]]]:
        """Come from another process as what it was made of, and not as its message."""
        return type(self), (self.faults,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: the phrases that speak for a tag or a signal, and what turns them away."""

    id: str
    #: The tag or signal it speaks for.
    label: str
    #: True when the label is a signal.
    signal: bool
    phrases: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    guard: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """All that one file says."""

    language: str
    rules: tuple[Rule, ...]
    negation: Scope
    #: Words that only suppose what they speak of: "if", "in case".
    hypothetical: Scope
    settled: tuple[Phrase, ...]
    #: Words that say that somebody holds the parcel.
    found: tuple[Phrase, ...]
    #: By wish: words that refuse it.
    refused: Mapping[str, tuple[Phrase, ...]]
    #: By signal: phrases in which its words say another thing.
    spared: Mapping[str, tuple[Phrase, ...]]
    dates: DateWords


def read_rulefile(text: str, name: str) -> RuleFile:
    """Return the rulebook file ``text``, called ``name`` in faults.

    Raises:
        RulebookFault: the file breaks the format, with every fault in it.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        sentence = f"is not TOML: {fault}"
        raise RulebookFault((Fault(file=name, line=0, rule="", sentence=sentence),)) from fault
    reader = _Reader(name, text)
    rulefile = reader.file(table)
    if reader.faults:
        raise RulebookFault(tuple(reader.faults))
    return rulefile


def find_line(text: str, rule: str) -> int:
    """Return the line of the file ``text`` on which the rule of this id begins; 0 where none."""
    key = rf'^\s*id\s*=\s*["\']{re.escape(rule)}["\']'
    at = re.search(key, text, re.MULTILINE)
    return text.count("\n", 0, at.end()) + 1 if at else 0


class _Reader:
    """Reads the tables of one file and notes every fault instead of stopping at the first."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.rule = ""
        self.faults: list[Fault] = []

    def fault(self, sentence: str) -> None:
        line = find_line(self.text, self.rule) if self.rule else 0
        self.faults.append(Fault(file=self.name, line=line, rule=self.rule, sentence=sentence))

    def file(self, table: Mapping[str, object]) -> RuleFile:
        self.known(table, _FILE_KEYS, "the file")
        language = table.get("language")
        if not isinstance(language, str) or not re.fullmatch("[a-z]{2}", language):
            self.fault('needs language = "xx", an ISO 639-1 code')
        settled = self.table(table, "settled")
        self.known(settled, {"phrases", "found"}, "[settled]")
        refused = self.table(table, "refused")
        self.known(refused, WISHES, "[refused]")
        spared = self.table(table, "spared")
        self.known(spared, set(SIGNALS), "[spared]")
        return RuleFile(
            language=str(language),
            negation=self.scope(table, "negation", 3),
            hypothetical=self.scope(table, "hypothetical", 8),
            settled=self.phrases(settled, "phrases"),
            found=self.phrases(settled, "found"),
            refused={wish: self.phrases(refused, wish) for wish in refused},
            spared={signal: self.phrases(spared, signal) for signal in spared},
            dates=self.dates(self.table(table, "dates")),
            rules=(*self.rules(table, "rule"), *self.rules(table, "signal")),
        )

    def scope(self, table: Mapping[str, object], name: str, usual: int) -> Scope:
        words = self.table(table, name)
        self.known(words, {*_SCOPE_LISTS, "reach"}, f"[{name}]")
        reach = words.get("reach", usual)
        if not isinstance(reach, int) or not 1 <= reach <= _FARTHEST:
            self.fault(f"[{name}] reach must be a whole number from 1 to {_FARTHEST}")
            reach = usual
        before, after, clause, contrast, unless = (self.phrases(words, key) for key in _SCOPE_LISTS)
        return Scope(
            reach=reach,
            before=before,
            after=after,
            clause=clause,
            contrast=contrast,
            unless=unless,
        )

    def rules(self, table: Mapping[str, object], kind: str) -> tuple[Rule, ...]:
        entries = table.get(kind, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.fault(f"write every {kind} as [[{kind}]]")
            return ()
        seen: set[str] = set()
        read = []
        for entry in entries:
            self.rule = str(entry.get("id", "?"))
            if not _ID.fullmatch(self.rule):
                self.fault("needs an id in kebab-case")
            if self.rule in seen:
                self.fault("has an id that stands twice: rename one")
            seen.add(self.rule)
            read.append(self.one(entry, signal=kind == "signal"))
            self.rule = ""
        return tuple(read)

    def one(self, entry: Mapping[str, object], *, signal: bool) -> Rule:
        self.known(entry, _RULE_KEYS - {"tag" if signal else "signal"}, "a rule")
        legal = SIGNALS if signal else TAGS
        label = entry.get("signal" if signal else "tag")
        if label not in legal:
            self.fault(f"speaks for {label!r}: use one of {', '.join(legal)}")
        guard = entry.get("guard", "both")
        if guard not in GUARDS:
            self.fault(f"has guard {guard!r}: use one of {', '.join(GUARDS)}")
        phrases = self.phrases(entry, "phrases")
        if not phrases:
            self.fault("has no phrases: write at least one")
        match, no_match = self.strings(entry, "match"), self.strings(entry, "no_match")
        if not match:
            self.fault("has no match example: write a sentence it must find")
        if not no_match:
            self.fault("has no no_match example: write a sentence it must leave alone")
        return Rule(
            id=self.rule,
            label=str(label),
            signal=signal,
            phrases=phrases,
            unless=self.phrases(entry, "unless"),
            guard=str(guard),
            match=match,
            no_match=no_match,
        )

    def dates(self, table: Mapping[str, object]) -> DateWords:
        self.known(table, {*LISTS, *_DATE_TABLES, "named", *_COUNTED}, "[dates]")
        lists: dict[str, tuple[tuple[Phrase, ...], ...]] = {}
        for key, size in _DATE_TABLES.items():
            empty: list[object] = [[]] * size
            value = table.get(key, empty)
            if not isinstance(value, list) or len(value) != size:
                self.fault(f"[dates] {key} needs {size} lists")
                value = empty
            lists[key] = tuple(self.phrases({key: words}, key) for words in value)
        days = []
        for words, day in self.table(table, "named").items():
            if not isinstance(day, str) or not _DAY.fullmatch(day):
                self.fault(f'[dates] named {words!r} needs a day as "MM-DD"')
                continue
            month, number = map(int, day.split("-"))
            days += [(month, number, phrase) for phrase in self.parsed(words)]
        return DateWords(
            lists={key: self.phrases(table, key) for key in LISTS},
            weekdays=lists["weekdays"],
            months=lists["months"],
            named=tuple(days),
            numbers=self.counted(table, "numbers"),
            ordinals=self.counted(table, "ordinals"),
        )

    def counted(self, table: Mapping[str, object], key: str) -> tuple[tuple[int, Phrase], ...]:
        most = _COUNTED[key]
        counted = []
        for words, value in self.table(table, key).items():
            if not isinstance(value, int) or not 1 <= value <= most:
                self.fault(f"[dates] {key} {words!r} needs a whole number from 1 to {most}")
                continue
            counted += [(value, phrase) for phrase in self.parsed(words)]
        return tuple(counted)

    def table(self, table: Mapping[str, object], key: str) -> Mapping[str, object]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        self.fault(f"write {key} as a table")
        return {}

    def known(
        self, table: Mapping[str, object], keys: frozenset[str] | set[str], where: str
    ) -> None:
        for key in sorted(set(table) - keys):
            self.fault(f"{where} has no {key!r}: use {', '.join(sorted(keys))}")

    def strings(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.fault(f"{key} must be a list of texts")
        return ()

    def phrases(self, table: Mapping[str, object], key: str) -> tuple[Phrase, ...]:
        return tuple(
            phrase for written in self.strings(table, key) for phrase in self.parsed(written)
        )

    def parsed(self, written: str) -> tuple[Phrase, ...]:
        try:
            return (parse(written),)
        except PhraseError as fault:
            self.fault(f"phrase {written!r} {fault}")
            return ()
