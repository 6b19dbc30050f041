"""The method "growth": changes set against levels that stand elsewhere."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.check.kinds.growth import check_growth
from claimcheck.check.ledger import Ledger
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.mention import Role
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.packs.schema.rules import Example, RuleSpec

_EXAMPLE = (Example(reports=("",)),)
RULE = RuleSpec(
    id="a-rule", kind="growth", method="growth", since="0.1", what="", why="", settle="", limits="",
    when={
        "relation": "change", "where": ("change: percent", "from: as to"),
        "formula": "change == (to / from - 1) * 100", "says": "{move} of {computed}, not {change}",
    },
    bad=_EXAMPLE, good=_EXAMPLE,
)


def figure(value: str, period: str | None, role: Role = "level", *, base: str | None = None, start: int = 0) -> Claim:
    return Claim(
        path="a.txt", start=start, end=start + 1, text=value, subject="Nghe An", metric="exports", role=role,
        value=Decimal(value), measure="percent" if role == "change" else "USD",
        trend="up" if role == "change" else "", reading=Reading.exactly(Decimal(value)),
        period=None if period is None else Period.parse(period), base=None if base is None else Period.parse(base),
    )


LEVELS = (figure("100", "2022", start=1), figure("118", "2023", start=2))


def findings(*claims: Claim, relations: tuple[Relation, ...] = ()) -> list[Finding]:
    return [found for found in check_growth(RULE, Ledger(claims, relations)) if isinstance(found, Finding)]


@pytest.mark.parametrize(("rate", "alarms"), [("12", 1), ("18", 0)])
def test_a_change_over_a_year_is_set_against_the_levels_of_both_years(rate: str, alarms: int) -> None:
    assert len(findings(*LEVELS, figure(rate, "2023", "change", start=3))) == alarms


def test_without_a_base_a_change_over_a_quarter_is_not_guessed_at() -> None:
    levels = (figure("100", "2022-Q1", start=1), figure("118", "2023-Q1", start=2))
    assert not findings(*levels, figure("12", "2023-Q1", "change", start=3))
    assert findings(*levels, figure("12", "2023-Q1", "change", base="2022-Q1", start=3))


def test_the_level_that_the_sentence_gives_goes_before_others() -> None:
    change = figure("25", "2023", "change", start=3)
    stated = Relation(
        kind="change", roles={"change": (change,), "from": (figure("94.4", "2022", start=4),)}, path="a.txt",
        start=3, end=5, direction="up",
    )
    assert not findings(*LEVELS, change, relations=(stated,))


def test_one_pair_of_levels_that_fits_is_enough() -> None:
    revised = figure("94.4", "2022", start=4)
    assert not findings(*LEVELS, revised, figure("25", "2023", "change", start=3))


def test_a_conflict_of_an_inferred_figure_is_a_warning() -> None:
    unsure = figure("12", "2023", "change", start=3).model_copy(update={"sure": False})
    assert [found.severity for found in findings(*LEVELS, unsure)] == ["warning"]
    assert [found.severity for found in findings(*LEVELS, unsure.model_copy(update={"sure": True}))] == ["error"]


def test_levels_of_different_scale_are_left_to_the_checks_of_scale() -> None:
    thousandth = figure("0.118", "2023", start=2)
    assert not findings(LEVELS[0], thousandth, figure("12", "2023", "change", start=3))


def test_the_one_other_level_of_a_report_is_what_a_change_leads_to() -> None:
    change, before = figure("24", None, "change", start=5), figure("108", None, start=6)
    relation = Relation(kind="change", roles={"change": (change,), "from": (before,)}, path="a.txt", start=5, end=7,
                        direction="up")
    levels = (figure("124", None, start=1), before)
    found = list(check_growth(RULE, Ledger((change, *levels), (relation,))))
    assert [type(outcome) for outcome in found] == [Finding]
    two = (*levels, figure("130", None, start=2))
    assert not list(check_growth(RULE, Ledger((change, *two), (relation,))))
