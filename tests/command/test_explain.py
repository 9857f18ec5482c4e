"""The contract of explain: one valid object a message, whatever the message, without network."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cases.labels import TAGS
from tests.calling import call
from tests.installation import CHECKOUT
from tests.letters_builder import MONDAY, build_letter

#: explain in a process that dies the moment anything asks for a socket or a name.
_OFFLINE = """
import sys
def watch(event, args):
    if event.startswith("socket.") and event != "socket.gethostname":
        sys.stderr.write(f"network: {event}\\n")
        sys.exit(99)
from daemon.cli import main
sys.addaudithook(watch)
sys.exit(main(sys.argv[1:]))
"""

_KEYS = {
    *("file", "kind", "kind_reason", "language", "subject", "text", "marketplace", "order_ids"),
    *("fulfilment", "tags", "unsure", "priority", "rank", "rank_reasons", "acknowledge"),
}
_ANSWER_KEYS = {
    *("send", "reason", "not_judged", "to", "template", "language", "promised_by"),
    *("subject", "body"),
}

_BOUNCE = b"""\
From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: seller@shop.example
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; nobody@mail.example
Action: failed
Status: 5.1.1

--b--
"""


def explain(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run explain offline and return what it printed."""
    return subprocess.run(
        [sys.executable, "-c", _OFFLINE, "explain", *words],
        cwd=CHECKOUT,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )


def explain_one(tmp_path: Path, raw: bytes, *words: str) -> dict[str, Any]:
    """Explain one message and return its object."""
    path = tmp_path / "letter.eml"
    path.write_bytes(raw)
    done = call("explain", "--json", *words, path)
    assert 0 == done.returncode, done.stderr
    described: dict[str, Any] = json.loads(done.stdout)
    return described


def check_contract(said: dict[str, Any]) -> None:
    """Hold one object against design's contract."""
    answer = said["acknowledge"]
    assert set(said) == _KEYS
    assert set(answer) == _ANSWER_KEYS
    assert said["kind"] in {"buyer", "notice", "auto-reply", "bounce", "list", "own"}
    assert said["priority"] in {"urgent", "high", "normal", "low"}
    assert 0 <= said["rank"] <= 100
    assert "\n" not in said["subject"]
    for tag in said["tags"]:
        assert {"tag", "by", "score", "spans"} == set(tag)
        assert tag["tag"] in TAGS
        assert tag["score"] is None or 0 <= tag["score"] <= 1
        for span in tag["spans"]:
            assert span["words"] == said["text"][span["start"] : span["end"]]
    if said["kind"] in {"buyer", "notice"}:
        assert said["tags"]
    else:
        assert ([], "low", False) == (said["tags"], said["priority"], said["unsure"])
    written = [answer[key] for key in ("to", "template", "language", "subject", "body")]
    if answer["send"]:
        assert "ok" == answer["reason"]
        assert "buyer" == said["kind"]
        assert all(written)
    else:
        assert "ok" != answer["reason"]
        assert [None] * 6 == [*written, answer["promised_by"]]


def _mixed() -> Iterator[bytes]:
    """Yield 500 messages of all sorts, some of them no messages at all."""
    texts = (
        "Where is my parcel? It should have been here on Monday.",
        "Das Glas ist zerbrochen, ich möchte mein Geld zurück.",
        "商品がまだ届きません。いつ届きますか。",
        "Thank you, all good now!",
        "",
        "asdf",
    )
    headers: tuple[dict[str, str], ...] = (
        {},
        {"Auto_Submitted": "auto-replied"},
        {"List_Id": "<weekly.example>"},
        {"Precedence": "bulk"},
        {"X_Auto_Response_Suppress": "All"},
    )
    for number in range(480):
        yield build_letter(
            buyer=f"b{number:013}",
            domain=("marketplace.amazon.de", "mail.example", "marketplace.amazon.co.jp")[
                number % 3
            ],
            text=texts[number % len(texts)],
            date=MONDAY,
            **headers[number % len(headers)],
        )
    for number in range(20):
        whole = build_letter(text=texts[number % len(texts)] * 20, date=MONDAY)
        yield (whole[: number * 40], bytes(range(256)) * number, _BOUNCE)[number % 3]


def test_jsonl_gives_one_valid_object_each(tmp_path: Path) -> None:
    """500 mixed messages give 500 objects that keep the contract, in order, without network."""
    for number, raw in enumerate(_mixed()):
        (tmp_path / f"{number:03}.eml").write_bytes(raw)
    done = explain("--jsonl", str(tmp_path))
    assert 0 == done.returncode, done.stderr
    objects = [json.loads(line) for line in done.stdout.splitlines()]

    assert [str(tmp_path / f"{number:03}.eml") for number in range(500)] == [
        said["file"] for said in objects
    ]
    for said in objects:
        check_contract(said)
    assert any(said["acknowledge"]["send"] for said in objects)


_NOTICE = build_letter(
    text="Return requested. Return reason: Wrong item was sent",
    subject="Return Requested for order 302-1234567-1234567",
    date=MONDAY,
).replace(
    b'"Jana - Amazon Marketplace" <abcdef12345678@marketplace.amazon.de>', b"donotreply@amazon.com"
)


@pytest.mark.parametrize(
    ("raw", "words", "kind"),
    [
        (_BOUNCE, (), "bounce"),
        (build_letter(domain="mail.example", List_Id="<weekly.example>", date=MONDAY), (), "list"),
        (build_letter(Auto_Submitted="auto-replied (vacation)", date=MONDAY), (), "auto-reply"),
        (
            build_letter(buyer="seller", domain="shop.example", date=MONDAY),
            ("--own", "seller@shop.example"),
            "own",
        ),
        (_NOTICE, (), "notice"),
    ],
    ids=["bounce", "list", "out-of-office", "own", "notice"],
)
def test_machines_are_not_answered(
    tmp_path: Path, raw: bytes, words: tuple[str, ...], kind: str
) -> None:
    """A bounce, a list, an out-of-office, our own mail and a notice each say why not."""
    said = explain_one(tmp_path, raw, *words)

    check_contract(said)
    assert kind == said["kind"]
    assert (False, kind) == (said["acknowledge"]["send"], said["acknowledge"]["reason"])


def test_buyer_is_answered_with_a_true_promise(tmp_path: Path) -> None:
    """A buyer's letter on Monday morning is answered in its language with a time that day."""
    said = explain_one(tmp_path, build_letter(date=MONDAY))

    check_contract(said)
    answer = said["acknowledge"]
    assert ("buyer", "relay address", "de", "amazon.de") == (
        *(said["kind"], said["kind_reason"], said["language"], said["marketplace"]),
    )
    assert "late-delivery" == said["tags"][0]["tag"]
    assert True is answer["send"]
    assert "abcdef12345678@marketplace.amazon.de" == answer["to"]
    # Monday 11:00 in Berlin and eight open hours: Tuesday 10:00.
    assert "2026-11-17T09:00:00Z" == answer["promised_by"]
    assert "302-1234567-1234567" in answer["body"]
    assert "10:00" in answer["body"]


def test_now_is_the_clock(tmp_path: Path) -> None:
    """--now decides the promise instead of the letter's own date."""
    said = explain_one(tmp_path, build_letter(date=MONDAY), "--now", "2026-11-28T12:00:00Z")

    # Saturday noon: eight open hours on Monday, 9 to 17 in Berlin.
    assert "2026-11-30T16:00:00Z" == said["acknowledge"]["promised_by"]


def test_missing_file_is_a_sentence(tmp_path: Path) -> None:
    """A file that is not there is told with exit code 66; in a list it still gives an object."""
    absent = str(tmp_path / "absent.eml")
    one, many = (call("explain", form, absent) for form in ("--json", "--jsonl"))

    assert (66, "") == (one.returncode, one.stdout)
    assert "no such file" in one.stderr
    assert 66 == many.returncode
    check_contract(json.loads(many.stdout))


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\0" * 100, bytes(range(256)) * 20])
def test_what_is_no_message_is_a_sentence(tmp_path: Path, raw: bytes) -> None:
    """A person is told so with 65 and sees no verdict; a program has its object all the same."""
    path = tmp_path / "letter.eml"
    path.write_bytes(raw)
    seen, one, many = (call("explain", *form, path) for form in ([], ["--json"], ["--jsonl"]))

    assert (65, "") == (seen.returncode, seen.stdout)
    assert (65, 0) == (one.returncode, many.returncode)
    for done in (seen, one, many):
        assert f"{path}: is no message: it has neither header nor words" in done.stderr
    for done in (one, many):
        check_contract(json.loads(done.stdout))


def test_words_without_a_header_are_a_message(tmp_path: Path) -> None:
    """Whoever asks what words would come to needs no mail for it."""
    said = explain_one(tmp_path, "Où est mon colis ?\n".encode())

    assert ("fr", "late-delivery") == (said["language"], said["tags"][0]["tag"])


def test_text_form_shows_reasons(tmp_path: Path) -> None:
    """Without --json a person sees kind, tags with their sources and the acknowledgement."""
    path = tmp_path / "letter.eml"
    path.write_bytes(build_letter(date=MONDAY))
    done = call("explain", path)

    assert 0 == done.returncode, done.stderr
    for words in ("relay address", "late-delivery", "rule:", "Bestellung"):
        assert words in done.stdout


def test_standard_input_is_a_message() -> None:
    """A dash reads the message that is piped in."""
    letter = build_letter(to="shop@example.com", buyer="abc123")
    done = subprocess.run(
        [sys.executable, "-m", "daemon", "explain", "--json", "-"],
        input=letter,
        capture_output=True,
        check=True,
    )

    assert "buyer" == json.loads(done.stdout)["kind"]


def test_what_is_no_address_is_not_taken_for_ours(tmp_path: Path) -> None:
    """Nothing would come from it, and the letter would be judged as if all were said."""
    letter = tmp_path / "letter.eml"
    letter.write_bytes(build_letter(to="a@b.example", buyer="abc"))
    for wrong in ("foo", "@b.example", "a b@c.example"):
        done = call("explain", "--own", wrong, letter)

        assert 64 == done.returncode
        assert f"'{wrong}' is no address; write it as in sales@shop.example" in done.stderr
