"""Standings: a place that words give, and the boards of its story that give the thing another.

Which entry of a board the place is said of is told by the names before it and by the figures beside it; whether the
board is the one that is meant, by the words that both share, by those figures, and by the rivals that the sentence
names. Whatever board makes the place right clears it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimcheck.check.comparing.slips import is_bare
from claimcheck.check.ordering.board import (
    Board,
    Column,
    Entry,
    is_of_other,
    is_of_other_measure,
    is_one_figure,
    is_telling,
    numbered_words,
    stems,
)
from claimcheck.check.ordering.boards import Boards
from claimcheck.check.ordering.entries_meant import gives, is_any, subject_of, ties
from claimcheck.check.ordering.standing import SHORTEST_OF_FEW, Standing
from claimcheck.check.parts.quotients import percentage_of, size_of
from claimcheck.model.claim import Claim, Relation

_ENOUGH = 1.5  # of what tells that a board is meant; on the reports of a dozen fields, none of other things reached it
_FIGURE_TOLD, _NEAR_FIGURE_TOLD = 2.0, 1.0  # what a figure of the entry tells for its board
_FIGURE_OF_REPORT_TOLD = 1.0  # that it stands anywhere in the report of the place
_LONG_TIME_TOLD, _LONG = 3.0, 6  # that it gives the time of the entry, of so many signs or more
_WORD_OF_CRITERION, _WORD_OF_SENTENCE, _MOST_OF_WORDS = 1.0, 0.4, 2.4
_RIVAL_TOLD, _MOST_OF_RIVALS = 0.5, 1.0
_TAKER_TOLD = 1.0  # that the sentence names who has the place on the board, as behind, say
_ONE_REPORT = 0.5
_COUNTED_TOLD = 1.0  # that the place is one among as many as the list has
_NEXT_TO_PLACE = 1.5  # that the list stands right beside the sentence of the place
_COLUMN_TOLD, _YEAR_TOLD = 1.0, 0.5  # that the words told are those over the column, and the year is its own
_ALL_COLUMNS = 0.5  # where several columns agree
_OTHER_CRITERION, _LIMITED, _OTHER_FIGURE, _OTHER_MEASURE, _LOOSE = 1.0, 2.0, 2.0, 1.5, 1.5  # doubts
_OTHER_NUMBER = 2.0  # "the 100 metres", where the list is of the 200 metres
_PERHAPS_LIMITED = 0.5  # by one word: "of the islands" may be all that are listed


@dataclass(frozen=True, slots=True)
class Misfit:
    """A board that belies a place: whose place it is, its own place there, and the claims to be quoted.

    others: of those ahead of it, or in the place that it is said to have.
    """

    label: str
    rank: int
    own: Claim
    others: Sequence[Claim]
    score: float


def misfit_of(
    place: Relation, boards: Boards, more: Collection[str] = (), widest: Collection[str] = ()
) -> Misfit | None:
    """The board that most likely belies a place; None where one bears it out, or none is sure to be meant.

    more: the metrics of which who has most is first; widest: the words for what takes in all that a list may hold.
    """
    standing = Standing.of(place, more, widest, boards.figures_of(place.path))
    found: list[Misfit] = []
    told = [*boards.near(place.path)]
    known = {id(board) for board in told}
    foreign = [board for board in boards.naming((*standing.names, *standing.earlier)) if id(board) not in known]
    for board in (*told, *foreign):
        own = subject_of(standing, board)
        if own is None:
            continue
        if id(board) not in known and not (ties(standing, own) or _is_of_one_year(standing, board)):
            continue
        if _bears_out(standing, board, own):
            return None
        misfit = _judge(standing, board, own)
        if misfit is not None and (standing.loose <= board.words or ties(standing, own) or gives(own, standing.near)):
            found.append(misfit)
    best = max(found, key=lambda each: each.score, default=None)
    return best if best is not None and best.score >= _ENOUGH else None


def _bears_out(standing: Standing, board: Board, own: Entry) -> bool:
    """True where the board gives the place, by its numbers or by any column, from either side."""
    if board.is_numbered and own.number == standing.rank:
        return True
    worded = [column for column in board.columns if column.words & standing.criterion]
    figured = _figured(standing, board, own)
    if figured is None:
        return True
    telling = [column for column in figured if len(set(map(size_of, column.values))) == len(column.values)]
    meant = [*worded, *telling] if worded or (board.is_numbered and not standing.side) else board.columns
    ranked = [column for column in meant if _is_of_time(standing, board, column)]
    return any(
        _may_be(standing.rank, column, board.figure_of(own, column), _sides(standing, column)) for column in ranked
    )


def _figured(standing: Standing, board: Board, own: Entry) -> Sequence[Column] | None:
    """The columns whose figure of an entry stands with a place, by which it may be told; None for one in no column."""
    told = [figure for figure in own.figures if any(is_one_figure(each, figure) for each in standing.figures)]
    if told and not any(figure is value for figure in told for column in board.columns for value in column.values):
        return None
    return [column for column in board.columns if any(board.figure_of(own, column) is figure for figure in told)]


def _sides(standing: Standing, column: Column) -> tuple[int, ...]:
    """From which sides a column may be counted: 1 from the most, -1 from the least."""
    if standing.side:
        return (-1,) if standing.side == "lowest" else (1,)
    if column.order:
        return (column.order,)
    return (1,) if _is_better_with_more(column, standing.more) else (1, -1)


def _is_better_with_more(column: Column, more: Collection[str]) -> bool:
    """True for a column of one of some metrics, by what its figures are or by the words over it."""
    if column.values[0].metric in more:
        return True
    names = (stems(metric.replace("-", " ")) for metric in more) if column.words else ()
    return any(name and name <= column.words for name in names)


def _may_be(rank: int, column: Column, own: Claim | None, sides: Sequence[int]) -> bool:
    """True where a figure is at a place of a column, ties aside."""
    if own is None:
        return False
    equal = sum(size_of(value) == size_of(own) for value in column.values)
    return any(ahead < rank <= ahead + equal for ahead in (len(column.ahead_of(own, sign)) for sign in sides))


def _is_of_time(standing: Standing, board: Board, column: Column) -> bool:
    """False where the years of a place and of a column are told and differ."""
    years = column.years or board.years
    return not years or not standing.years or bool(years & standing.years)


def _is_of_one_year(standing: Standing, board: Board) -> bool:
    """True where a board tells the years of a place, over all of it or over a column."""
    told = board.years.union(*(column.years for column in board.columns))
    return bool(standing.years) and standing.years <= told


def _judge(standing: Standing, board: Board, own: Entry) -> Misfit | None:
    """The misfit of a place with a board, weighed; None where the board leaves it open."""
    if standing.apposed is not None and not _has_measure_of(standing.apposed, board):
        return None
    score = _of_board(standing, board, own)
    if not standing.side and board.is_numbered and own.number is not None:
        if standing.years and board.years and not standing.years & board.years:
            return None
        inside = [entry.claim for entry in board.entries if entry.number == standing.rank]
        return Misfit(own.label, own.number, own.claim, inside, score)
    columns = [column for column in _columns_meant(standing, board, own) if _is_of_time(standing, board, column)]
    against = [found for column in columns if (found := _against(standing, board, own, column)) is not None]
    if not against or len(against) < len(columns):
        return None
    score += _ALL_COLUMNS * (len(against) > 1)
    score += _COLUMN_TOLD * any(column.words and column.words == standing.criterion for column in columns)
    score += _YEAR_TOLD * any(column.years & standing.years for column in columns)
    mine, ahead = max(against, key=lambda found: sorted(found[0].years), default=against[0])[1:]
    quoted = [board.quoted(value) for value in ahead[: standing.rank]]
    return Misfit(own.label, len(ahead) + 1, board.quoted(mine), quoted, score)


def _has_measure_of(figure: Claim, board: Board) -> bool:
    """True where a board may give what a figure does: in its measure, if any of the two tells one."""
    measures = {each.measure for entry in board.entries for each in entry.figures if not is_bare(each)}
    return not measures or figure.measure in measures or is_bare(figure)


def _columns_meant(standing: Standing, board: Board, own: Entry) -> Sequence[Column]:
    """The columns by which a place may be told: those with a figure or words told with it, else all levels."""
    figured = _figured(standing, board, own)
    worded = [column for column in board.columns if column.words & standing.criterion]
    return figured or worded or board.columns


def _against(
    standing: Standing, board: Board, own: Entry, column: Column
) -> tuple[Column, Claim, list[Claim]] | None:
    """A column, the figure of an entry in it and those ahead of it; None where these leave its place open."""
    mine = board.figure_of(own, column)
    if mine is None:
        return None
    sides = _sides(standing, column)
    if len(sides) > 1:
        return None
    ahead = [value for value in column.ahead_of(mine, sides[0]) if not _is_whole_of(mine, value, standing.figures)]
    is_whole = column.complete or board.is_numbered
    if len(ahead) >= standing.rank or (is_whole and len(ahead) < standing.rank - 1 < len(column.values)):
        return column, mine, ahead
    return None


def _is_whole_of(own: Claim, value: Claim, figures: Sequence[Claim]) -> bool:
    """True for a figure of which the sentence of a place tells the share of an entry: it is no rival of that."""
    if own.reading is None or value.reading is None or own.measure != value.measure:
        return False
    shares = [told.reading.strict for told in figures if told.measure == "percent" and told.reading is not None]
    made = percentage_of(own, value) if shares else None
    return made is not None and any(not share.is_disjoint(made) for share in shares)


def _is_of_figure(standing: Standing, board: Board, own: Entry) -> bool:
    """True where a figure tells in what things of one word are compared: "with 71,400 inhabitants the third town"."""
    if not standing.side or len(standing.criterion) != 1 or standing.among - board.words - standing.widest:
        return False
    nouns = {figure.noun for entry in board.entries for figure in entry.figures}
    return any(
        is_one_figure(told, figure) and (told.metric == figure.metric is not None or (told.noun and told.noun in nouns))
        for told in standing.figures for figure in own.figures
    )


def _of_board(standing: Standing, board: Board, own: Entry) -> float:
    """How much tells that a place is one on a board."""
    known = board.words_for(standing.path)
    told = standing.criterion & known
    around = (standing.sentence & known) - told - board.names
    words = _WORD_OF_CRITERION * len(told) + _WORD_OF_SENTENCE * len(around)
    score = min(words, _MOST_OF_WORDS) + _ONE_REPORT * (board.path == standing.path)
    if ties(standing, own):
        score += _LONG_TIME_TOLD if len(standing.time) >= _LONG and standing.time == own.time else _FIGURE_TOLD
    elif any(is_of_other(told, own) for told in standing.figures):
        score -= _OTHER_FIGURE
    elif any(is_of_other_measure(told, own) for told in standing.figures):
        score -= _OTHER_MEASURE
    elif gives(own, standing.near):
        score += _NEAR_FIGURE_TOLD
    elif standing.side and any(figure is told for figure in own.figures for told in standing.near):
        score += _NEXT_TO_PLACE
    elif standing.path != board.path and gives(own, [each for each in standing.report if is_telling(each)]):
        score += _FIGURE_OF_REPORT_TOLD
    rivals = [entry for entry in board.entries if entry is not own]
    told_too = [entry for entry in rivals if is_any(entry, (*standing.others, *standing.behind, *standing.earlier))]
    score += min(_RIVAL_TOLD * len(told_too), _MOST_OF_RIVALS)
    score += _TAKER_TOLD * any(entry.number == standing.rank and is_any(entry, standing.behind) for entry in rivals)
    worded = any(column.words & standing.criterion for column in board.columns)
    other = bool(standing.criterion - known) and not _is_of_figure(standing, board, own)
    score -= _OTHER_CRITERION * (other and (worded or not told or bool(standing.side)))
    score -= _LIMITED * (other and bool(told) and not standing.side)  # "in the secondary level Orla came second"
    counted = any(each.noun and size_of(each) == len(board.entries) for each in standing.figures)  # "of the six farms"
    score += _COUNTED_TOLD * counted
    few = () if counted else standing.among - board.words - stems(board.head, SHORTEST_OF_FEW)
    score -= _PERHAPS_LIMITED * len(few) if standing.side and len(few) <= 1 else _LIMITED * bool(few)
    score -= _LOOSE * (not standing.is_tied)
    told_of = numbered_words(board.head)
    score -= _OTHER_NUMBER * any(told_of.get(word, number) != number for word, number in standing.numbers.items())
    return score
