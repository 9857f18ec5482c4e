"""A finding: what was looked at, how it is, and what to do where it is not well."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing is."""

    OK = "ok"
    #: It works, and something better can be done.
    WARN = "warn"
    #: It does not work.
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found."""

    #: Id of the check (docs/reference/doctor.md).
    check: str
    state: State
    #: What was found, a phrase.
    sentence: str
    #: What to do; "" where nothing is to be done.
    remedy: str = ""
    #: The mailbox that was looked at; "" where it is none.
    mailbox: str = ""


def well(check: str, sentence: str, mailbox: str = "") -> Finding:
    """Return a finding of something that is as it should be."""
    return Finding(check=check, state=State.OK, sentence=sentence, mailbox=mailbox)


def warn(check: str, sentence: str, remedy: str, mailbox: str = "") -> Finding:
    """Return a finding of something that could be better."""
    return Finding(check=check, state=State.WARN, sentence=sentence, remedy=remedy, mailbox=mailbox)


def fail(check: str, sentence: str, remedy: str, mailbox: str = "") -> Finding:
    """Return a finding of something that does not work."""
    return Finding(check=check, state=State.FAIL, sentence=sentence, remedy=remedy, mailbox=mailbox)
