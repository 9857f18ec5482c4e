"""Acknowledgements that wait for a person's word: shown as they will be sent, approved, refused."""

import re
from functools import partial

import pytest

from cases.absences import Absence
from cases.modes import Mode
from desk.service import SILENT_AFTER
from desk.stationery import Outlook, Stationery
from store.protocol import Ledger
from store.values import Beat
from tests.desk.letters import Sample, receive
from tests.desk.office import STATIONERY, Office, Visitor
from tests.store.builders import DAY, MAILBOX, MINUTE, NOW, WORKER


@pytest.fixture
def waiting(office: Office) -> list[int]:
    """Mode approve, and three letters whose acknowledgements wait."""
    set_mode(office, Mode.APPROVE)
    return receive(
        office.store,
        Sample(buyer="anna", text="Where is my parcel?", order="302-1111111-1111111"),
        Sample(buyer="bert", text="Wo bleibt es?", language="de", order="302-2222222-2222222"),
        Sample(buyer="cleo", text="It is broken.", tags=("damaged",), marketplace="amazon.com"),
    )


@pytest.fixture
def li(office: Office, waiting: list[int]) -> Visitor:
    """An agent, logged in, once the letters have come."""
    del waiting
    office.add("li")
    visitor = Visitor(office=office)
    visitor.login()
    return visitor


def set_mode(office: Office, mode: Mode) -> None:
    """Say what may leave."""
    office.store.write(lambda ledger: ledger.set("mode", mode, "test", NOW))


def boxes(page: str) -> list[str]:
    """Return the value of each box that can be ticked."""
    return re.findall(r'name="ack" value="([\d.]+)"', page)


def states(office: Office) -> list[str]:
    """Return how the acknowledgements stand, by number."""
    acks = sorted(office.store.read(lambda ledger: ledger.acks(10)), key=lambda one: one.ack)
    return [one.reason or ("approved" if one.approved_at else one.state) for one in acks]


def test_each_is_shown_as_it_will_be_sent(li: Visitor) -> None:
    """Beside its letter, in the buyer's language, with the promised time, signed by the shop."""
    page = li.get("/approve").text

    assert 3 == len(boxes(page))
    assert "Where is my parcel?" in page
    assert 'lang="de">Guten Tag' in page
    assert "Lamp House" in page
    assert 3 == len(re.findall(r"24 November|24\. November|November 24", page))


def test_the_chosen_leave_and_the_refused_do_not(office: Office, li: Visitor) -> None:
    """In one go; what is left waits on."""
    first, second, third = boxes(li.get("/approve").text)
    done = li.post_all("/approve", [("do", "approve"), ("ack", first), ("ack", second)])
    refused = li.post_all("/approve", [("do", "refuse"), ("ack", third)])

    assert "2 approved. They leave in half a minute." in li.get(done.location).text
    assert "It will not be sent." in li.get(refused.location).text
    assert ["approved", "approved", "declined"] == states(office)


def undo_form(page: str) -> list[str]:
    """Return the acknowledgements that the page's Undo names."""
    form = re.search(r'action="/approve" class="inline">.*?</form>', page)
    return re.findall(r'name="ack" value="(\d+)"', form[0]) if form else []


def test_a_word_is_taken_back_by_one_key(office: Office, li: Visitor) -> None:
    """What was approved and what was refused wait again; the way back is there half a minute."""
    first, second, third = boxes(li.get("/approve").text)
    done = li.post_all("/approve", [("do", "approve"), ("ack", first), ("ack", second)])
    refused = li.post_all("/approve", [("do", "refuse"), ("ack", third)])
    pages = [li.get(answer.location).text for answer in (done, refused)]
    named = [undo_form(page) for page in pages]
    for acks in named:
        answer = li.post_all("/approve", [("do", "take-back"), *(("ack", ack) for ack in acks)])
        told = li.get(answer.location).text
    office.later(MINUTE)

    assert [2, 1] == [len(acks) for acks in named]
    assert 'name="do" value="take-back" data-key="z"' in pages[0]
    assert "Taken back." in told
    assert ["due"] * 3 == states(office)
    assert {first, second, third} == set(boxes(told))
    assert [] == undo_form(li.get(done.location).text)


def test_what_has_left_is_told_and_not_called_back(office: Office, li: Visitor) -> None:
    """A worker was faster than the person."""
    first = boxes(li.get("/approve").text)[0]
    done = li.post_all("/approve", [("do", "approve"), ("ack", first)])
    (ack,) = undo_form(li.get(done.location).text)
    later = NOW + MINUTE
    office.store.write(lambda ledger: ledger.claim(WORKER, [MAILBOX], 1, DAY, later))
    answer = li.post_all("/approve", [("do", "take-back"), ("ack", ack)])
    told = li.get(answer.location).text

    assert "1 has left already and cannot be called back." in told
    assert "Taken back." not in told


def test_it_is_taken_back_on_the_page_of_its_case(
    office: Office, li: Visitor, waiting: list[int]
) -> None:
    """As long as it has not left, and not in live mode, where it would leave all the same."""
    path = f"/case/{waiting[0]}"
    (box,) = boxes(li.get(path).text)
    li.post_all("/approve", [("do", "approve"), ("ack", box), ("back", path)])
    office.later(MINUTE)
    approved = li.get(path).text
    set_mode(office, Mode.LIVE)
    office.later(MINUTE)
    live = li.get(path).text
    set_mode(office, Mode.APPROVE)
    back = [("do", "take-back"), ("ack", box.partition(".")[0]), ("back", path)]
    answer = li.post_all("/approve", back)

    assert [True, False] == ["Take the approval back" in page for page in (approved, live)]
    assert [True, True] == ['value="refuse"' in page for page in (approved, live)]
    assert "Lamp House" in approved
    assert 'value="approve"' not in approved
    assert [box] == boxes(li.get(answer.location).text)


@pytest.mark.parametrize("mode", [Mode.CANARY, Mode.LIVE])
def test_where_nothing_waits_for_a_word_it_is_refused_instead(
    office: Office, li: Visitor, waiting: list[int], mode: Mode
) -> None:
    """Undo would have it sent: it is not offered, and what was approved is not sent if refused."""
    set_mode(office, mode)
    office.later(MINUTE)
    first = boxes(li.get("/approve").text)[0]
    done = li.post_all("/approve", [("do", "approve"), ("ack", first)])
    told = li.get(done.location).text
    page = li.get(f"/case/{waiting[0]}").text
    refused = li.post_all("/approve", [("do", "refuse"), ("ack", first)])

    assert [] == undo_form(told)
    assert 'value="take-back"' not in page
    assert "It would leave without that too" in page
    assert "It will not be sent." in li.get(refused.location).text
    assert ["declined", "due", "due"] == states(office)


def test_another_text_is_not_approved(office: Office, li: Visitor) -> None:
    """A letter that joins after the page was drawn makes another text; one decides once."""
    first, second, _ = boxes(li.get("/approve").text)
    li.post_all("/approve", [("do", "refuse"), ("ack", second)])
    stale = f"{first.partition('.')[0]}.999"
    answer = li.post_all("/approve", [("do", "approve"), ("ack", stale), ("ack", second)])

    assert "2 have changed since and were left alone." in li.get(answer.location).text
    assert ["due", "declined", "due"] == states(office)


def test_it_is_decided_on_the_page_of_its_case(
    office: Office, li: Visitor, waiting: list[int]
) -> None:
    """The text and both buttons stand there too, and lead back to it."""
    path = f"/case/{waiting[0]}"
    page = li.get(path).text
    (box,) = boxes(page)
    answer = li.post_all("/approve", [("do", "approve"), ("ack", box), ("back", path)])

    assert "Lamp House" in page
    assert answer.location.startswith(path)
    assert "approved" == states(office)[0]


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (Mode.SHADOW, "In shadow mode nothing leaves."),
        (Mode.LIVE, "In live mode these leave by themselves."),
        (Mode.APPROVE, "Nothing of this leaves before somebody approves it."),
    ],
)
def test_the_page_says_what_the_mode_means(
    office: Office, li: Visitor, mode: Mode, said: str
) -> None:
    """And every page's head names the mode."""
    set_mode(office, mode)
    office.later(MINUTE)
    page = li.get("/approve").text

    assert said in page
    assert f'<span class="mode {mode}">' in page
    assert f'<span class="mode {mode}">' in li.get("/account").text


def test_how_many_wait_is_told_everywhere(li: Visitor) -> None:
    """In the menu of every page, and less of them at once after one was approved."""
    before = li.get("/").text
    first = boxes(li.get("/approve").text)[0]
    li.post_all("/approve", [("do", "approve"), ("ack", first)])

    assert "To approve <b>3</b>" in before
    assert "To approve <b>2</b>" in li.get("/").text


def test_what_settles_is_not_offered(office: Office, li: Visitor) -> None:
    """A further letter may come and make another text."""
    office.now = NOW - MINUTE

    assert [] == boxes(li.get("/approve").text)


def test_a_shop_that_is_not_described_has_no_text(office: Office, waiting: list[int]) -> None:
    """The page must not make one up."""
    case = office.store.read(lambda ledger: ledger.case(waiting[0], NOW))
    assert case is not None
    nothing = Stationery(templates=STATIONERY.templates)

    assert "unknown-shop" == nothing.preview(case, case.letters[0].letter, Outlook(), NOW)


def _beat(beat: Beat, ledger: Ledger) -> None:
    ledger.beat(WORKER, [beat], beat.at)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"at": NOW - SILENT_AFTER - MINUTE}, "The service was last heard of 3 min ago."),
        ({"inbox_problem": "login refused"}, "There is trouble with the mailbox shop:"),
    ],
)
def test_a_service_in_trouble_is_told(
    office: Office, li: Visitor, changes: dict[str, object], said: str
) -> None:
    """On every page, and by the part of a page that asks for it anew."""
    whole: dict[str, object] = {"at": NOW, "inbox_problem": ""} | changes
    beat = Beat(worker=WORKER, mailbox=MAILBOX, read_at=NOW, sender_problem="", **whole)  # type: ignore[arg-type]  # a builder
    before = li.get("/service").text
    office.store.write(partial(_beat, beat))
    office.later(MINUTE / 10)
    part = li.get("/service").text

    assert "The service has not run yet" in before
    assert (said in part, bool(said)) == (True, 'class="fault"' in part)
    assert said in li.get("/").text


def test_a_part_of_a_page_shows_no_login(office: Office) -> None:
    """Where the session has ended it says so; what is being written beside it stays."""
    stranger = Visitor(office=office)
    part = stranger.get("/service", hx_request="true")

    assert (200, True) == (part.status, "Your session has ended." in part.text)
    assert "<form" not in part.text
    assert 204 == stranger.get("/live").status


def test_what_waits_goes_with_its_letter(office: Office, li: Visitor, waiting: list[int]) -> None:
    """Merged, split off again: it waits beside its letter, and every page stands."""
    first = waiting[0]
    (other,) = receive(
        office.store, Sample(buyer="anna", text="And this?", order="302-9999999-9999999")
    )
    before = boxes(li.get("/approve").text)
    merged = li.post_all(f"/case/{first}/merge", [("case", str(other))]).location
    pages = [li.get(path) for path in ("/approve", merged, f"/case/{other}")]
    joined = boxes(pages[0].text)
    letter = joined[0].partition(".")[2]
    new = li.post_all(f"/case/{first}/split", [("letter", letter)]).location
    pages += [li.get(path) for path in ("/approve", new, f"/case/{first}")]

    assert [200] * 6 == [page.status for page in pages]
    assert (4, 3) == (len(before), len(joined))
    assert [*joined[:1]] == boxes(pages[4].text)
    assert [] == boxes(pages[5].text)


def test_the_promised_time_knows_who_is_away(
    office: Office, li: Visitor, waiting: list[int]
) -> None:
    """On both pages: what is sent to the buyer would not promise an hour of an absence."""
    away = Absence(since=NOW, until=NOW + 30 * DAY, who="li")
    pages = ("/approve", f"/case/{waiting[0]}")
    before = [li.get(page).text for page in pages]
    office.store.write(lambda ledger: ledger.go_away(away))
    after = [li.get(page).text for page in pages]

    assert [True] * 2 == ["24 November" in page for page in before]
    assert [False] * 2 == ["24 November" in page for page in after]
