"""The people of the desk: who may log in, as what; for operators."""

from starlette.responses import Response

from cases.roles import Role
from desk import passwords
from desk.authentication import hash_password
from desk.desk import Desk, go
from desk.names import NAME
from desk.visit import Visit
from store.protocol import Ledger


async def show(desk: Desk, visit: Visit) -> Response:
    """List the accounts."""
    return await _show(desk, visit)


async def add(desk: Desk, visit: Visit) -> Response:
    """Make an account with a password of ours, shown once."""
    name, role = visit.given("name").strip().lower(), visit.given("role")
    if not NAME.fullmatch(name) or role not in tuple(Role):
        return await _show(desk, visit, fault="people.bad-name", status=422)
    password = passwords.make_password()
    kept = await hash_password(password)
    who, now = visit.who, visit.now
    made = await desk.writer(lambda ledger: ledger.accounts.add(name, Role(role), kept, who, now))
    if made is None:
        return await _show(desk, visit, fault="people.taken", status=422)
    return await _show(desk, visit, made=(name, password))


async def change(desk: Desk, visit: Visit) -> Response:
    """Disable, enable or reset an account, or give it another role; never one's own."""
    number = int(visit.request.path_params["account"])
    do, who, now = visit.given("do"), visit.who, visit.now
    everyone = await desk.writer.read(lambda ledger: ledger.accounts.everyone())
    person = next((one for one in everyone if one.account == number), None)
    own = visit.account is not None and visit.account.account == number
    if person is None or own:
        return await _show(desk, visit, fault="people.own", status=422)
    if do == "reset":
        password = passwords.make_password()
        kept = await hash_password(password)

        def reset(ledger: Ledger) -> None:
            ledger.accounts.set_password(number, kept, who, now)
            ledger.accounts.set_second_factor(number, None, (), who, now)

        await desk.writer(reset)
        return await _show(desk, visit, made=(person.name, password))
    if do in {"disable", "enable"}:
        disabled = do == "disable"
        await desk.writer(lambda ledger: ledger.accounts.set_disabled(number, disabled, who, now))
    elif do in tuple(Role):
        await desk.writer(lambda ledger: ledger.accounts.set_role(number, Role(do), who, now))
    return go("/people")


async def _show(
    desk: Desk,
    visit: Visit,
    *,
    fault: str | None = None,
    made: tuple[str, str] | None = None,
    status: int = 200,
) -> Response:
    everyone = await desk.writer.read(lambda ledger: ledger.accounts.everyone())
    return desk.show(
        visit,
        "people.html",
        status=status,
        people=everyone,
        roles=tuple(Role),
        fault=fault,
        made=made,
    )
