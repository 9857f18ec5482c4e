"""What becomes of a reply that waits or is in doubt, said by who wrote it, holds it or oversees."""

from collections.abc import Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from cases.numbers import read_number
from cases.roles import Role
from cases.states import AckEvent
from desk.desk import Desk, go
from desk.visit import Visit

#: What a button says.
_EVENTS: Final[Mapping[str, AckEvent]] = {
    "take-back": AckEvent.WITHHOLD,
    "was-sent": AckEvent.PROVE_SENT,
    "was-not-sent": AckEvent.PROVE_REFUSED,
}


async def settle(desk: Desk, visit: Visit) -> Response:
    """Settle a reply; one that has moved on meanwhile is shown as it stands.

    Raises:
        HTTPException: 404, no such case, reply or button; 403, it is neither the person's own, nor
            of a case that they hold, and they oversee nobody.
    """
    case, now, name = int(visit.request.path_params["case"]), visit.now, visit.name
    event = _EVENTS.get(visit.given("do"))
    number = read_number(visit.given("reply"))
    file = await desk.writer.read(lambda ledger: ledger.desk.case(case, now))
    reply = next((one for one in file.replies if one.reply == number), None) if file else None
    if file is None or reply is None or event is None:
        raise HTTPException(404)
    if not may_settle(visit, file.view.row.holder, reply.who):
        raise HTTPException(403)
    await desk.writer(lambda ledger: ledger.desk.settle_reply(number, event, name, now))
    return go(f"/case/{case}")


def may_settle(visit: Visit, holder: str | None, writer: str) -> bool:
    """Whether the person may say what becomes of a reply of ``writer``'s."""
    overseer = visit.account is not None and visit.account.role.covers(Role.SUPERVISOR)
    return overseer or visit.name in {holder, writer}
