"""Where a clause is set: "in Vietnam", "at Lao Cai", the name that a line begins with."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, located, verb_before
from claimcheck.extract.binding.grammar.pattern import draft_at
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.whose.entities import NOBODY, About, is_name, place_about
from claimcheck.extract.binding.whose.naming import named
from claimcheck.extract.binding.whose.report import Own

_MEASURED = ("temperature", "length")  # sorts of what is measured at a place
_OPENING = 4  # pieces behind "and" among which the verb of a second statement stands: "and last year it closed"


def fronted(sentence: Sentence, agent: int, own: Own, lexicon: BindingLexicon) -> About:
    """The place that opens a clause with a pronoun: "in Kessel they slumped to 2,700 euros"."""
    link, item = sentence.around[agent - 2], sentence.around[agent - 1]
    leads = lexicon.has("place-preposition", link.head) or (item.place and lexicon.has("scope-preposition", link.head))
    if agent < 2 or item.kind != "NP" or not leads:
        return NOBODY
    about = named(sentence, agent - 1, own, lexicon)
    return about if about.place is not None or not is_name(item, lexicon) else About(item.text, item.text)


def of_setting(sentence: Sentence, at: int, own: Own, lexicon: BindingLexicon) -> About:
    """A place that the clause is set in: "in Vietnam", "at Lao Cai"."""
    for place in _settings(sentence, at, lexicon):
        item = sentence.items[place]
        if sentence.around[place - 2].proper:  # "the Republic of Korea"
            continue
        about = named(sentence, place, own, lexicon)
        if about.place is not None and _fits_own(item, own):
            return about
        if about.is_known and item.head in lexicon.scope_nouns:
            return about
        alone = len(item.words) == 1
        whose = item.owner[:1].isupper() and item.owner_place is None and _opens_clause(sentence, place, at)
        if whose and item.head in lexicon.entity_heads:
            return About(f"{item.owner}'s {item.text}")  # "at Okoro's farm 40 of 90 beds are free"
        by_name = is_name(item, lexicon) and (not alone or (not item.det and _opens_clause(sentence, place, at)))
        if own.place is None and by_name and "inside-preposition" in sentence.around[place - 1].classes:
            return About(item.text, item.text)
    return NOBODY


def found_at(sentence: Sentence, at: int, lexicon: BindingLexicon) -> About:
    """The place right behind what was measured there: "39.9°C in Dunmore"."""
    spot, measured = sentence.around[at + 2], unit_sort(draft_at(sentence, at)) in _MEASURED
    if not measured or spot.kind != "NP" or not lexicon.has("spot-preposition", sentence.around[at + 1].head):
        return NOBODY
    if spot.place is not None:
        return place_about(spot.place)
    return About(spot.text, spot.text) if is_name(spot, lexicon) else NOBODY


def _opens_clause(sentence: Sentence, place: int, at: int) -> bool:
    """True for "In Lindau" at the beginning of the clause of a figure."""
    opener = sentence.around[place - 2]
    opens = place < 2 or opener.kind in "SC" or opener.text in (",", ";")
    return opens and not any(item.kind in "SR" or item.text == ";" for item in sentence.items[place:at]) and place < at


def of_heading(sentence: Sentence, own: Own, lexicon: BindingLexicon) -> About:
    """The name that a line begins with: "Norland: exports 7.2 billion, imports 6.9 billion dollars"."""
    item = sentence.items[0]
    if item.kind != "NP" or sentence.around[1].text != ":":
        return NOBODY
    if item.place is not None:
        return named(sentence, 0, own, lexicon)
    return About(item.text) if len(item.words) > 1 and is_name(item, lexicon) else NOBODY


def _fits_own(item: Item, own: Own) -> bool:
    """False for a foreign country in a province's report: "with partners in Japan" says nothing of the scope."""
    if own.place is None or item.place is None or item.place.kind != "nation":
        return True
    return own.place.parent == item.place.name


def _settings(sentence: Sentence, at: int, lexicon: BindingLexicon) -> list[int]:
    """The noun phrases of the clause behind "in", "at" and the like, the nearest first."""
    places = located(sentence, lexicon.classes["place-preposition"])
    if places and ";" in sentence.text:
        clause = _clause(sentence, at)
        places = [place for place in places if place in clause]
    places = [place for place in places if place < at or not _is_of_next(sentence, at, place)]
    return sorted(places, key=lambda place: abs(place - at))


def _is_of_next(sentence: Sentence, at: int, place: int) -> bool:
    """True where something else is told first: "it saves 7 million and will close its office in", "39, 22 of them in".
    """
    between = sentence.items[at + 1:place]
    joint = next((n for n, item in enumerate(between) if item.kind == "C"), len(between))
    told = verb_before(sentence, at) is not None or any(item.kind == "V" for item in between[:joint])
    if told and any(item.kind == "V" for item in between[joint + 1:joint + _OPENING]):
        return True
    return any(item.kind == "Q" and after.kind == "R" for item, after in pairwise(between))


def _clause(sentence: Sentence, at: int) -> range:
    """The places around a figure up to the semicolons."""
    first = at
    while first > 0 and sentence.items[first - 1].text != ";":
        first -= 1
    last = at
    while last + 1 < len(sentence.items) and sentence.items[last + 1].text != ";":
        last += 1
    return range(first, last + 1)
