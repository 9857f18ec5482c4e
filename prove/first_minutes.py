"""The first ten minutes on a clean Debian root, against Dovecot and Postfix of this machine.

Twice: from the package, as a service with its desk; and from the locked wheels in an environment of
one's own, without an index. What the machine takes is timed; what a person reads and types is not.
Needs root, debootstrap, systemd-container, Dovecot, Postfix and a package: ``make deb`` first. The
Debian root is kept where the first argument says, else it is made anew.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from prove.machine import Machine, boot, make_root
from prove.record import write_proof
from tests.letters_builder import build_letter
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.postfix import Postfix

#: How many letters wait when memory is measured.
_BACKLOG: Final = 500
_PROPORTIONAL: Final = "grep -h ^Pss: /proc/{pid}/smaps_rollup | tr -dc 0-9"


class Clock:
    """Seconds of each step, in order."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done inside."""
        begun = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - begun, 1)


class Servers:
    """A seller's mailbox and the server that takes what is sent."""

    def __init__(self, dovecot: Dovecot, postfix: Postfix) -> None:
        self.seller = dovecot.new_user()
        self._dovecot, self._postfix = dovecot, postfix
        self._letters = 0

    def init(self, output: str) -> str:
        """Return the words that answer all questions of ``init``."""
        return (
            f"init --yes --address {self.seller} --brand Lampenladen --marketplaces amazon.de "
            f"--imap 127.0.0.1:{self._dovecot.port}/none --zone Europe/Berlin --country DE "
            f"--smtp localhost:{self._postfix.port}/starttls --ca-file /etc/triaged/ca.pem "
            f"--password-file /root/password --output {output}"
        )

    def write(self, letters: int = 1) -> str:
        """Let buyers write; return the last one's address."""
        buyer = ""
        with self._dovecot.session(self.seller) as client:
            for _ in range(letters):
                self._letters += 1
                buyer = self._dovecot.new_user("buyer").partition("@")[0]
                order = f"302-1234567-{1_000_000 + self._letters}"
                client.append("INBOX", build_letter(to=self.seller, buyer=buyer, order=order))
        return f"{buyer}@marketplace.amazon.de"

    def answers(self, buyer: str) -> int:
        """Return how many answers a buyer has."""
        return len(self._postfix.delivered(buyer))


def as_package(machine: Machine, servers: Servers) -> dict[str, object]:
    """Go the way of docs/howto/install.md; return what was seen."""
    clock, figures = Clock(), dict[str, object]()
    with clock.step("install"):
        machine.run("dpkg --install /root/t.deb")
    with clock.step("init, logins tried"):
        said = machine.run(f"triaged {servers.init('/etc/triaged/config.toml')}")
    if "wrote /etc/triaged/config.toml" not in said:
        raise SystemExit(said)
    with clock.step("doctor"):
        figures["doctor's exit"] = machine.run("triaged doctor >/dev/null; echo $?")
    with clock.step("enable and start, active"):
        machine.run("systemctl enable --now triaged")
    if machine.show("triaged", "ActiveState") != "active":
        raise SystemExit(machine.run("journalctl --unit=triaged --output=cat"))
    with clock.step("first letter in the queue, shadow"):
        servers.write()
        _wait(machine, "triaged queue --count", lambda said: said.startswith("1 "))
    machine.run("triaged mode live")
    with clock.step("a letter in live mode, acknowledged (settle is 3 min)"):
        buyer = servers.write()
        _wait(machine, "true", lambda _: servers.answers(buyer) == 1, 400)
    machine.run("triaged desk user add li --role operator --generate")
    with clock.step("desk, login page"):
        machine.run("systemctl enable --now triaged-desk")
        ask = "python3 -c \"import urllib.request as u; print(u.urlopen('http://127.0.0.1:8025/').status)\""
        _wait(machine, ask, lambda said: said.endswith("200"))
    servers.write(_BACKLOG)
    _wait(machine, "triaged queue --count", lambda said: said.startswith(f"{_BACKLOG + 2} "), 120)
    figures |= {f"s, {name}": value for name, value in clock.seconds.items()}
    for unit in ("triaged", "triaged-desk"):
        pid = machine.show(unit, "MainPID")
        kib = int(machine.run(_PROPORTIONAL.format(pid=pid)) or 0)
        figures[f"MiB of {unit} after {_BACKLOG} letters (PSS)"] = round(kib / 1024)
    return figures


def as_wheels(machine: Machine, servers: Servers) -> dict[str, object]:
    """Go the README's way, with the wheels of the lock and no index; return what was seen."""
    clock = Clock()
    pip = "/root/venv/bin/pip install --quiet --no-index --find-links /root/wheels"
    with clock.step("environment"):
        machine.run("python3 -m venv /root/venv")
        machine.run(f"{pip} --require-hashes -r /root/wheels/run.txt && {pip} --no-deps triaged")
    triaged = "/root/venv/bin/triaged"
    with clock.step("explain"):
        machine.run(f"{triaged} explain /root/wheels/letter.eml")
    with clock.step("init, logins tried"):
        machine.run(f"cd /root && {triaged} {servers.init('my.toml')}")
    servers.write(3)
    with clock.step("run --once, three letters"):
        machine.run(f"cd /root && {triaged} run --once --config my.toml")
    count = machine.run(f"cd /root && {triaged} queue --count --config my.toml")
    return {"cases and acknowledgements": count} | {
        f"s, {name}": value for name, value in clock.seconds.items()
    }


def _wait(machine: Machine, script: str, is_it: Callable[[str], bool], seconds: float = 60) -> None:
    if not machine.wait(lambda: is_it(machine.run(script)), seconds):
        raise SystemExit(f"this was never so: {script}: {machine.run(script)}")


def _bring(root: Path, package: Path, certificate: Path) -> None:
    """Put the package, the wheels, the password and the certificate into the root."""
    home, ours = root / "root", root / "etc" / "triaged"
    shutil.copy(package, home / "t.deb")
    # Where the service may read it, unlike the home of whoever installs it.
    ours.mkdir(exist_ok=True)
    shutil.copy(certificate, ours / "ca.pem")
    (ours / "ca.pem").chmod(0o644)
    (home / "password").write_text(PASSWORD, encoding="ascii")
    (home / "password").chmod(0o600)
    wheels = home / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    wheels.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    locked = ["--require-hashes", "--requirement", "requirements/run.txt"]
    subprocess.run([*pip, "download", *locked, "--dest", wheels], check=True)
    own = ["--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(wheels), "."]
    subprocess.run([*pip, "wheel", *own], check=True)
    shutil.copy("requirements/run.txt", wheels)
    shutil.copy(min(Path("daemon/demo/letters").glob("*.eml")), wheels / "letter.eml")


def main() -> None:
    """Boot, go both ways, write it down."""
    packages = sorted(Path().glob("triaged_*.deb"))
    if not packages:
        raise SystemExit("there is no package here; make one with: make deb")
    figures: dict[str, object] = {}
    with TemporaryDirectory(prefix="triaged-minutes-") as temporary:
        folder = Path(temporary)
        # Postfix looks into it as its own user.
        folder.chmod(0o755)
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else folder / "debian"
        make_root(root)
        for name in ("dovecot", "postfix"):
            (folder / name).mkdir()
        with (
            Dovecot(folder / "dovecot") as dovecot,
            Postfix(folder / "postfix", dovecot) as postfix,
        ):
            _bring(root, packages[-1], postfix.certificate)
            for way, go in (("package", as_package), ("wheels", as_wheels)):
                with boot(root, network=True) as machine:
                    seen = go(machine, Servers(dovecot, postfix))
                figures |= {f"{way}: {name}": value for name, value in seen.items()}
    write_proof(
        "first_minutes",
        "From nothing to a queue and an acknowledged letter on a clean Debian root, with Dovecot "
        "and Postfix on loopback: what the machine takes of the ten minutes.",
        figures,
    )
    for name, value in figures.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
