"""Cited documents, numbered events and dates as mentioned -> claims that can be compared across reports."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.letters import fold
from claimcheck.model.mention import AnyMention, DateMention, ReferenceMention
from claimcheck.model.period import Period

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_OF_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")


def resolve_references(document: Document, mentions: Sequence[AnyMention]) -> list[Claim]:
    """A claim for each cited document or numbered event that has a number."""
    return [
        _reference(document, mention)
        for mention in mentions
        if isinstance(mention, ReferenceMention) and mention.identifier is not None
    ]


def resolve_dates(document: Document, mentions: Sequence[AnyMention]) -> list[Claim]:
    """A claim for each date that names a day.

    `date` is the full day; `identifier` the value as mentioned, so that "8 June" without a year can be compared too.
    A weekday is kept only where the text itself names the year: an inferred year may be the wrong one.
    """
    return [
        _date(document, mention)
        for mention in mentions
        if isinstance(mention, DateMention) and _DAY_OF_MONTH.fullmatch(mention.value)
    ]


def normal_identifier(identifier: str) -> str:
    """The number of a document without the freedoms of its spelling.

    >>> normal_identifier("15-CT/TW"), normal_identifier("014/2023/NQ-HĐND")
    ('15/CT/TW', '14/2023/NQ/HDND')
    """
    parts = [part for part in re.split(r"[-–/.:\s()]+", fold(identifier).upper()) if part]
    return "/".join(part.lstrip("0") or "0" for part in parts)


def _reference(document: Document, mention: ReferenceMention) -> Claim:
    place = document.place(mention.start, mention.end)
    period = None if mention.date is None else Period.parse(mention.date)
    day = mention.date is not None and _DAY.fullmatch(mention.date)
    return Claim(
        kind="reference", path=place.path, start=place.start, end=place.end, line=place.line, column=place.column,
        text=place.text, type=mention.type, identifier=normal_identifier(mention.identifier or ""),
        issuer=mention.issuer, title=None if mention.title is None else fold(mention.title), period=period,
        date=period.start if period is not None and day else None,
    )


def _date(document: Document, mention: DateMention) -> Claim:
    place = document.place(mention.start, mention.end)
    day = dt.date.fromisoformat(mention.value) if _DAY.fullmatch(mention.value) else None
    year_is_stated = day is not None and str(day.year) in mention.text
    return Claim(
        kind="date", path=place.path, start=place.start, end=place.end, line=place.line, column=place.column,
        text=place.text, identifier=mention.value, date=day, period=None if day is None else Period.day(day),
        weekday=mention.weekday if year_is_stated else None,
    )
