"""Series: figures of one unit, one a line or a row, as in a table of years, or one after the other in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, PERCENT, sign_of

_FEWEST, _MOST = 3, 60
_LONGEST_LINE = 160
_LONGEST_LABEL = 40

_SENTENCE_END = re.compile(r"[.!?]\s")
_YEAR = re.compile(r"[,;] (?P<lead>(?:[^\W\d_]+ ){0,2})(?:19|20)\d\d ?[:–-]?")  # the next of a list of years

Line = list[QuantityDraft]


def find_series(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each column of figures in the run of lines that begins here, and for each list in a sentence."""
    yield from _listed(page[number])
    if number > 0 and _follows(page[number - 1], page[number]) and _lines(page[number - 1])[-1:] not in ([], [[]]):
        return  # the run began before
    run: list[Line] = []
    for line in _lines_from(page, number):
        if line and len(run) < _MOST:
            run.append(line)
            continue
        yield from _series_of(run)
        run = []
    yield from _series_of(run)


def _listed(passage: Passage) -> Iterator[LinkDraft]:
    """The figures of one unit that stand one after the other, each with a name before it: "Orm 71 mm, Kell 66 mm"."""
    run: list[QuantityDraft] = []
    for figure in (*passage.skeleton.figures.values(), None):
        if figure is not None and run and _goes_on(passage, run[-1], figure):
            run.append(figure)
            continue
        if len(run) > _FEWEST and all(_is_plain(each) for each in run) and len({each.value for each in run}) > 1:
            head = _lead(passage, run[0].start)
            yield LinkDraft(run[0].start, run[-1].end, "series", {"value": list(run)}, scope=head)
        run = [] if figure is None else [figure]


def _lead(passage: Passage, at: int) -> str:
    """The words of a sentence up to the list in it: "Highest load of each summer, in megawatts: 2021 5,980"."""
    before = passage.block.text[max(0, at - _LONGEST_LINE) : at]
    return _SENTENCE_END.split(before)[-1].strip()


def _goes_on(passage: Passage, one: QuantityDraft, other: QuantityDraft) -> bool:
    label = passage.block.text[one.end:other.start].strip()
    if one.unit == other.unit and _is_year(label, passage):
        return True
    return (
        one.unit == other.unit and len(label) <= _LONGEST_LABEL and label[:1] in (",", ";")
        and label[1:].strip()[:1].isupper() and not set(label[1:]) & set(".,;:")
    )


def _is_year(label: str, passage: Passage) -> bool:
    year = _YEAR.fullmatch(label)
    lead = year["lead"].strip() if year else ""
    return year is not None and (not lead or passage.lexicon.phrases["year-lead"].fullmatch(lead) is not None)


def _follows(one: Passage, other: Passage) -> bool:
    return other.number == one.number + 1 and (one.block.kind == "row") == (other.block.kind == "row")


def _lines_from(page: Page, number: int) -> Iterator[Line]:
    """The lines of this passage, and those of the passages that go on where it ends in a line of figures."""
    for at in range(number, min(number + _MOST, len(page))):
        if at > number and not _follows(page[at - 1], page[at]):
            return
        lines = _lines(page[at])
        if at > number and not (lines and lines[0]):
            return
        yield from lines
        if not (lines and lines[-1]):
            return


def _lines(passage: Passage) -> list[Line]:
    """The plain figures of each line; nothing for a line of running text."""
    text, figures = passage.block.text, list(passage.skeleton.figures.values())
    found: list[Line] = []
    start = 0
    for words in text.splitlines(keepends=True):
        end = start + len(words)
        short = len(words) <= _LONGEST_LINE and not words.rstrip().endswith((".", "!", "?", '"'))
        found.append([figure for figure in figures if short and start <= figure.start < end and _is_plain(figure)])
        start = end
    return found


def _is_plain(figure: QuantityDraft) -> bool:
    return (
        figure.role in (None, "level", "ratio", "share") and not figure.trend
        and not isinstance(figure.value, tuple) and sign_of(figure) in (AMOUNT, PERCENT)
    )


def _series_of(run: Sequence[Line]) -> Iterator[LinkDraft]:
    """The columns of a run: the figures that stand at one place in every line and have one unit, each line its own."""
    for column in range(min((len(line) for line in run), default=0) if len(run) >= _FEWEST else 0):
        figures = [line[column] for line in run]
        if len({figure.unit for figure in figures}) == 1 and len({figure.value for figure in figures}) > 1:
            yield LinkDraft(figures[0].start, figures[0].end, "series", {"value": list(figures)})
