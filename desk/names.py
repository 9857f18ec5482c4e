"""What an account of the desk may be called."""

import re
from typing import Final

#: Small letters, digits, dots, hyphens and underscores; 40 at most.
NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
