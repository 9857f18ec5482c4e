"""Addresses that somebody made up: a page that says no, whatever stands in them."""

import dataclasses
from http import HTTPStatus

import pytest
from jinja2 import ChoiceLoader, DictLoader
from structlog.testing import capture_logs

from desk.application import build
from desk.desk import Desk, Settings
from store.writer import Writer
from tests.desk.office import STATIONERY, Office, Visitor

LONG = "9" * 5000
#: More than a store can keep.
LARGE = str(2**63)


@pytest.mark.parametrize(
    "address",
    ["/login?next=//[", f"/case/{LONG}", f"/case/{LARGE}", f"/letter/{LARGE}/photo/{LARGE}"],
)
def test_strangers_raise_nothing(visitor: Visitor, address: str) -> None:
    """Before login an address is answered, and with no fault of ours."""
    assert visitor.get(address).status < HTTPStatus.INTERNAL_SERVER_ERROR


def test_numbers_without_end_are_left_out(agent: Visitor) -> None:
    """A page is shown as if they had not been there."""
    addresses = [
        *(f"/news?seen={seen}" for seen in ("%C2%B2", LONG, "9" * 18, "-1")),
        *(f"/search?q=socket&after={after}" for after in (LARGE, LONG, "%C2%B2")),
        *(f"/?after=0,{number},0,{number},{number}" for number in (LARGE, LONG)),
        f"/?do=done&n=1&deeds={LARGE},{LONG},x&at={LONG}",
    ]

    assert [] == [one for one in addresses if agent.get(one).status != HTTPStatus.OK]


def test_forms_name_no_such_number(agent: Visitor) -> None:
    """What they name beside it is done."""
    token, told = agent.form_token(), []
    for number in (LARGE, LONG, "²", "1"):
        for path, name in (("/cases", "case"), ("/undo", "deed")):
            told.append(agent.post(path, {"form_token": token, "do": "done", name: number}).status)

    assert {HTTPStatus.SEE_OTHER} == {*told}


def test_news_are_counted(agent: Visitor) -> None:
    """With the key that shows them."""
    page = agent.get("/news?seen=0").text

    assert "6 new cases" in page
    assert "press" in page


def test_an_origin_that_is_none_is_foreign(visitor: Visitor) -> None:
    """A header that cannot be read is refused like any other site's."""
    assert HTTPStatus.FORBIDDEN == visitor.post("/login", {}, origin="http://[").status


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Something went wrong"), ("zh-CN", "出了错")]
)
def test_a_fault_has_a_page(office: Office, language: str, said: str) -> None:
    """A sentence with the headers of every page; the log names the kind of fault alone."""
    whole = Desk(
        writer=Writer(office.store),
        clock=lambda: office.now,
        stationery=lambda: STATIONERY,
        settings=Settings(secure=True),
    )
    assert whole.templates.loader is not None
    broken = whole.templates.overlay(
        loader=ChoiceLoader([DictLoader({"login.html": "{{ 1 // 0 }}"}), whole.templates.loader])
    )
    office.application = build(dataclasses.replace(whole, templates=broken))
    with capture_logs() as told:
        answer = Visitor(office=office, language=language).get("/login")

    assert HTTPStatus.INTERNAL_SERVER_ERROR == answer.status
    assert said in answer.text
    assert "content-security-policy" in answer.headers
    assert [{"event": "page.failed", "log_level": "error", "problem": "ZeroDivisionError"}] == told
