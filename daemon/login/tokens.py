"""Where a mailbox's tokens come from while it is read and answered from.

Promises: a token is renewed before it ends, by one process at a time, and what renews the next one
is on the disk before the token is used (in memory where the disk is full); while an issuer has
trouble of its own the old token serves as long as it lasts. What a server refuses is exchanged
once. Called from threads; ``now`` is an argument.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, Protocol

from daemon.login.asking import Asking
from daemon.login.grant import Grant
from daemon.login.refusals import Cause, TokenError
from daemon.login.renewing import renew
from daemon.login.token_file import TokenFile, TokenFileError

#: Is told how asking for a token ended.
Tell = Callable[[Grant | TokenError], None]

#: A token that is refused so soon after it was given is not to blame.
_FRESH: Final = timedelta(seconds=30)


class Tokens(Protocol):
    """Whatever gives a mailbox's tokens."""

    def token(self, now: datetime, *, refused: str = "") -> str:
        """Return a token that is good now; raise ``TokenError``.

        Args:
            now: the time.
            refused: a token that a server has just refused; another one is asked for, once.
        """

    def explain(self, *, unscoped: bool) -> TokenError:
        """Return why a server refuses a token that was just given.

        Args:
            unscoped: the server says that the token does not cover what is asked.
        """


class KeptTokens:
    """Tokens of one mailbox, kept in its file."""

    def __init__(self, asking: Asking, file: TokenFile, tell: Tell = lambda _: None) -> None:
        """Keep what is needed.

        Args:
            asking: who asks.
            file: where what is granted lies.
            tell: is told of each new grant, and of each reason why there is none.
        """
        self._asking = asking
        self._file = file
        self._tell = tell
        #: What was granted and could not be written down: the consent must not be lost with it.
        self._unkept: Grant | None = None

    def token(self, now: datetime, *, refused: str = "") -> str:
        """Return a token that is good now; raise ``TokenError``."""
        try:
            kept = self._newest()
            if self._unkept is None and kept is not None and _serves(kept, now, refused):
                return kept.token
            with self._file.locked():
                # Another process, or another thread of ours, may have been here meanwhile.
                kept = self._newest()
                if kept is not None and kept is self._unkept:
                    self._keep(kept)
                if kept is not None and _serves(kept, now, refused):
                    return kept.token
                return self._renew(kept, now, refused)
        except TokenFileError as error:
            raise self._asking.fault(Cause.KEPT) from error

    def explain(self, *, unscoped: bool) -> TokenError:
        """Return why a server refuses a token that was just given."""
        try:
            kept = self._file.read()
        except TokenFileError:
            kept = None
        lacking = kept.lacks(self._asking.oauth.wanted) if kept else ()
        if lacking:
            fault = self._asking.fault(
                Cause.UNSCOPED, lacking=f" ({', '.join(lacking)} is lacking)"
            )
        else:
            fault = self._asking.fault(Cause.UNSCOPED if unscoped else Cause.REFUSED)
        self._tell(fault)
        return fault

    def prepare(self) -> None:
        """See that a grant could be kept; raise ``TokenFileError``."""
        with self._file.locked():
            pass

    def accept(self, grant: Grant) -> None:
        """Keep what a person's consent came to; raise ``TokenFileError``."""
        with self._file.locked():
            self._file.write(grant)

    def _newest(self) -> Grant | None:
        """Return what was granted last; raise ``TokenFileError``."""
        kept, unkept = self._file.read(), self._unkept
        if unkept is None or (kept is not None and kept.given_at > unkept.given_at):
            return kept
        return unkept

    def _renew(self, kept: Grant | None, now: datetime, refused: str) -> str:
        try:
            grant = renew(self._asking, kept, now)
        except TokenError as error:
            self._tell(error)
            if kept is not None:
                self._keep(kept.fail(str(error)))
            if kept is None or not kept.is_good(now) or kept.token == refused:
                raise
            return kept.token
        self._keep(grant)
        self._tell(grant)
        return grant.token

    def _keep(self, grant: Grant) -> None:
        """Write the grant down, or remember it until it can be."""
        try:
            self._file.write(grant)
        except TokenFileError:
            self._unkept = grant
            self._tell(self._asking.fault(Cause.KEPT))
        else:
            self._unkept = None


def _serves(kept: Grant, now: datetime, refused: str) -> bool:
    """Tell whether the token that is kept is the one to show."""
    if refused and kept.token == refused:
        return kept.is_good(now) and now - kept.given_at < _FRESH
    return not kept.is_due(now)
