"""Finds citations of documents ("Resolution No. 64/NQ-CP dated May 9, 2019") and numbered events."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from claimcheck.extract.drafts import DateDraft, ReferenceDraft
from claimcheck.extract.references.lexicon import ReferenceLexicon
from claimcheck.extract.telling import has_digit, words_in

_FARTHEST = 80  # characters between a number and its date
_LONGEST_SENTENCE = 600
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Ỹ\"“])|[;\n]")
_CLOCK_STOP = re.compile(r"[.;:!?\n]")
_FULL_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|XXXX-\d\d-\d\d")
_NO_YEAR = "XXXX"
_LAST_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_ALONE = len("2023")
_OF_YEAR = re.compile(r" \((?:19|20)\d\d\)")
_OWNER = re.compile(r"[A-Z][a-z]+ $")
_LONGEST_OWNER = 40
_DOCKET = re.compile(r"\d+-\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def scan_references(
    text: str, dates: Sequence[DateDraft], lexicon: ReferenceLexicon, known: Set[str] | None = None
) -> list[ReferenceDraft]:
    """The documents and numbered events that a block cites, in order; `dates` are the block's dates, in order.

    The span takes in the type, the number and the date of issue; a number without any mark of a document is none.
    `known` are the words of the text (`telling.words_in`), for whoever has them at hand.
    """
    found: list[ReferenceDraft] = []
    words = words_in(text) if known is None else known
    events = _events(text, dates, lexicon) if lexicon.tells_event.may_stand_in(words) else []
    if not has_digit(text):
        return events  # without a digit no document is cited, and of events only those with an ordinal in words
    for match in _numbered(text, words, lexicon):
        draft = _typed(text, match, dates, lexicon)
        if draft is not None:
            found.append(draft)
    if dates and lexicon.tells_type.may_stand_in(words):
        found.extend(_told_again(text, found, dates, lexicon))
    if lexicon.tells_name.may_stand_in(words):
        found.extend(_named(text, found, lexicon))
    found.sort(key=lambda draft: draft.start)
    ends = [0, *(draft.end for draft in found)]
    starts = [draft.start for draft in found]
    for match in lexicon.bare.finditer(text) if "/" in text or "-" in text else ():
        kind = _kind_of_code(match["number"], lexicon)
        if kind is not None and match.start() >= ends[bisect_right(starts, match.start())]:
            found.append(_document(text, match, kind, match.start(), dates, lexicon))
    for match in lexicon.docket.finditer(text) if "-" in text else ():
        if match.start("number") >= ends[bisect_right(starts, match.start("number"))]:
            found.append(_document(text, match, lexicon.docketed, match.start(), dates, lexicon))
    return sorted([*found, *events], key=lambda draft: (draft.start, draft.end))


def _numbered(text: str, words: Set[str], lexicon: ReferenceLexicon) -> Iterator[re.Match[str]]:
    """The types of documents with a number behind them, searched for where the words of types stand."""
    end = 0
    for at in lexicon.tells_type.places_in(text, words):
        if at >= end and (match := lexicon.typed.match(text, at)):
            end = match.end()
            yield match


def _typed(
    text: str, match: re.Match[str], dates: Sequence[DateDraft], lexicon: ReferenceLexicon
) -> ReferenceDraft | None:
    number, type_word = match["number"], match["type"]
    kind = lexicon.types[type_word.lower()]
    if kind in lexicon.within:
        return _part(text, match, kind, lexicon)
    plain = number.isdigit()
    told = type_word[0].isupper() and lexicon.told.match(text, match.end())
    plain_word = type_word.split()[-1][0].islower() and not told and not _is_named(text, match)
    if plain and not match["mark"] and (plain_word or _YEAR.fullmatch(number)):
        return None
    if not match["mark"] and _DOCKET.fullmatch(number):
        return None
    if plain and _inside_date(match.start("number"), dates):
        return None
    return _document(text, match, kind, match.start("type"), dates, lexicon)


def _part(text: str, match: re.Match[str], kind: str, lexicon: ReferenceLexicon) -> ReferenceDraft | None:
    """The part of a document whose name follows; None where none does."""
    owner = lexicon.owner.match(text, match.end("number"))
    if owner is None:
        return None
    end = match.end("number")
    return ReferenceDraft(match.start("type"), end, type=kind, identifier=match["number"], title=owner["title"])


def _is_named(text: str, match: re.Match[str]) -> bool:
    """True for "Security Council resolution 2672" and "resolution 2672 (2023)", whose word has no capital."""
    before = _OWNER.search(text, max(0, match.start() - _LONGEST_OWNER), match.start())
    return before is not None or _OF_YEAR.match(text, match.end()) is not None


def _named(text: str, known: Sequence[ReferenceDraft], lexicon: ReferenceLexicon) -> list[ReferenceDraft]:
    """The documents that bear a name and a year; the year is their number."""
    starts = {draft.start for draft in known}
    found = []
    for match in lexicon.named.finditer(text):
        start = _title_start(text, match.start("type"), lexicon)
        if start not in starts and start < match.start("type"):
            kind, title = lexicon.types[match["type"].lower()], text[start : match.end("type")]
            found.append(ReferenceDraft(start, match.end(), type=kind, identifier=match["number"], title=title))
    for match in lexicon.headed.finditer(text):
        title = lexicon.of_year.sub("", match["title"].strip())
        kind = lexicon.types[match["type"].lower()]
        found.append(ReferenceDraft(match.start(), match.end(), type=kind, identifier=match["number"], title=title))
    return found


def _inside_date(at: int, dates: Sequence[DateDraft]) -> bool:
    before = bisect_right(dates, at, key=lambda date: date.start) - 1
    return before >= 0 and at < dates[before].end


def _document(
    text: str, match: re.Match[str], kind: str, start: int, dates: Sequence[DateDraft], lexicon: ReferenceLexicon
) -> ReferenceDraft:
    title_start = _title_start(text, start, lexicon) if "type" in match.groupdict() else start
    title = text[title_start : match.end("type")] if title_start < start else None
    date = _date_after(text, match.end("number"), dates, lexicon)
    end = date.end if date is not None else match.end("number")
    issued = None if date is None else _in_year(date.value, text[match.start("number"):end])
    if title is None and (topic := lexicon.topics.match(text, end)):
        title = topic["topic"].strip()
    return ReferenceDraft(
        title_start, end, type=kind, identifier=match["number"], title=title, date=issued
    )


def _in_year(day: str, number: str) -> str | None:
    """A day of issue, in the year that the number tells where it has none of its own; None where none does."""
    if not day.startswith(_NO_YEAR):
        return day
    year = _LAST_YEAR.search(number)
    return day.replace(_NO_YEAR, year[0]) if year else None


def _told_again(
    text: str, known: Sequence[ReferenceDraft], dates: Sequence[DateDraft], lexicon: ReferenceLexicon
) -> list[ReferenceDraft]:
    """The documents cited by their sort and day alone, as ones that were told of before: "the decree of 6 May"."""
    starts = {draft.start for draft in known}
    found = []
    for match in lexicon.again.finditer(text):
        start, end, kind = match.start("type"), match.end(), lexicon.types[match["type"].lower()]
        if start in starts or kind in lexicon.within:
            continue
        day = _issued(text, end, dates, bisect_left(dates, end, key=lambda date: date.start), lexicon)
        if day is not None and len(day.value) > _YEAR_ALONE:
            found.append(ReferenceDraft(start, day.end, type=kind, date=day.value))
    return found


def _title_start(text: str, start: int, lexicon: ReferenceLexicon) -> int:
    """Where the capitalised words begin that stand before the type: "Public Finance" Act."""
    before = lexicon.title_before.search(text, max(0, start - 80), start)
    if before is None:
        return start
    words = before[0].split()
    ahead = text[max(0, before.start() - 4) : before.start()].rstrip()
    opens_sentence = not ahead or ahead[-1] in ".!?:;"
    if opens_sentence:
        words = words[1:]
    owner = max((at for at, word in enumerate(words, 1) if word.endswith(("'s", "’s"))), default=0)
    words = words[owner:]
    return start if not words else before.end() - len(before[0]) + before[0].index(words[0])


def _kind_of_code(number: str, lexicon: ReferenceLexicon) -> str | None:
    marks = re.findall(r"[A-ZĐ][A-Za-zĐđ]*", number)
    return next((lexicon.codes[mark] for mark in marks if mark in lexicon.codes), None)


def _date_after(text: str, end: int, dates: Sequence[DateDraft], lexicon: ReferenceLexicon) -> DateDraft | None:
    """The date of issue: the next date, when only words of issuing stand between it and the number.

    The year of a number ("Circular 9 of 2023, dated 14 February 2023") gives way to the day that is told behind it.
    """
    at = bisect_left(dates, end, key=lambda date: date.start)
    if at < len(dates) and len(dates[at].value) == _YEAR_ALONE:
        year = _issued(text, end, dates, at, lexicon)
        return year and (_issued(text, year.end, dates, at + 1, lexicon, told=True) or year)
    return _issued(text, end, dates, at, lexicon)


def _issued(
    text: str, end: int, dates: Sequence[DateDraft], at: int, lexicon: ReferenceLexicon, *, told: bool = False
) -> DateDraft | None:
    """One date if it tells when the document before it was issued; told: only if a word of issuing says so."""
    if at >= len(dates) or dates[at].start - end > _FARTHEST or not _FULL_DATE.fullmatch(dates[at].value):
        return None
    between = text[end : dates[at].start]
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", between)]
    if _CLOCK_STOP.search(between):
        return None
    by_issuer = lexicon.by_issuer.match(text, end)
    if by_issuer and dates[at].start <= by_issuer.end() < dates[at].end:
        return dates[at]
    if not told and all(word in lexicon.fillers or word in lexicon.issued for word in words):
        return dates[at]
    return dates[at] if any(word in lexicon.issued for word in words[-3:]) else None


def _events(text: str, dates: Sequence[DateDraft], lexicon: ReferenceLexicon) -> list[ReferenceDraft]:
    events = []
    for match in lexicon.event.finditer(text):
        noun = match["noun"] or match["noun2"]
        word = match["word"]
        ordinal = match["ordinal"] or match["ordinal2"] or f"{lexicon.ordinals[word.lower()]}"
        title = f"{match['lead'] or ''} {noun}{match['name2'] or ''}{match['owner'] or ''}".strip()
        events.append(
            ReferenceDraft(
                match.start(), match.end(), type=lexicon.events[noun.lower()], identifier=ordinal, title=title,
                date=_day_of_sentence(text, match, dates),
            )
        )
    return events


def _day_of_sentence(text: str, match: re.Match[str], dates: Sequence[DateDraft]) -> str | None:
    """The one day that the sentence of a match names; None when it names none or several."""
    floor, ceiling = max(0, match.start() - _LONGEST_SENTENCE), min(len(text), match.end() + _LONGEST_SENTENCE)
    stops = [stop.end() for stop in _SENTENCE_END.finditer(text, floor, match.start())]
    after = _SENTENCE_END.search(text, match.end(), ceiling)
    start, end = stops[-1] if stops else floor, after.start() if after else ceiling
    first, last = (bisect_left(dates, edge, key=lambda date: date.start) for edge in (start, end))
    near = dates[first:last]
    days = {date.value for date in near if re.fullmatch(r"\d{4}-\d\d-\d\d", date.value)}
    return days.pop() if len(days) == 1 else None
