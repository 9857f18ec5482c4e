"""The exit codes of the command, as sysexits names them; systemd knows them by these names."""

from enum import IntEnum


class Exit(IntEnum):
    """Why a command ended."""

    OK = 0
    #: It ran and the answer is no (nothing found, a check failed).
    FAILED = 1
    #: Wrong words on the command line.
    USAGE = 64
    #: The input cannot be read as what it should be.
    DATAERR = 65
    #: A file or folder that a command was given to read is not there or cannot be read; of the
    #: configuration, and of what it names, this is CONFIG, wherever it was named.
    NOINPUT = 66
    #: Something needed is not there: an extra that is not installed, a server that is down.
    UNAVAILABLE = 69
    #: The store or a file cannot be read or written.
    IOERR = 74
    #: Another triaged runs here; try again later.
    TEMPFAIL = 75
    #: Not allowed to read or write it.
    NOPERM = 77
    #: Configuration, templates, rules or model are wrong.
    CONFIG = 78


class CommandError(Exception):
    """A sentence for the person at the keyboard, with the exit code that goes with it."""

    def __init__(self, sentence: str, code: Exit) -> None:
        """Keep the sentence and the code."""
        super().__init__(sentence)
        self.code = code
