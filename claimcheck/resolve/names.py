"""The proper names of a report, and which of them it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from claimcheck.model.document import Document
from claimcheck.model.letters import CAPITALS
from claimcheck.resolve.memory import Memory
from claimcheck.resolve.words import words_of

Words = tuple[str, ...]

# Capitalised words in a row, and the word before them.
_NAME = re.compile(
    rf"(?:((?<!\w)\w{{1,30}}|[.!?:]) )?([{CAPITALS}][\w’'&-]*(?: [{CAPITALS}][\w’'&-]*){{0,4}})"
)
_LONGEST = 5
_HEADING_WEIGHT = 4  # a heading tells what a report is about
_OPENING_WEIGHT = 2
_LEAD = 2  # the name that a report is about scores so many times the next one


@dataclass(slots=True)
class SmallWords:
    """Words about names: `openers` open a sentence in capitals and are no part of a name, behind `links` it is no name
    of its own.
    """

    openers: set[Words] = field(default_factory=set)
    links: set[Words] = field(default_factory=set)


def long_names(documents: Iterable[Document], small: SmallWords, memory: Memory | None = None) -> set[Words]:
    """The names of several words that any of the reports uses, so that another's heading in capitals is understood."""
    memory = memory or Memory()
    names = (memory.recall("names", document, (), partial(_own_names, document, small)) for document in documents)
    return {name for own in names for name in own if len(name) > 1}


def _own_names(document: Document, small: SmallWords) -> set[Words]:
    return {name for text, _ in _texts(document) if not text.isupper() for name in _capitalised(text, small)}


def names_in(
    document: Document, small: SmallWords, known: Collection[Words] = ()
) -> tuple[Counter[Words], set[Words]]:
    """How often, and how prominently, each proper name of a report is used; part of a name counts for the whole.

    Also those that a heading or the opening uses.
    """
    found = _own_names(document, small) | set(known)
    whole = wholes_of(found)
    openers = {name[0] for name in found}
    scores: Counter[Words] = Counter()
    prominent: set[Words] = set()
    for text, weight in _texts(document):
        words = words_of(text)
        reached = 0
        for at in (at for at, word in enumerate(words) if word in openers):
            lengths = range(_LONGEST if at >= reached else 0, 0, -1)
            name = next((words[at : at + n] for n in lengths if words[at : at + n] in found), None)
            if name is not None:
                scores[whole[name]] += weight
                prominent.update({whole[name]} if weight > 1 else ())
                reached = at + len(name)
    return scores, prominent


def _capitalised(text: str, small: SmallWords) -> Iterator[Words]:
    """Names by their capitals. A name after "of" is mostly part of an office; the first word of a sentence is none."""
    for match in _NAME.finditer(text):
        words = words_of(match[2])
        opens = match[1] is None or match[1] in ".!?:"
        if (not opens and (match[1],) in small.links) or (opens and len(words) < 2):
            continue
        if opens and words[:1] in small.openers:
            words = words[1:]
        if words and all(len(word) > 1 for word in words):
            yield words


def _texts(document: Document) -> Iterator[tuple[str, int]]:
    opening = True
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        text = document.reading[block.start : block.end]
        if block.kind == "heading":
            yield text, _HEADING_WEIGHT
        else:
            yield text, _OPENING_WEIGHT if opening else 1
            opening = False


def wholes_of(names: Collection[Words]) -> dict[Words, Words]:
    """For each name the one longer name that begins or ends with it, else itself."""
    longer: dict[Words, set[Words]] = {}
    for name in names:
        for length in range(1, len(name)):
            longer.setdefault(name[:length], set()).add(name)
            longer.setdefault(name[length:], set()).add(name)
    return {name: next(iter(longer[name])) if len(longer.get(name, ())) == 1 else name for name in names}


def leader(scores: Counter[Words], prominent: Collection[Words], barred: Collection[Words]) -> Words | None:
    """The prominent name that a report is about; None when none stands out. `barred` are people, days and the like."""
    ranked = [(name, score) for name, score in scores.most_common() if name not in barred]
    if not ranked or ranked[0][1] < _LEAD:
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _LEAD:
        return None
    return ranked[0][0] if ranked[0][0] in prominent else None
