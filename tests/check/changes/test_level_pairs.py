"""Which two levels a change may lie between."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.check.changes.level_pairs import may_lie_between
from claimcheck.model.claim import Relation
from tests.check.claims import figure

CHANGE = Relation(kind="change", roles={"change": (figure("b", 38, role="change"),)}, path="b", start=0, end=4,
                  direction="up", scope="week")


@pytest.mark.parametrize(
    ("to", "base", "may"),
    [
        ({"metric": "losers", "period": None}, {"metric": "unchanged shares", "period": None}, False),
        ({"metric": "bought", "period": "2024"}, {"metric": "sold", "period": "2024"}, False),
        ({"metric": "sold", "period": None}, {"metric": "sold", "period": None}, True),
        ({"metric": "sales", "period": "2024"}, {"metric": "sold", "period": "2023"}, True),
        ({"metric": "sold", "period": "2023"}, {"metric": "sold", "period": "2024"}, False),
    ],
    ids=["two things of no time", "two things of one time", "one thing", "an earlier time", "a later time"],
)
def test_two_things_of_one_time_are_no_pair(to: dict[str, Any], base: dict[str, Any], may: bool) -> None:
    assert may_lie_between(CHANGE, figure("a", 61, **to), figure("a", 27, at=10, **base)) is may
