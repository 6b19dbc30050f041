"""The cost of checking grows with the input, and not with its square."""

from __future__ import annotations

import pytest

from benchmarks.run import growth


@pytest.mark.slow
def test_ten_times_the_input_takes_at_most_twelve_times_as_long() -> None:
    assert any(growth() <= 12 for _ in range(2))  # what is too slow was perhaps only disturbed
