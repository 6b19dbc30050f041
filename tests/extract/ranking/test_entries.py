"""Entries of lists and the places that words give, as far as the findings show them."""

import pytest

from claimcheck import check

RESULTS = "RESULTS\n\n1. Tilda Marsk 33:07\n2. Jo Ferrant 33:41\n3. Halla Bruun 33:58\n"
YIELDS = "Yields by valley: Sarn 22, Orla 19, Velby 14 and Marn 11 kilograms."


def is_found(*texts: str) -> bool:
    return any(finding.rule == "rank-contradicts-list" for finding in check(texts=list(texts)).findings)


@pytest.mark.parametrize("words", ["came second in 33:58", "was runner-up in 33:58", "came home second in 33:58"])
def test_a_wrong_place_is_found_in_any_words(words: str) -> None:
    assert is_found(RESULTS, f"Halla Bruun {words}.")


@pytest.mark.parametrize("words", ["came third in 33:58", "second a year ago, came third in 33:58",
                                   "was second after an hour and finished third in 33:58"])
def test_the_right_place_is_silent(words: str) -> None:
    assert not is_found(RESULTS, f"Halla Bruun {words}.")


def test_figures_beside_names_make_an_order() -> None:
    assert is_found(f"{YIELDS} Orla had the highest yield.")
    assert not is_found(f"{YIELDS} Sarn had the highest yield.")
    assert not is_found(f"{YIELDS} Orla was one of the largest valleys.")
