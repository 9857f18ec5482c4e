"""A person's own account: password, second factor, other sessions, what the screen looks like."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from desk import passwords, second_factor, sessions
from desk.authentication import Proof, check_password, hash_password
from desk.desk import Desk, go
from desk.gate import safe_next
from desk.language import LANGUAGES
from desk.visit import CHOICES, Visit
from store.accounts_protocol import Account
from store.protocol import Ledger

#: What is told, with which status, where a password proves nothing.
_UNPROVEN: Final[Mapping[Proof, tuple[str, int]]] = {
    Proof.WRONG: ("password.wrong", 422),
    Proof.TOO_MANY: ("login.too-many", 429),
}


async def show(desk: Desk, visit: Visit) -> Response:
    """Show the account."""
    return await _show(desk, visit)


async def choose(desk: Desk, visit: Visit) -> Response:
    """Keep language, theme, density and keys; what is not offered is ignored."""
    person = _person(visit)
    offers = {**CHOICES, "language": tuple(LANGUAGES)}
    chosen = {
        name: visit.given(name) for name, values in offers.items() if visit.given(name) in values
    }
    kept = {**person.preferences, **chosen}
    await desk.writer(lambda ledger: ledger.accounts.prefer(person.account, kept))
    back = visit.given("back")
    return go(safe_next(back) if back else "/account?said=account.chosen")


async def change_password(desk: Desk, visit: Visit) -> Response:
    """Give oneself another password; every session but a new one ends."""
    person = _person(visit)
    new = visit.given("new")
    proof = await check_password(desk, visit, person, visit.given("old"))
    if proof is not Proof.RIGHT:
        fault, status = _UNPROVEN[proof]
        return await _show(desk, visit, fault=fault, status=status)
    if weak := passwords.weakness(new, person.name):
        return await _show(desk, visit, fault=f"password.{weak}", status=422)
    kept = await hash_password(new)
    who, now = visit.who, visit.now
    await desk.writer(lambda ledger: ledger.accounts.set_password(person.account, kept, who, now))
    return go("/login?said=password.changed")


async def show_factor(desk: Desk, visit: Visit) -> Response:
    """Show a new shared secret, which counts once a code of it was given."""
    return _show_factor(desk, visit, _offer(visit))


async def set_factor(desk: Desk, visit: Visit) -> Response:
    """Take a code of the new secret; then show the recovery codes, once."""
    person, now, who = _person(visit), visit.now, visit.who
    secret = visit.given("secret")
    if not second_factor.is_secret(secret):
        return _show_factor(desk, visit, _offer(visit), status=422)
    proof = await check_password(desk, visit, person, visit.given("password"))
    if proof is not Proof.RIGHT:
        fault, status = _UNPROVEN[proof]
        return _show_factor(desk, visit, secret, fault=fault, status=status)
    step = second_factor.step_of(secret, visit.given("code"), now)
    if step is None:
        return _show_factor(desk, visit, secret, fault="login.wrong-code", status=422)
    codes = second_factor.new_codes()
    digests = [second_factor.digest(code) for code in codes]

    def work(ledger: Ledger) -> None:
        ledger.accounts.set_second_factor(person.account, secret, digests, who, now)
        ledger.accounts.use_step(person.account, step)
        ledger.accounts.leave_all(person.account, but=sessions.digest(visit.token))

    await desk.writer(work)
    return desk.show(visit, "codes.html", codes=codes)


async def end_others(desk: Desk, visit: Visit) -> Response:
    """End every other session of this account."""
    person, digest = _person(visit), sessions.digest(visit.token)
    await desk.writer(lambda ledger: ledger.accounts.leave_all(person.account, but=digest))
    return go("/account?said=account.others-ended")


async def _show(
    desk: Desk, visit: Visit, *, fault: str | None = None, status: int = 200
) -> Response:
    number = _person(visit).account
    left = await desk.writer.read(lambda ledger: ledger.accounts.codes_left(number))
    return desk.show(visit, "account.html", status=status, fault=fault, codes_left=left)


def _show_factor(
    desk: Desk, visit: Visit, secret: str, *, fault: str | None = None, status: int = 200
) -> Response:
    address = second_factor.address(secret, _person(visit).name)
    return desk.show(
        visit,
        "second_factor.html",
        status=status,
        fault=fault,
        secret=secret,
        grouped=second_factor.grouped(secret),
        address=address,
        picture=second_factor.picture(address),
    )


def _offer(visit: Visit) -> str:
    """Return the secret that is offered: the same until one is set, however often it is shown."""
    return second_factor.offer(visit.token, _person(visit).secret or "")


def _person(visit: Visit) -> Account:
    """Return who is logged in; the gate has seen to it that somebody is."""
    if visit.account is None:
        raise LookupError("nobody is logged in")
    return visit.account
