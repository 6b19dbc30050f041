"""Where names stand for what a report speaks of: places, nations and bodies, counted one by one."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, governed
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.whose.bearers import Bearer
from claimcheck.extract.binding.whose.entities import PLACE_SORTS, is_body, is_called, is_name, is_person
from claimcheck.extract.binding.whose.tally import Tally
from claimcheck.extract.drafts import BlockDrafts

HEAD_SENTENCES = 3  # those that say most about what the report is about
_HEAD_WEIGHT = 3
_DATELINE_WEIGHT = 2  # of the nation that a report is sent from, where it speaks of it at all
_QUOTES = ('"', "“", "«", "„")


def tally_names(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], people: Sequence[Sequence[Bearer]],
    lexicon: BindingLexicon,
) -> Tally:
    """The names of places and bodies of a report, the more weighty the nearer to its head.

    people: where in each block people are named, in order.
    """
    tally = Tally(sent_from=next((found.dateline for found in sentences if found.dateline is not None), None))
    names = {name for found in people for _, _, name in found}
    bearers = names | {name.rpartition(" ")[2] for name in names}
    for number, sentence in enumerate(sentences):
        words = lexicon.of_language(blocks[sentence.block].language)
        heading = blocks[sentence.block].kind == "heading"
        weight = _HEAD_WEIGHT if number < HEAD_SENTENCES else 1
        for at, item in enumerate(sentence.items):
            known = people[sentence.block]
            if item.kind != "NP" or not _tells(item) or is_called(sentence, at - 2, known, lexicon):
                continue  # so the Kenya of "Ruth Okoro of Kenya"
            if not is_person(sentence, at, known, lexicon):
                _count(_Mention(sentence, at, weight, heading, words, bearers), tally)
            elif item.owner_place is not None and item.owner_place.kind == "nation":
                tally.mentioned[item.owner_place.name] += 1
    tally.join_short_names()
    nation = tally.sent_from.parent if tally.sent_from is not None else None
    if nation in tally.mentioned:
        tally.nations[str(nation)] += _DATELINE_WEIGHT
    return tally


def _tells(item: Item) -> bool:
    """True for a noun phrase with a name, an owner or "the" ("the province"), or in capitals."""
    return bool(item.proper or item.owner or item.place or item.article == "definite" or item.text.isupper())


@dataclass(slots=True)
class _Mention:
    """A noun phrase that names something; weight: how much it counts where it stands for what is spoken of.

    bearers: the persons of the report, by name and by surname.
    """

    sentence: Sentence
    at: int
    weight: int
    in_heading: bool
    lexicon: BindingLexicon
    bearers: AbstractSet[str]

    @property
    def in_head(self) -> bool:
        return self.weight > 1


def _count(mention: _Mention, tally: Tally) -> None:
    sentence, at, lexicon = mention.sentence, mention.at, mention.lexicon
    item, weight = sentence.items[at], mention.weight
    town = tally.sent_from
    if town is not None and _stands_for(sentence, at, town, lexicon):
        tally.places[town] += weight
        tally.leading |= {town} if mention.in_head else set()
    name = _name_of_body(sentence, at, lexicon)
    if name is not None:
        tally.places[name] += weight
        tally.leading |= {name} if mention.in_head else set()
    if item.proper and len(item.words) == 2 and item.text.istitle() and item.words[0] not in lexicon.entity_heads:
        tally.surnames.add(item.text.split()[-1])
    if item.proper and len(item.words) == 1 and item.head not in lexicon.entity_heads:
        tally.alone.add(item.text)
    named = item.owner or item.place is not None
    if (named and lexicon.has("venue-head", item.head)) or lexicon.has("authority-head", item.head):
        return
    for place, owns in ((item.place, False), (item.owner_place, True)):
        if place is not None:
            _count_place(mention, place, owns, tally)
    if item.place is None and item.proper and _may_own(sentence, at, lexicon):
        tally.organisations[_whole_name(sentence, at, lexicon)] += weight
    owned = item.owner[:1].isupper() and item.owner_place is None and sentence.around[at - 1].text not in _QUOTES
    if owned and item.owner not in mention.bearers and not _is_common(item.owner, lexicon):
        tally.organisations[item.owner] += weight
    if mention.in_head and item.place is None and is_body(item, lexicon) and len(item.words) > 1:
        tally.bodies.add(item.text)


def _whole_name(sentence: Sentence, at: int, lexicon: BindingLexicon) -> str:
    """"University of Calder": the noun for its sort is no name."""
    item, link, name = sentence.items[at], sentence.around[at + 1], sentence.around[at + 2]
    whole = len(item.words) == 1 and "whole-link" in link.classes and name.proper and name.place is None
    return f"{item.text} of {name.text}" if whole and item.head in lexicon.entity_heads else item.text


def _count_place(mention: _Mention, place: KnownPlace, owns: bool, tally: Tally) -> None:
    """Counts a place for the report's own where it is what is spoken of, or owns what is."""
    sentence, at, lexicon = mention.sentence, mention.at, mention.lexicon
    nation = place.kind == "nation"
    if nation:
        tally.mentioned[place.name] += 1
        tally.dealt_with[place.name] += _is_partner(sentence, at, lexicon)
        at_home = tally.sent_from is not None and tally.sent_from.parent == place.name
        if mention.in_head and _opens(sentence, at) and (at_home or not _is_people(sentence.items[at], place)):
            tally.heading.add(place.name)
    if place.by_people or not (owns or mention.in_heading or _is_scope(sentence, at, lexicon)):
        return
    weight, whole = mention.weight, owns and sentence.items[at].place is not None
    if whole or _is_of_some(sentence, at, lexicon) or _is_reason(sentence, at):
        weight = 1  # "a delegation of the province", "because Spain had rain", "Japan's Gunma prefecture"
    if nation:
        inside = "inside-preposition" in sentence.around[at - 1].classes and not _opens(sentence, at)
        tally.nations[place.name] += 1 if inside else weight
    else:
        tally.places[place] += weight
        tally.leading |= {place} if mention.in_head else set()


def _opens(sentence: Sentence, at: int) -> bool:
    """True for a phrase before the verb: "Prices in Latvia were", "In Latvia prices were"."""
    return not any(item.kind == "V" for item in sentence.items[:at])


def _stands_for(sentence: Sentence, at: int, town: KnownPlace, lexicon: BindingLexicon) -> bool:
    """True for "the province", "the province's coal", and the name of a town that no gazetteer knows."""
    item = sentence.items[at]
    if item.place is None and item.text == town.name:
        return _is_scope(sentence, at, lexicon)
    whose = item.owner.split()[-1] if item.owner else item.head if len(item.words) == 1 else ""
    return lexicon.has(f"{town.kind}-noun", whose)


def _name_of_body(sentence: Sentence, at: int, lexicon: BindingLexicon) -> KnownPlace | None:
    """The name behind "Township of ..." that no gazetteer knows."""
    item, link, name = sentence.items[at], sentence.around[at + 1], sentence.around[at + 2]
    written = is_name(name, lexicon) or (item.text.isupper() and name.text.isupper() and not name.det)
    if "whole-link" not in link.classes or name.place is not None or not written or not item.text[:1].isupper():
        return None
    kind = next((kind for kind in PLACE_SORTS if lexicon.has(f"{kind}-noun", item.head)), None)
    return KnownPlace(name.text.title() if name.text.isupper() else name.text, kind, None) if kind else None


def _is_people(item: Item, place: KnownPlace) -> bool:
    """True for "Filipinos" and "Japanese tourists", who may be anywhere, but not for "Filipino exports"."""
    return place.by_people and item.plural


def _is_of_some(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "they received a delegation of the province": one thing of it, and not the place, is spoken of."""
    before, noun = sentence.around[at - 1], sentence.around[at - 2]
    some = lexicon.has("indefinite", noun.det) and not _opens(sentence, at)
    return "home-link" in before.classes and noun.kind == "NP" and some


def _is_reason(sentence: Sentence, at: int) -> bool:
    """True behind "because", "while" and the like: what is said there explains, or is set against, the rest."""
    opener = next((item for item in reversed(sentence.items[1:at]) if item.kind == "S"), None)
    return opener is not None and "content-opener" not in opener.classes


def _is_common(name: str, lexicon: BindingLexicon) -> bool:
    """True for "Carmaker": a common noun that owes its capital to its place in the sentence."""
    return " " not in name and lexicon.has("own-head", name.lower())


def _is_scope(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True where a place is what is spoken of: "Nghe An province", "of Nghe An", "Nghe An exported", a heading."""
    item = sentence.items[at]
    before, after = sentence.around[at - 1], _beyond_adverbs(sentence, at)
    if before.kind == "P" and lexicon.has("scope-preposition", before.head):
        return True
    if governed(sentence, at):
        return lexicon.has("own-head", item.head)
    return after.kind == "V" or lexicon.has("own-head", item.head) or sentence.around[-1] is after


def _beyond_adverbs(sentence: Sentence, at: int) -> Item:
    at += 1
    while sentence.around[at].kind == "A":
        at += 1
    return sentence.around[at]


def _may_own(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a proper name that acts, opens a heading, or calls itself a company; of several none does alone."""
    item = sentence.items[at]
    if len(item.text.split()) > 5 or item.text.split()[0].islower() or _is_no_body(sentence, at, lexicon):
        return False
    if governed(sentence, at) or sentence.around[at - 1].kind == "C":
        return False
    if lexicon.has("company-head", item.head):
        return True
    if not item.text.split()[-1][:1].isupper():
        return False
    verb = sentence.around[at + 1]
    return verb.kind == "V" and "say" not in lexicon.kinds_of(verb.head) and sentence.around[at - 1].kind != "P"


def _is_no_body(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "I", for "Party" alone at the head of a sentence, and for the title of a work in quotation marks."""
    item, quoted = sentence.items[at], sentence.around[at - 1].text in _QUOTES
    return quoted or len(item.text) == 1 or (not item.det and _is_common(item.text, lexicon))


def _is_partner(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a nation that one deals with: "trade with Japan", "imports from Japan"."""
    before = sentence.around[at - 1]
    return before.kind == "P" and lexicon.has("partner-preposition", before.head)
