"""Templates into acknowledgements: loading and proving them at start, rendering them for a letter.

Every text is compiled, proved on sample letters and held against the wording rules when it is
loaded, so that a broken one stops the start with its file, line and remedy, all faults at once
(design P10). Texts run in a sandbox and know the names of ``replies.slots``, no others.

Practice: S1.4, S1.6; design P7, and P5 for the promised time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cases.labels import Fulfilment
from cases.values import Letter, Triage, Wording
from replies.choice import GENERAL, choose_language, choose_template
from replies.moment import spell
from replies.proof import FRAME, Finding, inspect, prove
from replies.shops import Shop
from replies.slots import TROUBLES, Slots, fill
from replies.wording import lint_contact

#: How an acknowledgement is signed where the shop has no brand.
_SIGNATURES: Final = MappingProxyType(
    {
        "de": "Ihr Kundenservice",
        "en": "Customer Service",
        "es": "Atención al cliente",
        "fr": "Le service client",
        "it": "Servizio clienti",
        "ja": "カスタマーサービス",
        "nl": "Klantenservice",
        "pl": "Dział Obsługi Klienta",
        "pt": "Apoio ao cliente",
        "sv": "Kundtjänst",
        "tr": "Müşteri Hizmetleri",
        "zh": "客户服务",
    }
)


#: Texts on delivery and returns, into which Amazon's own service looks for orders it ships
#: (practice S2.4, S3.8, X9); for other matters the seller alone is asked.
_HANDED_OVER: Final = frozenset(
    {
        "late-delivery",
        "late-gift",
        "not-received",
        "missing-item",
        "wrong-item",
        "damaged",
        "return",
        "refund",
        "exchange",
    }
)


#: What does the same to each of several things as ``map`` does, in processes of their own perhaps.
SideBySide = Callable[[Callable[[str], Any], Iterable[str]], Iterable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One fault of a template."""

    #: Path below the templates' folder.
    file: str
    #: From 1.
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.remedy}"


class TemplateFault(Exception):  # noqa: N818 - the word for what a person must mend
    """The templates cannot be used as they are; trying again without mending them is no use."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        """Keep every flaw; the message has one a line."""
        super().__init__("\n".join(map(str, flaws)))
        #: In the order of the files.
        self.flaws = flaws


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """Every text, by language and name; one is compiled when it is first asked for."""

    #: Language and name of each text that can be sent.
    names: frozenset[tuple[str, str]]
    #: The languages that can be written.
    languages: frozenset[str]
    environment: Environment

    def find(self, language: str, name: str) -> Template:
        """Return a text of ``names``; any other raises ``jinja2.TemplateNotFound``."""
        return self.environment.get_template(f"{language}/{name}.txt")


def acknowledge(
    letter: Letter,
    triage: Triage,
    shop: Shop,
    promised_by: datetime | None,
    templates: Templates,
    *,
    subject: str,
    now: datetime,
) -> Wording:
    """Return the acknowledgement of ``letter`` as the buyer reads it; ``lint`` has the last word.

    Args:
        letter: what is answered.
        triage: chooses the text.
        shop: gives the brand, and the zone in which the time is written.
        promised_by: when a person will answer, UTC; None states no time.
        templates: the texts.
        subject: the reply's subject; where it holds contact data it is not repeated.
        now: the time of sending; a promise that is past by then is not stated.
    """
    language = choose_language(letter, shop, templates.languages)
    name = choose_template(triage)
    if (language, name) not in templates.names:
        name = GENERAL
    stated = promised_by if promised_by is not None and promised_by > now else None
    zone = shop.calendar.zone
    promised = None if stated is None else spell(stated, zone, language, letter.marketplace)
    slots = Slots(
        order_id=letter.order_ids[0] if letter.order_ids else None,
        promised=promised,
        brand=shop.brand or _SIGNATURES.get(language, _SIGNATURES["en"]),
        photos=letter.photos,
        trouble=_trouble(triage),
        fba=letter.fulfilment is Fulfilment.FBA and name in _HANDED_OVER,
    )
    return Wording(
        template=name,
        language=language,
        subject=_subject(subject, slots, letter.marketplace),
        body=fill(templates.find(language, name), slots),
        promised_by=stated,
        promised=promised,
    )


def open_templates(folder: Path, own: Path | None = None) -> Templates:
    """Return the texts of ``folder`` (``<language>/<name>.txt``) unproved, which takes no time.

    For texts that were proved before, as ours are by a test; a fault shows when one is rendered.
    A text of the operator's ``own`` folder takes the place of the one of its name.
    """
    sources = {**_read(folder)[0], **(_read(own)[0] if own else {})}
    return _collect(_environment(sources), sources)


def load_templates(
    folder: Path, own: Path | None = None, side_by_side: SideBySide = map
) -> Templates:
    """Return the texts of ``folder`` and ``own``, each proved: what a service does at start.

    ``side_by_side`` proves the languages, each of which takes a third of a second.

    Raises:
        TemplateFault: with every flaw of every file; one of ``own`` is named by its whole path.
    """
    sources, flaws = _read(folder)
    theirs, unread = _read(own) if own else ({}, [])
    sources |= theirs
    flaws += unread
    environment = _environment(sources)
    for file, source in sources.items():
        found = inspect(environment, Path(file).stem, source)
        flaws += [_locate(one, file, sources) for one in found]
    languages = {file.partition("/")[0] for file in sources}
    flaws += [flaw for one in sorted(languages) for flaw in _check_language(one, sources)]
    if not sources:
        flaws.append(Flaw(file=".", line=1, what="no template", remedy="add en/general.txt"))
    templates = _collect(environment, sources)
    proving = partial(_prove_language, sources)
    for found_here in () if flaws else side_by_side(proving, sorted(languages)):
        flaws += found_here
    if flaws:
        wrong = {one.file for one in unread} | theirs.keys()
        flaws = [
            replace(one, file=f"{own}/{one.file}") if one.file in wrong else one for one in flaws
        ]
        raise TemplateFault(tuple(dict.fromkeys(flaws)))
    return templates


def _prove_language(sources: Mapping[str, str], language: str) -> list[Flaw]:
    """Return what is wrong with the finished texts of a language."""
    templates = _collect(_environment(sources), sources)
    return [
        _locate(one, f"{language}/{name}.txt", sources)
        for spoken, name in sorted(templates.names)
        if spoken == language
        for one in prove(templates.find(language, name), language)
    ]


def _read(folder: Path) -> tuple[dict[str, str], list[Flaw]]:
    sources: dict[str, str] = {}
    flaws: list[Flaw] = []
    for path in sorted(folder.glob("*/*.txt")):
        file = path.relative_to(folder).as_posix()
        try:
            sources[file] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            flaws.append(Flaw(file=file, line=line, what="not UTF-8", remedy="save it as UTF-8"))
    return sources, flaws


def _environment(sources: Mapping[str, str]) -> Environment:
    def load(file: str) -> tuple[str, str, None] | None:
        return (sources[file], file, None) if file in sources else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # No functions: a text that draws random words or counts to a million is not a text.
    environment.globals.clear()
    return environment


def _collect(environment: Environment, sources: Iterable[str]) -> Templates:
    pairs = (file.removesuffix(".txt").split("/", 1) for file in sources)
    names = frozenset((language, name) for language, name in pairs if name != FRAME)
    languages = frozenset(language for language, _ in names)
    return Templates(names=names, languages=languages, environment=environment)


def _check_language(language: str, sources: Mapping[str, str]) -> Iterator[Flaw]:
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        remedy = "name the folder by ISO 639-1: en, de, ja"
        yield Flaw(file=language, line=1, what="unknown language", remedy=remedy)
    if f"{language}/{GENERAL}.txt" not in sources:
        remedy = f"add {language}/{GENERAL}.txt: letters that fit no other text get it"
        yield Flaw(file=language, line=1, what="no general text", remedy=remedy)


def _locate(found: Finding, file: str, sources: Mapping[str, str]) -> Flaw:
    """Give a finding its file and line: where it was raised, or where its words stand."""
    place = found.at or (file, 1)
    frame = f"{file.partition('/')[0]}/{FRAME}.txt"
    for candidate in (file, frame) if found.words else ():
        for number, line in enumerate(sources.get(candidate, "").lower().splitlines(), start=1):
            if found.words in line:
                place = (candidate, number)
    return Flaw(file=place[0] or file, line=place[1], what=found.what, remedy=found.remedy)


def _trouble(triage: Triage) -> str:
    """Return what the letter says happened to a giveaway."""
    return next((TROUBLES[one.tag] for one in triage.tags if one.tag in TROUBLES), "")


def _subject(subject: str, slots: Slots, marketplace: str | None) -> str:
    """Return ``subject`` unless it holds what no marketplace lets pass, even back to its writer."""
    if marketplace is not None and lint_contact(subject, marketplace):
        return f"Re: {slots.order_id or slots.brand}"
    return subject
