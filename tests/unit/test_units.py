"""The units that systemd runs: complete, harmless, and no more privileged than they must be."""

import configparser
import subprocess
from pathlib import Path

import pytest

from daemon.cli import COMMANDS, build_parser

UNITS = Path(__file__).parents[2] / "systemd"
SERVICES = sorted(path.name for path in UNITS.glob("*.service"))
TIMERS = sorted(path.name for path in UNITS.glob("*.timer"))


def section(unit: str, name: str) -> dict[str, str]:
    """Return a section of a unit; of a key that stands there twice, the last."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(UNITS / unit)
    return dict(parser[name])


@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_is_exposed_as_little_as_it_can_be(unit: str, systemd_analyze: str) -> None:
    """The measure of systemd is 1.2 or less, where 10 is a service without any restraint."""
    measured = subprocess.run(
        [systemd_analyze, "security", "--offline=true", "--threshold=12", UNITS / unit],
        check=False,
        capture_output=True,
        text=True,
    )

    assert 0 == measured.returncode, measured.stdout.splitlines()[-1]


@pytest.mark.parametrize("unit", [*SERVICES, *TIMERS])
def test_systemd_finds_no_fault_in_a_unit(unit: str, systemd_analyze: str) -> None:
    """Every key is known; only the command and the page are missing before the installation."""
    checked = subprocess.run(
        [systemd_analyze, "verify", UNITS / unit], check=False, capture_output=True, text=True
    )

    faults = [
        line
        for line in checked.stderr.splitlines()
        if "/usr/bin/triaged is not executable" not in line and "man triaged" not in line
    ]
    assert [] == faults


@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_runs_a_command_that_exists(unit: str) -> None:
    """As its own user, with the configuration that the documentation names."""
    service = section(unit, "Service")

    program, command, *words = service["ExecStart"].split()
    assert ("/usr/bin/triaged", True, "triaged") == (program, command in COMMANDS, service["User"])
    assert ["--config", "/etc/triaged/config.toml"] == words[-2:]
    build_parser(command).parse_args([command, *words])


def test_a_wrong_configuration_is_not_tried_again() -> None:
    """What a restart cannot mend ends the service for good; everything else begins it again."""
    service = section("triaged.service", "Service")

    assert ("on-failure", "64 65 78") == (service["Restart"], service["RestartPreventExitStatus"])


def test_the_threads_of_the_daemon_share_their_heaps() -> None:
    """Each of two dozen threads would else keep what it once needed."""
    told = section("triaged.service", "Service")["Environment"].split()

    assert ["MALLOC_ARENA_MAX=2", "MALLOC_MMAP_THRESHOLD_=1048576"] == told


@pytest.mark.parametrize("unit", [name for name in SERVICES if name != "triaged.service"])
def test_only_the_daemon_holds_credentials(unit: str) -> None:
    """No other service is handed a password."""
    assert not [key for key in section(unit, "Service") if key.startswith("LoadCredential")]


@pytest.mark.parametrize("unit", TIMERS)
def test_a_timer_has_its_service(unit: str) -> None:
    """What it starts is there."""
    assert unit.replace(".timer", ".service") in SERVICES
