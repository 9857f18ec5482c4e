"""An acknowledgement that has not been written yet, as the buyer would read it now.

What is shown is made by the same words and forecast as what is sent; it is judged again then.
"""

from datetime import datetime

from cases.values import Wording
from daemon.knowledge import Knowledge
from desk.stationery import Outlook, Stationery
from store.values import CaseView


def preview(
    case: CaseView, letter: int, knowledge: Knowledge, outlook: Outlook, now: datetime
) -> Wording | str | None:
    """Return the answer to the ``letter`` of a case, or the veto that it meets.

    None where the letter is another case's by now.
    """
    return stationery_of(knowledge).preview(case, letter, outlook, now)


def stationery_of(knowledge: Knowledge) -> Stationery:
    """Return what the shops of an installation write on."""
    return Stationery(
        templates=knowledge.templates,
        shops={shop.id: shop for shop in knowledge.shops or ()},
        experience=knowledge.experience,
    )
