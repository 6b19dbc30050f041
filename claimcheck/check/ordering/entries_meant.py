"""Which entry of a board a place in words is said of, by the names before it and by the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.check.ordering.board import Board, Entry, gaps_told, is_one_figure, is_telling, place_of
from claimcheck.check.ordering.standing import Standing
from claimcheck.model.claim import Claim

_SURE = 2.5  # of what tells that a place is said of an entry
_BY_MEANT_NAME = 2.5  # of an earlier sentence, where that of the place names nothing: "It was the second"
_LEAD = 1.0  # by which one entry must be likelier than the next
_BY_NAME, _BY_EARLIER_NAME, _BY_FIGURE, _BY_NEAR_FIGURE = 3.0, 1.5, 3.0, 2.5


def subject_of(standing: Standing, board: Board) -> Entry | None:
    """The entry of a board that a place is said of; None where two are as likely, or none is."""
    named = any(is_any(entry, standing.names) for entry in board.entries)
    scores = sorted(
        ((_of_subject(standing, entry, named=named), at) for at, entry in enumerate(board.entries)), reverse=True
    )
    (first, at), (second, _) = scores[:2]
    return board.entries[at] if first >= _SURE and first - second >= _LEAD else None


def _of_subject(standing: Standing, entry: Entry, *, named: bool) -> float:
    """How much tells that an entry is meant; what other sentences tell counts where the own names none of the board."""
    score = _BY_NAME * is_any(entry, standing.names)
    if not score and is_any(entry, (*(standing.others if standing.names else ()), *standing.behind)):
        return _BY_NAME + _BY_FIGURE if _is_named_behind(standing, entry) else 0.0
    if not score and not named:
        by = _BY_EARLIER_NAME if standing.names else _BY_MEANT_NAME
        score = by * is_any(entry, standing.earlier)
    if ties(standing, entry) and (score or named or not _is_met_anywhere(standing, entry)):
        score += _BY_FIGURE
    elif (score or not named) and gives(entry, standing.near):
        score += _BY_NEAR_FIGURE
    return score


def _is_met_anywhere(standing: Standing, entry: Entry) -> bool:
    """True for an entry of another report of which a place tells but a figure of few digits: "38%" is told of much."""
    told = [each for each in standing.figures for own in entry.figures if is_one_figure(each, own)]
    return bool(told) and all(
        not is_telling(each) and all(each.path != own.path for own in entry.figures) for each in told
    )


def _is_named_behind(standing: Standing, entry: Entry) -> bool:
    """True for the first name behind a superlative that opens its sentence, told with the first figure behind it."""
    opens = bool(standing.side) and not standing.names
    told = any(is_one_figure(each, own) or (each.value == own.value and each.measure == own.measure != "count")
               for each in standing.figures for own in entry.figures)
    return opens and told and is_any(entry, standing.behind[-1:])


def ties(standing: Standing, entry: Entry) -> bool:
    """True where the sentence of a place gives a figure of an entry, its time, or the gap told for its time."""
    if gives(entry, standing.figures) or (standing.time and standing.time == entry.time):
        return True
    return entry.gap in gaps_told(standing.figures)


def gives(entry: Entry, figures: Sequence[Claim]) -> bool:
    """True where some figures hold one of an entry, perhaps in a unit that one of them leaves out."""
    return any(
        is_one_figure(told, own) for told in figures for own in entry.figures if place_of(told) != place_of(own)
    )


def is_any(entry: Entry, names: Sequence[str]) -> bool:
    """True where some names hold that of an entry."""
    return any(is_named(entry, name) for name in names)


def is_named(entry: Entry, name: str) -> bool:
    """True where a name is that of an entry, holds it, is held by it, or gives in full what it has an initial for."""
    if name == entry.key or f" {entry.key} " in f" {name} " or f" {name} " in f" {entry.key} ":
        return True
    mine, yours = name.split(), entry.key.split()
    return len(mine) > 1 and len(yours) > 1 and mine[-1] == yours[-1] and mine[0][0] == yours[0][0] and (
        len(yours[0].rstrip(".")) == 1 or len(mine[0].rstrip(".")) == 1
    )
