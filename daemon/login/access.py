"""How a mailbox's servers are reached and got into, beside their hosts and passwords."""

from dataclasses import dataclass
from typing import Final

from daemon.config.config import Config
from daemon.config.logins import Proxy
from daemon.login.asking import Asking
from daemon.login.token_file import TokenFile
from daemon.login.tokens import KeptTokens, Tell, Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What leads to the servers, and what is shown them where no password is named."""

    tokens: Tokens | None = None
    #: How a token is shown: auto, oauthbearer or xoauth2.
    mechanism: str = "auto"
    proxy: Proxy | None = None


#: Straight, by password.
PLAIN: Final = Access()


def access_of(config: Config, name: str, tell: Tell = lambda _: None) -> Access:
    """Return how the servers of a mailbox are reached and got into.

    Args:
        config: the configuration.
        name: the mailbox's.
        tell: is told how asking for a token ended.
    """
    box = config.mailboxes[name]
    return Access(
        tokens=_tokens_of(config, name, tell),
        mechanism=box.oauth.mechanism if box.oauth else "auto",
        proxy=box.proxy,
    )


def _tokens_of(config: Config, name: str, tell: Tell) -> KeptTokens | None:
    asking = asking_of(config, name)
    return KeptTokens(asking, TokenFile(config.state_folder, name), tell) if asking else None


def asking_of(config: Config, name: str) -> Asking | None:
    """Return who asks for a mailbox's tokens; None where it logs in by password alone."""
    box = config.mailboxes[name]
    if box.oauth is None:
        return None
    return Asking(mailbox=name, user=box.imap.user, oauth=box.oauth, proxy=box.proxy)
