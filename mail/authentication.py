"""What servers we trust say about who really sent a mail (RFC 8601, 9989).

Only fields whose authserv-id is one of ours count, the topmost first: the others may have been
written by the sender. No such field is no verdict. Pure and total.
"""

import re
from typing import Final

from mail.headers import Headers

_RESULT: Final = re.compile(r"(?<![\w.-])(dmarc|spf|dkim)\s*=\s*([a-z]+)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\((?:[^()\\]|\\.)*\)")


def fails(headers: Headers, trusted: frozenset[str]) -> bool:
    """Tell whether a trusted server says that the sender's domain did not authorise this mail."""
    for value in headers.all("authentication-results"):
        server, _, results = _COMMENT.sub(" ", value).partition(";")
        name = server.split()[0].lower() if server.split() else ""
        if name not in trusted:
            continue
        told: dict[str, set[str]] = {}
        for found in _RESULT.finditer(results):
            told.setdefault(found[1].lower(), set()).add(found[2].lower())
        if "dmarc" in told:
            return "fail" in told["dmarc"]
        return told.get("spf", set()) == {"fail"} and "pass" not in told.get("dkim", set())
    return False
