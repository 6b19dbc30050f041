"""Reads what a number is measured in: percent, money, units of measure, rates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.quantities.amounts import Amount, currency_sign
from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon, UnitSense
from claimcheck.extract.quantities.nouns import is_plural, singular
from claimcheck.extract.quantities.parts import unit_of_part
from claimcheck.model.measure import dimension_of, measure_of

_LONGEST_SYMBOL = 6
_NEAR = 60  # tokens
_ABOUT = 12
_LONGEST_STUFF = 4  # words between "of" and the time of a rate
_TIME = measure_of("hour").base
_HUNDREDTHS = ("cent", "penny", "paisa", "kopek")  # of the money that they are told with
_LONGEST_FUND = 4  # words of "General Fund dollar"
_PERCENT, _POUND = "percent", "pound"
_LARGE = Decimal(1000)
_SPREAD_OVER = ("area", "volume", "mass")  # dimensions of what so much is grown, driven or made with
_HYPHENS = {"-", "–"}
_MEGA = Decimal(10**6)


@dataclass(slots=True)
class UnitRead:
    """A unit, the token after it, and a scale that is written after or inside it ("75 USD million", "30 MUSD")."""

    unit: str
    end: int
    scale: Decimal = Decimal(1)


def read_unit(cut: Cut, amount: Amount, lexicon: QuantityLexicon) -> UnitRead | None:
    """The unit of an amount: the currency before it, or what follows; None for a bare number or a counted noun."""
    at = amount.end
    if amount.unit is not None:
        after = _currency_word(cut, at, amount, lexicon)
        end = after.end if after and after.unit in lexicon.currencies else at
        note = lexicon.phrases["money-note"].at(cut, end)
        if note is not None and read_rate(cut, note[0], lexicon) is not None:
            end = note[0]
        return _with_rate(cut, UnitRead(amount.unit, end), lexicon)
    found = _unit_at(cut, at, amount, lexicon)
    if found is None and at < cut.size and cut.low[at] in _HYPHENS and cut.glued(at) == cut.glued(at + 1):
        found = _hyphenated(cut, at + 1, amount, lexicon)
    if found is None and at + 2 < cut.size and cut.low[at] in "([" and cut.low[at + 2] in ")]":
        inside = _unit_at(cut, at + 1, amount, lexicon)
        return UnitRead(inside.unit, at + 3) if inside and inside.end == at + 2 else None
    return _with_rate(cut, found, lexicon) if found else None


def _hyphenated(cut: Cut, at: int, amount: Amount, lexicon: QuantityLexicon) -> UnitRead | None:
    found = _unit_at(cut, at, amount, lexicon)
    if found is None or (found.end - at == 1 and len(cut.low[at]) == 1):
        return None
    spaced = not cut.glued(at)  # "a 30 - year bond", but not "it has 30 - dollars are accepted"
    return None if spaced and (cut.kind[at] != "w" or cut.low[found.end - 1].endswith("s")) else found


def _unit_at(cut: Cut, at: int, amount: Amount, lexicon: QuantityLexicon) -> UnitRead | None:
    if not cut.is_open(at) or cut.low[at] not in lexicon.unit_starts:
        return None
    point = lexicon.points.at(cut, at)
    if point is not None:
        return UnitRead(point[1], point[0])
    part = unit_of_part(cut, at, lexicon)
    if part is not None:
        return UnitRead(part, at + 1)
    return (
        _mega_currency(cut, at, lexicon)
        or _currency_word(cut, at, amount, lexicon)
        or _symbol(cut, at, lexicon)
        or _worded(cut, at, amount, lexicon)
    )


def _mega_currency(cut: Cut, at: int, lexicon: QuantityLexicon) -> UnitRead | None:
    raw = cut.raw(at)
    if len(raw) == 4 and raw[0] == "M" and raw[1:] in lexicon.currencies:
        return UnitRead(raw[1:], at + 1, _MEGA)
    return None


def _currency_word(cut: Cut, at: int, amount: Amount, lexicon: QuantityLexicon) -> UnitRead | None:
    """A sign, code or name of a currency after the number, unless it opens the next amount ("$5 $6")."""
    if not cut.is_open(at) or cut.low[at] not in lexicon.unit_starts:
        return None
    sign = currency_sign(cut, at, lexicon)
    if sign is not None and not (sign[0] < cut.size and cut.kind[sign[0]] == "n" and not cut.glued(at)):
        scale = lexicon.scales.at(cut, sign[0])
        if scale is not None and len(cut.low[sign[0]]) > 3:
            return UnitRead(sign[1], scale[0], scale[1])
        return UnitRead(sign[1], sign[0])
    worded = _worded(cut, at, amount, lexicon)
    return worded if worded is not None and worded.unit in lexicon.currencies else None


def _symbol(cut: Cut, at: int, lexicon: QuantityLexicon) -> UnitRead | None:
    if cut.raw(at) not in lexicon.symbol_starts:
        return None
    parts = tuple(cut.raw(step) for step in range(at, min(at + _LONGEST_SYMBOL, cut.size)))
    for length in range(len(parts), 0, -1):
        end = at + length
        unit = _sense(cut, at, parts[:length], lexicon) or lexicon.symbols.get(parts[:length])
        if unit is None or (end < cut.size and cut.glued(end) and cut.kind[end] != "s" and cut.kind[end - 1] != "s"):
            continue
        if length == 1 and parts[0] in lexicon.glued_symbols and not _stands_apart(cut, at, lexicon):
            continue
        if length == 1 and parts[0] in lexicon.apart_symbols and cut.glued(at):
            continue
        if length == len(parts[0]) == 1 and _opens_compound(cut, at):
            continue
        return UnitRead(unit, end)
    return None


def _opens_compound(cut: Cut, at: int) -> bool:
    """True for a letter apart from the digits that a hyphen ties to a word: "300 t-shirts"."""
    end = at + 1
    return not cut.glued(at) and end < cut.size and cut.glued(end) and cut.low[end] in _HYPHENS and cut.glued(end + 1)


def _sense(cut: Cut, at: int, sign: tuple[str, ...], lexicon: QuantityLexicon) -> str | None:
    """The unit that a sign means by the words that stand about."""
    senses = lexicon.senses.get(sign)
    if senses is None:
        return None
    near = cut.low[max(0, at - _NEAR) : at + _NEAR]
    return next((unit for words, unit in senses if not words.isdisjoint(near)), None)


_INCHES = '"'


def _stands_apart(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for a short sign right after the digits, and before a rate: "1.3 A/cm2"."""
    if cut.glued(at):
        return True
    if cut.low[at] == _INCHES:
        return cut.low[max(0, at - _NEAR) : at + _NEAR].count(_INCHES) == 1  # no mark of a quotation, which come in two
    return cut.glued(at + 1) and cut.low[at + 1] == "/" and read_rate(cut, at + 1, lexicon) is not None


def _worded(cut: Cut, at: int, amount: Amount, lexicon: QuantityLexicon) -> UnitRead | None:
    found = lexicon.unit_words.at(cut, at)
    if found is None or _names_things(cut, at, found[0], amount, lexicon):
        return None
    end, sense = found
    large = amount.scale >= _LARGE
    if sense.only_large and not (large or abs(amount.number) >= _LARGE):
        return None
    return UnitRead(sense.large if large or _means_large(cut, at, end, sense, lexicon) else sense.unit, end)


def _means_large(cut: Cut, at: int, end: int, sense: UnitSense, lexicon: QuantityLexicon) -> bool:
    """Whether the words about show that no scale is needed for the larger meaning: "840,000 pounds was spent"."""
    if not sense.near or (end < cut.size and cut.low[end] in lexicon.words["of"]):
        return False
    about = cut.low[max(0, at - _ABOUT) : end + _ABOUT]
    return not sense.near.isdisjoint(about) and sense.unless.isdisjoint(about)


def _names_things(cut: Cut, at: int, end: int, amount: Amount, lexicon: QuantityLexicon) -> bool:
    """True where the word of a unit only says which things are counted: "300 day tickets", "4,500 week passes"."""
    if lexicon.phrases["unit-thing"].at(cut, at) is not None:
        return True
    many = amount.number >= _LARGE and lexicon.group in cut.low[amount.end - 1] and amount.end == at
    time = many and not cut.glued(at) and cut.low[at] in lexicon.words["unit-thing-many"]
    return time and cut.is_open(end) and is_plural(cut.low[end], lexicon)


def _share_of_money(cut: Cut, found: UnitRead, lexicon: QuantityLexicon) -> UnitRead | None:
    """ "eight pence in the pound", "46 cents of every General Fund dollar": a share of a hundred, or None."""
    joint = lexicon.phrases["of-each-money"].at(cut, found.end)
    if joint is None:
        return None
    for step in range(joint[0], min(joint[0] + _LONGEST_FUND, cut.size)):
        if not cut.is_open(step) or cut.kind[step] != "w" or cut.low[step] in lexicon.words["noun-stop"]:
            return None
        money = lexicon.unit_words.at(cut, step)
        if money is not None and (money[1].unit in lexicon.currencies or money[1].unit == _POUND):
            alone = step > joint[0] or cut.low[step - 1] not in lexicon.words["definite"]
            alone = alone or not cut.is_open(money[0]) or cut.kind[money[0]] != "w"
            alone = alone or cut.low[money[0]] in lexicon.words["noun-stop"]
            return UnitRead(_PERCENT, money[0]) if alone else None  # "40 cents in the euro zone"
    return None


def _with_rate(cut: Cut, found: UnitRead, lexicon: QuantityLexicon) -> UnitRead:
    if found.unit in _HUNDREDTHS and (share := _share_of_money(cut, found, lexicon)) is not None:
        return share
    money = _other_money(cut, found, lexicon) if found.unit in lexicon.currencies else None
    rate = money or read_rate(cut, found.end, lexicon) or _to_the_unit(cut, found.end, lexicon)
    if rate is not None:
        under_it, end = _further_rate(cut, rate, lexicon)
        return UnitRead(f"{found.unit}_per_{under_it}", end, found.scale)
    under = _rate_behind_stuff(cut, found.end, lexicon)
    return UnitRead(f"{found.unit}_per_{under}", found.end, found.scale) if under is not None else found


def _further_rate(cut: Cut, rate: tuple[str, int], lexicon: QuantityLexicon) -> tuple[str, int]:
    """A rate with what it is told for besides: "t/ha/crop" is no amount of a year. Times are left to the period."""
    under, end = rate
    if not cut.is_open(end) or cut.low[end] not in lexicon.words["per"]:
        return rate
    further = read_rate(cut, end, lexicon)
    if further is None and cut.low[end] == "/" and cut.is_open(end + 1) and cut.kind[end + 1] == "w":
        further = cut.low[end + 1], end + 2
    if further is None or dimension_of(measure_of(further[0]).base) == "time":
        return rate
    return f"{under}_per_{further[0]}", further[1]


def _other_money(cut: Cut, found: UnitRead, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The other currency of an exchange rate, and the token after it: "24,500 dong to the dollar"."""
    at = found.end
    if not cut.is_open(at) or cut.low[at] not in lexicon.words["per"] | lexicon.words["to-money"]:
        return None
    at += 1
    at += 1 if at < cut.size and cut.low[at] in lexicon.words["article"] | lexicon.words["definite"] else 0
    money = _currency_word(cut, at, Amount(at, at, Decimal(1), Decimal(1), "digits", None), lexicon)
    return (money.unit, money.end) if money is not None and money.unit != found.unit else None


def _to_the_unit(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The rate of "6.5 tonnes to the hectare"; a length may be where something is brought to ("to the yard")."""
    if at + 2 >= cut.size or not cut.is_open(at) or cut.low[at] not in lexicon.words["to-unit"]:
        return None
    if cut.low[at + 1] not in lexicon.words["definite"]:
        return None
    under = _denominator(cut, at + 2, lexicon, any_noun=False)
    return under if under is not None and dimension_of(measure_of(under[0]).base) in _SPREAD_OVER else None


def _rate_behind_stuff(cut: Cut, at: int, lexicon: QuantityLexicon) -> str | None:
    """The rate of "3 tonnes of raw steel a year", whose words stay in the sentence."""
    if at >= cut.size or cut.low[at] not in lexicon.words["of"]:
        return None
    for step in range(at + 2, min(at + 2 + _LONGEST_STUFF, cut.size)):
        if not cut.is_open(step - 1) or cut.kind[step - 1] != "w" or cut.low[step - 1] in lexicon.words["noun-stop"]:
            return None
        rate = read_rate(cut, step, lexicon)
        if rate is not None:
            certain = cut.low[step] in lexicon.words["per"] and cut.low[step].isalpha()  # "900 kg of beans per acre"
            return rate[0] if certain or measure_of(rate[0]).base == _TIME else None
    return None


def read_rate(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """What stands after "per", "/" or "a" ("$519 a tonne", "USD/tấn"), and the token after it."""
    at = _over_hyphen(cut, at)
    if not cut.is_open(at):
        return None
    word = cut.low[at]
    per = word in lexicon.words["per"]
    each = word in lexicon.words["each"]
    if not (per or each) or lexicon.phrases["not-per"].at(cut, at) is not None:
        return None
    under = _over_hyphen(cut, at + 1)
    if not cut.is_open(under):
        return None
    denominator = _denominator(cut, under, lexicon, any_noun=per and word != "/")
    if denominator is None:
        return None
    under_it, end = denominator
    elsewhen = end < cut.size and cut.low[end] in lexicon.words["not-rate"] and not per
    elsewhen = elsewhen and not (cut.is_open(end + 1) and cut.low[end + 1] in lexicon.words["still-rate"])
    if elsewhen and dimension_of(measure_of(under_it).base) == "time":
        return None  # "6.78 billion a year earlier"
    return denominator


def _denominator(cut: Cut, at: int, lexicon: QuantityLexicon, *, any_noun: bool) -> tuple[str, int] | None:
    dummy = Amount(at, at, Decimal(1), Decimal(1), "digits", None)
    found = _symbol(cut, at, lexicon) or _worded(cut, at, dummy, lexicon)
    if found is not None and found.unit not in lexicon.currencies:
        return found.unit, found.end
    if cut.low[at] in lexicon.words["rate-noun"]:
        return cut.low[at], at + 1
    if any_noun and cut.kind[at] == "n":
        number = "".join(digit for digit in cut.low[at] if digit.isdecimal())
        measured = at + 1 < cut.size and cut.low[at + 1] not in lexicon.words["noun-stop"]
        under = _unit_at(cut, at + 1, dummy, lexicon) if measured else None
        return (number, at + 1) if under is None else (f"{number}_{under.unit}", under.end)  # "per 100 km"
    if any_noun and cut.kind[at] == "w" and cut.low[at] not in lexicon.words["noun-stop"]:
        return singular(cut.low[at], lexicon), at + 1
    return None


def _over_hyphen(cut: Cut, at: int) -> int:
    return at + 1 if at < cut.size and cut.low[at] in _HYPHENS and cut.glued(at) and cut.glued(at + 1) else at
