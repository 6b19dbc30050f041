"""Anniversaries of bodies, and the years in which they are said to have been founded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, OrdinalDraft, QuantityDraft
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords
from claimcheck.extract.tokens import sentence_around

_REACH = 40  # from "founded" to its year
_FOUNDING = 12  # characters from "45 năm" to "thành lập", which is the word of the anniversary itself
_GAP = re.compile(r"[.!?;\n]")
_OPENING = re.compile(r"([^\W_]+) [^\W_]+")
_RESUMED = re.compile(r", (\w+) ")
_SUBJECT = 2  # words of "the brewery"

Sentence = tuple[int, int]


def find_anniversaries(block: BlockDrafts, lexicon: TimingLexicon, when: str) -> Iterator[LinkDraft]:
    """Links for the founding of bodies, and for anniversaries where it is known when they were kept.

    when: the day or year of the report; "" when nobody knows.
    """
    foundings = list(_foundings(block, lexicon))
    yield from (link for link in foundings if link.scope)
    words = lexicon.of("anniversary")
    for word in words.find("announces").finditer(block.text) if words.may_stand("announces", block.words) else ():
        years = _years_behind(block, word, words)
        mark = years or mark_before(block, word, words, lexicon)
        if mark is None:
            continue
        start, end = sentence_around(block.text, word.start())
        told = [link.roles["date"][0] for link in foundings if start <= link.start < end
                and not (years is not None and years.end <= link.start <= years.end + _FOUNDING)]
        told = told or _told_beside(block.text, (start, end), foundings, words)
        year = _year(block, (start, end), told, when)
        if not year or words.find("bars").search(block.text, start, end):
            continue
        founding = words.find("introduces").match(block.text, word.end() + 1)
        of_another = words.find("of").match(block.text, word.end() + 1) and not founding
        owned = years is not None or (words.has("owner", _word_before(block.text, mark.start)) and not of_another)
        if len(told) == 1 and owned:
            yield _link(mark, word.end(), year, "", told)
        elif not told and (name := _owner(block.text, start, mark.start, word.end(), owned, lexicon)):
            yield _link(mark, word.end(), year, name, [])


def _years_behind(block: BlockDrafts, word: re.Match[str], words: TimingWords) -> QuantityDraft | None:
    """The years of an anniversary that follow its word and lead to the founding: "kỷ niệm 45 năm thành lập"."""
    years = next(iter(block.figures_between(word.end() + 1, word.end() + 2)), None)
    if years is None or years.unit != "year" or years.hedge:
        return None
    return years if words.find("within").match(block.text, years.end + 1) else None


def _link(mark: Draft, end: int, when: str, name: str, told: Sequence[Draft]) -> LinkDraft:
    roles: dict[str, list[Draft]] = {"anniversary": [mark]}
    if told:
        roles["date"] = [*told]
    return LinkDraft(mark.start, end, kind="anniversary", roles=roles, scope=name, when=when)


def _foundings(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[LinkDraft]:
    words = lexicon.of("founding")
    for founded in words.find("announces").finditer(block.text) if words.may_stand("announces", block.words) else ():
        date = next(iter(block.dates_between(founded.end(), founded.end() + _REACH + 1)), None)
        if date is None or date.period is None or "/" in date.value:
            continue
        if _GAP.search(block.text, founded.end(), date.start):
            continue
        names = list(lexicon.name.finditer(block.text, max(0, founded.start() - 100), founded.start()))
        near = bool(names) and block.text[names[-1].end() : founded.start()].strip() in ("", ",", "(")
        name = _without_article(names[-1][0], lexicon.of("anniversary")) if near else ""
        yield LinkDraft(
            founded.start(), date.end, kind="founding", roles={"date": [date]}, scope=name if " " in name else ""
        )


def _told_beside(text: str, at: Sentence, foundings: Sequence[LinkDraft], words: TimingWords) -> list[Draft]:
    """The founding in the sentence before or after, where the later begins with "it" or both with the same words."""
    found = []
    for link in foundings:
        beside = sentence_around(text, link.start)
        earlier, later = sorted((at, beside))
        if later[0] - earlier[1] > 1 or earlier == later or link.scope:
            continue
        one, other = _OPENING.match(text, earlier[0]), _OPENING.match(text, later[0])
        resumed = later == beside and _is_resumed(text, at, link.start, beside, words)
        if resumed or (other and (words.has("pronoun", other[1].lower()) or (one and one[0] == other[0]))):
            found.append(link.roles["date"][0])
    return found if len(found) == 1 else []


def _is_resumed(text: str, before: Sentence, founded: int, later: Sentence, words: TimingWords) -> bool:
    """True where a founding is of what the sentence before tells of: "Founded by two, it", "The mill was founded".

    The mill must be named there: "Orla mill", and not "a choir sang for the mill".
    """
    led = text[later[0] : founded].split()
    if not led:
        return any(words.has("pronoun", found[1].lower()) for found in _RESUMED.finditer(text, founded, later[1]))
    if len(led) != _SUBJECT or not words.find("article").fullmatch(led[0]):
        return False
    return any(one[0].isupper() and other == led[1] for one, other in pairwise(text[slice(*before)].split()))


def mark_before(
    block: BlockDrafts, word: re.Match[str], words: TimingWords, lexicon: TimingLexicon
) -> OrdinalDraft | None:
    """The number of years of an anniversary: a new mention for "centenary", the ordinal before the word otherwise."""
    named = words.years.get(word[0].lower())
    if named is not None:
        return block.add_ordinal(OrdinalDraft(word.start(), word.end(), named, None))
    ordinals = lexicon.ordinals
    before = list(ordinals.regex.finditer(block.text, max(0, word.start() - 20), word.start())) if ordinals else []
    if ordinals is None or not before or block.text[before[-1].end() : word.start()].strip(" -"):
        return None
    ordinal = before[-1]
    return block.add_ordinal(OrdinalDraft(ordinal.start(), ordinal.end(), ordinals.value_of(ordinal), word[0]))


def _owner(text: str, start: int, mark: int, end: int, owned: bool, lexicon: TimingLexicon) -> str | None:
    """The full name of the body: after "anniversary of the ...", or the only one of the sentence before "its"."""
    words = lexicon.of("anniversary")
    of = words.find("of").match(text, end + 1)
    article = words.find("article").match(text, of.end() + 1) if of else None
    after = lexicon.name.match(text, article.end() + 1) if article else None
    if after:
        return after[0] if " " in after[0] else None
    names = {_without_article(name[0], words) for name in lexicon.name.finditer(text, start, mark)}
    full = [name for name in names if " " in name]
    return full[0] if owned and len(full) == 1 else None


def _without_article(name: str, words: TimingWords) -> str:
    article = words.find("article").match(name)
    return name[article.end() :].lstrip() if article else name


def _year(block: BlockDrafts, sentence: Sentence, told: Sequence[Draft], when: str) -> str:
    """The time of the anniversary: the year that its sentence names beside that of the founding, else the report's."""
    start, end = sentence
    years = {
        date.period.start.year
        for date in block.dates_between(start, end)
        if date.period is not None and date not in told
    }
    if not years:
        return when
    return str(years.pop()) if len(years) == 1 else ""


def _word_before(text: str, end: int) -> str:
    words = text[max(0, end - 20) : end].lower().split()
    return words[-1] if words else ""
