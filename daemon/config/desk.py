"""What the desk needs beside daemon/config/stored.py: what its shops write on, and its packages."""

import contextlib
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from daemon import assets
from daemon.config.shops import ShopTable
from daemon.exits import CommandError, Exit
from daemon.shops import build_shop
from desk.stationery import Stationery
from replies.render import open_templates

#: What the extra triaged[desk] brings.
_NEEDED: Final = ("argon2", "multipart", "nh3", "PIL", "pyotp", "segno", "starlette", "uvicorn")


def read_stationery(path: Path) -> Stationery:
    """Return what the shops write on, as far as the file tells it; faults are not ours.

    A shop that is not told here, or wrongly, has no name for the lint and no acknowledgement to be
    looked at before it leaves.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    told = table.get("shops")
    shops = {}
    for name, one in told.items() if isinstance(told, dict) else ():
        with contextlib.suppress(ValidationError):
            shops[name] = build_shop(name, ShopTable.model_validate(one))
    own = table.get("templates")
    folder = Path(own) if isinstance(own, str) and own else None
    return Stationery(templates=open_templates(assets.templates(), folder), shops=shops)


def require_desk() -> None:
    """Raise ``CommandError`` where a package of the extra is missing."""
    absent = [name for name in _NEEDED if find_spec(name) is None]
    if absent:
        raise CommandError(
            f"the desk's packages are not installed ({absent[0]}); install them with: "
            "pip install 'triaged[desk]'",
            Exit.UNAVAILABLE,
        )
