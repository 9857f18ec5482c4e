"""What the shops write on: their names, their hours, and the texts of their acknowledgements.

What is shown before it leaves is made by the same words and forecast as what is sent: absences, the
cases served before, and what people's answers teach where the service itself shows it (a desk of
its own knows no experience, and takes the hours of the priority). When it is sent it is judged and
its time reckoned anew. Pure but for texts that are read when they are first asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from cases.absences import Absence, spans
from cases.deeds import Refusal
from cases.values import Wording
from mail.composing import reply_subject
from replies.experience import Experience
from replies.promise import Prospect, forecast
from replies.render import Templates, acknowledge
from replies.shops import Shop
from replies.wording import lint
from store.protocol import Ledger
from store.values import CaseView

#: The veto of a letter whose shop is not known here.
UNKNOWN_SHOP: Final = "unknown-shop"
#: The veto of a text that must not leave.
UNFIT: Final = "wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the store knows of how soon people will answer."""

    absences: Sequence[Absence] = ()
    #: By case, how many open cases of its shop are served up to it.
    ahead: Mapping[int, int] = field(default_factory=dict)


def survey(ledger: Ledger, cases: Sequence[int], now: datetime) -> Outlook:
    """Return the outlook for some cases."""
    return Outlook(absences=ledger.absences(now), ahead=ledger.ahead(cases))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """The texts, and the shops by their ids."""

    templates: Templates
    shops: Mapping[str, Shop] = field(default_factory=dict)
    #: What people's answers teach, by shop; none where nobody has learnt it.
    experience: Mapping[str, Experience] = field(default_factory=dict)

    def shop(self, name: str | None) -> Shop | None:
        """Return the shop of this id; None where it is not known here."""
        return None if name is None else self.shops.get(name)

    def brand(self, name: str | None) -> str:
        """Return a shop's name as buyers know it; "" where it is not known here."""
        shop = self.shop(name)
        return shop.brand if shop else ""

    def preview(
        self, case: CaseView, letter: int, outlook: Outlook, now: datetime
    ) -> Wording | str | None:
        """Return the acknowledgement of a case's ``letter``, or the veto that it meets.

        None where the letter is another case's by now.
        """
        verdict = case.verdict_of(letter)
        if verdict is None:
            return None
        if case.forgotten:
            return Refusal.ERASED.value
        shop = self.shop(verdict.decision.shop)
        if shop is None:
            return UNKNOWN_SHOP
        read = verdict.letter
        prospect = Prospect(
            experience=self.experience.get(shop.id),
            ahead=outlook.ahead.get(case.row.case, 0),
            away=spans(outlook.absences, shop.id),
        )
        promise = forecast(case.row.priority, shop, now, case.row.limit_at, prospect)
        wording = acknowledge(
            read,
            verdict.triage,
            shop,
            promise.at,
            self.templates,
            subject=reply_subject(read.subject),
            now=now,
        )
        order = read.order_ids[0] if read.order_ids else None
        return UNFIT if lint(wording, read.marketplace, shop.brand, order) else wording
