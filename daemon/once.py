"""``triaged run --once``: read, file and send what is there now, then end.

A mailbox that cannot be reached is told and costs no other one anything (P12). SIGTERM ends it
early; what is on its way is settled before.
"""

import asyncio

from daemon.imap.inbox import InboxError
from daemon.imap.poll import Watch
from daemon.parts import GRACE, Parts, Work
from daemon.sending.holds import LOOK_EVERY


async def run_once(parts: Parts) -> list[str]:
    """Do what is there; return a sentence for each mailbox that failed, which names it."""
    told = asyncio.Event()
    parts.begin(told.set)
    doing = asyncio.ensure_future(_do(parts))
    telling = asyncio.ensure_future(told.wait())
    try:
        await asyncio.wait({doing, telling}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            parts.stop_sending()
            await asyncio.wait({doing}, timeout=GRACE)
        return doing.result() if doing.done() else []
    finally:
        for task in (doing, telling):
            task.cancel()
        await asyncio.wait({doing, telling}, timeout=1)
        await parts.close()


async def _do(parts: Parts) -> list[str]:
    await parts.recover(parts.config.worker)
    failed: dict[Watch, str] = {}
    for watches in (parts.inboxes, parts.sents):
        failed |= await _visit({watch: watch.once for watch in watches})
        await parts.clerk.drain()
    await parts.holds.look()
    await parts.learn()
    looking = asyncio.ensure_future(_keep_looking(parts))
    try:
        await asyncio.gather(*(one.drain() for one in parts.dispatchers.values()))
    finally:
        looking.cancel()
    await asyncio.gather(*(copies.flush() for copies in parts.copies.values()))
    down = {watch.mailbox for watch in failed}
    reached = [watch for watch in parts.inboxes if watch.mailbox not in down]
    failed |= await _visit({watch: watch.mark_once for watch in reached})
    resting = [f"{name}: {one.problem}" for name, one in parts.dispatchers.items() if one.problem]
    return [*failed.values(), *resting]


async def _keep_looking(parts: Parts) -> None:
    while True:
        await asyncio.sleep(LOOK_EVERY.total_seconds())
        await parts.holds.look()


async def _visit(works: dict[Watch, Work]) -> dict[Watch, str]:
    """Do all of it side by side; return a sentence for each that failed."""
    ended = await asyncio.gather(*(work() for work in works.values()), return_exceptions=True)
    failed = {}
    for watch, end in zip(works, ended, strict=True):
        if isinstance(end, InboxError):
            failed[watch] = f"{watch.mailbox}: {end}"
        elif isinstance(end, BaseException):
            raise end
    return failed
