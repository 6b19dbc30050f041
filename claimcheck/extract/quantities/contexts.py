"""Numbers that are no quantities by what stands around them: parts of names and codes, years, marks of lists."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon
from claimcheck.extract.quantities.readings import Measured

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_HYPHENS = {"-", "–", "‑"}
_LIST_STOPS = {".", ")", ":"}
_MOST_SIGNS = 24  # digits and marks of a number; the precision of our decimals ends soon after
_NAME_LIMIT = Decimal(10000)


def refusal_before(cut: Cut, at: int, lexicon: QuantityLexicon) -> str | None:
    """Why the number at the token can be no quantity, whatever follows it; None when it may be one."""
    if len(cut.low[at]) > _MOST_SIGNS and cut.kind[at] == "n":
        return "more digits than any amount has"
    if at == 0:
        return None
    before = at - 1
    if cut.glued(at):
        if cut.kind[before] == "w" and cut.kind[at] == "n":
            return "part of a code or name"
        hyphenated = cut.low[before] in _HYPHENS and cut.glued(before)
        if hyphenated and before > 0 and cut.kind[before - 1] == "w" and cut.kind[at] == "n":
            known = lexicon.hedges_before.before(cut, before)
            return None if known or lexicon.has("range", cut.low[before - 1]) else "part of a code or name"
        if cut.low[before] in ("#", "/", "№") or (cut.low[before] in (".", ":") and cut.glued(before)):
            return "part of a code, time or version"
    if not cut.taken[before] and lexicon.phrases["name-label"].before(cut, at) is not None:
        return "a number in a name"
    return None


def refusal_after(cut: Cut, measured: Measured, lexicon: QuantityLexicon) -> str | None:
    """Why a number that has neither unit nor noun is no quantity; or None."""
    amount = measured.amount
    at, end = amount.first, amount.end
    if cut.kind[at] != "n" or measured.unit is not None or amount.scale != 1:
        return None
    if end < len(cut) and cut.glued(end) and cut.kind[end] != "s":
        return "part of a code or name"
    if end + 1 < len(cut) and cut.low[end] in ("/", ":", ".") and cut.glued(end) and cut.glued(end + 1):
        return "part of a code, time or version"
    if measured.noun is None and end < len(cut) and cut.low[end] in _HYPHENS and cut.glued(end) and cut.glued(end + 1):
        return "part of a code or name"
    if _is_year(cut, at, amount.number):
        return "a year"
    if measured.noun is not None:
        return None
    return _bare_refusal(cut, at, end, lexicon)


def _is_year(cut: Cut, at: int, number: Decimal) -> bool:
    return len(cut.low[at]) == 4 and cut.low[at].isdecimal() and 1900 <= number <= _LAST_YEAR - 50


def _bare_refusal(cut: Cut, at: int, end: int, lexicon: QuantityLexicon) -> str | None:
    opens = at == 0 or "\n" in cut.text[cut.end[at - 1] : cut.start[at]]
    if opens and end < len(cut) and cut.low[end] in _LIST_STOPS and len(cut.low[at]) < 3:
        return "a mark of a list"
    heads = end < len(cut) and cut.kind[end] == "w" and cut.raw(end)[0].isupper()
    if opens and heads and len(cut.low[at]) < 5 and "." in cut.low[at]:
        return "a number of a heading"
    if at > 0 and cut.low[at - 1] in ("(", "[") and end < len(cut) and cut.low[end] in (")", "]"):
        return "a number in brackets of its own"
    if _follows_name(cut, at, lexicon):
        return "a number in a name"
    return None


def _follows_name(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True right after a capitalised word that does not open its sentence: "Big 12", "Formula 1"."""
    before = at - 1
    if at == 0 or cut.kind[before] != "w" or not cut.raw(before)[0].isupper() or cut.taken[before]:
        return False
    if not cut.low[at].isdecimal() or Decimal(cut.low[at]) >= _NAME_LIMIT:
        return False
    if lexicon.has("noun-stop", cut.low[before]) or lexicon.hedges_before.before(cut, at):
        return False
    return lexicon.trends_before.before(cut, at) is None


def is_pronoun_one(cut: Cut, at: int, end: int, lexicon: QuantityLexicon) -> bool:
    """True for "one" that stands for a thing and counts nothing: "one of", "no one", "this one"."""
    if at > 0 and lexicon.has("not-pronoun", cut.low[at - 1]):
        return True
    if end + 1 < len(cut) and lexicon.has("range", cut.low[end]) and cut.low[end + 1] in lexicon.numerals:
        return False
    if end >= len(cut) or cut.kind[end] != "w" or cut.low[end].endswith("ed"):
        return True
    if lexicon.has("noun-skip", cut.low[end]):
        return False
    return lexicon.has("one-stop", cut.low[end]) or lexicon.has("noun-stop", cut.low[end])
