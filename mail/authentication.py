"""What servers we trust say about who really sent a mail (RFC 8601, 9989, 8617).

Only fields whose authserv-id is one of ours count, the topmost first: the others may have been
written by the sender. No such field is no verdict. A forwarder breaks what was signed; where our
server vouches for its seal, and it is one of those we name, what it saw itself counts instead.
Pure and total.
"""

import re
from typing import Final

from mail.addresses import same_domain
from mail.headers import Headers

_RESULT: Final = re.compile(r"(?<![\w.-])(dmarc|spf|dkim|arc)\s*=\s*([a-z]+)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\((?:[^()\\]|\\.)*\)")
_INSTANCE: Final = re.compile(r"(?<![\w.-])i\s*=\s*(\d{1,2})\b", re.IGNORECASE)
_SEALER: Final = re.compile(r"(?<![\w.-])d\s*=\s*([\w.-]{1,253})", re.IGNORECASE)

Results = dict[str, set[str]]


def fails(headers: Headers, trusted: frozenset[str], forwarders: frozenset[str]) -> bool:
    """Tell whether a trusted server says that the sender's domain did not authorise this mail.

    Args:
        headers: the mail's own fields.
        trusted: authserv-ids whose Authentication-Results we believe.
        forwarders: domains whose seal (ARC-Seal) we believe where a trusted server found it whole.
    """
    told = _told(headers, trusted)
    if told is None:
        return False
    sealed = _sealed(headers, forwarders) if "pass" in told.get("arc", set()) else None
    return _is_failure(told if sealed is None else sealed)


def _told(headers: Headers, trusted: frozenset[str]) -> Results | None:
    """Return the results of the topmost field of a trusted server."""
    for value in headers.all("authentication-results"):
        server, _, results = _COMMENT.sub(" ", value).partition(";")
        name = server.split()[0].lower() if server.split() else ""
        if name in trusted:
            return _read(results)
    return None


def _sealed(headers: Headers, forwarders: frozenset[str]) -> Results | None:
    """Return what the first named forwarder of the chain saw, nearest to the sender."""
    sealers = {
        number[1]: domain[1].lower()
        for value in headers.all("arc-seal")
        if (number := _INSTANCE.search(value)) and (domain := _SEALER.search(value))
    }
    if not sealers or not all(
        any(same_domain(sealer, one) for one in forwarders) for sealer in sealers.values()
    ):
        return None
    for value in headers.all("arc-authentication-results"):
        number = _INSTANCE.search(value)
        if number is not None and number[1] == "1":
            return _read(_COMMENT.sub(" ", value))
    return None


def _read(results: str) -> Results:
    told: Results = {}
    for found in _RESULT.finditer(results):
        told.setdefault(found[1].lower(), set()).add(found[2].lower())
    return told


def _is_failure(told: Results) -> bool:
    if "dmarc" in told:
        return "fail" in told["dmarc"]
    return told.get("spf", set()) == {"fail"} and "pass" not in told.get("dkim", set())
