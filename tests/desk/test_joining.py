"""Merging and splitting on the page of a case, and taking either back."""

import re

import pytest
from playwright.sync_api import Page

from tests.desk.browsing import press, violations
from tests.desk.letters import Sample, receive
from tests.desk.office import Office, Visitor
from tests.store.builders import MINUTE

FIRST = Sample(buyer="anna", order="302-1111111-1111111", text="Where is my parcel?")
#: Of the same buyer, about another order: it opens a case of its own.
OTHER = Sample(buyer="anna", order="302-2222222-2222222", text="The lamp flickers.", age=5 * MINUTE)
#: Of the first order, so that it joins the first case.
AGAIN = Sample(buyer="anna", order="302-1111111-1111111", text="And the invoice?", age=MINUTE)
STRANGER = Sample(buyer="zoe", order="302-3333333-3333333", text="Hello?")


@pytest.fixture
def cases(office: Office) -> list[int]:
    """Four letters in three cases, two of them of one buyer; and who works there."""
    office.add("li")
    return receive(office.store, FIRST, OTHER, AGAIN, STRANGER)


@pytest.fixture
def li(office: Office, cases: list[int]) -> Visitor:
    """An agent, logged in."""
    del cases
    visitor = Visitor(office=office)
    visitor.login()
    return visitor


def letters(page: str) -> list[int]:
    """Return the letters on a case's page."""
    return [int(number) for number in re.findall(r'<article class="card letter" id="l(\d+)"', page)]


def undo(visitor: Visitor, address: str) -> str:
    """Press the page's way back; return where it leads."""
    page = visitor.get(address).text
    found = re.search(
        r'<form method="post" action="(/case/\d+/(?:split|merge))" class="inline">.*', page
    )
    assert found is not None
    fields = re.findall(r'name="(letter|case)" value="(\d+)"', found[0])
    return visitor.post_all(found[1], fields).location


def test_cases_of_one_buyer_are_merged_and_parted(cases: list[int], li: Visitor) -> None:
    """The page that follows has the letters of both; the way back gives them a case again."""
    first, other = cases[0], cases[1]
    merged = li.post_all(f"/case/{first}/merge", [("case", str(other))]).location
    both, gone = li.get(merged).text, li.get(f"/case/{other}").text
    parted = undo(li, merged)

    assert "Merged into this case." in both
    assert 3 == len(letters(both))
    assert f'This case was merged; its letters are in <a href="/case/{first}">' in gone
    assert "The lamp flickers." in li.get(parted).text
    assert (2, 1) == (
        len(letters(li.get(f"/case/{first}").text)),
        len(letters(li.get(parted).text)),
    )


def test_a_case_is_split_and_made_whole(cases: list[int], li: Visitor) -> None:
    """The chosen letter gets a case of its own; the way back puts it where it was."""
    first = cases[0]
    second = letters(li.get(f"/case/{first}").text)[1]
    new = li.post_all(f"/case/{first}/split", [("letter", str(second))]).location
    page, left = li.get(new).text, li.get(f"/case/{first}").text
    whole = undo(li, new)

    assert ([second], 1) == (letters(page), len(letters(left)))
    assert "This case was made of the chosen letters." in page
    assert whole.startswith(f"/case/{first}?")
    assert 2 == len(letters(li.get(whole).text))


@pytest.mark.parametrize("letter", ["", "all", "999"])
def test_a_split_leaves_a_letter_on_either_side(cases: list[int], li: Visitor, letter: str) -> None:
    """None, all or a foreign one: the page says that nothing was done."""
    path = f"/case/{cases[0]}"
    own = letters(li.get(path).text)
    chosen = {"": [], "all": own}.get(letter, [999])
    answer = li.post_all(f"{path}/split", [("letter", str(one)) for one in chosen])

    assert "1 is not in a state for this." in li.get(answer.location).text
    assert own == letters(li.get(path).text)


def test_strangers_are_not_merged(cases: list[int], li: Visitor) -> None:
    """Nor is a case with itself, or one that is not there; nobody is offered to."""
    path = f"/case/{cases[0]}"
    offered = re.findall(r"Merge case (\d+) into this one", li.get(path).text)
    answers = [
        li.get(li.post_all(f"{path}/merge", [("case", str(one))]).location).text
        for one in (cases[3], cases[0], 999)
    ]

    assert [str(cases[1])] == offered
    assert "1 is not in a state for this." in answers[0]
    assert "1 is not in a state for this." in answers[1]
    assert "1 does not exist." in answers[2]


def test_what_a_colleague_holds_is_not_merged(
    office: Office, cases: list[int], li: Visitor
) -> None:
    """The page names the colleague."""
    office.add("wang")
    wang = Visitor(office=office)
    wang.login("wang")
    wang.post_all("/cases", [("do", "claim"), ("case", str(cases[1]))])
    answer = li.post_all(f"/case/{cases[0]}/merge", [("case", str(cases[1]))])

    assert "1 is held by wang: left alone." in li.get(answer.location).text


def test_a_way_back_is_offered_for_half_a_minute(
    office: Office, cases: list[int], li: Visitor
) -> None:
    """Afterwards a split is a deed of its own."""
    merged = li.post_all(f"/case/{cases[0]}/merge", [("case", str(cases[1]))]).location
    soon = '/split" class' in li.get(merged).text
    office.later(MINUTE)

    assert (True, False) == (soon, '/split" class' in li.get(merged).text)


def merge_and_part(page: Page) -> int:
    """Merge the related case, then take it back; return how many letters are left."""
    page.click("button:has-text('Merge into this case')")
    page.wait_for_selector("text=Merged into this case.")
    page.click("#status button")
    page.wait_for_selector("text=This case was made of the chosen letters.")
    return page.locator("article.letter").count()


def test_it_is_done_without_javascript(cases: list[int], plain: Page) -> None:
    """Each is a form."""
    plain.click(f"#c{cases[0]} a")

    assert 1 == merge_and_part(plain)


def test_it_is_done_in_a_browser(cases: list[int], page: Page) -> None:
    """The chosen letter is one at its edge; z takes the split back; all can use the page."""
    page.click(f"#c{cases[0]} a")
    page.locator("article.letter input").nth(1).check()
    faults = violations(page)
    page.click("button:has-text('Make them a case of their own')")
    page.wait_for_selector("text=This case was made of the chosen letters.")
    press(page, "z")
    page.wait_for_selector("text=Merged into this case.")

    assert [] == faults
    assert 2 == page.locator("article.letter").count()
