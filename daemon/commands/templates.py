"""``triaged templates``: every text proved on samples, or one as a buyer would read it."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import Progress

from cases.labels import TAGS, Priority
from cases.values import Letter, Signals, Tag, Triage
from daemon import assets, clock
from daemon.commands.options import find_config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.shops import build_shop
from mail.composing import reply_subject
from replies.choice import LATE_GIFT
from replies.promise import forecast
from replies.render import TemplateFault, acknowledge, load_templates, open_templates
from replies.shops import DEFAULT_ZONES, Shop, default_shop
from replies.wording import lint

EXAMPLES = """\
  triaged templates test
  triaged templates preview late-delivery --language de
  triaged templates preview damaged --photos 2 --no-order --marketplace amazon.fr"""

_ORDER: Final = "302-1234567-1234567"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    test = actions.add_parser("test", help="fill every text of every language for every letter")
    test.add_argument("--config", type=Path, metavar="FILE", help="with the texts of your own")
    preview = actions.add_parser("preview", help="show the text that a letter with this tag gets")
    preview.add_argument("tag", choices=(*TAGS, LATE_GIFT), metavar="TAG", help="a tag")
    preview.add_argument("--language", default="", help="of the letter; default its marketplace's")
    preview.add_argument("--marketplace", choices=sorted(DEFAULT_ZONES), metavar="NAME")
    preview.add_argument("--photos", type=int, default=0, metavar="N", help="that came; default 0")
    preview.add_argument("--no-order", action="store_true", help="the letter names no order")
    preview.add_argument("--no-time", action="store_true", help="no time is promised")
    preview.add_argument("--config", type=Path, metavar="FILE", help="brand and hours from there")
    preview.add_argument("--shop", metavar="NAME", help="of the configuration; default its first")


def run(given: argparse.Namespace) -> int:
    """Test: 1 where a text is wrong. Preview: 1 where the text breaks a rule of wording."""
    return _test(given) if given.action == "test" else _preview(given)


def _test(given: argparse.Namespace) -> int:
    with Progress(console=Console(stderr=True), transient=True) as progress:
        progress.add_task("filling and reading every text", total=None)
        try:
            templates = load_templates(assets.templates(), _own(given))
        except TemplateFault as fault:
            print(fault)
            print(f"{len(fault.flaws)} faults")
            return Exit.FAILED
    for language, texts in sorted(Counter(language for language, _ in templates.names).items()):
        print(f"{language}: {texts} texts")
    print(f"{len(templates.names)} texts in {len(templates.languages)} languages, none is wrong")
    return Exit.OK


def _preview(given: argparse.Namespace) -> int:
    shop, now = _shop(given), clock.now()
    letter = Letter(
        subject=f"Order {_ORDER}",
        language=given.language or "unknown",
        marketplace=given.marketplace,
        order_ids=() if given.no_order else (_ORDER,),
        photos=given.photos,
    )
    triage = _triage(given.tag)
    promise = forecast(triage.priority, shop, now)
    wording = acknowledge(
        letter,
        triage,
        shop,
        None if given.no_time else promise.at,
        open_templates(assets.templates(), _own(given)),
        subject=reply_subject(letter.subject),
        now=now,
    )
    print(f"{wording.language}/{wording.template}\n\n{wording.subject}\n\n{wording.body}")
    faults = lint(wording, given.marketplace, shop.brand, next(iter(letter.order_ids), None))
    for fault in faults:
        print(f"{fault.rule}: {fault.words}: {fault.why}")
    return Exit.FAILED if faults else Exit.OK


def _own(given: argparse.Namespace) -> Path | None:
    path = _config(given)
    return None if path is None else load_config(path).templates


def _config(given: argparse.Namespace) -> Path | None:
    """Return the configuration to go by; who names a shop means one, be it the usual one."""
    return find_config(given) if given.config or getattr(given, "shop", None) else None


def _shop(given: argparse.Namespace) -> Shop:
    path = _config(given)
    if path is None:
        return default_shop(given.marketplace)
    shops = load_config(path).shops
    name = given.shop or next(iter(shops))
    if name not in shops:
        raise CommandError(f"there is no shop {name!r}; one of {', '.join(shops)}", Exit.USAGE)
    return build_shop(name, shops[name])


def _triage(tag: str) -> Triage:
    """Return the triage of a letter about nothing but ``tag``, which is sure."""
    late_gift = tag == LATE_GIFT
    tags = ("late-delivery", "gift-order") if late_gift else (tag,)
    return Triage(
        tags=tuple(Tag(tag=one) for one in tags),
        priority=Priority.NORMAL,
        signals=Signals(gift_date=late_gift),
        say_it=True,
    )
