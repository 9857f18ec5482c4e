"""The reliability picture: how often scores come true, as a small SVG without script or fonts.

A point a bin of scores, as large as the tags given in it are many; on the diagonal scores say what
is true, above it they are too modest, below it too sure. Pure; nothing fails.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from classifier.judging import Bin

_SIZE: Final = 320
_MARGIN: Final = 44
_LARGEST: Final = 12.0
_STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
_STYLE: Final = (
    "text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}.true{stroke:#888;stroke-dasharray:4}"
    ".said{fill:none;stroke:#1f5fa8;stroke-width:2}circle{fill:#1f5fa8;fill-opacity:.55}"
    "@media(prefers-color-scheme:dark){text{fill:#ccc}.grid{stroke:#444}"
    ".said{stroke:#7fb2ea}circle{fill:#7fb2ea}}"
)


def draw(bins: Sequence[Bin], title: str) -> str:
    """Return the picture of ``bins`` as one SVG document; ``title`` is plain words."""
    whole = _SIZE + 2 * _MARGIN
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img">',
            f"<title>{title}</title><style>{_STYLE}</style>",
            *_frame(),
            f'<polyline class="said" points="{" ".join(map(_place, bins))}"/>',
            *_points(bins),
            "</svg>\n",
        )
    )


def _frame() -> Iterator[str]:
    low, high = _MARGIN, _MARGIN + _SIZE
    for step in _STEPS:
        x, y = _x(step), _y(step)
        yield f'<path class="grid" d="M{x} {low}V{high}M{low} {y}H{high}"/>'
        yield f'<text x="{x}" y="{high + 16}" text-anchor="middle">{step:.2f}</text>'
        yield f'<text x="{low - 6}" y="{y}" dy="4" text-anchor="end">{step:.2f}</text>'
    yield f'<path class="true" d="M{low} {high}L{high} {low}"/>'
    middle = _MARGIN + _SIZE // 2
    yield f'<text x="{middle}" y="{high + 34}" text-anchor="middle">score</text>'
    yield f'<text x="{low}" y="{low - 14}">share that was right</text>'


def _points(bins: Sequence[Bin]) -> Iterator[str]:
    most = max((one.given for one in bins), default=1)
    for one in bins:
        x, y = _place(one).split(",")
        radius = max(2.0, _LARGEST * (one.given / most) ** 0.5)
        said = f"{one.low:.1f} to {one.high:.1f}: {one.given} given, {one.right:.0%} right"
        yield f'<circle cx="{x}" cy="{y}" r="{radius:.1f}"><title>{said}</title></circle>'


def _place(one: Bin) -> str:
    return f"{_x(one.score)},{_y(one.right)}"


def _x(share: float) -> str:
    return f"{_MARGIN + _SIZE * share:.1f}".removesuffix(".0")


def _y(share: float) -> str:
    return f"{_MARGIN + _SIZE * (1 - share):.1f}".removesuffix(".0")
