"""A look back as one page that stands alone: no script, nothing fetched, light and dark.

It is written piece by piece, because it holds every text. All words of letters are escaped.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from html import escape
from typing import Final
from zoneinfo import ZoneInfo

from cases.labels import Kind, Priority
from desk.backtest_style import STYLE
from desk.rehearsed import DAYS, DUE, HOURS, Look, Outcome, Rehearsed, by_hour, first_answer, group

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_CELL: Final = 17
_LEFT: Final = 30
_TOP: Final = 14

_SAID: Final = {
    Outcome.KEPT: "kept",
    Outcome.BROKEN: "broken",
    Outcome.OPEN: "still open",
    Outcome.NONE: "no time stated",
}


def draw_page(look: Look) -> Iterator[str]:
    """Yield the page in pieces."""
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>What would have been acknowledged</title>"
        f"<style>{STYLE}</style></head><body><main>\n"
    )
    yield (
        "<h1>What would have been acknowledged</h1>"
        f"<p>{_day(look.since)} to {_minute(look.now)} UTC, read-only from "
        f"{escape(', '.join(look.mailboxes))}. Nothing was sent. It holds buyers’ words: keep it "
        "as carefully as the mail itself.</p>\n"
    )
    yield from _draw_figures(look)
    yield from _draw_hours(look)
    yield from _draw_promises(look)
    yield from _draw_reasons(look)
    yield "<h2>Acknowledgements, by template</h2>"
    yield (
        "<p>Each as the buyer would have read it, and when a person really answered. Letters of "
        "the last minutes are judged as if <code>settle</code> had passed.</p>\n"
    )
    yield from _draw_groups(look.sent, look.now)
    yield "<h2>Withheld, by reason</h2>"
    yield (
        "<p>Joined: another letter’s acknowledgement covers it. Seen-before: the same letter lies "
        "in another mailbox. The other reasons are explained in "
        "docs/reference/vetoes.md.</p>\n"
    )
    withheld = [one for one in look.letters if one.wording is None and one.reason != DUE]
    yield from _draw_groups(withheld, look.now)
    if look.due:
        yield "<h2>Still waiting to leave</h2>"
        yield "<p>Not withheld: something holds each for a while yet.</p>"
        yield from _draw_groups(look.due, look.now)
    yield "</main></body></html>\n"


def _draw_figures(look: Look) -> Iterator[str]:
    outcomes, sent, buyers = look.outcomes(), len(look.sent), len(look.buyers)
    decided = outcomes[Outcome.KEPT] + outcomes[Outcome.BROKEN]
    answered = [one for one in look.buyers if one.answered_at is not None]
    yield '<div class="figures">'
    for figure, said in (
        (str(buyers), "letters that people wrote"),
        (str(sent), f"would have been acknowledged, {_share(sent, buyers)}"),
        (_length(first_answer(answered)), f"median first answer of {len(answered)}"),
        (_share(outcomes[Outcome.KEPT], decided), f"of {decided} promises would have been kept"),
    ):
        yield f'<div class="figure"><b>{figure}</b><span>{said}</span></div>'
    yield "</div>\n"


def _draw_promises(look: Look) -> Iterator[str]:
    yield "<h2>Promises, by priority</h2>"
    yield (
        "<p>Kept: a person answered by the time that the acknowledgement would have stated. "
        "Broken: later, or not yet. The first fifty answers of a shop teach how soon people "
        "answer; until then the hours of the configuration are promised.</p>"
    )
    names = (Outcome.KEPT, Outcome.BROKEN, Outcome.OPEN)
    heads = "".join(f'<th class="n">{_SAID[name]}</th>' for name in names)
    yield (
        '<div class="scroll"><table><tr><th>priority</th><th class="n">acknowledged</th>'
        f'{heads}<th class="n">median first answer</th></tr>'
    )
    for priority in Priority:
        letters = [one for one in look.sent if one.priority is priority]
        found = [one.outcome(look.now) for one in letters]
        cells = "".join(f'<td class="n {name}">{found.count(name)}</td>' for name in names)
        yield (
            f'<tr><td>{priority}</td><td class="n">{len(letters)}</td>{cells}'
            f'<td class="n">{_length(first_answer(letters))}</td></tr>'
        )
    yield "</table></div>\n"


def _draw_reasons(look: Look) -> Iterator[str]:
    yield "<h2>Why letters would not have been acknowledged</h2>"
    yield ('<div class="scroll"><table><tr><th>reason</th><th class="n">letters</th></tr>')
    for reason, count in look.withheld().most_common():
        yield f'<tr><td>{escape(reason)}</td><td class="n">{count}</td></tr>'
    yield "</table></div>\n"


def _draw_hours(look: Look) -> Iterator[str]:
    people = [one for one in look.letters if one.kind is Kind.BUYER]
    yield "<h2>By weekday and hour, in the shop’s zone</h2>"
    yield '<div class="charts">'
    yield _chart("Letters came", by_hour((one.received, one.zone) for one in people))
    yield _chart(
        "First answers went",
        by_hour((one.answered_at, one.zone) for one in people if one.answered_at is not None),
    )
    if beyond := look.beyond_limit():
        yield _chart(
            "Letters whose promise lies past the marketplace’s limit",
            by_hour((one.received, one.zone) for one in beyond),
        )
    yield "</div>\n"


def _chart(title: str, counts: list[list[int]]) -> str:
    """Return a table of hours as a drawing; the darker, the more."""
    most = max(map(max, counts), default=0)
    width, height = _LEFT + HOURS * _CELL, _TOP + DAYS * _CELL
    cells = "".join(
        f'<rect x="{_LEFT + hour * _CELL}" y="{_TOP + day * _CELL}" width="{_CELL - 2}" '
        f'height="{_CELL - 2}" rx="2" fill-opacity="{_depth(count, most)}">'
        f"<title>{_WEEKDAYS[day]} {hour:02}:00: {count}</title></rect>"
        for day, row in enumerate(counts)
        for hour, count in enumerate(row)
    )
    days = "".join(
        f'<text x="0" y="{_TOP + day * _CELL + 11}">{name}</text>'
        for day, name in enumerate(_WEEKDAYS)
    )
    hours = "".join(
        f'<text x="{_LEFT + hour * _CELL}" y="9">{hour}</text>' for hour in range(0, HOURS, 3)
    )
    total = sum(map(sum, counts))
    return (
        f'<figure style="margin:0"><figcaption>{title} <span class="count">{total}, at most {most} '
        f'an hour</span></figcaption><svg viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-label="{title}, by weekday and hour">'
        f"{days}{hours}{cells}</svg></figure>"
    )


def _depth(count: int, most: int) -> str:
    return f"{0.05 + 0.95 * count / most:.2f}" if count else "0"


def _draw_groups(letters: Iterable[Rehearsed], now: datetime) -> Iterator[str]:
    for name, found in group(letters).items():
        yield (
            f"<details><summary><b>{escape(name)}</b> "
            f'<span class="count">{len(found)}</span></summary>\n'
        )
        for one in found:
            yield _draw_letter(one, now)
        yield "</details>\n"


def _draw_letter(one: Rehearsed, now: datetime) -> str:
    tags = ", ".join(one.tags) or one.kind.value
    head = f"{_local(one.received, one.zone)} · {one.subject or '(no subject)'} · {tags}"
    about = (one.sender, one.mailbox, one.priority, one.language)
    lines = [
        f"<p>{escape(' · '.join(about))}</p>",
        f"<p>{escape(one.excerpt) or '(no words)'}</p>",
    ]
    if one.wording is not None:
        lines.append(f"<pre>{escape(one.wording.subject)}\n\n{escape(one.wording.body)}</pre>")
        outcome = one.outcome(now)
        promised = one.wording.promised_by
        said = f" ({_local(promised, one.zone)})" if promised is not None else ""
        lines.append(f'<p>Promise{said}: <b class="{outcome}">{_SAID[outcome]}</b></p>')
    if one.kind is Kind.BUYER:
        lines.append(f"<p>{_say_answer(one)}</p>")
    return (
        f"<details><summary>{escape(head)}</summary>"
        f'<div class="letter">{"".join(lines)}</div></details>\n'
    )


def _say_answer(one: Rehearsed) -> str:
    if one.answered_at is None:
        return "No person’s answer was found."
    after = _length(one.answered_at - one.received)
    return f"A person answered {_local(one.answered_at, one.zone)}, {after} after the letter."


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _local(moment: datetime, zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(zone)):%a %Y-%m-%d %H:%M %Z}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _length(length: timedelta | None) -> str:
    if length is None:
        return "–"
    minutes = max(0, round(length.total_seconds() / 60))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
