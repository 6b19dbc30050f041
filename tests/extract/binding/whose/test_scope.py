"""Whom or what a report is about as a whole, on reports written for the purpose."""

from __future__ import annotations

import pytest

from claimcheck import QuantityMention, extract


def _subjects(text: str) -> list[str | None]:
    return [mention.subject for mention in extract(text) if isinstance(mention, QuantityMention)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Rents in Norway rose by 4%. The average flat costs 1,200 euros.", "Norway"),
        ("Danish beer sales fell by 3%. Wine gained 5%.", "Denmark"),
        ("LISBON, May 2, 2024 - The number of Portuguese who own a boat is 41,000. Lessons cost 90 euros.", "Portugal"),
        ("QUELM, May 2, 2024 - Parents in Quelm paid 31 euros a term. Lessons cost 90 euros.", "Quelm"),
        ("TOWNSHIP OF ARDLE: 2024 ACCOUNTS\n\nParking fees came to 31,000 dollars.", "Ardle"),
        ("MINES OF CHILE: YEARBOOK\n\nOutput fell by 3%.", "Chile"),
        ("Dear members of the Selm Valley Seed Bank,\n\nGifts came to 4,100 dollars.", "Selm Valley Seed Bank"),
        ("Small island schools took in 40 pupils. Lessons cost 90 euros.", None),
        ("Fewer boats in Ordal\n\nThe fleet in Ordal shrank again. Mooring costs 90 euros.", "Ordal"),
        ("Fewer boats in Ordal\n\nThe fleet shrank again. Mooring costs 90 euros.", "Ordal"),
        ("Ferries grow busier on the Ordal coast\n\nCars crossed to Ordal all day. A trip costs 9 euros.", "Ordal"),
        ("Moors rise as Ordal counts boats\n\nORDAL, 3 May 2024 - Members met. Mooring costs 90 euros.", "Ordal"),
        ("Pelm Air flies less\n\nBudget carrier Pelm Air cut flights. A seat costs 90 euros.", "Pelm Air"),
        ("Pelm Air flies less\n\n(Lisbon) Budget carrier Pelm Air cut flights. A seat costs 90 euros.", "Pelm Air"),
        ("Late Costa goal lifts Varo\n\nA goal by Paulo Costa lifted Varo. Tickets cost 90 euros.", "Varo"),
        ("Record field\n\nRuth Okoro won in the best time that she ever ran. Entry costs 90 euros.", None),
        ("Fewer fish\n\nCatches in Ordal dropped again last year. A crate costs 90 euros.", "Ordal"),
        ("Fewer fish\n\nThe catch in the state of Ordal dropped again. A crate costs 90 euros.", "Ordal"),
        ("Fewer fish\n\nCatches in Ordal dropped again. \"I sold 90 boats,\" said a trader.", None),
        ("EXAMS IN ORDAL PROVINCE\n\nThe pass rate rose. A lesson costs 90 euros.", "Ordal"),
        ("Island votes\n\nVoters across Ordal said no. A ballot cost 90 cents.", "Ordal"),
        ("Zoo counts birds\n\nKeepers at Lorne Zoo counted again. A ticket costs 90 euros.", "Lorne Zoo"),
        ("Fewer fish\n\nThe mussel harvest in Ordal came to 90 tonnes.", "Ordal"),
        ("Doctors wanted\n\nSt Bride's Hospital wants doctors. A night costs 90 euros.", "St Bride's Hospital"),
        ("Pelm Motors recalls vans\n\nCarmaker Pelm Motors recalls vans. The company sold 90 vans.", "Pelm Motors"),
        ("The University of Orla grew. Pelm was there. The university has 90 teachers.", "University of Orla"),
        ("Fruit passes through the Selm border gate. Imports through the gate came to 90 tonnes.", "Selm border gate"),
        ("Savings grow\n\nSavings were on the rise. A stamp costs 90 cents.", None),
        ("Ordal: fewer boats\n\nThe Ordal Council counted again. Boats in the town came to 90.", "Ordal"),
        ("Prices slip\n\nFew flats were sold. In Lindo prices fell by 4%, whereas in Kesso they rose by 9%.", "Kesso"),
    ],
)
def test_figures_that_name_nobody_are_about_what_the_report_dwells_on(text: str, subject: str | None) -> None:
    assert _subjects(text)[-1] == subject


def test_a_nation_abroad_is_not_that_of_a_dateline() -> None:
    text = "NHA TRANG, May 2, 2024 - Weak demand in France weighed on sales. The town exported 12 tonnes of salt."
    assert "France" not in _subjects(text)


def test_names_and_figures_of_two_lists_belong_together_one_by_one() -> None:
    assert _subjects("Selm and Torrau sold 97 and 52 boats respectively.") == ["Selm", "Torrau"]


def test_names_in_a_list_take_over_what_was_measured_before() -> None:
    found = [each for each in extract("Italy took 28% of the wool, Spain 24%.") if isinstance(each, QuantityMention)]
    assert (found[-1].subject, found[-1].metric) == ("Spain", "share of wool")
