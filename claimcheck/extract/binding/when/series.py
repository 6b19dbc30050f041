"""Lists of dates and of figures that belong together one by one: "4 and 3 million in 2023 and 2022, respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.binding.grammar.clauses import Sentence


def is_in_series(sentence: Sentence, place: int) -> bool:
    """True for a date of a list of dates: no single figure is of that time alone."""
    return any(place in row for row in _rows(sentence, sentence.dates, "P"))


def date_in_series(sentence: Sentence, at: int) -> int | None:
    """The date of a figure of a list, where the sentence lists as many dates; None where nothing pairs them."""
    if len(sentence.quantities) < 2 or len(sentence.dates) < 2:
        return None
    figures = next((row for row in _rows(sentence, sentence.quantities, "A") if at in row), ())
    dates = [row for row in _rows(sentence, sentence.dates, "P") if len(row) == len(figures)]
    units = {draft.unit for other in figures if (draft := sentence.items[other].quantity) is not None}
    return dates[0][figures.index(at)] if len(dates) == 1 and len(units) == 1 else None


def date_in_turn(sentence: Sentence, at: int, dates: Sequence[int]) -> int | None:
    """The date behind a figure where each has its own: "the most, 9 mm, fell on 3 May, the least, 1 mm, on 5 July"."""
    turns = sorted((*sentence.quantities, *dates))
    figures, times = turns[::2], turns[1::2]
    if not 1 < len(figures) == len(times) or figures != sentence.quantities or times != sorted(dates):
        return None
    if any(item.text in (";", "(") or item.kind in "SR" for item in sentence.items[figures[0]:times[-1]]):
        return None
    return times[figures.index(at)]


def _rows(sentence: Sentence, places: Sequence[int], between: str) -> list[list[int]]:
    """Runs of two and more places with nothing but commas, "and" and words of some kind between them."""
    rows: list[list[int]] = []
    for last, place in zip((None, *places), places, strict=False):
        if last is not None and _joined(sentence, last, place, between):
            rows[-1].append(place)
        else:
            rows.append([place])
    return [row for row in rows if len(row) > 1]


def _joined(sentence: Sentence, last: int, place: int, between: str) -> bool:
    gap = sentence.items[last + 1:place]
    joint = any(item.kind == "C" or item.text == "," for item in gap)
    link = sentence.around[last - 1].head  # "in 2021 and in 2020", but not "in 2021, against 2020"
    if any(item.kind == "P" and item.head != link for item in gap):
        return False
    return joint and len(gap) <= 3 and all(item.kind in "C" + between or item.text == "," for item in gap)
