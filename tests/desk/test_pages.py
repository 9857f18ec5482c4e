"""The queue, the case and search as pages: what they say, how large they are, what forms do."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from cases.roles import Role
from desk.buttons import DEEDS, arranged, likely, toggled
from desk.keys import KEYS, faults_of
from desk.language import words_of
from store.cipher import Keys, make_key, parse_key
from store.open import open_store
from tests.desk.letters import SAMPLES, Sample, receive
from tests.desk.office import Answer, Office, Visitor, staffed
from tests.store.builders import HOUR, MINUTE, NOW, WORKER, go_live
from tests.store.test_desk_replies import begin, take


def test_a_row_says_it_all(agent: Visitor) -> None:
    """Why it ranks here, what it is about, whose it is, and both clocks in words."""
    text = re.sub(r"<[^>]+>", " ", agent.get("/").text)
    text = re.sub(r"\s+", " ", text)

    assert "urgent · safety The plug got so hot" in text
    assert "302-5567718-4403391 · amazon.de · main · de" in text
    assert "why: angry, repeated contact" in text
    assert "limit 23 h 50 min left" in text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "why: gift deadline 2026-12-24, angry · 302-"),
        ("zh-CN", "原因: 礼物期限 2026-12-24, 买家生气 · 302-"),
    ],
)
def test_a_row_says_nothing_twice(office: Office, agent: Visitor, language: str, told: str) -> None:
    """What stands as a tag is no reason beside it, and a present's day says that it has one."""
    reasons = ("damaged", "gift deadline 2026-12-24", "angry", "gift with a date")
    receive(office.store, Sample(buyer="gift", tags=("damaged",), reasons=reasons))
    agent.language = language
    pages = [
        re.sub(r"<[^>]+>", "", agent.get(one).text)
        for one in ("/", "/case/7", "/search?q=tag:damaged")
    ]
    label = words_of(language).label("tag", "damaged")

    assert told in pages[0]
    assert told.partition(": ")[2].removesuffix(" · 302-") in pages[1]
    assert told in pages[2]
    assert not re.search(rf"(?:why|原因): {label}", "".join(pages))


def test_what_is_closed_has_no_clock(office: Office, agent: Visitor) -> None:
    """In the view of what is done, in a search and on its page; taken up again it has its own."""

    def clocks(case: int, do: str, *addresses: str) -> list[bool]:
        agent.post_all("/cases", [("case", str(case)), ("do", do)])
        return ["overdue 6 h 10 min" in agent.get(one).text for one in addresses]

    agent.post_all("/cases", [("case", "1"), ("do", "done")])
    office.later(30 * HOUR)
    agent.login()

    assert [False] * 3 == clocks(2, "done", "/?view=done", "/search?q=is:done", "/case/1")
    assert [True] * 2 == clocks(1, "reopen", "/", "/case/1")


def test_two_hundred_rows_stay_small(office: Office, agent: Visitor) -> None:
    """Under 100 kB, with long words in Chinese and every fact there."""
    receive(
        office.store,
        *(
            Sample(
                buyer=f"buyer-{number}",
                order=f"302-1234567-{number:07}",
                language="zh",
                text="你好，包裹里少了四颗螺丝，能补寄吗？我已经等了三个星期了。" * 5,
                tags=("missing-item", "late-delivery"),
                reasons=("angry", "repeated contact"),
                photos=(),
            )
            for number in range(200)
        ),
    )
    page = agent.get("/")

    assert 200 == page.text.count("<li class=")
    assert len(page.body) < 100_000


def test_a_view_is_a_bookmark(agent: Visitor) -> None:
    """What an address chooses is shown, and what it makes up is ignored."""
    assert 1 == agent.get("/?view=grave").text.count("<li class=")
    assert 2 == agent.get("/?language=de").text.count("<li class=")
    assert 1 == agent.get("/?view=unsure&tag=invoice").text.count("<li class=")
    assert 6 == agent.get("/?view=nothing&tag=nonsense&after=1,2").text.count("<li class=")


def test_a_case_of_who_was_erased_offers_nothing(office: Office, agent: Visitor) -> None:
    """Its page says so in either language, and a form of before says why nothing was done."""
    before = agent.get("/case/6").text
    office.store.write(
        lambda ledger: ledger.erase(ledger.case(6, NOW).row.buyer, str.upper, "test", NOW)  # type: ignore[union-attr]
    )
    after = agent.get("/case/6").text
    noted = agent.post_all("/cases", [("case", "6"), ("do", "note"), ("text", "Anna called")])
    told = agent.get(noted.location).text
    agent.language = "zh-CN"
    chinese = agent.get("/case/6").text

    offered = re.compile(r'<(?:form[^>]* action="/ca|textarea)')
    assert offered.search(before)
    assert not offered.search(after)
    assert "Its buyer was erased" in after
    assert "Its buyer was erased: it stays closed" in told
    assert "买家的数据已被删除" in chinese


@pytest.mark.parametrize(
    ("typed", "cases"),
    [("螺丝", {6}), ("tag:damaged", {3}), ("lang:de is:open", {2, 5}), ("socket", {1})],
)
def test_search_finds(agent: Visitor, typed: str, cases: set[int]) -> None:
    """Words of any script, and facts."""
    found = agent.get(f"/search?q={typed}").text

    assert cases == {int(number) for number in re.findall(r"<li class=\w+ id=c(\d+)", found)}


def test_beginnings_of_encrypted_words_are_told(tmp_path: Path, agent: Visitor) -> None:
    """Where words are hashed the page says so, instead of finding nothing without a word."""
    key, url = parse_key(make_key()), f"sqlite:///{tmp_path}/encrypted.db"
    with closing(open_store(url, tmp_path / "kept", keys=Keys(present=key))) as store:
        store.write(lambda ledger: ledger.encryption.begin(key.id, "test", NOW))
        receive(store, *SAMPLES)
        with staffed(store, url) as office:
            office.add("li")
            li = Visitor(office=office)
            li.login()
            pages = [li.get(f"/search?q={typed}").text for typed in ("sock*", "socket")]

    assert [True, False] == ["type whole words" in page for page in pages]
    assert "id=c1>" in pages[1]
    assert "id=c1>" in agent.get("/search?q=sock*").text


def test_an_order_id_leads_to_its_case(agent: Visitor) -> None:
    """Pasted alone, without a list in between."""
    assert "/case/4" == agent.get("/search?q=205-1112223-3334445").location


def test_what_search_does_not_understand_is_told(agent: Visitor) -> None:
    """The rest is searched for all the same."""
    page = agent.get("/search?q=socket+before:yesterday").text

    assert "Not understood: before:yesterday" in page
    assert "id=c1>" in page


def test_many_are_done_and_what_others_hold_is_left(office: Office, agent: Visitor) -> None:
    """The page tells how many, and who holds the rest."""
    office.add("wang")
    wang = Visitor(office=office)
    wang.login("wang")
    wang.post("/cases", {"form_token": wang.form_token(), "do": "claim", "case": "1"})
    fields = [("case", "1"), ("case", "2"), ("case", "3")]
    back = agent.post_all("/cases", [("do", "done"), ("back", "/"), *fields])
    page = agent.get(back.location).text
    assert "2 cases done." in page
    assert "1 is held by wang: left alone." in page


def test_undo_is_offered_for_half_a_minute(office: Office, agent: Visitor) -> None:
    """Later the page no longer offers it, and the store refuses it."""
    back = agent.post_all("/cases", [("do", "done"), ("back", "/"), ("case", "1")])
    deeds = re.findall(r"deeds=(\d+)", back.location)
    soon = agent.get(back.location).text
    office.later(MINUTE)
    late = agent.get(back.location).text
    refused = agent.post_all("/undo", [("deed", deeds[0])])

    assert ("/undo" in soon, "/undo" in late) == (True, False)
    assert "Too late to undo." in agent.get(refused.location).text


def test_nonsense_is_refused(agent: Visitor) -> None:
    """A form that asks for nothing there is changes nothing."""
    for fields in (
        [("do", "dance"), ("case", "1")],
        [("do", "snooze"), ("until", "never"), ("case", "1")],
        [("do", "rate"), ("priority", "soon"), ("case", "1")],
        [("do", "tag"), ("tag", "thanks"), ("tag", "refund"), ("case", "1")],
        [("do", "toggle"), ("to", "nonsense"), ("case", "1")],
    ):
        assert 400 == agent.post_all("/cases", fields).status


def test_every_button_does_something(agent: Visitor) -> None:
    """Each word of the table is a deed on a case that is ready for it."""
    fields = [("until", "monday"), ("on", "buyer"), ("priority", "low"), ("tag", "refund")]
    refused = []
    for do in sorted(DEEDS):
        agent.post_all("/cases", [("do", "claim"), ("case", "2")])
        answer = agent.post_all("/cases", [("do", do), ("case", "2"), *fields])
        if answer.status != 303:
            refused.append(do)

    assert [] == refused


def test_a_tag_is_toggled_within_a_complete_set() -> None:
    """What stands alone drives out the others, and nothing left is other."""
    assert ("refund", "return") == toggled(("refund",), "return")
    assert ("other",) == toggled(("refund",), "refund")
    assert ("thanks",) == toggled(("refund", "return"), "thanks")
    assert ("refund",) == toggled(("thanks",), "refund")


def test_tags_keep_their_order() -> None:
    """Grave ones first, then the main one, then those that were there."""
    chosen = ("claim", "damaged", "refund", "return")

    assert ("claim", "return", "refund", "damaged") == arranged(("refund",), chosen, "return")
    assert 9 == len(likely(("invoice",)))


def test_keys_are_unlike() -> None:
    """No usual key hides another, and a person's are held to the same."""
    assert [] == faults_of(KEYS)
    assert {"next", "previous"} == {*faults_of({**KEYS, "next": "k"})}
    assert {"next"} == {*faults_of({**KEYS, "next": "1"})}
    assert ["done"] == faults_of({**KEYS, "done": "g"})


def write(agent: Visitor, case: int, body: str) -> Answer:
    """Send a reply; the form is the same one each time."""
    fields = [("token", "once"), ("subject", "Re: Order"), ("body", body)]
    return agent.post_all(f"/case/{case}/reply", fields)


def test_a_reply_goes_to_the_buyer_once(office: Office, agent: Visitor) -> None:
    """Sent twice by a double click it is one reply, and the case shows it."""
    go_live(office.store)
    first = write(agent, 1, "We are looking into this at once.\nYour team")
    second = write(agent, 1, "We are looking into this at once.\nYour team")
    page = agent.get("/case/1").text

    assert "The reply is on its way." in agent.get(first.location).text
    assert "1 was so already." in agent.get(second.location).text
    assert 1 == page.count("waits to be sent")


def test_in_shadow_mode_no_reply_leaves(agent: Visitor) -> None:
    """The page says why."""
    answer = write(agent, 1, "We are looking into this at once.")

    assert "Nothing goes to a buyer in shadow mode." in agent.get(answer.location).text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Write to us at help@shop.example please.", "Take the e-mail address out."),
        ("Please change your review.", "Say nothing of reviews"),
        ("", "Write something."),
    ],
)
def test_what_a_buyer_must_not_read_is_shown(
    office: Office, agent: Visitor, body: str, said: str
) -> None:
    """Beside the words, of which none is lost; nothing leaves."""
    go_live(office.store)
    answer = write(agent, 1, body)

    assert 422 == answer.status
    assert said in answer.text
    assert f">\n{body}</textarea>" in answer.text
    assert "reply.written" not in office.event_names()


def test_a_person_may_promise_money(office: Office, agent: Visitor) -> None:
    """What only a machine must not say passes."""
    go_live(office.store)

    assert 303 == write(agent, 1, "We have refunded the full amount today.").status


def test_the_subject_is_proofread_too(office: Office, agent: Visitor) -> None:
    """It leaves like the words; nothing of what was written is lost."""
    go_live(office.store)
    fields = [("token", "once"), ("subject", "help@shop.example"), ("body", "We look into it.")]
    answer = agent.post_all("/case/1/reply", fields)

    assert 422 == answer.status
    assert "Take the e-mail address out." in answer.text
    assert 'value="help@shop.example"' in answer.text


def settle(visitor: Visitor, do: str) -> int:
    """Say what becomes of the first reply, which is the first case's; return the status."""
    return visitor.post_all("/case/1/settle", [("reply", "1"), ("do", do)]).status


def test_a_reply_is_taken_back(office: Office, agent: Visitor) -> None:
    """By who wrote it, while it waits, and by no other agent."""
    go_live(office.store)
    write(agent, 1, "We are looking into this at once.")
    office.add("wang")
    wang = Visitor(office=office)
    wang.login("wang")
    offered = ["Take back" in one.get("/case/1").text for one in (agent, wang)]

    assert [True, False] == offered
    assert (403, 303) == (settle(wang, "take-back"), settle(agent, "take-back"))
    assert "withdrawn" in agent.get("/case/1").text
    assert 404 == settle(agent, "dance")


@pytest.mark.parametrize(
    ("do", "event"),
    [("was-sent", "reply.proved-sent"), ("was-not-sent", "reply.proved-refused")],
)
def test_a_supervisor_settles_a_doubt(office: Office, agent: Visitor, do: str, event: str) -> None:
    """What a restore or a lost connection left open, whoever wrote it."""
    go_live(office.store)
    write(agent, 1, "We are looking into this at once.")
    (held,) = take(office.store)
    begin(office.store, held)
    office.store.write(lambda ledger: ledger.recover(WORKER, office.now))
    office.add("wang", Role.SUPERVISOR)
    wang = Visitor(office=office)
    wang.login("wang")
    offered = "It was not sent" in wang.get("/case/1").text

    assert (True, 303) == (offered, settle(wang, do))
    assert event in office.event_names()
