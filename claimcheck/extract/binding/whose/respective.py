"""Lists that belong together one by one: "Selm and Torrau follow with 97 and 52 boats respectively"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.grammar.pattern import Binding
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.whose.entities import NOBODY, About, is_name, place_about


def listed_with(sentence: Sentence, at: int, found: Binding | None, lexicon: BindingLexicon) -> About:
    """"Selm and Torrau sold 97 and 52 boats respectively", "Selm sold 97 boats, Torrau 52": the one of the list."""
    place = _holder_of(sentence, at, lexicon)
    listed = place is not None
    second = found is not None and _is_next(sentence, at, found)
    if place is None and found is not None and (second or found.anchor in (at - 1, at - 2)):
        place = found.anchor if found.same_as is not None or found.is_holder else None
    item = sentence.items[place] if place is not None else None
    if item is None or item.kind != "NP":
        return NOBODY
    if item.place is not None:
        return place_about(item.place)
    thing = second and item.article == "definite"  # "The castle drew 40,000 guests, the inn 900"
    of_whole = place is not None and "whole-link" in sentence.around[place + 1].classes
    whole = sentence.around[place + 2] if place is not None and of_whole else item
    if thing and item.head in lexicon.scope_nouns and is_name(whole, lexicon):
        return About(whole.text, whole.text)  # "the province of Selm 900"
    named = is_name(item, lexicon) or (listed and item.text[:1].isupper())
    return About(item.text) if thing or named else NOBODY


def _is_next(sentence: Sentence, at: int, found: Binding) -> bool:
    """True for the inn of "The castle drew 40,000 guests, the inn 900"."""
    if found.anchor is None or found.same_as is None or not -1 < found.same_as < found.anchor < at:
        return False
    opener = sentence.around[found.anchor - 1]
    return opener.kind == "C" or opener.text == ","


def _holder_of(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The noun phrase that a figure belongs to, where as many are listed as figures; None for other sentences."""
    words, behind = lexicon.classes["one-by-one"], range(at, len(sentence.items))
    if words.isdisjoint(sentence.heads):
        return None
    end = next((place for place in behind if sentence.items[place].head in words), None)
    if end is None:
        return None
    figures = _listed(sentence, end - 1, "Q", ("NP", "P"))
    verb = next((place for place in range(figures[0], -1, -1) if sentence.items[place].kind == "V"), None)
    if verb is None or at not in figures:
        return None
    holders = _listed(sentence, verb - 1, "NP", ())
    return holders[figures.index(at)] if len(holders) == len(figures) > 1 else None


def _listed(sentence: Sentence, last: int, kind: str, besides: tuple[str, ...]) -> list[int]:
    """The places of the items of a kind in a list that ends at a place; besides: kinds that may stand among them."""
    found: list[int] = []
    for place in range(last, -1, -1):
        item = sentence.items[place]
        if item.kind == kind:
            found.append(place)
        elif not (item.kind == "C" or item.text == "," or item.kind in besides):
            break
    return found[::-1] or [last]
