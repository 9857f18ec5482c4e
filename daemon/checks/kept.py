"""What is kept and what is known: store, model, templates, rules, and whether somebody works."""

from collections.abc import Iterator
from datetime import datetime

from classifier.corrections import CorrectionFault, read_lines
from daemon.checks import direct
from daemon.checks.finding import Finding, fail, warn, well
from daemon.config.config import Config
from daemon.config.keys import read_keys
from daemon.exits import CommandError
from daemon.forgetting import COPY_KEPT
from daemon.health.health import Health, ask, problems, summarise
from daemon.knowledge import load_knowledge
from daemon.learning.sealing import Seal
from daemon.login import outlook
from daemon.models import find_corrections
from daemon.seal import is_proved
from store.cipher import Keys
from store.encryption_protocol import EncryptionState
from store.open import open_store
from store.protocol import LockedError, StoreError
from store.upgrade_copy import find_copies


def look(config: Config, now: datetime) -> Iterator[Finding]:
    """Yield what is found of store, service and knowledge."""
    yield from _look_at_store(config, now)
    try:
        knowledge = load_knowledge(config, proved=is_proved(config))
    except CommandError as error:
        yield fail("knowledge", str(error), "mend what is named; triaged rules test shows rules")
        return
    if (outdated := knowledge.outdated) is not None:
        yield warn("knowledge", outdated.sentence, outdated.remedy)
    else:
        yield well("knowledge", f"rules and templates are whole; model {knowledge.model.name}")


def _look_at_store(config: Config, now: datetime) -> Iterator[Finding]:
    if not config.is_started:
        yield warn("store", "there is none yet", "triaged run makes it")
        return
    try:
        keys = read_keys(config)
        store = open_store(config.store_url(), config.state_folder / "letters", keys=keys)
    except CommandError as error:
        yield fail("encryption", str(error), "put the key back where it is looked for")
        return
    except LockedError as error:
        yield fail("encryption", str(error), "find the key: nobody can read the store without it")
        return
    except StoreError as error:
        yield fail("store", str(error), "see the sentence")
        return
    try:
        beats = store.read(lambda ledger: ledger.beats())
        blank = Health(now=now, beats=beats, poll=config.poll, logins=outlook.look(config, now))
        health = store.read(lambda ledger: ask(ledger, blank))
        encryption = store.read(lambda ledger: ledger.encryption.state())
        since = now - direct.LATELY
        withheld = store.read(lambda ledger: ledger.vetoes(since))
    except StoreError as error:
        yield fail("store", str(error), "see the sentence")
        return
    finally:
        store.close()
    yield well("store", "opens, with its schema up to date")
    yield from _look_at_copies(config)
    yield _look_at_encryption(encryption, keys)
    yield from _look_at_taught(config, encryption, keys)
    yield direct.judge(config, withheld, since)
    for mailbox, said in health.logins.items():
        yield warn("token", said, "a person must consent again before it ends", mailbox)
    if told := problems(health):
        yield warn("service", "; ".join(told), "see: systemctl status triaged, or its log")
    else:
        yield well("service", summarise(health))


def _look_at_copies(config: Config) -> Iterator[Finding]:
    for copy in () if config.database is None else find_copies(config.database):
        days = min(COPY_KEPT, config.retention).days
        yield well(
            "upgrade-copy",
            f"{copy} holds every letter as it was before an upgrade; the service removes it "
            f"{days} days after it was made",
        )


def _look_at_taught(config: Config, kept: EncryptionState, keys: Keys) -> Iterator[Finding]:
    """Yield where letters that were taught stand under another key than the store, or under none.

    A triaged of before kept them plain, and a kill leaves them as they were.
    """
    path = find_corrections(config)
    try:
        seal = Seal(kept, keys)
        stray = sum(not seal.is_present(line) for line in read_lines(path))
    except (CommandError, CorrectionFault) as error:
        yield fail("taught", str(error), "see the sentence")
        return
    if stray:
        said = f"{path}: letters that were taught and are not kept as the store is: {stray}"
        yield warn("taught", said, f"triaged store {'encrypt' if kept.key else 'decrypt'}")


def _look_at_encryption(kept: EncryptionState, keys: Keys) -> Finding:
    named, encrypt = keys.present, "triaged store encrypt"
    if named is not None and named.id != kept.key:
        under = f"still under key {kept.key}" if kept.key else "plain still"
        return warn("encryption", f"key {named.id} is named, and what is kept is {under}", encrypt)
    if not kept.is_whole and named is None:
        return warn("encryption", "not everything is plain again", "triaged store decrypt")
    if not kept.is_whole or (named is not None and kept.unscrubbed):
        said = f"everything stands under key {kept.key}, and pages of before are in the file still"
        if not kept.is_whole:
            said = f"not everything stands under key {kept.key} yet"
        return warn("encryption", said, encrypt)
    if named is None:
        return well("encryption", "none: letters are kept plain, see docs/howto/encryption.md")
    if keys.before is not None:
        said = f"everything stands under key {kept.key}"
        return warn("encryption", said, "remove store_key_before; backups of before need it")
    return well("encryption", f"everything stands under key {kept.key}")
