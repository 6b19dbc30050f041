"""Anchors: the days and amounts of a report that may tie it to another one, and which figures tell enough for that."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.check.days import day_of, is_day
from claimcheck.check.slips import digits_of, may_be_year, terms_of
from claimcheck.model.claim import Claim

_TELLING_DIGITS, _DIGITS_WITH_NOUN = 3, 2
_MANY = 100  # things are no number that another report gives by chance

Anchor = tuple[object, ...]


def anchor_of(claim: Claim) -> Anchor | None:
    """The day or the amount that may tie the report of a claim to another one."""
    if claim.kind == "quantity":
        tells = isinstance(claim.value, Decimal) and is_telling(claim)
        return (claim.measure, *terms_of(claim)) if tells else None
    return ("day", day_of(claim)) if is_day(claim) else None


def is_telling(claim: Claim) -> bool:
    """True for a figure that another report will hardly give by chance."""
    noun, value = claim.noun, claim.value
    if noun and isinstance(value, Decimal) and value >= _MANY:
        return True
    if may_be_year(claim):
        return False
    return len(digits_of(claim)) >= (_DIGITS_WITH_NOUN if noun or claim.measure != "count" else _TELLING_DIGITS)
