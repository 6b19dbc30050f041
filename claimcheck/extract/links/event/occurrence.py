"""Finds the day on which a sentence says that something happened: "the bridge was opened on 3 May 2023".

What happens to a thing but once is dated by a month or a year as well: "the bridge was built in 1931".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.drafts import BlockDrafts, DateDraft, LinkDraft
from claimcheck.extract.links.event.staged import StagedLexicon, compile_staged, staged_event
from claimcheck.model.letters import any_of, fold
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.references import Occurrence, OccurrenceGrammar

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_LONGER = {len("2023"): "year", len("2023-05"): "month"}  # grains of dates, by how they are written
_STOP = re.compile(r"[.!?;]\s+(?=[A-ZÀ-Ỹ\"“])|\n|;")
_LABEL = re.compile(r"\s*:\s*(?:(?P<lead>[^\W\d_]+) )?")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NO_PLURALS = ("ss", "us", "is", "as")
_BEFORE, _AFTER = 220, 40


@dataclass(frozen=True, slots=True)
class OccurrenceLexicon:
    """The verbs of one language with the sort of event of each, and the words that do not tell events apart."""

    verbs: re.Pattern[str]
    sorts: dict[str, str]
    grains: dict[str, frozenset[str]]
    empty: frozenset[str]
    barring: frozenset[str]
    limits: frozenset[str]
    begins: frozenset[str]
    day_leads: frozenset[str]
    staged: StagedLexicon


def compile_occurrences(packs: Packs, language: str) -> OccurrenceLexicon:
    """The lexicon of one language; an unknown language gives one that finds nothing."""
    entries = packs.select(Occurrence, language)
    sorts = {word: entry.id for entry in entries for word in entry.words}
    grammars = packs.select(OccurrenceGrammar, language)
    return OccurrenceLexicon(
        re.compile(rf"(?i)\b(?:{any_of(sorts)})\b"),
        sorts,
        {entry.id: frozenset(entry.grains) for entry in entries},
        all_words(grammars, "empty"),
        all_words(grammars, "barring"),
        all_words(grammars, "limits"),
        all_words(grammars, "begins"),
        all_words(grammars, "day_leads"),
        compile_staged(packs, language),
    )


def find_occurrences(block: BlockDrafts, lexicon: OccurrenceLexicon, title: str = "") -> list[LinkDraft]:
    """A link for each day, month or year that is the only one of its sentence and has a verb of happening before it.

    `scope` is the event: the sort of verb, a colon, and the words that tell the event from others, names in capitals
    ("distribute: first food parcel SITTWE"). title: the heading of the report, which tells what "Opened: 3 May 2023"
    is said of.
    """
    return [*_occurrences(block, lexicon, title), *_of_years(block, lexicon)]


def _of_years(block: BlockDrafts, lexicon: OccurrenceLexicon) -> Iterator[LinkDraft]:
    """A link for each month or year that is the only date of its sentence, behind a verb of which these tell enough."""
    for date in block.dates:
        grain = _LONGER.get(len(date.value)) if date.value[:4].isdigit() else None
        start, end = _sentence(block.text, date) if grain else (0, 0)
        verbs = list(lexicon.verbs.finditer(block.text, start, date.start)) if grain else []
        if not verbs or grain not in lexicon.grains[sort := lexicon.sorts[verbs[-1][0].lower()]]:
            continue
        words = _content(block.text[start : date.start], lexicon)
        led = _WORD.match(block.text, date.start)
        if words is not None and list(block.dates_between(start, end)) == [date] and not (
                led and led[0].lower() in lexicon.limits):
            yield LinkDraft(start, date.end, kind="occurrence", roles={"date": [date]},
                            scope=f"{sort}: {' '.join(words)}")


def _occurrences(block: BlockDrafts, lexicon: OccurrenceLexicon, title: str) -> Iterator[LinkDraft]:
    days = [date for date in block.dates if _DAY.fullmatch(date.value)]
    for date in days:
        start, end = _sentence(block.text, date)
        first, last = (bisect_left(days, edge, key=lambda day: day.start) for edge in (start, end))
        if last - first > 1:
            continue
        clause = block.text[start : date.start]
        if event := staged_event(clause, lexicon.staged):
            last = _WORD.findall(clause)[-1]
            if fold(last) not in lexicon.limits - lexicon.begins:
                yield LinkDraft(start, date.end, kind="occurrence", roles={"date": [date]},
                                scope=f"staged: {' '.join(event)}")
            continue
        verbs = list(lexicon.verbs.finditer(block.text, start, date.start))
        if not verbs:
            continue
        verb = verbs[-1]
        labelled = title and verb.start() == start and _is_label(block.text, verb.end(), date.start, lexicon)
        words = _content(f"- {title}" if labelled else block.text[start : date.start], lexicon)
        if words is not None:
            scope = f"{lexicon.sorts[verb[0].lower()]}: {' '.join(words)}"
            yield LinkDraft(start, date.end, kind="occurrence", roles={"date": [date]}, scope=scope)


def _is_label(text: str, start: int, end: int, lexicon: OccurrenceLexicon) -> bool:
    """True for the colon of "Opened: 3 May 2023" and "Opened: on 3 May 2023"."""
    label = _LABEL.fullmatch(text, start, end)
    return label is not None and (label["lead"] is None or label["lead"] in lexicon.day_leads)


def _sentence(text: str, date: DateDraft) -> tuple[int, int]:
    floor, ceiling = max(0, date.start - _BEFORE), min(len(text), date.end + _AFTER)
    stops = [match.end() for match in _STOP.finditer(text, floor, date.start)]
    after = _STOP.search(text, date.end, ceiling)
    return stops[-1] if stops else floor, after.start() if after else ceiling


def _content(clause: str, lexicon: OccurrenceLexicon) -> list[str] | None:
    """The words that tell the event, without those of the verb; None where a word says that it is not this plain."""
    found = [match[0] for match in _WORD.finditer(lexicon.verbs.sub(" ", clause))]
    if found and fold(found[-1]) in lexicon.limits:
        return None
    words: dict[str, None] = {}
    for at, word in enumerate(found):
        plain = fold(word)
        if plain in lexicon.barring:
            return None
        if plain.isdigit() and at and found[at - 1][0].isupper():
            words.setdefault(f"{found[at - 1]} {plain}".upper().replace(" ", "_"))  # "Vega 2" is not "Vega 3"
        if len(plain) < 3 or plain in lexicon.empty or plain.isdigit():
            continue
        stem = plain.removesuffix("'s")
        stem = stem if stem.endswith(_NO_PLURALS) else stem.removesuffix("s")
        words.setdefault(stem.upper() if word[0].isupper() and at > 0 else stem)
    return list(words)
