"""Whom a noun phrase names: a place, a body, or the report's own by "the province", "the company", "our country"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.whose.entities import (
    NOBODY,
    PLACE_SORTS,
    About,
    entity_text,
    is_body,
    is_name,
    place_about,
)
from claimcheck.extract.binding.whose.report import Own


def speaks_of(item: Item, place: KnownPlace, own: Own) -> bool:
    """False for a people that is only part of what is counted ("South Koreans", "Japanese tourists")."""
    if not place.by_people:
        return True
    if item.text.split()[-1][:1].isupper():
        return False
    return place.name == own.nation or (own.place is None and place.name == own.home)


def our(item: Item, own: Own, lexicon: BindingLexicon) -> About:
    words = {*item.words, *item.owner.split()}
    if lexicon.classes["nation-noun"] & words:
        return About(own.home, own.home) if own.home else About("our country")
    return NOBODY


def named(sentence: Sentence, at: int, own: Own, lexicon: BindingLexicon) -> About:
    """A place, a body with a proper name, "the province", or "the clinics"."""
    item = sentence.items[at]
    if item.place is not None and not item.place.by_people:
        return About(item.text, item.place.name) if is_body(item, lexicon) else place_about(item.place)
    if lexicon.has("sharing-possessive", item.owner):
        return our(item, own, lexicon)
    if item.article == "definite" and is_generic(item.head, lexicon) and len(item.words) == 1:
        link, name = sentence.around[at + 1], sentence.around[at + 2]
        if "whole-link" in link.classes and is_name(name, lexicon) and item.head in lexicon.scope_nouns:
            return About(name.text, name.text)
        return generic(item.head, own, lexicon)
    if item.article == "definite" and len(item.words) == 1 and item.head in own.full_names:
        return About(own.full_names[item.head])
    body = entity_text(sentence, at, lexicon) if item.article == "definite" or item.proper else None
    return About(body) if body else NOBODY


def is_generic(head: str, lexicon: BindingLexicon) -> bool:
    """True for a noun that may point back at the report's own: "province", "company"."""
    return head in lexicon.generic_nouns


def generic(head: str, own: Own, lexicon: BindingLexicon) -> About:
    """"The province", "the company": the report's own, if it has one of that sort; else the noun itself."""
    if lexicon.has("nation-noun", head):
        return About(own.nation, own.nation) if own.nation else About(head)
    sorts = [kind for kind in PLACE_SORTS if lexicon.has(f"{kind}-noun", head)]
    for place in (own.place, own.sent_from) if sorts else ():
        if place is not None and (place.kind in sorts or ("region" in sorts and place.kind != "city")):
            return place_about(place)
    if not sorts and own.organisation:
        return About(own.organisation)
    if own.titled.is_known and (own.titled.place is not None) == bool(sorts):
        return own.titled
    return About(own.full_names.get(head, head))
