"""Cells that a text tells: which figure of a table or list a sentence gives, and whether it gives another number.

A figure of the running text is set against the row whose label its sentence names, and against the column that its own
words name, or that alone is in its unit. What the text counts more narrowly than the table does is left alone, and so
is a figure that the table gives anywhere, or a report that gives the figure of the table as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.slips import is_bare
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.ordering.board import Board, Column, Entry, place_of, stems
from claimcheck.check.ordering.boards import Boards
from claimcheck.check.parts.quotients import size_of
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.period import Period
from claimcheck.model.slips import is_misprint, significant_digits

_SHORTEST = 3  # letters of a word of a label
_ROLES = ("level", "share", "ratio")
_STATES = ("outcome", "estimate", "quoted")
_MANY_DIGITS = 3  # that chance seldom gives to two figures
_NEAR = Fraction(5, 4)  # times that a figure may be the one of the table, or the other way round
_FEW, _FAR = 20, Fraction(2)  # the same for numbers of things that are less than this
_MOST_MORE = 1  # words of a sentence that the table has not


_Cell = tuple[Column, Claim]


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure of the text that tells of a cell, and the cell with its row and column."""

    told: Claim
    cell: Claim
    entry: Entry
    column: Column
    board: Board


class Cells:
    """What texts tell of the cells of boards, where it is not what they hold."""

    def __init__(self, stories: Stories, boards: Boards) -> None:
        self._stories, self._boards = stories, boards
        self._by_word: dict[int, Mapping[str, list[Entry]]] = {}

    def belied(self, figures: Sequence[Claim]) -> Iterator[Telling]:
        """The figures whose only cell is another number."""
        if not self._boards:
            return
        for claim in figures:
            if _may_tell(claim):
                words = stems(" ".join((*claim.context, claim.subject or "", claim.place or "")), _SHORTEST)
                near = self._boards.near(claim.path)
                found = [each for board in near if (each := self._telling(claim, words, board))]
                if found and all(_is_belied(each) for each in found) and not self._is_told(found[0]):
                    yield found[0]

    def _telling(self, claim: Claim, words: frozenset[str], board: Board) -> Telling | None:
        """The one cell of a board that a figure tells of; words: how those of its sentence begin."""
        entry = _entry_of(claim, self._named_by(words, board))
        if entry is None:
            return None
        named = _own_words(claim) - _label(entry)
        cells = _in_time(claim, board, [
            (column, cell) for column in board.columns if column.of_table
            and (cell := board.figure_of(entry, column)) is not None and _fits(claim, cell, column, board, named)
        ])
        chosen = [each for each in cells if each[0].words & named] or cells
        if len(chosen) != 1:
            return None
        found = Telling(claim, chosen[0][1], entry, chosen[0][0], board)
        return found if _is_meant(found, named) else None

    def _named_by(self, words: frozenset[str], board: Board) -> list[Entry]:
        """The rows of a board all of whose names' words are among those, given by how they begin."""
        if id(board) not in self._by_word:
            rows: dict[str, list[Entry]] = defaultdict(list)
            for entry in board.entries:
                for word in _label(entry):
                    rows[word].append(entry)
            self._by_word[id(board)] = rows
        by_word = self._by_word[id(board)]
        told = {entry.key: entry for word in words & by_word.keys() for entry in by_word[word]}
        return [entry for entry in told.values() if _label(entry) <= words]

    def _is_told(self, found: Telling) -> bool:
        """True where the report of a figure gives that of the cell as well, so that it may be of something else."""
        cells = {place_of(figure) for entry in found.board.entries for figure in entry.figures}
        cell = _lenient(found.cell, found.told)
        return any(
            each.measure == found.told.measure and each is not found.told and place_of(each) not in cells
            and not each.trend and not reading_of(each).strict.is_disjoint(cell)
            for each in self._stories.figures(found.told.path)
        )


def _may_tell(claim: Claim) -> bool:
    """True for a plain figure of what is, whose sentence has words."""
    return (
        isinstance(claim.value, Decimal) and claim.value > 1 and bool(claim.context) and not claim.trend
        and role_of(claim) in _ROLES and claim.status in _STATES and not claim.marks
    )


def _entry_of(claim: Claim, named: Sequence[Entry]) -> Entry | None:
    """The only row that the sentence of a figure names; of several, the one that its own words name."""
    if len(named) > 1:
        own = _own_words(claim) | stems(" ".join((claim.subject or "", *claim.near)), _SHORTEST)
        named = [entry for entry in named if _label(entry) <= own]
    return named[0] if len(named) == 1 else None


def _label(entry: Entry) -> frozenset[str]:
    return stems(entry.label, _SHORTEST)


def _own_words(claim: Claim) -> frozenset[str]:
    """How the words begin that say what a figure is of."""
    return stems(" ".join((claim.phrase or "", claim.noun or "")), _SHORTEST)


def _fits(claim: Claim, cell: Claim, column: Column, board: Board, named: frozenset[str]) -> bool:
    """True for a cell in the measure of a figure; one without a unit must have the words of the figure over it."""
    if cell.reading is None or not isinstance(cell.value, Decimal) or role_of(cell) not in (*_ROLES, None):
        return False
    over = column.words if board.columns_are_headed else _title(board)
    return cell.measure == claim.measure or (is_bare(cell) and bool(over & named))


def _in_time(claim: Claim, board: Board, cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells of the time of a figure; where it tells none, all, if they are of one time."""
    if claim.period is None:
        times = {cell.period or frozenset(column.years) for column, cell in cells}
        return [*cells] if len(times) == 1 else []
    return [
        (column, cell) for column, cell in cells
        if _is_of_time(claim.period, cell.period, column.years or board.years)
    ]


def _is_of_time(told: Period, own: Period | None, years: Collection[str]) -> bool:
    """True where the times of a figure and of a cell are one."""
    if own is not None:
        return told == own
    return told == Period.year(told.start.year) and str(told.start.year) in years


def _is_meant(found: Telling, named: frozenset[str]) -> bool:
    """True where the words over a column or a table name what a figure is of, or the digits and its sentence do."""
    over = found.column.words | _title(found.board)
    return bool(over & named) or (_is_slip(found) and bool(over & stems(" ".join(found.told.context), _SHORTEST)))


def _title(board: Board) -> frozenset[str]:
    return stems(board.head, _SHORTEST)


def _is_belied(found: Telling) -> bool:
    """True where the cell cannot be what is told, yet is so near that nothing else is."""
    told, row = reading_of(found.told).lenient, found.entry.figures
    around = (*row, *found.column.values)
    if any(not told.is_disjoint(_lenient(figure, found.told)) for figure in around if figure.reading is not None):
        return False
    return _is_slip(found) or _is_plainly_meant(found)


def _is_slip(found: Telling) -> bool:
    """True for figures of three digits or more that one slip of the pen keeps apart."""
    told, cell = size_of(found.told), size_of(found.cell)
    return len(significant_digits(told)) >= _MANY_DIGITS and is_misprint(told, cell)


def _is_plainly_meant(found: Telling) -> bool:
    """True for amounts of one size where the sentence has hardly a word that the table has not.

    Whatever else it says may be why its figure is another: "before the merger", "seasonally adjusted".
    """
    told, entry = found.told, found.entry
    over = found.column.words | _title(found.board) | _label(entry)
    if not _own_words(told) <= over:
        return False
    more = len(stems(" ".join(told.context), _SHORTEST) - over)
    cell, value = Fraction(size_of(found.cell)), Fraction(size_of(told))
    times = max(value / cell, cell / value) if cell > 0 else _FAR
    if told.measure == "count" and max(value, cell) < _FEW:
        return times <= _FAR and more <= _MOST_MORE
    return times <= _NEAR and more <= (_MOST_MORE if is_misprint(size_of(told), size_of(found.cell)) else 0)


def _lenient(cell: Claim, told: Claim) -> Interval:
    """What a cell may mean; a bare one is taken to be in the unit of the figure that tells of it."""
    reading = reading_of(cell).lenient
    bare = is_bare(cell) and told.measure != cell.measure
    return reading.scale(measure_of(told.unit or "count").factor) if bare else reading
