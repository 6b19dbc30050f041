"""Dates in texts: what they mean with and without the day of the report, and what is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.dates import day_order, find_candidates, scan_dates
from claimcheck.model.period import Period
from claimcheck.packs.schema.dates import DateContext, DateForm, DateWords
from claimcheck.workshop.runners import dates as runner
from tests.cost import assert_at_most
from tests.extract import lexicons

TODAY = date(2024, 1, 12)  # a Friday


def values(text: str, today: date | None = None, year: int | None = None, language: str = "en") -> list[str]:
    return [draft.value for draft in scan_dates(text, lexicons.dates(language), today, year)]


ENTRIES = [entry for entry in lexicons.packs() if isinstance(entry, DateWords | DateForm | DateContext)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.language}-{entry.key}")
def test_examples_of_the_packs(entry: DateWords | DateForm | DateContext) -> None:
    assert runner.run(entry, lexicons.packs()) == []


def test_the_longest_form_wins() -> None:
    text = "The first 11 months of 2023 beat January-November 2022 and Q3 2021."
    assert values(text) == ["2023-01/2023-11", "2022-01/2022-11", "2021-Q3"]


@pytest.mark.parametrize(
    ("today", "year", "value"),
    [(None, None, "XXXX-12-29"), (TODAY, None, "2023-12-29"), (TODAY, 2024, "2023-12-29"), (None, 2022, "2022-12-29")],
)
def test_a_day_without_year(today: date | None, year: int | None, value: str) -> None:
    assert values("reported on December 29", today, year) == [value]


def test_relative_words_are_open_without_the_day_of_the_report() -> None:
    drafts = scan_dates("more than last year", lexicons.dates(), None, 2023)
    assert [(draft.value, draft.period) for draft in drafts] == [("XXXX", None)]


def test_a_year_earlier_counts_from_the_period_not_from_the_base() -> None:
    text = "It rose to 9 in the second quarter of 2023, up from the first quarter of 2021 and from 7 a year earlier."
    assert values(text)[-1] == "2022-Q2"


def test_sorts_of_periods() -> None:
    text = "As of 30 June 2023 it held 9; in the first half of 2023, and at the end of 2022, and in early 2021."
    sorts = [draft.period.sort for draft in scan_dates(text, lexicons.dates(), None) if draft.period]
    assert sorts == ["as-of", "half", "as-of", "span"]


def test_the_end_of_a_year_is_a_day() -> None:
    (draft,) = scan_dates("at the end of 2022", lexicons.dates(), None)
    assert draft.period == Period(date(2022, 12, 31), date(2023, 1, 1), "as-of")


def test_the_weekday_is_kept() -> None:
    (draft,) = scan_dates("on Saturday, 17 March 2024", lexicons.dates(), None)
    assert (draft.value, draft.weekday) == ("2024-03-17", 6)


def test_a_weekday_that_does_not_fit_leaves_the_year_open() -> None:
    assert values("on Thursday, March 14", None, 2023) == ["XXXX-03-14"]
    assert values("on Thursday, March 14", None, 2024) == ["2024-03-14"]


def test_figures_in_unknown_order_are_never_guessed() -> None:
    assert values("on 04/03/2024") == ["2024-XX-XX"]
    assert values("on 04/03/2024 and 25/03/2024") == ["2024-03-04", "2024-03-25"]
    american, open_, european = (
        find_candidates(text, lexicons.dates()) for text in ("03/25/2024", "04/03/2024", "25/03/2024")
    )
    assert day_order([american, open_]) is False
    assert day_order([american, european]) is None


@pytest.mark.parametrize(
    "text",
    [
        "It may rise and march on", "for 15 years", "a three-year trial", "worth 2,023 dollars", "2023 people came",
        "US$2023", "Resolution 14/2023/NQ-HDND", "from 2000 metres", "page 2010", "the second of three", "12.2023.4",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text, TODAY) == []


def test_vietnamese() -> None:
    text = "Sáng 12/9/2024, đến năm 2030; tám tháng đầu năm 2024 tăng 31,5% so với cùng kỳ năm trước"
    assert values(text, date(2024, 9, 12), language="vi") == [
        "2024-09-12", "2030", "2024-01/2024-08", "2023-01/2023-08",
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="12 0/-.,:()'JanMarchyeofQth\n", max_size=80), st.sampled_from(["en", "vi"]))
def test_any_text_yields_ordered_drafts_inside_it(text: str, language: str) -> None:
    drafts = scan_dates(text, lexicons.dates(language), TODAY)
    ends = 0
    for draft in drafts:
        assert ends <= draft.start < draft.end <= len(text)
        ends = draft.end


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_full_dates_are_read_back(day: date, form: str) -> None:
    (draft,) = scan_dates(f"On {day.strftime(form)} they met", lexicons.dates(), None)
    assert draft.value == day.isoformat()


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"reads": "shift", "patterns": ("now",)}, "needs unit"),
        ({"reads": "year", "patterns": ("{jear}",)}, "unknown slot {jear}"),
    ],
)
def test_a_form_that_cannot_be_read_is_refused(fields: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        DateForm(id="x", examples={"a": ""}, **fields)


def test_runs_of_days_get_the_sort_that_they_deserve() -> None:
    text = "from 1 January to 31 March 2023; from 1 January to 15 November 2023; from 3 March to 5 May 2023"
    sorts = [draft.period.sort for draft in scan_dates(text, lexicons.dates(), None) if draft.period]
    assert sorts == ["quarter", "to-date", "span"]


def test_cost_grows_with_the_text() -> None:
    text = "In the first 11 months of 2023 exports rose 5% from a year earlier, said May Jones on 3 May. 1 1 1 - 1 - 1 "
    lexicon = lexicons.dates()
    scan_dates(text, lexicon, TODAY)
    assert_at_most(5, lambda: scan_dates(text * 400, lexicon, TODAY), lambda: scan_dates(text * 100, lexicon, TODAY))
