"""Lengths of time against the days that a story gives for both ends."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts

_BEGUN = "The building of the cliff lift at Havn began on 4 April 2022 and lasted {length}, until its opening."
_OPENED = "The cliff lift at Havn, which was opened on 4 February 2024, carries 24 people. Gulls ride on it."


def _found(*texts: str) -> list[Finding]:
    return [each for each in check_texts(texts).findings if each.rule == "duration-contradicts-story"]


def test_a_length_that_its_days_do_not_have() -> None:
    finding, = _found(_BEGUN.format(length="26 months") + " Each cabin holds 24 people.", _OPENED)
    assert "are 22 months" in finding.message


@pytest.mark.parametrize("length", ["22 months", "almost two years", "about 24 months", "40 months"])
def test_lengths_that_fit_or_are_far_from_it(length: str) -> None:
    assert not _found(_BEGUN.format(length=length) + " Each cabin holds 24 people.", _OPENED)


@pytest.mark.parametrize("one", [
    "The cliff lift at Havn was opened again on 4 February 2024 after ten months of repairs. It holds 24 people.",
    "The cliff lift at Havn was opened on 4 February 2024, 18 months after the harbour. It holds 24 people.",
])
def test_other_matters(one: str) -> None:
    assert not _found(one, "In a storm on 11 December 2022 the cliff lift at Havn lost its roof. It holds 24 people.")
