"""A mailbox as its IMAP server shows it, and the server that its answers are handed in at."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from cases.states import AckEvent
from daemon.beginning.presets import by_host
from daemon.checks.finding import Finding, fail, warn, well
from daemon.config.config import Config
from daemon.config.mailboxes import Mailbox
from daemon.imap.inbox import Inbox, InboxError, LoginRefusedError
from daemon.login.access import PLAIN, Access
from daemon.smtp.faults import Stage
from daemon.smtp.outbox import Outbox

#: A letter cannot have arrived later than now; more than this is a clock that is wrong.
_SKEW: Final = timedelta(minutes=2)
#: Some providers show IMAP only the last month until a setting of theirs is changed.
_MONTH: Final = timedelta(days=29), timedelta(days=32)
#: What makes reading better, and what is done where it is not there.
_WANTED: Final = {
    "IDLE": "letters are seen when the mailbox is polled, see poll",
    "SPECIAL-USE": "name the folder of sent mail in sent",
}


def look_at_inbox(
    name: str, box: Mailbox, access: Access = PLAIN, *, now: datetime
) -> Iterator[Finding]:
    """Yield what is found of the mailbox, which is only examined."""
    inbox = Inbox(box.imap, box.imap.folder, writable=False, access=access)
    try:
        inbox.open()
        yield well("imap-login", f"{box.imap.host} lets us in", name)
        for word, instead in _WANTED.items():
            if word not in inbox.capabilities():
                yield warn("imap-abilities", f"the server has no {word}", instead, name)
        yield from _look_at_ages(name, inbox.span(), now)
    except LoginRefusedError as error:
        yield fail("imap-login", str(error), _remedy(box), name)
        return
    except InboxError as error:
        yield fail("imap-server", str(error), "see host, port and tls under imap", name)
        return
    finally:
        inbox.close()
    if box.imap.sent:
        yield _look_at_sent(name, box, access)


def _look_at_ages(
    name: str, span: tuple[datetime, datetime] | None, now: datetime
) -> Iterator[Finding]:
    if span is None:
        yield well("oldest-letter", "the mailbox is empty", name)
        return
    oldest, newest = span
    if newest - now > _SKEW:
        yield fail(
            "clock",
            f"the newest letter arrived {newest - now} from now",
            "set this machine's clock (timedatectl set-ntp true): promises are made by it",
            name,
        )
    said = f"the oldest letter is of {oldest:%Y-%m-%d}"
    if _MONTH[0] < now - oldest < _MONTH[1]:
        yield warn(
            "oldest-letter",
            said,
            "if there are older ones, the provider shows IMAP one month; change that on its "
            "settings page",
            name,
        )
    else:
        yield well("oldest-letter", said, name)


def _look_at_sent(name: str, box: Mailbox, access: Access) -> Finding:
    wanted = box.imap.sent_folder
    sent = Inbox(box.imap, wanted, writable=False, access=access)
    try:
        folder = sent.open()
    except InboxError as error:
        return fail("sent-folder", str(error), "name the folder in sent", name)
    finally:
        sent.close()
    if folder is None:
        return warn(
            "sent-folder",
            "no folder is marked as that of sent mail",
            "name it in sent: people's answers are seen there, and stop the clocks",
            name,
        )
    return well("sent-folder", f"people's answers are seen in {folder.name}", name)


async def look_at_sender(name: str, box: Mailbox, access: Access = PLAIN) -> list[Finding]:
    """Return what is found of the server that takes our mail; nothing is sent."""
    outbox = Outbox(box.smtp, access=access)
    try:
        outcome, extensions = await outbox.try_login()
    finally:
        await outbox.close()
    if outcome.event is not AckEvent.ACCEPT and outcome.stage is Stage.LOGIN:
        return [fail("smtp-login", outcome.sentence, _remedy(box), name)]
    if outcome.event is not AckEvent.ACCEPT:
        said = "see host, port and tls under smtp"
        return [fail("smtp-server", outcome.sentence, said, name)]
    found = [well("smtp-login", f"{box.smtp.host} lets us in", name)]
    if "dsn" not in extensions:
        found.append(
            warn(
                "smtp-abilities",
                "the server offers no delivery notices (DSN)",
                "bounces are read from the mailbox all the same",
                name,
            )
        )
    return found


def look_at_logins(config: Config) -> Iterator[Finding]:
    """Yield where a token is described and nobody shows one."""
    for name, box in config.mailboxes.items():
        if (
            box.oauth is not None
            and box.imap.password is not None
            and box.smtp.password is not None
        ):
            yield warn(
                "token",
                "a login by token is described, and both servers are logged in to by password",
                f"remove the passwords under imap and smtp, or [mailboxes.{name}.oauth]",
                name,
            )


def look_at_senders(config: Config) -> Iterator[Finding]:
    """Yield whether the address of each mailbox is one that it may send from."""
    for name, box in config.mailboxes.items():
        provider = by_host(box.smtp.host)
        if provider and provider.sends_as_login and box.smtp.user != box.address:
            yield warn(
                "from-address",
                f"{provider.name} takes mail only from the login's own address",
                f"log in as {box.address}, or make that the mailbox's address",
                name,
            )
        else:
            yield well("from-address", "a shop has it among its approved senders", name)


def _remedy(box: Mailbox) -> str:
    if box.oauth is not None:
        # The sentence names its own.
        return ""
    provider = by_host(box.imap.host)
    return provider.hint if provider else "see host, port, tls, user and password"
