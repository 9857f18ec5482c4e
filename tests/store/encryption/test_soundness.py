"""A service looks through what is encrypted, and everybody hears what does not open any more."""

from collections.abc import Callable
from datetime import timedelta

from daemon.health.health import Health, ask, remarks
from daemon.health.metrics import write_metrics
from daemon.health.observation import Observation
from daemon.health.soundness import Soundness
from store.cipher import Keys
from store.encryption_protocol import Damage
from store.protocol import Store
from store.writer import Writer
from tests.store.builders import ALIAS, DAY, NOW
from tests.store.encryption.vault import ONE, damage, fill

MINUTE = timedelta(minutes=1)


class Looking:
    """A look through a store, with a clock that is set."""

    def __init__(self, store: Store) -> None:
        self.now = NOW
        self.store = store
        self._writer = Writer(store)
        self._soundness = Soundness(self._writer, "main", lambda: self.now)

    async def go_on(self, times: int = 20) -> None:
        """Look so many times."""
        for _ in range(times):
            await self._soundness.look()

    def health(self) -> Health:
        """Return what the store says by now."""
        blank = Health(now=self.now, beats=(), poll=MINUTE)
        return self.store.read(lambda ledger: ask(ledger, blank))

    async def close(self) -> None:
        """Close the writer."""
        await self._writer.close()


async def test_damaged_words_are_told_once_a_day(opened: Callable[[Keys], Store], url: str) -> None:
    """By status and figures, with their places; and no more once they are mended."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    looking = Looking(store)
    await looking.go_on()
    whole = looking.health()
    damage(url, "cases.subject", case)
    await looking.go_on()
    same_day = looking.health()
    looking.now += DAY + MINUTE
    await looking.go_on()
    told = looking.health()
    store.write(lambda ledger: ledger.erase(ALIAS, str, "test", NOW))
    looking.now += DAY + MINUTE
    await looking.go_on()
    await looking.close()

    assert (Damage(), Damage()) == (whole.damage, same_day.damage)
    sentence = f"1 encrypted word of the store was altered or damaged (cases {case}: subject)"
    assert (sentence,) == remarks(told)
    assert b"triaged_words_damaged 1.0" in write_metrics(Observation(worker="main", health=told))
    assert Damage() == looking.health().damage


async def test_a_plain_store_is_not_looked_through(opened: Callable[[Keys], Store]) -> None:
    """Nothing in it can fail to open; and what an encrypted one had said is taken back."""
    store = opened(Keys())
    fill(store)
    store.write(lambda ledger: ledger.encryption.keep_damage(Damage(count=1), "test", NOW))
    looking = Looking(store)
    await looking.go_on(1)
    await looking.close()

    assert Damage() == looking.health().damage
