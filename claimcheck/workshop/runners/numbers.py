"""Runs the examples of number words, hedges, trends, units and currencies: each text must yield what it says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.quantities import compile_quantities, scan_quantities
from claimcheck.model.measure import measure_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.numbers import (
    HedgeSpec,
    NumberExample,
    NumberFormat,
    NumberWords,
    NumeralWords,
    PluralForms,
    TrendSpec,
    WordForms,
)
from claimcheck.packs.schema.units import CurrencySpec, UnitSpec, UnitWords

_lexicon = lru_cache(maxsize=4)(compile_quantities)
_MILLIONS = Decimal(350_000_000)

Worded = NumberFormat | NumeralWords | HedgeSpec | TrendSpec | NumberWords | PluralForms | WordForms | UnitWords


def run(entry: Worded, packs: Packs) -> list[str]:
    """The problems with the examples of words that stand in or around numbers."""
    found = (_problem(example, entry.language, packs) for example in entry.examples)
    return [f"{entry.table} {entry.key!r}: {problem}" for problem in found if problem]


def run_currency(entry: CurrencySpec, packs: Packs) -> list[str]:
    """The problems with a currency: its code, and each of its signs, must be read before an amount."""
    drafts, _ = scan_quantities(entry.example, [], _lexicon(packs, "en"))
    if any(draft.unit == entry.code and draft.value == _MILLIONS for draft in drafts):
        return []
    return [f"currency {entry.code!r}: {entry.example!r} was not read as 350 million {entry.code}"]


def run_unit(entry: UnitSpec, packs: Packs) -> list[str]:
    """The problems with a unit: the equality it states must hold, up to an offset for temperatures."""
    del packs
    number, base = entry.equals.split(" + ")[0].split(" ", 1)
    measure = measure_of(entry.id)
    if (measure.base, measure.factor) == (base, Fraction(number)):
        return []
    return [f"unit {entry.id!r}: it equals {measure.factor} {measure.base}, not {entry.equals}"]


def _problem(example: NumberExample, language: str, packs: Packs) -> str | None:
    drafts, _ = scan_quantities(example.text, [], _lexicon(packs, language))
    if example.value is None:
        return f"{example.text!r} holds no quantity, yet {drafts[0].value} was read" if drafts else None
    if any(_matches(draft, example) for draft in drafts):
        return None
    read = ", ".join(f"{d.value} {d.unit} {d.noun or ''} {d.hedge} {d.trend}" for d in drafts) or "nothing"
    return f"{example.text!r} was read as {read}"


def _matches(draft: QuantityDraft, example: NumberExample) -> bool:
    named = example.noun is None or draft.noun == example.noun
    same = (draft.value, draft.unit, draft.hedge, draft.trend) == (
        example.value, example.unit, example.hedge, example.trend,
    )
    return named and same
