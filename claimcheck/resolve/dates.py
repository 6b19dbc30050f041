"""Dates as mentioned -> claims that can be compared across reports."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, DateMention
from claimcheck.model.period import Period
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.references import OccurrenceGrammar
from claimcheck.resolve.naming import Lexicon
from claimcheck.resolve.sentences import surroundings_of
from claimcheck.resolve.words import words_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_OR_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d|\d{4}-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_NEAR = dt.timedelta(days=45)  # from the day of a report, within which a day without a year is surely of that time
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{2,}")
_LINE_ENDS = re.compile(r"[ ,)]*(?:[-–—:|(/]|$|\n)")
_REACH = 90  # characters each way in which a word says that a day is a plan, a limit, or one of many


@dataclass(frozen=True, slots=True)
class DateWords:
    """What tells of days: the words of metrics, and those that make a day uncertain (`bars`) or no day of its own
    (`limits`, right before it)."""

    names: Lexicon
    bars: frozenset[str]
    limits: frozenset[str]


def compile_dates(packs: Packs, names: Lexicon) -> DateWords:
    """The words of all languages."""
    return DateWords(names, *_doubtful(packs))


@lru_cache(maxsize=4)
def _doubtful(packs: Packs) -> tuple[frozenset[str], frozenset[str]]:
    grammars = [each for language in packs.languages for each in packs.select(OccurrenceGrammar, language)]
    bars = frozenset(word for each in grammars for word in each.barring)
    return bars, frozenset(word for each in grammars for word in each.limits)


def resolve_dates(document: Document, mentions: Sequence[AnyMention], words: DateWords | None = None) -> list[Claim]:
    """A claim for each date that names a day, or the month of a year.

    `date` is the full day; `identifier` the value as mentioned, so that "8 June" without a year can be compared too.
    A weekday is kept where the text itself names the year. An inferred year may be the wrong one: there the day must
    lie close to the first day that the report dates in full. The words around a day tell what happened on it, but for
    that of a dateline, which is the day of the report; without `words` nothing is known of them.
    """
    dates = [mention for mention in mentions if isinstance(mention, DateMention)]
    days = [mention for mention in dates if _DAY_OR_MONTH.fullmatch(mention.value)]
    told = next((_day(mention) for mention in days if _states_year(mention)), None)
    claims = [_date(document, mention, told) for mention in days]
    return claims if words is None else [_with_words(document, claim, dates, words) for claim in claims]


def _with_words(document: Document, claim: Claim, dates: Sequence[DateMention], words: DateWords) -> Claim:
    if _is_dateline(document, claim):
        return claim
    before = max((each.end for each in dates if each.end <= claim.start), default=0)
    after = min((each.start for each in dates if each.start >= claim.end), default=sys.maxsize)
    around = surroundings_of(document, claim.start, claim.end, (before, after), words.names)
    low, high = max(around.sentence, before, claim.start - _REACH), min(after, claim.end + _REACH)
    led = words_of(document.reading[low : claim.start])
    said = {*led, *words_of(document.reading[claim.end : high].split(". ", 1)[0])}
    limits = words.limits.intersection(led[-1:])
    return claim.model_copy(update={**around._asdict(), "marks": frozenset(said & words.bars) | limits})


def _is_dateline(document: Document, claim: Claim) -> bool:
    """True for the day of a report at the head of its text: "ORLA, 3 May 2024 (ONA) - ", "Date: 3 May 2024"."""
    block = next((each for each in document.blocks if each.start <= claim.start < each.end), None)
    if block is None:
        return True
    led = document.reading[block.start : claim.start]
    return not _LOWER.search(led) and _LINE_ENDS.match(document.reading, claim.end) is not None


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
    month = Period.parse(mention.value) if _MONTH.fullmatch(mention.value) else None
    return Claim(
        kind="date", **document.place(mention.start, mention.end).model_dump(), identifier=mention.value, date=day,
        period=month if day is None else Period.day(day), weekday=mention.weekday if sure else None,
        sure=stated or not sure,
    )
