"""Where a report names persons, be it without a title: "Ueli Brand walked up. He ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extract.binding.chunks import Item
from claimcheck.extract.binding.clauses import Sentence, subject_of
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.drafts import BlockDrafts

Bearer = tuple[int, int, str]  # where in its block a person is named, and the name
_OPENING = 3  # pieces of a sentence among which its "he" or "his" stands


def find_people(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], lexicon: BindingLexicon
) -> list[list[Bearer]]:
    """The persons of every block, in order: those with titles, and those whom "he", "she" or the surname points out."""
    people = [sorted((person.start, person.end, person.name) for person in block.people) for block in blocks]
    names = _untitled(sentences, blocks, lexicon)
    for sentence in sentences if names else ():
        found = people[sentence.block]
        for item in sentence.items:
            name = names.get(item.text) if item.kind == "NP" and item.proper else None
            if name is not None and not any(start < item.end and item.start < end for start, end, _ in found):
                found.append((item.start, item.end, name))
    for found in people if names else ():
        found.sort()
    return people


def _untitled(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], lexicon: BindingLexicon
) -> dict[str, str]:
    """The full names of persons without titles, by full name and by surname."""
    pronouns = lexicon.classes.get("person-pronoun", frozenset())
    names: set[str] = set()
    if any(not pronouns.isdisjoint(block.words) for block in blocks):
        names.update(_pointed_at(sentences, lexicon))
    alone: set[str] | None = None
    for sentence in sentences:
        for item in sentence.items:
            if item.owner_place is not None and item.owner_place.kind == "nation" and _may_be_person(item, lexicon):
                if alone is None:
                    alone = {other.text for told in sentences for other in told.items if other.kind == "NP"}
                names.update({item.text} if item.text.split()[-1] in alone else ())
    surnames = {name.split()[-1]: name for name in sorted(names)}
    return surnames | {name: name for name in names}


def _pointed_at(sentences: Sequence[Sentence], lexicon: BindingLexicon) -> Iterator[str]:
    """The subjects to which "he" or "she" goes back, in their own sentence or at the opening of the next."""
    for sentence, after in pairwise((*sentences, *sentences[-1:])):
        verb = next((at for at, item in enumerate(sentence.items) if item.kind == "V" and item.form != "ing"), None)
        agent = subject_of(sentence, verb) if verb is not None else None
        if agent is None or not _may_be_person(sentence.items[agent], lexicon):
            continue
        behind = sentence.items[agent + 1:]
        if after is not sentence and after.block == sentence.block:
            behind = [*behind, *after.items[:_OPENING]]
        for item in behind:
            if lexicon.has("person-pronoun", item.head if item.kind == "N" else item.owner):
                yield sentence.items[agent].text
            elif not (item.kind == "NP" and item.proper and item.place is None and len(item.words) > 1):
                continue
            break  # it may go back to the name between


def _may_be_person(item: Item, lexicon: BindingLexicon) -> bool:
    """True for a name of two or three words of which the last is no sort of body, "Toyota Motor" among them."""
    if item.kind != "NP" or not item.proper or item.det or item.place is not None or len(item.words) not in (2, 3):
        return False
    written = all(word[:1].isupper() and not word.isupper() for word in item.text.split())
    return written and item.head not in lexicon.entity_heads and not lexicon.has("company-head", item.head)
