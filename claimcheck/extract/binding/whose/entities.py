"""Who a noun phrase stands for: a place, a body, a person, or the one that the report itself is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.whose.bearers import Bearer
from claimcheck.packs.schema.places import PlaceKind


class About(NamedTuple):
    """Subject and place of a figure; None where nothing names them."""

    subject: str | None = None
    place: str | None = None

    @property
    def is_known(self) -> bool:
        """True when there is anything."""
        return self.subject is not None or self.place is not None


NOBODY = About()
PLACE_SORTS: tuple[PlaceKind, ...] = ("province", "city", "region")


def place_about(place: KnownPlace) -> About:
    """A place as a subject."""
    return About(place.name, place.name)


def is_name(item: Item, lexicon: BindingLexicon) -> bool:
    """True for a proper name as a whole: it ends in a word with a capital, and is more than a title.

    A plural alone that opens a sentence ("Hotels welcomed ...") is a common noun, whatever its first letter.
    """
    if not item.proper or not item.text[:1].isalpha():
        return False
    last = item.text.rsplit(None, 1)[-1]
    if not last[:1].isupper() or (last.isupper() and (len(item.words) == 1 or "measure-acronym" in item.classes)):
        return False
    if len(item.words) == 1 and not item.det and item.plural and item.head[:-1] in lexicon.entity_heads:
        return False
    return not all(lexicon.has("person-head", word) for word in item.words)


def is_bearer(item: Item, lexicon: BindingLexicon) -> bool:
    """True for the name of the body or person that something is of: "the debt of Ravn Shipping"."""
    return item.place is None and not item.det and len(item.words) > 1 and is_name(item, lexicon)


def sets_scene(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the name of "emissions in Ordal", "in the state of Ordal", but not of "a rise in Ordal".

    What somebody does in a place is not told of the place: a verb stands right before it.
    """
    link, noun = sentence.around[at - 1], sentence.around[at - 2]
    if lexicon.has("stand-in", noun.head):
        return "whole-link" in link.classes or "scene-preposition" in link.classes  # "that in Torrau rose to 6%"
    if "whole-link" in link.classes:
        return noun.article == "definite" and noun.head in lexicon.scope_nouns
    if noun.kind not in ("NP", ".") or lexicon.has("change-noun", noun.head) or lexicon.has("record-noun", noun.head):
        return False
    return link.kind == "P" and lexicon.has("scene-preposition", link.head)


def is_body(item: Item, lexicon: BindingLexicon) -> bool:
    """True for a body with a proper name: "the Ministry of Health", "Harbour Street Clinic"."""
    return item.proper and lexicon.has("organisation-head", item.head)


def entity_text(sentence: Sentence, at: int, lexicon: BindingLexicon) -> str | None:
    """The words for a thing or body that figures may be about ("the largest mill"); None for other phrases.

    A plural without a determiner ("mills") speaks of all there are, not of one.
    """
    item = sentence.items[at]
    if not item.det and not item.owner and not is_body(item, lexicon):
        return None
    one = item.head[:-1] if item.plural else item.head
    if item.head not in lexicon.entity_heads and one not in lexicon.entity_heads:
        return None
    whole = sentence.around[at + 2]
    if "whole-link" in sentence.around[at + 1].classes and whole.kind == "NP" and whole.place is None:
        return f"{item.text} of {whole.text}"
    return item.text


def leading_entity(item: Item, lexicon: BindingLexicon) -> str | None:
    """The entity that a heading's noun phrase begins with: "Health service" in "Health service annual account".

    A noun alone before another only says what sort that is ("School meals").
    """
    words = item.text.split()
    for at, word in enumerate(words):
        if at and words[at - 1].endswith(lexicon.endings.plural) and words[at - 1].islower():
            return None
        if lexicon.has("own-head", word.lower()):
            fleeting = lexicon.has("record-noun", word.lower()) or lexicon.has("authority-head", word.lower())
            only_a_sort = at == 0 and len(words) > 1 and not item.det
            return None if fleeting or only_a_sort else " ".join(words[:at + 1])
    return None


def is_person(
    sentence: Sentence, at: int, people: Sequence[Bearer], lexicon: BindingLexicon
) -> bool:
    """True for a noun phrase that names a person."""
    item = sentence.items[at]
    near = bisect_left(people, (item.end, 0, "")) - 1
    if near >= 0 and people[near][1] > item.start:
        return True
    if item.proper and sentence.around[at + 1].kind == "V" and _is_he_or_she(sentence, at, lexicon):
        return True
    before = sentence.around[at - 1]
    heads = lexicon.classes["person-head"]
    if not heads.isdisjoint([word.rstrip(".") for word in item.words[:3]]):
        return True
    return before.text == "." and sentence.around[at - 2].head in heads


def is_called_its(item: Item, lexicon: BindingLexicon) -> bool:
    """True for "its rival Norvia" and "Kenya's Ruth Okoro": the name is the one that is meant, and not the owner."""
    by_pronoun = lexicon.has("possessive", item.owner)
    abroad = item.owner_place is not None and len(item.words) > 1 and not is_body(item, lexicon)
    titled = by_pronoun or lexicon.has("person-head", item.words[0])  # "the club's president Ana Ruiz"
    titled = titled or (abroad and all(word[:1].isupper() for word in item.text.split()))
    return titled and item.place is None and is_name(item, lexicon)


def is_called(sentence: Sentence, at: int, people: Sequence[Bearer], lexicon: BindingLexicon) -> bool:
    """True for a person by name, "Runner-up Ruth Okoro", with more behind "of" or "from"."""
    item, link = sentence.around[at], sentence.around[at + 1]
    told = item.proper and len(item.words) > 1 and "home-link" in link.classes and is_name(item, lexicon)
    return told and is_person(sentence, at, people, lexicon)


def _is_he_or_she(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "Ruth Okoro won in the best time that she ever ran": behind a name of two words, she is its bearer."""
    item = sentence.items[at]
    named = len(item.words) == 2 and item.text.istitle() and not lexicon.has("company-head", item.head)
    return named and any(
        lexicon.has("person-pronoun", other.head if other.kind == "N" else other.owner)
        for other in sentence.items[at + 1:]
    )


_ABSTRACT = (
    "vague-head", "change-noun", "gap-noun", "growth-noun", "result-noun", "rate-noun", "peak-head", "share-noun",
    "time-head", "aim-head", "person-head", "record-noun", "people-noun",
)


def is_thing(item: Item, lexicon: BindingLexicon) -> bool:
    """True for the lighthouse of "The lighthouse had 5,200 guests", of which the figure is told, whatever it is."""
    one = item.article == "definite" and not item.owner and not item.plural and not item.proper
    return one and not any(lexicon.has(sort, item.head) for sort in _ABSTRACT)
