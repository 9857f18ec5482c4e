"""How far a training is: a bar on a terminal, elsewhere a line a step, so that minutes are seen."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def show_progress(letters: int, steps: int) -> Iterator[Callable[[], None]]:
    """Lend what is called after every step.

    Args:
        letters: how many letters are trained on; told first, on standard error as all of it.
        steps: how many steps there are.
    """
    console = Console(stderr=True)
    done = 0
    if not console.is_terminal:
        print(f"training on {letters} letters takes some minutes", file=sys.stderr, flush=True)  # noqa: T201 - a command

    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("training", total=steps)

        def advance() -> None:
            nonlocal done
            done += 1
            progress.advance(task)
            if not console.is_terminal:
                print(f"training: step {done} of {steps}", file=sys.stderr, flush=True)  # noqa: T201 - a command

        yield advance
