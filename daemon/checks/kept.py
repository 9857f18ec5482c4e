"""What is kept and what is known: store, model, templates, rules, and whether somebody works."""

from collections.abc import Iterator
from datetime import datetime

from daemon.checks.finding import Finding, fail, warn, well
from daemon.config.config import Config
from daemon.exits import CommandError
from daemon.health.health import Health, ask, problems, summarise
from daemon.knowledge import load_knowledge
from daemon.login import outlook
from daemon.seal import is_proved
from store.open import open_store
from store.protocol import StoreError


def look(config: Config, now: datetime) -> Iterator[Finding]:
    """Yield what is found of store, service and knowledge."""
    yield from _look_at_store(config, now)
    try:
        knowledge = load_knowledge(config, proved=is_proved(config))
    except CommandError as error:
        yield fail("knowledge", str(error), "mend what is named; triaged rules test shows rules")
    else:
        yield well("knowledge", f"rules and templates are whole; model {knowledge.model.name}")


def _look_at_store(config: Config, now: datetime) -> Iterator[Finding]:
    if not config.is_started:
        yield warn("store", "there is none yet", "triaged run makes it")
        return
    try:
        store = open_store(config.store_url(), config.state_folder / "letters")
    except StoreError as error:
        yield fail("store", str(error), "see the sentence")
        return
    try:
        beats = store.read(lambda ledger: ledger.beats())
        blank = Health(now=now, beats=beats, poll=config.poll, logins=outlook.look(config, now))
        health = store.read(lambda ledger: ask(ledger, blank))
    except StoreError as error:
        yield fail("store", str(error), "see the sentence")
        return
    finally:
        store.close()
    yield well("store", "opens, with its schema up to date")
    for mailbox, said in health.logins.items():
        yield warn("token", said, "a person must consent again before it ends", mailbox)
    if told := problems(health):
        yield warn("service", "; ".join(told), "see: systemctl status triaged, or its log")
    else:
        yield well("service", summarise(health))
