"""structlog without rich, which it loads for coloured tracebacks that no log of ours holds.

That is five MiB in a service for months, and eighty modules at each start. A command that prints
tables loads rich itself.
"""

import sys
from typing import Any, cast

# None says that there is no such module, as the import system has it.
_modules = cast("dict[str, Any]", sys.modules)
_modules.setdefault("rich", None)
try:
    import structlog
finally:
    if _modules["rich"] is None:
        del _modules["rich"]

__all__ = ["structlog"]
