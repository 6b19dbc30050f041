"""Whether a total, or one of its parts, may be a slip of the pen for what would make them agree."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model.slips import swapped_over


def is_slip(shown: int, meant: int) -> bool:
    """True when one slip makes one whole number of another: a digit wrong, lost or doubled, two digits swapped.

    >>> is_slip(4127, 4172), is_slip(4127, 4157), is_slip(412, 4127), is_slip(4127, 5128)
    (True, True, True, False)
    """
    if (shown < 0) != (meant < 0):
        return False
    one, other = str(abs(shown)), str(abs(meant))
    if len(one) == len(other):
        apart = sum(a != b for a, b in zip(one, other, strict=True))
        return apart == 1 or (apart == 2 and swapped_over(Decimal(one), Decimal(other)) == 1)
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) - len(shorter) != 1 or len(shorter) < 2:
        return False
    at = next((at for at, digit in enumerate(shorter) if digit != longer[at]), len(shorter))
    return longer[:at] + longer[at + 1 :] == shorter


def may_be_slip(shown: int, meant: int, parts: Sequence[int]) -> bool:
    """True when a slip in a total, or in one of its parts, would explain that they do not agree."""
    gap = shown - meant
    return is_slip(shown, meant) or any(part and is_slip(part, part + gap) for part in parts)


def has_lost_sign(shown: int, meant: int, parts: Sequence[int]) -> bool:
    """True when a total would come out if one of at least three parts were below zero and not above it.

    >>> has_lost_sign(80, 120, [70, 20, 30]), has_lost_sign(80, 121, [70, 20, 31])
    (True, False)
    """
    return sum(map(bool, parts)) > 2 and any(part > 0 and meant - shown == 2 * part for part in parts)
