"""The desk in a real browser: with and without JavaScript, in both languages, light and dark."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from cases.deeds import Hold
from cases.modes import Mode
from cases.roles import Role
from tests.desk.browsing import login, press, violations
from tests.desk.letters import SAMPLES, Sample, receive
from tests.desk.office import Office


@pytest.fixture(autouse=True)
def cases(office: Office) -> list[int]:
    """Letters on the desk whose acknowledgements wait, and two people who work there."""
    office.store.write(lambda ledger: ledger.set("mode", Mode.APPROVE, "test", office.now))
    office.add("li", Role.OPERATOR)
    office.add("wang")
    return receive(office.store, *SAMPLES)


def rows(page: Page) -> int:
    """Return how many cases the page lists."""
    return page.locator("#queue > li").count()


def test_cases_are_done_without_javascript(plain: Page) -> None:
    """Choose two, claim them, finish them, and take it back."""
    for case in (1, 2):
        plain.check(f"#c{case} input")
    plain.click("button[value=claim]")
    claimed = plain.inner_text("#status")
    plain.check("#c1 input")
    plain.click("button[value=done]")
    after = rows(plain)
    plain.click("#status button")

    assert "2 cases claimed." in claimed
    assert (5, 6) == (after, rows(plain))
    assert "Taken back." in plain.inner_text("#status")


def test_a_case_is_worked_without_javascript(plain: Page) -> None:
    """Tags, priority, note, waiting: each a form."""
    plain.click("#c4 a")
    plain.click("summary:has-text('All tags')")
    plain.locator(".grid input[value=refund]").check()
    plain.click(".tags button:has-text('Save')")
    tags = plain.inner_text("h1")
    plain.fill("#text", "Invoice comes from the office.")
    plain.click("button:has-text('Add note')")
    noted = plain.inner_text(".remark")
    plain.select_option("select[name=on]", "warehouse")
    plain.click("button[value=wait]")
    plain.goto(plain.url.partition("/case")[0] + "/?view=waiting")

    assert "invoice, refund" in tags
    assert "Invoice comes from the office." in noted
    assert "waits for the warehouse" in plain.inner_text("#c4")


def test_keys_clear_the_queue(page: Page) -> None:
    """Down, open, toggle a tag, done: the next case is there; z takes it back."""
    press(page, "j", "o")
    page.wait_for_url("**/case/1")
    press(page, "e")
    page.wait_for_url("**/case/*do=done*")
    opened = page.inner_text("h1")
    press(page, "z")
    page.wait_for_selector("text=Taken back.")
    press(page, "g", "q")
    page.wait_for_selector("#queue")

    assert "Case 1" not in opened
    assert 6 == rows(page)


def test_a_narrow_screen_leads_to_the_parts_of_a_case(page: Page, address: str) -> None:
    """Where they stand one below the other: work, tags, reply, notes; beside each other not."""
    page.goto(f"{address}/case/1")
    beside = page.locator(".jumps").is_visible()
    page.set_viewport_size({"width": 420, "height": 800})
    tops = []
    for link in page.locator(".jumps a").all():
        link.click()
        part = page.locator(f"h2{(link.get_attribute('href') or '')}")
        tops.append((part.bounding_box() or {"y": -1.0})["y"])

    assert not beside
    assert 4 == len(tops)
    assert [] == [top for top in tops if not -1 < top < 800]


def test_a_digit_corrects_the_tags(page: Page) -> None:
    """One key adds a tag, the same key takes it away."""
    page.click("#c4 a")
    key = page.locator("button[name=to]", has_text="refund").get_attribute("data-key")
    assert key is not None
    press(page, key)
    page.wait_for_selector("h1:has-text('invoice, refund')")
    press(page, "2")
    page.wait_for_selector("h1:not(:has-text('refund'))")


def test_keys_choose_rows(page: Page) -> None:
    """X and X choose a range, * n none; a key in a field is a letter."""
    press(page, "j", "x", "j", "j", "X")
    chosen = page.locator("#queue input:checked").count()
    press(page, "*", "n")
    none = page.locator("#queue input:checked").count()
    press(page, "/")
    page.keyboard.type("jxe")

    assert (3, 0) == (chosen, none)
    assert "jxe" == page.input_value("input[type=search]")


def test_keys_can_be_changed_and_switched_off(page: Page, address: str) -> None:
    """A person's own key works, the usual one does not; off means none."""
    page.goto(f"{address}/keys")
    page.fill("#key-next", "q")
    page.click(".keys button.main")
    page.goto(f"{address}/")
    press(page, "j")
    usual = page.locator("li.cursor").count()
    press(page, "q")
    own = page.locator("li.cursor").count()
    page.goto(f"{address}/account")
    page.select_option("#keys", "off")
    page.locator(".lines button.main").first.click()
    page.goto(f"{address}/")
    press(page, "q")

    assert (0, 1, 0) == (usual, own, page.locator("li.cursor").count())


def test_new_cases_are_told_and_move_nothing(page: Page, office: Office) -> None:
    """The row under the cursor stays; . shows what is new."""
    press(page, "j")
    before = page.inner_text("li.cursor")
    office.now = office.now.replace(minute=4)
    receive(office.store, Sample(buyer="gina", order="111-0000000-0000001"))
    page.evaluate("htmx.trigger('#news', 'sse:cases')")
    page.wait_for_selector("text=1 new case")

    assert before == page.inner_text("li.cursor")
    assert 6 == rows(page)


def test_a_case_says_what_others_do_in_it(page: Page, office: Office) -> None:
    """Who takes it while it is open on the screen, and that something has happened."""
    page.goto(page.url + "case/1")
    office.store.write(lambda ledger: ledger.desk.do([1], Hold(), "wang", office.now))
    part = page.get_attribute(".work [hx-get]", "hx-get")
    page.evaluate("part => htmx.ajax('GET', part, '.work [hx-get]')", part)
    page.wait_for_selector("text=wang works on it")

    assert "Something has happened in this case." in page.inner_text(".work")


def test_two_people_do_not_work_on_one_case(page: Page, browser: Browser, address: str) -> None:
    """The second sees who holds it and since when, and takes over with a reason."""
    page.click("#c1 a")
    page.click("button[value=claim]")
    other = login(browser.new_context(locale="en-US").new_page(), address, "wang")
    held = other.inner_text("#c1")
    other.click("#c1 a")
    refused = other.inner_text(".held")
    other.fill("#reason", "Li went home")
    other.click("button:has-text('Take over')")

    assert "held by li" in held
    assert "li works on it" in refused
    assert "Claimed." in other.inner_text("#status")
    other.context.close()


def test_acknowledgements_are_approved_without_javascript(plain: Page) -> None:
    """Two of them together, and one is refused on the page of its case."""
    plain.click("nav a:has-text('To approve')")
    listed = plain.locator(".proposals > li").count()
    for place in (0, 1):
        plain.locator(".proposals input").nth(place).check()
    plain.click("button[value=approve]")
    approved = plain.inner_text("#status")
    plain.locator(".proposals a").first.click()
    plain.click(".ack button[value=refuse]")

    assert "2 approved" in approved
    assert "It will not be sent." in plain.inner_text("#status")
    assert listed - 3 == int(plain.inner_text("nav a:has-text('To approve') b"))


def test_keys_approve(page: Page) -> None:
    """To the list, down, the key of what is done approves the one under the cursor; z undoes it."""
    press(page, "g", "a")
    page.wait_for_url("**/approve")
    listed = page.locator(".proposals > li").count()
    press(page, "j", "e")
    page.wait_for_selector("text=It leaves in half a minute")
    approved = page.locator(".proposals > li").count()
    press(page, "z")
    page.wait_for_selector("text=Taken back.")

    assert (listed - 1, listed) == (approved, page.locator(".proposals > li").count())


def test_a_page_is_narrow_enough(browser: Browser, address: str) -> None:
    """At 320 pixels nothing scrolls sideways (WCAG 1.4.10)."""
    context = browser.new_context(locale="en-US", viewport={"width": 320, "height": 640})
    page = login(context.new_page(), address)
    wide = []
    for path in MANY:
        page.goto(f"{address}{path}")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    context.close()

    assert [] == wide


def test_on_a_small_screen_the_buttons_follow_what_is_chosen(
    browser: Browser, address: str
) -> None:
    """Before a row is ticked they hide nothing of the list."""
    context = browser.new_context(locale="en-US", viewport={"width": 320, "height": 640})
    page = login(context.new_page(), address)
    found = []
    for ticked in (False, True):
        page.locator("#queue input[type=checkbox]").first.set_checked(ticked)
        bar = page.locator(".bulk").bounding_box()
        found.append(bar is not None and bar["y"] < 640)
    page.goto(f"{address}/approve")
    box = page.locator("#queue input[type=checkbox]").first.bounding_box()
    context.close()

    assert [False, True] == found
    assert box is not None
    assert box["width"] >= 24


#: Every page once in each language and each scheme; those where people work in all four.
MANY = (
    "/",
    "/case/3",
    "/approve",
    "/account",
    "/people",
    "/keys",
    "/account/second-factor",
    "/team",
)


@pytest.mark.parametrize(
    ("locale", "scheme", "paths"),
    [
        ("en-US", "light", MANY),
        ("zh-CN", "dark", MANY),
        ("en-US", "dark", MANY[:2]),
        ("zh-CN", "light", MANY[:2]),
    ],
)
def test_pages_are_accessible(
    browser: Browser,
    address: str,
    locale: str,
    scheme: Literal["light", "dark"],
    paths: tuple[str, ...],
) -> None:
    """Axe finds nothing on any page (WCAG 2.2 AA)."""
    context = browser.new_context(locale=locale, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    found = {"/login": violations(page)}
    login(page, address)
    for path in paths:
        page.goto(f"{address}{path}")
        found[path] = violations(page)
    language = page.get_attribute("html", "lang")
    context.close()

    assert {"en-US": "en", "zh-CN": "zh-CN"}[locale] == language
    assert {} == {path: faults for path, faults in found.items() if faults}
