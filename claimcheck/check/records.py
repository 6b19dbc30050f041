"""Figures of one story that belie a record, although their names leave open whether they meet.

The exception to "unknown never equals unknown" for records: a plain figure with a time of its own before that of the
record, of the same sort of time, in the same measure, whose name is that of the record or part of it, in the same
report or one of its story; nothing stated of the two may be opposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.check.ledger import Ledger
from claimcheck.check.stories import stem_of, stems_of
from claimcheck.model.claim import Claim

_FARTHEST = Decimal(2)  # times that one figure may be the other
_SLACK_DAYS = 5
_LEVELS = (None, "level", "share", "ratio")
_RATES = ("percent", "degree", "kelvin", "degree_Celsius")


def rivals_in_story(record: Claim, since: int, ledger: Ledger) -> Iterator[Claim]:
    """The earlier figures, from a year on, that the report of a record or one of its sisters gives for its like."""
    if record.status != "outcome" or not isinstance(record.value, Decimal):
        return
    for path in (record.path, *ledger.stories.sisters(record.path)):
        figures = ledger.stories.figures(path)
        again = [each for each in figures if each.value == record.value and each.measure == record.measure]
        for claim in figures:
            like = any(each is not record and _are_of_one_name(claim, each) for each in again)
            if claim is not record and _is_like(claim, record, retold=like) and _is_before(
                claim, record, since, retold=bool(again)
            ):
                yield claim


def _are_of_one_name(claim: Claim, again: Claim) -> bool:
    """True for two figures that a report gives for one thing, one of them the record retold."""
    return claim is not again and claim.metric == again.metric and claim.metric is not None


def _is_like(claim: Claim, record: Claim, *, retold: bool) -> bool:
    """True for a plain figure that may measure what a record does; retold: its report gives both under one name."""
    assert isinstance(record.value, Decimal)
    if not isinstance(claim.value, Decimal) or claim.role not in _LEVELS or claim.status != "outcome" or claim.trend:
        return False
    if claim.measure != record.measure or claim.noun != record.noun or claim.facets != record.facets:
        return False
    if not record.value / _FARTHEST <= claim.value <= record.value * _FARTHEST:
        return False
    if None not in (claim.subject, record.subject) and claim.subject != record.subject:
        return False
    if retold:
        return True
    if claim.known and record.known and claim.path != record.path:
        return claim.metric == record.metric
    names = {stem_of(name) for name in (*claim.story, *record.story)}
    mine, theirs = stems_of(record, own=True) - names, stems_of(claim, own=True) - names
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _is_before(claim: Claim, record: Claim, since: int, *, retold: bool) -> bool:
    """True for an earlier time of the same sort; any year that is told, where the time of the record is not known."""
    theirs, mine = claim.period, record.period
    if theirs is None or theirs.end is None or theirs.start.year < since:
        return False
    if mine is None:
        return retold and theirs.sort == "year"
    if mine.end is None or theirs.end > mine.start:
        return False
    apart = abs((theirs.end - theirs.start).days - (mine.end - mine.start).days)
    return apart <= _SLACK_DAYS or record.measure in _RATES
