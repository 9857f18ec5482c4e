"""``triaged status``: how the service is, as its workers wrote it into the store."""

import argparse
import json
from collections import Counter
from dataclasses import asdict

from daemon import clock
from daemon.commands.options import add_config, find_config
from daemon.commands.stores import lend_store
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.health.health import Health, ask, problems, remarks, summarise
from daemon.login import outlook
from daemon.moments import iso
from store.values import Counts

EXAMPLES = """\
  triaged status
  triaged status --json"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("--json", action="store_true", help="one object")


def run(given: argparse.Namespace) -> int:
    """Print how the service is; 1 where something keeps it from its work."""
    config = load_config(find_config(given))
    if not config.is_started:
        raise CommandError(
            f"there is no store at {config.database} yet; start one with: triaged run", Exit.FAILED
        )
    now, known = clock.now(), tuple(config.mailboxes)
    with lend_store(config) as store:
        beats = store.read(lambda ledger: ledger.beats())
        blank = Health(
            now=now,
            beats=beats,
            poll=config.poll,
            logins=outlook.look(config, now),
            outdated=_find_outdated(config),
        )
        health, counts, stranded = store.read(
            lambda ledger: (
                ask(ledger, blank),
                ledger.counts(),
                Counter(ledger.stranded(known)) + Counter(ledger.replies.stranded(known)),
            )
        )
    told = (
        *problems(health),
        *(
            f"{mailbox}: {number} acknowledgements or replies are due, and the configuration names "
            "no such mailbox"
            for mailbox, number in stranded.items()
        ),
    )
    if given.json:
        print(json.dumps(_object(health, told, counts), ensure_ascii=False, indent=2))
    else:
        further = (*told, *remarks(health))[1:]
        print("\n".join([summarise(health), *(f"  {sentence}" for sentence in further)]))
    return Exit.FAILED if told else Exit.OK


def _find_outdated(config: Config) -> str:
    from daemon.models import find_judging

    try:
        _, outdated = find_judging(config)
    except CommandError:
        # The service itself judges on by what it has; triaged doctor names this fault.
        return ""
    return str(outdated) if outdated else ""


def _object(health: Health, told: tuple[str, ...], counts: Counts) -> dict[str, object]:
    return {
        "mode": health.mode,
        "waiting": health.waiting.cases,
        "overdue": health.waiting.overdue,
        "ready": not told,
        "problems": list(told),
        "remarks": list(remarks(health)),
        "words_damaged": health.damage.count,
        "acknowledgements": counts.acks,
        "replies": counts.replies,
        "mailboxes": [
            asdict(beat)
            | {name: iso(getattr(beat, name)) for name in ("at", "read_at", "sent_read_at")}
            for beat in health.beats
        ],
    }
