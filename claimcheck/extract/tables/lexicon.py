"""The words of one language by which tables speak, ready for use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import get_args

from claimcheck.extract.telling import words_in
from claimcheck.model.measure import dimension_of, measure_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.grammar import GrammarClass
from claimcheck.packs.schema.numbers import NumeralWords
from claimcheck.packs.schema.tables import TableSays, TableWords
from claimcheck.packs.schema.units import CurrencySpec, UnitSpec, UnitWords

_SHAPES = {
    "opening": r"(?:{})\b", "whole": r"(?:{})\W*$", "ending": r".*\b(?:{})\W*$",
    "anywhere": r".*(?<!\w)(?:{})(?!\w)",
}
_LEAST_SCALE = 1000
_MOST_KNOWN = 20_000
_MARKS = re.compile(r"^[\W_]+")
_SIGN = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class TableLexicon:
    """What labels say, by expression; scales and units by their words in small letters, signs of units as they are.

    telling: words and signs, with what labels say only where they hold one of them. first_of_units: the first word, in
    small letters, of each unit and sign. small: words of heads that say nothing of what is measured; per: those that
    make a rate of a unit. known: what the labels say that were met before, as tables repeat labels.
    """

    expressions: dict[TableSays, str]
    telling: dict[str, frozenset[TableSays]]
    scales: dict[str, Decimal]
    units: dict[str, str]
    signs: dict[str, str]
    first_of_units: frozenset[str]
    small: frozenset[str]
    per: frozenset[str]
    known: dict[str, frozenset[TableSays]] = field(default_factory=dict, compare=False, repr=False)

    def says(self, label: str, what: TableSays) -> bool:
        """Whether a label says so of its figures."""
        return what in self.all_said(label)

    def all_said(self, label: str) -> frozenset[TableSays]:
        """All that a label says of its figures."""
        found = self.known.get(label)
        if found is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            found = self.known[label] = frozenset(self._read(label))
        return found

    def _read(self, label: str) -> Iterator[TableSays]:
        held = words_in(label).union(_SIGN.findall(label)) & self.telling.keys()
        if held:
            bare = _MARKS.sub("", label)
            for what in {what for word in held for what in self.telling[word]}:
                if _compiled(self.expressions[what]).match(bare):
                    yield what


@lru_cache(maxsize=64)  # long ones, for tables alone, which few texts have
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def compile_tables(packs: Packs, languages: Iterable[str]) -> TableLexicon:
    """The words of tables in some languages: a table is too short to tell its own."""
    codes = tuple(languages)
    specs = [spec for language in codes for spec in packs.select(TableWords, language)]
    numerals = [spec for language in codes for spec in packs.select(NumeralWords, language)]
    named = [spec for language in codes for spec in packs.select(UnitWords, language)]
    units = {word.lower(): spec.large or spec.unit for spec in named if _is_unit(spec.unit) for word in spec.words}
    signs = _signs(packs)
    return TableLexicon(
        expressions={what: _expression(specs, what) for what in get_args(TableSays)},
        telling=_telling(specs),
        scales={
            word.lower(): value for spec in numerals if spec.kind in ("scale", "vague")
            for word, value in spec.words.items() if value >= _LEAST_SCALE
        },
        units=units,
        signs=signs,
        first_of_units=frozenset(name.lower().partition(" ")[0] for name in (*units, *signs)),
        small=frozenset(word for spec in specs if spec.says == "nothing" for word in spec.words),
        per=frozenset(
            word for language in codes for entry in packs.select(GrammarClass, language)
            if entry.id == "per-word" for word in entry.words
        ),
    )


def _is_unit(unit: str) -> bool:
    """False for units of time: over a column they tell when, not how much."""
    return dimension_of(measure_of(unit).base) != "time"


def _signs(packs: Packs) -> dict[str, str]:
    """Signs of currencies and units; a letter alone is too short to be one without digits beside it."""
    units = [spec for spec in packs.select(UnitSpec) if _is_unit(spec.id)]
    signs = {sign: spec.id for spec in units for sign in spec.symbols if len(sign) > 1 or sign == "%"}
    for spec in packs.select(CurrencySpec):
        signs.update(dict.fromkeys((*spec.symbols, spec.code, f"{spec.code}$"), spec.code))
    return signs


def _expression(specs: Iterable[TableWords], what: TableSays) -> str:
    parts = [
        _SHAPES[spec.shape].format("|".join(re.escape(word) for word in sorted(spec.words, key=len, reverse=True)))
        for spec in specs if spec.says == what
    ]
    return "|".join(parts) or r"(?!)"


def _telling(specs: Iterable[TableWords]) -> dict[str, frozenset[TableSays]]:
    """Of each phrase its longest word; the first sign of one that has no letters."""
    found: dict[str, frozenset[TableSays]] = {}
    for spec in specs:
        for phrase in spec.words:
            word = max(sorted(words_in(phrase)), key=len, default=phrase[0])
            found[word] = found.get(word, frozenset()) | {spec.says}
    return found
