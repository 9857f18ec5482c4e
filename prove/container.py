"""The container file: built by buildah on a Debian root, and run as a root file system.

No container engine is asked: systemd-nspawn enters the built root as the image's own user, without
a network. Needs root, buildah, debootstrap, systemd-container, Debian's archive and a package:
``make deb`` first. The Debian root is kept where the first argument says, else it is made anew.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from prove.machine import make_root
from prove.record import write_proof

_CONFIG: Final = """\
state_folder = "/var/lib/triaged"
[mailboxes.main]
address = "shop@shop.example"
imap = {host = "127.0.0.1", port = 1143, tls = "none", user = "s", password = {env = "MAIL"}}
smtp = {host = "127.0.0.1", port = 1025, tls = "none", user = "s", password = {env = "MAIL"}}
[shops.main]
brand = "Shop"
senders = ["shop@shop.example"]
"""
_FILE: Final = "packaging/container/Containerfile"


class Buildah:
    """buildah with a store of its own, so that nothing stays on this machine."""

    def __init__(self, folder: Path) -> None:
        self._store = [
            *("--storage-driver", "vfs"),
            *("--root", str(folder / "images"), "--runroot", str(folder / "run")),
        ]

    def run(self, *words: str) -> str:
        """Run a command of buildah and return what it printed."""
        done = subprocess.run(
            ["buildah", *self._store, *words], check=False, capture_output=True, text=True
        )
        if done.returncode:
            raise SystemExit(f"buildah {words[0]} failed:\n{done.stderr}")
        return done.stdout.strip()


def build(buildah: Buildah, root: Path, package: Path) -> Path:
    """Build the image on this root; return its root file system."""
    base = buildah.run("from", "scratch")
    buildah.run("copy", "--quiet", base, f"{root}/", "/")
    buildah.run("commit", "--quiet", base, "localhost/base")
    with TemporaryDirectory() as context:
        shutil.copy(package, context)
        buildah.run(
            *("build", "--isolation", "chroot", "--format", "docker", "--file", _FILE),
            *("--build-arg", "BASE=localhost/base", "--build-arg", f"PACKAGE={package.name}"),
            *("--tag", "triaged", context),
        )
    return Path(buildah.run("mount", buildah.run("from", "triaged")))


def prove(image: Mapping[str, Any], root: Path) -> Mapping[str, object]:
    """Run the image's own command in its root and return what was seen."""
    words = [*image["Entrypoint"], *image["Cmd"]]
    inside = [
        *("systemd-nspawn", "--quiet", "--directory", str(root), "--register=no", "--keep-unit"),
        # As a container engine does it: the command is the first process, and its is the signal.
        *("--private-network", "--setenv=MAIL=x", "--kill-signal=SIGTERM"),
        f"--user={image['User']}",
    ]
    # systemd-nspawn remarks on what it tidies up.
    quiet = os.environ | {"SYSTEMD_LOG_LEVEL": "crit"}
    bare = subprocess.run([*inside, *words], check=False, capture_output=True, text=True, env=quiet)
    figures: dict[str, object] = {
        "user": image["User"],
        "without a configuration: exit": bare.returncode,
        "what it says": (bare.stdout + bare.stderr).strip(),
    }
    (root / "etc/triaged/config.toml").write_text(_CONFIG, encoding="ascii")
    begun = time.monotonic()
    service = subprocess.Popen(
        [*inside, *words], stdout=subprocess.PIPE, text=True, bufsize=1, env=quiet
    )
    try:
        assert service.stdout is not None
        started = any("service.started" in line for line in service.stdout)
        seconds = round(time.monotonic() - begun, 1) if started else None
        figures["s to started, servers down"] = seconds
        service.send_signal(signal.SIGTERM)
        figures["exit after SIGTERM"] = service.wait(60)
    finally:
        service.kill()
        service.wait()
    figures["store is there"] = (root / "var/lib/triaged/triaged.db").exists()
    return figures


def main() -> None:
    """Build, run, write it down."""
    packages = sorted(Path().glob("triaged_*.deb"))
    if not packages:
        raise SystemExit("there is no package here; make one with: make deb")
    with TemporaryDirectory(prefix="triaged-container-") as temporary:
        folder = Path(temporary)
        root = Path(sys.argv[1]) if len(sys.argv) > 1 else folder / "debian"
        make_root(root)
        buildah = Buildah(folder)
        begun = time.monotonic()
        built = build(buildah, root, packages[-1])
        seconds = round(time.monotonic() - begun)
        image = json.loads(buildah.run("inspect", "--type", "image", "triaged"))["Docker"]["config"]
        figures = {"s to build, base included": seconds, **prove(image, built)}
    write_proof(
        "container",
        "The image is built by buildah on a Debian root, and its own command is run in its root by "
        "systemd-nspawn as its own user without a network. No container engine has run it.",
        figures,
    )
    for name, value in figures.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
