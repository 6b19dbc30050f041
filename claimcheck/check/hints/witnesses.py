"""Hints for citations and dates: the one slip by which a report stands apart from all the others.

With two reports alone nobody can tell which of them slipped. Where every further report agrees with one of the two,
and one slip turns the other into that, the slip is the likely cause.
"""

from __future__ import annotations

import datetime as dt

from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.period import Period
from claimcheck.model.period_words import period_words
from claimcheck.model.slips import swaps_of


def hint_of_witnesses(finding: Finding) -> str | None:
    """What the odd one of two dates or numbers would read without its slip; None where no such slip, or none is odd."""
    if len(finding.claims) != 2 or not finding.repeats:
        return None
    first, second = finding.claims
    for odd, other in ((first, second), (second, first)):
        agreed = all(_say_the_same(each, other) and each.path != odd.path for each in finding.repeats)
        told = _unslipped(odd, other) if agreed else None
        if told is not None:
            return f"{quote(odd)} would fit if it read {told}."
    return None


def _say_the_same(one: Claim, other: Claim) -> bool:
    return (one.date, one.identifier) == (other.date, other.identifier) and one.kind == other.kind


def _unslipped(odd: Claim, other: Claim) -> str | None:
    """What the odd one would read, and the slip that it suffered; None when no single slip lies between the two."""
    if odd.date is not None and other.date is not None and odd.date != other.date:
        slip = _slip_of_date(odd.date, other.date)
        return slip and f"{period_words(Period.parse(other.date.isoformat()))} ({slip})"
    if odd.kind == "reference" and odd.identifier and other.identifier in _with_digits_swapped(odd.identifier):
        return f"“{other.identifier}” (two digits swapped)"
    return None


def _slip_of_date(odd: dt.date, other: dt.date) -> str | None:
    """The slip between two dates in words.

    >>> _slip_of_date(dt.date(2024, 4, 3), dt.date(2024, 3, 4)), _slip_of_date(dt.date(2023, 5, 2), dt.date(2024, 5, 2))
    ('day and month swapped', 'a year off')
    >>> _slip_of_date(dt.date(2024, 8, 12), dt.date(2024, 8, 21))
    'two digits swapped'
    """
    if (odd.year, odd.month, odd.day) == (other.year, other.day, other.month):
        return "day and month swapped"
    if (odd.month, odd.day) == (other.month, other.day):
        return "a year off" if abs(odd.year - other.year) == 1 else None
    swapped = (odd.year, odd.month) == (other.year, other.month) and f"{other.day:02}" in swaps_of(f"{odd.day:02}")
    return "two digits swapped" if swapped else None


def _with_digits_swapped(number: str) -> set[str]:
    """A number of a document with each two neighbouring digits swapped; letters stay where they are."""
    return {other for other in swaps_of(number) if _shape(other) == _shape(number)}


def _shape(number: str) -> str:
    """A number with all its digits alike.

    >>> _shape("14/2024/NQ-CP")
    '00/0000/NQ-CP'
    """
    return "".join("0" if char.isdigit() else char for char in number)
