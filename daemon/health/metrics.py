"""The figures of a service for a monitoring system, in Prometheus' text form.

Made anew from an observation each time they are asked for, so that they are never older than the
question. No label holds an address, a text or an order (P11). Every name stands in
docs/reference/metrics.md, and a test holds it so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from cases.pauses import Pause
from daemon.alarms.pressing import Clock, find_endings
from daemon.health.health import LOST_AFTER, UNATTENDED, Health, problems
from daemon.health.observation import Observation
from store.alarms_protocol import Outlook
from store.values import Counts


def write_metrics(seen: Observation) -> bytes:
    """Return the figures in Prometheus' text format, UTF-8 (docs/reference/metrics.md)."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(list(_figures(seen))))
    return bytes(generate_latest(registry))


class _Figures(Collector):
    """Hands out figures that are there already."""

    def __init__(self, figures: Iterable[GaugeMetricFamily]) -> None:
        self._figures = figures

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Return them."""
        return self._figures


def _figures(seen: Observation) -> Iterator[GaugeMetricFamily]:
    health = seen.health
    yield _one("triaged_ready", "1 while nothing keeps it from its work", not problems(health))
    yield _one("triaged_store_up", "1 while the store can be used", not health.store_problem)
    yield _one("triaged_config_refused", "1 while a reload was refused", bool(seen.refused))
    yield _by("triaged_model_info", "The model in use", "model", {seen.model: 1})
    if seen.disk_free is not None:
        yield _one("triaged_disk_free_bytes", "Room in the state folder", seen.disk_free)
    yield from _of_mailboxes(health)
    alarms = Counter(one.kind for one in seen.alarms)
    yield _by("triaged_alarms", "What needs a person now", "kind", alarms)
    failing = seen.channels
    yield _by("triaged_channel_failing", "1 while alarms do not get out", "channel", failing)
    if not health.store_problem:
        yield from _of_store(health, seen.counts)
    if seen.outlook is not None:
        yield from _of_outlook(seen.outlook, health.now)


def _of_store(health: Health, counts: Counts | None) -> Iterator[GaugeMetricFamily]:
    waiting = health.waiting
    yield _by("triaged_mode_info", "What may leave", "mode", {health.mode: 1})
    if counts is not None:
        yield _by("triaged_letters", "Letters by what became of them", "state", counts.letters)
        yield _by("triaged_cases", "Cases by state", "state", counts.cases)
        yield _by("triaged_acknowledgements", "By state", "state", counts.acks)
        yield _by("triaged_replies", "By state", "state", counts.replies)
    yield _one("triaged_words_damaged", "Encrypted, and do not open", health.damage.count)
    yield _held(health.pauses)
    by_priority = {priority.value: cases for priority, cases in waiting.by_priority.items()}
    yield _by("triaged_queue_waiting", "Open cases by priority", "priority", by_priority)
    yield _one("triaged_queue_overdue", "Open cases with a clock that has run out", waiting.overdue)
    yield _one("triaged_queue_unsure", "Open cases nothing is certain of", waiting.unsure)
    age = (health.now - waiting.oldest).total_seconds() if waiting.oldest else 0
    yield _one("triaged_oldest_waiting_seconds", "How long the oldest open case has waited", age)


def _of_outlook(outlook: Outlook, now: datetime) -> Iterator[GaugeMetricFamily]:
    stranded = sum(outlook.stranded.values())
    yield _one("triaged_acknowledgements_stranded", "Due where nobody sends", stranded)
    ahead = Counter(one.clock for one in find_endings(outlook) if one.at > now)
    clocks = {clock.value: ahead[clock] for clock in Clock}
    yield _by("triaged_queue_ending", "Unanswered, and a clock ends soon", "clock", clocks)


def _held(pauses: Iterable[Pause]) -> GaugeMetricFamily:
    family = GaugeMetricFamily("triaged_paused", "What is held back", labels=["scope", "by"])
    held = Counter(
        (one.subject.scope.value, one.who if one.who in UNATTENDED else "person") for one in pauses
    )
    for labels, number in held.items():
        family.add_metric(labels, number)
    return family


def _of_mailboxes(health: Health) -> Iterator[GaugeMetricFamily]:
    beats = health.beats
    alive = {beat.worker: health.now - beat.at <= LOST_AFTER for beat in beats}
    yield _by("triaged_worker_alive", "1 while a worker has been heard of lately", "worker", alive)
    ages = {
        beat.mailbox: (health.now - beat.read_at).total_seconds() for beat in beats if beat.read_at
    }
    yield _by("triaged_poll_age_seconds", "Since a mailbox was read to its end", "mailbox", ages)
    inboxes = {beat.mailbox: bool(beat.inbox_problem) for beat in beats}
    yield _by("triaged_inbox_failing", "1 while a mailbox cannot be read", "mailbox", inboxes)
    senders = {beat.mailbox: bool(beat.sender_problem) for beat in beats}
    yield _by("triaged_sender_failing", "1 while a mailbox cannot send", "mailbox", senders)


def _one(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, text, value=float(value))


def _by(name: str, text: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=[label])
    for word, value in values.items():
        family.add_metric([word], float(value))
    return family
