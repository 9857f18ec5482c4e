"""The wheel holds everything, brings no name of another distribution, and runs from anywhere."""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SETUPTOOLS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["setuptools"]
TOP_LEVEL = {name for name in SETUPTOOLS["packages"] if "." not in name}
#: What tools and runs leave in a checkout.
LITTER = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "build", "*.egg-info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """triaged, installed from its wheel into an environment of its own."""

    folder: Path
    wheel: Path

    def run(self, *words: str) -> str:
        """Run a program of the environment far from the checkout and return what it prints."""
        program, *rest = words
        run = subprocess.run(
            [self.folder / "bin" / program, *rest],
            cwd=self.folder,
            env={"PATH": os.defpath, "HOME": str(self.folder), "LANG": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    def ask(self, code: str) -> object:
        """Run Python code that prints one JSON value and return that value."""
        return json.loads(self.run("python", "-I", "-c", f"import json; {code}"))


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Build the wheel from a copy of the checkout and install it, without any network.

    The dependencies come from the environment of the tests by a path file.
    """
    base = tmp_path_factory.mktemp("packaging")
    shutil.copytree(CHECKOUT, base / "checkout", ignore=LITTER)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    offline = ["--no-index", "--no-deps"]
    subprocess.run(
        [*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", base, base / "checkout"],
        check=True,
    )
    (wheel,) = base.glob("*.whl")
    folder = base / "environment"
    venv.create(folder, symlinks=True)
    subprocess.run(
        [*pip, "--python", folder / "bin" / "python", "install", *offline, wheel], check=True
    )
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    shutil.rmtree(base / "checkout")
    return Installation(folder=folder, wheel=wheel)


def test_every_package_is_listed() -> None:
    """A folder with modules that pyproject.toml does not list would not be in the wheel."""
    found = {
        ".".join(module.parent.relative_to(CHECKOUT).parts)
        for name in TOP_LEVEL
        for module in (CHECKOUT / name).rglob("*.py")
    }

    assert found == set(SETUPTOOLS["packages"])


def test_every_file_is_in_the_wheel(installation: Installation) -> None:
    """Modules, rulebooks, templates, letters, model, corpus, configuration: all travel."""
    wheel = zipfile.ZipFile(installation.wheel)
    travelling = {name.rpartition(".data/data/")[2] for name in wheel.namelist()}
    as_data = {
        file.relative_to(CHECKOUT): f"{target}/{file.name}"
        for target, patterns in SETUPTOOLS["data-files"].items()
        for pattern in patterns
        for file in CHECKOUT.glob(pattern)
    }
    ours = {
        path.relative_to(CHECKOUT)
        for name in (*TOP_LEVEL, "models", "config.toml")
        for path in ((CHECKOUT / name), *(CHECKOUT / name).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert set() == {as_data.get(path, str(path)) for path in ours} - travelling


def test_nothing_else_is_importable(installation: Installation) -> None:
    """Tests, proofs and benchmarks stay in the checkout."""
    names = {name.partition("/")[0] for name in zipfile.ZipFile(installation.wheel).namelist()}
    metadata = {name for name in names if name.startswith("triaged-")}

    assert TOP_LEVEL == names - metadata


def test_the_top_level_names_are_ours_alone(installation: Installation) -> None:
    """No other distribution of the environment owns a package of ours, or a part of one."""
    owners = installation.ask(
        "from importlib.metadata import packages_distributions as owners;"
        f"print(json.dumps({{name: sorted(set(owners()[name])) for name in {sorted(TOP_LEVEL)}}}))"
    )

    assert {name: ["triaged"] for name in TOP_LEVEL} == owners


@pytest.mark.parametrize(
    "asset",
    ["starter_model", "corpus", "demo_letters", "sample_config", "rulebooks", "templates"],
)
def test_what_travels_is_found(installation: Installation, asset: str) -> None:
    """Every asset is there, inside the installation and not in a checkout."""
    place = installation.ask(
        "from daemon import assets;"
        f"place = assets.{asset}();"
        "print(json.dumps([str(place), place.exists()]))"
    )

    assert isinstance(place, list)
    assert (True, True) == (Path(place[0]).is_relative_to(installation.folder), place[1])


def test_the_command_helps(installation: Installation) -> None:
    """``triaged --help`` names the commands, and the version is the distribution's."""
    assert "explain" in installation.run("triaged", "--help")
    assert f"triaged {installation.wheel.name.split('-')[1]}\n" == installation.run(
        "triaged", "--version"
    )


def test_every_dependency_has_its_reason() -> None:
    """What pyproject.toml asks for stands in the decision that says why."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    wanted = [
        *settings["project"]["dependencies"],
        *itertools.chain(*settings["project"]["optional-dependencies"].values()),
        *(line for group in settings["dependency-groups"].values() for line in group),
    ]
    names = {re.split(r"[\[<>=]", line)[0] for line in wanted if isinstance(line, str)}
    page = (CHECKOUT / "docs" / "decisions" / "dependencies.md").read_text()
    rows = "\n".join(line for line in page.splitlines() if line.startswith("|"))

    assert set() == {name for name in names if not re.search(rf"\b{re.escape(name)}\b", rows)}


@pytest.mark.parametrize("lock", ["run", "demo", "test"])
def test_a_lock_names_no_address(lock: str) -> None:
    """Versions and hashes alone: where packages come from is the machine's own setting."""
    text = (CHECKOUT / "requirements" / f"{lock}.txt").read_text()

    assert [] == re.findall(r"https?:|file:|--index|--find-links|@", text)


def test_what_installs_triaged_is_locked() -> None:
    """The demo and the tests install triaged with a setuptools that their lock names."""
    locks = [(CHECKOUT / "requirements" / name).read_text() for name in ("demo.txt", "test.txt")]

    assert [True, True] == [lock.count("\nsetuptools==") == 1 for lock in locks]
