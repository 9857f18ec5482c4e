"""Every reason for which an acknowledgement is withheld (docs/reference/vetoes.md)."""

from typing import Final

from cases.modes import RESTORED
from daemon.sending.answer import UNREADABLE
from daemon.sending.reply import WORDING
from mail.kinds import VETOES as MARKS
from replies.policy import VETOES
from store.approving import DECLINED
from store.leaving import ERASED

#: In the order in which they are asked; those that no letter has by itself come last.
REASONS: Final = (
    *dict.fromkeys([*(one.id for one in VETOES), *(one.id for one in MARKS)]),
    *(DECLINED, RESTORED, WORDING, ERASED, UNREADABLE),
)
