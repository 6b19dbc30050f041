"""The method "arithmetic" on relations built by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.check.kinds.arithmetic import check_arithmetic
from claimcheck.check.ledger import Ledger
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.interval import Interval
from claimcheck.model.mention import LinkKind
from claimcheck.model.reading import Reading
from claimcheck.packs.schema.rules import Example, RuleSpec

When = dict[str, str | tuple[str, ...]]

GROWTH: When = {
    "relation": "change",
    "where": ("change: percent", "from: as to"),
    "formula": "change == (to / from - 1) * 100",
    "says": "From {from} to {to} is {move} of {computed}, not {change}.",
}
TOTAL: When = {"relation": "total", "where": ("complete",), "formula": "whole == sum(part)", "says": "{computed}"}
PARTS: When = {"relation": "total", "where": ("partial",), "formula": "part <= whole", "says": "{part} of {whole}"}


def rule(**when: str | tuple[str, ...]) -> RuleSpec:
    example = (Example(reports=("",)),)
    return RuleSpec(
        id="a-rule", kind="growth", method="arithmetic", since="0.1", what="", why="", settle="", limits="",
        when=when, bad=example, good=example, file="rules/a.toml",
    )


def figure(value: str, measure: str = "USD", slack: str = "0", start: int = 0, path: str = "a.txt") -> Claim:
    reading = Reading(
        Interval.around(Decimal(value), Decimal(slack) / 2), Interval.around(Decimal(value), Decimal(slack))
    )
    return Claim(path=path, start=start, end=start + 1, text=value, value=Decimal(value), measure=measure,
                 reading=reading)


def relation(
    kind: LinkKind, direction: str = "", *, complete: bool = True, **roles: Claim | list[Claim]
) -> Relation:
    given_roles = {
        name.strip("_"): tuple(claims) if isinstance(claims, list) else (claims,) for name, claims in roles.items()
    }
    return Relation(kind=kind, roles=given_roles, path="a.txt", start=0, end=1, direction=direction, complete=complete)


def outcomes(spec: RuleSpec, *relations: Relation) -> list[Finding | Verdict]:
    return list(check_arithmetic(spec, Ledger((), relations)))


def change(rate: str, to: str, base: str, direction: str = "up", slack: str = "0") -> Relation:
    return relation(
        "change", direction, change=figure(rate, "percent", "0.5"), to=figure(to, slack=slack),
        from_=figure(base, slack=slack),
    )


def test_a_rate_that_does_not_follow_from_its_levels_is_told_with_the_right_one() -> None:
    (finding,) = outcomes(rule(**GROWTH), change("12", "295", "250"))
    assert isinstance(finding, Finding)
    assert finding.severity == "error"
    assert finding.message == "From 250 to 295 is a rise of 18%, not 12."
    assert "(295 / 250 - 1) * 100 is exactly 18%, while 12 is between 11.5% and 12.5%" in finding.explanation
    assert len(finding.claims) == 3


@pytest.mark.parametrize(
    ("direction", "to", "base", "agrees"),
    [("down", "80", "100", True), ("up", "80", "100", False), ("", "80", "100", True), ("down", "120", "100", False)],
)
def test_the_direction_of_a_change_counts(direction: str, to: str, base: str, agrees: bool) -> None:
    (outcome,) = outcomes(rule(**GROWTH), change("20", to, base, direction))
    assert isinstance(outcome, Verdict) is agrees


def test_a_fall_is_worded_as_a_fall() -> None:
    (finding,) = outcomes(rule(**GROWTH), change("30", "80", "100", "down"))
    assert isinstance(finding, Finding)
    assert finding.message == "From 100 to 80 is a fall of 20%, not 30."


def test_levels_too_rounded_to_tell_agree() -> None:
    (outcome,) = outcomes(rule(**GROWTH), change("9.4", "13", "12", slack="1"))
    assert isinstance(outcome, Verdict)
    assert outcome.verdict == "agrees"


def test_a_conflict_of_strict_readings_only_is_a_note() -> None:
    spec = rule(relation="difference", formula="difference == minuend - subtrahend", says="{computed}")
    link = relation("difference", difference=figure("3", slack="1"), minuend=figure("9", slack="1"),
                    subtrahend=figure("4", slack="0.5"))
    (finding,) = outcomes(spec, link)
    assert isinstance(finding, Finding)
    assert finding.severity == "note"


def test_a_relation_that_lacks_a_figure_or_is_of_another_measure_is_left_alone() -> None:
    assert outcomes(rule(**GROWTH), relation("change", change=figure("12", "percent"), to=figure("5"))) == []
    mixed = relation("change", change=figure("12", "percent"), to=figure("5", "EUR"), from_=figure("4", "USD"))
    assert outcomes(rule(**GROWTH), mixed) == []


def test_a_figure_without_a_reading_or_denied_by_the_text_cannot_tell() -> None:
    unread = figure("4").model_copy(update={"reading": None})
    denied = figure("4").model_copy(update={"status": "denied"})
    for odd in (unread, denied):
        link = relation("change", "up", change=figure("12", "percent"), to=figure("5"), from_=odd)
        (verdict,) = outcomes(rule(**GROWTH), link)
        assert isinstance(verdict, Verdict)
        assert verdict.verdict == "cannot-tell"


def test_each_part_of_a_partial_list_is_tried_alone() -> None:
    parts = [figure("3", start=1), figure("9", start=2), figure("4", start=3)]
    found = outcomes(rule(**PARTS), relation("total", complete=False, whole=figure("8"), part=parts))
    assert [type(outcome) for outcome in found].count(Finding) == 1
    assert outcomes(rule(**TOTAL), relation("total", complete=False, whole=figure("8"), part=parts)) == []


def test_a_sentence_repeated_by_another_report_is_one_finding_with_repeats() -> None:
    def said(path: str) -> Relation:
        return relation("total", whole=figure("9", path=path), part=[figure("3", path=path, start=2)])

    (finding,) = outcomes(rule(**TOTAL), said("b.txt"), said("a.txt"))
    assert isinstance(finding, Finding)
    assert {claim.path for claim in finding.claims} == {"a.txt"}
    assert {claim.path for claim in finding.repeats} == {"b.txt"}


def test_sides_a_power_of_ten_apart_say_so() -> None:
    spec = rule(relation="conversion", formula="second == first", says="{computed}")
    (finding,) = outcomes(spec, relation("conversion", first=figure("500", "kilogram"),
                                         second=figure("5000", "kilogram")))
    assert isinstance(finding, Finding)
    assert "a factor of 10 apart" in finding.explanation


@pytest.mark.parametrize(
    ("when", "key"),
    [
        ({**GROWTH, "formula": "change = to"}, "when.formula"),
        ({**GROWTH, "wher": "complete"}, "when.wher"),
        ({"relation": "change", "formula": "change == to"}, "when.says"),
    ],
)
def test_a_rule_that_is_not_sound_is_the_users_error(when: When, key: str) -> None:
    with pytest.raises(InputError, match="a-rule") as caught:
        outcomes(rule(**when), change("12", "5", "4"))
    assert caught.value.key == key


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6), st.integers(0, 3))
def test_a_whole_and_its_rounded_parts_never_conflict(parts: list[int], digits: int) -> None:
    unit = 10**digits
    rounded = [figure(str(round(Fraction(part, unit)) * unit), slack=str(unit), start=at)
               for at, part in enumerate(parts)]
    whole = figure(str(round(Fraction(sum(parts), unit)) * unit), slack=str(unit))
    assert all(isinstance(outcome, Verdict) for outcome in outcomes(rule(**TOTAL), relation("total", whole=whole,
                                                                                        part=rounded)))
