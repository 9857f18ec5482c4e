"""Where files are that no configuration names: what travels beside the code, and the cache.

An installed triaged has them under share/triaged of its environment; a checkout has them in its
own folders, which is the fallback because an editable install carries no data files.
"""

import os
import sys
import sysconfig
from pathlib import Path
from typing import Final

_CHECKOUT: Final = Path(__file__).resolve().parent.parent


def asset(installed: str, checkout: str) -> Path:
    """Return the path of an asset; the checkout's when nothing is installed under share.

    Args:
        installed: its path below share/triaged.
        checkout: its path below the checkout.
    """
    for base in (sysconfig.get_path("data"), sys.prefix):
        path = Path(base) / "share" / "triaged" / installed
        if path.exists() and not (_CHECKOUT / "pyproject.toml").exists():
            return path
    return _CHECKOUT / checkout


def starter_model() -> Path:
    """Return the folder of the model that comes with triaged."""
    return asset("models/starter", "models/starter")


def corpus() -> Path:
    """Return the folder of our own training letters."""
    return asset("corpus", "classifier/corpus")


def demo_letters() -> Path:
    """Return the folder of the letters that ``triaged demo`` pours in."""
    return asset("demo", "daemon/demo/letters")


def sample_config() -> Path:
    """Return the sample configuration with every key, its default and its reason."""
    return asset("config.toml", "config.toml")


def seal() -> Path:
    """Return where a package keeps the seal of what it brings; most installations have none."""
    return asset("proved.sha256", "proved.sha256")


def user_cache() -> Path | None:
    """Return the folder for what can be worked out again; None where the user has no home."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(base) / "triaged"


def rulebooks() -> Path:
    """Return the folder of our rulebooks; they are package data."""
    return _CHECKOUT / "classifier" / "rulebook"


def templates() -> Path:
    """Return the folder of our templates; they are package data."""
    return _CHECKOUT / "replies" / "templates"
