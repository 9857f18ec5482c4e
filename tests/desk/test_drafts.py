"""Drafts in the reply box: the best is there already, others a key away, blanks hold it back."""

import html
import re

import pytest
from playwright.sync_api import Page

from tests.desk.browsing import press, violations
from tests.desk.letters import Sample, receive
from tests.desk.office import Answer, Office, Visitor
from tests.store.builders import MINUTE, go_live

LATE = Sample(buyer="anna", marketplace="ebay", order="11-22222-33333")
BROKEN = Sample(buyer="bert", text="Broken.", tags=("damaged", "refund"), marketplace="ebay")
THANKS = Sample(buyer="cleo", text="All is well, thank you!", tags=("thanks",))
FINNISH = Sample(buyer="dora", language="fi", text="Missä paketti on?", marketplace="ebay")


@pytest.fixture(autouse=True)
def cases(office: Office) -> list[int]:
    """Four letters, and who works there."""
    office.add("li")
    return receive(office.store, LATE, BROKEN, THANKS, FINNISH)


@pytest.fixture
def li(office: Office) -> Visitor:
    """An agent, logged in."""
    visitor = Visitor(office=office)
    visitor.login()
    return visitor


def body(page: str) -> str:
    """Return what stands in the reply box."""
    found = re.search(r"<textarea id=\"body\"[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def send(li: Visitor, case: int, text: str, **fields: str) -> Answer:
    """Send the form of the reply."""
    own = {"token": "once", "subject": "Re: Order", "body": text, **fields}
    return li.post_all(f"/case/{case}/reply", [*own.items()])


def test_the_best_draft_stands_in_the_box(cases: list[int], li: Visitor) -> None:
    """With the order's number and the shop's name; none where nothing is to be answered."""
    late = body(li.get(f"/case/{cases[0]}").text)

    assert "about order 11-22222-33333." in late
    assert "The carrier shows ‹where the parcel is›" in late
    assert late.endswith("Kind regards,\nLamp House")
    assert "" == body(li.get(f"/case/{cases[2]}").text)


def test_a_draft_with_blanks_does_not_leave(office: Office, cases: list[int], li: Visitor) -> None:
    """Each blank is named and marked in the text; filled in it leaves."""
    go_live(office.store)
    text = body(li.get(f"/case/{cases[0]}").text)
    held = send(li, cases[0], text)
    sent = send(li, cases[0], re.sub("‹[^›]*›", "Monday", text))

    assert 422 == held.status
    assert 2 == held.text.count("Fill in what stands in ‹ ›.</mark>") + held.text.count(
        'title="Fill in what stands in ‹ ›."'
    )
    assert text == body(held.text)
    assert 303 == sent.status


def test_another_draft_takes_the_place_of_an_untouched_one(cases: list[int], li: Visitor) -> None:
    """What a person has written stays, and the draft stands behind it; nothing leaves."""
    untouched = body(li.get(f"/case/{cases[1]}").text)
    replaced = send(li, cases[1], untouched, do="draft", draft="photos")
    added = send(li, cases[1], "My own words.", do="draft", draft="refunded")

    assert (200, 200) == (replaced.status, added.status)
    assert "one or two photos" in body(replaced.text)
    assert untouched not in body(replaced.text)
    assert body(added.text).startswith("My own words.\n\nHello,")
    assert 400 == send(li, cases[1], "", do="draft", draft="nonsense").status


def test_a_language_without_drafts_is_told(cases: list[int], li: Visitor) -> None:
    """The buyer's language is not that of the draft."""
    page = li.get(f"/case/{cases[3]}").text

    assert "There is no draft in the buyer&#39;s language (fi)" in page


def test_the_marketplaces_own_page_is_a_link(cases: list[int], li: Visitor) -> None:
    """Opened by the person, who marks there that no answer is needed; it learns no address."""
    page = li.get(f"/case/{cases[2]}").text
    (link,) = re.findall(
        r'<a href="(https:[^"]+)" target="_blank" rel="noopener noreferrer">', page
    )

    assert "https://sellercentral.amazon.de/messaging/inbox" == link


def test_a_draft_is_inserted_without_javascript(plain: Page, cases: list[int]) -> None:
    """The button beside the list."""
    plain.click(f"#c{cases[1]} a")
    plain.select_option("#draft", "photos")
    plain.click("button:has-text('Insert')")

    assert "one or two photos" in plain.input_value("#body")


def test_two_colons_lead_to_the_drafts(page: Page, cases: list[int]) -> None:
    """Enter inserts where the cursor was; faults are told while one writes; all can use it."""
    page.click(f"#c{cases[1]} a")
    press(page, "r")
    page.fill("#body", "Dear Bert,\n")
    page.keyboard.type("::")
    focused = page.evaluate("document.activeElement.id")
    page.select_option("#draft", "refunded")
    page.keyboard.press("Enter")
    page.wait_for_selector("#remarks mark")
    written = page.input_value("#body")
    faults = violations(page)

    assert "draft" == focused
    assert written.startswith("Dear Bert,\nHello,")
    assert "We have refunded ‹amount› today." in written
    assert "Fill in what stands in ‹ ›." in page.inner_text("#remarks")
    assert [] == faults


def test_who_writes_is_at_work(office: Office, cases: list[int], li: Visitor) -> None:
    """A long reply keeps the session open, though no page is asked for; a page's own asking not."""
    fields = {"form_token": li.form_token(), "body": "We are"}
    path = f"/case/{cases[0]}"
    office.later(20 * MINUTE)
    li.post(f"{path}/proofread", fields, hx_request="true")
    office.later(20 * MINUTE)
    written = li.get(f"{path}/news", hx_request="true").text
    office.later(20 * MINUTE)

    assert "Your session has ended." not in written
    assert "Your session has ended." in li.get(f"{path}/news", hx_request="true").text


def test_proofreading_asks_nothing_anew(office: Office, cases: list[int], li: Visitor) -> None:
    """It changes nothing: what every page tells stays as it was last heard; a deed asks again."""
    fields = {"form_token": li.form_token(), "body": "We are"}
    go_live(office.store)
    li.post(f"/case/{cases[0]}/proofread", fields, hx_request="true")
    proofread = li.get("/account").text
    li.post_all("/cases", [("do", "claim"), ("case", str(cases[0]))])

    assert '<span class="mode shadow">' in proofread
    assert '<span class="mode live">' in li.get("/account").text
