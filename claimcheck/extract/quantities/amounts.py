"""Reads an amount: sign or code of a currency, number, scale. Units after it are read elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.nouns import starts_plural
from claimcheck.extract.quantities.numerals import Numeral, read_numeral
from claimcheck.model.mention import NumeralForm

_ONE = Decimal(1)
_LONGEST = 20  # digits; nobody writes out more, and exact division ends at 28
_MOST_SCALES = 4  # trillion, billion, million, thousand
_MINUS = {"-", "−", "–"}
_ALWAYS_SCALE = {"mn", "mln", "mio", "bn", "bln", "trn", "tn", "tln"}


@dataclass(slots=True)
class Amount:
    """A number with its scale, from token `first` up to `end`; `unit` is set by a currency written before it.

    number: the numeral without its scale; last: place value of its last digit, scale not applied.
    """

    first: int
    end: int
    number: Decimal
    scale: Decimal
    form: NumeralForm
    last: Decimal | None
    unit: str | None = None

    @property
    def value(self) -> Decimal:
        return self.number * self.scale

    @property
    def last_place(self) -> Decimal | None:
        """Place value of the last written digit, scale applied."""
        return None if self.last is None else self.last * self.scale

    @property
    def round_place(self) -> Decimal | None:
        """Place value of the last digit that is not zero, scale applied; a zero behind the point counts."""
        if self.last is None or self.last < 1 or not self.number or self.number.adjusted() > _LONGEST:
            return self.last_place
        place = self.last
        ten = place * 10
        while self.number % ten == 0:
            place, ten = ten, ten * 10
        return place * self.scale


def read_amount(cut: Cut, at: int, lexicon: QuantityLexicon) -> Amount | None:
    """The amount that starts at the token, with a currency before it or not; None where there is no number."""
    unit, number_at, scale = _currency(cut, at, lexicon)
    negative = False
    if number_at < cut.size and cut.low[number_at] in lexicon.words["minus"]:
        negative, number_at = True, number_at + 1
        number_at += 1 if number_at < cut.size and cut.low[number_at] in _MINUS else 0
    elif number_at < cut.size and cut.low[number_at] in _MINUS and cut.glued(number_at + 1):
        if unit is None and not _opens(cut, number_at):
            return None
        negative, number_at = True, number_at + 1
    numeral = read_numeral(cut, number_at, lexicon)
    if numeral is None:
        return None
    amount = Amount(at, numeral.end, numeral.value, scale, numeral.form, numeral.last, unit)
    add_scale(cut, amount, lexicon)
    if negative:
        amount.number = -amount.number
    return amount


def _opens(cut: Cut, at: int) -> bool:
    """True when a minus sign stands after a space or bracket, so that it is no hyphen."""
    return cut.kind[at + 1] == "n" and (at == 0 or not cut.glued(at) or cut.low[at - 1] == "(")


def _currency(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[str | None, int, Decimal]:
    """A currency before the number: its code, the token after it, and the scale of such as "MUSD"."""
    if cut.kind[at] == "n":
        return None, at, _ONE
    raw = cut.raw(at)
    if len(raw) == 4 and raw[0] == "M" and raw[1:] in lexicon.currencies:
        return raw[1:], at + 1, Decimal(10**6)
    found = currency_sign(cut, at, lexicon)
    if found is None:
        code = _money_word(cut, at, lexicon)
        return (code, at + 1 if code else at, _ONE)
    return found[1], found[0], _ONE


def _money_word(cut: Cut, at: int, lexicon: QuantityLexicon) -> str | None:
    """The currency of "rupees 500 crore": its name before a sum with a scale or grouped digits ("Euro 24" is none)."""
    number = at + 1
    if not (cut.kind[at] == "w" and cut.is_open(number) and cut.kind[number] == "n") or cut.glued(number):
        return None
    word = lexicon.unit_words.at(cut, at)
    if word is None or word[0] != number or word[1].only_large or word[1].unit not in lexicon.currencies:
        return None
    if at > 0 and cut.kind[at - 1] == "n":
        return None
    return word[1].unit if _is_large(cut, number, lexicon) else None


def _is_large(cut: Cut, number: int, lexicon: QuantityLexicon, shortest: int = 2) -> bool:
    """True for grouped digits, and for a number with a scale of at least so many letters behind it."""
    scale = lexicon.scales.at(cut, number + 1)
    return lexicon.group in cut.low[number] or (scale is not None and len(cut.low[number + 1]) >= shortest)


def currency_sign(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[int, str] | None:
    """A sign or code of a currency at the token, as the token after it and the code; letters must keep their case."""
    found = lexicon.currency_before.at(cut, at)
    if found is None:
        return None
    end, (sign, code) = found
    if sign in lexicon.glued_signs and not (cut.glued(end) and cut.kind[end] == "n" and len(cut.low[end]) > 1):
        return None
    if sign in lexicon.large_signs and not _is_before_large(cut, end, sign, lexicon):
        return None
    letters = [step for step in range(at, end) if cut.kind[step] == "w"]
    if letters and not _keeps_case(cut, at, end, sign, code):
        return None
    if end == at + 1 and (cut.raw(at),) in lexicon.symbols and cut.raw(at) not in (sign, code):
        return None  # "10 dm" are no marks
    return end, code


def _is_before_large(cut: Cut, at: int, sign: str, lexicon: QuantityLexicon) -> bool:
    """True where a large number begins, with nothing between where the sign before it is one letter."""
    if not (cut.is_open(at) and cut.kind[at] == "n" and (len(sign) > 1 or cut.glued(at))):
        return False
    return _is_large(cut, at, lexicon, shortest=1)


def _keeps_case(cut: Cut, at: int, end: int, sign: str, code: str) -> bool:
    """Letters count in their own case ("Rs", not "rs"); one letter only when glued to its sign ("A$", not "A $5")."""
    written = cut.text[cut.start[at] : cut.end[end - 1]]
    if written in (sign, code) or (not sign.isupper() and _is_spelt_like(written, sign)):
        return True
    if len(sign) == 2 and written[0] == sign[0].lower():
        return " " not in written or written[0] not in "as"  # "c$ 5" and "c $ 5", but not "it cost a $ 5 fee"
    return len(sign) > 2 and not sign[-1].isalpha() and "".join(written.split()).lower() == sign.lower()


def _is_spelt_like(written: str, sign: str) -> bool:
    """True for "Ksh" beside "KSh": a sign of three letters or more, with the same capital first."""
    return len(sign) > 2 and written[0].isupper() and written.lower() == sign.lower()


def add_scale(cut: Cut, amount: Amount, lexicon: QuantityLexicon, depth: int = 0) -> None:
    """Takes in the scale words after the number, and further number words below them."""
    for _ in range(_MOST_SCALES):
        at = amount.end
        if amount.form == "fraction" and at + 1 < cut.size and cut.low[at] in lexicon.words["of"]:
            at += 1 if cut.low[at + 1] in lexicon.words["article"] else 0  # "a quarter of a million"
        article = amount.form == "fraction" and at < cut.size and cut.low[at] in lexicon.words["article"]
        hyphen = at < cut.size and cut.low[at] == "-" and cut.glued(at) and cut.glued(at + 1)
        at += 1 if article or hyphen else 0
        scale = lexicon.scales.at(cut, at)
        if scale is None or not _is_scale(cut, at, amount, lexicon):
            return
        amount.end = scale[0]
        if amount.form == "fraction":
            amount.form, amount.last = "words", Decimal("0.1")
        amount.scale *= scale[1]
        if amount.form == "words" and amount.scale > 1 and depth < _MOST_SCALES:
            _add_rest(cut, amount, lexicon, depth + 1)


def _is_scale(cut: Cut, at: int, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """Short marks are scales only where nothing else can be meant: "5m" may be metres, "5t" tonnes."""
    word = cut.low[at]
    if len(word) > 3 or word in _ALWAYS_SCALE or not word.isascii():
        return True
    if cut.low[amount.end] == "-":
        return False
    if word == "k":
        return cut.glued(at)
    if amount.unit is not None:
        return cut.glued(at) or word != "t"
    if word == "t" or (word == "mm" and amount.unit is None):
        return False
    capital = cut.raw(at).isupper() and cut.glued(at + 1) is False
    of = at + 1 < cut.size and cut.low[at + 1] in lexicon.words["of"]
    return capital or of or _money_follows(cut, at + 1, lexicon) or starts_plural(cut, at + 1, lexicon)


def _money_follows(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    if currency_sign(cut, at, lexicon) is not None:
        return True
    word = lexicon.unit_words.at(cut, at)
    return word is not None and word[1].large in lexicon.currencies


def _add_rest(cut: Cut, amount: Amount, lexicon: QuantityLexicon, depth: int) -> None:
    """ "twenty-eight thousand" goes on with "six hundred forty-two"."""
    at = amount.end
    if at < cut.size and cut.low[at] in lexicon.words["and"]:
        at += 1
    if not cut.is_open(at) or cut.low[at] not in lexicon.numerals:
        return
    rest = read_numeral(cut, at, lexicon)
    if rest is None or rest.form != "words":
        return
    below = Amount(at, rest.end, rest.value, _ONE, "words", rest.last)
    add_scale(cut, below, lexicon, depth)
    if below.value < amount.scale and (at == amount.end or below.value < 100 or below.scale > 1):
        amount.number = amount.value + below.value
        amount.last = below.last_place
        amount.scale, amount.end = _ONE, below.end


def of_numeral(first: int, numeral: Numeral) -> Amount:
    """A numeral as an amount without scale."""
    return Amount(first, numeral.end, numeral.value, _ONE, numeral.form, numeral.last)
