"""An upgrade that the operator's own model does not outlive: everything goes on, and says so."""

import asyncio
import json
from pathlib import Path

import pytest
import structlog

from daemon.config.reading import load_config
from daemon.knowledge import load_knowledge
from daemon.succession import Succession
from tests.installation import Installation
from tests.letters_builder import build_letter
from tests.old_models import STARTER, add, alter, upgrade
from tests.servers.dovecot import Dovecot
from tests.servers.loopback import wait_until

SAID = (
    "model m1 is of another version of triaged, and the starter model judges in its place; "
    "run: triaged train, then triaged promote"
)


def test_commands_go_on_with_the_starter_model(idle: Installation, tmp_path: Path) -> None:
    """They judge, and say beside what they print that the own model is not used."""
    idle.seal()
    registry = upgrade(idle)
    letter = tmp_path / "letter.eml"
    letter.write_bytes(build_letter(to=idle.users[0], buyer="abc"))
    explained, checked = idle.call("explain", "--json", str(letter)), idle.call("check-config")
    looked = json.loads(idle.call("doctor", "--json").stdout)

    assert (0, f"triaged: {SAID}\n") == (explained.returncode, explained.stderr)
    assert "model" in {by for tag in json.loads(explained.stdout)["tags"] for by in tag["by"]}
    assert (0, f"triaged: {SAID}\n") == (checked.returncode, checked.stderr)
    assert checked.stdout.endswith(": ok\n")
    (found,) = (one for one in looked if one["check"] == "knowledge")
    assert "warn" == found["state"]
    assert SAID == f"{found['sentence']}; run: {found['remedy']}"

    alter(registry.path("m1"))
    refused = idle.call("check-config")
    assert (78, "") == (refused.returncode, refused.stdout)
    assert "was altered" in refused.stderr


def test_the_registry_shows_and_refuses_outdated_models(idle: Installation) -> None:
    """Nothing leads back to one; what is trained now takes its place."""
    registry = upgrade(idle)
    shown = json.loads(idle.call("models", "--json").stdout)
    assert [("starter", True, False), ("m1", False, True)] == [
        (one["name"], one["in_use"], one["outdated"]) for one in shown
    ]
    drawn = idle.call("models")
    assert ("outdated" in drawn.stdout, f"triaged: {SAID}\n") == (True, drawn.stderr)
    compared = idle.call("compare", "--json")
    assert 1 == compared.returncode, compared.stderr
    assert ["it is of another version of triaged: train again with this one"] == json.loads(
        compared.stdout
    )["refusals"]

    add(registry)
    promoted, back = idle.call("promote"), idle.call("rollback")
    assert (0, "m2 is in use; back with: triaged rollback\n") == (
        promoted.returncode,
        promoted.stdout,
    )
    assert (1, "") == (back.returncode, back.stdout)
    assert "m1 cannot be used again" in back.stderr
    assert "triaged promote starter" in back.stderr
    assert "m2" == registry.champion


def test_a_model_that_the_configuration_names_gives_way_too(idle: Installation) -> None:
    """It is trained again where it lies."""
    folder = upgrade(idle).path("m1")
    idle.extra = f'model = "{folder}"\n'
    idle.write_config()
    idle.seal()
    checked = idle.call("check-config")

    assert 0 == checked.returncode, checked.stderr
    assert f"triaged train --out {folder}, then reload" in checked.stderr


@pytest.mark.parametrize("promoted", ["m2", "starter"])
def test_the_next_promotion_ends_it(
    idle: Installation, promoted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until then nothing is tried or said again; a reload says nothing new either."""
    registry, config = upgrade(idle), load_config(idle.config)
    log = structlog.testing.CapturingLogger()
    monkeypatch.setattr("daemon.succession.log", log)
    succession = Succession(config, load_knowledge(config, proved=True))
    asyncio.run(succession.follow())
    succession.take(config, load_knowledge(config, proved=True))
    asyncio.run(succession.follow())
    before = succession.knowledge
    add(registry)
    registry.promote(promoted)
    asyncio.run(succession.follow())

    assert STARTER.samefile(before.model)
    assert SAID == str(before.outdated)
    assert registry.path(promoted).samefile(succession.knowledge.model)
    assert succession.knowledge.outdated is None
    assert ["model.outdated", "model.changed"] == [call.args[0] for call in log.calls]


def test_the_service_starts_and_answers(live: Installation, dovecot: Dovecot) -> None:
    """It says once that it judges by the starter model, until another one is promoted."""
    buyer = dovecot.new_user("buyer").replace("shop.example", "marketplace.amazon.de")
    registry, (seller,) = upgrade(live), live.users
    dovecot.append(seller, build_letter(to=seller, buyer=buyer.partition("@")[0]))
    live.start()
    wait_until(lambda: '"service.started"' in live.log.read_text(), "it did not start")
    live.wait_until_settled(1)
    status = json.loads(live.run("status", "--json").stdout)
    wait_until(lambda: '"model-outdated"' in live.log.read_text(), "no alarm was raised")

    assert [SAID] == status["remarks"]
    assert 1 == live.log.read_text().count('"model.outdated"')
    assert 1 == live.counts().acks["sent"]

    add(registry)
    promoted = live.run("promote")
    assert 0 == promoted.returncode, promoted.stderr
    wait_until(lambda: '"model.changed"' in live.log.read_text(), "the model was not exchanged")
    assert [] == json.loads(live.run("status", "--json").stdout)["remarks"]
    assert 0 == live.stop()
