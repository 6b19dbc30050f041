"""Stretches of time and places in an order become claims where the words tie them to something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.interval import Interval
from claimcheck.model.mention import AnyMention, DateMention, OrdinalMention
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.resolve.naming import Lexicon
from claimcheck.resolve.subjects import Subjects
from claimcheck.resolve.words import words_of

_DAYS = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/(?:\d{4}|XXXX)-\d\d-\d\d)?")
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEARS = re.compile(r"\d{4}/\d{4}")
_NO_YEAR, _ANY_YEAR = "XXXX", "2001"
_NO_LEAP_DAY = 31  # a shorter stretch that holds 29 February says so
_HOURS = 24
_SHORTEST = 3  # letters of a word that tells by what somebody is ranked
_DAYS_OF_YEAR, _DAYS_OF_MONTH = 366, 31


def resolve_times(
    document: Document, mentions: Sequence[AnyMention], linked: Collection[int],
    names_at: Callable[[int], Lexicon], subjects: Subjects,
) -> Iterator[Claim]:
    """A claim for each linked date that names no days, with how long it lasts, and for each linked ordinal.

    names_at: the words of metrics in the language that is written at an offset.
    """
    for at, mention in enumerate(mentions):
        if at not in linked:
            continue
        place = document.place(mention.start, mention.end).model_dump()
        if isinstance(mention, OrdinalMention):
            yield Claim(kind="ordinal", **place, value=Decimal(mention.value), measure="count",
                        reading=Reading.exactly(mention.value), subject=_owner(mention.subject, subjects),
                        metric=_content(mention.metric or "", names_at(mention.start), subjects), place=mention.scope,
                        period=period_of(mention.period))
        elif isinstance(mention, DateMention) and not _DAYS.fullmatch(mention.value):
            length = length_of(mention)
            if length is not None:
                yield Claim(kind="date", **place, identifier=mention.value, period=period_of(mention.value),
                            measure="hour", reading=length)


def _owner(name: str | None, subjects: Subjects) -> str | None:
    """Whose a place in an order is: a known place by its own name, whatever its marks."""
    place = subjects.places.get(words_of(name)) if name else None
    return place.name if place is not None else name


def _content(phrase: str, names: Lexicon, subjects: Subjects) -> str | None:
    """All telling words of what somebody is ranked by, in the order of the alphabet."""
    words = (word for word in names.words(phrase) if len(word) >= _SHORTEST and not word.isdigit())
    told = {word for word in words if (word,) not in subjects.articles}
    return " ".join(sorted(told)) or None


def length_of(mention: DateMention) -> Reading | None:
    """How long a stretch of time lasts, in hours: with or without its last day, or parts of its first and last year."""
    period = period_of(mention.value.replace(_NO_YEAR, _ANY_YEAR))
    if period is None or period.end is None:
        return None
    days = (period.end - period.start).days
    if _YEARS.fullmatch(mention.value):
        slack = 2 * _DAYS_OF_YEAR
    else:
        slack = 1 if _DAY_NUMBER.search(mention.text) else 2 * _DAYS_OF_MONTH
    longest = days + (_NO_YEAR in mention.value and days > _NO_LEAP_DAY)
    length = Interval.of(max(1, days - slack) * _HOURS, longest * _HOURS)
    return Reading(length, length)


def period_of(text: str | None) -> Period | None:
    """The period that a date means; None for one without a year, or whose end lies before its beginning."""
    try:
        return None if text is None else Period.parse(text)
    except ValueError:
        return None
