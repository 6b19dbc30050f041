"""Lists of names in prose: what belongs to them, what is no list, and the words around them."""

from __future__ import annotations

import pytest

from claimcheck.extract.drafts import BlockDrafts
from claimcheck.extract.enumeration_words import compile_enumerations
from claimcheck.extract.enumerations import find_enumerations
from claimcheck.pipeline import packs_of

LEXICON = compile_enumerations(packs_of(), "en")


def _lists(text: str) -> list[tuple[str, ...]]:
    block = BlockDrafts(text, "paragraph")
    list(find_enumerations(block, LEXICON))
    for listed in block.lists:
        assert text[listed.start : listed.end].startswith(listed.items[0])
        assert text[listed.start : listed.end].endswith(listed.items[-1])
    return [listed.items for listed in block.lists]


@pytest.mark.parametrize(("text", "items"), [
    ("She saw Peru, Chile, Cuba and Fiji.", ("Peru", "Chile", "Cuba", "Fiji")),
    ("She saw Peru, Chile, Cuba, and the Isle of Man.", ("Peru", "Chile", "Cuba", "Isle of Man")),
    ("In 2023, Peru, Chile, Cuba and Fiji signed.", ("Peru", "Chile", "Cuba", "Fiji")),
    ("Calls at St. Kitts, Fiji, Cuba and Trinidad and Tobago.", ("St. Kitts", "Fiji", "Cuba", "Trinidad and Tobago")),
    ("Present were Ada Brook (chair), Jan de Wit, Ola Nu & Chen Bo.", ("Ada Brook", "Jan de Wit", "Ola Nu", "Chen Bo")),
    ("Hosts: Oslo, Bergen, Bodo, Hamar.", ("Oslo", "Bergen", "Bodo", "Hamar")),
])
def test_items(text: str, items: tuple[str, ...]) -> None:
    assert _lists(text) == [items]


@pytest.mark.parametrize("text", [
    "She saw Peru, Chile and Cuba.",
    "She saw countries such as Peru, Chile, Cuba and Fiji.",
    "Peru, Chile, Cuba and others signed.",
    "She saw neither Peru, Chile, Cuba nor Fiji, and Oslo.",
    "They grow rice, tea, coffee and maize.",
    "In Oslo, she said, rain, snow and Hail fell.",
])
def test_no_list(text: str) -> None:
    assert _lists(text) == []


def test_words_around() -> None:
    text = "The second tour of the Orla choir took in Oslo, Bergen, Bodo and Hamar in 2023."
    link, = find_enumerations(BlockDrafts(text, "paragraph"), LEXICON)
    assert link.scope == "choir second;;second tour , ORLA choir;"
    assert (link.direction, link.when) == ("past", "2023")


def test_a_list_found_before_is_kept() -> None:
    block = BlockDrafts("Hosts: Oslo, Bergen, Bodo, Hamar.", "paragraph")
    first, = find_enumerations(block, LEXICON)
    second, = find_enumerations(block, LEXICON)
    assert first.roles["list"][0] is second.roles["list"][0]
    assert len(block.lists) == 1
