"""The words of number grammar in one language, compiled once from the packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from claimcheck.extract.quantities.cut import cut_block, words_of
from claimcheck.extract.quantities.phrases import Phrases
from claimcheck.model.mention import Hedge, Trend
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.numbers import (
    HedgeSpec,
    NumberFormat,
    NumberWordKind,
    NumberWords,
    NumeralWords,
    PluralForms,
    TrendSpec,
    WordForms,
)
from claimcheck.packs.schema.units import CurrencySpec, UnitSpec, UnitWords


@dataclass(frozen=True, slots=True)
class UnitSense:
    """What the words for a unit mean: plainly, and after a scale word; some mean it only then."""

    unit: str
    large: str
    only_large: bool = False


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
    trends_before: Phrases[Trend]
    trends_after: Phrases[Trend]
    unit_words: Phrases[UnitSense]
    symbols: Mapping[tuple[str, ...], str]
    glued_symbols: Mapping[str, str]
    currency_before: Phrases[tuple[str, str]]
    currencies: frozenset[str]
    points: Phrases[str]
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases[str]]
    irregular: Mapping[str, str]
    plain: Mapping[str, str]
    short: Mapping[str, str]
    openers: frozenset[str]

    def has(self, kind: str, word: str) -> bool:
        """True when the word plays that part in the grammar of numbers."""
        return word in self.words.get(kind, _NONE)


_NONE: frozenset[str] = frozenset()


def compile_quantities(packs: Packs, language: str) -> QuantityLexicon:
    """The words of one language, ready for `scan_quantities`; signs and currency codes are common to all languages."""
    form = next(iter(packs.select(NumberFormat, language)), None)
    numerals = {spec.kind: dict(spec.words) for spec in packs.select(NumeralWords, language)}
    # A language need not have words for every part: what it lacks never matches.
    small = dict.fromkeys(get_args(NumberWordKind), ()) | {
        spec.kind: spec.words for spec in packs.select(NumberWords, language)
    }
    units = packs.select(UnitSpec)
    currencies = packs.select(CurrencySpec)
    signs = [(sign, (sign, spec.code)) for spec in currencies for sign in (*spec.symbols, spec.code, f"{spec.code}$")]
    vague = numerals.get("vague", {})
    return QuantityLexicon(
        decimal=form.decimal if form else ".",
        group=form.group if form else ",",
        plural=form.plural if form else True,
        numerals={
            word: (kind, value) for kind in ("unit", "ten", "hundred") for word, value in numerals.get(kind, {}).items()
        },
        scales=Phrases(numerals.get("scale", {}).items()),
        multiples=Phrases(numerals.get("multiple", {}).items()),
        fractions=numerals.get("fraction", {}),
        halves=frozenset(numerals.get("half", {})),
        vague=vague,
        hedges_before=_hedges(packs, language, "before"),
        hedges_after=_hedges(packs, language, "after"),
        trends_before=_trends(packs, language, "before"),
        trends_after=_trends(packs, language, "after"),
        unit_words=Phrases(_unit_words(packs, language)),
        symbols=_symbols(units),
        glued_symbols={sign: spec.id for spec in units for sign in spec.glued},
        currency_before=Phrases(signs),
        currencies=frozenset(spec.code for spec in currencies),
        points=Phrases((word, "percentage_point") for word in small.get("point", ())),
        words={kind: frozenset(word.lower() for word in words) for kind, words in small.items()},
        phrases={kind: Phrases((word, kind) for word in words) for kind, words in small.items()},
        irregular={many: one for spec in packs.select(PluralForms, language) for many, one in spec.forms.items()},
        plain=_forms(packs, language, "superlative"),
        short=_forms(packs, language, "abbreviation"),
        openers=_openers(numerals.items(), (*small["article"], *small["minus"])),
    )


def _hedges(packs: Packs, language: str, side: str) -> Phrases[Hedge]:
    specs = packs.select(HedgeSpec, language)
    return Phrases((word, spec.hedge) for spec in specs if spec.side == side for word in spec.words)


def _trends(packs: Packs, language: str, side: str) -> Phrases[Trend]:
    specs = packs.select(TrendSpec, language)
    return Phrases((word, spec.trend) for spec in specs if spec.side == side for word in spec.words)


def _openers(numerals: Iterable[tuple[str, Mapping[str, Decimal]]], further: Iterable[str]) -> frozenset[str]:
    """The words that a written-out number can begin with."""
    words = [word for kind, values in numerals if kind != "scale" for word in values]
    return frozenset(words_of(word)[0] for word in (*words, *further))


def _forms(packs: Packs, language: str, kind: str) -> dict[str, str]:
    entries = (spec.forms for spec in packs.select(WordForms, language) if spec.kind == kind)
    return {word: form for forms in entries for word, form in forms.items()}


def _unit_words(packs: Packs, language: str) -> list[tuple[str, UnitSense]]:
    return [
        (word, UnitSense(spec.unit, spec.large or spec.unit, spec.only_large))
        for spec in packs.select(UnitWords, language)
        for word in spec.words
    ]


def _symbols(units: tuple[UnitSpec, ...]) -> dict[tuple[str, ...], str]:
    return {_parts(sign): spec.id for spec in units for sign in (*spec.symbols, *spec.glued)}


def _parts(sign: str) -> tuple[str, ...]:
    """A sign in the tokens of the cut, in the case as written."""
    cut = cut_block(sign, [])
    return tuple(cut.raw(at) for at in range(len(cut)))
