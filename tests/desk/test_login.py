"""Login: two factors, locks, sessions, and forms that come from nowhere else."""

import html
import re
from datetime import timedelta
from pathlib import Path

import pytest
import segno

from cases.roles import Role
from desk.application import WAYS
from desk.desk import Settings
from desk.gate import safe_next
from desk.second_factor import offer, step_of
from tests.desk.office import PASSWORD, Office, Visitor, opened
from tests.store.builders import HOUR, MINUTE, NOW

SECRET = offer("the token of a session", "")


def events(office: Office) -> list[str]:
    """Return what happened, oldest first."""
    return office.event_names()


def test_nothing_is_shown_before_login(visitor: Visitor) -> None:
    """Every page but the login's leads there, and back to where one wanted to go."""
    assert "/login?next=/case/7%3Fa%3D1" == visitor.get("/case/7?a=1").location
    assert "/login" == visitor.get("/").location


def test_the_password_opens_the_desk(office: Office, visitor: Visitor) -> None:
    """Name and password, where the person has no second factor."""
    office.add("li")

    assert ("/", 200) == (visitor.login().location, visitor.get("/").status)


def test_login_leads_back(office: Office, visitor: Visitor) -> None:
    """To the page that was asked for, and never to another site."""
    office.add("li")
    page = "/login?next=/%3Fview%3Ddue"
    back = visitor.submit(page, "/login", name="li", password=PASSWORD, next="/?view=due")

    assert "/?view=due" == back.location


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "evil", ""],
)
def test_no_login_leads_elsewhere(address: str) -> None:
    """What is no path of ours becomes the queue."""
    assert "/" == safe_next(address)


@pytest.mark.parametrize(("name", "password"), [("li", "wrong horses"), ("nobody", PASSWORD)])
def test_what_was_wrong_is_not_told(
    office: Office, visitor: Visitor, name: str, password: str
) -> None:
    """A name that exists and one that does not get the same answer."""
    office.add("li")
    answer = visitor.login(name, password)

    assert 401 == answer.status
    assert "Name or password is wrong" in answer.text
    assert "/login" == visitor.get("/").location


def test_failures_lock_the_account(office: Office, visitor: Visitor) -> None:
    """The sixth attempt fails with the right password too, until the lock has passed."""
    office.add("li")
    for _ in range(5):
        visitor.login(password="wrong horses")
    locked = visitor.login().status
    office.later(2 * MINUTE)

    assert (401, 303) == (locked, visitor.login().status)


def guess(visitor: Visitor, path: str, password: str, new: str = "") -> int:
    """Give a password where a page asks for the present one; return the status."""
    fields = {"secret": SECRET, "code": "", "password": password, "old": password, "new": new}
    return visitor.post(path, {"form_token": visitor.form_token(), **fields}).status


@pytest.mark.parametrize("path", ["/account/password", "/account/second-factor"])
def test_a_session_guesses_no_password(office: Office, visitor: Visitor, path: str) -> None:
    """Who finds a screen left open guesses no oftener than at the login."""
    office.add("li")
    visitor.login()
    for _ in range(5):
        guess(visitor, path, "wrong horses")
    locked = guess(visitor, path, PASSWORD, "eleven boats on a hill")
    login = Visitor(office=office).login().status
    while office.attempts.take(office.now):
        pass

    assert (422, 401) == (locked, login)
    assert 429 == guess(visitor, path, PASSWORD)


def test_attempts_are_bounded(office: Office, visitor: Visitor) -> None:
    """Whoever they name: after 60 in a minute the desk asks for patience."""
    page = visitor.get("/login").text
    while office.attempts.take(office.now):
        pass
    answer = visitor.login("nobody")

    assert "login" in page
    assert 429 == answer.status


def test_a_code_completes_the_login(office: Office, visitor: Visitor) -> None:
    """The password alone shows nothing; the device's code opens the desk."""
    office.add("li", secret=SECRET)
    first = visitor.login().location
    between = visitor.get("/").location

    assert ("/login/code?next=/", "/login/code") == (first, between)
    assert "/" == visitor.give_code(SECRET).location
    assert 200 == visitor.get("/").status


def test_a_code_counts_once(office: Office) -> None:
    """Whoever looks over a shoulder cannot use the code again."""
    office.add("li", secret=SECRET)
    first, second = Visitor(office=office), Visitor(office=office)
    first.login()
    second.login()

    assert 303 == first.give_code(SECRET).status
    assert 401 == second.give_code(SECRET).status


def test_a_recovery_code_stands_in_once(office: Office, visitor: Visitor) -> None:
    """For a device that is lost."""
    office.add("li")
    visitor.login()
    codes = visitor.set_factor(SECRET)
    office.later(MINUTE)
    statuses = []
    for _ in range(2):
        other = Visitor(office=office)
        other.login()
        statuses.append(other.submit("/login/code", "/login/code", code=codes[0]).status)

    assert [303, 401] == statuses


def drawn(svg: str) -> set[tuple[int, int]]:
    """Return the dark modules of a QR code, column and row, from its one path of strokes."""
    (path,) = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    dark, x, y = set(), 0, 0.0
    for sign, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        first, *rest = map(float, re.findall(r"-?[\d.]+", numbers))
        if sign == "h":
            dark |= {(column, int(y)) for column in range(x, x + int(first))}
            x += int(first)
        else:
            x, y = (int(first), rest[0]) if sign == "M" else (x + int(first), y + rest[0])
    return dark


def test_the_key_is_a_picture_to_scan(office: Office, visitor: Visitor) -> None:
    """It says what the link beside it says, is drawn in the page, and has its light margin."""
    office.add("li")
    visitor.login()
    page = visitor.get("/account/second-factor").text
    (link,) = re.findall(r'href="(otpauth:[^"]+)"', page)
    (svg,) = re.findall(r"<svg.*?</svg>", page)
    said = segno.make_qr(html.unescape(link)).matrix
    margin = 4

    assert {
        (column + margin, row + margin)
        for row, line in enumerate(said)
        for column, dark in enumerate(line)
        if dark
    } == drawn(svg)
    assert f'viewBox="0 0 {len(said) + 2 * margin} {len(said) + 2 * margin}"' in svg
    assert "style=" not in svg
    assert 'role="img" aria-label="QR code of the key below"' in page


def test_the_second_factor_can_be_required(tmp_path: Path) -> None:
    """Without one a person comes no further than to setting it up."""
    with opened(tmp_path, Settings(second_factor=True)) as office:
        office.add("li")
        visitor = Visitor(office=office)
        visitor.login()
        before = visitor.get("/").location
        codes = visitor.set_factor(SECRET)

        assert "/account/second-factor" == before
        assert (10, 200) == (len(codes), visitor.get("/").status)


def test_a_login_gets_a_new_token(office: Office, visitor: Visitor) -> None:
    """One that was planted before is worth nothing after."""
    office.add("li")
    visitor.get("/login")
    planted = dict(visitor.cookies)
    visitor.login()

    assert planted != visitor.cookies
    assert "/login" == Visitor(office=office, cookies=planted).get("/").location


def test_the_cookie_is_kept_from_scripts_and_sites(office: Office, visitor: Visitor) -> None:
    """HttpOnly, SameSite=Strict, for the whole desk."""
    office.add("li")
    (line,) = visitor.login().headers["set-cookie"]

    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in line.split(";")}


def test_over_tls_the_cookie_is_bound_to_the_host(tmp_path: Path) -> None:
    """Secure, and under a name that browsers take from this very host alone."""
    with opened(tmp_path, Settings(secure=True)) as office:
        answer = Visitor(office=office).get("/login")

    assert answer.headers["set-cookie"][0].startswith("__Host-triaged=")
    assert "Secure" in answer.headers["set-cookie"][0]
    assert ["max-age=31536000"] == answer.headers["strict-transport-security"]


@pytest.mark.parametrize("pause", [timedelta(minutes=31), 13 * HOUR])
def test_a_session_ends_by_itself(office: Office, visitor: Visitor, pause: timedelta) -> None:
    """After half an hour without a page."""
    office.add("li")
    visitor.login()
    office.later(pause)

    assert "/login" == visitor.get("/").location


def test_a_session_ends_after_half_a_day(office: Office, visitor: Visitor) -> None:
    """However busy it is."""
    office.add("li")
    visitor.login()
    for _ in range(12 * 3):
        assert 200 == visitor.get("/").status
        office.later(20 * MINUTE)

    assert NOW + 12 * HOUR == office.now
    assert "/login" == visitor.get("/").location


def test_logging_out_ends_the_session(office: Office, visitor: Visitor) -> None:
    """Also for whoever kept the cookie."""
    office.add("li")
    visitor.login()
    kept = dict(visitor.cookies)
    visitor.submit("/", "/logout")

    assert "/login" == Visitor(office=office, cookies=kept).get("/").location
    assert ["login.succeeded", "session.ended"] == events(office)[-2:]


POSTS = [way.path for way in WAYS if any(method == "POST" for method in way.pages)]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}],
    ids=["no token", "other site", "other origin"],
)
def test_a_foreign_form_does_nothing(
    office: Office, visitor: Visitor, path: str, headers: dict[str, str]
) -> None:
    """Every POST wants the token of its session, and a browser that says it is at home."""
    office.add("li", Role.OPERATOR)
    visitor.login()
    address = path.replace("{case:number}", "1").replace("{account:number}", "1")
    before = events(office)
    answer = visitor.post(
        address, {"form_token": visitor.form_token() if headers else "made-up"}, **headers
    )

    assert (403, before) == (answer.status, events(office))


@pytest.mark.parametrize("path", [way.path for way in WAYS if way.role is Role.OPERATOR])
def test_roles_are_kept(office: Office, visitor: Visitor, path: str) -> None:
    """What is an operator's is not shown to an agent."""
    office.add("li", Role.AGENT)
    visitor.login()
    address = path.replace("{account:number}", "1")
    answer = visitor.submit("/", address, do="disable", name="wang", role="operator")

    assert 403 == answer.status
    assert 403 == visitor.get("/people").status


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_only_its_own_names_are_answered(visitor: Visitor, host: str) -> None:
    """A name that was turned to this address (DNS rebinding) gets nothing."""
    assert 400 == visitor.get("/login", host=host).status


def test_a_form_is_bounded(visitor: Visitor) -> None:
    """More than a page of ours can send is refused before it is read."""
    answer = visitor.post("/login", {"name": "x" * 400_000})

    assert 413 == answer.status


def test_every_page_says_what_it_loads(visitor: Visitor) -> None:
    """No inline script or style, nothing from elsewhere, in nobody's frame."""
    (policy,) = visitor.get("/login").headers["content-security-policy"]

    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "frame-ancestors 'none'; base-uri 'none'" in policy
    assert "unsafe" not in policy


def test_a_damaged_seed_takes_no_code() -> None:
    """What the store cannot read any more fits no code, and is no fault of the page's."""
    assert step_of("\ufffd", "123456", NOW) is None
