"""The words around numbers of documents and events in one language, compiled into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.extract.telling import telling_words
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.references import DocumentType, NumberedEvent, ReferenceGrammar

_LETTERS = "A-ZĐ"
_MARK = rf"[{_LETTERS}][{_LETTERS}a-zđ0-9]{{0,11}}"
_CODED = rf"\d{{1,5}}(?:/\d{{4}})?[/-]{_MARK}(?:[/-]{_MARK})*"
_LETTERED = r"[A-Z]{1,3}-\d{1,4}/\d{2,4}"
_PLAIN = r"(?:\([A-Z]{2,4}\) )?\d{1,5}(?:/\d{1,4}|:(?:19|20)\d\d)?(?:/[A-Z]{2,4})?"


@dataclass(frozen=True, slots=True)
class ReferenceLexicon:
    """Patterns for citations; `types` and `codes` give the canonical type of a word and of a mark in a number.

    Without `telling` words there is no document but a `bare` number, and no event.
    """

    telling: frozenset[str]
    typed: re.Pattern[str]
    bare: re.Pattern[str]
    event: re.Pattern[str]
    types: dict[str, str]
    codes: dict[str, str]
    events: dict[str, str]
    issued: frozenset[str]
    fillers: frozenset[str]
    topics: re.Pattern[str]


def compile_references(packs: Packs, language: str) -> ReferenceLexicon:
    """The lexicon of one language; an unknown language gives one that finds only numbers with a known mark."""
    types = packs.select(DocumentType, language)
    events = packs.select(NumberedEvent, language)
    grammars = packs.select(ReferenceGrammar, language)
    type_words = {word: each.id for each in types for word in each.words}
    event_words = {word: each.id for each in events for word in each.words}
    numbers = _either(word for each in grammars for word in each.numbers)
    topics = _either(word for each in grammars for word in each.topics)
    return ReferenceLexicon(
        telling=telling_words([*type_words, *event_words]),
        typed=re.compile(
            rf"(?<!\w)(?P<type>(?i:{_either(type_words)}))"
            rf"(?:,? ?(?P<mark>(?i:{numbers}))\.?)?\s?\(?(?P<number>{_CODED}|{_LETTERED}|{_PLAIN})(?![\w%])"
        ),
        bare=re.compile(rf"(?<![\w/.-])(?P<number>{_CODED})(?!\w)"),
        event=_event_pattern(grammars, event_words),
        types={word.lower(): kind for word, kind in type_words.items()},
        codes={code: each.id for each in types for code in each.codes},
        events={word.lower(): kind for word, kind in event_words.items()},
        issued=frozenset(word for each in grammars for word in each.issued),
        fillers=frozenset(word for each in grammars for word in each.fillers),
        topics=re.compile(rf"[\s,]*(?:{topics})\s+(?P<topic>[^.,;:()\n]{{6,90}})"),
    )


def _event_pattern(grammars: Iterable[ReferenceGrammar], words: dict[str, str]) -> re.Pattern[str]:
    endings = _either(ending for each in grammars for ending in each.ordinal_endings)
    leads = _either(lead for each in grammars for lead in each.ordinal_leads)
    nouns = _either(words)
    lead = r"(?P<lead>(?: [^\W\d_][\w'’-]*){0,4}?)"
    before = rf"(?<![\w.,])(?P<ordinal>\d{{1,3}})(?i:{endings}){lead} (?P<noun>(?i:{nouns}))\b"
    name = r"(?P<name2>(?: [^\W\d_]\w*){0,5}?)"
    after = rf"(?<!\w)(?P<noun2>(?i:{nouns})){name} (?i:{leads}) (?P<ordinal2>\d{{1,3}})(?!\w)"
    return re.compile(rf"{before}(?P<owner>(?i: of(?: the)?)(?: [A-Z][\w'’-]*){{1,6}})?|{after}")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))) or "(?!)"
