"""The registry: names, promotion, the way back, and what it refuses."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.modelfile import ModelFault
from classifier.registry import STARTER, Registry, RegistryFault
from tests.old_models import STARTER as MODEL
from tests.old_models import add, age, alter


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """A registry without models of its own."""
    return Registry(tmp_path / "models", MODEL)


def test_the_starter_model_is_first(registry: Registry) -> None:
    """Before anything was trained the starter model is in use."""
    assert ((STARTER,), STARTER) == (registry.names(), registry.champion)
    assert MODEL == registry.path(STARTER)


def test_promotion_and_the_way_back(registry: Registry) -> None:
    """Each promotion is remembered; going back twice ends at the starter model."""
    names = [add(registry), add(registry, "m1")]
    for name in names:
        registry.promote(name)

    assert ["m1", "m2"] == names
    assert "m2" == registry.champion
    assert ["m1", STARTER] == [registry.roll_back(), registry.roll_back()]
    with pytest.raises(RegistryFault, match="starter is in use, with no model promoted before"):
        registry.roll_back()


def test_an_altered_model_is_not_promoted(registry: Registry) -> None:
    """A model whose bytes were changed keeps out, and the old one stays in use."""
    name = add(registry)
    alter(registry.path(name))
    with pytest.raises(ModelFault):
        registry.promote(name)

    assert STARTER == registry.champion


def test_what_was_measured_against_another_is_refused(registry: Registry) -> None:
    """A challenger of the last champion must be trained again after another one was promoted."""
    first, second = add(registry), add(registry)
    registry.promote(first)

    assert () == Registry(registry.folder, MODEL).refusals(STARTER)
    (said,) = registry.refusals(second)
    assert "measured against starter, not m1" in said


def test_the_starter_model_judges_in_place_of_an_outdated_champion(registry: Registry) -> None:
    """What is trained now is measured against it, and takes the champion's place."""
    name = add(registry)
    registry.promote(name)
    before, judged = registry.judging, add(registry, name)
    for one in (name, judged):
        age(registry.path(one))
    trained = add(registry)

    assert (name, name, STARTER) == (before, registry.champion, registry.judging)
    (said,) = registry.refusals(judged)
    assert "of another version of triaged: train again" in said
    assert () == registry.refusals(trained)
    registry.promote(trained)
    assert trained == registry.judging


@pytest.mark.parametrize("spoil", [age, alter])
def test_the_way_back_leads_to_no_model_that_cannot_judge(
    registry: Registry, spoil: Callable[[Path], None]
) -> None:
    """An outdated or altered model is not taken back; the starter model can be promoted."""
    for champion in (STARTER, "m1"):
        registry.promote(add(registry, champion))
    spoil(registry.path("m1"))
    with pytest.raises(RegistryFault, match=r"m1 cannot be used again: .*triaged promote starter"):
        registry.roll_back()

    assert ("m2", ()) == (registry.champion, registry.refusals(STARTER))
    registry.promote(STARTER)
    assert STARTER == registry.champion


def test_a_champion_that_was_altered_is_not_passed_over(registry: Registry) -> None:
    """Only another version's model gives way to the starter model by itself."""
    name = add(registry)
    registry.promote(name)
    alter(registry.path(name))

    assert name == registry.judging


def test_what_is_in_use_is_not_promoted_again(registry: Registry) -> None:
    """Said as it is, not as a matter of what it was measured against."""
    name = add(registry)
    before = registry.refusals(STARTER)
    registry.promote(name)

    assert ("starter is in use already",) == before
    assert ("m1 is in use already",) == registry.refusals(name)


def test_a_champion_that_is_gone_is_told_with_the_way_back(registry: Registry) -> None:
    """Its folder was removed; the model before it is there."""
    name = add(registry)
    registry.promote(name)
    shutil.rmtree(registry.path(name))
    with pytest.raises(RegistryFault, match=r"no model 'm1'; .*: triaged rollback"):
        registry.path(name)

    assert STARTER == registry.roll_back()


def test_unknown_names_are_told(registry: Registry) -> None:
    """A name that is not there is refused with those that are."""
    with pytest.raises(RegistryFault, match="there are starter"):
        registry.path("m7")


def test_a_broken_list_of_champions_is_told(registry: Registry) -> None:
    """A file that is no list is named with its remedy."""
    registry.folder.mkdir()
    (registry.folder / "champions.json").write_text("nonsense")
    with pytest.raises(RegistryFault, match="remove it to go back"):
        registry.champions()


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_broken_manifest_is_told(registry: Registry, content: str) -> None:
    """A model whose manifest cannot be read is named with the file and what to do."""
    name = add(registry)
    (registry.path(name) / "manifest.json").write_text(content)

    with pytest.raises(RegistryFault, match=r"m1/manifest.json cannot be read .* from a backup"):
        registry.manifest(name)
    with pytest.raises(RegistryFault, match=r"manifest.json cannot be read"):
        registry.refusals(name)
