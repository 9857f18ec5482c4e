"""Which cases a queue page shows: a view and filters, which stand in its address.

A view is a bookmark, so every choice is in the query and nothing in the session. What is not
understood is left out, never an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final
from urllib.parse import urlencode

from cases.filters import DONE, OPEN, VIEWS, Filter, View
from cases.labels import TAGS, Priority
from cases.states import CaseState

#: The views on offer, in their order; the first is the default.
OFFERED: Final = ("all", *(view.value for view in View), "mine", "waiting", "done")

_OWN: Final[Mapping[str, Filter]] = {
    "all": Filter(states=OPEN),
    "mine": Filter(states=OPEN),
    "waiting": Filter(states=frozenset({CaseState.WAITING, CaseState.SNOOZED})),
    "done": Filter(states=DONE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the address of a queue page says; "" filters nothing."""

    view: str = OFFERED[0]
    tag: str = ""
    priority: str = ""
    language: str = ""
    marketplace: str = ""
    shop: str = ""

    @property
    def query(self) -> str:
        """The choice as it stands in an address, without what is left at its default."""
        default = Choice()
        return urlencode(
            {
                one.name: getattr(self, one.name)
                for one in fields(self)
                if getattr(self, one.name) != getattr(default, one.name)
            }
        )

    @property
    def address(self) -> str:
        """The page's address."""
        return f"/?{self.query}" if self.query else "/"

    @property
    def narrows(self) -> bool:
        """Whether it shows less than its view."""
        return self != Choice(view=self.view)

    def filter(self, person: str) -> Filter:
        """Return what is wanted, by whom it is looked at."""
        wanted = _OWN[self.view] if self.view in _OWN else VIEWS[View(self.view)]
        return replace(
            wanted,
            person=person if self.view == "mine" else None,
            tags=frozenset({self.tag}) if self.tag else wanted.tags,
            priorities=frozenset({Priority(self.priority)}) if self.priority else frozenset(),
            language=self.language or None,
            marketplace=self.marketplace or None,
            shop=self.shop or None,
        )


def read_choice(query: Mapping[str, str]) -> Choice:
    """Return the choice of an address."""
    said = {one.name: query.get(one.name, "")[:100] for one in fields(Choice)}
    for name, offered in (("view", OFFERED), ("tag", TAGS), ("priority", tuple(Priority))):
        if said[name] not in offered:
            said[name] = ""
    return Choice(**{**said, "view": said["view"] or OFFERED[0]})
