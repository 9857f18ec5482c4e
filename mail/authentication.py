"""What servers we trust say about who really sent a mail (RFC 8601, 9989, 7489, 8617).

Only fields whose authserv-id is one of ours count, the topmost first: the others may have been
written by the sender. No such field is no verdict. A forwarder breaks what was signed; where our
server vouches for its seal, and it is one of those we name, what it saw itself counts instead.
Pure and total.
"""

import re
from dataclasses import dataclass
from typing import Final

from mail.addresses import first_address, same_domain
from mail.headers import Headers

_RESULT: Final = re.compile(r"(?<![\w.-])(dmarc|spf|dkim|arc)\s*=\s*([a-z]+)", re.IGNORECASE)
#: The domain that a result is about; the sender's own name in EHLO proves nothing.
_ABOUT: Final = {
    "dmarc": re.compile(r"(?<![\w.-])header\.from\s*=\s*([^\s;]{1,320})", re.IGNORECASE),
    "dkim": re.compile(r"(?<![\w.-])header\.[di]\s*=\s*([^\s;]{1,320})", re.IGNORECASE),
    "spf": re.compile(r"(?<![\w.-])smtp\.mailfrom\s*=\s*([^\s;]{1,320})", re.IGNORECASE),
}
_COMMENT: Final = re.compile(r"\((?:[^()\\]|\\.)*\)")
#: A quoted local part or reason is the sender's to choose.
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_INSTANCE: Final = re.compile(r"(?<![\w.-])i\s*=\s*(\d{1,2})\b", re.IGNORECASE)
_SEALER: Final = re.compile(r"(?<![\w.-])d\s*=\s*([\w.-]{1,253})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """One method's result."""

    method: str
    result: str
    #: The domain that it is about; "" where the server does not tell.
    domain: str


def fails(headers: Headers, trusted: frozenset[str], forwarders: frozenset[str]) -> bool:
    """Tell whether a trusted server says that the sender's domain did not authorise this mail.

    Args:
        headers: the mail's own fields.
        trusted: authserv-ids whose Authentication-Results we believe.
        forwarders: domains whose seal (ARC-Seal) we believe where a trusted server found it whole.
    """
    return _is_failure(_believed(headers, trusted, forwarders))


def passes(
    headers: Headers, trusted: frozenset[str], forwarders: frozenset[str], domain: str
) -> bool:
    """Tell whether a trusted server says that the sender's ``domain`` did authorise this mail.

    By DMARC, or by SPF or DKIM of a domain in relaxed alignment with it (RFC 7489 3.1): the same,
    or one that lies below the other.
    """
    return any(
        # DMARC judges the domain of From, whether a server names it beside the result or not.
        _is_aligned(found.domain or (domain if found.method == "dmarc" else ""), domain)
        for found in _believed(headers, trusted, forwarders)
        if found.method in _ABOUT and found.result == "pass"
    )


def _believed(
    headers: Headers, trusted: frozenset[str], forwarders: frozenset[str]
) -> tuple[_Finding, ...]:
    told = _told(headers, trusted)
    if not any(found.method == "arc" and found.result == "pass" for found in told):
        return told
    sealed = _sealed(headers, forwarders)
    return told if sealed is None else sealed


def find_witness(headers: Headers) -> str:
    """Return the authserv-id of the topmost field; "" where none is named. Anybody may write it."""
    names = (_witness(value)[0] for value in headers.all("authentication-results"))
    return next((name for name in names if name), "")


def _told(headers: Headers, trusted: frozenset[str]) -> tuple[_Finding, ...]:
    """Return the results of the topmost field of a trusted server."""
    for value in headers.all("authentication-results"):
        name, results = _witness(value)
        if name in trusted:
            return _read(results)
    return ()


def _witness(value: str) -> tuple[str, str]:
    """Part a field into the authserv-id, "" where it names none, and the results."""
    server, _, results = _plain(value).partition(";")
    name = next(iter(server.lower().split()), "")
    # Some write their results at once, without a name.
    return ("", "") if "=" in name else (name, results)


def _sealed(headers: Headers, forwarders: frozenset[str]) -> tuple[_Finding, ...] | None:
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
            return _read(_plain(value))
    return None


def _plain(value: str) -> str:
    """Return a field's value without comments and quoted strings."""
    return _QUOTED.sub("-", _COMMENT.sub(" ", value))


def _read(results: str) -> tuple[_Finding, ...]:
    marks = list(_RESULT.finditer(results))
    ends = [*(mark.start() for mark in marks), len(results)][1:]
    return tuple(
        _Finding(
            method=mark[1].lower(),
            result=mark[2].lower(),
            domain=_about(mark[1].lower(), results[mark.end() : end]),
        )
        for mark, end in zip(marks, ends, strict=True)
    )


def _about(method: str, properties: str) -> str:
    found = _ABOUT[method].search(properties) if method in _ABOUT else None
    if found is None:
        return ""
    # A domain, an address or "@domain"; read as From is, so that both are spelt alike.
    return first_address("x@" + found[1].rpartition("@")[2]).domain


def _is_aligned(told: str, domain: str) -> bool:
    return (
        "." in told and "." in domain and (same_domain(told, domain) or same_domain(domain, told))
    )


def _is_failure(told: tuple[_Finding, ...]) -> bool:
    results = {
        method: {found.result for found in told if found.method == method}
        for method in ("dmarc", "spf", "dkim")
    }
    if results["dmarc"]:
        return "fail" in results["dmarc"]
    return results["spf"] == {"fail"} and "pass" not in results["dkim"]
