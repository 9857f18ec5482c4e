"""What is left when everything was killed: counted at the servers and in the store.

Acknowledgements are counted where buyers read them, by In-Reply-To; a Sent copy is evidence that
one was sent. A ``Tally`` says which promises were broken (P1, P2, P4).
"""

import email
import re
from collections import Counter
from dataclasses import dataclass

from cases.states import AckState
from tests.installation import Installation
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was found at the servers and in the store after all kills."""

    letters: int
    kills: int
    #: Kills whose point was reached.
    reached: int
    #: Kills that fell while at least one acknowledgement was in ``sending``.
    in_doubt: int
    #: In-Reply-To of every acknowledgement that reached a buyer.
    delivered: Counter[str]
    #: Settled as sent although no such message reached a buyer.
    lost: int
    acks: dict[str, int]
    #: Acknowledgements that became unknown at any time.
    ever_unknown: int
    #: Unknown at the end although the Sent folder holds their copy.
    unsettled: int
    #: Letters on the server that are not in the store, and the other way round.
    missing: int

    def faults(self, connections: int) -> list[str]:
        """Return every broken promise, in words; empty when all were kept."""
        twice = [one for one, times in self.delivered.items() if times > 1]
        settled = sum(
            self.acks.get(state, 0) for state in ("sent", "unknown", "refused", "withheld")
        )
        checks = (
            (not twice, f"{len(twice)} letters were acknowledged twice"),
            (settled == self.letters, f"{settled} of {self.letters} acknowledgements are settled"),
            (not self.lost, f"{self.lost} are settled as sent and never arrived"),
            (
                self.ever_unknown <= self.kills * connections,
                f"{self.ever_unknown} unknown after {self.kills} kills",
            ),
            (not self.unsettled, f"{self.unsettled} unknown in spite of their Sent copy"),
            (not self.missing, f"server and store differ by {self.missing} letters"),
        )
        return [sentence for kept, sentence in checks if not kept]


def count(
    installation: Installation,
    dovecot: Dovecot,
    postfix: Postfix,
    *,
    letters: int,
    kills: int,
    in_doubt: int,
) -> Tally:
    """Return what is found once nothing runs any more.

    Args:
        installation: whose store and log are read.
        dovecot: holds the seller's letters and the buyers' mail.
        postfix: may still deliver what it took.
        letters: how many were poured in.
        kills: how often the daemon was killed.
        in_doubt: how many of the kills found an acknowledgement in ``sending``.
    """
    (seller,) = installation.users
    local = seller.partition("@")[0].replace("-", "")
    postfix.delivered(seller)
    delivered: Counter[str] = Counter()
    arrived = set()
    for path in (dovecot.folder / "mail").glob(f"crash*{local}@*/Maildir/new/*"):
        parsed = email.message_from_bytes(path.read_bytes())
        delivered[str(parsed["In-Reply-To"])] += 1
        arrived.add(str(parsed["Message-ID"]))
    sent = {ack.message_id for ack in installation.acks() if ack.state is AckState.SENT}
    said = installation.log.read_text(errors="replace")
    reached = said.count("die_at: ")
    unknown = sum(int(one) for one in re.findall(r'"unknown": ?(\d+)', said))
    with dovecot.session(seller) as client:
        status = client.select_folder("INBOX", readonly=True)
        validity = status[b"UIDVALIDITY"]
        on_server = set(client.search())
    with installation.opened() as store:
        known = store.read(lambda ledger: ledger.known_uids("box0", "INBOX", validity))
    return Tally(
        letters=letters,
        kills=kills,
        reached=reached,
        in_doubt=in_doubt,
        delivered=delivered,
        lost=len(sent - arrived),
        acks=installation.counts().acks,
        ever_unknown=unknown,
        unsettled=provable(installation, dovecot, postfix),
        missing=len(on_server ^ known),
    )


def provable(installation: Installation, dovecot: Dovecot, postfix: Postfix) -> int:
    """Return how many are unknown although their copy lies in Sent."""
    unknown = {ack.message_id for ack in installation.acks() if ack.state is AckState.UNKNOWN}
    return len(unknown & _sent_copies(dovecot, postfix, installation.users[0]))


def _sent_copies(dovecot: Dovecot, postfix: Postfix, seller: str) -> set[str]:
    postfix.delivered(seller)
    copies = (email.message_from_bytes(raw) for raw in dovecot.mails(seller, "Sent"))
    return {str(copy["Message-ID"]) for copy in copies}
