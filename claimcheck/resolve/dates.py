"""Dates as mentioned -> claims that can be compared across reports."""

from __future__ import annotations

import datetime as dt
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model.claim import DONE, HAPPENED, HERE, JOINT, Claim
from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, DateMention
from claimcheck.model.period import Period
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.references import OccurrenceGrammar
from claimcheck.resolve.happenings import Happenings, clause_of, compile_happenings, happened_on, until_other
from claimcheck.resolve.naming import Lexicon
from claimcheck.resolve.sentences import rest_of_sentence, surroundings_of, telling_words
from claimcheck.resolve.times import length_of, period_of
from claimcheck.resolve.words import singular, words_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATED = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/(?:\d{4}|XXXX)-\d\d-\d\d)?|\d{4}-\d\d")
_NEAR = dt.timedelta(days=45)  # from the day of a report, within which a day without a year is surely of that time
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{2,}")
_DAY_WORD = re.compile(r"(?<=, )\w{2,4} $")  # "HUẾ, ngày 3/5/2024 - "
_LINE_ENDS = re.compile(r"[ ,)]*(?:[-–—:|(/]|$|\n)")
_WORD = re.compile(r"\w[\w.-]*\w|\d")
_NEXT = re.compile(r" ([^\W\dA-ZÀ-Ỹ][^\W\d]+)")
_REACH = 90  # characters each way in which a word says that a day is a plan, a limit, or one of many
_CLAUSE = 220  # characters before a day in which its part of the sentence begins
_MOST_LED = 6  # telling words right before a day


@dataclass(frozen=True, slots=True)
class DateWords:
    """What tells of days: the words of metrics, and those that make a day uncertain (`bars`) or no day of its own
    (`limits`, right before it). happenings: what tells what happens on it."""

    names: Lexicon
    bars: frozenset[str]
    limits: frozenset[str]
    happenings: Happenings


def compile_dates(packs: Packs, names: Lexicon) -> DateWords:
    """The words of all languages."""
    return DateWords(names, *_doubtful(packs), compile_happenings(packs))


@lru_cache(maxsize=4)
def _doubtful(packs: Packs) -> tuple[frozenset[str], frozenset[str]]:
    grammars = [each for language in packs.languages for each in packs.select(OccurrenceGrammar, language)]
    bars = all_words(grammars, "barring")
    return bars, all_words(grammars, "limits")


def resolve_dates(document: Document, mentions: Sequence[AnyMention], words: DateWords | None = None) -> list[Claim]:
    """A claim for each date that names a day, the month of a year, or the first and the last day of a stretch of time.

    `date` is the full day; `identifier` the value as mentioned, so that "8 June" without a year can be compared too.
    A stretch of time says how long it lasts.
    A weekday is kept where the text names the year, or nobody does. An inferred year may be the wrong one: there the
    day must lie close to the first day that the report dates in full. The words around a day tell what happened on it,
    but for that of a dateline, which is the day of the report; without `words` nothing is known of them. `phrase` holds
    those that lead to the day, `items` those of its own part of the sentence, in their order.
    """
    days = [each for each in mentions if isinstance(each, DateMention) and _DATED.fullmatch(each.value)]
    told = next((_day(mention) for mention in days if _states_year(mention)), None)
    claims = [_date(document, mention, told) for mention in days]
    if words is None:
        return claims
    edges = [0, *(mention.end for mention in days)], [*(mention.start for mention in days), sys.maxsize]
    return [
        _with_words(document, claim, (edges[0][at], edges[1][at + 1]), words) for at, claim in enumerate(claims)
    ]


def _with_words(document: Document, claim: Claim, neighbours: tuple[int, int], words: DateWords) -> Claim:
    """A day with the words around it; neighbours: where the date before ends, and the next begins."""
    if _is_dateline(document, claim):
        return claim
    before, after = neighbours
    around = surroundings_of(document, claim.start, claim.end, (before, after), words.names)
    low, high = max(around.sentence, before, claim.start - _REACH), min(after, claim.end + _REACH)
    led = words_of(document.reading[low : claim.start])
    rest = rest_of_sentence(document, claim.end, high)
    limits = words.limits.intersection(led[-1:])
    reach = max(around.sentence, before, claim.start - _CLAUSE)
    front = document.reading[reach : claim.start]
    sorts, past = happened_on(front, rest, words.happenings)
    clause = clause_of(front, rest, words.happenings)
    said = _said(document.reading[low : claim.start], words) | _said(until_other(rest, words.happenings), words)
    ahead = words.happenings.auxiliaries.findall(" ".join(clause))
    said -= {word for word in said if words.happenings.auxiliaries.fullmatch(word)} - {*map(str.lower, ahead)}
    leading = telling_words(document.reading[low : claim.start], words.names)[-_MOST_LED:]
    return claim.model_copy(update={
        **around._asdict(), "phrase": " ".join(leading) or None,
        "marks": frozenset(said) | limits | ({DONE} if past else set()),
        "scene": sorts,
        "items": (*_in_order(clause[0], words), HERE, *_in_order(clause[1], words)),
    })


def _said(text: str, words: DateWords) -> set[str]:
    """The words of a text that tell of a plan, a limit or one of many; names tell nothing of the sort."""
    return {word for found in _WORD.finditer(text) if not (found.start() and found[0][0].isupper())
            for word in words_of(found[0]) if word in words.bars}


def _in_order(clause: str, words: DateWords) -> Iterator[str]:
    """The words of a part of a sentence as `Claim.items` of a day holds them."""
    begin = 0
    for verb in words.happenings.words.finditer(clause):
        sort = words.happenings.noun_sort(verb[0])
        if not sort or not _leads_on(clause, verb.end(), words):
            yield from _told(clause[begin : verb.start()], words)
            yield f"{HAPPENED}{sort}"
            begin = verb.end()
    yield from _told(clause[begin:], words)


def _leads_on(clause: str, at: int, words: DateWords) -> bool:
    """True where another noun follows a noun for what happens: the fire station is no fire."""
    found = _NEXT.match(clause, at)
    return found is not None and found[1] not in words.names.joint and not words.happenings.begins_at(
        clause, found.start(1))


def _told(text: str, words: DateWords) -> Iterator[str]:
    """The words of a stretch of a clause: names in capitals, what counts events (`bars`) and what joins words kept."""
    for found in _WORD.finditer(text):
        for bare, word in zip(words_of(found[0]), words.names.words(found[0]), strict=True):
            if bare in words.names.joint:
                yield f"{JOINT}{bare}"
            elif bare in words.bars or not {bare, singular(bare, words.names.irregular)} & words.names.stop:
                yield word.upper() if found[0][0].isupper() and found.start() else word


def _is_dateline(document: Document, claim: Claim) -> bool:
    """True for the day of a report at the head of its text: "ORLA, 3 May 2024 (ONA) - ", "Date: 3 May 2024"."""
    at = bisect_right(document.blocks, claim.start, key=lambda block: block.start) - 1
    start = document.blocks[at].start if at >= 0 else 0
    led = _DAY_WORD.sub("", document.reading[max(start, claim.start - _REACH) : claim.start])
    if claim.start - start >= _REACH or _LOWER.search(led):
        return False
    return _LINE_ENDS.match(document.reading, claim.end) is not None


def _day(mention: DateMention) -> dt.date | None:
    return dt.date.fromisoformat(mention.value) if _DAY.fullmatch(mention.value) else None


def _states_year(mention: DateMention) -> bool:
    return _DAY.fullmatch(mention.value) is not None and mention.value[:4] in mention.text


def _has_sure_weekday(mention: DateMention, day: dt.date, told: dt.date | None) -> bool:
    """True when the weekday of a day may be judged, although nobody states its year.

    told: a day that the report dates in full.
    """
    if not any(character.isdigit() for character in mention.text):
        return False  # "on Tuesday" alone
    return told is not None and abs(day - told) <= _NEAR


def _date(document: Document, mention: DateMention, told: dt.date | None) -> Claim:
    day = _day(mention)
    stated = _states_year(mention)
    sure = stated or (day is not None and mention.weekday is not None and _has_sure_weekday(mention, day, told))
    period = Period.day(day) if day is not None else period_of(mention.value)
    length = length_of(mention) if "/" in mention.value else None
    return Claim(
        kind="date", **document.place(mention.start, mention.end).model_dump(), identifier=mention.value, date=day,
        period=period, weekday=mention.weekday if sure or day is None else None, sure=stated or not sure,
        measure="hour" if length else None, reading=length,
    )
