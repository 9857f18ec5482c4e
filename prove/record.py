"""Writing a proof down: figures with commit, date and machine, as JSON and for reading.

The machine is cores, memory, kernel, Python and how busy it was: no host name, no path.
"""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

PROOFS: Final = Path("docs/proofs")


def write_proof(area: str, claim: str, figures: Mapping[str, object]) -> None:
    """Write docs/proofs/<area>.json and .md.

    Args:
        area: the proof's name.
        claim: what it proves, in a sentence.
        figures: by name; a mapping becomes a table of its own.
    """
    PROOFS.mkdir(parents=True, exist_ok=True)
    proof = {
        "area": area,
        "claim": claim,
        "commit": _git("rev-parse", "--short", "HEAD"),
        "changed": bool(_git("status", "--porcelain", "--untracked-files=no")),
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "machine": _machine(),
        "figures": figures,
    }
    (PROOFS / f"{area}.json").write_text(
        json.dumps(proof, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    lines = [
        f"# {area}",
        "",
        claim,
        "",
        f"Commit {proof['commit']}{' with changes' if proof['changed'] else ''}, {proof['date']}, "
        + ", ".join(f"{name} {value}" for name, value in _machine().items())
        + ".",
        "",
        "| figure | value |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in figures.items()),
        "",
    ]
    (PROOFS / f"{area}.md").write_text("\n".join(lines), encoding="utf-8")


def _machine() -> dict[str, str]:
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": str(os.cpu_count()),
        "memory": f"{pages * size / 2**30:.0f} GiB",
        "kernel": platform.release().partition("-")[0],
        "python": platform.python_version(),
        # Of the last five minutes: above the number of cores, others' work lengthens every time.
        "load": f"{os.getloadavg()[1]:.1f}",
    }


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], check=False, capture_output=True, text=True)
    return done.stdout.strip()
