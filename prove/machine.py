"""A Debian root, made by debootstrap and booted by systemd-nspawn; needs root and both of them."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PACKAGES: Final = "systemd,systemd-sysv,dbus,python3,python3-venv,procps"


class Machine:
    """A booted root, entered as root."""

    def __init__(self, leader: int) -> None:
        self._leader = leader

    def run(self, script: str, said: str = "") -> str:
        """Run a script to its end and return what it printed; a failure is shown, not raised."""
        done = subprocess.run(
            ["nsenter", "--target", str(self._leader), "--all", "/bin/sh", "-c", script],
            check=False,
            capture_output=True,
            text=True,
            input=said,
            timeout=600,
        )
        return (done.stdout + done.stderr).strip()

    def show(self, unit: str, name: str) -> str:
        """Return a property of a unit."""
        return self.run(f"systemctl show {unit} --property={name} --value")

    def wait(self, is_it: Callable[[], bool], seconds: float) -> bool:
        """Wait until it is so; tell whether it came to be."""
        deadline = time.monotonic() + seconds
        while not is_it() and time.monotonic() < deadline:
            time.sleep(0.2)
        return is_it()


def make_root(folder: Path) -> None:
    """Make a Debian root, unless there is one."""
    if not (folder / "etc" / "debian_version").exists():
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={_PACKAGES}", "bookworm", folder],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    # Debian's installer writes it, debootstrap does not.
    (folder / "etc" / "hosts").write_text("127.0.0.1 localhost\n", encoding="ascii")


@contextmanager
def boot(folder: Path, *, network: bool = False) -> Iterator[Machine]:
    """Boot a root with a layer over it, so that nothing of a run stays in it.

    Args:
        folder: the root.
        network: share this machine's network, its loopback included; else there is none.
    """
    nspawn = subprocess.Popen(
        [
            *("systemd-nspawn", "--quiet", "--directory", folder, "--volatile=overlay", "--boot"),
            *("--register=no", "--keep-unit", *(() if network else ("--private-network",))),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        machine = Machine(_leader(nspawn.pid))
        if not machine.wait(
            lambda: machine.run("systemctl is-system-running") in {"running", "degraded"}, 60
        ):
            raise SystemExit("the root did not boot")
        yield machine
        machine.run("poweroff")
        nspawn.wait(60)
    finally:
        nspawn.kill()
        nspawn.wait()


def _leader(nspawn: int) -> int:
    children = Path(f"/proc/{nspawn}/task/{nspawn}/children")
    for _ in range(100):
        if found := children.read_text(encoding="ascii").split():
            return int(found[0])
        time.sleep(0.1)
    raise SystemExit("systemd-nspawn began nothing; it needs root")
