"""The package in a booted systemd: installed, started without servers, reloaded, hung, killed.

A Debian root is made with debootstrap and booted by systemd-nspawn without a network, and the
package is installed into it; everything is then asked of systemd itself. Needs root, debootstrap,
systemd-container and a package: ``make deb`` first. The root is made once and kept where the first
argument says, else in a temporary folder; the package is the newest here or the second argument.
"""

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from prove.machine import Machine, boot, make_root
from prove.record import write_proof

#: As many as the bar of a start speaks of.
_NAMES: Final = ("main", *(f"box{number}" for number in range(2, 11)))
_BOX: Final = """\
[mailboxes.{name}]
address = "{name}@shop.example"
[mailboxes.{name}.imap]
host = "127.0.0.1"
port = 1143
tls = "none"
user = "s"
password = {{credential = "mail"}}
[mailboxes.{name}.smtp]
host = "127.0.0.1"
port = 1025
tls = "none"
user = "s"
password = {{credential = "mail"}}
"""
_SHOP: Final = """\
[shops.main]
brand = "Shop"
senders = [{senders}]
"""
_SECRET: Final = "planted-secret-7391"


def prove(machine: Machine) -> Mapping[str, object]:
    """Install /root/t.deb and return what was seen."""
    figures: dict[str, object] = {}
    figures["installed"] = "Setting up triaged" in machine.run("dpkg --install /root/t.deb")
    machine.run(f"printf {_SECRET} | triaged secret set mail")
    machine.run(f"cat > /etc/triaged/config.toml <<'X'\n{_config()}X")
    figures[f"first start, {len(_NAMES)} mailboxes, servers down, s to active"] = _start(machine)
    figures["CPU s of it, which no other work on the machine lengthens"] = _cpu(machine)
    figures["s from restart to active"] = _timed(machine, "systemctl restart triaged")
    figures["restarts with servers down after 20 s"] = _restarts_after(machine, 20)
    found = machine.run("journalctl TRIAGED_EVENT=mailbox.failed TRIAGED_MAILBOX=main --output=cat")
    figures["event found in the journal by its fields"] = "mailbox.failed" in found
    figures["status line"] = machine.show("triaged", "StatusText")
    machine.run("systemctl reload triaged")
    figures["active after reload"] = machine.show("triaged", "ActiveState")
    figures["s from SIGTERM to stopped"] = _timed(machine, "systemctl stop triaged")
    machine.run("systemctl start triaged")
    pid = machine.show("triaged", "MainPID")
    machine.run(f"kill -KILL {pid}")
    figures["restarted after kill -9"] = machine.wait(
        lambda: machine.show("triaged", "MainPID") not in {"0", pid}, 30
    )
    figures["restarted by the watchdog after a hang"] = _hang(machine)
    machine.run("systemctl start triaged-desk")
    figures["desk active"] = machine.show("triaged-desk", "ActiveState")
    desk = machine.show("triaged-desk", "MainPID")
    seen = machine.run(f"nsenter --target {desk} --mount cat /etc/triaged/secrets/mail")
    figures["secret seen from the desk"] = _SECRET in seen
    machine.run("systemctl start triaged-backup")
    figures["backup"] = "triaged-" in machine.run("ls /var/backups/triaged")
    told = machine.run("journalctl --output=json; ps -ef; systemctl show triaged")
    figures["secret in journal, processes or unit"] = _SECRET in told
    machine.run("sed -i 's/brand = .*/brand = 5/' /etc/triaged/config.toml")
    machine.run("systemctl restart triaged; sleep 8")
    figures["wrong configuration: exit, restarts"] = (
        f"{machine.show('triaged', 'ExecMainStatus')}, {machine.show('triaged', 'NRestarts')}"
    )
    machine.run("dpkg --remove triaged")
    figures["data after removal"] = "triaged.db" in machine.run("ls /var/lib/triaged")
    return figures


def _config() -> str:
    senders = ", ".join(f'"{name}@shop.example"' for name in _NAMES)
    boxes = "".join(_BOX.format(name=name) for name in _NAMES)
    return boxes + _SHOP.format(senders=senders)


def _start(machine: Machine) -> float:
    return _timed(machine, "systemctl start triaged")


def _cpu(machine: Machine) -> float:
    """Return the CPU seconds that the service has taken, its threads' and the kernel's included."""
    pid = machine.show("triaged", "MainPID")
    # proc(5): utime and stime are the fields 14 and 15; the name before them holds no blank.
    user, system = machine.run(f"cat /proc/{pid}/stat").split()[13:15]
    ticks = int(machine.run("getconf CLK_TCK"))
    return round((int(user) + int(system)) / ticks, 1)


def _timed(machine: Machine, script: str) -> float:
    begun = time.monotonic()
    machine.run(script)
    return round(time.monotonic() - begun, 1)


def _restarts_after(machine: Machine, seconds: float) -> int:
    time.sleep(seconds)
    return int(machine.show("triaged", "NRestarts"))


def _hang(machine: Machine) -> bool:
    machine.run(
        "mkdir -p /run/systemd/system/triaged.service.d; printf '[Service]\\nWatchdogSec=6s\\n' > "
        "/run/systemd/system/triaged.service.d/proof.conf; systemctl daemon-reload; "
        "systemctl restart triaged"
    )
    pid = machine.show("triaged", "MainPID")
    machine.run(f"sleep 2; kill -STOP {pid}")
    came_back = machine.wait(lambda: machine.show("triaged", "MainPID") not in {"0", pid}, 60)
    machine.run("rm -r /run/systemd/system/triaged.service.d; systemctl daemon-reload")
    return came_back and "Watchdog timeout" in machine.run("journalctl --unit=triaged --output=cat")


def main() -> None:
    """Boot, prove, write it down."""
    packages = sorted(Path().glob("triaged_*.deb"))
    if len(sys.argv) <= 2 and not packages:
        raise SystemExit("there is no package here; make one with: make deb")
    package = Path(sys.argv[2]) if len(sys.argv) > 2 else packages[-1]
    with TemporaryDirectory(prefix="triaged-root-") as temporary:
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary)
        make_root(root)
        (root / "root" / "t.deb").write_bytes(package.read_bytes())
        with boot(root) as machine:
            figures = prove(machine)
    write_proof(
        "service",
        "Installed from its package in a booted systemd without servers and without a network, the "
        "service is active, reloads, drains, comes back after a kill and after a hang, and stays "
        "down when its configuration is wrong; the desk cannot read what the daemon may.",
        figures,
    )
    for name, value in figures.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
