"""A model as another version of triaged would have left it: whole, unaltered, and not for us."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

from classifier.modelfile import ARRAYS, FACTS, FORMAT
from classifier.registry import Registry
from tests.installation import CHECKOUT, Installation

STARTER = CHECKOUT / "models" / "starter"


def reseal(folder: Path, change: Callable[[dict[str, object]], object], arrays: bytes) -> None:
    """Put other content under checksums that are right, as another version would."""
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    facts.pop("seal")
    change(facts)
    facts["sha256"] = {ARRAYS: hashlib.sha256(arrays).hexdigest()}
    seal = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
    (folder / ARRAYS).write_bytes(arrays)
    (folder / FACTS).write_text(json.dumps({**facts, "seal": seal}), encoding="utf-8")


def age(folder: Path) -> None:
    """Make the model in ``folder`` one of the format before ours."""
    reseal(folder, lambda facts: facts.update(format=FORMAT - 1), (folder / ARRAYS).read_bytes())


def alter(folder: Path) -> None:
    """Change one bit of the model in ``folder``."""
    raw = bytearray((folder / ARRAYS).read_bytes())
    raw[-1] ^= 1
    (folder / ARRAYS).write_bytes(raw)


def add(registry: Registry, champion: str = "starter", **manifest: object) -> str:
    """Register a copy of the starter model as if it had been trained and passed the gate."""
    draft = registry.folder / "draft"
    shutil.copytree(STARTER, draft)
    said = {"trained": "now", "champion": champion, "refusals": [], **manifest}
    return registry.add(draft, said)


def upgrade(installation: Installation) -> Registry:
    """Promote a model of its own, m1, and let triaged be upgraded to another format."""
    registry = Registry(installation.state / "models", STARTER)
    name = add(registry)
    registry.promote(name)
    age(registry.path(name))
    return registry
