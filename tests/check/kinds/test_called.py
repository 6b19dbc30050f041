"""Superlatives without a figure, against the figures of years in their story."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts

YEARS = "Rainfall in {}(mm)\n|Year|Orla|\n|---|---|\n|2008|212|\n|2012|240|\n|2015|198|\n|2023|220|"


def _found(*texts: str) -> list[Finding]:
    return [each for each in check_texts(texts).findings if each.rule == "superlative-contradicts-years"]


@pytest.mark.parametrize(("told", "years"), [
    ("ORLA, 3 November 2023 - It was the wettest October since 2008, the weather service said.",
     YEARS.format("October ")),
    ("ORLA, 3 November 2023 - Rainfall was the highest ever this year.", YEARS.format("")),
    ("ORLA, 2 January 2024 - Last year was the wettest on record.", YEARS.format("")),
    ("In 2023 the town had its wettest year in living memory.", YEARS.format("")),
    ("The port had its best year ever in 2023.",
     "Boxes handled at the port: 2019 812,000; 2020 744,000; 2021 790,000; 2022 801,000; 2023 795,000."),
])
def test_belied(told: str, years: str) -> None:
    finding, = _found(told, years)
    assert (finding.kind, finding.severity) == ("superlative", "warning")
    assert len(finding.claims) == 3


@pytest.mark.parametrize(("told", "years"), [
    ("ORLA, 3 November 2023 - It was the wettest October since 2012, the weather service said.",
     YEARS.format("October ")),
    ("ORLA, 3 November 2023 - It was the wettest October since 2008.", YEARS.format("April ")),
    ("ORLA, 3 November 2023 - It was the hottest October since 2008.", YEARS.format("October ")),
    ("ORLA, 3 November 2021 - It was the wettest October since 2008.", YEARS.format("October ")),
    ("ORLA, 3 November 2023 - It was the wettest October since 2008 in the south.", YEARS.format("October ")),
    ("The club had its best year ever in 2023.",
     "Boxes handled at the port: 2019 812,000; 2020 744,000; 2021 790,000; 2022 801,000; 2023 795,000."),
    ("In 2023 the oldest mill of the town burnt down.", YEARS.format("")),
])
def test_may_be_true(told: str, years: str) -> None:
    assert not _found(told, years)
