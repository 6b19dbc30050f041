"""Lists of one figure a line whose total is a line of its own: "Quarry 12 / Harbour 30 / Total 42"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.tables import total_of

_MOST = 60
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
            yield from total_of(whole, [figure for _, figure in run[first:at]], called=True)
            first = at + 1


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
