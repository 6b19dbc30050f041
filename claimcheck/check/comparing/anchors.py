"""Anchors: the days and amounts of a report that may tie it to another one, and which figures tell enough for that."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimcheck.check.comparing.slips import is_year, terms_in
from claimcheck.model.claim import Claim
from claimcheck.model.slips import significant_digits

_TELLING_DIGITS, _DIGITS_WITH_NOUN = 3, 2
_MANY = 100  # things are no number that another report gives by chance

Anchor = tuple[object, ...]


def is_telling(claim: Claim) -> bool:
    """True for a figure that another report will hardly give by chance."""
    value = claim.value
    return isinstance(value, Decimal) and _tells(claim.measure, claim.unit, claim.noun, value)


@lru_cache(maxsize=65536)  # of the amounts of many reports few are told but once
def anchor_of(measure: str | None, unit: str | None, noun: str | None, value: object) -> Anchor | None:
    """The amount that may tie the report of a figure to another one; None where it tells too little."""
    if not isinstance(value, Decimal) or not _tells(measure, unit, noun, value):
        return None
    return measure, *terms_in(unit, value)


def _tells(measure: str | None, unit: str | None, noun: str | None, value: Decimal) -> bool:
    if noun and value >= _MANY:
        return True
    if noun is None and unit == "count" and is_year(value):
        return False
    return len(significant_digits(value)) >= (_DIGITS_WITH_NOUN if noun or measure != "count" else _TELLING_DIGITS)
