"""The alert rules, tested by Prometheus' own promtool: ``make prove-rules``.

Each alert is raised by its symptom and by nothing else (prove/rules.yml, prove/rules_brief.yml).
The tests count only because they turn red on rules that are broken: for every alert one that is
never raised, one that always is, and where it waits one that does not. promtool is taken from
Debian's package, which is fetched into a folder that is removed again where it is not installed.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from prove.record import write_proof

RULES: Final = Path("packaging/monitoring/triaged.rules.yml")
DASHBOARD: Final = Path("packaging/monitoring/triaged.dashboard.json")
TESTS: Final = (Path("prove/rules.yml"), Path("prove/rules_brief.yml"))
_CLAIM: Final = (
    "Every alert rule is raised by the symptom it is for, and by nothing that mends itself; each "
    "test turns red when its rule is broken."
)


def main() -> None:
    """Check, test, break each rule, and write the proof down."""
    with _promtool() as tool, TemporaryDirectory() as folder:
        rules = RULES.read_text(encoding="utf-8")
        assert _passes(tool, Path(folder), rules), "the tests fail on the rules as they are"
        survivors = [
            f"{alert} {how}"
            for alert, how, broken in break_each(rules)
            if _passes(tool, Path(folder), broken)
        ]
        questions = _ask(tool, Path(folder))
        version = subprocess.run([tool, "--version"], check=True, capture_output=True, text=True)
    broken = len(list(break_each(rules)))
    write_proof(
        "rules",
        _CLAIM,
        {
            "alert rules": len(find_alerts(rules)),
            "broken rules": f"{broken - len(survivors)} of {broken} found",
            "questions of the dashboard that can be read": questions,
            "promtool": version.stdout.split()[2].rstrip(","),
        },
    )
    if survivors:
        sys.exit(f"not found: {', '.join(survivors)}")


def _ask(tool: str, folder: Path) -> int:
    """Have promtool read what the dashboard asks; return how many questions there are."""
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    asked = [one["expr"].replace("$job", ".*") for panel in panels for one in panel["targets"]]
    rules = [
        {"record": "asked", "expr": one, "labels": {"n": str(n)}} for n, one in enumerate(asked)
    ]
    # JSON is YAML too.
    page = folder / "asked.yml"
    page.write_text(json.dumps({"groups": [{"name": "asked", "rules": rules}]}), encoding="utf-8")
    subprocess.run([tool, "check", "rules", page], check=True, stdout=subprocess.DEVNULL)
    return len(asked)


def find_alerts(rules: str) -> dict[str, str]:
    """Return the text of each rule by its alert."""
    parts = re.split(r"(?m)^ +- (?=alert: )", rules)[1:]
    return {part.split()[1]: part for part in parts}


def break_each(rules: str) -> Iterator[tuple[str, str, str]]:
    """Yield alert, what is wrong with it, and all rules with that one broken."""
    for alert, text in find_alerts(rules).items():
        ways = {
            "is never raised": _replace(text, "vector(0) == 1"),
            "is always raised": _replace(text, "vector(1)"),
            "does not wait": re.sub(r"(?m)^ +for: .*\n", "", text),
        }
        for how, broken in ways.items():
            if broken != text:
                yield alert, how, rules.replace(text, broken)


def _replace(text: str, expression: str) -> str:
    """Return a rule with another expression, over however many lines its own stands."""
    return re.sub(r"(?m)^( +)expr: .*\n(?:\1 +.*\n)*", rf"\1expr: {expression}\n", text)


def _passes(tool: str, folder: Path, rules: str) -> bool:
    (folder / RULES.name).write_text(rules, encoding="utf-8")
    for path in TESTS:
        tests = path.read_text(encoding="utf-8").replace(f"../{RULES}", RULES.name)
        (folder / path.name).write_text(tests, encoding="utf-8")
    done = subprocess.run(
        [tool, "test", "rules", *(path.name for path in TESTS)],
        cwd=folder,
        check=False,
        capture_output=True,
    )
    return done.returncode == 0


@contextmanager
def _promtool() -> Iterator[str]:
    """Lend promtool: the one that is installed, else Debian's, unpacked."""
    if found := shutil.which("promtool"):
        yield found
        return
    with TemporaryDirectory(prefix="triaged-promtool-") as folder:
        fetch = ["apt-get", "--quiet", "download", "prometheus"]
        subprocess.run(fetch, cwd=folder, check=True, capture_output=True)
        (package,) = Path(folder).glob("prometheus_*.deb")
        subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
        yield f"{folder}/usr/bin/promtool"


if __name__ == "__main__":
    main()
