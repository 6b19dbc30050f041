"""Papers of local bodies belong to a place; a short form stands for the one full number of its report."""

from __future__ import annotations

import pytest

from claimcheck.model.claim import Claim
from claimcheck.pipeline import check_texts


def _cited(text: str) -> list[Claim]:
    return [claim for claim in check_texts([text]).claims if claim.kind == "reference"]


@pytest.mark.parametrize(
    ("text", "place", "sure"),
    [
        ("It is in Plan 45/KH-UBND of 6 May 2019 of the Cao Bang Provincial People's Committee.", "cao bang", True),
        ("Cao Bang's Plan 45/KH-UBND of 6 May 2019 has expired.", "cao bang", True),
        ("Plan 45/KH-UBND of 6 May 2019 has expired.", None, False),
        ("Decree 80/2023/ND-CP of 17 November 2023 allows it.", None, True),
    ],
)
def test_whose_a_paper_is(text: str, place: str | None, sure: bool) -> None:
    (claim,) = _cited(text)
    assert (claim.place and claim.place.lower(), claim.sure) == (place, sure)


def test_a_short_form_stands_for_the_full_number() -> None:
    first, second = _cited("Directive No. 15-CT/TW has six parts. The first part of Directive 15 concerns schools.")
    assert first.identifier == second.identifier == "15/CT/TW"


def test_a_short_form_that_fits_two_numbers_stays_as_it_is() -> None:
    claims = _cited("Directive No. 15-CT/TW and Directive No. 15/CT-TTg are two. Directive 15 concerns schools.")
    assert [claim.identifier for claim in claims] == ["15/CT/TW", "15/CT/TTG", "15"]
