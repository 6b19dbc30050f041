"""Laws of checking: what must never change a verdict."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check import check_claims
from claimcheck.model.claim import Claim, Resolution
from claimcheck.model.finding import CheckResult
from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading
from tests.check.claims import RULES, figure, record

pytestmark = pytest.mark.law

figures = st.builds(
    lambda path, value, slack, at, metric, period, subject, hand: figure(
        path, value, slack=slack, at=at * 20, metric=metric, period=period, subject=subject, status=hand),
    st.sampled_from("abcd"), st.integers(1, 30), st.integers(0, 3), st.integers(0, 400),
    st.sampled_from(["exports", "imports"]), st.sampled_from(["2022", "2023", None]),
    st.sampled_from(["Ha Giang", None]), st.sampled_from(["outcome", "estimate"]),
)
reports = st.lists(figures, min_size=1, max_size=9, unique_by=lambda claim: (claim.path, claim.start))


def run(claims: list[Claim]) -> CheckResult:
    return check_claims(Resolution(claims=tuple(claims), relations=(record(claims[0]),)), RULES)


def told(result: CheckResult) -> set[tuple[object, ...]]:
    return {
        (finding.rule, finding.severity, tuple((claim.path, claim.start) for claim in finding.claims))
        for finding in result.findings
    }


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_and_rules_does_not_matter(claims: list[Claim], shuffle: random.Random) -> None:
    mixed, rules = list(claims), list(RULES)
    shuffle.shuffle(mixed)
    shuffle.shuffle(rules)
    relation = record(claims[0])
    one = check_claims(Resolution(claims=tuple(claims), relations=(relation,)), RULES)
    other = check_claims(Resolution(claims=tuple(mixed), relations=(relation,)), rules)
    assert one.findings == other.findings
    assert [fact.mark for fact in one.facts] == [fact.mark for fact in other.facts]


@given(reports)
def test_repeating_a_report_changes_no_verdict(claims: list[Claim]) -> None:
    copies = [claim.model_copy(update={"path": claim.path + "-copy"}) for claim in claims]
    once, twice = run(claims), run(claims + copies)
    assert {(rule, severity) for rule, severity, _ in told(once)} == {
        (rule, severity) for rule, severity, _ in told(twice)
    }


@given(reports, st.sampled_from([Fraction(1, 1000), Fraction(25_000), Fraction(7, 3)]))
def test_changing_units_changes_no_verdict(claims: list[Claim], factor: Fraction) -> None:
    converted = [
        claim.model_copy(update={"reading": claim.reading.scale(factor), "measure": "EUR"})
        for claim in claims if claim.reading
    ]
    assert told(run(claims)) == told(run(converted))


@given(
    st.lists(figures, min_size=1, max_size=4, unique_by=lambda claim: claim.path), st.integers(0, 8), st.integers(0, 10)
)
def test_widening_a_reading_never_creates_a_conflict(claims: list[Claim], at: int, more: int) -> None:
    claim = claims[at % len(claims)]
    assert claim.reading is not None
    wide = claim.reading.lenient + Interval.of(-more, more)
    widened = list(claims)
    widened[at % len(claims)] = claim.model_copy(update={"reading": Reading(claim.reading.strict, wide)})
    before = blamed(run(claims))
    assert all(pair & before for pair in pairs_blamed(run(widened)))


def blamed(result: CheckResult) -> set[tuple[str, int]]:
    """Every place that alarms blame. Of figures that agree the narrowest speaks for all, so that it may change."""
    return set[tuple[str, int]]().union(*pairs_blamed(result))


def pairs_blamed(result: CheckResult) -> list[set[tuple[str, int]]]:
    """The places that each alarm blames."""
    return [
        {(claim.path, claim.start) for claim in finding.claims}
        for finding in result.findings if finding.severity != "note"
    ]
