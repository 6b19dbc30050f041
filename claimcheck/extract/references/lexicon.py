"""The words around numbers of documents and events in one language, compiled into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.extract.refusals import compile_refusals
from claimcheck.extract.telling import Telling
from claimcheck.model.letters import CAPITALS, any_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.references import DocumentType, NumberedEvent, ReferenceGrammar

_FIRST_TELLING = 4  # "the first session" and "a second round" are counted within something
_LETTERS = "A-ZĐ"
_MARK = rf"[{_LETTERS}][{_LETTERS}a-zđ0-9]{{0,11}}"
_CODED = rf"\d{{1,5}}(?:/\d{{4,5}})?[/-]{_MARK}(?:[/-]{_MARK})*"
_LETTERED = r"[A-Z]{1,3}-\d{1,4}/\d{2,4}"
_FILED = r"\d{1,2} [A-Z][A-Za-z]{0,3} \d{1,5}/\d\d|\d{1,2}:\d\d-[a-z]{2}-\d{2,5}"  # "2 BvR 417/21", "1:22-cv-40417"
_DOCKETED = r"\d{1,4}-\d{2,6}"
_SERIES = r"\([A-Z]{2,4}\) |(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})/"  # "(EU) 2016/679", "IX/14"
_PLAIN = rf"(?:{_SERIES})?\d{{1,5}}(?:/\d{{1,4}}|:(?:19|20)\d\d|-\d:(?:19|20)\d\d)?(?:/[A-Z]{{2,4}})?"


@dataclass(frozen=True, slots=True)
class ReferenceLexicon:
    """Patterns for citations; `types` and `codes` give the canonical type of a word and of a mark in a number.

    docketed: the type of what only a number with a hyphen cites ("No. 22-1043"); within: the types of parts of
    documents, `owner` what follows their numbers.
    title_before: the words before a type that name the document; of_year: what stands between a name and its year.
    again: a sort of document, told of as one that is known.
    told: what follows a number that belongs to the document before it; by_issuer: what leads from it to its day.
    tells_type, tells_name, tells_event: find something in every text with what `typed`, with what `named` or `headed`,
    and with what `event` finds.
    """

    tells_type: Telling
    tells_name: Telling
    tells_event: Telling
    typed: re.Pattern[str]
    again: re.Pattern[str]
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
    told: re.Pattern[str]
    by_issuer: re.Pattern[str]
    title_before: re.Pattern[str]
    of_year: re.Pattern[str]
    ordinals: dict[str, int]


def compile_references(packs: Packs, language: str) -> ReferenceLexicon:
    """The lexicon of one language; an unknown language gives one that finds only numbers with a known mark."""
    types = packs.select(DocumentType, language)
    events = packs.select(NumberedEvent, language)
    grammars = packs.select(ReferenceGrammar, language)
    type_words = {word: each.id for each in types for word in each.words}
    event_words = {word: each.id for each in events for word in each.words}
    numbers, topics, issuers = (_words(grammars, field) for field in ("numbers", "topics", "issuers"))
    docketed = next((each.id for each in types if each.docketed), "")
    ordinals = _ordinals(packs, language)
    return ReferenceLexicon(
        tells_type=Telling(type_words),
        tells_name=Telling(word for each in types if each.dated for word in each.words),
        tells_event=Telling(event_words),
        typed=re.compile(
            rf"(?<!\w)(?P<type>(?i:{any_of(type_words)}))"
            rf"(?:,? ?(?P<mark>(?i:{numbers}))\.?)?\s?\(?"
            rf"(?P<number>{_FILED}|{_CODED}|{_LETTERED}|{_DOCKETED}|{_PLAIN})(?![\w%])"
        ),
        again=re.compile(rf"(?<!\w)(?i:{_words(grammars, 'articles')}) (?P<type>(?i:{any_of(type_words)}))(?!\w)"),
        bare=re.compile(rf"(?<![\w/.-])(?P<number>{_CODED})(?!\w)"),
        docket=re.compile(rf"(?<!\w)(?:{numbers if docketed else '(?!)'})\.? (?P<number>{_DOCKETED})(?![\w/-])"),
        docketed=docketed,
        within=frozenset(each.id for each in types if each.within),
        owner=_owner_pattern(grammars),
        event=_event_pattern(grammars, event_words, ordinals),
        named=_named_pattern(types, grammars),
        headed=_headed_pattern(types, grammars),
        types={word.lower(): kind for word, kind in type_words.items()},
        codes={code: each.id for each in types for code in each.codes},
        events={word.lower(): kind for word, kind in event_words.items()},
        issued=all_words(grammars, "issued"),
        fillers=all_words(grammars, "fillers"),
        topics=_topic_pattern(issuers, topics),
        told=re.compile(rf"\s(?:(?:{issuers})\s[{CAPITALS}]|(?:{topics})\s)"),
        by_issuer=_issuer_pattern(grammars, issuers),
        title_before=_before_pattern(grammars),
        of_year=re.compile(rf" (?:{_words(grammars, 'years')})$"),
        ordinals=ordinals,
    )


def _ordinals(packs: Packs, language: str) -> dict[str, int]:
    """The ordinals in words that may tell an event from others of its series."""
    known = compile_refusals(packs, language).ordinals
    return {word: value for word, value in known.words.items() if value >= _FIRST_TELLING} if known else {}


def _words(grammars: Iterable[ReferenceGrammar], *fields: str) -> str:
    """The expression of any of the words of some fields."""
    return any_of(all_words(grammars, *fields))


def _before_pattern(grammars: Iterable[ReferenceGrammar]) -> re.Pattern[str]:
    """The words in capitals before a sort of document, to which its name belongs: "Public Finance" Act."""
    small = _words(grammars, "title_joints", "articles")
    return re.compile(rf"(?:[A-Z][\w’']*(?:-[A-Z]\w*)?,? (?:(?:{small}) )?){{1,8}}$")


def _named_pattern(types: Iterable[DocumentType], grammars: Iterable[ReferenceGrammar]) -> re.Pattern[str]:
    """The documents that a name and a year tell from others: "Pension Reform Act 2018", "Forest Code of 2012"."""
    words = any_of(word.capitalize() for each in types if each.dated for word in each.words)
    joints, years = _words(grammars, "title_joints"), _words(grammars, "years")
    name = rf"(?P<name>(?:[{CAPITALS}][\w’'-]*,? (?:(?:{joints}) |\([A-Z][\w ]{{2,30}}\) )?){{1,7}})"
    return re.compile(rf"(?<![\w’'-]){name}(?P<type>{words})(?:,| (?:{years}))? (?P<number>(?:19|20)\d\d)(?!\w)")


def _headed_pattern(types: Iterable[DocumentType], grammars: Iterable[ReferenceGrammar]) -> re.Pattern[str]:
    """The same with the sort of document before its name: "Treaty on River Navigation of 1998"."""
    words = any_of(word.capitalize() for each in types if each.dated for word in each.words)
    leads, articles, years = (_words(grammars, field) for field in ("title_leads", "articles", "years"))
    name = rf"(?:{leads}) (?:(?:{articles}) )?(?:[{CAPITALS}][\w’'-]*(?: (?:{_words(grammars, 'inner')}))? ?){{1,7}}"
    return re.compile(
        rf"(?<![\w’'-])(?P<title>(?P<type>{words}) {name})(?<= )(?:(?:{years}) )?(?P<number>(?:19|20)\d\d)(?!\w)"
    )


def _topic_pattern(issuers: str, topics: str) -> re.Pattern[str]:
    """What a document is about, behind its number: " of the Government on the export of rice"."""
    issuer = rf"\s(?:{issuers})\s(?:\w+\s)?[{CAPITALS}][^.,;:()\n\d]{{2,70}}?(?=\s)"
    return re.compile(rf"(?:{issuer})?[\s,]*(?:{topics})\s+(?P<topic>(?!\d)[^.,;:()\n]{{6,90}})")


def _issuer_pattern(grammars: Iterable[ReferenceGrammar], issuers: str) -> re.Pattern[str]:
    """What stands between a number and its day where the issuer is told: " of the Ministry of Health of ".

    Behind a word of issuing it need be no name: ", signed by the head of the county on ".
    """
    name = rf"[{CAPITALS}][\w’'-]*(?: [^\W\d_]+)?"
    links, articles, issued = (_words(grammars, field) for field in ("day_links", "articles", "issued"))
    body = rf"(?:{issuers}) (?:(?:{articles}) )?"
    joints = any_of(all_words(grammars, "title_joints") - all_words(grammars, "fillers"))
    signed = rf",? (?:{issued}) {body}(?:(?!(?:{joints})\s)[\w’'-]+ ){{1,8}}?(?:{_words(grammars, 'fillers')})"
    return re.compile(rf"(?:{signed}|\s{body}(?:{name} ){{1,6}}?(?:{links})) (?=[\d{CAPITALS}])")


def _owner_pattern(grammars: Iterable[ReferenceGrammar]) -> re.Pattern[str]:
    """The name of the document that a part is of: " of the Finance Ordinance"."""
    owners, inner = _words(grammars, "owners"), _words(grammars, "inner")
    word = rf"[{CAPITALS}][\w’'-]*"
    return re.compile(rf" (?:{owners}) (?P<title>{word}(?: (?:(?:{inner}) )?{word}){{1,9}})")


def _event_pattern(
    grammars: Iterable[ReferenceGrammar], words: dict[str, str], ordinals: Iterable[str]
) -> re.Pattern[str]:
    endings, leads = _words(grammars, "ordinal_endings"), _words(grammars, "ordinal_leads")
    owners = _words(grammars, "event_owners")
    nouns = any_of(words)
    lead = r"(?P<lead>(?: [^\W\d_][\w'’-]*){0,4}?)"
    counted = rf"(?P<ordinal>\d{{1,3}})(?i:{endings})|(?P<word>(?i:{any_of(ordinals)}))"
    before = rf"(?<![\w.,-])(?:{counted}){lead} (?P<noun>(?i:{nouns}))\b"
    name = r"(?P<name2>(?: [^\W\d_]\w*){0,5}?)"
    after = rf"(?<!\w)(?P<noun2>(?i:{nouns})){name} (?i:{leads}) (?P<ordinal2>\d{{1,3}})(?!\w)"
    return re.compile(rf"{before}(?P<owner>(?i: (?:{owners}))(?: [A-Z][\w'’-]*){{1,6}})?|{after}")
