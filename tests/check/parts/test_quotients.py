"""Quotients that miss what is told, and the rivals that leave it open which are meant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claimcheck.check.parts.quotients import Quotient, best_missed, divided, of_misprint, of_place
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from tests.check.claims import figure


def amount(value: int, at: int = 0, sentence: int = 0) -> Claim:
    """A plain number."""
    claim = figure("a", value, measure="count", unit="count", at=at, sentence=sentence)
    return claim.model_copy(update={"value": Decimal(value)})


TOLD = amount(630)
BEST = Quotient(amount(20_880), amount(58), 4.5, 360.0)


def test_the_best_is_meant_when_enough_speaks_for_it() -> None:
    assert best_missed(TOLD, [replace(BEST, score=1.0), BEST]) == BEST
    assert best_missed(amount(999), [replace(BEST, score=3.0)]) is None
    assert best_missed(TOLD, []) is None


def test_a_misprint_speaks_for_it() -> None:
    assert best_missed(TOLD, [replace(BEST, score=0.0)]) is not None
    assert of_misprint(TOLD, 360.0) > of_misprint(TOLD, 730.0) > of_misprint(TOLD, 999.0) == 0


@pytest.mark.parametrize(("made", "open_"), [(361.0, False), (480.0, True)])
def test_rivals_that_make_something_else_leave_it_open(made: float, open_: bool) -> None:
    rivals = [replace(BEST, made=made + at / 10) for at in range(3)]
    assert (best_missed(amount(999), [BEST, *rivals]) is None) is open_


def test_figures_that_stand_together_are_of_one_matter() -> None:
    one, other = amount(3, sentence=0), amount(4, at=20, sentence=0)
    assert of_place(one, other) > of_place(one, amount(4, at=90, sentence=80)) > 0
    assert of_place(one, amount(4, at=900, sentence=880)) == 0


def test_what_two_figures_make() -> None:
    assert divided(amount(20_880), amount(58)) == Interval.point(360)
