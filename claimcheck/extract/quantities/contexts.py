"""Numbers that are no quantities by what stands around them: parts of names and codes, years, marks of lists."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.quantities.cut import Cut, words_of
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.listed import is_announced, is_listed
from claimcheck.extract.quantities.parts import goes_on
from claimcheck.extract.quantities.readings import Measured
from claimcheck.extract.quantities.surroundings import moves_before

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_LONGEST_MONTH = 31
_LONGEST_LABEL_LIST = 60  # tokens, so that the cost stays linear
_LABEL_DIGITS, _SHORTEST_NOUN = 2, 3
_NAME_REACH = 80
_AMOUNT_REACH = 5
_LONGEST_STREET = 4  # words
_HYPHENS = {"-", "–", "‑"}
_LIST_STOPS = {".", ")", ":"}
_NAME_LIMIT = Decimal(10000)


def refusal_before(cut: Cut, at: int, lexicon: QuantityLexicon) -> str | None:
    """Why the number at the token can be no quantity, whatever follows it; None when it may be one."""
    if at == 0:
        return None
    before = at - 1
    if cut.glued(at):
        if cut.kind[before] == "w" and cut.kind[at] == "n":
            return None if goes_on(cut, at, lexicon) else "part of a code or name"
        hyphenated = cut.low[before] in _HYPHENS and cut.glued(before)
        if hyphenated and before > 0 and cut.kind[at] == "n":
            return None if _opens_compound(cut, before, lexicon) else "part of a code or name"
        if cut.low[before] in ("#", "/", "№") or (cut.low[before] in (".", ":") and cut.glued(before)):
            return "part of a code, time or version"
    return None


def _opens_compound(cut: Cut, hyphen: int, lexicon: QuantityLexicon) -> bool:
    """True when what the hyphen ties to the number leaves it a quantity: "sub-7", "now-18", "5-6"; not "scp2-173"."""
    word = hyphen - 1
    if cut.kind[word] == "n":
        return not (cut.glued(word) and (cut.kind[word - 1] == "w" or cut.low[word - 1] in _HYPHENS))
    if cut.kind[word] != "w":
        return True
    part = cut.low[word] in lexicon.words["range"] or cut.low[word] in lexicon.words["hyphen-prefix"]
    return part or lexicon.hedges_before.before(cut, hyphen) is not None


def _is_labelled(cut: Cut, measured: Measured, lexicon: QuantityLexicon) -> bool:
    """True for a whole number after a word that numbers things: "category 5", "Room 12"."""
    amount = measured.amount
    plain = measured.unit is None and amount.scale == 1 and amount.last == 1 and "," not in cut.low[amount.end - 1]
    if not plain:
        return False
    known = lexicon.phrases["noun-label"].before(cut, amount.first)
    if known is not None and (measured.noun is None or (known[0] > 0 and cut.raw(known[0])[0].isupper())):
        return True
    if measured.noun is None and _continues_label(cut, amount.first, lexicon):
        return True
    if measured.noun is None and _names_a_noun(cut, amount.first, lexicon):
        return True
    return lexicon.phrases["name-label"].before(cut, amount.first) is not None


def _continues_label(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for the 19 of "pages 14 to 19" and the 7 of "sections 4, 5 and 7"."""
    step = at
    while step > max(2, at - _LONGEST_LABEL_LIST) and cut.kind[step - 2] == "n" and _joins(cut.low[step - 1], lexicon):
        step -= 2
    if step == at:
        return False
    return any(lexicon.phrases[kind].before(cut, step) is not None for kind in ("name-label", "noun-label"))


def _joins(word: str, lexicon: QuantityLexicon) -> bool:
    return word == "," or word in lexicon.words["and"] or word in lexicon.words["range"]


def _names_a_noun(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for a short number behind a singular noun that has a preposition and no article: "at stake 9"."""
    if at < 2 or cut.kind[at] != "n" or len(cut.low[at]) > _LABEL_DIGITS:
        return False
    if cut.kind[at - 1] != "w" or cut.taken[at - 1]:
        return False
    noun = cut.raw(at - 1)
    single = noun.islower() and not noun.endswith("s") and len(noun) > _SHORTEST_NOUN
    return single and cut.low[at - 2] in lexicon.words["label-lead"]


def refusal_after(cut: Cut, measured: Measured, lexicon: QuantityLexicon) -> str | None:
    """Why a number that has neither unit nor noun is no quantity; or None."""
    amount = measured.amount
    at, end = amount.first, amount.end
    if at > 0 and _is_labelled(cut, measured, lexicon):
        return "a number in a name"
    if cut.kind[at] == "w" and end == at + 1 and cut.raw(at)[0].isupper() and _follows_name(cut, at, lexicon):
        return "a number in a name"
    if cut.kind[at] != "n" or measured.unit is not None or amount.scale != 1:
        return None
    if end < cut.size and cut.glued(end) and cut.kind[end] != "s":
        return "part of a code or name"
    if end + 1 < cut.size and cut.low[end] in ("/", ":", ".") and cut.glued(end) and cut.glued(end + 1):
        return "part of a code, time or version"
    if measured.noun is None and end < cut.size and cut.low[end] in _HYPHENS and cut.glued(end) and cut.glued(end + 1):
        return None if cut.low[end + 1] in lexicon.words["hyphen-suffix"] else "part of a code or name"
    if _is_year(cut, at, amount.number, lexicon) or _is_of_era(cut, at, end, lexicon):
        return "a year"
    if measured.noun is None and _is_day(cut, at, end, amount.number, lexicon):
        return "a day of a month"
    if measured.noun is not None:
        return None
    return _bare_refusal(cut, at, end, lexicon)


def _is_year(cut: Cut, at: int, number: Decimal, lexicon: QuantityLexicon) -> bool:
    if len(cut.low[at]) != 4 or not cut.low[at].isdecimal():
        return False
    if 1900 <= number <= _LAST_YEAR - 50:
        return True
    if at == 0 or not _FIRST_YEAR <= number <= _LAST_YEAR + 99:
        return False
    by = number > _LAST_YEAR - 50 and cut.low[at - 1] in lexicon.words["by"]
    return (by and not _moved_by(cut, at - 1, lexicon)) or cut.low[at - 1] in lexicon.words["year-before"]


def _moved_by(cut: Cut, by: int, lexicon: QuantityLexicon) -> bool:
    """True where something rose or fell by what follows: "rose by 2100", but not "will rise by 30 cm by 2100"."""
    told = any(kind == "n" for kind in cut.kind[max(0, by - _AMOUNT_REACH) : by])
    return not told and moves_before(cut, by, lexicon)


def _is_of_era(cut: Cut, at: int, end: int, lexicon: QuantityLexicon) -> bool:
    """True for "400 BC", and for the second year of "A.D. 1000 and 1260"."""
    if not cut.low[at].isdecimal():
        return False
    eras = lexicon.phrases["era"]
    if is_before_era(cut, end, lexicon) or eras.before(cut, at) is not None:
        return True
    joint = cut.low[at - 1] in lexicon.words["and"] or cut.low[at - 1] in lexicon.words["range"]
    joined = at > 2 and joint and cut.kind[at - 2] == "n"
    return joined and (cut.taken[at - 2] or eras.before(cut, at - 2) is not None) and _names_era(cut, at - 2, lexicon)


def is_before_era(cut: Cut, end: int, lexicon: QuantityLexicon) -> bool:
    """True when the mark of an era stands at the token, in capitals: "400 BC"."""
    era = lexicon.phrases["era"].at(cut, end)
    return era is not None and cut.raw(end).isupper()


def _names_era(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True when an era stands before the number at the token, whoever has claimed it."""
    reach = "".join(cut.low[max(0, at - 4) : at])
    return any(reach.endswith("".join(words_of(era))) for era in lexicon.words["era"])


def _repeats_name(cut: Cut, at: int, end: int) -> bool:
    """True for a number that has been part of a name with the same word: the second 9 of "Zeta 9 Max and 9 Max Two"."""
    if end >= cut.size or cut.kind[end] != "w" or not cut.raw(end)[0].isupper():
        return False
    after = (cut.low[at], cut.raw(end))
    near = range(max(0, at - _NAME_REACH), at)
    return any(cut.taken[step] and (cut.low[step], cut.raw(step + 1)) == after for step in near)


def _is_day(cut: Cut, at: int, end: int, number: Decimal, lexicon: QuantityLexicon) -> bool:
    """True beside the name of a month: "sept. 30", "1 may"."""
    if not cut.low[at].isdecimal() or not 1 <= number <= _LONGEST_MONTH:
        return False
    before = at - 2 if at > 1 and cut.low[at - 1] == "." else at - 1
    if cut.is_open(before) and cut.low[before] in lexicon.words["month"]:
        return True
    return cut.is_open(end) and cut.low[end] in lexicon.words["month"] and not cut.glued(end)


def _bare_refusal(cut: Cut, at: int, end: int, lexicon: QuantityLexicon) -> str | None:
    opens = at == 0 or "\n" in cut.text[cut.end[at - 1] : cut.start[at]]
    if opens and end < cut.size and cut.low[end] in _LIST_STOPS and len(cut.low[at]) < 3:
        return "a mark of a list"
    heads = end < cut.size and cut.kind[end] == "w" and cut.raw(end)[0].isupper()
    if opens and heads and len(cut.low[at]) < 5 and "." in cut.low[at]:
        return "a number of a heading"
    closed = at > 0 and cut.low[at - 1] in ("(", "[") and end < cut.size and cut.low[end] in (")", "]")
    if closed and cut.low[at].isdecimal() and not is_announced(cut, at, lexicon):
        return "a number in brackets of its own"
    if _is_address(cut, at, end, lexicon):
        return "the number of a house"
    if _follows_name(cut, at, lexicon) or _repeats_name(cut, at, end):
        return "a number in a name"
    return None


def _is_address(cut: Cut, at: int, end: int, lexicon: QuantityLexicon) -> bool:
    """True for "14 Mill Lane": a whole number before a name that ends as those of streets do."""
    step = end
    while step < min(end + _LONGEST_STREET, cut.size) and cut.kind[step] == "w" and cut.raw(step)[0].isupper():
        if step > end and cut.low[step] in lexicon.words["street"]:
            return cut.low[at].isdecimal()
        step += 1
    return False


def _follows_name(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True right after a capitalised word that does not open its sentence: "Big 12", "Formula 1"."""
    before = at - 1
    if at == 0 or cut.kind[before] != "w" or not cut.raw(before)[0].isupper() or cut.taken[before]:
        return False
    if cut.kind[at] == "n" and (not cut.low[at].isdecimal() or Decimal(cut.low[at]) >= _NAME_LIMIT):
        return False
    if cut.raw(before) in lexicon.currencies or cut.low[before] in lexicon.words["noun-stop"]:
        return False
    if lexicon.hedges_before.before(cut, at) or is_listed(cut, at, lexicon):
        return False
    return lexicon.trends_before.before(cut, at) is None


def is_pronoun_one(cut: Cut, at: int, end: int, lexicon: QuantityLexicon) -> bool:
    """True for "one" that stands for a thing and counts nothing: "one of", "no one", "this one"."""
    if at > 0 and cut.low[at - 1] in lexicon.words["not-pronoun"]:
        return True
    if end + 1 < cut.size and cut.low[end] in lexicon.words["range"] and cut.low[end + 1] in lexicon.numerals:
        return False
    if end >= cut.size or cut.kind[end] != "w" or cut.low[end].endswith("ed"):
        return True
    if cut.low[end] in lexicon.words["noun-skip"]:
        return False
    return cut.low[end] in lexicon.words["one-stop"] or cut.low[end] in lexicon.words["noun-stop"]
