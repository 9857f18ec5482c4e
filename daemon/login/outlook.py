"""What is known of logins before they fail: a consent that ends soon, a renewal that does not work.

Mailboxes whose token cannot be read are left out: whoever logs in there says why.
"""

from datetime import datetime, timedelta
from typing import Final

from daemon.config.config import Config
from daemon.login.grant import Grant
from daemon.login.token_file import TokenFile, TokenFileError

#: A consent that ends within this time wants a person: it outlasts a weekend.
_SOON: Final = timedelta(days=3)


def foresee(mailbox: str, kept: Grant, now: datetime) -> str:
    """Return why the mailbox will not log in before long, a sentence; "" where nothing is known."""
    ends = kept.consent_ends_at
    if ends is not None and ends - now <= _SOON:
        return f"the consent ends at {_say(ends)}; log in again: triaged login {mailbox}"
    if kept.problem and kept.is_good(now):
        return f"the token serves until {_say(kept.ends_at)}, and is not renewed: {kept.problem}"
    return ""


def look(config: Config, now: datetime) -> dict[str, str]:
    """Return what is foreseen, by mailbox; only those of which something is."""
    told = {}
    for name, box in config.mailboxes.items():
        try:
            kept = TokenFile(config.state_folder, name).read() if box.oauth else None
        except TokenFileError:
            continue
        if kept is not None and (said := foresee(name, kept, now)):
            told[name] = said
    return told


def _say(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"
