"""Reads one number at a token: digits, number words, fractions, or a mixture ("2.5 million", "two and a half")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.model.mention import NumeralForm

_VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}
_ONE = Decimal(1)
_MOST_SIGNS = 24  # digits and marks
_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009"))
_MARKS = {"-", "–"}
_TIMES = {"×", "x", "·", "*"}
_MINUSES = {"-", "−", "–", "⁻"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(slots=True)
class Numeral:
    """A number without its scale: from the token where it was looked for up to `end`.

    last: place value of its last written digit, None where there are no digits to speak of.
    """

    value: Decimal
    end: int
    form: NumeralForm
    last: Decimal | None = _ONE


def parse_digits(written: str, decimal: str, group: str) -> tuple[Decimal, Decimal]:
    """The value of digits and the place value of the last one.

    >>> parse_digits("1,250.50", ".", ",")
    (Decimal('1250.50'), Decimal('0.01'))
    >>> parse_digits("36,6", ".", ",")
    (Decimal('36.6'), Decimal('0.1'))
    >>> parse_digits("1.250,50", ".", ",")
    (Decimal('1250.50'), Decimal('0.01'))
    """
    if written.isdecimal():
        return Decimal(written), _ONE
    plain = written.translate(_SPACES)
    if -1 < plain.find(decimal) < plain.find(group):
        decimal, group = group, decimal
    if group in plain and decimal not in plain and len(plain) - plain.rfind(group) - 1 < 3:
        plain = plain.replace(group, ".")
    else:
        plain = plain.replace(group, "").replace(decimal, ".")
    value = Decimal(plain)
    exponent = value.as_tuple().exponent
    return value, _ONE.scaleb(min(0, int(exponent)))


def is_endless(cut: Cut, at: int) -> bool:
    """True for a number with more digits than any amount has: the precision of our decimals would not hold it."""
    return cut.kind[at] == "n" and len(cut.low[at]) > _MOST_SIGNS


def read_numeral(cut: Cut, at: int, lexicon: QuantityLexicon) -> Numeral | None:
    """The number that starts at the token, or None."""
    if not cut.is_open(at) or is_endless(cut, at):
        return None
    if cut.kind[at] == "n":
        return _digits(cut, at, lexicon)
    word = cut.low[at]
    if word in _VULGAR:
        return Numeral(_ratio(*_VULGAR[word]), at + 1, "fraction", None)
    if word in lexicon.halves:
        return Numeral(Decimal("0.5"), at + 1, "fraction", None)
    if word in lexicon.words["article"]:
        return _after_article(cut, at, lexicon)
    if word in lexicon.fractions and _before_scale(cut, at + 1, lexicon):
        return Numeral(_ratio(1, int(lexicon.fractions[word])), at + 1, "fraction", None)
    if word in lexicon.numerals:
        return _words(cut, at, lexicon)
    return None


def _digits(cut: Cut, at: int, lexicon: QuantityLexicon) -> Numeral:
    value, last = parse_digits(cut.low[at], lexicon.decimal, lexicon.group)
    end = at + 1
    if end < cut.size and cut.low[end] in _VULGAR and cut.is_open(end):
        return Numeral(value + _ratio(*_VULGAR[cut.low[end]]), end + 1, "digits", Decimal("0.01"))
    if end == cut.size or (cut.kind[end] == "w" and cut.low[end] != "x" and cut.low[end] not in lexicon.words["and"]):
        return Numeral(value, end, "digits", last)
    special = _slashed(cut, at, value) or _power(cut, value, end, last) or _with_slashed(cut, at, value)
    if special is not None:
        return special
    half = _and_a_half(cut, end, lexicon)
    if half is not None:
        return Numeral(value + half.value, half.end, "digits", Decimal("0.1"))
    return Numeral(value, end, "digits", last)


def _slashed(cut: Cut, at: int, value: Decimal) -> Numeral | None:
    """A fraction in digits: 1/4."""
    if not (at + 2 < cut.size and cut.low[at + 1] == "/" and cut.glued(at + 1) and cut.glued(at + 2)):
        return None
    under = cut.low[at + 2]
    if cut.glued(at + 3) and cut.low[at + 3] == "/":
        return None
    if under in ("2", "3", "4", "5", "8", "10", "16") and 0 < value < int(under) and value == value.to_integral_value():
        return Numeral(_ratio(int(value), int(under)), at + 3, "fraction", None)
    return None


def _with_slashed(cut: Cut, at: int, value: Decimal) -> Numeral | None:
    """A whole number with a fraction in digits: 9 7/8."""
    after = at + 1
    if not cut.is_open(after) or not (cut.low[at].isdecimal() and cut.low[after].isdecimal()):
        return None
    part = _slashed(cut, after, Decimal(cut.low[after]))
    return None if part is None else Numeral(value + part.value, part.end, "digits", Decimal("0.01"))


def _power(cut: Cut, value: Decimal, at: int, last: Decimal) -> Numeral | None:
    """A number times a power of ten: 6.02×10^23, 1.99 × 10⁻³⁰, 1.6x10-19."""
    if not (at + 2 < cut.size and cut.low[at] in _TIMES and cut.low[at + 1] == "10" and cut.glued(at + 2)):
        return None
    step = at + 2
    step += 1 if cut.low[step] == "^" else 0
    sign = -1 if cut.is_open(step) and cut.low[step] in _MINUSES else 1
    step += 1 if sign < 0 else 0
    exponent = cut.low[step].translate(_RAISED) if cut.is_open(step) and cut.glued(step) else ""
    if not exponent.isdecimal() or len(exponent) > 2:
        return None
    scale = _ONE.scaleb(sign * int(exponent))
    return Numeral(value * scale, step + 1, "digits", last * scale)


def _after_article(cut: Cut, at: int, lexicon: QuantityLexicon) -> Numeral | None:
    """"a third", "a hundred", "a million", "a dozen", "a half"."""
    nxt = at + 1
    if not cut.is_open(nxt) or cut.kind[nxt] != "w":
        return None
    word = cut.low[nxt]
    if word in lexicon.fractions:
        return Numeral(_ratio(1, int(lexicon.fractions[word])), nxt + 1, "fraction", None)
    if word in lexicon.numerals and lexicon.numerals[word][0] == "hundred":
        return _words(cut, nxt, lexicon)
    scale = lexicon.scales.at(cut, nxt)
    if scale is not None and len(word) > 3:
        return Numeral(_ONE, nxt, "words")
    if word in lexicon.halves and _before_scale(cut, nxt + 1, lexicon):
        return Numeral(Decimal("0.5"), nxt + 1, "words", Decimal("0.1"))
    return None


def _words(cut: Cut, at: int, lexicon: QuantityLexicon) -> Numeral | None:
    """Number words, hundreds included; a scale word ends them, and what follows it is read by `read_amount`."""
    total, small, end, last = Decimal(0), None, at, _ONE
    step = at
    kind_before = ""
    while cut.is_open(step) and cut.low[step] in lexicon.numerals:
        kind, value = lexicon.numerals[cut.low[step]]
        if kind == "hundred":
            total = total + (small if small is not None else _ONE) * value
            small, last = None, value
        elif small is None or (kind_before == "ten" and kind == "unit" and value < 10):
            small, last = (small or Decimal(0)) + value, _ONE
        else:
            break
        kind_before = kind
        end = step + 1
        step = _joined(cut, end, lexicon)
    if end == at:
        return None
    value = total + (small or Decimal(0))
    return _fraction_in_words(cut, value, end, lexicon) or _mixed(cut, value, end, last, lexicon)


def _joined(cut: Cut, end: int, lexicon: QuantityLexicon) -> int:
    """Over the hyphen in "twenty-eight" and the "and" in "four hundred and two", if a number word follows."""
    if not cut.is_open(end):
        return end
    if cut.low[end] in _MARKS and cut.glued(end) and cut.glued(end + 1):
        return end + 1
    hundred_before = lexicon.numerals.get(cut.low[end - 1], ("", _ONE))[0] == "hundred"
    if hundred_before and cut.low[end] in lexicon.words["and"]:
        return end + 1
    return end


def _fraction_in_words(cut: Cut, value: Decimal, end: int, lexicon: QuantityLexicon) -> Numeral | None:
    """"two thirds", "three-quarters", "one in five", "nine out of ten"."""
    at = end + 1 if end < cut.size and cut.low[end] in _MARKS and cut.glued(end) and cut.glued(end + 1) else end
    if cut.is_open(at) and cut.low[at] in lexicon.fractions:
        under = lexicon.fractions[cut.low[at]]
        if value < under and (value > 1) == (cut.low[at].endswith("s") or under == 0):
            return Numeral(_ratio(int(value), int(under)), at + 1, "fraction", None)
    return None


def read_one_in(cut: Cut, value: Decimal, end: int, lexicon: QuantityLexicon) -> Numeral | None:
    """"one in five", "nine out of ten", "3 in 4": a share, when a larger number follows."""
    inside = lexicon.phrases["in"].at(cut, end) if "in" in lexicon.phrases else None
    if inside is None or value < 1:
        return None
    at = inside[0]
    if not cut.is_open(at) or value != value.to_integral_value():
        return None
    if cut.low[at] in lexicon.words["article"]:
        kind, under = lexicon.numerals.get(cut.low[at + 1], ("", _ONE)) if cut.is_open(at + 1) else ("", _ONE)
        return Numeral(value / under, at + 2, "fraction", None) if kind == "hundred" else None
    if cut.kind[at] == "n":
        under = parse_digits(cut.low[at], lexicon.decimal, lexicon.group)[0]
    elif cut.low[at] in lexicon.numerals:
        under = lexicon.numerals[cut.low[at]][1]
    else:
        return None
    if under > value and under <= 1000 and under == under.to_integral_value():
        return Numeral(value / under, at + 1, "fraction", None)
    return None


def _mixed(cut: Cut, value: Decimal, end: int, last: Decimal, lexicon: QuantityLexicon) -> Numeral:
    half = _and_a_half(cut, end, lexicon)
    if half is not None:
        return Numeral(value + half.value, half.end, "words", Decimal("0.1"))
    return Numeral(value, end, "words", last)


def _and_a_half(cut: Cut, at: int, lexicon: QuantityLexicon) -> Numeral | None:
    """The rest of "two and a half", "one and a quarter", "two-and-a-half"."""
    at = _over_hyphen(cut, at)
    if not (cut.is_open(at) and cut.low[at] in lexicon.words["and"]):
        return None
    at = _over_hyphen(cut, at + 1)
    if not (cut.is_open(at) and (cut.low[at] in lexicon.words["article"] or cut.low[at] in lexicon.numerals)):
        return None
    count = lexicon.numerals.get(cut.low[at], ("", _ONE))[1]
    at = _over_hyphen(cut, at + 1)
    if not cut.is_open(at):
        return None
    if cut.low[at] in lexicon.halves:
        return Numeral(Decimal("0.5"), at + 1, "fraction", None)
    if cut.low[at] in lexicon.fractions:
        return Numeral(_ratio(int(count), int(lexicon.fractions[cut.low[at]])), at + 1, "fraction", None)
    return None


def _over_hyphen(cut: Cut, at: int) -> int:
    return at + 1 if at < cut.size and cut.low[at] in _MARKS and cut.glued(at) and cut.glued(at + 1) else at


def _before_scale(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """"half a million", "half million", "quarter million"."""
    scale = lexicon.scales.at(cut, at)
    return scale is not None and len(cut.low[at]) > 3


def _ratio(over: int, under: int) -> Decimal:
    return Decimal(over) / Decimal(under)
