"""Where a report names persons, be it without a title: "Ueli Brand walked up. He ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, governed
from claimcheck.extract.binding.lexicon import BindingLexicon, name_words
from claimcheck.extract.drafts import BlockDrafts

Bearer = tuple[int, int, str]  # where in its block a person is named, and the name
_OPENING = 3  # pieces of a sentence among which its "he" or "his" stands


def find_people(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], lexicon: BindingLexicon
) -> list[list[Bearer]]:
    """The persons of every block, in order: those with titles, and those whom "he", "she" or the surname points out."""
    people = [sorted((person.start, person.end, person.name) for person in block.people) for block in blocks]
    names = _untitled(sentences, lexicon)
    for sentence in sentences if names else ():
        found = people[sentence.block]
        for item in sentence.items:
            name = names.get(item.text) if item.kind == "NP" and item.proper else None
            if name is not None and not any(start < item.end and item.start < end for start, end, _ in found):
                found.append((item.start, item.end, name))
                blocks[sentence.block].untitled.append(name)
                item.place = None  # "Sofia Marin" is no town
    for found in people if names else ():
        found.sort()
    return people


def _untitled(sentences: Sequence[Sentence], lexicon: BindingLexicon) -> dict[str, str]:
    """The full names of persons without titles, by full name and by surname."""
    bearers = {
        item.text: item for sentence in sentences for at, item in enumerate(sentence.items)
        if item.kind == "NP" and item.proper and _may_be_person(item, lexicon)
        and (item.place is None or not governed(sentence, at))
    }
    if not bearers:
        return {}
    names = {name: name for name in bearers} | {name.split()[-1]: name for name in sorted(bearers)}
    found = {names[told] for told in _pointed_at(sentences, names, lexicon)}
    abroad = [name for name, item in bearers.items() if item.owner_place is not None and name not in found]
    if abroad:
        alone = {item.text for sentence in sentences for item in sentence.items if item.kind == "NP"}
        found.update(name for name in abroad if name.split()[-1] in alone)  # "Kenya's Ruth Okoro", "Okoro"
    return {told: name for told, name in names.items() if name in found}


def _pointed_at(
    sentences: Sequence[Sentence], names: Mapping[str, str], lexicon: BindingLexicon
) -> Iterator[str]:
    """The names to which "he" or "she" goes back, or that stand behind a quotation: "…," says Ueli Brand."""
    for sentence, after in pairwise((*sentences, *sentences[-1:])):
        last: str | None = None
        follows = after is not sentence and after.block == sentence.block
        for at, item in enumerate((*sentence.items, *(after.items[:_OPENING] if follows else ()))):
            if last is not None and lexicon.has("person-pronoun", item.head if item.kind == "N" else item.owner):
                yield last
            if item.kind == "NP" and item.proper and (item.place is None or item.text in names):
                last = item.text if item.text in names else None if len(item.words) > 1 else last
                if last is not None and _is_quoted(sentence, at, lexicon):
                    yield last


def _is_quoted(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the name of "…," says Ueli Brand."""
    told, mark = sentence.around[at - 1], sentence.around[at - 2]
    return told.kind == "V" and mark.kind == "." and "say" in lexicon.kinds_of(told.head)


def _may_be_person(item: Item, lexicon: BindingLexicon) -> bool:
    """True for a name of two or three words of which the last is no sort of body, "Toyota Motor" among them."""
    if item.kind != "NP" or not item.proper or item.det or len(item.words) not in (2, 3):
        return False
    if item.place is not None and (item.place.by_people or len(name_words(item.place.name)) > 1):
        return False
    written = all(word[:1].isupper() and not word.isupper() for word in item.text.split())
    return written and item.head not in lexicon.entity_heads and not lexicon.has("company-head", item.head)
