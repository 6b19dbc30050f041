"""The day and the year of a report, and periods written by hand."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.extract.dates import find_report_date, parse_period, report_year, scan_dates
from claimcheck.extract.drafts import DateDraft
from tests.extract import lexicons


def _dated(blocks: list[str]) -> list[tuple[str, list[DateDraft]]]:
    return [(text, scan_dates(text, lexicons.dates())) for text in blocks]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (["ORLA, April 23, 2024 - The harbour board said"], date(2024, 4, 23)),
        (["New line opens", "May 16, 2024 - The hotline has"], date(2024, 5, 16)),
        (["On the evening of May 21, 2019 the choir met."], date(2019, 5, 21)),
        (["SKARO, July 6, 2022, 18:40 - The tallest"], date(2022, 7, 6)),
        (["Fact sheet, 31 March 2022", "Costs: 5"], date(2022, 3, 31)),
        (["Results", "Published 17 January 2023", "Text"], date(2023, 1, 17)),
        (["Accounts for the year ended 31 December 2021", "The firm earned more."], None),
        (["Resolution dated August 10, 2022"], None),
        (["The directive of August 10, 2022 is being carried out by all of the ministries and their agencies."], None),
        (["SKARO, June 14 - Five bakers met"], None),
    ],
)
def test_the_day_of_the_report(head: list[str], day: date | None) -> None:
    assert find_report_date(_dated(head), lexicons.dates()) == day


@pytest.mark.parametrize(("head", "day"), [
    (["ORLA, April 23, 2024 - The harbour board said"], date(2024, 4, 23)),
    (["Results", "Published 17 January 2023", "Text"], date(2023, 1, 17)),
    (["On the evening of May 21, 2019 the choir met."], date(2025, 5, 6)),
    (["It rained."], date(2025, 5, 6)),
])
def test_a_day_that_the_caller_knows_serves_where_the_head_does_not_state_one(head: list[str], day: date) -> None:
    assert find_report_date(_dated(head), lexicons.dates(), date(2025, 5, 6)) == day


@pytest.mark.parametrize(
    ("blocks", "year"),
    [
        (["Report 2023", "Exports rose in March."], 2023),
        (["Exports rose in 2023.", "Imports fell in 2023, compared to 2022."], 2023),
        (["A hill", "It opened in 1961."], None),
        (["In 2022 it rose.", "In 2023 it fell.", "In 2024 it stood."], None),
        (["Nothing"], None),
    ],
)
def test_the_year_of_the_report(blocks: list[str], year: int | None) -> None:
    assert report_year(_dated(blocks), lexicons.dates()) == year


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("first 11 months of 2024", "2024-01/2024-11"), ("2023", "2023"), ("Q3 2023", "2023-Q3"),
        ("2023-Q1", "2023-Q1"),
        ("in May 2023", "2023-05"), ("last year", "2023"), (" 7 May 2023 ", "2023-05-07"),
        ("2022-07/2023-06", "2022-07/2023-06"),
    ],
)
def test_periods_by_hand(text: str, iso: str) -> None:
    assert parse_period(text, lexicons.dates(), date(2024, 6, 1)).iso == iso


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("soon", "no period"), ("2022 and 2023", "2 periods"), ("in March", "no definite period"),
        ("sunny May 2023", "cannot read 'sunny'"), ("", "no period"),
    ],
)
def test_what_is_not_one_period_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_period(text, lexicons.dates())
