"""The same relations in the many words that reporters use for them; and neighbours that are no relation."""

from __future__ import annotations

from functools import cache

import pytest

from claimcheck.packs.collection import Packs
from claimcheck.pipeline import extract_document, packs_of, read_texts


@cache
def packs() -> Packs:
    return packs_of()


def relations(text: str, kind: str) -> list[dict[str, list[str]]]:
    extraction = extract_document(read_texts([text], packs())[0], packs())
    return [
        {role: [extraction.mentions[at].text for at in places] for role, places in link.roles.items()}
        for link in extraction.links
        if link.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "to", "base", "change"),
    [
        ("Huts sold 240,000 nights in the spring of 2019, compared with 200,000 in the spring of 2018, "
         "which amounts to a rise of 12%.", "240,000", "200,000", "12%"),
        ("The 12,400 members of 2020 had become 15,500 by 2023, a gain of 35%.", "15,500", "12,400", "35%"),
        ("Exports fell 12% to 880 million euros after 920 million euros the year before.",
         "880 million euros", "920 million euros", "12%"),
        ("Unemployment edged up to 5.6% in May from 5.1% in April, a rise of 0.3 percentage points.",
         "5.6%", "5.1%", "0.3 percentage points"),
        ("Flocks shrank to 18,600 animals from 21,000 animals, a loss of 3,400 animals.", "18,600", "21,000", "3,400"),
        ("Sales came to 96 million euros versus 80 million euros in 2022. That is a plus of 25%.",
         "96 million euros", "80 million euros", "25%"),
        ("In 2019 there were 3,000 cases; in 2023 there were 2,400, a decline of 30%.", "2,400", "3,000", "30%"),
        ("The harvest stood at 83 per cent of the vines on Sunday, up from 78 per cent at the same hour of 2021, "
         "a gain of eight percentage points.", "83 per cent", "78 per cent", "eight percentage points"),
    ],
)
def test_a_change_is_found_in_other_words(text: str, to: str, base: str, change: str) -> None:
    assert {"change": [change], "to": [to], "from": [base]} in relations(text, "change")


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 12% to 5 million euros, below the 6 million euros forecast.",
        "Exports rose 12% on the year to 5 million tonnes in May, from 4.9 million tonnes in April.",
        "Prices rose by 2 euros to 12 euros in 2023; in 2019 they had been 8 euros.",
        "In 2019 there were 3,000 cases; in 2023 there were 2,400, 5% fewer than in 2022.",
        "The budget of 40 million euros, 10% more than planned, follows one of 30 million euros.",
        "Rail carried 40 million tonnes, up 5%, against 60 million tonnes by road.",
        "Sales rose 12% and costs were cut to 3 million euros from 4 million euros.",
    ],
)
def test_a_level_of_something_else_is_no_base(text: str) -> None:
    assert not [each for each in relations(text, "change") if len(each) == 3]


@pytest.mark.parametrize(
    "text",
    [
        "Stray dogs: 2,900. Of these, 1,740 bitches (60%) wear no chip.",
        "Some 60% of the 2,900 dogs, 1,740 in all, had lost their collars.",
        "Foals accounted for 1,740 of the 2,900 shoes that the smith made in May, or 60%.",
        "Of the 2,900 dogs, 1,740 or 60% had lost their collars.",
        "The court heard 2,900 cases and dismissed 1,740 of them, or 60%.",
    ],
)
def test_a_share_is_found_in_other_words(text: str) -> None:
    assert {"part": ["1,740"], "whole": ["2,900"], "share": ["60%"]} in relations(text, "share")


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("The shop sold 4.8 million tickets, namely 2.1 million for the trams, 1.9 million for the boats and "
         "0.3 million for the baths.", "4.8 million", ["2.1 million", "1.9 million", "0.3 million"]),
        ("The budget of 12 million euros has three sources: grants of 8 million euros, fees of 2 million euros and "
         "loans of 1 million euros.", "12 million euros", ["8 million euros", "2 million euros", "1 million euros"]),
        ("The crew of 40 people was made up of 20 sailors, 12 cooks and 6 stewards.", "40", ["20", "12", "6"]),
        ("The fund of 90 million euros is split between roads (40 million euros), schools (30 million euros) and water "
         "(10 million euros).", "90 million euros", ["40 million euros", "30 million euros", "10 million euros"]),
        ("There were 31 in Merrow, 26 in Orrin and 19 in Carn, 86 in all.", "86", ["31", "26", "19"]),
        ("Merrow has 31 wells, Orrin 26 wells and Carn 19 wells. Together that makes 86 wells.",
         "86", ["31", "26", "19"]),
        ("The three towns have 31, 26 and 19 wells, 86 altogether.", "86", ["31", "26", "19"]),
    ],
)
def test_a_total_is_found_in_other_words(text: str, whole: str, parts: list[str]) -> None:
    assert {"whole": [whole], "part": parts} in relations(text, "total")


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz won with 51,204 votes, 3,274 ahead of Blum's 48,930 votes.",
        "Ruiz beat Blum by 3,274 votes, 51,204 to 48,930.",
        "Ruiz received 51,204 votes and Blum 48,930, a difference of 3,274.",
    ],
)
def test_a_difference_is_found_in_other_words(text: str) -> None:
    found = {"difference": ["3,274"], "minuend": ["51,204"], "subtrahend": ["48,930"]}
    assert found in relations(text, "difference")


@pytest.mark.parametrize(
    "text",
    [
        "They sang in five towns - Merrow, Orrin, Carn and Dunlow - and left 64 torches behind.",
        "Five towns (Merrow, Orrin, Carn and Dunlow) took part.",
    ],
)
def test_names_inserted_in_a_sentence_are_counted(text: str) -> None:
    assert [each["count"][0].lower() for each in relations(text, "listing")] == ["five"]


def test_two_names_after_a_greater_number_are_no_list_of_all() -> None:
    assert not relations("Three sons (Al and Bo) took part.", "listing")
