"""A certificate for localhost, made with openssl, its own authority; good for two days."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The files a server and its clients need."""

    #: PEM; clients give it as the authority to trust.
    certificate: Path
    #: PEM, readable by its owner alone.
    key: Path


def make_certificate(folder: Path, *hosts: str) -> Certificate:
    """Write certificate and key for localhost, 127.0.0.1 and ``hosts`` into ``folder``."""
    names = ",".join(("DNS:localhost", "IP:127.0.0.1", *(f"DNS:{host}" for host in hosts)))
    made = Certificate(certificate=folder / "localhost.pem", key=folder / "localhost.key")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
            *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-addext", f"subjectAltName={names}"),
            *("-out", made.certificate, "-keyout", made.key),
        ],
        check=True,
        capture_output=True,
    )
    return made
