"""What the doctor says of a machine, from what the machine says of itself."""

import re
from pathlib import Path

import pytest

from daemon.beginning.presets import PRESETS, by_address, by_host
from daemon.checks.machine import file_system_of

MOUNTS = """\
overlay / overlay rw 0 0
proc /proc proc rw 0 0
server:/srv /srv nfs4 rw 0 0
/dev/vdb /srv/local ext4 rw 0 0
//nas/share /mnt/two\\040words cifs rw 0 0
tmpfs /srv tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "sort"),
    [
        ("/var/lib/triaged", "overlay"),
        ("/srv/triaged", "tmpfs"),
        ("/srv/local/triaged", "ext4"),
        ("/srvother", "overlay"),
        ("/mnt/two words/x", "cifs"),
    ],
)
def test_the_deepest_mount_says_what_a_folder_lies_on(folder: str, sort: str) -> None:
    """Compared by whole names; of two on one place the later one hides the other."""
    assert sort == file_system_of(Path(folder), MOUNTS)


def test_a_provider_is_recognised_by_address_and_host() -> None:
    """Whole domains count, whatever the case."""
    found = by_address("Shop@GMX.de")

    assert found is not None
    assert "imap.gmx.net" == found.imap
    assert found == by_host("MAIL.gmx.net.")
    assert None is by_address("shop@notgmx.de")


def test_no_domain_and_no_host_is_two_providers() -> None:
    """Else what is recognised would depend on the order of the table."""
    domains = [domain for preset in PRESETS for domain in preset.domains]
    hosts = [preset.imap for preset in PRESETS]

    assert len(set(domains)) == len(domains)
    assert len(set(hosts)) == len(hosts)


def test_every_check_is_in_the_reference() -> None:
    """docs/reference/doctor.md has a row for each check, and for no more."""
    code = "".join(path.read_text(encoding="utf-8") for path in Path("daemon/checks").glob("*.py"))
    checks = set(re.findall(r'(?:well|warn|fail)\(\s*"([a-z-]+)"', code))
    page = Path("docs/reference/doctor.md").read_text(encoding="utf-8")

    assert checks == set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
