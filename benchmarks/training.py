"""Training: how long a model takes to learn from so many letters, on all cores.

The corpus is brought to the number that is asked for: a letter too many is left out, one too few
is made of the larger part of one and the beginning of another, so that words are spread as in real
ones. Wall time depends on who else uses the machine, so the processor seconds of all processes
stand beside it, and scikit-learn's own fit of one tag in this process.
Usage: make bench-training; LETTERS=2000.
"""

import os
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from joblib.externals.loky import get_reusable_executor
from sklearn.svm import LinearSVC

from classifier.corpus import Example, read_corpus
from classifier.dressing import dressed
from classifier.lessons import prepare
from classifier.lexicon import read_lexicon
from classifier.machines import FREEDOM
from classifier.teaching import read_teaching
from classifier.train import LEXICON, fit
from daemon import assets

_LETTERS: Final = int(os.environ.get("LETTERS", "10000"))
_TAG: Final = "refund"


def main() -> None:
    """Train once, and print what it took."""
    examples = read_letters(_LETTERS)
    began, spent = time.perf_counter(), _spent()
    taught, rulebooks = read_teaching(assets.rulebooks(), len(examples))
    lexicon = read_lexicon(LEXICON)
    model = fit(examples, taught, rulebooks=rulebooks, lexicon=lexicon)
    get_reusable_executor().shutdown(wait=True)
    wall, processor = time.perf_counter() - began, _spent() - spent
    lessons = prepare([*examples, *dressed(examples)], taught, lexicon)
    before = time.process_time()
    LinearSVC(C=FREEDOM, tol=1.0, random_state=0).fit(
        lessons.matrix, lessons.truth(_TAG), sample_weight=lessons.weights
    )
    alone = time.process_time() - before
    rows, columns = lessons.matrix.shape
    print(f"letters, fragments        {len(examples)}, {len(taught)}; {os.cpu_count()} cores")
    print(f"rows, features, values    {rows}, {columns}, {lessons.matrix.nnz}")
    print(f"training, {len(model.tags)} tags         {wall:9.1f} s")
    print(f"processor seconds         {processor:9.1f}")
    print(f"one tag by scikit-learn   {alone:9.2f} s, all of it {processor / alone:.0f} times that")


def read_letters(number: int) -> list[Example]:
    """Return so many letters of all languages."""
    known: Sequence[Example] = read_corpus(assets.corpus())
    step = max(1.0, len(known) / number)
    chosen = [known[int(at * step)] for at in range(min(number, len(known)))]
    for at in range(number - len(chosen)):
        first, second = known[at % len(known)], known[at * 7 % len(known)]
        words = first.text[len(first.text) // 3 :] + " " + second.text[: len(second.text) // 3]
        chosen.append(replace(first, id=f"{first.id}-{at}", text=words))
    return chosen


def _spent() -> float:
    """Return the processor seconds of this process and of those that have ended."""
    every = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in every)


if __name__ == "__main__":
    main()
