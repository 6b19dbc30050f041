"""Extraction raises nothing, whatever the text and whatever language it looks like."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import extract
from claimcheck.model.mention import Mention

_SAMPLE = (
    "rose fell to from by of in 3.2 12% 1,234 billion USD tỷ đồng triệu tấn nghìn năm tháng 11 ngày 10/8/2022 quý III "
    "cùng kỳ tăng giảm đạt khoảng hơn gần the a category No. room Resolution 64/NQ-CP dated May 2023 Q3 half doubled "
    "third one in five including respectively “ ” ( ) - – , ; : . Chairman Mayor Ms. Anna Berg Phó Chủ tịch UBND tỉnh "
    "km/h °C 41C (96F) $ € 2022-2026 32nd record highest ever minus ± × ½ hạng hai trên 5.000 đồng/kg cấp độ 5"
)
WORDS = _SAMPLE.split()


@pytest.mark.law
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40).map(" ".join))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_yields_mentions_that_are_slices_of_it(text: str) -> None:
    mentions: list[Mention] = list(extract(text))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start < mention.end
        assert type(mention)(**mention.__dict__) == mention  # what is made without looking holds what it may
