"""Lists of one figure a line whose total is a line of its own: "Quarry 12 / Harbour 30 / Total 42"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import size
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import AMOUNT, sign_of

_MOST = 60
_LOW, _HIGH = Decimal("0.75"), Decimal("1.3")  # how close the figures must come to their total
_MARKS = " \t:.;,-–—"

Line = tuple[str, QuantityDraft]


def find_columns(page: Page, number: int) -> Iterator[LinkDraft]:
    """The totals in runs of lines of a passage, each line with a label and one figure at its end."""
    passage = page[number]
    if "\n" not in passage.block.text:
        return
    for run in _runs(passage):
        first = 0
        for at, (label, whole) in enumerate(run):
            if passage.lexicon.phrases["total-label"].regex.fullmatch(label) is None:
                continue
            yield from _total_of(whole, [figure for _, figure in run[first:at]])
            first = at + 1


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
    for line in _lines(passage):
        if line is not None and len(run) < _MOST:
            run.append(line)
            continue
        yield run
        run = []
    yield run


def _lines(passage: Passage) -> Iterator[Line | None]:
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
