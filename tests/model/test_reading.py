"""Readings: two intervals, of which the wide one covers the narrow one."""

from __future__ import annotations

import pytest

from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading


def test_a_reading_must_be_covered() -> None:
    with pytest.raises(ValueError, match="does not cover"):
        Reading(Interval.of(1, 3), Interval.of(1, 2))
