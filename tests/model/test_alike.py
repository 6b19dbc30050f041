from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from claimcheck.model.alike import like
from claimcheck.model.claim import Claim

PATTERN = Claim(path="a.txt", sure=False)


def test_it_is_what_pydantic_would_copy() -> None:
    fields = {"value": Decimal("3.1"), "text": "3.1", "facets": ("goods",)}
    made = like(PATTERN, fields)
    assert made == PATTERN.model_copy(update=fields)
    assert made.model_dump() == PATTERN.model_copy(update=fields).model_dump()
    assert PATTERN.value is None


def test_it_is_as_frozen_as_its_pattern_and_can_be_copied_on() -> None:
    made = like(PATTERN, {"text": "3.1"})
    with pytest.raises(ValidationError):
        made.text = "4.1"  # type: ignore[misc]
    assert made.model_copy(update={"text": "4.1"}) == like(PATTERN, {"text": "4.1"})
    assert Claim.model_validate_json(made.model_dump_json()) == made
