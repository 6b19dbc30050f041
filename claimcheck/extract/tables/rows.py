"""Rows of small tables are read as text as well; what their cells know of a figure completes that reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.extract.drafts import BlockDrafts, QuantityDraft
from claimcheck.model.document import Document
from claimcheck.model.mention import QuantityMention
from claimcheck.model.period import Period

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_COUNT = "count"
_LEVELS = (None, "level")


def complete_rows(document: Document, blocks: Sequence[BlockDrafts], cells: Sequence[QuantityMention]) -> None:
    """Gives the figures of rows the unit, the scale, the time and the words of the head over their column."""
    known = {cell.start: cell for cell in cells}
    for block in blocks:
        if block.kind == "row":
            starts = [document.span(block.offset + each.start, block.offset + each.end)[0] for each in block.quantities]
            for figure, start in zip(block.quantities, starts, strict=True):
                _complete(figure, start, known)
            if known.keys().isdisjoint(starts):
                block.quantities = [figure for figure in block.quantities if not _is_year(figure)]


def _is_year(figure: QuantityDraft) -> bool:
    """True for a year over a column ("2025 %")."""
    if isinstance(figure.value, tuple) or figure.scale != 1 or figure.value % 1:
        return False
    return _FIRST_YEAR <= figure.value <= _LAST_YEAR


def _complete(figure: QuantityDraft, start: int, known: Mapping[int, QuantityMention]) -> None:
    cell = known.get(start)
    if cell is None or isinstance(figure.value, tuple) or isinstance(cell.value, tuple):
        return
    if cell.period is not None:
        figure.period = Period.parse(cell.period)
    figure.over = " ".join(each for each in (cell.head, cell.metric) if each)
    if figure.metric is None:
        figure.metric = cell.metric
    if figure.unit == _COUNT and figure.noun is None and figure.role in _LEVELS and figure.value:
        scale = abs(cell.value / figure.value)
        figure.unit = cell.unit
        figure.scale_up(scale)
