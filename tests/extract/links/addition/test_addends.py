"""Amounts told one after the other, gaps between two others, and lists of names behind a number."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import ListMention
from claimcheck.pipeline import extract_document, read_texts
from tests.extract.links.test_stated_otherwise import packs, relations


def runs(text: str) -> list[tuple[list[str], bool]]:
    extraction = extract_document(read_texts([text], packs())[0], packs())
    return [
        ([extraction.mentions[at].text for at in link.roles["part"]], link.complete)
        for link in extraction.links if link.kind == "addends"
    ]


def test_amounts_of_one_sentence_are_one_run() -> None:
    text = "Barns take up 1,240 hectares, ponds 318 hectares and lanes 97 hectares."
    assert runs(text) == [(["1,240 hectares", "318 hectares", "97 hectares"], False)]


@pytest.mark.parametrize("closing", [
    "; nothing else is counted", ". There are no other uses", ". Nothing is left over",
    "; there are no swaps between the two",
])
def test_words_close_a_list(closing: str) -> None:
    text = f"Barns take up 1,240 hectares, ponds 318 hectares and lanes 97 hectares{closing}."
    assert (["1,240 hectares", "318 hectares", "97 hectares"], True) in runs(text)


def test_a_closing_statement_reaches_back_over_paragraphs() -> None:
    text = "Oats brought 41.2 tonnes.\nRye, a poor crop, brought 27.9 tonnes.\nNo other corn is grown on its 12 fields."
    assert (["41.2 tonnes", "27.9 tonnes"], True) in runs(text)


@pytest.mark.parametrize("text", [
    "Barns take up 1,240 hectares, ponds about 318 hectares and lanes fell by 97 hectares.",
    "Barns took up 1,240 hectares in 2022 and ponds 318 hectares.",
    "Barns take up 1,240 hectares, compared with 1,318 hectares before.",
])
def test_changes_and_amounts_of_two_times_are_no_open_run(text: str) -> None:
    assert runs(text) == []


def test_two_amounts_of_a_sentence_are_an_open_pair() -> None:
    assert runs("Barns take up 1,240 hectares and ponds 318 hectares.") == [(["1,240 hectares", "318 hectares"], False)]


@pytest.mark.parametrize(("text", "gap"), [
    ("Feld beat Brask by 3,274 votes and sang.", "3,274"),
    ("A majority of 3,274 votes is enough.", "3,274"),
    ("That left a surplus of 4.72 million euros for the roof.", "4.72 million euros"),
    ("The lake holds 61.8 million litres, 5.62 million litres less than in May.", "5.62 million litres"),
])
def test_amounts_called_a_gap(text: str, gap: str) -> None:
    assert {"difference": [gap]} in relations(text, "gap")


@pytest.mark.parametrize("text", ["Feld polled 3,274 votes.", "The bill was paid by 3,274 members."])
def test_amounts_that_are_no_gap(text: str) -> None:
    assert not relations(text, "gap")


@pytest.mark.parametrize(("text", "names"), [
    ("Four partners are helped: the Dunlow Rowers, Salt Marsh Trust and the Women of Carn.", 3),
    ("Four talks are held, one each day: Inga Holm on moss, Pavel Simek on tides and Amara Kone on salt.", 3),
    ("Six houses lend rooms: the library in Merrow, the museums of Carn, Orrin and Sellby, and the mill in Dunlow.", 5),
    ("Four members left: baker Inga Holm, teacher Pavel Simek and miller Amara Kone, who all joined in May.", 3),
    ("They signed five papers, namely on roads, on schools, on ports and on fishing.", 4),
    ("Four towns share a bill of 6.3 million euros: Merrow, Orrin, Carn, Sellby and Dunlow.", 5),
])
def test_names_of_many_sorts_are_counted(text: str, names: int) -> None:
    extraction = extract_document(read_texts([text], packs())[0], packs())
    (listing,) = [link for link in extraction.links if link.kind == "listing"]
    (listed,) = listing.roles["list"]
    found = extraction.mentions[listed]
    assert isinstance(found, ListMention)
    assert len(found.items) == names


def test_a_number_of_things_before_the_colon_may_count_the_list() -> None:
    assert not relations("Four towns with nine mayors: Ada Brook, Otto Lund and Petra Vesela.", "listing")
