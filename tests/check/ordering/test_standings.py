"""Places in words against the boards of their story, as the findings show them."""

from __future__ import annotations

import pytest

from claimcheck import check

FARMS = "Dairy farms, tonnes of milk in 2024\n\nBrook 4,120\nHighmoor 3,870\nDell 3,455\nAshgrove 2,960\n"


def is_found(board: str, text: str) -> bool:
    return any(finding.rule == "rank-contradicts-list" for finding in check(texts=[board, text]).findings)


@pytest.mark.parametrize(("text", "found"), [
    ("Dell is the second-largest dairy farm of the valley.", True),
    ("Dell, which keeps 190 cows, is the third-largest dairy farm of the valley.", False),
    ("Dell is the second-largest cheese maker of the valley.", False),
    ("Dell was the second-largest dairy farm of the valley in 2021.", False),
    ("Dell could become the second-largest dairy farm of the valley.", False),
    ("Dell is one of the largest dairy farms of the valley.", False),
    ("Ashgrove is the largest dairy farm of the valley, ahead of Brook.", True),
    ("With 3,455 tonnes of milk the farm at the ford came second, behind Brook.", True),
])
def test_a_place_is_looked_up_where_words_or_figures_show_the_list(text: str, found: bool) -> None:
    assert is_found(FARMS, text) == found


def test_too_few_ahead_tell_nothing_in_a_list_that_may_be_of_some() -> None:
    text = "Highmoor is the third-largest dairy farm of the valley."
    numbered = "Dairy farms, tonnes of milk in 2024\n\n1. Brook 4,120\n2. Highmoor 3,870\n3. Dell 3,455\n"
    assert not is_found(FARMS, text)
    assert is_found(numbered, text)


TABLE = "Coast regatta, overall after leg 2\n\n1. Merle (DEN) 21:14:50\n2. Solan (SCO) +0:31\n3. Tern (NOR) +1:12\n"


@pytest.mark.parametrize(("text", "found"), [
    ("Tern is second in the Coast regatta, one minute and 12 seconds behind Merle.", True),
    ("Tern is third in the Coast regatta, one minute and 12 seconds behind Merle.", False),
    ("Tern was second in the Coast regatta last year.", False),
    ("Tern was second in the Coast regatta last year, 72 seconds behind Merle.", True),
])
def test_brackets_are_no_part_of_a_name_and_gaps_tell_the_list(text: str, found: bool) -> None:
    assert is_found(TABLE, text) == found


def test_a_place_is_said_of_whom_its_own_sentence_names() -> None:
    text = "Highmoor brought in 3,870 tonnes of milk. Brook remains the largest dairy farm of the valley."
    assert not is_found(FARMS, text)
