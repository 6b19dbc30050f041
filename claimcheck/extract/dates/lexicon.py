"""The date vocabulary of one language, compiled for scanning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from claimcheck.extract.dates.patterns import Slots, expand_pattern
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.dates import DateContext, DateForm, DateReading, DateUse, DateWords

_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True)
class Form:
    """One pattern of a date form; its expression is compiled when it is first needed."""

    id: str
    reads: DateReading
    expression: str
    constants: Mapping[str, int | str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.expression)


@dataclass(frozen=True)
class FormGroup:
    """The forms that one word can start. The gate is one expression that tells quickly whether any of them matches."""

    forms: tuple[Form, ...]

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """Any of the forms, without their groups."""
        return re.compile("|".join(_GROUP.sub("(?:", form.expression) for form in self.forms))

    def matches(self, text: str, start: int) -> list[tuple[re.Match[str], Form]]:
        """The forms that match at a place, the longest first, each with its match."""
        if not self.gate.match(text, start):
            return []
        found = [(match, form) for form in self.forms if (match := form.regex.match(text, start))]
        return sorted(found, key=lambda pair: -pair[0].end())


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """groups: forms by the first word of a match, as `patterns.first_key` gives it.

    ambiguous: bare months and weekdays that need a context word; contexts: words by use, lower case.
    """

    slots: Slots
    groups: Mapping[str, FormGroup]
    ambiguous: frozenset[str]
    contexts: Mapping[DateUse, frozenset[str]]


def compile_dates(packs: Packs, language: str) -> DateLexicon:
    """The date lexicon of one language, from the entries of its packs."""
    entries = packs.select(DateWords, language)
    words = {entry.slot: _cased(entry) for entry in entries}
    slots = Slots(
        words={name: known for name, known in words.items() if name != "day-suffix"},
        cased=frozenset(entry.slot for entry in entries if entry.cased),
        day_suffixes=tuple(words.get("day-suffix", ())),
    )
    forms: dict[str, list[Form]] = {}
    for entry in packs.select(DateForm, language):
        for pattern in entry.patterns:
            expression, firsts = expand_pattern(pattern, slots)
            form = Form(entry.id, entry.reads, expression, entry.set)
            for first in firsts:
                forms.setdefault(first, []).append(form)
    return DateLexicon(
        slots=slots,
        groups={first: FormGroup(tuple(known)) for first, known in forms.items()},
        ambiguous=_lower(word for entry in entries for word in entry.ambiguous),
        contexts=dict.fromkeys(get_args(DateUse), frozenset())
        | {entry.use: _lower(entry.words) for entry in packs.select(DateContext, language)},
    )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _cased(entry: DateWords) -> dict[str, int | str]:
    """The words of an entry; where capitals are required, also in full capitals, as in headings."""
    if entry.cased:
        return entry.words | {word.upper(): meaning for word, meaning in entry.words.items()}
    return {word.lower(): meaning for word, meaning in entry.words.items()}
