"""How the words of claims begin, by which they are known again."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.check.comparing.anchors import is_telling
from claimcheck.model.claim import Claim

STEM = 5  # "Chile" and "Chilean" begin alike
_SHORT = 3  # letters of a word that keeps its s


def noun_of(claim: Claim) -> str:
    """The counted noun that heads a figure ("registered jobseekers": "jobseeker"); "" for an amount in a unit."""
    return (claim.noun or "").rpartition(" ")[2].casefold()


def is_same_number(a: Claim, b: Claim) -> bool:
    """True for one number of one sort of things."""
    if a.measure != b.measure or a.value != b.value or not isinstance(a.value, Decimal):
        return False
    return is_telling(a) and (noun_of(a) == noun_of(b) or bool(stems_of(a, own=True) & stems_of(b, own=True)))


def stems_of(claim: Claim, *, own: bool = False) -> frozenset[str]:
    """How the words of a figure's name begin, and with them those of its sentence unless only its own are asked for."""
    named = {*(claim.metric or "").replace("-", " ").split(), *(claim.phrase or "").casefold().split(),
             *(claim.noun or "").casefold().split()}
    words = named if own else named | claim.context
    return frozenset(stem_of(word) for word in words if len(word) > 2)


def stem_of(word: str) -> str:
    """How a word begins, whatever its number.

    >>> stem_of("roads"), stem_of("road"), stem_of("schools"), stem_of("bus")
    ('road', 'road', 'schoo', 'bus')
    """
    return (word.removesuffix("s") if len(word) > _SHORT else word)[:STEM]
