"""Links found in blocks whose figures are given by hand: {12 percent} in a text is a figure of that value and unit."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links import compile_links, find_links
from claimcheck.extract.links.phrasing.patterns import compile_pattern
from claimcheck.extract.links.phrasing.skeleton import build_skeleton
from claimcheck.extract.links.phrasing.wording import Phrases
from claimcheck.packs.load import load_packs
from tests.cost import assert_at_most

LEXICON = compile_links(load_packs(), "en")
_FIGURE = re.compile(r"\{([\d.]+) (\w+)\}")


def block(marked: str) -> BlockDrafts:
    text, figures, at = "", [], 0
    for mark in _FIGURE.finditer(marked):
        text += marked[at:mark.start()]
        start = len(text)
        text += f"{mark[1]} {mark[2]}"
        at = mark.end()
        figures.append(
            QuantityDraft(start, len(text), Decimal(mark[1]), mark[2], len(text), start, len(text),
                          last_place=Decimal(1))
        )
    return BlockDrafts(text + marked[at:], "paragraph", quantities=figures)


def links_of(*blocks: BlockDrafts) -> list[LinkDraft]:
    return [link for found in find_links(blocks, lambda _: LEXICON) for link in found]


def links(marked: str, kind: str) -> list[LinkDraft]:
    return [link for link in links_of(block(marked)) if link.kind == kind]


def values(link: LinkDraft) -> dict[str, list[str]]:
    return {role: [str(figure.value) for figure in figures if isinstance(figure, QuantityDraft)]
            for role, figures in link.roles.items()}


@pytest.mark.parametrize(
    ("text", "roles", "direction"),
    [
        ("Sales rose {12 percent} to {56 EUR} from {50 EUR}.", {"change": "12", "to": "56", "from": "50"}, "up"),
        ("It fell by {30 percent} in May to {84 USD}, down from {120 USD}.",
         {"change": "30", "to": "84", "from": "120"}, "down"),
        ("It went from {40 percent} to {50 percent}, an increase of {10 percentage_point}.",
         {"change": "10", "to": "50", "from": "40"}, "up"),
        ("Sales were {48 EUR}, {9 percent} fewer than the {53 EUR} before.", {"change": "9", "to": "48", "from": "53"},
         "down"),
        ("Sales were {48 EUR} ({44 EUR}), up {9 percent}.", {"change": "9", "to": "48", "from": "44"}, "up"),
        ("Capacity grew by {620 megawatt} to {4180 megawatt}.", {"change": "620", "to": "4180"}, "up"),
    ],
)
def test_changes(text: str, roles: dict[str, str], direction: str) -> None:
    (link,) = links(text, "change")
    assert values(link) == {role: [value] for role, value in roles.items()}
    assert link.direction == direction


def test_two_changes_of_one_level_keep_their_own_bases() -> None:
    first, second = links(
        "Revenue was {48 USD}, up {9 percent} from {44 USD} a year ago and {4 percent} below the {50 USD} of spring.",
        "change",
    )
    assert [values(link)["from"] for link in (first, second)] == [["44"], ["50"]]
    assert [link.direction for link in (first, second)] == ["up", "down"]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose {12 percent} and costs were cut to {3 USD} from {4 USD}.",
        "The rate went from {4 percent} to {5 percent}.",
        "Sales rose {12 percent}. Costs went to {3 USD} from {4 USD}.",
        "Sales rose {12 percent} to {5 USD} from {4 EUR}.",
    ],
)
def test_a_change_takes_no_levels_of_something_else(text: str) -> None:
    assert not [link for link in links(text, "change") if len(link.roles) == 3]


def test_a_list_is_complete_only_when_the_words_or_the_sum_say_so() -> None:
    complete = {
        "They saved {30 count}: {12 count} men and {18 count} women.": True,
        "It cost {100 EUR}, of which labour {60 EUR}, wood {30 EUR} and paint {9 EUR}.": True,
        "It cost {100 EUR}, of which labour {40 EUR}, wood {20 EUR} and paint {9 EUR}.": False,
        "It cost {100 EUR}, including {40 EUR} for wood and {9 EUR} for paint.": False,
        "It cost {100 EUR}, of which labour took {60 EUR}; the remaining {45 EUR} went on wood.": True,
    }
    assert {text: links(text, "total")[0].complete for text in complete} == complete


def test_a_bare_number_takes_the_unit_of_its_list() -> None:
    given = block("Output was {48 watt_hour}: coal {21 count}, gas {9 count} and wind {18 watt_hour}.")
    (link,) = [link for link in links_of(given) if link.kind == "total"]
    assert {figure.unit for figure in given.quantities} == {"watt_hour"}
    assert link.complete


def test_the_larger_side_of_a_balance_is_the_minuend() -> None:
    (link,) = links("Exports were {10 EUR} and imports {12 EUR}, a deficit of {2 EUR}.", "difference")
    assert values(link) == {"difference": ["2"], "minuend": ["12"], "subtrahend": ["10"]}


def test_a_conversion_is_of_one_kind_of_unit_or_of_two_currencies() -> None:
    assert links("It is {120 kilometer} ({75 mile}) long.", "conversion")
    assert links("It costs {120 EUR} ({130 USD}).", "conversion")
    assert not links("It weighs {120 kilogram} ({75 mile}).", "conversion")
    assert not links("He ran {12 kilometer} ({52 minute}).", "conversion")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It reached {23 USD}, the highest since 1983.", "since 1983"),
        ("A crowd of {31207 count}, a record for the new ground, came.", "for the new ground"),
        ("The year saw a record-high inflow of {21 USD}.", ""),
    ],
)
def test_superlatives_carry_their_scope(text: str, scope: str) -> None:
    (link,) = links(text, "superlative")
    assert (link.direction, link.scope) == ("highest", scope)


def test_the_highest_of_a_few_is_no_record() -> None:
    assert not links("The highest grant was {420 EUR}.", "superlative")


def test_the_skeleton_keeps_the_place_of_every_character() -> None:
    given = block("Sales  rose {12 percent}\nto {56 EUR}. Costs fell.")
    skeleton = build_skeleton(given, frozenset())
    assert len(skeleton.text) == len(skeleton.origins)
    assert [figure.unit for figure in skeleton.figures.values()] == ["percent", "EUR"]
    for at, char in enumerate(skeleton.text):
        if char.isalpha() and char.isascii():
            assert given.text[skeleton.origins[at]] == char


@pytest.mark.parametrize("source", ["no figure here", "{change} <unheard-of> {to}", "{change:colour}", "{to} (a"])
def test_a_pattern_that_is_not_well_formed_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|phrase|class"):
        compile_pattern(source, "change", Phrases({}), {})


def test_the_cost_grows_with_the_length_of_a_block() -> None:
    sentence = "Sales of the plant rose {12 percent} in the spring, of which {3 EUR}, {4 EUR} from {5 EUR} to {6 EUR}, "
    few, many = block(sentence * 20), block(sentence * 200)
    links_of(few)
    assert_at_most(15, lambda: links_of(many), lambda: links_of(few))
