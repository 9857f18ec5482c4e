"""The ways in on which buyers write: which are answered, and which addresses never are.

Addresses are compared without their plus-tags and domains label by label. Nothing here can fail.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

from cases.values import Letter
from replies.shops import without_tag

#: Local parts nobody reads, and those of mail systems (RFC 3834 section 2, RFC 2142).
_UNREAD: Final = (
    *("mailer-daemon", "postmaster", "listserv", "majordomo"),
    *("owner-*", "*-request", "*-owner", "*-bounce", "*-bounces", "bounce", "bounces"),
    *("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply"),
    *("noreply-*", "no-reply-*", "*-noreply", "*-no-reply"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """The ways in on which buyers are answered, and the addresses that never are."""

    #: Answer letters that came through a marketplace's relay.
    relays: bool = True
    #: Our addresses on which direct mail is answered; None answers on every one.
    direct: frozenset[str] | None = None
    #: Our own addresses; None when they are not known.
    own: frozenset[str] | None = None
    #: Domains whose mail, with that of their subdomains, is our own.
    own_domains: frozenset[str] = frozenset()
    #: Addresses, domains and patterns (``*@*.example.org``) that are never answered.
    never: frozenset[str] = frozenset()
    #: Whether letters are read with trusted servers, by which a forged one shows as suspect and a
    #: direct one as its sender's own; None where nobody has said which those are.
    trusted_servers: bool | None = None
    #: Answer direct mail although no trusted server says that its sender's domain sent it.
    unauthenticated_direct: bool = False

    def is_own(self, address: str) -> bool:
        """Whether it is ours, with or without its plus-tag, or of a domain of ours."""
        ours = bool(_spellings(address) & (self.own or frozenset()))
        return ours or _is_of_domain(address, self.own_domains)

    def is_never_answered(self, address: str) -> bool:
        """Whether an entry of ``never`` is this address, its domain or a pattern for it."""
        return any(
            fnmatchcase(spelling, entry)
            if "@" in entry.lstrip("@")
            else _is_of_domain(spelling, [entry])
            for entry in self.never
            for spelling in _spellings(address)
        )

    def closes_relay(self, letter: Letter) -> bool:
        """Whether it came through a relay, and relays are not answered."""
        return letter.relay and not self.relays

    def closes_direct(self, letter: Letter) -> bool:
        """Whether it is direct mail to none of the addresses on which that is answered."""
        direct = self.direct
        if letter.relay or direct is None:
            return False
        return not any(_spellings(address) & direct for address in letter.recipients)


def is_unread(address: str) -> bool:
    """Whether there is nobody at this address: none, or one of a robot or a mail system."""
    local, at, domain = address.rpartition("@")
    return not (local and at and domain) or any(fnmatchcase(local, one) for one in _UNREAD)


def _spellings(address: str) -> frozenset[str]:
    """Return the address with and without its plus-tag."""
    return frozenset({address, without_tag(address)})


def _is_of_domain(address: str, domains: Iterable[str]) -> bool:
    """Compare by label, so that ``example.org.evil.test`` is not of ``example.org``."""
    host = "." + address.rpartition("@")[2]
    return any(host.endswith("." + domain.lstrip("@.")) for domain in domains)
