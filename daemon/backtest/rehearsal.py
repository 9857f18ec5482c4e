"""The whole way rehearsed on letters of the past: filed, judged and worded as the service does.

It runs on a store of its own, in live mode, with the letters' own times as its clock; nothing is
handed to a server. What it calls is what the service calls, so that the two cannot differ.
"""

import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Final

from cases.answers import LOOK_BACK, NEWEST
from cases.labels import Kind
from cases.modes import Mode, Permit
from cases.states import AckEvent
from cases.values import Verdict, Wording
from daemon.config.config import Config
from daemon.filing import limit_of
from daemon.imap.inbox import Fetched
from daemon.knowledge import Knowledge
from daemon.parts import build_sender
from daemon.sending.answer import prepare
from daemon.triage import Incoming, triage
from desk.rehearsed import ANSWERED, DUE, JOINED, SENT, Rehearsed
from mail.identity import identify
from replies.experience import learn_all
from replies.policy import PASSING
from store.intake_values import Arrival, Filing
from store.outgoing_values import LEASE, Claim
from store.protocol import Ledger, Store

_WORKER: Final = "rehearsal"
_FOLDER: Final = "rehearsal"
_EXCERPT_LENGTH: Final = 300
_CLAIMS: Final = 50
_LEARN_EVERY: Final = timedelta(days=1)

#: Why a letter is not shown twice that lies in two mailboxes.
SEEN: Final = "seen-before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A letter of the past."""

    mailbox: str
    fetched: Fetched


class Rehearsal:
    """What would have become of letters, in their order."""

    def __init__(self, config: Config, knowledge: Knowledge, store: Store, now: datetime) -> None:
        """Begin with an empty ``store``; ``now`` is the end of the look back."""
        self._config = config
        self._knowledge = knowledge
        self._store = store
        self._now = now
        self._key = secrets.token_bytes(32)
        self._senders = {name: build_sender(name, box) for name, box in config.mailboxes.items()}
        self._uids = count(1)
        self._clock = datetime.min.replace(tzinfo=UTC)
        #: Before this nothing can be due; None while nothing is.
        self._next: datetime | None = None
        self._seen: set[str] = set()
        #: When it was last learnt how soon people answer.
        self._learnt: datetime | None = None
        #: What became of each letter, in order; by its number in the store; unanswered by case.
        self.letters: list[Rehearsed] = []
        self._places: dict[int, int] = {}
        self._unanswered: dict[int, list[int]] = defaultdict(list)
        store.write(lambda ledger: ledger.change_mode(Permit(mode=Mode.LIVE), _WORKER, now))

    def hear(self, found: Sequence[Found]) -> None:
        """Take up further letters, of all mailboxes and of Sent, in order of time."""
        incoming = [
            Incoming(raw=one.fetched.raw, mailbox=one.mailbox, received=one.fetched.arrived)
            for one in found
        ]
        verdicts = triage(incoming, self._knowledge, self._now)

        def work(ledger: Ledger) -> None:
            taken = self._accept(ledger, found)
            for number, one, verdict in zip(taken, found, verdicts, strict=True):
                self._take(ledger, number, one, verdict)

        self._store.write(work)
        self._learn()

    def finish(self) -> None:
        """Let leave what is due, and what a letter of the last minutes waits for: its ``settle``.

        It is judged as if that had passed and nothing more had come.
        """
        settled = self._now + 2 * self._config.settle
        self._store.write(lambda ledger: self._send_until(ledger, settled))

    def _learn(self) -> None:
        """Learn once a day from the answers so far, as the service does more often."""
        if self._learnt is not None and self._clock - self._learnt < _LEARN_EVERY:
            return
        now = self._learnt = self._clock
        answers = self._store.read(lambda ledger: ledger.answers(now - LOOK_BACK, NEWEST))
        learnt = learn_all(answers, self._knowledge.shops or (), now)
        self._knowledge = self._knowledge.with_experience(learnt)

    def _accept(self, ledger: Ledger, found: Sequence[Found]) -> list[int | None]:
        """Accept letters without their bodies; return their numbers, None for those seen before."""
        arrivals: list[Arrival | None] = []
        for one in found:
            identity = identify(one.fetched.raw)
            arrivals.append(None if identity in self._seen else self._arrive(one, identity))
            self._seen.add(identity)
        new = [one for one in arrivals if one is not None]
        ledger.accept(new, None, self._clock)
        numbers = iter(sorted(one.letter for one in ledger.awaiting(len(new))) if new else ())
        return [None if one is None else next(numbers) for one in arrivals]

    def _arrive(self, found: Found, identity: str) -> Arrival:
        return Arrival(
            mailbox=found.mailbox,
            folder=_FOLDER,
            uidvalidity=1,
            uid=next(self._uids),
            raw=b"",
            identity=identity,
            arrived=found.fetched.arrived,
        )

    def _take(self, ledger: Ledger, number: int | None, found: Found, verdict: Verdict) -> None:
        moment = self._clock = max(found.fetched.arrived, self._clock)
        self._send_until(ledger, moment)
        if number is None:
            self._show(found, verdict, SEEN)
            return
        settle = self._config.settle
        filing = Filing(
            letter=number,
            verdict=verdict,
            limit_at=limit_of(verdict),
            not_before=moment + settle,
            not_after=moment + 2 * settle,
        )
        (filed,) = ledger.file([filing], moment)
        if filed.answers is not None:
            self._answer(filed.answers, verdict.received)
        state, _, reason = filed.acknowledgement.partition(":")
        place = self._show(found, verdict, reason or (state if filed.case else filed.why))
        if place is None or filed.case is None:
            return
        self._unanswered[filed.case].append(place)
        if state in {DUE, JOINED}:
            self._places[number] = place
            self._next = min(self._next or filing.not_before, filing.not_before)

    def _show(self, found: Found, verdict: Verdict, reason: str) -> int | None:
        """Keep what is shown of a letter; our own are shown by what they answer."""
        letter = verdict.letter
        if letter.kind is Kind.OWN:
            return None
        shop = self._knowledge.shop(verdict.decision.shop)
        self.letters.append(
            Rehearsed(
                received=verdict.received,
                mailbox=found.mailbox,
                zone=shop.calendar.zone if shop else "UTC",
                kind=letter.kind,
                sender=letter.sender,
                subject=letter.subject,
                excerpt=" ".join(letter.text.split())[:_EXCERPT_LENGTH],
                tags=tuple(tag.tag for tag in verdict.triage.tags),
                priority=verdict.triage.priority,
                language=letter.language,
                reason=reason,
                limit_at=limit_of(verdict),
            )
        )
        return len(self.letters) - 1

    def _answer(self, case: int, at: datetime) -> None:
        for place in self._unanswered.pop(case, ()):
            one = replace(self.letters[place], answered_at=at)
            # A person was faster than the acknowledgement.
            self.letters[place] = replace(one, reason=ANSWERED) if one.reason == DUE else one

    def _send_until(self, ledger: Ledger, moment: datetime) -> None:
        """Do what the dispatchers would have done by then."""
        boxes = list(self._config.mailboxes)
        while self._next is not None and self._next <= moment:
            self._next = ledger.next_due(boxes, self._next)
            if self._next is None or self._next > moment:
                return
            claims = ledger.claim(_WORKER, boxes, _CLAIMS, LEASE, self._next)
            for claim in claims:
                self._send(ledger, claim, self._next)
            if not claims:
                return

    def _send(self, ledger: Ledger, claim: Claim, now: datetime) -> None:
        sender = self._senders[claim.mailbox]
        prepared = prepare(claim, sender, self._knowledge, self._key, now)
        if isinstance(prepared, str):
            wait = PASSING.get(prepared)
            event = AckEvent.WITHHOLD if wait is None else AckEvent.DEFER
            later = None if wait is None else now + wait
            ledger.settle(claim.ack, claim.fence, event, now, reason=prepared, not_before=later)
            if wait is None:
                self._conclude(claim, now, prepared, None)
            # Else it stays due, and is shown as that unless it leaves later on.
            return
        ledger.begin(claim.ack, claim.fence, prepared.dispatch, now)
        ledger.settle(claim.ack, claim.fence, AckEvent.ACCEPT, now)
        self._conclude(claim, now, SENT, prepared.dispatch.wording)

    def _conclude(self, claim: Claim, now: datetime, reason: str, wording: Wording | None) -> None:
        answered = self._places[claim.letter]
        for place in self._unanswered[claim.case]:
            if self.letters[place].reason == DUE:
                self.letters[place] = replace(self.letters[place], reason=JOINED)
        self.letters[answered] = replace(
            self.letters[answered],
            reason=reason,
            wording=wording,
            sent_at=now if wording else None,
        )
