"""Cores: one kind of work spread over all of them, each in a process of its own.

Results come in the order of the tasks, whatever finished first. Part of training: imports joblib.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, ParamSpec, TypeVar

from joblib import Parallel, cpu_count, delayed

#: Fewer texts than this are through before a process has started.
WORTH_IT: Final = 2000

P = ParamSpec("P")
Result = TypeVar("Result")
Item = TypeVar("Item")


def spread(
    work: Callable[..., Result], tasks: Iterable[tuple[object, ...]], size: int
) -> Iterator[Result]:
    """Yield the result of ``work`` for the arguments of each task.

    Args:
        work: a function of a module; it is called in another process where that pays.
        tasks: its arguments.
        size: how many texts there are in all.
    """
    cores = -1 if size >= WORTH_IT else 1
    side_by_side = Parallel(n_jobs=cores, return_as="generator")
    yield from side_by_side(delayed(undisturbed)(work, *one) for one in tasks)


def undisturbed(work: Callable[..., Result], *arguments: object) -> Result:
    """Return what ``work`` gives, with the garbage collector at rest.

    Tens of thousands of letters stay until the end, and to walk them at every turn takes a tenth
    of the time.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        return work(*arguments)
    finally:
        if resting:
            gc.enable()


def deal(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Return the items in a hand for each core, dealt in turn; no hand is empty.

    Args:
        items: the largest first, so that hands are about as large.
    """
    hands = min(len(items), cpu_count())
    return [items[hand::hands] for hand in range(hands)]
