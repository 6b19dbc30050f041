"""Relations whose figures stand in neighbouring sentences or paragraphs, in any words; and neighbours that are none."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

FOUND = [
    ("growth", "Thefts of ploughs doubled in the county last year, police said. Officers recorded 412 thefts in 2023, "
     "compared with 318 in 2022."),
    ("growth", "House prices in Lindale have doubled since 2015, when a typical home cost £148,000. Today the average "
     "is £232,000."),
    ("growth", "Passenger numbers on the Dunmore ferry fell 12% to 264,000 last summer. A year earlier 341,000 people "
     "had made the crossing."),
    ("share", "Some 640 households live in the valley. A fifth of the households, 190 in all, have no mains water."),
    ("share", "The strike kept 270 of the depot's 450 buses off the road, 45 per cent of the fleet."),
    ("ratio-average", "In 73 days the clinic saw 2,190 patients, an average of 45 a day."),
    ("ratio-average", "The relief fund will give each of the 850 flooded households £2,000, at a cost of "
     "£2.7 million."),
    ("difference", "Births in Sorland came to 18,300 in 2023 and deaths to 16,900. Births thus outnumbered deaths "
     "by 2,400."),
    ("percent-point", "The pass rate at Dunstan College was 71% this year. It was 64% last year, an improvement of "
     "10 percentage points."),
]
SILENT = [
    "Spending on training doubled last year.\n\nThe group took 18,200 bookings this winter, after 12,900 the year "
    "before.",
    "Applications from women fell by a third this spring. In all 940 young people applied, against 1,120 last spring.",
    "Some 640 households live in the valley. A fifth of the wells, 190 in all, have run dry.",
    "Each of the 65 stalls paid €300 in rent, and the fair took €29,500 at the gate.",
    "The Blues took 31 seats and the Reds 24. The Blues are nine short of an absolute majority.",
    "The rate rose to 6.3 percent in June from 6.1 percent in May. It was up 0.7 points on a year earlier.",
    "Applications: 3,420, up 240 on the year before. The year before that there were 2,990.",
]


@pytest.mark.parametrize(("kind", "report"), FOUND, ids=lambda value: value[:30])
def test_what_does_not_come_out_is_found(kind: str, report: str) -> None:
    assert kind in {finding.kind for finding in check_texts([report]).findings if finding.severity != "note"}


@pytest.mark.parametrize("report", SILENT, ids=lambda report: report[:30])
def test_neighbours_of_other_things_stay_untied(report: str) -> None:
    assert [finding.message for finding in check_texts([report]).findings if finding.severity != "note"] == []
