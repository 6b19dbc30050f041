"""Titles conflict only where one person cannot hold both."""

from __future__ import annotations

import pytest

from claimcheck.check.kinds.title import check_titles
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.mention import Status
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.rules import RuleSpec

_VICE, _FULL = "deputy chairman|provincial|people's committee|", "chairman|provincial|people's committee|"


@pytest.fixture(scope="module")
def rule() -> RuleSpec:
    return next(each for each in load_packs().select(RuleSpec) if each.id == "title-contradicts-title")


def _claim(
    path: str, *titles: str, day: str | None = "2023-05-04", status: Status = "outcome", place: str | None = None
) -> Claim:
    return Claim(kind="title", path=path, end=5, person="anna berg", titles=titles, period=day,
                 status=status, place=place)


def _run(rule: RuleSpec, *claims: Claim) -> list[Finding | Verdict]:
    return list(check_titles(rule, Ledger(claims, ())))


def _findings(rule: RuleSpec, *claims: Claim) -> list[Finding]:
    return [result for result in _run(rule, *claims) if isinstance(result, Finding)]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("president||union|", "treasurer||union|dockers", 1),
        ("president||union|", "treasurer||club|", 0),
        ("president|||", "treasurer||union|", 0),
        ("chairman|||orla mills", "chief executive|||orla mills", 0),
        ("ambassador|||spain peru", "consul general|||spain", 1),
        ("ambassador|||spain", "consul general|||chile", 0),
        ("colonel|||", "major|||", 1),
        ("professor|||", "director||museum|", 0),
    ],
)
def test_posts_that_exclude_each_other(rule: RuleSpec, first: str, second: str, count: int) -> None:
    assert len(_findings(rule, _claim("a", first), _claim("b", second))) == count


def test_two_ranks_on_one_day_are_an_error(rule: RuleSpec) -> None:
    (finding,) = _findings(rule, _claim("a", _VICE), _claim("b", _FULL))
    assert (finding.severity, [claim.path for claim in finding.claims]) == ("error", ["a", "b"])


def test_an_unknown_day_makes_it_a_warning(rule: RuleSpec) -> None:
    (finding,) = _findings(rule, _claim("a", _VICE, day=None), _claim("b", _FULL))
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "claims",
    [
        (_claim("a", _VICE), _claim("b", _FULL, day="2024-05-04")),
        (_claim("a", _VICE), _claim("b", _FULL, status="revised")),
        (_claim("a", _VICE, place="lao cai"), _claim("b", _FULL, place="nghe an")),
        (_claim("a", _VICE, _FULL), _claim("b", _FULL)),
        (_claim("a", _VICE), _claim("b", "chairman|district|people's committee|")),
        (_claim("a", "secretary|provincial|party committee|", _FULL), _claim("b", _FULL)),
    ],
)
def test_both_may_be_true(rule: RuleSpec, claims: tuple[Claim, ...]) -> None:
    assert _findings(rule, *claims) == []


def test_exclusive_offices_conflict(rule: RuleSpec) -> None:
    assert _findings(rule, _claim("a", "chief executive|||"), _claim("b", "chief financial officer|||"))
    assert not _findings(rule, _claim("a", "chief executive|||"), _claim("b", "chairman|||"))


def test_repeating_a_report_keeps_one_finding(rule: RuleSpec) -> None:
    once = _findings(rule, _claim("a", _VICE), _claim("b", _FULL))
    again = _findings(rule, _claim("a", _VICE), _claim("b", _FULL), _claim("c", _FULL))
    assert len(once) == len(again) == 1
    assert [claim.path for claim in again[0].repeats] == ["c"]


def test_one_office_in_two_reports_agrees(rule: RuleSpec) -> None:
    (verdict,) = _run(rule, _claim("a", _VICE), _claim("b", "deputy chairman||people's committee|lao cai"))
    assert isinstance(verdict, Verdict)
    assert verdict.verdict == "agrees"
