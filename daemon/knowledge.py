"""All that the pure pipeline knows: addresses, rules, model, templates, shops, channels.

Loaded once, frozen, and exchanged as a whole on reload, so that no letter is judged with half of
the old and half of the new. A fault in any of it stops the start with every sentence (P10).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cases.values import Letter, Triage, Wording
from classifier.cache import Cache
from classifier.knowledge import Knowledge as ClassifierKnowledge
from classifier.knowledge import load_knowledge as load_classifier
from classifier.knowledge import open_knowledge as open_classifier
from classifier.model import Model, ModelFault
from classifier.rules import RulebookFault
from daemon import assets
from daemon.exits import CommandError, Exit
from mail.composing import reply_subject
from mail.reading import Boundary
from replies.channels import Channels
from replies.experience import Experience
from replies.render import (
    TemplateFault,
    Templates,
    acknowledge,
    load_templates,
    open_templates,
)
from replies.shops import DEFAULT_ZONES, Shop, default_shop, find_shop
from replies.wording import lint

if TYPE_CHECKING:
    from daemon.config.config import Config
    from daemon.config.mailboxes import Mailbox
    from daemon.models import Outdated


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What one installation knows; the empty configuration knows the least."""

    boundary: Boundary
    classifier: ClassifierKnowledge
    templates: Templates
    channels: Channels
    #: The folder of the model in use.
    model: Path
    #: The model that is named, where another version of triaged wrote it; then the starter judges.
    outdated: "Outdated | None" = None
    #: None is the empty configuration: one shop, at home wherever the marketplace is.
    shops: tuple[Shop, ...] | None = None
    #: By mailbox, the shop of letters that name none.
    defaults: Mapping[str, str | None] = field(default_factory=dict)
    #: The share of the cases that is never acknowledged (cases/holdout.py).
    hold_out: float = 0.0
    #: What people's answers teach, by shop; none while there are too few.
    experience: Mapping[str, Experience] = field(default_factory=dict)

    @property
    def named(self) -> Path:
        """The folder of the model that configuration or registry names."""
        return self.model if self.outdated is None else self.outdated.folder

    def with_model(self, folder: Path, model: Model) -> "Knowledge":
        """Return the same with another model, which lies in ``folder``."""
        classifier = replace(self.classifier, model=model)
        return replace(self, model=folder, outdated=None, classifier=classifier)

    def with_experience(self, learnt: Mapping[str, Experience]) -> "Knowledge":
        """Return the same with what people's answers teach by now."""
        return replace(self, experience=learnt)

    def shop(self, name: str | None) -> Shop | None:
        """Return the shop of this id; None where there is none."""
        return next((one for one in self.shops or () if one.id == name), None)

    def find_shop(self, letter: Letter, mailbox: str | None) -> Shop | None:
        """Return the shop a letter is for; None when that is not known.

        Where nobody says in which mailbox it lies and there is one, it lies there.
        """
        if self.shops is None:
            return default_shop(letter.marketplace)
        if mailbox is None and len(self.defaults) == 1:
            (mailbox,) = self.defaults
        return find_shop(letter, self.shops, self.defaults.get(mailbox or ""))

    def zone_of(self, letter: Letter) -> ZoneInfo:
        """Return the zone the buyer most likely lives in, for "today" and "by Friday"."""
        home = DEFAULT_ZONES.get(letter.marketplace or "")
        if home is not None:
            return ZoneInfo(home.zone)
        shop = self.find_shop(letter, None)
        return ZoneInfo(shop.calendar.zone if shop else "UTC")

    def word(
        self,
        letter: Letter,
        triage: Triage,
        shop: Shop,
        promised_by: datetime | None,
        now: datetime,
    ) -> Wording | str:
        """Return the acknowledgement as the buyer would read it, or the veto "wording"."""
        subject = reply_subject(letter.subject)
        wording = acknowledge(
            letter, triage, shop, promised_by, self.templates, subject=subject, now=now
        )
        order = letter.order_ids[0] if letter.order_ids else None
        return "wording" if lint(wording, letter.marketplace, shop.brand, order) else wording


def load_knowledge(
    config: "Config | None",
    own: frozenset[str] = frozenset(),
    *,
    proved: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Knowledge:
    """Return what an installation knows; raise ``CommandError`` with every fault.

    Args:
        config: the configuration; None is the empty one.
        own: further addresses of ours.
        proved: rules and templates were proved before and are not proved again.
        tell: hears what is proved now, which takes seconds.
    """
    faults: list[str] = []
    model, outdated = _model(config)
    try:
        if not proved:
            tell("proving the rulebooks")
        read = open_classifier if proved else load_classifier
        classifier = read(
            assets.rulebooks(), model, config.rules if config else None, find_cache(config)
        )
    except RulebookFault as error:
        faults.append(str(error))
    except ModelFault as error:
        faults.append(f"{error}{_way_back(config)}")
    try:
        if not proved:
            tell("proving the templates")
        prepare = open_templates if proved else load_templates
        templates = prepare(assets.templates(), config.templates if config else None)
    except TemplateFault as error:
        faults.append(str(error))
    if faults:
        raise CommandError("\n".join(faults), Exit.CONFIG)
    if config is None:
        return Knowledge(
            boundary=Boundary(own=own),
            classifier=classifier,
            model=model,
            templates=templates,
            channels=Channels(own=own or None),
        )
    knowledge = _configured(config, own, classifier, templates, model)
    return replace(knowledge, outdated=outdated)


def find_cache(config: "Config | None") -> Cache:
    """Return where compiled rules are kept: in the state folder, without one at the user's."""
    return Cache(assets.user_cache() if config is None else config.state_folder / "cache")


def find_boundary(config: "Config", own: frozenset[str] = frozenset()) -> Boundary:
    """Return what tells our own mail, and whom to believe about others'."""
    return Boundary(
        own=own.union(
            *(_addresses(box) for box in config.mailboxes.values()),
            *(shop.senders for shop in config.shops.values()),
        ),
        trusted=frozenset(map(str.lower, config.channels.trusted_servers)),
        forwarders=frozenset(map(str.lower, config.channels.forwarders)),
    )


def _model(config: "Config | None") -> "tuple[Path, Outdated | None]":
    if config is None:
        return assets.starter_model(), None
    from daemon.models import find_judging  # noqa: PLC0415 - the empty one needs none

    return find_judging(config)


def _way_back(config: "Config | None") -> str:
    if config is None:
        return ""
    from daemon.models import way_back  # noqa: PLC0415 - the empty one needs none

    return way_back(config)


def _configured(
    config: "Config",
    own: frozenset[str],
    classifier: ClassifierKnowledge,
    templates: Templates,
    model: Path,
) -> Knowledge:
    # Reading configurations takes a while to import, and the empty one needs none of it.
    from daemon.shops import build_shop  # noqa: PLC0415 - start-up time

    boundary = find_boundary(config, own)
    channels = config.channels
    return Knowledge(
        boundary=boundary,
        classifier=classifier,
        model=model,
        templates=templates,
        channels=Channels(
            relays=channels.relays,
            direct=frozenset(channels.direct),
            own=boundary.own,
            own_domains=frozenset(map(str.lower, channels.own_domains)),
            never=frozenset(map(str.lower, channels.never)),
            trusted_servers=bool(boundary.trusted),
            unauthenticated_direct=channels.unauthenticated_direct,
        ),
        shops=tuple(build_shop(name, table) for name, table in config.shops.items()),
        defaults={name: _default_shop(box, config) for name, box in config.mailboxes.items()},
        hold_out=config.hold_out,
    )


def _addresses(mailbox: "Mailbox") -> tuple[str, ...]:
    return (mailbox.address, *mailbox.aliases)


def _default_shop(mailbox: "Mailbox", config: "Config") -> str | None:
    """A single shop needs no naming."""
    if mailbox.shop is None and len(config.shops) == 1:
        return next(iter(config.shops))
    return mailbox.shop
