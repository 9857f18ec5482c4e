"""Letters a second from a full mailbox to accepted acknowledgements, beside the null pipeline.

The null pipeline fetches and sends with the same libraries and does nothing in between: FETCH 200
at a time in a thread, eight kept connections. Both run in turns on one Dovecot and Postfix's own
smtp-sink; only their ratio is worth comparing, because machines drift. A rate counts only if
cases = acknowledgements = letters. Usage: make bench-end_to_end
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from aiosmtplib import SMTP
from imapclient import IMAPClient

from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.loopback import answers, free_port, is_root, wait_until

_LETTERS: Final = int(os.environ.get("LETTERS", "1000"))
_ROUNDS: Final = 3
_CONNECTIONS: Final = 8


def main() -> None:
    """Print the rates of both and their ratio."""
    with (
        TemporaryDirectory(prefix="triaged-bench-") as folder,
        Dovecot(Path(folder)) as dovecot,
        _sink() as port,
    ):
        seller = dovecot.new_user()
        _fill(dovecot, seller)
        null, ours = [], []
        for number in range(_ROUNDS):
            null.append(_LETTERS / asyncio.run(_null(dovecot, seller, port)))
            ours.append(_ours(dovecot, seller, port, Path(folder) / f"run{number}"))
    ratio = statistics.median(one / other for one, other in zip(ours, null, strict=True))
    print(f"letters          {_LETTERS}, {_ROUNDS} rounds, medians")
    print(f"null pipeline    {statistics.median(null):8.0f} letters/s")
    print(f"triaged          {statistics.median(ours):8.0f} letters/s")
    print(f"of null pipeline {ratio:8.2f}")


async def _null(dovecot: Dovecot, seller: str, port: int) -> float:
    """Return the seconds that fetching and sending alone take."""
    began = time.perf_counter()
    queue: asyncio.Queue[int] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def fetch() -> None:
        with dovecot.session(seller) as client:
            client.select_folder("INBOX", readonly=True)
            uids = client.search()
            for start in range(0, len(uids), 200):
                for uid in client.fetch(uids[start : start + 200], ["BODY.PEEK[]"]):
                    loop.call_soon_threadsafe(queue.put_nowait, uid)

    async def send() -> None:
        async with SMTP(hostname="127.0.0.1", port=port, start_tls=False) as smtp:
            while (uid := await queue.get()) >= 0:
                answer = EmailMessage()
                answer["From"], answer["To"], answer["Subject"] = (
                    seller,
                    "b@buyer.example",
                    str(uid),
                )
                answer.set_content("x" * 900)
                await smtp.send_message(answer)

    senders = [asyncio.create_task(send()) for _ in range(_CONNECTIONS)]
    await asyncio.to_thread(fetch)
    for _ in senders:
        queue.put_nowait(-1)
    await asyncio.gather(*senders)
    return time.perf_counter() - began


def _ours(dovecot: Dovecot, seller: str, port: int, folder: Path) -> float:
    """Return letters a second of ``triaged run --once``, start-up taken off."""
    folder.mkdir()
    installation = Installation(
        folder=folder,
        users=[seller],
        imap_port=dovecot.port,
        smtp_port=port,
        connections=_CONNECTIONS,
        extra="mark = false\n",
    )
    installation.write_config()
    installation.config.write_text(
        installation.config.read_text().replace('level = "debug"', 'level = "warning"')
    )
    installation.seal()
    full = _timed(installation)
    counts = installation.counts()
    found = (sum(counts.cases.values()), counts.acks.get("sent", 0))
    if found != (_LETTERS, _LETTERS):
        sys.exit(f"the run does not count: {found} cases and acknowledgements")
    return _LETTERS / (full - _timed(installation))


def _timed(installation: Installation) -> float:
    began = time.perf_counter()
    installation.run("run", "--once")
    return time.perf_counter() - began


def _fill(dovecot: Dovecot, seller: str) -> None:
    with IMAPClient("127.0.0.1", dovecot.port, ssl=False) as client:
        client.login(seller, PASSWORD)
        for number in range(_LETTERS):
            client.append(
                "INBOX",
                build_letter(
                    to=seller,
                    buyer=f"bench{number:09}",
                    order=f"302-{number:07}-1234567",
                    message_id=f"<bench-{number}@relay.example>",
                ),
            )


@contextmanager
def _sink() -> Iterator[int]:
    port = free_port()
    # It announces AUTH and has none (-a); as root it insists on another user.
    user = ("-u", "nobody") if is_root() else ()
    process = subprocess.Popen(
        ["/usr/sbin/smtp-sink", "-a", *user, f"127.0.0.1:{port}", "100"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: answers(port, b"220"), "smtp-sink did not start")
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
