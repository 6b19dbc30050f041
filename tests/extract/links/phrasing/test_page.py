"""Links that reach over sentences and blocks, found in texts as the pipeline reads them."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import Link, ListMention
from claimcheck.pipeline import extract_document, packs_of, read_texts

PACKS = packs_of()


def links(text: str, kind: str) -> list[dict[str, list[str]]]:
    """The links of a kind, each with the quotations of its roles."""
    (document,) = read_texts([text], PACKS)
    extraction = extract_document(document, PACKS)

    def quotes(link: Link) -> dict[str, list[str]]:
        return {role: [extraction.mentions[at].text for at in places] for role, places in link.roles.items()}

    return [quotes(link) for link in extraction.links if link.kind == kind]


def test_a_breakdown_finds_its_whole_in_the_block_before() -> None:
    text = (
        "A total of 2,713 stray cats have been counted since Easter.\n\n"
        "Stray cats by ward: Merrow Hill 1,057; Dunlow 926; Port Carn 730.\n"
    )
    (link,) = links(text, "total")
    assert link == {"whole": ["2,713"], "part": ["1,057", "926", "730"]}


def test_a_breakdown_with_two_possible_wholes_has_none() -> None:
    text = (
        "There were 2,713 stray cats, after 2,640 stray cats the year before.\n\n"
        "Stray cats by ward: Merrow Hill 1,057; Dunlow 926; Port Carn 730.\n"
    )
    assert not links(text, "total")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Three divers were on board: Inga Holm, Pavel Simek and Amara Kone.",
            ("Inga Holm", "Pavel Simek", "Amara Kone"),
        ),
        ("Present (two members): Ms. Ada Brook, chair; Mr. Otto Lund, engineer.", ("Ms. Ada Brook", "Mr. Otto Lund")),
        (
            "The prize went to two poets, namely Ada Brook, Otto Lund and Ana Lima.",
            ("Ada Brook", "Otto Lund", "Ana Lima"),
        ),
    ],
)
def test_a_complete_list_of_names(text: str, names: tuple[str, ...]) -> None:
    (document,) = read_texts([text], PACKS)
    (found,) = [mention for mention in extract_document(document, PACKS).mentions if isinstance(mention, ListMention)]
    assert found.items == names
    assert document.text[found.start:found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "Nine ministers attended, including these: Ada Brook, Otto Lund and Ana Lima.",
        "Three members spoke: Ada Brook, Mayor, Otto Lund, Treasurer and Ana Lima, Clerk.",
        "Three rules apply: wash your hands, stay at home and call a doctor.",
        "Three divers were on board: Inga Holm, Pavel Simek, and others.",
        "About 12 ministers attended: Ada Brook, Otto Lund and Ana Lima.",
    ],
)
def test_a_list_that_is_partial_or_of_more_than_names_is_none(text: str) -> None:
    assert not links(text, "listing")


def test_a_majority_is_the_gap_of_the_first_two() -> None:
    (link,) = links("Ada Brook 9,731; Otto Lund 8,364; Ana Lima 2,058. Majority: 1,367.", "difference")
    assert link == {"difference": ["1,367"], "minuend": ["9,731"], "subtrahend": ["8,364"]}


def test_an_average_needs_one_total_and_one_base() -> None:
    sold = "The mill sold 3.5 million tonnes of flour for $1.4 billion last year."
    assert links(f"{sold} The average price was $400 a tonne.", "ratio") == [
        {"ratio": ["$400 a tonne"], "total": ["$1.4 billion"], "base": ["3.5 million tonnes"]}
    ]
    assert not links(f"{sold} It bought 3.1 million tonnes of wheat. The average price was $400 a tonne.", "ratio")
    assert not links(f"{sold} Bread cost $460 a tonne.", "ratio")


def test_a_rate_belongs_to_the_conversions_of_its_report() -> None:
    (link,) = links(
        "The dyke will cost 1,416 billion dong (about US$60 million).\n\n"
        "Amounts are converted at 23,600 dong to the dollar.\n",
        "conversion",
    )
    assert link == {"first": ["1,416 billion dong"], "second": ["US$60 million"], "rate": ["23,600 dong to the dollar"]}


def test_a_winning_bid_belongs_to_the_range_of_the_bids() -> None:
    (link,) = links(
        "Five bids were opened. Prices ranged from 52.6 to 68.3 million euros.\n\n"
        "The job was awarded to Velos Ltd for 57.1 million euros.\n",
        "range",
    )
    assert link["value"] == ["57.1 million euros"]
