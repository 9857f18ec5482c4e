"""``triaged login``: a mailbox's first token, or a new one after the consent has ended."""

import argparse
import asyncio
import time
from datetime import datetime
from typing import Final

from daemon import clock
from daemon.checks.finding import State
from daemon.checks.mailboxes import look_at_inbox, look_at_sender
from daemon.commands.options import add_config, find_config
from daemon.config.config import Config
from daemon.config.faults import nearest_word
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.login import consent
from daemon.login.access import access_of, asking_of
from daemon.login.asking import Asking
from daemon.login.grant import Grant
from daemon.login.issuers import Flow
from daemon.login.refusals import TokenError
from daemon.login.renewing import renew
from daemon.login.token_file import TokenFile, TokenFileError
from daemon.login.tokens import KeptTokens

EXAMPLES = """\
  sudo triaged login main
  triaged login main --config config.toml"""

#: How often a person may paste what is no answer.
_TRIES: Final = 5


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    parser.add_argument("mailbox", metavar="MAILBOX", help="its name in the configuration")
    add_config(parser)


def run(given: argparse.Namespace) -> int:
    """Come by a token, keep it, and try it at both servers."""
    config = load_config(find_config(given))
    asking = _asking(config, given.mailbox)
    tokens = KeptTokens(asking, TokenFile(config.state_folder, given.mailbox))
    try:
        # Before anybody is asked: a consent that cannot be kept would be lost.
        tokens.prepare()
        tokens.accept(_ask(asking))
    except TokenFileError as error:
        raise CommandError(str(error), Exit.NOPERM) from error
    except TokenError as error:
        raise CommandError(str(error), Exit.UNAVAILABLE) from error
    print("the token is kept; trying it")
    return _try(config, given.mailbox, clock.now())


def _asking(config: Config, name: str) -> Asking:
    if name not in config.mailboxes:
        hint = nearest_word(name, config.mailboxes) or f"one of {', '.join(config.mailboxes)}"
        raise CommandError(f"there is no mailbox {name!r}; {hint}", Exit.USAGE)
    asking = asking_of(config, name)
    if asking is None:
        raise CommandError(
            f"the mailbox {name!r} logs in by password; to log in by token describe it under "
            f"[mailboxes.{name}.oauth]",
            Exit.CONFIG,
        )
    return asking


def _ask(asking: Asking) -> Grant:
    match asking.oauth.flow:
        case Flow.CODE:
            return _by_pasting(asking)
        case Flow.DEVICE:
            return _by_typing(asking)
        case Flow.CLIENT | Flow.SERVICE_ACCOUNT:
            return renew(asking, None, clock.now())


def _by_pasting(asking: Asking) -> Grant:
    question = consent.ask(asking)
    print(
        f"Open this in a browser, on any machine, and consent as {asking.user}:\n\n"
        f"  {question.url}\n\n"
        f"The browser then ends at {asking.oauth.redirect_url} and finds nothing there, which is "
        "meant.\nCopy the whole address from its address bar."
    )
    for _ in range(_TRIES):
        try:
            return consent.answer(asking, question, _paste(), clock.now())
        except consent.PasteError as error:
            print(f"  {error}")
    raise CommandError("no address would do; begin again", Exit.USAGE)


def _paste() -> str:
    try:
        return input("Paste it here: ")
    except EOFError:
        raise CommandError("nothing was pasted; nothing was kept", Exit.USAGE) from None


def _by_typing(asking: Asking) -> Grant:
    typing = consent.show_code(asking, clock.now())
    print(
        f"Open this in a browser, on any machine, and type {typing.code} as {asking.user}:\n\n"
        f"  {typing.url}\n\nWaiting for it …",
        flush=True,
    )
    while True:
        time.sleep(typing.interval.total_seconds())
        try:
            found = consent.look(asking, typing, clock.now())
        except TokenError as error:
            if error.lasting:
                raise
            continue
        if isinstance(found, Grant):
            return found
        typing = found


def _try(config: Config, name: str, now: datetime) -> int:
    box, access = config.mailboxes[name], access_of(config, name)
    findings = [
        *look_at_inbox(name, box, access, now=now),
        *asyncio.run(look_at_sender(name, box, access)),
    ]
    for one in findings:
        if one.state is State.FAIL or one.check in {"imap-login", "smtp-login"}:
            print(f"{one.state:<5} {one.sentence}{f' → {one.remedy}' if one.remedy else ''}")
    return Exit.UNAVAILABLE if any(one.state is State.FAIL for one in findings) else Exit.OK
