"""Figures told as some of those that a range is of."""

import pytest

from claimcheck import check

RENTS = "Rents in the harbour district are between 780 and 940 euros."


def is_found(text: str) -> bool:
    return any(finding.rule == "figure-outside-range" for finding in check(texts=[text]).findings)


@pytest.mark.parametrize("words", [
    "The cheapest flat costs 720 euros.", "In Quay Street the rent is 720 euros, in Mole Street 940 euros.",
])
def test_one_of_them_outside_is_found(words: str) -> None:
    assert is_found(f"{RENTS} {words}")


@pytest.mark.parametrize("words", [
    "The cheapest flat costs 780 euros.", "In March a flat cost 720 euros.",
    "Last year rents began at 720 euros.", "A garage costs 120 euros.",
])
def test_other_figures_are_silent(words: str) -> None:
    assert not is_found(f"{RENTS} {words}")
