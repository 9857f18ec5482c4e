"""The shelf: the rulebooks of all languages, ours and beside them the operator's own.

An own file adds rules and signals to ours of the same language; guards and date words stay ours.
In a language for which there is none of ours it is a whole rulebook. A rulebook is compiled when
it is first asked for, because most letters need one or two of them, and kept in the cache: what is
found there was read without a fault from the very same files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from classifier.cache import Cache, Entry, key, restore, shrink
from classifier.compiled import pack, unpack
from classifier.rulefile import Fault, RulebookFault, RuleFile, find_line, read_rulefile
from classifier.rules import Heading, Rulebook, compile_rulebook, open_rulebook


class Shelf(Mapping[str, Rulebook]):
    """Rulebooks by language, ISO 639-1."""

    def __init__(self, ours: Path, own: Path | None = None, cache: Cache | None = None) -> None:
        """Look which files there are.

        Args:
            ours: holds one TOML file a language, named after it.
            own: the operator's folder of such files; None where there is none.
            cache: where compiled rulebooks are kept.
        """
        self._ours = {path.stem: path for path in sorted(ours.glob("*.toml"))}
        self._own = {path.stem: path for path in sorted(own.glob("*.toml"))} if own else {}
        self._cache = cache or Cache()
        self._read: dict[str, Rulebook] = {}
        self._shrunk: dict[str, bytes] = {}

    def __getitem__(self, language: str) -> Rulebook:
        """Return the rulebook; raises ``RulebookFault`` where a file breaks the format."""
        if language not in self._read:
            self._read[language] = self._open(language)
            self._shrunk.pop(language, None)
        return self._read[language]

    def __contains__(self, language: object) -> bool:
        """Tell whether there is a rulebook, compiled or not."""
        return language in self._ours or language in self._own

    def __iter__(self) -> Iterator[str]:
        """Iterate over the languages."""
        return iter(sorted({*self._ours, *self._own}))

    def __len__(self) -> int:
        """Count the languages."""
        return len({*self._ours, *self._own})

    @property
    def opened(self) -> frozenset[str]:
        """The languages whose rulebook is compiled."""
        return frozenset(self._read)

    @property
    def prepared(self) -> frozenset[str]:
        """The languages whose rulebook is compiled and not yet asked for."""
        return frozenset(self._shrunk)

    def read(self, language: str) -> RuleFile:
        """Return the rules of a language, ours first.

        Raises:
            RulebookFault: a file breaks the format, is named after another language, or has an id
                of ours; with every fault.
        """
        files = list(map(_read, self._paths(language)))
        return files[0] if len(files) == 1 else _join(self._own[language], *files)

    def find_place(self, language: str, rule: str) -> str:
        """Return file and line of the rule of this id, for people to open; ours come first."""
        for path in self._paths(language):
            if line := find_line(path.read_text(encoding="utf-8"), rule):
                return f"{path}:{line}"
        return language

    def find_faults(self, language: str) -> tuple[Fault, ...]:
        """Return every fault of the files of a language; compiles nothing."""
        try:
            self.read(language)
        except RulebookFault as fault:
            return fault.faults
        return ()

    def prepare(self, language: str) -> None:
        """Compile a rulebook and hold it shrunk: it opens in a moment, whatever its files become.

        Raises:
            RulebookFault: a file breaks the format.
        """
        if language not in self._read and language not in self._shrunk:
            self._shrunk[language] = shrink(*self._compiled(language))

    def _open(self, language: str) -> Rulebook:
        if shrunk := self._shrunk.get(language):
            facts, arrays = restore(shrunk)
        else:
            facts, arrays = self._compiled(language)
        headings = [Heading(*one) for one in facts["rules"]]
        return open_rulebook(language, headings, facts["reaches"], unpack(facts, arrays))

    def _compiled(self, language: str) -> Entry:
        name = f"rulebook-{language}"
        sources = key(_load(path) for path in self._paths(language))
        if kept := self._cache.find(name, sources):
            return kept
        rulebook = compile_rulebook(self.read(language))
        facts, arrays = pack(rulebook.compiled)
        told = {**facts, "rules": rulebook.rules, "reaches": rulebook.reaches}
        self._cache.keep(name, sources, told, arrays)
        return told, arrays

    def _paths(self, language: str) -> list[Path]:
        return [paths[language] for paths in (self._ours, self._own) if language in paths]

    def check(self) -> None:
        """Compile everything; raise ``RulebookFault`` with every fault of every file."""
        faults: list[Fault] = []
        for language in self:
            try:
                self.prepare(language)
            except RulebookFault as fault:
                faults += fault.faults
        if faults:
            raise RulebookFault(tuple(faults))


def _read(path: Path) -> RuleFile:
    raw = _load(path)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _fault(path, "is not UTF-8: save it as UTF-8", line) from None
    rulefile = read_rulefile(text, str(path))
    if rulefile.language != path.stem:
        spoken = rulefile.language
        raise _fault(path, f"holds rules of {spoken!r}: name it {spoken}.toml")
    return rulefile


def _load(path: Path) -> bytes:
    """Return what a file holds; a folder, or what only others may read, is a fault like another."""
    try:
        return path.read_bytes()
    except OSError as error:
        sentence = f"cannot be read: {error.strerror}; make it a file that the service can read"
        raise _fault(path, sentence) from None


def _fault(path: Path, sentence: str, line: int = 0) -> RulebookFault:
    return RulebookFault((Fault(file=str(path), line=line, rule="", sentence=sentence),))


def _join(path: Path, ours: RuleFile, own: RuleFile) -> RuleFile:
    taken = {(rule.signal, rule.id) for rule in ours.rules}
    faults = tuple(
        Fault(file=str(path), line=0, rule=rule.id, sentence="is an id of ours: rename it")
        for rule in own.rules
        if (rule.signal, rule.id) in taken
    )
    if faults:
        raise RulebookFault(faults)
    return replace(ours, rules=(*ours.rules, *own.rules))
