from __future__ import annotations

import re

from claimcheck.model.finding import Fact
from claimcheck.report.look import Look
from claimcheck.report.table import consistency_table
from tests.report import built


def _table(*, everything: bool = False) -> str:
    report = built.report()
    return consistency_table(report.facts, report.documents, Look(everything=everything))


def test_rows_that_several_reports_state_are_shown_and_conflicts_come_first() -> None:
    marks = re.findall(r"^(conflicts|agrees|said once|cannot tell)", _table(), re.MULTILINE)
    assert marks == ["conflicts", "agrees"]


def test_everything_also_shows_what_one_report_says() -> None:
    assert "said once" in _table(everything=True)


def test_a_conflict_within_one_report_is_always_shown() -> None:
    fact = built.fact("conflicts", a=(built.LEFT, built.claim("a.txt", "17.9%")))
    assert "2.64 billion USD; 17.9%" in consistency_table([fact], ["a.txt"], Look())


def test_reports_that_say_nothing_of_the_facts_shown_have_no_column() -> None:
    assert "c.txt" not in _table()


def test_short_names_head_the_columns() -> None:
    assert re.search(r"fact +a\.txt +b\.txt", _table())


def _many(count: int) -> tuple[list[Fact], list[str]]:
    paths = [f"a-long-name-of-a-report-{n:03}.txt" for n in range(count)]
    facts = [
        Fact(metric=metric, subject="Vietnam", period="2023", mark="agrees", cells=dict.fromkeys(paths, (built.LEFT,)))
        for metric in ("total import-export turnover of goods", "realised foreign direct investment")
    ]
    return facts, paths


def test_long_names_become_letters_with_a_legend() -> None:
    facts, paths = _many(5)
    table = consistency_table(facts, paths, Look(width=100))
    assert "A  a-long-name-of-a-report-000.txt" in table
    assert re.search(r"fact +A +B +C +D +E$", table, re.MULTILINE)
    assert max(map(len, table.splitlines())) <= 100


def test_more_reports_than_fit_are_listed_below_each_other() -> None:
    facts, paths = _many(30)
    table = consistency_table(facts, paths, Look(width=100))
    assert "AD: 2.64 billion USD" in table
    assert max(map(len, table.splitlines())) <= 100


def test_without_rows_there_is_no_table() -> None:
    assert consistency_table([], ["a.txt"], Look()) == ""


def test_a_hedge_is_shown_beside_the_figure() -> None:
    nearly = built.LEFT.model_copy(update={"hedge": "below"})
    table = consistency_table([built.fact("agrees", a=(nearly,), b=(built.LEFT,))], ["a.txt", "b.txt"], Look())
    assert "nearly 2.64 billion USD  2.64 billion USD" in table
