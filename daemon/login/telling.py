"""What the service says of its tokens: an event for each new one, and for each reason of none."""

from daemon.login.grant import Grant
from daemon.login.refusals import TokenError
from daemon.login.tokens import Tell
from daemon.logs import logger

log = logger("login")


def tell_of(mailbox: str) -> Tell:
    """Return what writes down how asking for a mailbox's tokens ended."""

    def tell(ended: Grant | TokenError) -> None:
        if isinstance(ended, Grant):
            seconds = round((ended.ends_at - ended.given_at).total_seconds())
            log.info("login.renewed", mailbox=mailbox, lasts_seconds=seconds)
        else:
            say = log.error if ended.lasting else log.warning
            say(ended.cause.value.event, mailbox=mailbox, problem=str(ended))

    return tell
