"""Reports as data frames, and what is said where the library is missing."""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction

import pytest

from claimcheck import Claim, InputError, Report, check
from claimcheck.model.frames import COLUMNS, Frame, rows_of

FRAMES: tuple[Frame, ...] = ("findings", "claims", "facts")


@pytest.fixture(scope="module")
def report() -> Report:
    return check(
        texts={
            "customs": "Exports of Nghe An province reached 2.64 billion USD in 2023.",
            "paper": "In 2023 exports of Nghe An reached 2.84 billion USD. Sales rose from 5 to 8 million USD.",
        }
    )


@pytest.mark.parametrize("of", FRAMES)
def test_both_libraries_show_the_same_rows(report: Report, of: Frame) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    rows, one, other = rows_of(report, of), report.to_pandas(of), report.to_polars(of)
    assert rows
    assert tuple(one.columns) == tuple(other.columns) == COLUMNS[of]
    assert list(one["text"]) == other["text"].to_list() == [row["text"] for row in rows]


@pytest.mark.parametrize("of", FRAMES)
def test_an_empty_report_has_the_same_columns(of: Frame) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    empty = check()
    assert tuple(empty.to_pandas(of).columns) == tuple(empty.to_polars(of).columns) == COLUMNS[of]


def test_numbers_stay_exact(report: Report) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    first = report.to_pandas("claims").iloc[0]
    assert (first["value"], first["unit"]) == (Decimal("2640000000"), "USD")
    assert isinstance(first["low"], Fraction)
    assert Decimal(report.to_polars("claims")["value"][0]) == Decimal("2640000000")


def test_numbers_of_any_size_fit() -> None:
    pytest.importorskip("polars")
    values = [Decimal("1e70"), Decimal("1e-70")]
    frame = check(claims=[Claim(metric="sales", value=value, unit="USD") for value in values]).to_polars("claims")
    assert [Decimal(value) for value in frame["value"]] == values


def test_a_fact_has_a_row_for_each_report_that_tells_it(report: Report) -> None:
    rows = [row for row in rows_of(report, "facts") if row["mark"] == "conflicts"]
    assert [(row["metric"], row["path"]) for row in rows] == [("exports", "customs"), ("exports", "paper")]


def test_another_table_is_refused(report: Report) -> None:
    with pytest.raises(InputError, match="no table 'verdicts'; known: findings, claims, facts"):
        rows_of(report, "verdicts")  # type: ignore[arg-type]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_missing_is_asked_for(
    report: Report, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InputError) as told:
        getattr(report, f"to_{library}")()
    assert str(told.value) == f'to_{library}: to make a data frame, run: pip install "claimcheck-reports[{library}]"'
