"""What supervisors see of the work, and the views that each person keeps."""

import html
import re

import pytest

from cases.alarms import Alarm
from cases.deeds import Assign, Hold
from cases.episodes import Episode
from cases.roles import Role
from desk.filters import OFFERED, Choice
from desk.language import words_of
from desk.pages.team import spread
from desk.saved import MOST, name, saved, toggle
from desk.visit import CHOICES
from tests.desk.letters import SAMPLES, receive
from tests.desk.office import Office, Visitor
from tests.store.builders import NOW


@pytest.fixture
def supervisor(office: Office) -> Visitor:
    """Wang, who oversees, logged in at a desk with some letters."""
    receive(office.store, *SAMPLES)
    office.add("wang", Role.SUPERVISOR)
    visitor = Visitor(office=office)
    visitor.login("wang")
    return visitor


def plain(page: str) -> str:
    """Return a page's words on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_the_work_is_told(office: Office, supervisor: Visitor) -> None:
    """Who works on what, what is nobody's, and when clocks run out."""
    office.store.write(lambda ledger: ledger.desk.do([2], Assign(to="li"), "li", office.now))
    office.store.write(lambda ledger: ledger.desk.do([1], Hold(), "li", office.now))
    page = plain(supervisor.get("/team").text)

    assert "4 open cases are nobody's" in page
    assert "li 1 1 0" in page
    assert "8 and more 0 6" in page
    assert "No promise has come due." in page


def test_troubles_are_told_with_their_remedy(office: Office, supervisor: Visitor) -> None:
    """Those of the installation that last; what is over, or an agent's, stands elsewhere."""
    known = (
        Episode(alarm=Alarm(kind="disk-low", sentence="1 GB is left"), since=NOW),
        Episode(alarm=Alarm(kind="brake-held", sentence="It held"), since=NOW, gone_at=NOW),
        Episode(alarm=Alarm(kind="case-grave", sentence="Case 1", case=1), since=NOW),
    )
    office.store.write(lambda ledger: ledger.alarms.change(lambda _: (known, None)))
    page = plain(supervisor.get("/team").text)

    assert "Little room is left on the disk since 2026-11-23 10:00 UTC Make room, or" in page
    assert "1 GB is left" in page
    assert "It held" not in page
    assert "What needs a person" in page
    assert "Case 1" not in page


def test_troubles_are_told_in_the_language_of_the_screens(
    office: Office, supervisor: Visitor
) -> None:
    """What is wrong and what to do in Chinese; the servers' own words below, as they are."""
    failing = Alarm(
        kind="mailbox-failing", subject="box0", sentence="Mailbox box0 cannot be read: no route."
    )
    known = (Episode(alarm=failing, since=NOW),)
    office.store.write(lambda ledger: ledger.alarms.change(lambda _: (known, None)))
    supervisor.language = "zh-CN"
    told = supervisor.get("/team").text

    assert "邮箱 box0 无法读取" in plain(told)
    assert "服务器停机时会自动重试" in plain(told)
    assert '<p class="hint" lang="en">Mailbox box0 cannot be read: no route.</p>' in told
    assert "A server that is down" not in told


def test_it_is_not_for_agents(agent: Visitor) -> None:
    """Neither the page nor the way to it."""
    assert 403 == agent.get("/team").status
    assert "/team" not in agent.get("/").text


def test_hours_are_put_together() -> None:
    """The last hour is the first span on its side; no hour is lost or told twice."""
    due = {-9: 1, -8: 2, -4: 3, -2: 4, -1: 5, 0: 6, 1: 7, 3: 8, 7: 9, 8: 10}

    assert [(5, 6), (4, 7), (3, 8), (2, 9), (1, 10)] == spread(due)


def keep(visitor: Visitor, **choice: str) -> str:
    """Press the key that keeps a view; return where it leads."""
    return visitor.post_all("/views", [*choice.items()]).location


def test_a_view_is_kept_and_let_go(agent: Visitor) -> None:
    """It stands among the others by what it chooses, with a key; the same key lets it go."""
    offered = "Keep this view" in agent.get("/?tag=damaged").text
    kept = keep(agent, view="all", tag="damaged", language="ja")
    page = agent.get(kept).text
    shown = re.search(
        r'<a href="(/\?tag=damaged&amp;language=ja)"[^>]*data-key="g 1">([^<]*)', page
    )
    let_go = keep(agent, view="all", tag="damaged", language="ja")

    assert offered
    assert shown is not None
    assert "Open · damaged · ja" == shown[2]
    assert "Drop this view" in page
    assert "This view is kept." in page
    assert "g 1" not in agent.get(let_go).text


def test_what_is_kept_survives_other_choices(agent: Visitor) -> None:
    """Keys and colours are kept beside it; the whole queue is no view to keep."""
    keep(agent, view="grave", tag="safety")
    agent.post_all("/account", [("theme", CHOICES["theme"][2])])
    agent.post_all("/keys", [("reset", "1")])
    keep(agent, view="all")

    assert 1 == agent.get("/").text.count('data-key="g 1"')
    assert 0 == agent.get("/").text.count('data-key="g 2"')


def test_only_so_many_are_kept() -> None:
    """The oldest gives way; what is not understood is none."""
    preferences: dict[str, str] = {"views": "view=nothing"}
    for number in range(MOST + 2):
        preferences = toggle(preferences, Choice(shop=f"s{number}"))
    kept = saved(preferences)

    assert MOST == len(kept)
    assert [f"s{number}" for number in range(2, MOST + 2)] == [one.shop for one in kept]
    assert "打开" != name(kept[0], words_of("zh-CN"))
    assert OFFERED[0] == kept[0].view


def test_the_offered_secret_stays(office: Office) -> None:
    """A page that is loaded again shows the key that was scanned from it; another login another."""
    office.add("li")

    def shown(visitor: Visitor) -> str:
        page = visitor.get("/account/second-factor").text
        found = re.search(r'name="secret" value="([A-Z2-7]{32})"', page)
        assert found is not None
        return found[1]

    visitors = [Visitor(office=office), Visitor(office=office)]
    for one in visitors:
        one.login()
    first, again, other = (shown(visitors[number]) for number in (0, 0, 1))
    visitors[0].set_factor(first)

    assert first == again
    assert first not in {other, shown(visitors[0])}
