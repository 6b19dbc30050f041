"""Tables of many fields as people write them, all of them right, and errors that make them wrong."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """A figure that is changed: the label of its row, its column, counted from the label, and what it becomes."""

    label: str
    column: int
    wrong: str


class Sound(NamedTuple):
    """A table. rows: one a line, cells between bars, labels set in by two blanks a level. slips: each spoils it."""

    title: str
    rows: str
    slips: tuple[Slip, ...] = ()

    def cells(self) -> list[list[str]]:
        """The rows, their labels with the blanks before them."""
        lines = self.rows.strip("\n").split("\n")
        return [[cell.rstrip() for cell in line.split("|")] for line in lines]


TABLES = {
    "league": Sound("Coast League, final table", """
Pos|Side|P|W|D|L|GF|GA|GD|Pts
1|Harlow Rovers|18|12|4|2|41|17|24|40
2|Tern Athletic|18|11|3|4|35|21|14|36
3|Port Elsin|18|10|4|4|33|20|13|34
4|Maltby United|18|8|5|5|29|24|5|29
5|Dunmore|18|7|6|5|27|25|2|27
6|Vale Wanderers|18|6|5|7|24|27|-3|23
7|Castle Town|18|5|5|8|20|28|-8|20
8|Orsett|18|4|6|8|19|29|-10|18
9|Kilburn Park|18|3|5|10|17|33|-16|14
10|Fenwick|18|2|3|13|13|34|-21|9
""", (
        Slip("Maltby United", 8, "8"),
        Slip("Dunmore", 6, "72"),
        Slip("Vale Wanderers", 2, "19"),
    )),
    "budget": Sound("City of Marrow, budget outturn, in thousand euros", """
Item|2022|2023|Change, %
Current expenditure|48,310|51,620|6.9
  Staff costs|26,140|27,905|6.8
    of which teachers|11,020|11,790|7.0
    of which fire service|3,415|3,622|6.1
  Goods and services|15,870|16,980|7.0
  Interest|6,300|6,735|6.9
Capital expenditure|12,450|10,980|-11.8
  Roads|5,210|4,405|-15.5
  Schools|4,980|4,525|-9.1
  Other|2,260|2,050|-9.3
Total expenditure|60,760|62,600|3.0
""", (
        Slip("Staff costs", 2, "27,950"),
        Slip("Total expenditure", 2, "62,060"),
        Slip("of which teachers", 2, "31,790"),
        Slip("Roads", 3, "-51.5"),
        Slip("Capital expenditure", 1, "12,540"),
    )),
    "patients": Sound("Table 1. Baseline characteristics of the patients", """
Characteristic|Placebo (N=212)|Drug (N=208)|All (N=420)
Age, mean (SD)|54.2 (11.3)|53.8 (10.9)|54.0 (11.1)
Sex, n (%)|||
  Female|118 (55.7)|109 (52.4)|227 (54.0)
  Male|94 (44.3)|99 (47.6)|193 (46.0)
Smoking, n (%)|||
  Never|101 (47.6)|96 (46.2)|197 (46.9)
  Former|71 (33.5)|77 (37.0)|148 (35.2)
  Current|40 (18.9)|35 (16.8)|75 (17.9)
Any adverse event, n (%)|61 (28.8)|74 (35.6)|135 (32.1)
  Headache|22 (10.4)|31 (14.9)|53 (12.6)
  Nausea|30 (14.2)|36 (17.3)|66 (15.7)
  Rash|19 (9.0)|21 (10.1)|40 (9.5)
Body mass index, mean|26.9|27.1|27.0
""", (
        Slip("Female", 3, "272 (54.0)"),
    )),
    "prices": Sound("Price list, spring", """
Article|Unit|Price, EUR|VAT 20 %|Price with VAT, EUR
Oak board, 2 m|piece|24.50|4.90|29.40
Oak board, 3 m|piece|36.00|7.20|43.20
Wood glue|500 g|8.25|1.65|9.90
Screws 4x40|200 pcs|6.50|1.30|7.80
Sandpaper set|10 pcs|5.75|1.15|6.90
Linseed oil|1 l|11.20|2.24|13.44
Varnish|750 ml|15.80|3.16|18.96
""", (
        Slip("Wood glue", 4, "9.09"),
        Slip("Varnish", 4, "19.86"),
    )),
    "election": Sound("Result of the election by ward", """
Ward|Electorate|Votes cast|Turnout, %|Abel (Green)|Bray (Labour)|Cole (Liberal)|Invalid
North|12,480|8,112|65.0|2,914|3,240|1,866|92
Harbour|9,830|5,604|57.0|1,702|2,391|1,450|61
Old Town|7,215|4,906|68.0|2,010|1,544|1,298|54
Hillside|11,060|7,079|64.0|2,333|2,412|2,257|77
Meadow|8,640|5,011|58.0|1,489|2,206|1,259|57
Total|49,225|30,712|62.4|10,448|11,793|8,130|341
""", (
        Slip("Total", 4, "10,484"),
        Slip("Hillside", 5, "2,421"),
        Slip("Old Town", 3, "86.0"),
        Slip("Total", 2, "30,721"),
    )),
    "balance sheet": Sound("Balance sheet at 31 December, in EUR thousand", """
|Note|2023|2022
ASSETS|||
Non-current assets|||
  Property, plant and equipment|5|14,872|15,310
  Intangible assets|6|2,140|1,985
  Investments|7|905|905
||17,917|18,200
Current assets|||
  Inventories|8|3,412|3,670
  Trade receivables|9|4,880|4,215
  Cash and cash equivalents||2,096|1,534
||10,388|9,419
Total assets||28,305|27,619
EQUITY AND LIABILITIES|||
Equity|||
  Share capital||5,000|5,000
  Retained earnings||8,214|7,120
  Treasury shares||(310)|(245)
Total equity||12,904|11,875
Liabilities|||
  Loans|10|9,800|10,650
  Provisions|11|1,120|1,004
  Trade payables||4,481|4,090
Total liabilities||15,401|15,744
Total equity and liabilities||28,305|27,619
""", (
        Slip("Inventories", 2, "3,421"),
        Slip("Total equity", 2, "12,940"),
        Slip("Total equity and liabilities", 3, "27,691"),
        Slip("Treasury shares", 2, "310"),
    )),
    "climate": Sound("Climate normals 1991-2020, Skerry station", """
|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Year
Mean temperature, °C|3.1|3.4|4.9|7.3|10.4|13.2|15.0|14.9|12.7|9.5|6.2|4.0|8.7
Mean daily maximum, °C|5.6|6.2|8.2|11.2|14.6|17.2|18.9|18.7|16.3|12.6|8.8|6.5|12.1
Mean daily minimum, °C|0.6|0.7|1.6|3.4|6.2|9.2|11.1|11.0|9.0|6.4|3.5|1.4|5.3
Rainfall, mm|112|84|78|60|58|67|74|89|95|121|118|124|1,080
Rain days|18|14|14|12|11|12|13|14|14|17|18|19|176
Sunshine, hours|42|68|104|148|191|176|165|158|119|83|50|36|1,340
""", (
        Slip("Rainfall, mm", 13, "1,008"),
        Slip("Sunshine, hours", 5, "119"),
    )),
    "timetable": Sound("Ferry timetable, summer", """
Boat|Oban|Kerrera|Lismore|Mull
Ferry 1|07:10|07:35|08:20|09:05
Ferry 2|09:40|10:05|10:50|11:35
Ferry 3|12:15|12:40|13:25|14:10
Ferry 4|15:30|15:55|16:40|17:25
Ferry 5|18:45|19:10|19:55|20:40
"""),
    "telephones": Sound("Telephone list of the town hall", """
Office|Name|Room|Telephone|Extension
Mayor|Ann Carrow|101|01632 960100|100
Registry|Ben Ost|12|01632 960112|112
Building|Cara Lund|214|01632 960214|214
Schools|Dan Voss|220|01632 960220|220
Treasury|Eve Marl|305|01632 960305|305
Total staff|||48|
"""),
    "survey": Sound("Which sources of news do you use? (several answers possible; share of respondents)", """
Source|2021|2022|2023
Television|71%|68%|64%
Radio|44%|43%|41%
Printed newspapers|38%|33%|29%
Websites|62%|65%|67%
Social media|41%|46%|52%
None of these|3%|4%|4%
Respondents|1,204|1,187|1,215
"""),
    "population": Sound("Population at the end of the year", """
|Islands|Coast|Inland|All
At 1 January 2023|41,210|128,430|96,715|266,355
Births|388|1,204|871|2,463
Deaths|(452)|(1,315)|(990)|(2,757)
Moved in|1,034|4,120|2,206|7,360
Moved out|(910)|(3,655)|(2,488)|(7,053)
At 31 December 2023|41,270|128,784|96,314|266,368
""", (
        Slip("At 31 December 2023", 2, "128,748"),
        Slip("Moved in", 4, "7,630"),
        Slip("Births", 3, "817"),
    )),
    "electricity": Sound("Electricity supply, GWh", """
|2021|2022|2023
Hydro|4,120|3,980|4,310
Wind|2,215|2,604|2,950
  Onshore|1,640|1,822|1,905
  Offshore|575|782|1,045
Solar|410|530|688
Gas|3,055|2,740|2,212
Total generation|9,800|9,854|10,160
Imports|1,120|1,210|980
Exports|-640|-702|-815
Total supply|10,280|10,362|10,325
""", (
        Slip("Offshore", 3, "1,054"),
        Slip("Total generation", 2, "9,845"),
        Slip("Wind", 1, "2,251"),
    )),
    "schools": Sound("Pupils by sex", """
School|Boys|Girls|Pupils|Girls, %|Teachers|Pupils per teacher
Alder|212|198|410|48.3|24|17.1
Beck|145|161|306|52.6|18|17.0
Crane|301|288|589|48.9|33|17.8
Dale|98|104|202|51.5|13|15.5
Elm|177|169|346|48.8|20|17.3
Total|933|920|1,853|49.6|108|17.2
""", (
        Slip("Total", 2, "902"),
        Slip("Crane", 4, "49.8"),
        Slip("Total", 6, "19.2"),
        Slip("Dale", 3, "220"),
    )),
    "exports": Sound("Exports by country, million USD", """
Country|Exports 2022|Exports 2023|Growth, %|Share 2023, %
European Union|1,840|1,962|6.6|39.4
  Germany|720|770|6.9|15.5
  France|415|402|-3.1|8.1
  Spain|288|321|11.5|6.5
United States|1,210|1,344|11.1|27.0
China|890|905|1.7|18.2
Other|701|763|8.8|15.3
Total|4,641|4,974|7.2|100.0
""", (
        Slip("Total", 2, "4,947"),
        Slip("China", 3, "7.1"),
        Slip("United States", 4, "72.0"),
        Slip("Germany", 2, "2,770"),
    )),
    "cash flow": Sound("Cash flow statement, GBP million", """
|2023|2022
Profit before tax|412|388
Adjustments for:||
  Depreciation|118|112
  Interest paid|46|51
  Change in working capital|(37)|(22)
Cash generated from operations|539|529
Tax paid|(84)|(79)
Net cash from operating activities|455|450
Purchase of equipment|(203)|(188)
Sale of equipment|14|9
Net cash used in investing activities|(189)|(179)
Dividends paid|(150)|(140)
Repayment of loans|(95)|(60)
Net cash used in financing activities|(245)|(200)
Net increase in cash|21|71
Cash at beginning of year|233|162
Cash at end of year|254|233
""", (
        Slip("Cash at end of year", 1, "245"),
        Slip("Net cash used in financing activities", 2, "(220)"),
        Slip("Depreciation", 1, "181"),
    )),
    "beds": Sound("Beds and patients by ward", """
Ward|Beds|of which intensive|Admissions|Occupancy, %
Surgery|84|12|3,120|81.2
Medicine|120|10|4,455|88.0
Children|46|6|1,980|64.5
Maternity|38|0|2,210|59.1
Total|288|28|11,765|79.0
""", (
        Slip("Medicine", 2, "130"),
        Slip("Total", 3, "11,675"),
        Slip("Children", 1, "64"),
    )),
    "quarters": Sound("Turnover by quarter, million kroner", """
Division|Q1|Q2|Q3|Q4|2023|2022
Shipping|102.4|110.8|118.3|109.6|441.1|420.7
Fishing|64.2|71.5|80.1|58.8|274.6|281.9
Services|33.0|34.7|35.2|36.9|139.8|128.4
Eliminations|-8.1|-8.8|-9.4|-8.2|-34.5|-30.2
Group|191.5|208.2|224.2|197.1|821.0|800.8
""", (
        Slip("Fishing", 5, "247.6"),
        Slip("Group", 3, "242.2"),
        Slip("Services", 2, "37.4"),
    )),
    "ages": Sound("Inhabitants by age", """
Age|Men|Women|Total|Per cent
0-14|8,120|7,745|15,865|17.3
15-24|5,310|5,102|10,412|11.4
25-64|23,640|23,988|47,628|52.0
65+|8,011|9,642|17,653|19.3
  80+|2,004|3,310|5,314|5.8
All ages|45,081|46,477|91,558|100.0
""", (
        Slip("All ages", 3, "91,585"),
        Slip("65+", 2, "9,462"),
        Slip("80+", 3, "5,134"),
    )),
    "poll": Sound("Party support, per cent", """
Party|March|April|May
Unity|31.2|30.8|32.0
Progress|27.5|28.1|27.2
Greens|14.4|14.0|13.9
Centre|11.0|11.6|11.3
Others|15.9|15.5|15.6
Sample|1,002|1,010|998
"""),
    "harvest": Sound("Harvest of cereals", """
|Area, ha|Yield, t/ha|Production, t
Wheat|12,400|6.8|84,320
  of which winter wheat|10,150|7.1|72,065
Barley|8,250|5.4|44,550
Oats|3,100|4.2|13,020
Rye|1,950|4.6|8,970
All cereals|25,700|5.9|150,860
""", (
        Slip("Barley", 3, "45,450"),
        Slip("of which winter wheat", 1, "20,150"),
    )),
}
