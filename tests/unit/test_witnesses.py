"""What the doctor says of the servers whose word letters bear."""

import pytest

from daemon.checks.finding import State
from daemon.checks.witnesses import judge


def header(*results: str) -> bytes:
    """Return a letter's header with these Authentication-Results."""
    fields = "".join(f"Authentication-Results: {one}\r\n" for one in results)
    return f"From: Anna <anna@example.net>\r\n{fields}Subject: Hello\r\n\r\n".encode()


OURS = header(
    "MX.example.org (ours);\r\n dkim=pass header.d=example.net", "other.example; spf=fail"
)
NAMELESS = header("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.net; dkim=none")


@pytest.mark.parametrize(
    ("headers", "trusted", "direct", "state", "words"),
    [
        ([OURS] * 4, {"mx.example.org"}, True, State.OK, "4 of the newest 4 letters"),
        ([OURS, header(), header()], {"mx.example.org"}, True, State.OK, "1 of the newest 3"),
        ([OURS] * 3 + [header()], set(), False, State.WARN, "of mx.example.org, which is not"),
        ([OURS] * 4, set(), True, State.WARN, "no direct mail is acknowledged"),
        ([OURS] + [header()] * 3, set(), True, State.WARN, "of the newest 4 letters none"),
        ([header()] * 4, {"mx.example.org"}, False, State.WARN, "of the newest 4 letters none"),
        ([NAMELESS] * 4, set(), True, State.WARN, "of the newest 4 letters none"),
        ([NAMELESS] * 4, set(), False, State.OK, "none is needed"),
        ([], set(), True, State.OK, "no letter"),
    ],
)
def test_whose_word_letters_bear(
    headers: list[bytes], trusted: set[str], *, direct: bool, state: State, words: str
) -> None:
    """The name is proposed that almost all letters show, and never one that a sender slips in."""
    found = judge("main", headers, frozenset(trusted), direct=direct)

    assert (state, True) == (found.state, words in found.sentence), found.sentence


def test_the_remedy_is_what_to_write() -> None:
    """A line of the configuration, ready to be copied."""
    found = judge("main", [OURS] * 4, frozenset(), direct=True)

    assert 'trusted_servers = ["mx.example.org"]' in found.remedy


@pytest.mark.parametrize("direct", [True, False])
def test_a_key_for_direct_mail_is_told_where_there_is_some(*, direct: bool) -> None:
    """A mailbox of relays alone gains nothing by it."""
    found = judge("main", [header()] * 4, frozenset({"mx.example.org"}), direct=direct)

    assert State.WARN is found.state
    assert direct is ("unauthenticated_direct" in found.remedy)
