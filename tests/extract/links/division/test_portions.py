"""The part and the whole that the words around a share give."""

import pytest

from tests.extract.links.test_find_links import links, values

PART, WHOLE = ["290"], ["612"]


@pytest.mark.parametrize("text", [
    "The kitchens used {290 tonne} of {612 tonne}, {47 percent}.",
    "Of the {612 count} schools, {290 count} have a kitchen, {47 percent} of the total.",
])
def test_part_and_whole_of_one_sentence(text: str) -> None:
    (portion,) = links(text, "portion")
    assert values(portion) == {"share": ["47"], "part": PART, "whole": WHOLE}


@pytest.mark.parametrize("text", [
    "The quarry cut {612 tonne}, {47 percent} of which went abroad.",
    "The quarry cut {612 tonne}, of which the harbour took {47 percent}.",
    "The county has {612 count} schools. Some {47 percent} of them have waited for more than {18 week}.",
])
def test_what_they_point_back_to_is_the_whole(text: str) -> None:
    (portion,) = links(text, "portion")
    assert values(portion) == {"share": ["47"], "whole": WHOLE}


@pytest.mark.parametrize("text", [
    "In the spring {290 count} passed the examination, a pass rate of {47 percent}.",
    "Lunch is cooked in {290 count} ({47 percent}).", "Lunch is cooked in {290 count}, or {47 percent}.",
])
def test_an_amount_beside_the_share_is_the_part(text: str) -> None:
    (portion,) = links(text, "portion")
    assert values(portion) == {"share": ["47"], "part": PART}


@pytest.mark.parametrize("text", [
    "The quarry cut {290 tonne}, {47 percent} below the yield of May.",
    "The meals cost {290 EUR}, {47 percent} from fees.", "The margin was {47 percent} ({290 EUR}; {9 percent}).",
])
def test_other_amounts_beside_it_are_not(text: str) -> None:
    assert values(links(text, "portion")[0]) == {"share": ["47"]}


@pytest.mark.parametrize(("text", "scope"), [
    ("Schools get {47 percent} of the spending.", "schools\nthe spending"),
    ("More than {50 percent} of the heat came from burning straw.", "burning straw\nthe heat"),
    ("Straw {47 percent}, coal {53 percent}.", "straw"),
])
def test_the_words_of_part_and_whole(text: str, scope: str) -> None:
    assert links(text, "portion")[0].scope == scope
