"""Numbers that differ as misprints do: in one digit, or by two digits that changed places."""

from __future__ import annotations

from decimal import Decimal

_FEWEST_DIGITS = 2


def is_misprint(told: Decimal, true: Decimal) -> bool:
    """True when a number is another but for one digit, or two neighbours that changed places; not when they are equal.

    >>> is_misprint(Decimal(620), Decimal(720)), is_misprint(Decimal("0.85"), Decimal("0.58"))
    (True, True)
    >>> is_misprint(Decimal(620), Decimal(734)), is_misprint(Decimal(7), Decimal(9))
    (False, False)
    """
    one, other = _digits(told, true)
    if len(one) != len(other) or len(one.strip("0")) < _FEWEST_DIGITS or len(other.strip("0")) < _FEWEST_DIGITS:
        return False
    apart = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    turned = [one[place] for place in apart] == [other[place] for place in reversed(apart)]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and turned


def _digits(told: Decimal, true: Decimal) -> tuple[str, str]:
    """Both numbers as whole numbers of their smallest place."""
    place = min(int(each.normalize().as_tuple().exponent) for each in (told, true))
    return str(int(told.scaleb(-place))), str(int(true.scaleb(-place)))
