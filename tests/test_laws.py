"""Laws that hold for whole reports, from text to findings."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import check
from claimcheck.model.report import Report

pytestmark = pytest.mark.law

_amounts = st.one_of(
    st.builds(lambda n, d, unit: f"{n}.{d} {unit} USD", st.integers(1, 12), st.integers(0, 9),
              st.sampled_from(["million", "billion"])),
    st.builds(lambda n: f"{n} million USD", st.integers(1, 3_000)),
    st.builds(lambda hedge, n: f"{hedge} {n} million USD", st.sampled_from(["about", "nearly", "more than"]),
              st.integers(2, 900)),
)
_places = st.sampled_from(["Norland", "Sudmark"])
_years = st.sampled_from(["2022", "2023"])
_metrics = st.sampled_from(["Exports", "Imports", "Foreign trade"])
_sentences = st.one_of(
    st.builds("{} of {} in {} amounted to {}.".format, _metrics, _places, _years, _amounts),
    st.builds("{} of {} rose {}% to {} in 2023 from {} in 2022.".format, _metrics, _places, st.integers(1, 60),
              _amounts, _amounts),
    st.builds("The council has {0} members, {1} women and {2} men.".format, st.integers(20, 40), st.integers(8, 20),
              st.integers(8, 20)),
    st.builds("In {1} the trade surplus of {0} was {2}.".format, _places, _years, _amounts),
    st.builds("{}, the {} of Norland, spoke on {} {} 2023.".format, st.sampled_from(["Bo Lind", "Ada Berg"]),
              st.sampled_from(["mayor", "finance minister"]), st.integers(1, 28), st.sampled_from(["May", "June"])),
)
_texts = st.lists(_sentences, min_size=1, max_size=2).map(" ".join)
reports = st.lists(_texts, min_size=1, max_size=3).map(
    lambda texts: {f"{name}.txt": text for name, text in zip("abc", texts, strict=False)}
)

# whole reports take a while, so that the daily run draws few of them
_CASES = settings().max_examples
whole_reports = settings(deadline=None, max_examples=_CASES if _CASES > 100 else 25)

Told = set[tuple[str, str, frozenset[tuple[str, int, int]]]]


def told(report: Report) -> Told:
    """Rule, severity and places of each finding."""
    return {
        (finding.rule, finding.severity,
         frozenset((claim.path, claim.start, claim.end) for claim in finding.claims + finding.repeats))
        for finding in report.findings
    }


@given(reports, st.randoms(use_true_random=False))
@whole_reports
def test_the_order_of_reports_changes_no_finding(texts: dict[str, str], shuffle: random.Random) -> None:
    names = list(texts)
    shuffle.shuffle(names)
    assert told(check(texts={name: texts[name] for name in names})) == told(check(texts=texts))


@given(reports, st.data())
@whole_reports
def test_repeating_a_report_changes_no_verdict(texts: dict[str, str], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(sorted(texts)))
    once, twice = told(check(texts=texts)), told(check(texts={**texts, "z.txt": texts[again]}))
    assert {(rule, severity) for rule, severity, _ in once} == {(rule, severity) for rule, severity, _ in twice}


def test_a_copy_makes_no_names_of_words_that_set_two_events_apart() -> None:
    texts = {
        "a.txt": "Ada Berg, the mayor of Norland, spoke on 1 June 2023.",
        "b.txt": "Bo Lind, the mayor of Norland, spoke on 1 May 2023.",
    }
    once, twice = told(check(texts=texts)), told(check(texts={**texts, "z.txt": texts["b.txt"]}))
    assert {rule for rule, _, _ in once} == {rule for rule, _, _ in twice}


@given(reports)
@whole_reports
def test_every_place_is_the_quotation_and_every_mention_ends_with_a_verdict_or_a_reason(texts: dict[str, str]) -> None:
    report = check(texts=texts)
    for place in (*report.claims, *(claim for finding in report.findings for claim in finding.claims)):
        assert texts[place.path][place.start : place.end] == place.text
    for gap in report.not_compared:
        assert texts[gap.path][gap.start : gap.end] == gap.text
        assert gap.reason


@given(st.integers(10_000, 99_999_999), st.integers(1, 4), st.sampled_from(["Exports", "Imports"]))
@whole_reports
def test_a_figure_and_the_same_figure_rounded_further_never_conflict(value: int, digits: int, metric: str) -> None:
    exact = Decimal(value)
    rounded = exact.quantize(Decimal(10) ** (exact.adjusted() - digits + 1))
    shown = f"{int(rounded):,}" if rounded < 10**6 else f"{(rounded / 10**6).normalize():f} million"
    texts = [f"{metric} of Norland in 2023 amounted to {figure} USD." for figure in (f"{value:,}", shown)]
    assert not check(texts=texts).findings
