"""What tells that one figure is the whole of another: words, sums, and the shares of other parts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.wholes import TIED, Wholes
from claimcheck.model.claim import Claim, Relation
from tests.check.claims import figure


def amount(value: int, at: int, **fields: Any) -> Claim:
    """A number of sheep."""
    told: dict[str, Any] = {"measure": "count", "unit": "count", **fields}
    return figure("a", value, at=at, sentence=0, **told).model_copy(update={"value": Decimal(value)})


def portion(part: Claim, share: int, at: int) -> Relation:
    """A share told beside a part."""
    told = amount(share, at, measure="percent", unit="percent")
    return Relation(kind="portion", roles={"share": (told,), "part": (part,)}, path="a", start=at, end=at + 2)


ALL, EWES, RAMS, LAMBS = amount(1_250, 0), amount(700, 20), amount(50, 40), amount(500, 60)
FLOCK = (ALL, EWES, RAMS, LAMBS)


def test_parts_that_make_up_a_figure_are_its_parts() -> None:
    wholes = Wholes(Stories(FLOCK), (), ())
    assert wholes.of(EWES, ALL) == wholes.of(LAMBS, ALL) == TIED
    assert wholes.of(ALL, EWES) == 0
    assert wholes.are_parts(EWES, LAMBS)
    assert not wholes.are_parts(EWES, ALL)


def test_nothing_ties_figures_that_make_up_none() -> None:
    others = (ALL, EWES, RAMS, amount(480, 60))
    wholes = Wholes(Stories(others), (), ())
    assert wholes.of(EWES, ALL) == 0
    assert not wholes.are_parts(EWES, RAMS)


def test_words_tie_a_part_to_its_whole() -> None:
    told = Relation(kind="share", roles={"part": (RAMS,), "whole": (EWES,)}, path="a", start=0, end=9)
    assert Wholes(Stories(FLOCK), (told,), ()).of(RAMS, EWES) == TIED


def test_shares_of_other_parts_tell_of_the_whole() -> None:
    shares = (portion(EWES, 56, 25), portion(RAMS, 4, 45), portion(LAMBS, 55, 65))
    wholes = Wholes(Stories(FLOCK), (), shares)
    assert wholes.of_shares(LAMBS, ALL) > 0 == wholes.of_shares(LAMBS, amount(910, 80))
    assert not wholes.is_of_others(LAMBS, shares[2].roles["share"][0])
    assert wholes.speaks_against(LAMBS, ALL)
    assert not wholes.speaks_against(EWES, ALL)


def test_shares_of_one_whole_that_nobody_tells_are_right() -> None:
    shares = (portion(EWES, 56, 25), portion(LAMBS, 40, 65))
    assert Wholes(Stories((EWES, LAMBS)), (), shares).is_of_others(LAMBS, shares[1].roles["share"][0])
