"""The alert rules and the dashboard speak of figures that exist, and of all that they need."""

import itertools
import json
import re
from pathlib import Path

import pytest

from prove.rules import DASHBOARD, RULES, TESTS, break_each, find_alerts

#: What Prometheus adds to every figure.
ADDED = {"job", "instance"}


def known() -> dict[str, set[str]]:
    """Return the labels of each figure, by its name."""
    page = Path("docs/reference/metrics.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([\w, ]*)\|", page, re.MULTILINE)
    return {name: set(re.findall(r"\w+", labels)) | ADDED for name, labels in rows}


@pytest.mark.parametrize("path", [RULES, DASHBOARD, *TESTS], ids=lambda path: path.name)
def test_figures_and_labels_exist(path: Path) -> None:
    """Whatever is asked for is in the reference of figures, with the labels it is asked by."""
    text = path.read_text(encoding="utf-8").replace('\\"', '"')
    asked = re.findall(r"\b(triaged_\w+)(?:\{([^}]*)\})?", text)

    assert len(asked) > 10
    for name, labels in asked:
        assert set(re.findall(r"(\w+)=~?\"", labels)) <= known()[name], name


def test_every_alert_is_tested_and_explained() -> None:
    """Promtool sees it raised, and the page on watching has a row for it."""
    alerts = find_alerts(RULES.read_text(encoding="utf-8"))
    tested = re.findall(
        r'alertname="(\w+)"', "".join(one.read_text(encoding="utf-8") for one in TESTS)
    )
    page = Path("docs/howto/watching.md").read_text(encoding="utf-8")

    assert len(alerts) > 15
    assert set(alerts) == set(tested) == set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    for text in alerts.values():
        assert re.search(r"severity: (critical|warning)", text)
        assert {"summary", "description"} <= set(re.findall(r"^ +(\w+): \S", text, re.MULTILINE))


def test_every_rule_can_be_broken() -> None:
    """Twice at least, and each time one rule alone."""
    rules = RULES.read_text(encoding="utf-8")
    whole = find_alerts(rules)

    for alert, how, broken in break_each(rules):
        changed = {name for name, text in find_alerts(broken).items() if text != whole[name]}
        assert {alert} == changed, how
    assert set(whole) == {alert for alert, _, _ in break_each(rules)}


def test_the_dashboard_can_be_read() -> None:
    """Panels have numbers, titles and places of their own, and ask the chosen data source."""
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]

    assert len(panels) == len({one["id"] for one in panels})
    assert all(one["title"] and one["targets"] for one in panels)
    assert {"${datasource}"} == {one["datasource"]["uid"] for one in panels}
    for one, other in itertools.combinations([panel["gridPos"] for panel in panels], 2):
        apart = (
            one["x"] + one["w"] <= other["x"]
            or other["x"] + other["w"] <= one["x"]
            or one["y"] + one["h"] <= other["y"]
            or other["y"] + other["h"] <= one["y"]
        )
        assert apart, (one, other)
