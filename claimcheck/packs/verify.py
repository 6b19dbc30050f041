"""Names that entries use of one another: each must be declared, or the entry would silently have no effect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.errors import InputError
from claimcheck.model.factors import FACTORS
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import Entry
from claimcheck.packs.schema.metrics import FacetGroup, MetricSpec
from claimcheck.packs.schema.units import UnitSpec, UnitWords

# The words of a currency may be known without its code: "ALL" is also an English word.
_CURRENCY = re.compile(r"[A-Z]{3}")
# An entry, the key in question, what that key names, and the name.
_Use = tuple[Entry, str, str, str]


def verify_packs(packs: Packs) -> Packs:
    """The same packs, all read; raises InputError for the first name of a unit, metric or facet that is undeclared."""
    packs.read_all()
    known = {
        "unit": _units(packs),
        "unit with a factor": set(FACTORS),
        "metric": {metric.id for metric in packs.select(MetricSpec)},
        "facet": {value for group in packs.select(FacetGroup) for value in group.values},
    }
    for entry, key, sort, name in _uses(packs):
        if name not in known[sort] and not (sort == "unit" and _CURRENCY.fullmatch(name)):
            raise InputError(entry.file, f"unknown {sort}: {name!r}", entry=entry.key, key=key)
    return packs


def _units(packs: Packs) -> set[str]:
    return {unit.id for unit in packs.select(UnitSpec)} | set(FACTORS)


def _uses(packs: Packs) -> Iterator[_Use]:
    for unit in packs.select(UnitSpec):
        yield unit, "id", "unit with a factor", unit.id
    for language in packs.languages:
        for words in packs.select(UnitWords, language):
            yield from _names(words, "unit", "unit", [words.unit])
            yield from _names(words, "large", "unit", [words.large])
    for metric in packs.select(MetricSpec):
        yield from _names(metric, "part_of", "metric", [metric.part_of])
        yield from _names(metric, "facets", "facet", metric.facets)


def _names(entry: Entry, key: str, sort: str, names: Iterable[str | None]) -> Iterator[_Use]:
    return ((entry, key, sort, name) for name in names if name)
