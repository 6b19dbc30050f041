"""Tables made to cost time: four times the cells take about four times as long."""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt

import pytest

from claimcheck.pipeline import extract_document, packs_of, read_texts
from tests.cost import assert_at_most

PACKS = packs_of()
SIZE, TIMES, MOST = 400, 4, 14  # rows, or cells; a square would be sixteen times


def _number(row: int, column: int) -> str:
    return str(1000 + (row * 7919 + column * 104_729) % 9000)


def _square(label: str, size: int) -> str:
    heads = ",".join(f"c {column}" for column in range(size))
    rows = [",".join((label.format(row), *(_number(row, column) for column in range(size)))) for row in range(size)]
    return "\n".join((f"x,{heads}", *rows))


def _rows(label: str, size: int) -> str:
    heads = "x,2022,2023,Change %,Share %"
    rows = (",".join((label.format(row), *(_number(row, at) for at in range(4)))) for row in range(size))
    return "\n".join((heads, *rows))


SHAPES: dict[str, Callable[[int], str]] = {
    "nothing but totals": lambda size: _square("Total", isqrt(size)),
    "no labels": lambda size: _square("", isqrt(size)),
    "many columns": lambda size: _square("Row {}", isqrt(size)),
    "columns to work out": lambda size: _rows("Total", size),
    "parts of parts": lambda size: _rows("of which {}", size),
    "openings and closings": lambda size: _rows("Stock at 1 May 20{}", size),
    "headings": lambda size: "x,2022\n" + "".join(f"heading {row},\n" for row in range(size)) + "a,1204\nb,1388\n",
    "stairs": lambda size: "x,2022\n" + "".join(f"{' ' * row}row {row},1204\n" for row in range(size)),
}


def _reader(text: str) -> Callable[[], object]:
    (document,) = read_texts({"a.csv": text}, PACKS)
    return lambda: extract_document(document, PACKS)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_cells_take_about_four_times_as_long(shape: str) -> None:
    few, many = SHAPES[shape](SIZE), SHAPES[shape](TIMES * SIZE)
    assert_at_most(MOST, _reader(many), _reader(few))
