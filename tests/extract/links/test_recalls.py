"""Figures that point back, and lists whose items are told with and without a number."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import extract_document, packs_of, read_texts


def links_of(text: str, kind: str) -> list[dict[str, list[str]]]:
    """The figures of the links of one kind, by role, in their own words."""
    (document,) = read_texts({"a.txt": text}, packs_of())
    found = extract_document(document)
    return [
        {role: [found.mentions[at].text for at in places] for role, places in link.roles.items()}
        for link in found.links if link.kind == kind
    ]


@pytest.mark.parametrize(("text", "value"), [
    ("All 48 singers had learnt the songs.", "48"),
    ("The mill's 24 looms stood still.", "24"),
    ("The price of 41 euros was too high.", "41 euros"),
])
def test_known_figures_point_back(text: str, value: str) -> None:
    assert {"value": [value]} in links_of(text, "recall")


@pytest.mark.parametrize("text", [
    "There were 48 singers on the boat.", "They sold more than the 48 lamps.", "April's 6.8 per cent was high.",
    "About 48 singers had learnt the songs.",
])
def test_other_figures_do_not(text: str) -> None:
    assert links_of(text, "recall") == []


def test_single_things_are_parts_of_an_itemised_list() -> None:
    totals = links_of("The museum was given seven stones: two agates, an opal and three quartzes.", "total")
    assert totals == [{"whole": ["seven"], "part": ["two", "an opal", "three"]}]


@pytest.mark.parametrize("text", [
    "The widow gave three things: a lamp, a hammer and two letters.",
    "Nine people came: a family, two nuns and a clerk.",
])
def test_kinds_and_groups_are_no_parts(text: str) -> None:
    assert links_of(text, "total") == []
