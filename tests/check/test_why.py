"""Why two claims met or did not: the facets and the verdict are those of the run itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Comparison, check, why
from claimcheck.check.comparing.comparable import Meeting, compare
from claimcheck.check.why import explain_pair
from claimcheck.model.claim import Claim
from tests.check.claims import figure


def _marks(comparison: Comparison) -> dict[str, str]:
    return {facet.name: facet.mark for facet in comparison.facets}


@pytest.mark.parametrize(("second", "facet", "mark", "reason"), [
    ("Imports of Ha Giang came to 4 billion USD in 2021.", "metric", "differs", "exports is not imports"),
    ("Exports of Ha Giang came to 4 billion USD in 2020.", "period", "differs", "2021 is not 2020"),
    ("Exports of Lang Son came to 4 billion USD in 2021.", "subject", "differs", "Ha Giang is not Lang Son"),
    ("Exports of Ha Giang should reach 4 billion USD in 2021, by the plan.", "status", "differs", "outcome is not"),
])
def test_one_facet_keeps_two_figures_apart(second: str, facet: str, mark: str, reason: str) -> None:
    report = check(texts={"a": "Exports of Ha Giang came to 3 billion USD in 2021.", "b": second})
    told = why(report, "a:1", "b:1")
    assert told.verdict in ("not-compared", "cannot-tell")  # a sum of both, as of exports and imports, may be open
    assert _marks(told)[facet] == mark
    assert next(name for name, each in _marks(told).items() if each == "differs") == facet
    assert told.reason.startswith(reason)


def test_a_conflict_is_told_with_its_rule_and_severity() -> None:
    report = check(texts={"a": "Exports of Ha Giang came to 3.1 billion USD in 2021.",
                          "b": "Ha Giang's exports were 3.7 billion USD in 2021."})
    told = why(report, report.claims[0], "3.7 billion USD")
    assert (told.verdict, told.rule, told.severity) == ("conflicts", "figure-contradicts-figure", "error")
    assert _marks(told)["at its widest"] == "differs"
    assert told.reason == report.findings[0].message


def test_figures_that_agree_say_so() -> None:
    report = check(texts={"a": "Exports of Ha Giang came to 3.1 billion USD in 2021.",
                          "b": "Ha Giang's exports were 3.12 billion USD in 2021."})
    assert why(report, "a:1", "b:1").verdict == "agrees"


def test_an_unknown_subject_is_unknown_and_not_the_same() -> None:
    report = check(texts={"a": "Exports came to 3.1 billion USD in 2021.",
                          "b": "Ha Giang's exports were 4.12 billion USD in 2021."})
    told = why(report, "a:1", "b:1")
    assert _marks(told)["subject"] == "unknown"
    assert told.verdict == "not-compared"


def test_a_figure_is_not_compared_with_a_title() -> None:
    report = check(texts={"a": "Exports of Ha Giang came to 3 billion USD in 2021.",
                          "b": "Mr. Vu Van Tam, Chairman of the Provincial People's Committee, spoke."})
    told = why(report, "a:1", "b:1")
    assert told.reason == "a figure is not compared with a title"
    assert _marks(told)["kind"] == "differs"


_CHANGES: dict[str, Any] = {
    "metric": "imports", "subject": "Lao Cai", "period": figure("x", 1, period="2022").period, "measure": "EUR",
    "status": "target", "facets": ("goods",), "role": "change", "trend": "up",
}


@given(st.sets(st.sampled_from(sorted(_CHANGES))))
def test_a_facet_differs_just_when_it_alone_keeps_two_figures_apart(changed: set[str]) -> None:
    """The law of the table: it is another view of `compare`, and never a second opinion."""
    one = figure("a", 100, trend="down")
    other = figure("b", 100, trend="down").model_copy(update={name: _CHANGES[name] for name in changed})
    told = explain_pair(one, other, (), (), (one, other))
    differing = {facet.name for facet in told.facets if facet.mark == "differs"} - {"at face value", "at its widest"}
    alone = {name for name in changed if isinstance(compare(one, _only(one, other, name)), str)}
    names = {"facets": "qualified as", "measure": "measured in"}
    assert differing == {names.get(name, name) for name in alone}
    assert (told.verdict == "not-compared") == (not isinstance(compare(one, other), Meeting))


def _only(one: Claim, other: Claim, name: str) -> Claim:
    return one.model_copy(update={"path": other.path, name: getattr(other, name)})
