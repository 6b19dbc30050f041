"""Who is told to hold which place."""

from __future__ import annotations

import pytest

from claimcheck.extract.ranking.holders import told_places
from claimcheck.extract.ranking.lexicon import compile_ranking
from claimcheck.pipeline import packs_of

LEXICON = compile_ranking(packs_of(), "en")


@pytest.mark.parametrize(("text", "places"), [
    ("Orla came third in the index.", [("orla", 3)]),
    ("Orla is the region's fourth-busiest port.", [("orla", 4)]),
    ("The index puts Norway first, Sweden second and Denmark third.", [("norway", 1), ("sweden", 2), ("denmark", 3)]),
    ("The table puts Orla 54th in Asia.", [("orla", 54)]),
    ("Silver went to Ada Kone, and Otto Lund took the bronze.", [("ada kone", 2), ("otto lund", 3)]),
    ("The runner-up in the marathon was Ada Kone.", [("ada kone", 2)]),
    ("On Sunday Orla won silver.", [("orla", 2)]),
    ("Orla topped the table.", [("orla", 1)]),
    ("Third place went to Ada Kone in 6:12.", [("ada kone", 3)]),
])
def test_told(text: str, places: list[tuple[str, int]]) -> None:
    assert [(told.name, told.place) for told in told_places(text, (0, len(text)), LEXICON)] == places


@pytest.mark.parametrize("text", [
    "Orla opened its third school.", "The second leg in Orla was drawn.", "The price of gold rose in Orla.",
    "On the first day Orla was quiet.", "A silver coin was found in Orla.",
])
def test_no_places(text: str) -> None:
    assert not told_places(text, (0, len(text)), LEXICON)
