"""Draws the pictures of the manual: what claims may mean, on a number line. `python -m docs.draw` writes them anew."""

from __future__ import annotations

from fractions import Fraction
from html import escape
from pathlib import Path
from typing import NamedTuple

from claimcheck import Claim, Interval

PICTURES = Path(__file__).parent / "pictures"

_WIDTH, _MARGIN, _LEFT, _RIGHT, _ROW, _HEAD = 770, 12, 260, 740, 62, 20
_STYLE = """\
<style>
  text { font: 15px sans-serif; fill: #333 } .small { font-size: 12px; fill: #666 }
  .axis { stroke: #888 } .lenient { fill: #f3c26b; stroke: #b97f10 } .strict { fill: #2f6fb0; stroke: #1d4a78 }
  .meet { fill: #3c9a5f; opacity: .2 }
</style>"""


class Picture(NamedTuple):
    """Some figures on one number line, in billion USD: from where to where, where its marks are, what it shows."""

    about: str
    values: tuple[str, ...]
    low: Fraction
    high: Fraction
    marks: tuple[str, ...]


DRAWN = {
    "readings.svg": Picture(
        "What four ways of writing 36.6 billion USD may mean",
        ("36.6 billion USD", "nearly 36.6 billion USD", "about 36.6 billion USD", "more than 36.6 billion USD"),
        Fraction("36.3"), Fraction("36.9"), ("36.4", "36.5", "36.6", "36.7", "36.8"),
    ),
    "agreement.svg": Picture(
        "36.6 and nearly 36.7 billion USD share values",
        ("36.6 billion USD", "nearly 36.7 billion USD"),
        Fraction("36.3"), Fraction("36.9"), ("36.4", "36.5", "36.6", "36.7", "36.8"),
    ),
    "conflict.svg": Picture(
        "36.6 and 36.9 billion USD share no value, even at their widest",
        ("36.6 billion USD", "36.9 billion USD"),
        Fraction("36.3"), Fraction("37.2"), ("36.4", "36.6", "36.8", "37", "37.2"),
    ),
    "note.svg": Picture(
        "36.6 and 36.69 billion USD share values only when they are read at their widest",
        ("36.6 billion USD", "36.69 billion USD"),
        Fraction("36.3"), Fraction("36.9"), ("36.4", "36.5", "36.6", "36.7", "36.8"),
    ),
}


def draw(picture: Picture) -> str:
    """A picture as SVG.

    >>> draw(DRAWN["conflict.svg"]).startswith("<svg")
    True
    """
    claims = [Claim(metric="exports", subject="Laos", period="2023", value=value) for value in picture.values]
    height = _HEAD + _ROW * len(claims) + 40
    readings = [claim.reading for claim in claims if claim.reading is not None]
    rows = [
        line
        for number, (value, reading) in enumerate(zip(picture.values, readings, strict=True))
        for line in _row(picture, value, (reading.lenient, reading.strict), _HEAD + _ROW * number)
    ]
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>{escape(picture.about)}</title>",
        _STYLE,
        f'<rect width="{_WIDTH}" height="{height}" rx="6" fill="#fff"/>',  # legible on a dark page too
        *_shared(picture, [reading.lenient for reading in readings], height),
        *rows,
        *_axis(picture, height - 30),
        "</svg>",
    ]) + "\n"


def _row(picture: Picture, value: str, intervals: tuple[Interval, Interval], top: int) -> list[str]:
    lenient, strict = (_bar(picture, each, top + at, name) for each, at, name in (
        (intervals[0], 4, "lenient"), (intervals[1], 26, "strict"),
    ))
    return [f'<text x="{_MARGIN}" y="{top + 27}">{escape(value)}</text>', lenient, strict]


def _bar(picture: Picture, interval: Interval, top: int, name: str) -> str:
    low, high = _ends(picture, interval)
    return f'<rect class="{name}" x="{low}" y="{top}" width="{high - low}" height="16"/>'


def _ends(picture: Picture, interval: Interval) -> tuple[int, int]:
    """Where a bar begins and ends; one without an end goes on to the edge."""
    billion = 10**9
    low = _LEFT if interval.low is None else _at(picture, interval.low / billion)
    return low, _RIGHT if interval.high is None else _at(picture, interval.high / billion)


def _shared(picture: Picture, readings: list[Interval], height: int) -> list[str]:
    """The values that two figures share at their widest, behind both of them."""
    meet = readings[0].meet(readings[1]) if len(readings) == 2 else None
    if meet is None:
        return []
    low, high = _ends(picture, meet)
    return [f'<rect class="meet" x="{low}" y="{_HEAD - 10}" width="{high - low}" height="{height - _HEAD - 20}"/>']


def _axis(picture: Picture, at: int) -> list[str]:
    marks = [(_at(picture, Fraction(mark)), mark) for mark in picture.marks]
    return [
        f'<line class="axis" x1="{_LEFT}" y1="{at}" x2="{_RIGHT}" y2="{at}"/>',
        *(f'<line class="axis" x1="{x}" y1="{at - 4}" x2="{x}" y2="{at + 4}"/>' for x, _ in marks),
        *(f'<text class="small" x="{x}" y="{at + 20}" text-anchor="middle">{mark}</text>' for x, mark in marks),
    ]


def _at(picture: Picture, value: Fraction) -> int:
    share = (value - picture.low) / (picture.high - picture.low)
    return _LEFT + round(share * (_RIGHT - _LEFT))


if __name__ == "__main__":
    for name, picture in DRAWN.items():
        (PICTURES / name).write_text(draw(picture), encoding="utf-8")
