"""Two cases of one matter become one, and letters of two matters two cases."""

from dataclasses import replace

from cases.asking import ask
from cases.deeds import Close, Hold, Refusal
from cases.labels import Kind, Priority
from cases.states import AckEvent, CaseState
from cases.values import Letter, Notice
from store.desk_values import CaseFile, Outcome
from store.protocol import Store
from tests.store.builders import (
    DAY,
    HOUR,
    NOW,
    begin,
    claim,
    dispatch,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

ANNA = "anna@relay.example"


def written(order: str, **changes: object) -> Letter:
    """Return Anna's letter about an order."""
    return letter(buyer=ANNA, order_ids=(order,), **changes)


def filed(store: Store, said: Letter, *, hours: int = 0, tag: str = "late-delivery") -> int:
    """File a letter; return its case."""
    level = Priority.HIGH if tag == "damaged" else Priority.NORMAL
    read = verdict(said, tags=(tag,), priority=level, received=NOW + hours * HOUR)
    (one,) = receive(store, read)
    return one.case or 0


def merge(store: Store, into: int, case: int, who: str = "li") -> Outcome:
    """Make one of two."""
    return store.write(lambda ledger: ledger.desk.merge(into, case, who, NOW))


def split(store: Store, case: int, *letters: int) -> Outcome:
    """Make two of one."""
    return store.write(lambda ledger: ledger.desk.split(case, letters, "li", NOW))


def look(store: Store, case: int) -> CaseFile:
    """Open a case."""
    found = store.read(lambda ledger: ledger.desk.case(case, NOW))
    assert found is not None
    return found


def find(store: Store, words: str) -> list[int]:
    """Return the cases that words find."""
    shown = store.read(lambda ledger: ledger.desk.search(ask(words).wanted, NOW, 10))
    return [row.case for row in shown.rows]


def test_one_case_has_all_of_both(store: Store) -> None:
    """Letters, notes, orders, words, the graver level and the nearer clock."""
    into = filed(store, written("1", text="It is late."), hours=1)
    case = filed(store, written("2", text="The mug is broken."), tag="damaged")
    store.write(lambda ledger: ledger.desk.note(case, "Photo asked for.", "li", NOW))
    merged = merge(store, into, case)
    view = look(store, into).view

    assert (into, True) == (merged.case, merged.done)
    assert ["The mug is broken.", "It is late."] == [
        one.verdict.letter.text for one in view.letters
    ]
    assert {"1", "2"} == {*view.order_ids}
    assert (("damaged", "late-delivery"), Priority.HIGH, NOW + DAY, 2, 2) == (
        view.row.tags,
        view.row.priority,
        view.row.limit_at,
        view.row.letters,
        view.row.unanswered,
    )
    assert ["Photo asked for."] == [note.text for note in look(store, into).notes]
    assert [[into], [into]] == [find(store, "broken"), find(store, "late")]


def test_nothing_joins_what_was_merged(store: Store) -> None:
    """It is done and linked; letters of its order and answers to its mail come to the other."""
    go_live(store)
    into, case = filed(store, written("1")), filed(store, written("2"))
    held = next(one for one in claim(store) if one.case == case)
    begin(store, held, replace(dispatch(), message_id="<ack@seller.example>"))
    settle(store, held, AckEvent.ACCEPT)
    merge(store, into, case)
    answers = replace(letter(buyer=ANNA), in_reply_to=("<ack@seller.example>",))

    assert [into, into] == [filed(store, written("2"), hours=1), filed(store, answers, hours=2)]
    assert (CaseState.DONE, into) == (
        look(store, case).view.row.state,
        look(store, case).view.linked,
    )


def test_what_waits_opens_what_was_answered(store: Store) -> None:
    """A done case that takes an open one over is open with its clocks."""
    into = filed(store, written("1"))
    store.write(lambda ledger: ledger.desk.do([into], Close(), "li", NOW))
    case = filed(store, written("2"), hours=3)
    merge(store, into, case)
    row = look(store, into).view.row

    assert (CaseState.OPEN, NOW + 3 * HOUR + DAY) == (row.state, row.clock_at)


def test_only_what_belongs_together_is_merged(store: Store) -> None:
    """Not two buyers, not what another holds, not a case with itself; a notice of the order is."""
    into = filed(store, written("1"))
    other = filed(store, replace(written("1"), buyer="bert@relay.example"))
    held = filed(store, written("3"))
    store.write(lambda ledger: ledger.desk.do([held], Hold(), "anna", NOW))
    notice = letter(kind=Kind.NOTICE, buyer="", order_ids=("9",), notice=Notice(topic="return"))
    told = filed(store, notice, tag="return")
    forbidden = [merge(store, into, one).refusal for one in (other, into, told, 987_654_321)]

    assert [Refusal.FORBIDDEN] * 3 + [Refusal.ABSENT] == forbidden
    assert (Refusal.HELD, "anna") == (
        merge(store, into, held).refusal,
        merge(store, into, held).holder,
    )


def test_letters_of_another_matter_become_a_case(store: Store) -> None:
    """Each has its own letters, tags, clocks, orders and words."""
    case = filed(store, written("1", text="It is late."))
    second = replace(written("1", text="The mug is broken."), order_ids=("1", "2"))
    filed(store, second, hours=2, tag="damaged")
    chosen = look(store, case).view.letters[1].letter
    parted = split(store, case, chosen)
    old, new = look(store, case).view, look(store, parted.case).view

    assert parted.done
    assert [("late-delivery",), ("damaged",)] == [old.row.tags, new.row.tags]
    assert [NOW + DAY, NOW + 2 * HOUR + DAY] == [old.row.limit_at, new.row.limit_at]
    assert [("1",), ("1", "2")] == [old.order_ids, new.order_ids]
    assert (case, [1, 1], CaseState.OPEN) == (
        new.linked,
        [old.row.letters, new.row.letters],
        new.row.state,
    )
    assert [[case], [parted.case]] == [find(store, "late"), find(store, "broken")]


def test_a_split_leaves_something_on_both_sides(store: Store) -> None:
    """Not none of its letters, not all, and no letter of another case."""
    case, other = filed(store, written("1")), filed(store, written("2"))
    filed(store, written("1"), hours=1)
    letters = [one.letter for one in look(store, case).view.letters]
    (stranger,) = (one.letter for one in look(store, other).view.letters)

    assert [Refusal.FORBIDDEN] * 3 + [Refusal.ABSENT] == [
        split(store, case).refusal,
        split(store, case, *letters).refusal,
        split(store, case, letters[0], stranger).refusal,
        split(store, 987_654_321, letters[0]).refusal,
    ]


def test_a_split_parts_what_was_merged(store: Store) -> None:
    """What went together by mistake goes apart again, each with its own."""
    into = filed(store, written("1", text="It is late."))
    case = filed(store, written("2", text="The mug is broken."), hours=1, tag="damaged")
    merge(store, into, case)
    chosen = look(store, into).view.letters[1].letter
    again = split(store, into, chosen).case

    assert [("late-delivery",), ("damaged",)] == [
        look(store, one).view.row.tags for one in (into, again)
    ]
    assert [(Priority.NORMAL, ("1",)), (Priority.HIGH, ("2",))] == [
        (look(store, one).view.row.priority, look(store, one).view.order_ids)
        for one in (into, again)
    ]


def acks(store: Store, case: int) -> list[tuple[int, str]]:
    """Return the letters that a case's acknowledgements answer, and how those stand."""
    return [(one.letter, one.reason or one.state) for one in look(store, case).view.acks]


def letters(store: Store, case: int) -> list[int]:
    """Return the letters of a case."""
    return [one.letter for one in look(store, case).view.letters]


def test_what_is_due_goes_with_its_letter(store: Store) -> None:
    """Into the opening that it begins there, and into the case that a split makes of it."""
    go_live(store)
    into = filed(store, written("1"))
    store.write(lambda ledger: ledger.desk.do([into], Close(), "li", NOW))
    case = filed(store, written("2"), hours=3)
    (moved,) = letters(store, case)
    merge(store, into, case)
    merged = acks(store, into)
    again = split(store, into, moved).case

    assert (moved, "due") in merged
    assert [(moved, "due")] == acks(store, again)
    assert [] == acks(store, case)


def test_an_opening_is_acknowledged_once(store: Store) -> None:
    """Where the other case has one, what came along is withheld and told."""
    go_live(store)
    into, case = filed(store, written("1")), filed(store, written("2"))
    (first,), (second,) = letters(store, into), letters(store, case)
    merge(store, into, case)
    told = [one.name for one in look(store, case).view.events]

    assert [(first, "due")] == acks(store, into)
    assert [(second, "acknowledged")] == acks(store, case)
    assert "ack.withheld" in told


def test_a_split_outdates_a_claim(store: Store) -> None:
    """What a worker holds goes as well; the worker writes nothing, and another claims it anew."""
    go_live(store)
    case = filed(store, written("1"))
    filed(store, written("1"), hours=1)
    (held,) = claim(store)
    new = split(store, case, held.letter).case
    begun = begin(store, held)

    assert (False, [(held.letter, "due")]) == (begun, acks(store, new))
    assert [new] == [one.case for one in claim(store)]
