"""Figures drawn from others beside them, changes made whole, multiples of two amounts; and their look-alikes."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts

FOUND = [
    "Of the choir's 64 singers 48 can read music, a share of 85 per cent.",
    "Forty per cent of the 1,240 bakers, 590 people, said yes.",
    "The weaver sold 316 rugs, compared with 254 a year earlier, that is 34 per cent more.",
    "Support for the bypass was 52 per cent in June and 46 per cent in July, nine points lower.",
    "With 38.2 per cent the Farmers lie 9.4 percentage points ahead of Reform, who get 31.8 per cent.",
    "The bakery paid 8,640 dollars to 12 apprentices, 940 dollars each on average.",
    "The shed took 5,600 kilos of pears from 14 hectares, a yield of 560 kilos per hectare.",
    "There were 84 drownings among 2,110,000 islanders, a rate of 7 per 100,000.",
    "The mast, at 186 metres, is five times as high as the chapel, which measures 62 metres.",
    "The mill ground 324 tonnes of rye and 147 tonnes of oats; its output thus came to 491 tonnes.",
    "Some eels were lost. In all 64 per cent of the hens laid brown eggs and the remaining 46 per cent white ones.",
    "The tram ride now costs 3.15 euros, having cost 2.52 euros in May, up 35 per cent.",
    "The state pays 3.2 million crowns of the 4.5 million crowns; the town must find the rest, 2.3 million crowns.",
    "The ferry's fleet counts 64 boats (41 Albion, 18 Vulcan and 8 Tarn).",
]

SILENT = [
    "Of the choir's 64 singers 48 can read music, a share of 75 per cent.",
    "The cost was 14.8 million euros (estimate: 12.5 million), 45 per cent of it from the fund.",
    "Among people under 25 the number was 17,900, 12 per cent of the total.",
    "The bike costs 400 euros instead of 500, a discount of 20 per cent.",
    "A smith earns 3,800 euros now. From May it will be 3,933 and a year later 4,031 euros, 231 more.",
    "Net debt was 118 million, having stood at 146 million; the pension fund shows a surplus of 9 million.",
    "She said 11 of the 16 chapters were agreed, two more than after the third round.",
    "Mills emitted 11 million tonnes, ships 16.2 million, down 1.1 per cent.",
    "Goods worth 412 million were sold, compared with 380 million a year earlier. The order book grew by 17 per cent.",
    "She leads by 47 per cent to 45 per cent, within the margin of 3.5 points.",
    "Sales slid by almost 7 per cent to 318 million pounds. In the first half they had been 147.2 million pounds.",
    "Tolls (after a tax of 20%) came to 205.0 million euros, up 2.5% on the 200.0 million of 2023.",
    "Traffic has reached 23,500 vehicles a day, a third more than the 17,600 of 2012.",
    "Some 72 per cent of the men voted, so 28 per cent of them stayed at home.",
    "A bus holds 50 people and a minibus 16, so 200 people need four buses.",
    "Prices rose by 2 euros to 12 euros in 2023; in 2019 they had been 8 euros.",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_figure_that_does_not_follow_is_found(text: str) -> None:
    found = [each for each in check_texts({"a.txt": text}).findings if each.severity in ("warning", "error")]
    assert found


@pytest.mark.parametrize("text", SILENT)
def test_a_figure_of_its_own_is_left_alone(text: str) -> None:
    found = [each.message for each in check_texts({"a.txt": text}).findings if each.severity in ("warning", "error")]
    assert found == []
