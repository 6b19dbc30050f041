"""Numbers behind names that are the figures of a list, and no parts of the names.

"Merrow Hill 657; Dunlow 583", "Deaths: Selm 4, Torrau 9", "Norway won 12 medals, Chile 9 and Peru 7".
"""

from __future__ import annotations

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon

_APOSTROPHES = ("'", "\u2019")
_MOST_ITEMS = 40  # of a list of names and numbers, so that the cost stays linear
_LISTED_DIGITS = 3
_LIST_MARKS = {",", ";"}
_LIST_ENDS = {",", ";", ")"}
_LONGEST_NOUN, _FEWEST_COUNTED = 3, 4  # words and things; few may be those named ("2 rockets, Falcon 9 and Ariane 5")


def is_listed(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for the figures of a list: "Merrow Hill 657; Dunlow 583; Port Carn 629", "Deaths: Selm 4, Torrau 9"."""
    if cut.kind[at] != "n":
        return False
    if is_announced(cut, at, lexicon) or _goes_without_noun(cut, at, lexicon):
        return True
    if len(cut.low[at]) < _LISTED_DIGITS:
        return False
    return ";" in (cut.low[at + 1] if at + 1 < cut.size else "", cut.low[_name_start(cut, at) - 1])


def is_announced(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for a number behind a name in a list of at least two behind a colon: "Deaths: Selm 4, Torrau (9)"."""
    step: int | None = at
    for items in range(1, _MOST_ITEMS):
        if step is None:
            break
        name = _name_start(cut, step - 1 if cut.low[step - 1] == "(" else step)
        if name == 0 or name == step:
            break
        if cut.low[name - 1] == ":":
            return items > 1 or _lists_on(cut, at + 1, lexicon)
        step = _over_joint(cut, name, lexicon)
    return False


def _over_joint(cut: Cut, name: int, lexicon: QuantityLexicon) -> int | None:
    """The number before the marks and the "and" that join a name to the item before it; None without any.

    What the number counts may stand behind it: "Osterby 412 calls, Lunde 286".
    """
    step = _before_joint(cut, name, lexicon)
    joined = step < name - 1
    step -= 1 if cut.low[step] == ")" else 0
    noun = cut.kind[step] == "w" and cut.raw(step).islower()
    step -= 1 if joined and noun else 0
    return step if joined and step > 0 and cut.kind[step] == "n" and not cut.taken[step] else None


def _before_joint(cut: Cut, name: int, lexicon: QuantityLexicon) -> int:
    """The token before the marks and the "and" that stand before a name."""
    step = name - 1
    while step > 0 and (cut.low[step] in _LIST_MARKS or cut.low[step] in lexicon.words["and"]):
        step -= 1
    return step


def _name_start(cut: Cut, at: int) -> int:
    """Where the capitalised words begin that stand before a token: those of "Farmers' League 21" too."""
    while at > 0:
        before = at - 1 if cut.low[at - 1] not in _APOSTROPHES else at - 2
        if before < 0 or cut.kind[before] != "w" or not cut.raw(before)[0].isupper():
            break
        at = before
    return at


def _lists_on(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True where a mark, a name and another number follow: the ", Bero 28" of "Medals: Asco 12, Bero 28"."""
    start = at
    while at < cut.size and (cut.low[at] in _LIST_ENDS or cut.low[at] in lexicon.words["and"]):
        at += 1
    name = at
    while at < cut.size and (cut.low[at] in _APOSTROPHES or (cut.kind[at] == "w" and cut.raw(at)[0].isupper())):
        at += 1
    at += 1 if name < at < cut.size and cut.low[at] == "(" else 0
    return start < name < at < cut.size and cut.kind[at] == "n" and not cut.taken[at]


def _goes_without_noun(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for the figures of a list that tells what it counts once: "Norway won 12 medals, Chile 9 and Peru 7"."""
    if not _ends_item(cut, at + 1, lexicon):
        return False
    step = at
    for _ in range(_MOST_ITEMS):
        name = _name_start(cut, step)
        if name in (0, step):
            break
        before = _over_joint(cut, name, lexicon)
        step = _number_of(cut, _before_joint(cut, name, lexicon)) if before is None else before
    return step != at and _counts_things(cut, step)


def _number_of(cut: Cut, last: int) -> int:
    """Where the number may stand that counts the words up to a token: "12 gold medals"."""
    first = last
    while first > 0 and cut.kind[first] == "w" and cut.raw(first).islower() and last - first < _LONGEST_NOUN:
        first -= 1
    return first


def _counts_things(cut: Cut, at: int) -> bool:
    """True for a number with a plain word behind it, but for a few things, which the list may name."""
    if cut.kind[at] != "n" or cut.taken[at] or not (cut.kind[at + 1] == "w" and cut.raw(at + 1).islower()):
        return False
    return not cut.low[at].isdecimal() or int(cut.low[at]) >= _FEWEST_COUNTED


def _ends_item(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for the comma or conjunction behind an item of a list, and for the end of a sentence."""
    return at >= cut.size or cut.low[at] == "." or cut.low[at] in _LIST_MARKS or cut.low[at] in lexicon.words["and"]
