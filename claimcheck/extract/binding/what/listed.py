"""Metrics from the noun right before a figure: of one in a list of like figures, or of a label."""

from __future__ import annotations

from bisect import bisect_left

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, governed, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, quantity_before
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.whose.entities import is_name
from claimcheck.model.mention import Role

_MARKS = ("(", ":", "|", ",", "-", "–", "—")  # between a label and its figure


def elliptic(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """", imports 1.4 billion", "taste by 51%": in a list of like figures the noun before the figure names it."""
    place = at - 1
    place -= sentence.around[place].kind == "A"  # "fees only 3%"
    link = sentence.around[place]
    if link.kind == "P" and ("share-link" in link.classes or _is_repeated(sentence, place, link.head)):
        place -= 1
    if sentence.around[place].kind != "NP" or lexicon.has("indefinite", sentence.around[place].det):
        return None
    if _is_of_time(sentence, at, sentence.items[place], lexicon):
        return None
    while _hangs_on_noun(sentence, place):
        place -= 2
    if lexicon.has("attachment", sentence.around[place - 1].head) and lexicon.has(
            "stand-in", sentence.around[place - 2].head):
        place -= 2  # "shipments of fish were worth 8 million, those of tin 6 million"
    opener = sentence.around[place - 1]
    if opener.text not in (",", ";") and opener.kind != "C":
        return None
    earlier = quantity_before(sentence, place)
    verb = verb_before(sentence, at)
    if earlier is None or (verb is not None and verb > earlier):
        return None
    role = _role_of_same_sort(sentence, at, earlier)
    noun = sentence.items[place]
    named = (noun.place is not None and not noun.place.by_people) or noun.head in lexicon.scope_nouns
    doer = "people-noun" in noun.classes or (noun.article == "definite" and "vague-head" not in noun.classes)
    shares_thing = doer and _counts_same_thing(sentence, at, earlier)
    listed = _counts_behind_name(sentence, at, earlier)
    if named or shares_thing or (noun.place is None and is_name(noun, lexicon) and (listed or verb is not None)):
        return Binding(None, role, place, verb, earlier)  # "Italy took 28% of it, Spain 24%"
    return Binding(noun_phrase(sentence, place, lexicon), role, place, verb)


def _is_of_time(sentence: Sentence, at: int, noun: Item, lexicon: BindingLexicon) -> bool:
    """True for the "next" of "over the next three years"."""
    return unit_sort(draft_at(sentence, at)) == "time" and bool(noun.det) and lexicon.has("adjective", noun.head)


def _is_repeated(sentence: Sentence, at: int, link: str) -> bool:
    """True for the second "for" of "tea accounted for 5 tonnes and coffee for 3": as before the figure before."""
    earlier = quantity_before(sentence, at)
    return earlier is not None and sentence.around[earlier - 1].head == link


def _counts_same_thing(sentence: Sentence, at: int, earlier: int) -> bool:
    """True for "builders added 6,200 jobs, hospitals 3,900": the thing that the second clause counts is left out."""
    draft, other = draft_at(sentence, at), draft_at(sentence, earlier)
    first = quantity_before(sentence, earlier)
    if first is not None and other.noun is None and any(item.text == "," for item in sentence.items[first:earlier]):
        return _counts_same_thing(sentence, at, first)  # "and the inn 900"
    alone = draft.unit == other.unit == "count" and draft.noun is None and other.noun is not None
    return alone and sentence.around[earlier + 1].kind == "NP" and sentence.around[earlier - 1].kind == "V"


def _counts_behind_name(sentence: Sentence, at: int, earlier: int) -> bool:
    """True for the second figure of "Lomeri 611 boats, Kaputir 398": the first tells what is counted."""
    draft, other = draft_at(sentence, at), draft_at(sentence, earlier)
    return draft.unit == other.unit == "count" and draft.noun is None and sentence.around[earlier - 1].kind == "NP"


def _hangs_on_noun(sentence: Sentence, at: int) -> bool:
    """True for a noun phrase that a preposition ties to the one before it, but for what that one has."""
    link = sentence.around[at - 1]
    tied = governed(sentence, at) and sentence.around[at - 2].kind == "NP" and link.kind == "P"
    return tied and "having-link" not in link.classes


def _role_of_same_sort(sentence: Sentence, at: int, earlier: int) -> Role | None:
    same = draft_at(sentence, at).unit == draft_at(sentence, earlier).unit == "percent"
    extent = draft_at(sentence, at).trend or "extent-link" in sentence.around[at - 1].classes
    return "share" if same and not extent else None


def dated_entry(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """The second figure of "Visitors: 2018, 4,010; 2019, 4,370": what the one before the semicolon measures.

    Nothing but a time stands before it, and nothing but what brackets hold behind the one before.
    """
    place = at - 1
    while sentence.around[place].kind == "T" or sentence.around[place].text in _MARKS:
        place -= 1
    known = bisect_left(sentence.quantities, at)
    if place == at - 1 or sentence.around[place].text != ";" or not known:
        return None
    earlier = sentence.quantities[known - 1]
    draft, other = draft_at(sentence, at), draft_at(sentence, earlier)
    aside = sentence.items[earlier + 1 : place]
    plain = not aside or (aside[0].text == "(" and aside[-1].text == ")")
    if not plain or draft.unit != other.unit or draft.noun not in (None, other.noun):
        return None
    return Binding(same_as=earlier)


def labelled(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"Revenue: N", "| Coal | N |", "imports N", "Hanoi (58)", "load, N,": the phrase just before."""
    place = at - 1
    while sentence.around[place].kind == "T" or (place > at - 4 and sentence.around[place].text in _MARKS):
        place -= 1
    if sentence.around[place].kind == "P" and sentence.around[place + 1].kind == "T" and any(
        item.text == ":" for item in sentence.items[place:at]
    ):
        place -= 1  # "Starters since 2017: 2017, 1,944"
    if sentence.around[place].kind != "NP":
        return None
    first, noun = place, sentence.items[place]
    if _is_of_time(sentence, at, noun, lexicon):
        return None
    if lexicon.has("indefinite", noun.det) and lexicon.has("time-head", noun.head):
        earlier = quantity_before(sentence, at)  # "four boats a day (five on Fridays)"
        return None if earlier is None else Binding(same_as=earlier)
    while _hangs_on_noun(sentence, first):
        first -= 2
    verb = verb_before(sentence, at)
    return Binding(noun_phrase(sentence, first, lexicon), None, first, verb)
