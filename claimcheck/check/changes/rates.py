"""Rates: what tells that two percentages are those that a change in percentage points lies between.

Points are told of rates alone, and are their plain difference: hardly a rate stands beside them that is none of theirs,
and words need tell less than of other changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.model.claim import Claim

POINTS = "percentage_point"
_RATE = "percent"
_NEXT = 300  # characters between two figures of neighbouring sentences
_LEAD = 2.5  # log odds by which rates lead all that make something else, and are the only ones that may be meant
_FARTHEST = 3  # times that points may miss what such rates make

Weighed = tuple[float, float]  # what tells for two rates, and what they make


def rates_around(change: Claim, figures: Sequence[Claim], *, elsewhere: bool) -> Sequence[Claim]:
    """The rates around a change in points that its levels may repeat; none for another change.

    Rates of another report (`elsewhere`) may repeat any of them; those of its own report are meant where they stand in
    the sentence of the change, or right before it where that gives none.
    """
    if change.measure != POINTS:
        return ()
    rates = [each for each in figures if each.measure == _RATE]
    own = [each for each in rates if in_one_sentence(each, change)]
    if elsewhere:
        return [each for each in rates if in_one_sentence(each, change) or abs(each.start - change.start) < _NEXT]
    return own or [each for each in rates if 0 < change.start - each.start < _NEXT]


def make_points(change: Claim, to: Claim, base: Claim) -> bool:
    """True for rates whose plain difference, either way, is a change in points."""
    assert change.reading is not None
    assert to.reading is not None
    assert base.reading is not None
    made = to.reading.strict - base.reading.strict
    return not (change.reading.strict.is_disjoint(made) and change.reading.strict.is_disjoint(-made))


def lead_in_points(change: Claim, rates: Weighed, others: Iterable[Weighed]) -> bool:
    """True for the rates of a change in points for which much more speaks than for any that make something else."""
    if change.measure != POINTS or not isinstance(change.value, Decimal) or change.hedge or change.form == "fraction":
        return False
    score, made = rates
    told = float(change.value)
    lead = score - max((other for other, _ in others), default=0.0)
    return lead >= _LEAD and told / _FARTHEST <= made <= told * _FARTHEST
