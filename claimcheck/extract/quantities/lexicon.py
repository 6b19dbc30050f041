"""The words of number grammar in one language, compiled once from the packs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import get_args

from claimcheck.extract.quantities.cut import cut_block, words_of
from claimcheck.extract.quantities.phrases import Phrases
from claimcheck.extract.quantities.starts import Starts, compile_starts
from claimcheck.model.mention import Hedge, Trend
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.numbers import (
    HedgeSpec,
    NumberFormat,
    NumberWordKind,
    NumberWords,
    NumeralKind,
    NumeralWords,
    PluralForms,
    TrendSpec,
    WordForms,
)
from claimcheck.packs.schema.units import CurrencySpec, UnitSpec, UnitWords


@dataclass(frozen=True, slots=True)
class UnitSense:
    """What the words for a unit mean: plainly, and after a scale word or near certain words; some mean it only then."""

    unit: str
    large: str
    only_large: bool = False
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Way:
    """Which way a word says that something moved, and whether it is a verb that says so."""

    trend: Trend
    by_verb: bool


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """Everything that scanning for quantities in one language needs."""

    decimal: str
    group: str
    plural: bool
    numerals: Mapping[str, tuple[str, Decimal]]
    scales: Phrases[Decimal]
    multiples: Phrases[Decimal]
    fractions: Mapping[str, Decimal]
    halves: frozenset[str]
    vague: Mapping[str, Decimal]
    hedges_before: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    trends_before: Phrases[Way]
    trends_after: Phrases[Way]
    unit_words: Phrases[UnitSense]
    unit_starts: frozenset[str]
    symbols: Mapping[tuple[str, ...], str]
    symbol_starts: frozenset[str]
    glued_symbols: Mapping[str, str]
    apart_symbols: frozenset[str]
    senses: Mapping[tuple[str, ...], tuple[tuple[frozenset[str], str], ...]]
    parts: Mapping[str, UnitSpec]
    currency_before: Phrases[tuple[str, str]]
    glued_signs: frozenset[str]
    large_signs: frozenset[str]
    currencies: frozenset[str]
    points: Phrases[str]
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases[str]]
    irregular: Mapping[str, str]
    plain: Mapping[str, str]
    short: Mapping[str, str]
    starts: Starts


_COUNTING: tuple[NumeralKind, ...] = ("unit", "ten", "hundred")


def compile_quantities(packs: Packs, language: str) -> QuantityLexicon:
    """The words of one language, ready for `scan_quantities`; signs and currency codes are common to all languages."""
    form = next(iter(packs.select(NumberFormat, language)), None)
    numerals = {spec.kind: dict(spec.words) for spec in packs.select(NumeralWords, language)}
    small = _small_words(packs, language)
    units, currencies = packs.select(UnitSpec), packs.select(CurrencySpec)
    return QuantityLexicon(
        decimal=form.decimal if form else ".",
        group=form.group if form else ",",
        plural=form.plural if form else True,
        numerals={word: (kind, value) for kind in _COUNTING for word, value in numerals.get(kind, {}).items()},
        scales=Phrases(numerals.get("scale", {}).items()),
        multiples=Phrases(numerals.get("multiple", {}).items()),
        fractions=numerals.get("fraction", {}),
        halves=frozenset(numerals.get("half", {})),
        vague=numerals.get("vague", {}),
        hedges_before=_hedges(packs, language, "before"),
        hedges_after=_hedges(packs, language, "after"),
        trends_before=_trends(packs, language, "before"),
        trends_after=_trends(packs, language, "after"),
        unit_words=Phrases(_unit_words(packs, language)),
        unit_starts=_unit_starts(packs, language, small["point"]),
        symbols=_symbols(units),
        symbol_starts=frozenset(_parts(sign)[0] for spec in units for sign in (*spec.symbols, *spec.glued)),
        senses=_senses(units),
        parts={spec.part: spec for spec in units if spec.part},
        glued_symbols=_glued(units),
        apart_symbols=frozenset(sign for spec in units for sign in spec.apart),
        currency_before=Phrases((sign, (sign, spec.code)) for spec in currencies for sign in _signs(spec)),
        glued_signs=frozenset(sign for spec in currencies for sign in spec.glued),
        large_signs=frozenset(sign for spec in currencies for sign in spec.large),
        currencies=frozenset(spec.code for spec in currencies),
        points=Phrases((word, "percentage_point") for word in small.get("point", ())),
        words={kind: frozenset(word.lower() for word in words) for kind, words in small.items()},
        phrases={kind: Phrases((word, kind) for word in words) for kind, words in small.items()},
        irregular=_irregular(packs, language),
        plain=_forms(packs, language, "superlative"),
        short=_forms(packs, language, "abbreviation"),
        starts=_starts(packs, language, (*chain(*numerals.values()), *small["minus"]), small["article"]),
    )


def _small_words(packs: Packs, language: str) -> dict[NumberWordKind, tuple[str, ...]]:
    """The words of each kind; a language need not have words for every part: what it lacks never matches."""
    known = {spec.kind: spec.words for spec in packs.select(NumberWords, language)}
    return {kind: known.get(kind, ()) for kind in get_args(NumberWordKind)}


def _signs(spec: CurrencySpec) -> tuple[str, ...]:
    return (*spec.symbols, *spec.glued, *spec.large, spec.code, f"{spec.code}$")


def _glued(units: tuple[UnitSpec, ...]) -> dict[str, str]:
    return {sign: spec.id for spec in units if not spec.near for sign in spec.glued}


def _irregular(packs: Packs, language: str) -> dict[str, str]:
    return {many: one for spec in packs.select(PluralForms, language) for many, one in spec.forms.items()}


def _hedges(packs: Packs, language: str, side: str) -> Phrases[Hedge]:
    specs = packs.select(HedgeSpec, language)
    return Phrases((word, spec.hedge) for spec in specs if spec.side == side for word in spec.words)


def _trends(packs: Packs, language: str, side: str) -> Phrases[Way]:
    specs = packs.select(TrendSpec, language)
    return Phrases((word, Way(spec.trend, spec.by_verb)) for spec in specs if spec.side == side for word in spec.words)


def _unit_starts(packs: Packs, language: str, points: tuple[str, ...]) -> frozenset[str]:
    """The first tokens of all that a number can be measured in."""
    signs = [sign for spec in packs.select(UnitSpec) for sign in (*spec.symbols, *spec.glued)]
    money = [sign for spec in packs.select(CurrencySpec) for sign in (*_signs(spec), f"M{spec.code}")]
    names = [word for word, _ in _unit_words(packs, language)]
    return frozenset(words_of(phrase)[0] for phrase in (*signs, *money, *names, *points))


def _starts(packs: Packs, language: str, written: Collection[str], articles: Collection[str]) -> Starts:
    currencies = packs.select(CurrencySpec)
    codes = frozenset(spec.code for spec in currencies)
    return compile_starts(
        numerals=written,
        articles=articles,
        signs=[sign for spec in currencies for sign in (*_signs(spec), f"M{spec.code}")],
        money=[word for word, sense in _unit_words(packs, language) if sense.unit in codes],
    )


def _forms(packs: Packs, language: str, kind: str) -> dict[str, str]:
    entries = (spec.forms for spec in packs.select(WordForms, language) if spec.kind == kind)
    return {word: form for forms in entries for word, form in forms.items()}


def _unit_words(packs: Packs, language: str) -> list[tuple[str, UnitSense]]:
    return [
        (word, UnitSense(
            spec.unit, spec.large or spec.unit, spec.only_large, frozenset(spec.near), frozenset(spec.unless),
        ))
        for spec in packs.select(UnitWords, language)
        for word in spec.words
    ]


def _symbols(units: tuple[UnitSpec, ...]) -> dict[tuple[str, ...], str]:
    return {_parts(sign): spec.id for spec in units if not spec.near for sign in (*spec.symbols, *spec.glued)}


def _senses(units: tuple[UnitSpec, ...]) -> dict[tuple[str, ...], tuple[tuple[frozenset[str], str], ...]]:
    """Signs that mean a unit only near certain words, with those words."""
    senses: dict[tuple[str, ...], tuple[tuple[frozenset[str], str], ...]] = {}
    for spec in units:
        for sign in spec.symbols if spec.near else ():
            senses[_parts(sign)] = (*senses.get(_parts(sign), ()), (frozenset(spec.near), spec.id))
    return senses


@lru_cache(maxsize=1024)  # signs serve every language
def _parts(sign: str) -> tuple[str, ...]:
    """A sign in the tokens of the cut, in the case as written."""
    cut = cut_block(sign, [])
    return tuple(cut.raw(at) for at in range(cut.size))
