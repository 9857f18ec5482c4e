"""What needs a person, from what is seen of the service, and what is said of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from cases.alarms import KINDS, Alarm, Kind, Level
from cases.episodes import Episode, follow
from cases.labels import Priority
from cases.pauses import EVERYTHING, Pause, Scope, Subject
from daemon.alarms.causes import find_own, find_shared
from daemon.alarms.choice import choose, is_quiet
from daemon.alarms.message import Message, write_message
from daemon.alarms.pressing import find_digest, find_pressing
from daemon.config.alarms import Alarms, Alerts
from daemon.health.health import Health
from daemon.health.observation import Observation
from desk.language import words_of
from store.alarms_protocol import Outlook, Pressing
from store.encryption_protocol import Damage
from store.values import Beat, Waiting

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
BERLIN = "Europe/Berlin"
ENGLISH = words_of("en")
SHOP = Subject(scope=Scope.SHOP, name="main")


def build(value: Any) -> Callable[..., Any]:  # noqa: ANN401 - a builder of any value
    """Return a builder of values like this one."""
    return lambda **changes: replace(value, **changes)


beat = build(
    Beat(worker="main", mailbox="de", at=NOW, read_at=NOW, inbox_problem="", sender_problem="")
)
pressing = build(
    Pressing(
        case=7,
        opening=1,
        tags=("late-delivery",),
        received=NOW - HOUR,
        promise_at=None,
        limit_at=None,
        held=False,
    )
)
outlook = build(
    Outlook(
        until=NOW + 30 * MINUTE,
        pressing=(),
        set_aside=0,
        unknown=0,
        stranded={},
        sent=0,
        refused=0,
    )
)


def health(**changes: object) -> Health:
    """Return the health of a service that is well."""
    well = Health(now=NOW, mode="live", beats=(beat(),), poll=timedelta(minutes=2))
    return replace(well, **changes)  # type: ignore[arg-type]  # a builder of any field


def seen(outlooks: Outlook | None = None, **changes: object) -> Observation:
    """Return what is seen of a service."""
    return Observation(worker="main", health=health(**changes), outlook=outlooks or outlook())


def pause(who: str, subject: Subject = EVERYTHING, **changes: Any) -> Pause:  # noqa: ANN401
    """Return a pause for a reason."""
    return Pause(subject=subject, since=NOW, who=who, why="anna@buyer.example wrote", **changes)


#: What is seen, and the alarms it comes to: kind and subject.
SHARED = {
    "well": (seen(), []),
    "store unknown": (replace(seen(), outlook=None), []),
    "inbox": (seen(beats=(beat(inbox_problem="no answer"),)), [("mailbox-failing", "de")]),
    "inbox before stale": (
        seen(beats=(beat(inbox_problem="no answer", read_at=NOW - HOUR),)),
        [("mailbox-failing", "de")],
    ),
    "just read": (seen(beats=(beat(read_at=NOW - 6 * MINUTE),)), []),
    "stale": (seen(beats=(beat(read_at=NOW - 7 * MINUTE),)), [("mailbox-stale", "de")]),
    "sender": (seen(beats=(beat(sender_problem="refused"),)), [("sender-failing", "de")]),
    "other's mailbox": (
        replace(seen(), others=(beat(worker="b", mailbox="fr", sender_problem="x"),)),
        [("sender-failing", "fr")],
    ),
    "other gone": (
        replace(seen(), others=(beat(worker="b", mailbox="fr", at=NOW - HOUR),)),
        [("worker-gone", "b")],
    ),
    "other stopped": (
        replace(seen(), others=(beat(worker="b", mailbox="fr", at=NOW - HOUR, stopped=True),)),
        [("mailbox-left", "fr")],
    ),
    "others stopped": (
        replace(
            seen(),
            others=(
                beat(worker="b", mailbox="fr", at=NOW - 2 * HOUR, stopped=True),
                beat(worker="c", mailbox="fr", at=NOW - HOUR, stopped=True),
            ),
        ),
        [("mailbox-left", "fr")],
    ),
    "other stopped and relieved": (
        replace(seen(), others=(beat(worker="b", at=NOW - HOUR, stopped=True),)),
        [],
    ),
    "other stopped, its relief gone": (
        replace(
            seen(),
            others=(
                beat(worker="b", mailbox="fr", at=NOW - HOUR, stopped=True),
                beat(worker="c", mailbox="fr", at=NOW - 2 * MINUTE),
            ),
        ),
        [("worker-gone", "c"), ("mailbox-left", "fr")],
    ),
    "brake": (seen(pauses=(pause("brake"),)), [("brake-held", "all")]),
    "breaker": (seen(pauses=(pause("breaker", SHOP),)), [("breaker-tripped", "shop main")]),
    "paused": (seen(pauses=(pause("command:li"),)), [("paused-long", "")]),
    "paused for a time": (seen(pauses=(pause("command:li", until=NOW + HOUR),)), []),
    "shop paused": (seen(pauses=(pause("command:li", SHOP),)), []),
    "few refused": (seen(outlook(refused=2)), []),
    "some of many refused": (seen(outlook(refused=3, sent=28)), []),
    "refused": (seen(outlook(refused=3, sent=27)), [("acks-failing", "")]),
    "unknown": (seen(outlook(unknown=2)), [("acks-unknown", "")]),
    "stranded": (seen(outlook(stranded={"old": 4})), [("acks-stranded", "old")]),
    "damaged": (
        seen(damage=Damage(count=2, places=("cases 5: subject",))),
        [("words-damaged", "")],
    ),
    "set aside": (seen(outlook(set_aside=1)), [("letters-set-aside", "")]),
    "promise near": (
        seen(outlook(pressing=(pressing(promise_at=NOW + MINUTE),))),
        [("promises-near", "")],
    ),
    "promise broken": (seen(outlook(pressing=(pressing(promise_at=NOW),))), []),
    "promise in hand": (
        seen(outlook(pressing=(pressing(promise_at=NOW + MINUTE, held=True),))),
        [],
    ),
    "only a limit": (seen(outlook(pressing=(pressing(limit_at=NOW + MINUTE),))), []),
}


@pytest.mark.parametrize(("given", "alarms"), SHARED.values(), ids=list(SHARED))
def test_what_the_operator_must_know(given: Observation, alarms: list[tuple[str, str]]) -> None:
    """Each trouble of the store gives its alarm, and only that."""
    assert alarms == [one.key for one in find_shared(given, BERLIN)]


@pytest.mark.parametrize(
    ("number", "sentences"),
    [
        (
            1,
            [
                "Nobody knows whether 1 acknowledgement left.",
                "1 acknowledgement is due in mailbox old, which no worker has.",
                "1 letter is set aside: judging failed three times.",
                "1 promise runs out within 30 min, and nobody works on its case.",
            ],
        ),
        (
            2,
            [
                "Nobody knows whether 2 acknowledgements left.",
                "2 acknowledgements are due in mailbox old, which no worker has.",
                "2 letters are set aside: judging failed three times.",
                "2 promises run out within 30 min, and nobody works on their cases.",
            ],
        ),
    ],
)
def test_words_agree_with_their_number(number: int, sentences: list[str]) -> None:
    """One letter is set aside, two are."""
    near = tuple(pressing(case=case, promise_at=NOW + MINUTE) for case in range(number))
    found = outlook(unknown=number, stranded={"old": number}, set_aside=number, pressing=near)

    assert sentences == [one.sentence for one in find_shared(seen(found), BERLIN)]


@pytest.mark.parametrize(
    ("given", "alarms"),
    [
        (seen(), []),
        (seen(store_problem="The store is full."), ["store-failing"]),
        (replace(seen(), disk_free=100 * 2**20), []),
        (replace(seen(), disk_free=100 * 2**20 - 1), ["disk-low"]),
        (replace(seen(), refused="reload refused"), ["config-refused"]),
        (seen(logins={"de": "the consent ends"}), ["login-ending"]),
        (seen(outdated="model m1 is of another version"), ["model-outdated"]),
    ],
)
def test_what_a_process_sees_of_itself(given: Observation, alarms: list[str]) -> None:
    """Store, disk and configuration are those of its own machine."""
    assert alarms == [one.kind for one in find_own(given, disk_wanted=100)]


def test_every_alarm_of_the_operator_can_be_found() -> None:
    """No kind is only a word."""
    shared = {key for given, alarms in SHARED.values() for key, _ in alarms}
    own = {"store-failing", "disk-low", "config-refused", "login-ending", "model-outdated"}

    agents = {"case-grave", "grave-ending", "promise-ending", "limit-ending", "digest"}
    assert set(KINDS) == shared | own | agents


def test_a_sentence_stays_the_same_while_nothing_changes() -> None:
    """Ten minutes later it says what it said, so that nothing is written and nothing told anew."""
    given = replace(
        seen(
            outlook(pressing=(pressing(promise_at=NOW + 25 * MINUTE),), until=NOW + 30 * MINUTE),
            beats=(beat(read_at=NOW - HOUR, sender_problem="refused"),),
            pauses=(pause("brake"), pause("command:li")),
        ),
        others=(beat(worker="b", at=NOW - HOUR),),
    )
    beats = (beat(at=NOW + 10 * MINUTE, read_at=NOW - HOUR, sender_problem="refused"),)
    later = replace(
        given,
        health=replace(given.health, now=NOW + 10 * MINUTE, beats=beats),
        outlook=replace(given.outlook, until=NOW + 40 * MINUTE),  # type: ignore[type-var]
    )

    assert 6 == len(tuple(find_shared(given, BERLIN)))
    assert tuple(find_shared(given, BERLIN)) == tuple(find_shared(later, BERLIN))


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (pressing(), []),
        (pressing(tags=("safety", "refund")), [("case-grave", "Case 7 is about safety.")]),
        (pressing(tags=("refund", "claim")), []),
        (pressing(tags=()), []),
        (pressing(tags=("claim",), held=True), []),
        (pressing(promise_at=NOW + HOUR), []),
        (
            pressing(promise_at=NOW + 30 * MINUTE, limit_at=NOW - MINUTE),
            [
                (
                    "promise-ending",
                    "Case 7: the buyer was promised a reply by 11:30 Europe/Berlin.",
                ),
                ("limit-ending", "Case 7: the marketplace's limit ends at 10:59 Europe/Berlin."),
            ],
        ),
        (pressing(promise_at=NOW, held=True), []),
        (
            pressing(tags=("claim",), limit_at=NOW - 12 * HOUR),
            [
                ("case-grave", "Case 7 is about claim."),
                (
                    "grave-ending",
                    "Case 7: the marketplace's limit ends at 2026-11-22 23:00 Europe/Berlin.",
                ),
            ],
        ),
    ],
)
def test_what_agents_must_know(case: Pressing, said: list[tuple[str, str]]) -> None:
    """Grave cases at once, every clock before it ends; nothing of what somebody works on."""
    found = find_pressing(outlook(pressing=(case,)), BERLIN, ENGLISH, NOW)

    assert said == [(one.kind, one.sentence) for one in found]


def test_a_new_promise_is_another_alarm() -> None:
    """A case that was told of is told of again when its clock was set anew."""
    first, second = (
        next(find_pressing(outlook(pressing=(pressing(promise_at=at),)), BERLIN, ENGLISH, NOW))
        for at in (NOW, NOW + MINUTE)
    )

    assert first.key != second.key


def test_the_day_is_summed_up_from_its_hour_on() -> None:
    """In the zone that is named, once a day; an empty queue says so."""
    waiting = Waiting(
        by_priority={Priority.LOW: 3, Priority.URGENT: 1}, overdue=2, unsure=0, oldest=NOW
    )

    assert [] == list(find_digest(waiting, time(11, 1), BERLIN, ENGLISH, NOW))
    (told,) = find_digest(waiting, time(11, 0), BERLIN, ENGLISH, NOW)
    assert ("2026-11-23", "4 cases are open (1 urgent, 3 low), 2 overdue, 0 unsure.") == (
        told.subject,
        told.sentence,
    )
    (told,) = find_digest(replace(waiting, by_priority={}), time(8), BERLIN, ENGLISH, NOW)
    assert "No case is open." == told.sentence


@pytest.mark.parametrize(
    ("span", "quiet"),
    [
        (None, False),
        ((time(20), time(7)), False),
        ((time(20), time(11)), False),
        ((time(20), time(11, 1)), True),
        ((time(11), time(12)), True),
        ((time(12), time(11)), False),
    ],
)
def test_quiet_hours_are_those_of_the_zone(span: tuple[time, time] | None, quiet: object) -> None:
    """The first minute counts, the last does not; they may pass midnight. It is 11:00 there."""
    assert quiet is is_quiet(span, BERLIN, NOW)


BRAKE = Episode(alarm=Alarm(kind="brake-held", subject="all", sentence="Held."), since=NOW)
PROMISES = Episode(alarm=Alarm(kind="promises-near", sentence="3 promises."), since=NOW)
GRAVE = Episode(
    alarm=Alarm(kind="case-grave", subject="7/1", sentence="Case 7 is about safety.", case=7),
    since=NOW,
)
LATE = Episode(
    alarm=Alarm(kind="promise-ending", subject="8/1", sentence="Case 8: promised.", case=8),
    since=NOW,
)
#: It is 11:00 in Berlin.
QUIET = {"quiet": (time(11), time(12)), "zone": BERLIN}


def chosen(
    *known: Episode, alarms: Alarms | None = None, alerts: Alerts | None = None
) -> list[str]:
    """Return the kinds of those that are told now."""
    is_chosen = choose(known, alarms or Alarms(), alerts or Alerts(), NOW)
    return [one.kind.id for one in known if is_chosen(one)]


def test_quiet_hours_hold_back_what_can_wait() -> None:
    """Each audience has its own; errors, safety and claims come at any hour."""
    known = (BRAKE, PROMISES, GRAVE, LATE)

    assert [one.kind.id for one in known] == chosen(*known)
    assert ["brake-held", "case-grave", "promise-ending"] == chosen(
        *known, alarms=Alarms.model_validate(QUIET)
    )
    assert ["brake-held", "promises-near", "case-grave"] == chosen(
        *known, alerts=Alerts.model_validate(QUIET)
    )


def test_cases_are_told_of_together() -> None:
    """Soon after one message only grave ones come; the others wait for the next."""
    told = replace(LATE, told_at=NOW - 9 * MINUTE, alarm=replace(LATE.alarm, subject="9/1"))
    before = replace(told, told_at=NOW - 10 * MINUTE)
    grave = replace(GRAVE, told_at=NOW, alarm=replace(GRAVE.alarm, subject="9/1"))

    assert ["promises-near", "case-grave"] == chosen(told, PROMISES, GRAVE, LATE)
    assert ["promise-ending"] == chosen(before, grave, LATE)


def test_a_message_of_one_alarm_says_it_in_its_title() -> None:
    """With what to do."""
    later = NOW + HOUR

    assert Message(
        title="triaged: brake-held all",
        text="Held. (since 11:00 Europe/Berlin)\n"
        "→ Look at the queue; if all is as it should be: triaged pause --off --all.",
        level=Level.ERROR,
    ) == write_message([BRAKE], BERLIN, ENGLISH, later)
    assert Message(
        title="triaged: Case 7 is about safety.",
        text="Case 7 is about safety.\n→ A person should read it at once.",
        level=Level.ERROR,
    ) == write_message([GRAVE], BERLIN, ENGLISH, later)
    assert None is write_message([], BERLIN, ENGLISH, later)


def test_a_message_about_cases_links_to_them() -> None:
    """The gravest first, and a remedy once a kind."""
    other = replace(LATE, alarm=replace(LATE.alarm, case=9, sentence="Case 9: promised."))
    message = write_message([LATE, other, GRAVE], "UTC", ENGLISH, NOW, "https://desk.example")

    assert message is not None
    assert "triaged: 3 cases need you (1 about safety or a claim)" == message.title
    assert [
        "Case 7 is about safety. https://desk.example/case/7",
        "→ A person should read it at once.",
        "Case 8: promised. https://desk.example/case/8",
        "Case 9: promised. https://desk.example/case/9",
        "→ Answer it, or tell the buyer when you will.",
    ] == message.text.splitlines()


def test_what_is_over_comes_last() -> None:
    """Behind what is not."""
    over = replace(BRAKE, gone_at=NOW + HOUR)
    message = write_message([over, PROMISES, BRAKE], "UTC", ENGLISH, NOW)

    assert message is not None
    assert "triaged: 2 alarms, 1 grave, 1 over" == message.title
    first, _, second, _, last = message.text.splitlines()
    assert ("Held. (since", "3 promises.", "Over after 60 min: Held.") == (
        first[:12],
        second[:11],
        last,
    )


def test_agents_are_told_in_their_language() -> None:
    """Sentence, title and remedy; the operator's stay English."""
    chinese = words_of("zh-CN")
    case = pressing(tags=("safety",), promise_at=NOW + MINUTE)
    alarms = find_pressing(outlook(pressing=(case,)), "Asia/Shanghai", chinese, NOW)
    told = [Episode(alarm=one, since=NOW) for one in alarms]
    message = write_message(told, "Asia/Shanghai", chinese, NOW)

    assert message is not None
    assert "triaged: 1 个工单需要处理 (其中 1 个涉及安全或索赔)" == message.title
    assert [
        "工单 7 涉及安全。",
        "→ 请立即由人工阅读。",
        "工单 7：已承诺买家在 18:01 Asia/Shanghai 前答复。",
        "→ 请最先答复。",
    ] == message.text.splitlines()


@pytest.mark.parametrize("kind", [one for one in KINDS.values() if one.audience == "agents"])
def test_a_remedy_is_the_same_wherever_it_stands(kind: Kind) -> None:
    """What the screens' words say in English is what the kind says."""
    assert kind.remedy == ENGLISH.texts[f"remedy.{kind.id}"]


def test_a_message_stays_short() -> None:
    """What is too much is counted."""
    many = [replace(LATE, alarm=replace(LATE.alarm, case=case)) for case in range(1, 31)]
    message = write_message(many, "UTC", ENGLISH, NOW)

    assert message is not None
    assert ("triaged: 30 cases need you", 22) == (message.title, len(message.text.splitlines()))
    assert message.text.endswith("And 10 more.")


def test_what_is_over_is_no_trouble() -> None:
    """A message of ends alone has no level."""
    (over,) = follow([replace(BRAKE, told_at=NOW)], [], NOW + HOUR)
    message = write_message([over], "UTC", ENGLISH, NOW + HOUR)

    assert message is not None
    assert ("triaged: over: brake-held all", None) == (message.title, message.level)


def test_no_person_s_words_are_said() -> None:
    """Why somebody paused is theirs; what brake and breaker say is ours."""
    given = seen(pauses=(pause("command:li"),))

    assert "anna" not in "".join(one.sentence for one in find_shared(given, BERLIN))


def test_every_kind_is_in_the_reference() -> None:
    """docs/reference/alarms.md has a row for each, with its level and who is told."""
    page = Path("docs/reference/alarms.md").read_text(encoding="utf-8")

    assert {(one.id, one.level.value, one.audience.value) for one in KINDS.values()} == set(
        re.findall(r"^\| `([\w-]+)` \| (\w+) \| (\w+) \|", page, re.MULTILINE)
    )
