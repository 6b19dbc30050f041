"""How a comparison looks."""

from __future__ import annotations

import json

import pytest

from claimcheck import Report, check, why
from claimcheck.report.look import Look
from claimcheck.report.why import render_why_json, render_why_text


@pytest.fixture(scope="module")
def report() -> Report:
    return check(texts={"a": "Rice output of An Giang was 4.1 million tonnes in 2020.",
                        "b": "In 2020 An Giang exported goods worth 900 million USD."})


def test_people_see_both_claims_the_facets_and_the_verdict(report: Report) -> None:
    text = render_why_text(why(report, "a:1", "b:1"), report.sources, Look(width=100))
    assert "A  a:1:29  Rice output of An Giang was «4.1 million tonnes» in 2020." in text
    assert "not compared: " in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_programs_get_the_same(report: Report) -> None:
    told = json.loads(render_why_json(why(report, "a:1", "b:1"), report.sources, Look()))
    assert told["verdict"] == "not-compared"
    assert [claim["path"] for claim in told["claims"]] == ["a", "b"]
    assert {facet["mark"] for facet in told["facets"]} <= {"same", "alike", "differs", "unknown"}
