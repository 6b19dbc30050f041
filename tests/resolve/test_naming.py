"""Names of what is measured, and of whom."""

from __future__ import annotations

import pytest

from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.metrics import FacetGroup, MetricSpec, WordClass
from claimcheck.resolve.naming import compile_names, name_metric
from claimcheck.resolve.subjects import Setting, canonical, compile_subjects
from claimcheck.workshop.runners import metrics

PACKS = load_packs()
NAMES = compile_names(PACKS)
SUBJECTS = compile_subjects(PACKS)


@pytest.mark.parametrize(("phrase", "noun", "dimension", "metric", "facets"), [
    ("Nghe An's total export turnover", None, "money", "exports", ()),
    ("exports of coffee to China", None, "money", "china coffee exports", ()),
    ("record-high FDI disbursement", None, "money", "fdi-disbursement", ()),
    ("killed", "people", "count", "deaths", ()),
    ("exports", "market", "count", "exports country", ()),
    (None, "high-level diplomatic activity", "count", "high-level-activities", ()),
    ("second-dose coverage", None, "percent", "vaccination-coverage", ("second-dose",)),
    ("share of exports", None, "percent", "export share", ()),
    ("number of new bridges", None, "count", "bridge", ("new",)),
])
def test_names(phrase: str | None, noun: str | None, dimension: str, metric: str, facets: tuple[str, ...]) -> None:
    name = name_metric(phrase, noun, dimension, NAMES, ["Nghe An"])
    assert name is not None
    assert (name.metric, name.facets) == (metric, facets)


def test_nothing_names_nothing() -> None:
    assert name_metric(None, None, "money", NAMES) is None
    assert name_metric("Nghe An", None, "money", NAMES, ["Nghe An"]) is None


@pytest.mark.parametrize(("phrase", "name"), [
    ("Nghe An province", "Nghe An"), ("the province", "Lao Cai"), ("it", "Lao Cai"), ("our country", "Vietnam"),
    ("Northgate Foods N.V.", "northgate foods"), (None, None), ("the", None),
])
def test_subjects(phrase: str | None, name: str | None) -> None:
    given = canonical(phrase, Setting("Lao Cai", "Vietnam"), SUBJECTS)
    assert (given or "").casefold() == (name or "").casefold()


@pytest.mark.parametrize(
    "entry", [*PACKS.select(MetricSpec), *PACKS.select(FacetGroup), *PACKS.select(WordClass)], ids=lambda e: e.key)
def test_examples(entry: MetricSpec | FacetGroup | WordClass) -> None:
    assert metrics.run(entry, PACKS) == []
