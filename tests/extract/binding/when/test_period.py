"""The period of figures: lists, asides, times told by their distance, and what carries over between sentences."""

from __future__ import annotations

import pytest

from claimcheck import QuantityMention, extract

_SENT = "TALLIN, 9 May 2025 - "


def _periods(text: str) -> list[str | None]:
    return [mention.period for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Takings in 2021 and 2020 were 7 million and 6 million euros.", ["2021", "2020"]),
        ("Takings were 7 million and 6 million euros in 2021 and 2020 respectively.", ["2021", "2020"]),
        ("Takings were 5 million, 6 million and 7 million euros in 2019, 2020 and 2021.", ["2019", "2020", "2021"]),
        ("In 2019 and 2020 the yard launched 14 boats.", [None]),
    ],
)
def test_lists_of_dates_and_figures_are_paired(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods


def test_each_figure_with_a_date_behind_it_has_that_date() -> None:
    text = "The deepest snow, 91 cm, lay at Orn on 3 March 2024, the least, 2 cm, at Vik on 5 May 2024."
    assert _periods(text) == ["2024-03-03", "2024-05-05"]


@pytest.mark.parametrize(
    "text",
    [
        "The mill, opened in 1987, employs 40 people.",
        "Founded in 1987, the mill had takings of 7 million euros.",
        "Under the roof, raised in 1987, 40 looms stood.",
    ],
)
def test_the_date_of_a_participle_is_no_period(text: str) -> None:
    assert _periods(text)[-1] is None


def test_a_date_in_brackets_is_that_of_the_figure_in_them() -> None:
    assert _periods("Takings came to 7 million euros (6 million in 2020).") == [None, "2020"]


def test_a_date_beyond_a_semicolon_tells_nothing_of_what_stands_before() -> None:
    assert _periods("A loaf costs 3 euros; in 2020 it had cost 2 euros.") == [None, "2020"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2020 the fleet landed 90 tonnes of cod. Five years earlier the figure was 40 tonnes.", ["2020", "2015"]),
        ("In 2020 the fleet landed 90 tonnes of cod. Three years later it landed 40 tonnes.", ["2020", "2023"]),
        ("In 2020 the fleet landed 90 tonnes of cod. Five years ago 40 tonnes were thrown away.", ["2020", None]),
        ("In 2020 the fleet landed 90 tonnes of cod. Last winter 40 tonnes were thrown away.", ["2020", None]),
        ("In 2020 the fleet landed 90 tonnes of cod. In the following year it landed 40 tonnes.", ["2020", "2021"]),
        ("In 2020 the fleet landed 90 tonnes of cod. It now lands 40 tonnes.", ["2020", None]),
        ("In 2020 the fleet landed 90 tonnes of cod. Since then 40 tonnes have been thrown away.", ["2020", None]),
    ],
)
def test_times_told_by_their_distance(text: str, periods: list[str | None]) -> None:
    told = [period for period, mention in zip(_periods(text), _figures(text), strict=True) if "tonnes" in mention]
    assert told == periods


def _figures(text: str) -> list[str]:
    return [mention.text for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2023 the rain came to 900 mm. October alone brought 168 mm. The sun shone for 1,640 hours.",
         ["2023", "2023-10", "2023"]),
        ("In 2023 the rain came to 900 mm. The most, 60 mm, fell on 3 May 2023. The sun shone for 1,640 hours.",
         ["2023", "2023-05-03", "2023"]),
        ("In 2023 the rain came to 900 mm. In October 168 mm fell. The sun shone for 140 hours.",
         ["2023", "2023-10", "2023-10"]),
        ("In 2019 drivers paid 40 euros. Since the bridge was opened in 2021, few have come. They paid 9 euros.",
         ["2019", None]),
    ],
)
def test_what_carries_over(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Takings were 7 million euros, 4% up on the same month last year.", [None, None]),
        ("Visitors numbered 90 in March, twice as many as in March 2024.", ["2025-03", "2025-03"]),
        ("Takings came to 7 million euros, against 6 million in 2020 and 5 million in 2019.", [None, "2020", "2019"]),
        ("A seat costs 90 euros this year, 40 euros more than in 2024.", ["2025", "2025"]),
        ("After a loss of 2 million euros in 2023, the yard made 4 million.", ["2023", None]),
        ("At the end of 2024 the club had 90 members, against 80 a year earlier.", ["2024-12-31", "2023-12-31"]),
        ("Takings in 1H24 were 7 million euros.", ["2024-H1"]),
        ("Since 1 March 2025 the clinics have reported 412 cases.", ["2025-03-01/.."]),
    ],
)
def test_comparisons_and_bounds(text: str, periods: list[str | None]) -> None:
    assert _periods(_SENT + text) == periods


def test_a_year_earlier_counts_from_the_period_of_the_heading() -> None:
    text = "Orn Shipyards: first half of 2024\n\nThe margin was 13.0%, against 12.2% a year earlier."
    assert _periods(text) == ["2024-H1", "2023-H1"]


def test_a_business_year_is_the_one_that_the_text_tells() -> None:
    text = "Orn Homes: report for 2023/24\n\nIn the year to 31 March 2024 we spent 7 million euros.\n\nWe let 60 homes."
    assert _periods(text) == ["2023-04/2024-03", "2023-04/2024-03"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2021 the reds won 48 seats. In 2017 they had won 49 seats. Turnout was 77%.", ["2021", "2017", "2021"]),
        ("In 2021 the share of poor swimmers was 34%. In 2015 it was 45%. Pools cost 9 million euros.",
         ["2021", "2015", "2021"]),
    ],
)
def test_a_look_back_does_not_carry_over(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Between 2019 and 2023 repairs came to 7 million euros.", ["2019/2023"]),
        ("Membership rose to 900 in the 2022/23 season.", ["2022/2023"]),
        ("Membership rose to 900 between 2019 and 2023.", ["2023"]),
    ],
)
def test_only_what_moved_has_an_end_of_a_span(text: str, periods: list[str]) -> None:
    assert _periods(text) == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Takings were 7 million euros in the first quarter of 2024. The loss for the quarter was 90,000 euros.",
         ["2024-Q1", "2024-Q1"]),
        ("Orn had 31 mm of rain in June 2024. The wettest day was 4 June with 12 mm.\n\nVik had 40 mm in the month.",
         ["2024-06", "2024-06-04", "2024-06"]),
        ("Takings were 7 million euros in 2024. The loss for the quarter was 90,000 euros.", ["2024", None]),
    ],
)
def test_the_month_and_the_quarter_are_those_last_spoken_of(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The choir was founded in 1921 and has 64 members.", [None]),
        ("The choir, founded in 1921, sold 900 tickets.", [None]),
        ("In 2023 the yard bought 4 buses which seat 90 people each.", ["2023", None]),
        ("The yard was built in 1921. It launched 4 boats in 2023. A roof was put up in May 1930. It cost 9,000 euros.",
         ["2023", "2023"]),
    ],
)
def test_the_date_of_a_deed_told_in_passing_is_that_of_the_deed_alone(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Takings were 7 million euros, against 2022's 6 million and a record 8 million in 2019.",
         [None, "2022", "2019"]),
        ("The kitchen feeds 900 pupils, 80 more than when it opened in 2021.", [None, None]),
        ("Repairs ate up 4 million euros, double the 2019 figure.", [None, None]),
        ("The stores hold 93 tonnes, rather more than the 91 tonnes that Orn burnt in 2022.", [None, "2022"]),
        ("Takings fell to two thirds of what they were in 2019.", [None]),
        ("In 2025 a ride costs 4 euros, previously 3 euros.", ["2025", None]),
    ],
)
def test_what_is_compared_with_is_of_another_time(text: str, periods: list[str | None]) -> None:
    assert _periods(text) == periods


def test_a_line_of_a_town_and_a_day_is_a_dateline() -> None:
    text = "Fewer beds\nVIK, 4 October 2024\n\nOrn Hospital had 90 beds in August, and nurses earned 4 million euros."
    assert _periods(text) == ["2024-08", "2024-08"]


def test_a_budget_is_of_the_year_of_its_heading() -> None:
    text = "BUDGET 2026 IN BRIEF\nVik, 4 October 2025\n\n- Roads: 40 million euros\n- Schools: 90 million euros"
    assert _periods(text) == ["2026", "2026"]


def test_the_quarter_of_a_business_year_is_that_of_its_months() -> None:
    text = (
        "Orn Mills Q2 profit up\n\nOrn Mills earned 7 million euros in the quarter ended September 30, 2023.\n\n"
        "It sold 40 tonnes of flour."
    )
    assert _periods(text) == ["2023-Q3", "2023-Q3"]
    assert _periods("Orn Mills sold 40 tonnes in Q2 FY24, after 30 tonnes.") == [None, None]


def test_a_goal_is_hardly_ever_that_of_a_month() -> None:
    text = "In May 2024 the yard launched 4 boats, a tenth of its goal of 40 boats."
    assert _periods(text) == ["2024-05", "2024-05", None]


def test_the_day_of_the_opening_is_that_of_what_was_done_there() -> None:
    opening = "On the morning of 2 March 2024 the town of Vik held a job fair in the old sail loft."
    text = f"{opening}\n\n40 firms came. The fee is 90 euros. 900 people will be hired. The loft has 12 doors."
    assert _periods(text) == ["2024-03-02", None, None, None]
