"""Readable metric phrases from noun phrases and what hangs on them."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.whose.entities import is_bearer


def noun_phrase(sentence: Sentence, at: int, lexicon: BindingLexicon, *, reach: int = 3) -> str:
    """The words of the noun phrase at a place, with the phrases that hang on it ("number of dairy farms").

    Places and dates that hang on it are left out: they are subject and period.
    """
    item = sentence.around[at]
    parts = [_stood_for(sentence, at, lexicon) or item.text]
    place = at + 1
    for _ in range(reach):
        link, noun = sentence.around[place], sentence.around[place + 1]
        if link.kind == "C" and noun.kind == "NP" and "adding-joint" in link.classes and len(parts) > 1:
            parts += [link.text, noun.text]
            place += 2
            continue
        attached = link.kind == "P" and lexicon.has("attachment", link.head) and noun.kind == "NP"
        if not attached or _is_setting(noun, lexicon) or ("whole-link" in link.classes and is_bearer(noun, lexicon)):
            break
        parts += [link.text, noun.text]
        place += 2
    return " ".join(" ".join(parts).split())


def _stood_for(sentence: Sentence, at: int, lexicon: BindingLexicon) -> str:
    """The shipments of "shipments of fish rose, those of tin fell", the wind share of "Wind's share"; "" for others."""
    item = sentence.around[at]
    if item.owner and item.owner_place is None and lexicon.has("share-noun", item.head) and not lexicon.has(
            "possessive", item.owner):
        return f"{item.owner} {item.text}"
    link = sentence.around[at + 1]
    if not lexicon.has("stand-in", item.head) or not lexicon.has("attachment", link.head):
        return ""
    for place in range(at - 1, -1, -1):
        noun = sentence.items[place]
        if noun.kind == "NP" and (sentence.around[place + 1].head == link.head or noun.owner):
            return noun.head
    return ""


def _is_setting(noun: Item, lexicon: BindingLexicon) -> bool:
    """True for a phrase that says where or whose, not what."""
    if noun.place is not None and not noun.place.by_people:
        return True
    return (lexicon.has("setting-determiner", noun.det) and lexicon.has("own-head", noun.head)) or (
        noun.proper and lexicon.has("organisation-head", noun.head)
    )


def is_vague(item: Item, lexicon: BindingLexicon) -> bool:
    """True for a phrase that only points at a metric named elsewhere ("the total", "the figure")."""
    if item.kind == "N":
        return True
    bare = all(lexicon.has("adjective", word) for word in item.words[:-1])
    return bare and not item.owner and (
        lexicon.has("vague-head", item.head) or lexicon.has("change-noun", item.head)
    )
