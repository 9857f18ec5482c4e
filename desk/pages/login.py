"""Login: name and password, then the second factor; logout.

What was wrong is never told apart (no such name, wrong password, locked, disabled), and takes as
long either way. A session's token is new after each step, so one that was planted is worth
nothing.
"""

from urllib.parse import quote

from starlette.responses import Response

from desk import second_factor, sessions
from desk.authentication import Proof, check_password, count_failure, is_locked
from desk.desk import Desk, go
from desk.gate import LOGIN, SECOND, safe_next
from desk.visit import Visit
from store.accounts_protocol import Account, Session
from store.protocol import Ledger


async def ask(desk: Desk, visit: Visit) -> Response:
    """Show the form for name and password."""
    if visit.account is not None:
        return go("/")
    return _form(desk, visit)


async def enter(desk: Desk, visit: Visit) -> Response:
    """Take name and password."""
    name, password = visit.given("name").strip(), visit.given("password")
    account = await desk.writer.read(lambda ledger: ledger.accounts.find(name))
    proof = await check_password(desk, visit, account, password)
    if proof is Proof.TOO_MANY:
        return _form(desk, visit, fault="login.too-many", status=429)
    if account is None or proof is Proof.WRONG:
        return _form(desk, visit, fault="login.wrong", status=401)
    return await _begin(desk, visit, account, verified=account.secret is None)


async def ask_code(desk: Desk, visit: Visit) -> Response:
    """Show the form for the second factor."""
    if visit.person is None or visit.account is not None:
        return go(LOGIN)
    return _code_form(desk, visit)


async def enter_code(desk: Desk, visit: Visit) -> Response:
    """Take a code of the person's device, or a recovery code."""
    person, now = visit.person, visit.now
    if person is None or person.secret is None or visit.account is not None:
        return go(LOGIN)
    if not desk.attempts.take(now):
        return _code_form(desk, visit, fault="login.too-many", status=429)
    code, who = visit.given("code"), visit.who
    step = second_factor.step_of(person.secret, code, now)
    number, digest = person.account, second_factor.digest(code)
    if is_locked(person, visit):
        right = False
    elif step is not None:
        right = await desk.writer(lambda ledger: ledger.accounts.use_step(number, step))
    else:
        right = await desk.writer(lambda ledger: ledger.accounts.use_code(number, digest, who, now))
    if not right:
        await count_failure(desk, visit, person)
        return _code_form(desk, visit, fault="login.wrong-code", status=401)
    return await _begin(desk, visit, person, verified=True)


async def leave(desk: Desk, visit: Visit) -> Response:
    """Log out."""
    digest = sessions.digest(visit.token)
    await desk.writer(lambda ledger: ledger.accounts.leave(digest, visit.who, visit.now))
    response = go(LOGIN)
    desk.forget(response)
    response.headers["clear-site-data"] = '"cache", "storage"'
    return response


async def _begin(desk: Desk, visit: Visit, account: Account, *, verified: bool) -> Response:
    """Begin a session under a new token in the place of the present one."""
    token, now = sessions.new_token(), visit.now
    session = Session(
        digest=sessions.digest(token),
        account=account.account,
        verified=verified,
        opened_at=now,
        seen_at=now,
    )
    half_way = sessions.digest(visit.token)

    def work(ledger: Ledger) -> None:
        ledger.accounts.enter(session, f"person:{account.name}", instead_of=half_way)
        ledger.accounts.sweep(now - sessions.LONGEST, now - sessions.IDLE)

    await desk.writer(work)
    address = _next(visit)
    response = go(address if verified else f"{SECOND}?next={quote(address)}")
    desk.keep(response, token)
    return response


def _form(desk: Desk, visit: Visit, *, fault: str | None = None, status: int = 200) -> Response:
    name = visit.given("name").strip()
    return desk.show(visit, "login.html", status=status, fault=fault, name=name, next=_next(visit))


def _code_form(
    desk: Desk, visit: Visit, *, fault: str | None = None, status: int = 200
) -> Response:
    return desk.show(visit, "code.html", status=status, fault=fault, next=_next(visit))


def _next(visit: Visit) -> str:
    return safe_next(visit.given("next") or visit.request.query_params.get("next", "/"))
