"""What a person does in a browser: logs in, presses keys, and looks whether all can use it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.desk.office import PASSWORD

#: WCAG 2.2 AA.
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def login(page: Page, address: str, name: str = "li") -> Page:
    """Log in by hand."""
    page.goto(address)
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button.main")
    return page


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, once the page has its keys."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def violations(page: Page) -> list[tuple[str, str]]:
    """Return what axe finds on the page: each rule with the first place that breaks it."""
    found = Axe().run(page, options=_RULES).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]
