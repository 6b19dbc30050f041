"""Changes and totals told over several sentences, in any words; and neighbours that are no relation."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

_KINDS = ("total", "difference", "growth", "percent-point")

FOUND = [
    ("Revenue from parking rose by 3 million crowns to 41 million, from 36 million in 2022.",),
    ("The library lent 48,300 books last year. A year before the figure had been 45,100. "
     "The increase comes to 4,200 books.",),
    ("Turnout was 58.2 percent, 5.1 points up on the last election, when 55.1 percent voted.",),
    ("Only 44.3 percent of pupils passed. In the previous year it was 47.8 percent, so the rate slipped by "
     "2.5 percentage points.",),
    ("In March the warehouse held 6,120 pallets; by the end of May there were 6,840, or 620 more.",),
    ("Growers are getting 50 percent more for a kilo of plums than a year ago: 2.60 euros, up from 2.10.",),
    ("Output is put at 61,300 tonnes. The four valleys contributed as follows: Upper 21,400 tonnes, Lower 18,200 "
     "tonnes, East 11,900 tonnes, West 7,800 tonnes. No grapes are grown elsewhere.",),
    ("The 29 seats in the chamber are distributed as follows: Reform 12, Farmers 8, Labour 5, Greens 2. "
     "No other party won a seat.",),
    ("Income in the year: 418,000 euros. Membership fees 212,000 euros, donations 141,000 euros, interest 55,000 "
     "euros. Nothing else came in.",),
    ("There were 1,312 births in the district last year, 671 boys and 621 girls.",),
    ("Novices have got better at knots. This year 74 percent passed, a rise of 4.5 percentage points on "
     "last year.",
     "Share of novices who passed. Oars: 83.6% (2024: 82.9%). Knots: 74.0% (2024: 70.5%)."),
    ("Water in Lake Orm rose by 9.5 million cubic metres in May to 64.2 million cubic metres, the Tarn board said.",
     "Lake Orm, Tarn board\n\n1 April: 51.3 million cubic metres\n1 May: 58.7 million cubic metres\n"
     "1 June: 64.2 million cubic metres"),
]

SILENT = [
    "Revenue from parking rose by 5 million crowns to 41 million, from 36 million in 2022.",
    "Turnout was 58.2 percent, 5.1 points up on the European election, and 3.1 points up on the last national one, "
    "when 55.1 percent voted.",
    "Vacancy was 4.7 percent, down 0.4 points from the previous month. A year ago it was 5.5 percent.",
    "Seasonally adjusted, vacancy fell by 0.4 points to 4.7 percent. Unadjusted it was 5.3 percent, after "
    "5.6 percent in March.",
    "Milk costs 20 percent more than in 2020. It is now 0.48 euros, after 0.45 last year.",
    "The price of a room is 132 euros, 18 more than in Berlin; a year ago guests paid 124 euros.",
    "The reserve fell by 30 million in spring and by 15 million in summer to 455 million, from 500 million at the "
    "start of the year.",
    "Applications: 3,420, up 240 on the year before. The year before that there were 2,990.",
    "The number of visitors rose by 5,200 in July. In August 48,100 came, compared with 47,900 in July.",
    "Prices are up 4.1 percent on the year and 0.3 percent on the month. The index stands at 107.9, after 107.5 "
    "in May.",
    "Catches are 37 percent lower than in 2006, when they were 52.3 million tonnes. By 2040 they must be 60 percent "
    "below those of 1970, that is at 23.1 million tonnes.",
    "The 30 seats are divided among five parties. The Greens have 9, the Left 7 and the Union 8; the others are small.",
    "The jury had 12 members: seven women, five men, three of them teachers.",
    "The fund has 4.2 million euros. Last year 1.1 million were spent on roofs, 0.9 million on windows and 1.3 million "
    "on heating.",
    "The committee has 22 members. Among them are the mayor with 2 deputies, 7 councillors from the north and 6 from "
    "the south.",
    "The coach carried 44 passengers. 12 were slightly hurt, 3 seriously, and 27 needed no treatment.",
    "The budget of 14 million crowns includes 3 million for roads, 2.5 million for schools and 4 million for parks.",
]


@pytest.mark.parametrize("reports", FOUND, ids=lambda reports: reports[0][:40])
def test_what_does_not_come_out_is_found(reports: tuple[str, ...]) -> None:
    findings = check_texts(list(reports)).findings
    assert [finding.kind for finding in findings if finding.kind in _KINDS and finding.severity != "note"]


@pytest.mark.parametrize("report", SILENT, ids=lambda report: report[:40])
def test_what_may_be_measured_from_elsewhere_is_left_alone(report: str) -> None:
    findings = check_texts([report]).findings
    assert [finding.message for finding in findings if finding.severity != "note"] == []
