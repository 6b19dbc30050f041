"""The words of a figure with another number in them: "7,260 billion VND" becomes "7,620 billion VND".

A result told in the words of the figure that it is set against is compared at a glance: nobody has to turn trillions
into billions, or codes of currencies into names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from claimcheck.model.claim import Claim
from claimcheck.model.in_words import amount
from claimcheck.model.interval import decimal_text

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_SEPARATORS = ".,"
_GROUP = 3
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Written:
    """The number in the words of a figure: value = digits x 10 ** exponent; so many of the digits are decimals."""

    text: str
    digits: str
    decimals: int
    exponent: int

    @property
    def value(self) -> Decimal:
        return Decimal(int(self.digits)).scaleb(self.exponent)


def written_in(claim: Claim) -> Written | None:
    """The only number in the words of a figure above zero; None when there is none of its value, or several.

    >>> written_in(Claim(text="24.5 million", value=Decimal(24_500_000)))
    Written(text='24.5', digits='245', decimals=1, exponent=5)
    """
    found = _NUMBER.findall(claim.text)
    if len(found) != 1 or not isinstance(claim.value, Decimal) or claim.value <= 0:
        return None
    digits = "".join(char for char in found[0] if char.isdigit())
    if not int(digits) or len(digits) > _MOST_DIGITS:
        return None
    exponent = claim.value.adjusted() - Decimal(int(digits)).adjusted()
    written = Written(found[0], digits, _decimals(found[0], exponent), exponent)
    return written if written.value == claim.value else None


def _decimals(number: str, exponent: int) -> int:
    """How many digits stand behind the point: "1,250" has none, unless its value shows them to be decimals."""
    at = max(number.rfind(sign) for sign in _SEPARATORS)
    behind = len(number) - at - 1 if at >= 0 else 0
    if behind != _GROUP:
        return behind
    several = sum(number.count(sign) for sign in _SEPARATORS) > 1
    return behind if exponent < 0 or (not several and number.startswith("0")) else 0


def reworded(claim: Claim, written: Written, whole: str, decimals: str) -> str:
    """The words of a figure with other digits, before and behind the point, in place of its number."""
    comma, point = _signs(written)
    if len(whole) > _GROUP and (comma in written.text or len(written.digits) - written.decimals <= _GROUP):
        whole = f"{int(whole):,}".replace(",", comma)
    told = whole + (point + decimals if decimals else "")
    return " ".join(claim.text.replace(written.text, told, 1).split())


def in_words_of(claim: Claim, value: Fraction) -> str:
    """An amount in the unit of a figure as that figure's own words would tell it; a plain amount where they cannot.

    >>> budget = Claim(text="18,450 billion VND", value=Decimal(18_450 * 10**9), unit="VND", measure="VND")
    >>> in_words_of(budget, Fraction(18_150 * 10**9)), in_words_of(budget, Fraction(10**9))
    ('18,150 billion VND', '1 billion VND')
    >>> in_words_of(Claim(text="a third", value=Decimal(30), unit="percent", form="words"), Fraction(25))
    '25%'
    """
    written = written_in(claim)
    if written is None or value <= 0:
        return amount(value, claim.unit)
    shown = value / Fraction(10) ** (written.exponent + written.decimals)
    whole, _, decimals = decimal_text(shown).partition(".")
    return amount(value, claim.unit) if shown == 1 == value else reworded(claim, written, whole, decimals)


def _signs(written: Written) -> tuple[str, str]:
    """What sets thousands apart in a number, and what its decimals; the usual ones where it shows none."""
    signs = [char for char in written.text if char in _SEPARATORS]
    if written.decimals:
        point = signs[-1]
        return next((sign for sign in signs if sign != point), _other(point)), point
    comma = signs[0] if signs else ","
    return comma, _other(comma)


def _other(sign: str) -> str:
    return "." if sign == "," else ","
