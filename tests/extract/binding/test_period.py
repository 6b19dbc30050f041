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
