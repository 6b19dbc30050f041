"""What two reports tell of one change, record or amount in parts: found where it does not fit, and silent where it may.

The sentences differ in the words by which a change and its levels are told; what they share is the figures.
"""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts

FOUND: list[tuple[str, ...]] = [
    (
        "Mill output rose to 96.4 tonnes in March from 81.2 tonnes a year earlier, the Tarn Valley mill said.",
        "The Tarn Valley mill said its output jumped by 31 percent to 96.4 tonnes.",
    ),
    (
        "Turnout in Velden was 58.2 percent, against 51.9 percent four years ago.",
        "Turnout in Velden climbed by 3.6 points to 58.2 percent, the Velden clerk Anna Moor said.",
    ),
    (
        ("The bakery chain Brotkorb had sales of 41.7 million euros, compared with 36.2 million euros in the "
         "previous year."),
        "Brotkorb increased its sales by a quarter to 41.7 million euros.",
    ),
    (
        "The library at Ossa lent 214,300 books, up from 198,600 the year before.",
        "The Ossa library lent 214,300 books, 25,700 more than a year earlier.",
    ),
    (
        "Norrland Ferries carried 812,400 passengers after 745,900 the year before.",
        "Passengers of Norrland Ferries grew by 15 percent to 812,400.",
    ),
    (
        "The Kivu clinic treated 3,412 patients (2023: 2,874).",
        "The Kivu clinic treated 3,412 patients, an increase of 38 percent over the year.",
    ),
    (
        "The vacancy rate in Halden fell from 7.4% to 5.9% over the year.",
        "The vacancy rate in Halden dropped by 2.5 points to 5.9%.",
    ),
    (
        "Membership of the Aldo union fell to 48,310 from 52,640.",
        "Membership of the Aldo union shrank by 14 per cent to 48,310.",
    ),
    (
        "Protected heath covers 14,600 hectares around Lund in Skane.",
        "In Skane, 1,460 square kilometres of heath around Lund are protected.",
    ),
    (
        "The school has 18 rooms for its 612 pupils, on average 43 children to a room.",
    ),
    (
        "The rate rose from 41 per cent to 47 per cent, a rise of nine percentage points.",
    ),
    (
        "The fleet grew by a fifth, from 240 ships to 264 ships.",
    ),
    (
        "Debt of Orsk fell by a third to 21.4 million euros from 25.1 million euros.",
    ),
    (
        "On 30 June 18,420 people were out of work in Skane; on 30 September the number had fallen to 16,310.",
        "In Skane the queue of people out of work shrank by a quarter from 18,420, officials in Lund said.",
    ),
    (
        ("Exports of cocoa from Bono reached 41,300 tonnes, against 35,100 tonnes a year before, the Bono "
         "board in Accra said."),
        "In Accra the board said cocoa exports from Bono had grown by 28 percent to 41,300 tonnes.",
    ),
    (
        "The price of a ticket at the Lido went up from 12.50 euros to 14.50 euros.",
        "The Lido raised the price of its ticket by 25 percent to 14.50 euros.",
    ),
    (
        "The share of women on boards in Norvik was 34.6%, after 31.2% in 2022.",
        "Women now hold 34.6% of board seats in Norvik, a rise of 5.4 percentage points.",
    ),
    (
        "Losses of the Sava line narrowed to 3.84 million euros from 5.12 million euros.",
        "The Sava line cut its losses by 35 percent to 3.84 million euros.",
    ),
    (
        "Catches in Bergen came to 84,200 tonnes, compared to 91,700 tonnes in 2022.",
        "Bergen landed 84,200 tonnes of fish, 18% less than in 2022.",
    ),
    (
        "The court in Riga closed 5,310 cases, up from 4,620.",
        "Closed cases at the Riga court rose 25% to 5,310.",
    ),
    (
        "Orders at the Kolb works stood at 642 million kronor, up from 588 million kronor a year earlier.",
        "A 19 percent jump in orders to 642 million kronor pleased the Kolb works.",
    ),
    (
        "Unemployment in Navarre stood at 9.4%, down from 10.8% in the same month of last year.",
        "Unemployment in Navarre fell by 2.4 percentage points to 9.4%, the Navarre office said.",
    ),
    (
        "Bus ridership in Oulu reached 14.83 million trips, against 13.12 million trips in 2022.",
        "Oulu's buses made 14.83 million trips, up by 1.31 million from 2022.",
    ),
    (
        "Honey output of Sanlim came to 1,412 tonnes (1,233 tonnes a year earlier).",
        "Honey output of Sanlim soared by 27 percent to 1,412 tonnes.",
    ),
    (
        ("Of the whole fund, 48.2 percent was paid out, up from 39.7 percent a year earlier, the Delta trust "
         "in Lagos said."),
        "In Lagos the Delta trust said the pay-out rate rose 5.5 points to 48.2 percent.",
    ),
    (
        "The hospital has 24 wards with 624 beds, an average of 32 beds to a ward.",
    ),
    (
        "The union shared 84,000 euros among 120 strikers, or 900 euros each.",
    ),
    (
        "Water use fell to 96 litres, down from 112 litres, a drop of 24 litres.",
    ),
    (
        "The tower crane lifted 1,420 tonnes, up 12 percent from 1,180 tonnes.",
    ),
    (
        "Rice stocks of Kedah were 38,200 tonnes, down from 45,900 tonnes a month earlier.",
        "Rice stocks of Kedah fell by 27 percent within a month to 38,200 tonnes.",
    ),
    (
        "Sales of bicycles by Velo Nord were 73,900, after 68,200 in 2022.",
        "Velo Nord sold 73,900 bicycles, 5,200 more than in 2022.",
    ),
    (
        "Of 4,310 ballots in Arlon, 1,724 or 48 percent came by post.",
    ),
    (
        "Pensions cost 6.24 billion crowns, compared with 5.83 billion crowns a year ago.",
        "The cost of pensions rose by 13 percent to 6.24 billion crowns, the Prague ministry said. Prague will pay.",
    ),
    (
        "Stage 2, Arco - Brenta, 148.2 km\nStage 3, Brenta - Cles, 171.9 km\nStage 4, Cles - Dimaro, 163.4 km",
        "The rider Paolo Tasso won in Dimaro. At 163.4 km it was the longest leg of the race.",
    ),
    (
        "Highest levels of the Orla at the bridge:\n1997 - 812 cm\n2010 - 774 cm\n2024 - 741 cm",
        "In May 2024 the Orla rose to 741 cm at the bridge. The river has never stood higher.",
    ),
    (
        "| Year | Visitors |\n|---|---|\n| 2017 | 48,210 |\n| 2018 | 51,960 |\n| 2023 | 50,340 |",
        "The Tarn museum counted 50,340 visitors in 2023, more than ever before.",
    ),
    (
        "The Tarn office said 212 mm fell at Tarn Hut in June 2024, the wettest June since 1990.",
        "Wettest Junes at Tarn Hut:\n1985 - 244 mm\n2007 - 231 mm\n2024 - 212 mm",
    ),
    (
        "| Year | Price |\n|---|---|\n| 2019 | 2.84 |\n| 2020 | 2.31 |\n| 2021 | 2.66 |\n| 2024 | 2.42 |",
        "Cocoa cost 2.42 euros a kg in 2024, the lowest ever.",
    ),
    (
        ("Throws in the final:\nAnna Berg, first throw, 61.20 m\nMaria Lund, second throw, 64.85 m\nIda Holm, "
         "third throw, 63.10 m"),
        "Holm won with 63.10 m, the longest throw of the competition.",
    ),
]

SILENT: list[tuple[str, ...]] = [
    (
        "Mill output rose to 96.4 tonnes in March from 81.2 tonnes a year earlier, the Tarn Valley mill said.",
        "The Tarn Valley mill said its output jumped by 19 percent to 96.4 tonnes.",
    ),
    (
        "Mill output rose to 96.4 tonnes in March from 81.2 tonnes a year earlier, the Tarn Valley mill said.",
        "Compared with February, output of the Tarn Valley mill rose by 4 percent to 96.4 tonnes.",
    ),
    (
        "Turnout in Velden was 58.2 percent, against 51.9 percent four years ago.",
        "Turnout in Velden was 58.2 percent, 2.1 points above the national average, the Velden clerk said.",
    ),
    (
        "Brotkorb had sales of 41.7 million euros, compared with 36.2 million euros in the previous year.",
        "Brotkorb had sales of 41.7 million euros, 2 percent more than analysts had forecast.",
    ),
    (
        "The library at Ossa lent 214,300 books, up from 198,600 the year before.",
        "The Ossa library lent 214,300 books, 3 percent more than it had planned.",
    ),
    (
        "Norrland Ferries carried 812,400 passengers after 745,900 the year before.",
        "Norrland Ferries carried 812,400 passengers, 21 percent more than its rival.",
    ),
    (
        "Norrland Ferries carried 812,400 passengers after 745,900 the year before.",
        "Passengers of Norrland Ferries rose 9 percent to 812,400, while cars grew by 15 percent to 96,300.",
    ),
    (
        "The Kivu clinic treated 3,412 patients (2019: 2,874).",
        "The Kivu clinic treated 3,412 patients, an increase of 4 percent on 2022.",
    ),
    (
        ("Exports of Cantho were 512.4 million dollars in the first five months, against 468.1 million "
         "dollars a year earlier."),
        "Exports of Cantho rose by 21 percent in May alone, to 112.6 million dollars.",
    ),
    (
        "Gross profit of Lindqvist was 118.6 million kronor, up from 104.3 million kronor.",
        "Net profit of Lindqvist rose by 31 percent.",
    ),
    (
        "Unemployment among men in Navarre stood at 9.4%, down from 10.8%.",
        "Unemployment among women in Navarre fell by 0.3 percentage points.",
    ),
    (
        "Sales of Kolb reached 642 million kronor, up from 588 million kronor a year earlier.",
        "Kolb expects sales to rise by 19 percent next year.",
    ),
    (
        "Orders at the Kolb works stood at 642 million kronor, up from 588 million kronor a year earlier.",
        "Orders at the Kolb works rose by 3 percent on the previous quarter to 642 million kronor.",
    ),
    (
        "The dam at Kessa holds 412 GWh of power a year for Kessa town and Moru.",
        "The Kessa dam has a solar roof that yields 38 MWh a year for Moru and Kessa.",
    ),
    (
        "Protected heath covers 14,600 hectares around Lund in Skane.",
        "In Skane, 146 square kilometres of heath around Lund are protected.",
    ),
    (
        "The school has 18 rooms for its 612 pupils, on average 34 children to a room.",
    ),
    (
        "The school has 18 rooms for its 612 pupils, and each of the 40 teachers looks after 3 clubs on average.",
    ),
    (
        "The rate rose from 41.4 per cent to 47.4 per cent, a gain of six percentage points.",
    ),
    (
        "The rate rose from 41 per cent to 47 per cent, a gain of 6.4 percentage points.",
    ),
    (
        "The fleet grew by a tenth, from 240 ships to 264 ships.",
    ),
    (
        "Germany won 12.4 million euros against 9.8 million euros for France.",
        "Germany raised its share by 4 percent to 12.4 million euros.",
    ),
    (
        "The target was 95.2 tonnes against 88.4 tonnes delivered.",
        "Deliveries of the Tarn mill rose 2 percent to 95.2 tonnes.",
    ),
    (
        ("In the first estimate, output was 3.82 million tonnes, against 3.61 million a year earlier; it was "
         "later revised."),
        "Revised figures put output at 3.91 million tonnes, up 8.3 percent.",
    ),
    (
        "The river stood at 741 cm in May 2024, the highest level since 2010.",
        "Levels of the Orla:",
    ),
    (
        "Oil cost 81.4 dollars a barrel, down from 84.9 dollars on Monday.",
        "Oil fell by 12 percent over the month to 81.4 dollars a barrel.",
    ),
    (
        "Passengers at Oulu rose to 14.83 million from 13.12 million in 2022.",
        "Passengers at Oulu rose by 2 percent from 2019 to 14.83 million.",
    ),
    (
        "Wages in Leeds rose 5.2 percent to 612 pounds from 581.7 pounds.",
        "Wages of women in Leeds rose 6.9 percent to 571 pounds.",
    ),
    (
        "The fund paid 84,000 euros to 120 strikers, or 700 euros each.",
    ),
    (
        "The rate was 5.7%, against 6.6% a year earlier, and among the young 13.9%, against 14.7%.",
        "The rate for the young slipped by 0.8 points to 13.9%.",
    ),
    (
        "Bookings at Hotel Mira fell to 61,700 from 66,400 last season.",
        "Hotel Mira had 61,700 bookings. Cancelled bookings rose by 17 percent.",
    ),
    (
        "Stocks of Kedah were 38,200 tonnes, down from 45,900 tonnes a month earlier.",
        "Stocks of Kedah rose by 11 percent on the year to 38,200 tonnes.",
    ),
    (
        "Nine in ten members voted in Arlon, 90.2 percent against 88.7 percent.",
        "Turnout in Arlon rose by 1.5 points to 90.2 percent.",
    ),
    (
        "Two bridges were closed. The lake has never been higher.",
    ),
    (
        "At 212 mm it was a wet month. The wettest June at the hut was in 1985, with 244 mm.",
    ),
    (
        "The company has 3,120 staff, up from 2,980, of whom 1,204 are women.",
        "The number of women rose by 12 percent to 1,204.",
    ),
    (
        ("Exports rose to 9.84 billion dollars from 9.12 billion dollars. Imports rose by 14 percent to 8.41 "
         "billion dollars."),
        "Exports grew 7.9 percent to 9.84 billion dollars, imports by 14 percent.",
    ),
    (
        "The bridge is 412 m long, and the tunnel is 412 km from the capital.",
        "The bridge is 412 m long.",
    ),
    (
        "Real output rose by 2 percent; at current prices it rose from 41.2 billion to 44.6 billion euros.",
        "Output rose by 8.3 percent to 44.6 billion euros.",
    ),
    (
        "Net debt fell to 86.4 million pounds from 97.6 million pounds.",
        "Gross debt fell by 3 percent to 112.3 million pounds.",
    ),
    (
        "The prize rose to 5.25 million crowns from 4.90 million crowns.",
        "The prize, 5.25 million crowns, is 30 percent higher than that of Brno.",
    ),
    (
        "Stage 2, Arco - Brenta, 148.2 km\nStage 3, Brenta - Cles, 171.9 km\nStage 4, Cles - Dimaro, 163.4 km",
        "At 163.4 km it was the longest leg of the last week.",
    ),
    (
        "Rain at the stations:\nNizwa 71.2 mm\nBahla 166.4 mm\nSamail 148.3 mm",
        "Samail had 148.3 mm, its highest fall since 1990.",
    ),
    (
        "Levels of the Orla at the bridge:\n1997 - 812 cm\n2010 - 774 cm\n2024 - 741 cm",
        "In May 2024 the Orla rose to 741 cm, the highest level since 2010.",
    ),
    (
        "Levels of the Orla at the bridge:\n1997 - 612 cm\n2010 - 574 cm\n2024 - 741 cm",
        "In May 2024 the Orla rose to 741 cm, the highest level ever.",
    ),
    (
        "Levels of the Orla at the bridge:\n2019 - 512 cm\n2022 - 741 cm\n2024 - 774 cm",
        "In 2022 the Orla rose to 741 cm, the highest level ever until then.",
    ),
    (
        "| City | Visitors |\n|---|---|\n| Graz | 51,210 |\n| Linz | 71,960 |\n| Wels | 50,340 |",
        "Wels counted 50,340 visitors, more than ever before.",
    ),
    (
        ("| Year | Jobs | Firms |\n|---|---|---|\n| 2021 | 412 | 50,340 |\n| 2022 | 498 | 50,110 |\n| 2023 | "
         "471 | 51,960 |"),
        "There were 51,960 firms in 2023, more than ever before.",
    ),
    (
        "The chain Brotkorb runs 14 coffee shops in Graz and Wien, said manager Ida Holm.",
        "The chain Brotkorb opened 12 coffee shops in Graz and Wien last year, said manager Ida Holm.",
    ),
    (
        "In Arlon 120 private coffee shops pay the levy, the Arlon office of Luxembourg said.",
        "In Arlon 148 coffee shops pay the levy, the Arlon office of Luxembourg said.",
    ),
    (
        "The Delta fund plans 48 village schools in Kano and Jos.",
        "The Delta fund has built 41 village schools in Kano and Jos.",
    ),
    (
        "The wind park at Kessa near Moru feeds in 245 GWh a year.",
        "One turbine at Kessa near Moru feeds in 8,750 MWh a year.",
    ),
    (
        "The Kessa park near Moru has 28 turbines and yields 245 GWh.",
        "Each turbine at the Kessa park near Moru yields 8.75 GWh.",
    ),
    (
        "The five buoys off Tarn measured waves of between 2.4 and 6.8 metres in May.",
        ("Highest waves by buoy in June: Orm 2.9 metres, Kell 3.9 metres, Sund 7.6 metres, Vik 5.1 metres, "
         "Holm 6.1 metres."),
    ),
    (
        "Prices at Kalmar ranged from 12 to 19 euros.",
        "Prices at the inns: Orm 12 euros, Kell 14 euros, Sund 27 euros, Vik 19 euros, Holm 15 euros.",
    ),
    (
        "The museum had 50,340 visitors in 2023, the most since 2018.",
        "| Year | Visitors |\n|---|---|\n| 2017 | 58,210 |\n| 2018 | 51,960 |\n| 2023 | 50,340 |",
    ),
    (
        ("Demand reached 3,952 MW on Wednesday. Never in January has the grid had to serve a heavier load, "
         "the operator said."),
        "Peak load was 4,015 MW on 11 August 2023.",
    ),
    (
        "The mine turned out 2.9 million tonnes. Never has the price been higher.",
    ),
    (
        "Turnout in Velden rose to 58.2 percent from 51.9 percent in the first round.",
        "Turnout in Velden was 58.2 percent, 3.3 points higher than in 2019.",
    ),
    (
        "Rents in Leeds rose to 812 pounds, from 761 pounds in spring.",
        "Rents in Leeds rose 11 percent in a year to 812 pounds.",
    ),
    (
        "Arrivals in Goa rose to 412,300 from 371,900 a year earlier.",
        "Arrivals from abroad in Goa rose 31 percent to 96,400.",
    ),
    (
        "Arrivals in Goa rose to 412,300 from 371,900 a year earlier.",
        "Arrivals in Goa are expected to grow by 6 percent.",
    ),
    (
        "Goa says arrivals rose by 31 percent since 2020 to 412,300.",
        "Arrivals in Goa rose to 412,300 from 371,900 a year earlier.",
    ),
    (
        "The number of strikes fell to 48 from 62.",
        "After 62 strikes last year, unions in Goa called 12 percent fewer meetings.",
    ),
    (
        "The Sava line sold 48,210 tickets, up from 44,390.",
        "The Sava line sold 48,210 tickets. Revenue rose by 19 percent.",
    ),
    (
        "The Sava line sold 48,210 tickets, up from 44,390.",
        "The Sava line sold 48,210 tickets, up 2 percent on the previous month.",
    ),
    (
        "Adjusted profit of Kolb rose to 64.2 million kronor from 58.8 million kronor.",
        "Kolb said profit before adjustments rose by 19 percent to 71.4 million kronor.",
    ),
    (
        "A tonne of zinc cost 3,180 dollars, up from 3,020 dollars on Friday.",
        "A tonne of zinc cost 3,180 dollars, 9 percent less than in January.",
    ),
    (
        "The deficit shrank to 3.4 percent from 4.1 percent.",
        "The deficit of 3.4 percent is 0.4 points above the limit of the union.",
    ),
    (
        "By May the Kolb works had made 4,120 boats, against 3,980 by May of last year.",
        "In May alone the Kolb works made 912 boats, 14 percent more than a year ago.",
    ),
    (
        "The bay has 18 boats for its 612 guests, on average 12 guests a trip.",
    ),
    (
        "The town paid 84,000 euros to 120 families, on average twice in a year.",
    ),
]


def alarms(reports: tuple[str, ...]) -> list[Finding]:
    """The findings at the level of a warning or above."""
    report = check_texts({f"{number}.txt": text for number, text in enumerate(reports)})
    return [finding for finding in report.findings if finding.severity != "note"]


@pytest.mark.parametrize("reports", FOUND, ids=lambda reports: str(reports[0])[:40])
def test_parts_that_do_not_fit_are_found(reports: tuple[str, ...]) -> None:
    assert alarms(reports)


@pytest.mark.parametrize("reports", SILENT, ids=lambda reports: str(reports[-1])[:40])
def test_parts_that_may_fit_are_left_alone(reports: tuple[str, ...]) -> None:
    assert alarms(reports) == []
