"""The date vocabulary of one language, compiled for scanning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from claimcheck.extract.dates.patterns import Opening, Slots, expand_pattern
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.dates import DateContext, DateForm, DateReading, DateUse, DateWords


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


class Forms:
    """The forms of a language, found by the first two words of a match; see `patterns.Opening`."""

    def __init__(self, forms: Iterable[tuple[Form, Iterable[Opening]]], words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._openings: dict[str, dict[str | None, list[tuple[int, Form]]]] = {}
        self._known: dict[tuple[str, str], tuple[Form, ...]] = {}
        seconds: set[str] = set()
        for rank, (form, openings) in enumerate(forms):
            for opening in openings:
                second = opening[1] if len(opening) > 1 else None
                self._openings.setdefault(opening[0], {}).setdefault(second, []).append((rank, form))
                seconds.add(second or "")
        self.firsts = frozenset(self._openings) | {
            word for word, keys in words.items() if any(key in self._openings for key in keys)
        }
        self._seconds = seconds | {word for word, keys in words.items() if not seconds.isdisjoint(keys)}

    def opened_in(self, keys: Sequence[str]) -> list[tuple[int, tuple[Form, ...]]]:
        """The words of a text, by their keys, that forms can start with, each with those forms."""
        pairs = enumerate(zip(keys, [*keys[1:], ""], strict=False))
        return [
            (at, forms) for at, (key, following) in pairs
            if key in self.firsts and (forms := self.opened(key, following))
        ]

    def opened(self, first: str, second: str) -> tuple[Form, ...]:
        """The forms that can start with a word when another follows it; both are given by `patterns.first_key`."""
        pair = (first, second if second in self._seconds else "")
        if pair not in self._known:
            found: dict[int, Form] = {}
            for key in (pair[0], *self._words.get(pair[0], ())):
                following = self._openings.get(key, {})
                for after in (None, pair[1], *self._words.get(pair[1], ())):
                    found.update(following.get(after, ()))
            self._known[pair] = tuple(found[rank] for rank in sorted(found))
        return self._known[pair]


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """ambiguous: bare months and weekdays that need a context word; contexts: words by use, lower case.
    """

    slots: Slots
    forms: Forms
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
    forms: list[tuple[Form, set[Opening]]] = []
    for entry in packs.select(DateForm, language):
        for pattern in entry.patterns:
            expression, openings = expand_pattern(pattern, slots)
            forms.append((Form(entry.id, entry.reads, expression, entry.set), openings))
    return DateLexicon(
        slots=slots,
        forms=Forms(forms, slots.by_word()),
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
