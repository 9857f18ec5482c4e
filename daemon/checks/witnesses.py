"""Whose word about senders a mailbox's letters bear, and whether the configuration believes it.

Without a trusted server no forged marketplace mail is seen, and no direct mail is acknowledged. A
sender may have written such a field, so only a name that almost all of the newest letters show is
proposed, and a person decides.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from daemon.checks.finding import Finding, warn, well
from daemon.config.config import Config
from daemon.imap.inbox import Inbox, InboxError
from daemon.login.access import access_of
from mail.authentication import find_witness
from mail.headers import parse_block

#: So many of the newest letters are looked at, of this time.
_LETTERS: Final = 20
_LATELY: Final = timedelta(days=30)
#: A name is the server's own where so great a share of them shows it.
_SHARE: Final = 0.75
#: What is left where nobody vouches for direct mail.
_ALL_THE_SAME: Final = (
    "; where none does, unauthenticated_direct = true answers direct mail all the same"
)


def look(config: Config, now: datetime) -> Iterator[Finding]:
    """Yield what is found of each mailbox; nothing of one that cannot be read."""
    trusted = frozenset(map(str.lower, config.channels.trusted_servers))
    lax = config.channels.unauthenticated_direct
    for name, box in config.mailboxes.items():
        access = access_of(config, name)
        inbox = Inbox(box.imap, box.imap.folder, writable=False, access=access)
        try:
            inbox.open()
            newest = inbox.uids_since(now - _LATELY)[-_LETTERS:]
            found = [one.raw for one in inbox.fetch(newest, headers=True)] if newest else []
        except InboxError:
            continue
        finally:
            inbox.close()
        direct = not lax and bool({box.address, *box.aliases} & set(config.channels.direct))
        yield judge(name, found, trusted, direct=direct)


def judge(name: str, headers: Sequence[bytes], trusted: frozenset[str], *, direct: bool) -> Finding:
    """Return what these newest letters show.

    Args:
        name: the mailbox.
        headers: the header of each.
        trusted: the names that are believed.
        direct: direct mail is to be acknowledged here where somebody vouches for it.
    """
    if not headers:
        return well("trusted-server", "there is no letter of the last month to look at", name)
    shown = Counter(find_witness(parse_block(one, 0, len(one)).headers) for one in headers)
    believed = sum(number for one, number in shown.items() if one in trusted)
    if believed:
        said = f"{believed} of the newest {len(headers)} letters bear the word of a trusted server"
        return well("trusted-server", said, name)
    lacking = "no forged marketplace mail is seen"
    if direct:
        lacking = f"no direct mail is acknowledged, and {lacking}"
    witness, number = next(iter(shown.most_common(1)), ("", 0))
    if witness and number >= _SHARE * len(headers):
        return warn(
            "trusted-server",
            f"the letters bear the word of {witness}, which is not believed: {lacking}",
            f'if that is your mail server, write trusted_servers = ["{witness}"] under [channels]',
            name,
        )
    if trusted or direct:
        return warn(
            "trusted-server",
            f"of the newest {len(headers)} letters none bears the word of a trusted server: "
            f"{lacking}",
            "name the server that writes Authentication-Results in trusted_servers"
            + (_ALL_THE_SAME if direct else ""),
            name,
        )
    return well("trusted-server", "none is named, and none is needed for relays", name)
