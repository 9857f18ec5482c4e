"""What is told after a restore of what may have left before."""

from dataclasses import replace
from datetime import timedelta

from cases.states import AckEvent
from daemon.backup.reconciliation import explain, reconcile
from store.desk_values import Draft
from store.protocol import Store
from store.values import Beat
from tests.sending_builder import build_config
from tests.store.builders import (
    MAILBOX,
    MINUTE,
    NOW,
    begin,
    claim,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

_BOX = build_config().mailboxes["good"]
BOXES = {
    MAILBOX: _BOX,
    "quiet": _BOX.model_copy(update={"imap": _BOX.imap.model_copy(update={"sent": ""})}),
}


def told(store: Store) -> str:
    """Return all that is said."""
    found = store.read(lambda ledger: reconcile(ledger, BOXES))
    return "" if found is None else "\n".join(explain(found))


def restore(store: Store) -> None:
    """Put back a store in which one acknowledgement was under way and one reply was to leave."""
    go_live(store)
    one, two = receive(
        store,
        *(verdict(letter(sender=name, buyer=name)) for name in ("a@x.example", "b@x.example")),
    )
    held, *_ = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.ACCEPT)
    draft = Draft(token="t", subject="Re: Parcel", body="It is on its way.\n")
    store.write(lambda ledger: ledger.desk.reply(two.case or 0, draft, "li", NOW))
    receive(store, verdict(letter(sender="c@x.example", buyer="c@x.example")))
    store.write(lambda ledger: ledger.begin_again(NOW - MINUTE, "root", NOW))
    assert one.case != two.case


def test_a_store_that_was_never_put_back_has_nothing_to_tell(store: Store) -> None:
    """There is nothing to reconcile."""
    assert not told(store)


def test_acknowledgements_and_replies_in_doubt_are_told(store: Store) -> None:
    """With where a person settles them."""
    restore(store)
    said = told(store)

    assert "0 acknowledgements and 0 replies were found in Sent, 2 and 1 were not" in said
    assert "the reply of li may have left" in said
    assert "quiet: no folder of sent mail is read" in said


def test_it_is_told_whether_sent_was_read_since(store: Store) -> None:
    """Before, "not found" means nothing; a look from before the restore does not count."""
    restore(store)
    beat = Beat(
        worker="main",
        mailbox=MAILBOX,
        at=NOW,
        read_at=NOW,
        inbox_problem="",
        sender_problem="",
        sent_read_at=NOW - MINUTE,
    )
    said = [told(store)]
    for after in (-MINUTE, timedelta(seconds=1)):
        read = replace(beat, sent_read_at=NOW + after)
        store.write(lambda ledger, read=read: ledger.beat("main", [read], NOW))  # type: ignore[misc]
        said.append(told(store))

    assert [True, True, False] == [f"{MAILBOX}: Sent was not read since" in one for one in said]
