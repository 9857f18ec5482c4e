"""Who gives a command: what is done by it stands in the store under that name."""

import getpass


def name_person() -> str:
    """Return the person's login name as deeds name it, apart from the desk's: ``command:li``."""
    return f"command:{getpass.getuser()}"
