"""Lists of one figure a line whose total is a line of its own: "Quarry 12 / Harbour 30 / Total 42".

The lines stand in one block, or are blocks of their own, as items of a list are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, sign_of

_MOST = 60
_LONGEST_LABEL = 8  # words before the figure of a block; one of more is a sentence
_LOW, _HIGH = Decimal("0.75"), Decimal("1.3")  # how close the figures must come to their total
_MARKS = " \t:.;,-–—"

Line = tuple[str, QuantityDraft]


def find_columns(page: Page, number: int) -> Iterator[LinkDraft]:
    """The totals in runs of lines, each line with a label and one figure at its end."""
    passage = page[number]
    if "\n" not in passage.block.text:
        yield from _totals_in(_lines_up_to(page, number), passage)
        return
    for run in _runs(passage):
        yield from _totals_in(run, passage)


def _totals_in(run: Sequence[Line], passage: Passage) -> Iterator[LinkDraft]:
    first = 0
    for at, (label, whole) in enumerate(run):
        if _is_total(label, passage):
            yield from _total_of(whole, [figure for _, figure in run[first:at]])
            first = at + 1


def _is_total(label: str, passage: Passage) -> bool:
    return passage.lexicon.phrases["total-label"].fullmatch(label) is not None


def _lines_up_to(page: Page, number: int) -> Sequence[Line]:
    """The lines, each a block of its own, that end with the total in this one; none where it is no total."""
    last = _only_line(page[number])
    if last is None or not _is_total(last[0], page[number]):
        return ()
    run = [last]
    for at in range(number - 1, max(number - _MOST, -1), -1):
        line = _only_line(page[at])
        if line is None or page[at].number != page[at + 1].number - 1 or _is_total(line[0], page[at]):
            break
        run.append(line)
    return run[::-1]


def _only_line(passage: Passage) -> Line | None:
    """The label and the figure of a block that is nothing else; rows belong to tables."""
    if passage.block.kind == "row" or "\n" in passage.block.text.strip():
        return None
    line = next(lines_of(passage), None)
    return line if line is not None and len(line[0].split()) <= _LONGEST_LABEL else None


def _total_of(whole: QuantityDraft, parts: Sequence[QuantityDraft]) -> Iterator[LinkDraft]:
    """The link of a total and the figures above it, when they are in one unit and come close to it."""
    if len(parts) < 2 or not _adds_up_in_kind(whole, parts):
        return
    together = sum((size(part) for part in parts), Decimal(0))
    if not _LOW * size(whole) <= together <= _HIGH * size(whole):
        return
    if any(together - size(part) == size(whole) for part in parts):
        return  # a line may be part of the one above it
    if all(size(part) < size(whole) for part in parts):
        yield LinkDraft(whole.start, whole.end, "total", {"whole": [whole], "part": list(parts)})


def _adds_up_in_kind(whole: QuantityDraft, parts: Sequence[QuantityDraft]) -> bool:
    """True for amounts of one unit; rates and averages do not add up."""
    return all(
        sign_of(figure) == AMOUNT and figure.unit == whole.unit and "_per_" not in figure.unit
        and not isinstance(figure.value, tuple)
        for figure in (whole, *parts)
    )


def _runs(passage: Passage) -> Iterator[Sequence[Line]]:
    run: list[Line] = []
    for line in lines_of(passage):
        if line is not None and len(run) < _MOST:
            run.append(line)
            continue
        yield run
        run = []
    yield run


def lines_of(passage: Passage) -> Iterator[Line | None]:
    """Each line as its label and its figure; None for one that is anything else."""
    text = passage.block.text
    figures = list(passage.skeleton.figures.values())
    start = 0
    for words in text.splitlines(keepends=True):
        end = start + len(words)
        own = [figure for figure in figures if start <= figure.start < end]
        label = text[start:own[0].start].strip(_MARKS).lower() if len(own) == 1 else ""
        yield (label, own[0]) if label and not text[own[0].end:end].strip(f"{_MARKS}\n\r") else None
        start = end
