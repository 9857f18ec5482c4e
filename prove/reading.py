"""Reading never fails: mutated messages from fixed seeds, each read in time and memory.

The forms are the letters of tests/letters/ and the torture of its own tables; a seed chooses a
form and what is broken in it, byte by byte or in its structure. A message that fails is written
to tests/letters/mutants/, where the tests read it from then on.
"""

import random
import re
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cases.values import Letter
from mail.identity import identify
from mail.reading import read
from prove.breaking import broken_build
from prove.record import write_proof

LETTERS: Final = Path(__file__).parents[1] / "tests" / "letters"
MUTANTS: Final = LETTERS / "mutants"

MESSAGES: Final = 20_000
#: On a broken build.
_FEW: Final = 1500
#: Builds with one promise taken out (prove/broken/): the proof must see each.
BROKEN: Final = ("reading-strict-charset", "reading-nul-kept", "reading-subject-in-lines")
#: What one message may take, in seconds of this process.
LIMIT: Final = 1.0
#: What reading them all may add to the process, in MiB.
GROWTH: Final = 200
#: Every so many-th message its own memory is measured, which is slow.
_MEASURED: Final = 40
#: And may be no more than this beside so many times its size, in MiB.
_OWN_MEMORY: Final = 24
_OWN_FACTOR: Final = 40

#: What breaks readers, to be put anywhere.
SPLINTERS: Final = (
    *(b"\r", b"\n", b"\r\n\r\n", b"\0", b"--b1", b"--", b"=?utf-8?B?", b"?=", b"=", b"=\r\n"),
    *(b"\xff\xfe", b"\xfe\xff\0", b"\x1b$B", b"\x1b(B", b"~{", b"+ADw-", b"\x80" * 40),
    *(b"<", b"<div>" * 300, b"</", b"<!--", b"&#x110000;", b"<pre>", b"<![CDATA["),
    b"<table>" * 80,
    *(b"(" * 500, b'"', b"\\", b"<>", b"@", b"> " * 200, b"-- \n", b"________________\n"),
    *(b"From: \n", b"On 1.1.2026 10:00 X <a@b.c> wrote:\n", b"-----Original Message-----\n"),
    *(b"begin 644 a\n", b"-----BEGIN PGP SIGNED MESSAGE-----\n", b"\x78\x9f\x3e\x22\xff"),
    b"A" * 5000, b"302-1234567-1234567" * 50, b"http://" + b"a." * 400,
)  # fmt: skip
CHARSETS: Final = (
    b"utf-8", b"us-ascii", b"utf-7", b"utf-16", b"utf-32", b"iso-2022-jp", b"iso-2022-kr", b"hz",
    b"gb18030", b"big5", b"koi8-r", b"cp932", b"idna", b"punycode", b"undefined", b"rot13", b"\xff",
    b"unicode-escape", b"base64", b"zlib", b"", b"x" * 300,
)  # fmt: skip
ENCODINGS: Final = (b"base64", b"quoted-printable", b"x-uuencode", b"8bit", b"binary", b"zip", b"")
TYPES: Final = (
    b"text/plain", b"text/html", b"text/calendar; method=REPLY", b"text/enriched", b"image/png",
    b"multipart/mixed; boundary=b1", b"multipart/alternative; boundary=b1", b"message/rfc822",
    b"multipart/report; report-type=delivery-status; boundary=b1", b"application/ms-tnef",
    b"application/pkcs7-mime", b"multipart/digest; boundary=b1", b"text", b"/", b"multipart/",
    b"application/rtf",
)  # fmt: skip

Mutation = Callable[[bytes, random.Random], bytes]


def forms() -> list[bytes]:
    """Return the messages that are broken."""
    whole = [path.read_bytes() for path in sorted(LETTERS.glob("*.eml"))]
    rows = (
        re.split(r"(?m)^%% .*\n", path.read_text(encoding="utf-8"))[1:]
        for path in sorted(LETTERS.glob("[mp]*.txt"))
    )
    return [*whole, *(mail.encode() for mails in rows for mail in mails)]


def mutate(seed: int, letters: Sequence[bytes]) -> bytes:
    """Return the message of ``seed``: a letter with one to six things broken."""
    dice = random.Random(seed)  # noqa: S311 - it chooses what to break, nothing secret
    raw = dice.choice(letters)
    for _ in range(dice.randint(1, 6)):
        raw = dice.choice(MUTATIONS)(raw, dice)
    return raw


def _span(raw: bytes, dice: random.Random) -> tuple[int, int]:
    start = dice.randint(0, len(raw))
    return start, min(len(raw), start + dice.randint(0, 400))


def _cut(raw: bytes, dice: random.Random) -> bytes:
    start, end = _span(raw, dice)
    return raw[:start] + raw[end:]


def _double(raw: bytes, dice: random.Random) -> bytes:
    start, end = _span(raw, dice)
    return raw[:end] + raw[start:end] * dice.randint(1, 30) + raw[end:]


def _move(raw: bytes, dice: random.Random) -> bytes:
    start, end = _span(raw, dice)
    rest = raw[:start] + raw[end:]
    place = dice.randint(0, len(rest))
    return rest[:place] + raw[start:end] + rest[place:]


def _flip(raw: bytes, dice: random.Random) -> bytes:
    data = bytearray(raw)
    for _ in range(min(len(data), dice.randint(1, 30))):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def _splinter(raw: bytes, dice: random.Random) -> bytes:
    place = dice.randint(0, len(raw))
    return raw[:place] + dice.choice(SPLINTERS) + raw[place:]


def _truncate(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randint(0, len(raw))]


def _line_ends(raw: bytes, dice: random.Random) -> bytes:
    return raw.replace(b"\n", dice.choice((b"\r\n", b"\r", b"\n\r", b"\n\n", b"\0\n", b" \n", b"")))


def _field(raw: bytes, dice: random.Random) -> bytes:
    """Put a field of MIME before all others, or instead of the one that is there."""
    name, value = dice.choice(
        (
            (b"Content-Type", dice.choice(TYPES)),
            (b"Content-Type", b"text/plain; charset=" + dice.choice(CHARSETS)),
            (b"Content-Type", b"text/html; charset=" + dice.choice(CHARSETS)),
            (b"Content-Transfer-Encoding", dice.choice(ENCODINGS)),
            (b"Subject", b"=?" + dice.choice(CHARSETS) + b"?B?" + b"4pml" * dice.randint(0, 99)),
            (b"Subject", b"=?utf-8?Q?a=0D=0AX-Evil:_1=00?="),
            (b"From", dice.choice(SPLINTERS)),
            (b"Date", dice.choice((b"99 Foo 99999 99:99:99 +9999", b"0", b"\xff", b"1 Jan 0001"))),
        )
    )
    if dice.random() < 1 / 2:
        raw = re.sub(rb"(?mi)^" + name + rb":.*\n", b"", raw)
    return name + b": " + value + b"\n" + raw


def _wrap(raw: bytes, dice: random.Random) -> bytes:
    """Put the message into up to 400 multiparts or messages."""
    for depth in range(dice.choice((1, 2, 3, 20, 400))):
        if dice.random() < 1 / 2:
            raw = b"Content-Type: message/rfc822\n\n" + raw
        else:
            mark = b"w%d" % depth
            raw = b"Content-Type: multipart/mixed; boundary=%s\n\n--%s\n%s" % (mark, mark, raw)
    return raw


def _join(raw: bytes, dice: random.Random) -> bytes:
    cut = dice.randint(0, len(raw))
    return raw[:cut] + b"\n--b1\n" + raw[:cut] + b"\n--b1--\n" + raw[cut:]


MUTATIONS: Final[tuple[Mutation, ...]] = (
    _cut, _double, _move, _flip, _splinter, _splinter, _truncate, _line_ends, _field, _field,
    _wrap, _join,
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What was seen so far."""

    seconds: list[float] = field(default_factory=list)
    #: Seed and what went wrong.
    failures: list[tuple[int, str]] = field(default_factory=list)
    #: The most that one measured message took, in bytes beyond what its size explains.
    memory: int = 0


def examine(raw: bytes) -> str:
    """Read ``raw``; return what is wrong with the letter, "" when nothing is."""
    letter = read(raw)
    if not isinstance(letter, Letter):
        return "no letter"
    if "\n" in letter.subject or "\r" in letter.subject:
        return "a line break in the subject"
    if "\0" in letter.text:
        return "a NUL in the text"
    letter.text.encode("utf-8")
    return "" if len(identify(raw)) == len("0" * 64) else "no identity"


def _try(seed: int, raw: bytes, tally: Tally) -> None:
    measured = seed % _MEASURED == 0
    if measured:
        tracemalloc.start()
    began = time.process_time()
    try:
        told = examine(raw)
    except Exception as fault:  # noqa: BLE001 - any exception at all is what the proof looks for
        told = f"{type(fault).__name__}: {fault}"
    spent = time.process_time() - began
    if measured:
        over = tracemalloc.get_traced_memory()[1] - _OWN_FACTOR * len(raw)
        tracemalloc.stop()
        tally.memory = max(tally.memory, over)
        if over > _OWN_MEMORY * 2**20:
            told = told or f"{over / 2**20:.0f} MiB beyond its size"
    else:
        tally.seconds.append(spent)
        if spent >= LIMIT:
            told = told or f"{spent:.1f} s"
    if told:
        tally.failures.append((seed, told))


def _try_all(seeds: range, letters: Sequence[bytes]) -> Tally:
    # The language model is loaded once; its second is not a letter's.
    read(b"\n\nqwert zuiop asdfg hjkly xcvbn")
    tally = Tally()
    for seed in seeds:
        _try(seed, mutate(seed, letters), tally)
        if seed % 1000 == 0:
            print(f"{seed} of {len(seeds)}", end="\r", file=sys.stderr, flush=True)
    return tally


def main() -> int:
    """Read them all, then show that broken builds turn red; 1 where a promise was broken."""
    letters = forms()
    if "--few" in sys.argv:
        found = _try_all(range(_FEW), letters).failures
        print(f"{len(found)} of {_FEW} failed: {found[0][1]}" if found else "none failed")
        return 1 if found else 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tally = _try_all(range(MESSAGES), letters)
    MUTANTS.mkdir(exist_ok=True)
    for seed, _ in tally.failures:
        (MUTANTS / f"seed-{seed}.eml").write_bytes(mutate(seed, letters))
    growth = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    if growth > GROWTH:
        tally.failures.append((-1, f"the process grew by {growth:.0f} MiB"))
    red = {name: _on_broken(name) for name in BROKEN}
    tally.failures += [(-1, f"green on {name}") for name, told in red.items() if not told]
    spent = sorted(tally.seconds)
    write_proof(
        "reading",
        "Whatever the bytes, a letter is read: no exception, each under a second, memory bounded.",
        {
            "messages": MESSAGES,
            "letters they were made of": len(letters),
            "exceptions and broken promises": len(tally.failures),
            "median ms": round(1000 * spent[len(spent) // 2], 2),
            "99.9 % ms": round(1000 * spent[int(len(spent) * 0.999)], 1),
            "slowest ms": round(1000 * spent[-1], 1),
            "growth of the process MiB": round(growth, 1),
            **{f"broken build: {name}": f"red: {told}" for name, told in red.items()},
            "broken": "; ".join(f"seed {seed}: {told}" for seed, told in tally.failures) or "none",
        },
    )
    for seed, told in tally.failures:
        print(f"seed {seed}: {told}")
    print(f"{MESSAGES} messages, {len(tally.failures)} failures")
    return 1 if tally.failures else 0


def _on_broken(name: str) -> str:
    """Return what the proof says of a broken build, "" where it stays green."""
    with broken_build(name) as code:
        order = [sys.executable, "-m", "prove.reading", "--few"]
        done = subprocess.run(order, cwd=code, check=False, capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 1 else ""


if __name__ == "__main__":
    sys.exit(main())
