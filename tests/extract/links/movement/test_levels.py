"""Two levels told together, changes with one of them, series and records without a figure of their own."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.model.mention import Link, QuantityMention
from claimcheck.packs.collection import Packs
from claimcheck.packs.load import load_packs
from claimcheck.pipeline import extract_document, read_texts

PACKS: Packs = load_packs()


def links_of(text: str, kind: str) -> list[tuple[Link, dict[str, list[str]]]]:
    """The links of one kind, each with the words of its figures by role."""
    (document,) = read_texts([text], PACKS)
    found = extract_document(document, PACKS)
    told = []
    for link in found.links:
        if link.kind == kind:
            figures = {role: [found.mentions[at] for at in places] for role, places in link.roles.items()}
            words = {
                role: [each.text for each in each_role]
                for role, each_role in figures.items()
                if all(isinstance(each, QuantityMention) for each in each_role)
            }
            told.append((link, words))
    return told


@pytest.mark.parametrize(
    ("text", "to", "base"),
    [
        ("The depot shipped 96.4 tonnes, against 81.2 tonnes a year earlier.", "96.4 tonnes", "81.2 tonnes"),
        ("Guests: 912 (2023: 784)", "912", "784"),
        ("The rate fell from 9.7% to 8.3% over the winter.", "8.3%", "9.7%"),
        ("On 1 May the flock held 5,460 geese; on 1 June the flock had shrunk to 4,914.", "4,914", "5,460"),
    ],
)
def test_two_levels_are_told_apart(text: str, to: str, base: str) -> None:
    assert {"to": [to], "from": [base]} in [words for _, words in links_of(text, "levels")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway took 12 medals against 9 for Sweden.",
        "The depot shipped 96.4 tonnes, against a target of 81.2 tonnes.",
        "The depot shipped 96.4 tonnes, while the harbour shipped 81.2 tonnes.",
    ],
)
def test_other_figures_are_no_two_levels(text: str) -> None:
    assert links_of(text, "levels") == []


@pytest.mark.parametrize(
    ("text", "role", "level", "lag"),
    [
        ("A 47 percent rise in takings to 71.8 million euros was reported.", "to", "71.8 million euros", ""),
        ("The flock shrank by almost a sixth, from 5,460 geese.", "from", "5,460", ""),
        ("The rate rose by 4.6 points within a year to reach 58.9 percent.", "to", "58.9 percent", "year"),
        ("Stocks were 38.2 tonnes, 27 percent less than a month earlier.", "to", "38.2 tonnes", "month"),
        ("Stocks were 38.2 tonnes, 27 percent less than the rival had.", "to", "38.2 tonnes", "other"),
    ],
)
def test_a_change_keeps_the_one_level_beside_it(text: str, role: str, level: str, lag: str) -> None:
    assert (lag, [level]) in [(link.scope, words.get(role, [])) for link, words in links_of(text, "change")]


def test_a_list_and_a_table_are_series() -> None:
    table = "| Year | mm |\n|---|---|\n| 1983 | 356.0 |\n| 2008 | 347.8 |\n| 2024 | 338.1 |"
    assert [words["value"] for _, words in links_of(table, "series")] == [["356.0", "347.8", "338.1"]]
    named = "Orm 7.1 mm, Kell 6.6 mm, Sund 4.8 mm, Vik 5.2 mm."
    assert [words["value"] for _, words in links_of(named, "series")] == [["7.1 mm", "6.6 mm", "4.8 mm", "5.2 mm"]]
    assert links_of("He sold 7.1 kg, then 6.6 kg, and at last 4.8 kg and 5.2 kg.", "series") == []


def test_a_denied_rival_makes_a_record() -> None:
    text = "The pumps moved 431 litres a second on Monday. The plant has never had to cope with more."
    (found,) = links_of(text, "superlative")
    assert found[0].direction == "highest"
    limited = "The lake stood at 212 centimetres, and never since 1961 has it been lower."
    (found,) = links_of(limited, "superlative")
    assert (found[0].direction, found[0].scope.startswith("since 1961")) == ("lowest", True)


def test_a_sum_in_brackets_behind_a_bare_number_is_the_same_sum_once_more() -> None:
    text = "The two sisters own shares worth 2.41 billion ($3.05bn), the magazine said."
    assert not links_of(text, "levels")
    assert [mention.unit for mention in extract(text) if mention.kind == "quantity"][1:] == ["count", "USD"]
