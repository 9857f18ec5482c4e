"""The broken builds of the proofs still break today's code."""

import compileall
from pathlib import Path

import pytest

from prove.breaking import PATCHES, broken_build


@pytest.mark.parametrize("patch", sorted(PATCHES.glob("*.patch")), ids=lambda path: path.stem)
@pytest.mark.usefixtures("patch_command")
def test_patch_applies(patch: Path) -> None:
    """Each patch changes the code it was made for, and leaves code that compiles."""
    with broken_build(patch.stem) as code:
        changed = [
            line.removeprefix("+++ b/")
            for line in patch.read_text(encoding="utf-8").splitlines()
            if line.startswith("+++ b/")
        ]

        assert changed
        assert all(compileall.compile_file(code / name, quiet=2) for name in changed)
