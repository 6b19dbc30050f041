"""The date vocabulary of one language, compiled for scanning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from claimcheck.extract.dates.patterns import LOOKED_AT, Opening, Slots, expand_pattern, key_of_word
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.dates import DateContext, DateForm, DateReading, DateUse, DateWords

_ORDERS: tuple[DateUse, ...] = ("day-first", "month-first")


@dataclass(frozen=True)
class Form:
    """One pattern of a date form; its expression is compiled when it is first needed.

    needs: sets of keys of words, of each of which all that it fits has one.
    """

    id: str
    reads: DateReading
    expression: str
    constants: Mapping[str, int | str]
    needs: Sequence[Set[str]] = ()

    def may_fit(self, keys: Set[str]) -> bool:
        """Whether a text with words of these keys may hold what fits."""
        return not any(need.isdisjoint(keys) for need in self.needs)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.expression)


@dataclass(slots=True)
class _Step:
    """The forms, by rank, whose opening ends with a word, and the steps that further words lead to."""

    forms: dict[int, Form] = field(default_factory=dict)
    further: dict[str, _Step] = field(default_factory=dict)


class Forms:
    """The forms of a language, found by the first words of a match; see `patterns.Opening`."""

    def __init__(self, forms: Iterable[tuple[Form, Iterable[Opening]]], words: Mapping[str, tuple[str, ...]]) -> None:
        self._words = words
        self._start = _Step()
        self._known: dict[tuple[str, ...], tuple[Form, ...]] = {}
        self._after: dict[str, frozenset[str] | None] = {}
        later: set[str] = set()
        for rank, (form, openings) in enumerate(forms):
            for opening in openings:
                step = self._start
                for key in opening:
                    step = step.further.setdefault(key, _Step())
                step.forms[rank] = form
                later.update(opening[1:])
        self._firsts = self._and_words_of(self._start.further.keys())
        self._later = self._and_words_of(later)

    def _and_words_of(self, keys: Set[str]) -> frozenset[str]:
        """Keys, and the words that fill the slots among them."""
        return frozenset(keys).union(word for word, slots in self._words.items() if not keys.isdisjoint(slots))

    def opened_in(self, words: Sequence[str]) -> list[tuple[int, list[Form]]]:
        """The places of the words of a text, in small letters, that forms can start with, each with those forms."""
        firsts, followers = self._firsts, self._after
        keys = [word if word.isalpha() else key_of_word(word) for word in words]
        found: list[tuple[int, tuple[Form, ...]]] = []
        for at, key in [(at, key) for at, key in enumerate(keys) if key in firsts]:
            # behind most such words, as "the" and "in", nothing follows that a date could go on with
            seconds = followers[key] if key in followers else self._seconds(key)
            if seconds is None or (at + 1 < len(keys) and keys[at + 1] in seconds):
                forms = self.opened(*keys[at : at + LOOKED_AT])
                if forms:
                    found.append((at, forms))
        held = {name for key in set(keys) for name in self._named(key)} if found else set()
        fitting = ((at, [form for form in forms if form.may_fit(held)]) for at, forms in found)
        return [(at, forms) for at, forms in fitting if forms]

    def _seconds(self, first: str) -> frozenset[str] | None:
        """The keys that forms can go on with behind a first one; None when that alone can be the start of a form."""
        if first not in self._after:
            steps = [self._start.further[name] for name in self._named(first) if name in self._start.further]
            further = frozenset[str]().union(*(step.further for step in steps))
            self._after[first] = None if any(step.forms for step in steps) else self._and_words_of(further)
        return self._after[first]

    def _named(self, key: str) -> tuple[str, ...]:
        """A key, and those of the slots that it fills."""
        return (key, *self._words.get(key, ()))

    def opened(self, first: str, *later: str) -> tuple[Form, ...]:
        """The forms that can start with a word when others follow it; all are given by their keys."""
        keys = (first, *(key if key in self._later else "" for key in later))
        if keys not in self._known:
            found: dict[int, Form] = {}
            steps = [self._start]
            for key in keys:
                names = self._named(key)
                steps = [step.further[name] for step in steps for name in names if name in step.further]
                for step in steps:
                    found |= step.forms
            self._known[keys] = tuple(found[rank] for rank in sorted(found))
        return self._known[keys]


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """ambiguous: bare months and weekdays that need a context word; contexts: words by use, lower case; orders: words
    that tell the order of day and month, True for the day first.
    """

    slots: Slots
    forms: Forms
    ambiguous: frozenset[str]
    contexts: Mapping[DateUse, frozenset[str]]
    orders: tuple[tuple[str, bool], ...]


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
            expression, openings, needs = expand_pattern(pattern, slots)
            forms.append((Form(entry.id, entry.reads, expression, entry.set, needs), openings))
    contexts: dict[DateUse, frozenset[str]] = dict.fromkeys(get_args(DateUse), frozenset())
    contexts |= {entry.use: _lower(entry.words) for entry in packs.select(DateContext, language)}
    return DateLexicon(
        slots=slots,
        forms=Forms(forms, slots.by_word()),
        ambiguous=_lower(word for entry in entries for word in entry.ambiguous),
        contexts=contexts,
        orders=tuple((words, use == "day-first") for use in _ORDERS for words in contexts[use]),
    )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _cased(entry: DateWords) -> dict[str, int | str]:
    """The words of an entry; where capitals are required, also in full capitals, as in headings."""
    if entry.cased:
        return entry.words | {word.upper(): meaning for word, meaning in entry.words.items()}
    return {word.lower(): meaning for word, meaning in entry.words.items()}
