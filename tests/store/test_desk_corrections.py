"""What people correct at the desk is training data, handed over once."""

from datetime import datetime, timedelta
from pathlib import Path

from cases.deeds import Close, Closing, Correct, Deed, Rate
from cases.labels import Priority
from cases.pauses import Scope, Subject
from cases.states import AckEvent
from cases.values import Tag
from classifier.corrections import forget, read_corrections
from daemon.learning.teaching import teach, tell
from store.desk_values import Correction
from store.intake_values import Filed
from store.protocol import Ledger, Store
from tests.store.builders import (
    MINUTE,
    NOW,
    arrival,
    begin,
    claim,
    dispatch,
    filing,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

LATER = NOW + 5 * MINUTE


def filed(store: Store, buyer: str, *tags: str) -> int:
    """File a letter; return its case."""
    said = verdict(letter(buyer=f"{buyer}@relay.example"), tags=tags or ("late-delivery",))
    (one,) = receive(store, said)
    return one.case or 0


def do(store: Store, case: int, deed: Deed, now: datetime = NOW) -> int:
    """Have a person do something; return the deed's number."""
    (done,) = store.write(lambda ledger: ledger.desk.do([case], deed, "li", now))
    return done.deed or 0


def corrections(store: Store, now: datetime = LATER, after: int = 0) -> tuple[Correction, ...]:
    """Return what was corrected."""
    return store.read(lambda ledger: ledger.desk.corrections(after, now, 100))


def test_a_correction_keeps_what_was_there_before(store: Store) -> None:
    """Who said what, of which letter, and what it was taken for."""
    case = filed(store, "anna", "late-delivery", "refund")
    do(store, case, Correct(tags=("damaged",)))
    (one,) = corrections(store)

    assert (("damaged",), "li", NOW) == (one.new, one.who, one.at)
    assert (
        Tag(tag="late-delivery", by=("rule:late-delivery",)),
        Tag(tag="refund", by=("rule:refund",)),
    ) == one.old
    assert "Where is my parcel?\nAnna" == one.verdict.letter.text


def test_the_letter_that_was_misread_is_the_one_corrected(store: Store) -> None:
    """Of several letters it is the newest with the main tag that was wrong."""
    said = [
        verdict(letter(buyer="a@relay.example", text=text), tags=(tag,), received=NOW + at * MINUTE)
        for at, (text, tag) in enumerate(
            (("First", "damaged"), ("Second", "damaged"), ("Third", "refund"))
        )
    ]
    *_, last = receive(store, *said)
    do(store, last.case or 0, Correct(tags=("wrong-item", "refund")))

    assert ["Second"] == [one.verdict.letter.text for one in corrections(store)]


def test_only_what_stands_is_taught(store: Store) -> None:
    """Not what was undone or can be, and not what corrects no tag; spam is."""
    undone, fresh, rated, spam = (filed(store, name) for name in "abcd")
    deed = do(store, undone, Correct(tags=("damaged",)))
    store.write(lambda ledger: ledger.desk.undo([deed], "li", NOW))
    do(store, fresh, Correct(tags=("damaged",)), LATER)
    do(store, rated, Rate(priority=Priority.HIGH))
    do(store, spam, Close(why=Closing.SPAM))

    assert [("spam",)] == [one.new for one in corrections(store, LATER + timedelta(seconds=30))]


def test_what_is_forgotten_stays_forgotten(store: Store, tmp_path: Path) -> None:
    """A correction is handed to the training once; later ones follow."""
    path = tmp_path / "corrections.jsonl"
    do(store, filed(store, "anna"), Correct(tags=("damaged",)))
    first = teach(store, path, "test", LATER)
    (known,) = read_corrections(path)
    forget(path, {known.id})
    second = teach(store, path, "test", LATER)
    do(store, filed(store, "bert"), Correct(tags=("refund",)))
    third = teach(store, path, "test", LATER)

    assert (1, 0, 1) == (first, second, third)
    assert [("refund",)] == [one.tags for one in read_corrections(path)]
    assert ("li", "Where is my parcel?\nAnna") == (known.who, known.text)


TEMPLATE = Subject(scope=Scope.TEMPLATE, name="late-delivery")
MODEL = Subject(scope=Scope.MODEL, name="starter")


def acknowledged(store: Store, count: int, *, say_it: bool = True) -> list[int]:
    """Have letters of as many buyers acknowledged, by their numbers; return their cases."""
    go_live(store)

    def work(ledger: Ledger) -> tuple[Filed, ...]:
        ledger.accept([arrival(str(number)) for number in range(count)], None, NOW)
        return ledger.file(
            [
                filing(one.letter, verdict(letter(sender=buyer, buyer=buyer), say_it=say_it))
                for number, one in enumerate(ledger.awaiting(count))
                if (buyer := f"b{number}@relay.example")
            ],
            NOW,
        )

    filed = store.write(work)
    subjects = frozenset({TEMPLATE, MODEL, Subject(scope=Scope.SHOP, name="main")})
    for held in claim(store, limit=count):
        begin(store, held, dispatch(f"<{held.ack}@seller.example>", subjects=subjects))
        settle(store, held, AckEvent.ACCEPT)
    return [one.case or 0 for one in filed]


def paused(store: Store) -> list[Subject]:
    """Return what is held."""
    return [one.subject for one in store.read(lambda ledger: ledger.pauses(NOW))]


def test_corrections_stop_a_template_that_says_the_wrong_thing(store: Store) -> None:
    """After ten that were acknowledged as what they are not; shop and mailbox go on."""
    cases = acknowledged(store, 10)
    for case in cases[:9]:
        do(store, case, Correct(tags=("damaged",)))
    before = paused(store)
    do(store, cases[9], Correct(tags=("damaged",)))

    assert [] == before
    assert [TEMPLATE] == paused(store)


def test_a_correction_that_was_taken_back_does_not_count(store: Store) -> None:
    """Nor a second one of the same letter; one that is undone is as it was."""
    cases = acknowledged(store, 10)
    for tag in ("damaged", "return"):
        for case in cases[:9]:
            do(store, case, Correct(tags=(tag,)))
    undone = do(store, cases[8], Correct(tags=("late-delivery",)))
    do(store, cases[9], Correct(tags=("damaged",)))
    before = paused(store)
    store.write(lambda ledger: ledger.desk.undo([undone], "li", NOW))

    assert [] == before
    assert [TEMPLATE] == paused(store)


def test_what_spoke_of_no_matter_is_not_suspected(store: Store) -> None:
    """The general text is right whatever the letter is about."""
    for case in acknowledged(store, 12, say_it=False):
        do(store, case, Correct(tags=("damaged",)))

    assert [] == paused(store)


def test_what_is_learnt_is_told_to_the_breaker(store: Store) -> None:
    """A letter that a person labels by its file counts as one corrected at the desk, once."""
    acknowledged(store, 10)
    nine = {str(number): "damaged" for number in range(9)}
    told = [
        tell(store, {}, nine, NOW),
        tell(store, nine, nine, NOW),
        tell(store, {}, {"of no letter": "damaged"}, NOW),
    ]
    before = paused(store)
    last = tell(store, nine, nine | {"9": "damaged"}, NOW)

    assert ([9, 0, 0], [], 1, [TEMPLATE]) == (told, before, last, paused(store))
