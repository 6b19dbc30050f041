"""The words around numbers of documents and events in one language, compiled into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.extract.refusals import compile_refusals
from claimcheck.extract.telling import Telling
from claimcheck.model.letters import CAPITALS
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.references import DocumentType, NumberedEvent, ReferenceGrammar

_FIRST_TELLING = 4  # "the first session" and "a second round" are counted within something
_LETTERS = "A-ZĐ"
_MARK = rf"[{_LETTERS}][{_LETTERS}a-zđ0-9]{{0,11}}"
_CODED = rf"\d{{1,5}}(?:/\d{{4,5}})?[/-]{_MARK}(?:[/-]{_MARK})*"
_LETTERED = r"[A-Z]{1,3}-\d{1,4}/\d{2,4}"
_DOCKETED = r"\d{1,4}-\d{2,6}"
_SERIES = r"\([A-Z]{2,4}\) |(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})/"  # "(EU) 2016/679", "IX/14"
_PLAIN = rf"(?:{_SERIES})?\d{{1,5}}(?:/\d{{1,4}}|:(?:19|20)\d\d|-\d:(?:19|20)\d\d)?(?:/[A-Z]{{2,4}})?"


@dataclass(frozen=True, slots=True)
class ReferenceLexicon:
    """Patterns for citations; `types` and `codes` give the canonical type of a word and of a mark in a number.

    docketed: the type of what only a number with a hyphen cites ("No. 22-1043"); within: the types of parts of
    documents, `owner` what follows their numbers.
    tells_type, tells_name, tells_event: find something in every text with what `typed`, with what `named` or `headed`,
    and with what `event` finds.
    """

    tells_type: Telling
    tells_name: Telling
    tells_event: Telling
    typed: re.Pattern[str]
    bare: re.Pattern[str]
    docket: re.Pattern[str]
    docketed: str
    within: frozenset[str]
    owner: re.Pattern[str]
    event: re.Pattern[str]
    named: re.Pattern[str]
    headed: re.Pattern[str]
    types: dict[str, str]
    codes: dict[str, str]
    events: dict[str, str]
    issued: frozenset[str]
    fillers: frozenset[str]
    topics: re.Pattern[str]
    ordinals: dict[str, int]


def compile_references(packs: Packs, language: str) -> ReferenceLexicon:
    """The lexicon of one language; an unknown language gives one that finds only numbers with a known mark."""
    types = packs.select(DocumentType, language)
    events = packs.select(NumberedEvent, language)
    grammars = packs.select(ReferenceGrammar, language)
    type_words = {word: each.id for each in types for word in each.words}
    event_words = {word: each.id for each in events for word in each.words}
    numbers = _either(word for each in grammars for word in each.numbers)
    topics = _either(word for each in grammars for word in each.topics)
    issuers = _either(word for each in grammars for word in each.issuers)
    docketed = next((each.id for each in types if each.docketed), "")
    known = compile_refusals(packs, language).ordinals
    ordinals = {word: value for word, value in known.words.items() if value >= _FIRST_TELLING} if known else {}
    return ReferenceLexicon(
        tells_type=Telling(type_words),
        tells_name=Telling(word for each in types if each.dated for word in each.words),
        tells_event=Telling(event_words),
        typed=re.compile(
            rf"(?<!\w)(?P<type>(?i:{_either(type_words)}))"
            rf"(?:,? ?(?P<mark>(?i:{numbers}))\.?)?\s?\(?"
            rf"(?P<number>{_CODED}|{_LETTERED}|{_DOCKETED}|{_PLAIN})(?![\w%])"
        ),
        bare=re.compile(rf"(?<![\w/.-])(?P<number>{_CODED})(?!\w)"),
        docket=re.compile(rf"(?<!\w)(?:{numbers if docketed else '(?!)'})\.? (?P<number>{_DOCKETED})(?![\w/-])"),
        docketed=docketed,
        within=frozenset(each.id for each in types if each.within),
        owner=_owner_pattern(grammars),
        event=_event_pattern(grammars, event_words, ordinals),
        named=_named_pattern(types),
        headed=_headed_pattern(types),
        types={word.lower(): kind for word, kind in type_words.items()},
        codes={code: each.id for each in types for code in each.codes},
        events={word.lower(): kind for word, kind in event_words.items()},
        issued=frozenset(word for each in grammars for word in each.issued),
        fillers=frozenset(word for each in grammars for word in each.fillers),
        topics=re.compile(
            rf"(?:\s(?:{issuers})\s(?:\w+\s)?[{CAPITALS}][^.,;:()\n\d]{{2,70}}?(?=\s))?"
            rf"[\s,]*(?:{topics})\s+(?P<topic>[^.,;:()\n]{{6,90}})"
        ),
        ordinals=ordinals,
    )


def _named_pattern(types: Iterable[DocumentType]) -> re.Pattern[str]:
    """The documents that a name and a year tell from others: "Pension Reform Act 2018", "Forest Code of 2012"."""
    words = _either(word.capitalize() for each in types if each.dated for word in each.words)
    name = rf"(?P<name>(?:[{CAPITALS}][\w’'-]*,? (?:and |of |on |\([A-Z][\w ]{{2,30}}\) )?){{1,7}})"
    return re.compile(rf"(?<![\w’'-]){name}(?P<type>{words})(?:,| of)? (?P<number>(?:19|20)\d\d)(?!\w)")


def _headed_pattern(types: Iterable[DocumentType]) -> re.Pattern[str]:
    """The same with the sort of document before its name: "Treaty on River Navigation of 1998"."""
    words = _either(word.capitalize() for each in types if each.dated for word in each.words)
    name = rf"(?:on|for|concerning|against) (?:the )?(?:[{CAPITALS}][\w’'-]*(?: (?:and|of|of the|in|the))? ?){{1,7}}"
    return re.compile(rf"(?<![\w’'-])(?P<title>(?P<type>{words}) {name})(?<= )(?:of )?(?P<number>(?:19|20)\d\d)(?!\w)")


def _owner_pattern(grammars: Iterable[ReferenceGrammar]) -> re.Pattern[str]:
    """The name of the document that a part is of: " of the Finance Ordinance"."""
    owners = _either(word for each in grammars for word in each.owners)
    word = rf"[{CAPITALS}][\w’'-]*"
    return re.compile(rf" (?:{owners}) (?P<title>{word}(?: (?:(?:and|of|of the|on|on the|in|for) )?{word}){{1,9}})")


def _event_pattern(
    grammars: Iterable[ReferenceGrammar], words: dict[str, str], ordinals: Iterable[str]
) -> re.Pattern[str]:
    endings = _either(ending for each in grammars for ending in each.ordinal_endings)
    leads = _either(lead for each in grammars for lead in each.ordinal_leads)
    nouns = _either(words)
    lead = r"(?P<lead>(?: [^\W\d_][\w'’-]*){0,4}?)"
    counted = rf"(?P<ordinal>\d{{1,3}})(?i:{endings})|(?P<word>(?i:{_either(ordinals)}))"
    before = rf"(?<![\w.,-])(?:{counted}){lead} (?P<noun>(?i:{nouns}))\b"
    name = r"(?P<name2>(?: [^\W\d_]\w*){0,5}?)"
    after = rf"(?<!\w)(?P<noun2>(?i:{nouns})){name} (?i:{leads}) (?P<ordinal2>\d{{1,3}})(?!\w)"
    return re.compile(rf"{before}(?P<owner>(?i: of(?: the)?)(?: [A-Z][\w'’-]*){{1,6}})?|{after}")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))) or "(?!)"
